"""To the state office and back: where this laptop stands with it, and one whole round."""

from collections.abc import Callable, Mapping, Sequence

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.exchanging import (
    Enrolled,
    LookLine,
    Mark,
    Phase,
    ReceiptLine,
    RoundResult,
    Standing,
)
from hbp_desktop.store.vault import Vault
from hbp_desktop.usecases.office import Office

__all__ = ["Enrolled", "LookLine", "Mark", "Phase", "ReceiptLine", "RoundResult", "Standing"]


def standing(office: Office) -> Standing:
    """Tell how this laptop stands with its state office; cheap, also while a round runs."""
    office.ask("sync.see")
    return Standing()


def receipts(office: Office, most: int = 20) -> tuple[ReceiptLine, ...]:
    """List the newest receipts, newest first."""
    office.ask("sync.see")
    return ()[:most]


def look_list(office: Office) -> tuple[LookLine, ...]:
    """List what the state office holds and does not count: why, and whose turn it is."""
    office.ask("sync.see")
    return ()


def marks(office: Office, subjects: Sequence[str]) -> Mapping[str, Mark]:
    """Tell for each visit or matter where its entries lie."""
    office.ask("sync.see")
    return dict.fromkeys(subjects, "here")


def there_since(office: Office, subject: str) -> int | None:
    """Give since when the state office has a record and counts it; set once, None while it has not."""
    office.ask("sync.see")
    del subject
    return None


def enrol(office: Office, url: str, code: str, ca: bytes | None = None) -> Enrolled:
    """Become known to a state office with its one-time code; doing it again is harmless.

    Raises Refused (not_allowed, not_administrator, enrol_…, url_…), Unreachable.
    """
    office.ask("sync.enrol")
    del url, code, ca
    raise Refused("sync_not_enrolled")


def round(
    office: Office, vault: Vault, step: Callable[[int, int, str], None], stop: Callable[[], bool]
) -> RoundResult:
    """Take and send until neither end has more; blocking, `vault` may be a twin of the office's.

    step hears bytes done, bytes in all and a code (`taking`, `sending`, `comparing`, `attachments`); stop is
    asked between requests and batches. What goes wrong is in the result, and kept for the next try.
    """
    office.ask("sync.run")
    del vault, step, stop
    raise Refused("sync_not_enrolled")


def due(office: Office) -> int:
    """Tell when the next automatic try is due, seconds since 1970, UTC; 0 for never."""
    office.ask("sync.see")
    return 0
