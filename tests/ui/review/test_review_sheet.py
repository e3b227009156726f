"""Evidence side by side, filters, drafts, the flow and the file of findings: everything without a window."""

import csv
import json
from pathlib import Path

import pytest

from customs_app.analysis.blind import Seen
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands.marks import SetMark
from customs_app.domain.codes import Confidence, Mode, Regime, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure, Procedure, Step
from customs_app.domain.reference import Standard
from customs_app.domain.review import Finding, Mark, Reviewer, Saving
from customs_app.domain.text import Language, Text
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from customs_app.ui.csv_file import write_rows
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.cells import plain, unknown
from customs_app.ui.review.csv_export import finding_rows
from customs_app.ui.review.decision import Decision, missing, of_mark
from customs_app.ui.review.drafts import Drafts
from customs_app.ui.review.fields import Field
from customs_app.ui.review.filters import FindingFilter, passing
from customs_app.ui.review.flow import drawing, neighbourhood
from customs_app.ui.review.grounds import norm_html
from customs_app.ui.review.grouping import Grouping, grouped
from customs_app.ui.review.left_pane import FINDINGS, TABS
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.review.saving import saving_words
from customs_app.ui.review.sheet import Relation, Row, relation, sheet
from customs_app.ui.review.state import kept_filter, kept_grouping, kept_state, kept_tab

ENGLISH, RUSSIAN = words(Language.EN), words(Language.RU)
WHO, OTHER = Reviewer("A. Karimova", "Secretariat"), Reviewer("D. Lee", "KG")
PAPERS, PERMITS = "TJ-P-import-road-14", "TJ-P-import-road-15"


def _finding(loaded: Loaded, rule: str, step: str | None = None) -> Finding:
    return next(one for one in loaded.findings if one.rule == rule and (step is None or step in one.steps))


def _row(rows: tuple[Row, ...], field: Field) -> Row:
    return next(row for row in rows if row.field is field)


def test_what_is_unknown_is_neither_the_same_nor_different() -> None:
    assert relation(unknown("?"), unknown("?")) is Relation.UNKNOWN
    assert relation(plain("online"), unknown("?")) is Relation.UNKNOWN
    assert relation(plain("online"), plain("online")) is Relation.SAME
    assert relation(plain("online", 1), plain("in person", 2)) is Relation.DIFFERENT


def test_steps_of_one_procedure_side_by_side(loaded: Loaded) -> None:
    shown = sheet(_finding(loaded, "R02", PAPERS), loaded, ENGLISH)
    assert [column.step.id for column in shown.columns if column.step] == [PAPERS, PERMITS]
    assert all(column.own for column in shown.columns)
    relations = [row.relations for row in shown.rows]
    assert relations == sorted(relations, key=lambda one: Relation.DIFFERENT not in one)
    assert {row.field for row in shown.equal} >= {Field.ACTIVITY, Field.AGENCY, Field.AFTER}
    assert all(set(row.relations) == {Relation.SAME} for row in shown.equal)
    assert Field.PROCEDURE not in {row.field for row in (*shown.rows, *shown.equal)}
    channel = _row(shown.rows, Field.CHANNEL)
    assert [cell.text for cell in channel.cells] == ["in person", "automatic"]
    law = _row(shown.rows, Field.LAW)
    assert law.relations == (Relation.UNKNOWN,)
    source = _row(shown.rows, Field.SOURCE)
    assert source.cells[0].lines[0].runs[0].link == "source:TJ-S01"
    assert source.cells[0].lines[0].evidence is not None


def test_a_share_of_an_aggregate_leads_to_its_carrier(loaded: Loaded) -> None:
    shown = sheet(_finding(loaded, "R02", PAPERS), loaded, ENGLISH)
    time = _row((*shown.rows, *shown.equal), Field.TIME)
    assert time.cells[0].text == "inside [106.5] of step 21, not told apart"
    links = [run.link for run in time.cells[0].lines[0].runs if run.link]
    assert links == ["step:TJ-P-import-road-21"]


