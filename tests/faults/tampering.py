"""Random changes to the rows of a journal, and a whole chain written anew: what verify must and cannot see.

A head that is not due (each 32nd entry, the end of what others wrote) may go unnoticed: the next one says all
that it said. Row numbers mean nothing either.
"""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hbp_desktop.domain.chain import SIGN_EVERY, sign_head
from hbp_desktop.domain.entry import Entry, Parent, make
from hbp_desktop.domain.signing import public_key
from hbp_desktop.store import journal
from hbp_desktop.store.mishaps import StoreBugError
from hbp_desktop.store.project import reproject
from hbp_desktop.store.tables import PROJECTED
from hbp_desktop.store.vault import Vault
from hbp_desktop.store.verify import verify
from tests.store.laptops import Laptop, exchange_fully, office_of_three, reopened

Check = Callable[[Vault], bool]  # whether the file is found sound
Row = tuple[Any, ...]

_COLUMNS = {
    "entries": ("hash", "prev", "digest", "chain", "seq", "kind", "subject", "header", "body", "counted"),
    "heads": ("chain", "hash", "seq", "signature"),
    "chains": ("chain", "device", "office", "before"),
}
_TABLES = ("entries",) * 8 + ("heads", "chains")


def is_sound(vault: Vault) -> bool:
    """Ask verify."""
    return verify(vault).ok


def tamper(runs: int, seed: int, check: Check = is_sound) -> list[str]:
    """Change a row of a journal `runs` times, without the device's key; name the changes not found."""
    with TemporaryDirectory() as folder:
        laptop = _office(Path(folder))
        chance, missed = random.Random(seed), []
        tampering = Tampering(laptop.vault, chance)
        if not check(laptop.vault):
            raise AssertionError("the untouched file is not sound")
        for _ in range(runs):
            missed += tampering.once(check)
        if not is_sound(laptop.vault):
            raise AssertionError("a change was not taken back")
        laptop.vault.close()
    return missed


