"""What a peer lacks, packed batch by batch while it is sent: nobody who writes waits for it meanwhile."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hbp_desktop.domain.chain import Range, Vector
from hbp_desktop.store import exchange
from hbp_desktop.store.vault import Vault
from hbp_desktop.sync.batch import LARGEST_BATCH, MOST_RANGES, write_batch
from hbp_desktop.sync.sizing import Sizing

_AT_ONCE = 2 * 1024 * 1024  # bytes of entries read in one transaction
_PACKED = 0.12  # of its bytes an entry keeps, until a batch has shown it
_LEAST_PACKED = 0.02
_OVER = 1.25  # of the size wanted: what packs worse than the batch before is packed anew, in less


def batches(
    vault: Vault,
    office: str,
    have: Vector,
    secret: bytes,
    sizing: Sizing,
    most: int = 0,
    only: Callable[[Range], bool] | None = None,
) -> Iterator[tuple[bytes, int]]:
    """Give batches that bring a holder of `have` what is new in its chains, with how many entries each has.

    What is written meanwhile goes along. Each batch hangs on what was held, or on one before it. `only`
    leaves out the pieces that the holder has although its heads do not say so. No batch is much larger than
    `most`, 0 for the largest there is.
    """
    told: dict[str, dict[bytes, int]] = {name: dict(tops) for name, tops in have.items()}
    packed = _PACKED
    while found := _read(vault, told):
        for one in found:
            _advance(told[one.chain], one)
        wanted = [one for one in found if only is None or only(one)]
        while wanted:
            size = min(sizing.next_size(), most or LARGEST_BATCH)
            group, rest = _cut(wanted, size / packed)
            data = write_batch(office, exchange.joined(group), secret)
            packed = min(max(len(data) / _weight(group), _LEAST_PACKED), 1.0)
            if len(data) > size * _OVER and len(group) > 1:
                continue
            wanted = rest
            yield data, sum(len(one.entries) for one in group)


def _read(vault: Vault, told: Mapping[str, Mapping[bytes, int]]) -> list[Range]:
    """Give the next pieces, about as many bytes as one transaction may read; only to sign does it write."""
    found: list[Range] = []
    read = 0
    with vault.write() as conn:
        exchange.sign_own_heads(conn)
    with vault.read() as conn:
        for one in exchange.pieces(conn, told, told.keys()):
            found.append(one)
            read += _weight([one])
            if read >= _AT_ONCE:
                break
    return found


def _cut(found: list[Range], most: float) -> tuple[list[Range], list[Range]]:
    """Part the pieces that make the next batch from those that follow."""
    weight, count = 0, 0
    for one in found[:MOST_RANGES]:
        weight += _weight([one])
        if count and weight > most:
            break
        count += 1
    return found[:count], found[count:]


def _weight(found: Sequence[Range]) -> int:
    return sum(
        len(header) + (len(body) if isinstance(body, bytes) else len(body.digest))
        for one in found
        for header, body in one.entries
    )


def _advance(tops: dict[bytes, int], sent: Range) -> None:
    tops.pop(sent.prev, None)
    tops[sent.head.hash] = sent.head.seq
