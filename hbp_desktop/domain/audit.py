"""Which entries tell who did what beside recording: acts, the roster, settings, signatures, new chains.

Words that people wrote about a matter (reasons, texts) are never read here: they may name a client.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hbp_desktop.domain.fields import part_of, text_of

KINDS = ("act", "roster", "office", "calendar", "report")
GROUPS = ("unlock", "reveal", "export", "print", "sign", "people", "device", "setting", "copy", "other")

_GROUP_OF = {
    "unlock": "unlock",
    "reveal": "reveal",
    "seal": "reveal",
    "export": "export",
    "print": "print",
    "save": "export",
    "report": "sign",
    "officer": "people",
    "role": "people",
    "acting": "people",
    "key": "people",
    "slot": "people",
    "password": "people",
    "code": "people",
    "escrow": "people",
    "admin": "people",
    "root": "people",
    "device": "device",
    "chain": "device",
    "place": "device",
    "setting": "setting",
    "calendar": "setting",
    "sealing": "setting",
    "backup": "copy",
    "restore": "copy",
}
_VALUES = ("failed", "entries", "from", "to", "version", "names", "place")
SIGNED = "signed."


@dataclass(frozen=True, slots=True)
class Told:
    """One thing done: what, about which id, and what more may be said of it."""

    what: str
    about: str = ""
    detail: str = ""

    @property
    def group(self) -> str:
        """Name the chip it is found under."""
        return _GROUP_OF.get(self.what.split(".", 1)[0], "other")


def told(kind: str, subject: str, fields: Mapping[str, Any]) -> Iterator[Told]:
    """Tell what an entry of one of KINDS says was done."""
    if kind == "act":
        yield _act(fields)
    elif kind == "roster":
        yield from (one for name, value in fields.items() for one in _roster(name, value))
    elif kind == "office":
        yield Told("setting.changed", subject, ", ".join(sorted(fields)))
    elif kind == "calendar":
        yield Told("calendar.changed", subject.rsplit(":", 1)[-1])
    elif kind == "report":
        yield from (
            _signing(subject, name, value) for name, value in fields.items() if name.startswith(SIGNED)
        )


def opened(chain: str, before: str | None) -> Told:
    """Tell that a laptop began a chain of its own."""
    return Told("chain.opened", chain, before or "")


def _act(fields: Mapping[str, Any]) -> Told:
    values = [f"{name}={fields[name]}" for name in _VALUES if isinstance(fields.get(name), int | str)]
    return Told(text_of(fields, "what") or "act", text_of(fields, "about"), " ".join(values))


def _signing(subject: str, name: str, value: object) -> Told:
    on = isinstance(value, Mapping) and value.get("on") is True
    return Told("report.signed" if on else "report.unsigned", subject, name.removeprefix(SIGNED))


def _roster(name: str, value: Any) -> Iterator[Told]:
    tier, _, rest = name.partition(".")
    on = value.get("on") is True if isinstance(value, Mapping) else value is True
    if tier == "officer":
        officer, _, part = rest.partition(".")
        yield _officer(officer, part, value, on)
    elif tier == "device":
        state = _text(value, "state")
        yield Told("device.revoked" if state == "revoked" else "device.admitted", rest, _text(value, "name"))
    elif tier in ("admin", "root"):
        yield Told(f"{tier}.{'made' if on else 'unmade'}", rest[:16])
    elif tier in ("integrity", "sealing"):
        yield Told("sealing.set", "", tier)
    else:
        yield Told("setting.changed", "", tier)


def _officer(officer: str, part: str, value: Any, on: bool) -> Told:
    head, _, rest = part.partition(".")
    if head == "role":
        return Told("role.given" if on else "role.taken", officer, rest)
    if head == "acting":
        said = (_text(value, name) for name in ("role", "from", "to", "letter"))
        return Told("acting.given" if on else "acting.ended", officer, " ".join(filter(None, said)))
    if head == "key":
        return Told("key.given" if on else "key.taken", officer, rest[:16])
    if head == "retired":
        return Told("officer.retired" if on else "officer.restored", officer)
    if head == "same":
        return Told("officer.linked" if value else "officer.parted", officer, str(value or ""))
    return Told("officer.named", officer)


def _text(value: Any, name: str) -> str:
    return text_of(part_of({"of": value}, "of"), name)
