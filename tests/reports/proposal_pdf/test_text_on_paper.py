"""Text of any office goes on paper as itself, whatever it holds and in whatever script."""

import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from customs_app.domain.job import no_progress
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.proposal_pdf.fonts import Face, FontSet
from customs_app.reports.proposal_pdf.lines import Line, set_lines, visual
from customs_app.reports.proposal_pdf.page import Paper
from customs_app.reports.proposal_pdf.para import CELL_LINES, Typesetter
from customs_app.reports.proposal_pdf.rich import Span, paper_text
from customs_app.reports.proposal_pdf.tables import bare_table

HOSTILE = (
    '<img src="file:///etc/passwd">',
    '<a href="file:///etc/passwd">x</a> & <b>bold',
    "&amp; &#60; <onDraw name='x'/> <seq id='1'/>",
    '=HYPERLINK("x") <br/> ]]> <!-- --> %s {n} {0}',
    r"(brackets) \( \n ) Tj ET",
)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(FontSet(), words(Language.EN))


Printed = Callable[[list[str]], str]


@pytest.fixture(scope="module")
def printed(setter: Typesetter, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Prints texts, each as a block of its own, and reads them back."""
    path = tmp_path_factory.mktemp("paper") / "text.pdf"

    def made(texts: list[str]) -> str:
        style = setter.styles.body
        Paper(path, setter, "", "").make([setter.para(text, style) for text in texts], no_progress)
        command = ["pdftotext", "-nopgbrk", path, "-"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    return made


def letters(text: str) -> str:
    """The text without spaces, in one of its equal spellings."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_text(printed: Printed, text: str) -> None:
    assert letters(text) in letters(printed([text]))


@pytest.mark.parametrize(
    "text",
    [
        "ایران",
        "پاکستان",
        "گمرک جمهوری اسلامی ایران",
        "भारत",
        "केन्द्रीय अप्रत्यक्ष कर एवं सीमा शुल्क बोर्ड",
        "Қазақстан Тоҷикистон Oʻzbekiston Ўзбекистон",
        "中国海关总署：“一次提交”，不再要求纸质文件。",
        "≤ 24 ○ ● ◆ № ₸ ₽ ₹ ¥",
    ],
)
def test_names_in_their_own_scripts_are_read_back_in_order(printed: Printed, text: str) -> None:
    invisible = str.maketrans(dict.fromkeys("\u202a\u202b\u202c\u200e\u200f"))
    assert text in printed([text]).translate(invisible)


def test_a_character_that_no_font_has_is_copied_as_itself(printed: Printed) -> None:
    assert "𝒳😀" in printed(["before 𝒳😀 after"])


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=200), min_size=1, max_size=6))
def test_any_text_builds(printed: Printed, texts: list[str]) -> None:
    printed(texts)


# Latin, Cyrillic, Chinese, and the signs between which the text might be taken for something else.
_COVERED = st.characters(min_codepoint=0x20, max_codepoint=0x4FF, categories=("L", "N", "P", "S", "Zs"))
_ALPHABET = st.one_of(
    _COVERED, st.sampled_from("海关报单查验，。；“”（）《》"), st.sampled_from("<>&\"'\\()[]{}%/#")
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(_ALPHABET, min_size=1, max_size=300))
def test_what_is_printed_is_read_back_whole(printed: Printed, text: str) -> None:
    assert letters(paper_text(text)) in letters(printed([text]))


@given(st.text(max_size=200))
def test_what_cannot_be_seen_is_left_out(text: str) -> None:
    clean = paper_text(text)
    clean.encode()
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in clean if char != "\n")
    assert not set(clean) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u00ad")
    assert paper_text(clean) == clean


@given(st.text(st.one_of(_ALPHABET, st.sampled_from("گمرک भारत ")), max_size=120), st.integers(40, 400))
def test_no_line_is_wider_than_its_column(setter: Typesetter, text: str, width: int) -> None:
    for line in setter.lines(text, setter.styles.body, width):
        widest = max((max(letter_widths(word.pieces)) for word in line.words if word.pieces), default=0.0)
        assert line.width * setter.styles.body.size / 1000 <= max(width, widest * 10.5 / 1000) + 0.01


