"""What is seen around a real folder of this machine."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hbp_desktop.domain.place import judge
from hbp_desktop.store.place import _is_removable, _mount_in, surroundings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mountinfo and /sys are Linux's own")

Mounted = Callable[[str, str], Path]


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mounted]:
    """Mounts a file system for the length of a test, or skips saying so."""
    libc = ctypes.CDLL(None, use_errno=True)
    points: list[Path] = []

    def mount(kind: str, options: str = "") -> Path:
        point = tmp_path / f"titik {len(points)}"
        point.mkdir()
        if libc.mount(b"x", os.fsencode(point), kind.encode(), 0, options.encode()) != 0:
            pytest.skip(f"NOT SEEN HERE: {kind} cannot be mounted ({os.strerror(ctypes.get_errno())})")
        points.append(point)
        return point

    yield mount
    for point in points:
        libc.umount2(os.fsencode(point), 2)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test's own, where programs keep their settings."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA", "OneDrive"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "rumah"))
    (tmp_path / "rumah").mkdir()
    return tmp_path / "rumah"


def kind_at(folder: Path) -> str:
    found = judge(surroundings(folder))
    return f"{found.kind} {found.name}" if found else ""


def test_a_folder_of_this_computers_own_is_no_concern(home: Path) -> None:
    assert kind_at(home / "belum ada" / "hbp") == ""


def test_the_settings_of_synchronising_programs_are_read(home: Path) -> None:
    (home / ".dropbox").mkdir()
    path = str(home / "kerja").replace("\\", "\\\\")
    (home / ".dropbox" / "info.json").write_text(f'{{"business": {{"path": "{path}"}}}}', "utf-8")
    (home / ".config" / "Nextcloud").mkdir(parents=True)
    settings = f"[Accounts]\n0\\Folders\\1\\localPath={home / 'awan kita'}/\n"
    (home / ".config" / "Nextcloud" / "nextcloud.cfg").write_text(settings, "utf-8")
    assert kind_at(home / "kerja" / "hbp") == "cloud Dropbox"
    assert kind_at(home / "awan kita" / "hbp") == "cloud Nextcloud"
    assert kind_at(home / "lain" / "hbp") == ""


def test_damaged_settings_are_passed_over(home: Path) -> None:
    (home / ".dropbox").mkdir()
    for text in ("", "[1]", '{"a": {"path": 7}}', "\x00\xff"):
        (home / ".dropbox" / "info.json").write_text(text, "utf-8")
        assert kind_at(home / "kerja") == ""


def test_a_mark_in_a_folder_above_is_seen_through_a_link(home: Path, tmp_path: Path) -> None:
    (home / "segerak" / ".stfolder").mkdir(parents=True)
    (home / "segerak" / "hbp").mkdir()
    (tmp_path / "pintas").symlink_to(home / "segerak" / "hbp")
    assert kind_at(tmp_path / "pintas") == "cloud Syncthing"


def test_a_real_mount_is_seen_at_its_point(home: Path, mounted: Mounted) -> None:
    point = mounted("tmpfs", "size=1m")
    seen = [mount for mount in surroundings(point / "hbp").mounts if mount.point == str(point)]
    assert [mount.type for mount in seen] == ["tmpfs"]
    assert kind_at(point / "hbp") == ""


def test_a_share_whose_server_is_gone_is_recognised_without_waiting(home: Path, mounted: Mounted) -> None:
    if not os.path.exists("/dev/fuse"):
        pytest.skip("NOT SEEN HERE: there is no /dev/fuse")
    server = os.open("/dev/fuse", os.O_RDWR)
    try:
        point = mounted("fuse.sshfs", f"fd={server},rootmode=40000,user_id=0,group_id=0")
    finally:
        os.close(server)  # nobody will answer what is asked there
    assert kind_at(point / "hbp") == "network sshfs"


def test_a_line_of_mountinfo_is_read_with_its_optional_parts() -> None:
    line = r"36 35 98:0 /mnt1 /mnt/cakera\040luar rw,noatime shared:1 master:2 - vfat /dev/sdb1 rw"
    (mount,) = _mount_in(line)
    assert (mount.point, mount.type) == ("/mnt/cakera luar", "vfat")
    assert list(_mount_in("36 35 98:0 / broken")) == []


def test_a_partition_is_as_removable_as_its_disk_and_all_on_usb_is(tmp_path: Path) -> None:
    for disk, removable in (("devices/pci/sdb", "1"), ("devices/pci/sda", "0"), ("devices/usb2/sdc", "0")):
        (tmp_path / disk / "part1").mkdir(parents=True)
        (tmp_path / disk / "removable").write_text(f"{removable}\n")
    blocks = tmp_path / "block"
    blocks.mkdir()
    for number, disk in (("8:17", "pci/sdb"), ("8:1", "pci/sda"), ("8:33", "usb2/sdc")):
        (blocks / number).symlink_to(tmp_path / "devices" / disk / "part1")
    assert [_is_removable(number, blocks) for number in ("8:17", "8:1", "8:33", "0:40")] == [
        *(True, False, True, False)
    ]
