"""An office with the state's key, and the persons of the stories about complaints."""

from dataclasses import dataclass, field

from hbp_desktop.domain.session import Session
from hbp_desktop.domain.visit import Visit
from hbp_desktop.store import journal
from hbp_desktop.store.keyslots import read
from hbp_desktop.store.persons import PersonKeys
from hbp_desktop.store.sealing import unseal
from hbp_desktop.store.slots import unseal as data_key_of
from hbp_desktop.usecases import counter, integrity
from hbp_desktop.usecases.office import Office
from tests.usecases.drafts import matter, visit

SECRET_NAME, SECRET_TEXT = "Zqxwvina binti Jkvuzan", "Qwzxkj meminta wang kopi di Hqzzvwx"
SECRET_OFFICER, SECRET_ACTION = "Encik Wzqkdin", "Vqxzunit dimaklumkan jam sepuluh"
SECRET_PHONE, SECRET_ADDRESS = "0137754499", "Lorong Xqzjwwk 77"
OPEN_TEXT = "Jqzwvxk bertanya syarat bantuan"
SECRETS = (SECRET_NAME, SECRET_TEXT, SECRET_OFFICER, SECRET_ACTION, SECRET_PHONE, SECRET_ADDRESS)
SECRET_WORDS = tuple(word for text in SECRETS for word in text.split() if len(word) >= 7)


@dataclass
class State:
    """The state's integrity unit: its key, and what it can read."""

    keys: PersonKeys = field(default_factory=PersonKeys.new)

    def file(self) -> str:
        return f"# name: Unit Integriti JKM Selangor\n{self.keys.age}\n"

    def install(self, office: Office, children: bool = False) -> None:
        integrity.install(office, self.file())
        integrity.seal_children(office, children)

    def reads(self, office: Office, subject: str) -> dict[str, object]:
        """Give the sealed fields of a subject as the state opens them."""
        with office.vault.read() as conn:
            parts = [unseal(item.entry, self.keys) for item in journal.held(conn, subject)]
        return {name: value for part in parts if part for name, value in part.items()}


def data_key(office: Office) -> bytes:
    """Give the key of the vault, and of nothing else."""
    return data_key_of(read(office.opened.paths.keyslots), office.opened.keys)


def secret_matter(urgent: str = "integrity", **more: str):
    said = {"details": SECRET_TEXT, "against": SECRET_OFFICER, "action": SECRET_ACTION, "urgent": urgent}
    return matter("aduan", **(said | more))


def secret_visit(session: Session, *matters, **more):
    said = {"name": SECRET_NAME, "phone": SECRET_PHONE, "address": SECRET_ADDRESS}
    return visit(session, *(matters or (secret_matter(),)), **(said | more))


def complain(office: Office, session: Session, *matters, **more: str) -> Visit:
    """Record a complaint as the counter does: kept while it is typed, then saved."""
    draft = secret_visit(session, *matters, **more)
    counter.keep_draft(office, draft)
    return counter.record(office, draft)
