"""One message per change of state, on real servers; no secret and nobody's data in any of them."""

import json
from datetime import timedelta

import pytest
from hook import web_hook
from mail_server import mail_server
from watching import at

from pipelines.alerts import Trouble, tell, try_out
from pipelines.alerts.trouble import troubles
from pipelines.alerts.words import Alerts, NotUnderstood, read_alerts
from pipelines.check import CheckResult

NOW = at("01-06T08:00")  # a Monday


def trouble(place: str = "acme.slots", sentence: str = "the last run was complete") -> Trouble:
    return Trouble(place=place, sentence=sentence, level="warn", explanation="it saw less than there was")


def to_file(**words: object) -> Alerts:
    return Alerts.model_validate({"file": [{"path": "alerts.jsonl"}], **words})


def said(home) -> list[dict]:
    file = home / "alerts.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def told(home, alerts, *now, at_utc=NOW, sources=()):
    return list(tell(home, alerts, now, at_utc, lambda _since: sources))


def test_a_change_is_told_once_and_again_when_it_is_well(tmp_path):
    for now in ([], [trouble()], [trouble()], [trouble()], [], []):
        told(tmp_path, to_file(), *now)
    assert [[change["turned"] for change in message["changes"]] for message in said(tmp_path)] == [["bad"], ["well"]]
    assert said(tmp_path)[0]["subject"] == "orderscope: 1 turned bad (acme.slots)"


def test_several_changes_are_one_message(tmp_path):
    told(tmp_path, to_file(), trouble("acme.slots"))
    told(tmp_path, to_file(), trouble("acme.prices"), trouble("beta.slots"))
    assert (
        said(tmp_path)[1]["subject"]
        == "orderscope: 2 turned bad and 1 well again (acme.prices, acme.slots, beta.slots)"
    )


def test_what_could_not_be_sent_is_tried_again_and_keeps_no_other_from_being_told(tmp_path):
    with web_hook() as hook:
        alerts = to_file(webhook=[{"url": f"http://127.0.0.1:{hook.port}/x"}])
        hook.status = 500
        problems = [post.problem for post in told(tmp_path, alerts, trouble())]
        assert problems == ["the webhook answered HTTP 500", None]
        hook.status = 204
        told(tmp_path, alerts, trouble())
        told(tmp_path, alerts, trouble())
    assert [len(hook.posts), len(said(tmp_path))] == [2, 1]


def test_a_lost_or_torn_ledger_tells_again_and_does_not_fail(tmp_path):
    told(tmp_path, to_file(), trouble())
    (tmp_path / "data" / "alerts.json").write_text('{"file')
    told(tmp_path, to_file(), trouble())
    assert len(said(tmp_path)) == 2


def test_a_mail_arrives_with_its_login(tmp_path, monkeypatch):
    monkeypatch.setenv("MAIL_PASSWORD", "s3cret")
    words = {"security": "none", "user": "me", "password": "$MAIL_PASSWORD", "sender": "o@x.example"}
    with mail_server() as mailbox:
        email = {"server": f"127.0.0.1:{mailbox.port}", "to": ["a@x.example", "b@x.example"], **words}
        (post,) = told(tmp_path, Alerts.model_validate({"email": [email]}), trouble())
    (mail,) = mailbox.mails
    assert post.problem is None
    assert mailbox.logins == ["\0me\0s3cret"]
    assert (mail["To"], mail["Subject"]) == ("a@x.example, b@x.example", "orderscope: 1 turned bad (acme.slots)")
    assert "acme.slots: the last run was complete [warn]: it saw less than there was" in mail.get_content()


def test_a_refused_mail_and_a_server_that_is_not_there_are_told_without_their_words(tmp_path):
    words = {"security": "none", "sender": "o@x.example", "to": ["a@x.example"]}
    with mail_server() as mailbox:
        mailbox.answer = b"554 s3cret is no word\r\n"
        alerts = Alerts.model_validate({"email": [{"server": f"127.0.0.1:{mailbox.port}", **words}]})
        assert [post.problem for post in try_out(tmp_path, alerts, NOW)] == ["the mail server answered 554"]
    assert [post.problem for post in try_out(tmp_path, alerts, NOW)] == ["the mail server: ConnectionRefusedError"]


def test_a_webhook_gets_json_and_its_secret_headers(tmp_path, monkeypatch):
    monkeypatch.setenv("HOOK_TOKEN", "s3cret")
    with web_hook() as hook:
        words = {"url": f"http://127.0.0.1:{hook.port}/hook", "headers": {"Authorization": "Bearer $HOOK_TOKEN"}}
        list(try_out(tmp_path, Alerts.model_validate({"webhook": [words]}), NOW))
    assert hook.headers[0]["Authorization"] == "Bearer s3cret"
    assert (hook.posts[0]["subject"], hook.posts[0]["at_utc"]) == ("orderscope: a test", "2025-01-06T08:00:00Z")


def test_a_service_is_told_through_apprise(tmp_path, monkeypatch):
    pytest.importorskip("apprise")
    with web_hook() as hook:
        monkeypatch.setenv("CHAT_URL", f"json://127.0.0.1:{hook.port}/")
        (post,) = try_out(tmp_path, Alerts.model_validate({"service": [{"url": "$CHAT_URL"}]}), NOW)
    assert (post.problem, hook.posts[0]["title"]) == (None, "orderscope: a test")


def test_a_secret_that_is_not_set_is_named(tmp_path):
    (post,) = try_out(tmp_path, Alerts.model_validate({"webhook": [{"url": "$NO_SUCH_URL"}]}), NOW)
    assert post.problem == "$NO_SUCH_URL is not set in the environment"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ('digets = "daily"', "digets: Extra inputs are not permitted"),
        ('[[email]]\nserver = "x"\nsender = "o@x"\nto = ["a@x"]\npassword = "hunter2"', "email.0.password"),
        (
            '[[email]]\nserver = "mail.example"\nsender = "o@x"\nto = ["a@x"]\npassword = "$P"\nsecurity = "none"',
            "a password is not sent without encryption",
        ),
        ('[[service]]\nurl = "tgram://hunter2"', "service.0.url"),
        ("digest = ", "Invalid value"),
    ],
)
def test_words_that_are_wrong_are_named_and_no_secret_is_repeated(tmp_path, words, why):
    (tmp_path / "alerts.toml").write_text(words)
    with pytest.raises(NotUnderstood, match=why) as refused:
        read_alerts(tmp_path)
    assert "hunter2" not in str(refused.value)


def test_a_weekly_digest_comes_when_the_week_is_over(tmp_path):
    sources = [{"spider": "acme.slots", "runs": 7, "complete": 6, "last_utc": "2025-01-12 06:00 UTC"}]
    for days in range(15):
        told(tmp_path, to_file(digest="weekly"), trouble(), at_utc=NOW + timedelta(days=days), sources=sources)
    _, first, second = said(tmp_path)
    assert (first["at_utc"], second["at_utc"]) == ("2025-01-13T08:00:00Z", "2025-01-20T08:00:00Z")
    assert "acme.slots: 6 of 7 runs complete, last 2025-01-12 06:00 UTC" in first["text"]
    assert "Does not hold now" in first["text"]


def test_rows_stay_at_home():
    result = CheckResult(
        check_name="invoice numbers rise with time",
        level="warn",
        retailer="acme",
        source=None,
        explanation="is it one counter?",
        offending=1,
        example=["invoice_number 2025-4711"],
    )
    (found,) = troubles([result], [])
    assert "4711" not in repr(found)
    assert [t.place for t in troubles([], ["beta"])] == ["beta"]
