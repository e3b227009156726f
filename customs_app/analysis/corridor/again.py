"""The same document handed over again and again along a corridor: how often, to whom, in which form."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.corridor.document_kinds import DocumentKind, kind_of_document
from customs_app.analysis.json_values import covered_json
from customs_app.domain.codes import Form, Role
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Coverage
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.language.words import Words

ASKED = frozenset({Role.INPUT, Role.SHOWN})
"""What a step does with a document that it asks for; an output is issued or drawn up there."""


@dataclass(frozen=True, slots=True)
class AgainUse:
    """What one step of one block does with one document.

    `number` is the step's `seq`; `in_case` says that the case takes the step.
    """

    block_key: str
    country: str
    step_id: str
    number: int
    document_id: str
    role: Role
    form: Form | None
    copies: int | None
    agency_id: str | None
    in_case: bool

    @property
    def asked(self) -> bool:
        """Whether the document is handed in or shown, not issued."""
        return self.role in ASKED


@dataclass(frozen=True, slots=True)
class AgainRow:
    """One kind of document along the chain; `uses` has block keys, blocks that do not handle it are left out.

    `times` is how often the case hands it in or shows it, `times_at_most` how often a consignment does that
    meets every condition (of options that exclude one another, the one that asks most). `issued_in` are the
    countries in which it is drawn up or issued: where there are several, each asks for one of its own.
    """

    document: DocumentKind
    uses: Mapping[str, tuple[AgainUse, ...]]
    times: int
    times_at_most: int

    @property
    def all_uses(self) -> tuple[AgainUse, ...]:
        """What all blocks do with it, in the order of the chain."""
        return tuple(use for own in self.uses.values() for use in own)

    @property
    def issued_in(self) -> tuple[str, ...]:
        """Countries (ISO 3166) in which it is drawn up or issued, in the order of the chain."""
        return tuple(dict.fromkeys(use.country for use in self.all_uses if not use.asked))

    @property
    def made(self) -> int:
        """How often the case draws it up or has it issued."""
        return sum(use.in_case and not use.asked for use in self.all_uses)

    @property
    def asked_in(self) -> tuple[str, ...]:
        """Countries (ISO 3166) that ask for it, in the order of the chain."""
        return tuple(dict.fromkeys(use.country for use in self.all_uses if use.asked))

    @property
    def agencies(self) -> tuple[str, ...]:
        """Ids of the agencies to which it is handed over or shown."""
        return tuple(dict.fromkeys(use.agency_id for use in self.all_uses if use.asked and use.agency_id))


@dataclass(frozen=True, slots=True)
class HandedAgain:
    """All kinds of documents along the chain, the most asked for first.

    `recorded` is how many steps of the case have any document recorded: what the others ask for is not
    known, and blocks without a procedure (`unknown`, their keys) ask for what nobody can tell.
    """

    rows: tuple[AgainRow, ...]
    recorded: Coverage
    unknown: tuple[str, ...]

    @property
    def again(self) -> tuple[AgainRow, ...]:
        """Those that may be asked for twice or more."""
        return tuple(row for row in self.rows if row.times_at_most > 1)

    @property
    def followed(self) -> int:
        """How many kinds of documents are asked for at all."""
        return sum(row.times_at_most > 0 for row in self.rows)


def handed_again(blocks: Sequence[Block], case: Case, reference: Reference) -> HandedAgain:
    """Which documents the blocks ask for, in the order of the chain; kinds are told by code, else by name."""
    bound = [(block, block.procedure) for block in blocks if block.procedure is not None]
    taken = {block.key: steps_of_case(full, case) for block, full in bound}
    kinds: dict[str, DocumentKind] = {}
    uses: dict[str, dict[str, list[AgainUse]]] = {}
    for block, full in bound:
        in_case = {step.id for step in taken[block.key]}
        for use in _uses(block, full, in_case):
            kind = kind_of_document(use.document_id, reference)
            kinds.setdefault(kind.key, kind)
            uses.setdefault(kind.key, {}).setdefault(block.key, []).append(use)
    procedures = {block.key: full for block, full in bound}
    rows = [_row(kinds[key], own, procedures) for key, own in uses.items()]
    steps = [(full, step) for block, full in bound for step in taken[block.key]]
    return HandedAgain(
        rows=tuple(sorted(rows, key=lambda row: (-row.times, -row.times_at_most))),
        recorded=Coverage(sum(bool(full.uses.get(step.id)) for full, step in steps), len(steps)),
        unknown=tuple(block.key for block in blocks if block.procedure is None),
    )


def _uses(block: Block, full: FullProcedure, in_case: Collection[str]) -> Iterable[AgainUse]:
    for step in full.steps:
        for use in full.uses.get(step.id, ()):
            yield AgainUse(
                block_key=block.key,
                country=block.country,
                step_id=step.id,
                number=step.seq,
                document_id=use.document_id,
                role=use.role,
                form=use.form,
                copies=use.copies,
                agency_id=step.agency_id,
                in_case=step.id in in_case,
            )


def _row(
    kind: DocumentKind, uses: Mapping[str, Sequence[AgainUse]], procedures: Mapping[str, FullProcedure]
) -> AgainRow:
    at_most = sum(
        most_met(procedures[key].steps, Counter(use.step_id for use in own if use.asked))
        for key, own in uses.items()
    )
    return AgainRow(
        document=kind,
        uses={key: tuple(own) for key, own in uses.items()},
        times=sum(use.asked and use.in_case for own in uses.values() for use in own),
        times_at_most=at_most,
    )


def most_met(steps: Iterable[Step], weights: Mapping[str, int]) -> int:
    """The most that one consignment can meet: of each choice the heaviest option, and all the rest.

    `weights` has step ids as keys; a step without one weighs nothing.
    """
    total = 0
    options: dict[str, dict[str, int]] = {}
    for step in steps:
        if step.choice is None or step.choice_group is None:
            total += weights.get(step.id, 0)
        else:
            group = options.setdefault(step.choice_group, {})
            group[step.choice] = group.get(step.choice, 0) + weights.get(step.id, 0)
    return total + sum(max(group.values()) for group in options.values())


def again_json(found: HandedAgain, words: Words) -> dict[str, Any]:
    """The documents for programs; names in the language of `words`."""
    return {
        "documents": [
            {
                "document": row.document.name[words.language],
                "code": row.document.code,
                "by_name": row.document.by_name,
                "times": row.times,
                "times_at_most": row.times_at_most,
                "made": row.made,
                "issued_in": list(row.issued_in),
                "asked_in": list(row.asked_in),
                "agencies": list(row.agencies),
                "uses": {key: [_use_json(use) for use in own] for key, own in row.uses.items()},
            }
            for row in found.rows
        ],
        "recorded": covered_json(found.recorded),
        "unknown": list(found.unknown),
    }


def _use_json(use: AgainUse) -> dict[str, Any]:
    return {
        "step": use.step_id,
        "document": use.document_id,
        "role": use.role.value,
        "form": use.form.value if use.form else None,
        "in_case": use.in_case,
    }
