"""The planners of the image as objects: what is typed is saved, drawn, judged and undone; no word of it acts."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from playbook.campaign.model_brief import sound_plan as sound_campaigns
from playbook.company import Account, Company
from playbook.facts import SAMPLE_ALONE, sample_facts
from playbook.image.model_plan import page_plan, sound_plan
from playbook.image.page_planner import PagePlanner
from playbook.image.papers_planner import PapersPlanner
from playbook.image.parts import Limits, Page
from playbook.image.plan import ImagePlan
from playbook.image.planner import decide, plan_page, plan_papers, plan_voice
from playbook.image.preview import SHADES, clipped, preview
from playbook.image.questions_page import to_mend
from playbook.image.store_page import glance, store_page
from playbook.image.voice_planner import VoicePlanner
from playbook.planners import Planner
from playbook.plans import load, plan_file, save
from playbook.rules import rule
from playbook.stance_planner import StancePlanner

FACTS = sample_facts()
EVIL = "<img src=x onerror=alert(1)>"


def saved() -> ImagePlan:
    return load(ImagePlan, ImagePlan)


def pages(opened: Planner[ImagePlan]) -> PagePlanner:
    assert isinstance(opened, PagePlanner)
    return opened


def test_a_page_made_control_by_control_is_the_one_that_is_saved(work: Path) -> None:
    planner, wanted = pages(plan_page(known=FACTS)), sound_plan("zh")
    names = {each.id: each.name for each in FACTS.company.people}
    for name, form in planner.forms.items():
        part: Any = planner._read(wanted, name)
        for field, control in form.controls.items():
            value = getattr(part, field)
            if field == "linked":
                for account, box in control.ticks.items():
                    box.value = account in value
            else:
                control.value = names.get(value, value) if field == "checked_by" else value
    for name, rows in planner.lists.items():
        for part in planner._read(wanted, name):
            rows.add.click()
            for field, control in rows.rows[-1].items():
                if field != "wrong":
                    control.value = getattr(part, field)
    assert saved().pages == wanted.pages
    assert saved().positioning == wanted.positioning


def test_typing_is_taken_back_in_one_step_and_another_account_keeps_its_page(work: Path) -> None:
    save(sound_plan("zh"))
    planner = pages(plan_page(known=FACTS))
    bio = planner.forms["face"].controls["bio"]
    bio.value = "一"
    bio.value = "一片"
    planner.undo()
    assert saved() == sound_plan("zh")
    planner.redo()
    assert saved().page("flagship").bio == "一片"
    planner.account.value = "shop"
    planner.forms["face"].controls["nickname"].value = "岚间茶铺"
    assert [each.account for each in saved().pages] == ["flagship", "shop"]
    planner.undo()
    assert [each.account for each in saved().pages] == ["flagship"]


def test_undo_of_a_page_leaves_the_voice_card_alone(work: Path) -> None:
    page, voice = pages(plan_page(known=FACTS)), plan_voice(known=FACTS)
    assert isinstance(voice, VoicePlanner)
    page.forms["face"].controls["nickname"].value = "岚间"
    voice.forms["speaker"].controls["speaker"].value = "小满"
    page.undo()
    assert (saved().pages, saved().voice.speaker) == ([], "小满")


def test_findings_are_counted_at_the_section_that_mends_them(work: Path, reader: str) -> None:
    save(to_mend(FACTS))
    planner = pages(plan_page(known=FACTS))
    issues = {name: re.findall(r"\d+", each.head.description) for name, each in planner.sections.items()}
    assert {name: found[-1] for name, found in issues.items() if found} == {
        "face": "2",
        "proof": "1",
        "found": "3",
        "ways": "1",
    }
    papers = plan_papers(known=FACTS)
    assert isinstance(papers, PapersPlanner)
    papers.lists["papers"].add.click()
    assert [re.findall(r"\d+", each.head.description) for each in papers.sections.values()] == [["2"], ["1"]]


def test_the_stores_page_is_taken_over_and_one_sentence_clears_its_bio(work: Path, reader: str) -> None:
    planner = pages(plan_page("store", known=FACTS, handed=True))
    planner.handed.click()
    assert (saved().page("store"), saved().positioning) == (store_page(), page_plan().positioning)
    said = str(rule("image.bio-who-what-where").name)
    assert said in planner._findings.value
    planner.forms["face"].controls["bio"].value = store_page(rewritten=True).bio
    assert said not in planner._findings.value
    planner.undo()
    planner.undo()
    assert saved() == ImagePlan()


def test_only_the_invented_company_offers_its_store(work: Path) -> None:
    own = replace(FACTS, invented=False)
    assert pages(plan_page(known=own, handed=True)).handed.layout.display == "none"


def test_every_look_begins_anew_and_ends_by_itself(reader: str) -> None:
    shown = glance()
    shown.button.click()
    first = shown.shown.value
    shown.button.click()
    assert first != shown.shown.value
    assert "--fades: 5s" in first
    assert store_page().bio in first


def test_what_is_typed_is_drawn_at_once_and_cannot_act(work: Path) -> None:
    page = sound_plan("zh").pages[0]
    tag = page.tags[0].model_copy(update={"word": EVIL})
    evil = page.model_copy(
        update=dict.fromkeys(("nickname", "avatar", "cover", "bio", "pinned", "site", "entry", "verified_as"), EVIL)
        | {"tags": [tag], "carousel": [page.carousel[0].model_copy(update={"says": EVIL})], "linked": [EVIL]}
    )
    pair = sound_plan("zh").voice.pairs[0].model_copy(update={"do": EVIL, "dont": EVIL})
    voice = sound_plan("zh").voice.model_copy(update={"speaker": EVIL, "pairs": [pair]})
    save(sound_plan("zh").with_page(evil).model_copy(update={"voice": voice, "licence_name": EVIL}))
    for planner in (plan_page(known=FACTS), plan_voice(known=FACTS), plan_papers(known=FACTS)):
        shown = [each.value for each in (planner._picture, planner._findings)]
        assert not any("<img" in each for each in shown)
    assert "&lt;img" in plan_page(known=FACTS)._picture.value


def test_a_long_name_is_cut_where_the_platform_stops_and_says_so(reader: str) -> None:
    page = Page(account="flagship", nickname="岚" * 20)
    drawn = preview(page, FACTS.company, Limits())
    assert "岚" * 15 + "…" in drawn
    assert "岚" * 16 not in drawn
    assert "planner-notice" in drawn
    assert "planner-notice" not in preview(page, FACTS.company, Limits(name_most=20))
    assert clipped("Lanjian Teahouse of Hangzhou", 5) == "Lanjian Te…"


@pytest.mark.parametrize("shade", SHADES.values())
def test_white_can_be_read_on_every_colour(shade: str) -> None:
    parts = [int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    assert 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05) >= 4.5


def test_the_first_campaign_of_the_other_plan_is_told_and_a_damaged_one_is_left_alone(work: Path) -> None:
    campaigns = sound_campaigns({})
    save(campaigns)
    planner = plan_papers(known=FACTS)
    assert str(campaigns.briefs[0].starts) in planner._picture.value
    path = plan_file(type(campaigns))
    path.write_text("{", "utf-8")
    assert plan_papers(known=FACTS)._picture.value == ""
    assert path.read_text("utf-8") == "{"


def test_a_company_of_ones_own_plans_its_page_too(work: Path, reader: str) -> None:
    card = Company(name="A", accounts=[Account(id="a", name="阿福面馆")])
    own = replace(FACTS, company=card, invented=False, **dict.fromkeys(SAMPLE_ALONE))  # type: ignore[arg-type]
    planner = pages(plan_page(known=own))
    planner.forms["face"].controls["bio"].value = "面馆"
    assert "@阿福面馆" in planner._findings.value
    assert plan_voice(known=own).plan == saved()


@pytest.mark.parametrize("topic", ["tags-stable-or-rotating", "page-as-website-or-person"])
def test_a_stance_goes_into_the_plan(topic: str, work: Path) -> None:
    planner = decide(topic, FACTS)
    assert isinstance(planner, StancePlanner)
    planner.choice.value = planner.choice.options[-2][1]
    assert topic in saved().stances
