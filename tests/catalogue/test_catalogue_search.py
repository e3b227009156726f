"""Search over everything: every language, any order of words, against an oracle that looks at every row."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from customs_app.catalogue import search as search_module
from customs_app.catalogue import search_index
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import AddStep, DeleteStep, EditStep, RemoveUse, SetUse
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.search_text import LONGEST_QUERY, asked, even, stem, stored
from customs_app.catalogue.tables import TABLES
from customs_app.domain.codes import Role
from customs_app.domain.review import Reviewer

P = "KZ-P-import-rail"
FIRST = f"{P}-01"
_ALL = 1_000_000


@pytest.fixture(scope="module")
def opened(starting_file) -> Iterator[Catalogue]:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        yield catalogue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Таможенная ДЕКЛАРАЦИЯ", "таможенная декларация"),
        ("учёт, приём", "учет прием"),
        ("Café №5", "cafe no5"),
        ("ＥＵＲ１", "eur1"),
        ("گمرك جمهوري", "گمرک جمهوری"),
        ("کتـــابٌ", "کتاب"),
        ("Тоҷикистон", "тоҷикистон"),
        ("a_b-c/d\te\u00a0f", "a b c d e f"),
        ("海关，报关", "海关 报关"),
        ("भारत", "भारत"),
        ("", ""),
        ('"*():^', ""),
    ],
)
def test_text_is_made_even(text: str, expected: str) -> None:
    assert even(text) == expected


@given(st.text())
def test_even_text_stays_even(text: str) -> None:
    once = even(text)
    assert even(once) == once
    assert not set('"*():^\0') & set(once)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("таможенную", "таможенн"),
        ("таможенная", "таможенн"),
        ("таможенныи", "таможенн"),
        ("декларацию", "деклара" + "ц"),
        ("декларации", "деклара" + "ц"),
        ("сертификатов", "сертификат"),
        ("пошлинами", "пошлин"),
        ("таможен", "таможен"),
        ("налог", "налог"),
        ("customs", "customs"),
        ("whatever", "whatever"),
    ],
)
def test_russian_endings(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_chinese_is_stored_as_characters_and_pairs() -> None:
    assert stored("植物检疫", None, "TIR证") == "植物 物检 检疫 植 物 检 疫 tir 证"
    assert asked("植物检疫") == ('"植物 物检 检疫"',)
    assert asked("疫") == ('"疫"',)
    assert asked("TIR证") == ('"tir"*', '"证"')


def test_a_query_is_cut_where_it_is_endless() -> None:
    assert asked("a" * 10_000) == (f'"{"a" * LONGEST_QUERY}"*',)


@pytest.mark.parametrize(
    "query",
    [
        "таможенную декларацию",
        "декларации таможенные",
        "таможен",
        "海关",
        "关",
        "植物检疫",
        "报关",
        "customs decl",
        "گمرک",
    ],
)
def test_what_officials_type_is_found(opened: Catalogue, query: str) -> None:
    hits = opened.search(query)
    assert hits
    assert any(hit.kind in ("step", "procedure", "agency") for hit in hits)


def test_inflected_forms_find_the_same(opened: Catalogue) -> None:
    forms = ["таможенную", "таможенная", "таможенный", "таможенными", "таможенного", "ТАМОЖЕННОЙ"]
    found = [{(hit.kind, hit.row_id) for hit in opened.search(form, _ALL)} for form in forms]
    assert all(one == found[0] for one in found)
    assert len(found[0]) > 100


def test_titles_come_first(opened: Catalogue) -> None:
    hits = opened.search("фитосанитарный сертификат", 200)
    places = [
        all(stem(word) in even(hit.title.ru or "") for word in ("фитосанитарныи", "сертификат"))
        for hit in hits
    ]
    assert places.count(True) > 5
    assert places == sorted(places, reverse=True)
    assert hits[0].kind == "step"
    assert hits[0].procedure_id is not None
    assert hits[0].country is not None


def test_every_kind_of_row_is_found(opened: Catalogue) -> None:
    for kind in search_index.KINDS:
        key = TABLES[kind].key[0]
        row = opened.rows(kind)[3]
        title = " ".join(str(row[name]) for name in search_index.KINDS[kind].title if row[name])
        found = [(hit.kind, hit.row_id) for hit in opened.search(title[:LONGEST_QUERY], 20)]
        assert (kind, str(row[key])) in found, (kind, title)


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "*", "AND", "OR NOT", "a AND (", "title:x", "-", "NEAR(a b)", "\0", "'"]
)
def test_signs_of_the_query_language_mean_nothing(opened: Catalogue, query: str) -> None:
    opened.search(query)
    assert opened.search('"*') == ()


def test_the_limit_holds(opened: Catalogue) -> None:
    assert len(opened.search("customs", 7)) == 7
    assert opened.search("customs", 0) == ()


_HAN = re.compile("[\u4e00-\u9fff]")


def _holds(texts: list[str], word: str) -> bool:
    """Whether one of the texts, made even, holds the word: Chinese anywhere, others as a beginning."""
    if _HAN.match(word):
        return any(word in text for text in texts)
    return any(part.startswith(stem(word)) for text in texts for part in re.sub(_HAN, " ", text).split())


def _texts_of_steps(opened: Catalogue) -> dict[str, list[str]]:
    reference = opened.reference()
    found = {}
    for full in opened.full_procedures():
        for step in full.steps:
            texts = [*_all(step.title), step.legal_basis, step.locator, step.note, step.cost.basis]
            texts += _all(step.condition)
            if step.agency_id:
                agency = reference.agencies[step.agency_id]
                texts += [*_all(agency.name), agency.name_local]
            for use in full.uses.get(step.id, ()):
                document = reference.documents[use.document_id]
                texts += [*_all(document.name), document.name_local]
            found[step.id] = [even(text) for text in texts if text]
    return found


def _all(text) -> list[str | None]:
    return [text.en, text.ru, text.zh] if text else []


@pytest.fixture(scope="module")
def texts(opened: Catalogue) -> dict[str, list[str]]:
    return _texts_of_steps(opened)


def _split(query: str) -> list[str]:
    return re.findall("[\u4e00-\u9fff]+|[^\u4e00-\u9fff ]+", even(query))


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_search_finds_what_looking_at_every_step_finds(
    opened: Catalogue, texts: dict[str, list[str]], data: st.DataObject
) -> None:
    words = []
    for _ in range(data.draw(st.integers(1, 3))):
        text = data.draw(st.sampled_from(data.draw(st.sampled_from(list(texts.values())))))
        word = data.draw(st.sampled_from(_split(text) or ["a"]))
        start = data.draw(st.integers(0, len(word) - 1)) if _HAN.match(word) else 0
        words.append(
            word[start : data.draw(st.integers(start + 1, max(start + 1, min(len(word), start + 12))))]
        )
    query = " ".join(words)[:LONGEST_QUERY]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_module, "_MOST_CANDIDATES", _ALL)
        found = {hit.row_id for hit in opened.search(query, _ALL) if hit.kind == "step"}
    expected = {
        step for step, of_step in texts.items() if all(_holds(of_step, word) for word in _split(query))
    }
    assert found == expected


def test_the_words_follow_every_change(catalogue: Catalogue, who: Reviewer) -> None:
    def found(text: str) -> set[str]:
        return {hit.row_id for hit in catalogue.search(text)}

    assert found("жираф") == set()
    catalogue.run(EditStep(FIRST, {"note": "видел жирафа", "title_zh": "长颈鹿检查"}), who)
    assert found("жирафы") == found("颈鹿") == found("жираф") == {FIRST}
    catalogue.undo(who)
    assert found("жираф") == found("颈鹿") == set()
    catalogue.redo(who)
    assert found("жираф") == {FIRST}
    added = catalogue.run(AddStep(P, None, {"title_en": "Giraffe", "activity": "PRE-02"}), who).new_id
    assert found("giraffe") == {added}
    document = next(row for row in catalogue.rows("document", "KZ") if row["id"] == "KZ-D-contract")
    before = {hit.row_id for hit in catalogue.search(str(document["name_en"]), _ALL)}
    assert added is not None
    catalogue.run(SetUse(added, "KZ-D-contract", Role.SHOWN), who)
    assert {hit.row_id for hit in catalogue.search(str(document["name_en"]), _ALL)} == before | {added}
    catalogue.run(RemoveUse(added, "KZ-D-contract", Role.SHOWN), who)
    assert {hit.row_id for hit in catalogue.search(str(document["name_en"]), _ALL)} == before
    catalogue.run(DeleteStep(added), who)
    assert found("giraffe") == set()


def test_letters_that_python_and_sqlite_may_know_differently(catalogue: Catalogue, who: Reviewer) -> None:
    for word in (
        "Қазақстан",
        "ўзбекистон",
        "ایران",
        "भारत",
        "پاکستان",
        "İstanbul",
        "straße",
        "ﬁne",
        "𝔘nicode",
    ):
        catalogue.run(EditStep(FIRST, {"note": f"xx {word} yy"}), who)
        assert FIRST in {hit.row_id for hit in catalogue.search(word, _ALL)}, word
        assert FIRST in {hit.row_id for hit in catalogue.search(unicodedata.normalize("NFD", word), _ALL)}, (
            word
        )
