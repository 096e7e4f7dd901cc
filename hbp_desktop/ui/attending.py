"""What goes on by itself while an office is open: the day's copy, a look at the disk, the exchange."""

from typing import TYPE_CHECKING

from hbp_desktop.ui.copying import copy_daily
from hbp_desktop.ui.disk_watch import DiskWatch

if TYPE_CHECKING:
    from hbp_desktop.ui.frame import Frame
    from hbp_desktop.ui.lanes import Lanes


def attend(frame: "Frame", lanes: "Lanes") -> None:
    """Begin it all; what belongs to the frame ends with it, the exchange as deep as the lock wants it."""
    from hbp_desktop.ui.sync.exchanging import begin_exchange

    office = frame.desk.office
    copy_daily(office, frame)
    DiskWatch(office.opened.paths, frame)
    begin_exchange(frame.desk, lanes)
