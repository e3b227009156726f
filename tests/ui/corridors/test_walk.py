"""Walking a chain: from block to block, from step to step over their edges, from gap to gap."""

from collections.abc import Callable

from customs_app.ui.corridors.shown import Worked
from customs_app.ui.corridors.walk import Stand, beside, next_gap, step_beside

WorkOf = Callable[[str], Worked]


def test_blocks_follow_one_another_and_the_ends_hold(work_of: WorkOf) -> None:
    blocks = work_of("COR-01").blocks
    keys = [block.key for block in blocks]
    walked, stand = [], Stand(keys[0])
    for _ in keys:
        walked.append(stand.block)
        stand = beside(stand, blocks, 1)
    assert walked == keys
    assert stand == Stand(keys[-1])
    assert beside(Stand(keys[0]), blocks, -1) == Stand(keys[0])
    assert beside(Stand("gone"), blocks, 1) == Stand(keys[0])
    assert beside(Stand(), (), 1) == Stand()


def test_steps_go_over_the_edges_of_blocks_and_stop_at_gaps_as_a_whole(work_of: WorkOf) -> None:
    blocks = work_of("COR-01").blocks
    steps = [
        (block.key, step.id)
        for block in blocks
        for step in (block.procedure.steps if block.procedure is not None else ())
    ]
    walked, stand = [], Stand(blocks[0].key)
    for _ in range(len(steps) + 1):
        stand = step_beside(stand, blocks, 1) if walked else Stand(*steps[0])
        walked.append((stand.block, stand.step))
    assert [one for one in walked if one[1] is not None] == steps
    (gap,) = [one for one in walked if one[1] is None]
    assert gap[0] == "RU-cross_in"
    assert step_beside(stand, blocks, 1) == stand
    assert step_beside(Stand(*steps[1]), blocks, -1) == Stand(*steps[0])


def test_the_first_step_down_from_a_block_is_its_own(work_of: WorkOf) -> None:
    blocks = work_of("COR-01").blocks
    second = blocks[1]
    assert second.procedure is not None
    assert step_beside(Stand(second.key), blocks, 1) == Stand(second.key, second.procedure.steps[0].id)
    before = step_beside(Stand(second.key), blocks, -1)
    assert before.block == blocks[0].key


def test_gaps_are_visited_in_order_and_again_from_the_first(work_of: WorkOf) -> None:
    worked = work_of("COR-01")
    gaps = sorted(worked.chain.gaps, key=lambda gap: gap.index)
    stand = Stand(worked.blocks[0].key)
    visited = []
    for _ in range(len(gaps) + 1):
        stand = next_gap(stand, worked.chain)
        visited.append(stand.block)
    assert visited[:-1] == [gap.block_key for gap in gaps]
    assert visited[-1] == visited[0]
    assert len(gaps) == 4
