"""The pages of a dossier: what goes and what comes, laws, terms, positions, contents, annexes."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest

from customs_app.analysis.dossier.as_json import dossier_json
from customs_app.analysis.dossier.result import Dossier
from customs_app.analysis.dossier.saved_line import saved_line
from customs_app.catalogue.commands import (
    AddAct,
    Decide,
    LeaveOutMeasure,
    OrderMeasures,
    RewriteText,
    SaveProposal,
    SetDissent,
    SetStandpoint,
    SetTerms,
    StartMeeting,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.frozen import open_edition
from customs_app.domain.codes import MadeFrom, Mode, Position, ProposalStatus, Regime, Verdict
from customs_app.domain.dossier import Funds, OwnAct, Terms, TextKind, TextPlace
from customs_app.domain.figures import Money
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.reports.content import Content, proposal_content, saved_proposal_content
from customs_app.reports.dossier import dossier
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.lines import Line
from customs_app.reports.proposal_pdf.pairs import Pairs, compared_pairs
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.proposal_pdf.rich import Ruled
from customs_app.reports.proposal_pdf.tables import table
from customs_app.reports.source_order import by_number
from customs_app.reports.subject import Subject

WHO = Reviewer("A. Karimova", "UZ")
INVOICE = "submit_once:document:380"
REASON = "国内法律尚未修改。"
REWRITTEN = "Отдел проверяет <договор> & счёт один раз.\nВторая строка остаётся."


def squeezed(text: str) -> str:
    """A text without white space, so that it is found wherever its lines end."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def file(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with a proposal about two countries to which officials have added something."""
    path = tmp_path_factory.mktemp("dossier") / "dossier.customs"
    path.write_bytes(starting_file.read_bytes())
    with open_catalogue(path) as catalogue:
        norm = sorted(catalogue.reference().standards)[0]
        new = Proposal(
            id="",
            title="Road import",
            status=ProposalStatus.CIRCULATED,
            regime=Regime.IMPORT,
            mode=Mode.ROAD,
            procedures=("UZ-P-import-road", "KZ-P-import-road"),
            made_from=MadeFrom.FINDINGS,
            number="SCO/2026/17",
            day="2026-12-01",
            mandate="Joint communiqué, paragraph 14",
            standards=(norm,),
        )
        key = catalogue.run(SaveProposal(new), WHO).new_id
        assert key is not None
        found = dossier(catalogue, catalogue.proposals()[0], Language.EN)
        keys = [one.key for one in found.measures]
        last = keys[-1]
        others = [one for one in keys if one not in (INVOICE, last)]
        terms = Terms(
            cost=Money(120_000, "USD"),
            funds=Funds.DEVELOPMENT_INSTITUTION,
            funds_note="ADB CAREC",
            agency_id="UZ-A-customs",
            months=6,
        )
        act = OwnAct("", INVOICE, "UZ", "Decree No. 12 of 2024", "Add a clause", None, "UZ-S06", "item 4")
        place = TextPlace(TextKind.PROPOSED, Language.RU, INVOICE, "UZ")
        for command in (
            LeaveOutMeasure(key, last),
            OrderMeasures(key, (INVOICE, *others)),
            SetTerms(key, INVOICE, "UZ", terms),
            AddAct(key, act),
            RewriteText(key, place, REWRITTEN, "draft"),
            SetStandpoint(key, "KZ", Position.FOR, ""),
            SetStandpoint(key, "UZ", Position.AGAINST, REASON, INVOICE),
        ):
            catalogue.run(command, WHO)
    return path


@pytest.fixture(scope="module")
def content(file: Path) -> Content:
    with open_catalogue(file, read_only=True) as catalogue:
        return saved_proposal_content(catalogue, catalogue.proposals()[0], who=WHO)


