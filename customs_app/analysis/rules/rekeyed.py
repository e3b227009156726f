"""How often the papers of a procedure ask for the same data."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference

_OWN = "X-OWN-"
"""Tags of what belongs to one document only: its own date, signature, validity."""

_FORM_BY_NAME: Mapping[str, str] = {
    "certificate of conformity": "2",
    "contract": "315",
    "foreign trade contract": "315",
    "foreign trade contract with annexes": "315",
    "sales contract": "315",
    "sales contract with the foreign buyer": "315",
    "customs transit declaration": "950",
    "goods declaration for transit": "950",
    "transit declaration": "950",
    "transit goods declaration form": "950",
}
"""English names by which a document without a code is known to be one of the public forms."""


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
        form, named = _form(document, reference)
        if form is None:
            not_counted.append(document)
            continue
        forms.setdefault(form, []).append(document)
        if named:
            by_name.append(document)
    asked: dict[str, list[str]] = {}
    for form in forms:
        for tag in sorted(reference.form_elements[form]):
            if not tag.startswith(_OWN):
                asked.setdefault(tag, []).append(form)
    return Rekeyed(
        matrix={tag: tuple(asked[tag]) for tag in sorted(asked, key=lambda tag: (-len(asked[tag]), tag))},
        forms={form: tuple(documents) for form, documents in forms.items()},
        by_name=tuple(by_name),
        not_counted=tuple(not_counted),
    )


def _form(document_id: str, reference: Reference) -> tuple[str | None, bool]:
    """The public form of a document, and whether its name tells it; None where no form is known."""
    document = reference.documents.get(document_id)
    if document is None:
        return None, False
    named = document.code is None
    form = _FORM_BY_NAME.get(document.name.en.strip().casefold()) if named else document.code
    return (form, named) if form in reference.form_elements else (None, False)
