"""A whole day in the window with canaries in every field, ending in a crash; another start after it.

Run as `python -m tests.faults.canary_journey FOLDER` with HOME, TMPDIR and the XDG folders inside FOLDER; it
prints one line of JSON: titles and clipboards as seen, keys as hex. Every byte any process of it writes to
a file is kept in `FOLDER.written/`, so that files that are gone again are searched as well.
"""

import json
import os
import signal
import sys
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tests.faults.tracing import Call, Watcher, begin, can_trace, watched

CANARIES = {
    "name": "Zulbaharin Kenariyusof",
    "number": "880412145677",
    "telephone": "0198765432",
    "details": "kenari pertama tentang bantuan bulanan",
    "action": "kenari kedua sudah dihubungi",
    "draft": "kenari ketiga belum siap ditaip",
    "error": "kenari keempat di dalam ralat",
    "password": "payung kenari di tepi sungai",
    "wrong password": "payung kenari yang tersilap",
}
NUMBER_AS_TYPED = "880412-14-5677"


class Written(Watcher):
    """Keeps what is written to files outside the exports."""

    def __init__(self, out: Path, *left_out: Path) -> None:
        self.out, self.left_out = out, tuple(f"{folder}/" for folder in left_out)
        out.mkdir()

    def entered(self, call: Call) -> None:
        if call.name not in ("write", "pwrite64"):
            return
        name = call.file()
        device = name.startswith("/dev/") and not name.startswith("/dev/shm/")  # files kept in memory
        if name.startswith("/") and not device and not name.startswith(self.left_out):
            data = call.bytes_at(call.arguments[1], call.arguments[2])
            kept = self.out / blake2b(name.encode(), digest_size=8).hexdigest()
            with kept.open("ab") as file:
                file.write(data)


def main() -> None:
    folder = Path(sys.argv[1])
    told = folder.with_name(f"{folder.name}.told")
    told.mkdir()
    for number, life in enumerate((first_day, next_morning)):
        out = folder.with_name(f"{folder.name}.written{number}")
        watcher = Written(out, folder / "eksport", told)

        def live(act: Any = life, number: int = number) -> None:
            begin()
            act(folder, told / f"{number}.json")

        if can_trace():
            watched(live, watcher)
        else:
            _untraced(life, folder, told / f"{number}.json")
    found = [json.loads(path.read_text("utf-8")) for path in sorted(told.iterdir())]
    print(json.dumps({"lives": found, "traced": can_trace()}))


def first_day(folder: Path, told: Path) -> None:
    """Set up, take down, show, print, export, lock, unlock wrongly and rightly, and crash while saving."""
    from hbp_desktop.usecases import records, reporting, slips

    seen: dict[str, Any] = {"titles": [], "clipboards": []}
    window, office, session, at = _sit(folder)
    _serve(at)
    _look(window, seen)
    visit = at.rows()[0]
    records.reveal(office, visit.id, "identity")
    window.frame.open("records")
    _look(window, seen)
    slips.slip(office, visit.id)
    (folder / "eksport").mkdir()
    reporting.make_package(office, session, folder / "eksport")
    reporting.make_package(office, session, folder / "eksport", names=True, reason="mesyuarat bersama ketua")
    _copy_and_lock(window, at, seen)
    seen["keys"] = _unlock(window, at)
    try:
        raise RuntimeError(CANARIES["error"])
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    _look(window, seen)
    told.write_text(json.dumps(seen), "utf-8")
    _crash(window)


def next_morning(folder: Path, told: Path) -> None:
    """Start after the crash, copy to a stick, close the window."""
    from PySide6.QtWidgets import QApplication

    from hbp_desktop.ui import tasks
    from hbp_desktop.ui.door import Seat
    from hbp_desktop.usecases import backups
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.setup import unlock
    from tests.faults.killing import OFFICER

    window, clock, paths = _window(folder)
    opened = unlock(paths, OFFICER, CANARIES["password"], _ringless(), clock)
    window.open_seat(Seat(Office.of(opened, clock), opened.close))
    window.show()
    QApplication.processEvents()
    (folder / "usb").mkdir()
    backups.make_to(window._seat.office, folder / "usb")
    seen: dict[str, Any] = {"titles": [], "clipboards": []}
    _look(window, seen)
    window.close()
    tasks.wait_for_all()
    told.write_text(json.dumps(seen), "utf-8")


