"""The standards that support a measure."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from customs_app.domain.reference import Standard
from customs_app.language.norms import norm_name
from customs_app.ui.proposals.measure.parts import DetailPart, Pool
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.tips import plain


class Norms(DetailPart):
    """One line each; what it says is its tooltip."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "norms", session.words.text("Standards"))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(4)
        self._lines = Pool(column, wrapped)

    def show_norms(self, standards: Sequence[Standard]) -> None:
        """Show them."""
        language = self.words.language
        texts = [
            (f"{norm_name(one, self.words)} – {one.title[language]}", one.gist[language]) for one in standards
        ]
        texts = texts or [(self.words.text("No standard is on record for this"), "")]
        self._lines.hide_from(len(texts))
        for place, (text, tip) in enumerate(texts):
            line = self._lines.row(place)
            line.setText(text)
            line.setToolTip(plain(tip))
