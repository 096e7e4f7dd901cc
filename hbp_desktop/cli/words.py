"""What the commands say, in the language asked for: `--language`, else HBP_LANGUAGE, else Malay."""

import json
import os
from collections.abc import Mapping, Sequence
from functools import cache

from hbp_desktop.resources import resource

LANGUAGES = ("ms", "en")


def language_of(arguments: Sequence[str]) -> str:
    """Choose the language before anything is read, so that help speaks it too."""
    for i, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        wanted = value or "".join(arguments[i + 1 : i + 2])
        if name == "--language" and wanted in LANGUAGES:
            return wanted
    from_environment = os.environ.get("HBP_LANGUAGE", "ms")
    return from_environment if from_environment in LANGUAGES else "ms"


class Words:
    """The texts of `resources/texts/cli*.json`, a file a group of commands, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, code: str, **values: object) -> str:
        """Give a text with its gaps filled."""
        return _texts()[code][self.language].format(**values)


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    merged: dict[str, Mapping[str, str]] = {}
    for path in sorted(resource("texts").glob("cli*.json")):
        merged |= json.loads(path.read_text(encoding="utf-8"))
    return merged
