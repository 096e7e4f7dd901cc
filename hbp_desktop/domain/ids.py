"""Ids of subjects: made when a form opens, so that saving twice is the same record."""

import secrets


def new_id() -> str:
    """Give 16 random bytes as 32 lower-case hex characters."""
    return secrets.token_hex(16)
