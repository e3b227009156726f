"""Small texts that the minutes say on paper, in the workbook and in the terminal alike."""

from collections.abc import Iterable

from customs_app.domain.codes import Verdict
from customs_app.domain.meeting import Decision, Dissent
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Reviewer
from customs_app.language.labels import delegation_name, label
from customs_app.language.moments import clock, moment, same_day, zone
from customs_app.language.words import Words
from customs_app.reports.minutes.content import Minuted, Minutes


def when(minutes: Minutes, words: Words) -> str:
    """When the meeting took place, by the clock of this machine: `24 Nov 2026, 09:05 – 12:40 (UTC+05:00)`."""
    meeting, language = minutes.meeting, words.language
    begun = moment(meeting.started_at, language)
    if meeting.ended_at is None:
        end = words.text("goes on")
    elif same_day(meeting.started_at, meeting.ended_at):
        end = clock(meeting.ended_at)
    else:
        end = moment(meeting.ended_at, language)
    return f"{begun} – {end} ({zone(meeting.started_at)})"


def delegations(names: Iterable[str], reference: Reference, words: Words) -> str:
    """Names of delegations in a row."""
    return words.list_of(tuple(delegation_name(one, reference.countries, words) for one in names))


def person(who: Reviewer, reference: Reference, words: Words) -> str:
    """A name, and for whom he or she speaks."""
    return f"{who.name} ({delegation_name(who.delegation, reference.countries, words)})"


def votes_lines(decision: Decision, reference: Reference, words: Words) -> list[str]:
    """The votes before the decision, a line a verdict: `Move online: BY, CN`; countries by their codes."""
    if decision.votes is None:
        return [words.text("not opened")]
    by_verdict: dict[Verdict, list[str]] = {}
    for delegation, vote in sorted(decision.votes.items()):
        by_verdict.setdefault(vote, []).append(code_of(delegation, reference, words))
    return [
        words.named(label(vote, words), words.list_of(tuple(by_verdict[vote])))
        for vote in Verdict
        if vote in by_verdict
    ] or [words.text("no marks")]


def agreement(decision: Decision, words: Words) -> str:
    """How many of the delegations with a vote wanted what was decided: `5 of 9`; empty without votes."""
    votes = decision.votes or {}
    if not votes:
        return ""
    n = sum(vote is decision.verdict for vote in votes.values())
    return words.text("{n} of {all}", n=n, all=len(votes))


def code_of(delegation: str, reference: Reference, words: Words) -> str:
    """The code of a country, or the name of another delegation."""
    if delegation in reference.countries:
        return delegation
    return delegation_name(delegation, reference.countries, words)


def dissent_line(dissent: Dissent, reference: Reference, words: Words) -> str:
    """A delegation with its position and its reason."""
    name = delegation_name(dissent.delegation, reference.countries, words)
    said = words.named(name, label(dissent.position, words))
    return f"{said}. {dissent.reason}".strip() if dissent.reason else said


def target(decision: Decision, minutes: Minutes, words: Words) -> str:
    """The document on which was decided; empty where it was the step itself."""
    if decision.document_id is None:
        return ""
    document = minutes.reference.documents.get(decision.document_id)
    return document.name[words.language] if document is not None else decision.document_id


def verdict(decision: Decision, full: FullProcedure, words: Words) -> str:
    """What was decided, with the step into which it is merged."""
    for step in full.steps:
        if step.id == decision.merge_into:
            return words.text("Merge into step {n}", n=f"{step.seq} {step.title[words.language]}")
    return label(decision.verdict, words)


def procedure_name(full: FullProcedure, reference: Reference, words: Words) -> str:
    """A procedure with its country."""
    country = reference.countries[full.procedure.country].name[words.language]
    return words.named(country, full.procedure.title[words.language])


def numbers(minutes: Minutes, lines: Iterable[Minuted], words: Words) -> str:
    """Numbers of steps; with the country's code where the agenda has several procedures."""
    return words.list_of(tuple(_number(line, minutes) for line in _in_order(lines, minutes)))


def numbers_decided(minutes: Minutes, verdict: Verdict, words: Words) -> str:
    """Numbers of the steps decided with a verdict; says where it was a document of the step alone."""
    said = []
    for line in _in_order(minutes.by_verdict[verdict], minutes):
        own = [one for one in line.decisions if one.verdict is verdict]
        of_step = any(one.document_id is None for one in own)
        number = _number(line, minutes)
        said.append(number if of_step else words.text("{n} (document)", n=number))
    return words.list_of(tuple(said))


def _in_order(lines: Iterable[Minuted], minutes: Minutes) -> list[Minuted]:
    among = set(map(id, lines))
    return [line for line in minutes.lines if id(line) in among]


def _number(line: Minuted, minutes: Minutes) -> str:
    step = line.item.step
    return f"{line.item.full.procedure.country} {step.seq}" if len(minutes.procedures) > 1 else str(step.seq)
