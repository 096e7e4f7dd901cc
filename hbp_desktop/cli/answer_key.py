"""Holds the figures a report package carries against the answer key beside a sample register."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_STATUSES = {
    "Baharu": "new",
    "Dalam tindakan": "in_progress",
    "Menunggu pengadu": "waiting",
    "Dirujuk agensi lain": "referred",
    "Selesai": "settled",
}
_HEADLINES = {
    "matters": "matters",
    "visits": "visits",
    "unique_clients": "clients",
    "anonymous_visits": "anonymous_visits",
    "visits_through_proxy": "proxied_visits",
    "clients_not_citizens": "not_citizens",
}


def read_key(path: Path) -> dict[tuple[str, str], int]:
    """Give every figure of an answer key as (table, group) and its count."""
    totals: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))["totals"]
    figures = {("headline", ours): totals[theirs] for theirs, ours in _HEADLINES.items()}
    figures |= {("kind", kind): count for kind, count in totals["matters_by_kind"].items()}
    figures |= {("sex", sex): count for sex, count in totals["clients_by_sex"].items()}
    figures |= {("counter", counter): count for counter, count in totals["visits_by_counter"].items()}
    figures |= {("status", _STATUSES[name]): count for name, count in totals["matters_by_status"].items()}
    return figures | {("oku", "yes"): totals["clients_oku"]}


def disagreeing(key: Mapping[tuple[str, str], int], package: Path) -> list[str]:
    """Name the figures of a package's laporan.json that are not the key's."""
    report = json.loads((package / "laporan.json").read_text(encoding="utf-8"))
    return [
        f"{table}.{group} {_counted(report, table, group)} ≠ {count}"
        for (table, group), count in key.items()
        if _counted(report, table, group) != count
    ]


def _counted(report: Mapping[str, Any], table: str, group: str) -> int:
    rows = report["figures"][table]["rows"]
    return sum(row["count"] for row in rows if row["keys"][0] == group)
