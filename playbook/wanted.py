"""What is wanted where data do not fit a model, in both languages: pydantic says it in English alone."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from playbook.language import Text, same

GROUP = Text("一组 {{名称: 值}}", "a group of {{name: value}}")
WHOLE = Text("整数", "a whole number")
NUMBER = Text("数", "a number")
DAY = Text("日期，如 2026-11-27", "a date such as 2026-11-27")
AT_LEAST = Text("不小于 {ge} 的数", "a number not below {ge}")
AT_MOST = Text("不大于 {le} 的数", "a number not above {le}")
WANTED = {  # by pydantic's name of the error
    "missing": Text("这一处不能少", "something; it is missing"),
    "extra_forbidden": Text("没有这一项", "nothing by this name"),
    "string_type": Text("文字", "a text"),
    "string_too_short": Text("至少 {min_length} 个字", "at least {min_length} character"),
    "string_too_long": Text("最多 {max_length} 个字", "at most {max_length} characters"),
    "string_pattern_mismatch": Text("没有斜杠和换行的编号", "an id without slashes and line ends"),
    "too_short": Text("至少 {min_length} 项", "at least {min_length} entries"),
    "too_long": Text("最多 {max_length} 项", "at most {max_length} entries"),
    "dict_type": GROUP,
    "model_type": GROUP,
    "list_type": Text("一个列表 […]", "a list […]"),
    "literal_error": Text("{expected} 之一", "one of {expected}"),
    "bool_type": Text("true 或 false", "true or false"),
    "int_type": WHOLE,
    "int_parsing": WHOLE,
    "int_from_float": WHOLE,
    "float_type": NUMBER,
    "finite_number": NUMBER,
    "date_type": DAY,
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY,
    "greater_than_equal": AT_LEAST,
    "less_than_equal": AT_MOST,
}


def wanted_of(error: ErrorDetails) -> Text:
    """Return what pydantic wants in place of what it read; in its own words where we have none."""
    if said := WANTED.get(error["type"]):
        values = error.get("ctx", {})
        return said.format(**{name: str(value).replace(" or ", ", ") for name, value in values.items()})
    return same(error["msg"])
