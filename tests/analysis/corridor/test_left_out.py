"""A chain without some of its steps: what counts stays, and nothing else goes."""

import pytest

from customs_app.analysis.case import BASE
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.left_out import leave_out
from customs_app.catalogue.catalogue import Catalogue
from tests.analysis.corridor.chained import COR_01, chain_of


def test_a_figure_for_several_steps_stays_as_long_as_one_of_them_does(catalogue: Catalogue) -> None:
    blocks, reference = chain_of(catalogue, COR_01), catalogue.reference()
    whole = chain(blocks, BASE, reference)
    span = next(one for one in whole.spans if one.block_key == "KZ-transit")
    elapsed = whole.totals.elapsed
    one_less, _ = leave_out(blocks, {span.step_id}, BASE, reference)
    assert chain(one_less, BASE, reference).totals.elapsed == elapsed
    gone, changes = leave_out(blocks, set(span.steps), BASE, reference)
    assert len(changes) == len(span.steps)
    left = chain(gone, BASE, reference).totals.elapsed
    assert elapsed.typ is not None
    assert left.typ == pytest.approx(elapsed.typ - 4.0)


def test_a_figure_that_was_counted_on_the_side_left_out_counts_on_the_other(catalogue: Catalogue) -> None:
    blocks, reference = chain_of(catalogue, COR_01), catalogue.reference()
    whole = chain(blocks, BASE, reference)
    once = next(one for one in whole.counted_once if one.hours is not None)
    span = next(one for one in whole.spans if one.step_id == once.counted)
    gone, _ = leave_out(blocks, set(span.steps), BASE, reference)
    left = chain(gone, BASE, reference)
    point = next(one for one in left.points if one.step_id == once.not_again)
    assert point.own is not None
    assert point.own.typ == 51.4
    assert left.totals.elapsed.typ == whole.totals.elapsed.typ


def test_a_step_left_out_is_no_step_of_the_chain_and_other_blocks_stay(catalogue: Catalogue) -> None:
    blocks, reference = chain_of(catalogue, COR_01), catalogue.reference()
    whole = chain(blocks, BASE, reference)
    first = whole.points[0].step_id
    fewer, changes = leave_out(blocks, {first}, BASE, reference)
    assert [change.step_id for change in changes] == [first]
    assert [block.key for block in fewer] == [block.key for block in blocks]
    left = chain(fewer, BASE, reference)
    assert left.totals.steps == whole.totals.steps - 1
    untouched = [one for one, other in zip(fewer, blocks, strict=True) if one is other]
    assert len(untouched) == len(blocks) - 1
