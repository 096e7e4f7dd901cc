"""`hbp-desktop`: the window, or one of the commands."""

import sys


def main() -> None:
    """Run and exit: 0 done, 1 refused with a sentence on stderr, 2 wrong usage."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a frozen program is its own interpreter: here the child that reads pictures begins

    from hbp_desktop.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
