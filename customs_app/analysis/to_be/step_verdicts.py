"""Verdicts on steps: risk-based, in parallel, online, merge."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from customs_app.analysis.counting import Counting
from customs_app.analysis.rules.common import ELECTRONIC, document_name
from customs_app.analysis.rules.saving import own_visits
from customs_app.analysis.to_be.change import Kind
from customs_app.analysis.to_be.draft import Draft
from customs_app.analysis.to_be.merging import Merged, merge
from customs_app.analysis.to_be.parallel import Freed, freed, side_by_side
from customs_app.analysis.to_be.targets import targets
from customs_app.analysis.to_be.told import Told, changed, nothing
from customs_app.domain.codes import Channel
from customs_app.domain.review import Saving
from customs_app.domain.text import Message, Text

WHERE_RISK = Text("only where risk calls for it", "только если того требует риск", "仅在风险需要时")
"""The condition of a step that risk alone calls for."""


def make_risk_based(draft: Draft, step_ids: Collection[str]) -> dict[str, Told]:
    """Let steps come only where risk calls for them: step id -> what that does."""
    told = {}
    for step_id in step_ids:
        step = draft.steps[step_id]
        if step.condition is not None:
            told[step_id] = nothing(
                Message(
                    "Step {step} comes only on a condition already; how seldom risk would call for it is not "
                    "known.",
                    {"step": step.seq},
                )
            )
            continue
        draft.steps[step_id] = replace(step, condition=WHERE_RISK)
        draft.spared.add(step_id)
        message = Message(
            "Step {step} comes only where risk calls for it and is no part of an ordinary consignment; how "
            "many are spared it is not known.",
            {"step": step.seq},
        )
        told[step_id] = changed(message, Saving(), *Kind)
    return told


def make_parallel(draft: Draft, step_ids: Collection[str]) -> dict[str, Told]:
    """Let steps be done beside those of which they take nothing: step id -> what that does."""
    frees = {step_id: freed(draft, step_id) for step_id in step_ids}
    side_by_side(draft, {step_id: one.dropped for step_id, one in frees.items() if one.dropped})
    return {step_id: _parallel(draft, step_id, one) for step_id, one in frees.items()}


def _parallel(draft: Draft, step_id: str, free: Freed) -> Told:
    number = draft.as_is.number
    values = {"step": number(step_id)}
    if free.dropped:
        message = Message(
            "Step {step} no longer waits for steps of which it takes no document ({others}): they are done "
            "side by side.",
            {**values, "others": tuple(map(number, free.dropped))},
        )
        both = (step_id, *free.dropped)
        timed = all(draft.times[one].state is Counting.OWN for one in both)
        return changed(message, Saving(), *(() if timed else (Kind.TIME,)))
    if free.uses:
        return nothing(
            Message(
                "Step {step} stays where it is: it takes documents of steps for which it waits ({others}).",
                {**values, "others": tuple(map(number, free.uses))},
            )
        )
    if free.unsure:
        return nothing(
            Message(
                "Step {step} stays where it is: whether it takes anything of the steps for which it waits "
                "({others}) cannot be told, because documents are not recorded.",
                {**values, "others": tuple(map(number, free.unsure))},
            )
        )
    return nothing(Message("Step {step} waits for no other step already.", values))


def merge_steps(draft: Draft, wanted: Mapping[str, str | None]) -> dict[str, Told]:
    """Merge steps into others: step id -> what that does."""
    into, refused = targets(draft, wanted)
    told = {step_id: nothing(why) for step_id, why in refused.items()}
    for step_id in wanted:
        if step_id in into:
            told[step_id] = _merged(draft, step_id, into[step_id])
    return told


def _merged(draft: Draft, step_id: str, into: str) -> Told:
    done = merge(draft, step_id, into)
    values = {"step": draft.as_is.number(step_id), "into": draft.as_is.number(into)}
    parts = [
        Message(
            "Step {step} is done as part of step {into}; the fees of both stay as they are recorded.", values
        )
    ]
    if done.saves.hours is not None:
        parts.append(Message("Together they last as long as the longer of the two."))
    elif done.time_stays and done.seldom:
        parts.append(
            Message(
                "Its own time still counts on its condition: how much of it falls away cannot be told.",
                values,
            )
        )
    elif done.time_stays:
        parts.append(
            Message(
                "Its own time still counts: how much of it falls away cannot be told, because step {into} "
                "has no time of its own.",
                values,
            )
        )
    if done.visits:
        parts.append(
            Message(
                "On its condition it takes {n} visit more.",
                {"n": done.visits},
                plural="On its condition it takes {n} visits more.",
            )
        )
    if done.kept:
        names = tuple(document_name(one, draft.reference) for one in done.kept)
        parts.append(Message("Asked for as before, on its condition: {documents}.", {"documents": names}))
    return changed(one_after_another(parts), done.saves, *_open(done))


def _open(done: Merged) -> list[Kind]:
    """What a merger may save beyond what is known; one payment in place of two may cost less."""
    saves = done.saves
    typical = saves.hours.typ if saves.hours is not None else None
    known = {Kind.TIME: typical, Kind.DOCUMENTS: saves.documents, Kind.VISITS: saves.visits}
    return [Kind.COST, *(kind for kind, value in known.items() if value is None)]


def move_online(draft: Draft, step_ids: Collection[str]) -> dict[str, Told]:
    """Let steps be done online: step id -> what that does."""
    told = {}
    for step_id in step_ids:
        step = draft.steps[step_id]
        if step.channel in ELECTRONIC:
            told[step_id] = nothing(
                Message("Step {step} is done online already.", {"step": step.seq}), Saving(visits=0)
            )
            continue
        visits = own_visits(step)
        draft.steps[step_id] = replace(step, channel=Channel.ONLINE, visits=0)
        told[step_id] = changed(
            _online(draft, step_id),
            Saving(visits=visits),
            Kind.TIME,
            *(() if visits is not None else (Kind.VISITS,)),
        )
    return told


def _online(draft: Draft, step_id: str) -> Message:
    time = draft.times[step_id]
    values = {"step": draft.as_is.number(step_id)}
    if time.state in (Counting.OWN, Counting.LIMIT, Counting.AGGREGATE):
        return Message(
            "Step {step} is done online. How long it takes online is not known: its recorded time stays as "
            "an upper end.",
            values,
        )
    return Message("Step {step} is done online. How long it takes is known neither now nor online.", values)


def one_after_another(parts: list[Message]) -> Message:
    """Sentences one after another."""
    whole = parts[-1]
    for part in reversed(parts[:-1]):
        whole = Message("{first} {second}", {"first": part, "second": whole})
    return whole
