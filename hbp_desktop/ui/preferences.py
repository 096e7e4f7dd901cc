"""What this machine remembers about the window: a small file beside the vault, with no person's data."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from hbp_desktop.ui.theme import SCALES, THEMES, Name

Language = Literal["ms", "en"]
FILE_NAME = "window.json"


@dataclass(frozen=True)
class Preferences:
    """Language, look and place of the window."""

    language: Language = "ms"
    theme: Name = "system"
    scale: int = 100
    key_caps: bool = True
    idle_minutes: int = 5
    width: int = 1366
    height: int = 738
    maximised: bool = False
    last_page: str = "today"
    last_officer: int = 0

    def but(self, **changes: Any) -> "Preferences":
        """Give the same with changes; what is out of range falls back to the default."""
        return _sound(replace(self, **changes))


class PreferencesFile:
    """Reads and writes the file; a missing or damaged one is the defaults, an unwritable one is left."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Preferences:
        """Read what is there, default by default."""
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return Preferences()
        if not isinstance(found, dict):
            return Preferences()
        known = {field.name: found[field.name] for field in fields(Preferences) if field.name in found}
        return _sound(Preferences(**known))

    def write(self, preferences: Preferences) -> bool:
        """Write all of it at once; say whether that went well."""
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(asdict(preferences), indent=1), "utf-8")
            fresh.replace(self._path)
        except OSError:
            return False
        return True


def _sound(read: Preferences) -> Preferences:
    plain = Preferences()
    kept = {
        field.name: value
        for field in fields(Preferences)
        if isinstance(value := getattr(read, field.name), type(getattr(plain, field.name)))
    }
    made = Preferences(**kept)
    return replace(
        made,
        language=made.language if made.language in ("ms", "en") else plain.language,
        theme=made.theme if made.theme in THEMES else plain.theme,
        scale=made.scale if made.scale in SCALES else plain.scale,
        idle_minutes=min(60, max(1, made.idle_minutes)),
        width=min(16_000, max(640, made.width)),
        height=min(16_000, max(360, made.height)),
        last_officer=max(0, made.last_officer),
    )
