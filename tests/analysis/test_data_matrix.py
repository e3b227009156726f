from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.data_matrix import OneSubmission, data_matrix
from customs_app.analysis.rules import rekeyed
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.figures import Coverage
from customs_app.domain.reference import FormBox, PublicForm, Reference
from customs_app.domain.text import Text
from tests.analysis.rules.planted import procedure, reference, step

FORMS = {"380": "3336 3132 X-OWN-DATE", "271": "3336 X-OWN-DATE", "730": "3336 3132 X-OWN-DATE"}


def known() -> Reference:
    """The invoice has no box numbers, the consignment note has them and asks for one element twice."""
    boxes = {
        "380": (FormBox("3336", None, Text("Seller")), FormBox("3132", None, Text("Consignee"))),
        "730": (
            FormBox("3336", "1", Text("Sender")),
            FormBox("3132", "2", Text("Consignee")),
            FormBox("3132", "24", Text("Goods received by")),
        ),
    }
    forms = {code: PublicForm(code, Text(code), None, own) for code, own in boxes.items()}
    return replace(reference(FORMS), forms=forms)


def matrix(*procedures):
    return data_matrix(procedures, known())


def test_rows_are_elements_the_most_asked_first_with_box_step_and_agency():
    full = procedure(
        step("DCL-05", takes="invoice packing"),
        step("BRD-03", "vet", shows="cmr"),
        step("REL-01", takes="invoice"),
    )
    found = matrix(full)
    assert [(row.tag, row.total) for row in found.rows] == [("3336", 3), ("3132", 2)]
    demands = found.rows[1].asked["AA-P"]
    assert [(one.form, one.steps, one.agencies) for one in demands] == [
        ("380", ("AA1", "AA3"), ("customs",)),
        ("730", ("AA2",), ("vet",)),
    ]
    assert [[(box.number, box.name.en) for box in one.boxes] for one in demands] == [
        [(None, "Consignee")],
        [("2", "Consignee"), ("24", "Goods received by")],
    ]


def test_a_form_that_the_reference_list_does_not_describe_has_no_boxes():
    found = matrix(procedure(step("DCL-05", takes="packing")))
    assert found.rows[0].asked["AA-P"][0].boxes == ()


def test_own_control_elements_are_in_no_row():
    found = matrix(procedure(step("DCL-05", takes="invoice packing cmr")))
    assert {row.tag for row in found.rows} == {"3336", "3132"}
    assert [(use.form, use.elements) for use in found.columns[0].forms] == [
        ("380", 2),
        ("271", 1),
        ("730", 2),
    ]


def test_what_is_only_issued_is_asked_for_where_it_is_issued():
    full = procedure(
        step("CRT-02", "plant", gives="invoice"), step("DCL-05", takes="packing", gives="packing")
    )
    invoice, packing = matrix(full).columns[0].forms
    assert (invoice.only_issued, invoice.steps, invoice.agencies) == (True, ("AA1",), ("plant",))
    assert (packing.only_issued, packing.steps) == (False, ("AA2",))


def test_papers_on_one_form_are_one_column_and_an_unknown_agency_is_nobody():
    full = procedure(step("DCL-05", None, takes="invoice"), step("REL-01", takes="proforma"))
    (use,) = matrix(full).columns[0].forms
    assert (use.documents, use.steps, use.agencies) == (("invoice", "proforma"), ("AA1", "AA2"), ("customs",))


def test_several_countries_side_by_side():
    one = procedure(step("DCL-05", takes="invoice"))
    other = procedure(step("DCL-05", takes="packing cmr"), country="BB")
    found = matrix(one, other)
    assert [column.country for column in found.columns] == ["AA", "BB"]
    counts = {row.tag: {key: len(asked) for key, asked in row.asked.items()} for row in found.rows}
    assert counts == {"3336": {"AA-P": 1, "BB-P": 2}, "3132": {"AA-P": 1, "BB-P": 1}}
    assert [column.repeated for column in found.columns] == [0, 1]
    assert found.columns[1].share == pytest.approx(1 / 3)
    assert (found.rows[0].total, found.rows[0].most) == (3, 2)


def test_of_two_asked_equally_often_the_one_that_one_country_asks_more_comes_first():
    ref = reference({"380": "1000 2000", "271": "2000", "730": "1000"})
    one = procedure(step("DCL-05", takes="invoice packing"))
    other = procedure(step("DCL-05", takes="cmr"), country="BB")
    assert [row.tag for row in data_matrix([one, other], ref).rows] == ["2000", "1000"]


