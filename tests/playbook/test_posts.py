from pathlib import Path

import pandas as pd
import pytest

from playbook.posts import (
    COLUMNS,
    PostsError,
    originals,
    reactions,
    read_posts,
    sample_posts,
    tells_hours,
    typed,
    write_posts,
)

ROW = dict.fromkeys(COLUMNS, "") | {"post_id": "5118000001799987", "account": "a", "posted_on": "2025-03-01"}


def table(**cells: str) -> pd.DataFrame:
    return typed(pd.DataFrame([ROW | cells]))


@pytest.mark.parametrize(
    "text", ["一行", "两\n行", "回车\r在中间", '引号"和,逗号', "=cmd|'/c calc'!A1", "😀", " 空格 "]
)
def test_a_posts_table_is_read_back_as_it_was_written(tmp_path: Path, text: str) -> None:
    before = table(text=text, posted_at="2025-03-01T15:00:00+08:00", likes="3", has_image="true", topics='["茶"]')
    (tmp_path / "posts.csv").write_bytes(write_posts(before).encode())
    pd.testing.assert_frame_equal(read_posts(tmp_path / "posts.csv"), before)


def test_what_an_export_does_not_tell_stays_empty() -> None:
    row = table().iloc[0]
    assert row[["posted_at", "likes", "is_repost", "text"]].isna().all()


def test_reactions_are_unknown_where_one_of_the_three_is() -> None:
    assert reactions(table(reposts="1", comments="2", likes="3")).tolist() == [6]
    assert reactions(table(reposts="1", comments="2")).isna().all()


def test_a_post_is_an_original_unless_it_is_known_to_be_a_repost() -> None:
    three = pd.concat([table(is_repost="true"), table(is_repost="false"), table()], ignore_index=True)
    assert originals(three).index.tolist() == [1, 2]


def test_an_export_with_dates_alone_tells_no_hours() -> None:
    assert not tells_hours(table())
    assert tells_hours(sample_posts())


def test_another_table_is_refused_with_the_columns_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(PostsError) as caught:
        read_posts(tmp_path / "other.csv")
    assert "post_id" in caught.value.args[0].zh
    assert "playbook read" in caught.value.args[0].en