def letter_widths(pieces: tuple) -> list[float]:
    widths: list[float] = []
    for piece in pieces:
        widths.extend(cluster.width for cluster in piece.clusters)
        widths.extend(piece.face.width(char) for char in piece.text if not piece.clusters)
    return widths


@given(st.text(_ALPHABET, max_size=200), st.integers(40, 300))
def test_lines_hold_the_whole_text_in_order(setter: Typesetter, text: str, width: int) -> None:
    lines = setter.lines(text, setter.styles.body, width)
    pieces = (piece for line in lines for word in line.words for piece in word.pieces)
    assert letters("".join(piece.instead or piece.text for piece in pieces)) == letters(paper_text(text))


def told(lines: tuple[Line, ...]) -> list[str]:
    """Each line from left to right, words parted by the spaces between them."""
    return [" ".join(placed.piece.text for placed in visual(line)) for line in lines]


def test_words_of_a_name_from_right_to_left_stand_in_reverse(setter: Typesetter) -> None:
    assert told(set_lines("گمرک ایران", 1e6, setter.fonts)) == ["ایران گمرک"]


def test_a_foreign_word_keeps_its_order_within_a_line_from_right_to_left(setter: Typesetter) -> None:
    (line,) = told(set_lines("گمرک Kazakh Post ایران بندر", 1e6, setter.fonts))
    assert line == "بندر ایران Kazakh Post گمرک"


def test_a_name_within_a_line_from_left_to_right_is_turned_alone(setter: Typesetter) -> None:
    (line,) = told(set_lines("Customs of گمرک ایران at Bazargan", 1e6, setter.fonts))
    assert line == "Customs of ایران گمرک at Bazargan"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        # Figures keep their order, in their own script and in another, with what stands between them.
        ("ماده ۳۸", "۳۸ ماده"),
        ("ماده۳۸", "۳۸ماده"),
        ("در سال ۱۴۰۳/۰۵/۱۲ شد", "شد ۱۴۰۳/۰۵/۱۲ سال در"),
        ("ماده 38 قانون", "قانون 38 ماده"),
        # Brackets open towards the text that they hold; a full stop stands at the left end.
        ("سند (نسخهٔ EDI کافی) است.", ".است (کافی EDI نسخهٔ) سند"),
        ("قانون (۲)", "(۲) قانون"),
        # Within a line from left to right.
        ("Закон «قانون امور ۳» от 5 мая", "Закон «۳ امور قانون» от 5 мая"),
    ],
)
def test_figures_and_brackets_in_text_from_right_to_left(setter: Typesetter, text: str, seen: str) -> None:
    (line,) = set_lines(text, 1e6, setter.fonts)
    shown = "".join(placed.piece.text for placed in visual(line))
    assert "".join(shown.split()) == "".join(unicodedata.normalize("NFC", seen).split())


def test_mirrored_brackets_are_copied_as_they_were_written(setter: Typesetter) -> None:
    (line,) = set_lines("سند (نسخهٔ)", 1e6, setter.fonts)
    mirrored = [placed.piece for placed in visual(line) if placed.piece.text in "()"]
    assert [(piece.text, piece.instead) for piece in mirrored] == [("(", ")"), (")", "(")]


@pytest.mark.parametrize("width", range(58, 160, 7))
def test_chinese_punctuation_begins_no_line_and_opening_marks_end_none(
    setter: Typesetter, width: int
) -> None:
    text = "进口商（或代理人）将合同、发票录入《单一窗口》；“海关”不再要求，纸质版。" * 3
    lines = setter.lines(text, setter.styles.body, width)
    assert len(lines) > 1
    for line in lines:
        whole = "".join(piece.text for word in line.words for piece in word.pieces)
        assert whole[0] not in "）、》；”，。"
        assert whole[-1] not in "（《“"


