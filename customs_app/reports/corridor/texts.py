"""Small texts that the parts of both papers share."""

from collections.abc import Iterable, Iterator, Sequence

from customs_app.analysis.corridor.again import AgainUse
from customs_app.analysis.corridor.guarantees import CountryGuarantees, GuaranteeStep, Standing
from customs_app.analysis.corridor.kinds import WorkKind, kind_name
from customs_app.analysis.corridor.result import ChainPoint, HoursOf
from customs_app.analysis.corridor.saving import ChainStep, JointSaving
from customs_app.analysis.corridor.told_names import told_name
from customs_app.analysis.counting import CountedTime
from customs_app.domain.corridor import Block, GapKind, Leg
from customs_app.domain.figures import Coverage, Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.figures.chain_text import amounts_said, tir_said
from customs_app.figures.figure_text import UNKNOWN, hours_text, time_text
from customs_app.language.corridor_names import gap_name, role_name
from customs_app.language.labels import label
from customs_app.language.norms import norm_name
from customs_app.language.numbers import money, number, span
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper


def country_name(iso2: str, reference: Reference, words: Words) -> str:
    """The name of a country, or its code where the reference lists have none."""
    country = reference.countries.get(iso2)
    return country.name[words.language] if country is not None else iso2


def block_name(key: str, paper: CorridorPaper, words: Words) -> str:
    """A block by its number in the chain, its country and what it is: `2 KZ Enter the country`."""
    block = next(one for one in paper.content.blocks if one.key == key)
    return f"{paper.number(key)} {block.country} {role_name(block.role, words)}"


def places_of(legs: Iterable[Leg], words: Words) -> tuple[str, ...]:
    """Names of the places that are named."""
    return tuple(leg.name[words.language] for leg in legs if leg.name is not None)


def way(names: Sequence[str]) -> str:
    """Places one after another, many of them by the first and the last."""
    return " › ".join((names[0], "…", names[-1]) if len(names) > 3 else names)


def timed(covered: Coverage, words: Words) -> str:
    """How many of how many steps have a time."""
    return words.text("{n} of {of} steps timed", n=covered.n, of=covered.of)


def n_of(covered: Coverage, words: Words) -> str:
    """How many of how many."""
    return words.text("{n} of {of}", n=covered.n, of=covered.of)


def gap_said(block: Block, words: Words) -> str:
    """Why a block has no procedure."""
    return gap_name(block.gap or GapKind.NO_PROCEDURE, words)


def left_out(paper: CorridorPaper, words: Words) -> list[str]:
    """What the totals leave out or count once, each as a sentence with its reason."""
    said = []
    for gap in paper.chain.gaps:
        if gap.kind is GapKind.DRIVING:
            said.append(words.say(gap.message))
        else:
            name = block_name(gap.block_key, paper, words)
            why = words.clauses((gap_name(gap.kind, words), words.say(gap.message)))
            said.append(words.named(name, why))
    return [*said, *(words.say(once.message) for once in paper.chain.counted_once)]


def point_figure(point: ChainPoint, full: FullProcedure, words: Words) -> str:
    """A step's time in hours with the sign of how the chain counts it."""
    if point.same_as is not None:
        return f"({span(point.recorded or Range(), words.language)})"
    counted = CountedTime(point.step_id, point.own, point.state, point.aggregate_id, recorded=point.recorded)
    return time_text(counted, full, words)


def work_name(one: HoursOf, words: Words) -> str:
    """The name of a kind of work or of a stage of which the hours are told."""
    if isinstance(one.kind, WorkKind):
        return words.say(kind_name(one.kind))
    if one.kind is None:
        return words.text("Several stages in one figure")
    return words.text("Stage: {stage}", stage=label(one.kind, words))


def use_said(use: AgainUse, paper: CorridorPaper, words: Words) -> str:
    """What a step does with a document, in which form, at which agency."""
    parts = [words.text("step {n}", n=str(use.number)), label(use.role, words)]
    if use.form is not None:
        parts.append(label(use.form, words))
    agency = paper.reference.agencies.get(use.agency_id or "")
    if agency is not None:
        parts.append(agency.name[words.language])
    if not use.in_case:
        parts.append(words.text("on a condition only"))
    return words.list_of(tuple(parts))


def element_name(tag: str, reference: Reference, words: Words) -> str:
    """The name of a data element."""
    element = reference.data_elements.get(tag)
    return element.name[words.language] if element is not None else tag


def form_name(code: str, reference: Reference, words: Words) -> str:
    """The name of a public form."""
    form = reference.forms.get(code)
    return form.name[words.language] if form is not None else code


def guarantee_said(one: GuaranteeStep, paper: CorridorPaper, words: Words) -> str:
    """A step that secures, with what is known of it."""
    step = paper.places[one.step_id].step
    parts = [f"{one.number} {step.title[words.language]}"]
    if not one.in_case:
        parts.append(words.text("on a condition only"))
    if one.cost is not None:
        parts.append(money(one.cost, words.language))
    if one.rate is not None:
        parts.append(f"{number(one.rate, words.language)} %")
    if one.hours is not None and one.hours.known:
        parts.append(words.text("{hours} h", hours=hours_text(one.hours, words)))
    return " · ".join(parts)


def standing_said(country: CountryGuarantees, words: Words) -> str:
    """What is known of a country's securities, and whether it is a party to TIR."""
    said = [tir_said(country.tir, words)]
    if country.standing is not Standing.RECORDED:
        said.insert(0, words.say(told_name(country.standing)))
    return " ".join(said)


def tir_way_said(whole: bool | None, words: Words) -> str:
    """Whether all countries of the chain are parties to TIR."""
    if whole is None:
        return words.text("Of some countries no source says whether they are parties to the TIR Convention.")
    if whole:
        return words.text("All countries of the chain are parties to the TIR Convention.")
    return words.text("Not all countries of the chain are parties to the TIR Convention.")


def steps_said(steps: Iterable[ChainStep], paper: CorridorPaper, words: Words) -> str:
    """Steps of the chain by block and number: `KZ 5, 7; RU 9`."""
    by_block: dict[str, list[str]] = {}
    for step in steps:
        by_block.setdefault(step.block_key, []).append(str(step.number))
    return words.clauses(
        f"{_short(key, paper)} {words.list_of(tuple(numbers))}" for key, numbers in by_block.items()
    )


def _short(key: str, paper: CorridorPaper) -> str:
    block = next(one for one in paper.content.blocks if one.key == key)
    return f"{block.country} ({paper.number(key)})"


def saving_said(one: JointSaving, words: Words) -> Iterator[str]:
    """What one measure would spare, with how much of it is known."""
    if one.times is not None:
        yield words.count("{n} time less", "{n} times less", one.times)
    if one.falls_away and not one.hours_known.of:
        yield words.text("steps that come only on a condition; their time is unknown")
    elif one.falls_away:
        hours = UNKNOWN if one.hours is None else hours_text(one.hours, words)
        yield words.text(
            "{hours} h of the steps spared ({n} of {of} known)",
            hours=hours,
            n=one.hours_known.n,
            of=one.hours_known.of,
        )
    if one.cost:
        yield words.text("fees spared: {amounts}", amounts=amounts_said(one.cost, words))


def norms_said(standard_ids: Iterable[str], reference: Reference, words: Words) -> str:
    """The norms on which something leans."""
    known = (reference.standards[id_] for id_ in standard_ids if id_ in reference.standards)
    return words.clauses(norm_name(standard, words) for standard in known)
