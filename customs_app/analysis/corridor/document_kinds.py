"""Which documents of several countries are one kind of document."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.analysis.forms import form_of
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text

_KINDS: Mapping[str, tuple[str, ...]] = {
    "950": ("external transit declaration",),
    "preliminary-information": (
        "preliminary information message",
        "preliminary information on goods (electronic)",
        "electronic preliminary information (epi)",
    ),
    "road-permit": (
        "international road permit",
        "international road transport permit of the vehicle",
        "road permit (dozvol or e-permit)",
        "road transport permit",
        "single-trip road permit (dozvol)",
        "transport permit",
    ),
    "border-slot": (
        "electronic queue booking",
        "electronic queue registration",
        "online border slot booking",
        "registration in the electronic queue",
        "suvidha slot booking",
    ),
    "driver-identity": ("driver passport", "identity document of the driver"),
    "vehicle-papers": (
        "driving licence and vehicle registration",
        "vehicle documents",
        "vehicle registration book and fitness certificate",
    ),
    "test-report": ("laboratory test report", "test report"),
}
"""English names, in small letters, of documents without a code that are one kind in several countries."""

_ONE_A_COUNTRY = frozenset({"road-permit", "border-slot"})
"""Kinds of which each country asks for one of its own: none could be passed on."""

_BY_NAME = {name: kind for kind, names in _KINDS.items() for name in names}


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document that several countries ask for.

    `code` is its UN/EDIFACT 1001 code, None where it has none; `key` tells it from other kinds. `by_name`
    says that names alone, not a code, tell that documents are of this kind. `name` is that of the public
    form, else that of the first document met.
    """

    key: str
    code: str | None
    name: Text
    by_name: bool

    @property
    def one_a_country(self) -> bool:
        """Whether each country asks for one of its own, such as a permit to use its roads."""
        return self.key in _ONE_A_COUNTRY


def kind_of_document(document_id: str, reference: Reference) -> DocumentKind:
    """The kind of a document (id): by its code, else by its form or name in English."""
    document = reference.documents.get(document_id)
    if document is None:
        return DocumentKind(document_id, None, Text(document_id), by_name=False)
    if document.code is not None:
        return _coded(document.code, document.name, reference, by_name=False)
    name = document.name.en.strip().casefold()
    form, _ = form_of(document_id, reference)
    kind = form or _BY_NAME.get(name, name)
    if kind.isdigit():
        return _coded(kind, document.name, reference, by_name=True)
    return DocumentKind(kind, None, document.name, by_name=True)


def _coded(code: str, name: Text, reference: Reference, *, by_name: bool) -> DocumentKind:
    form = reference.forms.get(code)
    return DocumentKind(code, code, form.name if form is not None else name, by_name)
