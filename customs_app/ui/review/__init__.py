"""The review workspace: findings with their evidence, and the verdicts of reviewers."""
