"""What stays in sight of the pictures there are."""

import pytest

from customs_app.analysis.to_be.apply import apply
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.figures.before_after import before_after
from customs_app.figures.heat import heat
from customs_app.figures.picture import About
from customs_app.figures.swimlane import swimlane
from customs_app.figures.time_by_stage import time_by_stage
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.reports.subject import Subject, compared
from customs_app.ui.pictures.frozen import frozen_of

EN = words(Language.EN)


@pytest.mark.parametrize("procedure", ["KZ-P-import-road", "IR-P-imp-sea", "UZ-P-import-road"])
def test_names_of_lanes_stay_as_one_piece_and_the_legend_moves(catalogue: Catalogue, procedure: str) -> None:
    full, reference = catalogue.full_procedure(procedure), catalogue.reference()
    picture = swimlane(full, reference, LIGHT, EN)
    frozen = frozen_of(picture)
    assert len(frozen.spans) == 1
    assert frozen.spans[0][1] < picture.drawing.height - 20
    assert frozen.top == frozen.bottom
    both = before_after(apply(full, (), reference), reference, LIGHT, EN)
    assert len(frozen_of(both).spans) == 2, "the caption of the second diagram moves"


def test_heads_of_a_heat_map_stay_above_and_sentences_between_bars_move(catalogue: Catalogue) -> None:
    comparison, _ = compared(catalogue, Subject(regime=Regime.IMPORT, mode=Mode.ROAD))
    reference = catalogue.reference()
    picture = heat(comparison, reference, LIGHT, EN)
    frozen = frozen_of(picture)
    heads = [spot for spot in picture.hotspots if spot.about is About.COUNTRY]
    assert (frozen.top, frozen.bottom) == (heads[0].y, heads[0].y + heads[0].height)
    assert frozen.head == heads[0].x
    stages = time_by_stage(comparison, reference, LIGHT, EN)
    top = min(spot.y for spot in stages.hotspots)
    assert all(start >= top for start, _ in frozen_of(stages).spans)
