"""Comparing beside the event loop: the newest question alone, from the file as it stands."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.steps import EditStep
from customs_app.catalogue.file import create
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.errors import CatalogueError
from customs_app.domain.review import Reviewer
from customs_app.language.words import Words
from customs_app.ui.compare import loader as module
from customs_app.ui.compare.loader import Answer, Asked, Loader
from customs_app.ui.compare.question import Question

WHO = Reviewer("A. Karimova", "Secretariat")


@pytest.fixture
def loader(qtbot: QtBot) -> Iterator[Loader]:
    owner = QObject()
    yield Loader(owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)


def test_an_answer_is_made_in_another_thread(
    loader: Loader, qtbot: QtBot, catalogue_file: Path, english: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    compare = module.compare

    def noted(*args: object, **kwargs: object) -> object:
        threads.append(threading.current_thread())
        return compare(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "compare", noted)
    with qtbot.waitSignal(loader.loaded, timeout=10_000) as came:
        loader.ask(Asked(Question(), catalogue_file, english))
        assert loader.busy
    assert not loader.busy
    answer = came.args[0]
    assert isinstance(answer, Answer)
    assert answer.comparison is not None
    assert len(answer.comparison.countries) == 10
    assert threads
    assert threads[0] is not threading.main_thread()


def test_only_the_newest_question_is_answered(
    loader: Loader, qtbot: QtBot, catalogue_file: Path, english: Words
) -> None:
    came: list[Answer] = []
    loader.loaded.connect(came.append)
    for mode in (Mode.RAIL, Mode.SEA, Mode.AIR, Mode.ROAD, Mode.SEA):
        loader.ask(Asked(Question(Regime.IMPORT, mode), catalogue_file, english))
    qtbot.waitUntil(lambda: not loader.busy, timeout=10_000)
    assert [answer.question.mode for answer in came] == [Mode.SEA]


def test_what_has_changed_is_read_again_once_it_is_told(
    loader: Loader, qtbot: QtBot, catalogue: Catalogue, english: Words
) -> None:
    def title() -> str:
        with qtbot.waitSignal(loader.loaded, timeout=10_000) as came:
            loader.ask(Asked(Question(), catalogue.path, english))
        comparison = came.args[0].comparison
        return str(comparison.procedures["KZ"].steps[0].title.en)

    before = title()
    step = catalogue.full_procedure("KZ-P-import-road").steps[0]
    catalogue.run(EditStep(step.id, {"title_en": "Something else"}), WHO)
    assert title() == before
    loader.forget()
    assert title() == "Something else"


def test_an_empty_catalogue_has_nothing_to_compare(
    loader: Loader, qtbot: QtBot, tmp_path: Path, english: Words
) -> None:
    path = tmp_path / "empty.customs"
    create(path, starting=False)
    with qtbot.waitSignal(loader.loaded, timeout=10_000) as came:
        loader.ask(Asked(Question(), path, english))
    answer = came.args[0]
    assert answer.shown is None
    assert answer.offers == {}
    assert answer.countries == ()


def test_a_file_that_is_gone_is_told(loader: Loader, qtbot: QtBot, tmp_path: Path, english: Words) -> None:
    with qtbot.waitSignal(loader.failed, timeout=10_000) as came:
        loader.ask(Asked(Question(), tmp_path / "gone.customs", english))
    assert isinstance(came.args[0], CatalogueError)
    assert not loader.busy


def test_the_thread_ends_with_its_owner(qtbot: QtBot, catalogue_file: Path, english: Words) -> None:
    def running() -> int:
        return sum(thread.name == "comparison" for thread in threading.enumerate())

    qtbot.waitUntil(lambda: running() == 0, timeout=5_000)
    owner = QObject()
    loader = Loader(owner)
    with qtbot.waitSignal(loader.loaded, timeout=10_000):
        loader.ask(Asked(Question(), catalogue_file, english))
    assert running() == 1
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: running() == 0, timeout=5_000)
