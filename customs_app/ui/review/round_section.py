"""Who has marked in a round and who is awaited, in the inspector: never what, while it is blind."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from customs_app.domain.codes import RoundState
from customs_app.domain.meeting import Round
from customs_app.figures import tokens
from customs_app.language.labels import delegation_name
from customs_app.ui import fonts
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.review.rounds import Standing, round_name, standings
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.lines import Line, LinesView
from customs_app.ui.widgets.section import Section


class RoundSection(Section):
    """Delegations with a sign: marked, or awaited."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "round", session.words.text("Round of review"))
        words = session.words
        self._says = wrapped(words.text("Marks of others are seen once the round is opened."), role="small")
        self._says.setObjectName("round_says")
        self.view = LinesView("round_delegations", words.text("Who has marked"), session.palette)
        for widget in (self._says, self.view):
            self.body.addWidget(widget)
        self._states = {True: words.text("marked"), False: words.text("awaited")}
        metrics = QFontMetrics(fonts.tabular(tokens.SMALL))
        self._wide = max(metrics.horizontalAdvance(text) for text in self._states.values()) + 4
        self.hide()

    def show_round(self, round_: Round | None, steps: Sequence[str], book: MarkBook, loaded: Loaded) -> None:
        """Show who has marked one of these steps (ids) in a round; nothing without a round."""
        self.setVisible(round_ is not None)
        if round_ is None:
            return
        self.heading.setText(round_name(round_, self.words))
        self._says.setVisible(round_.state is RoundState.BLIND)
        found = standings(round_, book, loaded, steps)
        self.view.show_lines([self._line(one, loaded) for one in found])

    def _line(self, one: Standing, loaded: Loaded) -> Line:
        countries = loaded.reference.countries
        name = delegation_name(one.delegation, countries, self.words)
        state = self._states[one.marked]
        return Line(
            text=name,
            tip=f"{name}: {state}",
            about=one.delegation,
            icon="circle-check" if one.marked else "circle-dashed",
            badge=one.delegation if one.delegation in countries else "",
            right=((state, self._wide),),
        )
