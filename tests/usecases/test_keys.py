"""Who can open the office here: a colleague, who forgot a password, another account, the state's key."""

import base64
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from hbp_desktop.domain import recovery
from hbp_desktop.domain.errors import HbpError, Invalid, Locked, NoRoom, Refused, Unreachable
from hbp_desktop.domain.signing import is_signed, sign
from hbp_desktop.domain.staff import BY_CODE
from hbp_desktop.store import journal, keyslots, rotation, shelf, slots
from hbp_desktop.store.keyslots import Slot
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.store.verify import verify
from hbp_desktop.usecases import keys, recovering, setup, slot_changes, vault_keys
from hbp_desktop.usecases.office import Office as Sitting
from hbp_desktop.usecases.opening import Opened
from tests.conftest import CHEAP, OFFICER, PASSWORD, Clock, Office
from tests.rings import LockedRing, MemoryRing, secrets_with

HEAD, COUNTER = "Tuan Haji Zulkifli Hassan", "Hafiz Ismail"
NEW = "bunga raya di tangga"
HEAD_ID, COUNTER_ID = "1" * 32, "2" * 32


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """No second is spent on a password that only this test types."""
    monkeypatch.setattr(slots, "HEAVY", CHEAP)
    monkeypatch.setattr(slots, "STANDARD", CHEAP)


def enrolled(office: Sitting, officer_id: str, name: str, *roles: str, code: str = "") -> None:
    """Put an officer on the roster as an administrator does, or the holder of the code."""
    fields = {f"officer.{officer_id}": {"name": name, "post": ""}}
    fields |= {f"officer.{officer_id}.role.{role}": True for role in roles}
    with office.writing() as doing:
        keys = PersonKeys.from_recovery(recovery.read(code)) if code else office.opened.keys
        doing.enact(fields, keys.signing, action="officer_added")


def retire(office: Sitting, officer_id: str) -> None:
    with office.writing() as doing:
        fields = {f"officer.{officer_id}.retired": {"on": True}}
        doing.enact(fields, office.opened.keys.signing, action="officer_retired")


@pytest.fixture
def office(opened: Opened, clock: Clock) -> Sitting:
    """The first officer at work, with a head and a counter officer on the roster who were never here."""
    sitting = Sitting.of(opened, clock)
    enrolled(sitting, HEAD_ID, HEAD, "head", "leader")
    enrolled(sitting, COUNTER_ID, COUNTER, "counter")
    return sitting


def sit(founded: Office, officer: str, password: str, secrets: Secrets | None = None) -> Sitting:
    opened = setup.unlock(founded.paths, officer, password, secrets or founded.secrets, founded.clock)
    return Sitting.of(opened, founded.clock)


def by_code(founded: Office, secrets: Secrets | None = None) -> Sitting:
    opened = setup.unlock_with_code(founded.paths, founded.code, secrets or founded.secrets, founded.clock)
    return Sitting.of(opened, founded.clock)


def acts(office: Sitting, what: str) -> list[str]:
    with office.vault.read() as conn:
        return [str(state["about"]) for state in shelf.acts(conn, what)]


def roster(office: Sitting) -> dict[str, object]:
    with office.vault.read() as conn:
        return dict(journal.read_own_roster(conn).folded.state)


@pytest.fixture
def head(office: Sitting, founded: Office) -> Iterator[Sitting]:
    """The head, on a laptop he never used before."""
    keys.colleague_slot(office, HEAD_ID, NEW)
    office.opened.close()
    sitting = sit(founded, HEAD, NEW)
    yield sitting
    sitting.opened.close()


# --- a colleague's way in -------------------------------------------------------------------------


def test_a_head_signs_on_a_laptop_never_used_before(head: Sitting) -> None:
    assert head.officer_id == HEAD_ID
    assert head.may("report.approve")
    own = head.opened.keys
    assert is_signed("head", bytes.fromhex(own.signing_public), b"x", sign("head", own.signing, b"x"))
    assert head.staff().find(HEAD_ID).keys == {own.signing_public: own.age}
    assert acts(head, "slot.made") == [HEAD_ID]
    assert verify(head.vault).ok


