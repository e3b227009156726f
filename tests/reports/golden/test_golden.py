"""Papers of a small proposal say what they said, where they said it.

Where a change is wanted: `python -m tests.reports.golden.make`, and read what it changed.
"""

import difflib
from pathlib import Path

import pytest

from customs_app import paths
from customs_app.catalogue.file import create
from customs_app.domain.text import Language
from customs_app.reports.content import Content
from tests.reports.golden.papers import PAPERS, STARTING, content, golden

_MOST = 60


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Content:
    file = tmp_path_factory.mktemp("golden") / "small.customs"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "STARTING", STARTING)
        create(file)
    return content(file)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(PAPERS))
def test_the_paper_is_as_it_was(told: Content, tmp_path: Path, kind: str, language: Language) -> None:
    kept = golden(kind, language).read_text(encoding="utf-8").splitlines()
    now = PAPERS[kind](told, tmp_path / f"paper.{kind}", language).splitlines()
    if now != kept:
        changed = list(difflib.unified_diff(kept, now, "as it was", "as it is", lineterm="", n=1))
        more = [f"... and {len(changed) - _MOST} lines more"] if len(changed) > _MOST else []
        remedy = "Where this is wanted: python -m tests.reports.golden.make"
        pytest.fail("\n".join([*changed[:_MOST], *more, remedy]), pytrace=False)
