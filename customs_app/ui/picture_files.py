"""Pictures as files: SVG, PNG and PDF by the end of the name."""

import os
import sys
from pathlib import Path

from customs_app.figures.picture import Picture
from customs_app.figures.svg import svg
from customs_app.language.words import Words
from customs_app.reports.atomic import replacing

PNG_RATIO = 2.0
"""Pixels of a PNG for each logical pixel of the picture."""
_MOST_PIXELS = 16_000
"""Longest side of a PNG: what is larger is hardly opened anywhere."""


def write_picture(picture: Picture, path: Path, words: Words) -> None:
    """Write the picture to `path`, whole or not at all; OutputError where it cannot be written."""
    match path.suffix.lower():
        case ".png":
            _write_png(picture, path)
        case ".pdf":
            from customs_app.reports.picture_pdf import write_picture_pdf  # noqa: PLC0415 - loads reportlab

            write_picture_pdf(picture, path, words)
        case _:
            with replacing(path) as fresh:
                fresh.write_text(svg(picture, words.language), encoding="utf-8", newline="\n")


def _write_png(picture: Picture, path: Path) -> None:
    """Painted by Qt; without a window the application that painting needs is made here."""
    from PySide6.QtCore import QBuffer, QIODevice  # noqa: PLC0415
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only a PNG needs it

    from customs_app.figures.qt_picture import image  # noqa: PLC0415
    from customs_app.ui import fonts  # noqa: PLC0415

    application = QGuiApplication.instance()
    if application is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication(sys.argv[:1])
    fonts.load_everything()
    longest = max(picture.drawing.width, picture.drawing.height)
    painted = image(picture, min(PNG_RATIO, _MOST_PIXELS / longest))
    with replacing(path) as fresh:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        painted.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt does not
        fresh.write_bytes(buffer.data().data())
    del application
