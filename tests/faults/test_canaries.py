"""Nothing of a client, no password and no key is left anywhere but in the vault and explicit exports."""

import json
import os
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.canaries import places_below, search
from tests.faults.canary_journey import CANARIES, NUMBER_AS_TYPED

pytestmark = pytest.mark.skipif(os.name != "posix", reason="NOT SEEN HERE: the journey forks and is killed")
_HIDEOUTS = {
    "HOME": "rumah",
    "TMPDIR": "sementara",
    "XDG_CONFIG_HOME": "tetapan",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
LIES: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "upper case": lambda text: text.upper().encode(),
    "base64": lambda text: b64encode(text.encode()),
    "base64, one later": lambda text: b64encode(b"." + text.encode()),
    "base64, two later": lambda text: b64encode(b".." + text.encode()),
    "base64 of utf-16": lambda text: b64encode(text.encode("utf-16-le")),
    "hex": lambda text: text.encode().hex().encode(),
    "HEX": lambda text: text.encode().hex().upper().encode(),
}


@dataclass(frozen=True)
class Journey:
    """Where the day took place, what was written meanwhile, what was seen."""

    folder: Path
    written: tuple[Path, ...]
    lives: list[dict[str, Any]]

    @property
    def canaries(self) -> dict[str, str | bytes]:
        keys = {f"key {n}": bytes.fromhex(key) for n, key in enumerate(self.lives[0]["keys"])}
        return {**CANARIES, "number as typed": NUMBER_AS_TYPED, **keys}


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """A day with a crash and the morning after it, in a home of its own."""
    folder = tmp_path_factory.mktemp("kenari") / "hari"
    surroundings = {name: str(folder / place) for name, place in _HIDEOUTS.items()}
    for place in surroundings.values():
        Path(place).mkdir(parents=True)
    known = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.canary_journey", str(folder)],
        env={**known, **surroundings, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    said = json.loads(done.stdout.splitlines()[-1])
    assert len(said["lives"]) == 2, done.stderr[-3_000:]
    written = sorted(folder.parent.glob("hari.written*")) if said["traced"] else []
    if not written:
        print("NOT SEEN HERE: files that were gone again before the search", file=sys.stderr)
    return Journey(folder, tuple(written), said["lives"])


def test_no_canary_is_in_any_file_or_name(journey: Journey) -> None:
    places = dict(places_below([journey.folder], but=(journey.folder / "eksport",)))
    assert any(place.endswith(".db") for place in places)
    assert any(place.endswith(".hbpbackup") for place in places)
    assert any(place.endswith(".log") for place in places)
    assert search(places, journey.canaries) == []


def test_no_canary_was_ever_written_to_a_file(journey: Journey) -> None:
    if not journey.written:
        pytest.skip("NOT SEEN HERE: system calls cannot be traced (Linux on x86_64 only)")
    places = dict(places_below(journey.written))
    assert sum(map(len, places.values())) > 100_000
    assert search(places, journey.canaries) == []


def test_the_exports_hold_what_they_were_asked_for_and_no_key(journey: Journey) -> None:
    exports = dict(places_below([journey.folder / "eksport"]))
    found = search(exports, journey.canaries)
    assert "name" in {find.canary for find in found if "bernama" in find.place}
    assert {find.canary for find in found if "bernama" not in find.place} <= {"details", "action"}
    assert not [find for find in found if "key" in find.canary or "password" in find.canary]


def test_no_title_names_a_client_and_the_clipboard_is_empty_once_locked(journey: Journey) -> None:
    titles = {title for life in journey.lives for title in life["titles"] if title}
    assert len(titles) >= 2
    assert search({"titles": "\n".join(titles).encode()}, journey.canaries) == []
    assert journey.lives[0]["copied"]
    assert journey.lives[0]["clipboards"] == [""]


def test_the_crash_left_no_core_and_an_error_was_logged_without_its_words(journey: Journey) -> None:
    names = [path.name for path in journey.folder.rglob("*") if path.is_file()]
    assert not [name for name in names if name.startswith("core")]
    log = (journey.folder / "pejabat" / "logs" / "hbp-desktop.log").read_text("utf-8")
    assert "RuntimeError" in log


@pytest.mark.parametrize("writing", LIES)
@pytest.mark.parametrize("canary", CANARIES)
def test_a_planted_leak_is_found(writing: str, canary: str, tmp_path: Path) -> None:
    (tmp_path / "leak.bin").write_bytes(bytes(99) + LIES[writing](CANARIES[canary]) + bytes(99))
    found = search(dict(places_below([tmp_path])), CANARIES)
    assert canary in {find.canary for find in found}


@pytest.mark.parametrize("armour", [bytes, lambda key: key.hex().encode(), b64encode])
def test_a_planted_key_is_found(armour: Callable[[bytes], bytes], tmp_path: Path) -> None:
    key = bytes(range(100, 132))
    (tmp_path / "leak.bin").write_bytes(b"x" + armour(key) + b"x")
    assert search(dict(places_below([tmp_path])), {"key": key})


def test_a_leak_in_a_files_name_is_found_and_an_export_is_left_out(tmp_path: Path) -> None:
    (tmp_path / f"laporan {CANARIES['name']}.pdf").write_bytes(b"")
    (tmp_path / "eksport").mkdir()
    (tmp_path / "eksport" / "a.csv").write_text(CANARIES["details"], "utf-8")
    found = search(dict(places_below([tmp_path], but=(tmp_path / "eksport",))), CANARIES)
    assert {find.canary for find in found} == {"name"}
