"""The picture that a command asks for, made from the catalogue."""

import argparse
from collections.abc import Callable, Mapping

from customs_app.analysis.case import Case
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import choose
from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.asked import known_countries
from customs_app.cli.blind import say_blind
from customs_app.domain.codes import Basis, Regime
from customs_app.domain.errors import InputError
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import SECRETARIAT, Mark, Reviewer
from customs_app.domain.text import Message
from customs_app.figures.names import PictureKind
from customs_app.figures.picture import Picture
from customs_app.figures.tokens import PALETTES, Palette
from customs_app.language.words import Words, words
from customs_app.reports.seen_marks import seen_marks
from customs_app.reports.subject import Subject, compared

_Maker = Callable[[Catalogue, argparse.Namespace, Palette, Words], Picture]


def picture_of(catalogue: Catalogue, kind: PictureKind, args: argparse.Namespace) -> Picture:
    """The picture of `args.target`: a procedure, a corridor or a regime; InputError where there is none."""
    return _MAKERS[kind](catalogue, args, PALETTES[args.theme], words(args.lang))


def _swimlane(catalogue: Catalogue, args: argparse.Namespace, palette: Palette, said: Words) -> Picture:
    from customs_app.figures.swimlane import swimlane  # noqa: PLC0415 - each kind loads its own

    full = _procedure(catalogue, args.target)
    marks = _marks(catalogue, full, said)
    return swimlane(full, catalogue.reference(), palette, said, case=Case(args.case), marks=marks)


def _time(catalogue: Catalogue, args: argparse.Namespace, palette: Palette, said: Words) -> Picture:
    from customs_app.figures.time_procedure import time_procedure  # noqa: PLC0415

    full = _procedure(catalogue, args.target)
    return time_procedure(full, catalogue.reference(), palette, said, case=Case(args.case))


def _before_after(catalogue: Catalogue, args: argparse.Namespace, palette: Palette, said: Words) -> Picture:
    from customs_app.figures.before_after import before_after  # noqa: PLC0415

    full = _procedure(catalogue, args.target)
    decisions = catalogue.decisions([full.procedure.id])
    chosen = choose(_marks(catalogue, full, said), decisions, Basis(args.basis), Reviewer("", SECRETARIAT))
    case = Case(args.case)
    reference = catalogue.reference()
    to_be = apply(full, chosen.applied, reference, case=case, contested=chosen.contested)
    return before_after(to_be, reference, palette, said, case=case)


def _stages(catalogue: Catalogue, args: argparse.Namespace, palette: Palette, said: Words) -> Picture:
    from customs_app.figures.time_by_stage import time_by_stage  # noqa: PLC0415

    comparison, _ = compared(catalogue, _subject(catalogue, args))
    return time_by_stage(comparison, catalogue.reference(), palette, said)


def _heat(catalogue: Catalogue, args: argparse.Namespace, palette: Palette, said: Words) -> Picture:
    from customs_app.figures.heat import heat  # noqa: PLC0415

    comparison, _ = compared(catalogue, _subject(catalogue, args))
    return heat(comparison, catalogue.reference(), palette, said, by=args.by)


def _corridor(catalogue: Catalogue, args: argparse.Namespace, palette: Palette, said: Words) -> Picture:
    from customs_app.figures.corridor_chart import corridor_chart  # noqa: PLC0415
    from customs_app.reports.corridor_content import corridor_content  # noqa: PLC0415

    content = corridor_content(catalogue, args.target, Case(args.case))
    name = content.corridor.name[said.language]
    return corridor_chart(content.chain, content.reference, palette, said, name=name)


_MAKERS: Mapping[PictureKind, _Maker] = {
    PictureKind.SWIMLANE: _swimlane,
    PictureKind.TIME: _time,
    PictureKind.STAGES: _stages,
    PictureKind.HEAT: _heat,
    PictureKind.CORRIDOR: _corridor,
    PictureKind.BEFORE_AFTER: _before_after,
}


def _procedure(catalogue: Catalogue, procedure_id: str) -> FullProcedure:
    try:
        return catalogue.full_procedure(procedure_id)
    except KeyError:
        raise InputError(
            Message("There is no procedure “{procedure}”.", {"procedure": procedure_id})
        ) from None


def _marks(catalogue: Catalogue, full: FullProcedure, said: Words) -> tuple[Mark, ...]:
    """The marks on a procedure that a picture shows; that a blind round hides others is said."""
    found = seen_marks(catalogue, None, [full.procedure.id])
    say_blind(len(found.hidden), said)
    return found.marks


def _subject(catalogue: Catalogue, args: argparse.Namespace) -> Subject:
    """The comparison of a regime; InputError where the target is none."""
    if args.target not in set(Regime):
        raise InputError(
            Message(
                "“{regime}” is no regime. Expected one of {regimes}.",
                {"regime": args.target, "regimes": tuple(Regime)},
            )
        )
    countries = known_countries(catalogue, args.countries)
    return Subject(regime=Regime(args.target), mode=args.mode, countries=countries, case=args.case)