@pytest.fixture(scope="module")
def papers(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Mapping[Language, Path]:
    folder = tmp_path_factory.mktemp("papers")
    made = {language: folder / f"{language}.pdf" for language in Language}
    for language, path in made.items():
        write_proposal(content, path, language)
    return made


def told(content: Content, language: Language) -> Dossier:
    found = content.dossier(words(language))
    assert found is not None
    return found


@cache
def whole(path: Path) -> str:
    run = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    # Without heads and feet, which stand between the halves of what goes over a page.
    lines = run.stdout.split("\n")
    return squeezed("\n".join(lines))


@cache
def page_texts(path: Path) -> Sequence[str]:
    return tuple(squeezed(page.extract_text()) for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("language", Language)
def test_the_summary_asks_the_meeting_what_the_window_asks(
    content: Content, papers: Mapping[Language, Path], language: Language
) -> None:
    asked = told(content, language).asked.text.split("\n")
    assert len(asked) > 2
    summary = next(text for text in page_texts(papers[language]) if squeezed(asked[0]) in text)
    assert all(squeezed(line) in summary for line in asked)


@pytest.mark.parametrize("language", Language)
def test_what_the_paper_says_is_what_the_dossier_says(
    content: Content, papers: Mapping[Language, Path], language: Language
) -> None:
    found = told(content, language)
    said, seen = words(language), whole(papers[language])
    json = dossier_json(found, said)
    assert json["number"] == "SCO/2026/17"
    assert found.measures[0].key == INVOICE
    for text in ("SCO/2026/17", "Joint communiqué, paragraph 14", REASON, "ADB CAREC", "UZ-S06, item 4"):
        assert squeezed(text) in seen
    for one in found.measures:
        assert squeezed(one.title.text) in seen
        for part in one.parts:
            for act in part.acts:
                assert act.text is None or squeezed(act.text) in seen
                assert squeezed(act.change) in seen
            for line in (*part.now.text.split("\n"), *part.proposed.text.split("\n")):
                assert squeezed(line) in seen, line
            for line in (*part.grounds.text.split("\n"), *part.control.text.split("\n")):
                assert squeezed(line) in seen, line
            for effect in part.effects:
                assert squeezed(saved_line(effect.effect.saved, said)) in seen
    assert found.left_out
    assert squeezed(f". {found.left_out[0].title.text}") not in seen


@pytest.mark.parametrize("language", Language)
def test_each_line_of_the_contents_names_the_page_of_its_part(
    papers: Mapping[Language, Path], language: Language
) -> None:
    reader = pypdf.PdfReader(papers[language])
    texts = page_texts(papers[language])
    names = reader.named_destinations
    flat: list[tuple[str, int]] = []
    for one in reader.outline:
        for entry in one if isinstance(one, list) else [one]:
            page = reader.get_destination_page_number(entry)
            assert page is not None
            flat.append((squeezed(str(entry.title)), page + 1))
    place = names["/contents"] if "/contents" in names else names["contents"]
    at = reader.get_destination_page_number(place)
    assert at == 2
    after = [(title, page) for title, page in flat if page > 3]
    assert len(after) >= 12
    for title, page in after:
        assert f"{title}" in texts[2]
        assert re.search(rf"{re.escape(title)}[^0-9]*", texts[2])
        assert title in texts[page - 1]
    numbers = [int(n) for n in re.findall(r"(?m)(\d+)$", layout(papers[language], 3))]
    assert numbers[: len(after)] == [page for _, page in after]


def layout(path: Path, page: int) -> str:
    run = subprocess.run(
        ["pdftotext", "-layout", "-f", str(page), "-l", str(page), path, "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_every_line_of_the_contents_leads_there(papers: Mapping[Language, Path]) -> None:
    reader = pypdf.PdfReader(papers[Language.EN])
    numbers = {page.indirect_reference: n for n, page in enumerate(reader.pages, 1)}
    links = [one.get_object() for one in reader.pages[2]["/Annots"]]  # type: ignore[attr-defined]
    led = [numbers[link["/Dest"][0]] for link in links]
    printed = [int(n) for n in re.findall(r"(?m)(\d+)$", layout(papers[Language.EN], 3))]
    assert led == printed[: len(led)]
    assert len(led) >= 12


def test_positions_are_told_in_words_with_their_reasons(papers: Mapping[Language, Path]) -> None:
    pages = page_texts(papers[Language.EN])
    (page,) = [
        text
        for text in pages
        if text.startswith(squeezed("Positions of delegations")) or squeezed("The whole proposal") in text
    ]
    assert "Kazakhstanfor" in page
    assert f"Uzbekistanagainst{REASON}" in page
    (signed,) = [text for text in pages if squeezed("Signature, name") in text]
    assert "Qazaqstan" in signed or "Қазақстан" in signed
    assert squeezed("not stated") in signed


def test_a_reference_is_the_number_in_the_list_of_sources(
    content: Content, papers: Mapping[Language, Path]
) -> None:
    ids = [source.id for source in by_number(content)]
    number = ids.index("UZ-S06") + 1
    seen = whole(papers[Language.EN])
    assert f"[{number}]UZ-S06,item4" in seen
    listed = next(source for source in content.sources if source.id == "UZ-S06")
    assert squeezed(f"[{number}] UZ-S06 {listed.title}") in seen


def test_laws_that_nobody_knows_are_a_worklist(content: Content, papers: Mapping[Language, Path]) -> None:
    found = told(content, Language.EN)
    unknown = [act for one in found.measures for part in one.parts for act in part.acts if act.text is None]
    assert unknown
    pages = page_texts(papers[Language.EN])
    at = next(
        n for n, text in enumerate(pages) if squeezed("Steps whose legal basis is not recorded") in text
    )
    listed = "".join(pages[at : at + 2])
    assert listed.count("articlenotknown") >= len(unknown)


def test_the_same_edition_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "frozen.customs"
    copy.write_bytes(file.read_bytes())
    with open_catalogue(copy) as catalogue:
        proposal = catalogue.proposals()[0]
        edition = catalogue.freeze("For the meeting", WHO, proposal.id)
        catalogue.run(SetStandpoint(proposal.id, "UZ", Position.FOR, "changed", INVOICE), WHO)
    made = []
    for n in range(2):
        with open_edition(copy, edition.id) as frozen:
            content = saved_proposal_content(frozen, frozen.proposals()[0], who=WHO)
        path = tmp_path / f"{n}.pdf"
        write_proposal(content, path, Language.ZH)
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert squeezed(REASON) in whole(tmp_path / "0.pdf")


def test_who_does_not_go_along_with_a_meeting_is_named(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "dissent.customs"
    copy.write_bytes(file.read_bytes())
    with open_catalogue(copy) as catalogue:
        catalogue.run(StartMeeting("M", ("UZ-P-import-road",), ("UZ", "KZ")), WHO)
        meeting = catalogue.meetings()[0].id
        catalogue.run(Decide(meeting, "UZ-P-import-road-15", Verdict.REMOVE, "One payment"), WHO)
        (decision,) = catalogue.decisions(["UZ-P-import-road"])
        catalogue.run(SetDissent(decision.id, "KZ", Position.RESERVE, "Двойной учёт"), WHO)
        proposal = replace(catalogue.proposals()[0], made_from=MadeFrom.MARKS)
        content = saved_proposal_content(catalogue, proposal, who=WHO)
    path = tmp_path / "x.pdf"
    write_proposal(content, path, Language.RU)
    reader = pypdf.PdfReader(path)
    (name,) = [name for name in reader.named_destinations if "dissent" in name]
    at = reader.get_destination_page_number(reader.named_destinations[name])
    assert at is not None
    assert squeezed("Двойной учёт") in page_texts(path)[at]


def test_a_proposal_without_measures_or_positions_says_so(starting_file: Path, tmp_path: Path) -> None:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        content = proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, ("UZ",)))
    write_proposal(content, tmp_path / "x.pdf", Language.EN)
    seen = whole(tmp_path / "x.pdf")
    assert squeezed("No delegation has stated a position yet.") in seen
    assert squeezed("Signature, name") in seen


def test_a_proposal_about_a_corridor_prints_the_procedures_of_its_blocks(
    starting_file: Path, tmp_path: Path
) -> None:
    proposal = Proposal(
        id="",
        title="",
        status=ProposalStatus.DRAFT,
        regime=Regime.IMPORT,
        mode=Mode.ROAD,
        procedures=(),
        made_from=MadeFrom.FINDINGS,
        corridor_id="COR-01",
    )
    with open_catalogue(starting_file, read_only=True) as catalogue:
        content = saved_proposal_content(catalogue, proposal)
        asked = dossier(catalogue, proposal, Language.RU)
    assert told(content, Language.RU) == asked
    assert [full.procedure.country for full in asked.procedures].count("KZ") == 2
    write_proposal(content, tmp_path / "x.pdf", Language.RU)
    first, summary = page_texts(tmp_path / "x.pdf")[:2]
    for full in asked.procedures:
        assert squeezed(full.procedure.title.ru or "") in first
    for line in asked.problem.text.split("\n"):
        assert squeezed(line) in summary
    names = pypdf.PdfReader(tmp_path / "x.pdf").named_destinations
    assert not any("comparison" in name for name in names)


@pytest.mark.parametrize("room", range(40, 400, 17))
def test_texts_side_by_side_lose_nothing_where_a_page_ends(room: int) -> None:
    setter = Typesetter(FontSet(), words(Language.EN))
    now = "\n".join(f"Step {n} hands in the invoice. " + "It is long. " * 3 * n for n in range(1, 9))
    pairs = compared_pairs(now, now.replace("invoice", "contract"), setter, Language.EN)
    left: list[Flowable] = [pairs]
    parts: list[Pairs] = []
    while left:
        one = left.pop(0)
        assert isinstance(one, Pairs)
        height = one.wrap(400, 1e6)[1]
        if height <= room:
            parts.append(one)
            continue
        split = one.split(400, room)
        if not split:
            assert room < 180, "a short pair may want a page of its own"
            return
        assert split[0].wrap(400, 1e6)[1] <= room
        assert isinstance(split[0], Pairs)
        parts.append(split[0])
        left = [*split[1:], *left]
    assert [squeezed(side) for side in sides(parts, setter)] == [
        squeezed(now),
        squeezed(now.replace("invoice", "contract")),
    ]


def sides(parts: list[Pairs], setter: Typesetter) -> list[str]:
    """The letters that stand in each column of the parts, in order."""
    return [
        "".join(
            piece.text
            for part in parts
            for row in part.rows
            for line in row[side].lines(part.column(400))
            for word in line.words
            for piece in word.pieces
        )
        for side in (0, 1)
    ]


def test_what_goes_is_struck_and_what_comes_is_underlined() -> None:
    setter = Typesetter(FontSet(), words(Language.EN))
    pairs = compared_pairs("The old form is asked for.", "The new form is asked for.", setter, Language.EN)
    ((left, right),) = pairs.rows
    assert ruled(left.lines(300)) == [("old", Ruled.STRUCK, LIGHT.bad)]
    assert ruled(right.lines(300)) == [("new", Ruled.UNDER, LIGHT.good)]


def ruled(lines: Sequence[Line]) -> list[tuple[str, Ruled, str | None]]:
    pieces = [piece for line in lines for word in line.words for piece in word.pieces]
    return [(one.text, one.span.ruled, one.span.colour) for one in pieces if one.span.ruled is not None]


def test_chinese_punctuation_never_begins_a_line_though_a_change_does() -> None:
    setter = Typesetter(FontSet(), words(Language.ZH))
    old = (
        "步骤十一（认证机构）：取得该批货物的合格证书。条件：列入强制目录的货物。提交：商业发票（电子）。" * 3
    )
    new = old.replace("提交：商业发票（电子）", "不再要求：商业发票").replace("。条件", "，条件")
    for width in range(60, 260, 7):
        for row in compared_pairs(old, new, setter, Language.ZH).rows:
            for block in row:
                for line in block.lines(width):
                    first = "".join(piece.text for word in line.words for piece in word.pieces)[:1]
                    assert first not in "，。、；：？！）》」』”"


@pytest.mark.parametrize("rows", range(3, 12))
def test_no_row_of_a_table_stands_alone_on_the_next_page(rows: int) -> None:
    setter = Typesetter(FontSet(), words(Language.EN))
    cells = [[setter.cell(f"row {n}")] for n in range(rows + 1)]
    height = table(cells, [100]).wrap(100, 1e6)[1]
    for room in range(20, int(height), 3):
        made = table(cells, [100])
        made.wrap(100, 1e6)
        parts = made.split(100, room)
        if len(parts) == 2:
            assert parts[0].wrap(100, 1e6)[1] <= room
            assert parts[0]._nrows + parts[1]._nrows == rows + 2, "the head comes again"
            assert parts[1]._nrows > 2 or parts[0]._nrows <= 2