def test_documents_of_the_finding_stand_out(loaded: Loaded) -> None:
    finding = _finding(loaded, "R01")
    shown = sheet(finding, loaded, ENGLISH)
    documents = _row((*shown.rows, *shown.equal), Field.DOCUMENTS)
    strong = [
        line.runs[0].text for cell in documents.cells for line in cell.lines if line.runs[0].tone == "strong"
    ]
    names = {loaded.reference.documents[one].name.en for one in finding.documents}
    assert set(strong) == names
    assert len(strong) >= len(shown.columns)


def test_steps_of_other_countries_stand_beside(loaded: Loaded) -> None:
    finding = _finding(loaded, "R08")
    shown = sheet(finding, loaded, ENGLISH)
    peers = [column for column in shown.columns if not column.own]
    assert len(peers) >= 2
    assert finding.country not in {column.country for column in peers}
    activity = loaded.procedures[finding.procedure].step(finding.steps[0]).activity
    assert {column.step.activity for column in peers if column.step} == {activity}
    assert _row(shown.rows, Field.PROCEDURE).relations[0] is Relation.DIFFERENT


def test_countries_that_live_without_it_are_named(loaded: Loaded) -> None:
    finding = _finding(loaded, "R06")
    shown = sheet(finding, loaded, ENGLISH)
    last = shown.columns[-1]
    assert last.step is None
    n = sum(row.step is None for row in finding.evidence)
    assert last.title.text == f"{n} countries without it"
    procedures = _row(shown.rows, Field.PROCEDURE).cells[-1]
    assert len(procedures.lines) == n
    assert all(line.badge != finding.country for line in procedures.lines)
    assert _row(shown.rows, Field.LAW).relations[-1] is Relation.NONE


def test_every_finding_can_be_shown(loaded: Loaded) -> None:
    for finding in loaded.findings:
        shown = sheet(finding, loaded, RUSSIAN)
        own = [column.step.id for column in shown.columns if column.own and column.step]
        assert set(own) == set(finding.steps)
        for row in (*shown.rows, *shown.equal):
            assert len(row.cells) == len(shown.columns)
            assert len(row.relations) == max(0, len(shown.columns) - 1)


def test_filters(loaded: Loaded) -> None:
    book = MarkBook([_mark(PERMITS, OTHER)])

    def shown(wanted: FindingFilter, who: Reviewer = WHO) -> tuple[Finding, ...]:
        return passing(loaded, book, wanted, who, ENGLISH)

    every = shown(FindingFilter(low=True))
    assert every == loaded.findings
    sure = shown(FindingFilter())
    assert {one.confidence for one in sure} == {Confidence.HIGH, Confidence.MEDIUM}
    import_road = shown(FindingFilter(Regime.IMPORT, Mode.ROAD, frozenset({"TJ"})))
    assert {one.country for one in import_road} == {"TJ"}
    others = shown(FindingFilter(marks=MarkFilter.OTHERS, low=True))
    assert others
    assert all(PERMITS in one.steps for one in others)
    assert shown(FindingFilter(marks=MarkFilter.MINE)) == ()
    assert shown(FindingFilter(marks=MarkFilter.MINE, low=True), OTHER) == others
    unmarked = shown(FindingFilter(marks=MarkFilter.UNMARKED, low=True))
    assert [one.key for one in unmarked] == [one.key for one in every if one not in others]
    assert {one.rule for one in shown(FindingFilter(text="same CONTROL tajik"))} == {"R02"}
    assert grouped(every, ENGLISH)[-1].apart
    assert [group.apart for group in grouped(every, ENGLISH)][-2:] == [True, True]


def _mark(step_id: str, who: Reviewer, finding: str | None = None, at: str = "2026-11-24T09:00:00Z") -> Mark:
    return Mark(f"M-{step_id}-{who.name}", step_id, Verdict.KEEP, "Why", who, at, finding=finding)


