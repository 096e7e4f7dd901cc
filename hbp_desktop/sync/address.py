"""Where a state office is reached: an address checked before anything is sent there, and whom to trust."""

import ipaddress
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from hbp_desktop.domain.errors import Refused

LONGEST = 200
NO_CHECK_TIME = 0x200000  # X509_V_FLAG_NO_CHECK_TIME of OpenSSL: everything else is still verified


@dataclass(frozen=True)
class Address:
    """A checked address without a line end or slash behind it; plain http reaches this machine only."""

    url: str
    secure: bool


def read_address(text: str) -> Address:
    """Check what was typed; raises Refused (url_damaged, url_plain)."""
    typed = text.strip()
    try:
        parts = urlsplit(typed)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise Refused("url_damaged", url=typed[:LONGEST]) from None
    odd = parts.username or parts.password or parts.query or parts.fragment
    strange = not typed.isprintable() or " " in typed
    if strange or len(typed) > LONGEST or not host or odd or parts.scheme not in ("http", "https"):
        raise Refused("url_damaged", url=typed[:LONGEST])
    if parts.scheme == "http" and not is_loopback(host):
        raise Refused("url_plain", url=typed)
    return Address(typed.rstrip("/"), parts.scheme == "https")


def trust(ca: str) -> ssl.SSLContext:
    """Trust this system's authorities, and `ca` (PEM) beside; raises Refused (ca_damaged)."""
    context = ssl.create_default_context()
    if ca:
        try:
            context.load_verify_locations(cadata=ca)
        except (ssl.SSLError, ValueError):
            raise Refused("ca_damaged") from None
    return context


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine, by its name or its address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
