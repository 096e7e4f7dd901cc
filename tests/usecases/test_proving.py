"""Verify against files and codes that are held elsewhere, and what is remembered of them."""

import json
import shutil
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import Damaged, HbpError, Invalid, Refused
from hbp_desktop.domain.proof import heads_as_json
from hbp_desktop.domain.session import Session
from hbp_desktop.usecases import audit, backups, counter, keys, proving, reporting
from hbp_desktop.usecases.office import Office
from tests.conftest import CHEAP, Clock
from tests.usecases.drafts import matter, visit
from tests.usecases.office_staff import add


@pytest.fixture(autouse=True)
def held(office: Office, session: Session, clock: Clock) -> None:
    """A visit, at five in the afternoon."""
    counter.record(office, visit(session, matter("pertanyaan", status="settled")))
    clock.move(hours=8.5)


def heads_file(office: Office, path: Path) -> Path:
    path.write_text(json.dumps({"heads": heads_as_json(proving.heads_now(office))}), encoding="utf-8")
    return path


def test_without_anything_elsewhere_only_the_file_speaks(office: Office, clock: Clock) -> None:
    proof = proving.check(office)
    assert proof.ok
    assert proof.verdict.anchored_until is None
    assert proof.here_until is not None  # the anchor: outside the file, but on the same laptop


def test_a_code_read_back_later_vouches_up_to_its_entry(
    office: Office, session: Session, clock: Clock
) -> None:
    code, then = proving.code_now(office), int(clock().timestamp())
    clock.move(hours=1)
    counter.record(office, visit(session, name="Ravi"))
    proof = proving.check(office, code.lower().replace("-", " "))
    assert proof.ok
    assert proof.verdict.anchored_until is not None
    assert proof.verdict.anchored_until <= then
    again = proving.check(office)
    assert again.verdict.anchored_until == proof.verdict.anchored_until
    assert [one.claim.source for one in again.vouched] == ["code"]


def test_every_file_of_ours_that_carries_heads_can_be_compared(
    office: Office, session: Session, tmp_path: Path
) -> None:
    made = reporting.make_package(office, session.id, tmp_path / "pakej")
    (tmp_path / "salinan").mkdir()
    for name in ("jejak.csv", "jejak.json"):
        audit.export(office, office.today, office.today, tmp_path / name)
    files = [
        made.folder,
        made.folder / "laporan.json",
        made.zip,
        tmp_path / "jejak.csv",
        tmp_path / "jejak.json",
        heads_file(office, tmp_path / "heads.json"),
    ]
    for path in files:
        proof = proving.check(office, str(path))
        assert proof.ok, path
        assert [one.standing for one in proof.compared] == ["held"], path


def test_a_backup_can_be_compared(office: Office, tmp_path: Path) -> None:
    made = backups.make_to(office, tmp_path)
    proof = proving.check(office, str(made.path))
    assert proof.ok
    assert [one.standing for one in proof.compared] == ["held"]
    assert proof.verdict.anchored_until is not None


def test_a_file_of_another_office_is_neither_for_nor_against(office: Office, tmp_path: Path) -> None:
    from tests.store.laptops import founded

    other = founded(tmp_path / "lain.db")
    with other.vault.read() as conn:
        from hbp_desktop.store.elsewhere import signed_heads

        heads = heads_as_json(signed_heads(conn))
    other.vault.close()
    path = tmp_path / "lain.json"
    path.write_text(json.dumps({"heads": heads}), encoding="utf-8")
    proof = proving.check(office, str(path))
    assert proof.ok
    assert [one.standing for one in proof.compared] == ["unknown"]
    assert proof.verdict.anchored_until is None


@pytest.mark.parametrize(
    ("name", "content", "kind", "code"),
    [
        ("tiada.json", None, Refused, "file_unreadable"),
        ("lain.json", "{}", Refused, "heads_none"),
        ("lain.csv", "a,b\n", Refused, "heads_none"),
        ("rosak.json", "{", Damaged, "heads_damaged"),
        ("rosak.zip", "PK\3\4....", Damaged, "heads_damaged"),
        ("palsu.json", '{"heads": [{"chain": 7}]}', Damaged, "heads_damaged"),
    ],
)
def test_a_file_that_says_nothing_is_refused_in_words(
    office: Office, tmp_path: Path, name: str, content: str | None, kind: type[HbpError], code: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(kind, match=code):
        proving.check(office, str(path))


def test_a_head_whose_signature_does_not_hold_is_refused(office: Office, tmp_path: Path) -> None:
    path = heads_file(office, tmp_path / "heads.json")
    said = json.loads(path.read_text(encoding="utf-8"))
    said["heads"][0]["seq"] += 1
    path.write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(Damaged, match="heads_unsigned"):
        proving.check(office, str(path))


def test_a_misread_code_is_told_by_its_group(office: Office) -> None:
    code = proving.code_now(office)
    slip = "2" if code[5] != "2" else "3"
    with pytest.raises(Invalid) as invalid:
        proving.check(office, code[:5] + slip + code[6:])
    assert invalid.value.problems[0].values == {"group": 2}


def test_a_contradiction_is_told_and_not_remembered(office: Office, tmp_path: Path) -> None:
    from hbp_desktop.domain.proof import ChainCode
    from hbp_desktop.store import journal

    with office.vault.read() as conn:
        own = journal.own_device(conn)
    for _ in range(2):
        proof = proving.check(office, ChainCode.of(own.chain, 2, bytes(32)).text())
        assert [(one.code, one.place) for one in proof.verdict.problems] == [
            ("head_contradicted", f"{own.chain}:2")
        ]
    assert proving.check(office).ok


def test_the_steps_are_told_in_order(office: Office) -> None:
    told: list[tuple[int, str]] = []
    proving.check(office, step=lambda done, _of, what: told.append((done, what)))
    assert [what for _, what in told] == ["verify_pages", "verify_entries", "verify_tables", "verify_words"]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_folder_without_a_report_is_refused(office: Office, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "kosong", ignore_errors=True)
    (tmp_path / "kosong").mkdir()
    with pytest.raises(Refused, match="file_unreadable"):
        proving.check(office, str(tmp_path / "kosong"))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE unlockers SET officer = '{other}' WHERE kind = 'officer' AND officer = '{me}'",
        "UPDATE unlockers SET signing = '00' WHERE kind = 'officer' AND officer = '{me}'",
        "INSERT INTO unlockers SELECT 'f', kind, age, 'f', officer FROM unlockers WHERE officer = '{me}'",
    ],
)
def test_a_slot_that_was_made_another_officers_is_found(office: Office, change: str) -> None:
    head = add(office, "Tuan Haji Zulkifli Hassan", "head")
    keys.colleague_slot(office, head.id, "jambatan kayu lama di hulu", CHEAP)
    assert proving.check(office).ok
    with office.vault.write() as conn:
        conn.exec_driver_sql(change.format(me=office.officer_id, other=head.id))
    assert {one.code for one in proving.check(office).verdict.problems} == {"slot_strange"}
