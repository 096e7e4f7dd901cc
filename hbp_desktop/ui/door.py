"""The way into the office: what the unlock page and the first run ask of the use cases, loaded when asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hbp_desktop.config import Paths
from hbp_desktop.domain.place import Concern
from hbp_desktop.usecases import places, setup
from hbp_desktop.usecases.setup import SetupDraft

if TYPE_CHECKING:
    from hbp_desktop.usecases.joining import Asked
    from hbp_desktop.usecases.office import Office
    from hbp_desktop.usecases.opening import Opened
    from hbp_desktop.usecases.restoring import Offered, Restored


@dataclass(frozen=True)
class Seat:
    """An opened office, and how it is closed again."""

    office: "Office"
    close: Callable[[], None]


class Door:
    """Opens the office of one folder. `secrets` is the keyring's door, `cost` is given by tests only.

    `unlock`, `unlock_with_code`, `found` and `ring` take their time: call them in the lane.
    """

    def __init__(self, paths: Paths, secrets: Any, clock: Callable[[], datetime], cost: Any = None) -> None:
        self._paths, self._secrets, self._clock, self._cost = paths, secrets, clock, cost

    def is_set_up(self) -> bool:
        """Tell whether an office was founded here."""
        return setup.is_set_up(self._paths)

    def is_waiting(self) -> bool:
        """Tell whether this laptop asked to join an office and has not been admitted yet."""
        return setup.is_waiting(self._paths)

    def office_code(self) -> str:
        """Give the code of the office here; raises Refused or Damaged."""
        return setup.office_here(self._paths)

    def officers(self) -> list[str]:
        """Name who can unlock; raises Refused or Damaged."""
        return setup.officers_here(self._paths)

    def place_concern(self) -> Concern | None:
        """Say what is the matter with the folder, None when nothing is."""
        return places.concern_of(self._paths.root)

    def better_place(self) -> str:
        """Name the folder this system keeps such things in."""
        return str(Paths.default().root)

    def new_code(self) -> str:
        """Make a recovery code to be shown, printed and then founded with."""
        return setup.new_recovery_code()

    def ring(self) -> str:
        """Give the code of the sentence about the keyring: `keyring_usable` or what it lacks."""
        return str(self._secrets.ring.value)

    def retry_ring(self) -> str:
        """Ask the keyring anew, now that somebody unlocked or mended it; gives as `ring`."""
        self._secrets.reset()
        return self.ring()

    def stands_alone(self, officer: str) -> bool:
        """Tell whether an officer's password protects the file without a keyring beside it."""
        return setup.stands_alone(self._paths, officer)

    def found(self, draft: SetupDraft, recovery_code: str) -> Seat:
        """Found the office and sit down in it; raises as `usecases.setup.found`."""
        founded = setup.found(
            self._paths, draft, self._secrets, self._clock, recovery_code=recovery_code, cost=self._cost
        )
        return self._seat(founded.opened)

    def ask_to_join(self, draft: SetupDraft, recovery_code: str) -> "Asked":
        """Set this laptop up to join an office; raises as `usecases.joining.ask`."""
        from hbp_desktop.usecases import joining

        return joining.ask(self._paths, draft, self._secrets, self._clock, recovery_code, self._cost)

    def ask_again(self, officer: str, password: str) -> "Asked":
        """Give the request of this waiting laptop once more; raises as unlocking does."""
        from hbp_desktop.usecases import joining

        way = joining.Way(officer, password)
        return joining.ask_again(self._paths, way, self._secrets, self._clock)

    def join(self, officer: str, password: str, admission: bytes) -> Seat:
        """Take in the admission and sit down in the office; raises as `usecases.joining.finish`."""
        from hbp_desktop.usecases import joining

        way = joining.Way(officer, password)
        return self._seat(joining.finish(self._paths, way, admission, self._secrets, self._clock))

    def unlock(self, officer: str, password: str) -> Seat:
        """Open with a password; raises as `usecases.setup.unlock`."""
        return self._seat(setup.unlock(self._paths, officer, password, self._secrets, self._clock))

    def unlock_with_code(self, code: str) -> Seat:
        """Open with the printed code; raises as `usecases.setup.unlock_with_code`."""
        return self._seat(setup.unlock_with_code(self._paths, code, self._secrets, self._clock))

    def people(self, seat: Seat) -> list[tuple[str, str]]:
        """List (id, name) of the roster's officers."""
        from hbp_desktop.usecases import recovering

        return [(one.id, one.name) for one in recovering.people(seat.office.opened)]

    def go_on_as(self, seat: Seat, officer: str, password: str) -> Seat:
        """Give an officer a new password in an office the code opened, and sit down as them."""
        from hbp_desktop.usecases import recovering

        recovering.sit_down(seat.office.opened, officer, password, self._clock, self._cost)
        return self._seat(seat.office.opened)

    def place(self) -> str:
        """Give the folder the office lies in, or will."""
        return str(self._paths.root)

    def look_at(self, file: Path) -> "Offered":
        """Say what a backup holds; raises as `usecases.restoring.look`."""
        from hbp_desktop.usecases import restoring

        return restoring.look(file)

    def restore(self, file: Path, given: Mapping[str, str], step: Callable[[int, int], None]) -> "Restored":
        """Restore a backup here; `given` has code, or officer and password, and place_reason."""
        from hbp_desktop.usecases import restoring

        way = restoring.Way(given["code"], given["officer"], given["password"])
        reason = given["place_reason"]
        return restoring.restore(
            file, self._paths, way, self._secrets, self._clock, place_reason=reason, step=step
        )

    def seat_of(self, restored: "Restored") -> Seat:
        """Sit down in what was restored."""
        return self._seat(restored.opened)

    def _seat(self, opened: "Opened") -> Seat:
        from hbp_desktop.usecases.office import Office

        return Seat(Office.of(opened, self._clock), opened.close)
