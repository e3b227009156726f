"""Makes a written PDF one that archives take: PDF/A-2b (ISO 19005-2, level B).

The pages are such already: every font is embedded, nothing is transparent, encrypted or run. What is added
says so: the properties as XMP, the colours that are meant, and links that are kept in print.
"""

from pathlib import Path

import pikepdf

from customs_app.paths import SRGB

_PRINTED = 4
"""Flag of an annotation that a printer keeps; PDF/A asks for it."""
_CONDITION = "sRGB IEC61966-2.1"


def make_archival(path: Path) -> None:
    """Turn the PDF at `path` into PDF/A-2b, in place; the same file gives the same bytes."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        # XMP has no word for it; without it readers take the same for granted.
        del pdf.docinfo["/Trapped"]
        _add_colours(pdf)
        _mark_annotations(pdf)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            said.load_from_docinfo(pdf.docinfo, raise_failure=True)
            said["pdfaid:part"] = "2"
            said["pdfaid:conformance"] = "B"
            said["dc:language"] = [str(pdf.Root.Lang)]
        pdf.save(path, min_version="1.7", deterministic_id=True)


def _add_colours(pdf: pikepdf.Pdf) -> None:
    """Say by which profile the red, green and blue of the pages are meant."""
    profile = pikepdf.Stream(pdf, SRGB.read_bytes())
    profile.N = 3
    profile.Alternate = pikepdf.Name.DeviceRGB
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=_CONDITION,
        Info=_CONDITION,
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


def _mark_annotations(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            annotation.F = _PRINTED
