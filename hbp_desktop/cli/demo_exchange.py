"""The demonstration's last act: a state office on loopback, the laptop enrolled with it, and its receipt."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from hbp_desktop.cli.desk import Desk
from hbp_desktop.domain.errors import Damaged

if TYPE_CHECKING:
    from hbp_desktop.state_office.deployment import Deployment
    from hbp_desktop.usecases.exchange import Enrolled
    from hbp_desktop.usecases.office import Office

NAME = "JKM Negeri Selangor"


def to_the_state_office(desk: Desk, office: "Office", folder: Path) -> None:
    """Found a state office, enrol, push, and print how many matters it has, with the receipt."""
    from hbp_desktop.state_office import deployment
    from hbp_desktop.state_office.projector import Projecting
    from hbp_desktop.state_office.receiver import StateReceiver
    from hbp_desktop.store.secrets import Secrets
    from hbp_desktop.sync.service import create_app
    from hbp_desktop.sync.serving import Address, Serving

    folder.mkdir(parents=True, exist_ok=True)
    url, key = f"sqlite:///{folder / 'negeri.db'}", folder / "negeri.key"
    deployment.initialise(url, key, Secrets(), NAME)
    with deployment.opened(url, key, Secrets()) as state:
        receiver = StateReceiver(state.database, state.keys, now=lambda: office.now)
        with Serving(create_app(receiver), Address()) as serving:
            enrolled = _enrol(office, state, serving.url)
            desk.say(
                "demo_step", n=7, what=desk.words("demo_enrolled", name=NAME, words=" ".join(enrolled.words))
            )
            projecting = Projecting(state.database, lambda: office.now)
            _push(desk, office, projecting.all)


def _enrol(office: "Office", state: "Deployment", url: str) -> "Enrolled":
    """Use a one-time code, and confirm the laptop as the people of the state office would."""
    from hbp_desktop.state_office import enrolment, grants
    from hbp_desktop.usecases import exchange

    with state.database.write() as conn:
        code = enrolment.make_code(conn, office.code, office.now)
    enrolled = exchange.enrol(office, url, code)
    with state.database.write() as conn:
        for known in grants.devices(conn, state.keys.key):
            grants.confirm(conn, known, office.now)
    return enrolled


def _push(desk: Desk, office: "Office", project: Callable[[], int]) -> None:
    """Push, let the state office judge what it got, and hear what counts."""
    from hbp_desktop.usecases import exchange

    for _ in range(2):
        result = exchange.round(office, office.vault, lambda *_: None, lambda: False)
        if result.problem is not None:
            raise Damaged("demo_not_exchanged", told=result.problem.code)
        project()
    standing = exchange.standing(office)
    if standing.waiting or standing.matters_there != standing.matters:
        raise Damaged("demo_not_exchanged", told="matters")
    there, every = standing.matters_there, standing.matters
    desk.say("demo_step", n=8, what=desk.words("sync_matters", there=there, matters=every))
    for one in exchange.receipts(office):
        if one.matters:
            desk.say("demo_step", n=9, what=desk.words("sync_receipt", **asdict(one)))
