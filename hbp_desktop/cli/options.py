"""The options that several commands share, with their help in one language."""

from typing import Any

import typer

from hbp_desktop.cli.words import Words


class Options:
    """Made once for a language; each attribute is the default of a command's parameter."""

    def __init__(self, words: Words) -> None:
        self.password: Any = typer.Option(..., "--password-file", help=words("help_password"))
        self.either_password: Any = typer.Option(None, "--password-file", help=words("help_password"))
        self.code: Any = typer.Option(None, "--code-file", help=words("help_code"))
        self.officer: Any = typer.Option("", "--officer", help=words("help_as_officer"))
        self.json: Any = typer.Option(False, "--json", help=words("help_json"))
