"""The slip a client takes home: made from the recorded visit, as PDF or as a picture to look at and print."""

from datetime import date

import pypdfium2

from hbp_desktop.domain.matter import COMPLAINT, Matter
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.slip import Slip, SlipMatter, slip_a6
from hbp_desktop.reports.words import Words
from hbp_desktop.usecases import acts, counter, planning
from hbp_desktop.usecases.letterhead import letterhead
from hbp_desktop.usecases.office import Office

Picture = tuple[int, int, bytes]  # width, height, three bytes a pixel (red, green, blue)


def slip(office: Office, visit_id: str) -> bytes:
    """Make the A6 slip of a recorded visit as PDF; raises Refused when there is none. Always Malay."""
    office.ask("slip.print")
    visit = counter.visit(office, visit_id)
    session = planning.session(office, visit.session)
    return slip_a6(_slip(office, visit, session), Words("ms"))


def note_taken(office: Office, visit_id: str, what: str = "print.slip") -> None:
    """Enter that a slip was printed, or saved as a file (save.slip)."""
    office.ask("slip.print")
    acts.note(office, what, visit_id)


def picture(pdf: bytes, dpi: int) -> Picture:
    """Draw the first page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=dpi / 72, rev_byteorder=True)
        wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
        lines, channels = bytes(bitmap.buffer), bitmap.n_channels
        rows = [lines[y * stride : y * stride + wide * channels] for y in range(high)]
        return wide, high, b"".join(rows)
    finally:
        document.close()


def _slip(office: Office, visit: Visit, session: Session) -> Slip:
    standing = [matter for matter in visit.matters if not matter.withdrawn]
    complaint = any(matter.kind == COMPLAINT and matter.is_open for matter in standing)
    due = counter.complaint_clocks(office, visit.date) if complaint and visit.date else ()
    ack, reply, investigate = due if len(due) == 3 else (None, None, None)
    followed = _followed(standing)
    return Slip(
        office=letterhead(office),
        number=f"{session.n}/{session.year}" if session.n else "",
        ref=visit.ref,
        made=office.clock(),
        matters=tuple(SlipMatter(one.kind, one.service, not one.is_open) for one in standing),
        queue=visit.queue,
        counter=visit.counter,
        date=visit.date,
        time=visit.time,
        ack=ack,
        reply=reply,
        investigate=investigate,
        follow=followed.follow_date if followed else None,
        unit=followed.follow_unit if followed else "",
    )


def _followed(matters: list[Matter]) -> Matter | None:
    """Give the matter that is followed up first."""
    dated = [one for one in matters if one.is_open and (one.follow_date or one.follow_unit)]
    return min(dated, key=lambda one: one.follow_date or date.max, default=None)
