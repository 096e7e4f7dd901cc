"""The commands, one file a group; the window is what runs without a command."""

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; without a command, the window."""
    if is_for_window(arguments):
        from hbp_desktop.app import run_window

        return run_window(root_in(arguments))
    from hbp_desktop.cli.main import run_commands  # typer is not on the window's way

    return run_commands(list(arguments))


def is_for_window(arguments: Sequence[str]) -> bool:
    """Tell whether nothing but `--root DIR` was given."""
    rest = list(arguments)
    return (
        not rest
        or (len(rest) == 2 and rest[0] == "--root")
        or (len(rest) == 1 and rest[0].startswith("--root="))
    )


def root_in(arguments: Sequence[str]) -> str | None:
    """Give what follows `--root`, None when it was not given."""
    if not arguments:
        return None
    return arguments[1] if len(arguments) == 2 else arguments[0].partition("=")[2]
