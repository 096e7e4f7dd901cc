"""The state's key file: one recipient, strictly read."""

import pytest

from hbp_desktop.domain.errors import Refused
from hbp_desktop.domain.integrity_key import LONGEST_FILE, is_recipient, read_key

AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"  # from the specification of age


def test_a_key_file_says_whose_it_is() -> None:
    key = read_key(f"# created: 2026-11-01\r\n# Name:  Unit Integriti   JKM Selangor \r\n\r\n{AGE}\r\n")
    assert (key.age, key.name) == (AGE, "Unit Integriti JKM Selangor")
    assert key.short == " ".join((AGE[-12:-8], AGE[-8:-4], AGE[-4:]))
    assert read_key(AGE).name == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# name: x",
        f"{AGE}\n{AGE}",
        AGE[:-1] + "q",
        AGE.upper(),
        f"{AGE} x",
        AGE[:-1],
        f"{AGE}q",
        "age1" + "q" * 58,
        f"{AGE}\n" + "#" * LONGEST_FILE,
        "ssh-ed25519 AAAA",
        "{}",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="seal_key_unreadable"):
        read_key(text)


def test_a_secret_key_is_recognised_and_not_taken() -> None:
    with pytest.raises(Refused, match="seal_key_secret"):
        read_key(f"# public key: {AGE}\nAGE-SECRET-KEY-1QQPQYQSZQGPQYQSZQGPQYQSZ\n")


def test_every_recipient_that_age_makes_is_one() -> None:
    import pyrage

    assert all(is_recipient(str(pyrage.x25519.Identity.generate().to_public())) for _ in range(50))
