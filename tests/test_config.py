"""Everything lies below one root."""

from dataclasses import fields
from pathlib import Path

import pytest

from hbp_desktop.config import Paths, Settings


def test_every_place_is_below_the_root(tmp_path: Path) -> None:
    paths = Paths.at(tmp_path / "akar")
    places = [getattr(paths, name) for name in vars(Paths) if isinstance(vars(Paths)[name], property)]
    assert len(places) >= 6
    for place in [*places, paths.vault("vault-0.db")]:
        assert place.is_relative_to(paths.root)


def test_without_a_root_the_systems_own_place_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Paths.at(None).root.name == "hbp-desktop"


def test_making_paths_makes_nothing(tmp_path: Path) -> None:
    assert not Paths.at(tmp_path / "akar").root.exists()


def test_a_relative_root_is_fixed_to_where_the_program_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.at(Path("akar")).root == tmp_path / "akar"


def test_settings_stand_still() -> None:
    assert Settings().language == "ms"
    with pytest.raises(AttributeError):
        setattr(Settings(), fields(Settings)[0].name, "en")
