"""Sentences of the inspector about one block: what is repeated, measured, secured, paid, spared."""

from collections.abc import Sequence

from customs_app.analysis.corridor.again import AgainRow
from customs_app.analysis.corridor.border_times import BorderTimes, Measured, OwnTime
from customs_app.analysis.corridor.guarantees import GuaranteeStep, Standing
from customs_app.analysis.corridor.payments import Payment
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.corridor.saving import JointSaving
from customs_app.analysis.corridor.told import Told
from customs_app.analysis.corridor.told_names import told_name
from customs_app.analysis.neighbours import Way
from customs_app.domain.corridor import Block, Role
from customs_app.domain.figures import Range
from customs_app.domain.procedure import Source, Step
from customs_app.domain.reference import Reference
from customs_app.figures.chain_text import tir_said
from customs_app.figures.figure_text import hours_text
from customs_app.language.labels import label
from customs_app.language.numbers import money, number
from customs_app.language.words import Words
from customs_app.reports.corridor.texts import saving_said
from customs_app.ui.corridors.block_looks import block_name
from customs_app.ui.corridors.looks import NoteLook

_MEASURED = 4
_OUT_OF, _INTO = (Role.EXPORT, Role.CROSS_OUT, Role.TRANSIT), (Role.IMPORT, Role.CROSS_IN, Role.TRANSIT)


