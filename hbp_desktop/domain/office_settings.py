"""What an office says of itself: letterhead, telephones, who signs, and its complaint clocks.

Each group is one value, for it is decided at once; two people who change a group unseen are a conflict.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hbp_desktop.domain.errors import Problem
from hbp_desktop.domain.fields import (
    LINE,
    SHORT,
    Fields,
    block,
    count_of,
    filled,
    filled_part,
    line,
    part_of,
    text_of,
    too_long,
    whole,
)
from hbp_desktop.domain.workdays import COMPLAINT_DAYS

KIND = "office"
MOST_DAYS = 366  # working days a clock may be set to
_ADDRESS = 500
_CLOCKS = ("ack", "reply", "investigate")
_GROUPS = ("letterhead", "phones", "head", "reviewer", "clocks", "code")


@dataclass(frozen=True)
class OfficeDraft:
    """The settings as typed; `slogans` and `address` hold one a line, clocks are working days."""

    name: str = ""
    department: str = ""
    address: str = ""
    to: str = ""
    sender: str = ""
    file_ref: str = ""
    slogans: str = ""
    phone: str = ""
    fax: str = ""
    head_name: str = ""
    head_post: str = ""
    reviewer_name: str = ""
    reviewer_post: str = ""
    ack: str = ""
    reply: str = ""
    investigate: str = ""

    @classmethod
    def of(cls, state: Mapping[str, object]) -> "OfficeDraft":
        """Open the folded settings for a change."""
        letter, phones, head, reviewer, clocks = (part_of(state, group) for group in _GROUPS[:5])
        slogans = letter.get("slogans")
        return cls(
            name=text_of(letter, "name"),
            department=text_of(letter, "department"),
            address=text_of(letter, "address"),
            to=text_of(letter, "to"),
            sender=text_of(letter, "from"),
            file_ref=text_of(letter, "file_ref"),
            slogans="\n".join(str(one) for one in slogans) if isinstance(slogans, list) else "",
            phone=text_of(phones, "phone"),
            fax=text_of(phones, "fax"),
            head_name=text_of(head, "name"),
            head_post=text_of(head, "post"),
            reviewer_name=text_of(reviewer, "name"),
            reviewer_post=text_of(reviewer, "post"),
            **{name: str(count_of(clocks, name) or "") for name in _CLOCKS},
        )

    def problems(self) -> tuple[Problem, ...]:
        """Say what is wrong: texts too long, clocks that are no working days or run backwards."""
        limits = dict.fromkeys(self._lines(), LINE) | {"phone": SHORT, "fax": SHORT, "address": _ADDRESS}
        texts = self._lines() | {"address": block(self.address), "slogans": block(self.slogans)}
        limits["slogans"] = _ADDRESS
        return tuple(too_long(limits, texts) + self._clock_problems())

    def fields(self, code: str) -> Fields:
        """Give the journal fields of settings without errors; an empty group is absent."""
        days = self._days()
        slogans = [line(one) for one in block(self.slogans).split("\n") if line(one)]
        groups = {
            "letterhead": filled(
                {
                    "name": line(self.name),
                    "department": line(self.department),
                    "address": block(self.address),
                    "to": line(self.to),
                    "from": line(self.sender),
                    "file_ref": line(self.file_ref),
                    "slogans": [*slogans],
                }
            ),
            "phones": filled_part(phone=line(self.phone), fax=line(self.fax)),
            "head": filled_part(name=line(self.head_name), post=line(self.head_post)),
            "reviewer": filled_part(name=line(self.reviewer_name), post=line(self.reviewer_post)),
            "clocks": dict(zip(_CLOCKS, days, strict=True)) if days != COMPLAINT_DAYS else {},
        }
        return filled({"code": code, **groups})

    @staticmethod
    def known(name: str) -> bool:
        """Tell whether a field is one this form writes."""
        return name in _GROUPS

    def _lines(self) -> dict[str, str]:
        names = "name department to sender file_ref phone fax head_name head_post reviewer_name reviewer_post"
        return {name: line(getattr(self, name)) for name in names.split()}

    def _days(self) -> tuple[int, ...]:
        typed = (getattr(self, name).strip() for name in _CLOCKS)
        return tuple(
            whole(text) if text else usual for text, usual in zip(typed, COMPLAINT_DAYS, strict=True)
        )

    def _clock_problems(self) -> list[Problem]:
        days = dict(zip(_CLOCKS, self._days(), strict=True))
        wrong = [name for name, n in days.items() if not 0 < n <= MOST_DAYS]
        found = [Problem("clock_days", name, values={"most": MOST_DAYS}) for name in wrong]
        if not wrong and sorted(days.values()) != list(days.values()):
            found.append(Problem("clocks_backwards", "investigate"))
        return found


def complaint_days(state: Mapping[str, object]) -> tuple[int, int, int]:
    """Give the working days to acknowledge, answer and investigate: the office's own, else the charter's."""
    own = part_of(state, "clocks")
    ack, reply, investigate = (
        count_of(own, name) or usual for name, usual in zip(_CLOCKS, COMPLAINT_DAYS, strict=True)
    )
    return ack, reply, investigate
