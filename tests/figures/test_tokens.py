"""Every pair of colours that the look puts on one another can be told apart."""

import re

import pytest

from customs_app.domain.codes import Channel, Stage, Verdict
from customs_app.figures.tokens import DARK, HIGH_CONTRAST, LIGHT, PALETTES, Palette, contrast, on_chosen

ALL = pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda palette: palette.name)
GROUNDS = ("window", "panel", "base", "alt", "group", "rail")


@ALL
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent", "good", "warn", "bad"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reads_on_every_ground(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(palette.token(ink), palette.token(ground)) >= 4.5


@ALL
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_sel", "sel"),
        ("on_accent", "accent"),
        ("on_accentbg", "accentbg"),
        ("text", "goodbg"),
        ("text", "warnbg"),
        ("text", "badbg"),
        ("good", "goodbg"),
        ("warn", "warnbg"),
        ("bad", "badbg"),
    ],
)
def test_text_reads_on_its_fill(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(palette.token(ink), palette.token(ground)) >= 4.5


@ALL
def test_everything_reads_on_a_chosen_row(palette: Palette) -> None:
    chosen = on_chosen(palette)
    for ink in ("text", "text2", "text3"):
        assert contrast(chosen.token(ink), palette.sel) >= 4.5, ink
    if palette.outlined:
        assert all(contrast(colour, palette.sel) >= 4.5 for colour in chosen.verdict.values())


@ALL
def test_borders_and_signs_stand_out(palette: Palette) -> None:
    for ground in (palette.base, palette.window):
        assert contrast(palette.ctl, ground) >= 3
    for colour in (*palette.stage.values(), *palette.charts, *palette.verdict.values()):
        assert contrast(colour, palette.base) >= 3, colour


@ALL
def test_letter_of_a_verdict_reads(palette: Palette) -> None:
    for colour in palette.verdict.values():
        ground = palette.base if palette.outlined else colour
        ink = colour if palette.outlined else palette.on_verdict
        assert contrast(ink, ground) >= 4.5


@ALL
def test_text_reads_on_heat(palette: Palette) -> None:
    for tint in palette.heat.values():
        assert contrast(palette.text, tint) >= 6.1


@ALL
def test_every_code_has_its_colour(palette: Palette) -> None:
    assert set(palette.verdict) == set(Verdict)
    assert set(palette.stage) == set(Stage)
    assert len(palette.charts) == 6
    assert set(palette.heat) == (set() if palette.outlined else set(Channel))
    colours = [palette.token(ink) for ink in (*GROUNDS, "ctl", "line", "line2", "sel")]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1F5AA6", "#1F5AA6") == 1


def test_no_palette_of_an_unknown_token() -> None:
    with pytest.raises(AttributeError):
        LIGHT.token("outlined")
    assert list(PALETTES) == ["light", "dark", "high_contrast"]
