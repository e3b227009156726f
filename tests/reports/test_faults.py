"""What goes wrong while a paper is written: one clear message, and nothing half done is left."""

import errno
import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from customs_app.catalogue.commands.decisions import Decide
from customs_app.catalogue.commands.meetings import StartMeeting
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime, Verdict
from customs_app.domain.job import Cancelled, Progress, no_progress
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Message
from customs_app.figures import font_files, measure
from customs_app.figures.font_files import FontError
from customs_app.figures.heat import heat
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.reports import atomic
from customs_app.reports.atomic import OutputError
from customs_app.reports.content import comparison_content
from customs_app.reports.corridor import corridor_paper, write_corridor_pdf, write_corridor_workbook
from customs_app.reports.minutes import write_minutes_pdf, write_minutes_workbook
from customs_app.reports.minutes.content import minutes
from customs_app.reports.proposal_pdf import fonts, write_proposal
from customs_app.reports.subject import Subject
from customs_app.reports.workbook import write_workbook
from customs_app.ui.picture_files import write_picture

Write = Callable[[Path, Progress], None]
CHAIR = Reviewer("A. Karimova", "Secretariat")


@pytest.fixture(scope="module")
def writers(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Write]:
    """Each paper by its name, ready to be written to a path."""
    file = tmp_path_factory.mktemp("faults") / "faults.customs"
    shutil.copy(starting_file, file)
    with open_catalogue(file) as catalogue:
        meeting = catalogue.run(StartMeeting("Two steps", ("TJ-P-import-road",), ("KZ",)), CHAIR).new_id
        assert meeting is not None
        catalogue.run(Decide(meeting, "TJ-P-import-road-01", Verdict.KEEP, ""), CHAIR)
        read = minutes(catalogue, meeting)
        content = comparison_content(catalogue, Subject(Regime.IMPORT, Mode.RAIL, ("KZ", "UZ")))
        road = corridor_paper(catalogue, "COR-01")
        said = words(Language.EN)
        picture = heat(content.comparison, content.reference, LIGHT, said)
    return {
        "proposal.pdf": lambda path, progress: write_proposal(content, path, Language.EN, progress),
        "proposal.xlsx": lambda path, progress: write_workbook(content, path, Language.EN, progress),
        "minutes.pdf": lambda path, progress: write_minutes_pdf(read, path, Language.EN, progress),
        "minutes.xlsx": lambda path, progress: write_minutes_workbook(read, path, Language.EN, progress),
        "corridor.pdf": lambda path, progress: write_corridor_pdf(road, path, Language.EN, progress),
        "corridor.xlsx": lambda path, progress: write_corridor_workbook(road, path, Language.EN, progress),
        "picture.svg": lambda path, _: write_picture(picture, path, said),
        "picture.png": lambda path, _: write_picture(picture, path, said),
        "picture.pdf": lambda path, _: write_picture(picture, path, said),
    }


PAPERS = (
    "proposal.pdf", "proposal.xlsx", "minutes.pdf", "minutes.xlsx", "corridor.pdf", "corridor.xlsx",
)  # fmt: skip
PICTURES = ("picture.svg", "picture.png", "picture.pdf")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where libraries put what they need for a while."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def target(tmp_path: Path, temporary: Path) -> Iterator[Callable[[str], Path]]:
    """A folder with an earlier paper, which must be as it was afterwards, and nothing else left anywhere."""
    folder = tmp_path / "papers"
    folder.mkdir()
    asked: list[Path] = []

    def at(name: str) -> Path:
        asked.append(folder / name)
        asked[0].write_text("earlier")
        return asked[0]

    yield at
    assert [one.read_text() for one in folder.iterdir()] == ["earlier"]
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("name", [*PAPERS, *PICTURES])
def test_a_full_disk(
    writers: dict[str, Write],
    target: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,
    name: str,
) -> None:
    path = target(name)

    def full(beside: Path) -> Path:
        """A file of which the disk takes nothing."""
        fresh = beside.with_name(".full.tmp")
        fresh.symlink_to("/dev/full")
        return fresh

    monkeypatch.setattr(atomic, "_beside", full)
    with pytest.raises(OutputError) as told:
        writers[name](path, no_progress)
    gc.collect()  # a file that is closed only now would try to write again
    assert told.value.message == Message("There is no room left on the disk for {path}.", {"path": str(path)})


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("part", [0.0, 0.7])
def test_cancelled_at_any_part(
    writers: dict[str, Write], target: Callable[[str], Path], name: str, part: float
) -> None:
    def cancel(done: int, of: int) -> None:
        if done >= of * part:
            raise Cancelled

    path = target(name)
    with pytest.raises(Cancelled):
        writers[name](path, cancel)


@pytest.mark.parametrize("name", ["minutes.pdf", "minutes.xlsx", *PICTURES])
def test_what_cannot_be_replaced(
    writers: dict[str, Write],
    target: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,
    name: str,
) -> None:
    def refuse(self: Path, to: Path) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self), None, str(to))

    path = target(name)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="Is it open in another program"):
        writers[name](path, no_progress)


def test_a_protected_file_is_not_replaced(
    writers: dict[str, Write], target: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = target("picture.svg")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    with pytest.raises(OutputError, match="protected against writing"):
        writers["picture.svg"](path, no_progress)


def test_a_folder_without_rights(
    writers: dict[str, Write], target: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = target("picture.svg")
    opens = Path.open

    def refuse(self: Path, mode: str = "r", *rest: object, **named: object) -> object:
        if mode == "xb":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return opens(self, mode, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError) as told:
        writers["picture.svg"](path, no_progress)
    assert str(told.value) == f"Nothing can be written to the folder {path.parent}: Permission denied."


@pytest.mark.parametrize("name", ["proposal.pdf", "minutes.pdf", "corridor.pdf", "picture.pdf"])
def test_a_font_that_is_missing_or_damaged(
    writers: dict[str, Write],
    target: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    monkeypatch.setattr(font_files, "FONTS", tmp_path)
    path = target(name)
    fonts._read.cache_clear()
    try:
        with pytest.raises(FontError, match=r"NotoSans-Regular\.ttf is missing or damaged"):
            writers[name](path, no_progress)
        (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"\0\1\0\0" + bytes(400))
        with pytest.raises(FontError, match=r"NotoSans-Regular\.ttf is missing or damaged"):
            writers[name](path, no_progress)
    finally:
        fonts._read.cache_clear()


def test_a_picture_is_measured_in_fonts_that_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_files, "FONTS", tmp_path)
    measure._font.cache_clear()
    try:
        with pytest.raises(FontError, match="is missing or damaged"):
            measure.FontMeasure().width("a", 1)
        (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"\0\1\0\0" + bytes(400))
        with pytest.raises(FontError, match="is missing or damaged"):
            measure.FontMeasure().width("a", 1)
    finally:
        measure._font.cache_clear()
