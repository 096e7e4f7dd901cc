"""Who saves on this laptop never waits for what is read to be sent, and in line with what is taken."""

from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from hbp_desktop.domain.chain import Range
from hbp_desktop.domain.session import Session
from hbp_desktop.store import exchange as held
from hbp_desktop.store.vault import Vault
from hbp_desktop.sync import outgoing_batches
from hbp_desktop.sync.sizing import Sizing
from hbp_desktop.usecases import counter
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import matter, visit


def test_a_save_goes_through_while_pieces_are_read_to_be_sent(
    office: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.record(office, visit(session, matter()))
    with office.vault.read() as conn:
        beyond: dict[str, dict[bytes, int]] = {chain: {} for chain in held.vector(conn)}
    twin, pieces = office.vault.twin(), held.pieces
    saving: list[Thread] = []

    def reading(*given: Any) -> Iterator[Range]:
        for one in pieces(*given):
            if not saving:
                saving.append(Thread(target=counter.record, args=(office, visit(session, matter()))))
                saving[0].start()
                saving[0].join(20)
                assert not saving[0].is_alive()
            yield one

    monkeypatch.setattr(held, "pieces", reading)
    sent = sum(n for _, n in outgoing_batches.batches(twin, office.code, beyond, b"\1" * 32, Sizing()))
    assert saving
    with office.vault.read() as conn:
        assert sent == sum(count for count, _ in held.sums(conn).values())
    twin.close()


def test_twins_write_in_one_line(office: Office) -> None:
    twin = office.vault.twin()
    wrote: list[str] = []

    def save(vault: Vault, name: str) -> None:
        with vault.write():
            wrote.append(name)

    other = Thread(target=save, args=(twin, "twin"))
    with office.vault.alone():
        other.start()
        for _ in range(200):  # between any two of them the twin could slip in, were its turn another
            save(office.vault, "own")
    other.join(20)
    assert wrote == ["own"] * 200 + ["twin"]
    twin.close()
