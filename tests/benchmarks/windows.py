"""One window in a process of its own: shown, painted, measured, gone."""

import json
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1366, 738)
ROWS = 200


def main(what: str, *rest: str) -> None:
    """Run one of the windows."""
    {"bare": _bare, "unlock": _unlock, "open": _open, "bare-table": _bare_table}[what](*rest)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

    app = QApplication([])
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    _paint(app, window)
    _say(painted=monotonic())


def _unlock(root: str) -> None:
    from hbp_desktop.app import make_application, make_window
    from hbp_desktop.config import Paths

    app = make_application()
    window = make_window(app, Paths.at(Path(root)))
    window.start()
    _paint(app, window)
    painted = monotonic()
    focused = app.focusWidget()
    if focused is None or focused.metaObject().className() not in ("PasswordEdit", "LineEdit", "QLineEdit"):
        raise SystemExit("the password field is not ready")
    _say(painted=painted)


def _open(root: str) -> None:
    from hbp_desktop.app import load_ahead, make_application, make_window
    from hbp_desktop.config import Paths
    from hbp_desktop.ui.door import Seat
    from tests.benchmarks.offices import clock, no_keyring

    app = make_application()
    window = make_window(app, Paths.at(Path(root)), secrets=no_keyring(), clock=clock)
    window.start()
    _paint(app, window)
    load_ahead()  # as the program does while the password is typed
    window.preferences = window.preferences.but(last_page="counter")
    from tests.benchmarks.offices import Large

    large = Large(Paths.at(Path(root)), None)  # type: ignore[arg-type]
    keys = large.keys()
    start = monotonic()
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.opening import open_with

    opened = open_with(large.paths, *keys, no_keyring(), clock)
    window.open_seat(Seat(Office.of(opened, clock), opened.close))
    _paint(app, window)
    _say(ms=(monotonic() - start) * 1000)
    window.close()


def _bare_table(root: str) -> None:
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView

    from hbp_desktop.config import Paths
    from hbp_desktop.store import slots
    from hbp_desktop.store.engine import connect
    from tests.benchmarks.offices import Large

    app = QApplication([])
    paths = Paths.at(Path(root))
    held, _, person = Large(paths, None).keys()  # type: ignore[arg-type]
    key = slots.unseal(held, person)
    start = monotonic()
    raw = connect(paths.vault(held.vault), key, "rw")
    found = raw.execute(
        "SELECT queue, counter, state FROM visits "
        "WHERE session = (SELECT id FROM sessions) ORDER BY n DESC LIMIT ?",
        (ROWS,),
    ).fetchall()
    model = QStandardItemModel()
    for row in found:
        model.appendRow([QStandardItem(str(cell)) for cell in row])
    table = QTableView()
    table.setModel(model)
    _paint(app, table)
    _say(ms=(monotonic() - start) * 1000)


def _paint(app: "QApplication", window: "QWidget") -> None:
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    window.grab()


def _say(**figures: float) -> None:
    print(json.dumps({"mb": _most_memory(), **figures}))


def _most_memory() -> float:
    """Give the most memory held so far, in MB; getrusage would count the parent's as well."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this system does not tell the memory of a process")


if __name__ == "__main__":
    main(*sys.argv[1:])
