"""Every kind of place an office's folder might lie in, described and judged."""

import pytest

from hbp_desktop.domain.place import CLOUD_MARK, Concern, Mount, Surroundings, judge

HOME = (Mount("/", "ext4"), Mount("/home", "btrfs"))
WINDOWS = (Mount("C:\\"),)
AZURE = r"C:\Users\rohani\OneDrive - JKM"

CLOUDS = {
    "the folder OneDrive names": (
        Surroundings(rf"{AZURE}\hbp", WINDOWS, environment={"OneDriveCommercial": AZURE.upper()}),
        "OneDrive",
    ),
    "documents moved into OneDrive under another name": (
        Surroundings(r"D:\Kerja\hbp", (Mount("D:\\"),), synced={r"d:\kerja": "OneDrive"}),
        "OneDrive",
    ),
    "OneDrive by its name alone": (Surroundings(rf"{AZURE}\hbp", WINDOWS), "OneDrive - JKM"),
    "what Windows calls a cloud": (
        Surroundings(r"C:\K\hbp", WINDOWS, markers={r"C:\K": frozenset({CLOUD_MARK})}),
        "cloud",
    ),
    "Dropbox's settings": (Surroundings("/home/r/d/hbp", HOME, synced={"/home/r/d": "Dropbox"}), "Dropbox"),
    "Dropbox's mark": (
        Surroundings("/home/r/d/hbp", HOME, markers={"/home/r/d": frozenset({".dropbox.cache"})}),
        "Dropbox",
    ),
    "Google Drive's letter": (
        Surroundings(r"G:\My Drive\hbp", (Mount("G:\\", label="Google Drive"),)),
        "Google Drive",
    ),
    "Google Drive on a Mac": (
        Surroundings("/Users/r/Library/CloudStorage/GoogleDrive-r@x/My Drive/hbp"),
        "cloud",
    ),
    "iCloud on a Mac": (Surroundings("/Users/r/Library/Mobile Documents/com~apple~CloudDocs/h"), "iCloud"),
    "iCloud on Windows": (Surroundings(r"C:\Users\r\iCloudDrive\hbp", WINDOWS), "iCloud"),
    "Nextcloud's journal": (
        Surroundings("/home/r/n/a/hbp", HOME, markers={"/home/r/n": frozenset({".sync_0a1b2c3d4e5f.db"})}),
        "Nextcloud",
    ),
    "ownCloud's journal": (
        Surroundings("/home/r/n/hbp", HOME, markers={"/home/r/n": frozenset({".csync_journal.db"})}),
        "ownCloud",
    ),
    "Syncthing, the folder itself": (
        Surroundings("/home/r/hbp", HOME, markers={"/home/r/hbp": frozenset({".stfolder"})}),
        "Syncthing",
    ),
    "a mounted cloud": (Surroundings("/mnt/g/hbp", (*HOME, Mount("/mnt/g", "fuse.rclone"))), "rclone"),
}

SHARES = {
    "a UNC path": Surroundings(r"\\pejabat\kongsi\hbp"),
    "a UNC path in the long form": Surroundings(r"\\?\UNC\pejabat\kongsi\hbp"),
    "a mapped drive": Surroundings(r"Z:\hbp", (Mount("Z:\\", "remote"),)),
    **{
        kind: Surroundings("/mnt/kongsi/hbp", (*HOME, Mount("/mnt/kongsi", kind)))
        for kind in ("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.gvfsd-fuse", "smbfs", "vboxsf")
    },
}


@pytest.mark.parametrize("name", CLOUDS)
def test_a_synchronised_folder_is_recognised(name: str) -> None:
    around, program = CLOUDS[name]
    assert judge(around) == Concern("cloud", program)


@pytest.mark.parametrize("name", SHARES)
def test_a_network_share_is_recognised(name: str) -> None:
    found = judge(SHARES[name])
    assert found is not None
    assert found.kind == "network"
    assert found.name


def test_a_removable_disk_is_recognised() -> None:
    assert judge(Surroundings("/media/r/USB A/h", (*HOME, Mount("/media/r/USB A", "vfat", True)))) == Concern(
        "removable", "/media/r/USB A"
    )
    found = judge(Surroundings(r"E:\hbp", (Mount("E:\\", removable=True, label="KINGSTON"),)))
    assert found == Concern("removable", "KINGSTON")


@pytest.mark.parametrize(
    "around",
    [
        Surroundings("/home/r/.local/share/hbp-desktop", HOME),
        Surroundings(r"C:\Users\r\AppData\Local\hbp-desktop", WINDOWS, environment={"OneDrive": AZURE}),
        Surroundings("/home/r/hbp", HOME, synced={"/home/r/hb": "Dropbox", "": "Dropbox"}),
        Surroundings("/home/r/hbp", (*HOME, Mount("/home/r/h", "nfs"))),
        Surroundings("/home/r/hbp", HOME, markers={"/home/r": frozenset({".config", ".sync_notes"})}),
        Surroundings("/home/R/Hbp", HOME, synced={"/home/r": "Dropbox"}),
        Surroundings("/home/r/dropboxes/hbp", HOME),
    ],
)
def test_a_disk_of_this_computers_own_is_no_concern(around: Surroundings) -> None:
    assert judge(around) is None


def test_of_two_file_systems_at_one_point_the_later_hides_the_earlier() -> None:
    stacked = (*HOME, Mount("/srv", "nfs"), Mount("/srv", "ext4"))
    assert judge(Surroundings("/srv/hbp", stacked)) is None
    assert judge(Surroundings("/srv/hbp", (*HOME, *reversed(stacked[2:])))) == Concern("network", "nfs")


def test_a_share_is_worse_than_the_cloud_on_it() -> None:
    both = Surroundings("/mnt/k/Dropbox/hbp", (*HOME, Mount("/mnt/k", "nfs4", removable=True)))
    assert judge(both) == Concern("network", "nfs4")
