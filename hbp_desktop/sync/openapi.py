"""The service described: each route with what it takes, each status it may answer with, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from hbp_desktop.sync.problems import SCHEME, STATUS

Described = dict[str, Any]

TITLE = "Hari Bertemu Pelanggan"
ABOUT = """Takes in entries of the journal, gives back a signed receipt and what the asking device lacks.

Nothing is done for a request that is not signed by a device's own key. A round's signature lies in its
body, every other request's in the header `Hbp-Signed`. The bytes are described in `resources/format.md`."""

_LINKS: Described = {
    "type": "object",
    "required": ["after", "chain", "most"],
    "additionalProperties": False,
    "properties": {
        "after": {"type": "integer", "minimum": 0, "maximum": 2**53 - 1},
        "chain": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "most": {"type": "integer", "minimum": 0, "maximum": 2**53 - 1},
    },
}
_TEXT: Described = {"type": "string"}
_HEX32: Described = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_TIME: Described = {"type": "integer", "minimum": 0, "maximum": 2**53 - 1}


def _signed_says(names: Mapping[str, Described]) -> Described:
    says = {"type": "object", "required": sorted(names), "additionalProperties": False, "properties": names}
    inside = {"says": says, "sig": {"type": "string", "pattern": "^[A-Za-z0-9+/]{86}==$"}, "v": {"const": 1}}
    return {"type": "object", "required": sorted(inside), "additionalProperties": False, "properties": inside}


_MARK: Described = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
_OFFICE: Described = {"type": "string", "pattern": "^[A-Z0-9-]{1,16}$"}
_ENROL = _signed_says(
    {
        "at": _TIME,
        "code": {"type": "string", "minLength": 1, "maxLength": 300},
        "device": _HEX32,
        "founding": _HEX32,
        "name": {"type": "string", "maxLength": 300},
        "nonce": _MARK,
        "office": _OFFICE,
    }
)
_ENROLLED = _signed_says(
    {
        "at": _TIME,
        "device": _HEX32,
        "incarnation": _MARK,
        "name": _TEXT,
        "nonce": _MARK,
        "server": _HEX32,
        "writer": _HEX32,
    }
)
_PROBLEM: Described = {
    "type": "object",
    "required": ["code"],
    "properties": {
        "code": {"type": "string", "pattern": "^[a-z_]+$"},
        "n": {"type": "integer", "description": "the last number heard of the device (ask_replayed)"},
        "most": {"type": "integer", "description": "bytes, or how many"},
        "held": {"type": "integer", "description": "bytes held of an attachment"},
        "after": {"type": "integer", "description": "seconds to wait"},
    },
    "additionalProperties": False,
}

_WHY = {
    400: "What is inside cannot be read (batch_damaged, receipt_damaged, request_damaged).",
    401: "Not signed by a device that is known here; what has not even the shape of it counts as not signed.",
    403: "Signed, but not allowed: not confirmed yet, revoked, another office's, a code that does not hold.",
    404: "There is no such attachment.",
    408: "Nothing came for too long, or too little.",
    409: "Not in this order (ask_replayed with `n`, attachment_offset), or meant for another server.",
    413: "More than is taken in, told by `most`.",
    415: "A body with a content encoding; batches are compressed by themselves.",
    426: "Written by a newer program.",
    503: "Too much is under way, or the service is stopping: ask again after `Retry-After` seconds.",
}
_BYTES: Described = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_OWN = ("not_found", "method_other")  # answered where there is no route


@dataclass(frozen=True)
class Told:
    """One route: the name is its method in the service's class."""

    method: str
    path: str
    name: str
    summary: str
    answer: Described
    statuses: tuple[int, ...] = ()
    body: Described | None = None
    parameters: tuple[Described, ...] = ()
    signed: bool = False
    about: str = ""
    responses: dict[int | str, Described] = field(init=False, default_factory=dict)
    extra: Described = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.responses[200] = self.answer
        for status in sorted({*self.statuses, *((401, 403, 409) if self.signed else ())}):
            self.responses[status] = _refusal(status)
        self.extra["description"] = self.about or self.summary
        if self.parameters:
            self.extra["parameters"] = list(self.parameters)
        if self.body is not None:
            self.extra["requestBody"] = {"required": True, "content": self.body}
        if self.signed:
            self.extra["security"] = [{"signed": []}]


def _refusal(status: int) -> Described:
    schema = {"$ref": "#/components/schemas/Problem"}
    told: Described = {"description": _WHY[status], "content": {"application/json": {"schema": schema}}}
    if status == 401:
        told["headers"] = {"WWW-Authenticate": {"required": True, "schema": {"const": SCHEME}}}
    if status == 503:
        told["headers"] = {"Retry-After": {"required": True, "schema": {"type": "integer", "minimum": 1}}}
    return told


