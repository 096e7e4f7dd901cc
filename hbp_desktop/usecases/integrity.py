"""What the office seals: the state's integrity key, and whether child-safety matters are sealed as well."""

from collections.abc import Mapping

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.integrity_key import IntegrityKey, read_key
from hbp_desktop.usecases import officers
from hbp_desktop.usecases.office import Office


def installed(office: Office) -> IntegrityKey | None:
    """Give the state's key as this office holds it, None while there is none."""
    staff = office.staff()
    return IntegrityKey(staff.integrity, staff.integrity_name) if staff.integrity else None


def install(office: Office, text: str) -> IntegrityKey:
    """Install the state's key from its file's text, in place of an older one.

    Raises Refused (not_allowed, seal_key_secret, seal_key_unreadable, seal_key_same).
    """
    office.ask("seal.set")
    key = read_key(text)
    if installed(office) == key:
        raise Refused("seal_key_same")
    _enact(office, {"integrity": {"on": True, "age": key.age, "name": key.name}})
    return key


def remove(office: Office) -> None:
    """Take the state's key away; what is sealed stays sealed, what comes is kept from view by role alone."""
    office.ask("seal.set")
    if (held := installed(office)) is None:
        raise Refused("seal_key_none")
    _enact(office, {"integrity": {"on": False, "age": held.age, "name": held.name}})


def seal_children(office: Office, on: bool) -> None:
    """Say whether child-safety matters are sealed at this office, from now on."""
    office.ask("seal.set")
    if office.staff().child_sealed != on:
        _enact(office, {"sealing": {"child": on}})


def _enact(office: Office, fields: Mapping[str, Value]) -> None:
    if not officers.may_sign(office):
        raise officers.unsigned(office)
    with office.writing() as w:
        w.enact(fields, office.opened.keys.signing, action="sealing.set")
