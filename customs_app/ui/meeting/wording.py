"""Words and signs of meeting mode: strip, votes, others, guard, and the minutes in one line."""

from collections.abc import Sequence

from customs_app.analysis.agenda import Item
from customs_app.analysis.guard import GuardRow, guard, risk_label
from customs_app.analysis.lives_without import How, Lives, how_label, lives_without
from customs_app.analysis.votes import Vote
from customs_app.domain.codes import Channel, RoundState, Stage
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import cell_text
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.labels import delegation_name, label
from customs_app.language.moments import clock
from customs_app.language.words import Words
from customs_app.ui.meeting.aside import GuardText, OtherRow
from customs_app.ui.meeting.sitting import Sitting
from customs_app.ui.meeting.strip import Cell
from customs_app.ui.meeting.text_box import Run
from customs_app.ui.meeting.votes_bar import VoteCell
from customs_app.ui.step_names import step_names
from customs_app.ui.widgets.row_signs import CHANNEL_ICONS

_NO_VISIT = (Channel.AUTOMATIC, Channel.ONLINE)


def stage_of(item: Item, reference: Reference) -> Stage | None:
    """The stage of a step; None where its activity is not in the reference list."""
    activity = reference.activities.get(item.step.activity)
    return activity.stage if activity is not None else None


def strip_cells(sitting: Sitting, palette: Palette, words: Words) -> list[Cell]:
    """One cell a step of the agenda."""
    cells = []
    before: str | None = None
    for item in sitting.items:
        decision = sitting.decision(item)
        title = f"{item.step.seq} {item.step.title[words.language]}"
        sign, says = None, title
        if decision is not None:
            sign = verdict_sign(decision.verdict, palette, words, stale=bool(decision.stale))
            says = words.named(title, sign.says)
        own = item.full.procedure.id
        objected = decision is not None and bool(decision.dissents)
        if objected:
            says = f"{says} ({words.text('with dissent')})"
        first = before not in (None, own)
        cells.append(Cell(str(item.step.seq), stage_of(item, sitting.reference), sign, says, objected, first))
        before = own
    return cells


def place_text(sitting: Sitting, place: int, words: Words) -> str:
    """Where one is: `Declare · step 14 of 21`, or on an agenda of some steps `step 14 · 2 of 5`."""
    item = sitting.items[place]
    stage = stage_of(item, sitting.reference)
    if sitting.meeting.steps or len(sitting.meeting.procedures) > 1:
        where = words.text(
            "step {step} · {n} of {all}", step=str(item.step.seq), n=place + 1, all=len(sitting.items)
        )
    else:
        where = words.text("step {step} of {all}", step=str(item.step.seq), all=len(sitting.items))
    return f"{label(stage, words)} · {where}" if stage is not None else where


def document_name(document_id: str, reference: Reference, words: Words) -> str:
    """The name of a document; its id where it is not in the catalogue any more."""
    document = reference.documents.get(document_id)
    return document.name[words.language] if document is not None else document_id


def target_text(item: Item, document_id: str | None, reference: Reference, words: Words) -> str:
    """What is at stake: `Step 14`, or a document of it."""
    number = str(item.step.seq)
    if document_id is None:
        return words.text("Step {n}", n=number)
    name = document_name(document_id, reference, words)
    return words.text("Step {n}, document “{document}”", n=number, document=name)


def votes_row(
    sitting: Sitting, item: Item, palette: Palette, words: Words, document_id: str | None = None
) -> tuple[str, list[VoteCell], str]:
    """The label of the votes on a step or a document of it, the delegations, and how far they agree."""
    counted, own = sitting.votes(item, document_id), sitting.round_of(item)
    blind = own is not None and own.state is RoundState.BLIND
    anybody = any(vote.marks or vote.hidden for vote in counted.votes)
    cells = [_vote_cell(vote, sitting.reference, palette, words) for vote in counted.votes if anybody]
    if own is None:
        title = words.text("Marks")
    elif blind:
        title = words.text("Round {n}, blind", n=own.number)
    else:
        title = words.text("Round {n}, opened", n=own.number)
    if blind:
        return title, cells, words.text("not opened yet (O)")
    if not anybody and document_id is not None:
        return title, cells, words.text("nobody has marked this document")
    if not anybody:
        return title, cells, words.text("nobody has marked this step")
    if counted.of < 2:
        return title, cells, ""
    return title, cells, words.text("agreement {n} of {all}", n=counted.agree, all=counted.of)


