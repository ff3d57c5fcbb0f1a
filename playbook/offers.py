"""A file offered to the reader: single pages have no list of files, and a phone no folder to look into."""

from __future__ import annotations

import base64
from html import escape
from mimetypes import guess_type
from pathlib import Path

from playbook.language import Text

DOWNLOAD = Text("下载 {name}", "Download {name}")


def offered(path: Path) -> str:
    """Return a link, as HTML, from which the browser saves this file; its content stands in the link itself.

    Raises OSError.
    """
    kind = guess_type(path.name)[0] or "application/octet-stream"
    data = base64.b64encode(path.read_bytes()).decode()
    said = DOWNLOAD.format(name=path.name)
    return f'<p><a download="{escape(path.name)}" href="data:{kind};base64,{data}">{escape(str(said))}</a></p>'