def test_marks_made_for_a_finding_come_first(loaded: Loaded) -> None:
    finding = _finding(loaded, "R02", PAPERS)
    made_for_it = _mark(PERMITS, WHO, finding.key)
    book = MarkBook([_mark(PAPERS, OTHER), made_for_it])
    assert book.of_finding(finding)[0] == made_for_it
    assert len(book.of_finding(finding)) == 2
    assert book.own(PERMITS, None, WHO) == made_for_it
    assert book.own(PERMITS, None, OTHER) is None


def test_marks_are_read_again_procedure_by_procedure(catalogue: Catalogue) -> None:
    hidden = {PERMITS: (WHO,), "UZ-P-import-road-01": (WHO,)}
    book = MarkBook([_mark(PERMITS, OTHER), _mark("UZ-P-import-road-01", OTHER)], hidden)
    catalogue.run(SetMark(PAPERS, Verdict.KEEP, "Needed"), WHO)
    for _ in range(2):
        seen = Seen(catalogue.marks(["TJ-P-import-road"]), {PAPERS: (OTHER,)})
        book.read_again(seen, [PERMITS])
    assert sorted(mark.step_id for mark in book.every) == [PAPERS, "UZ-P-import-road-01"]
    assert book.hidden_of([PERMITS]) == ()
    assert book.hidden_of([PAPERS, "UZ-P-import-road-01"]) == (OTHER, WHO)
    assert book.seen == Seen(book.every, {PAPERS: (OTHER,), "UZ-P-import-road-01": (WHO,)})


def _decision(**values: object) -> Decision:
    return Decision("S-1", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decision", "sole", "lacks"),
    [
        (Decision(), False, "names no step"),
        (_decision(), False, "Choose a verdict"),
        (_decision(verdict=Verdict.KEEP), True, ""),
        (_decision(verdict=Verdict.REMOVE), False, "Write why"),
        (_decision(verdict=Verdict.REMOVE), True, "nothing else guards"),
        (_decision(verdict=Verdict.REMOVE, reason="Twice"), True, ""),
        (_decision(verdict=Verdict.MERGE, reason="Twice"), False, "into which it is merged"),
        (_decision(verdict=Verdict.MERGE, reason="Twice", merge_into="S-2"), False, ""),
        (_decision(dismiss=True), False, "why it is not redundant"),
        (Decision(dismiss=True, reason="Another box"), False, ""),
    ],
)
def test_what_is_lacking(decision: Decision, sole: bool, lacks: str) -> None:
    said = missing(decision, ENGLISH, sole_safeguard=sole, read_only=False)
    assert lacks in said
    assert bool(said) is bool(lacks)
    assert missing(decision, ENGLISH, sole_safeguard=sole, read_only=True)


def test_drafts_are_kept_until_they_are_recorded(loaded: Loaded) -> None:
    finding, drafts = _finding(loaded, "R02"), Drafts({})
    target = Decision("S-1")
    written = Decision("S-1", None, Verdict.REMOVE, "Twice")
    drafts.keep(finding, written, target)
    assert drafts.of(finding, target, target) == written
    assert drafts.of(finding, Decision("S-2"), Decision("S-2")).empty
    drafts.drop(finding, written)
    own = of_mark(_mark("S-1", WHO))
    assert drafts.of(finding, target, own) == own
    drafts.keep(finding, own, own)
    assert drafts.of(finding, target, target).empty, "what one's own mark says is no draft"


def _full(*waits: tuple[int, ...]) -> FullProcedure:
    """A procedure with a step for each of `waits`, which names the steps it waits for."""
    procedure = Procedure("P", "TJ", Regime.IMPORT, Text("Import"), Mode.ROAD)
    steps = tuple(
        Step(f"S-{n}", "P", n, Text(f"Step {n}"), "DCL-05", depends_on=tuple(f"S-{one}" for one in before))
        for n, before in enumerate(waits, start=1)
    )
    return FullProcedure(procedure, steps, {})


