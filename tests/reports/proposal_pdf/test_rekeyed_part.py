"""The part of the proposal on data that are asked for again."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from customs_app.analysis.data_matrix import data_matrix
from customs_app.domain.text import Language
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.proposal_pdf.rekeyed import MOST


def _part(content: Content, path: Path, language: Language = Language.EN, order: str = "-layout") -> str:
    write_proposal(content, path, language)
    said = subprocess.run(["pdftotext", order, path, "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", said.stdout)


@pytest.fixture(scope="module")
def said(proposal: Content, tmp_path_factory: pytest.TempPathFactory) -> str:
    whole = _part(proposal, tmp_path_factory.mktemp("rekeyed") / "p.pdf")
    start = whole.index("Table 3. ")
    return whole[start : whole.index("Marked steps", start)]


def test_each_country_has_its_share_and_what_one_submission_spares(said: str, proposal: Content):
    for country, data in zip(proposal.countries, proposal.data.columns, strict=True):
        share = f"{100 * data.share:.0f} %"
        assert (
            f"{country.name.en} {data.distinct} data elements asked for {data.asked} times; "
            f"again: {data.repeated} · {share}"
        ) in said
        saving = data.saving
        assert (
            f"One submission spares {saving.repeats} demands for data; handing in again: {saving.handovers}, "
            f"showing again: {saving.shown} (documents: {saving.documents})."
        ) in said
        assert f"Documents are recorded for {data.recorded.n} of {data.recorded.of} steps." in said


def test_the_most_asked_elements_stand_with_their_forms_and_boxes(said: str, proposal: Content):
    assert "Description of goods 10 " in said
    assert "Road consignment note (9)" in said
    assert "Goods declaration for importation (31)" in said
    uz = said[said.index("Uzbekistan ") :].partition("One submission")[0]
    tags = [row for row in proposal.data.rows if len(row.asked["UZ-P-import-road"]) > 5]
    assert len(tags) > MOST, "not all of them are printed"
    rows = re.findall(r"(?<!/) (\d+) (?:Contract|Commercial|Road|Import)", uz)
    assert [int(times) for times in rows] == sorted(map(int, rows), reverse=True)
    assert len(rows) == MOST


def test_documents_that_are_not_counted_are_named(said: str):
    assert "Not counted, because their form is not known: Label in Uzbek and technical papers." in said


def test_a_country_of_which_nothing_is_known_says_so(proposal: Content, tmp_path: Path):
    procedures = dict(proposal.comparison.procedures)
    procedures["TJ"] = replace(procedures["TJ"], uses={})
    data = data_matrix([procedures[iso2] for iso2 in proposal.comparison.countries], proposal.reference)
    whole = _part(replace(proposal, data=data), tmp_path / "p.pdf")
    assert "Tajikistan no form is known of any of its documents" in whole
    assert "No document is recorded that is handed in or shown." in whole


def test_where_no_form_is_known_a_sentence_stands_there(proposal: Content, tmp_path: Path):
    bare = replace(proposal, data=data_matrix([], proposal.reference))
    whole = _part(bare, tmp_path / "p.pdf")
    assert "Of no document of these procedures is it known which data it asks for." in whole
    assert "Table 3" not in whole


@pytest.mark.parametrize("language", [Language.RU, Language.ZH])
def test_names_of_elements_and_forms_are_in_the_language(
    proposal: Content, tmp_path: Path, language: Language
):
    whole = _part(proposal, tmp_path / "p.pdf", language, "-raw").replace(" ", "")
    for name in (
        proposal.reference.data_elements["7002"].name[language],
        proposal.reference.forms["730"].name[language],
    ):
        assert name.replace(" ", "") in whole
