"""Each sign is told apart by its shape and its letter, and says in words what it means."""

import gettext

import pytest

from customs_app.domain.codes import Confidence, Evidence, Position, Verdict
from customs_app.domain.text import Language
from customs_app.figures import signs
from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Polygon
from customs_app.figures.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette
from customs_app.language.words import Words

WORDS = Words(Language.EN, gettext.NullTranslations())


def _words(language: Language) -> Words:
    return Words(language, gettext.NullTranslations())


@pytest.mark.parametrize("language", list(Language))
def test_letters_of_a_language_differ(language: Language) -> None:
    letters = [signs.LETTERS[language][verdict] for verdict in Verdict]
    assert len(set(letters)) == 8


def test_letters_are_those_of_the_look() -> None:
    expected = {Language.EN: "KRMSPEBL", Language.RU: "СИОРПЭВЗ", Language.ZH: "留删并一行网险法"}
    for language, letters in expected.items():
        for verdict, letter in zip(Verdict, letters, strict=True):
            drawing = signs.verdict_sign(verdict, LIGHT, _words(language))
            assert [shape.text for shape in drawing.shapes if isinstance(shape, Glyph)] == [letter]


def test_shapes_of_verdicts_differ() -> None:
    outlines = {
        shape.points
        for verdict in Verdict
        for shape in signs.verdict_sign(verdict, LIGHT, WORDS).shapes
        if isinstance(shape, Polygon)
    }
    assert len(outlines) == 8
    assert sorted(len(points) for points in outlines if len(points) < 20) == [4, 4, 4, 4, 5, 6, 8]


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda palette: palette.name)
def test_stale_is_dashed_with_a_coloured_letter(verdict: Verdict, palette: Palette) -> None:
    shape, letter = signs.verdict_sign(verdict, palette, WORDS, stale=True).shapes
    assert isinstance(shape, Polygon)
    assert isinstance(letter, Glyph)
    assert shape.fill is None
    assert shape.pen is not None
    assert shape.pen.dash
    assert letter.colour == palette.verdict[verdict]
    assert "stale" in signs.verdict_sign(verdict, palette, WORDS, stale=True).says


def test_high_contrast_draws_outlines() -> None:
    for verdict in Verdict:
        shape = signs.verdict_sign(verdict, HIGH_CONTRAST, WORDS).shapes[0]
        assert isinstance(shape, Polygon)
        assert shape.fill is None
        assert shape.pen is not None
        assert not shape.pen.dash


def test_evidence_is_told_by_shape_alone() -> None:
    drawings = [signs.evidence_sign(evidence, LIGHT, WORDS) for evidence in (*Evidence, None)]
    assert len({repr(drawing.shapes) for drawing in drawings}) == 6
    assert [drawing.says for drawing in drawings] == [
        "measured", "official", "survey", "guide", "derived", "evidence unknown",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("confidence", "bars"), [(Confidence.HIGH, 3), (Confidence.MEDIUM, 2), (Confidence.LOW, 1)]
)
def test_confidence_fills_as_many_bars(confidence: Confidence, bars: int) -> None:
    drawing = signs.confidence_sign(confidence, LIGHT, WORDS)
    assert len(drawing.shapes) == 3
    assert sum(1 for shape in drawing.shapes if isinstance(shape, Polygon) and shape.fill) == bars
    assert str(confidence) in drawing.says


def test_strip_has_a_cell_a_step() -> None:
    covered = signs.Covered
    drawing = signs.coverage_strip([covered.OWN, covered.INSIDE, covered.UNKNOWN], LIGHT, "1 of 3")
    assert (drawing.width, drawing.height) == (17, 9)
    cells = [shape for shape in drawing.shapes if isinstance(shape, Polygon)]
    assert [cell.fill is not None for cell in cells] == [True, False, False]
    assert sum(isinstance(shape, Line) for shape in drawing.shapes) == 3
    assert drawing.says == "1 of 3"


def test_empty_strip_can_be_painted() -> None:
    assert signs.coverage_strip([], LIGHT, "").width > 0


def test_positions_differ_by_shape() -> None:
    def form(drawing: Drawing) -> str:
        return repr([
            (type(shape).__name__, bool(shape.fill) if isinstance(shape, Circle | Polygon) else None)
            for shape in drawing.shapes
        ])  # fmt: skip

    forms = {form(signs.position_sign(position, LIGHT, WORDS)) for position in Position}
    assert len(forms) == 4


def test_every_sign_stays_in_its_box() -> None:
    drawings = [signs.verdict_sign(verdict, LIGHT, WORDS) for verdict in Verdict]
    drawings += [signs.evidence_sign(evidence, LIGHT, WORDS) for evidence in Evidence]
    for drawing in drawings:
        for shape in drawing.shapes:
            points = shape.points if isinstance(shape, Polygon) else ()
            assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in points)
