"""The tables of a measure: acts to amend with their sources, and the terms of the change."""

from collections.abc import Iterator, Mapping, Sequence

from customs_app.analysis.dossier.result import ActLine, CountryPart, DossierMeasure
from customs_app.domain.dossier import Terms
from customs_app.domain.reference import Reference
from customs_app.figures.signs import evidence_sign
from customs_app.figures.tokens import LIGHT
from customs_app.language.labels import label
from customs_app.language.numbers import day, money
from customs_app.language.words import Words
from customs_app.reports.proposal_pdf.engine import Flowable, Spacer
from customs_app.reports.proposal_pdf.page import Leaf, text_width
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.reference_marks import reference_text
from customs_app.reports.proposal_pdf.rich import Rich, Span
from customs_app.reports.proposal_pdf.signs import Sign
from customs_app.reports.proposal_pdf.styles import MM, alone
from customs_app.reports.proposal_pdf.tables import heading_with, table
from customs_app.reports.proposal_pdf.texts import one_or_more

_WIDTH = text_width(Leaf.MEASURES)
_LINES = 40


def acts_table(one: DossierMeasure, numbers: Mapping[str, int], setter: Typesetter) -> list[Flowable]:
    """The blocks of the acts that a measure asks to amend."""
    words, styles = setter.words, setter.styles
    title = setter.para(words.text("Acts to amend"), alone(styles.part))
    lines = [act for part in one.parts for act in part.acts]
    if not lines:
        return [title, setter.para(words.text("No act is touched."), styles.note)]
    head = ["", words.text("Act"), words.text("What to change"), "", words.text("Source")]
    rows: list[list[Flowable]] = [[setter.cell(name, styles.head) for name in head]]
    rows.extend(act_row(act, numbers, setter) for act in lines)
    return heading_with(title, table(rows, act_widths()), rows, act_widths())


def act_widths() -> list[float]:
    """Widths of the columns of acts, in points."""
    widths = [10 * MM, 0, 58 * MM, 6 * MM, 40 * MM]
    widths[1] = _WIDTH - sum(widths)
    return widths


def act_row(act: ActLine, numbers: Mapping[str, int], setter: Typesetter) -> list[Flowable]:
    """One act: country, name, what to change, strength of evidence, source and place in it."""
    words, styles = setter.words, setter.styles
    sign: Flowable = Spacer(1, 1)
    if act.evidence is not None or act.own is None:
        sign = Sign(setter, evidence_sign(act.evidence, LIGHT, words), styles.cell, 8.5)
    return [
        setter.cell(act.country, styles.cell_bold),
        setter.cell(act_name(act, words), most=_LINES),
        setter.cell(act.change, most=_LINES),
        sign,
        setter.cell(reference_text(act.sources, numbers, words), styles.fine, most=_LINES),
    ]


def act_name(act: ActLine, words: Words) -> Rich:
    """The name of an act; where the article is not known, of which step."""
    if act.text:
        return act.text
    text = words.count(
        "article not known: step {numbers}",
        "article not known: steps {numbers}",
        one_or_more(act.numbers),
        numbers=words.list_of(tuple(map(str, act.numbers))),
    )
    return Span(text, colour=LIGHT.warn)


def terms_table(one: DossierMeasure, reference: Reference, setter: Typesetter) -> list[Flowable]:
    """The blocks of what the change costs, who pays, who is responsible and by when; something is known."""
    words, styles = setter.words, setter.styles
    title = setter.para(words.text("Cost, funds and term"), alone(styles.part))
    told = [part for part in one.parts if part.terms.known]
    silent = [part.country for part in one.parts if not part.terms.known]
    note = words.text("Not stated: {countries}.", countries=words.list_of(tuple(silent)))
    blocks: list[Flowable] = [setter.para(note, styles.note)] if silent else []
    head = [
        "",
        words.text("Cost of the change"),
        words.text("Source of funds"),
        words.text("Responsible body"),
        words.text("Term"),
    ]
    rows: list[list[Flowable]] = [[setter.cell(name, styles.head) for name in head]]
    rows.extend(_terms_row(part, reference, setter) for part in told)
    widths = [10 * MM, 32 * MM, 46 * MM, 0, 32 * MM]
    widths[3] = _WIDTH - sum(widths)
    return [*heading_with(title, table(rows, widths), rows, widths), *blocks]


def _terms_row(part: CountryPart, reference: Reference, setter: Typesetter) -> list[Flowable]:
    words = setter.words
    told = list(terms_texts(part.terms, reference, words))
    grey = Span(words.text("not stated"), colour=LIGHT.text3)
    return [
        setter.cell(part.country, setter.styles.cell_bold),
        *(setter.cell(text or grey, most=_LINES) for text in told),
    ]


def terms_texts(terms: Terms, reference: Reference, words: Words) -> Iterator[str]:
    """Cost, funds, responsible body and term of a change, each empty where it is not stated."""
    yield "" if terms.cost is None else money(terms.cost, words.language)
    yield "\n".join(_funds(terms, words))
    agency = reference.agencies.get(terms.agency_id or "")
    yield agency.name[words.language] if agency is not None else terms.body or ""
    if terms.due is not None:
        yield words.text("by {date}", date=day(terms.due, words.language))
    elif terms.months is not None:
        yield words.count("{n} month after adoption", "{n} months after adoption", terms.months)
    else:
        yield ""


def _funds(terms: Terms, words: Words) -> Sequence[str]:
    kind = [] if terms.funds is None else [label(terms.funds, words)]
    return [*kind, *([terms.funds_note] if terms.funds_note else [])]
