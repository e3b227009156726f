"""The minutes of a meeting as text for a terminal."""

from collections.abc import Iterator

from customs_app.domain.meeting import Decision
from customs_app.language.moments import clock
from customs_app.language.words import Words
from customs_app.reports.minutes import texts
from customs_app.reports.minutes.content import Minuted, Minutes


def minutes_text(minutes: Minutes, words: Words) -> str:
    """The meeting, its decisions, what was noted, and what stays open."""
    return "\n".join(_lines(minutes, words))


def _lines(minutes: Minutes, words: Words) -> Iterator[str]:
    meeting, reference = minutes.meeting, minutes.reference
    yield meeting.title
    yield words.named(words.text("Time"), texts.when(minutes, words))
    yield words.named(words.text("Chair"), texts.person(meeting.chair, reference, words))
    yield words.named(words.text("Delegations"), texts.delegations(meeting.delegations, reference, words))
    for full in minutes.procedures:
        yield ""
        yield texts.procedure_name(full, reference, words)
        for line in minutes.lines:
            if line.item.full is full:
                yield from _step(line, minutes, words)
    if minutes.notes:
        yield ""
        for note in minutes.notes:
            yield f"{clock(note.at)}  {note.text}"
    yield ""
    yield words.text("{decided} of {all} steps decided", decided=len(minutes.decided), all=len(minutes.lines))


def _step(line: Minuted, minutes: Minutes, words: Words) -> Iterator[str]:
    title = f"{line.item.step.seq:>3}  {line.item.step.title[words.language]}"
    if not line.decisions:
        yield f"{title} – {words.text('not decided')}"
    else:
        yield title
    for decision in line.decisions:
        yield from _decision(line, decision, minutes, words)
    for note in line.notes:
        yield f"     {clock(note.at)}  {note.text}"


def _decision(line: Minuted, decision: Decision, minutes: Minutes, words: Words) -> Iterator[str]:
    said = texts.verdict(decision, line.item.full, words)
    document = texts.target(decision, minutes, words)
    if document:
        said = f"{said} ({document})"
    reason = f" – {decision.reason}" if decision.reason else ""
    yield f"     {clock(decision.at)}  {said}{reason}"
    for dissent in decision.dissents:
        yield f"            {texts.dissent_line(dissent, minutes.reference, words)}"
