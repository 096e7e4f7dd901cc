"""What every `state-office` command stands on: which database, and its key."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hbp_desktop.cli.words import Words

if TYPE_CHECKING:
    from hbp_desktop.state_office.deployment import Deployment

DATABASE = "sqlite:///state.db"


class StateOptions:
    """Made once for a language; each attribute is the default of a command's parameter."""

    def __init__(self, words: Words) -> None:
        self.database: Any = typer.Option(DATABASE, "--database", metavar="URL", help=words("help_database"))
        self.key_file: Any = typer.Option(None, "--key-file", help=words("help_key_file"))
        self.json: Any = typer.Option(False, "--json", help=words("help_json"))
        self.office: Any = typer.Option([], "--office", metavar="CODE", help=words("help_to_office"))
        self.all: Any = typer.Option(False, "--all", help=words("help_to_all"))


@contextmanager
def state_office(database: str, key_file: Path | None) -> Iterator["Deployment"]:
    """Open a state office, and close it after."""
    from hbp_desktop.state_office.deployment import opened
    from hbp_desktop.store.secrets import Secrets

    with opened(database, key_file, Secrets()) as found:
        yield found


def office_code(typed: str) -> str:
    """Give an office's code however it is typed; raises Refused (office_unknown)."""
    from hbp_desktop.usecases.catalogues import catalogues

    return catalogues().offices.find(typed).code
