"""Attaching, and taking in an attachment piece by piece, to be killed at every system call."""

import json
from pathlib import Path

from hbp_desktop.domain.errors import HbpError
from hbp_desktop.pictures.preparing import Picture
from hbp_desktop.store import blobs
from hbp_desktop.store.blob_files import BlobFolder, name_of, seal
from hbp_desktop.usecases import attaching, backups
from hbp_desktop.usecases.office import Office
from tests.faults.acts import Act, Say, given, look_at_office, open_in, prepare_office
from tests.faults.killing import clock
from tests.faults.tracing import begin

PICTURES = [Picture(b"\xff\xd8\xff" + bytes([n]) * 30_000, b"\xff\xd8\xff", 40, 30) for n in (1, 2)]
PIECE = 12_000


def _attach(folder: Path, say: Say) -> None:
    opened = open_in(folder)
    office = Office.of(opened, clock)
    begin()
    for n, picture in enumerate(PICTURES):
        say(attaching.attach(office, given(folder)["session"], str(n), picture))
    backups.make_here(office)
    opened.close()


def _attach_then_write(folder: Path, say: Say) -> None:
    """The control: the entry stands before its file is there."""
    opened = open_in(folder)
    office = Office.of(opened, clock)
    begin()
    put, later = BlobFolder.put, []
    BlobFolder.put = lambda _, name, data: later.append((name, data))  # type: ignore[method-assign]
    subject = attaching.attach(office, given(folder)["session"], "0", PICTURES[0])
    BlobFolder.put = put  # type: ignore[method-assign]
    say(subject)
    for name, data in later:
        (opened.paths.attachments / name).parent.mkdir(exist_ok=True)
        (opened.paths.attachments / name).write_bytes(data)
    opened.close()


def _look_at_pictures(folder: Path, said: list[str]) -> list[str]:
    """Whatever was promised opens, whatever is listed opens, and the next copy has it all beside it."""
    if wrong := look_at_office(folder, []):
        return wrong
    opened = open_in(folder)
    try:
        office = Office.of(opened, clock)
        listed = attaching.attached(office, [given(folder)["session"]])
        wrong = [f"lost {one}" for one in said if one not in {shown.id for shown in listed}]
        plain = {str(n): picture.jpeg for n, picture in enumerate(PICTURES)}
        for shown in listed:
            try:
                same = attaching.open_picture(office, shown.id) == plain[shown.attachment.title]
            except HbpError as error:
                same = False
                wrong.append(f"not opened: {error}")
            wrong += [] if same else ["another picture"]
        kept = backups.make_here(office)
        beside = BlobFolder(kept.path.parent / "attachments")
        wrong += ["a copy lacks one"] if kept.left_out else []
        wrong += [
            f"not copied: {shown.id}" for shown in listed if shown.attachment.name not in beside.names()
        ]
        blobs.settle(opened.vault, opened.paths.attachments)
        return wrong
    finally:
        opened.close()


def _prepare_pieces(folder: Path) -> None:
    sealed = seal(PICTURES[0].jpeg)
    told = {"name": sealed.name, "key": sealed.key.hex(), "data": sealed.data.hex()}
    (folder / "given.json").write_text(json.dumps(told), "utf-8")


def _pieces(folder: Path) -> tuple[str, bytes, bytes]:
    told = given(folder)
    return told["name"], bytes.fromhex(told["key"]), bytes.fromhex(told["data"])


def _take_pieces(folder: Path, say: Say) -> None:
    name, key, data = _pieces(folder)
    files, held = BlobFolder(folder / "there"), 0
    begin()
    while held < len(data):
        held = files.add(name, key, held, len(data), data[held : held + PIECE])
        say(str(held))


def _take_in_place(folder: Path, say: Say) -> None:
    """The control: it bears its name from the first piece on."""
    name, _, data = _pieces(folder)
    (folder / "there").mkdir()
    begin()
    with (folder / "there" / name).open("wb", buffering=0) as file:
        file.truncate(len(data))
        for start in range(0, len(data), PIECE):
            file.write(data[start : start + PIECE])
            say(str(start))


def _look_at_pieces(folder: Path, said: list[str]) -> list[str]:
    """As much is held as was promised, what counts as whole is whole, and the rest can follow."""
    name, key, data = _pieces(folder)
    files = BlobFolder(folder / "there")
    held = files.held(name, len(data))
    wrong = ["lost a piece"] if said and held < int(said[-1]) else []
    if files.is_whole(name, len(data)) and name_of(files.path(name).read_bytes(), key) != name:
        return [*wrong, "counts and is not whole"]
    try:
        while held < len(data):
            held = files.add(name, key, held, len(data), data[held : held + PIECE])
        return wrong if files.read(name, key) == data else [*wrong, "other bytes"]
    except HbpError as error:
        return [*wrong, f"does not go on: {error}"]


ATTACHING: dict[str, Act] = {
    "attach": Act(prepare_office, _attach, _look_at_pictures, _attach_then_write),
    "receive": Act(_prepare_pieces, _take_pieces, _look_at_pieces, _take_in_place),
}
