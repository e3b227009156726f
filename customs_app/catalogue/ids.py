"""Ids of new rows: text, in order of time, never the same in two offices."""

import secrets
import time

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # without i, l, o, u, which are misread
_TIME_SIGNS = 9
_RANDOM_SIGNS = 8


def stamp() -> str:
    """Nine signs of the time in milliseconds, then eight of chance (40 bits)."""
    return _base32(time.time_ns() // 1_000_000, _TIME_SIGNS) + _base32(
        secrets.randbits(5 * _RANDOM_SIGNS), _RANDOM_SIGNS
    )


def _base32(number: int, length: int) -> str:
    return "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(length)))
