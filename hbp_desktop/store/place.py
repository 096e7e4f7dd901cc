"""Looks around a folder: file systems, settings of synchronising programs, their marks."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from hbp_desktop.domain.place import CLOUD_MARK, Mount, Surroundings, judge

MOST_BYTES = 256 * 1024  # of a program's settings
_ASKED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_CLOUD_REPARSE = 0x9000001A  # IO_REPARSE_TAG_CLOUD and its fifteen kin


def surroundings(root: Path) -> Surroundings:
    """Describe where a folder is or would be; what cannot be seen is left out, nothing raises.

    What lies on a share by its name alone is not touched: a server that is away would keep us waiting.
    """
    named = Path(os.path.abspath(root))  # follows no link yet
    seen = Surroundings(str(named), tuple(_mounts(named)))
    concern = judge(seen)
    return seen if concern is not None and concern.kind == "network" else _all_around(_real(root))


def _all_around(real: Path) -> Surroundings:
    return Surroundings(
        root=str(real),
        mounts=tuple(_mounts(real)),
        environment={name: os.environ[name] for name in _ASKED if name in os.environ},
        markers={str(folder): _marks(folder) for folder in (real, *real.parents)},
        synced=_synced(),
    )


def _real(root: Path) -> Path:
    try:
        return root.resolve()
    except (OSError, RuntimeError):
        return root.absolute()


def _marks(folder: Path) -> frozenset[str]:
    with suppress(OSError):
        names = {name for name in os.listdir(folder) if name.startswith(".")}
        return frozenset(names | ({CLOUD_MARK} if _is_cloud_folder(folder) else set()))
    return frozenset()


def _is_cloud_folder(folder: Path) -> bool:
    tag = getattr(os.lstat(folder), "st_reparse_tag", 0)
    return bool(tag & 0xFFFF0FFF == _CLOUD_REPARSE)


def _synced() -> Mapping[str, str]:
    """Read the folders out of Dropbox's, Nextcloud's and ownCloud's settings, and of Windows' registry."""
    found = dict(_registered())
    for base in _settings_folders():
        found |= dict.fromkeys(_dropbox(base / "Dropbox" / "info.json"), "Dropbox")
        found |= dict.fromkeys(_dropbox(base / ".dropbox" / "info.json"), "Dropbox")
        for program in ("Nextcloud", "ownCloud"):
            file = base / program / f"{program.lower()}.cfg"
            found |= dict.fromkeys(_local_paths(file), program)
    return found


def _settings_folders() -> list[Path]:
    home = Path.home()
    named = [os.environ.get(name, "") for name in ("APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME")]
    fixed = [home, home / ".config", home / "Library" / "Preferences"]
    return [Path(name) for name in named if name] + fixed


def _dropbox(file: Path) -> list[str]:
    try:
        accounts = json.loads(_text(file))
    except ValueError:
        return []
    if not isinstance(accounts, dict):
        return []
    paths = [account.get("path") for account in accounts.values() if isinstance(account, dict)]
    return [path for path in paths if isinstance(path, str)]


def _local_paths(file: Path) -> list[str]:
    lines = [line.partition("=") for line in _text(file).splitlines()]
    return [value.strip() for name, _, value in lines if name.endswith("localPath") and value.strip()]


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


if sys.platform == "win32":
    import ctypes
    import winreg

    _REMOVABLE, _REMOTE = 2, 4
    _ACCOUNTS = (
        (r"Software\Microsoft\OneDrive\Accounts", "UserFolder"),
        (r"Software\SyncEngines\Providers\OneDrive", "MountPoint"),
    )

    def _mounts(real: Path) -> Iterator[Mount]:
        drive = f"{real.drive}\\"
        kind = ctypes.windll.kernel32.GetDriveTypeW(drive)
        label = ctypes.create_unicode_buffer(261)
        ctypes.windll.kernel32.GetVolumeInformationW(drive, label, 261, None, None, None, None, 0)
        yield Mount(drive, "remote" if kind == _REMOTE else "", kind == _REMOVABLE, label.value)

    def _registered() -> Iterator[tuple[str, str]]:
        for path, value in _ACCOUNTS:
            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as accounts:
                for number in range(winreg.QueryInfoKey(accounts)[0]):
                    with suppress(OSError), winreg.OpenKey(accounts, winreg.EnumKey(accounts, number)) as one:
                        yield str(winreg.QueryValueEx(one, value)[0]), "OneDrive"

else:

    def _registered() -> Iterator[tuple[str, str]]:
        yield from ()

    if sys.platform == "darwin":

        def _mounts(real: Path) -> Iterator[Mount]:
            parts = real.parts
            if parts[1:2] == ("Volumes",) and len(parts) > 2:
                point = "/".join(["", *parts[1:3]])
                yield Mount(point, _darwin_type(point), removable=True, label=parts[2])

        def _darwin_type(point: str) -> str:
            import subprocess

            try:
                listed = subprocess.run(
                    ["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False
                )
            except (OSError, subprocess.SubprocessError):
                return ""
            line = next((one for one in listed.stdout.splitlines() if f" on {point} (" in one), "")
            return line.rpartition("(")[2].partition(",")[0]

    else:

        def _mounts(_real: Path) -> Iterator[Mount]:
            for line in _text(Path("/proc/self/mountinfo")).splitlines():
                yield from _mount_in(line)


def _mount_in(line: str) -> Iterator[Mount]:
    """Read one line of mountinfo: ids, device, root, point, options, any tags, a dash, type, source."""
    before, dash, after = line.partition(" - ")
    fields, more = before.split(" "), after.split(" ")
    if dash and len(fields) > 4:
        yield Mount(_unescaped(fields[4]), more[0], _is_removable(fields[2]))


def _unescaped(text: str) -> str:
    for octal, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(octal, character)
    return text


def _is_removable(device: str, blocks: Path = Path("/sys/dev/block")) -> bool:
    """Ask the disk a partition belongs to, or whether it hangs on USB: large ones call themselves fixed."""
    try:
        found = (blocks / device).resolve(strict=True)
    except OSError:
        return False
    whole = found if (found / "removable").exists() else found.parent
    return _text(whole / "removable").strip() == "1" or any(part.startswith("usb") for part in found.parts)
