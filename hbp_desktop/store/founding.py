"""How an office comes to be: a device opens its chain with the roster's founding entry."""

import secrets
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, update

from hbp_desktop.domain.canonical import Value
from hbp_desktop.domain.chain import sign_head
from hbp_desktop.domain.entry import NOTHING, Entry, Header, Opening, chain_of, make
from hbp_desktop.domain.roster import ROLES, sign_body, subject_of
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import counting, journal
from hbp_desktop.store.exchange import sign_own_heads
from hbp_desktop.store.local_tables import device
from hbp_desktop.store.work import SALT


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """The public halves of a slot's seed: Ed25519 as hex, age recipient as text."""

    signing: str
    age: str


@dataclass(frozen=True, slots=True)
class Founding:
    """Everything the founding entry states; `root_secret` is the recovery code's Ed25519 secret."""

    office: str
    officer_id: str
    officer_name: str
    officer_post: str
    officer_keys: PersonKeys
    recovery_keys: PersonKeys
    root_secret: bytes
    device_name: str
    now: int


def found_office(conn: Connection, founding: Founding) -> Entry:
    """Make this device's key and chain and write the founding entry, signed by the recovery root.

    The first officer becomes administrator, head, leader and counter; roles change later by entries.
    """
    secret, nonce = secrets.token_bytes(32), secrets.token_bytes(16)
    public = public_key(secret)
    chain = chain_of(public, nonce)
    header = Header(
        chain=chain,
        seq=1,
        kind="roster",
        subject=subject_of(chain),
        parents=(),
        lamport=1,
        action="founded",
        actor=founding.officer_id,
        at=founding.now,
        opens=Opening(public.hex(), nonce.hex(), founding.office, None),
    )
    fields = _fields(founding, public.hex())
    salt = secrets.token_bytes(SALT)
    unsigned = make(NOTHING, header, fields, salt)
    signed = sign_body(header, unsigned.header_bytes, dict(unsigned.body()), founding.root_secret)
    entry = make(NOTHING, header, fields, salt, signed=signed)
    journal.append(conn, [entry])
    journal.keep_head(conn, sign_head(chain, 1, entry.hash, secret))
    _keep_device(conn, journal.Device(chain, secret, nonce, founding.office, entry.hash, True))
    return entry


def open_chain(conn: Connection, actor: str, now: int, secret: bytes | None = None) -> str:
    """Begin a new chain of the same device, as after a restore, or of a new device key; gives its name.

    Its opening entry names the chain before it, so the gap stays visible; the old one ends at a signed head.
    A new key counts once the roster admits it.
    """
    own = journal.own_device(conn)
    sign_own_heads(conn)
    conn.execute(update(device).values(current=0))
    key = secret or own.secret
    chain = _open(conn, key, own.office, own.founding, own.admitted, own.chain, actor, now)
    if secret is not None:
        counting.recount(conn)
    return chain


def join_office(
    conn: Connection,
    office: str,
    founding: bytes,
    actor: str,
    now: int,
    secret: bytes | None = None,
) -> str:
    """Open a chain under a device key that is not admitted yet, pinning the founding; gives the public key.

    Nothing it writes counts, and nothing may be written, until the founding side admitted the key and its
    journal was taken in. Without `secret` the key is made here.
    """
    secret = secret or secrets.token_bytes(32)
    _open(conn, secret, office, founding, False, None, actor, now)
    return public_key(secret).hex()


def _open(
    conn: Connection,
    secret: bytes,
    office: str,
    founding: bytes,
    admitted: bool,
    before: str | None,
    actor: str,
    now: int,
) -> str:
    nonce = secrets.token_bytes(16)
    public = public_key(secret)
    chain = chain_of(public, nonce)
    header = Header(
        chain=chain,
        seq=1,
        kind="chain",
        subject=f"chain:{chain}",
        parents=(),
        lamport=1,
        action="opened",
        actor=actor,
        at=now,
        opens=Opening(public.hex(), nonce.hex(), office, before),
    )
    fields = {"before": before} if before else {}
    entry = make(NOTHING, header, fields, secrets.token_bytes(SALT))
    journal.append(conn, [entry], counted=admitted)
    _keep_device(conn, journal.Device(chain, secret, nonce, office, founding, admitted))
    return chain


def _keep_device(conn: Connection, own: journal.Device) -> None:
    conn.execute(insert(device), asdict(own) | {"admitted": int(own.admitted), "current": 1})


def _fields(founding: Founding, device_key: str) -> dict[str, Value]:
    who = f"officer.{founding.officer_id}"
    roles = [role for role in ROLES if role in ("counter", "leader", "head", "administrator")]
    return {
        "office": founding.office,
        f"root.{founding.recovery_keys.signing}": {
            "on": True,
            "age": founding.recovery_keys.age,
            "kind": "recovery",
        },
        f"admin.{founding.officer_keys.signing}": {"on": True, "officer": founding.officer_id},
        f"device.{device_key}": {"state": "admitted", "name": founding.device_name},
        who: {"name": founding.officer_name, "post": founding.officer_post},
        f"{who}.key.{founding.officer_keys.signing}": {"on": True, "age": founding.officer_keys.age},
        **{f"{who}.role.{role}": True for role in roles},
    }
