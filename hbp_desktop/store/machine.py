"""Which machine this is: a keyed digest of the system's own id, so that a copied folder is noticed."""

import os
import sys
import uuid
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path


def machine_id(ring: str) -> str:
    """Give 32 hex characters that differ between machines and say nothing about this one elsewhere."""
    return blake2b(
        _system_id().encode(), key=ring.encode(), digest_size=16, person=b"hbp-machine-1"
    ).hexdigest()


if sys.platform == "win32":
    import winreg

    def _system_id() -> str:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])

else:

    def _system_id() -> str:
        for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
            with suppress(OSError, ValueError):
                if text := Path(place).read_text(encoding="ascii").strip():
                    return text
        return f"{os.uname().nodename}-{uuid.getnode()}"
