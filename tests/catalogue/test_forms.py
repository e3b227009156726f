"""Public forms of documents, read with the names and boxes of the reference lists."""

import csv
from collections import Counter

from customs_app.catalogue.catalogue import Catalogue
from customs_app.paths import STARTING

LISTS = STARTING / "reference"


def _rows(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_form_has_its_boxes_in_order_of_the_list(catalogue: Catalogue):
    forms = catalogue.reference().forms
    rows = _rows("document_elements.csv")
    assert list(forms) == list(dict.fromkeys(row["un_edifact_1001"] for row in rows))
    boxes = [
        (code, box.tag, box.number, box.name.en if box.name else None, box.source_id)
        for code, form in forms.items()
        for box in form.boxes
    ]
    written = [
        (
            row["un_edifact_1001"],
            row["tag"],
            row["box"] or None,
            row["box_name_en"] or None,
            row["source_id"] or None,
        )
        for row in rows
    ]
    assert Counter(boxes) == Counter(written)
    assert [one for one in boxes if one[0] == "730"] == [one for one in written if one[0] == "730"]


def test_a_form_bears_the_name_of_its_code_in_three_languages_and_its_layout(catalogue: Catalogue):
    forms = catalogue.reference().forms
    names = {row["un_edifact_1001"]: row for row in _rows("documents.csv")}
    for code, form in forms.items():
        assert form.code == code
        assert (form.name.en, form.name.ru, form.name.zh) == (
            names[code]["name_en"],
            names[code]["name_ru"],
            names[code]["name_zh"],
        )
    assert forms["730"].layout == "CMR consignment note (road)"


def test_elements_of_a_form_are_those_of_its_boxes(catalogue: Catalogue):
    reference = catalogue.reference()
    assert set(reference.form_elements) == set(reference.forms)
    for code, form in reference.forms.items():
        assert reference.form_elements[code] == {box.tag for box in form.boxes}
