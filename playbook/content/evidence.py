"""Where the eight articles disagree on content: what an account's own data say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account. Reactions are all that is judged:
what a post sells, who leaves because of it and who clicks on a link is not in these data, and is said.
"""

from __future__ import annotations

from playbook.claims import ENOUGH, Outcome, Result
from playbook.conflicts import Evidence
from playbook.content.analysis import Name, result_of
from playbook.content.columns import filed, has_link, kind_result, name_of, tells_columns, typical
from playbook.content.mix import ARTICLE_8, UNPLACED, against_article_8, class_name, in_posts, missing, share_shown
from playbook.evidence import at_hour, ratio, topic
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.microblog import HOOK
from playbook.posts import originals

A_WEEK = 14  # posts a week by article 8
NO_LEDGER = Text(
    "没有编辑日志，不知道哪一条属于哪个栏目，答不了。",
    "Without an editorial log nobody knows which post belongs to which column, so the data cannot say.",
)
NO_KIND = Text("没有一个栏目攒够 20 条，答不了。", "No column has 20 posts, so the data cannot say.")
LEADING = Text(
    "{same}各栏目和其余微博比，每条的互动{rows}。得的多，不等于就该占得多。",
    "{same}each column against all other posts, reactions a post: {rows}. "
    "Getting more is not yet a reason for a larger share.",
)
WAYS: dict[Outcome, Text] = {
    "supported": Text("更多的是{columns}", "more for {columns}"),
    "refuted": Text("更少的是{columns}", "less for {columns}"),
    "cannot_tell": Text("说不准的是{columns}", "cannot tell for {columns}"),
}
COLUMN = Text(
    "{name}（{ratio:.2f} 倍，95% 区间 {low:.2f}–{high:.2f}）",
    "{name} ({ratio:.2f} times as much, 95% interval {low:.2f} to {high:.2f})",
)
PROMOTION = Text(
    "现在折扣占 {discount}%，活动占 {campaign}%；{same}折扣微博比其余的：{ratio}。"
    "带来多少订单、有多少人为此关注或取消关注，数据没有记。",
    "discounts are {discount}% of the posts now and campaigns {campaign}%; {same}a discount post against the others: "
    "{ratio}. What it sells, and who follows or leaves because of it, is not in the data.",
)
NEWS = Text(
    "{same}讲知识的比介绍产品的：{extended}；日常的比通告的：{greeting}。",
    "{same}know-how against product posts: {extended}; daily life against notices: {greeting}.",
)
LINKS = Text(
    "带链接的占 {share:.0%}；和其余微博一起比：{naive}。可是带链接的有 {bare:.0%} 没有图也没有视频，其余微博是 "
    "{others:.0%}；只拿没有图也没有视频的比：{plain}。有多少人点开，数据没有记。",
    "{share:.0%} of the posts have a link; against all others: {naive}. But {bare:.0%} of those with a link have "
    "neither picture nor video, of the others {others:.0%}; among posts without either: {plain}. "
    "How many readers click is not in the data.",
)
NO_LINKS = Text(
    "带链接的和不带链接的，缺了一边，没法比，答不了。",
    "All posts have a link, or none has, so there is nothing to compare: the data cannot say.",
)
LENGTH = Text(
    "通常一条 {typical:.0f} 字，{share:.0%} 超过 {hook} 字；{same}超过的比不超过的：{ratio}。",
    "a typical post has {typical:.0f} characters, and {share:.0%} have more than {hook}; {same}long against short: "
    "{ratio}.",
)
NO_TEXTS = Text("导出里没有完整的正文，答不了。", "The export has no complete texts, so the data cannot say.")
NO_JOKES = Text(
    "编辑日志里没有逗乐这一栏，笑话有没有用，数据答不了。最接近的是日常生活和员工的事：比知识和产品，{ratio}。",
    "The log has no column of jokes, so the data cannot say whether they work. The nearest, daily life and staff life: "
    "{ratio} against know-how and products.",
)
INDUCED = Text(
    "{same}用问句结尾的比其余的，评论：{comments}；转发：{reposts}；赞：{likes}。问句是真问还是诱导，数据分不出来。",
    "{same}posts that end with a question against the others, comments: {comments}; reposts: {reposts}; "
    "likes: {likes}. Whether the question is honest or bait, the data cannot tell.",
)
SUM = Text(
    "这一题先靠算：{sum} = {total}%，差 {missing}%。一周 {week} 条，活动只分到 {campaign:g} 条。",
    "arithmetic first, {sum} = {total}%, {missing}% short. Of {week} posts a week campaigns get {campaign:g}. ",
)
OURS = Text(
    "照我们的读法，现在发的微博是：{rows}；第 8 篇没有着落的 {unplaced:.0f}%。",
    "By our reading of its classes we now post: {rows}; {unplaced:.0f}% have no place in article 8.",
)
FITTED = Text("{name} {share:.0f}%", "{name} {share:.0f}%")
BOTH = Text("同一钟点、同一栏目里，", "at the same hour and in the same column, ")


@topic()
def leading_content_type(facts: Facts, account: str) -> Evidence:
    """Which columns get more than the rest?"""
    if not tells_columns(facts, account):
        return Evidence(NO_LEDGER)
    table = typical(facts, account)
    found = {str(each): kind_result(facts, account, str(each)) for each in table.index[table["posts"] >= ENOUGH]}
    told = {name: result for name, result in found.items() if result.unable is None}
    if not told:
        return Evidence(NO_KIND)
    rows = [_told(way, told) for way in WAYS if any(result.outcome == way for result in told.values())]
    said = LEADING.format(same=at_hour(next(iter(told.values()))), rows=join(rows, "；", "; "))
    more = {name for name, result in told.items() if result.outcome == "supported"}
    favours = [("own_data", bool(more)), ("knowledge", "knowledge" in more), ("useful", "knowledge" in more),
               ("life", bool(more & {"daily", "people"}))]  # fmt: skip
    return Evidence(said, tuple(name for name, holds in favours if holds))


