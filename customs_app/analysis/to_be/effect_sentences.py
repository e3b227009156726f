"""What verdicts change, in sentences: each figure before and after, and what is not known of it."""

from collections.abc import Collection, Iterator, Sequence

from customs_app.analysis.case import Case
from customs_app.analysis.opinions import Target
from customs_app.analysis.rules.common import ELECTRONIC, country_names, steps_of
from customs_app.analysis.rules.saving import own_hours
from customs_app.analysis.to_be.change import Outcome, ToBe
from customs_app.analysis.to_be.phrases import amounts, count, hours
from customs_app.analysis.to_be.saved import Compared, Saved
from customs_app.domain.codes import CaseKind, Verdict, View
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message, Value
from customs_app.language.words import N_


def figure_sentences(to_be: ToBe, found: Compared) -> tuple[Message, ...]:
    """The figures of a case before and after, and of how many steps they are known."""
    return (*_figures(found), *_coverage(found, merged=bool(to_be.merged)))


def remarks(
    to_be: ToBe,
    found: Compared,
    case: Case,
    *,
    contested: Collection[Target],
    peers: Sequence[FullProcedure],
    reference: Reference,
) -> tuple[Message, ...]:
    """What is to be said of a case besides its figures, the most important first."""
    return (
        *_shown(found),
        *_longer(found),
        *_left(to_be, contested, case),
        *_online_elsewhere(to_be, peers, reference),
    )


def _figures(found: Compared) -> Iterator[Message]:
    before, after, saved = found.as_is, found.to_be, found.saved
    yield _line(
        N_("Steps: {before} today, {after} afterwards; {change}."), before.steps, after.steps, saved, "steps"
    )
    for name, sentence in (
        ("elapsed", N_("Time on the longest path: {before} today, {after} afterwards; {change}.")),
        ("effort", N_("Times of all steps added up: {before} today, {after} afterwards; {change}.")),
    ):
        ends: tuple[Range, Range] = getattr(before, name), getattr(after, name)
        yield _line(sentence, hours(ends[0]), hours(ends[1]), saved, name)
    yield _line(
        N_("Fees: {before} today, {after} afterwards; {change}."),
        amounts(before.cost),
        amounts(after.cost),
        saved,
        "cost",
    )
    yield _line(
        N_("Different documents: {before} today, {after} afterwards; {change}."),
        count(before.documents),
        count(after.documents),
        saved,
        "documents",
    )
    yield _line(
        N_("Documents handed in: {before} today, {after} afterwards; {change}."),
        count(before.handovers),
        count(after.handovers),
        saved,
        "handovers",
    )
    yield _line(
        N_("Visits that are known: {before} today, {after} afterwards; {change}."),
        before.known_visits or 0,
        after.known_visits or 0,
        saved,
        "visits",
    )


def _line(sentence: str, before: Value, after: Value, saved: Saved, name: str) -> Message:
    return Message(sentence, {"before": before, "after": after, "change": _change(saved, name)})


def _change(saved: Saved, name: str) -> Message:
    """What is saved of one figure, in words."""
    value = getattr(saved, name)
    if value is None:
        return Message("what is saved is not known")
    told: Value
    if isinstance(value, Range):
        ends = [end for end in (value.min, value.typ, value.max) if end is not None]
        nothing = all(end == 0 for end in ends)
        if all(end <= 0 for end in ends) and not nothing:
            loss = Range(*(None if end is None else -end for end in (value.max, value.typ, value.min)))
            return Message("{amount} more", {"amount": hours(loss)})
        told = hours(value)
    elif isinstance(value, tuple):
        nothing, told = not value, amounts(value)
    else:
        nothing, told = value == 0, value
    if nothing:
        return Message("nothing is saved")
    if name in saved.more:
        return Message("at least {amount} less", {"amount": told})
    return Message("{amount} less", {"amount": told})


def _coverage(found: Compared, *, merged: bool) -> Iterator[Message]:
    before, after = found.as_is.time_covered, found.to_be.time_covered
    yield Message(
        "A time is known for {n} of {of} steps today and for {m} of {all} afterwards.",
        {"n": before.n, "of": before.of, "m": after.n, "all": after.of},
    )
    before, after = found.as_is.cost_covered, found.to_be.cost_covered
    values = {"n": before.n, "of": before.of, "m": after.n, "all": after.of}
    if merged:
        yield Message(
            "A cost is known for {n} of {of} steps today and for {m} of {all} afterwards, fees that stay of "
            "merged steps included.",
            values,
        )
    else:
        yield Message("A cost is known for {n} of {of} steps today and for {m} of {all} afterwards.", values)


def _shown(found: Compared) -> Iterator[Message]:
    shown = found.saved.shown
    if shown:
        yield Message(
            "Besides, a document need not be shown {n} time.",
            {"n": shown},
            plural="Besides, documents need not be shown {n} times.",
        )


def _longer(found: Compared) -> Iterator[Message]:
    """Why the longest path may grow: only mergers make steps wait for more than today."""
    saved = found.saved.elapsed
    if saved is not None and any(end is not None and end < 0 for end in (saved.min, saved.typ, saved.max)):
        yield Message(
            "The longest path grows where steps are merged: what comes after one of them then waits for what "
            "the other waited for."
        )


def _left(to_be: ToBe, contested: Collection[Target], case: Case) -> Iterator[Message]:
    """What is not, or not for everybody, in the figures."""
    spared = [step.seq for step in to_be.full.steps if step.id in to_be.spared]
    if spared and case.kind is CaseKind.BASE:
        yield Message(
            "Where risk calls for them these steps take place as today ({steps}): the figures are those of a "
            "consignment that is spared them.",
            {"steps": tuple(spared)},
        )
    waiting = sum(change.outcome is Outcome.WAITING for change in to_be.changes)
    if waiting:
        yield Message(
            "{n} verdict waits for a change of the law and is in no figure.",
            {"n": waiting},
            plural="{n} verdicts wait for a change of the law and are in no figure.",
        )
    idle = sum(change.outcome is Outcome.NOTHING for change in to_be.changes)
    if idle:
        yield Message(
            "{n} verdict changes nothing that could be counted; it says why.",
            {"n": idle},
            plural="{n} verdicts change nothing that could be counted; they say why.",
        )
    own = {step.id for step in to_be.as_is.steps}
    open_ = sum(step_id in own for step_id, _ in contested)
    if open_:
        yield Message(
            "{n} step or document stays as it is, because delegations want different things.",
            {"n": open_},
            plural="{n} steps or documents stay as they are, because delegations want different things.",
        )


def _online_elsewhere(to_be: ToBe, peers: Sequence[FullProcedure], reference: Reference) -> Iterator[Message]:
    """How long steps that move online take where they are online: told, and never counted."""
    country = to_be.as_is.procedure.country
    for change in to_be.changes:
        if (
            change.verdict is not Verdict.ONLINE
            or change.outcome is not Outcome.CHANGED
            or change.document_id
        ):
            continue
        step = to_be.as_is.step(change.step_id)
        known: list[Message] = []
        for peer in peers:
            if peer.procedure.country == country or peer.procedure.view is not View.DETAILED:
                continue
            times = [
                own_hours(peer, other)
                for other in steps_of(peer, step.activity)
                if other.channel in ELECTRONIC
            ]
            names = country_names([peer.procedure.country], reference)
            known.extend(
                Message("{country} {hours}", {"country": names[0], "hours": hours(time)})
                for time in times
                if time is not None
            )
        if known:
            yield Message(
                "Step {step}, where it is online, for information only: {times}.",
                {"step": step.seq, "times": tuple(known)},
            )
