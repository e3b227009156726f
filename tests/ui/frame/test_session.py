"""The session does commands, undoes them, and tells what could not be done."""

from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.rates import SetRate
from customs_app.catalogue.results import Changes
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language, Message
from customs_app.ui.app import Shell
from customs_app.ui.session import NOBODY, Notice, Place, Session

RATE = SetRate("KZT", 500.0, "2026-11-24")


def _units(session: Session) -> float:
    return session.catalogue.reference().rates["KZT"].units_per_usd


def test_a_command_is_done_told_and_undone(session: Session) -> None:
    told: list[Changes | None] = []
    session.changed.connect(told.append)
    before = _units(session)
    changes = session.run(RATE)
    assert changes is not None
    assert "exchange_rate" in changes.tables
    assert _units(session) == 500.0
    session.undo()
    assert _units(session) == before
    session.redo()
    assert _units(session) == 500.0
    assert len(told) == 3
    assert told[0] is changes


def test_the_journal_knows_who(session: Session) -> None:
    session.run(RATE)
    assert session.catalogue.history()[0].reviewer == session.who


def test_nobody_changes_nothing_and_is_asked(session: Session) -> None:
    session.who = NOBODY
    asked: list[int] = []
    reasons: list[Message | None] = []
    session.saved.connect(reasons.append)
    session.ask_who = lambda: asked.append(1) or NOBODY
    before = _units(session)
    assert session.run(RATE) is None
    assert _units(session) == before
    assert asked == [1]
    assert reasons[-1] is not None
    session.ask_who = lambda: Reviewer("B. Omarov", "KZ")
    assert session.run(RATE) is not None
    assert session.who == Reviewer("B. Omarov", "KZ")


def test_bad_input_is_told_not_raised(session: Session) -> None:
    notices: list[Notice] = []
    session.noticed.connect(notices.append)
    assert session.run(SetRate("KZT", -1.0, "2026-11-24")) is None
    assert notices
    assert notices[0].bad


def test_selection_and_ways(session: Session) -> None:
    seen: list[object] = []
    places: list[Place] = []
    session.selected.connect(seen.append)
    session.navigate.connect(places.append)
    session.select("x")
    session.go_to("catalogue", "p", "s")
    assert seen == ["x"]
    assert session.selection == "x"
    assert places == [Place("catalogue", "p", "s")]


def test_words_follow_the_language(session: Session) -> None:
    session.language = Language.EN
    assert session.words.language is Language.EN
    assert session.language is Language.EN


def test_nobody_looks_into_a_file_that_is_closed(session: Session, qtbot: QtBot) -> None:
    looks: list[int] = []
    session._look.timeout.connect(lambda: looks.append(1))
    session._look.setInterval(5)
    qtbot.waitUntil(lambda: bool(looks))
    session.close()
    n = len(looks)
    qtbot.wait(50)  # looking into a closed file would raise out of the event loop
    assert len(looks) == n


def test_closing_the_window_closes_the_session(shell: Shell, qtbot: QtBot) -> None:
    session, window = shell.session, shell.window
    assert session is not None
    assert window is not None
    session._look.setInterval(5)
    window.close()
    qtbot.wait(50)
    assert not session._look.isActive()
