"""Measures of countries as they stand in the starting content."""

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.indicators import BorderTime, Commitment, Indicator


def test_every_row_of_the_lists_is_read(catalogue: Catalogue) -> None:
    assert len(catalogue.indicators()) == len(catalogue.rows("indicator"))
    assert len(catalogue.border_times()) == len(catalogue.rows("cpmm"))
    assert len(catalogue.commitments()) == len(catalogue.rows("commitment"))
    assert catalogue.memberships().keys() == catalogue.reference().countries.keys()


def test_an_indicator_has_its_year_unit_and_source(catalogue: Catalogue) -> None:
    (one,) = (row for row in catalogue.indicators() if (row.country, row.code) == ("KZ", "LPI_OVERALL"))
    assert one == Indicator(one.id, "KZ", "LPI_OVERALL", "2023", 2.7, "score 1-5", "REF-S47", None)
    (undated,) = (row for row in catalogue.indicators() if (row.country, row.code) == ("KG", "UNTF_SCORE"))
    assert undated.year is None


def test_a_border_time_may_have_no_cost(catalogue: Catalogue) -> None:
    (one,) = (row for row in catalogue.border_times() if (row.place, row.year) == ("Khorgos", "2023"))
    assert one == BorderTime(
        one.id, "Khorgos", "CN", "KZ", "road", "outbound", "waiting for transloading to Kazakh trucks",
        51.4, None, "2023", "REF-S94",
    )  # fmt: skip
    assert not one.whole
    assert not one.national
    national = [row for row in catalogue.border_times() if row.national and row.country == "TJ"]
    assert len(national) == 9
    assert all(row.whole for row in national)


def test_a_category_that_was_not_read_is_unknown(catalogue: Catalogue) -> None:
    found = {(row.country, row.standard_id): row for row in catalogue.commitments()}
    assert found["CN", "TFA-7.6"].category is None
    assert found["TJ", "TFA-10.4"] == Commitment(
        "TJ", "TFA-10.4", "C", "2023-12-22", "REF-S36",
        "date quoted in the notification on the operation of the single window",
    )  # fmt: skip


def test_membership_is_known_unknown_or_denied(catalogue: Catalogue) -> None:
    members = catalogue.memberships()
    assert [members[iso2].wto_member for iso2 in ("CN", "UZ", "TR")] == [True, False, None]
    assert [members[iso2].tir for iso2 in ("KZ", "TR")] == [True, None]
    assert members["KG"].customs_union == "EAEU"
    assert members["UZ"].customs_union is None
