"""Make an exercise page from its spec: the same cells in both languages, the prose in one."""

from __future__ import annotations

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from classroom.exercise import Question, Spec
from playbook.language import Language, Text

ARROW = "# ▶"  # what a collapsed cell shows in its place
CHECKED = "nbval-check-output"
_END = Text(
    "做完了：回到[首页](../../start.ipynb)看自己走到哪里，也在那里交作业。答案每改一下就已保存，关掉页面也不会丢。",
    "Done: go back to the [first page](../../start.ipynb) to see where you stand and to hand in. "
    "Every change is saved as you make it; closing the page loses nothing.",
)
_RUN = Text(
    "估计 {minutes} 分钟，{points} 分。题目在打开几秒钟后出现；没有出现，就点页面上方的 **▶ 运行本页**。",
    "An estimated {minutes} minutes, {points} points. The questions appear a few seconds after you open the page; if "
    "they do not, press **▶ Run page** at the top.",
)


def exercise_page(exercise: str, spec: Spec, language: Language) -> NotebookNode:
    """Return the blank page of an exercise in one language."""
    points = sum(question.points for question in spec.exercise.values())
    opening = _RUN.format(minutes=spec.minutes, points=points).in_language(language)
    cells = [
        prose("title", f"# {spec.title.in_language(language)}\n\n{spec.story.in_language(language)}\n\n{opening}"),
        code("parameters", 'answers = ""', "parameters"),
        code("setup", "\n".join([*spec.setup, f'page = exercise("{exercise}", answers)'])),
    ]
    for number, (name, question) in enumerate(spec.exercise.items(), start=1):
        cells += _asked(number, name, question, language)
    cells.append(prose("end", _END.in_language(language)))
    return new_notebook(cells=cells)


def prose(cell_id: str, text: str) -> NotebookNode:
    """Return a Markdown cell with an id of ours."""
    cell = new_markdown_cell(text)
    cell["id"] = cell_id
    return cell


def code(cell_id: str, source: str, *tags: str) -> NotebookNode:
    """Return a collapsed code cell with an id of ours."""
    cell = new_code_cell(f"{ARROW}\n{source}", metadata={"jupyter": {"source_hidden": True}})
    cell["id"] = cell_id
    if tags:
        cell["metadata"]["tags"] = list(tags)
    return cell


def _asked(number: int, name: str, question: Question, language: Language) -> list[NotebookNode]:
    points = Text("（{n} 分）", " ({n} points)").format(n=question.points)
    head = f"## {number}. {(question.title + points).in_language(language)}"
    cells = [prose(f"ask-{name}", f"{head}\n\n{question.prompt.in_language(language)}")]
    if question.look:
        cells.append(code(f"look-{name}", question.look))
        cells.append(prose(f"then-{name}", _THEN.in_language(language)))
    return [
        *cells,
        code(f"answer-{name}", f'page.ask("{name}")'),
        code(f"verdict-{name}", f'page.verdict("{name}")', CHECKED),
    ]


_THEN = Text("你的答案：", "Your answer:")
