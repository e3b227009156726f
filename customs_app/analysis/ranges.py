"""Ranges of hours added up without guessing."""

from collections.abc import Sequence

from customs_app.domain.figures import Range


def added(hours: Sequence[Range]) -> Range:
    """The sum, end by end; an end that one of them does not tell is unknown."""
    return Range(
        _ends([one.min for one in hours]),
        _ends([one.typ for one in hours]),
        _ends([one.max for one in hours]),
    )


def _ends(ends: Sequence[float | None]) -> float | None:
    known = [end for end in ends if end is not None]
    return round(sum(known), 6) if known and len(known) == len(ends) else None
