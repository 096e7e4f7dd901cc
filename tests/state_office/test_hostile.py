"""A device gone bad before a real state office: whatever it signs, no server error, nothing bad is held."""

from random import Random

import httpx
import pytest

from hbp_desktop.domain.canonical import dump, load
from hbp_desktop.domain.chain import Range, sign_head
from hbp_desktop.domain.entry import NOTHING, received
from hbp_desktop.domain.signing import sign
from hbp_desktop.sync.batch import write_batch
from hbp_desktop.sync.frames import framed
from hbp_desktop.sync.limits import Limits
from hbp_desktop.sync.messages import sign_request, split
from tests.state_office.stands import OFFICE, Stand, Writer
from tests.sync import hostile
from tests.sync.served import served

QUICK = Limits(draining=0.2)
NAME = "a" * 64


def test_no_forged_batch_reaches_the_database(stand: Stand) -> None:
    writer = stand.writer()
    forged = [*hostile.frames().values(), *hostile.payloads().values()]
    with served(stand.receiver, QUICK) as service, httpx.Client(base_url=service.url) as line:
        for data in forged:
            said = line.post("/v1/round", content=writer.ask() + framed(data))
            assert (said.status_code, said.json()["code"]) == (400, "batch_damaged")
    assert not stand.held()


@pytest.mark.parametrize(
    "header",
    [
        lambda good: good.replace(b'"lamport":1', b'"lamport":NaN'),
        lambda good: good.replace(b'"lamport":1', b'"lamport":1.0'),
        lambda good: good.replace(b'"lamport":1', b'"lamport":"1"'),
        lambda good: good.replace(b'"lamport":1', b'"lamport":1,"lamport":1'),
        lambda good: good.replace(b'"lamport":1', b'"lamport":' + b"[" * 1_000),
        lambda good: good.replace(b'"lamport":1', b'"lamport":' + b"9" * 1_000),
        lambda good: good.replace(b'"lamport":1', b'"lamport":9007199254740993'),
        lambda good: good.replace(b'"lamport":1', b'"lamport":1,"more":"\\u0000"') + b" ",
        lambda good: good[:-1],
        lambda good: good[:0],
        lambda good: good.replace(b"{", b"\xff" * 4_000),
    ],
)
def test_no_entry_that_cannot_be_read_is_held_nor_what_follows_it(stand: Stand, header: object) -> None:
    writer = stand.writer()
    writer.write(3)
    good = [(one.header_bytes, one.body_bytes or b"") for one in writer.entries]
    assert callable(header)
    pairs = [good[0], (header(good[1][0]), good[1][1]), good[2]]
    at = NOTHING
    for one, body in pairs:
        at = received(at, one, body).hash
    bad = Range(writer.chain, NOTHING, tuple(pairs), sign_head(writer.chain, 3, at, writer.secret))
    with served(stand.receiver, QUICK) as service:
        body = writer.ask() + framed(write_batch(OFFICE, [bad], writer.secret))
        assert httpx.post(service.url + "/v1/round", content=body).status_code in (200, 400)
    assert not set(stand.held()) - {writer.entries[0].hash}


def test_no_signed_ask_finds_a_server_error(stand: Stand) -> None:
    writer = stand.writer()
    writer.write(3)
    stand.push(writer)
    held = stand.held()
    with served(stand.receiver, QUICK) as service, httpx.Client(base_url=service.url) as line:
        for seed in range(120):
            luck = Random(seed)
            asking = stand.writer()
            good = load(split(asking.ask(stated={"version": "1", "free": 5}))[0], 10**6)
            data = dump(hostile.altered(good, luck))
            said = line.post("/v1/round", content=framed(data) + sign("ask", asking.secret, data))
            assert said.status_code in (200, 401, 409, 426), (seed, said.text)
    assert stand.held() == held


def test_no_signed_request_finds_a_server_error(stand: Stand) -> None:
    writer = stand.writer()
    writer.write(2)
    stand.push(writer)
    body = dump({"after": 0, "chain": writer.chain, "most": 5})
    asked = [
        ("POST", "/v1/links", body),
        ("POST", "/v1/receipts", b"x" * 100),
        ("GET", f"/v1/attachments/{NAME}?offset=3", b""),
        ("HEAD", f"/v1/attachments/{NAME}", b""),
        ("PUT", f"/v1/attachments/{NAME}?offset=0&of=9007199254740993", b"x" * 50),
        ("PUT", f"/v1/attachments/{NAME}?offset=9999999999999999&of=9999999999999999", b""),
        ("PUT", f"/v1/attachments/{'A' * 64}?offset=0&of=3", b"abc"),
        ("PUT", "/v1/attachments/..%2f..%2fetc?offset=0&of=3", b"abc"),
        *(("POST", "/v1/links", hostile.changed(body, Random(seed))) for seed in range(40)),
        *(("POST", "/v1/links", dump(hostile.altered(load(body, 999), Random(seed)))) for seed in range(40)),
    ]
    with served(stand.receiver, QUICK) as service, httpx.Client(base_url=service.url) as line:
        for method, path, data in asked:
            said = line.request(method, path, content=data, headers=_signed(writer, method, path, data))
            assert said.status_code in (200, 400, 403, 404, 409, 413), (method, path, data, said.text)
        body = dump({"after": 0, "chain": writer.chain, "most": 5})
        said = line.post("/v1/links", content=body, headers=_signed(writer, "POST", "/v1/links", body))
        assert [seq for seq, _ in said.json()["links"]] == [1, 2]


def test_another_offices_chain_is_forbidden(stand: Stand) -> None:
    writer, other = stand.writer(), stand.writer("JHR01")
    writer.write(2)
    stand.push(writer)
    body = dump({"after": 0, "chain": writer.chain, "most": 5})
    with served(stand.receiver, QUICK) as service:
        header = _signed(other, "POST", "/v1/links", body)
        said = httpx.post(service.url + "/v1/links", content=body, headers=header)
    assert (said.status_code, said.json()["code"]) == (403, "office_other")


def _signed(writer: Writer, method: str, path: str, body: bytes) -> dict[str, str]:
    writer.n += 1
    return {"Hbp-Signed": sign_request(writer.secret, writer.server, writer.n, method, path, body)}
