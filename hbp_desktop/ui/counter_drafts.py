"""The drafts beside the one being typed: kept every second, offered back after a crash, parked in slots."""

from PySide6.QtCore import QObject, Signal

from hbp_desktop.domain.dates import clock
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.ui import matter_words
from hbp_desktop.ui.counter_work import CounterWork, has_content
from hbp_desktop.ui.draft_keeper import DraftKeeper
from hbp_desktop.ui.draft_offer import DraftOffer
from hbp_desktop.ui.parts.saved import SavedLabel
from hbp_desktop.ui.sticky_bar import Parked, StickyBar
from hbp_desktop.ui.visit_form import VisitForm
from hbp_desktop.usecases import counter
from hbp_desktop.usecases.counter import CURRENT_SLOT


class CounterDrafts(QObject):
    """Signals: `shown` after another draft came onto the screen; `failed(error)`."""

    shown = Signal()
    failed = Signal(object)

    def __init__(
        self,
        form: VisitForm,
        work: CounterWork,
        sticky: StickyBar,
        offer: DraftOffer,
        label: SavedLabel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._work, self._sticky, self._offer, self._label = form, work, sticky, offer, label
        self._offered: VisitDraft | None = None
        self._parked_offer = ""
        self.keeper = DraftKeeper(form.read, self._keep, self)
        form.edited.connect(self.keeper.touch)
        self.keeper.kept.connect(self._say_kept)
        self.keeper.failed.connect(self.failed)
        sticky.taken_back.connect(self.take_back)
        offer.resumed.connect(self.resume)
        offer.discarded.connect(self.discard)

    def look(self) -> None:
        """Show the parked drafts, and offer the one that was left when the program ended."""
        kept = counter.kept_drafts(self._work.office)
        parked = sorted((slot, draft.queue) for slot, draft, _ in kept if slot != CURRENT_SLOT)
        self._sticky.show_parked([Parked(slot, queue) for slot, queue in parked])
        left = next(((draft, at) for slot, draft, at in kept if slot == CURRENT_SLOT), None)
        if left and left[0].id != self._form.base.id and not self._form.has_content():
            self._offered = left[0]
            self._offer.offer(self._preview(*left))

    def offers(self) -> bool:
        """Tell whether a draft is offered back."""
        return self._offered is not None

    def keep_pending(self) -> None:
        """Keep at once what was typed in the last second."""
        if self.keeper.pending():
            self.keeper.keep_now()

    def resume(self) -> None:
        """Go on with the draft that was left."""
        draft, self._offered = self._offered, None
        self._offer.hide()
        if draft is not None:
            self._make_way()
            self._show(draft)

    def discard(self) -> None:
        """Forget the draft that was left."""
        self._offered = None
        self._offer.hide()
        counter.drop_draft(self._work.office, CURRENT_SLOT)
        self.shown.emit()

    def park(self) -> bool:
        """Put the draft aside and begin another; say whether there was one to put aside."""
        if not (self._form.has_content() or self._form.base.queue):
            return False
        slot = counter.park(self._work.office, self._form.read())
        self.begin()
        self._label.show_state("draft", self.tr("Parked as %1").replace("%1", slot))
        return True

    def take_back(self, slot: str) -> None:
        """Bring a parked draft back; the one on the screen takes a slot in its place."""
        kept = {one: draft for one, draft, _ in counter.kept_drafts(self._work.office)}
        if slot not in kept:
            return
        counter.drop_draft(self._work.office, slot)
        self._make_way()
        self._show(kept[slot])

    def begin(self) -> None:
        """Begin with the next client; whatever was kept of this one is done with."""
        self.keeper.forget()
        self._form.fresh()
        self._label.show_state("draft", "")
        self.look()
        self.shown.emit()

    def _show(self, draft: VisitDraft) -> None:
        self.keeper.forget()
        self._form.show_draft(draft)
        self.keeper.keep_now()
        self.look()
        self.shown.emit()

    def _make_way(self) -> None:
        if self._form.has_content():
            counter.park(self._work.office, self._form.read())

    def _keep(self, draft: VisitDraft) -> None:
        if self._offered is not None:  # what was left when the program ended is not written over
            self._parked_offer = counter.park(self._work.office, self._offered)
            self._offered = None
            self._offer.hide()
        if has_content(draft) or draft.queue:
            counter.keep_draft(self._work.office, draft)
        else:
            counter.drop_draft(self._work.office, CURRENT_SLOT)

    def _say_kept(self) -> None:
        at = f"{self._work.desk.now():%H.%M.%S}".lstrip("0")
        self._label.show_state("draft", self.tr("Draft kept %1").replace("%1", at))
        if self._parked_offer:
            self._parked_offer = ""
            self.look()

    def _preview(self, draft: VisitDraft, kept_at: int) -> str:
        now = self._work.desk.now()
        at = now.fromtimestamp(kept_at, now.tzinfo)
        kinds = ", ".join(matter_words.word(one.kind) for one in draft.matters if one.kind)
        name = self.tr("without a name") if draft.anonymous else draft.name.strip()
        when = clock(f"{at:%H:%M}", self._work.desk.language)
        said = [draft.queue, name[:40], kinds, when]
        return " · ".join(part for part in said if part)
