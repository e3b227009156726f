"""The arguments of the program, as `--help` shows them."""

import argparse
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from customs_app import __version__
from customs_app.domain.codes import Basis, CaseKind, Mode, Regime
from customs_app.domain.review import SECRETARIAT
from customs_app.domain.text import Language

_Code = TypeVar("_Code", bound=StrEnum)

_FILE_HELP = "the catalogue; left out: your own, made from the starting catalogue at first use"


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="customs-app",
        usage="customs-app [FILE]\n       customs-app COMMAND ...\n       customs-app COMMAND --help",
        description="Customs steps of the SCO member states: catalogue, review, comparison, proposals. "
        "Without a command the window opens, with FILE on that catalogue.",
        epilog="Exit status: 0 done, 1 wrong input, 2 wrong usage. A wrong input changes nothing.",
    )
    parser.add_argument("--version", action="version", version=f"customs-app {__version__}")
    parser.set_defaults(json=False, lang=Language.EN, delegation=SECRETARIAT)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="customs-app")
    for add in (
        _window,
        _new,
        _import,
        _export,
        _compare,
        _propose,
        _findings,
        _corridor,
        _minutes,
        _figure,
        _edition,
        _check,
        _backup,
    ):
        add(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - the only name of its type


def _command(
    commands: "_Commands[argparse.ArgumentParser]", name: str, what: str, *, lang: bool = True
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    if lang:
        parser.add_argument(
            "--lang",
            type=_one_of(Language),
            choices=list(Language),
            default=Language.EN,
            help="language of texts and exports: en, ru or zh",
        )
    return parser


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help=_FILE_HELP)


def _one_of(kind: type[_Code]) -> Callable[[str], _Code]:
    """What reads one of the codes, and names them all where it is given another word."""

    def read(text: str) -> _Code:
        try:
            return kind(text)
        except ValueError:
            expected = ", ".join(kind)
            raise argparse.ArgumentTypeError(f"expected one of {expected}; found {text!r}") from None

    return read


def _countries(text: str) -> tuple[str, ...]:
    """Codes of countries from a list such as `KZ,uz`, each once."""
    codes = tuple(dict.fromkeys(code.strip().upper() for code in text.split(",") if code.strip()))
    if not codes:
        raise argparse.ArgumentTypeError("expected country codes such as KZ,UZ")
    return codes


def _steps(text: str) -> tuple[str, ...]:
    """Ids of steps or names of measures from a list."""
    found = tuple(one.strip() for one in text.split(",") if one.strip())
    if not found:
        raise argparse.ArgumentTypeError("expected ids of steps such as KZ-P-transit-road-02")
    return found


def _ids(text: str) -> tuple[str, ...]:
    """Ids of procedures from a list."""
    ids = tuple(one.strip() for one in text.split(",") if one.strip())
    if not ids:
        raise argparse.ArgumentTypeError(
            "expected ids of procedures such as KZ-P-import-road,UZ-P-import-road"
        )
    return ids


def _which(parser: argparse.ArgumentParser) -> None:
    """Which procedures are meant."""
    parser.add_argument(
        "--regime",
        type=_one_of(Regime),
        choices=list(Regime),
        metavar="REGIME",
        help=", ".join(Regime),
    )
    _where(parser)


def _where(parser: argparse.ArgumentParser) -> None:
    """By which mode, and of which countries."""
    parser.add_argument(
        "--mode",
        type=_one_of(Mode),
        choices=list(Mode),
        metavar="MODE",
        help=f"{', '.join(Mode)}; left out: whichever fits best",
    )
    parser.add_argument(
        "--countries", type=_countries, metavar="KZ,UZ,...", help="left out: all that have such a procedure"
    )


def _case(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--case",
        type=_one_of(CaseKind),
        choices=list(CaseKind),
        default=CaseKind.BASE,
        help="base: an ordinary consignment; worst: all that may befall it",
    )


def _exports(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--xlsx", type=Path, metavar="OUT", help="write an Excel workbook")
    parser.add_argument("--pdf", type=Path, metavar="OUT", help="write a PDF for the meeting")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="output for programs, in UTF-8")


def _csv(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--csv", type=Path, metavar="OUT", help=f"write {what} as CSV")


def _who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--delegation",
        default=SECRETARIAT,
        help="for whom you act, as the history shall say (default: %(default)s)",
    )


def _window(commands: "_Commands[argparse.ArgumentParser]") -> None:
    _file(_command(commands, "window", "open the window, as without a command", lang=False))


def _new(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "new", "make a catalogue with the starting content")
    parser.add_argument("file", metavar="FILE", type=Path, help="the file to make; it must not exist yet")
    parser.add_argument("--empty", action="store_true", help="only the reference lists, no country")


def _import(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "import", "make the content of countries that of their folders or workbooks")
    parser.add_argument(
        "paths",
        metavar="[FILE] SOURCE",
        type=Path,
        nargs="+",
        help="country folders (seven CSV files each, in a folder named by the country, such as KZ) or "
        "workbooks (.xlsx) that export has written. " + _FILE_HELP,
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    parser.add_argument(
        "--force", action="store_true", help="take marks away with the steps and documents that go"
    )
    _who(parser)


def _export(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "export", "write country folders, or a workbook to be edited")
    _file(parser)
    parser.add_argument(
        "--country", dest="countries", type=_countries, required=True, metavar="KZ", help="or several: KZ,UZ"
    )
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="DIR|X.xlsx",
        help="the folder in which a folder named by the country is made, or one that has that name; or a "
        "workbook that the office of one country edits",
    )


def _compare(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "compare", "put countries side by side on one list of activities")
    _file(parser)
    _which(parser)
    parser.add_argument(
        "--procedure",
        dest="procedures",
        action="append",
        default=[],
        metavar="ID",
        help="take this procedure of its country instead of the one that fits best; may be repeated",
    )
    _pair(parser)
    _case(parser)
    _json(parser)
    _exports(parser)
    _csv(parser, "a row for each activity of each country")
    _from_edition(parser)


def _pair(parser: argparse.ArgumentParser) -> None:
    """In place of countries of a regime: two procedures, or one in two states, step by step."""
    parser.add_argument(
        "--pair",
        type=_ids,
        metavar="ID,ID",
        help="these two procedures step by step instead; or one with --as-to-be or --against",
    )
    parser.add_argument(
        "--as-to-be",
        dest="basis",
        type=_one_of(Basis),
        choices=[Basis.PROPOSED, Basis.AGREED],
        metavar="BASIS",
        help="the one procedure of --pair as it is and as the verdicts make it: proposed or agreed",
    )
    parser.add_argument(
        "--against",
        metavar="EDITION",
        help="the one procedure of --pair as this edition (id or title) has it and as it is now",
    )


def _propose(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "propose", "make a harmonisation proposal of the marks, or of the findings")
    _file(parser)
    parser.add_argument("--proposal", metavar="ID", help="a proposal that is saved in the catalogue")
    parser.add_argument(
        "--from-findings", action="store_true", help="of what the rules suggest, where nobody has decided yet"
    )
    _which(parser)
    _case(parser)
    _exports(parser)
    parser.add_argument(
        "--second",
        type=_one_of(Language),
        choices=list(Language),
        help="set this language beside that of --lang in the PDF",
    )
    parser.add_argument("--pdfa", action="store_true", help="make the PDF one for archives: PDF/A-2b")
    _json(parser)
    _from_edition(parser)


def _findings(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "findings", "what the rules suggest, with the evidence")
    _file(parser)
    _which(parser)
    parser.add_argument(
        "--rule",
        dest="rules",
        action="append",
        default=[],
        metavar="R01",
        help="this rule alone; may be repeated",
    )
    _json(parser)
    _csv(parser, "a row for each finding")
    _from_edition(parser)


def _corridor(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "corridor", "chain the procedures of a corridor, or list the corridors")
    parser.add_argument(
        "paths",
        metavar="[FILE] [ID]",
        nargs="*",
        help="the corridor, such as COR-01, left out: a list of them; before it " + _FILE_HELP,
    )
    parser.add_argument(
        "--without",
        type=_steps,
        default=(),
        metavar="STEP,...",
        help="what if: ids of steps to leave out, or a measure such as one_transit_document",
    )
    _case(parser)
    _json(parser)
    _exports(parser)
    _from_edition(parser)


def _figure(commands: "_Commands[argparse.ArgumentParser]") -> None:
    # Not at start: the window opens without these.
    from customs_app.analysis.heat import Measure  # noqa: PLC0415
    from customs_app.figures.tokens import PALETTES  # noqa: PLC0415

    parser = _command(commands, "figure", "write a picture as SVG, PNG or PDF")
    parser.add_argument(
        "paths",
        metavar="[FILE] KIND TARGET",
        nargs="+",
        help="swimlane, time or before-after with a procedure, corridor with a corridor, stages or heat with "
        "a regime; before them " + _FILE_HELP,
    )
    parser.add_argument("--out", type=Path, metavar="X.svg", help="the file: .svg, .png or .pdf")
    parser.add_argument(
        "--theme", choices=tuple(PALETTES), default="light", help="colours (default: %(default)s)"
    )
    parser.add_argument(
        "--by",
        type=_one_of(Measure),
        choices=list(Measure),
        default=Measure.STEPS,
        metavar="MEASURE",
        help=f"by what a heat map looks at countries: {', '.join(Measure)}",
    )
    parser.add_argument(
        "--basis",
        type=_one_of(Basis),
        choices=[Basis.PROPOSED, Basis.AGREED],
        default=Basis.PROPOSED,
        help="whose verdicts make the procedure as it would be",
    )
    _where(parser)
    _case(parser)
    _json(parser)
    _from_edition(parser)


def _minutes(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "minutes", "write the minutes of a meeting")
    _file(parser)
    parser.add_argument("--meeting", metavar="ID", help="left out: the meeting begun last")
    _json(parser)
    _exports(parser)
    _from_edition(parser)


def _from_edition(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--edition", metavar="ID", help="read this edition (id or title) in place of the working copy"
    )


def _edition(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "edition", "freeze the catalogue as an edition, or list the editions")
    _file(parser)
    parser.add_argument("--freeze", metavar="TITLE", help="freeze the state of now under this title")
    parser.add_argument(
        "--proposal", metavar="ID", help="freeze what this proposal cites; left out: the whole catalogue"
    )
    parser.add_argument(
        "--content", metavar="ID", help="write the content of this edition (id or title), for --out"
    )
    parser.add_argument(
        "--out", type=Path, metavar="X.json", help="the file for --content; its SHA-256 is the edition's hash"
    )
    _json(parser)
    _who(parser)


def _check(commands: "_Commands[argparse.ArgumentParser]") -> None:
    _file(_command(commands, "check", "check the integrity of file, journal and references"))


def _backup(commands: "_Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "backup", "copy the catalogue into a new file, also while others work in it")
    parser.add_argument("paths", metavar="[FILE] OUT", type=Path, nargs="+", help=_FILE_HELP)
