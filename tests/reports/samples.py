"""Sessions, visits and figures to print: the tidy day of the sample register, hostile text, many rows."""

import csv
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hbp_desktop.domain.day import Day
from hbp_desktop.domain.figures import FIGURES, Figure, Figures, headlines, tabulate
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.officer import Duty
from hbp_desktop.domain.person import CARDS, Identity, Proxy, birth_of, person_key
from hbp_desktop.domain.report import Letterhead, ReportData
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.tally import Tally
from hbp_desktop.domain.visit import Visit
from hbp_desktop.resources import resource

DAY = dt.date(2026, 11, 24)
MADE = dt.datetime(2026, 11, 25, 16, 40, tzinfo=dt.timezone(dt.timedelta(hours=8)))
WILD = Path(__file__).parent.parent / "data" / "registers" / "register-wild.csv"
_STATUS = {
    "Baharu": "new",
    "Dalam tindakan": "in_progress",
    "Menunggu pengadu": "waiting",
    "Dirujuk agensi lain": "referred",
    "Selesai": "settled",
}
_GROUPS = {"Pertubuhan Sukarela": "pertubuhan"}
_KINDS = {"MyKad": "mykad", "MyPR": "mypr", "Pasport": "passport", "UNHCR": "unhcr"}

OFFICE = Letterhead(
    name="Pejabat Kebajikan Masyarakat Daerah Hulu Langat",
    short="PKMD Hulu Langat",
    code="SGR06",
    state="SGR",
    address="Kompleks Pentadbiran Daerah, 43000 Kajang, Selangor Darul Ehsan",
    phone="03-0000 0000",
    fax="03-0000 0001",
    to="Pengarah, Jabatan Kebajikan Masyarakat Negeri Selangor",
    sender="Pegawai Kebajikan Masyarakat Daerah Hulu Langat",
    file_ref="PKMD.HL.100-3/1/4 (12)",
    head_name="Tuan Haji Zulkifli bin Hassan",
    head_post="Pegawai Kebajikan Masyarakat Daerah Hulu Langat",
    reviewer_name="Norhayati binti Kassim",
    reviewer_post="Penolong Pegawai Kebajikan Daerah",
    slogans=("MALAYSIA MADANI", "BERKHIDMAT UNTUK NEGARA"),
)


def session(days: Sequence[Day] | None = None, **other: Any) -> Session:
    """Give the sample session, 24 November 2026 at one place."""
    place = Day("d1", DAY, "09:00", "12:00", "Dewan Serbaguna Bandar Baru Bangi", order=1)
    plan: dict[str, Any] = {
        "n": 4,
        "year": 2026,
        "counters": 3,
        "mark": "TERHAD",
        "days": tuple(days or (place,)),
        "duties": (
            Duty("o1", "Pn. Rohani binti Salleh", "Penolong Pegawai Kebajikan", "1", lead=True, order=1),
            Duty("o2", "En. Tan Boon Keat", "Pembantu Kebajikan", "2", order=2),
            Duty("o3", "Cik Aisyah binti Omar", "Pembantu Kebajikan", "3", order=3),
        ),
    }
    return Session(id="s" * 32, office="SGR06", **(plan | other))


def tidy_visits() -> tuple[Visit, ...]:
    """Give the visits of the sample register as its answer key reads them."""
    name = "register-hulu-langat-2026-11-24.csv.key.json"
    key = json.loads(resource("samples", name).read_text(encoding="utf-8"))
    lines: dict[int, list[Mapping[str, Any]]] = {}
    for line in key["expected"]:
        lines.setdefault(line["queue"], []).append(line)
    return tuple(_visit(number, rows) for number, rows in lines.items())


def _visit(number: int, rows: Sequence[Mapping[str, Any]]) -> Visit:
    first = rows[0]
    identity = Identity(_KINDS[first["id_type"]], first["id"], first["country"])
    group = _GROUPS.get(first["group"], first["group"].lower().replace(" ", "_").replace("-", "_"))
    birth = birth_of(identity, DAY, elderly=group == "warga_emas") if identity.kind in CARDS else None
    matters = tuple(
        Matter(
            id=f"m{number:05}{order}",
            order=order,
            kind=row["kind"],
            service=row["service"],
            details=row["details"],
            status=_STATUS[row["status"]],
        )
        for order, row in enumerate(rows, 1)
    )
    return visit(
        number,
        matters,
        time=first["time"],
        counter=str(first["counter"]),
        officer=first["officer"],
        identity=identity,
        name=first["name"],
        phone=first["phone"] or "",
        postcode=first["postcode"] or "",
        nationality=first["country"],
        born=birth.born if birth else None,
        sex=first["sex"],
        groups=frozenset({group}) - {""},
        oku=first["oku"],
        proxy=Proxy(first["proxy"], "Anak") if first["proxy"] else None,
        person=person_key(identity, first["sex"], f"v{number}"),
    )


