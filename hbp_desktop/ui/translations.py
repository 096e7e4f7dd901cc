"""The window's languages: English stands in the code, Malay in hbp_ms.qm; changed live.

Who adds words adds their Malay to `resources/i18n/parts/<owner>.json`:
`{"Context": {"English": "Malay"}}`; the context is the class whose `tr` is called (or the first argument of
`QCoreApplication.translate`). Say `tr("…")` with the text itself and outside f-strings, or the reader of the
code misses it. Where a number is counted the value is
`{"ms": "%n urusan", "en": ["%n matter", "%n matters"]}`, and the number a plain name. Then
`python -m resources.i18n.update` writes the .ts and .qm files from all parts; with `--check` it only says
what is unfinished or stale.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from hbp_desktop.resources import resource

_LOCALES = {"ms": "ms_MY", "en": "en_MY"}


class Languages:
    """Holds the translator in use; made once beside the application."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translator: QTranslator | None = None
        self.language = "en"

    def use(self, language: str) -> None:
        """Speak `ms` or `en`; every widget hears a LanguageChange."""
        QLocale.setDefault(QLocale(_LOCALES[language]))
        fresh = QTranslator(self._app)
        fresh.load(str(resource("i18n", f"hbp_{language}.qm")))
        old, self._translator, self.language = self._translator, fresh, language
        if old:
            self._app.removeTranslator(old)
        self._app.installTranslator(fresh)

    def stop(self) -> None:
        """Fall silent: the code's English again."""
        if self._translator:
            self._app.removeTranslator(self._translator)
        self._translator = None
