"""Pictures taken out of the window: onto the clipboard, and into files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from customs_app.domain.job import Progress
from customs_app.domain.text import Message
from customs_app.figures.qt_picture import image
from customs_app.figures.svg import svg
from customs_app.language.words import N_, Words
from customs_app.ui import fonts
from customs_app.ui.exporting import Owner, export_folder, file_name, keep_folder
from customs_app.ui.picture_files import write_picture
from customs_app.ui.pictures.frame import ON_PAPER, Make
from customs_app.ui.tasks import run_task

KINDS = ((".svg", N_("SVG pictures")), (".png", N_("PNG pictures")), (".pdf", N_("PDF files")))
_SVG = "image/svg+xml"
_RATIO = 2.0
_MOST_PIXELS = 8_000
"""Longest side on the clipboard: what takes a larger one is rare, and it would hold much memory."""


def save_picture(owner: Owner, name: str, make: Make) -> None:
    """Ask where and as what, then write the picture in the worker, whole or not at all.

    `name` (worded) is offered as the file's name. What went wrong is said at the foot of the window.
    """
    text = owner.words.text
    filters = [f"{text(kind)} (*{suffix})" for suffix, kind in KINDS]
    dialog = QFileDialog(
        owner.window(), text("Save the picture as"), export_folder(owner), ";;".join(filters)
    )
    dialog.setObjectName("picture_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(KINDS[0][0])
    dialog.selectFile(file_name(name, KINDS[0][0]))

    def turned(chosen: str) -> None:
        suffix = KINDS[filters.index(chosen)][0] if chosen in filters else KINDS[0][0]
        dialog.setDefaultSuffix(suffix)
        shown = dialog.selectedFiles()
        if shown:
            dialog.selectFile(Path(shown[0]).with_suffix(suffix).name)

    def chosen(where: str) -> None:
        path = Path(where)
        if path.suffix.lower() not in {suffix for suffix, _ in KINDS}:
            path = path.with_name(f"{path.name}.{dialog.defaultSuffix()}")
        keep_folder(owner, path)
        fonts.load_everything()  # on this thread; the picture may be painted in the worker
        run_task(owner, partial(_write, path, make, owner.words), title=text("Saving the picture"), made=path)

    dialog.filterSelected.connect(turned)
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def copy_picture(owner: Owner, make: Make) -> None:
    """Put the picture on the clipboard, as an image and as SVG."""
    fonts.load_everything()

    def done(result: object) -> None:
        if isinstance(result, tuple):
            _put(*result)
            owner.session.tell(Message(N_("The picture is on the clipboard")))

    run_task(owner, partial(_copy, make, owner.words), done, title=owner.words.text("Copying the picture"))


def _write(path: Path, make: Make, words: Words, _file: Path, progress: Progress) -> object:
    progress(0, 1)
    picture = make(ON_PAPER)
    progress(0, 1)
    write_picture(picture, path, words)
    return path


def _copy(make: Make, words: Words, _file: Path, progress: Progress) -> tuple[QImage, str]:
    progress(0, 1)
    picture = make(ON_PAPER)
    progress(0, 1)
    longest = max(picture.drawing.width, picture.drawing.height)
    return image(picture, min(_RATIO, _MOST_PIXELS / longest)), svg(picture, words.language)


def _put(painted: QImage, drawn: str) -> None:
    data = QMimeData()
    data.setImageData(painted)
    data.setData(_SVG, QByteArray(drawn.encode()))
    QGuiApplication.clipboard().setMimeData(data)
