"""What differs between two texts."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.dossier.diff import Piece, PieceKind, diff
from customs_app.domain.text import Language

_TEXTS = st.text(st.sampled_from("ab 1,.\n申报"), max_size=30)


@given(_TEXTS, _TEXTS, st.sampled_from(Language))
def test_the_pieces_make_up_both_texts(old, new, language):
    pieces = diff(old, new, language)
    assert "".join(one.text for one in pieces if one.kind is not PieceKind.ADDED) == old
    assert "".join(one.text for one in pieces if one.kind is not PieceKind.REMOVED) == new
    assert all(one.text for one in pieces)
    assert all(one.kind is not other.kind for one, other in pairwise(pieces))


def test_words_are_whole_and_chinese_is_told_by_signs():
    assert diff("Step 12 stays.", "Step 13 stays.", Language.EN) == (
        Piece("Step ", PieceKind.SAME),
        Piece("12", PieceKind.REMOVED),
        Piece("13", PieceKind.ADDED),
        Piece(" stays.", PieceKind.SAME),
    )
    assert diff("第12步取消", "第12步保留", Language.ZH)[0] == Piece("第12步", PieceKind.SAME)


def test_very_long_texts_are_compared_line_by_line_in_no_time() -> None:
    old = "слово " * 8_000 + "\nконец"
    begun = time.perf_counter()
    pieces = diff(old, old.replace("конец", "начало"), Language.RU)
    assert time.perf_counter() - begun < 5
    assert [piece.kind for piece in pieces] == [PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED]
    assert pieces[1].text == "конец"
