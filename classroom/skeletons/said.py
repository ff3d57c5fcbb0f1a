"""What `classroom new` says: why it could not make something, and what to do when it did."""

from __future__ import annotations

from playbook.language import Text

SYSTEM_WANTED = Text(
    "系统的名字读到 {read!r}。要两位数字、下划线、小写英文单词，例如 12_livestream。",
    "The system's name was read as {read!r}. Wanted: two digits, an underscore, words in lower case, "
    "for example 12_livestream.",
)
LESSON_WANTED = Text(
    "课的名字读到 {read!r}。要“系统/两位数字_动词_名词”，全部小写，例如 05_timing/02_choose_our_hours。",
    "The lesson's name was read as {read!r}. Wanted: system/two digits, a verb, what it is about, all in lower case, "
    "for example 05_timing/02_choose_our_hours.",
)
NO_SYSTEM = Text(
    "{read!r} 里的系统 {system} 不在 outline.toml 里，那里有：{there}。先运行 classroom new system {system}。",
    "{read!r} names the system {system}, which is not in outline.toml; there are: {there}. "
    "First run `classroom new system {system}`.",
)
NUMBER_TAKEN = Text(
    "{read!r} 的号码已经给了 {there}。换一个号码，例如 {free}。",
    "The number of {read!r} belongs to {there} already. Take another, for example {free}.",
)
NAME_TAKEN = Text(
    "{read!r} 用不了：playbook 里已有 {package}，或者它是 Python 的关键字。换一个词，例如 12_livestream。",
    "{read!r} cannot be used: the playbook has a {package} already, or it is a keyword of Python. "
    "Take another word, for example 12_livestream.",
)
NO_LESSON = Text(
    "没有 {read!r} 这一课：outline.toml 里要有它，exercises/specs 里要有它的题目。先运行 classroom new lesson {read}。",
    "There is no lesson {read!r} yet: it must stand in outline.toml and have its spec in exercises/specs. "
    "First run `classroom new lesson {read}`.",
)
HAS_EXERCISE = Text(
    "{read!r} 已经有练习。再加一题，就写进 {file}。",
    "{read!r} has an exercise already. To add a question, write it into {file}.",
)
FILE_THERE = Text(
    "{file} 已经在那里，什么都没有写。换一个名字，或者先把它挪开。",
    "{file} is there already; nothing was written. Take another name, or move that file away first.",
)
SYSTEM_STEPS = (
    Text(
        "规则写进 playbook/{name}/rules.toml，再运行 playbook rules {name} --coverage。",
        "Write the rules into playbook/{name}/rules.toml, then run `playbook rules {name} --coverage`.",
    ),
    Text(
        "公司要决定什么、怎样挑出毛病，写进 playbook/{name}/plan.py；数据怎么说，写进 analysis.py。",
        "Say in playbook/{name}/plan.py what the company decides and what is wrong with a plan, in analysis.py what "
        "the data say.",
    ),
    Text("运行 pytest tests/playbook/{name}。", "Run `pytest tests/playbook/{name}`."),
    Text(
        "加第一课：classroom new lesson {id}/01_动词_名词（英文小写）。",
        "Add the first lesson: `classroom new lesson {id}/01_verb_noun`.",
    ),
    Text(
        "把 outline.toml 和 docs/facilitator 里的【待写】写完，运行 classroom lint。",
        "Replace every [to write] in outline.toml and docs/facilitator, and run `classroom lint`.",
    ),
)
LESSON_STEPS = (
    Text(
        "先写中文：用 jupyter lab 打开 notebooks/zh/{lesson}.ipynb，把每一处【待写】连同例子换成自己的话。",
        "Write the Chinese first: open notebooks/zh/{lesson}.ipynb with `jupyter lab` and replace every 【待写】 and "
        "its example.",
    ),
    Text(
        "再写英文 notebooks/en/{lesson}.ipynb：格子的名字、标签、代码一样；然后运行 classroom translated {lesson}。",
        "Then the English, notebooks/en/{lesson}.ipynb: same cell ids, tags and code; then run "
        "`classroom translated {lesson}`.",
    ),
    Text("课里的题目写进 exercises/specs/{lesson}.toml。", "Write its questions into exercises/specs/{lesson}.toml."),
    Text("运行 classroom tidy，再运行 classroom lint。", "Run `classroom tidy`, then `classroom lint`."),
    Text(
        "写完了，删去 outline.toml 里这一课的 draft = true，把它写进要走的路线（path），再运行一次 classroom lint。",
        "When it is finished, take its `draft = true` out of outline.toml, add it to the paths it belongs to, and run "
        "`classroom lint` again.",
    ),
    Text("要练习，运行 classroom new exercise {lesson}。", "For an exercise, run `classroom new exercise {lesson}`."),
)
EXERCISE_STEPS = (
    Text(
        "把 exercises/specs/{lesson}.toml 里 exercise 以下的【待写】写完；题目换成自己的，一共三到五道。",
        "Replace every [to write] below `exercise` in exercises/specs/{lesson}.toml; make the questions your "
        "own, three to five of them.",
    ),
    Text(
        "在这一课最后一格的两种语言里加上链接：../exercises/{lesson}.ipynb。",
        "Link to it in the lesson's last cell, in both languages: ../exercises/{lesson}.ipynb.",
    ),
    Text(
        "运行 classroom tidy：它生成两种语言的练习页和答案页；再运行 classroom lint。",
        "Run `classroom tidy`, which makes the pages and solutions in both languages, then `classroom lint`.",
    ),
    Text("运行 pytest tests/classroom/test_grading.py。", "Run `pytest tests/classroom/test_grading.py`."),
)
