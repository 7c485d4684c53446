from datetime import datetime

import pytest
from pydantic import ValidationError

from pipelines.due.never import Never
from spiders.declaration.source import Source

NOW = datetime.fromisoformat("2025-01-06T10:00")
WORDS = {"kind": "counts", "platform": "csv", "every": "never", "expect": {}}


def test_what_is_only_imported_is_never_due():
    assert (Never().last(NOW), Never().after(NOW), Never().in_words(NOW)) == (None, None, "only imported")
    assert not Source(**WORDS).is_asked


def test_what_is_never_asked_has_no_time_at_which_to_ask():
    with pytest.raises(ValidationError, match="every says never"):
        Source(**WORDS, cron="30 9 * * *")
