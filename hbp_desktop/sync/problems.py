"""What a service says instead of an answer: a code and a status, as JSON."""

import json
from collections.abc import Mapping

from starlette.responses import Response

from hbp_desktop.domain.errors import Damaged, HbpError, Locked, NoRoom, Refused, Unreachable
from hbp_desktop.sync.limits import Busy

SCHEME = "Hbp-Signed"

# What is not signed by a key that is known is 401, also where it is not even of the right shape: nobody can
# be told apart by bytes that say nothing.
STATUS: Mapping[str, int] = {
    "ask_damaged": 401,
    "ask_unsigned": 401,
    "device_unknown": 401,
    "enrol_damaged": 401,
    "enrol_unsigned": 401,
    "request_unsigned": 401,
    "device_revoked": 403,
    "device_waiting": 403,
    "enrol_code_old": 403,
    "enrol_code_other_office": 403,
    "enrol_code_unknown": 403,
    "enrol_code_used": 403,
    "office_other": 403,
    "attachment_missing": 404,
    "attachment_unknown": 404,
    "not_found": 404,
    "method_other": 405,
    "too_slow": 408,
    "ask_replayed": 409,
    "attachment_offset": 409,
    "server_other": 409,
    "attachment_too_large": 413,
    "batch_too_large": 413,
    "too_large": 413,
    "encoding_refused": 415,
    "ask_newer": 426,
    "batch_newer": 426,
    "enrol_newer": 426,
    "receipt_newer": 426,
    "server_failed": 500,
    "attachment_busy": 503,
    "server_busy": 503,
    "server_full": 503,
    "server_stopping": 503,
}

_TOLD = {"after", "held", "most", "n"}  # values that are numbers of the exchange itself
_AGAIN = 30  # seconds, where a disk is full


def status_of(error: HbpError) -> int:
    """Give the status of an error: by its code, else by whose fault it is."""
    known = STATUS.get(error.code)
    if known is not None:
        return known
    if isinstance(error, Damaged):
        return 400
    return 403 if isinstance(error, Refused) else 500


def problem(code: str, status: int, values: Mapping[str, object] | None = None, **headers: str) -> Response:
    """Write a problem; a header's name has its hyphens as underscores."""
    told = {name: value for name, value in (values or {}).items() if name in _TOLD and type(value) is int}
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    if status == 401:
        more["WWW-Authenticate"] = SCHEME
    body = json.dumps({"code": code, **told}, separators=(",", ":"))
    return Response(body, status, more, media_type="application/json")


def problem_of(error: HbpError) -> Response:
    """Write an error of ours; what is not one of these codes stays in the log."""
    if isinstance(error, NoRoom):
        return problem("server_full", 503, Retry_After=str(_AGAIN))
    if isinstance(error, Locked | Unreachable) and error.code not in STATUS:  # its database
        return problem("server_busy", 503, Retry_After=str(_AGAIN))
    status = status_of(error)
    if status == 500:
        return problem("server_failed", 500)
    if isinstance(error, Busy):
        return problem(error.code, status, error.values, Retry_After=str(error.values["after"]))
    return problem(error.code, status, error.values)
