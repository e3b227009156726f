"""Steps of a procedure named in a sentence."""

from collections.abc import Collection

from customs_app.domain.procedure import FullProcedure
from customs_app.language.words import Words

_NAMED = 2


def step_names(step_ids: Collection[str], full: FullProcedure, words: Words) -> str:
    """The first steps by number and name, those after them by number, in order of work."""
    steps = [step for step in full.steps if step.id in step_ids]
    named = tuple(f"{step.seq} {step.title[words.language]}" for step in steps[:_NAMED])
    rest = tuple(str(step.seq) for step in steps[_NAMED:])
    if not rest:
        return words.list_of(named)
    return words.count(
        "{named}, and step {numbers}",
        "{named}, and steps {numbers}",
        len(rest),
        named=named,
        numbers=rest,
    )
