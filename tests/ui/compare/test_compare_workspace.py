"""The comparison as an official uses it: keys, clicks, choices, exports."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.heat import Measure
from customs_app.analysis.totals import totals
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.rates import SetRate
from customs_app.catalogue.commands.steps import EditStep
from customs_app.domain.codes import CaseKind, Channel, Mode, Regime, Stage, Verdict
from customs_app.domain.text import Language
from customs_app.language.numbers import span
from customs_app.ui.app import Shell
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.countries_popup import CountriesPopup
from customs_app.ui.compare.lines import ActivityLine
from customs_app.ui.compare.totals_rows import Total
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow
from tests.ui.compare.seen import ALL, Wait, activities, choose, countries, stages, total

Key = Qt.Key


def popup_of(compare: CompareWorkspace) -> CountriesPopup:
    popup = compare.bar.findChild(CountriesPopup)
    assert popup is not None
    return popup


# -- what is compared


def test_all_countries_with_an_import_by_road_are_compared(compare: CompareWorkspace) -> None:
    assert countries(compare) == ALL
    assert compare.bar.countries.text() == "10 of 10 countries"
    assert compare.bar.regime.text() == "Import"
    assert compare.bar.mode.text() == "by road"
    assert "10 countries · 47 activities" in compare.status_text()
    assert not compare.page.bar.not_shown.isVisible()
    assert compare.board.matrix.hasFocus()


def test_totals_are_those_of_the_analysis(compare: CompareWorkspace, answered: Wait) -> None:
    answer = compare.answer
    assert answer is not None
    assert answer.comparison is not None
    for case, kind in ((BASE, CaseKind.BASE), (WORST, CaseKind.WORST)):
        choose(compare, "compare_case", kind)
        answered(compare)
        for iso2 in ALL:
            full = compare.session.catalogue.full_procedure(answer.comparison.procedures[iso2].procedure.id)
            expected = totals(full, case, compare.session.catalogue.reference().rates)
            assert total(compare, Total.STEPS, iso2) == f"{expected.steps} of {expected.all_steps}"
            covered = expected.time_covered
            assert total(compare, Total.TIMED, iso2) == f"{covered.n} of {covered.of}"
            known = expected.documents is not None
            documents = f"{expected.documents} · {expected.handovers}" if known else "?"
            assert total(compare, Total.DOCUMENTS, iso2) == documents
            assert total(compare, Total.ELAPSED, iso2) == span(expected.elapsed, Language.EN)
            assert total(compare, Total.EFFORT, iso2) == span(expected.effort, Language.EN)
        assert total(compare, Total.ELAPSED, "UZ") == ("153" if kind is CaseKind.BASE else "176.5 – 177")
    assert "worst case" in str(compare.board.totals_model.index(0, 0).data())


def test_only_modes_and_regimes_that_exist_are_offered(compare: CompareWorkspace) -> None:
    regimes = [action.text() for action in compare.bar.regime.menu().actions()]
    assert regimes[:3] == ["Import", "Export", "Transit"]
    modes = [action.text() for action in compare.bar.mode.menu().actions()]
    assert modes == [
        "all modes · 10 countries",
        "by road · 10 countries",
        "by rail · 5 countries",
        "by sea · 6 countries",
        "by air · 4 countries",
    ]


def test_countries_without_such_a_procedure_are_named(compare: CompareWorkspace, answered: Wait) -> None:
    choose(compare, "compare_mode", Mode.RAIL)
    answered(compare)
    assert countries(compare) == ("CN", "IN", "IR", "KZ", "UZ")
    assert compare.bar.countries.text() == "5 of 10 countries"
    assert compare.page.bar.not_shown.text() == "Not shown: BY, KG, PK, RU, TJ"
    assert "Russian Federation: no such procedure" in compare.page.bar.not_shown.toolTip()
    choose(compare, "compare_regime", Regime.BORDER_CROSSING)
    answered(compare)
    assert countries(compare) == ("CN", "IR")
    assert "Kazakhstan: only a view by stages" in compare.page.bar.not_shown.toolTip()


def test_a_country_is_unchecked_and_checked_again(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    qtbot.mouseClick(compare.bar.countries, Qt.MouseButton.LeftButton)
    popup = popup_of(compare)
    for iso2 in ("IN", "PK"):
        box = popup.findChild(QCheckBox, f"compare_country_{iso2}")
        assert box is not None
        assert box.isChecked()
        qtbot.keyClick(box, Key.Key_Space)
    answered(compare)
    assert countries(compare) == tuple(iso2 for iso2 in ALL if iso2 not in {"IN", "PK"})
    assert compare.bar.countries.text() == "8 of 10 countries"
    assert compare.page.bar.not_shown.text() == "Not shown: IN, PK"
    assert "India: left out by choice" in compare.page.bar.not_shown.toolTip()
    assert popup.isVisible()
    every = popup.findChild(QPushButton, "compare_all_countries")
    assert every is not None
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    answered(compare)
    assert countries(compare) == ALL
    qtbot.keyClick(popup, Key.Key_Escape)
    assert not popup.isVisible()


def test_fewer_than_two_countries_show_what_can_be_compared(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    compare.asking.without(frozenset(ALL[1:]))
    answered(compare)
    assert not compare.page.compared
    assert compare.page.few.accessibleName().startswith("Choose at least two countries")
    assert compare.bar.countries.text() == "1 of 10 countries"
    assert all(not action.isEnabled() for action in compare.export_targets())
    button = compare.page.few.findChild(QPushButton, "few_import_sea")
    assert button is not None
    assert button.text() == "by sea · 6 countries"
    assert compare.page.few.findChild(QPushButton, "few_temporary_admission_any") is None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    answered(compare)
    assert compare.page.compared
    assert countries(compare) == ("CN", "IN", "IR", "KZ", "PK", "RU")


def test_another_procedure_of_a_country_is_chosen_in_its_head(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    board = compare.board
    column = board.model.column_of("CN")
    x = board.header.sectionViewportPosition(column) + 30
    qtbot.mouseClick(board.header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    menu = compare.findChild(QMenu, "compare_procedures")
    assert menu is not None
    offered = {action.objectName(): action for action in menu.actions()}
    here = offered["compare_procedure_CN-P-import-road"]
    assert here.isChecked()
    assert "ordinary goods · detailed view · 24 steps" in here.text()
    offered["compare_procedure_CN-P-import-fruit"].trigger()
    menu.close()
    answered(compare)
    head = board.model.heads[board.model.column_of("CN")]
    assert head.variant == "fresh fruit"
    assert head.warn
    assert total(compare, Total.STEPS, "CN").endswith("of 11")
    choose(compare, "compare_mode", Mode.SEA)
    answered(compare)
    choose(compare, "compare_mode", Mode.ROAD)
    answered(compare)
    assert board.model.heads[board.model.column_of("CN")].variant == "fresh fruit"


def test_the_menu_of_procedures_opens_by_key_and_leaves_a_country_out(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    compare.board.show_cell("DCL-06", "RU")
    qtbot.keyClick(compare.board.matrix, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = compare.findChild(QMenu, "compare_procedures")
    assert menu is not None
    assert menu.actions()[0].text() == "Russian Federation"
    menu.actions()[-1].trigger()
    menu.close()
    answered(compare)
    assert "RU" not in countries(compare)


def test_a_view_by_stages_is_never_set_beside_detailed_ones(
    compare: CompareWorkspace, answered: Wait
) -> None:
    choose(compare, "compare_mode", Mode.SEA)
    answered(compare)
    compare.board.head_asked.emit(compare.board.model.column_of("IR"))
    menu = compare.findChild(QMenu, "compare_procedures")
    assert menu is not None
    stages_view = next(action for action in menu.actions() if "view by stages" in action.text())
    assert not stages_view.isEnabled()
    menu.close()


# -- how it is shown


def test_d_hides_rows_in_which_nothing_differs(compare: CompareWorkspace, qtbot: QtBot) -> None:
    assert compare.answer is not None
    assert compare.answer.shown is not None
    shown = compare.answer.shown
    before = activities(compare)
    equal = {code for code in before if not shown.every.differs(code)}
    assert equal
    differing = {row.activity.code for row in shown.comparison.rows if row.differs}
    assert differing.isdisjoint(equal)
    qtbot.keyClick(compare.board.matrix, Key.Key_D)
    assert activities(compare) == [code for code in before if code not in equal]
    assert compare.actions_.view.differences.isChecked()
    qtbot.keyClick(compare.board.matrix, Key.Key_D)
    assert activities(compare) == before


def test_letters_are_text_in_the_search_box(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    window.search.setFocus()
    qtbot.keyClicks(window.search, "dc+-*")
    assert window.search.text() == "dc+-*"
    assert not compare.actions_.view.differences.isChecked()
    window.search.clear()


def test_stages_are_folded_and_unfolded_by_keys(compare: CompareWorkspace, qtbot: QtBot) -> None:
    matrix = compare.board.matrix
    every = len(compare.board.model.lines)
    assert compare.board.show_cell("DCL-06", "TJ")
    qtbot.keyClick(matrix, Key.Key_Minus)
    assert compare.board.cell == ("Declare", "TJ")
    assert "DCL-06" not in activities(compare)
    assert "PAY-01" in activities(compare)
    qtbot.keyClick(matrix, Key.Key_Plus)
    assert "DCL-06" in activities(compare)
    qtbot.keyClick(matrix, Key.Key_Asterisk)
    assert activities(compare) == []
    assert stages(compare) == list(Stage)[: len(stages(compare))]
    qtbot.keyClick(matrix, Key.Key_Asterisk)
    assert len(compare.board.model.lines) == every
    compare.actions_.view.fold_all.trigger()
    assert activities(compare) == []
    qtbot.keyClick(matrix, Key.Key_Return)
    assert activities(compare) != []
    compare.actions_.view.unfold_all.trigger()
    assert len(compare.board.model.lines) == every


def test_c_goes_through_the_colourings(compare: CompareWorkspace, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(compare.board.matrix, Key.Key_C)
        seen.append(compare.board.delegate.colouring)
    assert seen == [Colouring.MEASURE, Colouring.NONE, Colouring.CHANNEL]
    choose(compare, "compare_colouring", Colouring.MEASURE)
    assert "▲ above the row’s median" in compare.page.legend.accessibleName()
    assert "= within 20 %" in compare.page.legend.accessibleName()
    assert compare.bar.colouring.text() == "Colour: the figure shown"


def test_f_shows_the_cost_in_the_cells(compare: CompareWorkspace, qtbot: QtBot) -> None:
    board, legend = compare.board, compare.page.legend
    assert compare.bar.measure.text() == "Time"
    assert "7 time in hours" in legend.accessibleName()
    board.show_cell("DCL-04", "UZ")
    assert str(board.matrix.currentIndex().data()).endswith(", [150]")
    wide = compare.bar.measure.sizeHint().width()
    qtbot.keyClick(board.matrix, Key.Key_F)
    assert compare.bar.measure.text() == "Cost"
    assert compare.bar.measure.sizeHint().width() == wide
    assert compare.bar.measure.accessibleName() == "Which figure the cells show (F): Cost"
    assert "7 cost in its own currency" in legend.accessibleName()
    assert "≤" not in legend.accessibleName()
    assert board.matrix.accessibleName() == "Activities by country, cost in its own currency"
    assert board.cell == ("DCL-04", "UZ")
    assert str(board.matrix.currentIndex().data()).endswith(", [242\xa0USD]")
    qtbot.keyClick(board.matrix, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Uzbekistan\n?, [242\xa0USD]\n"
    choose(compare, "compare_measure", Measure.TIME)
    assert str(board.matrix.currentIndex().data()).endswith(", [150]")


def test_costs_stay_when_rows_are_hidden_and_folded(compare: CompareWorkspace) -> None:
    choose(compare, "compare_measure", Measure.COST)
    compare.viewing.only_differences(on=True)
    compare.viewing.fold_all()
    compare.viewing.unfold_all()
    board = compare.board
    board.show_cell("PAY-02", "KZ")
    assert str(board.matrix.currentIndex().data()).endswith("20,000\xa0KZT")


def test_fees_are_converted_into_the_currency_of_choice(compare: CompareWorkspace, answered: Wait) -> None:
    assert total(compare, Total.CONVERTED, "UZ") == "432\xa0USD"
    choose(compare, "compare_currency", "UZS")
    rates = compare.session.catalogue.reference().rates
    uzs = round(305 * rates["UZS"].units_per_usd + 1_500_000)
    assert total(compare, Total.CONVERTED, "UZ") == f"{uzs:,}\xa0UZS"
    compare.session.run(SetRate("UZS", 12_000.0, "2026-11-20"))
    answered(compare)
    assert total(compare, Total.CONVERTED, "UZ") == "5,160,000\xa0UZS"
    row = compare.board.totals_model.rows[compare.board.totals_model.row_of(Total.CONVERTED)]
    assert row.below == "rates of 29 Sep 2026 to 20 Nov 2026"


def test_the_rates_are_edited_from_here(compare: CompareWorkspace, window: MainWindow, qtbot: QtBot) -> None:
    button = compare.bar.findChild(QWidget, "button_compare_rates")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QWidget, "rates")
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_nothing_is_ranked_without_like_for_like(compare: CompareWorkspace, answered: Wait) -> None:
    assert compare.page.alike.text().startswith("Countries are not ranked")
    compare.asking.without(frozenset(ALL) - {"BY", "RU"})
    answered(compare)
    assert compare.page.alike.text().splitlines() == [
        "Like for like, time over Customs releases the goods: Russia 0.07 – 4 h · Belarus 2 – 4 h",
        "Like for like, fees over Pay the customs processing fee: Belarus 56.8\xa0USD · Russia 252.57\xa0USD",
    ]


# -- changes


def test_an_edit_of_a_shown_step_is_compared_anew_and_others_are_not(
    compare: CompareWorkspace, answered: Wait
) -> None:
    before = compare.answer
    compare.session.run(EditStep("KZ-P-import-rail-01", {"note": "seen"}))
    assert not compare.asking.loader.busy
    assert compare.answer is before
    step = compare.session.catalogue.full_procedure("TJ-P-import-road").steps[13]
    compare.session.run(EditStep(step.id, {"channel": "online"}))
    answered(compare)
    row = compare.board.model.row_of("DCL-06")
    line = compare.board.model.lines[row]
    assert isinstance(line, ActivityLine)
    cell = line.row.cells["TJ"]
    assert cell is not None
    assert cell.channel is Channel.ONLINE
    assert compare.answer is not before


def test_an_edit_of_what_was_compared_before_is_seen_when_it_is_compared_again(
    compare: CompareWorkspace, answered: Wait
) -> None:
    compare.asking.mode(Mode.RAIL)
    answered(compare)
    compare.asking.mode(Mode.ROAD)
    answered(compare)
    compare.session.run(EditStep("KZ-P-import-rail-01", {"title_en": "Another title"}))
    compare.asking.mode(Mode.RAIL)
    answered(compare)
    assert compare.answer is not None
    assert compare.answer.comparison is not None
    (step, *_) = compare.answer.comparison.procedures["KZ"].steps
    assert (step.id, step.title.en) == ("KZ-P-import-rail-01", "Another title")


def test_a_mark_is_shown_in_its_cell(compare: CompareWorkspace, answered: Wait) -> None:
    step = compare.session.catalogue.full_procedure("TJ-P-import-road").steps[13]
    compare.session.run(SetMark(step.id, Verdict.REMOVE, "Asked twice"))
    answered(compare)
    index = compare.board.model.index(
        compare.board.model.row_of("DCL-06"), compare.board.model.column_of("TJ")
    )
    assert "Remove (A. Karimova): Asked twice" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "Remove" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_change_while_the_view_is_hidden_is_seen_when_it_is_shown(
    compare: CompareWorkspace, window: MainWindow, answered: Wait
) -> None:
    window.show_workspace("corridors")
    compare.session.run(SetRate("UZS", 12_000.0, "2026-11-20"))
    assert not compare.asking.loader.busy
    window.show_workspace("compare")
    answered(compare)
    assert total(compare, Total.CONVERTED, "UZ") == "430\xa0USD"


def test_all_is_found_again_after_another_theme(
    shell: Shell, compare: CompareWorkspace, answered: Wait
) -> None:
    choose(compare, "compare_mode", Mode.SEA)
    answered(compare)
    compare.asking.procedure("CN", "CN-P-import-meat")
    compare.asking.without(frozenset({"PK"}))
    answered(compare)
    choose(compare, "compare_case", CaseKind.WORST)
    answered(compare)
    choose(compare, "compare_currency", "EUR")
    choose(compare, "compare_measure", Measure.COST)
    compare.viewing.only_differences(on=True)
    compare.actions_.view.fold_all.trigger()
    compare.board.show_cell("Declare", "KZ")
    kept = dict(compare.save_state())
    shell.set_theme("dark")
    assert shell.window is not None
    again = shell.window.current
    assert isinstance(again, CompareWorkspace)
    assert again is not compare
    answered(again)
    assert dict(again.save_state()) == kept
    assert countries(again) == ("CN", "IN", "IR", "KZ", "RU")
    assert total(again, Total.CONVERTED, "RU").endswith("EUR")
    assert again.board.cell == ("Declare", "KZ")
    head = again.board.model.heads[1]
    assert head.variant == "frozen meat"
    assert again.bar.measure.text() == "Cost"


def test_what_was_kept_and_is_gone_is_passed_over(
    shell: Shell, compare: CompareWorkspace, answered: Wait
) -> None:
    compare.restore_state(
        {
            "regime": "nonsense",
            "mode": 7,
            "without": "x",
            "folded": ["Nowhere"],
            "cell": ["A", "B"],
            "chosen": 3,
            "measure": "weight",
        }
    )
    answered(compare)
    assert countries(compare) == ALL


def test_another_workspace_leads_here(compare: CompareWorkspace, window: MainWindow, answered: Wait) -> None:
    step = compare.session.catalogue.full_procedure("CN-P-import-meat").steps[2]
    window.session.go_to("compare", "CN-P-import-meat", step.id)
    answered(compare)
    assert compare.bar.mode.text() == "by sea"
    assert compare.board.cell == (step.activity, "CN")
    assert compare.board.model.heads[1].variant == "frozen meat"


# -- exports


@pytest.mark.parametrize(("name", "begin"), [("compare_excel", b"PK"), ("compare_pdf", b"%PDF-")])
def test_the_comparison_is_exported(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot, tmp_path: Path, *, name: str, begin: bytes
) -> None:
    targets = {action.objectName(): action for action in compare.export_targets()}
    assert [action.text() for action in window.export_menu.actions()] == [
        "Comparison to Excel…",
        "Comparison proposal to PDF…",
        "Save the differences as CSV…",
        "Export again",
        "Preview…",
        "Print…",
    ]
    entry = next(one for one in targets[name].menu().actions() if one.objectName() == f"{name}_{Language.RU}")
    entry.trigger()
    dialog = window.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    path = tmp_path / f"paper{Path(dialog.selectedFiles()[0]).suffix}"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    with qtbot.waitSignal(window.session.noticed, timeout=120_000) as noticed:
        dialog.accept()
    assert noticed.args[0].made == path
    assert path.read_bytes().startswith(begin)
    assert window.foot.notice.open.isVisible()
    assert compare.actions_.papers.again.text() == f"Export again: {path.name}"


def test_everything_that_acts_has_a_name(compare: CompareWorkspace) -> None:
    for widget in (
        *compare.findChildren(QWidget),
        *(compare.side.findChildren(QWidget) if compare.side else ()),
    ):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.objectName(), widget
            named = widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip()
            assert named or isinstance(widget, QLabel), widget.objectName()
    assert QApplication.focusWidget() is compare.board.matrix
