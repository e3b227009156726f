"""The parts of meeting mode: sizes, texts that are never cut, and what is shown of a step."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.decisions import Decide
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.meetings import StartMeeting
from customs_app.catalogue.commands.rounds import OpenRound
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Stage, Verdict
from customs_app.domain.text import Language
from customs_app.figures.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette
from customs_app.ui import fonts
from customs_app.ui.meeting.edits import Choice, ChoiceList
from customs_app.ui.meeting.lists import contested_list, finding_list, procedure_list
from customs_app.ui.meeting.scale import CAPTION, FACT, TITLE, Scale, fitting
from customs_app.ui.meeting.sitting import read_sitting
from customs_app.ui.meeting.strip import Cell, Strip
from customs_app.ui.meeting.text_box import Run, TextBox
from customs_app.ui.meeting.window import MeetingWindow
from customs_app.ui.session import Session
from tests.ui.conftest import WHO
from tests.ui.meeting.conftest import KZ, PAPERS, TJ, UZ

SIZES = ((1024, 768), (1280, 800), (1366, 768), (1440, 900), (1920, 1080), (3840, 2160))


@pytest.fixture(scope="session")
def lettered(dressed: QApplication) -> None:
    """All fonts, so that every language is measured as it is shown."""
    for name in fonts.later():
        fonts.load(name)


@pytest.fixture
def opened(
    dressed: QApplication, catalogue: Catalogue, lettered: None, qtbot: QtBot
) -> Iterator[Callable[..., MeetingWindow]]:
    """Opens a meeting on all steps of Tajikistan's import in a language, palette and size."""
    made: list[tuple[QWidget, Session]] = []

    def show(
        language: Language = Language.EN, palette: Palette = LIGHT, size: tuple[int, int] = (1440, 900)
    ) -> MeetingWindow:
        session = Session(catalogue, who=WHO, language=language, palette=palette)
        if not catalogue.meetings():
            catalogue.run(StartMeeting("Day one", (TJ,), ("KZ", "UZ", "Secretariat")), WHO)
        meeting = catalogue.meetings()[-1]
        sitting = read_sitting(catalogue, meeting.id, session.seen_marks(meeting.procedures))
        assert sitting is not None
        place = sitting.place_of(PAPERS)
        assert place is not None
        host = QWidget()
        made.append((host, session))
        window = MeetingWindow(session, sitting, place, host)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    for host, session in made:
        session._look.stop()  # the file is closed by the fixture that opened it
        session.tasks.stop()
        host.deleteLater()
        session.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@given(st.integers(320, 8000), st.integers(240, 5000), st.floats(0.1, 9))
def test_nothing_is_smaller_than_eleven_points_and_no_fact_than_thirteen(
    width: int, height: int, wish: float
) -> None:
    scale = fitting(QSize(width, height), wish)
    for one in (scale, scale.smaller(), scale.larger()):
        assert one.font(CAPTION).pointSizeF() >= 11
        assert one.font(FACT).pointSizeF() >= 13
        assert one.font(TITLE).pointSizeF() >= 26


def test_a_larger_screen_has_larger_type() -> None:
    assert fitting(QSize(1440, 900)).factor == 1
    assert fitting(QSize(1920, 1080)).factor == pytest.approx(1.2)


@given(st.text(max_size=400), st.integers(40, 900))
@settings(max_examples=60, deadline=None)
def test_no_line_of_a_text_is_wider_than_its_room(qapp: QApplication, text: str, width: int) -> None:
    box = TextBox(LIGHT, Language.EN)
    box.set_font(Scale().font())
    box.show_runs((Run(text[:7], "text", bold=True), Run(text[7:], "text2")))
    layout, height = box._laid_out(width)
    lines = [layout.lineAt(n) for n in range(layout.lineCount())]
    assert all(line.naturalTextWidth() <= width + 1 or line.textLength() <= 1 for line in lines)
    assert sum(line.textLength() for line in lines) == len(layout.text().encode("utf-16-le")) // 2
    if text:
        assert box.heightForWidth(width) == round(height)


def test_a_long_title_shrinks_to_three_lines_and_then_takes_more(qapp: QApplication) -> None:
    box = TextBox(LIGHT, Language.EN, shrink_to=18)
    box.set_font(Scale().font(TITLE))
    box.show_text("Short")
    assert box._laid_out(800)[0].font().pointSizeF() == TITLE
    box.show_text("Customs opens the file and checks the papers " * 3)
    assert box.lines(800) <= 3
    assert 18 <= box._laid_out(800)[0].font().pointSizeF() < TITLE
    box.show_text("Customs opens the file and checks the papers " * 30)
    assert box.lines(800) > 3
    assert box._laid_out(800)[0].font().pointSizeF() == 18


