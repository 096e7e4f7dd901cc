"""Subjects as Hypothesis draws them: entries of a few devices, each written on any earlier ones."""

from typing import Any

from hypothesis import strategies as st

from hbp_desktop.domain.entry import NOTHING, Entry, Header, Opening, chain_of, make
from hbp_desktop.domain.history import Fact
from hbp_desktop.store.journal import Held
from tests.domain.format_reader import Read

CHAINS = [chain_of(bytes(32), bytes([n]) * 16) for n in range(3)]
SUBJECT = "a" * 32

FIELDS = st.dictionaries(
    st.sampled_from(["name", "phone", "outcome", "withdrawn", "disposed"]),
    st.one_of(st.booleans(), st.sampled_from(["x", "y"]), st.just({"status": "new"})),
    max_size=3,
)
STEP = st.tuples(
    st.integers(0, 2),  # chain
    st.integers(1, 3),  # seq, with repeats: forks
    st.sets(st.integers(0, 11), max_size=3),  # parents among the earlier entries
    FIELDS,
    st.sampled_from(["recorded", "recorded", "imported"]),
    st.sampled_from([True, True, True, False]),  # counts
    st.sampled_from([True, True, True, True, True, False]),  # is held: otherwise a hole
)


def entries_of(steps: list[tuple[Any, ...]]) -> list[tuple[Entry, bool]]:
    """Write the entries that drawn steps describe; gives those held, with whether they count."""
    written: list[Entry] = []
    found = []
    for n, (chain, seq, parents, fields, action, counts, held) in enumerate(steps):
        on = [written[i] for i in sorted(parents) if i < len(written)]
        header = Header(
            chain=CHAINS[chain],
            seq=seq,
            kind="visit",
            subject=SUBJECT,
            parents=tuple(sorted(parent.named() for parent in on)),
            lamport=1 + max((parent.header.lamport for parent in on), default=0),
            action=action,
            actor="o",
            at=1795000000,
            opens=Opening("0" * 64, f"{chain:02x}" * 16, "SGR06", None) if seq == 1 else None,
        )
        written.append(make(NOTHING, header, fields, bytes([n]) * 12))
        if held:
            found.append((written[-1], counts))
    return found


SUBJECTS = st.lists(STEP, min_size=1, max_size=12).map(entries_of)


def facts(of: list[tuple[Entry, bool]]) -> list[Fact]:
    """Give what fold takes."""
    return [Held(entry, counts).fact() for entry, counts in of]


def reads(of: list[tuple[Entry, bool]]) -> list[Read]:
    """Give the same entries to the second reader."""
    return [Read(entry.prev, entry.header_bytes, entry.body_bytes or b"") for entry, _ in of]
