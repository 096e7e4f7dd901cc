"""An office of three laptops, made once a run and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.laptops import Laptop, office_of_three, reopened


@pytest.fixture(scope="session")
def three_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files of three laptops that belong together, never changed."""
    return office_of_three(tmp_path_factory.mktemp("three"))


@pytest.fixture
def three(three_files: list[Path], tmp_path: Path) -> Iterator[list[Laptop]]:
    """Three laptops of this test's own."""
    laptops = reopened(three_files, tmp_path)
    yield laptops
    for laptop in laptops:
        laptop.vault.close()


@pytest.fixture
def laptop(three: list[Laptop]) -> Laptop:
    """The founder's laptop."""
    return three[0]