def test_a_text_is_never_read_as_markup(qapp: QApplication) -> None:
    box = TextBox(LIGHT, Language.EN)
    box.show_text("<b>bold</b> &amp; <img src='x'>")
    assert box.text == "<b>bold</b> &amp; <img src='x'>"
    assert box._laid_out(2000)[0].text() == box.text


@given(st.integers(1, 90), st.integers(300, 2000), st.data())
@settings(max_examples=80, deadline=None)
def test_the_strip_always_shows_the_current_step_and_stays_in_its_width(
    qapp: QApplication, count: int, width: int, data: st.DataObject
) -> None:
    current = data.draw(st.integers(0, count - 1))
    strip = Strip(LIGHT)
    strip.resize(width, 46)
    cells = [Cell(str(n), Stage.DECLARE, None, "", first=n == 3) for n in range(1, count + 1)]
    strip.show_cells(cells, current, "")
    boxes = strip.boxes()
    places = [place for place, _ in boxes]
    assert current in places
    assert places == list(range(places[0], places[-1] + 1))
    assert boxes[0][1].left() >= 0
    assert boxes[-1][1].right() <= width + 1
    assert all(box.width() >= 30 for _, box in boxes)
    assert all(left.right() <= right.left() for (_, left), (_, right) in pairwise(boxes))


def test_a_click_on_the_strip_goes_to_the_step(opened: Callable[..., MeetingWindow]) -> None:
    window = opened()
    place, box = window.view.strip.boxes()[2]
    QTest.mouseClick(window.view.strip, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert window.desk.place == place == 2


@pytest.mark.parametrize("language", list(Language))
def test_names_of_the_keys_are_whole_on_every_screen(
    opened: Callable[..., MeetingWindow], language: Language, qtbot: QtBot
) -> None:
    window = opened(language, LIGHT, SIZES[0])
    cards = window.view.cards
    for size in SIZES:
        window.resize(*size)
        # Layouts settle in a few turns.
        qtbot.waitUntil(lambda: all(card.height() >= card.heightForWidth(card.width()) for card in cards))
        QApplication.processEvents()
        assert (window.width(), window.height()) == size
        _is_whole(window)


def _is_whole(window: MeetingWindow) -> None:
    for card in window.view.cards:
        assert card.width() >= card.least_width
        assert card.height() >= card.heightForWidth(card.width())
    assert window.rect().contains(window.view.foot.geometry())
    for bar in (window.view.step.pane, window.view.aside.pane):
        assert bar.horizontalScrollBar().maximum() == 0
    votes = window.view.votes
    boxes = [box for _, box in votes._boxes(votes.width())]
    assert all(box.right() <= votes.width() and box.bottom() <= votes.height() for box in boxes)


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda palette: palette.name)
def test_the_verdict_that_was_taken_is_seen_in_every_palette(
    opened: Callable[..., MeetingWindow], palette: Palette
) -> None:
    window = opened(palette=palette)
    QTest.keyClick(window, Qt.Key.Key_1)
    taken, other = window.view.cards[0], window.view.cards[1]
    inside = taken.rect().adjusted(6, 6, -6, -6).bottomRight()
    assert taken.grab().toImage().pixelColor(inside) == QColor(palette.sel)
    assert other.grab().toImage().pixelColor(inside) == QColor(palette.base)


def test_facts_of_a_step_are_shown_with_what_is_not_known(opened: Callable[..., MeetingWindow]) -> None:
    window = opened()
    page = window.view.step
    assert page.title.text == "Customs opens the file and checks the papers"
    assert page.place.text == "Declare · step 14 of 21"

    def fact(name: str) -> str:
        part = page.findChild(QWidget, f"meeting_fact_{name}")
        assert part is not None
        return "\n".join(box.text for box in part.findChildren(TextBox))

    assert fact("doer") == "Customs Service under the Government"
    assert fact("channel") == "in person"
    assert "Taxpayer identification number  original" in fact("documents_shown")
    assert "Contained in the figure of step 21" in fact("time")
    assert fact("law") == "? not recorded in any source"
    assert "Country Commercial Guide" in fact("source")
    rows = window.view.aside.findChildren(QWidget)
    said = [row.accessibleName() for row in rows]
    assert "No such step: India, Pakistan" in said
    assert any(name.startswith("Kazakhstan, Send documents that customs asks for, online") for name in said)


