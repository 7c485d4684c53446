from tests.analysis.reports.conftest import built, shop

__all__ = ["built", "shop"]
