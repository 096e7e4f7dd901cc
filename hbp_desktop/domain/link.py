"""Links between records: subjects of their own, so that linking can be undone and never edits the linked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from hbp_desktop.domain.canonical import Value, dump
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.fields import text_of

TYPES = ("same_person", "same_matter", "same_session", "parent")
STATES = ("on", "off", "different")

_PERSON = b"hbp-link-1"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of two records, `a` before `b`; `origin` is the earlier one of a parent link, else ""."""

    type: str
    a: str
    b: str
    state: str
    origin: str = ""

    @property
    def id(self) -> str:
        """The id of the link as a subject."""
        return link_id(self.type, self.a, self.b)


def link_id(kind: str, one: str, other: str) -> str:
    """Name the link of two records: the same from either side, on every machine."""
    a, b = sorted((one, other))
    return blake2b(dump([kind, a, b]), digest_size=16, person=_PERSON).hexdigest()


def link_fields(kind: str, one: str, other: str, state: str = "on", origin: str = "") -> dict[str, Value]:
    """Give the journal fields of a link; raises Refused for what cannot be linked."""
    wrong = kind not in TYPES or state not in STATES or not one or one == other
    if wrong or (kind == "parent") != (origin in (one, other)):
        raise Refused("link_impossible")
    a, b = sorted((one, other))
    return {"type": kind, "a": a, "b": b, "is": state} | ({"from": origin} if origin else {})


def read_link(subject: str, state: Mapping[str, Value]) -> Link | None:
    """Read a folded link; None when its id does not come from what it links."""
    link = Link(*(text_of(state, name) for name in ("type", "a", "b", "is", "from")))
    sound = link.a < link.b and link.id == subject
    return link if sound else None


def clusters(links: Iterable[Link], ids: Iterable[str]) -> Mapping[str, str]:
    """Map each of `ids` (those not withdrawn) to the one that stands for its cluster, the smallest.

    Records no longer among `ids` still hold a cluster together. Pass links of one type only.
    """
    roots = _join(link for link in links if link.state == "on")
    least: dict[str, str] = {}
    live = sorted(ids)
    for one in live:
        least.setdefault(_root(roots, one), one)
    return {one: least[_root(roots, one)] for one in live}


def questions(links: Iterable[Link]) -> tuple[Link, ...]:
    """List the links that say "different" of two records which other links join."""
    links = list(links)
    roots = _join(link for link in links if link.state == "on")
    doubtful = {
        link.id: link
        for link in links
        if link.state == "different" and _root(roots, link.a) == _root(roots, link.b)
    }
    return tuple(doubtful[key] for key in sorted(doubtful))


def _join(links: Iterable[Link]) -> dict[str, str]:
    roots: dict[str, str] = {}
    for link in links:
        one, other = sorted((_root(roots, link.a), _root(roots, link.b)))
        if one != other:
            roots[other] = one
    return roots


def _root(roots: dict[str, str], one: str) -> str:
    """Find who an id is joined under, shortening the way for the next question."""
    top = one
    while top in roots:
        top = roots[top]
    while one != top:
        roots[one], one = top, roots[one]
    return top
