"""Makes `batch-v1.bin` and the entries it holds: frozen once landed, so make others into another folder.

`python -m tests.data.make_batch_v1 FOLDER`. zstd may come to squeeze the same bytes otherwise: what must not
change is that the frozen file is read as what stands beside it.
"""

import json
import sys
from hashlib import blake2b
from pathlib import Path

from hbp_desktop.domain.chain import Range, chain_of, sign_head
from hbp_desktop.domain.entry import NOTHING, Entry, Gone, Header, Opening, Parent, make
from hbp_desktop.domain.signing import public_key
from hbp_desktop.sync.batch import write_batch

HERE = Path(__file__).parent
BATCH, ENTRIES = "batch-v1.bin", "batch-v1.jsonl"
SECRET = bytes(range(32))
NONCE = bytes(range(16))
OFFICE = "SGR06"
GONE = 7  # the seq whose body is no longer held


def entries() -> list[Entry]:
    """Write a chain with most that a chain can hold: opened, corrected, sealed, newer, odd text."""
    device = public_key(SECRET)
    chain = chain_of(device, NONCE)
    found: list[Entry] = []

    def add(
        kind: str, subject: str, fields: dict[str, object], parents: tuple[Parent, ...] = (), v: int = 1
    ) -> None:
        seq = len(found) + 1
        opens = Opening(device.hex(), NONCE.hex(), OFFICE, None) if seq == 1 else None
        action, lamport = ("corrected", 2) if parents else ("recorded", 1)
        at, doubt = 1_795_483_800 + 7 * seq, seq == 6
        header = Header(chain, seq, kind, subject, parents, lamport, action, "ab" * 16, at, doubt, opens, v)
        prev = found[-1].hash if found else NOTHING
        found.append(make(prev, header, fields, _random(seq, "nonce")[:12]))

    add("roster", f"roster:{chain}", {"root.00": {"on": True}})
    for place in range(3):
        visit, name = _random(place, "visit")[:16].hex(), f"Salmah binti Osman {place}"
        common = {"session": "5e" * 16}
        add("visit", visit, {**common, "name": name, "phone": f"019-000 000{place}", "oku": place == 1})
        matter = {**common, "visit": visit, "order": 1, "details": 'Kata "belum" \\ sudah\n事務 %s :"'}
        add("matter", _random(place, "matter")[:16].hex(), matter)
    add("visit", found[1].header.subject, {"name": "Salmah bt. Osman"}, (found[1].named(),))
    add("matter", "m.odd:1", {"list": ["a:", {"b": "c"}], "n": -5, "none": None, "empty": ""})
    add("visit", _random(9, "visit")[:16].hex(), {"of": "a newer program"}, v=2)
    return found


def ranges(of: list[Entry]) -> list[Range]:
    """Give the chain as two ranges, each up to a signed head."""
    found = []
    for first, behind in ((0, 4), (4, len(of))):
        some = of[first:behind]
        pairs = tuple((one.header_bytes, _body(one)) for one in some)
        head = sign_head(some[-1].header.chain, some[-1].header.seq, some[-1].hash, SECRET)
        found.append(Range(head.chain, some[0].prev, pairs, head))
    return found


def lines(of: list[Entry]) -> str:
    """Write the entries for other programs: hash, header, body, one a line."""
    told = [[one.hash.hex(), one.header_bytes.decode(), _told(one)] for one in of]
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told)


def _body(one: Entry) -> bytes | Gone:
    return Gone(one.digest) if one.header.seq == GONE else one.body_bytes or b""


def _told(one: Entry) -> object:
    body = _body(one)
    return {"gone": body.digest.hex()} if isinstance(body, Gone) else body.decode()


def _random(number: int, what: str) -> bytes:
    return blake2b(f"{what} {number}".encode(), digest_size=32).digest()


def main(folder: Path) -> None:
    """Write both files."""
    made = entries()
    (folder / BATCH).write_bytes(write_batch(OFFICE, ranges(made), SECRET))
    (folder / ENTRIES).write_text(lines(made), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
