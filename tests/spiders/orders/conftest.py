import pytest


@pytest.fixture(autouse=True, scope="session")
def no_cache_of_ours(tmp_path_factory):
    """Keep what tests read out of the cache of who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
