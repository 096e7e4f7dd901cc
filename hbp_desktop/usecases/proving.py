"""Is the file whole, and who besides it says so: verify, and what is held elsewhere."""

import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.domain.proof import (
    ChainCode,
    SignedHead,
    heads_as_json,
    heads_in,
    looks_like_code,
    read_code,
)
from hbp_desktop.store import elsewhere, journal, parcel
from hbp_desktop.store.elsewhere import Claim, Placed
from hbp_desktop.store.verify import Step, Verdict, verify
from hbp_desktop.store.work import Mark
from hbp_desktop.usecases.office import Office

CODE = "code"
MOST_BYTES = 128 * 1024 * 1024
CSV_HEAD = "hbp-head"  # the first cell of a signed head's line in a CSV file

_REPORT = "laporan.json"
_CSV_FIELDS = ("chain", "seq", "hash", "device", "nonce", "sig")


@dataclass(frozen=True)
class Proof:
    """What a check found.

    `here_until`: how far the anchors beside the file agree (seconds since 1970, UTC): outside the file, but
    on the same laptop. `compared`: where the heads just shown stand.
    """

    verdict: Verdict
    here_until: int | None = None
    compared: tuple[Placed, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return self.verdict.ok

    @property
    def vouched(self) -> tuple[Placed, ...]:
        """List the heads that are held elsewhere and here alike, the latest first."""
        found = [one for one in self.verdict.placed if one.standing == "held"]
        held = {(one.chain, one.seq, one.claim.source): one for one in found}.values()
        return tuple(sorted(held, key=lambda one: one.at, reverse=True))


def check(office: Office, against: str = "", step: Step | None = None) -> Proof:
    """Verify the office's file, with all that is known to be held elsewhere.

    `against` is a file's path or a chain code; what agrees is remembered. Raises Invalid (code_…), Refused
    (not_allowed, file_unreadable, heads_none), Damaged (heads_damaged, heads_unsigned).
    """
    office.ask("verify.run")
    shown = claims_in(against) if against.strip() else ()
    with office.vault.read() as conn:
        known = elsewhere.remembered(conn)
    verdict = verify(office.vault, (*known, *shown), step)
    compared = tuple(one for one in verdict.placed if one.claim in shown)
    here = None
    if verdict.ok:
        _learn(office, compared)
        with office.vault.read() as conn:
            here = elsewhere.anchored_here(conn, office.opened.anchors.held())
    return Proof(verdict, here, compared)


def claims_in(against: str) -> tuple[Claim, ...]:
    """Read what a file or a code says is held elsewhere."""
    path = Path(against.strip())
    if not os.path.exists(path) and _may_be_code(against):  # Path.exists raises at a long text
        return (Claim(CODE, read_code(against)),)
    heads = _heads_of(path)
    if not heads:
        raise Refused("heads_none", file=path.name)
    return tuple(
        Claim(path.name[-elsewhere.LONGEST_SOURCE :], Mark(one.head.chain, one.head.seq, one.head.hash))
        for one in heads
    )


def code_now(office: Office) -> str:
    """Give the code of this laptop's last entry: to be written down or read to somebody elsewhere."""
    office.ask("verify.run")
    with office.vault.read() as conn:
        own, last = journal.own_end(conn)
    if last is None:
        raise Refused("office_not_founded")
    return ChainCode.of(own.chain, last.header.seq, last.hash).text()


def heads_now(office: Office) -> tuple[SignedHead, ...]:
    """Give the signed heads of every chain as held now."""
    office.ask("verify.run")
    with office.vault.read() as conn:
        return elsewhere.signed_heads(conn)


def csv_lines(heads: Iterable[SignedHead]) -> list[tuple[str, ...]]:
    """Give the lines that carry signed heads in a CSV file."""
    return [(CSV_HEAD, *(str(row[name]) for name in _CSV_FIELDS)) for row in heads_as_json(heads)]


def _learn(office: Office, compared: tuple[Placed, ...]) -> None:
    if any(one.standing == "held" for one in compared):
        with office.vault.write() as conn:
            elsewhere.learn(conn, compared, office.now)


def _may_be_code(text: str) -> bool:
    return looks_like_code(text) or ("." not in text and "/" not in text and "\\" not in text)


def _heads_of(path: Path) -> tuple[SignedHead, ...]:
    """Find signed heads in a backup, a report package (folder or zip), or a JSON or CSV file of ours."""
    if path.is_dir():
        path = path / _REPORT
    try:
        with path.open("rb") as file:
            begins = file.read(4)
    except OSError:
        raise Refused("file_unreadable", file=path.name) from None
    if begins == b"PK\3\4":
        return _heads_in_zip(path)
    data = _read(path)
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return _heads_in_json(data, path.name)
    return _heads_in_csv(data)


def _heads_in_zip(path: Path) -> tuple[SignedHead, ...]:
    try:
        with zipfile.ZipFile(path) as zipped:
            inside = [one for one in zipped.infolist() if Path(one.filename).name == _REPORT]
            if not inside:
                return parcel.look(path).manifest.signed
            if inside[0].file_size > MOST_BYTES:
                raise Damaged("heads_damaged")
            return _heads_in_json(zipped.read(inside[0]), path.name)
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError):
        raise Damaged("heads_damaged") from None


def _heads_in_json(data: bytes, name: str) -> tuple[SignedHead, ...]:
    try:
        found: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Damaged("heads_damaged") from None
    if not isinstance(found, Mapping) or "heads" not in found:
        raise Refused("heads_none", file=name)
    return heads_in(found["heads"])


def _heads_in_csv(data: bytes) -> tuple[SignedHead, ...]:
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Damaged("heads_damaged") from None
    cells = [line.split(",") for line in lines if line.startswith(f"{CSV_HEAD},")]
    cells = [[cell.removeprefix("'") for cell in row] for row in cells]  # a guarded formula sign
    rows = [dict(zip(_CSV_FIELDS, cell[1:], strict=False)) for cell in cells]
    return heads_in(rows) if rows else ()


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Damaged("heads_damaged")
        return path.read_bytes()
    except OSError:
        raise Refused("file_unreadable", file=path.name) from None
