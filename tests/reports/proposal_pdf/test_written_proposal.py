"""The proposal as a file: pages, outline, fonts, properties, and what it says."""

import re
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime, Verdict
from customs_app.domain.job import Cancelled
from customs_app.domain.procedure import Step
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Message, Text
from customs_app.reports.content import Content, proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.subject import Subject

KZ = Reviewer("Д. Сериков", "Қазақстан")
CN = Reviewer("王伟", "中国")
HOSTILE = '<img src="file:///etc/passwd"> & <b>bold </a> \x00\x1b\ud800 =HYPERLINK("x")'
SEEN = '<img src="file:///etc/passwd"> & <b>bold </a> =HYPERLINK("x")'
COUNTRIES = ("IR", "KZ", "UZ")


def content_of(
    catalogue: Catalogue, countries: tuple[str, ...] | None = COUNTRIES, **more: object
) -> Content:
    return proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, countries), **more)


def step(catalogue: Catalogue, procedure: str, seq: int) -> Step:
    full = catalogue.full_procedure(procedure)
    return next(step for step in full.steps if step.seq == seq)


@pytest.fixture(scope="module")
def marked(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Three countries: two verdicts on one step that has changed since, one on a document, one long."""
    path = tmp_path_factory.mktemp("marked") / "marked.customs"
    path.write_bytes(starting_file.read_bytes())
    with open_catalogue(path) as catalogue:
        transport = step(catalogue, "KZ-P-import-road", 12)
        catalogue.run(SetMark(transport.id, Verdict.REMOVE, "to be replaced"), KZ)
        catalogue.run(SetMark(transport.id, Verdict.RISK_BASED, "只对高风险车辆检查。"), CN)
        catalogue.run(EditStep(transport.id, {"title_en": "Changed <since> & marked"}), KZ)
        fee = step(catalogue, "UZ-P-import-road", 15)
        catalogue.run(SetMark(fee.id, Verdict.LAW_FIRST, "x" * 40_000, article="Decree No. 55, point 3"), KZ)
        expertise = step(catalogue, "UZ-P-import-road", 3)
        document = next(
            use.document_id for use in catalogue.full_procedure("UZ-P-import-road").uses[expertise.id]
        )
        catalogue.run(SetMark(expertise.id, Verdict.SUBMIT_ONCE, "Already held", document_id=document), KZ)
        kept = step(catalogue, "UZ-P-import-road", 17)
        catalogue.run(SetMark(kept.id, Verdict.KEEP, "Needed for the risk assessment"), KZ)
        content = content_of(catalogue)
    # The catalogue takes no control characters; the paper must bear them all the same.
    hostile = tuple(
        replace(mark, reason=HOSTILE) if mark.verdict is Verdict.REMOVE else mark for mark in content.marks
    )
    return replace(content, marks=hostile)


@pytest.fixture(scope="module")
def unmarked(starting_file: Path) -> Content:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return content_of(catalogue)


@pytest.fixture(scope="module")
def suggested(starting_file: Path) -> Content:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return content_of(catalogue, use_findings=True)


@pytest.fixture(scope="module")
def ten(starting_file: Path) -> Content:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return content_of(catalogue, None)


Written = Callable[..., Path]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Writes a content once in a language."""
    folder = tmp_path_factory.mktemp("proposals")
    # The contents are kept, so that no other takes the identity of one that has gone.
    known: dict[tuple[int, Language], tuple[Content, Path]] = {}

    def made(content: Content, language: Language = Language.EN) -> Path:
        key = (id(content), language)
        if key not in known:
            known[key] = (content, folder / f"{len(known)}.pdf")
            write_proposal(content, known[key][1], language)
        return known[key][1]

    return made


@cache
def pages(path: Path) -> Sequence[str]:
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return tuple(re.sub(r"\s+", " ", page) for page in said.stdout.split("\f")[:-1])


@cache
def whole(path: Path, *options: str) -> str:
    said = subprocess.run(
        ["pdftotext", "-raw", *options, path, "-"], capture_output=True, text=True, check=True
    ).stdout
    return re.sub(r"\s+", " ", said)


def test_every_page_but_the_first_says_what_it_is_and_all_say_which(
    marked: Content, written: Written
) -> None:
    told = pages(written(marked))
    assert len(told) > 8
    for number, page in enumerate(told, 1):
        assert page.rstrip().endswith(f"{number} / {len(told)}")
        assert marked.edition.short in page
        assert ("Draft for the meeting" in page) == (number > 1)


def test_the_title_page_names_edition_and_each_country_in_its_own_script(
    marked: Content, written: Written
) -> None:
    first = pages(written(marked))[0]
    digest = marked.edition.sha256
    assert digest[:32] in first
    assert digest[32:] in first
    assert "Қазақстан" in first
    assert "Oʻzbekiston" in first
    assert "ایران" in first
    for _, full in marked.procedures():
        assert f"{len(full.steps)} steps" in first


def test_the_summary_stands_on_one_page(marked: Content, suggested: Content, written: Written) -> None:
    for content in (marked, suggested):
        second, third = pages(written(content))[1:3]
        for part in ("Summary on one page", "What is known about time", "What is not known"):
            assert part in second
            assert part not in third


def test_an_unknown_lead_figure_is_a_question_mark_with_a_reason(marked: Content, written: Written) -> None:
    second = whole(written(marked), "-f", "2", "-l", "2")
    assert re.search(
        r"\? hours fewer on the longest path \d+ of 3 steps touched have a time of their own", second
    )
    known = r"one consignment in each country; known for \d of \d countries"
    assert re.search(rf"\d documents handed in fewer all measures together, {known}", second), second


def test_the_outline_leads_to_the_parts_and_to_each_measure(marked: Content, written: Written) -> None:
    path = written(marked)
    reader = pypdf.PdfReader(path)
    flat: list[tuple[str, int]] = []

    def walk(entries: list) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            else:
                flat.append((str(entry.title), reader.get_destination_page_number(entry) or 0))

    walk(reader.outline)
    titles = [title for title, _ in flat]
    assert titles[:4] == ["Title page", "Summary on one page", "Contents", "Comparison of the countries"]
    assert titles[-1] == "Sources"
    assert sum(title.startswith("Measure ") for title in titles) == len(marked.measures) == 4
    told = pages(path)
    for title, page in flat[1:]:
        assert re.sub(r"\s+", " ", title) in told[page]


def test_all_fonts_are_embedded_subsets(ten: Content, written: Written) -> None:
    names = set()
    with pikepdf.open(written(ten, Language.ZH)) as pdf:
        fonts = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"
        ]
        for font in fonts:
            names.add(str(font.BaseFont))
            assert "/FontFile2" in font.FontDescriptor
            assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
            assert "/ToUnicode" in font
    said = " ".join(names)
    for font in ("NotoSans-Regular", "NotoSansSC-", "NotoSansArabic-", "NotoSansDevanagari-"):
        assert font in said


