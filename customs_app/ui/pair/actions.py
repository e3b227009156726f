"""The commands on two procedures set against each other, each with its key and its place in the menus."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from customs_app.ui.pair.page import PairPage


class Act(Protocol):
    """Makes an action of the workspace in which the page stands (`Workspace.act`)."""

    def __call__(
        self,
        name: str,
        text: str,
        slot: "Callable[[], object]",
        *,
        keys: str = "",
        picture: str = "",
        menu: str = "",
        checkable: bool = False,
    ) -> QAction:
        """Make it."""
        ...


class Actions(QObject):
    """Made once; `enable` lets only what can be done be chosen."""

    def __init__(self, page: "PairPage", act: Act) -> None:
        super().__init__(page)
        text = page.words.text
        self.back = act("back", text("Back"), page.go_back, keys="Alt+Left", picture="chevron-left")
        self.back.setToolTip(text("Back") + " (Esc)")
        self.open = act("open", text("Open in the catalogue"), page.open_current, picture="library")
        self.open.setToolTip(text("Open in the catalogue") + " (Enter)")
        self.differences = act(
            "differences",
            text("Only differences"),
            lambda: page.show_only_differences(on=self.differences.isChecked()),
            keys="D",
            picture="equal-not",
            checkable=True,
        )
        self.next = act("next", text("Next difference"), lambda: page.go_on(1), keys="N")
        self.previous = act("previous", text("Previous difference"), lambda: page.go_on(-1), keys="Shift+N")
        self.swap = act("swap", text("Swap the sides"), page.swap, keys="X", picture="arrow-left-right")
        self.case = act("case", text("Base or worst case"), page.next_case, keys="W")
        self.link = act("link", text("Link two steps by hand"), page.link, keys="L", picture="link-2")
        self.unlink = act("unlink", text("Unlink the two steps"), page.unlink, keys="Shift+L")
        self.alone = act("alone", text("The step stands alone"), page.set_alone, keys="A")
        self.forget = act("forget", text("Remove what was set by hand"), page.forget_pin, picture="pin")
        self.other = act("other", text("Another procedure at this side…"), page.choose_other)
        self.edition = act("edition", text("Compare with an edition…"), page.choose_edition, keys="E")
        self.copy = act(
            "copy_sentences",
            text("Copy the differences as sentences"),
            page.copy_sentences,
            keys="Ctrl+Shift+C",
            picture="copy",
        )
        self._every = (
            self.back, self.open, self.differences, self.next, self.previous, self.swap, self.case, self.link,
            self.unlink, self.alone, self.forget, self.other, self.edition, self.copy,
        )  # fmt: skip
        self.enable(page)

    def of_bar(self) -> Sequence[QAction]:
        """The buttons at the right of the bar."""
        return (self.swap, self.link, self.copy)

    def of_row(self) -> Sequence[QAction]:
        """The menu of a row."""
        return (
            self.open, self.link, self.unlink, self.alone, self.forget, self.other, self.edition, self.swap,
            self.copy,
        )  # fmt: skip

    def enable(self, page: "PairPage") -> None:
        """Let only what can be done be chosen."""
        answer, line = page.answer, page.table.line
        there = answer is not None
        replaceable = answer is not None and answer.effect is None
        two = answer is not None and answer.effect is None and answer.versions is None
        writable = two and not page.session.catalogue.read_only
        for action in self._every:
            action.setEnabled(there)
        self.back.setEnabled(True)
        self.swap.setEnabled(two)
        self.other.setEnabled(replaceable)
        self.link.setEnabled(writable and line is not None)
        self.unlink.setEnabled(writable and page.ends is not None)
        self.alone.setEnabled(writable and page.may_stand_alone)
        self.forget.setEnabled(writable and bool(page.pins))
