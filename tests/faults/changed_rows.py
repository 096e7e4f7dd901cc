"""Change rows of the journal at random without the device's key: `verify` must find each.

Run as `python -m tests.faults.changed_rows FOLDER [--changes N] [--seed N] [--control]`; prints one line of
JSON. The control looks at the cipher's check alone.
"""

import argparse
import json
from pathlib import Path

from tests.faults.tampering import tamper


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    asked = parser.parse_args()
    if asked.control:
        missed = tamper(min(asked.changes, 50), asked.seed, check=lambda vault: not vault.check())
    else:
        missed = tamper(asked.changes, asked.seed)
    print(json.dumps({"changes": asked.changes, "wrong": missed}))


if __name__ == "__main__":
    main()
