"""Wrong usage that shows only when the arguments are seen together."""


class UsageError(Exception):
    """The command cannot be meant like this; the exit status is 2."""
