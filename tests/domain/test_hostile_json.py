"""JSON made to cost its reader more than it cost its writer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hbp_desktop.domain.canonical import DEEPEST, Value, dump, load
from hbp_desktop.domain.errors import Damaged

NESTED = st.recursive(
    st.text('[]{}"\\a', max_size=6) | st.integers(0, 9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text('[]{}"\\a', max_size=4), inner, max_size=3)
    ),
    max_leaves=40,
)


def depth(value: Value) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(NESTED, st.integers(0, 7))
def test_just_what_nests_too_deep_is_refused(value: Value, more: int) -> None:
    for _ in range(more):
        value = [value]
    wide = [value, [], {}, [], {}, [], {}, [], {}]  # so many brackets that they have to be looked at
    if depth(wide) <= DEEPEST:
        assert load(dump(wide), 10**6) == wide
    else:
        with pytest.raises(Damaged, match="json_too_deep"):
            load(dump(wide), 10**6)


@pytest.mark.parametrize("end", [b"", b"\\", b"\\\\", b'"', b'\\"'])
@pytest.mark.parametrize("inside", [b'\\"', b"\\\\", b'""', b"\\", b'"', b"[]", b"[", b"]", b"{["])
def test_two_megabytes_that_never_close_are_refused_at_once(inside: bytes, end: bytes) -> None:
    """Looking for strings from each quote anew would take hours."""
    data = b"[[[[[[[[[" + b'"' + inside * (2**21 // len(inside)) + end
    with pytest.raises(Damaged):
        load(data, 2**22)
