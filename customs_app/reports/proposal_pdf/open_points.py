"""What stands between this paper and an agreement, and what is not known."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from customs_app.analysis.dossier.result import Dossier, DossierMeasure, OpenPoint
from customs_app.analysis.totals import totals as totals_of
from customs_app.domain.review import Mark
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.differences import numbered
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.page import Bookmark
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Span
from customs_app.reports.proposal_pdf.styles import Style, Styles
from customs_app.reports.proposal_pdf.texts import numbers_of, one_or_more
from customs_app.reports.seen_marks import blind_line


def open_points(content: Content, dossier: Dossier | None, setter: Typesetter) -> list[Flowable]:
    """The blocks of the open points, those of the whole first, then those of each measure; may be none."""
    words, styles = setter.words, setter.styles
    name = words.text("Open points")
    points = [*_of_whole(dossier, words), *_split(content, words)]
    if dossier is None:
        points = [*_stale(content, words), *points]
    points += [*_kinds(content, words), *not_compared(content, words), *_untranslated(content, words)]
    measures = dossier.measures if dossier is not None else ()
    told = [(one, [words.say(point.message) for point in _of_measure(dossier, one)]) for one in measures]
    if not points and not any(own for _, own in told):
        return []
    blocks: list[Flowable] = [Bookmark("open", name), setter.para(name, styles.part)]
    if points:
        blocks.append(numbered(points, setter))
    for one, own in told:
        if own:
            title = Span(f"{one.number}. {one.title.text}", bold=True)
            blocks += [setter.para(title, _under(styles)), numbered(own, setter)]
    return blocks


def _under(styles: Styles) -> Style:
    """How the title of a measure stands over its open points."""
    return replace(styles.statement, before=6, after=1, follow=True)


def _of_whole(dossier: Dossier | None, words: Words) -> Iterator[str]:
    if dossier is not None:
        yield from (words.say(point.message) for point in dossier.open_points if not point.measure)


def _of_measure(dossier: Dossier | None, one: DossierMeasure) -> Iterator[OpenPoint]:
    if dossier is not None:
        yield from (point for point in dossier.open_points if point.measure == one.key)


def unknowns(content: Content, dossier: Dossier | None, words: Words) -> list[str]:
    """What is not known, as sentences."""
    totals = list(content.comparison.totals.values())
    if content.along:
        case = content.comparison.case
        totals = [totals_of(full, case, content.reference.rates) for full in content.along]
    steps = sum(one.time_covered.of for one in totals)
    made = [
        words.text(
            "Of {steps} steps of the case, {time} have no counted time and {law} no legal basis on record.",
            steps=steps,
            time=steps - sum(one.time_covered.n for one in totals),
            law=sum(one.law_covered.of - one.law_covered.n for one in totals),
        )
    ]
    paid = sum(one.cost_covered.of for one in totals)
    fees = paid - sum(one.cost_covered.n for one in totals)
    made.append(words.text("{n} of {of} steps have no counted fee.", n=fees, of=paid))
    hidden = blind_line(content.blind_steps, words)
    made += [*not_compared(content, words), *([hidden] if hidden else [])]
    if dossier is not None and (n := len(dossier.open_points)):
        made.append(words.count("{n} point is open.", "{n} points are open.", n))
    return made


def not_compared(content: Content, words: Words) -> Iterator[str]:
    """Countries that were asked for and are not in the comparison, and why."""
    comparison = content.comparison
    by_stages = _names(comparison.stages_only, content, words)
    absent = _names((c for c in comparison.left_out if c not in comparison.stages_only), content, words)
    if absent:
        yield words.text("Not compared, no such procedure on record: {countries}.", countries=absent)
    if by_stages:
        yield words.text("Not compared, known by stages only: {countries}.", countries=by_stages)


def disagreements(content: Content) -> list[list[Mark]]:
    """Marks of different verdicts on one step or document."""
    targets: dict[tuple[str, str | None], list[Mark]] = {}
    for mark in content.marks:
        targets.setdefault((mark.step_id, mark.document_id), []).append(mark)
    return [marks for marks in targets.values() if len({mark.verdict for mark in marks}) > 1]


def _stale(content: Content, words: Words) -> Iterator[str]:
    for country, full in content.procedures():
        stale = {mark.step_id for mark in content.marks if mark.stale}
        steps = [step.id for step in full.steps if step.id in stale]
        if steps:
            yield words.count(
                "{country}: a mark is stale, step {numbers} has changed since.",
                "{country}: marks are stale, steps {numbers} have changed since.",
                one_or_more(steps),
                country=country.name,
                numbers=numbers_of(steps, full, words),
            )


def _split(content: Content, words: Words) -> Iterator[str]:
    split = {marks[0].step_id for marks in disagreements(content)}
    for country, full in content.procedures():
        steps = [step.id for step in full.steps if step.id in split]
        if steps:
            yield words.count(
                "{country}: reviewers have decided differently on step {numbers}.",
                "{country}: reviewers have decided differently on steps {numbers}.",
                one_or_more(steps),
                country=country.name,
                numbers=numbers_of(steps, full, words),
            )


def _kinds(content: Content, words: Words) -> Iterator[str]:
    with_others = [iso2 for iso2 in content.comparison.countries if content.comparison.others.get(iso2)]
    if with_others:
        yield words.text(
            "These countries have further procedures that would answer the same question: {countries}. "
            "The title page says which one is compared.",
            countries=_names(with_others, content, words),
        )


def _untranslated(content: Content, words: Words) -> Iterator[str]:
    texts = [step.title for _, full in content.procedures() for step in full.steps]
    n = sum(text.shown(words.language).language is not words.language for text in texts)
    if n:
        yield words.count(
            "{n} title of a step has no translation and stands in English, marked EN.",
            "{n} titles of steps have no translation and stand in English, marked EN.",
            n,
        )


def _names(iso2s: Iterable[str], content: Content, words: Words) -> str:
    return words.list_of(tuple(content.reference.countries[iso2].name[words.language] for iso2 in iso2s))
