"""Changing a procedure itself."""

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import EditProcedure
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer

P = "KZ-P-import-rail"


def test_the_volume_of_a_procedure(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.full_procedure(P)
    done = catalogue.run(EditProcedure(P, {"volume_per_year": "12000", "volume_unit": " declarations "}), who)
    procedure = catalogue.full_procedure(P).procedure
    assert (procedure.volume_per_year, procedure.volume_unit) == (12000.0, "declarations")
    assert (done.tables, done.procedures) == ({"procedure"}, {P})
    assert str(done.label) == f"Edit procedure “{before.procedure.title.en}”"
    catalogue.undo(who)
    assert catalogue.full_procedure(P) == before
    catalogue.redo(who)
    catalogue.run(EditProcedure(P, {"volume_per_year": None}), who)
    assert catalogue.full_procedure(P).procedure.volume_per_year is None


def test_a_new_title_is_found(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(EditProcedure(P, {"title_en": "Wagons of quinoa"}), who)
    assert [hit.row_id for hit in catalogue.search("quinoa") if hit.kind == "procedure"] == [P]


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"volume_per_year": -1}, "volume_per_year"),
        ({"volume_per_year": "many"}, "volume_per_year"),
        ({"title_en": " "}, "title_en"),
        ({"regime": "smuggling"}, "regime"),
        ({"location_id": "nowhere"}, "location_id"),
        ({"id": "X"}, "id"),
        ({"country": "UZ"}, "country"),
    ],
)
def test_values_that_are_refused(
    catalogue: Catalogue, who: Reviewer, values: dict[str, str | float], column: str
) -> None:
    with pytest.raises(InputError) as raised:
        catalogue.run(EditProcedure(P, values), who)
    assert [problem.column for problem in raised.value.problems] == [column]
    assert catalogue.history() == ()


def test_a_procedure_that_is_gone(catalogue: Catalogue, who: Reviewer) -> None:
    with pytest.raises(InputError, match="no longer in the catalogue"):
        catalogue.run(EditProcedure("nowhere", {}), who)
