"""The proposal as PDF/A-2b: what the standard asks for and this program can check itself."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.paths import SRGB
from customs_app.reports.content import Content, proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.proposal_pdf.archive import make_archival
from customs_app.reports.subject import Subject

_PDFA = "http://www.aiim.org/pdfa/ns/id/"
_RUN = ("/JavaScript", "/JS", "/Launch", "/Sound", "/Movie", "/EmbeddedFiles", "/AA", "/OpenAction", "/XFA")


@pytest.fixture(scope="module")
def content(starting_file: Path) -> Content:
    """What the rules suggest for a country of each script."""
    subject = Subject(Regime.IMPORT, Mode.ROAD, ("CN", "IR"))
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return proposal_content(catalogue, subject, use_findings=True)


@pytest.fixture(scope="module")
def path(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper in two languages."""
    path = tmp_path_factory.mktemp("archive") / "paper.pdf"
    write_proposal(content, path, Language.RU, second=Language.ZH, archive=True)
    return path


@pytest.fixture
def pdf(path: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(path) as opened:
        yield opened


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All dictionaries of the file, streams' own among them."""

    def inside(one: pikepdf.Object) -> Iterator[pikepdf.Object]:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            children = [value for _, value in one.items()]
        elif isinstance(one, pikepdf.Array):
            children = list(one)
        else:
            return
        for child in children:
            if isinstance(child, pikepdf.Object) and not child.is_indirect:
                yield from inside(child)

    for one in pdf.objects:
        yield from inside(one)


def test_properties_say_what_it_is_twice_and_alike(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as said:
        assert (said[f"{{{_PDFA}}}part"], said[f"{{{_PDFA}}}conformance"]) == ("2", "B")
        assert said["dc:title"] == str(pdf.docinfo["/Title"])
        assert said["dc:creator"] == [str(pdf.docinfo["/Author"])]
        assert said["xmp:CreatorTool"] == str(pdf.docinfo["/Creator"])
        assert said["pdf:Producer"] == str(pdf.docinfo["/Producer"])
        assert said["xmp:CreateDate"].startswith("2000-01-01")
    assert "/Filter" not in pdf.Root.Metadata
    assert str(pdf.Root.Lang) == "ru"


def test_colours_are_those_of_the_shipped_profile(pdf: pikepdf.Pdf) -> None:
    [intent] = pdf.Root.OutputIntents
    assert (intent.S, intent.DestOutputProfile.N) == (pikepdf.Name.GTS_PDFA1, 3)
    assert intent.DestOutputProfile.read_bytes() == SRGB.read_bytes()
    assert SRGB.read_bytes()[16:20] == b"RGB "
    assert b"No copyright, use freely".decode().encode("utf-16-be") in SRGB.read_bytes()
    for page in pdf.pages:
        used = {str(op.operator) for op in pikepdf.parse_content_stream(page)}
        assert not used & {"k", "K", "cs", "CS", "sh", "BI"}


def test_every_font_is_embedded_and_as_wide_as_it_says(pdf: pikepdf.Pdf) -> None:
    fonts = [one for one in dictionaries(pdf) if one.get("/Type") == "/Font"]
    assert len(fonts) > 3
    for font in fonts:
        assert font.FontDescriptor.FontFile2.read_bytes()[:4] == b"\x00\x01\x00\x00"
        assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1
        assert "/ToUnicode" in font
        assert str(font.BaseFont) == str(font.FontDescriptor.FontName)


def test_nothing_is_transparent_encrypted_run_or_outside(pdf: pikepdf.Pdf) -> None:
    assert not pdf.is_encrypted
    for one in dictionaries(pdf):
        assert not [key for key in _RUN if key in one]
        assert one.get("/S") != "/Transparency"
        assert "/SMask" not in one
        assert "/Group" not in one
        assert all(float(one.get(key, 1)) == 1 for key in ("/ca", "/CA"))
        assert one.get("/BM", "/Normal") == "/Normal"
        assert one.get("/Filter") not in ("/LZWDecode", "/Crypt")
        assert "/F" not in one or one.get("/Subtype") == "/Link"  # no file outside


def test_links_are_kept_in_print(pdf: pikepdf.Pdf) -> None:
    links = [one for page in pdf.pages for one in page.obj.get("/Annots", ())]
    assert links
    assert all(one.Subtype == "/Link" and int(one.F) == 4 for one in links)


def test_the_file_has_its_head_and_its_name(path: Path, pdf: pikepdf.Pdf) -> None:
    head = path.read_bytes()[:20].split(b"\n")
    assert head[0] == b"%PDF-1.7"
    assert head[1][:1] == b"%"
    assert all(byte > 127 for byte in head[1][1:5])
    first, second = pdf.trailer.ID
    assert len(bytes(first)) == len(bytes(second)) == 16


def test_the_same_paper_gives_the_same_bytes(content: Content, path: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    write_proposal(content, plain, Language.RU, second=Language.ZH)
    with pikepdf.open(plain) as one:
        assert "/OutputIntents" not in one.Root
    make_archival(plain)
    assert plain.read_bytes() == path.read_bytes()
