"""The tables of the lower pane, worded."""

from collections.abc import Sequence

from customs_app.analysis.corridor.border_times import BorderTimes
from customs_app.analysis.corridor.data_again import DataAgain
from customs_app.analysis.corridor.guarantees import CountryGuarantees, GuaranteeKind, Guarantees, Standing
from customs_app.analysis.corridor.kinds import WorkKind, kind_name
from customs_app.analysis.corridor.payments import Payments
from customs_app.analysis.corridor.result import Chain, HoursOf
from customs_app.analysis.corridor.told import Told
from customs_app.analysis.corridor.told_names import told_name
from customs_app.analysis.neighbours import Way
from customs_app.domain.corridor import Block
from customs_app.domain.procedure import Source
from customs_app.domain.reference import Reference
from customs_app.figures.chain_text import tir_said
from customs_app.figures.figure_text import hours_text
from customs_app.language.labels import label
from customs_app.language.numbers import day, money, number
from customs_app.language.words import Words
from customs_app.ui.corridors.block_looks import block_name, country_name
from customs_app.ui.corridors.document_looks import documents_table
from customs_app.ui.corridors.looks import Cell, Place, TableLook
from customs_app.ui.widgets.source_line import source_details


def table_looks(
    told: Told, blocks: Sequence[Block], chain: Chain, reference: Reference, words: Words
) -> tuple[TableLook, ...]:
    """All tables, in the order of their tabs."""
    return (
        documents_table(told.again, blocks, reference, words),
        _data(told.data, blocks, reference, words),
        _hours(chain, words),
        _borders(told.border_times, reference, words),
        _payments(told.payments, reference, words),
        _guarantees(told.guarantees, reference, words),
    )


def _data(found: DataAgain, blocks: Sequence[Block], reference: Reference, words: Words) -> TableLook:
    """One row a data element that more than one country asks for."""
    text = words.text
    shown = [block for block in blocks if block.key in found.blocks]
    rows = []
    for row in found.across:
        element = reference.data_elements.get(row.tag)
        name = element.name[words.language] if element is not None else row.tag
        cells = [Cell(name, tip=row.tag), Cell(str(row.total), strong=True, figure=True)]
        for block in shown:
            forms = tuple(
                dict.fromkeys(_form(one.form, reference, words) for one in row.asked.get(block.key, ()))
            )
            cells.append(Cell(words.list_of(forms) or "–", tip="\n".join(forms)))
        rows.append(tuple(cells))
    says = [
        text(
            "{out_of} – {into}: {n} of {of} asked again",
            out_of=border.out_of,
            into=border.into,
            n=len(border.again),
            of="?" if border.asked is None else border.asked,
        )
        for border in found.borders
    ]
    return TableLook(
        "data",
        text("Data · {n}", n=len(rows)),
        text("Data asked again behind a border"),
        (text("Data element"), text("Times"), *(block_name(block, words) for block in shown)),
        (None, None, *(block.key for block in shown)),
        tuple(rows),
        words.clauses(says),
        text("No data element is known to be asked for in two countries."),
    )


def _form(code: str, reference: Reference, words: Words) -> str:
    form = reference.forms.get(code)
    return form.name[words.language] if form is not None else code


def _hours(chain: Chain, words: Words) -> TableLook:
    """Where the hours go: by kind of work, then by stage."""
    text = words.text
    rows = [_hours_row(one, words) for one in chain.by_kind]
    rows += [_hours_row(one, words) for one in chain.by_stage]
    return TableLook(
        "hours",
        text("Hours"),
        text("Where the hours go"),
        (
            text("Kind of work or stage"),
            text("Least"),
            text("Typical"),
            text("Most"),
            text("Steps with a time"),
        ),
        (None,) * 5,
        tuple(rows),
        text("Hours of all steps added up; what runs side by side is not shorter here."),
    )


def _hours_row(one: HoursOf, words: Words) -> tuple[Cell, ...]:
    if isinstance(one.kind, WorkKind):
        name = words.say(kind_name(one.kind))
    elif one.kind is None:
        name = words.text("Several stages in one figure")
    else:
        name = words.text("Stage: {stage}", stage=label(one.kind, words))
    ends = (one.hours.min, one.hours.typ, one.hours.max)
    shown = ("?" if end is None else number(end, words.language, 1) for end in ends)
    covered = words.text("{n} of {of}", n=one.covered.n, of=one.covered.of)
    return (Cell(name), *(Cell(text, figure=True) for text in shown), Cell(covered, figure=True))


