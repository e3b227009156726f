"""Saves a workbook so that the same content gives the same bytes."""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from customs_app.reports.workbook.early import Early
from customs_app.reports.workbook.live import Result, with_values
from customs_app.reports.workbook.meter import Meter

if TYPE_CHECKING:
    from _typeshed import SizedBuffer
    from openpyxl import Workbook


Live = Mapping[str, Mapping[str, Result]]
"""Titles of sheets -> cells with a formula -> what the formula comes to."""


def save(
    book: "Workbook",
    path: Path,
    when: datetime,
    meter: Meter,
    *,
    live: Live | None = None,
    early: Early | None = None,
) -> None:
    """Write the workbook to a file; `when` (UTC, without zone) stands for each moment it tells of.

    `live` has what the formulas come to, which is stored beside them; `early` the sheets that are written
    already.
    """
    book.properties.created = when
    book.properties.modified = when
    live = live or {}
    # The writer numbers sheets in their order.
    sheets = {
        f"xl/worksheets/sheet{number}.xml": live[sheet.title]
        for number, sheet in enumerate(book.worksheets, 1)
        if live.get(sheet.title)
    }
    archive = _StillZip(path, when, meter, sheets)
    # The writer closes the archive itself; the second closing is for a job that breaks off.
    with archive:
        (early or Early()).save(book, archive)


class _StillZip(ZipFile):
    """A zip whose members all bear one moment, and that lets a job be cancelled between them."""

    def __init__(self, path: Path, when: datetime, meter: Meter, live: Live) -> None:
        super().__init__(path, "w", ZIP_DEFLATED, allowZip64=True)
        self._live = live
        self._moment = when.timetuple()[:6]
        self._meter = meter

    def writestr(
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        self._meter.look()
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        super().writestr(self._member(name), data, compress_type, compresslevel)

    def write(
        self,
        filename: str | os.PathLike[str],
        arcname: str | os.PathLike[str] | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name, data = str(arcname or filename), Path(filename).read_bytes()
        if name in self._live:
            data = with_values(data, self._live[name])
        self.writestr(name, data, compress_type, compresslevel)

    def _member(self, name: str) -> ZipInfo:
        member = ZipInfo(name, self._moment)
        member.compress_type = ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        return member
