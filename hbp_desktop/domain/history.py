"""Fold: from the set of a subject's entries to its state, whatever the order, however often.

A pure function that never raises. It looks at no action or kind except parentless `imported` entries,
the field `withdrawn` and the field `disposed`, and at no other subject, so that old and new programs fold
the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hbp_desktop.domain.canonical import Value, dump
from hbp_desktop.domain.entry import PREFIX, Parent


@dataclass(frozen=True, slots=True)
class Fact:
    """What fold needs of one entry; `fields` is empty when its body may not be read."""

    hash: bytes
    chain: str
    seq: int
    parents: tuple[Parent, ...]
    lamport: int
    action: str
    fields: Mapping[str, Value]
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Conflict:
    """Writes of one field that did not see one another; the last of `writes` shows meanwhile.

    `kind` is "field", or "withdrawn" for edits concurrent with a withdrawal. Not `offered` while a
    write has a hole in its past.
    """

    field: str
    writes: tuple[bytes, ...]
    kind: str = "field"
    offered: bool = True


@dataclass(frozen=True, slots=True)
class Folded:
    """The state, what a person must settle, and the counted entries nothing counted descends from."""

    state: Mapping[str, Value] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    heads: tuple[bytes, ...] = ()
    writes: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)


def fold(facts: Iterable[Fact]) -> Folded:
    """Fold the entries of one subject."""
    unique = {fact.hash: fact for fact in facts}
    ordered = sorted(unique.values(), key=lambda fact: fact.hash)
    if len(ordered) == 1:
        return _fold_single(ordered[0])
    return _Folding(ordered).result()


def past_of(facts: Iterable[Fact]) -> tuple[Mapping[bytes, frozenset[bytes]], frozenset[bytes]]:
    """Give each entry's whole past within the set, and which entries have a hole in it."""
    folding = _Folding(sorted({fact.hash: fact for fact in facts}.values(), key=lambda fact: fact.hash))
    pasts = {fact.hash: folding.named(folding.past[i]) for i, fact in enumerate(folding.facts)}
    return pasts, frozenset(fact.hash for i, fact in enumerate(folding.facts) if folding.torn >> i & 1)


def tie(fact: Fact) -> tuple[int, bytes]:
    """Order concurrent writes: the greatest shows."""
    return fact.lamport, fact.hash


def name(fact: Fact) -> Parent:
    """Give the name under which children point at an entry."""
    return Parent(fact.hash[:PREFIX], fact.chain, fact.seq)


def _fold_single(fact: Fact) -> Folded:
    """Fold the common case, one entry, without building a graph."""
    if not fact.counted:
        return Folded()
    return Folded(dict(fact.fields), (), (fact.hash,), dict.fromkeys(fact.fields, (fact.hash,)))


