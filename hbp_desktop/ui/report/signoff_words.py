"""What the card of signatures says, from plain values."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.staff import Member
from hbp_desktop.ui import time_words
from hbp_desktop.ui.report.report_words import stage_words
from hbp_desktop.ui.report.signoff_panel import StepShown
from hbp_desktop.usecases.signing_off import Box, SignOff
from hbp_desktop.usecases.wording import text


def step_word(step: str, language: str) -> str:
    """Name a step: `Disemak`."""
    return text(f"step.{step}", language) or step


def steps(found: SignOff, people: Sequence[Member], language: str, today: date) -> list[StepShown]:
    """Say of each step who signed and when, who may, or that it comes later."""
    return [_step(box, people, language, today) for box in found.boxes]


def older(found: SignOff) -> str:
    """Say that an older version was signed and this one is not."""
    if not found.before or any(box.signature for box in found.boxes):
        return ""
    said = QCoreApplication.translate(
        "SignOffWords", "Version %1 was signed (%2); records have changed since, so version %3 is not."
    )
    names = ", ".join(one.name for one in found.before)
    said = said.replace("%1", str(found.before[0].of.version)).replace("%3", str(found.version))
    return said.replace("%2", names)


def nobody(step: str, language: str) -> str:
    """Say that nobody with a way in here may sign a step, and what to do."""
    said = QCoreApplication.translate(
        "SignOffWords",
        "Nobody who can open this laptop may sign “%1”. Give that officer a way in: Settings, Keys.",
    )
    return said.replace("%1", step_word(step, language))


def what_is_signed(report: ReportData, language: str) -> str:
    """Say what the signature covers."""
    said = QCoreApplication.translate(
        "SignOffWords",
        "You sign version %1 (%2), check code %3, as it is shown. A change afterwards needs a new signature.",
    )
    stage = stage_words(report.stage, language)[0]
    return said.replace("%1", str(report.version)).replace("%2", stage).replace("%3", report.code)


def _step(box: Box, people: Sequence[Member], language: str, today: date) -> StepShown:
    translate, word = QCoreApplication.translate, step_word(box.step, language)
    if box.signature is None:
        who = _few([one.name for one in people]) if box.next else ""
        later = translate("SignOffWords", "waiting") if box.next else translate("SignOffWords", "later")
        return StepShown(box.step, word, who, later, "next" if box.next else "later")
    one = box.signature
    name = translate("SignOffWords", "%1 (acting)").replace("%1", one.name) if one.role else one.name
    when = time_words.moment(one.at, language, today)
    if box.standing == "broken":
        return StepShown(box.step, word, name, translate("SignOffWords", "does not hold"), "waiting")
    tip = f"{name}, {one.post}, {when}, {one.code}"
    if box.standing == "waiting":
        tip += ". " + translate(
            "SignOffWords", "The key waits for an administrator to confirm it: Settings, Keys."
        )
        return StepShown(
            box.step, word, name, translate("SignOffWords", "key to be confirmed"), "waiting", tip
        )
    brief = when.split(", ", 1)[-1] if _day(one.at) == today else when.split(",", 1)[0]
    return StepShown(box.step, word, name, brief, "done", tip)


def _day(at: int) -> date:
    return datetime.fromtimestamp(at, MALAYSIA).date()


def _few(names: Sequence[str]) -> str:
    """Name one, or how many there are."""
    if len(names) < 2:
        return "".join(names)
    count = len(names)
    return QCoreApplication.translate("SignOffWords", "%n officers", "", count)
