"""Reference lists that all countries share, and each country's bodies and papers."""

from collections.abc import Mapping
from dataclasses import field

from customs_app.domain.codes import Stage
from customs_app.domain.corridor import Corridor
from customs_app.domain.procedure import Agency, Document, Location, Source
from customs_app.domain.record import record
from customs_app.domain.text import Text


@record(frozen=True, slots=True)
class Activity:
    """The canonical thing that a step does; steps are comparable only through it."""

    code: str
    stage: Stage
    name: Text


@record(frozen=True, slots=True)
class Country:
    """A member state or partner (ISO 3166)."""

    iso2: str
    name: Text
    name_local: str | None = None
    status: str | None = None
    currency: str | None = None
    customs_union: str | None = None
    customs_authority: Text | None = None


@record(frozen=True, slots=True)
class Standard:
    """An article on which a simplification can lean."""

    id: str
    instrument: Text
    article: str
    title: Text
    gist: Text
    url: str | None = None


@record(frozen=True, slots=True)
class ExchangeRate:
    """Units of a currency (ISO 4217) for one US dollar on a day (ISO 8601)."""

    currency: str
    units_per_usd: float
    date: str
    kind: str | None = None
    source_id: str | None = None


@record(frozen=True, slots=True)
class DataElement:
    """A data element of trade documents, by UNTDED (ISO 7372) tag or `X-` tag."""

    tag: str
    name: Text


@record(frozen=True, slots=True)
class FormBox:
    """A place of a public form that asks for a data element (`tag`).

    `number` is that of the box as the form prints it, None where its boxes have none; `name` is in English.
    """

    tag: str
    number: str | None = None
    name: Text | None = None
    source_id: str | None = None


@record(frozen=True, slots=True)
class PublicForm:
    """The public form of a document: its UN/EDIFACT 1001 code and name, and its boxes in order.

    `layout` says in English which layout the boxes are those of; a country's own form may differ.
    """

    code: str
    name: Text
    layout: str | None = None
    boxes: tuple[FormBox, ...] = ()


@record(frozen=True, slots=True)
class Reference:
    """All that steps refer to, by id or code.

    `form_elements` maps a UN/EDIFACT 1001 code to the tags its public form asks for, `forms` to the form.
    """

    activities: Mapping[str, Activity]
    countries: Mapping[str, Country]
    standards: Mapping[str, Standard]
    rates: Mapping[str, ExchangeRate]
    agencies: Mapping[str, Agency]
    documents: Mapping[str, Document]
    locations: Mapping[str, Location]
    sources: Mapping[str, Source]
    data_elements: Mapping[str, DataElement]
    form_elements: Mapping[str, frozenset[str]]
    corridors: Mapping[str, Corridor] = field(default_factory=dict)
    forms: Mapping[str, PublicForm] = field(default_factory=dict)
