"""The command that makes a harmonisation proposal."""

import argparse

from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.asked import known_countries
from customs_app.cli.blind import say_blind
from customs_app.cli.console import say
from customs_app.cli.exports import asked_for, write_exports
from customs_app.cli.opened import opened
from customs_app.cli.propose_text import proposal_text
from customs_app.cli.usage import UsageError
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message
from customs_app.language.words import words
from customs_app.reports.content import Content, proposal_content, saved_proposal_content
from customs_app.reports.subject import Subject


def run(args: argparse.Namespace) -> int:
    """Print the proposal, or write it into the files asked for."""
    if args.proposal is None and args.regime is None and args.edition is None:
        raise UsageError("one of --proposal, --regime and --edition is needed")
    if args.proposal is not None and (args.regime or args.mode or args.countries):
        raise UsageError("--proposal says regime, mode and countries itself")
    chosen = words(args.lang)
    with opened(args.file, edition=args.edition) as catalogue:
        content = _content(catalogue, args)
    say_blind(content, chosen)
    for path in write_exports(content, args):
        say(chosen.text("Written: {file}", file=str(path)))
    if not asked_for(args):
        say(proposal_text(content, chosen))
    return 0


def _content(catalogue: Catalogue, args: argparse.Namespace) -> Content:
    if args.proposal is None and args.regime is None:
        args.proposal = _frozen_proposal(catalogue)
    if args.proposal is None:
        return proposal_content(
            catalogue,
            Subject(
                regime=args.regime,
                mode=args.mode,
                countries=known_countries(catalogue, args.countries),
                case=args.case,
            ),
            use_findings=args.from_findings,
        )
    saved = {proposal.id: proposal for proposal in catalogue.proposals()}
    if args.proposal not in saved:
        raise InputError(
            Message(
                "There is no proposal “{proposal}”. Those in the catalogue: {known}.",
                {"proposal": args.proposal, "known": tuple(saved) or Message("none")},
            )
        )
    return saved_proposal_content(catalogue, saved[args.proposal], use_findings=args.from_findings)


def _frozen_proposal(catalogue: Catalogue) -> str:
    """The proposal that an edition was frozen of."""
    edition = catalogue.edition()
    if edition is None or edition.proposal_id is None:
        raise UsageError("this edition is of no proposal: one of --proposal and --regime is needed")
    return edition.proposal_id
