"""Which posts have been read before, in 16 bytes a post, so that a file of millions can be read in little memory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
LINES = 40  # bits of a line; the bits above are the number of its file


class Seen:
    """The posts read so far, by a hash of account and post_id, each with the file and line it was first read from.

    Two posts would be taken for one if their hashes of 64 bits were equal: one chance in thirty million in a reading
    of a million posts.
    """

    def __init__(self) -> None:
        self._keys: Numbers = np.empty(0, np.int64)
        self._places: Numbers = np.empty(0, np.int64)

    def repeats(self, posts: list[tuple[str, str]], file: int, lines: list[int]) -> dict[int, tuple[int, int]]:
        """Remember posts (account, post_id); return, by place, file and line of those that had been read before."""
        keys = np.fromiter(map(hash, posts), np.int64, len(posts))
        places = np.array(lines, np.int64) + (file << LINES)
        unique, first, which = np.unique(keys, return_index=True, return_inverse=True)
        origin = places[first]
        at = np.searchsorted(self._keys, unique)
        known = np.zeros(len(unique), bool)
        inside = at < len(self._keys)
        known[inside] = self._keys[at[inside]] == unique[inside]
        origin[known] = self._places[at[known]]
        self._keys = np.insert(self._keys, at[~known], unique[~known])
        self._places = np.insert(self._places, at[~known], origin[~known])
        found = origin[which]
        return {
            int(place): (int(found[place]) >> LINES, int(found[place]) & ((1 << LINES) - 1))
            for place in np.flatnonzero(found != places)
        }
