"""Over every declaration that is shipped."""

import sys

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from spiders.declaration import read_declaration
from spiders.files import SANDBOX, SHIPPED
from spiders.platform import platform, platform_class, platform_names

DECLARED = sorted(SHIPPED.glob("*.toml"))


@pytest.mark.parametrize("file", DECLARED, ids=lambda file: file.stem)
def test_a_shipped_declaration_can_be_used(file, tmp_path):
    words = file.read_text()
    copy = tmp_path / f"{file.stem.lstrip('_')}.toml"
    copy.write_text(words)
    retailer = read_declaration(copy)
    for source in retailer.sources:
        assert platform(retailer, source).options


@pytest.mark.parametrize("name", platform_names())
def test_a_platform_says_how_to_recognise_it_its_options_and_its_traps(name):
    page = __import__(platform_class(name).__module__, fromlist=["_"]).__doc__
    for word in ("Recognise it:", "[sources.options]", "Traps:"):
        assert word in page


def test_scrapy_finds_a_spider_for_each_source(tmp_path, monkeypatch):
    (tmp_path / "retailers").mkdir()
    declared = tmp_path / "retailers" / "sandbox.toml"
    declared.write_text(SANDBOX.read_text())
    monkeypatch.setenv("ORDERSCOPE_HOME", str(tmp_path))
    monkeypatch.delitem(sys.modules, "spiders.declared", raising=False)  # it declares when it is imported
    settings = Settings()
    settings.setmodule("spiders.settings")
    shipped = read_declaration(declared)
    assert {f"sandbox.{source.slug}" for source in shipped.sources} <= set(SpiderLoader(settings).list())
