"""How the exchange is said: the lamp, amounts, spans and times; plain values in, words out."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.dates import clock
from hbp_desktop.ui.amounts import amount
from hbp_desktop.ui.time_words import moment
from hbp_desktop.usecases.exchange import Standing

Step = tuple[int, int, str]
Said = tuple[str, str, str]

_SECONDS, _MINUTES = 90, 90  # up to so many of them are said in that unit
translate = QCoreApplication.translate


def state_of(standing: Standing) -> str:
    """Give the state of the lamp: saved, waiting, sending, connected, offline or look."""
    if standing.phase in ("confirming", "idle"):
        if standing.phase == "confirming":
            return "waiting"
        return "saved" if standing.waiting or not standing.last_contact else "connected"
    if standing.phase == "connected" and standing.waiting:
        return "saved"
    return {"none": "saved", "sending": "sending", "offline": "offline", "look": "look"}.get(
        standing.phase, "connected"
    )


def lamp_words(standing: Standing, step: Step) -> Said:
    """Give state, first words and the rest for the lamp in the status bar."""
    state = state_of(standing)
    if standing.phase == "none":
        return state, translate("SyncWords", "Saved on this computer"), ""
    return state, first_words(standing), _rest(standing, state, step)


def first_words(standing: Standing) -> str:
    """Name the state."""
    if standing.phase == "none":
        return translate("SyncWords", "Not enrolled")
    return {
        "waiting": translate("SyncWords", "Waiting to be confirmed"),
        "sending": translate("SyncWords", "Sending"),
        "offline": translate("SyncWords", "No connection"),
        "look": translate("SyncWords", "Needs a look"),
        "saved": translate("SyncWords", "Saved here"),
        "connected": translate("SyncWords", "Connected"),
    }[state_of(standing)]


def _rest(standing: Standing, state: str, step: Step) -> str:
    waits = what_waits(standing)
    safe = translate("SyncWords", "all safe on this computer")
    if state == "sending":
        return joined(waits, left_words(standing, step))
    if state == "connected":
        return translate("SyncWords", "the state office has everything")
    if state == "look":
        count = standing.matters_look
        looked = translate("SyncWords", "%n matters need a look", "", count)
        return joined(looked if count else "", waits, safe)
    if state == "offline" and not standing.waiting:
        return translate("SyncWords", "nothing waits to be sent")
    return joined(waits, safe if state != "saved" else _sent_by_itself())


def what_waits(standing: Standing) -> str:
    """Say how much waits: matters where there are any, else entries; "" for nothing."""
    if standing.matters_waiting:
        return matters_wait(standing.matters_waiting)
    count = standing.waiting
    return translate("SyncWords", "%n entries waiting", "", count) if count else ""


def matters_wait(count: int) -> str:
    """Say how many matters wait."""
    return translate("SyncWords", "%n matters waiting", "", count)


def left_words(standing: Standing, step: Step = (0, 0, "")) -> str:
    """Say how much is left and about how long: `14 kB · about 6 s`."""
    left = max(0, step[1] - step[0]) if step[1] else standing.bytes_waiting
    seconds = standing.seconds_left
    if seconds is not None and step[1]:
        seconds = seconds * left // step[1]
    about = translate("SyncWords", "about %1").replace("%1", span(seconds)) if seconds is not None else ""
    return joined(amount(left) if left else "", about if left else "")


def span(seconds: int) -> str:
    """Write how long something takes, in one unit."""
    if seconds < _SECONDS:
        seconds = max(1, seconds)
        return translate("SyncWords", "%n seconds", "", seconds)
    minutes = round(seconds / 60)
    if minutes < _MINUTES:
        return translate("SyncWords", "%n minutes", "", minutes)
    hours = round(minutes / 60)
    return translate("SyncWords", "%n hours", "", hours)


def when(at: int, language: str, now: datetime) -> str:
    """Write when something was, the day only where it is another one."""
    told = datetime.fromtimestamp(at, MALAYSIA)
    if told.date() == now.date():
        return clock(f"{told:%H:%M}", language)
    return moment(at, language, now.date())


def joined(*parts: str) -> str:
    """Put words side by side."""
    return " · ".join(part for part in parts if part)


def _sent_by_itself() -> str:
    return translate("SyncWords", "sent by itself")
