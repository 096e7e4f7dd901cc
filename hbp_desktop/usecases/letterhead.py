"""Who writes the report and to whom: the office's own settings, else what the catalogue knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hbp_desktop.domain import offices
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.fields import part_of, text_of
from hbp_desktop.domain.report import Letterhead
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.office_settings import settings

_SLOGANS = ("MALAYSIA MADANI", "BERKHIDMAT UNTUK NEGARA")


@dataclass(frozen=True)
class _Head:
    name: str
    acting: str = ""
    letter: str = ""


def letterhead(office: Office, on: date | None = None) -> Letterhead:
    """Give the letterhead of this office as of a day (today): who acts as head is named before all."""
    office.ask("session.see")
    own = settings(office)
    letter, phones = part_of(own, "letterhead"), part_of(own, "phones")
    head, reviewer = part_of(own, "head"), part_of(own, "reviewer")
    known = _known(office)
    signs = _head(office, on or office.today, text_of(head, "name"))
    name = text_of(letter, "name") or (known.name if known else office.code)
    return Letterhead(
        name=name,
        short=text_of(letter, "short") or (known.short_name if known else office.code),
        code=office.code,
        state=_state(office, known),
        department=text_of(letter, "department") or Letterhead.department,
        address=text_of(letter, "address"),
        phone=text_of(phones, "phone"),
        fax=text_of(phones, "fax"),
        to=text_of(letter, "to") or _receiver(office, known),
        sender=text_of(letter, "from") or _holder(name),
        file_ref=text_of(letter, "file_ref"),
        head_name=signs.name,
        head_post=f"{signs.acting}{text_of(head, 'post') or _holder(name)}",
        head_letter=signs.letter,
        reviewer_name=text_of(reviewer, "name"),
        reviewer_post=text_of(reviewer, "post"),
        slogans=_slogans(letter),
    )


def _head(office: Office, on: date, own: str) -> _Head:
    """Name who signs on a day: whoever acts as head, else the office's setting, else the roster's head."""
    if office.visiting:  # its roster's head is not one of ours
        return _Head(own)
    for member in office.staff().holding("head", on):
        if acting := member.acts_in("head", on):
            return _Head(member.name, "Pemangku ", acting.letter)
        return _Head(own or member.name)
    return _Head(own)


def _known(office: Office) -> offices.Office | None:
    try:
        return office.catalogues.offices.find(office.code)
    except Refused:
        return None


def _state(office: Office, known: offices.Office | None) -> str:
    states = office.catalogues.offices.states
    return states[known.state].name if known and known.state in states else ""


def _receiver(office: Office, known: offices.Office | None) -> str:
    """Address the state office that coordinates (F.4.3); the state office itself writes to headquarters."""
    if known is None:
        return ""
    if known.level == "state":
        return "Pengarah, Bahagian Kawalan Standard, Jabatan Kebajikan Masyarakat"
    return f"Pengarah, {office.catalogues.offices.coordinator(known).name}"


def _holder(name: str) -> str:
    """Name the post that leads an office: `Pejabat Kebajikan …` is led by `Pegawai Kebajikan …`."""
    return f"Pegawai {name.removeprefix('Pejabat ')}" if name.startswith("Pejabat ") else name


def _slogans(letter: Mapping[str, object]) -> tuple[str, ...]:
    own = letter.get("slogans")
    if isinstance(own, list):
        return tuple(slogan for slogan in own if isinstance(slogan, str))
    return _SLOGANS
