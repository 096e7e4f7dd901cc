"""Which reasons keep a line out, and which are recorded and pointed out."""

from hbp_desktop.domain.errors import Level

_ERRORS = frozenset(
    (
        "kind_missing kind_unknown details_missing date_missing date_impossible date_unreadable "
        "client_missing queue_negative queue_not_a_number cells_too_few line_truncated line_sealed "
        "line_too_long"
    ).split()
)
_WARNINGS = frozenset(
    (
        "cells_too_many id_impossible id_lost_digits id_sex_mismatch id_missing id_type_unknown "
        "birth_year_ambiguous postcode_impossible phone_impossible time_impossible counter_unknown "
        "yes_no_unreadable sex_unreadable country_unknown group_unknown status_unknown born_unreadable "
        "date_not_the_day date_year_guessed date_as_above client_differs"
    ).split()
)
CODES = _ERRORS | _WARNINGS


def level_of(code: str) -> Level:
    """Give a reason's level."""
    return "error" if code in _ERRORS else "warning"
