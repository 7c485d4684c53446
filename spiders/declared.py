"""The declarations as spider classes, where Scrapy looks for them: ``scrapy list`` shows one a source.

Only Scrapy's own commands import this module, since it reads every retailer file there is.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from spiders.base import RetailerSpider, spider_class
from spiders.declaration import read_declaration
from spiders.files import declarations


def spider_classes(home: Path) -> Iterator[type[RetailerSpider]]:
    """Yield a spider for each source of each declared retailer; raises DeclarationError."""
    for file in declarations(home).values():
        retailer = read_declaration(file)
        for source in retailer.sources:
            yield spider_class(retailer, source)


# Scrapy finds spiders by the names in a module; these are ours.
globals().update({found.__name__: found for found in spider_classes(Path(os.environ.get("ORDERSCOPE_HOME", ".")))})
