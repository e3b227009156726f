"""Ranges added up."""

from customs_app.analysis.ranges import added
from customs_app.domain.figures import Range


def test_each_end_is_added_by_itself_without_binary_dust() -> None:
    assert added([Range(0.1, 0.2, 3), Range(0.2, 0.1, 4)]) == Range(0.3, 0.3, 7)


def test_an_end_that_one_does_not_tell_is_unknown_in_the_sum() -> None:
    assert added([Range(1, 2, None), Range(None, 2, 5)]) == Range(None, 4, None)


def test_of_nothing_nothing_is_known() -> None:
    assert added([]) == Range()
