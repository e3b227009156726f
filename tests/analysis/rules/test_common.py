from customs_app.analysis.rules.common import conditions_differ, exclusive, selections, together
from tests.analysis.rules.planted import procedure, step


def steps_with(*choices):
    full = procedure(*(step("DCL-06", choice=choice) for choice in choices))
    return full.steps


def test_different_options_of_one_choice_exclude_one_another():
    green, red = steps_with("corridor:green", "corridor:red")
    assert exclusive(green, red)


def test_same_option_other_choice_and_no_choice_do_not_exclude():
    one, same, other, free = steps_with("corridor:green", "corridor:green", "truck:own", None)
    assert not exclusive(one, same)
    assert not exclusive(one, other)
    assert not exclusive(one, free)
    assert not exclusive(free, free)


def test_together_takes_one_option_of_each_choice():
    a, green, red = steps_with(None, "corridor:green", "corridor:red")
    assert list(together([a, green, red])) == [(a, green), (a, red)]


def test_together_tells_a_pair_once():
    a, b, green, red = steps_with(None, None, "corridor:green", "corridor:red")
    assert list(together([a, b, green, red])) == [(a, b, green)]


def test_conditions_differ_only_where_both_have_one_and_no_option_joins_them():
    full = procedure(
        step("DCL-06", condition="meat"),
        step("DCL-06", condition="fruit"),
        step("DCL-06"),
        step("DCL-06", condition="meat"),
        step("DCL-06", condition="meat", choice="x:1"),
        step("DCL-06", condition="fruit", choice="x:1"),
    )
    meat, fruit, free, meat_again, meat_1, fruit_1 = full.steps
    assert conditions_differ(meat, fruit)
    assert not conditions_differ(meat, free)
    assert not conditions_differ(meat, meat_again)
    assert not conditions_differ(meat_1, fruit_1)


def test_selections_are_all_the_ways_to_choose():
    a, b, green, red = steps_with(None, None, "corridor:green", "corridor:red")
    assert list(selections([a, b, green, red])) == [(a, b, green), (a, b, red)]
    assert list(selections([a, b])) == [(a, b)]
