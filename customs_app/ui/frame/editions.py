"""Turning between the working copy and its frozen editions."""

from pathlib import Path
from typing import TYPE_CHECKING

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.edition import Edition
from customs_app.domain.errors import CustomsError
from customs_app.domain.job import Progress
from customs_app.domain.text import Message
from customs_app.language.labels import delegation_name
from customs_app.language.numbers import day
from customs_app.language.words import N_, Words
from customs_app.ui.session import Session
from customs_app.ui.tasks import run_task

if TYPE_CHECKING:
    from customs_app.ui.main_window import MainWindow

_LONGEST = 60


def known(session: Session) -> tuple[Edition, ...]:
    """The editions of the file that is worked in, the newest first; none where it cannot be read."""
    try:
        if session.edition is None:
            return session.catalogue.editions()
        with open_catalogue(session.working, read_only=True) as working:
            return working.editions()
    except CustomsError as error:
        session.fail(error)
        return ()


def entry_text(edition: Edition, words: Words) -> str:
    """An edition in the menu: title, and at the right edge the day."""
    title = edition.title if len(edition.title) <= _LONGEST else edition.title[: _LONGEST - 1] + "…"
    return f"{title}\t{day(edition.at[:10], words.language)}"


def entry_tip(edition: Edition, session: Session) -> str:
    """Title, who froze what, and the hash."""
    words, countries = session.words, session.catalogue.reference().countries
    of = (
        words.text("the whole catalogue")
        if edition.proposal_id is None
        else words.text("what one proposal cites")
    )
    delegation = delegation_name(edition.who.delegation, countries, words)
    frozen = words.text(
        "Frozen by {name}, {delegation}: {what}", name=edition.who.name, delegation=delegation, what=of
    )
    return f"{edition.title}\n{frozen}\nSHA-256 {edition.sha256}"


def show_edition(window: "MainWindow", edition: Edition) -> None:
    """Open a frozen edition in the window, for reading alone; it is made ready beside the event loop."""
    session = window.session
    if session.edition is not None and session.edition.id == edition.id:
        return
    working = session.working

    def job(_file: Path, progress: Progress) -> object:
        from customs_app.catalogue.frozen import open_edition  # noqa: PLC0415 - asked for seldom

        with open_edition(working, edition.id, progress) as ready:
            return ready.path

    def done(path: object) -> None:
        if session.working == working and isinstance(path, Path):
            _turn_to(window, path, read_only=True)

    run_task(window, job, done, title=session.words.text("Opening the edition"))


def show_working(window: "MainWindow") -> None:
    """Open the working copy again."""
    if window.session.edition is not None:
        _turn_to(window, window.session.working, read_only=False)


def freeze(window: "MainWindow") -> None:
    """Ask for a title and freeze the whole catalogue as an edition."""
    from customs_app.ui.dialogs.freeze import ask_freeze  # noqa: PLC0415 - not at start

    ask_freeze(window)


def _turn_to(window: "MainWindow", path: Path, *, read_only: bool) -> None:
    session = window.session
    try:
        catalogue = open_catalogue(path, read_only=read_only)
    except CustomsError as error:
        session.fail(error)
        return
    window.commit_edits()
    session.turn_to(catalogue)
    if session.edition is not None:
        told = Message(
            N_("“{title}” is open as it was frozen. Nothing in it can be changed."),
            {"title": session.edition.title},
        )
        session.tell(told)
