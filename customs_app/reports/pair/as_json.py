"""Two procedures step by step, for programs."""

from collections.abc import Sequence
from typing import Any

from customs_app.analysis.json_values import covered_json, money_json, range_json
from customs_app.domain.alignment import FieldRow
from customs_app.language.words import Words
from customs_app.reports.edition import Edition
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer, Side
from customs_app.reports.pair.lines import PairLine, counts, lines_of
from customs_app.reports.pair.paper import PairPaper
from customs_app.reports.pair.sentences import sentences
from customs_app.reports.pair.texts import heads, remarks
from customs_app.reports.pair.wording import unlike

Json = dict[str, Any]


def pair_json(paper: PairPaper, words: Words) -> Json:
    """Keys: title, case, basis, left, right, counts, pairs, sentences, remarks, like_for_like, saved_h.

    Sentences are in the language of `words`; hours and steps by id; unknown is None. `basis` and `saved_h`
    are None but for a procedure as it is and as it would be, `like_for_like` is None for that.
    """
    answer = paper.answer
    lines = lines_of(answer, words)
    found = counts(answer.alignment.pairs)
    names = heads(answer, words)
    saved = None if answer.effect is None else answer.effect.saved.elapsed
    return {
        "title": words.say(paper.title),
        "case": paper.case.kind,
        "basis": answer.basis,
        "left": _side(answer.left, names[0], paper.older or paper.edition),
        "right": _side(answer.right, names[1], paper.edition),
        "counts": {"differ": found.differ, "same": found.same, "alone": found.alone},
        "pairs": [_pair(line, paper, words) for line in lines if line.begins],
        "sentences": sentences(lines, answer, words),
        "remarks": list(remarks(answer, words)),
        "subtractable": not unlike(answer),
        "like_for_like": _alike(answer),
        "saved_h": range_json(saved),
    }


def _side(side: Side, name: str, edition: Edition) -> Json:
    procedure, totals = side.full.procedure, side.totals
    return {
        "name": name,
        "country": procedure.country,
        "procedure": procedure.id,
        "title": procedure.title.en,
        "regime": procedure.regime,
        "mode": procedure.mode,
        "view": procedure.view,
        "steps": totals.steps,
        "all_steps": len(side.full.steps),
        "elapsed_h": range_json(totals.elapsed),
        "cost": money_json(totals.cost),
        "documents": totals.documents,
        "covered": {"time": covered_json(totals.time_covered), "cost": covered_json(totals.cost_covered)},
        "edition": edition.title,
        "sha256": edition.sha256,
    }


def _pair(line: PairLine, paper: PairPaper, words: Words) -> Json:
    pair = line.pair
    return {
        "left": list(pair.left),
        "right": list(pair.right),
        "kind": pair.kind,
        "moved": pair.moved,
        "pinned": pair.pinned,
        "differs": line.differs,
        "elsewhere": list(pair.elsewhere),
        "fields": _fields(paper.field_rows(line, words)),
    }


def _fields(rows: Sequence[FieldRow]) -> list[Json]:
    return [
        {
            "field": row.field,
            "state": row.state,
            "left": row.left or None,
            "right": row.right or None,
            "left_sources": list(row.left_sources),
            "right_sources": list(row.right_sources),
        }
        for row in rows
    ]


def _alike(answer: Answer) -> Json | None:
    alike = answer.alike
    if alike is None:
        return None
    return {
        "time_activities": list(alike.time_activities),
        "elapsed_h": {side: range_json(alike.elapsed.get(side)) for side in (LEFT, RIGHT)},
        "cost_activities": list(alike.cost_activities),
        "cost": {side: money_json(alike.cost.get(side, ())) for side in (LEFT, RIGHT)},
    }