def _window(folder: Path) -> tuple[Any, Any, Any]:
    from hbp_desktop.app import make_application, make_window
    from hbp_desktop.config import Paths
    from hbp_desktop.logs import start_log
    from tests.conftest import Clock

    paths, clock = Paths.at(folder / "pejabat"), Clock()
    clock.move(hours=1)
    start_log(paths.logs)
    return make_window(make_application(), paths, _ringless(), clock), clock, paths


def _sit(folder: Path) -> tuple[Any, Any, str, Any]:
    from PySide6.QtWidgets import QApplication

    from hbp_desktop.ui.door import Seat
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.setup import SetupDraft, found
    from tests.conftest import CHEAP, POST
    from tests.counter_sitting import Counter, plan
    from tests.faults.killing import OFFICER
    from tests.ui.counter_fixtures import DAY

    window, clock, paths = _window(folder)
    draft = SetupDraft("SGR06", OFFICER, POST, CANARIES["password"])
    made = found(paths, draft, _ringless(), clock, cost=CHEAP)
    office = Office.of(made.opened, clock)
    session = plan(office, number="4", year="2026", days=(DAY,))
    window.resize(1366, 738)
    window.open_seat(Seat(office, made.opened.close))
    window.show()
    window.activateWindow()
    window.frame.open("counter")
    QApplication.processEvents()
    at = Counter(window.frame, window.frame.current(), office, clock)
    at.code = made.recovery_code  # type: ignore[attr-defined]
    return window, office, session, at


def _ringless() -> Any:
    """No keyring, so that the next morning's process opens with the password alone."""
    from tests.faults.killing import secrets

    return secrets()


def _serve(at: Any) -> None:
    from tests.counter_sitting import Key

    at.type(NUMBER_AS_TYPED).alt("m").type(CANARIES["name"]).alt("t").type(CANARIES["telephone"])
    at.alt("j").type("t").alt("b").type(CANARIES["details"]).alt("d").type(CANARIES["action"])
    at.ctrl(Key.Key_Return)
    assert [row.name for row in at.rows()] == [CANARIES["name"]], at.banner("save")


def _copy_and_lock(window: Any, at: Any, seen: dict[str, Any]) -> None:
    from PySide6.QtWidgets import QApplication

    from tests.counter_sitting import Key

    window.frame.open("counter")
    at.alt("j").type("t").alt("b").type(CANARIES["draft"])
    at.ctrl(Key.Key_A).ctrl(Key.Key_C)
    seen["copied"] = QApplication.clipboard().text() == CANARIES["draft"]
    window.lock("asked")
    _look(window, seen)
    seen["clipboards"].append(QApplication.clipboard().text())


def _unlock(window: Any, at: Any) -> list[str]:
    """Try a wrong password, then the right one; gives every key there is, as hex."""
    from contextlib import suppress

    from hbp_desktop.domain import recovery
    from hbp_desktop.domain.errors import HbpError
    from hbp_desktop.store import journal, keyslots, slots
    from hbp_desktop.store.persons import PersonKeys
    from hbp_desktop.ui.door import Seat
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.setup import unlock
    from tests.faults.killing import OFFICER

    paths = at.office.opened.paths
    with suppress(HbpError):
        unlock(paths, OFFICER, CANARIES["wrong password"], _ringless(), at.clock)
    at.clock.move(hours=1)
    opened = unlock(paths, OFFICER, CANARIES["password"], _ringless(), at.clock)
    window.open_seat(Seat(Office.of(opened, at.clock), opened.close))
    held = keyslots.read(paths.keyslots)
    root = PersonKeys.from_recovery(recovery.read(at.code))
    with opened.vault.read() as conn:
        device = journal.own_device(conn).secret
    keys = (slots.unseal(held, root), root.signing, opened.keys.signing, device)
    return [key.hex() for key in keys] + [at.code.encode().hex(), at.code.replace("-", "").encode().hex()]


def _look(window: Any, seen: dict[str, Any]) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    seen["titles"] += [one.windowTitle() for one in QApplication.topLevelWidgets()]


def _crash(window: Any) -> None:
    office = window._seat.office
    with office.vault.write() as conn:
        conn.exec_driver_sql(
            "INSERT INTO drafts (slot, kind, body, kept_at) VALUES ('9', 'visit', ?, 1)", (CANARIES["draft"],)
        )
        os.kill(os.getpid(), signal.SIGKILL)


def _untraced(life: Any, folder: Path, told: Path) -> None:
    pid = os.fork()
    if pid == 0:
        life(folder, told)
        os._exit(0)
    os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
