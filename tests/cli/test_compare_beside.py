"""What `compare --json` tells beside the comparison."""

import json
from pathlib import Path
from typing import Any

import pytest

from customs_app.cli import main


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert main([str(argument) for argument in ("compare", *arguments, "--json")]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def test_measures_places_and_clearances_of_the_countries_compared(
    starting_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--regime", "import", "--mode", "road", "--countries", "KZ,UZ", "--lang", "ru")
    found = told(capsys, starting_file, *asked)
    assert found["countries"] == ["KZ", "UZ"]
    rows = {row["key"]: row for row in found["indicators"]}
    assert [one["value"] for one in rows["LPI_OVERALL"]["countries"]["UZ"]] == [2.6]
    assert "CPMM-road-inbound-hours" in rows
    assert "CPMM-rail-inbound-hours" not in rows
    assert {place["country"] for place in found["places"]} == {"KZ", "UZ"}
    cleared = {one["procedure"]: one["cleared"] for one in found["clearances"]}
    assert (cleared["KZ-P-import-road"], cleared["UZ-P-import-plant"]) == ("inland", "border")
    assert "parcels" not in found


def test_parcels_of_all_members_where_parcels_are_compared(
    starting_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys, starting_file, "--regime", "parcel_import", "--countries", "KZ,RU")
    assert len(found["parcels"]) == 12
    assert {row["country"] for row in found["parcels"]} > {"KZ", "RU", "CN", "TJ"}
