"""Colours and measures of the look: one file that the window, the signs and the PDF all read."""

from collections.abc import Mapping
from dataclasses import replace

from customs_app.domain.codes import Channel, Stage, Verdict
from customs_app.domain.record import record


@record(frozen=True, slots=True, eq=False)
class Palette:
    """One set of colours, each `#RRGGBB`.

    `on_sel`, `on_accent` and `on_verdict` are the inks for what stands on those fills. `heat` is
    empty where tints are not wanted; `outlined` asks for signs as outlines, `ring` is the width of
    the focus frame in logical pixels.
    """

    name: str
    dark: bool
    window: str
    panel: str
    base: str
    alt: str
    group: str
    rail: str
    line: str
    line2: str
    ctl: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    sel: str
    on_sel: str
    accentbg: str
    on_accentbg: str
    good: str
    goodbg: str
    warn: str
    warnbg: str
    bad: str
    badbg: str
    on_verdict: str
    verdict: Mapping[Verdict, str]
    stage: Mapping[Stage, str]
    charts: tuple[str, ...]
    heat: Mapping[Channel, str]
    outlined: bool = False
    ring: int = 1

    @property
    def slower(self) -> str:
        """Tint of a time above its row's median."""
        return self.heat.get(Channel.IN_PERSON, self.base)

    @property
    def faster(self) -> str:
        """Tint of a time below its row's median."""
        return self.heat.get(Channel.AUTOMATIC, self.base)

    def token(self, name: str) -> str:
        """The colour of a token by its name; AttributeError where there is none."""
        colour = getattr(self, name)
        if not isinstance(colour, str):
            raise AttributeError(f"{name} is no colour")
        return colour


def _verdicts(*colours: str) -> Mapping[Verdict, str]:
    return dict(zip(Verdict, colours, strict=True))


def _stages(*colours: str) -> Mapping[Stage, str]:
    return dict(zip(Stage, colours, strict=True))


def _heat(*colours: str) -> Mapping[Channel, str]:
    return dict(zip(Channel, colours, strict=True))


_DARK_VERDICTS = _verdicts(
    "#62C990", "#F28B82", "#CBA0EA", "#7FB2F5", "#5CC8CB", "#A9ACF7", "#D8C25A", "#F0A362"
)  # fmt: skip
_DARK_STAGES = _stages(
    "#9993F5", "#677014", "#FEDC67", "#4662B9", "#835D63", "#DD8871", "#50A2A2", "#ADEFD0", "#DED9FD"
)
_DARK_CHARTS = ("#C7CFF3", "#DAB33A", "#6CFCD0", "#8864C0", "#B1604C", "#6E9C9C")

LIGHT = Palette(
    name="light", dark=False,
    window="#ECEEF1", panel="#F6F7F9", base="#FFFFFF", alt="#F8F9FB", group="#EFF1F4", rail="#E3E6EB",
    line="#D9DDE3", line2="#C3C9D2", ctl="#7C8593",
    text="#1A2230", text2="#465264", text3="#586374",
    accent="#1F5AA6", on_accent="#FFFFFF",
    sel="#D2E2F7", on_sel="#1A2230", accentbg="#E3ECF8", on_accentbg="#1A2230",
    good="#166B40", goodbg="#E4F2EA", warn="#8F5200", warnbg="#FBF0DC", bad="#B3261E", badbg="#FBE7E5",
    on_verdict="#FFFFFF",
    verdict=_verdicts("#1B7A4B", "#B3261E", "#7A3FA0", "#1F66B0", "#0A7377", "#4B4FB8", "#766000", "#A84B00"),
    stage=_stages("#65648B", "#899858", "#522400", "#4A91E9", "#B0818F", "#AB4400", "#003C3C", "#2B795C",
                  "#411172"),
    charts=("#292C81", "#A44900", "#15A56E", "#A682E1", "#512F37", "#476E7D"),
    heat=_heat("#E2F1EF", "#D3E7F0", "#F5EFD0", "#F6E0BF", "#F2CBA4"),
)  # fmt: skip

DARK = Palette(
    name="dark", dark=True,
    window="#22262C", panel="#1D2126", base="#171A1F", alt="#1B1F24", group="#20252B", rail="#1A1D22",
    line="#2F353E", line2="#3D4551", ctl="#717B89",
    text="#E5E9EF", text2="#B4BCC8", text3="#9BA4B2",
    accent="#7FB2F5", on_accent="#0F1620",
    sel="#274569", on_sel="#E5E9EF", accentbg="#22354F", on_accentbg="#E5E9EF",
    good="#62C990", goodbg="#1B3327", warn="#E6AE55", warnbg="#3A2D15", bad="#F59A92", badbg="#41211F",
    on_verdict="#0F1620",
    verdict=_DARK_VERDICTS, stage=_DARK_STAGES, charts=_DARK_CHARTS,
    heat=_heat("#15302E", "#1B3E4D", "#474122", "#5E4728", "#774B25"),
)  # fmt: skip

HIGH_CONTRAST = Palette(
    name="high_contrast", dark=True,
    window="#000000", panel="#000000", base="#000000", alt="#000000", group="#000000", rail="#000000",
    line="#7F7F7F", line2="#FFFFFF", ctl="#FFFFFF",
    text="#FFFFFF", text2="#FFFFFF", text3="#E0E0E0",
    accent="#6FD3FF", on_accent="#000000",
    sel="#FFE600", on_sel="#000000", accentbg="#FFE600", on_accentbg="#000000",
    good="#5CFF9D", goodbg="#000000", warn="#FFC23D", warnbg="#000000", bad="#FF8A80", badbg="#000000",
    on_verdict="#000000",
    verdict=_DARK_VERDICTS, stage=_DARK_STAGES, charts=_DARK_CHARTS, heat={},
    outlined=True, ring=2,
)  # fmt: skip

PALETTES: Mapping[str, Palette] = {palette.name: palette for palette in (LIGHT, DARK, HIGH_CONTRAST)}


def on_chosen(palette: Palette) -> Palette:
    """The palette for signs and texts on a chosen row, whose fill is a full colour in high contrast."""
    return _ON_CHOSEN.get(palette.name, palette)


def _all_one_ink(palette: Palette) -> Palette:
    ink = palette.on_sel
    return replace(
        palette, base=palette.sel, line2=ink, ctl=ink, text=ink, text2=ink, text3=ink, accent=ink, good=ink,
        warn=ink, bad=ink, verdict=dict.fromkeys(Verdict, ink),
    )  # fmt: skip


_ON_CHOSEN: Mapping[str, Palette] = {
    LIGHT.name: replace(LIGHT, text3=LIGHT.text2),
    DARK.name: replace(DARK, text3=DARK.text2),
    HIGH_CONTRAST.name: _all_one_ink(HIGH_CONTRAST),
}

# Sizes of type in points.
CAPTION, SMALL, TABLE, BODY, LEAD, TITLE = 8.0, 8.5, 9.5, 9.5, 11.5, 13.0

# Heights and widths in logical pixels.
ROW, ROW_ZH, MATRIX_ROW, HEADER, GROUP_ROW, TREE_ROW, CONTROL = 26, 30, 25, 26, 26, 25, 26
HEADER_2 = 40
"""A table's head of two lines."""
MENU, TOOLBAR, DOCK_TITLE, STATUS, RAIL = 28, 40, 28, 24, 72


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
