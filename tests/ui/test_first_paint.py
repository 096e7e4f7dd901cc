"""The unlock page paints before the slow parts of the program are loaded."""

import subprocess
import sys
from pathlib import Path

SLOW = ("sqlalchemy", "sqlcipher3", "alembic", "holidays", "reportlab", "xlsxwriter", "uharfbuzz", "keyring")

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from hbp_desktop.config import Paths
from hbp_desktop.ui import theme
from hbp_desktop.ui.door import Door
from hbp_desktop.ui.preferences import PreferencesFile
from hbp_desktop.ui.translations import Languages
from hbp_desktop.ui.window import Window
look = theme.install(app, "light")
root = Path(sys.argv[1])
window = Window(Door(Paths.at(root), None, None), PreferencesFile(root / "window.json"), Languages(app), "1")
window.start()
window.show()
app.processEvents()
assert window.findChild(object, "unlock.password").hasFocus() or app.focusWidget() is not None
print(*sorted(sys.modules))
print(*look.fonts.families)
"""


def painted(root: Path) -> tuple[set[str], str]:
    """Show the unlock page in a process of its own; give the modules and font families loaded by then."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(root)], check=True, capture_output=True, text=True, timeout=60
    )
    modules, families = done.stdout.splitlines()[-2:]
    return set(modules.split()), families


def test_nothing_slow_is_loaded_before_the_unlock_page_is_painted(founded_root: Path) -> None:
    modules, _ = painted(founded_root)
    assert "hbp_desktop.ui.unlock_page" in modules
    assert not modules & set(SLOW)


def test_fonts_of_other_scripts_wait_until_they_are_needed(founded_root: Path) -> None:
    _, families = painted(founded_root)
    assert families == "Noto Sans"
