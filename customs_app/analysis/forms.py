"""Which public form a document stands for, and which data that form asks for."""

from collections.abc import Mapping

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


def form_of(document_id: str, reference: Reference) -> tuple[str | None, bool]:
    """The form (UN/EDIFACT 1001 code) of a document, and whether its name tells it; None: no form known."""
    document = reference.documents.get(document_id)
    if document is None:
        return None, False
    named = document.code is None
    form = _FORM_BY_NAME.get(document.name.en.strip().casefold()) if named else document.code
    return (form, named) if form in reference.form_elements else (None, False)


def elements_of(form: str, reference: Reference) -> tuple[str, ...]:
    """The tags of the data elements that a form asks for, sorted; own control elements are left out."""
    return tuple(sorted(tag for tag in reference.form_elements[form] if not tag.startswith(_OWN)))