def visit(number: int, matters: tuple[Matter, ...], **facts: Any) -> Visit:
    """Give a visit of the sample session."""
    standard: dict[str, Any] = {
        "ref": f"SGR06-K7MP-{number}X",
        "session": "s" * 32,
        "day": "d1",
        "date": DAY,
        "time": "09:05",
        "place": "Dewan Serbaguna Bandar Baru Bangi",
        "counter": "1",
        "queue": f"A-{number:03}",
        "channel": "counter",
        "person": f"p{number}",
    }
    return Visit(id=f"v{number}", matters=matters, **(standard | facts))


def wild_visits() -> tuple[Visit, ...]:
    """Give every line of the hostile register as a visit, each cell put where it does most harm."""
    with WILD.open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.reader(file) if len(line) > 20]
    return tuple(_wild_visit(number, line) for number, line in enumerate(lines, 1))


def _wild_visit(number: int, cells: Sequence[str]) -> Visit:
    matter = Matter(
        id=f"m{number}",
        order=1,
        kind="aduan",
        service=cells[18],
        service_code=cells[4],
        details=cells[19],
        action=cells[20],
        wanted=cells[23] if len(cells) > 23 else "",
        agency=cells[22],
        status="referred",
    )
    return visit(
        number,
        (matter,),
        name=cells[5],
        identity=Identity("passport", cells[7], cells[8]),
        nationality=cells[8],
        queue=cells[4],
        counter=cells[3],
        phone=cells[10],
        address=cells[11],
        place=cells[11],
        officer=cells[22],
        proxy=Proxy(cells[15], cells[16]) if cells[15] else None,
    )


def many_visits(count: int) -> tuple[Visit, ...]:
    """Give `count` visits of one matter each, no two alike."""
    tidy = tidy_visits()
    made = []
    for number in range(count):
        pattern = tidy[number % len(tidy)]
        matter = pattern.matters[0]
        words = f"{matter.details} Kes {number} disemak semula pada kunjungan ke-{number * 7919 % 10007}."
        one = Matter(
            id=f"m{number}",
            order=1,
            kind=matter.kind,
            service=matter.service,
            details=words,
            status=matter.status,
        )
        made.append(visit(number, (one,), name=pattern.name, identity=pattern.identity, sex=pattern.sex))
    return tuple(made)


def data(visits: Iterable[Visit] | None = None, tallies: Sequence[Tally] = (), **other: Any) -> ReportData:
    """Give a report of visits, with figures counted naively."""
    held = other.pop("session", session())
    seen = tuple(tidy_visits() if visits is None else visits)
    facts: dict[str, Any] = {
        "mark": held.mark,
        "program": "0.0.0",
        "code": "7QK4-M2XD",
        "made": MADE,
        "stage": "final",
        "version": 2,
    }
    return ReportData(
        session=held,
        office=other.pop("office", OFFICE),
        visits=seen,
        figures=figures(held, seen, tallies),
        **(facts | other),
    )


def figures(held: Session, visits: Sequence[Visit], tallies: Sequence[Tally] = ()) -> Figures:
    """Count every figure in plain Python."""
    standing = [one for one in visits if not one.withdrawn]
    clients = {one.person: one for one in standing if not one.anonymous}
    things: dict[str, list[Any]] = {
        "visits": standing,
        "clients": list(clients.values()),
        "matters": [matter for one in standing for matter in one.matters if not matter.withdrawn],
        "tallies": [tally for tally in tallies for _ in range(tally.n)],
    }
    things["sealed"] = [matter for matter in things["matters"] if matter.guarded]
    tables = {figure.name: _table(figure, held, things[figure.of or figure.unit]) for figure in FIGURES}
    people = {
        "all": len(standing),
        "anonymous": sum(one.anonymous for one in standing),
        "proxied": sum(one.proxy is not None for one in standing),
    }
    return Figures({"headline": headlines(tables, people), **tables})


def _table(figure: Figure, held: Session, things: Iterable[Any]) -> Any:
    counted = Counter(tuple(_value(thing, column) for column in figure.columns) for thing in things)
    return tabulate(figure, held, counted)


def _value(thing: Any, column: str) -> str:
    if column == "id_kind":
        return thing.identity.kind if thing.identity else ""
    value = thing.guarded.why if column == "why" else getattr(thing, column)
    if column == "oku":
        return {None: "", True: "yes", False: "no"}[value]
    if isinstance(value, frozenset):
        return ",".join(sorted(value))
    return value.isoformat() if isinstance(value, dt.date) else value or ""
