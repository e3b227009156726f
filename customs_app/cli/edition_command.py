"""The command that freezes editions and lists them."""

import argparse
import json

from customs_app.cli.console import say
from customs_app.cli.edition_text import edition_json, editions_text
from customs_app.cli.opened import opened, reviewer
from customs_app.cli.usage import UsageError
from customs_app.language.words import words


def run(args: argparse.Namespace) -> int:
    """Freeze what is asked for, write the content of an edition, or list all editions."""
    if (args.content is None) != (args.out is None):
        raise UsageError("--content and --out go together")
    if args.freeze is not None and args.content is not None:
        raise UsageError("--freeze and --content are two commands")
    if args.proposal is not None and args.freeze is None:
        raise UsageError("--proposal says what --freeze freezes")
    if args.freeze is not None:
        return _freeze(args)
    if args.content is not None:
        return _write_content(args)
    chosen = words(args.lang)
    with opened(args.file) as catalogue:
        found, countries = catalogue.editions(), catalogue.reference().countries
    if args.json:
        print(json.dumps([edition_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        say(editions_text(found, countries, chosen))
    return 0


def _freeze(args: argparse.Namespace) -> int:
    with opened(args.file, read_only=False) as catalogue:
        made = catalogue.freeze(args.freeze, reviewer(args.delegation), args.proposal)
    if args.json:
        print(json.dumps(edition_json(made), ensure_ascii=False, indent=1))
        return 0
    chosen = words(args.lang)
    say(chosen.text("Frozen: “{title}” ({id})", title=made.title, id=made.id))
    say(f"SHA-256 {made.sha256}")
    return 0


def _write_content(args: argparse.Namespace) -> int:
    from customs_app.catalogue.frozen import edition_text  # noqa: PLC0415 - asked for seldom
    from customs_app.reports.atomic import replacing  # noqa: PLC0415

    with opened(args.file) as catalogue:
        text = edition_text(catalogue.path, args.content)
    with replacing(args.out) as fresh:
        fresh.write_bytes(text.encode())
    say(words(args.lang).text("Written: {file}", file=str(args.out)), error=args.json)
    return 0
