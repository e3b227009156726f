"""The same data asked before and after a border."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from customs_app.analysis.corridor.borders import Border, borders
from customs_app.analysis.data_matrix import DataMatrix, Demand, ProcedureData, data_matrix
from customs_app.analysis.json_values import covered_json
from customs_app.domain.corridor import Block
from customs_app.domain.figures import Coverage
from customs_app.domain.reference import Reference


@dataclass(frozen=True, slots=True)
class DataRow:
    """One data element (tag): block key -> the forms of that block that ask for it; others are left out."""

    tag: str
    asked: Mapping[str, tuple[Demand, ...]]
    countries: tuple[str, ...]

    @property
    def total(self) -> int:
        """How often it is asked for along the chain, each form once a block."""
        return sum(map(len, self.asked.values()))


@dataclass(frozen=True, slots=True)
class DataBorder:
    """What one border asks again.

    `given` is how many different data elements the chain has asked for before the border, `asked` how many
    the country behind it asks for, and `again` are the tags in both. `given` or `asked` is None where no form
    is known on that side. `recorded` is how many steps of the country behind have documents recorded.
    """

    out_of: str
    into: str
    given: int | None
    asked: int | None
    again: tuple[str, ...]
    recorded: Coverage

    @property
    def share(self) -> float | None:
        """The part of what is asked behind the border that has been given before, 0 to 1; None: unknown."""
        if self.given is None or not self.asked:
            return None
        return len(self.again) / self.asked


@dataclass(frozen=True, slots=True)
class DataAgain:
    """Data elements along a chain: `rows` the most asked first, `borders` in order.

    `not_counted` are the ids of documents without a known form: what they ask for is not known. `blocks`
    has block keys, each with its forms and sums; blocks without a procedure are left out.
    """

    rows: tuple[DataRow, ...]
    borders: tuple[DataBorder, ...]
    blocks: Mapping[str, ProcedureData]
    not_counted: tuple[str, ...]

    @property
    def across(self) -> tuple[DataRow, ...]:
        """The elements that more than one country asks for."""
        return tuple(row for row in self.rows if len(row.countries) > 1)


def data_again(blocks: Sequence[Block], reference: Reference) -> DataAgain:
    """Which data the blocks ask for, and which of them again behind each border.

    It counts what the public forms of the documents ask for, on any condition (see `data_matrix`).
    """
    bound = [(block, block.procedure) for block in blocks if block.procedure is not None]
    distinct = {full.procedure.id: full for _, full in bound}
    matrix = data_matrix(distinct.values(), reference)
    columns = {column.procedure: column for column in matrix.columns}
    procedure_of = {block.key: full.procedure.id for block, full in bound}
    found = {key: columns[id_] for key, id_ in procedure_of.items()}
    tags = {key: _tags(matrix, id_) for key, id_ in procedure_of.items()}
    return DataAgain(
        rows=_rows(blocks, matrix, procedure_of),
        borders=tuple(_border(border, tags, found) for border in borders(blocks)),
        blocks=found,
        not_counted=tuple(dict.fromkeys(id_ for column in found.values() for id_ in column.not_counted)),
    )


def _tags(matrix: DataMatrix, procedure_id: str) -> frozenset[str]:
    return frozenset(row.tag for row in matrix.rows if row.asked[procedure_id])


def _rows(
    blocks: Sequence[Block], matrix: DataMatrix, procedure_of: Mapping[str, str]
) -> tuple[DataRow, ...]:
    rows = []
    for row in matrix.rows:
        asked = {
            block.key: row.asked[procedure_of[block.key]]
            for block in blocks
            if block.key in procedure_of and row.asked[procedure_of[block.key]]
        }
        countries = dict.fromkeys(block.country for block in blocks if block.key in asked)
        rows.append(DataRow(row.tag, asked, tuple(countries)))
    return tuple(sorted(rows, key=lambda row: (-len(row.countries), -row.total, row.tag)))


def _border(
    border: Border, tags: Mapping[str, frozenset[str]], found: Mapping[str, ProcedureData]
) -> DataBorder:
    given, asked = _union(border.before, tags), _union(border.entering, tags)
    recorded = [found[block.key].recorded for block in border.entering if block.key in found]
    return DataBorder(
        out_of=border.out_of,
        into=border.into,
        given=len(given) or None,
        asked=len(asked) or None,
        again=tuple(sorted(given & asked)),
        recorded=Coverage(sum(one.n for one in recorded), sum(one.of for one in recorded)),
    )


def _union(blocks: Iterable[Block], tags: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*(tags.get(block.key, frozenset()) for block in blocks))


def data_again_json(found: DataAgain) -> dict[str, Any]:
    """The data for programs: ids, tags and numbers; unknown is None."""
    return {
        "borders": [
            {
                "out_of": border.out_of,
                "into": border.into,
                "given": border.given,
                "asked": border.asked,
                "again": list(border.again),
                "share": border.share,
                "recorded": covered_json(border.recorded),
            }
            for border in found.borders
        ],
        "elements": [
            {
                "tag": row.tag,
                "countries": list(row.countries),
                "asked": {key: [one.form for one in own] for key, own in row.asked.items()},
            }
            for row in found.rows
        ],
        "not_counted": list(found.not_counted),
    }
