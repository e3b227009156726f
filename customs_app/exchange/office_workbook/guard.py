"""Looks at a workbook from outside before anything in it is read."""

import re
import zipfile
from pathlib import Path

from customs_app.domain.text import Message
from customs_app.exchange.office_workbook import messages

_MIB = 1 << 20
_FILE_LIMIT = 32 * _MIB
UNPACKED_LIMIT = 64
"""MiB that all parts may have when unpacked."""
_PARTS_LIMIT = 1000
_RATIO = 200
_SMALL = _MIB
_CHUNK = _MIB
_DECLARES = re.compile(rb"<!(DOCTYPE|ENTITY)")
_LONGEST_MARK = 9
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_PLAIN = frozenset({b"utf-8", b"us-ascii"})
_BOM = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\0\0", b"\0<", b"Lo\xa7\x94")
"""How XML in UTF-16, UTF-32 or EBCDIC begins."""
_XML = (".xml", ".rels", ".vml")


def refusal(path: Path) -> Message | None:
    """Why the file must not be opened as a workbook; None where it may.

    It is a zip archive of bounded size, also when unpacked, no part of it swells without measure, none is
    encrypted, and its XML parts are plain UTF-8 that declares neither types nor entities.
    """
    try:
        if path.stat().st_size > _FILE_LIMIT:
            return messages.too_large(UNPACKED_LIMIT)
        with zipfile.ZipFile(path) as archive:
            return _directory(archive.infolist()) or _parts(archive)
    except OSError as error:
        return messages.no_workbook(error.strerror or type(error).__name__)
    except Exception as error:
        return messages.no_workbook(type(error).__name__)


def _directory(parts: list[zipfile.ZipInfo]) -> Message | None:
    if len(parts) > _PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT * _MIB:
        return messages.too_large(UNPACKED_LIMIT)
    if len({part.filename for part in parts}) < len(parts):
        return messages.no_workbook("duplicate part")
    for part in parts:
        if part.flag_bits & 1:
            return messages.encrypted()
        if part.file_size > _SMALL and part.file_size > _RATIO * max(1, part.compress_size):
            return messages.squeezed(part.filename[:80])
    return None


def _parts(archive: zipfile.ZipFile) -> Message | None:
    for part in archive.infolist():
        is_xml = part.filename.lower().endswith(_XML)
        if not _plain(archive, part, is_xml=is_xml):
            return messages.unsafe_xml(part.filename[:80])
    return None


def _plain(archive: zipfile.ZipFile, part: zipfile.ZipInfo, *, is_xml: bool) -> bool:
    with archive.open(part) as file:
        kept = b""
        first = True
        while chunk := file.read(_CHUNK):
            if first and chunk.startswith(_OTHER_ENCODINGS):
                return False
            # A part may be read as XML whatever it is called.
            is_xml = is_xml or (first and chunk.removeprefix(_BOM).lstrip()[:1] == b"<")
            if first and is_xml and not _begins_plain(chunk):
                return False
            if _DECLARES.search(kept + chunk) or (is_xml and b"\0" in chunk):
                return False
            kept, first = chunk[-_LONGEST_MARK:], False
    return True


def _begins_plain(chunk: bytes) -> bool:
    begin = chunk.removeprefix(_BOM).lstrip()
    declared = _ENCODING.match(begin)
    return begin[:1] == b"<" and (declared is None or declared[1].lower() in _PLAIN)