class Tampering:
    """One random change at a time to one file, taken back after it was looked for."""

    def __init__(self, vault: Vault, chance: random.Random) -> None:
        self._vault, self._chance = vault, chance
        self._acts = (self._flip, self._flip, self._set, self._set, self._delete, self._swap, self._insert)
        self.done = 0

    def once(self, check: Check) -> list[str]:
        """Do one; give its name when it was not found."""
        table = self._chance.choice(_TABLES)
        before = self._rows(table)
        name = ""
        with suppress(StoreBugError, StopIteration):  # the tables refuse it, or it changes nothing
            name = self._chance.choice(self._acts)(table, before)
        now = self._rows(table).values()  # in another order they are the same rows
        missed = bool(name) and Counter(now) != Counter(before.values()) and check(self._vault)
        self.done += bool(name)
        self._put_back(table, before)
        return [name] if missed else []

    def _flip(self, table: str, rows: dict[int, Row]) -> str:
        """Turn one bit of bytes, or one character of a text."""
        rowid, at, value = self._cell(table, rows, lambda value: isinstance(value, bytes | str) and value)
        place = self._chance.randrange(len(value))
        if isinstance(value, bytes):
            turned: Any = bytes([value[place] ^ 1 << self._chance.randrange(8)])
        else:
            turned = self._chance.choice([sign for sign in "0123abcxyz" if sign != value[place]])
        return self._update(table, rowid, at, value[:place] + turned + value[place + 1 :])

    def _set(self, table: str, rows: dict[int, Row]) -> str:
        """Write something else of the same or another type."""
        rowid, at, value = self._cell(table, rows, lambda _value: True)
        others: list[Any] = [0, 1, 7, -1, "", "x", b"", bytes(32), self._chance.randbytes(32)]
        others += [value + 1, value - 1] if isinstance(value, int) else []
        others += [value[:-1], value + value[:1]] if isinstance(value, bytes | str) and value else []
        said = [other for other in others if other != value or type(other) is not type(value)]
        return self._update(table, rowid, at, self._chance.choice(said))

    def _delete(self, table: str, rows: dict[int, Row]) -> str:
        if table == "heads":
            rows = {rowid: row for rowid, row in rows.items() if row[2] % SIGN_EVERY == 0}
        rowid = self._chance.choice(list(rows) or _nothing())
        self._run(f'DELETE FROM "{table}" WHERE rowid = ?', rowid)
        return f"delete of {table}"

    def _swap(self, table: str, rows: dict[int, Row]) -> str:
        """Exchange one column, or all but the keys, of two rows."""
        one, other = self._chance.sample(list(rows), 2)
        names = _COLUMNS[table]
        chosen = self._chance.choice([[self._chance.randrange(len(names))], [7, 8], [0, 1, 2, 7, 8]])
        at = [place for place in chosen if place < len(names)] or [0]
        if all(rows[one][place] == rows[other][place] for place in at):
            _nothing()
        away = {place: f"~{place}".encode() for place in at}
        for rowid, said in (
            (one, away),
            (other, dict(enumerate(rows[one]))),
            (one, dict(enumerate(rows[other]))),
        ):
            for place in at:
                self._update(table, rowid, place, said[place])
        return f"swap of {', '.join(names[place] for place in at)} in {table}"

    def _insert(self, table: str, rows: dict[int, Row]) -> str:
        """Add a row that looks like one of the others; an entry is linked and hashed as it should be."""
        row = list(rows[self._chance.choice(list(rows))])
        if table == "entries":
            row = self._forged(Entry(row[1], row[7], row[2], row[8]), row)
        else:
            row[self._chance.randrange(len(row))] = self._chance.randbytes(32)
        names = ", ".join(f'"{name}"' for name in _COLUMNS[table])
        marks = ", ".join("?" * len(row))
        self._run(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', *row)
        return f"insert into {table}"

    def _forged(self, like: Entry, row: list[Any]) -> list[Any]:
        """Make an entry that follows `like` in its chain, whole but for the signature nobody can give."""
        header = replace(like.header, seq=like.header.seq + 1, opens=None, lamport=1, parents=())
        header = replace(header, subject=f"forged-{self._chance.randrange(10**9)}", kind="visit")
        entry = make(like.hash, header, {"session": "s", "name": "Salmah"}, self._chance.randbytes(12))
        return [
            *(entry.hash, entry.prev, entry.digest, header.chain, header.seq, header.kind, header.subject),
            *(entry.header_bytes, entry.body_bytes, row[9]),
        ]

    def _cell(self, table: str, rows: dict[int, Row], fits: Callable[[Any], object]) -> tuple[int, int, Any]:
        at = self._chance.randrange(len(_COLUMNS[table]))
        found = [rowid for rowid, row in rows.items() if fits(row[at])]
        rowid = self._chance.choice(found or _nothing())
        return rowid, at, rows[rowid][at]

    def _update(self, table: str, rowid: int, at: int, value: Any) -> str:
        column = _COLUMNS[table][at]
        self._run(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', value, rowid)
        return f"{column} of {table}"

    def _rows(self, table: str) -> dict[int, Row]:
        names = ", ".join(f'"{name}"' for name in _COLUMNS[table])
        with self._vault.raw() as raw:
            return {row[0]: row[1:] for row in raw.execute(f'SELECT rowid, {names} FROM "{table}"')}

    def _put_back(self, table: str, before: dict[int, Row]) -> None:
        now = self._rows(table)
        wrong = [rowid for rowid in now.keys() | before.keys() if now.get(rowid) != before.get(rowid)]
        names = ", ".join(f'"{name}"' for name in _COLUMNS[table])
        with self._vault.write() as conn:
            for rowid in wrong:
                conn.exec_driver_sql(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))
            for rowid in before.keys() & set(wrong):
                marks = ", ".join("?" * (1 + len(before[rowid])))
                row = (rowid, *before[rowid])
                conn.exec_driver_sql(f'INSERT INTO "{table}" (rowid, {names}) VALUES ({marks})', row)

    def _run(self, statement: str, *values: Any) -> None:
        with self._vault.write() as conn:
            raw = conn.connection.driver_connection
            assert raw is not None
            raw.execute(statement, values)


def written_anew(laptop: Laptop, seq: int, text: str = "RM 90") -> None:
    """Change an entry of the laptop's own chain and all that follows it, with every key the file holds.

    Links, hashes, parents, signed heads, standings, tables and full text agree with one another afterwards.
    """
    with laptop.vault.write() as conn:
        own = journal.own_device(conn)
        rows = conn.exec_driver_sql(
            "SELECT n, prev, header, digest, body FROM entries WHERE chain = ? ORDER BY seq", (own.chain,)
        ).all()
        named: dict[Parent, Parent] = {}
        prev = b""
        for row in rows:
            old = Entry(row.prev, row.header, row.digest, row.body)
            new = old
            if old.header.seq >= seq:
                parents = tuple(sorted(named.get(parent, parent) for parent in old.header.parents))
                body = dict(old.body())
                fields = {**body["fields"], **({"details": text} if old.header.seq == seq else {})}
                new = make(prev, replace(old.header, parents=parents), fields, bytes(12))
                named[old.named()] = new.named()
                _replace(conn, row.n, new)
            prev = new.hash
        _sign_anew(conn, own, seq)
        _project_anew(conn)


def _replace(conn: Any, n: int, entry: Entry) -> None:
    conn.exec_driver_sql(
        "UPDATE entries SET hash = ?, prev = ?, digest = ?, header = ?, body = ? WHERE n = ?",
        (entry.hash, entry.prev, entry.digest, entry.header_bytes, entry.body_bytes, n),
    )


def _sign_anew(conn: Any, own: journal.Device, seq: int) -> None:
    gone = conn.exec_driver_sql(
        "DELETE FROM heads WHERE chain = ? AND seq >= ? RETURNING seq", (own.chain, seq)
    )
    for signed in sorted(gone.scalars().all()):
        found = "SELECT hash FROM entries WHERE chain = ? AND seq = ?"
        entry_hash = conn.exec_driver_sql(found, (own.chain, signed)).scalar_one()
        journal.keep_head(conn, sign_head(own.chain, signed, entry_hash, own.secret))


def _project_anew(conn: Any) -> None:
    subjects = {tuple(row) for row in conn.exec_driver_sql("SELECT DISTINCT kind, subject FROM entries")}
    for table in (*PROJECTED.values(),):
        conn.exec_driver_sql(f'DELETE FROM "{table.name}"')
    conn.exec_driver_sql("DELETE FROM words")
    reproject(conn, subjects)


def _office(folder: Path) -> Laptop:
    """Make a file with entries of three laptops, conflicts, a fork of opinions and a laptop cut off."""
    (folder / "new").mkdir()
    first, second, third = laptops = reopened(office_of_three(folder), folder / "new")
    for n in range(6):
        first.create("visit", f"{n:032x}", {"session": "s", "name": f"Rohani {n}", "sex": "P"})
        first.create("matter", f"{n + 90:032x}", {"visit": f"{n:032x}", "session": "s", "kind": "aduan"})
    exchange_fully(laptops)
    for n in range(3):
        first.change("visit", f"{n:032x}", {"name": "Salma"})
        second.change("visit", f"{n:032x}", {"name": "Salmah", "withdrawn": n == 1})
    third.create("visit", f"{50:032x}", {"name": "beyond the cut"})
    first.revoke(third.device)
    exchange_fully(laptops)
    for n in range(20):
        first.create("tally", f"tally-{n}", {"session": "s", "n": n})
    for other in (second, third):
        other.vault.close()
    return first


def own_keys(laptop: Laptop) -> bytes:
    """Give the public device key whose secret half lies in the file."""
    with laptop.vault.read() as conn:
        return public_key(journal.own_device(conn).secret)


def _nothing() -> Any:
    raise StopIteration