def test_nothing_in_the_file_acts(marked: Content, written: Written) -> None:
    with pikepdf.open(written(marked)) as pdf:
        annotated = [one for page in pdf.pages for one in page.get("/Annots", [])]
        # The contents lead to pages of this file, and nothing leads out of it.
        assert all(one.Subtype == "/Link" and "/Dest" in one and "/A" not in one for one in annotated)
        assert "/OpenAction" not in pdf.Root
        assert "/AcroForm" not in pdf.Root
        assert not any(
            isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and one.get("/Subtype") == "/Image"
            for one in pdf.objects
        )


@pytest.mark.parametrize(
    ("language", "tag"), [(Language.EN, "en"), (Language.RU, "ru"), (Language.ZH, "zh-CN")]
)
def test_properties_name_title_delegation_and_language(
    marked: Content, written: Written, language: Language, tag: str
) -> None:
    with pikepdf.open(written(marked, language)) as pdf:
        assert str(pdf.Root.Lang) == tag
    signed = replace(
        marked,
        proposal=Proposal(
            "P", "Title", ProposalStatus.CIRCULATED, Regime.IMPORT, Mode.ROAD, (), delegation="Қазақстан"
        ),
    )
    if language is Language.EN:
        path = written(signed)
        info = pypdf.PdfReader(path).metadata
        assert info is not None
        assert info.author == "Қазақстан"
        assert info.title == "Title"
        assert "Circulated to the delegations" in pages(path)[1]
        assert "Shanghai Cooperation Organisation · Қазақстан" in pages(path)[0]


def test_the_head_of_the_comparison_comes_again_and_no_stage_stands_alone(
    ten: Content, written: Written
) -> None:
    told = [page for page in pages(written(ten)) if "Table 1" in page]
    assert len(told) > 2
    assert "Table 1. Activities" in told[0]
    stages = "Prepare|Certify|Transport|Declare|Pay|Inspect|Border|Release|After release"
    for before, page in pairwise(told):
        assert "Table 1 (continued). Activities" in page
        assert "Stage and activity BY CN IN IR KG KZ PK RU TJ UZ Have" in page
        assert not re.search(rf"({stages}) automatic online mixed", before)
    for page in told:
        assert "automatic online mixed paper in person" in page


