"""Where an office's folder may lie: judged from a described surrounding, so every system can be tried.

SQLite's write-ahead log needs memory shared between programs, which network file systems do not give
(https://sqlite.org/wal.html, https://sqlite.org/useovernet.html). A synchronising program copies vault and
log at different moments and brings older ones back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ntpath import splitdrive
from typing import Literal

Kind = Literal["cloud", "network", "removable"]

CLOUD_MARK = "<cloud>"  # what `markers` calls a folder that Windows itself says is a cloud's

_SHARES = frozenset(
    "nfs nfs4 cifs smb2 smb3 smbfs afpfs webdav davfs 9p virtiofs afs ceph glusterfs lustre ncpfs ncp beegfs "
    "orangefs pvfs2 coda vboxsf prl_fs drvfs remote fuse.sshfs fuse.smbnetfs fuse.davfs2 fuse.glusterfs "
    "fuse.ceph fuse.gvfsd-fuse fuse.kio-fuse fuse.vmhgfs-fuse fuse.s3fs fuse.curlftpfs fuse.nfs "
    "fuse.beegfs fuse.lizardfs fuse.mfs fuse.moosefs fuse.juicefs".split()
)
_CLOUD_MOUNTS = {
    "fuse.rclone": "rclone",
    "fuse.onedriver": "OneDrive",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.pcloud": "pCloud",
    "fuse.pcloudcc": "pCloud",
    "fuse.expandrive": "ExpanDrive",
    "fuse.insync": "Insync",
}
_MARKERS = {
    CLOUD_MARK: "cloud",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".stversions": "Syncthing",
    ".csync_journal.db": "ownCloud",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",  # kept by its client in the folder it synchronises
    ".megaignore": "MEGA",
}
_SYNC_JOURNALS = (".sync_", "._sync_")  # and `.db`: Nextcloud's and ownCloud's own list of files
_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "cloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "box sync": "Box",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "insync": "Insync",
}
_NAMED_AFTER = ("onedrive - ", "dropbox (", "googledrive-", "onedrive-", "google drive (")
_ENVIRONMENT = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}


@dataclass(frozen=True)
class Mount:
    """A file system and where it begins; `type` is "remote" for a drive that Windows calls so."""

    point: str
    type: str = ""
    removable: bool = False
    label: str = ""


@dataclass(frozen=True)
class Surroundings:
    """What was seen around a folder: `root` absolute and followed to where it really is.

    `markers` holds, for each folder from the root upwards, the hidden names in it; `synced` the folders that
    programs for synchronising name in their own settings, with the program's name.
    """

    root: str
    mounts: tuple[Mount, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    markers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    synced: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Concern:
    """What is the matter with a place; `name` is the program, file system or drive."""

    kind: Kind
    name: str = ""


def judge(around: Surroundings) -> Concern | None:
    """Say what is the matter, the worst first; None for a disk of this computer's own."""
    return _network(around) or _cloud(around) or _removable(around)


def _network(around: Surroundings) -> Concern | None:
    if _slashed(around.root).startswith("//"):
        return Concern("network", splitdrive(around.root)[0])
    mount = _mount_of(around)
    if mount is not None and mount.type.lower() in _SHARES:
        return Concern("network", mount.point if mount.type == "remote" else mount.type.removeprefix("fuse."))
    return None


def _cloud(around: Surroundings) -> Concern | None:
    mount = _mount_of(around)
    if mount is not None and mount.type in _CLOUD_MOUNTS:
        return Concern("cloud", _CLOUD_MOUNTS[mount.type])
    if mount is not None and mount.label == "Google Drive":
        return Concern("cloud", mount.label)
    named = {
        around.environment[name]: program
        for name, program in _ENVIRONMENT.items()
        if name in around.environment
    }
    for folder, program in {**named, **around.synced}.items():
        if folder and _is_within(around.root, folder):
            return Concern("cloud", program)
    return _marked(around) or _named(around.root)


def _marked(around: Surroundings) -> Concern | None:
    for folder, names in around.markers.items():
        if not _is_within(around.root, folder):
            continue
        for name in sorted(names):
            if name in _MARKERS:
                return Concern("cloud", _MARKERS[name])
            if name.startswith(_SYNC_JOURNALS) and name.endswith(".db"):
                return Concern("cloud", "Nextcloud")
    return None


def _named(root: str) -> Concern | None:
    """Judge by the folders' names alone: a needless question costs less than a missed one."""
    for part in _slashed(root).split("/"):
        bare = part.casefold()
        if bare in _NAMES:
            return Concern("cloud", _NAMES[bare])
        if bare.startswith(_NAMED_AFTER):
            return Concern("cloud", part)
    return None


def _removable(around: Surroundings) -> Concern | None:
    mount = _mount_of(around)
    return Concern("removable", mount.label or mount.point) if mount is not None and mount.removable else None


def _mount_of(around: Surroundings) -> Mount | None:
    """Give the file system the root lies on: of the longest points the last, which hides those before."""
    found = [mount for mount in around.mounts if _is_within(around.root, mount.point)]
    longest = max((len(_slashed(mount.point).rstrip("/")) for mount in found), default=0)
    return next((m for m in reversed(found) if len(_slashed(m.point).rstrip("/")) == longest), None)


def _is_within(path: str, folder: str) -> bool:
    """Compare folder by folder; letter case counts only where there are no drive letters."""
    inner, outer = _slashed(path), _slashed(folder).rstrip("/")
    if splitdrive(path)[0]:
        inner, outer = inner.casefold(), outer.casefold()
    return inner == outer or inner.startswith(f"{outer}/")


def _slashed(path: str) -> str:
    """Write Windows paths with the other slash; a backslash elsewhere is part of a name."""
    is_windows = bool(splitdrive(path)[0]) or path.startswith("\\\\")
    return path.replace("\\", "/") if is_windows else path
