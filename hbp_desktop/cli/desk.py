"""What every command stands on: where the office is, which language, and how it is opened."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.words import Words
from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import NoRoom, Problem, Refused
from hbp_desktop.usecases.clock import malaysia_now
from hbp_desktop.usecases.small_files import read_small

if TYPE_CHECKING:
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.opening import Opened

REFUSED = 1
MOST_PASSWORD = 4096  # bytes


@dataclass(frozen=True)
class Desk:
    """The options that stand before every command."""

    paths: Paths
    words: Words

    @contextmanager
    def office(
        self, password_file: Path | None, officer: str = "", code_file: Path | None = None
    ) -> Iterator["Office"]:
        """Open the office, and close it after: with a password as the named or only officer, or the code.

        Each stands on the first line of its file; just one of them is given, else the usage is wrong.
        """
        from hbp_desktop.usecases.office import Office
        from hbp_desktop.usecases.place_notes import notices
        from hbp_desktop.usecases.places import hold_reserve

        opened = self._opened(password_file, officer, code_file)
        try:
            office = Office.of(opened, malaysia_now, self.words.language)
            self.warn(_standing(opened) + notices(office))
            yield office
            hold_reserve(self.paths)
        finally:
            opened.close()

    def say(self, code: str, **values: object) -> None:
        """Print one of the commands' texts."""
        typer.echo(self.words(code, **values))

    def warn(self, doubts: tuple[Problem, ...]) -> None:
        """Say on stderr what was done although it is doubtful."""
        from hbp_desktop.usecases.wording import located

        for doubt in doubts:
            typer.echo(located(doubt, self.words.language), err=True)

    def show(self, value: Any) -> None:
        """Print a value as JSON."""
        typer.echo(json.dumps(value, ensure_ascii=False, indent=2))

    def _opened(self, password_file: Path | None, officer: str, code_file: Path | None) -> "Opened":
        from hbp_desktop.store.secrets import Secrets
        from hbp_desktop.usecases import setup

        if bool(password_file) == bool(code_file):
            raise typer.BadParameter(self.words("password_or_code"), param_hint="--password-file/--code-file")
        if code_file is not None:
            return setup.unlock_with_code(self.paths, first_line(code_file), Secrets(), malaysia_now)
        who = self.opener(officer)
        return setup.unlock(self.paths, who, first_line(password_file or Path()), Secrets(), malaysia_now)

    def opener(self, officer: str) -> str:
        """Name who opens here: the one asked for, however it is typed, or the only one there is.

        Raises Refused (not_set_up, vault_without_slots, officer_unnamed).
        """
        from hbp_desktop.usecases import setup

        return one_of(setup.officers_here(self.paths), officer)


def desk_of(context: typer.Context) -> Desk:
    """Give the desk that the options before the command made."""
    found = context.find_root().obj
    if not isinstance(found, Desk):
        raise RuntimeError("no desk")
    return found


def one_of(officers: Sequence[str], asked: str) -> str:
    """Name an officer as listed, however it is typed, or the only one; raises Refused (officer_unnamed)."""
    if asked:
        alike = [name for name in officers if _spoken(name) == _spoken(asked)]
        return asked if asked in alike or not alike else alike[0]
    if len(officers) != 1:
        raise Refused("officer_unnamed", officers=", ".join(officers))
    return officers[0]


def _spoken(name: str) -> str:
    return " ".join(name.casefold().split())


def _standing(opened: "Opened") -> tuple[Problem, ...]:
    """Say that the file is not the one last written here, when it is not."""
    standing = opened.standing
    return (Problem(standing.value, level="warning"),) if standing.needs_new_chain else ()


def first_line(path: Path) -> str:
    """Read a password file: its first line, without the line end; raises Refused."""
    return read_text(path, MOST_PASSWORD).split("\n", 1)[0].rstrip("\r")


def read_text(path: Path, most: int) -> str:
    """Read a small UTF-8 file; raises Refused naming what is wrong."""
    try:
        return read_small(path, most).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("file_not_text", file=path.name) from None


def write_new(path: Path, content: str | bytes) -> None:
    """Write a file that only this account may read; never over one that is there."""
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    try:
        with path.open("xb") as file:
            path.chmod(0o600)
            file.write(data)
    except FileExistsError:
        raise Refused("file_exists", file=path.name) from None
    except OSError:
        raise NoRoom("file_not_writable", file=path.name) from None


def complain(text: str) -> None:
    """Say on stderr why something was refused."""
    print(text, file=sys.stderr)  # noqa: T201
