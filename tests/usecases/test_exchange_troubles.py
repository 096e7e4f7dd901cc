"""Whatever answers instead of the state office: nothing counts as sent, and the trouble is told plainly."""

import gzip
import json
from pathlib import Path

import pytest
import zstandard

from hbp_desktop.domain.session import Session
from hbp_desktop.store import peers
from hbp_desktop.sync import trouble
from hbp_desktop.usecases import counter, exchange
from hbp_desktop.usecases.office import Office
from hbp_desktop.usecases.wording import LANGUAGES, all_texts
from tests.link import LoseAnswer, Replace
from tests.sync.state_house import go
from tests.usecases.conftest import Linked
from tests.usecases.drafts import visit

HTML = b"<html><body>Log masuk Wi-Fi hotel</body></html>"


def answer(status: str, body: bytes, *headers: str, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {size}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode("ascii") + body


def told(status: str, code: str, *headers: str) -> bytes:
    return answer(status, json.dumps({"code": code}).encode(), "Content-Type: application/json", *headers)


OCTETS = "Content-Type: application/octet-stream"
BOMB = bytes(32 * 1024 * 1024)
FALSE_ANSWERS = {
    "html": (answer("200 OK", HTML, "Content-Type: text/html"), "sync_portal"),
    "html as octets": (answer("200 OK", HTML, OCTETS), "sync_answer_strange"),
    "redirect": (answer("302 Found", b"", "Location: http://masuk.example/"), "sync_portal"),
    "needs login": (answer("511 Network Authentication Required", HTML), "sync_portal"),
    "too large": (answer("413 Content Too Large", b""), "sync_too_large"),
    "too many": (answer("429 Too Many Requests", b"", "Retry-After: 3600"), "sync_busy"),
    "busy": (told("503 Service Unavailable", "server_busy", "Retry-After: 3600"), "sync_busy"),
    "server error": (answer("500 Internal Server Error", b"oops"), "sync_server_error"),
    "bad gateway": (answer("502 Bad Gateway", HTML, "Content-Type: text/html"), "sync_server_error"),
    "not found": (answer("404 Not Found", HTML, "Content-Type: text/html"), "sync_portal"),
    "too short": (answer("200 OK", b"\0\0\0\5abc", OCTETS, length=900), "sync_cut"),
    "too long": (answer("200 OK", b"\xff" * 900, OCTETS, length=8), "sync_answer_strange"),
    "empty": (answer("200 OK", b"", OCTETS), "sync_answer_strange"),
    "no http": (b"\0\1\2 garbage\r\n\r\n", "sync_cut"),
    "gzip bomb": (answer("200 OK", gzip.compress(BOMB), OCTETS, "Content-Encoding: gzip"), None),
    "zstd bomb": (
        answer("200 OK", zstandard.ZstdCompressor().compress(BOMB), OCTETS, "Content-Encoding: zstd"),
        None,
    ),
    "revoked": (told("403 Forbidden", "device_revoked"), "sync_revoked"),
    "unknown": (told("401 Unauthorized", "device_unknown"), "sync_unknown"),
    "another server": (told("409 Conflict", "server_other"), "sync_other_server"),
    "older server": (told("426 Upgrade Required", "ask_newer"), "sync_newer_here"),
    "never heard of": (told("400 Bad Request", "flux_inverted"), "sync_not_understood"),
    "replayed for ever": (told("409 Conflict", "ask_replayed"), "sync_not_understood"),
}


@pytest.mark.parametrize("name", FALSE_ANSWERS)
def test_what_answers_falsely_moves_nothing_and_is_told(
    office: Office,
    session: Session,
    linked: Linked,
    name: str,
) -> None:
    house, link = linked.house, linked.link
    house.welcome(office)
    assert go(office).problem is None
    before = exchange.standing(office)
    counter.record(office, visit(session))
    false, code = FALSE_ANSWERS[name]
    link.order(*(Replace(false) for _ in range(4)))
    result = go(office)
    standing = exchange.standing(office)
    assert result.problem is not None
    assert result.problem.code == (code or "sync_answer_strange")
    assert (standing.acknowledged, standing.last_contact) == (before.acknowledged, before.last_contact)
    assert standing.matters_waiting == 1
    assert standing.last_error == result.problem
    assert standing.phase == ("offline" if result.problem.code in trouble.OFFLINE else "look")
    waits = 3600 if "Retry-After" in str(false) else 1
    assert exchange.due(office) >= office.now + waits
    link.orders.clear()
    assert go(office).problem is None
    assert exchange.standing(office).matters_waiting == 0
    assert set(house.held.values()) == {1}


def test_every_trouble_has_its_sentence_in_both_languages() -> None:
    source = Path(trouble.__file__).read_text(encoding="utf-8")
    codes = {word for word in source.replace('"', " ").split() if word.startswith(("sync_", "clock_"))}
    missing = [code for code in codes if set(all_texts().get(code, {})) != set(LANGUAGES)]
    assert len(codes) > 20
    assert missing == []


def test_an_answer_that_was_lost_is_asked_for_and_its_receipt_given_again(
    office: Office,
    session: Session,
    linked: Linked,
) -> None:
    house, link = linked.house, linked.link
    house.welcome(office)
    go(office)
    counter.record(office, visit(session))
    link.order(LoseAnswer())
    result = go(office)
    assert result.problem is not None
    assert result.problem.code == "sync_cut"
    assert exchange.standing(office).matters_waiting == 1
    link.forget()
    assert go(office).problem is None
    assert exchange.standing(office).waiting == 0
    assert link.requests == 1  # asked first, and the answer showed that nothing more was needed
    assert set(house.held.values()) == {1}


def test_a_number_used_before_is_jumped_over(
    office: Office,
    session: Session,
    linked: Linked,
) -> None:
    linked.house.welcome(office)
    go(office)
    with office.vault.write() as conn:
        peer = peers.state_office(conn)
        assert peer is not None
        conn.exec_driver_sql("UPDATE peers SET n = 0")
    assert go(office).problem is None
    with office.vault.read() as conn:
        after = peers.state_office(conn)
    assert after is not None
    assert after.n > peer.n
