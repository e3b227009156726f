from hypothesis import given
from hypothesis import strategies as st

from customs_app.cli.console import table, width

CELLS = st.text(alphabet="ab 哈萨ё́\n", max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
def test_columns_stand_under_one_another(rows):
    lines = table(("a", "哈萨", "c"), rows, frozenset({1})).split("\n")
    head, rule = lines[:2]
    first, second, third = (len(part) for part in rule.split("  "))
    assert width(head) <= first + second + third + 4
    assert all(width(line) <= first + second + third + 4 for line in lines)
    assert len(lines) == 2 + sum(max(cell.count("\n") + 1 for cell in row) for row in rows)


def test_numbers_stand_at_the_right_edge_and_chinese_takes_two_places():
    shown = table(("", "h"), [("哈萨克斯坦", "9"), ("Iran", "153")], frozenset({1}))
    assert shown.split("\n")[2:] == ["哈萨克斯坦    9", "Iran        153"]
