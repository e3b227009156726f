"""Tints that follow what stands in the cells, also where an official changes it."""

from typing import TYPE_CHECKING

from customs_app.domain.codes import Channel
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def tint_channels(sheet: "Worksheet", area: str, words: Words) -> None:
    """Tint the cells of an area (as `C4:L40`) by the channel that their text begins with."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    first = area.partition(":")[0]
    for channel in Channel:
        name = label(channel, words).replace('"', '""')
        fill = PatternFill(bgColor=f"FF{LIGHT.heat[channel][1:]}")
        formula = f'LEFT({first},{len(name)})="{name}"'
        look = DifferentialStyle(fill=fill)
        rule = Rule(type="expression", dxf=look, formula=[formula], stopIfTrue=True)
        sheet.conditional_formatting.add(area, rule)


def tint_times(sheet: "Worksheet", area: str) -> None:
    """Tint the numbers of an area by their size; texts, as those of what is unknown, stay white."""
    from openpyxl.formatting.rule import ColorScale, FormatObject, Rule
    from openpyxl.styles.colors import Color

    ends = [FormatObject(type="min"), FormatObject(type="percentile", val=50), FormatObject(type="max")]
    tints = (LIGHT.base, LIGHT.heat[Channel.AUTOMATIC], LIGHT.heat[Channel.IN_PERSON])
    scale = ColorScale(cfvo=ends, color=[Color(rgb=f"FF{tint[1:]}") for tint in tints])
    sheet.conditional_formatting.add(area, Rule(type="colorScale", colorScale=scale))


def mark_text(sheet: "Worksheet", area: str, text: str, ink: str) -> None:
    """Write the cells of an area that say just this in an ink (`#RRGGBB`)."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font
    from openpyxl.styles.differential import DifferentialStyle

    first = area.partition(":")[0]
    quoted = text.replace('"', '""')
    look = DifferentialStyle(font=Font(color=f"FF{ink[1:]}", bold=True))
    rule = Rule(type="expression", dxf=look, formula=[f'{first}="{quoted}"'])
    sheet.conditional_formatting.add(area, rule)
