"""The two kinds of array in which a world is kept."""

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
"""Counts, cents, indices, or instants as seconds since 1970-01-01 UTC."""
Flags = npt.NDArray[np.bool_]
