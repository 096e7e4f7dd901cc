"""Counting matters beyond some places gives the same from either side."""

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine, insert

from hbp_desktop.store.beyond import count_beyond
from hbp_desktop.store.tables import entries, metadata

CHAINS = ("a" * 32, "b" * 32, "c" * 32)


@pytest.fixture
def conn() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    metadata.tables["entries"].create(engine)
    with engine.connect() as found:
        yield found
    engine.dispose()


@pytest.mark.parametrize("seed", range(40))
def test_the_count_is_what_reading_every_entry_gives(conn: Connection, seed: int) -> None:
    luck = random.Random(seed)
    ends = {chain: luck.randrange(1, 30) for chain in CHAINS}
    rows = [
        (chain, seq, luck.choice(("matter", "matter", "visit", "act")), f"m{luck.randrange(25)}")
        for chain, end in ends.items()
        for seq in range(1, end + 1)
    ]
    conn.execute(insert(entries), [_row(n, *row) for n, row in enumerate(rows)])
    matters = {subject for _, _, kind, subject in rows if kind == "matter"}
    others = {one for one in matters if luck.random() < 0.1}
    bounds = {chain: (luck.choice((0, end, luck.randrange(end + 1))), end) for chain, end in ends.items()}
    beyond = {
        subject for chain, seq, kind, subject in rows if kind == "matter" and seq > bounds[chain][0]
    } | others
    assert count_beyond(conn, bounds, others, len(matters)) == len(beyond)


def _row(n: int, chain: str, seq: int, kind: str, subject: str) -> dict[str, object]:
    blank = {"prev": b"", "digest": b"", "header": b"", "body": None, "counted": 1}
    return {
        "hash": n.to_bytes(32, "big"),
        "chain": chain,
        "seq": seq,
        "kind": kind,
        "subject": subject,
    } | blank