def test_a_leader_makes_one_too_and_an_administrator_stands_behind_it_later(
    head: Sitting, founded: Office
) -> None:
    made = keys.colleague_slot(head, COUNTER_ID, PASSWORD)
    assert not made.confirmed
    assert [officer for officer, _, _ in keys.slots_waiting(head)] == [COUNTER_ID]
    head.opened.close()
    counter = sit(founded, COUNTER, PASSWORD)
    assert counter.may("visit.record")
    counter.opened.close()
    administrator = sit(founded, OFFICER, PASSWORD)
    assert keys.confirm_slots(administrator) == 1
    assert keys.slots_waiting(administrator) == ()
    assert all(one.confirmed for one in keys.slots_here(administrator))
    administrator.opened.close()


def test_a_leader_alone_cannot_stand_behind_it(head: Sitting) -> None:
    keys.colleague_slot(head, COUNTER_ID, PASSWORD)
    with pytest.raises(Refused):
        keys.confirm_slots(head)


def test_who_can_open_already_is_told_to_reset_instead(head: Sitting) -> None:
    with pytest.raises(Refused) as told:
        keys.colleague_slot(head, HEAD_ID, PASSWORD)
    assert told.value.code == "slot_exists"


def test_two_officers_of_one_name_are_told_apart_by_their_passwords(office: Sitting, founded: Office) -> None:
    enrolled(office, "3" * 32, HEAD, "counter")
    for officer, password in ((HEAD_ID, NEW), ("3" * 32, "kipas angin di siling")):
        keys.colleague_slot(office, officer, password)
    office.opened.close()
    assert setup.officers_here(founded.paths).count(HEAD) == 1
    for officer, password in ((HEAD_ID, NEW), ("3" * 32, "kipas angin di siling")):
        sitting = sit(founded, HEAD, password)
        assert sitting.officer_id == officer
        sitting.opened.close()


def test_nobody_gets_one_who_is_not_on_the_roster_or_retired(office: Sitting) -> None:
    retire(office, COUNTER_ID)
    for officer, code in (("9" * 32, "officer_not_here"), (COUNTER_ID, "officer_retired")):
        with pytest.raises(Refused) as told:
            keys.colleague_slot(office, officer, PASSWORD)
        assert told.value.code == code


def test_a_short_password_is_refused_before_anything_is_made(office: Sitting) -> None:
    before = office.opened.paths.keyslots.read_bytes()
    with pytest.raises(Invalid):
        keys.colleague_slot(office, HEAD_ID, "pendek")
    assert office.opened.paths.keyslots.read_bytes() == before


def test_the_code_makes_one_and_makes_an_administrators_key_count(office: Sitting, founded: Office) -> None:
    enrolled(office, "3" * 32, "Aisyah Mohd Nor", "administrator", code=founded.code)
    office.opened.close()
    root = by_code(founded)
    keys.colleague_slot(root, "3" * 32, NEW)
    root.opened.close()
    aisyah = sit(founded, "Aisyah Mohd Nor", NEW)
    assert keys.signs_as(aisyah, "admin")
    aisyah.opened.close()


# --- retirement -----------------------------------------------------------------------------------


def test_a_retired_officers_way_in_goes_and_the_key_with_it(head: Sitting, founded: Office) -> None:
    head.opened.close()
    office = sit(founded, OFFICER, PASSWORD)
    before = office.vault.path
    retire(office, HEAD_ID)
    assert keys.drop_slots_of(office, HEAD_ID) == 1
    assert office.vault.path != before
    assert not before.exists()
    assert [one.name for one in keys.slots_here(office) if one.kind == "officer"] == [OFFICER]
    assert roster(office)[f"officer.{HEAD_ID}.key.{head.opened.keys.signing_public}"]["on"] is False  # type: ignore[index]
    assert office.staff().find(HEAD_ID).name == HEAD  # the name stays on the records
    office.opened.close()
    with pytest.raises(Refused):
        sit(founded, HEAD, NEW)