def _borders(found: Sequence[BorderTimes], reference: Reference, words: Words) -> TableLook:
    """One row a measured crossing or a recorded time, border by border."""
    text = words.text
    rows = []
    for border in found:
        name = f"{border.out_of} – {border.into}"
        for one in border.measured:
            row = one.row
            source = reference.sources.get(row.source_id or "")
            hours = "?" if row.hours is None else number(row.hours, words.language)
            place = country_name(row.country or "", reference, words) if row.national else row.place or "?"
            side = text("leaving") if one.way is Way.OUT else text("entering")
            what = text("whole crossing") if row.whole else row.activity or "?"
            rows.append(
                (
                    Cell(name),
                    Cell(f"{place}, {side}", tip=words.say(told_name(one.nearness))),
                    Cell(what),
                    Cell(hours, figure=True, strong=row.whole),
                    Cell(row.year or "?"),
                    _source_cell(source, words),
                )
            )
        for own in border.own:
            titles = [reference.sources[one].title for one in own.source_ids if one in reference.sources]
            tip = text("the same measurement, not a second one") if own.measured else ""
            rows.append(
                (
                    Cell(name),
                    Cell(
                        text(
                            "own step {n} of {country}",
                            n=str(own.number),
                            country=own.block_key.partition("-")[0],
                        ),
                        tip=tip,
                    ),
                    Cell(label(own.kind, words) if own.kind is not None else "?", tip=tip),
                    Cell(hours_text(own.hours, words), figure=True),
                    Cell(own.year or "?"),
                    Cell(words.list_of(tuple(titles)) or "?"),
                )
            )
    return TableLook(
        "borders",
        text("Border times"),
        text("Measured border times beside those of the steps"),
        (text("Border"), text("Where"), text("What"), text("Hours"), text("Year"), text("Source")),
        (None,) * 6,
        tuple(rows),
        text("Measured crossings beside what the steps record; they are never added to the totals."),
        text("No crossing of this chain was measured, and no step records a time at a border."),
    )


def _source_cell(source: Source | None, words: Words) -> Cell:
    if source is None:
        return Cell("?")
    return Cell(source.title, tip=f"{source.title}\n{source_details(source, words)}")


def _payments(found: Payments, reference: Reference, words: Words) -> TableLook:
    """One row a country and currency, then the shares."""
    text = words.text
    rows: list[tuple[Cell, ...]] = []
    for one in found.payments:
        country = country_name(one.country, reference, words)
        agency = reference.agencies.get(one.agency_id or "")
        rows.append(
            (
                Cell(country),
                Cell(places=(Place("", one.number, one.step_id, one.block_key),), spoken=str(one.number)),
                Cell(agency.name[words.language] if agency is not None else "?"),
                Cell(money(one.money, words.language), figure=True, strong=True),
                Cell(words.say(told_name(one.payable))),
            )
        )
    shares = [
        words.named(
            words.say(told_name(share.payable)),
            words.list_of(
                tuple(money(part, words.language) for part in share.amounts)
                + ((f"{number(share.part * 100, words.language, 0)} %",) if share.part is not None else ())
            ),
        )
        for share in found.shares
    ]
    dates = sorted({date for share in found.shares for date in share.dollars.dates})
    if dates:
        days = words.list_of(tuple(day(one, words.language) for one in dates))
        shares.append(text("shares by rates of {days}", days=days))
    if found.unknown:
        shares.append(
            words.count("{n} payment of unknown size", "{n} payments of unknown size", len(found.unknown))
        )
    return TableLook(
        "payments",
        text("Payments · {n}", n=len(rows)),
        text("Payments along the way"),
        (text("Country"), text("Step"), text("Paid to"), text("Amount"), text("In which money")),
        (None,) * 5,
        tuple(rows),
        words.clauses(shares),
        text("No amount is known."),
    )


def _guarantees(found: Guarantees, reference: Reference, words: Words) -> TableLook:
    """One row a country."""
    text = words.text
    rows = tuple(_guarantee_row(country, reference, words) for country in found.countries)
    whole = {
        True: text("All countries of the chain are parties to the TIR Convention."),
        False: text("Not all countries of the chain are parties to the TIR Convention."),
        None: text("Of some countries no source says whether they are parties to the TIR Convention."),
    }
    return TableLook(
        "guarantees",
        text("Guarantees"),
        text("Guarantees and escorts"),
        (text("Country"), *(words.say(told_name(kind)) for kind in GuaranteeKind), text("What is known")),
        (None,) * (len(GuaranteeKind) + 2),
        rows,
        whole[found.tir_all_the_way],
    )


def _guarantee_row(country: CountryGuarantees, reference: Reference, words: Words) -> tuple[Cell, ...]:
    cells = [Cell(country_name(country.country, reference, words))]
    for kind in GuaranteeKind:
        places = tuple(
            Place("", one.number, one.step_id, one.block_key, one.in_case) for one in country.of(kind)
        )
        spoken = words.list_of(tuple(str(place.number) for place in places))
        cells.append(Cell("" if places else "–", places, spoken=spoken))
    said = tir_said(country.tir, words)
    if country.standing is not Standing.RECORDED:
        said = f"{words.say(told_name(country.standing))} {said}"
    return (*cells, Cell(said, tip=said))
