"""The golden journal, taken in by a real vault, counts and folds to the golden result."""

import json
from pathlib import Path

import pytest

from hbp_desktop.domain.canonical import load
from hbp_desktop.domain.entry import Entry, received
from hbp_desktop.domain.history import fold
from hbp_desktop.store import counting, journal
from hbp_desktop.store.founding import join_office
from hbp_desktop.store.project import reproject
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.vault import Vault

DATA = Path(__file__).parents[1] / "data"
LINES = [json.loads(text) for text in (DATA / "journal-v1.jsonl").read_text("utf-8").splitlines()]
FOLDED = json.loads((DATA / "journal-v1.folded.json").read_text("utf-8"))


def golden() -> list[Entry]:
    return [
        received(
            bytes.fromhex(line["prev"]),
            line["header"].encode(),
            bytes.fromhex(line["body_hex"]) if "body_hex" in line else line["body"].encode(),
        )
        for line in LINES
        if "header" in line
    ]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_vault_folds_the_golden_journal_to_the_golden_result(tmp_path: Path, backwards: bool) -> None:
    entries = golden()[::-1] if backwards else golden()
    subjects = {(entry.header.kind, entry.header.subject) for entry in entries}
    vault = Vault.create(tmp_path / "vault-0000000000000001.db", b"g" * 32)
    with vault.write() as conn:
        join_office(conn, "SGR06", bytes.fromhex(FOLDED["pinned"]), "o9", 1795000000)
        journal.append(conn, entries, counted=False)
        counting.recount(conn)
        reproject(conn, subjects)
    with vault.read() as conn:
        uncounted = conn.exec_driver_sql("SELECT hash FROM entries WHERE counted = 0").scalars().all()
        own = journal.own_device(conn).chain
        theirs = {entry_hash.hex() for entry_hash in uncounted}
        newcomer = journal.tip(conn, own)
        assert newcomer is not None
        assert theirs - {newcomer.hash.hex()} == set(FOLDED["uncounted"])
        shown = 0
        for kind, subject in subjects:
            held = journal.held(conn, subject, kind)
            said = FOLDED["subjects"][f"{kind} {subject}"]
            assert fold(item.fact() for item in held).state == said["state"]
            if kind in PROJECTED and said["heads"]:
                row = conn.exec_driver_sql(
                    f'SELECT state FROM "{PROJECTED[kind].name}" WHERE id = ?', (subject,)
                )
                assert load(row.scalar_one().encode(), 1 << 20) == said["state"]
                shown += 1
    assert shown > 5
    vault.close()
