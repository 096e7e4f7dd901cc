"""What the page of proof says of a check, from plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.dates import clock, short_date
from hbp_desktop.domain.errors import Problem
from hbp_desktop.usecases.proving import Proof
from hbp_desktop.usecases.wording import located, text


@dataclass(frozen=True)
class Told:
    """A sentence, what it means besides, and its tone: ok, warn or bad."""

    first: str
    rest: str
    tone: str


def verdict(proof: Proof, language: str, zone: tzinfo | None) -> Told:
    """Say what was found: is it whole, and who besides the file says so."""
    translate = QCoreApplication.translate
    if not proof.ok:
        count = len(_problems(proof))
        said = translate("ProofWords", "%n things are not as they were written.", "", count)
        rest = translate(
            "ProofWords",
            "Change nothing, copy the whole folder, and call the auditor. Below is where it is wrong.",
        )
        return Told(said, rest, "bad")
    said = translate("ProofWords", "All %1 entries are right.").replace("%1", f"{proof.verdict.entries:,}")
    until = proof.verdict.anchored_until
    if until is None:
        rest = translate(
            "ProofWords",
            "No part of them is known to be held elsewhere yet: only this file speaks for itself. Compare it "
            "with a report, a backup or a code.",
        )
        return Told(said, rest, "warn")
    rest = translate("ProofWords", "Held elsewhere until %1; after that only this file speaks.")
    return Told(said, rest.replace("%1", when(until, language, zone)), "ok")


def here(proof: Proof, language: str, zone: tzinfo | None) -> str:
    """Say what the anchor is worth: outside the file, but on the same laptop."""
    if not proof.ok or proof.here_until is None:
        return ""
    said = QCoreApplication.translate(
        "ProofWords",
        "This laptop's own mark beside the file agrees until %1. It is on the same laptop, so it proves "
        "nothing against somebody who has the laptop and a password.",
    )
    return said.replace("%1", when(proof.here_until, language, zone))


def compared(proof: Proof, language: str, zone: tzinfo | None) -> list[Told]:
    """Say where each head just shown stands."""
    return [_standing(one.standing, one.seq, one.at, language, zone) for one in proof.compared]


def vouched(proof: Proof, language: str, zone: tzinfo | None) -> list[str]:
    """List what is held elsewhere and agrees, the latest first."""
    said = QCoreApplication.translate("ProofWords", "%1: until %2, entry %3")
    code = QCoreApplication.translate("ProofWords", "A code read back")
    return [
        said.replace("%3", str(one.seq))
        .replace("%2", when(one.at, language, zone))
        .replace("%1", code if one.claim.source == "code" else one.claim.source)
        for one in proof.vouched
    ]


def problems(proof: Proof, language: str) -> list[str]:
    """Give a sentence with its place for each thing that is wrong."""
    return [located(one, language) for one in _problems(proof)]


def step(code: str, language: str) -> str:
    """Name a step of the check."""
    return text(code, language) or code


def when(seconds: int, language: str, zone: tzinfo | None) -> str:
    """Write `24 Nov. 2026, 5.05 petang`."""
    moment = datetime.fromtimestamp(seconds, zone)
    return f"{short_date(moment.date(), language)} {moment.year}, {clock(f'{moment:%H:%M}', language)}"


def _problems(proof: Proof) -> Sequence[Problem]:
    return proof.verdict.problems


def _standing(standing: str, seq: int, at: int, language: str, zone: tzinfo | None) -> Told:
    translate = QCoreApplication.translate
    if standing == "held":
        said = translate("ProofWords", "It agrees with this file at entry %1, of %2.")
        return Told(said.replace("%1", str(seq)).replace("%2", when(at, language, zone)), "", "ok")
    if standing == "ahead":
        said = translate(
            "ProofWords",
            "It knows a laptop's entry %1 that has not arrived here yet. Take the next package, then compare "
            "again.",
        )
        return Told(said.replace("%1", str(seq)), "", "warn")
    if standing == "unknown":
        said = translate(
            "ProofWords", "It is about a laptop this file knows nothing of. Is it from this office?"
        )
        return Told(said, "", "warn")
    said = translate("ProofWords", "It contradicts this file at entry %1.")
    return Told(said.replace("%1", str(seq)), "", "bad")
