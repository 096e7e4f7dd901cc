"""Saying on a page that what it shows is another office's: it is read there and nothing else."""

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.policy import Subject
from hbp_desktop.ui import permits
from hbp_desktop.ui.page import Page
from hbp_desktop.usecases import seeing
from hbp_desktop.usecases.office import Office

BANNER = "elsewhere"


def show_whose(page: Page, session_id: str) -> None:
    """Name the office whose session a page shows, and allow there what may be done with it."""
    code = seeing.elsewhere(page.desk.office).get(session_id, "")
    page.about = Subject(elsewhere=bool(code))
    if code:
        words = page.elsewhere_words()
        page.banners.show_banner(BANNER, "accent", f"{name_of(page.desk.office, code)}.", words)
    else:
        page.banners.clear(BANNER)
    permits.apply(page, page.desk)


def name_of(office: Office, code: str) -> str:
    """Name an office, by its code where no list names it."""
    try:
        return office.catalogues.offices.find(code).short_name
    except Refused:
        return code
