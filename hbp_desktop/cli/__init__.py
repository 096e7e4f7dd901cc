"""The commands, one file a group; the window is what runs without a command."""

from collections.abc import Sequence

_WINDOW_OPTIONS = ("--root", "--language")


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; without a command, the window."""
    if is_for_window(arguments):
        from hbp_desktop.app import run_window

        return run_window(root_in(arguments))
    from hbp_desktop.cli.main import run_commands  # typer is not on the window's way

    return run_commands(list(arguments))


def is_for_window(arguments: Sequence[str]) -> bool:
    """Tell whether nothing but `--root DIR` and `--language` was given."""
    return _options(arguments) is not None


def root_in(arguments: Sequence[str]) -> str | None:
    """Give what follows `--root`, None when it was not given."""
    return (_options(arguments) or {}).get("--root")


def _options(arguments: Sequence[str]) -> dict[str, str] | None:
    """Read options with their values; None when there is anything else."""
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, joined, value = rest.pop(0).partition("=")
        if name not in _WINDOW_OPTIONS or not (joined or rest):
            return None
        found[name] = value if joined else rest.pop(0)
    return found
