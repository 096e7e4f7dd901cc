"""Lines that wait for nobody: a child in danger, violence at home, danger to life."""

import re

from hbp_desktop.domain.register.vocabulary import Vocabulary
from hbp_desktop.domain.text import fold

_SENTENCE = re.compile(r"[.!?;\n]")
_MOST = 4_000  # characters of the details that are looked at


def urgency_of(kind: str, service: str, details: str, vocabulary: Vocabulary) -> str:
    """Give child, violence, danger or "".

    A complaint about a service of child protection or domestic violence is urgent; otherwise one
    sentence must name both who suffers and what is done.
    """
    if kind == "penghargaan":
        return ""
    subject = f" {fold(service)} "
    sentences = [f" {fold(part)} " for part in _SENTENCE.split(details[:_MOST])]
    for code, signs in vocabulary.urgent.items():
        named = kind == "aduan" and any(f" {word} " in subject for word in signs["service"])
        if named or any(_told(groups, sentences) for groups in signs["details"]):
            return code
    return ""


def _told(groups: list[list[str]], sentences: list[str]) -> bool:
    """Tell whether one sentence holds a word of every group."""
    return any(all(_any_word(group, sentence) for group in groups) for sentence in sentences)


def _any_word(group: list[str], sentence: str) -> bool:
    return any(f" {word} " in sentence for word in group)
