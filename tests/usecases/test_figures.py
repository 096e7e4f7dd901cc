"""The figures as SQL counts them, against a naive count in Python."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hbp_desktop.domain.figures import Figures
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.matter import KINDS, STATUSES
from hbp_desktop.domain.person import age_on
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store import shelf
from hbp_desktop.store.count import figures
from hbp_desktop.usecases.office import Office

NUMBERS = ("610415-10-0004", "770610-03-0008", "880508-16-0007", "340811-04-0006")
GROUPS = ("warga_emas", "oku", "keluarga")

_matters = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(KINDS),
        "outcome": st.fixed_dictionaries({"status": st.sampled_from(STATUSES)}),
        "service": st.fixed_dictionaries({"text": st.sampled_from(("BWE", "BKK", "Kad OKU"))}),
    },
    optional={"withdrawn": st.booleans()},
)
_visits = st.fixed_dictionaries(
    {"counter": st.sampled_from(("1", "2", "3")), "channel": st.sampled_from(("counter", "telephone"))},
    optional={
        "anonymous": st.just(True),
        "identity": st.builds(
            lambda n: {"kind": "mykad", "number": n, "country": ""}, st.sampled_from(NUMBERS)
        ),
        "sex": st.sampled_from(("L", "P")),
        "born": st.dates(dt.date(1930, 1, 1), dt.date(2026, 11, 20)).map(lambda d: {"date": d.isoformat()}),
        "nationality": st.sampled_from(("MYS", "IDN", "XXX")),
        "oku": st.booleans(),
        "proxy": st.just({"name": "Kavitha", "relation": "anak", "consent": True}),
        "group.oku": st.just(True),
        "group.warga_emas": st.just(True),
        "withdrawn": st.booleans(),
        "date": st.just("2026-11-25"),
    },
)
_records = st.lists(st.tuples(_visits, st.lists(_matters, max_size=3)), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_records)
def test_figures_agree_with_a_naive_count(
    office: Office, session: Session, recorded: list[tuple[dict[str, object], list[dict[str, object]]]]
) -> None:
    other = Session(new_id(), session.office, days=session.days)  # each example counts a session of its own
    _write(office, other, recorded)
    with office.vault.read() as conn:
        counted = figures(conn, other)
        visits = shelf.session_visits(conn, other.id)
    assert _as_dict(counted) == _naive(other, visits)


def _write(
    office: Office, session: Session, recorded: Iterable[tuple[dict[str, object], list[dict[str, object]]]]
) -> None:
    with office.writing() as w:
        for fields, matters in recorded:
            visit_id, own = new_id(), {"session": session.id}
            w.create("visit", visit_id, {**fields, **own, "day": session.days[0].id})
            for order, matter in enumerate(matters, 1):
                w.create(
                    "matter", new_id(), {**matter, **own, "visit": visit_id, "order": order, "details": "x"}
                )


def _as_dict(counted: Figures) -> dict[str, dict[tuple[str, ...], int]]:
    found = {name: {row.keys: row.count for row in table.rows} for name, table in counted.tables.items()}
    return {name: found[name] for name in _NAMES}


_NAMES = (
    "headline",
    "kind",
    "kind_status",
    "sex",
    "age_group",
    "group",
    "oku",
    "counter",
    "day",
    "nationality",
)


def _naive(session: Session, visits: list[Visit]) -> dict[str, dict[tuple[str, ...], int]]:
    clients: dict[str, list[Visit]] = {}
    for visit in visits:
        if not visit.anonymous:
            clients.setdefault(visit.person, []).append(visit)
    matters = [matter for visit in visits for matter in visit.matters]
    countries = [_citizenship(seen) for seen in clients.values()]
    headline = {
        "clients": len(clients),
        "visits": len(visits),
        "anonymous_visits": sum(visit.anonymous for visit in visits),
        "matters": len(matters),
        "settled": sum(not matter.is_open for matter in matters),
        "proxied_visits": sum(visit.proxy is not None for visit in visits),
        "tallies": 0,
        "not_citizens": sum(country in ("foreign", "stateless") for country in countries),
    }
    return {
        "headline": {(name,): count for name, count in headline.items()},
        "kind": _tally((matter.kind,) for matter in matters),
        "kind_status": _tally((matter.kind, matter.status) for matter in matters),
        "sex": _tally((max(visit.sex for visit in seen),) for seen in clients.values()),
        "age_group": _tally((_age(session, seen),) for seen in clients.values()),
        "group": _tally((name,) for seen in clients.values() for name in _groups(seen)),
        "oku": _tally((_oku(seen),) for seen in clients.values()),
        "counter": _tally((visit.counter,) for visit in visits),
        "day": _tally((visit.date.isoformat() if visit.date else "",) for visit in visits),
        "nationality": _tally((country,) for country in countries),
    }


def _tally(keys: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    return dict(Counter(keys))


def _age(session: Session, seen: list[Visit]) -> str:
    born = max((visit.born for visit in seen if visit.born), default=None)
    first = session.first_day
    if born is None or first is None or born > first:
        return ""
    years = age_on(born, first)
    return "60_up" if years >= 60 else "40_59" if years >= 40 else "18_39" if years >= 18 else "under_18"


def _groups(seen: list[Visit]) -> list[str]:
    return sorted({name for visit in seen for name in visit.groups}) or [""]


def _oku(seen: list[Visit]) -> str:
    said = {visit.oku for visit in seen}
    return "yes" if True in said else "no" if False in said else ""


def _citizenship(seen: list[Visit]) -> str:
    country = max(visit.nationality for visit in seen)
    return {"": "", "MYS": "citizen", "XXX": "stateless"}.get(country, "foreign")