def test_neighbours_stand_in_layers() -> None:
    full = _full((), (1,), (1,), (1,), (2, 3), (5,))
    flow = neighbourhood(full, "S-3", ("S-3",))
    assert [[step.seq for step in layer] for layer in flow.layers] == [[1], [2, 3, 4], [5]]
    assert set(flow.edges) == {("S-1", "S-2"), ("S-1", "S-3"), ("S-1", "S-4"), ("S-3", "S-5"), ("S-2", "S-5")}
    drawn = drawing(flow, ("S-3",), LIGHT, ENGLISH)
    assert "In order of work: 1 Step 1 → 2 Step 2, 3 Step 3, 4 Step 4 → 5 Step 5" in drawn.says
    for shape in drawn.shapes:
        for x, y in getattr(shape, "points", ()):
            assert 0 <= x <= drawn.width
            assert 0 <= y <= drawn.height


def test_many_neighbours_are_counted_and_the_step_stays() -> None:
    full = _full((), *[(1,)] * 9)
    flow = neighbourhood(full, "S-9", ("S-9",))
    assert [step.seq for step in flow.layers[1]] == [2, 3, 4, 5, 9]
    assert flow.left_out == 4
    assert "4 more steps" in drawing(flow, (), LIGHT, ENGLISH).says


def test_steps_in_a_circle_are_still_drawn() -> None:
    flow = neighbourhood(_full((2,), (1,)), "S-1")
    assert sorted(step.seq for layer in flow.layers for step in layer) == [1, 2]


def test_an_unknown_saving_is_named() -> None:
    known, lacking = saving_words(Saving(visits=1, documents=4), ENGLISH)
    assert known == ["1 visit", "4 documents"]
    assert lacking == "unknown: time, cost"
    known, lacking = saving_words(Saving(Range(typ=30.9), (Money(9, "USD"), Money(20, "TJS")), 0, 0), ENGLISH)
    assert known == ["0 visits", "0 documents", "30.9 h", "9\u00a0USD + 20\u00a0TJS"]
    assert lacking == ""


def test_norms_open_the_web_and_nothing_else() -> None:
    def html(url: str | None) -> str:
        name, gist = Text("<b>Act</b>"), Text('Say "once" & <i>only</i>')
        return norm_html([Standard("S", name, "Art. 1", Text("T"), gist, url)], ENGLISH, LIGHT)

    assert "<b>" not in html(None)
    assert "&lt;b&gt;Act" in html(None)
    assert '<a href="https://a.example/x?y=1&amp;z=2"' in html("https://a.example/x?y=1&z=2")
    assert "<a " not in html("file:///etc/passwd")
    assert "<a " not in html("javascript:alert(1)")


def test_findings_go_into_a_file_as_text(loaded: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "findings.csv"
    rows = finding_rows(loaded.findings[:20], loaded, ENGLISH)
    rows[1][3] = '=HYPERLINK("x")'
    write_rows(path, rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert len(read) == 21
    assert read[1][3] == '\'=HYPERLINK("x")'
    assert read[2] == rows[2]
    assert all(len(row) == len(rows[0]) for row in read)


def test_filters_are_remembered_and_nonsense_is_passed_over() -> None:
    wanted = FindingFilter(Regime.IMPORT, Mode.ROAD, frozenset({"TJ", "UZ"}), MarkFilter.STALE, low=True)
    state = kept_state(
        wanted,
        grouping=Grouping.SAVING,
        finding="k",
        folded=["R14"],
        known=["R01", "R14"],
        tab="data",
        unfolded=True,
        boards={"data": {"procedure": "P-1"}},
    )
    assert json.loads(json.dumps(state)) == state
    assert kept_filter(state) == wanted
    assert (kept_grouping(state), kept_tab(state)) == (Grouping.SAVING, list(TABS).index("data"))
    nonsense = {"regime": "smuggling", "countries": 7, "marks": None, "tab": 1, "grouping": "colour"}
    assert kept_filter(nonsense) == FindingFilter()
    assert (kept_grouping(nonsense), kept_tab(nonsense)) == (Grouping.RULE, FINDINGS)
