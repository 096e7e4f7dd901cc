"""`laporan.json`: the report for other programs, and the check code made from the same content."""

import hashlib
import json
from dataclasses import replace
from typing import Any

from hbp_desktop.domain.figures import SEALED
from hbp_desktop.domain.matter import Matter
from hbp_desktop.domain.proof import heads_as_json
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.signoff import Signature
from hbp_desktop.domain.visit import Visit
from hbp_desktop.reports.view import View, group_codes
from hbp_desktop.reports.words import Words

FORMAT = 1
_CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no signs that look alike
_CODE_LENGTH = 8
_BESIDE = ("signatures", "chain_code", "heads")  # what is said about a version is not part of it


def json_bytes(data: ReportData, words: Words) -> bytes:
    """Write the report (resources/schema/laporan.schema.json)."""
    return json.dumps(content(data, words), ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def check_code(data: ReportData, words: Words) -> str:
    """Make the code printed on every page, `7QK4-M2XD`, from the masked content of this version.

    Not part of it: when the form was sent, what is missing, signatures, the program's version. The package
    with names carries the same code: it shows the same version.
    """
    digest = hashlib.blake2b(_checked(data, words), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    signs = ""
    for _ in range(_CODE_LENGTH):
        number, index = divmod(number, len(_CODE_SIGNS))
        signs += _CODE_SIGNS[index]
    return f"{signs[:4]}-{signs[4:]}"


def content_digest(data: ReportData, words: Words) -> str:
    """Give the whole digest (64 hex) of what the check code is made from: what signatures cover."""
    return hashlib.blake2b(_checked(data, words), digest_size=32).hexdigest()


def _checked(data: ReportData, words: Words) -> bytes:
    told = replace(data, names=False, code="", program="", late_days=0, missing=())
    masked = content(told, words)
    masked["made"] = masked["session"]["submitted"] = None
    for name in _BESIDE:
        del masked[name]
    return json.dumps(masked, sort_keys=True).encode()


def content(data: ReportData, words: Words) -> dict[str, Any]:
    """Give the report as plain values; codes are the program's, texts are masked as the package asks."""
    view = View(data, words)
    return {
        "format": FORMAT,
        "program": data.program,
        "office": {"code": data.office.code, "name": data.office.name},
        "version": data.version,
        "stage": data.stage,
        "made": data.made.isoformat(timespec="seconds"),
        "code": data.code,
        "mark": data.printed_mark,
        "names": data.names,
        "due": _date(data.session.due),
        "late_days": data.late_days,
        "session": _session(data.session),
        "missing": [{"code": problem.code, "text": words.problem(problem)} for problem in data.missing],
        "figures": _figures(data),
        "sealed": data.sealed,
        "visits": [_visit(visit, view) for visit in view.visits],
        "signatures": [_signature(one) for one in data.signatures],
        "chain_code": data.chain_code,
        "heads": heads_as_json(data.heads),
    }


def _figures(data: ReportData) -> dict[str, Any]:
    return {
        name: {
            "unit": table.unit,
            "total": table.total,
            "rows": [{"keys": list(row.keys), "count": row.count} for row in table.rows],
        }
        for name, table in data.figures.tables.items()
        if name != SEALED  # an exact small number would tell of whom it is
    }


def _session(session: Session) -> dict[str, Any]:
    sent = session.submitted
    return {
        "id": session.id,
        "style": session.style,
        "method": session.method,
        "programme": session.programme,
        "title": session.title,
        "n": session.n,
        "year": session.year,
        "platform": session.platform,
        "agencies": sorted(session.agencies),
        "groups": sorted(session.groups),
        "counters": session.counters,
        "officers": [
            {"name": duty.officer, "post": duty.post, "counter": duty.counter} for duty in session.duties
        ],
        "days": [
            {"date": _date(day.date), "from": day.start, "to": day.end, "place": day.place}
            for day in session.days
        ],
        "submitted": {"date": _date(sent.date), "proof": sent.proof, "late_reason": sent.late_reason}
        if sent
        else None,
    }


def _visit(visit: Visit, view: View) -> dict[str, Any]:
    client = view.client(visit)
    return {
        "ref": visit.ref,
        "date": _date(visit.date),
        "time": visit.time,
        "place": visit.place,
        "counter": visit.counter,
        "queue": visit.queue,
        "channel": visit.channel,
        "anonymous": visit.anonymous,
        "client": client.name,
        "identity": client.identity,
        "nationality": visit.nationality,
        "sex": visit.sex,
        "age": int(client.age) if client.age.isdecimal() else None,
        "groups": group_codes(visit),
        "proxy": client.proxy,
        "phone": client.phone,
        "address": client.address,
        "postcode": client.postcode,
        "matters": [_matter(visit, matter, view) for matter in view.matters(visit)],
    }


def _matter(visit: Visit, matter: Matter, view: View) -> dict[str, Any]:
    shown = view.matter(visit, matter)
    return {
        "kind": matter.kind,
        "service": {"code": shown.code, "text": shown.service},
        "details": shown.details,
        "wanted": shown.wanted,
        "action": shown.action,
        "status": matter.status,
        "agency": view.text(visit, matter.agency),
        "urgent": matter.urgent if shown.told else "",
        "told": shown.told,
        "due": _date(shown.due),
    }


def _signature(one: Signature) -> dict[str, Any]:
    said = {name: value for name, value in one.field().items() if name != "on"}
    return {"step": one.step, "code": one.code, **said}


def _date(day: Any) -> str | None:
    return day.isoformat() if day else None
