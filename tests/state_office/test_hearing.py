"""Who sees the whole state is told when each laptop was last heard, as it said then; nobody else is."""

from pathlib import Path

import httpx
import pytest

from hbp_desktop.domain.attachment import Attachment, subject_of
from hbp_desktop.domain.errors import Refused
from hbp_desktop.state_office.attachments import Attachments
from hbp_desktop.state_office.statements import run
from hbp_desktop.store.blob_files import Sealed, seal
from hbp_desktop.sync.heard_message import LONGEST_HEARD, read_heard
from hbp_desktop.sync.messages import sign_request, split
from hbp_desktop.sync.told import HeardList
from tests.state_office.stands import OFFICE, START, Stand, Writer
from tests.sync.memory import MARK
from tests.sync.served import served

OTHER = "SGR01"
SAID = {"version": "2.0.0", "newest": START - 60, "waiting": 9, "held": 40, "backup": 0, "free": 5 * 10**9}
PLAIN = b"\xff\xd8\xff" + bytes(range(256)) * 400


def heard(stand: Stand, asker: Writer) -> HeardList:
    data, signature, more = split(stand.receiver.heard(asker.device, MARK))
    assert more == b""
    return read_heard(data, signature)


def pushed(stand: Stand, writer: Writer) -> Sealed:
    """Push a picture's entry and the whole picture."""
    sealed = seal(PLAIN)
    told = Attachment(id=subject_of(sealed.name), name=sealed.name, size=len(sealed.data), key=sealed.key)
    writer.write(subject=subject_of(sealed.name), kind="attachment", **told.fields())
    stand.push(writer)
    stand.receiver.attachment_add(writer.device, sealed.name, 0, len(sealed.data), sealed.data)
    return sealed


def test_every_offices_laptops_are_told_the_last_heard_first(stand: Stand) -> None:
    asker, laptop = stand.writer(grant="state"), stand.writer(OTHER)
    stand.round(laptop, at=START + 180, stated=SAID)
    stand.clock.now += 60
    stand.round(asker)
    stand.admit("a" * 64, "SGR02", confirmed=0)
    told = heard(stand, asker)
    assert (told.server, told.device, told.mark) == (stand.receiver.key, asker.device, MARK)
    assert (told.at, told.left) == (START + 60, 0)
    assert [one.office for one in told.laptops] == [OFFICE, OTHER, "SGR02"]
    (found,) = told.of(OTHER)
    assert (found.device, found.heard, found.clock_off, found.stated) == (laptop.device, START, 180, SAID)
    (waiting,) = told.of("SGR02")
    assert (waiting.confirmed, waiting.heard, waiting.stated) == (0, 0, {})


@pytest.mark.parametrize("grant", ["own", "none"])
def test_without_the_whole_states_grant_nothing_is_told(stand: Stand, grant: str) -> None:
    with pytest.raises(Refused, match="office_other"):
        heard(stand, stand.writer(grant=grant))


def test_it_is_answered_over_the_road_and_refused_there(stand: Stand) -> None:
    path = f"/v1/heard?mark={MARK}"
    with served(stand.receiver) as service, httpx.Client(base_url=service.url) as line:
        for asker, status in ((stand.writer(grant="state"), 200), (stand.writer(), 403)):
            header = sign_request(asker.secret, asker.server, 1, "GET", path, b"")
            said = line.get(path, headers={"Hbp-Signed": header})
            assert said.status_code == status
        assert said.json() == {"code": "office_other"}
        for n, bad in enumerate(("/v1/heard", "/v1/heard?mark=", "/v1/heard?mark=" + "A" * 32), 2):
            header = sign_request(asker.secret, asker.server, n, "GET", bad, b"")
            assert line.get(bad, headers={"Hbp-Signed": header}).status_code == 400


def test_a_revoked_laptop_is_told_as_such_and_hears_nothing(stand: Stand) -> None:
    asker, gone = stand.writer(grant="state"), stand.writer(grant="state")
    with stand.database.write() as conn:
        run(conn, "UPDATE devices SET revoked = 7 WHERE device = ?", (gone.device,))
    assert {one.device: one.revoked for one in heard(stand, asker).laptops}[gone.device] == 7
    with pytest.raises(Refused, match="device_revoked"):
        heard(stand, gone)


def test_what_does_not_fit_is_counted_and_is_what_was_heard_longest_ago(stand: Stand) -> None:
    asker = stand.writer(grant="state")
    stand.round(asker)
    long = '{"note":"%s"}' % ("x" * 290)
    with stand.database.write() as conn:
        for n in range(2_500):
            run(
                conn,
                "INSERT INTO devices SELECT ?, office, founding, name, asked, confirmed, revoked, "
                '"grant", names_until, n, receipts, ?, clock_off, ? FROM devices WHERE device = ?',
                (f"{n:064x}", n, long, asker.device),
            )
    data, signature, _ = split(stand.receiver.heard(asker.device, MARK))
    told = read_heard(data, signature)
    assert LONGEST_HEARD * 0.9 < len(data) <= LONGEST_HEARD
    assert told.left > 0
    assert len(told.laptops) + told.left == 2_501
    assert [one.heard for one in told.laptops][1:3] == [2_499, 2_498]


def test_the_whole_states_grant_opens_no_other_offices_pictures(stand: Stand, tmp_path: Path) -> None:
    """They cannot be masked."""
    asker, laptop = stand.writer(grant="state"), stand.writer(OTHER)
    theirs, own = pushed(stand, laptop), pushed(stand, asker)
    size = len(own.data)
    for act in (
        lambda: stand.receiver.attachment_size(asker.device, theirs.name),
        lambda: stand.receiver.attachment_part(asker.device, theirs.name, 0, 100),
        lambda: stand.receiver.attachment_add(asker.device, theirs.name, 0, size, theirs.data),
    ):
        with pytest.raises(Refused, match="office_other"):
            act()
    assert stand.receiver.attachment_size(laptop.device, theirs.name) == len(theirs.data)
    assert stand.receiver.attachment_part(asker.device, own.name, 0, size) == own.data
    assert Attachments(stand.database, tmp_path / "attachments").size(OTHER, theirs.name) == len(theirs.data)
