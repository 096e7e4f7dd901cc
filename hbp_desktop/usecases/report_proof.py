"""What a report can be proved by: who signed which version, and the heads up to its session's last entry."""

from collections.abc import Iterable
from dataclasses import replace

from hbp_desktop.domain.proof import ChainCode, SignedHead
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.signoff import Signature, Standing, signatures_in, standing
from hbp_desktop.store import elsewhere, reporting
from hbp_desktop.store.signatories import keys_ever
from hbp_desktop.usecases.office import Office


def proven(office: Office, report: ReportData) -> ReportData:
    """Give the report with the signatures of its version, those of the last one signed before, and heads."""
    office.ask("report.see")
    found = signatures_of(office, report.session.id)
    sound = [one for one, how in found if how != "broken"]
    here = tuple(one for one in sound if one.of.version == report.version)
    older = [one.of.version for one in sound if one.of.version < report.version]
    before = tuple(one for one in sound if one.of.version == max(older)) if older else ()
    heads, code = _heads(office, report.session.id)
    return replace(report, signatures=here, signed_before=before, heads=heads, chain_code=code)


def signatures_of(office: Office, session_id: str) -> tuple[tuple[Signature, Standing], ...]:
    """Give every signature on any version of a session's report, judged by the roster, oldest version first.

    Where several laptops wrote the same version down, the first to sign a step stands for it.
    """
    office.ask("report.see")
    with office.vault.read() as conn:
        states = reporting.reports_of(conn, session_id)
        found = [one for state in states for one in signatures_in(state)]
        keys = keys_ever(conn) if found else {}
    judged = [(one, standing(one, keys)) for one in sorted(found, key=lambda one: one.at)]
    first: dict[tuple[int, str], tuple[Signature, Standing]] = {}
    for one, how in sorted(judged, key=lambda pair: pair[1] == "broken"):
        first.setdefault((one.of.version, one.step), (one, how))
    order = {"prepare": 0, "check": 1, "approve": 2}
    return tuple(first[key] for key in sorted(first, key=lambda key: (key[0], order[key[1]])))


def _heads(office: Office, session_id: str) -> tuple[tuple[SignedHead, ...], str]:
    with office.vault.read() as conn:
        reach, newest = reporting.reach_of(conn, session_id)
        heads = elsewhere.signed_heads(conn, reach)
    return heads, _code_of(heads, newest)


def _code_of(heads: Iterable[SignedHead], chain: str) -> str:
    """Spell the head of the chain that the session's newest entry is in."""
    said = next((one.head for one in heads if one.head.chain == chain), None)
    return ChainCode.of(said.chain, said.seq, said.hash).text() if said else ""
