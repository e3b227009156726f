"""What leaving steps out of a chain comes to, in words; nothing is changed in the catalogue."""

from collections.abc import Sequence

from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.to_be.change import Change
from customs_app.domain.corridor import Block
from customs_app.language.words import Words
from customs_app.reports.corridor.what_if_texts import figures_said, left_out_steps
from customs_app.ui.corridors.looks import StruckLook, WhatIfLook


def what_if_look(
    before: Chain, after: Chain, changes: Sequence[Change], blocks: Sequence[Block], words: Words
) -> WhatIfLook:
    """What leaving steps out comes to; `blocks` are those as they are."""
    struck = tuple(
        StruckLook(
            one.step.id,
            one.block.country,
            f"{one.step.seq} {one.step.title[words.language]}",
            words.say(one.change.message),
        )
        for one in left_out_steps(changes, blocks)
    )
    return WhatIfLook(figures_said(before, after, words), struck)
