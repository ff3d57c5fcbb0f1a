"""The plans that an exercise begins and ends with."""

import pytest

from playbook.content.model_mix import model_plan, old_mix
from playbook.content.review import review_account
from playbook.facts import sample_facts

FACTS = sample_facts()
ACCOUNTS = [account.id for account in FACTS.company.accounts]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_model_is_let_pass_for_every_account_in_both_languages(account: str, reader: str) -> None:
    assert review_account(model_plan(FACTS, account), account, FACTS) == []


@pytest.mark.parametrize("account", ACCOUNTS)
def test_article_8_s_mix_lacks_five_per_cent_and_a_whole_campaign_post(account: str) -> None:
    told = {finding.rule: finding.what.en for finding in review_account(old_mix(FACTS, account), account, FACTS)}
    assert "95%" in told["content.mix-adds-up"]
    assert "0.7" in told["content.one-post-a-week"]
