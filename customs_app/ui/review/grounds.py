"""Below the evidence: the norm that supports a finding, what it would save, and why it may be wrong."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from customs_app.domain.reference import Reference, Standard
from customs_app.domain.review import Finding
from customs_app.figures.tokens import Palette
from customs_app.language.norms import norm_name
from customs_app.language.words import Words
from customs_app.ui.review.saving import saving_words
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule, heading

_WITH_GIST = 1
"""Standards told with what they say; those after them by name alone."""


class Grounds(QWidget):
    """Norm, saving and doubt side by side."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, words = session, session.words
        self.setObjectName("finding_grounds")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._norm = _body("finding_norm", rich=True)
        self._norm.setOpenExternalLinks(True)
        self._saving = _body("finding_saving", rich=True)
        self._doubt = _body("finding_doubt", rich=False)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for title, body, share in (
            (words.text("Norm"), self._norm, 5),
            (words.text("Saving"), self._saving, 3),
            (words.text("Why it may be wrong"), self._doubt, 4),
        ):
            if row.count():
                row.addWidget(Rule(session.palette, upright=True))
            part = QVBoxLayout()
            part.setContentsMargins(10, 7, 10, 8)
            part.setSpacing(2)
            part.addWidget(heading(title))
            part.addWidget(body, 0, Qt.AlignmentFlag.AlignTop)
            part.addStretch()
            row.addLayout(part, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(session.palette))

    def show_finding(self, finding: Finding, reference: Reference) -> None:
        """Show what speaks for and against a finding."""
        words, palette = self._session.words, self._session.palette
        norms = [reference.standards[key] for key in finding.standard if key in reference.standards]
        self._norm.setText(norm_html(norms, words, palette))
        self._norm.setToolTip(
            "\n".join(f"{norm_name(one, words)} {one.gist[words.language]}" for one in norms)
        )
        known, lacking = saving_words(finding.saving, words)
        parts = [escape(words.list_of(tuple(known)))] if known else []
        if lacking:
            parts.append(f'<span style="color:{palette.text3}">{escape(lacking)}</span>')
        self._saving.setText("<br>".join(parts))
        self._doubt.setText(words.say(finding.doubt))


def norm_html(standards: list[Standard], words: Words, palette: Palette) -> str:
    """Standards as rich text: the article as a link where it has one, then what it says."""
    parts = []
    for place, standard in enumerate(standards):
        name = escape(norm_name(standard, words))
        # Only addresses of the web are links: the text of a catalogue must not open a file.
        if standard.url and standard.url.startswith(("https://", "http://")):
            look = f"color:{palette.accent}; text-decoration:none"
            name = f'<a href="{escape(standard.url, quote=True)}" style="{look}">{name}</a>'
        gist = escape(standard.gist[words.language]) if place < _WITH_GIST else ""
        parts.append(f"{name} {gist}".strip())
    return "<br>".join(parts)


def _body(name: str, *, rich: bool) -> QLabel:
    body = QLabel()
    body.setObjectName(name)
    body.setWordWrap(True)
    body.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    body.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextBrowserInteraction
        if rich
        else Qt.TextInteractionFlag.TextSelectableByMouse
    )
    body.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return body