class _Folding:
    """One fold at work; sets of entries are the bits of an integer."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self.past = [0] * len(facts)
        self.torn = 0
        self._link()
        self.counted = sum(1 << i for i, fact in enumerate(facts) if fact.counted)
        self.covered = self._covered()

    def result(self) -> Folded:
        state: dict[str, Value] = {}
        conflicts: list[Conflict] = []
        writes: dict[str, tuple[bytes, ...]] = {}
        for field_name, writers in sorted(self._writers().items()):
            top = self._maximal(writers)
            writes[field_name] = tuple(self.facts[i].hash for i in top)
            state[field_name] = self.facts[top[-1]].fields[field_name]
            if len(top) > 1 and len({dump(self.facts[i].fields[field_name]) for i in top}) > 1:
                conflicts.append(self._conflict(field_name, top))
            if field_name == "withdrawn":
                self._keep_withdrawn(top, state, conflicts)
        return Folded(state, tuple(conflicts), self._heads(), writes)

    def named(self, bits: int) -> frozenset[bytes]:
        return frozenset(fact.hash for i, fact in enumerate(self.facts) if bits >> i & 1)

    def _link(self) -> None:
        """Fill `past` and `torn` along parents; all parentless imported entries are one root."""
        where = {name(fact): i for i, fact in enumerate(self.facts)}
        self.root = sum(1 << i for i, f in enumerate(self.facts) if not f.parents and f.action == "imported")
        ordered, circular = _parents_first(self.facts, where)
        for i in [*ordered, *circular]:
            for parent in self.facts[i].parents:
                at = where.get(parent)
                if at is None or at in circular:
                    self.torn |= 1 << i
                    continue
                self.past[i] |= self.past[at] | 1 << at
                if self.torn >> at & 1:
                    self.torn |= 1 << i
            if self.past[i] & self.root:
                self.past[i] |= self.root

    def _covered(self) -> int:
        """Find what lawful disposals cover: their whole past."""
        covered = 0
        for i, fact in enumerate(self.facts):
            if fact.counted and fact.fields.get("disposed") is True:
                covered |= self.past[i]
        return covered

    def _writers(self) -> dict[str, list[int]]:
        writers: dict[str, list[int]] = {}
        for i, fact in enumerate(self.facts):
            if fact.counted and not self.covered >> i & 1:
                for field_name in fact.fields:
                    writers.setdefault(field_name, []).append(i)
        return writers

    def _maximal(self, writers: list[int]) -> list[int]:
        """Keep the writes no other write descends from, in order of the tie; the root speaks once."""
        if len(writers) == 1:
            return writers
        seen = 0
        for i in writers:
            seen |= self.past[i]
        top = sorted((i for i in writers if not seen >> i & 1), key=lambda i: tie(self.facts[i]))
        from_root = [i for i in top if self.root >> i & 1]
        return [i for i in top if i not in from_root[:-1]]

    def _conflict(self, field_name: str, top: list[int], kind: str = "field") -> Conflict:
        whole = not any(self.torn >> i & 1 for i in top)
        return Conflict(field_name, tuple(self.facts[i].hash for i in top), kind, whole)

    def _keep_withdrawn(self, top: list[int], state: dict[str, Value], conflicts: list[Conflict]) -> None:
        """Stay withdrawn until someone writes the field again, and say who edited meanwhile."""
        true_writes = [i for i in top if self.facts[i].fields["withdrawn"] is True]
        if not true_writes:
            return
        state["withdrawn"] = True
        beside = {j for i in true_writes for j in self._concurrent(i)} - set(top)
        if beside:
            edits = sorted(beside, key=lambda j: tie(self.facts[j]))
            conflicts.append(self._conflict("withdrawn", [*edits, *true_writes], "withdrawn"))

    def _concurrent(self, i: int) -> list[int]:
        return [
            j
            for j in range(len(self.facts))
            if j != i
            and self.counted >> j & 1
            and not self.covered >> j & 1
            and not self.past[i] >> j & 1
            and not self.past[j] >> i & 1
            and not (self.root >> i & self.root >> j & 1)
        ]

    def _heads(self) -> tuple[bytes, ...]:
        seen = 0
        for i, fact in enumerate(self.facts):
            if fact.counted:
                seen |= self.past[i]
        return tuple(f.hash for i, f in enumerate(self.facts) if f.counted and not seen >> i & 1)


def _parents_first(facts: Sequence[Fact], where: Mapping[Parent, int]) -> tuple[list[int], list[int]]:
    """Order entries so that parents come before children, and list those behind a forged circle."""
    waiting = {
        i: {where[parent] for parent in fact.parents if parent in where} for i, fact in enumerate(facts)
    }
    children: dict[int, list[int]] = {}
    for i, parents in waiting.items():
        for parent in parents:
            children.setdefault(parent, []).append(i)
    ready = [i for i, parents in waiting.items() if not parents]
    ordered: list[int] = []
    while ready:
        i = ready.pop()
        ordered.append(i)
        for child in children.get(i, ()):
            waiting[child].discard(i)
            if not waiting[child]:
                ready.append(child)
    return ordered, sorted(set(waiting) - set(ordered))
