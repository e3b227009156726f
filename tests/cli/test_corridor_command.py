"""A corridor without a window."""

import json

import pytest

from customs_app.catalogue.commands import BindBlock
from customs_app.catalogue.file import open_catalogue
from customs_app.cli import main
from customs_app.domain.review import Reviewer


def ran(capsys, *arguments):
    """Exit status, output and errors of a command."""
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_road_from_china_to_russia_for_people(starting_file, capsys):
    status, out, err = ran(capsys, "corridor", starting_file, "COR-01")
    assert (status, err) == (0, "")
    assert out.startswith(
        "Western Europe - Western China road corridor (Lianyungang - Saint Petersburg) · Base"
    )
    for line in (
        "Elapsed: 25.09 – 105.1 h, typically 60.09",
        "Known: 10 of 46 steps have a time; 12 of 46 a fee; 3 figures for several steps; 5 legal limits",
        "Fees, apart by currency: 2,384\N{NO-BREAK SPACE}USD + 31,456\N{NO-BREAK SPACE}KZT"
        " + 26,144\N{NO-BREAK SPACE}RUB",
        "  - Driving, Kazakhstan: the time is not known.",
        "  - Russian Federation, Enter the country: inside the union",
        "  - “Cross to Nur Zholy” and “Wait for the Kazakh truck and reload at Khorgos” report the same"
        " measured figure: it is counted once.",
    ):
        assert line in out.splitlines()
    assert "[16.4 – 77.5]" in out
    assert "Commercial invoice" in out


def test_hours_are_told_as_in_the_window_and_on_paper(catalogue_file, capsys):
    asked = ("corridor", catalogue_file, "COR-14")
    assert "Elapsed: 3.2 – 11.2 h, typically 3.2" in ran(capsys, *asked)[1].splitlines()
    for _ in range(2):  # the work of a procedure at the border stands apart once that is gone
        keys = [block["key"] for block in json.loads(ran(capsys, *asked, "--json")[1])["blocks"]]
        with open_catalogue(catalogue_file) as catalogue:
            for key in keys:
                catalogue.run(BindBlock("COR-14", key, None), Reviewer("A", "KG"))
    assert "Elapsed: ?" in ran(capsys, *asked)[1].splitlines()


def test_a_corridor_for_programs(starting_file, capsys):
    status, out, _ = ran(capsys, "corridor", starting_file, "COR-01", "--json", "--lang", "ru")
    assert status == 0
    found = json.loads(out)
    assert found["corridor"]["id"] == "COR-01"
    assert found["corridor"]["places"][0] == {
        "country": "CN",
        "name": "Ляньюньган",
        "unlocode": "CNLYG",
        "kind": "origin",
    }
    assert [block["key"] for block in found["blocks"]] == [
        "CN-export",
        "KZ-cross_in",
        "KZ-transit",
        "RU-cross_in",
        "RU-import",
    ]
    gap = found["blocks"][3]
    assert (gap["procedure"], gap["gap"], gap["steps"]) == (None, "inside_union", 0)
    assert gap["elapsed_h"] == {"min": None, "typ": None, "max": None}
    totals = found["totals"]
    assert totals["elapsed_h"] == {"min": 25.09, "typ": 60.09, "max": 105.1}
    assert totals["cost"][0] == {"amount": 2384.0, "currency": "USD"}
    assert totals["covered"]["time"] == [10, 46]
    assert (totals["gaps"], totals["driving_unknown"]) == (1, 3)
    assert found["points"][-1]["cumulative_h"] == totals["elapsed_h"]
    assert [once["not_again"] for once in found["counted_once"]] == ["KZ-P-bcp-khorgos-road-04"]
    assert found["documents_again"]
    assert {"payments", "border_times", "guarantees", "controls", "savings", "data_again"} <= found.keys()


def test_the_worst_case_lasts_longer(starting_file, capsys):
    totals = {
        case: json.loads(ran(capsys, "corridor", starting_file, "COR-01", "--json", "--case", case)[1])[
            "totals"
        ]
        for case in ("base", "worst")
    }
    assert totals["worst"]["steps"] > totals["base"]["steps"]
    assert totals["worst"]["elapsed_h"]["max"] > totals["base"]["elapsed_h"]["max"]


