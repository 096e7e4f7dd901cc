"""Laporan: is it complete, does it look right, send it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.domain.listing import Filter
from hbp_desktop.domain.report import ReportData
from hbp_desktop.domain.session import Session
from hbp_desktop.ui import errors, layout_order
from hbp_desktop.ui.desk import Desk, Select, Shape
from hbp_desktop.ui.loader import Loader
from hbp_desktop.ui.page import Hint
from hbp_desktop.ui.report import report_words
from hbp_desktop.ui.report.missing_panel import Gap
from hbp_desktop.ui.report.report_acts import ReportActs, ReportShown
from hbp_desktop.ui.report.report_layout import ReportLayout
from hbp_desktop.ui.report.signing_acts import SigningActs
from hbp_desktop.ui.sessions.plan_words import title_of
from hbp_desktop.ui.state_office.whose import show_whose
from hbp_desktop.usecases import planning, reporting, seeing, signing_off
from hbp_desktop.usecases.reporting import Version
from hbp_desktop.usecases.signing_off import SignOff


@dataclass(frozen=True)
class Loaded:
    """A report as it stands: data, the versions made, and the PDF (empty where it is still to come)."""

    data: ReportData
    versions: tuple[Version, ...]
    signoff: SignOff
    pdf: bytes = b""


class ReportPage(ReportShown):
    """A target is a session's id."""

    key = "report"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._session: Session | None = None
        self._loaded: Loaded | None = None
        self._stale = True
        self.parts = ReportLayout(self.body)
        self.acts = ReportActs(self, self.parts.package)
        self.signing = SigningActs(self, self.parts.signoff)
        self._loader = Loader(self, self._show, lambda error: self.say_error("report", error))
        self._connect()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Report")

    def subtitle(self) -> str:
        return ""

    def head_tools(self) -> QWidget | None:
        return self.parts.head_tools

    def searches(self) -> bool:
        return False

    def hints(self) -> tuple[Hint, ...]:
        tr = self.tr
        return (("Ctrl+Enter", tr("Make the package")), ("Ctrl+P", tr("Print")), ("PgDn", tr("Next page")))

    def help(self) -> tuple[tuple[str, str], ...]:
        tr = self.tr
        return (
            (
                tr("The report of a session"),
                tr(
                    "Read from left to right: is it complete, does it look right, send it. What is missing "
                    "warns and never stops you; while something is missing the package is a draft."
                ),
            ),
            (
                tr("Sending"),
                tr(
                    "The form is due within 7 calendar days of the last day (F.4.2). Enter when it was sent "
                    "and what shows it; late sending needs a reason."
                ),
            ),
        )

    def opened(self, target: object = None) -> None:
        if isinstance(target, str) and target:
            self._take(target)
        elif self._session is None:
            self._take(self._usual())
        elif self._stale:
            self._load()
        self._show_sessions()

    def refreshed(self) -> None:
        if self._stale:
            self._load()
            self._show_sessions()
        self._show_countdown()

    def reflow(self, shape: Shape) -> None:
        super().reflow(shape)
        self.parts.fit(shape)
        self._show_countdown()

    def retranslate(self) -> None:
        self.parts.set_words()
        if self._loaded is not None:
            self._say_all(self._loaded)
        self._show_sessions()
        self._show_countdown()

    def session(self) -> Session | None:
        return self._session

    def pdf(self) -> bytes:
        return self._loaded.pdf if self._loaded else b""

    def version(self) -> int:
        return self._loaded.data.version if self._loaded else 0

    def loading(self) -> bool:
        """Tell whether the report is being gathered."""
        return self._loader.busy

    def _usual(self) -> str:
        """Choose the last session held whose form was not sent, else the last held, else the next."""
        everyone = [one for one in planning.sessions(self.desk.office) if not one.cancelled]
        today = self.desk.office.today
        held = [one for one in everyone if one.first_day and one.first_day <= today]
        unsent = [one for one in held if one.submitted is None]
        found = unsent[-1:] or held[-1:] or everyone[:1]
        return found[0].id if found else ""

    def _take(self, session_id: str) -> None:
        try:
            self._session = planning.session(self.desk.office, session_id) if session_id else None
        except HbpError as error:
            self.say_error("report", error)
            return
        self._loaded = None
        show_whose(self, session_id)
        self.parts.show_empty(self._session is None)
        self.parts.package.show_made("")
        if self._session is not None:
            self._load()
        self._show_countdown()

    def _load(self) -> None:
        """Gather the report beside the window; the PDF is drawn again only where something changed."""
        if self._session is None:
            self._take(self._usual())
            return
        self._stale = False
        office, wanted, before = self.desk.office, self._session.id, self._loaded

        def job() -> Loaded:
            data, made = reporting.data(office, wanted), reporting.versions(office, wanted)
            same = before is not None and before.data == data
            pdf = before.pdf if same and before is not None else reporting.preview(office, wanted)
            return Loaded(data, made, signing_off.signoff(office, data), pdf)

        self._loader.later(job)

    def _show(self, loaded: Loaded) -> None:
        fresh = self._loaded is None or self._loaded.pdf != loaded.pdf
        self._loaded, self._session = loaded, loaded.data.session
        self.banners.clear("report")
        self._say_all(loaded)
        self._show_countdown()
        if fresh:
            self.parts.preview.show_pdf(loaded.pdf)

    def _say_all(self, loaded: Loaded) -> None:
        parts, data, language = self.parts, loaded.data, self.desk.language
        count = data.figures.headline
        parts.figures.show_figures(count("clients"), count("matters"), count("settled"), count("visits"))
        parts.figures.show_kinds({row.keys[0]: row.count for row in data.figures["kind"].rows})
        gaps = [
            Gap(one.code, errors.sentence(one, language), report_words.jump_words(one.code))
            for one in data.missing
        ]
        parts.missing.show_gaps(gaps, self.tr("Nothing is missing: the package is final."))
        stage, look = report_words.stage_words(data.stage, language)
        version = self.tr("%1, version %2").replace("%1", stage).replace("%2", str(data.version))
        parts.preview.show_stage(version, look)
        parts.versions.show_versions(report_words.version_lines(data, loaded.versions, language))
        parts.package.show_stage(data.stage == "draft", True, "")
        parts.package.show_mark(data.session.mark)
        said = report_words.sending(data.session, self.desk.office.today, language)
        may_enter = not (data.session.cancelled or data.session.submitted)
        parts.sent.show_sending(*said, may_enter)
        self.signing.show(data, loaded.signoff)
        parts.count_missing(len(gaps))
        layout_order.order(self)

    def _show_sessions(self) -> None:
        office = self.desk.office
        theirs = seeing.elsewhere(office)
        chosen = self._session.id if self._session else ""
        found = [one for one in planning.sessions_seen(office) if one.id not in theirs or one.id == chosen]
        self.parts.show_sessions([(one.id, title_of(one)) for one in reversed(found)], chosen)

    def _show_countdown(self) -> None:
        if self._session is None:
            self.parts.chip.set("")
            return
        brief = not self.shape.at_least("normal")
        words = report_words.countdown(self._session, self.desk.office.today, self.desk.language, brief)
        self.parts.chip.set(*words)
        self.parts.chip.setVisible(bool(words[0]))

    def _jump(self, code: str) -> None:
        if self._session is None:
            return
        page, target = report_words.jump_target(code, self._session.id)
        self.desk.go(page, Select(target) if isinstance(target, Filter) else target)

    def _records(self, kind: str, status: str) -> None:
        if self._session is not None:
            self.desk.go("records", Select(Filter(session=self._session.id, kind=kind, status=status)))

    def _note_change(self) -> None:
        self._stale = True

    def _connect(self) -> None:
        parts = self.parts
        parts.session_picked.connect(self._take)
        parts.plan_wanted.connect(lambda: self.desk.go("sessions", "new"))
        parts.figures.opened.connect(self._records)
        parts.missing.jump.connect(self._jump)
        parts.sent.enter_wanted.connect(self.acts.ask_sent)
        self.desk.changed.connect(self._note_change)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            self.shortcut(keys, self.acts.make)
        self.shortcut("Ctrl+P", self.acts.print)
