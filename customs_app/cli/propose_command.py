"""The command that makes a harmonisation proposal."""

import argparse
import json
from dataclasses import replace

from customs_app.analysis.dossier.as_json import dossier_json
from customs_app.analysis.dossier.result import Dossier
from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.asked import known_countries
from customs_app.cli.blind import say_blind
from customs_app.cli.console import say
from customs_app.cli.edition_text import read_from
from customs_app.cli.exports import asked_for, write_exports
from customs_app.cli.opened import opened
from customs_app.cli.propose_text import proposal_text
from customs_app.cli.usage import UsageError
from customs_app.domain.errors import InputError
from customs_app.domain.proposal import MadeFrom, Proposal
from customs_app.domain.text import Message
from customs_app.language.words import words
from customs_app.reports.content import Content, proposal_content, saved_proposal_content
from customs_app.reports.dossier import dossier, draft_dossier
from customs_app.reports.subject import Subject


def run(args: argparse.Namespace) -> int:
    """Print the proposal, or write it into the files asked for."""
    if args.proposal is None and args.regime is None and args.edition is None:
        raise UsageError("one of --proposal, --regime and --edition is needed")
    if args.proposal is not None and (args.regime or args.mode or args.countries):
        raise UsageError("--proposal says regime, mode and countries itself")
    if (args.second or args.pdfa) and not args.pdf:
        raise UsageError("--second and --pdfa are for --pdf")
    if args.second == args.lang:
        raise UsageError("--second and --lang are to be two languages")
    chosen = words(args.lang)
    with opened(args.file, edition=args.edition) as catalogue:
        proposal = _saved(catalogue, args)
        content = _content(catalogue, proposal, args) if asked_for(args) else None
        told = _dossier(catalogue, proposal, args) if args.json or content is None else None
        edition = read_from(catalogue)
    if content is not None:
        say_blind(content.blind_steps, chosen)
        for path in write_exports(content, args):
            say(chosen.text("Written: {file}", file=str(path)), error=args.json)
    if told is not None and args.json:
        print(json.dumps({**dossier_json(told, chosen), **edition}, ensure_ascii=False, indent=1))
    elif told is not None:
        say_blind(told.blind_steps, chosen)
        say(proposal_text(told, chosen))
    return 0


def _dossier(catalogue: Catalogue, proposal: Proposal | None, args: argparse.Namespace) -> Dossier:
    if proposal is None:
        subject = _subject(catalogue, args)
        return draft_dossier(catalogue, subject, args.lang, use_findings=args.from_findings)
    made_from = MadeFrom.FINDINGS if args.from_findings else proposal.made_from
    return dossier(catalogue, replace(proposal, made_from=made_from), args.lang)


def _content(catalogue: Catalogue, proposal: Proposal | None, args: argparse.Namespace) -> Content:
    if proposal is None:
        return proposal_content(catalogue, _subject(catalogue, args), use_findings=args.from_findings)
    return saved_proposal_content(catalogue, proposal, use_findings=args.from_findings)


def _subject(catalogue: Catalogue, args: argparse.Namespace) -> Subject:
    return Subject(
        regime=args.regime,
        mode=args.mode,
        countries=known_countries(catalogue, args.countries),
        case=args.case,
    )


def _saved(catalogue: Catalogue, args: argparse.Namespace) -> Proposal | None:
    """The saved proposal that is asked for; None where one is to be made of a regime."""
    wanted = args.proposal
    if wanted is None and args.regime is None:
        wanted = _frozen_proposal(catalogue)
    if wanted is None:
        return None
    saved = {proposal.id: proposal for proposal in catalogue.proposals()}
    if wanted not in saved:
        raise InputError(
            Message(
                "There is no proposal “{proposal}”. Those in the catalogue: {known}.",
                {"proposal": wanted, "known": tuple(saved) or Message("none")},
            )
        )
    return saved[wanted]


def _frozen_proposal(catalogue: Catalogue) -> str:
    """The proposal that an edition was frozen of."""
    edition = catalogue.edition()
    if edition is None or edition.proposal_id is None:
        raise UsageError("this edition is of no proposal: one of --proposal and --regime is needed")
    return edition.proposal_id
