"""What a tolerance is called."""

from customs_app.analysis.tolerance import MATTERS
from customs_app.language.words import Words

_TWICE, _THRICE = 2.0, 3.0


def tolerance_text(times: float, words: Words) -> str:
    """From which distance on figures differ: `within 20 %`; `times` as in a Tolerance."""
    if times == 1.0:
        return words.text("exactly equal")
    if times == _TWICE:
        return words.text("up to twice")
    if times == _THRICE:
        return words.text("up to three times")
    return words.text("within {n} %", n=round((times - 1) * 100))


def usual_text(times: float, words: Words) -> str:
    """The same, saying which one is usual."""
    text = tolerance_text(times, words)
    return words.text("{tolerance} (usual)", tolerance=text) if times == MATTERS else text
