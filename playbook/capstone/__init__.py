"""The whole playbook put to the test: plans of a company with contradictions planted between them, to be repaired."""
