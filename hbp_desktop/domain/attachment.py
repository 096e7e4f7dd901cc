"""An attachment: a photo of the day, or a page of a letter; what is told of it, and the key of its file.

Its bytes lie in a file of their own, named by a keyed hash and encrypted with a key that travels inside the
entry: whoever holds the journal can open it, wherever the file lies.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

from hbp_desktop.domain.errors import Problem, Refused
from hbp_desktop.domain.fields import (
    LINE,
    Fields,
    count_of,
    filled,
    filled_part,
    flag_of,
    line,
    part_of,
    text_of,
    too_long,
    whole,
)
from hbp_desktop.domain.strict import KEY as NAME

KIND = "attachment"
MOST_BYTES = 600_000  # of a picture
LONGEST_SIDE = 2_000  # pixels
THUMB_SIDE = 320
MOST_PAGES = 20  # of one PDF at a time
LONGEST_CHOICE = 500
MOST_FILE = MOST_BYTES + 4096  # bytes of the encrypted file
KEY_BYTES = 32
ABOUT = ("session", "visit", "matter")


@dataclass(frozen=True)
class Attachment:
    """As recorded; `about` is the id of a session, visit or matter. `page` of `of`: a PDF's, else 0.

    `name` and `size` (bytes) are the encrypted file's, `key` opens it.
    """

    id: str
    session: str = ""
    about: str = ""
    name: str = ""
    size: int = 0
    key: bytes = field(default=b"", repr=False)
    width: int = 0
    height: int = 0
    page: int = 0
    of: int = 0
    title: str = ""
    taken_by: str = ""
    withdrawn: bool = False

    @classmethod
    def of_state(cls, subject: str, state: Mapping[str, object]) -> "Attachment":
        """Read it from its folded fields; a file that cannot be named or opened has no name here."""
        pixels, pages = part_of(state, "pixels"), part_of(state, "pages")
        name, key, size = named_file(state)
        return cls(
            id=subject,
            session=text_of(state, "session"),
            about=text_of(state, "about"),
            name=name if subject == subject_of(name) else "",
            size=size,
            key=key,
            width=count_of(pixels, "w"),
            height=count_of(pixels, "h"),
            page=count_of(pages, "n"),
            of=count_of(pages, "of"),
            title=text_of(state, "title"),
            taken_by=text_of(state, "taken_by"),
            withdrawn=flag_of(state, "withdrawn"),
        )

    @property
    def has_file(self) -> bool:
        """Tell whether its file can be asked for at all."""
        return bool(self.name)

    def fields(self) -> Fields:
        """Write it as journal fields."""
        return filled(
            {
                "session": line(self.session),
                "about": line(self.about),
                "name": self.name,
                "size": self.size,
                "key": b64encode(self.key).decode("ascii"),
                "pixels": {"w": self.width, "h": self.height},
                "pages": filled_part(n=self.page, of=self.of) if self.of else {},
                "title": line(self.title),
                "taken_by": line(self.taken_by),
            }
        )


def named_file(state: Mapping[str, object]) -> tuple[str, bytes, int]:
    """Read name, key and size of the file from fields, "" , b"" and 0 where they cannot be one."""
    name, size = text_of(state, "name"), count_of(state, "size")
    try:
        key = b64decode(text_of(state, "key"), validate=True)
    except ValueError:
        key = b""
    if NAME.fullmatch(name) is None or len(key) != KEY_BYTES or not 0 < size <= MOST_FILE:
        return "", b"", 0
    return name, key, size


def subject_of(name: str) -> str:
    """Give the subject's id: half of the file's name, so that either leads to the other."""
    return name[:32]


def problems(title: str) -> tuple[Problem, ...]:
    """Say what is wrong with what was typed."""
    return tuple(too_long({"title": LINE}, {"title": line(title)}))


def read_pages(typed: str) -> tuple[int, ...]:
    """Read pages as people write them, `1-3,5`; () for nothing; raises Refused (pages_unreadable)."""
    found: list[int] = []
    for part in typed.replace(" ", "").split(",") if typed.strip() else ():
        first, dash, last = part.partition("-")
        begin, end = whole(first), whole(last if dash else first)
        if not 0 < begin <= end or end - begin > LONGEST_CHOICE:
            raise Refused("pages_unreadable")
        found += range(begin, end + 1)
    return tuple(found[: LONGEST_CHOICE + 1])
