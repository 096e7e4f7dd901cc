"""Why there is no exchange just now, sorted where it is found: each kind is one code with its sentence."""

import errno
import json
import socket
import ssl
import time
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import httpx

from hbp_desktop.domain.clock import MALAYSIA
from hbp_desktop.domain.errors import Damaged, HbpError, Refused, Unreachable
from hbp_desktop.sync.address import NO_CHECK_TIME, Address, trust

if TYPE_CHECKING:
    from hbp_desktop.sync.client import Heard

OFFLINE = frozenset(  # nobody has to do anything: it is tried again
    {
        "sync_no_network",
        "sync_name_unknown",
        "sync_connection_refused",
        "sync_timed_out",
        "sync_cut",
        "sync_portal",
        "sync_busy",
        "sync_server_error",
    }
)

_LONGEST_WAIT = 24 * 3600
_PROBE = 10.0  # seconds
_MOST_HEALTH = 1024  # bytes
_FURTHEST = 253_402_300_800  # seconds since 1970: the year 10000
_NOT_YET, _EXPIRED, _NAMES = 9, 10, (62, 64)  # X509_V_ERR_… of OpenSSL: by date, by host, by address
_NO_WAY_OUT = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL)
_SAID = {
    "device_waiting": "sync_waiting",
    "device_revoked": "sync_revoked",
    "device_unknown": "sync_unknown",
    "server_other": "sync_other_server",
    "office_other": "sync_office_other",
    "server_failed": "sync_server_error",
    "too_large": "sync_too_large",
    "batch_too_large": "sync_too_large",
    "too_slow": "sync_timed_out",
}


def timed_out() -> HbpError:
    """Say that the answer did not come, or came too slowly."""
    return Unreachable("sync_timed_out")


def answer_strange() -> HbpError:
    """Say that what answered is no state office's answer."""
    return Damaged("sync_answer_strange")


def other_server() -> HbpError:
    """Say that another receiver than the one enrolled with answers."""
    return Refused("sync_other_server")


def of_line(error: Exception, address: Address, ca: str) -> HbpError:
    """Sort what went wrong on the way; looks at the peer's clock where a certificate's dates are refused."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _of_certificate(cause, address, ca)
        if isinstance(cause, socket.gaierror):
            again = cause.errno == socket.EAI_AGAIN
            return Unreachable("sync_no_network" if again else "sync_name_unknown", url=address.url)
        if isinstance(cause, ConnectionRefusedError):
            return Unreachable("sync_connection_refused", url=address.url)
        if isinstance(cause, httpx.TimeoutException | TimeoutError):
            return timed_out()
        if isinstance(cause, OSError) and cause.errno in _NO_WAY_OUT:
            return Unreachable("sync_no_network", url=address.url)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Unreachable("sync_tls_failed", url=address.url)
    return Unreachable("sync_cut")


def of_status(heard: "Heard") -> HbpError:
    """Sort an answer that is not the one asked for."""
    told = _told(heard)
    code = told.get("code")
    if isinstance(code, str):
        return _of_code(code, told, heard)
    if 300 <= heard.status < 400 or heard.status in (407, 511):
        return Unreachable("sync_portal")
    if heard.status == 413:
        return Refused("sync_too_large")
    if heard.status in (429, 503):
        return Unreachable("sync_busy", wait=heard.wait)
    if heard.status >= 500:
        return Unreachable("sync_server_error", status=heard.status)
    return Unreachable("sync_portal") if heard.kind == "text/html" else answer_strange()


def of_message(error: HbpError) -> HbpError:
    """Sort a message that does not prove what it says."""
    return Refused("sync_newer_server") if error.code.endswith("_newer") else answer_strange()


def seconds_in(text: str) -> int:
    """Read Retry-After: seconds or a date; 0 where it says nothing."""
    if text.isascii() and text.isdigit():
        return min(int(text), _LONGEST_WAIT)
    at = _date(text)
    return 0 if at is None else min(max(0, at - int(time.time())), _LONGEST_WAIT)


def _of_code(code: str, told: dict[str, Any], heard: "Heard") -> HbpError:
    if code in _SAID:
        return Refused(_SAID[code])
    if code == "ask_replayed":
        last = told.get("n")
        return Refused(code, n=last if type(last) is int else 0)
    if code.endswith("_newer"):
        return Refused("sync_newer_here")
    if code.startswith("attachment_"):
        held = told.get("held")
        return Refused(code, held=held if type(held) is int else 0)
    if heard.status in (429, 503):
        return Unreachable("sync_busy", wait=heard.wait)
    if code.startswith("enrol_"):
        return Refused(code)
    if heard.status >= 500:
        return Unreachable("sync_server_error", status=heard.status)
    return Refused("sync_not_understood", told=code[:40])


def _told(heard: "Heard") -> dict[str, Any]:
    if heard.kind != "application/json" or heard.why is not None:
        return {}
    try:
        found = json.loads(heard.data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _of_certificate(error: ssl.SSLCertVerificationError, address: Address, ca: str) -> HbpError:
    if error.verify_code in (_NOT_YET, _EXPIRED):
        return _of_dates(address, ca)
    if error.verify_code in _NAMES:
        return Unreachable("sync_tls_name", url=address.url)
    return Unreachable("sync_tls_untrusted", url=address.url)


def _of_dates(address: Address, ca: str) -> HbpError:
    """Ask the peer for the time, all but dates verified: whose clock does the certificate fail?"""
    context = trust(ca)
    context.verify_flags = ssl.VerifyFlags(context.verify_flags | NO_CHECK_TIME)
    try:
        with (
            httpx.Client(verify=context, timeout=_PROBE, trust_env=False) as client,
            client.stream("GET", f"{address.url}/health") as answer,
        ):
            certificate = answer.extensions["network_stream"].get_extra_info("ssl_object").getpeercert()
            there = _time_in(answer)
    except (httpx.HTTPError, OSError, KeyError, AttributeError):
        return Unreachable("sync_tls_untrusted", url=address.url)
    if there is not None and _is_valid(certificate, there) and not _is_valid(certificate, time.time()):
        at = datetime.fromtimestamp(there, MALAYSIA)
        return Unreachable("clock_wrong", date=f"{at:%Y-%m-%d}", time=f"{at:%H:%M}", at=there)
    return Unreachable("sync_tls_expired", url=address.url)


def _time_in(answer: httpx.Response) -> int | None:
    """Read the time an answer tells: in itself, else in its header."""
    data = bytearray()
    for piece in answer.iter_raw():
        data += piece
        if len(data) > _MOST_HEALTH:
            return None
    try:
        at = json.loads(data)["at"]
    except (ValueError, KeyError, TypeError, RecursionError):
        at = None
    return at if type(at) is int and 0 < at < _FURTHEST else _date(answer.headers.get("date", ""))


def _is_valid(certificate: dict[str, Any], at: float) -> bool:
    begins, ends = certificate["notBefore"], certificate["notAfter"]
    return ssl.cert_time_to_seconds(begins) <= at <= ssl.cert_time_to_seconds(ends)


def _date(text: str) -> int | None:
    try:
        return int(parsedate_to_datetime(text).timestamp())
    except (ValueError, TypeError, OverflowError):
        return None


def _causes(error: BaseException | None) -> Any:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
