"""The floor of receiving: a bare ASGI application that inserts a request's JSON rows, one transaction each.

The same process model as the state office: one uvicorn process, a few threads at the database, PostgreSQL.
"""

import asyncio
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import local
from typing import Any

import psycopg
import uvicorn

THREADS = 8
TABLE = "CREATE TABLE IF NOT EXISTS rows (id text PRIMARY KEY, chain text, seq bigint, body text)"
_INSERT = "INSERT INTO rows (id, chain, seq, body) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING"


class Bare:
    """Takes `[[id, chain, seq, body], …]` and answers `{"held": n}`; `/sink` holds nothing."""

    def __init__(self, database: str) -> None:
        self._database, self._own = database, local()
        self._pool = ThreadPoolExecutor(THREADS)
        with psycopg.connect(database) as conn:
            conn.execute(TABLE)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        parts, more = [], True
        while more:
            event = await receive()
            parts.append(event.get("body", b""))
            more = event.get("more_body", False)
        if scope["path"] == "/sink":
            parts = [b"[]"]
        held = await asyncio.get_running_loop().run_in_executor(self._pool, self._hold, b"".join(parts))
        body = json.dumps({"held": held}).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _hold(self, data: bytes) -> int:
        rows = json.loads(data)
        if not hasattr(self._own, "conn"):
            self._own.conn = psycopg.connect(self._database)
        with self._own.conn.transaction(), self._own.conn.cursor() as cursor:
            cursor.executemany(_INSERT, rows)
        self._own.conn.commit()
        return len(rows)


def main(database: str) -> None:
    """Serve on a free port of loopback, and print where."""
    config = uvicorn.Config(
        Bare(database),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
    )
    taken = config.bind_socket()
    print(f"http://127.0.0.1:{taken.getsockname()[1]}", flush=True)
    uvicorn.Server(config).run(sockets=[taken])


if __name__ == "__main__":
    main(sys.argv[1])
