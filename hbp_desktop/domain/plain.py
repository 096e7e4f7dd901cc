"""Drafts as plain JSON and back, so that what was typed outlives a crash and a newer program."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Draft = TypeVar("Draft")
_MISSING = object()


def as_plain(draft: object) -> dict[str, Any]:
    """Write a draft with strings, numbers, lists and objects only."""
    assert is_dataclass(draft)
    return {field.name: _plain(getattr(draft, field.name)) for field in fields(draft)}


def from_plain(kind: type[Draft], data: object) -> Draft:
    """Read a draft of this kind; what is unknown, missing or of another type is left at its default."""
    found = data if isinstance(data, Mapping) else {}
    hints = get_type_hints(kind)
    values = {name: _fitting(hint, found[name]) for name, hint in hints.items() if name in found}
    return kind(**{name: value for name, value in values.items() if value is not _MISSING})


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return as_plain(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def _fitting(hint: Any, value: object) -> Any:
    """Give the value as the hint wants it, or _MISSING."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return next((fit for one in inner if (fit := _fitting(one, value)) is not _MISSING), _MISSING)
    if origin is frozenset:
        return frozenset(_all_of(inner[0], value))
    if origin is tuple:
        return tuple(_all_of(inner[0], value))
    if origin is not None:
        return _texts(value)
    if isinstance(hint, type) and is_dataclass(hint):
        return from_plain(hint, value) if isinstance(value, Mapping) else _MISSING
    return value if type(value) is hint else _MISSING


def _all_of(hint: Any, value: object) -> list[Any]:
    items = [_fitting(hint, item) for item in value] if isinstance(value, list) else []
    return [item for item in items if item is not _MISSING]


def _texts(value: object) -> dict[str, str]:
    found = value if isinstance(value, Mapping) else {}
    return {key: text for key, text in found.items() if isinstance(key, str) and isinstance(text, str)}
