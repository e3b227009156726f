"""What the papers and the command say of two procedures, read once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.align import field_rows
from customs_app.analysis.case import BASE, Case
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.alignment import FieldRow
from customs_app.domain.codes import Basis
from customs_app.domain.errors import InputError
from customs_app.domain.procedure import Source
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message
from customs_app.language.words import Words
from customs_app.reports.content import cited
from customs_app.reports.edition import Edition, edition_of
from customs_app.reports.pair.answer import Answer, as_it_would_be, two_procedures, two_versions
from customs_app.reports.pair.lines import PairLine
from customs_app.reports.seen_marks import seen_marks
from customs_app.reports.source_order import in_order


@dataclass(frozen=True, slots=True)
class PairPaper:
    """Everything that is printed of two procedures in one case.

    `sources` are those that the steps of both cite: a paper names the first of them 1. `edition` is the
    state of the catalogue at the right; `older` that at the left where these are two states. On
    `blind_steps` steps marks are left out, because their round is still blind.
    """

    answer: Answer
    case: Case
    sources: tuple[Source, ...]
    edition: Edition
    older: Edition | None = None
    blind_steps: int = 0

    @property
    def title(self) -> Message:
        """The title of the papers."""
        return pair_title(self.answer)

    def numbers_of(self, source_ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers under which sources stand in the list, each once, rising."""
        known = {source.id: number for number, source in enumerate(self.sources, 1)}
        return tuple(sorted({known[one] for one in source_ids if one in known}))

    def field_rows(self, line: PairLine, words: Words) -> Sequence[FieldRow]:
        """The pair of a line field by field, in words of both sides."""
        answer = self.answer
        return field_rows(line.pair, answer.left.full, answer.right.full, answer.reference, words)


def pair_title(answer: Answer) -> Message:
    """What the papers of two procedures are called."""
    one, other = (answer.reference.countries[side.country].name for side in (answer.left, answer.right))
    if answer.effect is not None:
        return Message("{country}: as it is and as it would be", {"country": one})
    if answer.versions is not None:
        left, right = (_version(title) for title in answer.versions)
        return Message("{country}: {left} and {right}", {"country": one, "left": left, "right": right})
    if answer.left.country == answer.right.country:
        return Message("{country}: two procedures step by step", {"country": one})
    return Message("{left} and {right}, step by step", {"left": one, "right": other})


def pair_paper(catalogue: Catalogue, left_id: str, right_id: str, case: Case = BASE) -> PairPaper:
    """Two procedures (ids) of a catalogue.

    InputError where it has one of them not, or where they are one. CatalogueError where the file fails.
    """
    for one in (left_id, right_id):
        _known(catalogue, one)
    if left_id == right_id:
        raise InputError(
            Message(
                "“{procedure}” cannot be set against itself; expected are two procedures.",
                {"procedure": left_id},
            )
        )
    return _paper(two_procedures(catalogue, left_id, right_id, case), case, edition_of(catalogue))


def to_be_paper(
    catalogue: Catalogue, procedure_id: str, basis: Basis, case: Case = BASE, who: Reviewer | None = None
) -> PairPaper:
    """A procedure (id) as it is and as it would be with the verdicts of a basis; errors as `pair_paper`.

    Marks that a blind round hides from `who` (None: nobody in particular) do not count.
    """
    _known(catalogue, procedure_id)
    answer = as_it_would_be(catalogue, procedure_id, basis, who, case)
    paper = _paper(answer, case, edition_of(catalogue))
    return replace(paper, blind_steps=len(seen_marks(catalogue, who, [procedure_id]).hidden))


def versions_paper(older: Catalogue, newer: Catalogue, procedure_id: str, case: Case = BASE) -> PairPaper:
    """A procedure (id) in two states of the catalogue, the older one at the left; errors as `pair_paper`."""
    for catalogue in (older, newer):
        _known(catalogue, procedure_id)
    answer = two_versions(older, newer, procedure_id, case)
    return _paper(answer, case, edition_of(newer), edition_of(older))


def _known(catalogue: Catalogue, procedure_id: str) -> None:
    if all(row.procedure.id != procedure_id for row in catalogue.procedures()):
        frozen = catalogue.edition()
        if frozen is None:
            raise InputError(Message("There is no procedure “{procedure}”.", {"procedure": procedure_id}))
        raise InputError(
            Message(
                "There is no procedure “{procedure}” in the edition “{title}”.",
                {"procedure": procedure_id, "title": frozen.title},
            )
        )


def _paper(answer: Answer | None, case: Case, edition: Edition, older: Edition | None = None) -> PairPaper:
    if answer is None:
        raise InputError(Message("One of the two procedures is no longer there."))
    countries = tuple(dict.fromkeys((answer.left.country, answer.right.country)))
    sources = in_order(cited(_cited(answer), answer.reference), countries)
    return PairPaper(answer, case, sources, edition, older)


def _cited(answer: Answer) -> Iterator[str]:
    for side in (answer.left, answer.right):
        yield from side.full.procedure.source_ids
        for step in side.full.steps:
            yield from step.source_ids


def _version(title: str | None) -> Message:
    return Message("Working copy") if title is None else Message("Edition “{title}”", {"title": title})