def code_of(delegation: str, reference: Reference, words: Words) -> str:
    """The code of a country, or the name of another delegation."""
    return (
        delegation
        if delegation in reference.countries
        else delegation_name(delegation, reference.countries, words)
    )


def _vote_cell(vote: Vote, reference: Reference, palette: Palette, words: Words) -> VoteCell:
    name = delegation_name(vote.delegation, reference.countries, words)
    code = code_of(vote.delegation, reference, words)
    if vote.marks:
        signs = tuple(verdict_sign(verdict, palette, words) for verdict in vote.verdicts)
        reasons = [f"{label(mark.verdict, words)}: {mark.reason}".rstrip(": ") for mark in vote.marks]
        return VoteCell(code, signs, "", words.named(name, words.clauses(reasons)))
    word = words.text("marked, not seen") if vote.hidden else words.text("no mark")
    return VoteCell(code, (), word, words.named(name, word))


def others_of(
    item: Item, peers: Sequence[FullProcedure], reference: Reference, words: Words
) -> tuple[str, list[OtherRow]]:
    """A heading, and how each other country does the activity of a step."""
    own = item.full.procedure.country
    full = {one.procedure.country: one for one in peers}
    found = [one for one in lives_without(item.step.activity, peers, reference) if one.country != own]
    told = [one for one in found if one.how is not How.UNKNOWN]
    without = tuple(
        reference.countries[one.country].name[words.language] for one in told if one.how is How.WITHOUT
    )
    rows = []
    if without:
        said = words.text("No such step: {countries}", countries=without)
        rows.append(OtherRow("", said, (Run(said, "text2"),), "", "", ""))
    having = [one for one in told if one.how is not How.WITHOUT]
    rows += [_other(one, full.get(one.country), reference, words) for one in having]
    absent = tuple(
        reference.countries[one.country].name[words.language] for one in found if one.how is How.UNKNOWN
    )
    if absent:
        none = words.text("No such procedure recorded: {countries}", countries=absent)
        rows.append(OtherRow("", none, (Run(none, "text3"),), "", "", ""))
    return _others_heading(item, told, words), rows


def _others_heading(item: Item, told: Sequence[Lives], words: Words) -> str:
    without = sum(one.how is How.WITHOUT for one in told)
    light = sum(one.how in (How.ONLINE, How.MERGED) for one in told)
    if not told:
        return words.text("No other country has such a procedure on record")
    if light and item.step.channel not in _NO_VISIT:
        return words.count("{n} other does it without a visit", "{n} others do it without a visit", light)
    if without:
        return words.count("{n} other has no such step", "{n} others have no such step", without)
    return words.text("How the others do it")


def _other(one: Lives, full: FullProcedure | None, reference: Reference, words: Words) -> OtherRow:
    country = reference.countries[one.country].name[words.language]
    if one.cell is None or full is None:
        return OtherRow(one.country, country, (Run(how_label(one.how, words), "text3"),), "", "", "")
    steps = one.cell.steps
    runs = [Run(steps[0].title[words.language])]
    if len(steps) > 1:
        more = len(steps) - 1
        runs.append(Run("  " + words.count("and {n} more step", "and {n} more steps", more), "text3"))
    channel = one.channel
    return OtherRow(
        one.country,
        country,
        tuple(runs),
        CHANNEL_ICONS[channel] if channel is not None else "",
        label(channel, words) if channel is not None else words.text("channel unknown"),
        cell_text(one.cell, full, words),
    )


