"""The command that lists what the rules suggest."""

import argparse
import json
from collections.abc import Mapping, Sequence

from customs_app.analysis.findings import findings, findings_json
from customs_app.analysis.rules import RULES
from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.asked import known_countries
from customs_app.cli.console import say
from customs_app.cli.findings_csv import write_findings
from customs_app.cli.opened import opened
from customs_app.cli.usage import UsageError
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding
from customs_app.domain.text import Text
from customs_app.language.labels import label
from customs_app.language.norms import norm_name
from customs_app.language.words import Words, words


def run(args: argparse.Namespace) -> int:
    """Print the findings about the procedures that are asked for."""
    rules = tuple(rule.upper() for rule in args.rules)
    unknown = [rule for rule in rules if rule not in RULES]
    if unknown:
        raise UsageError(f"no such rule: {', '.join(unknown)} (choose from {', '.join(RULES)})")
    with opened(args.file, edition=args.edition) as catalogue:
        found = _found(catalogue, args, rules)
        reference = catalogue.reference()
        titles = {row.procedure.id: row.procedure.title for row in catalogue.procedures()}
    chosen = words(args.lang)
    if args.csv:
        write_findings(found, args.csv, chosen)
        say(chosen.text("Written: {file}", file=str(args.csv)), error=args.json)
    if args.json:
        print(json.dumps(findings_json(found), ensure_ascii=False, indent=1))
    elif not args.csv:
        _print(found, titles, reference, chosen)
    return 0


def _print(found: Sequence[Finding], titles: Mapping[str, Text], reference: Reference, chosen: Words) -> None:
    for procedure_id in dict.fromkeys(finding.procedure for finding in found):
        of_procedure = [finding for finding in found if finding.procedure == procedure_id]
        country = reference.countries[of_procedure[0].country].name[chosen.language]
        say(f"{country}: {titles[procedure_id][chosen.language]} ({procedure_id})")
        for finding in of_procedure:
            say(_lines(finding, reference, chosen))
        say("")
    say(chosen.count("{n} finding", "{n} findings", len(found)))


def _found(catalogue: Catalogue, args: argparse.Namespace, rules: tuple[str, ...]) -> tuple[Finding, ...]:
    """All procedures serve as a measure, even where only some countries or one regime are asked for."""
    countries = known_countries(catalogue, args.countries)
    peers = catalogue.full_procedures()
    asked = [
        full
        for full in peers
        if (args.regime is None or full.procedure.regime is args.regime)
        and (args.mode is None or full.procedure.mode is args.mode)
        and (countries is None or full.procedure.country in countries)
    ]
    return findings(asked, catalogue.reference(), peers=peers, rules=rules or None)


def _lines(finding: Finding, reference: Reference, chosen: Words) -> str:
    standards = tuple(
        norm_name(reference.standards[one], chosen) for one in finding.standard if one in reference.standards
    )
    lines = [f"  {finding.rule} · {label(finding.confidence, chosen)} · {chosen.say(finding.summary)}"]
    lines.append(f"      {chosen.text('Doubt: {doubt}', doubt=finding.doubt)}")
    if standards:
        lines.append(f"      {chosen.text('Standards: {standards}', standards=standards)}")
    return "\n".join(lines)
