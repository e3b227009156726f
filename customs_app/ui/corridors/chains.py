"""The corridors of the catalogue as chains of places."""

from collections import defaultdict
from dataclasses import dataclass

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.text import Text
from customs_app.language.words import N_

PARTS = {
    "origin": N_("origin"),
    "transit": N_("on the way"),
    "border_exit": N_("leaves the country"),
    "border_entry": N_("enters the country"),
    "destination": N_("destination"),
}


@dataclass(frozen=True, slots=True)
class Leg:
    """One place of a chain; `name` is None where no source names the place, `part` is a key of PARTS."""

    number: int
    country: str
    name: Text | None
    part: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A corridor and its places in their order; `mode` is a mode of transport or multimodal."""

    id: str
    name: Text
    mode: str | None
    description: Text | None
    legs: tuple[Leg, ...]


def chains(catalogue: Catalogue) -> tuple[Chain, ...]:
    """All corridors with their places."""
    legs: defaultdict[str, list[Leg]] = defaultdict(list)
    for row in catalogue.rows("corridor_leg"):
        leg = Leg(
            int(row["seq"] or 0),
            str(row["country"]),
            _text(row["location_name"], row["location_name_ru"], row["location_name_zh"]),
            _maybe(row["kind"]),
            _maybe(row["note"]),
        )
        legs[str(row["corridor_id"])].append(leg)
    return tuple(
        Chain(
            str(row["id"]),
            Text(str(row["name_en"]), _maybe(row["name_ru"]), _maybe(row["name_zh"])),
            _maybe(row["mode"]),
            _text(row["description"], row["description_ru"], row["description_zh"]),
            tuple(sorted(legs[str(row["id"])], key=lambda leg: leg.number)),
        )
        for row in catalogue.rows("corridor")
    )


def _maybe(value: object) -> str | None:
    return None if value is None else str(value)


def _text(en: object, ru: object, zh: object) -> Text | None:
    return None if en is None else Text(str(en), _maybe(ru), _maybe(zh))
