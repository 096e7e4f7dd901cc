"""A second vault on the same file: it outlives the first, and goes on where the office moves to."""

import pytest

from hbp_desktop.domain.errors import Damaged, Refused
from hbp_desktop.store.vault import Vault
from hbp_desktop.usecases.opening import Opened
from tests.conftest import Office
from tests.store.test_rotation import drafts_in, rotate, write_draft


def test_a_twin_reads_and_writes_after_the_first_is_closed(opened: Opened) -> None:
    write_draft(opened.vault)
    twin = opened.vault.twin()
    opened.vault.close()
    assert drafts_in(twin) == ["satu"]
    write_draft(twin, "dua")
    assert drafts_in(twin) == ["dua", "satu"]
    twin.close()


def test_closing_a_twin_leaves_the_first_open(opened: Opened) -> None:
    twin = opened.vault.twin()
    write_draft(twin)
    twin.close()
    assert drafts_in(opened.vault) == ["satu"]
    with pytest.raises(Refused, match="vault_closed"):
        drafts_in(twin)


def test_a_closed_vault_has_no_twin(opened: Opened) -> None:
    opened.vault.close()
    with pytest.raises(Refused, match="vault_closed"):
        opened.vault.twin()


def test_both_follow_a_rotation_whoever_looks_first(founded: Office) -> None:
    window, command = founded.unlock(), founded.unlock()
    twin = window.vault.twin()
    write_draft(twin)
    named = rotate(command)
    write_draft(window.vault, "dua")
    write_draft(twin, "tiga")
    assert window.vault.path.name == twin.path.name == named.vault
    assert drafts_in(command.vault) == ["dua", "satu", "tiga"]
    for one in (window, command):
        one.close()
    twin.close()


def test_two_that_share_one_look_would_part(founded: Office) -> None:
    """The control of the one above: what the first has looked at is no news to the second."""
    window, command = founded.unlock(), founded.unlock()
    twin = Vault(window.vault.path, window.vault._key or b"")
    twin.follow = window.vault.follow
    write_draft(twin)
    named = rotate(command)
    write_draft(window.vault, "dua")
    drafts_in(window.vault)
    assert window.vault.path.name == named.vault
    with pytest.raises(Damaged, match="vault_missing"):
        drafts_in(twin)
    twin.close()
    window.close()
    command.close()