class Notes:
    """Words what was told of a chain, block by block."""

    def __init__(
        self, told: Told, blocks: Sequence[Block], chain: Chain, reference: Reference, words: Words
    ) -> None:
        self._told, self._chain = told, chain
        self._reference, self._words = reference, words
        self._blocks = {block.key: block for block in blocks}
        self._steps: dict[str, tuple[Block, Step]] = {
            step.id: (block, step)
            for block in blocks
            if block.procedure is not None
            for step in block.procedure.steps
        }

    # -- repeated

    def repeated(self, key: str) -> tuple[NoteLook, ...]:
        """Figures counted once, controls on both sides, and documents that this block asks for again."""
        own = {step_id for step_id, (block, _) in self._steps.items() if block.key == key}
        notes = [
            NoteLook(self._words.say(one.message), "equal-not", step_id=other, warns=True)
            for one in self._chain.counted_once
            for mine, other in ((one.counted, one.not_again), (one.not_again, one.counted))
            if mine in own
        ]
        for finding in self._told.controls:
            steps = {row.step for row in finding.evidence if row.step is not None}
            if steps & own:
                beyond = [one for one in steps if one not in own and one in self._steps]
                notes.append(
                    NoteLook(
                        self._words.say(finding.summary),
                        "repeat-2",
                        below=self._words.say(finding.doubt),
                        badge=finding.rule,
                        step_id=beyond[0] if beyond else None,
                    )
                )
        rows = [row for row in self._told.again.again if any(use.asked for use in row.uses.get(key, ()))]
        return (*notes, *(self._document(row, key) for row in rows))

    def _document(self, row: AgainRow, key: str) -> NoteLook:
        words = self._words
        parts = []
        for other, uses in row.uses.items():
            numbers = tuple(str(use.number) for use in uses if use.asked)
            if numbers:
                name = block_name(self._blocks[other], words)
                parts.append(f"{name} {words.list_of(numbers)}")
        elsewhere = [
            use.step_id for other, uses in row.uses.items() if other != key for use in uses if use.asked
        ]
        text = words.count(
            "{document}: asked for {n} time along the chain",
            "{document}: asked for {n} times along the chain",
            row.times_at_most,
            document=row.document.name,
        )
        return NoteLook(text, "copy", words.clauses(parts), step_id=elsewhere[0] if elsewhere else None)

    # -- measured at the border

    def border(self, key: str) -> tuple[NoteLook, ...]:
        """What was measured at the borders that this block passes, beside what its steps record."""
        block = self._blocks[key]
        found: list[NoteLook] = []
        for border in self._told.border_times:
            out = border.out_of == block.country and block.role in _OUT_OF
            into = border.into == block.country and block.role in _INTO
            if not (out or into):
                continue
            way = Way.OUT if out else Way.IN
            measured = [one for one in border.measured if one.way is way]
            found += [self._measured(one, border) for one in measured[:_MEASURED]]
            if (more := len(measured) - _MEASURED) > 0:  # the table of border times has them all
                text = self._words.count("and {n} more", "and {n} more", more)
                found.append(NoteLook(text, "clock", self._names(border)))
            found += [self._own(one) for one in border.own if one.block_key == key]
            if not measured:
                text = self._words.text("No crossing was measured here.")
                found.append(NoteLook(text, "circle-dashed", self._names(border)))
        return tuple(found)

    def _measured(self, one: Measured, border: BorderTimes) -> NoteLook:
        row, words = one.row, self._words
        hours = "?" if row.hours is None else number(row.hours, words.language)
        what = "" if row.whole or not row.activity else f" · {row.activity}"
        place = "" if row.national or not row.place else f" · {row.place}"
        text = words.text("measured {hours} h, {year}", hours=hours, year=row.year or "?")
        near = words.say(told_name(one.nearness))
        return NoteLook(
            text, "clock", f"{self._names(border)} · {near}{place}{what}", source=self._source(row.source_id)
        )

    def _own(self, one: OwnTime) -> NoteLook:
        words = self._words
        _, step = self._steps[one.step_id]
        text = words.text("step {n} records {hours} h", n=str(one.number), hours=hours_text(one.hours, words))
        says = [step.title[words.language]]
        if one.kind is not None:
            says.append(label(one.kind, words))
        if one.measured:
            says.append(words.text("the same measurement, not a second one"))
        return NoteLook(text, "library", " · ".join(says), step_id=one.step_id)

    def _names(self, border: BorderTimes) -> str:
        return f"{border.out_of} – {border.into}"

    def clearance(self, key: str) -> tuple[NoteLook, ...]:
        """Where the block clears goods, and what would leave the border if it did so inland."""
        found = self._told.clearances.get(key)
        if found is None:
            return ()
        words = self._words
        text = words.say(told_name(found.cleared))
        below = []
        if found.moves:
            numbers = words.list_of(tuple(str(step.seq) for step in found.moves))
            below.append(
                words.text("steps that would leave the border if it moved inland: {steps}", steps=numbers)
            )
            hours = self._hours(found.hours) or "?"
            known = words.text("{n} of {of} known", n=found.known.n, of=found.known.of)
            below.append(words.text("their time: {hours} ({known})", hours=hours, known=known))
        if found.needed:
            needed = words.list_of(tuple(map(self._activity, found.needed)))
            below.append(words.text("needed besides: {activities}", activities=needed))
        if found.by_choice:
            below.append(words.text("the trader may choose another place"))
        step = found.moves[0].id if found.moves else None
        return (NoteLook(text, "map-pin", words.clauses(below), step_id=step),)

    def _activity(self, code: str) -> str:
        activity = self._reference.activities.get(code)
        return activity.name[self._words.language] if activity is not None else code

    # -- guarantees, payments, savings

    def guarantees(self, iso2: str) -> tuple[NoteLook, ...]:
        """Securities, escorts and seals of the country."""
        own = next((one for one in self._told.guarantees.countries if one.country == iso2), None)
        if own is None:
            return ()
        notes = [self._guarantee(step) for step in own.steps]
        if own.standing is not Standing.RECORDED:
            notes.append(NoteLook(self._words.say(told_name(own.standing)), "circle-dashed", warns=True))
        return (*notes, NoteLook(tir_said(own.tir, self._words), "info"))

    def _guarantee(self, one: GuaranteeStep) -> NoteLook:
        words = self._words
        _, step = self._steps[one.step_id]
        parts = [f"{one.number} {step.title[words.language]}"]
        if not one.in_case:
            parts.append(words.text("on a condition only"))
        if one.cost is not None:
            parts.append(money(one.cost, words.language))
        if one.rate is not None:
            parts.append(f"{number(one.rate, words.language)} %")
        parts.append(self._hours(one.hours))
        text = words.say(told_name(one.kind))
        return NoteLook(text, "shield-check", " · ".join(part for part in parts if part), step_id=one.step_id)

    def payments(self, key: str) -> tuple[NoteLook, ...]:
        """Amounts paid in this block, and those of which nobody knows how much."""
        words = self._words
        paid = [self._payment(one) for one in self._told.payments.payments if one.block_key == key]
        for step_id in self._told.payments.unknown:
            block, step = self._steps[step_id]
            if block.key == key:
                text = words.text("unknown how much")
                below = f"{step.seq} {step.title[words.language]}"
                paid.append(NoteLook(text, "circle-dashed", below, step_id=step_id, warns=True))
        return tuple(paid)

    def _payment(self, one: Payment) -> NoteLook:
        words = self._words
        _, step = self._steps[one.step_id]
        parts = [f"{one.number} {step.title[words.language]}", words.say(told_name(one.payable))]
        return NoteLook(money(one.money, words.language), "scale", " · ".join(parts), step_id=one.step_id)

    def savings(self) -> tuple[NoteLook, ...]:
        """What the countries of the chain could do together, and what it would spare; never added up."""
        return tuple(self._saving(one) for one in self._told.savings)

    def _saving(self, one: JointSaving) -> NoteLook:
        words = self._words
        parts = saving_said(one, words)
        step = one.falls_away[0].step_id if one.falls_away else None
        return NoteLook(
            words.say(one.summary), "link-2", words.clauses([*parts, words.say(one.doubt)]), step_id=step
        )

    def _hours(self, hours: Range | None) -> str:
        if hours is None or not hours.known:
            return ""
        return self._words.text("{hours} h", hours=hours_text(hours, self._words))

    def _source(self, source_id: str | None) -> Source | None:
        return self._reference.sources.get(source_id or "")
