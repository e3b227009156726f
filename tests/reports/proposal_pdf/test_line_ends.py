"""Where lines end on paper: as Chinese has it, and never within a figure and what belongs to it."""

import re
import subprocess
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.lines import Line
from customs_app.reports.proposal_pdf.para import Typesetter
from customs_app.reports.subject import Subject

NEVER_FIRST = "、。，．：；？！）］｝〉》」』】〕〗％"
NEVER_LAST = "（［｛〈《「『【〔〖"

# No more than two signs that hold on to their neighbour together: more than a line of them has to be cut.
_RUNS = st.lists(
    st.one_of(
        st.text("海关进口货物申报单证2026KZ", min_size=1, max_size=12),
        st.sampled_from(["，", "。", "；", "）。", "》，", "（", "《", "“海关”", "（31）", "、", " "]),
    ),
    min_size=1,
    max_size=60,
)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontSet(), words(Language.ZH))


def said(line: Line) -> str:
    return "".join(piece.text for word in line.words for piece in word.pieces)


@settings(deadline=None, max_examples=80)
@given(_RUNS, st.integers(150, 400))
def test_no_line_of_chinese_begins_or_ends_with_a_sign_of_its_neighbour(
    setter: Typesetter, runs: list[str], width: int
) -> None:
    text = re.sub(r"([（《]) |(?: (?=[，。；）》、]))|[（《]+$|^[，。；）》、 ]+", r"\1", "".join(runs))
    lines = [said(line) for line in setter.lines(text, setter.styles.body, width)]
    short = [one for one in lines if one]
    held = re.compile(f"[{NEVER_FIRST}{NEVER_LAST}A-Z0-9“”]{{8,}}")
    if held.search(text):
        return
    assert not [one for one in short[1:] if one[0] in NEVER_FIRST]
    assert not [one for one in short[:-1] if one[-1] in NEVER_LAST]


def test_lines_of_a_whole_paper_keep_the_rule(starting_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    with open_catalogue(starting_file, read_only=True) as catalogue:
        subject = Subject(Regime.IMPORT, Mode.ROAD, ("CN", "KG"))
        content = proposal_content(catalogue, subject, use_findings=True)
    write_proposal(content, path, Language.ZH, second=Language.RU)
    told = subprocess.run(
        ["pdftotext", "-bbox-layout", path, "-"], capture_output=True, check=True, text=True
    )
    lines = [
        "".join(map(unescape, re.findall(r"<word[^>]*>([^<]*)</word>", line)))
        for line in re.findall(r"<line.*?</line>", told.stdout, re.DOTALL)
    ]
    chinese = [line for line in lines if re.search("[\u4e00-\u9fff]", line)]
    assert len(chinese) > 500
    assert not [line for line in chinese if line[0] in NEVER_FIRST]
    assert not [line for line in chinese if line[-1] in NEVER_LAST]


@pytest.mark.parametrize(
    "whole", ["51 %", "№ 43", "20 000 KZT", "2,58 – 10,58", "ст. 10", "168 ч", "12 km", "§ 4", "1–3 h"]
)
def test_a_figure_stays_with_what_belongs_to_it(setter: Typesetter, whole: str) -> None:
    text = f"Повторно запрошено {whole} от всего"
    for width in range(90, 260, 5):
        lines = [said(line) for line in setter.lines(text, setter.styles.body, width)]
        assert any(whole.replace(" ", "") in re.sub(r"[ \u00a0]", "", line) for line in lines)


def test_a_range_too_wide_for_its_column_ends_a_line_after_its_dash(setter: Typesetter) -> None:
    lines = [said(line) for line in setter.lines("32,32 – 34,32", setter.styles.body, 45)]
    assert lines == ["32,32\u00a0–", "34,32"]
