"""Drafts for trying use cases; the persons are those of the stories."""

from typing import Any

from hbp_desktop.domain.matter import MatterDraft
from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import VisitDraft


def matter(kind: str = "aduan", **more: Any) -> MatterDraft:
    """A matter that can be recorded."""
    return MatterDraft(
        kind=kind, details=more.pop("details", "Bayaran Oktober belum masuk ke akaun."), **more
    )


def visit(session: Session, *matters: MatterDraft, **more: Any) -> VisitDraft:
    """Mak Cik Salmah at counter 1."""
    said: dict[str, Any] = {
        "name": "Salmah binti Osman",
        "id_kind": "mykad",
        "id_number": "610415-10-0004",
        "nationality": "MYS",
        "sex": "P",
        "counter": "1",
    }
    return VisitDraft(
        session=session.id, day=session.days[0].id, matters=matters or (matter(),), **(said | more)
    )
