"""Articles of norms are worded in each language."""

import re
from pathlib import Path

import pytest

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.text import Language
from customs_app.language.norms import article_text, norm_name
from customs_app.language.words import words


@pytest.mark.parametrize(
    ("article", "ru", "zh"),
    [
        ("Art. 10.4", "ст. 10.4", "第10.4条"),
        ("Art. 11.1-11.2", "ст. 11.1–11.2", "第11.1–11.2条"),
        ("Art. 4(1)", "ст. 4(1)", "第4(1)条"),
        ("Transitional Standard 3.35", "переходный стандарт 3.35", "过渡标准3.35"),
        ("Standard 3.16", "стандарт 3.16", "标准3.16"),
        ("Rec. 34", "рек. 34", "第34号建议"),
        ("Annex 8", "приложение 8", "附件8"),
        # Of another form: as it is recorded.
        ("Chapter II", "Chapter II", "Chapter II"),
        ("Art. of peace", "Art. of peace", "Art. of peace"),
        ("", "", ""),
    ],
)
def test_an_article_in_russian_and_chinese(article: str, ru: str, zh: str) -> None:
    assert article_text(article, words(Language.RU)) == ru
    assert article_text(article, words(Language.ZH)) == zh
    assert article_text(article, words(Language.EN)) == article.replace("-", "–")


def test_no_norm_of_the_starting_catalogue_keeps_english_words(starting_file: Path) -> None:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        standards = catalogue.reference().standards
    assert len(standards) > 100
    for standard in standards.values():
        for language in (Language.RU, Language.ZH):
            name = norm_name(standard, words(language))
            assert not re.search(r"Art\.|Standard|Rec\.|Annex", name)
        assert ", " not in norm_name(standard, words(Language.ZH))