@topic()
def discounts_and_promotion_share(facts: Facts, account: str) -> Evidence:
    """What share do promotions have now, and what does a discount post get?"""
    if not tells_columns(facts, account):
        return Evidence(NO_LEDGER)
    result = result_of(facts, account, "discount")
    said = PROMOTION.format(
        discount=share_shown(facts, account, "discount"),
        campaign=share_shown(facts, account, "campaign"),
        same=at_hour(result),
        ratio=ratio(result),
    )
    favours = {"refuted": ("five_percent", "occasional", "last"), "supported": ("followers_only",), "cannot_tell": ()}
    return Evidence(said, favours[result.outcome])


@topic()
def company_news_and_product(facts: Facts, account: str) -> Evidence:
    """Do know-how and daily life get more than product posts and notices?"""
    if not tells_columns(facts, account):
        return Evidence(NO_LEDGER)
    extended, greeting = (result_of(facts, account, name) for name in ("knowledge_over_tea", "daily_over_notice"))
    said = NEWS.format(same=at_hour(extended), extended=ratio(extended), greeting=ratio(greeting))
    outcomes = [("extended", extended.outcome), ("unwanted", greeting.outcome)]
    return Evidence(said, tuple(name for name, outcome in outcomes if outcome == "supported"))


@topic()
def website_links(facts: Facts, account: str) -> Evidence:
    """Do posts with a link get less, among posts that are otherwise alike?"""
    own = originals(filed(facts))
    own = own[own["account"] == account]
    naive, plain = result_of(facts, account, "link_at_first_sight"), result_of(facts, account, "link")
    linked = own["text"].fillna("").map(has_link).astype(bool)
    bare = ~(own["has_image"].fillna(value=False) | own["has_video"].fillna(value=False))
    said = NO_LINKS
    if linked.any() and not linked.all():
        said = LINKS.format(share=linked.mean(), bare=bare[linked].mean(), others=bare[~linked].mean(),
                            naive=ratio(naive), plain=ratio(plain))  # fmt: skip
    return Evidence(said, ("full_text",) if plain.outcome == "refuted" else ())


@topic()
def text_length(facts: Facts, account: str) -> Evidence:
    """Do posts that a list folds get more or less?"""
    own = originals(filed(facts))
    signs = own.loc[own["account"] == account, "signs"].dropna()
    if signs.empty:
        return Evidence(NO_TEXTS)
    result = result_of(facts, account, "long")
    said = LENGTH.format(
        typical=signs.median(),
        share=(signs > HOOK).mean(),
        hook=HOOK,
        same=_held(facts, account, result),
        ratio=ratio(result),
    )
    favours = {"supported": ("full",), "refuted": ("within_140",), "cannot_tell": ()}
    return Evidence(said, favours[result.outcome])


@topic()
def jokes_vs_relevance(facts: Facts, account: str) -> Evidence:
    """Jokes are not in the log: what the nearest columns get is said, and no position favoured."""
    if not tells_columns(facts, account):
        return Evidence(NO_LEDGER)
    return Evidence(NO_JOKES.format(ratio=ratio(result_of(facts, account, "life_over_core"))))


@topic()
def induced_engagement(facts: Facts, account: str) -> Evidence:
    """What does a question at the end bring: comments, reposts, likes?"""
    names: tuple[Name, ...] = ("question_comments", "question_reposts", "question_likes")
    comments, reposts, likes = (result_of(facts, account, name) for name in names)
    said = INDUCED.format(
        same=_held(facts, account, comments), comments=ratio(comments), reposts=ratio(reposts), likes=ratio(likes)
    )
    if comments.outcome != "supported":
        return Evidence(said)
    both = reposts.outcome == "supported"  # article 8 promises reposts as well
    return Evidence(said, ("honest_questions", "closing_call") if both else ("honest_questions",))


@topic(counts=False)
def content_mix_sum(facts: Facts, account: str) -> Evidence:
    """Article 8's shares add up to 95; beside them, what we post."""
    said = SUM.format(
        sum=" + ".join(str(share) for share in ARTICLE_8.values()),
        total=sum(ARTICLE_8.values()),
        missing=missing(),
        week=A_WEEK,
        campaign=in_posts(A_WEEK)["campaign"],
    )
    if not tells_columns(facts, account):
        return Evidence(said + NO_LEDGER)
    return Evidence(said + _ours(facts, account))


def _told(way: Outcome, columns: dict[str, Result]) -> Text:
    """List the columns with this outcome, with ratio and interval where they tell."""
    rows = {name: row for name, row in columns.items() if row.outcome == way}
    if way == "cannot_tell":
        return WAYS[way].format(columns=join([name_of(name) for name in rows]))
    said = [
        COLUMN.format(name=name_of(name), ratio=row.ratio, low=row.low, high=row.high) for name, row in rows.items()
    ]
    return WAYS[way].format(columns=join(said))


def _held(facts: Facts, account: str, result: Result) -> Text:
    """Say what was held fixed: the hour, and the column where there is a log."""
    hour = at_hour(result)
    return BOTH if hour.zh and tells_columns(facts, account) else hour


def _ours(facts: Facts, account: str) -> Text:
    table = against_article_8(facts, account)["ours"]
    rows = [FITTED.format(name=class_name(str(name)), share=share) for name, share in table.drop(UNPLACED).items()]
    return OURS.format(rows=join(rows), unplaced=table[UNPLACED])