def test_marks_are_printed_with_reason_reviewer_and_act(marked: Content, written: Written) -> None:
    said = whole(written(marked))
    assert SEEN in said
    assert "Decree No. 55, point 3" in said
    assert "article not known" in said
    assert "王伟" in said
    assert "Needed for the risk assessment" in said
    assert "Stale: the step has changed since. title: " in said
    assert "→ Changed <since> & marked" in said
    assert re.search(r"shortened: 40,\d{3} characters in all", said)
    assert "Changed <since> & marked" in said


def test_open_points_name_disagreement_and_stale_marks(marked: Content, written: Written) -> None:
    said = whole(written(marked))
    assert "Kazakhstan: reviewers have decided differently on step 12." in said
    assert "Kazakhstan: step 12 has changed since it was marked." in said


def test_totals_of_the_comparison_stand_on_one_page(ten: Content, marked: Content, written: Written) -> None:
    for content in (ten, marked):
        (page,) = (page for page in pages(written(content)) if "Totals: Base case" in page)
        after = page.partition("Totals: Base case")[2]
        assert "Steps of the case" in after
        assert "Steps with a legal basis" in after


def test_differences_stand_once_below_their_activity(ten: Content, written: Written) -> None:
    path = written(ten)
    told = " ".join(page for page in pages(path) if "Stage and activity Differences" in page)
    assert "Only here: IR." in told
    for one in ten.comparison.differences:
        if one.activity:
            name = ten.reference.activities[one.activity].name.en
            assert f"{name} –" not in told


def test_chinese_paper_has_chinese_brackets_and_articles(suggested: Content, written: Written) -> None:
    said = whole(written(suggested, Language.ZH))
    assert not re.search(r"\(R\d", said)
    assert "《贸易便利化协定》第10.4条" in said
    assert "Art. 10.4" not in said
    assert not re.search(r"表\s?1（续）\.", said)


def test_summary_cuts_no_title_and_no_norm(marked: Content, suggested: Content, written: Written) -> None:
    for content in (marked, suggested):
        for language in Language:
            assert "[" not in re.sub(r"\[EN\]|\[\d[\d.,– ]*\]", "", pages(written(content, language))[1])


def test_a_paper_without_marks_says_that_it_proposes_nothing(unmarked: Content, written: Written) -> None:
    said = whole(written(unmarked))
    assert "this paper compares and proposes nothing" in said
    assert "No step has been marked yet." in said
    assert "Adopt as a basis" not in said


def test_marks_of_a_blind_round_are_counted_and_not_printed(
    marked: Content, unmarked: Content, written: Written
) -> None:
    line = "Marks of others on 3 steps are left out: their round is still blind."
    for content in (replace(unmarked, blind_steps=3), replace(marked, blind_steps=3)):
        said = whole(written(content))
        assert line in said
        assert "No step has been marked yet." not in said
        assert "No change has been marked yet" not in said
        assert "No step or document has been marked" not in said
    assert "still blind" not in whole(written(marked))


def test_suggestions_are_called_suggestions(suggested: Content, written: Written) -> None:
    path = written(suggested)
    said = whole(path)
    assert "nobody has decided on them" in said
    assert "Suggestion 1." in said
    assert "Measure 1." not in said
    assert "Suggestions, not decided" in pages(path)[1]
    assert f"Suggestion {len(suggested.measures)}." in said


def test_every_source_is_listed_with_its_address_as_text(unmarked: Content, written: Written) -> None:
    said = whole(written(unmarked)).replace(" ", "")
    assert unmarked.sources
    for source in unmarked.sources:
        assert source.id in said
        if source.url:
            assert source.url in said


def test_ten_countries_stand_on_lying_pages_and_three_upright(
    ten: Content, marked: Content, written: Written
) -> None:
    def wide(content: Content) -> set[bool]:
        path = written(content)
        sizes = [page.mediabox for page in pypdf.PdfReader(path).pages]
        tables = [size for size, text in zip(sizes, pages(path), strict=True) if "Table 1" in text]
        assert tables
        return {size.width > size.height for size in tables}

    assert wide(ten) == {True}
    assert wide(marked) == {False}


def test_the_same_content_gives_the_same_bytes(
    marked: Content, ten: Content, written: Written, tmp_path: Path
) -> None:
    first = written(marked, Language.RU).read_bytes()
    written(ten, Language.ZH)
    again = tmp_path / "again.pdf"
    write_proposal(marked, again, Language.RU)
    assert again.read_bytes() == first


