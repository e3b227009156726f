"""The list of findings grouped by rule, country, confidence and saving, and what stands apart."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.codes import Confidence
from customs_app.domain.figures import Money, Range
from customs_app.domain.review import Finding, Saving
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.grouping import DISMISSED, MISSING, Group, Grouping, grouped
from customs_app.ui.review.list_model import BADGES_ROLE, SIZE_ROLE, FindingsModel
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.review.saving import SavingKind, saving_kind, saving_order, size_text
from customs_app.ui.review.workspace import ReviewWorkspace

ENGLISH = words(Language.EN)
_WARN = QAbstractItemModelTester.FailureReportingMode.Warning


def _main(groups: Sequence[Group]) -> list[Group]:
    return [group for group in groups if not group.apart]


@pytest.mark.parametrize("by", list(Grouping))
def test_every_finding_stands_under_one_heading(loaded: Loaded, by: Grouping) -> None:
    aside = {finding.key for finding in loaded.findings[:3]}
    groups = grouped(loaded.findings, ENGLISH, by, dismissed=aside, loaded=loaded)
    keys = [finding.key for group in groups for finding in group.findings]
    assert sorted(keys) == sorted(finding.key for finding in loaded.findings)
    assert len({group.key for group in groups}) == len(groups)
    assert all(group.findings for group in groups)
    assert groups[-1].key == DISMISSED
    assert {finding.key for finding in groups[-1].findings} == aside
    apart = [group.apart for group in groups]
    assert apart == sorted(apart), "what stands apart comes last"
    missing = {finding.rule for group in groups[:-1] if group.apart for finding in group.findings}
    assert missing == {"R14", "R15"}
    assert {"R14", "R15"}.isdisjoint(finding.rule for group in _main(groups) for finding in group.findings)


def test_by_country_and_by_confidence(loaded: Loaded) -> None:
    countries = _main(grouped(loaded.findings, ENGLISH, Grouping.COUNTRY, loaded=loaded))
    assert [group.badge for group in countries] == sorted(group.badge for group in countries)
    for group in countries:
        assert {finding.country for finding in group.findings} == {group.badge}
        assert group.name == loaded.reference.countries[group.badge].name.en
    groups = grouped(loaded.findings, ENGLISH, Grouping.CONFIDENCE, loaded=loaded)
    assert [group.confidence for group in _main(groups)] == list(Confidence)
    assert groups[-1].key == MISSING
    assert "Confidence: high" in groups[0].name


def _saves(finding: Finding, saving: Saving) -> Finding:
    return replace(finding, saving=saving)


def test_a_saving_has_one_kind_and_a_size(loaded: Loaded) -> None:
    finding = loaded.findings[0]
    every = Saving(Range(2, None, 6), (Money(9, "USD"), Money(20, "TJS")), 3, 2)
    kinds = {
        SavingKind.HOURS: every,
        SavingKind.VISITS: replace(every, hours=None),
        SavingKind.DOCUMENTS: replace(every, hours=Range(typ=0.0), visits=0),
        SavingKind.COST: replace(every, hours=None, visits=None, documents=0),
        SavingKind.UNKNOWN: Saving(None, (), 0, 0),
    }
    for kind, saving in kinds.items():
        assert saving_kind(_saves(finding, saving)) is kind
    saved = _saves(finding, every)
    assert size_text(saved, SavingKind.HOURS, ENGLISH) == "2 – 6"
    assert size_text(saved, SavingKind.VISITS, ENGLISH) == "2"
    assert size_text(saved, SavingKind.DOCUMENTS, ENGLISH) == "3"
    assert size_text(saved, SavingKind.COST, ENGLISH) == "9\u00a0USD + 20\u00a0TJS"
    assert size_text(saved, SavingKind.UNKNOWN, ENGLISH) == ""
    assert saving_order(saved, SavingKind.HOURS) == ("", -4)
    assert saving_order(saved, SavingKind.COST) == ("TJS", -20)


def test_the_greatest_saving_comes_first_and_currencies_are_not_mixed(loaded: Loaded) -> None:
    first, second, third, fourth = loaded.findings[:4]
    found = (
        _saves(first, Saving(hours=Range(typ=1))),
        _saves(second, Saving(hours=Range(max=30))),
        _saves(third, Saving(cost=(Money(100, "USD"),))),
        _saves(fourth, Saving(cost=(Money(5000, "TJS"),))),
    )
    groups = grouped(found, ENGLISH, Grouping.SAVING, loaded=loaded)
    assert [group.name for group in groups] == ["Saves time, h", "Saves cost"]
    assert [finding.key for finding in groups[0].findings] == [second.key, first.key]
    assert [finding.key for finding in groups[1].findings] == [fourth.key, third.key]


def test_rows_show_what_their_heading_does_not_tell(loaded: Loaded, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = FindingsModel(ENGLISH, parent)
    QAbstractItemModelTester(model, _WARN, parent)

    def first(by: Grouping, group: int = 0) -> QModelIndex:
        groups = grouped(loaded.findings, ENGLISH, by, loaded=loaded)
        model.show_groups(groups, MarkBook(), by)
        return model.index(0, 0, model.index(group, 0))

    finding = loaded.findings[0]
    row = first(Grouping.RULE)
    assert row.data(BADGES_ROLE) == (finding.country,)
    assert row.data(SIZE_ROLE) == ""
    assert len(first(Grouping.COUNTRY).data(BADGES_ROLE)) == 1
    assert first(Grouping.COUNTRY).data(BADGES_ROLE)[0].startswith("R")
    assert len(first(Grouping.CONFIDENCE).data(BADGES_ROLE)) == 2
    saving = first(Grouping.SAVING)
    assert len(saving.data(BADGES_ROLE)) == 2
    assert saving.data(SIZE_ROLE)
    n = len(model.groups)
    assert first(Grouping.SAVING, n - 1).data(SIZE_ROLE) == "", "a missing facilitation saves nothing here"


def test_the_grouping_is_chosen_and_remembered(review: ReviewWorkspace, qtbot: QtBot) -> None:
    box = review.side.bar.by
    before = review.findings.desk.finding
    box.setCurrentIndex(box.findData(Grouping.COUNTRY))
    assert [group.badge for group in _main(review.side.model.groups)][:2] == ["BY", "CN"]
    assert review.findings.desk.finding == before, "the finding at hand stays at hand"
    again = ReviewWorkspace(review.session)
    qtbot.addWidget(again)
    again.restore_state(review.save_state())
    assert review.reading.loaded is not None
    again.take(review.reading.loaded)
    assert again.side.bar.grouping is Grouping.COUNTRY
    assert again.side.model.groups == review.side.model.groups
    again.left().deleteLater()
    again.inspector().deleteLater()
