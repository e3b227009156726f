"""The parts of a proposal, as they stand in the paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from customs_app.analysis.measures import Measure
from customs_app.domain.proposal import Proposal
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.ui.proposals.paper import COMPARISON, MEASURES, SOURCES, SUMMARY, TITLE, measure_key


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its key, name and icon, or the measure it is; `count` and `done` stand at the right."""

    key: str
    name: str
    icon: str = ""
    measure: Measure | None = None
    count: str = ""
    done: bool = False


def parts_of(proposal: Proposal, content: Content | None, words: Words) -> tuple[Part, ...]:
    """The parts in order of print; the measures stand below their heading as soon as they are read."""
    return tuple(_parts(proposal, content, words))


def _parts(proposal: Proposal, content: Content | None, words: Words) -> Iterator[Part]:
    text = words.text
    countries = measures = sources = ""
    if content is not None:
        countries, sources = str(len(content.comparison.countries)), str(len(content.sources))
        measures = str(len(content.measures))
    suggested = content.from_findings if content is not None else False
    yield Part(TITLE, text("Title page"), "file-text")
    yield Part(SUMMARY, text("Summary"), "notebook-pen", done=bool(proposal.summary))
    yield Part(COMPARISON, text("Comparison of the countries"), "table-2", count=countries)
    name = text("Suggestions of the rules") if suggested else text("Measures")
    yield Part(MEASURES, name, count=measures)
    for number, measure in enumerate(content.measures if content is not None else (), 1):
        said = text("{number}. {title}", number=str(number), title=words.say(measure.title))
        yield Part(measure_key(number), said, measure=measure)
    yield Part(SOURCES, text("Sources"), "book-marked", count=sources)
