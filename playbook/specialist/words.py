"""How the parts of a specialist's plan are called, on the form and in findings; the abilities with their levels."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources

from playbook.language import Text
from playbook.specialist.plan import (
    ABILITIES,
    AbilityName,
    Department,
    Function,
    HireAsk,
    Outcome,
    Refusal,
    Shown,
    Work,
)


@dataclass(frozen=True, slots=True)
class Known:
    """An ability: its name, what can show it, and what one can do at each level from 0 to 4."""

    name: Text
    shown_by: Text
    levels: tuple[Text, ...]


def _known() -> dict[AbilityName, Known]:
    table = tomllib.loads(resources.files("playbook.specialist").joinpath("abilities.toml").read_text("utf-8"))
    return {
        name: Known(Text.of(table[name]), Text.of(table[name]["shown_by"]), tuple(map(Text.of, table[name]["levels"])))
        for name in ABILITIES
    }


KNOWN = _known()
WORKS_SAID: dict[Work, Text] = {
    "brand-building": Text("品牌建设", "brand building"),
    "fan-cultivation": Text("粉丝培养", "winning readers over"),
    "fan-interaction": Text("回复与互动", "answering and talking"),
    "ad-publishing": Text("广告发布", "advertisements"),
    "product-marketing": Text("产品营销", "product posts"),
    "effect-monitoring": Text("效果监测", "measuring effects"),
    "daily-upkeep": Text("日常维护", "daily upkeep"),
    "crisis": Text("危机与舆情", "crises and alerts"),
    "learning": Text("学习", "learning"),
    "approval": Text("送审与等审批", "approval, and waiting for it"),
}
FUNCTIONS_SAID: dict[Function, Text] = {
    "post": Text("发文字", "post text"),
    "image": Text("发图", "post pictures"),
    "video": Text("发视频", "post a video"),
    "topic": Text("带话题", "use a topic"),
    "mention": Text("@ 人", "mention somebody"),
    "poll": Text("发投票", "run a poll"),
    "schedule": Text("定时发布", "schedule"),
    "pin": Text("置顶", "pin"),
    "delete": Text("删除", "delete"),
    "report": Text("投诉", "report a post"),
}
DEPARTMENTS_SAID: dict[Department, Text] = {
    "service": Text("客服", "customer service"),
    "product": Text("产品", "products"),
    "shop": Text("销售与发货", "sales and delivery"),
    "legal": Text("法务", "legal"),
    "lead": Text("负责人", "management"),
    "people": Text("人事", "personnel"),
}
REFUSALS_SAID: dict[Refusal, Text] = {
    "watermarks": Text("去水印，用没有授权的图", "remove watermarks, or use pictures without a licence"),
    "sleepless": Text("废寝忘食地发微博", "post without food or sleep"),
    "brushing": Text("刷粉、买评论", "buy followers or comments"),
    "humbug": Text("夸大、忽悠", "exaggerate or deceive"),
    "flirting": Text("以品牌的名义挑逗", "flirt in the brand’s name"),
    "strangers": Text("乱 @ 陌生人", "mention strangers unasked"),
    "private-data": Text("打听、外传私人信息", "ask for private data, or pass them on"),
}
SHOWN_SAID: dict[Shown | None, Text] = {
    None: Text("还没有定", "not decided yet"),
    "work": Text("一件做出来的东西", "a piece of work"),
    "relations": Text("与读者的关系", "relations with readers"),
    "time": Text("多久做完、多久回复", "time taken"),
    "followers": Text("粉丝数", "number of followers"),
    "posts": Text("发了多少条", "number of posts"),
    "sales": Text("销售额", "sales"),
}
OUTCOMES: dict[Outcome | None, Text] = {
    None: Text("还没有评议", "not reviewed yet"),
    "reached": Text("达到", "reached"),
    "partly": Text("达到一部分", "partly reached"),
    "missed": Text("没有达到", "missed"),
}
ASKS_SAID: dict[HireAsk, Text] = {
    "work-sample": Text("当场做一件活儿", "a piece of work done on the spot"),
    "abilities": Text("六项能力各有一件证据", "evidence for the six abilities"),
    "experience": Text("半年以上经验", "half a year’s experience"),
    "own-account": Text("私人账号的地址", "the address of a private account"),
    "followers": Text("私人账号的粉丝数", "the follower count of a private account"),
    "degree": Text("学历、专业", "a degree or major"),
    "age": Text("年龄", "age"),
}
STRETCHES_SAID = (
    Text("第 1—30 天", "Days 1–30"),
    Text("第 31—60 天", "Days 31–60"),
    Text("第 61—90 天", "Days 61–90"),
)
LABELS: dict[str, Text] = {
    "who": Text("谁", "Who"),
    "begins": Text("第一天", "First day"),
    "level": Text("现在", "Now"),
    "evidence": Text("证据", "Evidence"),
    "where": Text("在哪里看得到", "Where to see it"),
    "on": Text("日期", "Date"),
    "wanted": Text("九十天后", "After ninety days"),
    "functions": Text("已经用过的功能", "Functions used already"),
    "learn_functions": Text("这一段要学会的功能", "Functions to learn"),
    "days": Text("一周上几天班", "Days worked a week"),
    "answers_days": Text("答应哪几天有人回复", "Days on which answers are promised"),
    "answers_from": Text("从几点", "From (hour)"),
    "answers_to": Text("到几点", "Until (hour)"),
    "ability": Text("哪项能力", "Ability"),
    "what": Text("目标", "Goal"),
    "goal_evidence": Text("拿什么证明", "What will show it"),
    "judged_by": Text("按什么评", "Judged by"),
    "trained_by": Text("学什么：平台的课、自家的课", "Training: platform’s, in-house"),
    "stock": Text("存稿够发几天", "Days of posts in stock"),
    "new_form": Text("试一种新形式，怎么比", "One new form, against what"),
    "drill_on": Text("热点演练", "Hot-topic drill"),
    "reviewer": Text("谁评议", "Reviewer"),
    "review_on": Text("评议日", "Review date"),
    "outcome": Text("结果", "Outcome"),
    "department": Text("部门", "Department"),
    "within": Text("几小时内答复", "Answers within (hours)"),
    "asks": Text("招人时问什么", "What applicants are asked for"),
    "task": Text("面试时做什么", "Work at the interview"),
    "weights_first": Text("评分办法在面试前定好", "The scoring is fixed before the interviews"),
}
HEADS: dict[str, Text] = {
    "person": Text("你和第一天", "You and the first day"),
    "abilities": Text("现在会什么，拿什么证明", "What you can do, and what shows it"),
    "week": Text("一周的时间给谁", "Where the week goes"),
    "contacts": Text("各部门找谁", "Whom to ask in each department"),
    "not_done": Text("不做什么，别人要你做时怎么说", "What you will not do, and what you say when asked"),
    "hiring": Text("再招一个人的话", "If you hire another"),
}
ADDS: dict[str, Text] = {
    "goals": Text("加一个目标", "Add a goal"),
    "contacts": Text("加一个联系人", "Add a contact"),
}
HOURS = Text("一周各做几小时", "Hours a week by kind of work")
RATED = Text("{name}：{level} → {wanted}", "{name}: {level} → {wanted}")
NOT_BEGUN = Text(
    "从第一项能力开始：写下现在的一级和证据。",
    "Begin with the first ability: note your level now and what shows it.",
)


def ability(name: AbilityName) -> Text:
    """Return an ability's name."""
    return KNOWN[name].name
