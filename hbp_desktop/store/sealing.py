"""Seal fields to persons with age (X25519), and open them again."""

import secrets
from collections.abc import Mapping, Sequence

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.entry import Entry
from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.sealing import RECIPIENTS, as_text, pack, sealed_in, unpack
from hbp_desktop.store.persons import PersonKeys


def seal(kind: str, subject: str, fields: Mapping[str, Value], readers: Sequence[str]) -> str:
    """Give the `sealed` part of a body that these age recipients can open; strangers fill up the four.

    Raises Refused (sealed_readers, sealed_too_long).
    """
    import pyrage  # slow to load, rarely needed

    wanted = sorted(set(readers))
    if not 0 < len(wanted) <= RECIPIENTS:
        raise Refused("sealed_readers", most=RECIPIENTS)
    recipients = [pyrage.x25519.Recipient.from_str(reader) for reader in wanted]
    recipients += [pyrage.x25519.Identity.generate().to_public() for _ in range(RECIPIENTS - len(wanted))]
    secrets.SystemRandom().shuffle(recipients)  # the order of stanzas must not tell either
    return as_text(bytes(pyrage.encrypt(pack(kind, subject, fields), recipients)))


def seal_bytes(plain: bytes, reader: str) -> bytes:
    """Seal bytes to one age recipient, as a draft to its writer."""
    import pyrage

    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(reader)]))


def unseal_bytes(sealed: bytes, keys: PersonKeys) -> bytes | None:
    """Open what `seal_bytes` sealed; None when it was sealed to somebody else."""
    import pyrage

    try:
        return keys.unseal(sealed)
    except pyrage.DecryptError:
        return None


def unseal(entry: Entry, keys: PersonKeys) -> Mapping[str, Value] | None:
    """Open an entry's sealed fields; None for none, for another's, and for what is not what it says."""
    import pyrage

    ciphertext = sealed_in(entry)
    if ciphertext is None:
        return None
    try:
        return unpack(entry.header.kind, entry.header.subject, keys.unseal(ciphertext))
    except (pyrage.DecryptError, Damaged):
        return None
