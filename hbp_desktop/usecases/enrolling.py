"""Becoming known to a state office, once, with the code it handed out."""

from dataclasses import replace

from hbp_desktop.domain import enrol_code
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.exchange import Enrolled
from hbp_desktop.domain.fields import line, part_of
from hbp_desktop.domain.ids import new_id
from hbp_desktop.domain.roster import Roster
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import admission, journal, peers
from hbp_desktop.store.incarnation import device_name
from hbp_desktop.store.peers import Granted, Peer
from hbp_desktop.sync import enrolling, trouble
from hbp_desktop.sync.address import read_address, trust
from hbp_desktop.sync.client import JSON, Line, Patience
from hbp_desktop.sync.messages import fingerprint
from hbp_desktop.usecases.fingerprints import words_of
from hbp_desktop.usecases.office import Office

WRITER = "Pejabat negeri"
MOST_CA = 64 * 1024  # bytes of certificates


def enrol(
    office: Office, url: str, code: str, ca: bytes | None = None, patience: Patience | None = None
) -> Enrolled:
    """Become known to a state office, and let the entries it will write here count.

    A further laptop of the office needs nobody who signs the roster: the state office stands in it already.
    Doing it again is harmless: until the answer came, the very same request is sent. Raises Refused
    (not_allowed, not_administrator, enrol_…, url_…, ca_damaged, sync_…), Damaged, Unreachable.
    """
    office.ask("sync.enrol")
    address, certificates = read_address(url), _certificates(ca)
    spelled = enrol_code.read(code)
    _ask_standing(office)
    request = _request(office, address.url, spelled)
    with Line(address.url, certificates, patience) as road:
        heard = road.post("/v1/enrol", request, enrolling.LONGEST, Content_Type=JSON)
    if heard.status != 200 or heard.kind != JSON:
        raise trouble.of_status(heard)
    if heard.why is not None:
        raise heard.why
    answer = _read(heard.data, request)
    _admit(office, answer.writer)
    _keep(office, answer, address.url, certificates)
    return Enrolled(answer.name, address.url, six_words(answer.server, answer.device))


def six_words(server: str, device: str) -> tuple[str, ...]:
    """Give the words that both ends show of a device that enrolled."""
    return tuple(words_of(fingerprint(server, device).hex()).split())


def _certificates(ca: bytes | None) -> str:
    if ca is None:
        return ""
    try:
        text = ca.decode("ascii") if len(ca) <= MOST_CA else ""
    except UnicodeDecodeError:
        text = ""
    if not text.strip():
        raise Refused("ca_damaged")
    trust(text)
    return text


def _ask_standing(office: Office) -> None:
    """Refuse, before the code is used up, who could not let the state office's entries count."""
    with office.vault.read() as conn:
        if not journal.own_device(conn).admitted:
            raise Refused("device_not_admitted")
        roster = journal.read_own_roster(conn)
    admitted = (key for key, standing in roster.devices.items() if standing.admitted)
    names = (part_of(roster.folded.state, f"device.{key}").get("name") for key in admitted)
    if not _signs(office, roster) and WRITER not in names:
        raise Refused("not_administrator")


def _signs(office: Office, roster: Roster) -> bool:
    """Tell whether who sits here may admit."""
    key, state = office.opened.keys.signing_public, roster.folded.state
    return any(part_of(state, f"{tier}.{key}").get("on") is True for tier in ("root", "admin"))


def _request(office: Office, url: str, code: str) -> bytes:
    with office.vault.write() as conn:
        if kept := peers.asking(conn, url, code):
            return kept
        own = journal.own_device(conn)
        asked = enrolling.Enrol(
            code=code,
            device=public_key(own.secret).hex(),
            name=line(device_name()) or line(office.officer.name),
            office=office.code,
            founding=own.founding.hex(),
            nonce=new_id(),
            at=office.now,
        )
        request = enrolling.write_enrol(asked, own.secret)
        peers.keep_asking(conn, url, code, request)
    return request


def _read(data: bytes, request: bytes) -> enrolling.Enrolled:
    try:
        return enrolling.read_enrolled(data, enrolling.read_enrol(request))
    except (Damaged, Refused):
        raise trouble.answer_strange() from None


def _admit(office: Office, writer: str) -> None:
    with office.writing() as doing:
        roster = journal.read_own_roster(doing.conn)
        standing = roster.devices.get(writer)
        if (standing is None or not standing.admitted) and _signs(office, roster):
            admission.admit(doing, writer, WRITER, office.opened.keys.signing)


def _keep(office: Office, answer: enrolling.Enrolled, url: str, ca: str) -> None:
    granted = Granted(device=answer.device, writer=answer.writer)
    with office.vault.write() as conn:
        known = peers.named(conn, answer.server)
        peer = known if known and known.granted.device == answer.device else Peer(answer.server, url)
        peers.keep(
            conn,
            replace(
                peer,
                url=url,
                ca=ca,
                name=line(answer.name),
                granted=granted,
                attempts=0,
                next_at=office.now,
                error=None,
                enrolled_at=office.now,
            ),
        )
        peers.drop_asking(conn)
