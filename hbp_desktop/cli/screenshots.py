"""`python -m hbp_desktop.cli.screenshots DIR`: every page, both languages, light and dark, the demo's day."""

import os
import sys
from pathlib import Path
from shutil import rmtree

from hbp_desktop.cli.demo import Places, afternoon, client_day, founded_office
from hbp_desktop.cli.demo_exchange import to_the_state_office
from hbp_desktop.cli.desk import Desk
from hbp_desktop.cli.words import Words


def main(arguments: list[str]) -> int:
    """Found an office in a folder of its own, take the client day in, take the pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(arguments[0] if arguments else "build/screenshots").absolute()
    places = Places(out / "office")
    rmtree(places.out, ignore_errors=True)
    desk = Desk(places.data, Words("ms"))
    with founded_office(desk, places) as opened:
        from hbp_desktop.usecases.office import Office

        office = Office.of(opened, afternoon, "ms")
        client_day(desk, office)
        to_the_state_office(desk, office, places.state)
        _take(office, places, out)
    rmtree(places.out, ignore_errors=True)
    return 0


def _take(office: object, places: Places, out: Path) -> None:
    from hbp_desktop.app import make_application
    from hbp_desktop.config import Paths
    from hbp_desktop.store.secrets import Secrets
    from hbp_desktop.ui.door import Door
    from hbp_desktop.ui.shots import door_pictures, screenshots, sittings

    app = make_application()
    there, new = (Door(paths, Secrets(), afternoon) for paths in (places.data, Paths.at(places.out / "new")))
    door_pictures(app, there, new, out, sittings())
    screenshots(app, office, out, sittings())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
