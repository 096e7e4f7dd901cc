"""`state-office init | serve | …`: the receiving end of a state; needs no office on this computer."""

from pathlib import Path

import typer

from hbp_desktop.cli import state_desk, state_status, state_words
from hbp_desktop.cli.desk import desk_of
from hbp_desktop.cli.state_open import StateOptions, state_office
from hbp_desktop.cli.words import Words

PORT = 8470


def add_to(app: typer.Typer, words: Words) -> None:
    """Add the group."""
    group, options = typer.Typer(no_args_is_help=True), StateOptions(words)
    _add_init(group, words, options)
    _add_serve(group, words, options)
    for room in (state_desk, state_status, state_words):
        room.add_to(group, words, options)
    app.add_typer(group, name="state-office", help=words("help_state_office"))


def _add_init(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("init", help=words("help_state_init"))
    def init(
        context: typer.Context,
        database: str = options.database,
        key_file: Path | None = options.key_file,
        name: str = typer.Option("", "--name", help=words("help_state_name")),
        as_json: bool = options.json,
    ) -> None:
        from hbp_desktop.state_office.deployment import NAME, initialise
        from hbp_desktop.store.secrets import Secrets

        desk = desk_of(context)
        own, kept = initialise(database, key_file, Secrets(), " ".join(name.split()) or NAME)
        where = words("state_key_in_keyring") if kept.file is None else str(kept.file)
        if as_json:
            said = {"name": own.name, "database": database, "key_file": str(kept.file) if kept.file else None}
            desk.show(said | {"key_made": kept.made, "server": kept.keys.key})
            return
        desk.say("state_ready", name=own.name, database=database)
        desk.say("state_key_made" if kept.made else "state_key_there", where=where)


def _add_serve(group: typer.Typer, words: Words, options: StateOptions) -> None:
    @group.command("serve", help=words("help_state_serve"))
    def serve(
        context: typer.Context,
        database: str = options.database,
        key_file: Path | None = options.key_file,
        host: str = typer.Option("127.0.0.1", "--host", help=words("help_state_host")),
        port: int = typer.Option(PORT, "--port", min=0, max=65_535, help=words("help_state_port")),
        certificate: Path | None = typer.Option(None, "--tls-cert", help=words("help_state_cert")),
        key: Path | None = typer.Option(None, "--tls-key", help=words("help_state_tls_key")),
    ) -> None:
        from hbp_desktop.state_office import deployment
        from hbp_desktop.sync.serving import Address

        if (certificate is None) != (key is None):
            raise typer.BadParameter(words("state_tls_both"), param_hint="--tls-cert/--tls-key")
        desk = desk_of(context)
        with state_office(database, key_file) as found:
            address = Address(host, port, certificate, key)
            deployment.serve(found, address, lambda url: desk.say("state_serving", url=url))
            desk.say("state_stopped")
