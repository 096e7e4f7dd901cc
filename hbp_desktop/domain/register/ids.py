"""Ids from content: the same register as another file, on another laptop, is the same set of records.

A matter's id is taken from the session, every canonical value of its line and how many identical lines
stand before it. A visit's is taken from the session, its day, place and number, and who came: so a line
added to a visit later finds its visit. Keyed by the session.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping

from hbp_desktop.domain.canonical import Value, dump
from hbp_desktop.domain.person import CARDS, Identity, is_sound
from hbp_desktop.domain.text import fold

_SIZE = 16


def content_id(session: str, what: bytes, value: Value) -> str:
    """Give 32 hex characters for a canonical value; `what` tells kinds of subjects apart."""
    key = hashlib.blake2b(session.encode(), digest_size=32).digest()
    return hashlib.blake2b(dump(value), digest_size=_SIZE, key=key, person=what).hexdigest()


def who_came(said: Mapping[str, Value], document: Identity | None) -> list[str]:
    """Give what tells a client from another: a sound document, else name and number as written."""
    if said.get("anonymous"):
        return ["anonymous"]
    if document is not None and is_sound(document):
        kind = "card" if document.kind in CARDS else document.kind
        return [kind, document.number, document.country]
    return ["name", fold(str(said.get("name", ""))), str(said.get("id", ""))]


class Occurrences:
    """Counts what came before: identical values get ids of their own."""

    def __init__(self, session: str, what: bytes) -> None:
        self._session, self._what = session, what
        self._seen: Counter[bytes] = Counter()

    def id_of(self, value: Value) -> str:
        """Give the id of the next occurrence of a value."""
        text = dump(value)
        before = self._seen[text]
        self._seen[text] += 1
        return content_id(self._session, self._what, [value, before])
