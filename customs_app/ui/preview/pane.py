"""The preview of a paper: bar, search, thumbnails and contents, and the pages."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from customs_app.domain.text import Language
from customs_app.ui.preview.bar import PreviewBar
from customs_app.ui.preview.errands import Errands
from customs_app.ui.preview.finding import Finding
from customs_app.ui.preview.foot import Foot, Outlet
from customs_app.ui.preview.pages_view import PagesView
from customs_app.ui.preview.paper import Answer, Paper, Pictured, Spot
from customs_app.ui.preview.search_bar import SearchBar
from customs_app.ui.preview.side import Side
from customs_app.ui.preview.zoom import Fit, Zoom, zoom_of
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.small import Rule

_SIDE_WIDTH = 212
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PreviewPane(QWidget):
    """Shows the paper that a PaperMaker writes; `outlets` stand as buttons under it.

    `wanted` carries what is to be asked of it (`PaperMaker.ask_small`), `language_chosen` the Language
    in which to print.
    """

    wanted = Signal(object)
    language_chosen = Signal(object)

    def __init__(self, session: Session, outlets: Sequence[Outlet] = ()) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.setAccessibleName(self._words.text("Page preview"))
        self.finding, self._errands = Finding(self), Errands(self)
        self.bar, self.side = PreviewBar(session), Side(session)
        self.search = SearchBar(session, self.finding)
        self.pages = PagesView(session.palette, session.words, self.finding)
        self.foot = Foot(session, outlets)
        self.about = self.foot.about
        self.note = wrapped(role="second")
        self.note.setObjectName("preview_note")
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.note.setMargin(24)
        self._lay_out()
        self._connect()
        self._keys = self._key_table()
        self.side.hide()
        self.search.hide()
        self.show_language(session.language)
        self.show_note("")

    # -- what is shown

    def show_language(self, language: Language) -> None:
        """Say in which language the pages are printed."""
        self.foot.show_language(language)

    def show_paper(self, paper: Paper) -> None:
        """Show pages."""
        self._errands.forget()
        self._stack.setCurrentWidget(self._split)
        self.pages.show_paper(paper)
        self.side.show_paper(paper)
        self.finding.show_paper(paper)
        self._show_place()

    def show_note(self, text: str) -> None:
        """Show a sentence in place of pages."""
        self._errands.forget()
        self.pages.show_paper(None)
        self.side.show_paper(None)
        self.finding.show_paper(None)
        self.note.setText(text)
        self._stack.setCurrentWidget(self.note)
        self._show_place()

    def show_under_way(self) -> None:
        """Grey the pages that stand, or say that the first are under way."""
        if self.pages.paper is None:
            self.show_note(self._words.text("The pages are being laid out…"))
        else:
            self.pages.mark_stale()
            self._show_place()

    def take(self, answer: Answer) -> None:
        """Take what was wanted."""
        self._errands.take(answer)
        if isinstance(answer, Pictured):
            self.pages.take(answer)
            self.side.thumbnails.take(answer)
        else:
            self.finding.take(answer)

    # -- what is chosen

    def choose_zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size."""
        self.pages.zoom = zoom

    def open_search(self) -> None:
        """Show the line of the search and put the cursor into it."""
        if self.pages.paper is not None:
            self.bar.search.setChecked(True)
            self.search.open()

    def close_search(self) -> None:
        """Hide the line of the search and its marks, and go on reading."""
        self.bar.search.setChecked(False)
        self.search.hide()
        self.finding.look_for("", 0)
        self.pages.setFocus()

    def state(self) -> Mapping[str, object]:
        """How the pages are shown, as JSON values."""
        return {
            "zoom": str(self.pages.zoom),
            "facing": self.pages.facing,
            "side": self.bar.side.isChecked(),
        }

    def restore(self, state: Mapping[str, object], *, side: bool = False) -> None:
        """Show the pages as `state` tells; `side` where it tells nothing of what stands beside them."""
        self.choose_zoom(zoom_of(state.get("zoom"), Fit.WIDTH))
        self.bar.facing.setChecked(state.get("facing") is True)
        self.bar.side.setChecked(state.get("side", side) is True)

    # -- keys

    def event(self, event: QEvent) -> bool:
        """Keys of the preview come before those of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._does(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key does that neither the pages nor a list took."""
        does = self._does(event)
        if does is None:
            super().keyPressEvent(event)
        else:
            does()

    def _does(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~_KEYPAD
        letters = not isinstance(self.focusWidget(), QLineEdit)
        # With some keyboards + and / need Shift.
        plain = _NONE if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Slash) and not held & _CTRL else held
        if plain == _CTRL | _SHIFT and event.key() == Qt.Key.Key_Plus:
            plain = _CTRL
        does = self._keys.get((plain, event.key()))
        alone = plain == _NONE and event.key() != Qt.Key.Key_F3
        return does if letters or not alone else None

    def _key_table(self) -> Mapping[tuple[Qt.KeyboardModifier, int], Callable[[], object]]:
        key, pages, bar = Qt.Key, self.pages, self.bar

        def zoom(to: Zoom) -> Callable[[], object]:
            return lambda: self.choose_zoom(to)

        return {
            (_CTRL, key.Key_F): self.open_search,
            (_NONE, key.Key_Slash): self.open_search,
            (_NONE, key.Key_F3): lambda: self._step_hit(1),
            (_SHIFT, key.Key_F3): lambda: self._step_hit(-1),
            (_CTRL, key.Key_G): bar.place.type_in,
            (_CTRL, key.Key_Plus): lambda: pages.zoom_by(1),
            (_CTRL, key.Key_Equal): lambda: pages.zoom_by(1),
            (_CTRL, key.Key_Minus): lambda: pages.zoom_by(-1),
            (_CTRL, key.Key_0): zoom(100),
            (_NONE, key.Key_Plus): lambda: pages.zoom_by(1),
            (_NONE, key.Key_Minus): lambda: pages.zoom_by(-1),
            (_NONE, key.Key_0): zoom(100),
            (_NONE, key.Key_W): zoom(Fit.WIDTH),
            (_NONE, key.Key_P): zoom(Fit.PAGE),
            (_NONE, key.Key_D): bar.facing.toggle,
            (_NONE, key.Key_S): bar.side.toggle,
        }

    # -- parts

    def _lay_out(self) -> None:
        palette = self._session.palette
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.side)
        self._split.addWidget(self.pages)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([_SIDE_WIDTH, 10 * _SIDE_WIDTH])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.search)
        column.addWidget(Rule(palette))
        column.addWidget(self._stack, 1)
        column.addWidget(Rule(palette))
        column.addWidget(self.foot)

    def _connect(self) -> None:
        bar, pages, errands = self.bar, self.pages, self._errands
        bar.stepped.connect(self._step_page)
        bar.place.asked.connect(pages.show_page)
        bar.place.left.connect(pages.setFocus)
        bar.zoom_chosen.connect(self.choose_zoom)
        self.foot.language_chosen.connect(self.language_chosen)
        bar.facing.toggled.connect(self._choose_facing)
        bar.side.toggled.connect(self.side.setVisible)
        bar.search.clicked.connect(lambda on: self.open_search() if on else self.close_search())
        pages.zoomed.connect(lambda: bar.show_zoom(pages.zoom))
        pages.page_changed.connect(lambda _page: self._show_place())
        pages.wanted.connect(errands.want_pages)
        self.side.thumbnails.wanted.connect(errands.want_thumbnails)
        self.side.chosen.connect(self._show_spot)
        self.search.asked.connect(lambda text: self.finding.look_for(text, pages.page))
        self.search.stepped.connect(self._step_hit)
        self.search.closed.connect(self.close_search)
        self.finding.wanted.connect(errands.want_searches)
        errands.wanted.connect(self.wanted)

    def _choose_facing(self, facing: bool) -> None:
        self.pages.facing = facing

    def _step_page(self, by: int) -> None:
        self.pages.show_page(self.pages.page + by * (2 if self.pages.facing else 1))

    def _step_hit(self, by: int) -> None:
        if self.finding.text:
            self.finding.step(by, self.pages.page)
        else:
            self.open_search()

    def _show_spot(self, spot: Spot) -> None:
        self.pages.show_spot(spot)

    def _show_place(self) -> None:
        paper = self.pages.paper
        self.bar.show_place(self.pages.page if paper else 0, len(paper.sizes) if paper else 0)
        self.side.show_page(self.pages.page)
        self.about.set_text(self._about(paper))

    def _about(self, paper: Paper | None) -> str:
        """How many pages there are, of which size and edition; or that newer ones are under way."""
        words = self._words
        if paper is None:
            return ""
        if self.pages.stale:
            return words.text("being renewed…")
        said = f"{words.count('{n} page', '{n} pages', len(paper.sizes))} · A4"
        return f"{said} · {words.text('edition {hash}', hash=paper.edition)}" if paper.edition else said
