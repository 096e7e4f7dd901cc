"""The golden batch, `tests/data/batch-v1.bin`: what lies on memory sticks and in mails must stay readable.

It and the entries beside it are frozen since they landed. A change that cannot read them needs a new version.
"""

import json
from hashlib import blake2b

import pytest

from hbp_desktop.domain.chain import check_range
from hbp_desktop.domain.entry import NOTHING, Gone
from hbp_desktop.domain.signing import public_key
from hbp_desktop.resources import resource
from hbp_desktop.sync import batch, decoding, forms, squeezing
from hbp_desktop.sync.batch import read_batch, write_batch
from tests.data import make_batch_v1 as golden

DATA = (golden.HERE / golden.BATCH).read_bytes()
FROZEN = "7d186dddf5614df88e96385dab04f9e9"


def told() -> list[tuple[str, str, object]]:
    """Give what the file beside it says: hash, header and body of each entry."""
    text = (golden.HERE / golden.ENTRIES).read_text(encoding="utf-8")
    return [tuple(json.loads(line)) for line in text.splitlines()]


def test_the_golden_batch_is_the_one_that_landed() -> None:
    assert blake2b(DATA, digest_size=16).hexdigest() == FROZEN


def test_the_golden_batch_reads_as_the_entries_beside_it() -> None:
    found_batch = read_batch(DATA)
    assert (found_batch.sender, found_batch.office) == (public_key(golden.SECRET), golden.OFFICE)
    found = []
    for entries in found_batch.entries:
        for entry in entries:
            body = entry.body_bytes
            plain: object = {"gone": entry.digest.hex()} if body is None else body.decode()
            found.append((entry.hash.hex(), entry.header_bytes.decode(), plain))
    assert found == told()


def test_its_ranges_hang_on_one_another_and_end_at_signed_heads() -> None:
    read = read_batch(DATA)
    at, seq = NOTHING, 0
    for one, entries in zip(read.ranges, read.entries, strict=True):
        assert one.prev == at
        check_range(one, entries, seq, public_key(golden.SECRET))
        at, seq = one.head.hash, one.head.seq
    assert any(isinstance(body, Gone) for one in read.ranges for _, body in one.entries)


def test_what_is_written_today_reads_the_same() -> None:
    again = read_batch(write_batch(golden.OFFICE, golden.ranges(golden.entries()), golden.SECRET))
    assert again.ranges == read_batch(DATA).ranges


@pytest.mark.parametrize(
    "cap",
    [
        batch.LARGEST_BATCH,
        batch.LONGEST_MANIFEST,
        batch.MOST_RANGES,
        batch.MOST_ENTRIES,
        squeezing.LARGEST_PAYLOAD,
        squeezing.LARGEST_WINDOW,
        decoding.LARGEST_CONTENT,
        decoding.MOST_VALUES,
        forms.MOST_FORMS,
        forms.MOST_PLACES,
    ],
)
def test_the_page_of_the_format_names_every_cap(cap: int) -> None:
    page = resource("format.md").read_text(encoding="utf-8")
    assert f"`{cap}`" in page.partition("## Batches")[2]


def test_the_dictionary_is_the_one_that_landed() -> None:
    """What was squeezed upon it could not be read upon another."""
    data = resource("zstd", "batch-1.dict").read_bytes()
    assert blake2b(data, digest_size=16).hexdigest() == "675421f293d31d3e3e6daef42d31619b"
