"""The plans that an exercise begins and ends with."""

import pytest

from playbook.content.model_mix import decided_plan, model_plan, old_mix
from playbook.content.review import review_account
from playbook.facts import sample_facts

FACTS = sample_facts()
ACCOUNTS = [account.id for account in FACTS.company.accounts]
TOPICS = ["leading-content-type", "discounts-and-promotion-share"]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_model_is_let_pass_for_every_account_in_both_languages(account: str, reader: str) -> None:
    assert review_account(model_plan(FACTS, account), account, FACTS) == []


@pytest.mark.parametrize("account", ACCOUNTS)
def test_article_8_s_mix_lacks_five_per_cent_and_a_whole_campaign_post(account: str) -> None:
    told = {finding.rule: finding.what.en for finding in review_account(old_mix(FACTS, account), account, FACTS)}
    assert "95%" in told["content.mix-adds-up"]
    assert "0.7" in told["content.one-post-a-week"]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_stances_of_the_model_are_ones_that_it_keeps_to(account: str) -> None:
    plan = decided_plan(FACTS, account, TOPICS)
    assert list(plan.stances) == TOPICS
    assert review_account(plan, account, FACTS) == []


def test_the_model_with_stances_is_in_the_readers_language(reader: str) -> None:
    plan = decided_plan(FACTS, "shop", TOPICS)
    assert plan.columns[0].name == {"zh": "泡茶问答", "en": "Brewing, asked and answered"}[reader]
    assert plan.stances["leading-content-type"].position == "own_data"
    assert plan.stances["discounts-and-promotion-share"].position == "occasional"  # 5% would not do for 8%
