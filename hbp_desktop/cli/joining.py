"""What `setup --join` and `setup --admission` do on a laptop that is set up already."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hbp_desktop.cli.desk import Desk, first_line, write_new
from hbp_desktop.domain.admission import LONGEST_ADMISSION
from hbp_desktop.usecases.clock import malaysia_now
from hbp_desktop.usecases.small_files import read_small

if TYPE_CHECKING:
    from hbp_desktop.usecases.joining import Way


def join(
    desk: Desk, request_out: Path, officer: str, password_file: Path | None, code_file: Path | None
) -> None:
    """Write the request of a laptop that waits once more, or of one that has an office of its own."""
    from hbp_desktop.store.secrets import Secrets
    from hbp_desktop.usecases import joining, setup

    if setup.is_waiting(desk.paths):
        way = _way(desk, officer, password_file, code_file)
        asked = joining.ask_again(desk.paths, way, Secrets(), malaysia_now)
    else:
        with desk.office(password_file, officer, code_file) as office:
            asked = joining.ask_from(office)
    write_new(request_out, asked.data)
    desk.say("join_asked", file=request_out, words=asked.words)


def finish(
    desk: Desk, admission: Path, officer: str, password_file: Path | None, code_file: Path | None
) -> None:
    """Take in the admission, on a laptop that waits or on one that has an office of its own."""
    from hbp_desktop.store.secrets import Secrets
    from hbp_desktop.usecases import joining, setup
    from hbp_desktop.usecases.catalogues import catalogues
    from hbp_desktop.usecases.fingerprints import words_of_office

    data = read_small(admission, LONGEST_ADMISSION)
    if setup.is_waiting(desk.paths):
        way = _way(desk, officer, password_file, code_file)
        opened = joining.finish(desk.paths, way, data, Secrets(), malaysia_now)
        office, words = opened.office, words_of_office(opened)
        opened.close()
    else:
        with desk.office(password_file, officer, code_file) as there:
            office = joining.take(there, data).office
            words = words_of_office(there.opened)
    desk.say("join_done", office=catalogues().offices.find(office).name, place=office)
    desk.say("office_words_compare", words=words)


def _way(desk: Desk, officer: str, password_file: Path | None, code_file: Path | None) -> "Way":
    from hbp_desktop.usecases.joining import Way

    if bool(password_file) == bool(code_file):
        raise typer.BadParameter(desk.words("password_or_code"), param_hint="--password-file/--code-file")
    if code_file is not None:
        return Way(code=first_line(code_file))
    return Way(desk.opener(officer), first_line(password_file or Path()))