def test_documents_without_a_known_form_are_named_and_not_counted():
    (column,) = matrix(procedure(step("DCL-05", takes="invoice phyto paper"))).columns
    assert column.not_counted == ("phyto", "paper")
    assert (column.asked, column.distinct, column.share) == (2, 2, 0)


def test_nothing_recorded_is_nothing_known():
    found = matrix(procedure(step("DCL-05"), step("REL-01")))
    (column,) = found.columns
    assert (found.rows, column.share, column.forms) == ((), None, ())
    assert column.saving == OneSubmission(0, None, None, None)
    assert column.recorded == Coverage(0, 2)


def test_issued_papers_alone_leave_the_handing_in_unknown():
    (column,) = matrix(procedure(step("CRT-02", gives="invoice"), step("REL-01"))).columns
    assert column.saving == OneSubmission(0, None, None, None)
    assert column.recorded == Coverage(1, 2)


def test_one_submission_spares_what_is_handed_in_or_shown_again():
    full = procedure(
        step("DCL-05", takes="invoice cmr"),
        step("INS-02", takes="invoice", shows="cmr"),
        step("CRT-05", takes="invoice", shows="packing"),
        step("REL-01", shows="packing", gives="permit"),
    )
    (column,) = matrix(full).columns
    assert column.saving == OneSubmission(column.repeated, documents=3, handovers=2, shown=2)


def test_of_exclusive_options_the_one_that_asks_most_counts():
    full = procedure(
        step("DCL-05", takes="invoice"),
        step("DCL-06", takes="invoice", choice="corridor:yellow"),
        step("INS-02", takes="invoice", choice="corridor:red"),
        step("REL-01", takes="invoice", choice="corridor:red"),
    )
    assert matrix(full).columns[0].saving.handovers == 2


@given(
    st.lists(
        st.sets(st.sampled_from(["invoice", "packing", "cmr", "phyto", "paper"])), min_size=1, max_size=4
    )
)
def test_the_sums_are_those_of_the_cells_and_of_the_rule(steps):
    full = procedure(*(step("DCL-05", takes=" ".join(sorted(papers))) for papers in steps))
    found = matrix(full)
    (column,) = found.columns
    plain = rekeyed(full, known())
    assert sum(row.total for row in found.rows) == column.asked == plain.asked
    assert len(found.rows) == column.distinct == plain.distinct
    assert sum(row.total - 1 for row in found.rows) == column.repeated == column.saving.repeats
    assert sum(use.elements for use in column.forms) == column.asked
    handed = sum(len(papers) for papers in steps)
    distinct = len(set().union(*steps))
    assert column.saving.handovers == (handed - distinct if handed else None)


def test_road_imports_of_three_countries(catalogue):
    ids = ["BY-P-import-road", "PK-P-imp-sost", "UZ-P-import-road"]
    base = catalogue.reference()
    found = data_matrix([catalogue.full_procedure(id_) for id_ in ids], base)
    figures = {column.country: (column.asked, column.distinct, column.repeated) for column in found.columns}
    assert figures == {"BY": (256, 116, 140), "PK": (158, 97, 61), "UZ": (318, 126, 192)}
    uz = found.columns[2]
    assert uz.saving == OneSubmission(192, documents=3, handovers=5, shown=1)
    top = found.rows[0]
    assert base.data_elements[top.tag].name.en == "Description of goods"
    cmr = next(one for one in top.asked["UZ-P-import-road"] if one.form == "730")
    assert [box.number for box in cmr.boxes] == ["9"]
    assert cmr.steps == ("UZ-P-import-road-07", "UZ-P-import-road-13")


def test_every_counted_form_of_the_catalogue_has_a_name_and_a_box_for_each_element(catalogue):
    base = catalogue.reference()
    procedures = catalogue.full_procedures(regime=Regime.IMPORT, mode=Mode.ROAD)
    for row in data_matrix(procedures, base).rows:
        assert row.tag in base.data_elements
        for demands in row.asked.values():
            for one in demands:
                assert one.boxes, (row.tag, one.form)
                assert base.forms[one.form].name.ru
                assert base.forms[one.form].name.zh