def test_a_retired_officer_is_refused_in_words_and_whoever_opens_finishes_it(
    head: Sitting, founded: Office
) -> None:
    head.opened.close()
    office = sit(founded, OFFICER, PASSWORD)
    retire(office, HEAD_ID)  # and the power goes, or the retirement came from another laptop
    office.opened.close()
    with pytest.raises(Refused) as told:
        sit(founded, HEAD, NEW)
    assert told.value.code == "officer_retired"
    root = by_code(founded)
    assert [slot.name for slot in keyslots.read(founded.paths.keyslots).of_kind("officer")] == [OFFICER]
    assert acts(root, "slot.gone") == [HEAD_ID]
    assert verify(root.vault).ok
    root.opened.close()


def test_a_copy_made_before_a_retirement_still_opens_with_the_retired_password(
    head: Sitting, founded: Office, tmp_path: Path
) -> None:
    head.opened.close()
    copy = tmp_path / "salinan"
    shutil.copytree(founded.paths.root, copy)
    office = sit(founded, OFFICER, PASSWORD)
    retire(office, HEAD_ID)
    keys.drop_slots_of(office, HEAD_ID)
    office.opened.close()
    older = Office(founded.paths.at(copy), founded.code, founded.ring, founded.secrets, founded.clock)
    again = sit(older, HEAD, NEW)
    assert again.officer_id == HEAD_ID
    again.opened.close()


# --- passwords ------------------------------------------------------------------------------------


def test_a_changed_password_opens_with_the_same_keys(office: Sitting, founded: Office) -> None:
    before = office.opened.keys
    keys.change_password(office, PASSWORD, NEW)
    assert acts(office, "password.changed") == [office.officer_id]
    office.opened.close()
    with pytest.raises(Locked):
        sit(founded, OFFICER, PASSWORD)
    again = sit(founded, OFFICER, NEW)
    assert again.opened.keys == before
    again.opened.close()


def test_a_wrong_old_password_changes_nothing_and_slows_down(office: Sitting) -> None:
    before = office.opened.paths.keyslots.read_bytes()
    waits = []
    for _ in range(3):
        with pytest.raises(Locked) as told:
            keys.change_password(office, "bukan ini sama sekali", NEW)
        waits.append(told.value.values.get("seconds"))
    assert waits == [0, 0, 2]
    with pytest.raises(Locked) as told:
        keys.change_password(office, PASSWORD, NEW)
    assert told.value.code == "unlock_wait"
    assert office.opened.paths.keyslots.read_bytes() == before


def test_an_administrator_resets_a_password_and_the_old_key_goes_off(head: Sitting, founded: Office) -> None:
    old = head.opened.keys.signing_public
    head.opened.close()
    office = sit(founded, OFFICER, PASSWORD)
    keys.reset_password(office, HEAD_ID, "laluan baharu sekali")
    assert old not in office.staff().find(HEAD_ID).keys
    office.opened.close()
    with pytest.raises(Locked):
        sit(founded, HEAD, NEW)
    again = sit(founded, HEAD, "laluan baharu sekali")
    assert again.opened.keys.signing_public in again.staff().find(HEAD_ID).keys
    again.opened.close()


def test_administrators_do_not_reset_one_another_nor_themselves(office: Sitting, founded: Office) -> None:
    enrolled(office, "3" * 32, "Aisyah Mohd Nor", "administrator", code=founded.code)
    for officer, code in (("3" * 32, "reset_needs_code"), (office.officer_id, "reset_own")):
        with pytest.raises(Refused) as told:
            keys.reset_password(office, officer, NEW)
        assert told.value.code == code


def test_who_may_not_reset_or_make_is_refused(head: Sitting) -> None:
    with pytest.raises(Refused) as told:
        keys.reset_password(head, COUNTER_ID, NEW)
    assert told.value.code == "not_allowed"


def test_passwords_are_nowhere_in_the_journal(head: Sitting) -> None:
    with head.vault.read() as conn:
        bodies = conn.exec_driver_sql("SELECT body FROM entries").scalars().all()
    whole = b"".join(bodies)
    assert NEW.encode() not in whole
    assert b"seed" not in whole
    assert head.opened.keys.seed.hex().encode() not in whole


# --- by the code ----------------------------------------------------------------------------------