def test_what_an_official_bound_is_told(catalogue_file, capsys):
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(BindBlock("COR-03", "KG-cross_out", "KG-P-bcp-torugart"), Reviewer("A", "KG"))
    out = ran(capsys, "corridor", catalogue_file, "COR-03")[1]
    assert "  Kyrgyzstan, Leave the country: Attached by an official. “Road transit through" in out


def test_all_corridors_are_listed(starting_file, capsys):
    status, out, _ = ran(capsys, "corridor", starting_file)
    assert status == 0
    assert "COR-03  China - Kyrgyzstan - Uzbekistan road corridor" in out
    assert "UZ–KG–CN" in out
    listed = json.loads(ran(capsys, "corridor", starting_file, "--json")[1])
    assert len(listed) == 14
    assert listed[2]["mode"] == "road"


def test_a_corridor_of_the_users_own_catalogue(own_home, capsys):
    assert "Elapsed: 25.09" in ran(capsys, "corridor", "COR-01")[1]


@pytest.mark.parametrize("lang", ["en", "ru", "zh"])
@pytest.mark.parametrize("number", range(1, 15))
def test_every_corridor_is_worded(starting_file, capsys, lang, number):
    status, out, err = ran(capsys, "corridor", starting_file, f"COR-{number:02}", "--lang", lang)
    assert (status, err) == (0, "")
    assert "{" not in out


def test_wrong_input_gives_one_message(starting_file, capsys):
    status, out, err = ran(capsys, "corridor", starting_file, "COR-99")
    assert (status, out) == (1, "")
    assert err.startswith("There is no corridor “COR-99”. Expected one of COR-01, COR-02,")
    assert ran(capsys, "corridor", starting_file, "COR-01", "COR-02")[0] == 2


def test_a_corridor_is_written_as_workbook_and_pdf(starting_file, tmp_path, capsys):
    pdf, xlsx = tmp_path / "road.pdf", tmp_path / "road.xlsx"
    status, out, err = ran(capsys, "corridor", starting_file, "COR-01", "--pdf", pdf, "--xlsx", xlsx)
    assert (status, err) == (0, "")
    assert out == f"Written: {xlsx}\nWritten: {pdf}\n"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert xlsx.read_bytes().startswith(b"PK")


def test_with_json_what_was_written_is_said_apart(starting_file, tmp_path, capsys):
    status, out, err = ran(
        capsys, "corridor", starting_file, "COR-01", "--json", "--pdf", tmp_path / "road.pdf"
    )
    assert status == 0
    assert json.loads(out)["totals"]["steps"] == 46
    assert "Written" in err


def test_papers_need_a_corridor(starting_file, tmp_path, capsys):
    status, out, err = ran(capsys, "corridor", starting_file, "--pdf", tmp_path / "road.pdf")
    assert (status, out) == (2, "")
    assert "id of a corridor" in err
    assert list(tmp_path.iterdir()) == []


def test_a_what_if_is_told_to_people_and_programs(starting_file, capsys):
    asked = ("corridor", starting_file, "COR-01", "--without", "KZ-P-transit-road-13,KZ-P-transit-road-14")
    status, out, _ = ran(capsys, *asked, "--json")
    told = json.loads(out)
    assert status == 0
    assert told["what_if"]["without"] == ["KZ-P-transit-road-13", "KZ-P-transit-road-14"]
    assert told["what_if"]["totals"]["steps"] < told["totals"]["steps"]
    people = ran(capsys, *asked)[1]
    assert "What if steps were left out" in people
    assert told["what_if"]["changes"][0]["sentence"] in people
    assert json.loads(ran(capsys, "corridor", starting_file, "COR-01", "--json")[1])["what_if"] is None


def test_a_what_if_needs_a_corridor_and_steps_of_it(starting_file, capsys):
    assert ran(capsys, "corridor", starting_file, "--without", "KZ-P-transit-road-13")[0] == 2
    status, _, err = ran(capsys, "corridor", starting_file, "COR-01", "--without", "nothing")
    assert status == 1
    assert "“nothing”" in err
