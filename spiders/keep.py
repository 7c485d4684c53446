"""The end of a crawl's line: what was read of an answer is kept."""

from scrapy.crawler import Crawler

from spiders.base import Batch, spider_of


class KeepPipeline:
    """Hands each batch to the run."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "KeepPipeline":
        """Make the stage."""
        return cls(crawler)

    def process_item(self, item: Batch) -> Batch:
        """Keep one batch."""
        spider_of(self._crawler).run.keep(item.page, item.capture, item.reading)
        return item
