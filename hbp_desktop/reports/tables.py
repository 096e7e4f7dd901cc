"""Reading the figures for paper: counts by key, and the kinds of matter against their outcomes."""

from collections.abc import Iterable
from dataclasses import dataclass

from hbp_desktop.domain.figures import AGE_GROUPS, Figures, Row
from hbp_desktop.domain.matter import KINDS

SETTLED, ONGOING, REFERRED = "settled", "ongoing", "referred"
OUTCOMES = (SETTLED, ONGOING, REFERRED)
_FIXED = {"age_group": tuple(name for name, _ in AGE_GROUPS), "sex": ("L", "P"), "oku": ("yes", "no")}
_OUTCOME_OF = {"settled": SETTLED, "closed": SETTLED, "referred": REFERRED}


@dataclass(frozen=True)
class KindRow:
    """One kind of matter and how its matters stand."""

    kind: str
    settled: int
    ongoing: int
    referred: int

    @property
    def total(self) -> int:
        """Count the matters of this kind."""
        return self.settled + self.ongoing + self.referred


def headline(figures: Figures, name: str) -> int:
    """Give one of the headline figures, 0 when it was not counted."""
    return figures.headline(name) if "headline" in figures.tables else 0


def rows(figures: Figures, name: str) -> tuple[Row, ...]:
    """Give a table's rows, none when the figures have no such table."""
    table = figures.tables.get(name)
    return table.rows if table else ()


def total(figures: Figures, name: str) -> int:
    """Give what a table counts altogether."""
    table = figures.tables.get(name)
    return table.total if table else 0


def largest_first(figures: Figures, name: str) -> tuple[Row, ...]:
    """Give a table's rows, the largest first, what is not known last."""
    return tuple(
        sorted(
            rows(figures, name),
            key=lambda row: (not any(row.keys), -row.count, [key.casefold() for key in row.keys]),
        )
    )


def in_order(figures: Figures, name: str) -> tuple[Row, ...]:
    """Give a table's rows in the order people expect, groups nobody fell into as 0, the unknown last."""
    counts = {row.keys[0]: row.count for row in rows(figures, name)}
    fixed = [key for key in _FIXED.get(name, ()) if counts]
    others = sorted((key for key in counts if key and key not in fixed), key=_natural)
    unknown = [""] if "" in counts else []
    return tuple(Row((key,), counts.get(key, 0)) for key in [*fixed, *others, *unknown])


def _natural(text: str) -> tuple[int, str]:
    """Sort counter 2 before counter 10."""
    return (int(text), "") if text.isdecimal() and text.isascii() else (10**9, text.casefold())


def by_kind(figures: Figures) -> list[KindRow]:
    """List the six kinds, zeros too, then any other kind that was counted."""
    counts: dict[tuple[str, str], int] = {}
    for row in rows(figures, "kind_status"):
        key = (row.keys[0], _OUTCOME_OF.get(row.keys[1], ONGOING))
        counts[key] = counts.get(key, 0) + row.count
    return [
        KindRow(kind, *(counts.get((kind, outcome), 0) for outcome in OUTCOMES))
        for kind in _kinds(row.keys[0] for row in rows(figures, "kind_status"))
    ]


def by_status(figures: Figures, kind: str) -> dict[str, int]:
    """Count one kind's matters by status."""
    return {row.keys[1]: row.count for row in rows(figures, "kind_status") if row.keys[0] == kind}


def _kinds(found: Iterable[str]) -> list[str]:
    return [*KINDS, *sorted(set(found) - set(KINDS))]
