"""What the page of the exchange shows beside how things stand: read in one go, beside the window."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.ui.sync.look_card import Looked
from hbp_desktop.usecases import devices, exchange, records
from hbp_desktop.usecases.devices import Laptop
from hbp_desktop.usecases.exchange import ReceiptLine
from hbp_desktop.usecases.office import Office

MOST_RECEIPTS = 20
MOST_NAMED = 40  # lines whose record is looked up


@dataclass(frozen=True)
class Seen:
    """Receipts, what needs a look, the office's computers, and what this one says of itself."""

    receipts: tuple[ReceiptLine, ...] = ()
    looked: tuple[Looked, ...] = ()
    laptops: tuple[Laptop, ...] = ()
    stated: Mapping[str, int | str] = field(default_factory=dict)


def read(office: Office) -> Seen:
    """Read it all; what an officer is not shown is left out."""
    laptops = devices.laptops(office) if office.may("device.see") else ()
    receipts = exchange.receipts(office, MOST_RECEIPTS)
    return Seen(receipts, tuple(_looked(office)), laptops, exchange.stated(office))


def _looked(office: Office) -> Iterator[Looked]:
    may = office.may("record.see")
    for number, line in enumerate(exchange.look_list(office)):
        if may and line.kind == "visit" and number < MOST_NAMED:
            yield Looked(line, _reference(office, line.subject), line.subject)
        else:
            yield Looked(line)


def _reference(office: Office, visit: str) -> str:
    try:
        return records.open_record(office, visit).visit.ref
    except HbpError:
        return ""
