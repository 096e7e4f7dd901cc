"""Offices as each released program left them: opened through the front door, upgraded, nothing lost."""

import json
import os
import shutil
import signal
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Damaged, HbpError, Refused
from hbp_desktop.store import backup, keyslots, machine, schema, slots
from hbp_desktop.store.anchor import Standing
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import backups, counter, plan_drafts, records, restoring
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.restoring import Way
from hbp_desktop.usecases.setup import unlock, unlock_with_code
from tests.conftest import Clock
from tests.data.make_schema_fixture import MACHINE, matter, rows_of
from tests.rings import MemoryRing, secrets_with

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"


@dataclass(frozen=True)
class Released:
    """A copy of an office of an older schema, with what was written down beside it."""

    paths: Paths
    facts: dict[str, Any]
    secrets: Secrets
    clock: Clock

    def unlock(self) -> Opened:
        return unlock(self.paths, self.facts["officer"], self.facts["password"], self.secrets, self.clock)

    def old_vault(self) -> Vault:
        held = keyslots.read(self.paths.keyslots)
        _, keys = slots.keys_by_code(held, self.facts["code"])
        return Vault.open(self.paths.vault(held.vault), slots.unseal(held, keys), older=True)


def released_in(folder: Path, tmp_path: Path, clock: Clock) -> Released:
    shutil.copytree(folder / "root", tmp_path / "pejabat lama")
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    ring = MemoryRing()
    ring.kept = {(service, name): secret for service, name, secret in facts["ring"]}
    return Released(Paths.at(tmp_path / "pejabat lama"), facts, secrets_with(ring), clock)


@pytest.fixture(params=sorted(path.name for path in SCHEMAS.iterdir()))
def released(
    request: pytest.FixtureRequest, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Released:
    monkeypatch.setattr(machine, "_system_id", lambda: MACHINE)
    clock.move(days=3)
    return released_in(SCHEMAS / request.param, tmp_path, clock)


def holds_all(vault: Vault, facts: dict[str, Any]) -> bool:
    """Tell whether every row that was folded then is folded to the same now."""
    now = rows_of(vault)
    return all(rows.items() <= now[kind].items() for kind, rows in facts["rows"].items())


def test_an_old_office_opens_upgraded_with_everything_in_it(released: Released) -> None:
    opened = released.unlock()
    assert opened.standing is Standing.AGREES
    assert opened.vault.schema == schema.CURRENT
    assert holds_all(opened.vault, released.facts)
    assert verify(opened.vault).ok
    opened.close()


def test_its_open_drafts_can_be_gone_on_with(released: Released) -> None:
    opened = released.unlock()
    office = Office.of(opened, released.clock)
    kept = {slot: draft for slot, draft, _ in counter.kept_drafts(office)}
    assert {slot: draft.name for slot, draft in kept.items()} == {"current": "Pn. Devi", "1": "Encik Din"}
    assert [plan.draft.title for plan in plan_drafts.kept(office)] == ["Sesi Disember"]
    before = len(rows_of(opened.vault)["visit"])
    counter.record(office, replace(kept["current"], matters=(matter(),)))
    assert len(rows_of(opened.vault)["visit"]) == before + 1
    opened.close()


def test_its_conflict_and_its_withdrawn_visit_are_still_that(released: Released) -> None:
    opened = released.unlock()
    with opened.vault.read() as conn:
        torn = conn.exec_driver_sql("SELECT id FROM visits WHERE conflicts > 0").scalar_one()
        gone = conn.exec_driver_sql("SELECT count(*) FROM visits WHERE withdrawn = 1").scalar_one()
    found = records.open_record(Office.of(opened, released.clock), torn)
    assert gone == 1
    assert {version.value for clash in found.clashes for version in clash.versions} == {"A-014", "A-041"}
    opened.close()


def test_the_backup_before_it_restores_the_office_as_it_was(released: Released, tmp_path: Path) -> None:
    released.unlock().close()
    (copy,) = backup.listed(released.paths.backups)[0]
    assert (copy.manifest.kind, copy.manifest.schema) == ("upgrade", released.facts["schema"])
    way = Way(code=released.facts["code"])
    done = restoring.restore(
        copy.path, Paths.at(tmp_path / "dipulihkan"), way, released.secrets, released.clock
    )
    assert holds_all(done.opened.vault, released.facts)
    assert done.opened.vault.schema == schema.CURRENT
    done.opened.close()


def test_the_code_opens_it_too(released: Released) -> None:
    opened = unlock_with_code(released.paths, released.facts["code"], released.secrets, released.clock)
    assert holds_all(opened.vault, released.facts)
    opened.close()


def test_a_failed_upgrade_leaves_the_old_file_as_it_was(
    released: Released, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay = schema.lay

    def fail(conn: Any, scripts: Path | None = None) -> None:
        lay(conn, scripts)
        raise StoreBugError("the last step")

    with monkeypatch.context() as failing:
        failing.setattr(schema, "lay", fail)
        with pytest.raises(StoreBugError):
            released.unlock()
    old = released.old_vault()
    assert old.schema == released.facts["schema"]
    assert holds_all(old, released.facts)
    old.close()
    opened = released.unlock()
    assert holds_all(opened.vault, released.facts)
    opened.close()


@pytest.mark.skipif(os.name != "posix", reason="needs a signal that cannot be caught")
@pytest.mark.parametrize("after", [False, True])
def test_a_killed_upgrade_leaves_the_old_file_as_it_was(
    released: Released, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    """Killed as it begins, or with every statement done and only COMMIT to come."""
    pid = os.fork()
    if pid == 0:
        lay = schema.lay

        def die(conn: Any, scripts: Path | None = None) -> None:
            if after:
                lay(conn, scripts)
            os.kill(os.getpid(), signal.SIGKILL)

        schema.lay = die
        released.unlock()
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    old = released.old_vault()
    assert old.schema == released.facts["schema"]
    assert holds_all(old, released.facts)
    old.close()
    opened = released.unlock()
    assert holds_all(opened.vault, released.facts)
    opened.close()


def test_no_backup_no_upgrade(released: Released, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Damaged("backup_differs")

    monkeypatch.setattr(backup, "make", refuse)
    with pytest.raises(Damaged, match="backup_differs"):
        released.unlock()
    old = released.old_vault()
    assert old.schema == released.facts["schema"]
    old.close()


def test_the_digests_are_not_blind(released: Released) -> None:
    opened = released.unlock()
    with opened.vault.write() as conn:
        conn.exec_driver_sql("UPDATE visits SET state = replace(state, 'Salmah', 'Salma')")
    assert not holds_all(opened.vault, released.facts)
    opened.close()


def test_what_a_newer_program_left_is_refused_in_words(
    released: Released, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = released.unlock()
    kept = backups.make_here(Office.of(opened, released.clock))
    opened.close()
    way, place = Way(code=released.facts["code"]), Paths.at(tmp_path / "baharu")
    monkeypatch.setattr(schema, "CURRENT", schema.CURRENT - 1)
    with pytest.raises(Refused, match="vault_newer"):
        released.unlock()
    with pytest.raises(Refused, match="backup_newer"):
        restoring.restore(kept.path, place, way, released.secrets, released.clock)
    text = released.paths.keyslots.read_text("utf-8").replace('"v":1', '"v":2')
    released.paths.keyslots.write_text(text, "utf-8")
    with pytest.raises(HbpError, match="slots_newer"):
        released.unlock()
