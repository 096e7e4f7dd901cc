"""A doubtful place is refused or asked about, and told when an office has come to lie there."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hbp_desktop.config import Paths
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.place import Mount, Surroundings
from hbp_desktop.store.secrets import Secrets
from hbp_desktop.usecases import place_notes, places
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.opening import Opened
from hbp_desktop.usecases.setup import SetupDraft, found, is_set_up, new_recovery_code
from hbp_desktop.usecases.wording import all_texts, say
from tests.conftest import CHEAP, OFFICER, PASSWORD, POST, Clock
from tests.conftest import Office as Founded

REASON = "Komputer riba ini satu-satunya, cakera D dienkripsi."
AROUND: dict[str, Callable[[Path], Surroundings]] = {
    "network": lambda root: Surroundings(str(root), (Mount(str(root.parent), "cifs"),)),
    "cloud": lambda root: Surroundings(str(root), synced={str(root.parent): "Dropbox"}),
    "removable": lambda root: Surroundings(str(root), (Mount(str(root.parent), "vfat", removable=True),)),
}


@pytest.fixture
def lies(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put every folder into another surrounding."""
    return lambda kind: monkeypatch.setattr(places, "surroundings", AROUND[kind])


def set_up(paths: Paths, secrets: Secrets, clock: Clock, reason: str) -> Opened:
    draft = SetupDraft("SGR06", OFFICER, POST, PASSWORD, reason)
    return found(paths, draft, secrets, clock, recovery_code=new_recovery_code(), cost=CHEAP).opened


@pytest.mark.parametrize(("kind", "reason"), [("network", REASON), ("cloud", ""), ("removable", " ok ")])
def test_set_up_in_a_doubtful_place_makes_nothing(
    kind: str, reason: str, lies: Callable[[str], None], paths: Paths, secrets: Secrets, clock: Clock
) -> None:
    lies(kind)
    with pytest.raises(Refused) as told:
        set_up(paths, secrets, clock, reason)
    assert told.value.code == f"place_{kind}"
    assert str(Paths.default().root) in say(told.value, "en")
    assert not is_set_up(paths)
    assert not paths.root.exists()


@pytest.mark.parametrize("kind", ["cloud", "removable"])
def test_a_reason_lets_it_be_and_is_journaled(
    kind: str, lies: Callable[[str], None], paths: Paths, secrets: Secrets, clock: Clock
) -> None:
    lies(kind)
    opened = set_up(paths, secrets, clock, REASON)
    with opened.vault.read() as conn:
        bodies = conn.exec_driver_sql("SELECT body FROM entries WHERE kind = 'act'").scalars()
        (act,) = [body for body in map(json.loads, bodies) if body["fields"]["what"] == "place.kept"]
    assert act["fields"]["place"] == kind
    assert act["reason"] == REASON
    assert place_notes.notices(Office.of(opened, clock)) == ()
    opened.close()


def test_a_folder_that_came_onto_a_share_is_not_opened_and_not_touched(
    founded: Founded, lies: Callable[[str], None]
) -> None:
    before = {path.name: path.read_bytes() for path in founded.paths.root.iterdir() if path.is_file()}
    lies("network")
    with pytest.raises(Refused) as told:
        founded.unlock()
    assert told.value.code == "place_now_network"
    after = {path.name: path.read_bytes() for path in founded.paths.root.iterdir() if path.is_file()}
    assert after == before


@pytest.mark.parametrize("kind", ["cloud", "removable"])
def test_a_folder_that_came_into_a_doubtful_place_is_told_until_a_reason_is_given(
    kind: str, opened: Opened, clock: Clock, lies: Callable[[str], None]
) -> None:
    office = Office.of(opened, clock)
    assert place_notes.notices(office) == ()
    lies(kind)
    assert [notice.code for notice in place_notes.notices(office)] == [f"place_now_{kind}"]
    with pytest.raises(Refused):
        place_notes.keep(office, "")
    place_notes.keep(office, REASON)
    place_notes.keep(office, REASON)
    assert place_notes.notices(office) == ()


def test_little_room_is_told_and_whether_any_is_kept_back(paths: Paths) -> None:
    mine = 5_000_000_000
    assert places.Room(mine, True, False).problems == ()
    assert places.Room(None, False, False).problems == ()
    (low,) = places.Room(900_000_000, True, True).problems
    (spent,) = places.Room(3_000_000, False, True, True).problems
    assert (low.code, low.values["free"], spent.code) == ("disk_low", 900, "disk_spent")


CODES = [
    *(f"place_{now}{kind}" for now in ("", "now_") for kind in ("network", "cloud", "removable")),
    *("disk_low", "disk_spent"),
]


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_whole_sentence_in_each_language(code: str) -> None:
    row = all_texts()[code]
    for language in ("ms", "en"):
        assert row[language].endswith(".")
        assert len(row[language]) > 30
    assert set(re.findall(r"{\w+}", row["ms"])) == set(re.findall(r"{\w+}", row["en"]))
