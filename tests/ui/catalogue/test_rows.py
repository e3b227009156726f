"""Rows, groups and filters of the steps table."""

from customs_app.domain.codes import Stage, Verdict
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.ui.catalogue.cells import accessible, display, offered, sort_key, tooltip
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.filters import StepFilter
from customs_app.ui.catalogue.rows import Grouping, filtered, grouped, step_rows, summary
from customs_app.ui.filtering import MarkFilter, marks_pass, text_passes

ME, OTHER = Reviewer("A. Karimova", "Secretariat"), Reviewer("B", "KZ")


def _row(opened, number, words):
    return next(row for row in step_rows(opened, words) if row.step.seq == number)


def test_groups_stand_in_order_of_work_with_their_summaries(opened, english):
    groups = grouped(step_rows(opened, english), Grouping.STAGE, english)
    assert [group.stage for group in groups] == [
        stage for stage in Stage if stage in {g.stage for g in groups}
    ]
    assert [row.step.seq for row in groups[0].rows] == [1, 2, 3, 4, 5]
    assert summary(groups[0], english) == "5 steps · 3 with a time"
    assert summary(groups[1], english) == "2 steps · 2 with a time"
    assert sum(len(group.rows) for group in groups) == len(opened.full.steps)


def test_agency_groups_come_as_they_first_appear_and_none_gives_one(opened, english):
    rows = step_rows(opened, english)
    by_agency = grouped(rows, Grouping.AGENCY, english)
    assert by_agency[0].name == rows[0].agency_full
    assert sorted(row.step.seq for group in by_agency for row in group.rows) == list(range(1, 25))
    (only,) = grouped(rows, Grouping.NONE, english)
    assert only.key == ""
    assert [row.step.seq for row in only.rows] == list(range(1, 25))
    assert grouped((), Grouping.NONE, english) == ()


def test_cells_say_what_the_look_says(opened, english):
    row = _row(opened, 13, english)
    assert display(row, Column.TIME, english) == "[150]"
    assert display(row, Column.COST, english).replace("\u00a0", " ") == "[242 USD]"
    assert display(row, Column.LAW, english) == "?"
    assert display(row, Column.DOCUMENTS, english) == "8"
    assert display(_row(opened, 2, english), Column.TIME, english) == "in 13"
    assert display(_row(opened, 12, english), Column.TIME, english) == "≤ 24"
    assert display(_row(opened, 9, english), Column.COST, english).replace("\u00a0", " ") == "(7 USD)"
    assert display(_row(opened, 5, english), Column.DOCUMENTS, english) == "–"


def test_unknown_is_said_in_words_and_conditions_are_read_out(opened, english):
    assert accessible(_row(opened, 13, english), Column.LAW, english) == "unknown"
    assert accessible(_row(opened, 5, english), Column.DOCUMENTS, english) == "none recorded"
    assert "only if red corridor" in accessible(_row(opened, 20, english), Column.TITLE, english)
    assert "red" in tooltip(_row(opened, 20, english), Column.TITLE, english)
    assert "Not taken" in tooltip(_row(opened, 20, english), Column.TITLE, english)


def test_an_editor_is_offered_the_text_of_the_window_only(opened, english):
    russian = words(Language.RU)
    row = _row(opened, 13, russian)
    assert offered(row, Column.TITLE, russian).startswith("Подготовка")
    assert offered(_row(opened, 13, english), Column.AGENCY, english) == "UZ-A-broker"
    assert offered(_row(opened, 1, english), Column.TIME, english) == ""


def test_unknown_sorts_last(opened, english):
    rows = step_rows(opened, english)
    by_time = sorted(rows, key=lambda row: sort_key(row, Column.TIME, english))
    known = [row for row in by_time if row.step.time.hours.known]
    assert by_time[: len(known)] == known
    assert known[0].step.seq == 22  # 3 hours


def test_words_of_the_filter_stand_in_any_order_and_any_field(opened, english):
    rows = step_rows(opened, english)

    def numbers(text):
        shown = filtered(rows, opened, StepFilter(text=text), ME, english)
        return [row.step.seq for row in shown]

    assert numbers("declaration import") == numbers("IMPORT declaration")
    assert 16 in numbers("import declaration")
    assert numbers("5582") == [17, 19, 23]
    assert numbers("no such words") == []
    assert text_passes("anything", "")


def test_only_the_case_leaves_out_conditional_steps(opened, english):
    shown = filtered(step_rows(opened, english), opened, StepFilter(only_case=True), ME, english)
    assert len(shown) == 15
    assert all(row.condition is None for row in shown)


def _mark(reviewer, stale=()):
    return Mark("M", "S", Verdict.KEEP, "", reviewer, "2026-11-24T10:00:00Z", stale=stale)


def test_mark_filters_look_at_the_reviewer():
    mine, others, stale = (_mark(ME),), (_mark(OTHER),), (_mark(OTHER, ("channel",)),)
    assert marks_pass(mine, MarkFilter.MINE, ME)
    assert not marks_pass(others, MarkFilter.MINE, ME)
    assert marks_pass(others, MarkFilter.OTHERS, ME)
    assert not marks_pass(mine, MarkFilter.OTHERS, ME)
    assert marks_pass((*mine, *others), MarkFilter.OTHERS, ME)
    assert marks_pass((), MarkFilter.UNMARKED, ME)
    assert not marks_pass(mine, MarkFilter.UNMARKED, ME)
    assert marks_pass(stale, MarkFilter.STALE, ME)
    assert not marks_pass(others, MarkFilter.STALE, ME)
    assert marks_pass((), MarkFilter.ALL, ME)


def test_companions_are_the_other_steps_of_the_aggregate(opened):
    road = "UZ-P-import-road-"
    assert opened.companions(f"{road}01") == {f"{road}02", f"{road}04", f"{road}13"}
    assert opened.companions(f"{road}05") == frozenset()


def test_tabular_columns_know_their_own_texts(opened, english):
    rows = step_rows(opened, english)
    for column in Column:
        assert all(isinstance(display(row, column, english), str) for row in rows)
        assert all(isinstance(offered(row, column, english), str) for row in rows)