def test_progress_rises_to_its_end(unmarked: Content, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_proposal(unmarked, tmp_path / "p.pdf", Language.EN, lambda done, of: seen.append((done, of)))
    assert len({of for _, of in seen}) == 1
    done = [one for one, _ in seen]
    assert done == sorted(done)
    assert seen[-1][0] == seen[-1][1]
    assert sum(one < of for one, of in seen) > 10


@pytest.mark.parametrize("at", [1, 12])
def test_a_cancelled_export_leaves_what_was_there(unmarked: Content, tmp_path: Path, at: int) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(b"earlier")
    calls = 0

    def cancel(done: int, of: int) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_proposal(unmarked, path, Language.EN, cancel)
    assert path.read_bytes() == b"earlier"
    assert [one.name for one in tmp_path.iterdir()] == ["p.pdf"]
    write_proposal(unmarked, path, Language.EN)
    assert path.read_bytes().startswith(b"%PDF")


def test_two_exports_at_once_do_not_mix(unmarked: Content, written: Written, tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def export(language: Language) -> None:
        try:
            write_proposal(unmarked, tmp_path / f"{language}.pdf", language)
        except BaseException as error:  # the test's own thread must hear of it
            failed.append(error)

    threads = [threading.Thread(target=export, args=(language,)) for language in (Language.EN, Language.ZH)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    for language in (Language.EN, Language.ZH):
        assert (tmp_path / f"{language}.pdf").read_bytes() == written(unmarked, language).read_bytes()


def test_texts_of_forty_thousand_characters_everywhere_still_make_a_paper(
    marked: Content, tmp_path: Path
) -> None:
    long = Text(HOSTILE + " слово" * 8_000, None, "海关" * 20_000)
    comparison = marked.comparison
    procedures = {
        iso2: replace(
            full,
            procedure=replace(full.procedure, title=long, goods=long),
            # Those of a verdict on a step and of one on a document, and others between.
            steps=tuple(
                replace(one, title=long, legal_basis=long.en) if one.seq % 3 == 0 else one
                for one in full.steps
            ),
        )
        for iso2, full in comparison.procedures.items()
    }
    rows = tuple(replace(row, activity=replace(row.activity, name=long)) for row in comparison.rows[:3])
    countries = {iso2: replace(one, name=long) for iso2, one in marked.reference.countries.items()}
    proposal = Proposal(
        "P", long.en, ProposalStatus.DRAFT, Regime.IMPORT, None, (), summary=long.en, delegation=long.en
    )
    huge = replace(
        marked,
        title=Message("{title}", {"title": long}),
        comparison=replace(comparison, procedures=procedures, rows=rows),
        reference=replace(marked.reference, countries=countries),
        sources=tuple(replace(source, title=long.en, url=long.en) for source in marked.sources[:2]),
        proposal=proposal,
    )
    for language, note in ((Language.EN, "characters in all"), (Language.ZH, "全文共")):
        path = tmp_path / f"{language}.pdf"
        write_proposal(huge, path, language)
        assert pages(path)[0]
        assert note in whole(path)


def test_fees_stand_in_a_table_of_their_own(written: Written, ten: Content) -> None:
    told = [page for page in pages(written(ten)) if "Table 2. Fees by activity" in page]
    assert len(told) == 1
    table = told[0][told[0].index("Table 2.") :]
    assert "Activity BY CN IN IR KG KZ PK RU TJ UZ" in table
    assert "Prepare the customs declaration – ? ? – – – – ? [260 USD] [242 USD]" in table
    assert "Pay the customs processing fee 50 EUR – – – – 20,000 KZT – 21,344 RUB ? 1,500,000 UZS" in table
    assert "Pay road or vehicle charges – – – if 10 % – – – – – if 400 USD" in table
    assert "Customs examines the goods" not in table
    assert "Activities without a known fee are left out." in table


def test_paper_without_any_fee_says_so(starting_file: Path, written: Written) -> None:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        content = proposal_content(catalogue, Subject(Regime.BORDER_CROSSING, Mode.RAIL, ("IR",)))
    text = whole(written(content))
    assert "No source gives a fee for any of these activities." in text
    assert "Table 2" not in text


def test_delegations_are_named_in_the_language_of_the_paper(marked: Content, tmp_path: Path) -> None:
    first, *rest = marked.marks
    mine = replace(first, reviewer=Reviewer("A. Karimova", "UZ"))
    proposal = Proposal("P", "Road", ProposalStatus.DRAFT, Regime.IMPORT, None, (), delegation="Secretariat")
    write_proposal(replace(marked, marks=(mine, *rest), proposal=proposal), tmp_path / "ru.pdf", Language.RU)
    text = whole(tmp_path / "ru.pdf")
    assert "Секретариат" in pages(tmp_path / "ru.pdf")[0]
    assert "Secretariat" not in text
    assert re.search(r"A\. Karimova\s+Узбекистан", text)
