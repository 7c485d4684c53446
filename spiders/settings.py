"""Every Scrapy setting that we set, each with why; what a declaration decides is in ``spiders.base``."""

from importlib.metadata import version
from importlib.util import find_spec

BOT_NAME = "orderscope"
SPIDER_MODULES = ["spiders.declared"]

# Who asks, and how to send us away: a line in robots.txt is enough.
USER_AGENT = f"orderscope/{version('orderscope')} (+reads public pages slowly for research; robots.txt: orderscope)"
ROBOTSTXT_USER_AGENT = "orderscope"
ROBOTSTXT_OBEY = True

# scrapy-playwright needs the asyncio reactor. uvloop spares a third of the time of a small crawl, where there is one.
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
ASYNCIO_EVENT_LOOP = "uvloop.Loop" if find_spec("uvloop") else "asyncio.SelectorEventLoop"

DOWNLOAD_DELAY = 1
# The declared delay is a promise; the usual jitter would halve it now and then.
DOWNLOAD_DELAY_JITTER = 0
DOWNLOAD_TIMEOUT = 60
# The largest recorded locator is below 1 MB; a gigabyte, the default, would only be a trap.
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024

# Nothing is remembered between two requests. A browser session keeps its own cookies.
COOKIES_ENABLED = False
REFERER_ENABLED = False

# A page that sends a browser on is an answer and is read; followed, it would be archived without having been a look.
METAREFRESH_ENABLED = False

# Our own middleware retries: it waits as long as the server asks, and every attempt is a look.
RETRY_ENABLED = False
DOWNLOAD_HANDLERS = dict.fromkeys(("http", "https"), "spiders.handlers.GatedHttp")
DOWNLOADER_MIDDLEWARES = {
    # Requests pass these from the lowest number to the highest, those that a redirect made as well.
    "spiders.middlewares.discretion.DiscretionMiddleware": 50,
    # Answers pass these from the highest number to the lowest: decompressed (590), archived, looked at, retried.
    "spiders.middlewares.archive.ArchiveMiddleware": 585,
    "spiders.middlewares.look.LookMiddleware": 583,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": 560,  # later than usual, so that redirects are archived
    "spiders.middlewares.patience.PatienceMiddleware": 550,
}
# One item an answer: the hundred workers that Scrapy starts for each answer's items cost a fifth of the time.
CONCURRENT_ITEMS = 1
ITEM_PIPELINES = {"spiders.keep.KeepPipeline": 100}

# A crawl lasts milliseconds to minutes, and its run tells what happened: these only cost time.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
MEMUSAGE_ENABLED = False
LOGSTATS_INTERVAL = 0
DOWNLOADER_STATS = False
STATS_DUMP = False
LOG_LEVEL = "INFO"
