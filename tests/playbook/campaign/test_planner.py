from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from playbook.campaign import said
from playbook.campaign.brief import Brief
from playbook.campaign.fields import FIELDS, RULES_OF, SECTIONS
from playbook.campaign.form import BriefForm, where_mended
from playbook.campaign.model_brief import SOUND, sound_plan
from playbook.campaign.particulars import PARTICULARS
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.planner import CampaignPlanner, decide, plan_campaign
from playbook.facts import Facts, sample_facts
from playbook.fields import ManyOf
from playbook.planners import Asked, Desk
from playbook.plans import load, save
from playbook.rules import Finding, rules
from playbook.stance_planner import StancePlanner

FACTS = sample_facts()
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, campaigns=None, invented=False,
)  # fmt: skip


def planner(known: Facts = FACTS) -> CampaignPlanner:
    opened = plan_campaign(known)
    assert isinstance(opened, CampaignPlanner)
    return opened


def saved() -> CampaignPlan:
    return load(CampaignPlan, CampaignPlan)


def fill(form: BriefForm, **left_out: object) -> None:
    """Fill in a form with the sound brief, control by control."""
    for path, control in form.controls.items():
        name, _, rest = path.partition(".")
        if name not in SOUND or name in left_out:
            continue
        value = SOUND[name]
        if rest:
            at, _, field = rest.partition(".")
            value = value[int(at)][field] if int(at) < len(value) else None
        if value is None:
            continue
        if isinstance(control, ManyOf):
            for key in value:
                control.ticks[key].value = True
        elif FIELDS[path].control == "date":
            control.value = date.fromisoformat(value)
        else:
            control.value = value


def test_the_form_has_a_control_for_every_field_of_a_brief() -> None:
    whole = {path.partition(".")[0] for path in FIELDS}
    assert whole == set(Brief.model_fields) - {"id"}


def test_a_brief_filled_in_control_by_control_is_the_one_that_is_saved(work: Path, reader: str) -> None:
    campaign = planner()
    campaign.add()
    fill(campaign.form)
    assert saved() == sound_plan({"name": SOUND["name"]})
    assert str(said.WHOLE.format(all=15)) in campaign._announced.value


def test_what_is_missing_is_named_and_goes_away_as_it_is_filled_in(work: Path, reader: str) -> None:
    campaign = planner()
    campaign.add()
    fill(campaign.form, draw_how="", forfeit="")
    lacks = {
        "zh": "还缺 2 项：开奖方式、弃奖条件",
        "en": "missing (2): how the draw is held, when a prize is forfeited",
    }
    assert lacks[reader] in campaign._announced.value
    campaign.form.controls["draw_how"].value = "随机"
    assert {"zh": "还缺 1 项", "en": "missing (1): "}[reader] in campaign._announced.value


def test_what_is_typed_late_stays_with_the_brief_it_was_typed_in(work: Path) -> None:
    campaign = planner()
    campaign.add()
    first = campaign.form
    campaign.add()
    assert campaign.form is not first
    first.controls["name"].value = "The first"
    campaign.form.controls["name"].value = "The second"
    assert [brief.name for brief in saved().briefs] == ["The first", "The second"]


def test_what_is_typed_in_a_removed_brief_changes_nothing_and_a_new_one_begins_empty(work: Path) -> None:
    campaign = planner()
    campaign.add()
    gone = campaign.form
    gone.controls["name"].value = "Gone"
    campaign.remove()
    gone.controls["name"].value = "Still typing"
    assert saved().briefs == []
    campaign.add()
    assert campaign.form.controls["name"].value == ""


def test_typing_a_name_is_one_step_of_undo_and_stances_stay(work: Path) -> None:
    campaign = planner()
    campaign.add()
    for length in range(1, 5):
        campaign.form.controls["name"].value = "Draw"[:length]
    campaign.form.controls["form"].value = "vote"
    stance = decide("campaign-threshold", FACTS)
    assert isinstance(stance, StancePlanner)
    stance.choice.value = "low"
    campaign.undo()
    campaign.undo()
    assert [(brief.name, brief.form) for brief in saved().briefs] == [("", None)]
    assert saved().holds("campaign-threshold", "low")
    campaign.redo()
    assert [brief.name for brief in saved().briefs] == ["Draw"]
    campaign.undo()
    campaign.undo()
    assert saved().briefs == []


def test_the_planner_opens_where_it_was_left(work: Path) -> None:
    save(sound_plan({}, {"name": "Another"}))
    campaign = planner()
    assert campaign.chosen is not None
    assert campaign.chosen.id == "b2"
    campaign.list.value = "b1"
    assert campaign.form.controls["prizes.1.name"].value == "春茶茶样"
    assert campaign.form.controls["actions"].value == ("follow", "comment")


def test_a_copy_keeps_all_but_the_text_and_the_changes(work: Path) -> None:
    save(sound_plan({"text": "x", "changes": [{"what": "y"}]}))
    campaign = planner()
    campaign.copy()
    one, other = saved().briefs
    assert (other.id, other.text, other.changes, other.prizes) == ("b2", "", [], one.prizes)