def _json(description: str, **properties: Described) -> Described:
    schema = {"type": "object", "required": sorted(properties), "properties": properties}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _given(where: str, name: str, schema: Described, required: bool = True) -> Described:
    return {"in": where, "name": name, "required": required, "schema": schema}


_NAME = _given("path", "name", _HEX32)
_COUNT: Described = {"type": "integer", "minimum": 0, "maximum": 9_999_999_999_999_999}
_IN = (400, 408, 413, 415, 503)

ROUTES = (
    Told(
        "POST",
        "/v1/round",
        "round",
        "Ask, push batches, take back the answer and batches",
        {
            "description": "Answer message with its receipt, then batches, each led by 4 bytes of length.",
            "content": _BYTES,
        },
        (*_IN, 401, 403, 409, 426),
        _BYTES,
        about="The ask (4 bytes of length, canonical JSON, 64 bytes of signature), then batches, each led by "
        "4 bytes of length, taken as they arrive: what arrived whole stays when the rest does not.",
    ),
    Told(
        "POST",
        "/v1/enrol",
        "enrol",
        "Make a device known with a one-time code",
        {"description": "Signed by the server.", "content": {"application/json": {"schema": _ENROLLED}}},
        (*_IN, 401, 403, 409, 426),
        {"application/json": {"schema": _ENROL}},
        about="Canonical JSON, signed by the key it names; the same request again gets the same answer.",
    ),
    Told(
        "POST",
        "/v1/links",
        "links",
        "List what is held of a chain",
        _json(
            "Sequence number and hash of each entry held, by number.",
            links={"type": "array", "items": {"type": "array", "minItems": 2, "maxItems": 2}},
        ),
        _IN,
        {"application/json": {"schema": _LINKS}},
        signed=True,
    ),
    Told(
        "POST",
        "/v1/receipts",
        "receipts",
        "Show the server a receipt of its own",
        _json("Whether the server began anew.", began_anew={"type": "boolean"}),
        (*_IN, 426),
        _BYTES,
        signed=True,
        about="A receipt's bytes and its 64 bytes of signature. A server that does not remember giving it "
        "was restored from an older copy, and begins a new incarnation.",
    ),
    Told(
        "GET",
        "/v1/heard",
        "heard",
        "Tell when each office's devices were last heard, and what they said of themselves then",
        {"description": "A message signed by the server that names the mark.", "content": _BYTES},
        (400, 503),
        parameters=(_given("query", "mark", _MARK),),
        signed=True,
        about="Only for a device that was granted the whole state. The mark is the asker's, new each time.",
    ),
    Told(
        "HEAD",
        "/v1/attachments/{name}",
        "attachment_size",
        "Ask how much of an attachment is held",
        {
            "description": "No body.",
            "headers": {"Hbp-Held": {"required": True, "schema": {"type": "integer", "minimum": 0}}},
        },
        (400, 503),
        parameters=(_NAME,),
        signed=True,
    ),
    Told(
        "GET",
        "/v1/attachments/{name}",
        "attachment_part",
        "Read an attachment from an offset on",
        {"description": "Encrypted bytes.", "content": _BYTES},
        (400, 404, 503),
        parameters=(_NAME, _given("query", "offset", _COUNT, required=False)),
        signed=True,
    ),
    Told(
        "PUT",
        "/v1/attachments/{name}",
        "attachment_add",
        "Go on writing an attachment where it ended",
        _json("How many bytes are held now.", held={"type": "integer", "minimum": 0}),
        _IN,
        _BYTES,
        parameters=(_NAME, _given("query", "offset", _COUNT), _given("query", "of", _COUNT)),
        signed=True,
    ),
    Told(
        "GET",
        "/health",
        "health",
        "Tell that the process is alive, and its time",
        _json("Alive.", alive={"const": True}, at=_TIME),
    ),
    Told(
        "GET",
        "/ready",
        "ready",
        "Tell whether rounds can be had: the database answers and nothing is stopping",
        _json("Ready.", ready={"const": True}),
        (503,),
    ),
)


def complete(app: FastAPI) -> None:
    """Give the app its description: the routes' own, the shape of a problem, how a request is signed."""

    def described() -> Described:
        if app.openapi_schema is None:
            found = get_openapi(
                title=app.title, version=app.version, description=app.description, routes=app.routes
            )
            parts = found.setdefault("components", {})
            parts["schemas"] = {"Problem": _PROBLEM}
            parts["securitySchemes"] = {"signed": _scheme()}
            found["x-codes"] = {code: STATUS[code] for code in sorted(STATUS) if code not in _OWN}
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _scheme() -> Described:
    return {
        "type": "apiKey",
        "in": "header",
        "name": SCHEME,
        "description": "`<device key> <n> <signature as base64>`, over device, server, n, method, path with "
        "query and the body's digest; n grows with each request of the device.",
    }
