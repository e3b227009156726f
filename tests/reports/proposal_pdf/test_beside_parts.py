"""What stands beside a comparison, read back from the paper and held against what programs are told."""

from pathlib import Path

import pikepdf
import pypdf
import pytest

from customs_app.analysis.as_json import comparison_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.file import open_catalogue
from customs_app.cli.beside import beside_json
from customs_app.domain.codes import Mode, Regime, Verdict
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.numbers import number
from customs_app.language.words import words
from customs_app.reports.content import Content, comparison_content, proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.subject import Subject

EN = words(Language.EN)


def _read(path: Path) -> list[str]:
    pages = (" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)
    return [page.replace("\N{NO-BREAK SPACE}", " ") for page in pages]


@pytest.fixture(scope="module")
def content(starting_file: Path) -> Content:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return comparison_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD))


@pytest.fixture(scope="module")
def path(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("beside") / "import.pdf"
    write_proposal(content, path, Language.EN)
    return path


@pytest.fixture(scope="module")
def pages(path: Path) -> list[str]:
    return _read(path)


def test_differences_with_a_known_effect_stand_in_its_order(pages: list[str], content: Content) -> None:
    text = " ".join(pages)
    told = comparison_json(content.comparison, EN, content.reference)["ranked_differences"]
    known = [one for one in told if one["hours"] and one["hours"]["typ"]]
    assert len(known) > 3
    start = text.index("Between the countries")
    for one in known:
        low, high = (number(one["hours"][end], Language.EN) for end in ("min", "max"))
        shown = low if low == high else f"{low} – {high}"
        start = text.index(f"{shown} h apart", start)
    assert f"of {len(told)} differences it is known" in text


def test_the_distance_counts_the_changes_of_each_country(pages: list[str], content: Content) -> None:
    text = " ".join(pages)
    for one in comparison_json(content.comparison, EN, content.reference)["distance"]["countries"]:
        name = content.reference.countries[one["country"]].name.en
        counts = " ".join(str(n) if n else "–" for n in one["by_kind"].values())
        assert f"{one['country']} {name} {one['changes']} {counts}" in text
        assert all(change["sentence"] in text for change in one["list"])
    assert "What is not recorded is never counted as a change." in text


def test_measures_of_countries_stand_with_their_years(
    pages: list[str], content: Content, starting_file: Path
) -> None:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        told = beside_json(catalogue, content, EN)["indicators"]
    text = " ".join(pages)
    row = next(one for one in told if one["name"] == "Export: time at the border")
    figures = [row["countries"][iso2][0] for iso2 in content.comparison.countries]
    said = " ".join(f"{number(one['value'], Language.EN)} {one['year']}" for one in figures)
    assert f"Export: time at the border, hours {said} {figures[0]['sources'][0]}" in text
    assert "no part of their totals" in text


def test_pictures_are_lines_and_letters_and_nothing_is_lacking(path: Path, pages: list[str]) -> None:
    # The last page that says so: a list of contents may say it before.
    at = max(n for n, page in enumerate(pages) if "Appendix: heat map of the time" in page)
    assert not any("□" in page for page in pages[at - 1 : at + 4])
    with pikepdf.open(path) as read:
        for n in (at - 1, at):
            shapes = [str(one.operator) for one in pikepdf.parse_content_stream(read.pages[n])]
            assert shapes.count("l") > 30
            assert not list(read.pages[n].get_images())


def test_parcels_of_all_members_stand_on_a_page_of_their_own(starting_file: Path, tmp_path: Path) -> None:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        read = comparison_content(catalogue, Subject(Regime.PARCEL_IMPORT))
    write_proposal(read, tmp_path / "p.pdf", Language.EN)
    pages = _read(tmp_path / "p.pdf")
    at = max(n for n, one in enumerate(pages) if "Parcel imports of all members" in one)
    page = " ".join(pages[at : at + 2])
    for row in read.beside.parcels:
        assert f"{row.country} {read.reference.countries[row.country].name.en}" in page
        if row.totals is not None:
            covered = row.totals.time_covered
            assert f"{covered.n} of {covered.of}" in page


def test_a_measure_shows_the_steps_now_and_as_they_would_be(catalogue: Catalogue, tmp_path: Path) -> None:
    # Step 12 carries a figure of several steps: what is left of it is carried on when the step goes.
    catalogue.run(SetMark("KZ-P-import-road-12", Verdict.REMOVE, "A portal does it."), Reviewer("A", "KZ"))
    read = proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, ("KZ", "UZ")))
    write_proposal(read, tmp_path / "p.pdf", Language.EN)
    page = [one for one in _read(tmp_path / "p.pdf") if "Kazakhstan: now, and as it would be" in one][-1]
    assert "As it is" in page
    assert "As it would be" in page
    assert "no longer done" in page
