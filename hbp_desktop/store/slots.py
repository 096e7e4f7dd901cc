"""Making slots and going in through them: from a password or a code to a person's keys to the data key."""

import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from hbp_desktop.domain import recovery
from hbp_desktop.domain.errors import Damaged, Locked
from hbp_desktop.store.engine import KEY_BYTES
from hbp_desktop.store.keyslots import Keyslots, Slot
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.wrap import HEAVY, STANDARD, KdfCost, needs_other, unwrap, wrap


def officer_slot(
    name: str, password: str, keys: PersonKeys, laptop_secret: bytes | None, cost: KdfCost | None = None
) -> Slot:
    """Make an officer's slot; without the laptop's secret the password is stretched eight times as long."""
    slot = Slot(secrets.token_hex(16), "officer", keys.age, keys.signing_public, name)
    spent = cost or (HEAVY if laptop_secret is None else STANDARD)
    wrapped = wrap(keys.seed, password, laptop_secret, spent, slot.about)
    return Slot(slot.id, slot.kind, slot.age, slot.signing, slot.name, wrapped)


def recovery_slot(keys: PersonKeys) -> Slot:
    """Make the slot of the printed code; the code itself is kept nowhere."""
    return Slot(secrets.token_hex(16), "recovery", keys.age, keys.signing_public)


def escrow_slot(recipient: str) -> Slot:
    """Make the state's slot from its public age key."""
    return Slot(secrets.token_hex(16), "escrow", recipient)


def rewrapped(
    slot: Slot, keys: PersonKeys, password: str, laptop_secret: bytes | None, cost: KdfCost | None = None
) -> Slot:
    """Wrap an officer's seed in another password; slot and keys stay the same."""
    spent = cost or (HEAVY if laptop_secret is None else STANDARD)
    return replace(slot, wrapped=wrap(keys.seed, password, laptop_secret, spent, slot.about))


def keys_by_password(slot: Slot, password: str, laptop_secret: bytes | None) -> PersonKeys:
    """Give an officer's keys; raises Locked (wrong_password, laptop_secret_missing, laptop_secret_other)."""
    if slot.wrapped is None:
        raise Damaged("slots_damaged")
    return _belonging(PersonKeys(unwrap(slot.wrapped, password, laptop_secret, slot.about)), slot)


def keys_by_any(found: Iterable[Slot], password: str, laptop_secret: bytes | None) -> tuple[Slot, PersonKeys]:
    """Try an officer's slots that this account can open (one an account); raises as `keys_by_password`."""
    here = [slot for slot in found if slot.wrapped and not needs_other(slot.wrapped, laptop_secret)]
    for slot in here:
        with suppress(Locked):
            return slot, keys_by_password(slot, password, laptop_secret)
    if here:
        raise Locked("wrong_password")
    raise Locked("laptop_secret_missing" if laptop_secret is None else "laptop_secret_other")


def keys_by_code(keyslots: Keyslots, typed: str) -> tuple[Slot, PersonKeys]:
    """Give the recovery slot and its keys; raises Invalid for a misread code, Locked for another one's."""
    keys = PersonKeys.from_recovery(recovery.read(typed))
    for slot in keyslots.of_kind("recovery"):
        if slot.signing == keys.signing_public:
            return slot, _belonging(keys, slot)
    raise Locked("recovery_other")


def seal(data_key: bytes, slots: Iterable[Slot]) -> bytes:
    """Seal the data key to every slot's age key, in one age file."""
    import pyrage

    recipients = [pyrage.x25519.Recipient.from_str(slot.age) for slot in slots]
    return bytes(pyrage.encrypt(data_key, recipients))


def unseal(keyslots: Keyslots, keys: PersonKeys) -> bytes:
    """Give the data key; raises Damaged when it was not sealed to this person."""
    import pyrage

    try:
        data_key = keys.unseal(keyslots.sealed)
    except (pyrage.DecryptError, Damaged):
        raise Damaged("slots_damaged") from None
    if len(data_key) != KEY_BYTES:
        raise Damaged("slots_damaged")
    return data_key


def is_recipient(text: str) -> bool:
    """Tell whether this is a public age key, by its own check characters."""
    import pyrage

    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def _belonging(keys: PersonKeys, slot: Slot) -> PersonKeys:
    """Check that the public keys beside the seed are the seed's own."""
    if (keys.age, keys.signing_public) != (slot.age, slot.signing):
        raise Damaged("slots_damaged")
    return keys
