"""The procedure as it would be: verdicts applied to its steps, and what that changes for a consignment."""
