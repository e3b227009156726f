"""How often the papers of a procedure ask for the same data."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.analysis.forms import elements_of, form_of
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """The matrix of data elements by documents of one procedure, and what it sums up to.

    `matrix` maps the tag of each element to the forms (UN/EDIFACT 1001 codes) that ask for it, the most
    asked first; `forms` maps each form to the ids of the documents that stand for it. `by_name` are
    documents without a code whose form is told by their name; `not_counted` are those without a known
    form. Own control elements of a form (tags X-OWN-) are left out.
    """

    matrix: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]
    by_name: tuple[str, ...]
    not_counted: tuple[str, ...]

    @property
    def asked(self) -> int:
        """How often elements are asked for, each once a form."""
        return sum(len(forms) for forms in self.matrix.values())

    @property
    def distinct(self) -> int:
        """How many different elements are asked for."""
        return len(self.matrix)

    @property
    def repeated(self) -> int:
        """How many of the demands ask again."""
        return self.asked - self.distinct

    @property
    def share(self) -> float | None:
        """The part of the demands that ask again, 0 to 1; None where no form is known."""
        return self.repeated / self.asked if self.asked else None


def rekeyed(full: FullProcedure, reference: Reference) -> Rekeyed:
    """Count how often the documents of a procedure, in any role, ask for the same data elements."""
    forms: dict[str, list[str]] = {}
    by_name: list[str] = []
    not_counted: list[str] = []
    for document in dict.fromkeys(
        use.document_id for step in full.steps for use in full.uses.get(step.id, ())
    ):
        form, named = form_of(document, reference)
        if form is None:
            not_counted.append(document)
            continue
        forms.setdefault(form, []).append(document)
        if named:
            by_name.append(document)
    asked: dict[str, list[str]] = {}
    for form in forms:
        for tag in elements_of(form, reference):
            asked.setdefault(tag, []).append(form)
    return Rekeyed(
        matrix={tag: tuple(asked[tag]) for tag in sorted(asked, key=lambda tag: (-len(asked[tag]), tag))},
        forms={form: tuple(documents) for form, documents in forms.items()},
        by_name=tuple(by_name),
        not_counted=tuple(not_counted),
    )