def test_a_forgotten_password_is_replaced_by_the_code_and_work_goes_on_as_the_officer(
    founded: Office,
) -> None:
    old = founded.unlock()
    before = old.keys.signing_public
    old.close()
    opened = recovering.recover(founded.paths, founded.code, "", NEW, founded.secrets, founded.clock)
    office = Sitting.of(opened, founded.clock)
    assert (office.officer.name, office.officer_id != BY_CODE) == (OFFICER, True)
    assert keys.signs_as(office, "admin")
    assert before not in office.staff().find(office.officer_id).keys
    state = roster(office)
    assert state[f"admin.{before}"]["on"] is False  # type: ignore[index]
    enrolled(office, COUNTER_ID, COUNTER, "counter")
    assert office.staff().find(COUNTER_ID) is not None
    opened.close()
    with pytest.raises(Locked):
        founded.unlock()
    founded.unlock(NEW).close()


def test_the_officer_is_asked_for_where_there_are_several(office: Sitting, founded: Office) -> None:
    office.opened.close()
    with pytest.raises(Refused) as told:
        recovering.recover(founded.paths, founded.code, "", NEW, founded.secrets, founded.clock)
    assert told.value.code == "recover_whom"
    assert OFFICER in str(told.value.values["officers"])
    recovering.recover(founded.paths, founded.code, HEAD, NEW, founded.secrets, founded.clock).close()
    sit(founded, HEAD, NEW).opened.close()


def test_a_wrong_code_or_a_short_password_changes_nothing(founded: Office) -> None:
    before = founded.paths.keyslots.read_bytes()
    for code, password in ((founded.code, "pendek"), (setup.new_recovery_code(), NEW), ("salah", NEW)):
        with pytest.raises(HbpError):
            recovering.recover(founded.paths, code, "", password, founded.secrets, founded.clock)
    assert founded.paths.keyslots.read_bytes() == before


def test_the_code_is_replaced_only_with_the_old_one_which_then_opens_nothing(founded: Office) -> None:
    office = sit(founded, OFFICER, PASSWORD)
    new = setup.new_recovery_code()
    with pytest.raises(Locked):
        vault_keys.new_recovery_code(office, setup.new_recovery_code(), new)
    vault_keys.new_recovery_code(office, founded.code, new)
    office.opened.close()
    with pytest.raises(Locked) as told:
        by_code(founded)
    assert told.value.code == "recovery_other"
    root = Sitting.of(
        setup.unlock_with_code(founded.paths, new, founded.secrets, founded.clock), founded.clock
    )
    assert keys.signs_as(root, "root")
    root.opened.close()


def test_the_codes_holder_replaces_it_and_goes_on(founded: Office) -> None:
    root, new = by_code(founded), setup.new_recovery_code()
    vault_keys.new_recovery_code(root, founded.code, new)
    vault_keys.rotate(root)
    assert acts(root, "key.rotated") == [""]
    root.opened.close()


# --- another account, another keyring -------------------------------------------------------------


def test_another_account_comes_in_by_the_code_once_and_then_by_its_own_password(founded: Office) -> None:
    other = secrets_with(MemoryRing())
    with pytest.raises(Locked) as told:
        setup.unlock(founded.paths, OFFICER, PASSWORD, other, founded.clock)
    assert told.value.code == "laptop_secret_missing"
    recovering.recover(founded.paths, founded.code, OFFICER, NEW, other, founded.clock).close()
    assert len(keyslots.read(founded.paths.keyslots).named(OFFICER)) == 2
    assert setup.officers_here(founded.paths) == [OFFICER]
    sit(founded, OFFICER, NEW, other).opened.close()
    sit(founded, OFFICER, PASSWORD).opened.close()  # the first account's way in is as it was
    for password, secrets in ((PASSWORD, other), (NEW, founded.secrets)):
        with pytest.raises(Locked) as told:
            sit(founded, OFFICER, password, secrets)
        assert told.value.code == "wrong_password"


def test_a_keyring_lost_with_the_system_is_the_same_path(founded: Office) -> None:
    founded.ring.kept.clear()
    with pytest.raises(Locked) as told:
        founded.unlock()
    assert told.value.code == "laptop_secret_missing"
    recovering.recover(founded.paths, founded.code, "", NEW, founded.secrets, founded.clock).close()
    founded.unlock(NEW).close()
    assert any(name.endswith("/laptop") for _, name in founded.ring.kept)


