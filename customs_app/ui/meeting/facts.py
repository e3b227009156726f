"""What a step is, row by row, as meeting mode shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from customs_app.analysis.agenda import Item
from customs_app.analysis.changed_fields import changed_lines
from customs_app.analysis.counting import Counting, counted_costs, counted_times
from customs_app.domain.codes import Role
from customs_app.domain.meeting import Decision, Note
from customs_app.domain.procedure import DocumentUse
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text
from customs_app.figures.figure_text import explain_cost, explain_time
from customs_app.figures.shapes import Drawing
from customs_app.figures.signs import evidence_sign, position_sign, verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.labels import delegation_name, label
from customs_app.language.moments import clock
from customs_app.language.words import N_, Words
from customs_app.reports.minutes.texts import verdict
from customs_app.ui.meeting.text_box import Run
from customs_app.ui.widgets.row_signs import CHANNEL_ICONS

_ROLES = (
    (Role.INPUT, N_("Handed in"), "log-in"),
    (Role.SHOWN, N_("Shown"), "eye"),
    (Role.OUTPUT, N_("Issued"), "log-out"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a fact, with an icon or a sign before it."""

    runs: tuple[Run, ...]
    icon: str = ""
    sign: Drawing | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its name in the code, its title as it is read, and its lines."""

    name: str
    title: str
    lines: tuple[Line, ...]


class Facts:
    """Words facts in one language, with the signs of one palette."""

    def __init__(self, reference: Reference, words: Words, palette: Palette) -> None:
        self._reference, self._words, self._palette = reference, words, palette

    def of_step(self, item: Item) -> tuple[Fact, ...]:
        """Doer, channel, documents, time, cost where it is known, law and source of a step."""
        text = self._words.text
        rows = [
            ("condition", text("Only if"), self._condition(item)),
            ("doer", text("Done by"), self._doer(item)),
            ("channel", text("How"), self._channel(item)),
            *self._documents(item),
            ("time", text("Time"), self._time(item)),
            ("cost", text("Cost"), self._cost(item)),
            ("law", text("Law"), self._law(item)),
            ("source", text("Source"), self._source(item)),
        ]
        return tuple(Fact(name, title, tuple(lines)) for name, title, lines in rows if lines)

    def of_minutes(self, item: Item, decision: Decision | None, notes: tuple[Note, ...]) -> tuple[Fact, ...]:
        """What was decided about a step, who does not go along, and what was noted."""
        words, found = self._words, []
        if decision is not None:
            found.append(Fact("decided", words.text("Decided"), (self._decided(item, decision),)))
            dissents = tuple(
                Line(
                    (
                        Run(self._delegation(one.delegation), bold=True),
                        Run(f"  {label(one.position, words)}", "text2"),
                        Run(f" — {one.reason}" if one.reason else ""),
                    ),
                    sign=position_sign(one.position, self._palette, words),
                )
                for one in decision.dissents
            )
            if dissents:
                found.append(Fact("dissent", words.text("Dissent"), dissents))
        if notes:
            lines = tuple(
                Line((Run(f"{clock(one.at)}  ", "text2"), Run(one.text)), "notebook-pen") for one in notes
            )
            found.append(Fact("note", words.text("Note"), lines))
        return tuple(found)

    def of_decided_documents(self, item: Item, decisions: Sequence[Decision]) -> tuple[Fact, ...]:
        """What was decided about documents of a step."""
        lines = tuple(self._decided(item, one, named=True) for one in decisions)
        return (Fact("decided_documents", self._words.text("Decided on documents"), lines),) if lines else ()

    def of_document(self, item: Item, document_id: str) -> tuple[Fact, ...]:
        """At which step a document of it is used, and what the step does with it."""
        words, step = self._words, item.step
        uses = [use for use in item.full.uses.get(step.id, ()) if use.document_id == document_id]
        told = [
            Line((Run(words.text(title)), *self._as_used(use)), picture)
            for role, title, picture in _ROLES
            for use in uses
            if use.role is role
        ]
        of_step = Run(f"{step.seq}  {step.title[words.language]}")
        return (
            Fact("step", words.text("Step"), (Line((of_step,)),)),
            Fact("use", words.text("Here"), tuple(told)),
        )

    def _decided(self, item: Item, decision: Decision, *, named: bool = False) -> Line:
        words = self._words
        runs = [Run(verdict(decision, item.full, words), bold=True)]
        if named and decision.document_id is not None:
            runs = [*self._named(decision.document_id), Run(": "), *runs]
        if decision.reason:
            runs.append(Run(f" — {decision.reason}"))
        if decision.article:
            runs.append(Run(f" · {decision.article}", "text2"))
        if decision.stale:
            changed = words.clauses(changed_lines(decision, item.full, self._reference, words))
            runs.append(Run("\n" + words.text("Changed since: {fields}", fields=changed), "warn"))
        return Line(
            tuple(runs), sign=verdict_sign(decision.verdict, self._palette, words, stale=bool(decision.stale))
        )

    def _condition(self, item: Item) -> list[Line]:
        return [Line(self._said(item.step.condition))] if item.step.condition is not None else []

    def _doer(self, item: Item) -> list[Line]:
        agency = self._reference.agencies.get(item.step.agency_id or "")
        return [Line(self._said(agency.name))] if agency is not None else [self._unknown()]

    def _channel(self, item: Item) -> list[Line]:
        channel = item.step.channel
        if channel is None:
            return [self._unknown()]
        runs = [Run(label(channel, self._words))]
        if item.step.visits:
            visits = self._words.count("{n} visit", "{n} visits", item.step.visits)
            runs.append(Run(f"  {visits}", "text2"))
        return [Line(tuple(runs), CHANNEL_ICONS[channel])]

    def _documents(self, item: Item) -> Iterator[tuple[str, str, list[Line]]]:
        uses = item.full.uses.get(item.step.id, ())
        for role, title, picture in _ROLES:
            own = [Line(self._document(use), picture) for use in uses if use.role is role]
            yield f"documents_{role}", self._words.text(title), own
        if not uses:
            yield "documents", self._words.text("Documents"), [self._unknown()]

    def _document(self, use: DocumentUse) -> tuple[Run, ...]:
        return (*self._named(use.document_id), *self._as_used(use))

    def _named(self, document_id: str) -> tuple[Run, ...]:
        document = self._reference.documents.get(document_id)
        return self._said(document.name) if document is not None else (Run(document_id),)

    def _as_used(self, use: DocumentUse) -> tuple[Run, ...]:
        words, runs = self._words, []
        if use.form is not None:
            runs.append(Run(f"  {label(use.form, words)}", "text2"))
        if use.copies is not None and use.copies > 1:
            runs.append(Run(f"  {words.count('{n} copy', '{n} copies', use.copies)}", "text2"))
        return tuple(runs)

    def _time(self, item: Item) -> list[Line]:
        counted = counted_times(item.full, item.full.steps)[item.step.id]
        tone = "text3" if counted.state is Counting.UNKNOWN else "text"
        return [Line((Run(explain_time(counted, item.full, self._words), tone),))]

    def _cost(self, item: Item) -> list[Line]:
        counted = counted_costs(item.full, item.full.steps)[item.step.id]
        if counted.state is Counting.UNKNOWN:
            return []
        return [Line((Run(explain_cost(counted, item.full, self._words)),))]

    def _law(self, item: Item) -> list[Line]:
        if item.step.legal_basis:
            return [Line((Run(item.step.legal_basis),))]
        return [Line((Run(self._words.text("? not recorded in any source"), "text3"),))]

    def _source(self, item: Item) -> list[Line]:
        step, words = item.step, self._words
        sources = [self._reference.sources[one] for one in step.source_ids if one in self._reference.sources]
        said = [
            ", ".join(
                part
                for part in (source.title, source.publisher, source.year or words.text("no year"))
                if part
            )
            for source in sources
        ]
        if not said:
            return [self._unknown()]
        place = f" · {step.locator}" if step.locator else ""
        sign = evidence_sign(step.evidence, self._palette, words)
        last = len(said) - 1
        return [
            Line((Run(one + (place if at == last else ""), "text2"),), sign=sign if not at else None)
            for at, one in enumerate(said)
        ]

    def _said(self, text: Text) -> tuple[Run, ...]:
        shown = text.shown(self._words.language)
        own = Run(shown.text)
        return (own,) if shown.language is self._words.language else (own, Run("  EN", "text3"))

    def _unknown(self) -> Line:
        return Line((Run(self._words.text("? not recorded"), "text3"),))

    def _delegation(self, delegation: str) -> str:
        return delegation_name(delegation, self._reference.countries, self._words)
