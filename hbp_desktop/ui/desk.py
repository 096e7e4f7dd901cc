"""What a page may ask of the window around it, and nothing more."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from hbp_desktop.ui.preferences import Preferences

if TYPE_CHECKING:
    from hbp_desktop.domain.policy import Subject
    from hbp_desktop.ui.sync.exchanging import Exchanging
    from hbp_desktop.usecases.office import Office
else:
    Office = Any


@dataclass(frozen=True)
class Find:
    """A target for Rekod: show what the search finds."""

    text: str


@dataclass(frozen=True)
class Select:
    """A target for Rekod: open the records behind a number. `what` is the page's own filter value."""

    what: object


@dataclass(frozen=True)
class Shape:
    """The room there is: `width` is wide, normal, narrow or least; `low` is below 640 logical pixels."""

    width: str = "wide"
    low: bool = False

    def at_least(self, width: str) -> bool:
        """Tell whether there is as much room as `width` or more."""
        order = ("least", "narrow", "normal", "wide")
        return order.index(self.width) >= order.index(width)


class Desk(QObject):
    """The opened office and the window's services.

    Signals out of a page: `page_wanted(key, target)`, `announced(words)` for a screen reader,
    `changed()` after something was recorded (other pages look again), `lock_wanted()`,
    `preference_wanted(name, value)`.
    """

    page_wanted = Signal(str, object)
    announced = Signal(str)
    changed = Signal()
    lock_wanted = Signal()
    preference_wanted = Signal(str, object)

    def __init__(self, office: Office, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.preferences = preferences
        self._exchange: Exchanging | None = None

    @property
    def exchange(self) -> "Exchanging":
        """What is known of the exchange with the state office, made when first asked for."""
        if self._exchange is None:
            from hbp_desktop.ui.sync.exchanging import Exchanging

            self._exchange = Exchanging(self)
        return self._exchange

    @property
    def language(self) -> str:
        """ms or en, as the window speaks now."""
        return self.preferences.language

    def why_not(self, verb: str, about: "Subject | None" = None) -> str:
        """Say why who sits here may not do this, with who may; "" when they may, or nobody is asked."""
        from hbp_desktop.domain.errors import Refused
        from hbp_desktop.domain.policy import needed
        from hbp_desktop.ui import errors

        if not verb or (self.office.may(verb, about) if about else self.office.may(verb)):
            return ""
        if about and about.elsewhere:
            code = "names_not_granted" if verb == "record.reveal" else "subject_other_office"
            return errors.sentence(Refused(code), self.language)
        return errors.sentence(Refused("not_allowed", roles=", ".join(needed(verb))), self.language)

    def now(self) -> datetime:
        """The office's local time."""
        return self.office.clock()

    def go(self, page: str, target: object = None) -> None:
        """Open a page: today, counter, records, sessions, report, sync, help, settings; or back."""
        self.page_wanted.emit(page, target)

    def announce(self, words: str) -> None:
        """Have a screen reader say something."""
        self.announced.emit(words)