def test_a_sole_safeguard_is_told_beside_the_step(opened: Callable[..., MeetingWindow]) -> None:
    from customs_app.analysis.guard import guard  # noqa: PLC0415 - read beside what is shown

    window = opened()
    seen: set[bool] = set()
    for place, item in enumerate(window.desk.sitting.items):
        window.go(place)
        sole = any(row.sole for row in guard(item.full, item.step.id))
        assert window.view.aside.guard.isVisible() is sole
        if sole:
            assert window.view.aside.guard.accessibleName().startswith("Sole safeguard: ")
        seen.add(sole)
    assert seen == {True, False}


def test_a_decision_on_a_step_that_changed_says_what_changed(
    opened: Callable[..., MeetingWindow], catalogue: Catalogue
) -> None:
    window = opened()
    QTest.keyClick(window, Qt.Key.Key_1)
    window.session.run(EditStep(PAPERS, {"legal_basis": "Decree 5"}))
    part = window.view.step.findChildren(QWidget, "meeting_fact_decided")[
        -1
    ]  # those before wait to be deleted
    assert "Changed since: legal basis: unknown → Decree 5" in part.findChildren(TextBox)[0].text


def test_a_change_by_somebody_else_is_seen_and_a_meeting_that_is_gone_closes(
    opened: Callable[..., MeetingWindow], catalogue: Catalogue, qtbot: QtBot
) -> None:
    window = opened()
    with open_catalogue(catalogue.path) as other:
        meeting = other.meetings()[-1].id
        other.run(Decide(meeting, PAPERS, Verdict.ONLINE, "By another secretary"), KZ)
    window.session.refresh()
    assert window.view.cards[5].isChecked()
    with open_catalogue(catalogue.path) as other, qtbot.waitSignal(window.left, timeout=5000):
        other.undo(KZ)
        other.undo(KZ)
        assert other.meetings() == ()
        window.session.refresh()
    assert not window.isVisible()


def test_a_file_that_may_only_be_read_takes_no_verdict(
    opened: Callable[..., MeetingWindow], catalogue: Catalogue
) -> None:
    window = opened()
    catalogue.read_only = True
    QTest.keyClick(window, Qt.Key.Key_1)
    assert "for reading only" in window.view.foot.minutes.text
    assert catalogue.decisions() == ()


def test_a_list_breaks_its_lines_and_gives_back_what_it_was_given(
    qtbot: QtBot, dressed: QApplication
) -> None:
    view = ChoiceList("list", "List", LIGHT)
    qtbot.addWidget(view)
    view.set_scale(Scale())
    view.resize(260, 200)
    view.show_choices([Choice(Verdict.KEEP, "Short"), Choice(Verdict.REMOVE, "A longer reason " * 12)])
    view.show()
    qtbot.waitExposed(view)
    first, second = (view.visualItemRect(view.item(row)) for row in range(2))
    assert second.height() > 3 * first.height()
    metrics = QFontMetricsF(view.font())
    box = QRectF(0, 0, second.width() - 16, 10_000)
    needed = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), view.item(1).text())
    assert needed.height() <= second.height()
    assert view.current is None
    with qtbot.waitSignal(view.taken) as taken:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert taken.args[0] is Verdict.REMOVE


def test_contested_steps_and_steps_of_a_finding_make_lists(session: Session) -> None:
    catalogue, words = session.catalogue, session.words
    catalogue.run(OpenRound(catalogue.rounds()[0].id), WHO)
    catalogue.run(SetMark(f"{TJ}-02", Verdict.REMOVE, "Nobody reads it"), KZ)
    catalogue.run(SetMark(f"{TJ}-02", Verdict.REMOVE, "Nobody reads it"), UZ)
    full, reference = catalogue.full_procedure(TJ), catalogue.reference()
    other = catalogue.full_procedure("UZ-P-import-road")
    made = contested_list(session.seen_marks().marks, (other, full), words)
    assert made is not None
    assert (made.procedures, made.steps) == ((TJ,), (PAPERS,))
    assert made.name == "the 1 contested step"
    assert contested_list((), (full,), words) is None
    whole = procedure_list(full, reference, PAPERS, words)
    assert (whole.steps, whole.current, whole.procedures) == ((), PAPERS, (TJ,))
    from customs_app.analysis.findings import findings  # noqa: PLC0415 - brings all the rules

    finding = next(
        one for one in findings([full], reference, peers=catalogue.full_procedures()) if len(one.steps) > 1
    )
    steps = finding_list(finding, full, reference, None, words)
    assert set(steps.steps) == set(finding.steps)
    assert steps.title == "Tajikistan: Import ordinary goods by road"
