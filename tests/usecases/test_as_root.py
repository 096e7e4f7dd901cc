"""The printed code beside an open office."""

from dataclasses import replace

import pytest

from hbp_desktop.domain.errors import Damaged, Invalid, Locked, Refused
from hbp_desktop.domain.officer import OfficerDraft
from hbp_desktop.store import shelf
from hbp_desktop.usecases import backups, keys, officers, setup
from hbp_desktop.usecases.as_root import as_root
from hbp_desktop.usecases.office import Office
from tests import conftest


def test_the_code_signs_what_it_alone_may_and_is_noted(office: Office, founded: conftest.Office) -> None:
    root = as_root(office, founded.code)
    officers.add(root, OfficerDraft("Pn. Devi"), ["administrator"])
    assert office.staff().named("Pn. Devi")[0].own_roles == {"administrator"}
    assert not root.may("record.see")
    assert office.may("record.see")
    with office.vault.read() as conn:
        assert len(shelf.acts(conn, "unlock.code")) == 1


def test_another_code_signs_nothing(office: Office) -> None:
    with pytest.raises(Locked, match="recovery_other"):
        as_root(office, setup.new_recovery_code())
    with pytest.raises(Invalid):
        as_root(office, "salah")


def test_who_sits_here_is_not_shut_out_of_their_own_window(office: Office, founded: conftest.Office) -> None:
    root = as_root(office, founded.code)
    with pytest.raises(Refused, match="reset_own"):
        keys.reset_password(root, office.officer_id, "bunga raya di tangga", conftest.CHEAP)
    with pytest.raises(Refused, match="officer_self"):
        officers.retire(root, office.officer_id, "silap")
    assert backups.make_here(office).entries


def test_a_window_whose_keys_are_taken_away_makes_no_copy(office: Office, founded: conftest.Office) -> None:
    """The control to the test before: without knowing who sits here the reset would go through."""
    root = as_root(office, founded.code)
    unaware = Office.of(replace(root.opened, beside=""), office.clock)
    keys.reset_password(unaware, office.officer_id, "bunga raya di tangga", conftest.CHEAP)
    with pytest.raises(Damaged, match="slots_damaged"):
        backups.make_here(office)
