"""How the two papers are named."""

from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Message
from customs_app.language.labels import label_message

_BY_MODE = {
    Mode.ROAD: Message("by road"),
    Mode.RAIL: Message("by rail"),
    Mode.SEA: Message("by sea"),
    Mode.AIR: Message("by air"),
}


def kind_message(regime: Regime, mode: Mode) -> Message:
    """What is compared, as `Import by road`; the regime alone where every mode is meant."""
    if mode is Mode.ANY:
        return label_message(regime)
    return Message("{regime} {by_mode}", {"regime": label_message(regime), "by_mode": _BY_MODE[mode]})


def comparison_title(regime: Regime, mode: Mode) -> Message:
    """The title of a comparison."""
    return Message("{kind}: procedures side by side", {"kind": kind_message(regime, mode)})


def proposal_title(regime: Regime, mode: Mode) -> Message:
    """The title of a proposal that has no title of its own."""
    return Message("{kind}: proposal to simplify and harmonise", {"kind": kind_message(regime, mode)})
