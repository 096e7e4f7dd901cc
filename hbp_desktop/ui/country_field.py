"""A country, found by its name in either language, its nationality or its code."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from hbp_desktop.domain.countries import country_codes, country_name
from hbp_desktop.domain.text import fold
from hbp_desktop.domain.visit_checks import country_of
from hbp_desktop.ui.parts.typeahead import Suggestion, TypeAhead

_MOST = 5


class CountryEdit(TypeAhead):
    """Signal `chosen(code)` once a country was taken from the list."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name, self._found)
        self._language = "ms"
        self.picked.connect(self._take_country)

    def set_language(self, language: str) -> None:
        """Name countries in this language."""
        self._language = language

    def _found(self, text: str) -> Sequence[Suggestion]:
        typed, exact = fold(text), country_of(text)
        named = [(code, country_name(code, self._language)) for code in country_codes()]
        fitting = [pair for pair in named if typed and typed in fold(pair[1])]
        fitting.sort(key=lambda pair: not fold(pair[1]).startswith(typed))
        first = [pair for pair in named if pair[0] == exact]
        found = dict([*first, *fitting])
        return [Suggestion(code, code, name) for code, name in list(found.items())[:_MOST]]

    def _take_country(self, found: Suggestion) -> None:
        self.setText(found.name)
        self.chosen.emit(found.value)
