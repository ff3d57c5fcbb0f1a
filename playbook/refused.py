"""Words that are only named to refuse them: “no bought followers” is no plan to buy any."""

from __future__ import annotations

import re
from collections.abc import Iterable

BEFORE = 30  # characters before a word that may refuse it
REFUSED = re.compile(
    r"(?:不|别|拒绝|禁止|没有|未)[^，。；\n]{0,6}$|\b(?:no|not|never|without)\b[^.,;\n]{0,20}$", re.IGNORECASE
)


def meant(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    """Return the first words in some texts that match and are not refused; empty if none do."""
    for written in texts:
        for found in pattern.finditer(written):
            if not REFUSED.search(written[max(0, found.start() - BEFORE) : found.start()]):
                return found[0]
    return ""
