"""Where drafts lie while they are typed: in plain JSON, or sealed to the writer once they are guarded."""

import json
import secrets
from base64 import b64decode, b64encode
from typing import Any

from hbp_desktop.domain.parting import is_guarded
from hbp_desktop.domain.visit import VisitDraft
from hbp_desktop.store import local
from hbp_desktop.store.local import KeptDraft
from hbp_desktop.store.sealing import seal_bytes, unseal_bytes
from hbp_desktop.usecases import guarding
from hbp_desktop.usecases.office import Office

KIND = "visit"
_SEALED = "sealed"


def put(office: Office, conn: Any, slot: str, draft: VisitDraft) -> None:
    """Keep a draft in a slot; another officer's sealed one that lies there is moved, not written over."""
    lying = local.kept_draft(conn, slot)
    if lying is not None and unboxed(office, lying.body) is None:
        local.move_draft(conn, slot, f"kept-{secrets.token_hex(4)}")
    local.keep_draft(conn, KeptDraft(slot, KIND, _boxed(office, draft), office.now))


def unboxed(office: Office, body: Any) -> VisitDraft | None:
    """Read a kept draft; None when it is sealed to another officer."""
    if not (isinstance(body, dict) and isinstance(body.get(_SEALED), str)):
        return VisitDraft.from_json(body)
    plain = unseal_bytes(b64decode(body[_SEALED]), office.opened.keys)
    return None if plain is None else VisitDraft.from_json(json.loads(plain))


def sweep(office: Office, draft: VisitDraft) -> None:
    """Leave no older page behind of a draft that is guarded now: it may have been kept plainly before."""
    if is_guarded(draft, guarding.guards(office)):
        office.vault.scour()


def _boxed(office: Office, draft: VisitDraft) -> Any:
    plain = draft.as_json()
    if not is_guarded(draft, guarding.guards(office)):
        return plain
    sealed = seal_bytes(json.dumps(plain).encode("utf-8"), office.opened.keys.age)
    return {_SEALED: b64encode(sealed).decode("ascii")}
