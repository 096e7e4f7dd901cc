"""Signing a report: prepared, checked, approved, each with the signer's own password, typed on the spot."""

from dataclasses import dataclass

from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.domain.policy import VERBS, may, needed
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.signoff import (
    FIELD,
    STEPS,
    Signature,
    Standing,
    Subject,
    next_step,
    signatures_in,
    signed,
)
from hbp_desktop.domain.staff import Member
from hbp_desktop.domain.text import clean, is_blank
from hbp_desktop.reports.json_file import content_digest
from hbp_desktop.reports.words import Words
from hbp_desktop.store import keyslots, shelf
from hbp_desktop.store.work import Work
from hbp_desktop.usecases import opening, reporting
from hbp_desktop.usecases.keys import slots_here
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.report_proof import of_this, signatures_of


@dataclass(frozen=True)
class Box:
    """One step: its signature and how it stands, or whether it is the next one to sign."""

    step: str
    signature: Signature | None = None
    standing: Standing = "good"
    next: bool = False


@dataclass(frozen=True)
class SignOff:
    """How the version that would be made now is signed; `before` are signatures of an older one."""

    version: int
    boxes: tuple[Box, ...]
    before: tuple[Signature, ...] = ()

    @property
    def done(self) -> bool:
        """Tell whether all three steps are signed."""
        return all(box.signature for box in self.boxes)


def signoff(office: Office, report: ReportData) -> SignOff:
    """Say who signed the report as it stands, and who is next."""
    office.ask("report.see")
    found = of_this(report, signatures_of(office, report.session.id))
    here = {one.step: (one, how) for one, how in found}
    good = [step for step, (_, how) in here.items() if how != "broken"]
    wanted = next_step(good)
    boxes = tuple(_box(step, here.get(step), wanted) for step in STEPS)
    return SignOff(report.version, boxes, report.signed_before)


def verify_signatures(office: Office, session_id: str) -> tuple[tuple[Signature, Standing], ...]:
    """Judge every signature on any version of a session's report by the keys of the roster."""
    office.ask("report.see")
    return signatures_of(office, session_id)


def signers(office: Office, step: str) -> tuple[Member, ...]:
    """List who may sign a step today and has a way in on this laptop, by name."""
    office.ask("report.see")
    verb, staff = _verb(step), office.staff()
    here = {one.officer_id for one in slots_here(office) if one.kind == "officer"}
    return tuple(
        one for one in staff.current() if one.id in here and may(staff.asking(one.id, office.today), verb)
    )


def doubts(office: Office, report: ReportData, step: str, officer_id: str) -> tuple[Problem, ...]:
    """Say what speaks against signing, without forbidding it; the circular asks for no number of persons."""
    office.ask("report.see")
    found = []
    if report.missing:
        found.append(Problem("sign_draft", "", "warning", {"count": len(report.missing)}))
    twice = [one for one in report.signatures if one.officer == officer_id and one.step != step]
    if twice:
        found.append(Problem("sign_same_person", "", "warning", {"name": twice[0].name}))
    return tuple(found)


def sign(
    office: Office, session_id: str, step: str, officer: str, password: str, version: int = 0
) -> Signature:
    """Sign a step of the report as it stands, as an officer with a slot on this laptop.

    `version`: what the signer was shown. Raises Locked (wrong_password, unlock_wait), Refused (not_allowed,
    officer_…, sign_already, sign_out_of_order, sign_version_moved, sign_unknown_step), NoRoom.
    """
    office.ask("report.see")
    verb, report = _verb(step), reporting.data(office, session_id)
    if version and version != report.version:
        raise Refused("sign_version_moved", version=report.version)
    _ask_order(report, step)
    paths, secrets = office.opened.paths, office.opened.secrets
    held = keyslots.read(paths.keyslots)
    slot, keys = opening.keys_by_password(
        paths, held, _slot_name(office, officer), password, secrets, office.now
    )
    member = _signer(office, slot.id)
    if not may(office.staff().asking(member.id, office.today), verb):
        raise Refused("not_allowed", verb=verb, roles=", ".join(needed(verb)))
    draft = _draft(office, report, step, member)
    made = signed(draft, keys.signing)
    with office.writing() as w:
        subject = reporting.write_version(w, report)
        fields = {f"{FIELD}{step}": made.field()}
        w.change("report", subject, w.seen(subject), fields, action="signed")
    return made


def withdraw(office: Office, session_id: str, step: str, reason: str) -> None:
    """Withdraw a signature of the version that stands, and those of the steps after it.

    By who signed, or who may sign that step. Raises Invalid, Refused (not_allowed, sign_not_signed).
    """
    office.ask("report.see")
    report, verb = reporting.data(office, session_id), _verb(step)
    given = next((one for one in report.signatures if one.step == step), None)
    if given is None:
        raise Refused("sign_not_signed")
    if given.officer != office.asking().id:
        office.ask(verb)
    if is_blank(reason):
        raise Invalid((Problem("sign_reason_missing", "reason"),))
    later = STEPS[STEPS.index(step) :]
    with office.writing() as w:
        for subject, steps in _signed_subjects(w, report, later):
            fields = {f"{FIELD}{one}": {"on": False} for one in steps}
            w.change(
                "report", subject, w.seen(subject), fields, action="unsigned", reason=clean(reason).strip()
            )


def _box(step: str, found: tuple[Signature, Standing] | None, wanted: str) -> Box:
    return Box(step, found[0], found[1]) if found else Box(step, next=step == wanted)


def _verb(step: str) -> str:
    if step not in STEPS:
        raise Refused("sign_unknown_step", step=step)
    return f"report.{step}"


def _ask_order(report: ReportData, step: str) -> None:
    done = {one.step: one for one in report.signatures}
    if step in done:
        raise Refused("sign_already", name=done[step].name)
    before = [one for one in STEPS[: STEPS.index(step)] if one not in done]
    if before:
        raise Refused("sign_out_of_order", step=before[0])


def _slot_name(office: Office, officer: str) -> str:
    """Give the name on the slot of an officer, who may be named as on the roster or by id."""
    wanted = " ".join(officer.split()).casefold()
    held = {slot.id: slot.name for slot in keyslots.read(office.opened.paths.keyslots).of_kind("officer")}
    for one in slots_here(office):
        if one.id in held and wanted in (one.name.casefold(), one.officer_id, held[one.id].casefold()):
            return held[one.id]
    raise Refused("officer_unknown", officer=officer)


def _signer(office: Office, slot_id: str) -> Member:
    """Give the officer of a slot, as the vault and not the file of slots knows them."""
    found = next((one for one in slots_here(office) if one.id == slot_id), None)
    member = office.staff().find(found.officer_id) if found else None
    if member is None:
        raise Refused("officer_not_here")
    if member.retired:
        raise Refused("officer_retired", officer=member.name)
    return member


def _draft(office: Office, report: ReportData, step: str, member: Member) -> Signature:
    of = Subject(report.session.id, report.version, content_digest(report, Words()))
    roles = VERBS[_verb(step)]
    acting = None
    if not member.own_roles & roles:
        acting = next(
            (found for role in sorted(roles) if (found := member.acts_in(role, office.today))), None
        )
    role, letter = (acting.role, acting.letter) if acting else ("", "")
    return Signature(of, step, member.id, member.name, member.post, office.now, role, letter)


def _signed_subjects(
    w: Work, report: ReportData, steps: tuple[str, ...]
) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for subject, state in shelf.states_of(w.conn, "report", report.session.id):
        given = tuple(
            one.step for one in signatures_in(state) if one.of.version == report.version and one.step in steps
        )
        if given:
            found.append((subject, given))
    return found