def test_the_announcement_can_be_taken_over_and_edited(work: Path) -> None:
    save(sound_plan({}))
    campaign = planner()
    campaign.form.take_over.click()
    text = saved().briefs[0].text
    assert "开奖方式：用平台的抽奖工具随机抽取" in text
    campaign.form.controls["text"].value = text.replace("弃奖条件", "")
    assert saved().briefs[0].text.count("\n") == text.count("\n")
    campaign.undo()
    assert saved().briefs[0].text == text


def test_words_of_a_learner_stand_escaped_wherever_they_are_shown(work: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    save(sound_plan({"name": evil, "theme": evil, "topic": evil, "draw_how": evil, "occasion": evil, "text": evil,
                     "stop": "", "leader": evil}))  # fmt: skip
    campaign = planner()
    for shown in (campaign._announced, campaign._outlook, campaign._findings, campaign._head):
        assert "<img" not in shown.value
    assert "&lt;img" in campaign._announced.value


def test_sections_open_with_a_button_that_says_how_much_is_found_in_them(work: Path, reader: str) -> None:
    save(sound_plan({"stop": "", "measures": []}))
    form = planner().form
    head = form.heads["after"]
    said_of = {"zh": "▸ 风险和以后怎么量：有 2 处问题", "en": "▸ Risks and measures (issues: 2)"}
    assert head.description == said_of[reader]
    head.value = True
    assert head.description.startswith("▾")
    assert form.heads["people"].description == {"zh": "▸ 钱和人", "en": "▸ Money and people"}[reader]


def test_every_finding_on_a_brief_is_counted_at_some_section() -> None:
    known = {section.id for section in SECTIONS}
    placed = {rule for names in RULES_OF.values() for rule in names}
    asked = (*rules("campaign"), *rules("governance"))  # governance asks that a campaign is filed
    assert placed <= {name.removeprefix("campaign.") for name in asked}
    assert set(RULES_OF) <= known
    for each in PARTICULARS:
        assert where_mended(Finding(f"campaign.publish-{each.id}", said.EMPTY, said.EMPTY)) in known


def test_limits_are_changed_beside_the_form_and_hold_at_once(work: Path) -> None:
    save(sound_plan({"mentions": 3, "actions": ["comment"]}))
    campaign = planner()
    before = campaign._findings.value
    campaign.limits.numbers["mentions"].value = 2
    assert saved().limits.mentions == 2
    assert "at-least-ten" not in before
    assert campaign._findings.value != before
    campaign.limits.numbers["for_new"].value = 55
    assert saved().for_new == 55
    campaign.undo()
    assert (saved().for_new, saved().limits.mentions) == (40, 2)


def test_the_outlook_follows_the_brief_and_says_out_of_which_campaigns(work: Path) -> None:
    save(sound_plan({"mentions": 0, "prizes": [{"name": "盖碗", "value": 120, "number": 3}]}))
    campaign = planner()
    before = campaign._outlook.value
    assert "2025" in before or "2024" in before
    campaign.form.controls["mentions"].value = 3
    assert campaign._outlook.value != before


def test_somebody_with_posts_alone_is_told_that_nothing_can_be_expected(work: Path, reader: str) -> None:
    save(sound_plan({}))
    assert {"zh": "没有一次活动的记录", "en": "no record of any campaign"}[reader] in planner(OWN)._outlook.value


def test_the_list_says_what_is_found_in_each_brief(work: Path, reader: str) -> None:
    save(sound_plan({}, {"name": "", "form": None}))
    first, second = (line for line, _ in planner().list.options)
    assert first.endswith({"zh": "没有问题", "en": "no issues"}[reader])
    assert {"zh": "还没有名称", "en": "no name yet"}[reader] in second


def test_somebody_who_left_the_card_stays_in_the_brief(work: Path) -> None:
    save(sound_plan({"owner": "gone"}))
    campaign = planner()
    assert campaign.form.controls["owner"].value == "gone"
    assert saved().briefs[0].owner == "gone"


def test_so_many_briefs_as_the_page_asks_for_make_it_clear(work: Path) -> None:
    clear = CampaignPlanner(Desk(sound_plan({}), print), FACTS, Asked(least=2))
    assert str(said.SO_FAR.format(missing=1)) in clear._findings.value


def test_a_text_too_long_is_cut_and_nothing_is_lost_of_the_rest(work: Path) -> None:
    campaign = planner()
    campaign.add()
    campaign.form.controls["theme"].value = "长" * 1000
    campaign.form.controls["text"].value = "长" * 9000
    assert (len(saved().briefs[0].theme), len(saved().briefs[0].text)) == (300, 4000)


@pytest.mark.parametrize("topic", ["campaign-threshold", "role-of-campaigns", "prize-and-bought-word-of-mouth"])
def test_stances_are_taken_into_the_plan_of_campaigns_with_what_the_data_said(work: Path, topic: str) -> None:
    stance = decide(topic, FACTS)
    assert isinstance(stance, StancePlanner)
    stance.choice.value = stance.choice.options[0][1]
    assert saved().stances[topic].seen is not None
