"""The window's own fonts: Latin before the first widget, other scripts after the first paint."""

from typing import Final

from PySide6.QtGui import QFontDatabase

from hbp_desktop.resources import resource

_LATIN: Final = (
    "NotoSans_400Regular",
    "NotoSans_500Medium",
    "NotoSans_600SemiBold",
    "NotoSans_700Bold",
    "NotoSansMono_500Medium",
    "NotoSansMono_600SemiBold",
)
_OTHER: Final = (
    "NotoSansTamil_400Regular",
    "NotoSansSC_400Regular",
    "NotoNaskhArabic_400Regular",
    "NotoEmoji_400Regular",
)
_SCRIPTS: Final = ["Noto Sans Tamil", "Noto Sans SC", "Noto Naskh Arabic", "Noto Emoji"]


class Fonts:
    """What is loaded; a family is named only once it is there, or Qt searches the system for it."""

    def __init__(self) -> None:
        _load(_LATIN)
        self.families = ["Noto Sans"]
        self.mono = ["Noto Sans Mono"]

    def load_other_scripts(self) -> bool:
        """Load Tamil, Chinese, Jawi and emoji; say whether anything was new."""
        if len(self.families) > 1:
            return False
        _load(_OTHER)
        self.families = ["Noto Sans", *_SCRIPTS]
        self.mono = ["Noto Sans Mono", "Noto Sans", *_SCRIPTS]
        return True


def needs_other_scripts(text: str) -> bool:
    """Tell whether `text` goes beyond what Noto Sans has (Latin, Greek, Cyrillic, punctuation)."""
    return any(0x0530 <= ord(sign) <= 0x1CFF or ord(sign) > 0x2BFF for sign in text)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))
