"""What `classroom start` and `classroom run` do; apart from the command, since Jupyter takes seconds to import."""

from __future__ import annotations

import argparse

from classroom import lab
from classroom.answers import AnswerError, AnswerFile, read_answers
from classroom.pages.run import PageError, run_page
from classroom.pages.tidy import write_page
from classroom.variants import VariantError, seed_of
from playbook.commandline import DONE, CannotDo, say
from playbook.language import Text, language
from playbook.places import course_home


def start(given: argparse.Namespace) -> int:
    """Open the course in the browser."""
    return lab.start(given.port, browser=not given.no_browser)


def run(given: argparse.Namespace) -> int:
    """Run one exercise page with given answers."""
    if given.out.suffix != ".ipynb":
        raise CannotDo(Text("输出文件名要以 .ipynb 结尾。", "The output's name must end in .ipynb."))
    try:
        answers = read_answers(given.answers) if given.answers else AnswerFile(exercise=given.exercise, learner="blank")
        if answers.exercise != given.exercise:
            raise CannotDo(
                Text("{file} 是 {read} 的答案，不是 {wanted} 的。", "{file} answers {read}, not {wanted}.").format(
                    file=given.answers, read=answers.exercise, wanted=given.exercise
                )
            )
        seed_of(answers.variant)
        page = run_page(course_home() / "exercises" / language() / f"{given.exercise}.ipynb", language(), answers)
    except (AnswerError, PageError, VariantError) as error:
        raise CannotDo(
            Text("{file}：", "{file}: ").format(file=given.answers or given.exercise) + error.args[0]
        ) from error
    write_page(given.out, page)
    say(given.out)
    return DONE
