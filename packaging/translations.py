"""Keep resources/translations/ in step with the sentences that stand in the code.

    python packaging/translations.py gather    take new sentences up into the .po files, drop those gone
    python packaging/translations.py compile   write the .mo files that the application reads
    python packaging/translations.py check     fail where a sentence is missing, unfinished or not compiled
    python packaging/translations.py left ru   print the sentences that still want a translation

Sentences are the literal texts of `.text(...)`, `.count(...)`, `N_(...)` and `Message(...)`, also where
`text` or `count` was given a short name of its own before (`t = words.text`).
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("ru", "zh")
_FIELD = re.compile(r"\{(\w+)[^}]*\}")

Sentence = str | tuple[str, str]


def _literal(node: ast.expr | None, place: str) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr | ast.BinOp):
        raise SystemExit(f"{place}: a sentence must be one literal text, or it can't be translated")
    return None


def _short_names(tree: ast.AST) -> dict[str, str]:
    """Names that a module gives to `.text` or `.count` of its words, with which of the two they are."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = [(target, node.value)]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    pairs = list(zip(target.elts, node.value.elts, strict=False))
                for name, value in pairs:
                    is_name = isinstance(name, ast.Name) and isinstance(value, ast.Attribute)
                    if is_name and value.attr in {"text", "count"}:
                        found[name.id] = value.attr
    return found


def _sentences_of_call(call: ast.Call, place: str, short: dict[str, str]) -> Sentence | None:
    if isinstance(call.func, ast.Attribute):
        name = call.func.attr
    else:
        called = getattr(call.func, "id", "")
        name = called if called in {"N_", "Message"} else short.get(called, "")
    first = call.args[0] if call.args else None
    if name in {"N_", "Message", "text"}:
        one = _literal(first, place)
        plural = next((k.value for k in call.keywords if k.arg == "plural"), None)
        many = _literal(plural or (call.args[2] if name == "Message" and len(call.args) > 2 else None), place)
        return (one, many) if one and many else one
    if name == "count" and len(call.args) > 2:
        one, many = _literal(first, place), _literal(call.args[1], place)
        return (one, many) if one and many else None
    return None


def sentences() -> Iterator[tuple[Sentence, str]]:
    """Each sentence of the code with the file it stands in."""
    for path in sorted((ROOT / "customs_app").rglob("*.py")):
        where = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        short = _short_names(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (
                found := _sentences_of_call(node, f"{where}:{node.lineno}", short)
            ):
                yield found, where


def template() -> Catalog:
    """All sentences of the code, untranslated."""
    catalog = Catalog(project="customs-app", charset="utf-8")
    for sentence, where in sentences():
        catalog.add(sentence, locations=[(where, None)])  # type: ignore[list-item]
    return catalog


def read(language: str) -> Catalog:
    """The catalogue of a language as it stands; empty where there is none yet."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return Catalog(locale="zh_Hans_CN" if language == "zh" else language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="zh_Hans_CN" if language == "zh" else language)


def _po(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(
        out,
        catalog,
        width=100,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
        omit_header=False,
    )
    # The day of gathering would change the file where nothing else does.
    return re.sub(
        rb'"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team'
        rb'|Report-Msgid-Bugs-To): [^"]*"\n',
        b"",
        out.getvalue(),
    )


def _mo(catalog: Catalog) -> bytes:
    catalog.creation_date = datetime(2026, 1, 1, tzinfo=UTC)  # the same file whenever it is compiled
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def gathered(language: str) -> Catalog:
    """The catalogue of a language brought in step with the code."""
    catalog = read(language)
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project, catalog.version = "customs-app", "1"
    catalog.header_comment = "# Sentences of customs-app. Gathered and compiled by packaging/translations.py."
    return catalog


def unfinished(catalog: Catalog) -> list[str]:
    """What is still wrong: no translation, a doubtful one, or other fields than the English has."""
    wrong = []
    for message in catalog:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        fields = set(_FIELD.findall(ids[-1]))
        if message.fuzzy or not all(texts):
            wrong.append(f"not translated: {ids[0]!r}")
        elif any(set(_FIELD.findall(text)) - fields - {"n"} for text in texts) or fields - set(
            _FIELD.findall(texts[-1])
        ):
            wrong.append(f"other fields than the English has: {ids[0]!r} -> {texts!r}")
    return wrong


def gather() -> None:
    """Bring the .po files in step with the code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        catalog = gathered(language)
        (FOLDER / f"{language}.po").write_bytes(_po(catalog))
        print(f"{language}: {len(catalog)} sentences, {len(unfinished(catalog))} unfinished")


def compile_all() -> None:
    """Write the .mo files."""
    for language in LANGUAGES:
        (FOLDER / f"{language}.mo").write_bytes(_mo(read(language)))


def check() -> int:
    """Say what is out of step; 0 where nothing is."""
    wrong = []
    for language in LANGUAGES:
        catalog = gathered(language)
        wrong += [f"{language}: {line}" for line in unfinished(catalog)]
        if _po(catalog) != (FOLDER / f"{language}.po").read_bytes():
            wrong.append(f"{language}.po is out of step with the code: run gather")
        if _mo(read(language)) != (FOLDER / f"{language}.mo").read_bytes():
            wrong.append(f"{language}.mo is out of step with {language}.po: run compile")
    print("\n".join(wrong) if wrong else "translations complete")
    return 1 if wrong else 0


def left(language: str) -> None:
    """Print what still wants a translation in a language."""
    print("\n".join(unfinished(gathered(language))))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["gather"]:
            gather()
        case ["compile"]:
            compile_all()
        case ["check"]:
            raise SystemExit(check())
        case ["left", language]:
            left(language)
        case _:
            raise SystemExit(__doc__)
