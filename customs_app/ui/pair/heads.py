"""What stands in the heads of the two lists, and above them."""

from customs_app.domain.codes import View
from customs_app.language.country_names import full_name
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT, Answer
from customs_app.reports.pair.lines import side_name
from customs_app.reports.pair.wording import notice, unlike_views, unlinked
from customs_app.ui.pair.header import SideHead


def heads(answer: Answer, words: Words) -> tuple[SideHead, SideHead]:
    """The heads of both sides."""
    unlike = unlike_views(answer)
    return _head(answer, LEFT, words, warn=unlike), _head(answer, RIGHT, words, warn=unlike)


def _head(answer: Answer, side: str, words: Words, *, warn: bool) -> SideHead:
    which = answer.left if side == LEFT else answer.right
    procedure = which.full.procedure
    below = [procedure.title[words.language]]
    if procedure.goods is not None:
        below.append(procedure.goods[words.language])
    if answer.effect is not None and answer.basis is not None and side == RIGHT:
        below.insert(0, label(answer.basis, words))
    if warn or procedure.view is View.STAGES:
        below.insert(0, label(procedure.view, words))
    country = full_name(procedure.country, answer.reference, words.language)
    tip = [country, *below]
    if answer.effect is None:
        tip.append(words.text("A click chooses another procedure."))
    return SideHead(
        procedure.country,
        side_name(answer, side, words),
        words.count("{n} step", "{n} steps", len(which.full.steps)),
        " · ".join(below),
        warn or procedure.view is View.STAGES,
        "\n".join(tip),
    )


def notice_text(answer: Answer, words: Words) -> str:
    """What is to be known before reading on, and what may be done about it; empty for nothing."""
    told = list(notice(answer, words))
    if unlinked(answer):
        told.insert(1, words.text("L links two steps by hand."))
    return " ".join(told)