def test_without_a_keyring_a_way_in_is_made_heavy_and_bound_later(founded: Office) -> None:
    locked = secrets_with(LockedRing())
    recovering.recover(founded.paths, founded.code, "", NEW, locked, founded.clock).close()
    office = sit(founded, OFFICER, NEW, locked)
    assert not next(one for one in keys.slots_here(office) if one.mine).bound
    with pytest.raises(Unreachable) as told:
        keys.bind_account(office, NEW)
    assert told.value.code == "keyring_locked"
    office.opened.close()
    office = sit(founded, OFFICER, NEW)  # somebody unlocked the keyring
    keys.bind_account(office, NEW)
    assert next(one for one in keys.slots_here(office) if one.mine).bound
    office.opened.close()
    sit(founded, OFFICER, NEW).opened.close()
    with pytest.raises(Unreachable):
        sit(founded, OFFICER, NEW, locked)


# --- the state's key ------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("age") is None, reason="needs the age program")
def test_the_states_key_opens_the_sealed_data_key_with_the_age_program(
    office: Sitting, tmp_path: Path
) -> None:
    secret = tmp_path / "kunci"
    subprocess.run(["age-keygen", "-o", str(secret)], check=True, capture_output=True)
    public = subprocess.run(["age-keygen", "-y", str(secret)], check=True, capture_output=True, text=True)
    assert vault_keys.install_escrow(office, f"# kunci negeri\n{public.stdout}") == public.stdout.strip()
    keys.colleague_slot(office, HEAD_ID, NEW)  # a later rotation keeps it
    held = keyslots.read(office.opened.paths.keyslots)
    sealed = tmp_path / "sealed"
    sealed.write_bytes(held.sealed)
    opened = subprocess.run(["age", "-d", "-i", str(secret), str(sealed)], check=True, capture_output=True)
    assert opened.stdout == slots.unseal(held, office.opened.keys)
    assert len(opened.stdout) == 32
    assert base64.b64encode(held.sealed).decode() in office.opened.paths.keyslots.read_text()


def test_the_states_key_is_replaced_not_added_to(office: Sitting) -> None:
    for _ in range(2):
        vault_keys.install_escrow(office, slots.PersonKeys.new().age)
    assert [one.kind for one in keys.slots_here(office)] == ["officer", "recovery", "escrow"]


@pytest.mark.parametrize("text", ["", "age1salah", "AGE-SECRET-KEY-1", "age1" + "q" * 58])
def test_what_is_no_key_of_the_state_is_refused(office: Sitting, text: str) -> None:
    with pytest.raises(Refused) as told:
        vault_keys.install_escrow(office, text)
    assert told.value.code == "escrow_malformed"


# --- nothing by halves ----------------------------------------------------------------------------


def test_what_cannot_be_written_leaves_journal_and_slots_as_they_were(
    office: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = office.opened.paths.keyslots.read_bytes()

    def full(path: Path, found: keyslots.Keyslots) -> None:
        raise NoRoom("disk_full")

    monkeypatch.setattr(rotation.keyslots, "write", full)
    with pytest.raises(NoRoom):
        keys.colleague_slot(office, HEAD_ID, NEW)
    assert office.opened.paths.keyslots.read_bytes() == before
    assert acts(office, "slot.made") == []
    assert office.staff().find(HEAD_ID).keys == {}


def test_retirements_that_cannot_be_finished_now_stop_nobody_from_opening(
    head: Sitting, founded: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    head.opened.close()
    office = sit(founded, OFFICER, PASSWORD)
    retire(office, HEAD_ID)
    office.opened.close()

    def full(*_: object) -> tuple[Slot, ...]:
        raise NoRoom("disk_full")

    monkeypatch.setattr(slot_changes.rotation, "rotate", full)
    sit(founded, OFFICER, PASSWORD).opened.close()
    monkeypatch.undo()
    sit(founded, OFFICER, PASSWORD).opened.close()
    assert len(keyslots.read(founded.paths.keyslots).of_kind("officer")) == 1
