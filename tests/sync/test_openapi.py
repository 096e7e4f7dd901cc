"""Whatever the description allows or forbids is sent: no server error, nothing that is not described."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks

from hbp_desktop.sync.problems import STATUS
from hbp_desktop.sync.service import create_app
from tests.sync.memory import Memory, signed
from tests.sync.served import Served, served

load_all_checks()
# A signed request that is well formed may still be refused for what the journal holds; and where the only
# thing wrong was its signature, it is not wrong any more.
_NOT_OF_SIGNED = {"positive_data_acceptance", "negative_data_rejection", "ignored_auth"}
OF_SIGNED = [check for check in CHECKS.get_all() if check.__name__ not in _NOT_OF_SIGNED]
OPERATIONS = (
    "round",
    "enrol",
    "links",
    "receipts",
    "heard",
    "attachment_size",
    "attachment_part",
    "attachment_add",
)
_ANY_BYTES_ARE_RIGHT = ("round", GenerationMode.NEGATIVE)
_REQUEST = {"method", "url", "headers", "params", "data", "json", "files"}

_n = count(1)


@pytest.fixture(scope="module")
def memory() -> Memory:
    return Memory()


@pytest.fixture(scope="module")
def service(memory: Memory) -> Iterator[Served]:
    with served(memory) as found:
        yield found


@pytest.fixture(scope="module")
def described(service: Served) -> dict[str, Any]:
    found = schemathesis.openapi.from_url(service.url + "/openapi.json")
    operations = [one.ok() for one in found.get_all_operations()]
    return {one.definition.raw["operationId"]: one for one in operations}


def test_nothing_unsigned_finds_a_server_error_or_what_is_not_described(
    memory: Memory, tmp_path: Path
) -> None:
    """All of schemathesis's checks, as anybody would run them."""
    with served(memory) as service:
        done = subprocess.run(
            [
                str(Path(sys.executable).with_name("schemathesis")),
                *("run", service.url + "/openapi.json", "--checks", "all", "--max-examples", "15"),
                *("--seed", "1", "--no-color", "--generation-database", "none"),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
    assert done.returncode == 0, done.stdout[-4_000:] + done.stderr[-1_000:]
    assert "10 selected / 10 total" in done.stdout
    assert memory.untouched


@pytest.mark.parametrize(
    ("name", "mode"),
    [(name, mode) for name in OPERATIONS for mode in GenerationMode if (name, mode) != _ANY_BYTES_ARE_RIGHT],
)
def test_nothing_signed_finds_a_server_error_or_what_is_not_described(
    described: dict[str, Any], service: Served, name: str, mode: GenerationMode
) -> None:
    with requests.Session() as session:

        @seed(1)
        @settings(max_examples=15, database=None, deadline=None, suppress_health_check=list(HealthCheck))
        @given(described[name].as_strategy(generation_mode=mode))
        def send(case: Any) -> None:
            case.validate_response(session.send(_signed(case, service.url)), checks=OF_SIGNED)

        send()


def _signed(case: Any, url: str) -> requests.PreparedRequest:
    given = case.as_transport_kwargs(base_url=url)
    prepared = requests.Request(**{name: given[name] for name in given if name in _REQUEST}).prepare()
    body = prepared.body.encode() if isinstance(prepared.body, str) else prepared.body or b""
    prepared.headers.update(signed(next(_n), prepared.method or "", prepared.path_url, body))
    return prepared


def test_each_route_says_which_statuses_it_has(service: Served) -> None:
    told = httpx.get(service.url + "/openapi.json").json()
    routes = {(method.upper(), path) for path, all_of in told["paths"].items() for method in all_of}
    assert routes == {
        (method, route.path)
        for route in create_app(Memory()).routes
        for method in getattr(route, "methods", ())
        if route.path != "/openapi.json"
    }
    statuses = {
        int(s) for all_of in told["paths"].values() for one in all_of.values() for s in one["responses"]
    }
    assert statuses - {200, 400} == set(STATUS.values()) - {405, 500}
    assert told["components"]["securitySchemes"]["signed"]["name"] == "Hbp-Signed"
