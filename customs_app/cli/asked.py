"""What the arguments ask for, checked against the catalogue."""

import argparse
from collections.abc import Mapping, Sequence

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message


def known_countries(catalogue: Catalogue, countries: Sequence[str] | None) -> Sequence[str] | None:
    """The countries asked for (ISO 3166 alpha-2); InputError where the reference list has one of them not."""
    known = catalogue.reference().countries
    unknown = tuple(code for code in countries or () if code not in known)
    if unknown:
        raise InputError(
            Message(
                "Not in the reference list of countries: {countries}. Expected codes such as KZ.",
                {"countries": unknown},
            )
        )
    return countries


def chosen_procedures(catalogue: Catalogue, args: argparse.Namespace) -> Mapping[str, str]:
    """Country -> id of the procedure that is asked for by id; InputError where it does not answer."""
    by_id = {row.procedure.id: row.procedure for row in catalogue.procedures()}
    chosen: dict[str, str] = {}
    for procedure_id in args.procedures:
        procedure = by_id.get(procedure_id)
        if procedure is None or procedure.regime is not args.regime:
            raise InputError(
                Message(
                    "There is no procedure “{procedure}” of the regime asked for.",
                    {"procedure": procedure_id},
                )
            )
        if procedure.country in chosen:
            raise InputError(
                Message(
                    "Two procedures of one country are asked for: {country}.", {"country": procedure.country}
                )
            )
        chosen[procedure.country] = procedure_id
    return chosen
