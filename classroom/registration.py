"""Who learns here, asked on the first page: a name or number, and the course code that an instructor gave out."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets as widgets

from classroom.learner import UNNAMED, LearnerError, course_code, learner_id, set_course_code, set_learner
from classroom.progress import of_other_data, unchecked
from classroom.variants import VariantError
from playbook.language import Text, join

NAME = Text("姓名或学号", "Name or number")
KEEP = Text("保存", "Save")
KNOWN = Text(
    "已记住：{name}。以后不用再填，想改就改了再保存。", "Saved as {name}. To change it, type another and save again."
)
CODE = Text("课程代码", "Course code")
USE_CODE = Text("用这个代码", "Use this code")
NO_CODE_GIVEN = Text("老师没有给就空着", "empty if you were given none")
CODED = Text(
    "已记住课程代码：{code}。有些练习从现在起用你自己的一份数据，和同学的不一定一样。",
    "Saved: {code}. Some exercises now have data of your own, which may differ from your neighbour’s.",
)
UNCODED = Text(
    "没有课程代码：练习用示例公司原来的数据，人人一样。",
    "No course code: exercises use the sample company’s own data, the same for everybody.",
)
ANSWERED_FOR_OTHER = Text(
    "这几个练习你做过，用的是另一份数据：{titles}。打开重做一遍；原来的作答会改名留着。",
    "You answered these for other data: {titles}. Open them and answer again; your earlier answers are kept under "
    "another name.",
)
CHANGED_SINCE = Text(
    "这几个练习里有答案检查以后又改过，算的还是检查时的那一份：{titles}。要算新的，回去点“检查”，再交一次。",
    "In these exercises an answer was changed after it was checked, and the checked one counts: {titles}. For the new "
    "one to count, go back, press Check, and hand in again.",
)


def asked_who(changed: Callable[[], None]) -> widgets.Widget:
    """Ask for a name or number, once, and for a course code where there is one; show both afterwards.

    `changed` is called when the data of the exercises may have become others.
    """
    known, code = learner_id(), course_code()
    name_field, code_field = _field(NAME, "" if known == UNNAMED else known), _field(CODE, code, NO_CODE_GIVEN)
    named = widgets.HTML("" if known == UNNAMED else paragraph(KNOWN.format(name=known)))
    coded = widgets.HTML(_of_code() if code else "")

    def keep_name(typed: str) -> None:
        try:
            named.value = paragraph(KNOWN.format(name=set_learner(typed)))
        except LearnerError as error:
            named.value = paragraph(error.args[0])
        if code_field.value:  # which may have been typed first, and has waited for a name
            keep_code(code_field.value)

    def keep_code(typed: str) -> None:
        try:
            set_course_code(typed)
        except (LearnerError, VariantError) as error:
            coded.value = paragraph(error.args[0])
            return
        coded.value = _of_code()
        changed()

    with_buttons = _kept_by(name_field, KEEP, keep_name), _kept_by(code_field, USE_CODE, keep_code)
    return widgets.VBox([with_buttons[0], named, with_buttons[1], coded])


def to_redo() -> str:
    """Return a paragraph that names the exercises answered for other data than the learner has now; "" if none is."""
    titles = [each.title for each in of_other_data()]
    return paragraph(ANSWERED_FOR_OTHER.format(titles=join(titles, "、", "; "))) if titles else ""


def to_check() -> str:
    """Return a paragraph that names the exercises with answers changed since they were checked; "" if none is."""
    titles = [each.title for each in unchecked()]
    return paragraph(CHANGED_SINCE.format(titles=join(titles, "、", "; "))) if titles else ""


def paragraph(text: Text) -> str:
    """Return a paragraph that a screen reader reads out when it appears."""
    return f'<p role="status">{escape(str(text))}</p>'


def _field(name: Text, value: str, hint: Text | None = None) -> widgets.Text:
    return widgets.Text(
        continuous_update=False,
        value=value,
        placeholder=str(hint or ""),
        description=str(name),
        style={"description_width": "initial"},
    )


def _kept_by(field: widgets.Text, label: Text, keep: Callable[[str], None]) -> widgets.HBox:
    """Return a field with its button: what is typed is kept on a press, on Enter, and on leaving the field."""
    button = widgets.Button(description=str(label), button_style="primary")
    button.on_click(lambda _: keep(field.value))
    field.observe(lambda _: keep(field.value), "value")
    return widgets.HBox([field, button], layout=widgets.Layout(flex_flow="row wrap"))


def _of_code() -> str:
    code = course_code()
    return paragraph(CODED.format(code=code) if code else UNCODED) + to_redo()
