"""The parts of a proposal, as they stand in the paper; comments and history are the window's alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.dossier.result import Dossier, DossierMeasure
from customs_app.language.words import Words
from customs_app.ui.proposals.paper import (
    COMMENTS,
    COMPARISON,
    DISSENT,
    HISTORY,
    LAWS,
    MEASURES,
    POSITIONS,
    SAVINGS,
    SOURCES,
    SUMMARY,
    TITLE,
    measure_key,
)


class State(StrEnum):
    """What the sign at the right of a part says: done, something unknown, figures changed since."""

    DONE = "check"
    UNKNOWN = "triangle-alert"
    CHANGED = "history"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its key, name and icon, or the measure it is; `count` and `state` stand at the right."""

    key: str
    name: str
    icon: str = ""
    measure: DossierMeasure | None = None
    count: str = ""
    state: State | None = None


def parts_of(dossier: Dossier | None, words: Words) -> tuple[Part, ...]:
    """The parts in order of print; the measures stand below their heading as soon as they are read."""
    return tuple(_parts(dossier, words))


def _parts(dossier: Dossier | None, words: Words) -> Iterator[Part]:
    text = words.text
    yield Part(TITLE, text("Title page"), "file-text", state=_written(dossier, title=True))
    yield Part(SUMMARY, text("Summary"), "notebook-pen", state=_written(dossier))
    countries = str(len(dossier.countries)) if dossier is not None else ""
    yield Part(COMPARISON, text("Comparison of the countries"), "table-2", count=countries)
    suggested = dossier.from_findings if dossier is not None else False
    name = text("Suggestions of the rules") if suggested else text("Measures")
    measures = dossier.measures if dossier is not None else ()
    yield Part(MEASURES, name, count=str(len(measures)) if dossier is not None else "")
    for one in measures:
        said = text("{number}. {title}", number=str(one.number), title=one.title.text)
        changed = any(passage.changed for passage in one.passages)
        yield Part(measure_key(one.number), said, measure=one, state=State.CHANGED if changed else None)
    yield from _tables(dossier, words)


def _tables(dossier: Dossier | None, words: Words) -> Iterator[Part]:
    text = words.text
    time_unknown = laws_unknown = False
    laws = stated = dissents = sources = comments = 0
    if dossier is not None:
        time_unknown = any(one.effect.saved.elapsed is None for one in dossier.together)
        acts = [act for one in dossier.measures for part in one.parts for act in part.acts]
        laws, laws_unknown = len(acts), any(act.text is None for act in acts)
        holders = (dossier.positions, *(one.positions for one in dossier.measures))
        stated = sum(1 for held in holders for one in held if one.stated is not None)
        dissents = sum(len(one.objections) for one in dossier.measures)
        sources = len(dossier.sources)
        every = (*dossier.measures, *dossier.left_out)
        comments = len(dossier.comments) + sum(len(one.comments) for one in every)
    unknown = State.UNKNOWN
    yield Part(SAVINGS, text("Savings"), "clock", state=unknown if time_unknown else None)
    yield Part(
        LAWS, text("Articles of law"), "scale", count=_n(laws), state=unknown if laws_unknown else None
    )
    yield Part(POSITIONS, text("Positions of delegations"), "users", count=_n(stated))
    yield Part(DISSENT, text("Dissent"), "message-square-quote", count=_n(dissents))
    yield Part(SOURCES, text("Sources"), "book-marked", count=_n(sources))
    yield Part(COMMENTS, text("Comments"), "pencil", count=_n(comments))
    yield Part(HISTORY, text("History"), "history")


def _written(dossier: Dossier | None, *, title: bool = False) -> State | None:
    """Whether a part of the whole proposal has been gone through by an official."""
    if dossier is None:
        return None
    if title:
        proposal = dossier.proposal
        return State.DONE if proposal.number and proposal.day else None
    passages = (dossier.summary, dossier.problem, dossier.asked)
    if any(passage.changed for passage in passages):
        return State.CHANGED
    return State.DONE if dossier.summary.rewritten else None


def _n(n: int) -> str:
    return str(n) if n else ""
