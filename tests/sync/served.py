"""A service on loopback in a thread, http or https, for as long as a test needs it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import trustme

from hbp_desktop.sync.limits import Limits, Traffic
from hbp_desktop.sync.receiver import Receiver
from hbp_desktop.sync.service import create_app
from hbp_desktop.sync.serving import Address, Serving


@dataclass(frozen=True)
class Served:
    """Where it is; `ca` is the certificate file to trust it by, None over http."""

    url: str
    port: int
    traffic: Traffic
    serving: Serving
    ca: Path | None = None

    def stop(self) -> None:
        """Let rounds end, then end; leaving the context does it too."""
        self.serving.stop()


@contextmanager
def served(
    receiver: Receiver, limits: Limits | None = None, tls: Path | None = None, port: int = 0
) -> Iterator[Served]:
    """Serve a receiver; `tls` is a folder for certificates made for it, and makes it https."""
    app, address, ca = create_app(receiver, limits), Address(port=port), None
    if tls is not None:
        ca, address = certificates(tls, port)
    with Serving(app, address) as serving:
        taken = int(serving.url.rpartition(":")[2])
        yield Served(serving.url, taken, app.state.traffic, serving, ca)


def certificates(folder: Path, port: int = 0, **more: object) -> tuple[Path, Address]:
    """Make an authority and a certificate for loopback; `more` is trustme's (`not_after` …)."""
    authority = trustme.CA()
    issued = authority.issue_cert("localhost", "127.0.0.1", **more)  # type: ignore[arg-type]
    ca, chain, key = folder / "ca.pem", folder / "server.pem", folder / "server.key"
    authority.cert_pem.write_to_path(ca)
    chain.write_bytes(b"".join(part.bytes() for part in issued.cert_chain_pems))
    issued.private_key_pem.write_to_path(key)
    return ca, Address("localhost", port, chain, key)


def trusting(ca: Path) -> ssl.SSLContext:
    """Trust one authority and no other."""
    return ssl.create_default_context(cafile=str(ca))
