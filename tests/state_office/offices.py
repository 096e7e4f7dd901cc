"""An office founded without a vault: a roster signed by its root, and devices that it admits and revokes."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hbp_desktop.domain.entry import NOTHING, Entry, Header, Opening, Parent, make, received
from hbp_desktop.domain.roster import KIND, sign_body, subject_of
from hbp_desktop.domain.signing import public_key
from tests.state_office.stands import OFFICE, START, Stand, Writer


@dataclass
class FoundedOffice:
    """An office at the state office: its founder wrote the roster, and may write on it."""

    stand: Stand
    code: str = OFFICE
    root: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __post_init__(self) -> None:
        self.founder = Writer(self.stand.receiver.key, self.code)
        self._last: Entry | None = None
        self.founding = self.enact(
            {
                f"root.{public_key(self.root).hex()}": {"on": True},
                f"device.{self.founder.device}": {"state": "admitted"},
            }
        )
        self.stand.admit(self.founder.device, self.code, self.founding.hash)

    @property
    def roster(self) -> str:
        """The roster's subject."""
        return subject_of(self.founder.chain)

    def enact(self, fields: Mapping[str, Any], secret: bytes = b"") -> Entry:
        """Write a roster entry on the one before, signed by the root or who else is given."""
        header = following(self.founder, KIND, self.roster, [self._last] if self._last else [])
        salt, by = secrets.token_bytes(12), secret or self.root
        bare = make(self._prev(), header, fields, salt)
        entry = make(
            self._prev(), header, fields, salt, signed=sign_body(header, bare.header_bytes, bare.body(), by)
        )
        self.founder.entries.append(entry)
        self._last = entry
        return entry

    def device(self, admitted: bool = True) -> Writer:
        """Give a device that the state office lets in, and the roster, too, where it is admitted."""
        new = Writer(self.stand.receiver.key, self.code)
        self.stand.admit(new.device, self.code, self.founding.hash)
        if admitted:
            self.admit(new.device)
        return new

    def admit(self, device: str) -> None:
        """Admit a device key."""
        self.enact({f"device.{device}": {"state": "admitted"}})

    def revoke(self, writer: Writer, upto: int = 0) -> None:
        """Revoke a device; its entries count up to that seq."""
        heads = {writer.chain: [writer.entries[upto - 1].hash.hex()]} if upto else {}
        self.enact({f"device.{writer.device}": {"state": "revoked", "heads": heads}})

    def _prev(self) -> bytes:
        return self.founder.entries[-1].hash if self.founder.entries else NOTHING


def following(
    writer: Writer, kind: str, subject: str, on: Sequence[Entry], v: int = 1, action: str = "recorded"
) -> Header:
    """Give the header that would come next in a writer's chain, on these entries of the subject."""
    seq = len(writer.entries) + 1
    return Header(
        chain=writer.chain,
        seq=seq,
        kind=kind,
        subject=subject,
        parents=tuple(sorted(Parent(one.hash[:8], one.header.chain, one.header.seq) for one in on)),
        lamport=1 + max((one.header.lamport for one in on), default=0),
        action=action,
        actor="pegawai-1",
        at=START,
        opens=Opening(writer.device, writer.nonce.hex(), writer.office, None) if seq == 1 else None,
        v=v,
    )


def write_on(writer: Writer, of: str, subject: str, on: Sequence[Entry], v: int = 1, **fields: Any) -> Entry:
    """Append an entry that was written on others."""
    prev = writer.entries[-1].hash if writer.entries else NOTHING
    entry = make(prev, following(writer, of, subject, on, v), fields, secrets.token_bytes(12))
    writer.entries.append(entry)
    return entry


def garble(writer: Writer, kind: str, subject: str) -> Entry:
    """Append an entry whose body is no JSON; its link holds."""
    prev = writer.entries[-1].hash if writer.entries else NOTHING
    header = make(prev, following(writer, kind, subject, []), {}, secrets.token_bytes(12)).header_bytes
    entry = received(prev, header, b"bukan JSON")
    writer.entries.append(entry)
    return entry
