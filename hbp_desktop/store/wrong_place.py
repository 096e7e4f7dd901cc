"""Names the place of what is wrong: an entry by chain and seq, a subject by kind and id."""

from hbp_desktop.domain.errors import Problem


def at_entry(code: str, chain: object, seq: object) -> Problem:
    """Name an entry."""
    return Problem(code, f"{chain}:{seq}", values={"chain": str(chain)[:32], "seq": str(seq)[:20]})


def at_subject(code: str, kind: str, subject: object) -> Problem:
    """Name a subject."""
    return Problem(code, f"{kind}:{subject}", values={"kind": kind, "id": str(subject)[:120]})
