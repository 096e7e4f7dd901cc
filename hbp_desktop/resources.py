"""Where the program's own files are: beside the sources, inside the wheel, or frozen."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"


def resource(*parts: str) -> Path:
    """Give the path of a file or folder under `resources/`."""
    return _top() / "resources" / Path(*parts)


def migrations() -> Path:
    """Give the folder of the schema's revisions."""
    return _top() / "migrations"


def _top() -> Path:
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent
