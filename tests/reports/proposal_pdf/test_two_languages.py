"""The proposal in two languages side by side."""

import re
import subprocess
from pathlib import Path

import pypdf
import pytest

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.reports.content import Content, proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.subject import Subject


@pytest.fixture(scope="module")
def content(starting_file: Path) -> Content:
    """What the rules suggest for two countries."""
    subject = Subject(Regime.IMPORT, Mode.ROAD, ("CN", "UZ"))
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return proposal_content(catalogue, subject, use_findings=True)


@pytest.fixture(scope="module")
def folder(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper in Russian, in Chinese, and in both."""
    made = tmp_path_factory.mktemp("papers")
    write_proposal(content, made / "ru.pdf", Language.RU)
    write_proposal(content, made / "zh.pdf", Language.ZH)
    write_proposal(content, made / "both.pdf", Language.RU, second=Language.ZH)
    return made


def told(path: Path) -> str:
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True)
    return text.stdout


def test_all_that_one_language_says_is_in_the_paper_of_both(folder: Path) -> None:
    both = told(folder / "both.pdf")
    words = set(re.findall("[А-Яа-яЁё]{4,}", told(folder / "ru.pdf")))
    # One language alone has a summary of one page, measures that it leaves out, and others in other files.
    alone = {"одной", "странице", "приведены", "отдельном", "разделе", "английский", "отдельные", "издания"}
    assert {word for word in words if word not in both} <= alone
    signs = set(re.findall("[\u4e00-\u9fff]", told(folder / "zh.pdf")))
    # Letters of signs and of pictures stand in the first language alone.
    assert len({sign for sign in signs if sign not in both}) < 20 < len(signs) / 10


def test_figures_stand_once(folder: Path) -> None:
    def ranges(name: str) -> int:
        return len(re.findall(r"\d+,\d+ – \d+,\d+", told(folder / name)))

    assert ranges("both.pdf") == ranges("ru.pdf") > 0


def test_headings_and_outline_have_both_languages(folder: Path) -> None:
    reader = pypdf.PdfReader(folder / "both.pdf")
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert all(" / " in title for title in titles)
    parts = [
        [entry.title for entry in pypdf.PdfReader(folder / name).outline if not isinstance(entry, list)]
        for name in ("ru.pdf", "zh.pdf")
    ]
    pairs = [f"{ru} / {zh}" for ru, zh in zip(*parts, strict=True)]
    # The summary of two languages may not fit on one page, and is not said to.
    assert titles[:1] == pairs[:1]
    assert titles[2:] == pairs[2:]


def test_every_measure_has_its_acts_in_both(folder: Path) -> None:
    """A picture that one language alone has room for must not take the other's tables with it."""
    assert (
        told(folder / "both.pdf").count("拟修订的法规") == told(folder / "zh.pdf").count("拟修订的法规") > 1
    )
    russian = "Акты, которые надо изменить"
    assert told(folder / "both.pdf").count(russian) == told(folder / "ru.pdf").count(russian) > 1


def test_columns_of_prose_begin_side_by_side(folder: Path) -> None:
    box = subprocess.run(
        ["pdftotext", "-bbox", "-f", "1", "-l", "2", folder / "both.pdf", "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    places = {
        word: (float(x), float(y))
        for x, y, word in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]+)</word>', box)
    }
    left, right = places["Шанхайская"], places["上海合作组织"]
    assert left[0] < 80
    assert right[0] > 297
    assert abs(left[1] - right[1]) < 4


def test_two_languages_give_the_same_bytes_again(content: Content, folder: Path, tmp_path: Path) -> None:
    write_proposal(content, tmp_path / "again.pdf", Language.RU, second=Language.ZH)
    assert (tmp_path / "again.pdf").read_bytes() == (folder / "both.pdf").read_bytes()


def test_the_same_language_twice_is_that_language(content: Content, folder: Path, tmp_path: Path) -> None:
    write_proposal(content, tmp_path / "one.pdf", Language.ZH, second=Language.ZH)
    assert (tmp_path / "one.pdf").read_bytes() == (folder / "zh.pdf").read_bytes()