def sole_safeguard(item: Item, words: Words) -> GuardText | None:
    """What only this step guards against; None where others cover all of it."""
    rows = guard(item.full, item.step.id)
    sole = [row for row in rows if row.sole]
    if not sole:
        return None
    risks = words.list_of(tuple(risk_label(row.risk, words) for row in sole))
    runs = [Run(words.text("Sole safeguard: {risks}.", risks=risks) + " ", bold=True)]
    runs.append(Run(words.text("No other step always covers that.")))
    covered = [row for row in rows if not row.sole]
    runs += [Run(" " + _covered(row, item.full, words)) for row in covered]
    return GuardText(tuple(runs), bad=False)


def guard_before_removal(item: Item, words: Words) -> GuardText:
    """Every risk that a step controls and what still covers it, before it is removed."""
    rows = guard(item.full, item.step.id)
    number = str(item.step.seq)
    if not rows:
        none = words.text("Step {n} controls none of the known risks.", n=number)
        return GuardText((Run(none),), bad=False)
    asked = words.text("Before step {n} is removed: which risk does it control?", n=number)
    runs = [Run(asked, bold=True)]
    for row in sorted(rows, key=lambda row: not row.sole):
        runs.append(Run(f"\n{risk_label(row.risk, words)}: ", bold=True))
        runs.append(Run(_still(row, item.full, words), "bad" if row.sole else "text"))
    return GuardText(tuple(runs), bad=any(row.sole for row in rows))


def is_sole_safeguard(item: Item) -> bool:
    """Whether some risk is controlled by this step alone."""
    return any(row.sole for row in guard(item.full, item.step.id))


def _still(row: GuardRow, full: FullProcedure, words: Words) -> str:
    if not row.sole:
        return words.text("still covered: {steps}", steps=step_names(row.covered_by, full, words))
    if row.sometimes_by:
        steps = step_names(row.sometimes_by, full, words)
        return words.text(
            "no other step always covers it; only sometimes: {steps}. A reason is needed.", steps=steps
        )
    return words.text("no other step of the procedure covers it. A reason is needed.")


def _covered(row: GuardRow, full: FullProcedure, words: Words) -> str:
    among = set(row.covered_by)
    numbers = tuple(str(step.seq) for step in full.steps if step.id in among)
    return words.count(
        "{risk} stays covered by step {steps}.",
        "{risk} stays covered by steps {steps}.",
        len(numbers),
        risk=risk_label(row.risk, words),
        steps=numbers,
    )


def minutes_line(sitting: Sitting, item: Item, taken_up_at: str, words: Words) -> str:
    """The end of the minutes: the last decision, and which step is open since when."""
    decided = sorted(
        (one for own in sitting.decisions.values() for one in own), key=lambda one: (one.at, one.id)
    )
    numbers = {one.step.id: str(one.step.seq) for one in sitting.items}
    said = []
    for decision in decided[-1:]:
        against = len(decision.dissents)
        objection = (
            words.count("{n} dissent", "{n} dissents", against) if against else words.text("no objection")
        )
        number, verdict = numbers.get(decision.step_id, "?"), label(decision.verdict, words)
        if decision.document_id is not None:
            name = document_name(decision.document_id, sitting.reference, words)
            said.append(
                words.text(
                    "{time} step {n}, “{document}” {verdict}, {objection}",
                    time=clock(decision.at),
                    n=number,
                    document=name,
                    verdict=verdict,
                    objection=objection,
                )
            )
            continue
        said.append(
            words.text(
                "{time} step {n} {verdict}, {objection}",
                time=clock(decision.at),
                n=number,
                verdict=verdict,
                objection=objection,
            )
        )
    said.append(words.text("{time} step {n} opened", time=clock(taken_up_at), n=str(item.step.seq)))
    return words.text("Minutes: {lines}", lines=" · ".join(said))
