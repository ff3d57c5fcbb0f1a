"""A file offered to the reader: single pages have no list of files, and a phone no folder to look into."""

from __future__ import annotations

import base64
from html import escape
from mimetypes import guess_type
from pathlib import Path

from playbook.language import COLON, Text

DOWNLOAD = Text("下载 {name}", "Download {name}")


def offered(path: Path, what: Text | None = None) -> str:
    """Return a link, as HTML, from which the browser saves this file, and after it what the file is for.

    The content of the file stands in the link itself.

    Raises OSError.
    """
    kind = guess_type(path.name)[0] or "application/octet-stream"
    data = base64.b64encode(path.read_bytes()).decode()
    said = DOWNLOAD.format(name=path.name)
    link = f'<a download="{escape(path.name)}" href="data:{kind};base64,{data}">{escape(str(said))}</a>'
    return f"<p>{link}{escape(str(COLON + what)) if what else ''}</p>"
