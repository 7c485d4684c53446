"""Reads files without a declaration, for ``orderscope read``: one module a kind, each with a ``read`` function."""
