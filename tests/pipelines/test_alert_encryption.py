"""A mail goes encrypted to a server that is who it says, or it does not go at all."""

import pytest
from certificates import self_signed
from mail_server import mail_server
from watching import at

from pipelines.alerts import try_out
from pipelines.alerts.words import Alerts


def sent(home, port: int, security: str) -> str | None:
    """What kept a mail from being sent; None where it was."""
    words = {"security": security, "user": "me", "password": "$MAIL_PASSWORD", "sender": "o@x.example"}
    email = {"server": f"127.0.0.1:{port}", "to": ["a@x.example"], **words}
    (post,) = try_out(home, Alerts.model_validate({"email": [email]}), at("01-06T08:00"))
    return post.problem


@pytest.fixture(autouse=True)
def _password(monkeypatch):
    monkeypatch.setenv("MAIL_PASSWORD", "s3cret")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_mail_arrives_encrypted_with_its_login(tmp_path, monkeypatch, security):
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with mail_server(security, certificate) as mailbox:
        assert sent(tmp_path, mailbox.port, security) is None
    assert (len(mailbox.mails), mailbox.encrypted, mailbox.logins) == (1, [True], ["\0me\0s3cret"])


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_refused_in_a_sentence(tmp_path, security):
    with mail_server(security, self_signed(tmp_path)) as mailbox:
        problem = sent(tmp_path, mailbox.port, security)
    assert problem == "the mail server: its certificate is refused (self-signed certificate), and nothing was sent"
    assert (mailbox.mails, mailbox.logins) == ([], [])


def test_a_certificate_of_another_host_is_refused_without_its_address(tmp_path, monkeypatch):
    certificate = self_signed(tmp_path, address="127.0.0.2")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with mail_server("tls", certificate) as mailbox:
        problem = sent(tmp_path, mailbox.port, "tls")
    assert "its certificate is refused (IP address mismatch)" in problem
    assert (mailbox.mails, mailbox.logins) == ([], [])


def test_a_server_without_encryption_gets_neither_mail_nor_password(tmp_path):
    with mail_server() as mailbox:
        assert "STARTTLS extension not supported" in sent(tmp_path, mailbox.port, "starttls")
        assert "is security (starttls, tls) what this port speaks?" in sent(tmp_path, mailbox.port, "tls")
    assert (mailbox.mails, mailbox.logins) == ([], [])
