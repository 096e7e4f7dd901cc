"""Who belongs: roster entries that admit and revoke devices, each signed by an administrator's key."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import journal
from hbp_desktop.store.exchange import vector
from hbp_desktop.store.tables import chains
from hbp_desktop.store.work import Work


def admit(doing: Work, device: str, name: str, secret: bytes) -> None:
    """Let a device key (hex) count; raises Refused unless `secret` is an administrator's or a root's."""
    _ask_standing(doing, secret)
    fields = {f"device.{device}": {"state": "admitted", "name": name}}
    doing.enact(fields, secret, action="admitted")


def revoke(
    doing: Work,
    device: str,
    heads: Mapping[str, Iterable[bytes]],
    secret: bytes,
    *,
    reason: str,
    name: str = "",
) -> None:
    """Let a device key count no further than these heads of its chains (several after a fork)."""
    _ask_standing(doing, secret)
    cuts = {chain: sorted(entry_hash.hex() for entry_hash in hashes) for chain, hashes in heads.items()}
    said = {"state": "revoked", "heads": cuts} | ({"name": name} if name else {})
    fields = {f"device.{device}": said}
    doing.enact(fields, secret, action="revoked", reason=reason)


def heads_of_device(doing: Work, device: str) -> dict[str, list[bytes]]:
    """Give the heads of a device's chains as held here: what a revocation accepts of it."""
    named = doing.conn.execute(select(chains.c.chain).where(chains.c.device == device)).scalars()
    held = vector(doing.conn)
    return {chain: sorted(held[chain]) for chain in named if chain in held}


def _ask_standing(doing: Work, secret: bytes) -> None:
    state = journal.read_own_roster(doing.conn).folded.state
    key = public_key(secret).hex()
    for tier in ("admin", "root"):
        standing = state.get(f"{tier}.{key}")
        if isinstance(standing, Mapping) and standing.get("on") is True:
            return
    raise Refused("not_administrator")
