"""The corridor on paper: what it says, read back, held against what programs are told."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.as_json import chain_json
from customs_app.analysis.corridor.told import told_json
from customs_app.domain.codes import CaseKind
from customs_app.domain.errors import InputError
from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language
from customs_app.language.numbers import number, span
from customs_app.language.words import words
from customs_app.reports.corridor import CorridorPaper, write_corridor_pdf
from customs_app.reports.corridor.pages_means import newest
from customs_app.reports.corridor.paper import rates_used
from tests.reports.corridor.conftest import PaperOf

EN = words(Language.EN)


def _pages(paper: CorridorPaper, path: Path, language: Language = Language.EN) -> list[str]:
    write_corridor_pdf(paper, path, language)
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


@pytest.fixture(scope="module")
def path(road: CorridorPaper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corridor") / "road.pdf"
    write_corridor_pdf(road, path, Language.EN)
    return path


@pytest.fixture(scope="module")
def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_the_title_has_the_chain_and_the_figures_of_the_window(pages: list[str], road: CorridorPaper) -> None:
    title = pages[0]
    for n, block in enumerate(road.content.blocks, 1):
        assert f"{n} {block.country} · " in title
    for text in (
        "25.09 – 105.1 h, typical 60.09",
        "10 of 46 steps, 3 aggregates, 5 limits",
        "driving, 3 times",
        "inside the union",
        "of 19 documents followed",
        road.edition.sha256[:32],
    ):
        assert text in title, text


def test_totals_equal_those_that_programs_are_told(pages: list[str], road: CorridorPaper) -> None:
    told = chain_json(road.corridor, road.chain, EN)["totals"]
    text = " ".join(pages)
    elapsed = told["elapsed_h"]
    row = " ".join(number(elapsed[end], Language.EN) for end in ("min", "typ", "max"))
    assert f"one block after the other {row}" in text
    assert "Steps with a counted time {} of {}".format(*told["covered"]["time"]) in text
    assert "Steps with a counted fee {} of {}".format(*told["covered"]["cost"]) in text
    assert f"Documents · times handed in {told['documents']} · {told['handovers']}" in text
    fees = " · ".join(f"{number(one['amount'], Language.EN)} {one['currency']}" for one in told["cost"])
    assert f"Fees, as recorded {fees}" in text.replace("\N{NO-BREAK SPACE}", " ")


def test_each_block_has_its_hours_and_each_gap_its_reason(pages: list[str], road: CorridorPaper) -> None:
    text = " ".join(pages)
    for one in road.chain.blocks:
        if one.totals is not None:
            hours = span(one.elapsed, Language.EN)
            assert f"{one.covered.n} of {one.covered.of} {hours} {span(one.end, Language.EN)}" in text
    for gap in road.chain.gaps:
        assert EN.say(gap.message).rstrip(".") in text
    for once in road.chain.counted_once:
        assert EN.say(once.message) in text


def test_all_parts_are_in_the_outline_and_the_chart_lies(path: Path) -> None:
    read = pypdf.PdfReader(path)
    titles = [entry.title for entry in read.outline]  # type: ignore[union-attr]
    assert titles == [
        *("Title page", "Hours along the way", "The chain, block by block", "What the way comes to"),
        *("Where the hours go", "Steps with a time", "Documents handed over again", "Data asked for again"),
        *("Controls on both sides of a border", "Guarantees and escorts", "Payments along the way"),
        *("Border times: measured, and recorded in the steps", "What could be done once", "Sources"),
    ]
    chart = read.pages[1]
    assert chart.mediabox.width > chart.mediabox.height
    assert "60.09 h typical" in chart.extract_text()


def test_the_chart_is_drawn_in_lines_and_no_picture_is_embedded(path: Path) -> None:
    with pikepdf.open(path) as read:
        chart = [str(one.operator) for one in pikepdf.parse_content_stream(read.pages[1])]
        assert chart.count("l") > 100
        assert chart.count("S") > 50
        assert all(not list(page.get_images()) for page in read.pages)


def test_documents_asked_for_again_stand_with_how_often(pages: list[str], road: CorridorPaper) -> None:
    text = " ".join(pages)
    told = told_json(road.told, EN)["documents_again"]["documents"]
    again = [one for one in told if one["times_at_most"] > 1]
    assert len(again) >= 8
    for one in again:
        times = str(one["times"])
        if one["times"] != one["times_at_most"]:
            times = f"{one['times']} – {one['times_at_most']}"
        code = f" {one['code']}" if one["code"] else ""
        assert re.search(rf"{re.escape(one['document'] + code)} .{{0,80}}? {re.escape(times)} ", text), one


def test_payments_and_shares_are_those_told(pages: list[str], road: CorridorPaper) -> None:
    text = " ".join(pages).replace("\N{NO-BREAK SPACE}", " ")
    told = told_json(road.told, EN)["payments"]
    for one in told["payments"]:
        assert f"{number(one['amount'], Language.EN)} {one['currency']}" in text
    for share in told["shares"]:
        assert f"{number(share['usd'], Language.EN)} {number(100 * share['part'], Language.EN, 0)} %" in text
    for rate in rates_used(road):
        assert f"{number(rate.units_per_usd, Language.EN)} {rate.currency} for 1 USD" in text


def test_of_each_crossing_the_newest_measurement_is_printed(pages: list[str], road: CorridorPaper) -> None:
    text = " ".join(pages)
    for border in road.told.border_times:
        shown = newest(border.measured)
        assert len({(one.row.place, one.row.country, one.way, one.row.activity) for one in shown}) == len(
            shown
        )
        for one in shown:
            older = [
                other
                for other in border.measured
                if (other.row.place, other.way, other.row.activity, other.row.country, other.row.mode)
                == (one.row.place, one.way, one.row.activity, one.row.country, one.row.mode)
            ]
            assert (one.row.year or "") == max(other.row.year or "" for other in older)
    assert "the same measurement, not a second one" in text
    assert "never added to the totals" in text


def test_savings_carry_their_doubt(pages: list[str], road: CorridorPaper) -> None:
    text = " ".join(pages)
    assert road.told.savings
    for one in road.told.savings:
        assert EN.say(one.summary) in text
        assert EN.say(one.doubt) in text
    assert "must not be added up" in text


def test_each_source_number_in_the_tables_is_in_the_list(pages: list[str], road: CorridorPaper) -> None:
    start = next(n for n, page in enumerate(pages) if " Sources No. Title" in page)
    listed = " ".join(pages[start:])
    for n, source in enumerate(road.sources, 1):
        assert f"{n} {' '.join(source.title.split())}"[:40] in listed
        assert source.id in listed
    for point, place in road.points():
        known = [id_ for id_ in place.step.source_ids if id_ in road.reference.sources]
        assert len(road.numbers_of(known)) == len(set(known)), point.step_id


@pytest.mark.parametrize("language", list(Language))
def test_the_same_paper_gives_the_same_bytes(road: CorridorPaper, tmp_path: Path, language: Language) -> None:
    first, again = tmp_path / "1.pdf", tmp_path / "2.pdf"
    write_corridor_pdf(road, first, language)
    write_corridor_pdf(road, again, language)
    assert first.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("corridor_id", ["COR-02", "COR-04", "COR-06", "COR-11"])
def test_corridors_full_of_gaps_are_printed_and_say_what_is_unknown(
    paper_of: PaperOf, corridor_id: str, tmp_path: Path
) -> None:
    paper = paper_of(corridor_id)
    text = " ".join(_pages(paper, tmp_path / "x.pdf"))
    assert "Controls on both sides of a border" in text
    if not paper.told.data.across:
        assert "No data element is known to be asked for in two countries." in text
    for key in paper.told.again.unknown:
        assert f"{paper.number(key)} " in text


def test_the_worst_case_has_its_own_figures(paper_of: PaperOf, road: CorridorPaper, tmp_path: Path) -> None:
    worst = paper_of("COR-01", Case(CaseKind.WORST))
    assert worst.chain.totals.steps > road.chain.totals.steps
    assert f"of {worst.chain.totals.time_covered.of} steps" in _pages(worst, tmp_path / "w.pdf")[0]


def test_the_edition_that_was_frozen_is_named_once_on_the_title(road: CorridorPaper, tmp_path: Path) -> None:
    frozen = replace(road, edition=replace(road.edition, title="As read in Tashkent"))
    title = _pages(frozen, tmp_path / "x.pdf")[0]
    assert title.count("Frozen edition As read in Tashkent") == 1


def test_no_such_corridor_is_a_clear_message(paper_of: PaperOf) -> None:
    with pytest.raises(InputError):
        paper_of("COR-99")


def test_a_cancelled_paper_leaves_what_was_there(road: CorridorPaper, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"before")

    def stop(done: int, of: int) -> None:
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_corridor_pdf(road, path, Language.EN, stop)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
