"""The command that writes a picture as a file."""

import argparse
import json
from pathlib import Path

from customs_app.cli.console import say
from customs_app.cli.figure_pictures import picture_of
from customs_app.cli.opened import opened
from customs_app.cli.usage import UsageError
from customs_app.figures.names import PictureKind
from customs_app.figures.picture import Picture
from customs_app.language.words import words

_SUFFIXES = (".svg", ".png", ".pdf")


def run(args: argparse.Namespace) -> int:
    """Write the picture, or print the table that says the same."""
    file, kind = _asked(args)
    out: Path | None = args.out
    if out is None and not args.json:
        raise UsageError("expected --out X.svg, X.png or X.pdf, or --json for the table that says the same")
    if out is not None and out.suffix.lower() not in _SUFFIXES:
        raise UsageError(f"--out: expected a name that ends in {', '.join(_SUFFIXES)}; found {out.name!r}")
    chosen = words(args.lang)
    with opened(file, edition=args.edition) as catalogue:
        picture = picture_of(catalogue, kind, args)
    if out is not None:
        from customs_app.ui.picture_files import write_picture  # noqa: PLC0415 - a PNG loads Qt

        write_picture(picture, out, chosen)
        say(chosen.text("Written: {file}", file=str(out)), error=args.json)
    if args.json:
        print(json.dumps(_table(picture), ensure_ascii=False, indent=1))
    return 0


def _asked(args: argparse.Namespace) -> tuple[Path | None, PictureKind]:
    """The catalogue and the kind of picture; the target goes into `args.target`."""
    if len(args.paths) not in (2, 3) or args.paths[-1] in set(PictureKind):
        raise UsageError("expected [FILE] KIND TARGET, such as: swimlane KZ-P-import-road")
    *files, kind, args.target = args.paths
    if kind not in set(PictureKind):
        raise UsageError(f"KIND: expected one of {', '.join(PictureKind)}; found {kind!r}")
    return (Path(files[0]) if files else None), PictureKind(kind)


def _table(picture: Picture) -> dict[str, object]:
    return {"title": picture.title, "head": picture.table.head, "rows": picture.table.rows}
