"""How fast an export is read and in how much memory, beside a plain `pandas.read_csv` of the same bytes.

    python tests/bench/exports.py [ROWS...]

Writes an invented export of weibo-crawler, reads it through `playbook read` and through pandas, each in a process of
its own, and prints rows, seconds, rows a second, their ratio and the most memory each process held.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from playbook.exports.layouts import layouts

ROWS = (10_000, 100_000, 500_000)
LAYOUT = next(each for each in layouts() if each.id == "weibo_crawler_csv_original")
START = datetime(2020, 1, 1, 8)  # noqa: DTZ001 - as the tool writes it
TEXT = "春茶到了，门店里先泡一壶给大家尝。#春茶上市# 今天路过的朋友，@山间茶馆 请你喝一杯；"
FAULTS = {997: {"转发数": "1.2万"}, 1999: {"评论数": ""}, 2999: {"完整日期": "昨天 12:30", "日期": ""}}
HEADER_EVERY = 5000
HEAD = "     rows     MB |  read s   rows/s  MB held | pandas s  MB held | ratio"
PANDAS = "import sys, pandas; pandas.read_csv(sys.argv[1])"
MEMORY = "import resource, sys; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
COMMAND = f"from playbook.cli import main; main(sys.argv[1:]); {MEMORY}"


def cells(number: int) -> dict[str, str]:
    """Return the cells of one post; now and then one has a fault."""
    at = START + timedelta(minutes=7 * number)
    usual = {
        "id": f"{4454572602912349 + 7 * number}\t",
        "bid": f"Im{number:07d}",
        "正文": TEXT * (1 + number % 5) + str(number),
        "原始图片url": f"https://pictures.example/{number}.jpg" if number % 3 else "",
        "日期": f"{at:%Y-%m-%dT%H:%M:%S}",
        "工具": "茶馆的手机",
        "点赞数": str(number % 977),
        "评论数": str(number % 89),
        "转发数": str(number % 53),
        "话题": "春茶上市",
        "@用户": "山间茶馆",
        "完整日期": f"{at:%Y-%m-%d %H:%M:%S}",
        "是否编辑过": "False",
        "编辑次数": "0",
    }
    return usual | next((fault for each, fault in FAULTS.items() if number % each == each - 1), {})


def write(path: Path, rows: int) -> None:
    """Write an export of so many rows; one in five thousand is the header again."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, LAYOUT.columns, restval="")
        writer.writeheader()
        for number in range(rows):
            again = number % HEADER_EVERY == HEADER_EVERY - 1
            writer.writerow(dict(zip(LAYOUT.columns, LAYOUT.columns, strict=True)) if again else cells(number))


def measured(code: str, *words: str) -> tuple[float, float]:
    """Run code in a fresh process; return seconds and the most memory it held, in MB."""
    begun = time.perf_counter()
    run = [sys.executable, "-c", f"import sys; {code}", *words]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    return time.perf_counter() - begun, int(done.stderr.split()[-1]) / 1024


def lines(sizes: list[int]) -> Iterator[str]:
    """Yield a line of results for each size."""
    yield HEAD
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tea.csv"
            write(path, rows)
            read, held = measured(COMMAND, "read", str(path), "-o", str(Path(folder) / "posts.csv"))
            plain, plain_held = measured(f"{PANDAS}; {MEMORY}", str(path))
            size = path.stat().st_size / 1e6
        ours = f"{rows:>9} {size:>6.0f} | {read:>7.2f} {rows / read:>8.0f} {held:>8.0f}"
        yield f"{ours} | {plain:>8.2f} {plain_held:>8.0f} | {read / plain:>5.1f}"


if __name__ == "__main__":
    for line in lines([int(word) for word in sys.argv[1:]] or list(ROWS)):
        print(line)  # noqa: T201 - the result
