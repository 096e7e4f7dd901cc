"""Certificates are never ignored; where only a clock is wrong, the state office's time is told."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from hbp_desktop.domain.errors import HbpError, Refused
from hbp_desktop.sync.address import read_address
from hbp_desktop.sync.client import Line, Patience
from hbp_desktop.sync.service import create_app
from hbp_desktop.sync.serving import Serving
from tests.sync.memory import Memory
from tests.sync.served import certificates, served

NOW = datetime.now(UTC)
YEARS = timedelta(days=5 * 365)
PATIENCE = Patience(connect=5, silence=5)


@contextmanager
def serving(
    folder: Path, at: datetime, host: str = "127.0.0.1", **dates: datetime
) -> Iterator[tuple[str, str]]:
    """Serve over TLS with a certificate of these dates, by a clock that says `at`; gives address and CA."""
    folder.mkdir(exist_ok=True)
    ca, address = certificates(folder, **dates)

    class Telling(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response_only(200)
            self.send_header("Date", format_datetime(at, usegmt=True))
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    assert address.certificate is not None
    context.load_cert_chain(address.certificate, address.key)
    server = _Quiet((host, 0), Telling)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"https://localhost:{server.server_port}", ca.read_text()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(HTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of the handshakes that clients refuse."""


def trouble_with(url: str, ca: str) -> HbpError:
    with Line(url, ca, PATIENCE) as line, pytest.raises(HbpError) as told:
        line.post("/v1/round", b"ask", 1024)
    return told.value


def test_a_certificate_of_an_authority_that_is_trusted_is_good(tmp_path: Path) -> None:
    with served(Memory(), tls=tmp_path) as at:
        assert at.ca is not None
        with Line(at.url, at.ca.read_text(), PATIENCE) as line:
            assert line.ask("GET", "/health", None, 1024).status == 200


def test_another_authoritys_certificate_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other, _ = certificates(tmp_path / "other")
    with serving(tmp_path / "one", NOW) as (url, _):
        assert trouble_with(url, other.read_text()).code == "sync_tls_untrusted"
        assert trouble_with(url, "").code == "sync_tls_untrusted"


def test_a_certificate_for_another_name_is_not_trusted(tmp_path: Path) -> None:
    with serving(tmp_path, NOW, "127.0.0.2") as (url, ca):
        assert trouble_with(url.replace("localhost", "127.0.0.2"), ca).code == "sync_tls_name"


def test_a_certificate_that_expired_by_either_clock_has_expired(tmp_path: Path) -> None:
    with serving(tmp_path, NOW, not_before=NOW - YEARS, not_after=NOW - timedelta(days=1)) as (url, ca):
        assert trouble_with(url, ca).code == "sync_tls_expired"


@pytest.mark.parametrize("off", [YEARS, -YEARS], ids=["years behind", "years ahead"])
def test_a_laptop_whose_clock_is_years_off_is_told_the_state_offices_time(
    tmp_path: Path, off: timedelta
) -> None:
    there = NOW + off
    dates = {"not_before": there - timedelta(days=90), "not_after": there + timedelta(days=90)}
    with serving(tmp_path, there, **dates) as (url, ca):
        told = trouble_with(url, ca)
    assert told.code == "clock_wrong"
    assert told.values["at"] == int(there.timestamp())
    assert told.values["date"] == f"{there.astimezone(timezone(timedelta(hours=8))):%Y-%m-%d}"


def test_the_state_offices_own_service_tells_its_time(tmp_path: Path) -> None:
    there = NOW - YEARS  # as a laptop years ahead sees it, but for the time told, which is today's
    dates = {"not_before": there - timedelta(days=90), "not_after": there + timedelta(days=90)}
    ca, address = certificates(tmp_path, **dates)
    with Serving(create_app(Memory()), address) as at:
        assert trouble_with(at.url, ca.read_text()).code == "sync_tls_expired"


def test_a_wrong_clock_does_not_make_a_stranger_trusted(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other, _ = certificates(tmp_path / "other")
    there = NOW + YEARS
    dates = {"not_before": there - timedelta(days=90), "not_after": there + timedelta(days=90)}
    with serving(tmp_path / "one", there, **dates) as (url, _):
        assert trouble_with(url, other.read_text()).code == "sync_tls_untrusted"


def test_tls_is_not_spoken_to_what_speaks_plainly(tmp_path: Path) -> None:
    with served(Memory()) as at:
        assert trouble_with(at.url.replace("http:", "https:"), "").code == "sync_tls_failed"


def test_nobody_there_and_no_such_name_are_told_apart() -> None:
    with served(Memory()) as at:
        url = at.url
    assert trouble_with(url, "").code == "sync_connection_refused"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://pejabat.example", "url_plain"),
        ("http://127.0.0.1.example", "url_plain"),
        ("http://192.168.1.4:8470", "url_plain"),
        ("http://localhost.example/", "url_plain"),
        ("ftp://localhost", "url_damaged"),
        ("https://", "url_damaged"),
        ("pejabat.example", "url_damaged"),
        ("https://a:b@pejabat.example", "url_damaged"),
        ("https://pejabat.example/?x=1", "url_damaged"),
        ("https://pejabat.example:99999", "url_damaged"),
        ("https://[::1", "url_damaged"),
        ("https://pejabat.example/\u0000", "url_damaged"),
        ("https://" + "a" * 300, "url_damaged"),
    ],
)
def test_an_address_is_checked_before_anything_is_sent(url: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_address(url)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1", "http://localhost:80/", "http://[::1]:9", "https://a.my"]
)
def test_plain_http_reaches_this_machine_alone(url: str) -> None:
    assert read_address(f" {url}/ ").url == url.rstrip("/")
