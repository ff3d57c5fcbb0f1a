"""Claims put to the test: "posts that … get more than posts that do not". What do these posts say of it?

`Claim` says what is claimed, `test_claim` puts it to the test on a posts table, `Result` holds all that a page
prints of it.
"""

from playbook.claims.claim import Claim, Of
from playbook.claims.estimate import ENOUGH
from playbook.claims.result import OUTCOMES, Outcome, Result
from playbook.claims.same_hour import test_at_same_hour
from playbook.claims.trial import test_claim

__all__ = ["ENOUGH", "OUTCOMES", "Claim", "Of", "Outcome", "Result", "test_at_same_hour", "test_claim"]