def test_a_dash_stays_with_the_word_before_it(setter: Typesetter) -> None:
    for width in range(75, 250, 5):
        for line in setter.lines("Товары – это всё, что ввозится – и вывозится", setter.styles.body, width):
            assert not line.words[0].pieces[0].text.startswith("–")


def test_a_word_too_long_for_its_column_ends_a_line_after_a_slash(setter: Typesetter) -> None:
    lines = setter.lines("https://example.org/customs/procedures/12", setter.styles.body, 120)
    said = ["".join(piece.text for word in line.words for piece in word.pieces) for line in lines]
    assert len(said) > 1
    assert "".join(said) == "https://example.org/customs/procedures/12"
    assert all(part[-1] in "/." for part in said[:-1])


def test_devanagari_is_set_in_the_font_that_joins_its_letters(setter: Typesetter) -> None:
    faces: set[Face] = {
        piece.face
        for line in set_lines("क्षेत्र", 1e6, setter.fonts)
        for word in line.words
        for piece in word.pieces
    }
    assert [face.name for face in faces] == ["Devanagari"]


def test_a_cell_with_forty_thousand_characters_is_cut_and_says_so(setter: Typesetter) -> None:
    block = setter.cell("x" * 40_000)
    _, height = block.wrap(100, 1000)
    assert height == pytest.approx(CELL_LINES * setter.styles.cell.leading)
    said = "".join(piece.text for line in block.lines(100) for word in line.words for piece in word.pieces)
    assert "40,000charactersinall]" in said.replace(" ", "")


def test_long_cells_and_long_blocks_fit_on_pages(tmp_path: Path) -> None:
    fresh = Typesetter(FontSet(), words(Language.EN))
    long = ("x" * 40_000, "海关" * 20_000, "слово " * 7_000, "x\n" * 20_000)
    story = [bare_table([[fresh.cell(text) for text in long]], [120] * 4)]
    story += [fresh.para(text, fresh.styles.body) for text in long[:3]]
    path = tmp_path / "long.pdf"
    Paper(path, fresh, "", "").make(story, no_progress)
    said = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    assert said.count("слово") >= 7_000
    assert said.count("海关") >= 20_000


def test_a_block_never_leaves_a_line_alone(setter: Typesetter) -> None:
    block = setter.para("слово " * 60, setter.styles.body)
    _, height = block.wrap(200, 1000)
    leading = setter.styles.body.leading
    lines = round(height / leading)
    for room in range(1, lines):
        parts = block.split(200, room * leading + 0.5)
        heights = [round(part.wrap(200, 1000)[1] / leading) for part in parts]
        assert heights == [] if room < 2 else sum(heights) == lines
        assert all(n >= 2 for n in heights)


def test_bold_and_coloured_parts_keep_their_text(setter: Typesetter) -> None:
    spans = (Span("Verdict", bold=True), Span(" remove", colour="#B3261E"), Span(", at once"))
    (line,) = setter.lines(spans, setter.styles.body, 1000)
    texts = [placed.piece.text for placed in visual(line)]
    assert " ".join(texts).replace(" ,", ",") == "Verdict remove, at once"
    first, second, *_ = (placed.piece for placed in visual(line))
    assert first.face.name == "Sans-SemiBold"
    assert (second.face.name, second.span.colour) == ("Sans", "#B3261E")


@pytest.mark.parametrize("width", range(40, 200, 9))
def test_no_line_begins_with_what_belongs_to_the_word_before(setter: Typesetter, width: int) -> None:
    text = (Span("Ввоз товаров", colour="#111111"), Span(" · обычные грузы, п. 4 и ст. 10 № 5", bold=True))
    for line in setter.lines(text, setter.styles.body, width):
        first = line.words[0].pieces[0].text.strip("\u00a0")
        assert first[0] not in "·–"
        assert line.words[-1].pieces[-1].text not in ("п.", "ст.", "№") or len(line.words) == 1
