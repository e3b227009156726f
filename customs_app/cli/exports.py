"""Writes the workbook and the PDF that a command is asked for."""

import argparse
from pathlib import Path

from customs_app.reports.content import Content


def asked_for(args: argparse.Namespace) -> bool:
    """Whether a file is to be written."""
    return bool(args.xlsx or args.pdf)


def write_exports(content: Content, args: argparse.Namespace) -> tuple[Path, ...]:
    """Write what is asked for in the language of the arguments, and return where it stands."""
    written: list[Path] = []
    if args.xlsx:
        from customs_app.reports.workbook import write_workbook  # noqa: PLC0415 - loads openpyxl

        write_workbook(content, args.xlsx, args.lang)
        written.append(args.xlsx)
    if args.pdf:
        from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - loads reportlab

        write_proposal(
            content,
            args.pdf,
            args.lang,
            second=getattr(args, "second", None),
            archive=getattr(args, "pdfa", False),
        )
        written.append(args.pdf)
    return tuple(written)
