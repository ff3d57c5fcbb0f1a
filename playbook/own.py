"""The company's own data beside the sample's: where they lie, and which of the two the pages show.

The two companies are kept apart, plans included: `work/` is the sample's, `work/own/` the learner's company's.
"""

from __future__ import annotations

from pathlib import Path

from playbook.places import course_work, write_safely


def own_folder() -> Path:
    """Return the folder of the company's own posts and plans; `playbook build` can be pointed at it."""
    return course_work() / "own"


def own_posts_file() -> Path:
    """Return where `playbook read` puts the company's own posts."""
    return own_folder() / "posts.csv"


def has_own() -> bool:
    """Tell whether the company's own posts were read."""
    return own_posts_file().is_file()


def shows_own() -> bool:
    """Tell whether pages show the company's own posts rather than the sample's."""
    return has_own() and not _aside().is_file()


def show_own() -> None:
    """Let pages show the company's own posts from now on."""
    _aside().unlink(missing_ok=True)


def show_sample() -> None:
    """Let pages show the sample company from now on; nothing of the company's own is touched."""
    write_safely(_aside(), "")


def plans_folder() -> Path:
    """Return where the plans of the company that pages show lie."""
    return (own_folder() if shows_own() else course_work()) / "plans"


def _aside() -> Path:
    """Return the file whose presence says that own posts stand aside."""
    return own_folder() / "show-sample"
