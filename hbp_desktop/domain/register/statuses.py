"""How far a matter is, and to whom it was referred, from what a register says."""

import re

from hbp_desktop.domain.fields import line
from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.text import fold, is_blank

_REFERRED = re.compile(
    r"(?:telah |sudah )?(?:di)?rujuk(?:an)?\s+(?:kepada|ke|pada)\s+(.+)|referred to\s+(.+)", re.IGNORECASE
)
_NOBODY = frozenset(
    {"agensi lain", "agency lain", "other agency", "another agency", "lain lain", "jabatan lain"}
)


def read_status(text: str, vocabulary: Vocabulary) -> tuple[str, str, bool]:
    """Give the status ("" when silent), the agency named with it, and whether the words were known."""
    if is_blank(text):
        return "", "", True
    words = line(text)
    exact = vocabulary.exact("status", words)
    referred = _REFERRED.fullmatch(words)
    if referred and exact in {"", "referred"}:
        agency = referred[1] or referred[2]
        return "referred", "" if fold(agency) in _NOBODY else agency, True
    status = exact or vocabulary.near("status", words)
    return status, "", bool(status)
