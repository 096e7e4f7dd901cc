"""One family of errors: raised where known, turned into sentences in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning", "hint"]


@dataclass(frozen=True)
class Problem:
    """One thing to say about one place: `code` names the sentence, `values` fill its gaps.

    An *error* stops saving, a *warning* is kept with a reason, a *hint* is only shown.
    """

    code: str
    place: str = ""
    level: Level = "error"
    values: Mapping[str, str | int] = field(default_factory=dict)


class HbpError(Exception):
    """What the world (not a bug) did to us; `code` and `values` choose the sentence."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """Give the code alone: values may be personal and must not reach a log."""
        return self.code


class Invalid(HbpError):
    """A draft that cannot be recorded as it stands."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("invalid", count=len(problems))
        self.problems = problems


class Locked(HbpError):
    """The vault did not open: wrong password, no keyring secret, another program holds it."""


class Damaged(HbpError):
    """Bytes are not what was written."""


class Unreachable(HbpError):
    """A machine, folder or device did not answer."""


class Refused(HbpError):
    """Asked for something that is not allowed or not there."""


class NoRoom(HbpError):
    """The disk is full or may not be written."""


def errors_in(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Keep only what stops saving."""
    return tuple(problem for problem in problems if problem.level == "error")
