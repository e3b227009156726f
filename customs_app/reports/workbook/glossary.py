"""The sheet that explains the terms of the workbook."""

from collections.abc import Iterator

from customs_app.domain.codes import CaseKind, CostKind, Evidence, Position, TimeKind, Verdict
from customs_app.language.labels import label
from customs_app.language.words import N_, Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import Column, Page
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind

_FIGURES = (
    (N_("Step"), N_("one thing that a trader, a carrier or an office does, with its agency and documents")),
    (N_("Activity"), N_("what a step is on the list that all countries share; by it steps are compared")),
    (N_("Elapsed time"), N_("hours along the longest path through the steps; steps side by side count once")),
    (N_("Sum of the steps"), N_("the hours of all steps added up, whether or not they lie side by side")),
    (N_("Coverage"), N_("on how many of the steps of the case a total rests, as “2 of 16”")),
    (N_("Like for like"), N_("over those activities alone for which every country has a counted figure")),
    (N_("Handovers of documents"), N_("how often a document is handed in; one handed in twice counts twice")),
    (N_("Visits in person"), N_("how many times somebody has to go to an office or a post")),
)  # fmt: skip

_KINDS = (
    (CaseKind.BASE, N_("an ordinary consignment, without steps that come only on a condition")),
    (CaseKind.WORST, N_("all that may befall a consignment; of exclusive options the longest or dearest")),
    (TimeKind.DURATION, N_("how long the step takes; it is added")),
    (TimeKind.LIMIT, N_("the longest that the law allows; it counts towards the most alone")),
    (TimeKind.LEAD, N_("how long before another step this one must be done; it is never added")),
    (TimeKind.AGGREGATE, N_("one figure for several steps; it counts once")),
    (CostKind.FEE, N_("an amount for each consignment")),
    (CostKind.BAND, N_("one band of a scale of fees; which band applies depends on the goods")),
    (CostKind.RATE, N_("a share of the value; it is listed apart and never added to amounts")),
    (Evidence.MEASURED, N_("somebody has measured it and says how")),
    (Evidence.OFFICIAL, N_("an act or an office of the country says so")),
    (Evidence.SURVEY, N_("people were asked and have answered")),
    (Evidence.GUIDE, N_("a guide or a handbook says so")),
    (Evidence.DERIVED, N_("worked out from other figures, as is said where it stands")),
)

_VERDICTS = (
    (Verdict.KEEP, N_("the step or document stays as it is")),
    (Verdict.REMOVE, N_("it falls away")),
    (Verdict.MERGE, N_("it is done together with another step, in one place and once")),
    (Verdict.SUBMIT_ONCE, N_("a document or data given once is passed on and not asked for again")),
    (Verdict.PARALLEL, N_("it no longer waits for the steps before it")),
    (Verdict.ONLINE, N_("it is done online instead of on paper or in person")),
    (Verdict.RISK_BASED, N_("it comes only where risk calls for it")),
    (Verdict.LAW_FIRST, N_("the law has to be changed before the step can be")),
)

_POSITIONS = (
    (Position.FOR, N_("the delegation agrees")),
    (Position.RESERVE, N_("the delegation agrees but for what its reason names")),
    (Position.CONSIDERING, N_("the delegation has not made up its mind")),
    (Position.AGAINST, N_("the delegation does not agree; its reason is recorded")),
)


def write_glossary(page: Page, content: Content) -> None:
    """Write one row for each term."""
    words = page.words
    title = words.text("Glossary")
    page.line(title, Kind.TITLE)
    columns = (
        Column(words.text("Term"), 20, 34, Kind.STRONG),
        Column(words.text("What it is about"), 16, 26),
        Column(words.text("Meaning"), 60, 92),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(words))
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, content.edition)


def _rows(words: Words) -> Iterator[tuple[str, str, str]]:
    for term, meaning in _FIGURES:
        yield words.text(term), words.text("figures"), words.text(meaning)
    kinds = {
        CaseKind: words.text("case"),
        TimeKind: words.text("kind of time"),
        CostKind: words.text("kind of cost"),
        Evidence: words.text("evidence"),
    }
    for kind, meaning in _KINDS:
        yield label(kind, words), kinds[type(kind)], words.text(meaning)
    for verdict, meaning in _VERDICTS:
        yield label(verdict, words), words.text("verdict"), words.text(meaning)
    for position, meaning in _POSITIONS:
        yield label(position, words), words.text("position of a delegation"), words.text(meaning)
