"""What the signs mean, at the foot of the first sheet."""

from customs_app.domain.codes import Channel
from customs_app.language.labels import label
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.styles import Kind


def write_legend(page: Page) -> None:
    """Write each sign of a figure with its meaning, and the tints of the channels with their words."""
    words = page.words
    page.line(words.text("Signs"), Kind.SECTION)
    for sign, meaning in _signs(page):
        page.put(1, sign, Kind.SHORT)
        page.put(2, meaning, Kind.PLAIN)
        page.end_row()
    for channel in Channel:
        page.put(1, label(channel, words), channel)
        if channel is Channel.AUTOMATIC:
            meaning = words.text("how a step is done, from the lightest for the trader to the heaviest")
            page.put(2, meaning, Kind.PLAIN)
        page.end_row()


def _signs(page: Page) -> tuple[tuple[str, str], ...]:
    t = page.words.text
    return (
        ("168", t("a duration in hours")),
        ("2 – 4", t("a range, from least to most")),
        ("≤ 24", t("a legal or official limit: it counts towards the most alone")),
        (t("{hours} lead", hours="2"), t("a lead time: never added")),
        (
            "[150]",
            t("an aggregate, at the step that carries it; it stands for several steps and counts once"),
        ),
        (t("in {step}", step="13"), t("contained in the aggregate of step 13")),
        ("(7 USD)", t("a step’s own figure that is not counted, because an aggregate holds it")),
        ("([150])", t("an aggregate whose steps the source does not name: shown, never added")),
        ("0.2 %", t("a rate: listed apart, never added to amounts")),
        ("?", t("unknown: not zero, not free")),
        ("+ ?", t("further steps of this cell are unknown")),
        ("–", t("no such step here, or not in this case")),
        (t("if"), t("a step that comes only on a condition")),
        ("×2", t("two steps do this activity")),
        ("[EN]", t("not translated: the text is shown in English")),
    )
