"""``python -m pipelines.cli`` is ``orderscope``."""

from pipelines.cli import main

main()
