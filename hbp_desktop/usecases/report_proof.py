"""What a report can be proved by: who signed which version, and the heads up to its session's last entry."""

from collections.abc import Iterable
from dataclasses import replace

from hbp_desktop.domain.proof import ChainCode, SignedHead
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.signoff import STEPS, Signature, Standing, signatures_in, standing
from hbp_desktop.reports.json_file import content_digest
from hbp_desktop.reports.words import Words
from hbp_desktop.store import elsewhere, reporting
from hbp_desktop.store.signatories import keys_ever
from hbp_desktop.usecases.office import Office


def proven(office: Office, report: ReportData) -> ReportData:
    """Give the report with the signatures of its version, those of the last one signed before, and heads."""
    office.ask("report.see")
    found = signatures_of(office, report.session.id)
    sound = [one for one, how in found if how != "broken"]
    here = tuple(one for one, how in of_this(report, found) if how != "broken")
    older = [one.of.version for one in sound if one.of.version < report.version]
    before = tuple(one for one in sound if one.of.version == max(older)) if older else ()
    heads, code = _heads(office, report.session.id)
    return replace(report, signatures=here, signed_before=before, heads=heads, chain_code=code)


def of_this(
    report: ReportData, found: Iterable[tuple[Signature, Standing]]
) -> tuple[tuple[Signature, Standing], ...]:
    """Give the signatures of the version that stands, one a step; *broken* where other figures were signed.

    A version's number is no proof: two laptops may each have made one, and one may be rewritten.
    """
    numbered = [(one, how) for one, how in found if one.of.version == report.version]
    digest = content_digest(report, Words()) if numbered else ""
    judged = [(one, how if one.of.digest == digest else "broken") for one, how in numbered]
    by_step = {one.step: (one, how) for one, how in sorted(judged, key=lambda pair: pair[1] != "broken")}
    return tuple(by_step[step] for step in STEPS if step in by_step)


def signatures_of(office: Office, session_id: str) -> tuple[tuple[Signature, Standing], ...]:
    """Give every signature on any version of a session's report, judged by the roster, oldest version first.

    Where several laptops wrote the same figures down, the first to sign a step stands for it.
    """
    office.ask("report.see")
    with office.vault.read() as conn:
        states = reporting.reports_of(conn, session_id)
        found = [one for state in states for one in signatures_in(state)]
        keys = keys_ever(conn) if found else {}
    judged = [(one, standing(one, keys)) for one in sorted(found, key=lambda one: one.at)]
    first: dict[tuple[int, int, str], tuple[Signature, Standing]] = {}
    for one, how in sorted(judged, key=lambda pair: pair[1] == "broken"):
        first.setdefault((one.of.version, STEPS.index(one.step), one.of.digest), (one, how))
    return tuple(first[key] for key in sorted(first))


def _heads(office: Office, session_id: str) -> tuple[tuple[SignedHead, ...], str]:
    with office.vault.read() as conn:
        reach, newest = reporting.reach_of(conn, session_id)
        heads = elsewhere.signed_heads(conn, reach)
    return heads, _code_of(heads, newest)


def _code_of(heads: Iterable[SignedHead], chain: str) -> str:
    """Spell the head of the chain that the session's newest entry is in."""
    said = next((one.head for one in heads if one.head.chain == chain), None)
    return ChainCode.of(said.chain, said.seq, said.hash).text() if said else ""
