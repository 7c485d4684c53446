"""The command serve: a web view of everything, read-only."""

import secrets
from ipaddress import ip_address
from pathlib import Path

import click


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Elsewhere than here takes a token.")
@click.option("--port", default=8760, show_default=True, type=click.IntRange(0, 65535))
@click.pass_obj
def serve_command(home: Path, host: str, port: int) -> None:
    """Show status, retailers, reports and tables in a browser, with read-only SQL; until stopped."""
    import uvicorn

    from pipelines.cli.web.app import create_app
    from pipelines.warehouse import shut

    token = None if _is_loopback(host) else secrets.token_urlsafe(24)
    shown = f"?token={token}  (whoever has this address can read everything)" if token else ""
    click.echo(f"http://{host}:{port}/{shown}")
    shut()
    uvicorn.run(create_app(home, host, token), host=host, port=port, log_level="warning")


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
