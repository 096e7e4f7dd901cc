"""A laptop asks to be one of the office: its request is read, admitted with its officers, and answered."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hbp_desktop.domain import joining as files
from hbp_desktop.domain.admission import Admission
from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import Invalid, Problem, Refused
from hbp_desktop.domain.joining import Applicant, Request
from hbp_desktop.domain.roster import ROLES
from hbp_desktop.domain.signing import public_key
from hbp_desktop.domain.staff import Member, Staff
from hbp_desktop.store import admission, joining, journal
from hbp_desktop.store.work import Work
from hbp_desktop.usecases import officer_list
from hbp_desktop.usecases.fingerprints import six_words, words_of
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.slot_changes import tier_of

ADMINISTRATOR = "administrator"
NEWCOMER = ("counter",)
_OFFICERS_AN_ENTRY = 20


@dataclass(frozen=True)
class Look:
    """A request as read: its six words, and for each officer the one on this roster it would be linked to."""

    request: Request
    words: str
    known: Mapping[str, Member]
    admitted: bool


@dataclass(frozen=True)
class Admitted:
    """What was admitted; `file` is for the laptop that asked, and for nobody else."""

    words: str
    name: str
    device: str
    file: bytes = field(repr=False)
    officers: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()


def look(office: Office, data: bytes) -> Look:
    """Read a request before anything is decided; raises Damaged (request_…), Refused (join_other_office)."""
    office.ask("device.admit")
    request = files.read_request(data)
    if request.office and request.office != office.code:
        raise Refused("join_other_office", asked=request.office, office=office.code)
    staff = office.staff()
    known = {one.id: member for one in request.officers if (member := _same(staff, one))}
    with office.vault.read() as conn:
        standing = journal.read_own_roster(conn).devices.get(request.device)
    return Look(request, words_of(request.device), known, bool(standing and standing.admitted))


def admit(
    office: Office,
    data: bytes,
    *,
    words: str = "",
    as_officer: str = "",
    roles: Collection[str] = (),
) -> Admitted:
    """Admit the laptop that asked, with its officers, and make the file that tells it so.

    `words`, where given, must be the request's six; `as_officer` names whose second record its first officer
    is; `roles` are what an officer new to the roster gets (else counter, or what a merged office gave; never
    administrator, unless the code signs). Doing it again makes the file again.
    Raises Refused (not_allowed, not_administrator, six_words_differ, join_…, device_…), Invalid, Damaged.
    """
    seen = look(office, data)
    if words and six_words().read(words) != tuple(seen.words.split()):
        raise Refused("six_words_differ", words=seen.words)
    if strange := set(roles) - set(ROLES):
        raise Invalid((Problem("role_unknown", "roles", values={"roles": ", ".join(sorted(strange))}),))
    if as_officer:
        member = officer_list.find(office, as_officer)
        seen = Look(
            seen.request, seen.words, {**seen.known, seen.request.officers[0].id: member}, seen.admitted
        )
    secret = office.opened.keys.signing
    with office.writing() as doing:
        _admit_device(doing, seen, secret)
        with_code = tier_of(doing, office.opened.keys) == "root"
        for fields in _officer_fields(seen, office, frozenset(roles), with_code):
            doing.enact(fields, secret, action="officer_joined")
    return _answer(office, seen)


def _same(staff: Staff, applicant: Applicant) -> Member | None:
    """Give the officer of this roster who bears the same name, if only one does."""
    if found := staff.find(applicant.id):
        return found
    named = staff.named(applicant.name)
    return named[0] if len(named) == 1 else None


def _admit_device(doing: Work, seen: Look, secret: bytes) -> None:
    request = seen.request
    standing = journal.read_own_roster(doing.conn).devices.get(request.device)
    if standing is not None and standing.cuts is not None:
        raise Refused("device_revoked", name=request.device_name)
    if standing is None or not standing.admitted:
        admission.admit(doing, request.device, _name_of(seen), secret)


def _officer_fields(
    seen: Look, office: Office, roles: frozenset[str], with_code: bool
) -> Iterator[dict[str, Value]]:
    """Give the roster fields of all officers who come along, some to an entry; what stands is left alone."""
    fields: dict[str, Value] = {}
    with office.vault.read() as conn:
        state = journal.read_own_roster(conn).folded.state
    for n, one in enumerate(seen.request.officers, 1):
        said = _fields_of(one, seen, roles, with_code)
        fields |= {name: value for name, value in said.items() if state.get(name) != value}
        if fields and (n % _OFFICERS_AN_ENTRY == 0):
            yield fields
            fields = {}
    if fields:
        yield fields


def _fields_of(one: Applicant, seen: Look, roles: frozenset[str], with_code: bool) -> dict[str, Value]:
    known = seen.known.get(one.id)
    merging = bool(seen.request.founding)
    standing = known.id if known and not merging else one.id
    who = f"officer.{standing}"
    fields: dict[str, Any] = {}
    if known is None or (merging and known.id != one.id):
        fields[who] = {"name": one.name, "post": one.post}
    if merging and known and known.id != one.id:
        fields[f"{who}.same"] = known.id
    if one.retired and known is None:
        fields[f"{who}.retired"] = {"on": True}
    if one.signing:
        fields[f"{who}.key.{one.signing}"] = {"on": True, "age": one.age}
    given = _roles_of(one, known, roles, merging, with_code)
    fields |= {f"{who}.role.{role}": True for role in given if known is None}
    if with_code and one.signing and ADMINISTRATOR in given:
        fields[f"admin.{one.signing}"] = {"on": True, "officer": known.id if known else standing}
    return fields


def _roles_of(
    one: Applicant, known: Member | None, roles: frozenset[str], merging: bool, with_code: bool
) -> frozenset[str]:
    if known is not None:
        return known.own_roles
    given = roles or frozenset(one.roles if merging else NEWCOMER)
    return frozenset() if one.retired else given if with_code else given - {ADMINISTRATOR}


def _answer(office: Office, seen: Look) -> Admitted:
    secret = office.opened.keys.signing
    request = seen.request
    merging = bool(request.founding)
    names = {
        one.id: known.id for one in request.officers if (known := seen.known.get(one.id)) and not merging
    }
    with office.vault.write() as conn:
        answer = Admission(
            office=office.code,
            founding=journal.own_device(conn).founding,
            device=request.device,
            request=request.digest,
            officers=names,
            by=public_key(secret).hex(),
            at=office.now,
            ranges=joining.roster_ranges(conn),
        )
        file = joining.seal_admission(answer, secret, request.age)
    return Admitted(
        words=seen.words,
        name=_name_of(seen),
        device=request.device,
        file=file,
        officers=tuple(one.name for one in request.officers if one.signing),
        linked=tuple(seen.known[one.id].name for one in request.officers if one.id in seen.known),
    )


def _name_of(seen: Look) -> str:
    return seen.request.device_name or " ".join(seen.words.split()[:2])
