"""Code that is kept from one start to the next is that of the text asked for, or none."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import pytest

from customs_app.ui.kept_code import kept_code

_LOADS = """
import sys
from pathlib import Path
from customs_app.ui.kept_code import kept_code
compiled = []
import builtins
anew = builtins.compile
def counting(source, filename, *others, **named):
    compiled.append(filename)
    return anew(source, filename, *others, **named)
builtins.compile = counting
with kept_code(Path(sys.argv[1])):
    import PySide6.QtCore
print(len([name for name in compiled if name.startswith("shibokensupport")]))
try:
    PySide6.QtCore.QPoint("left", "top")
except TypeError as error:
    print("__init__(xpos: int, ypos: int" in str(error))
"""


def _value(file: Path, source: bytes, name: str = "module.py") -> object:
    with kept_code(file):
        code = compile(source, name, "exec")
    found: dict[str, object] = {}
    exec(code, found)
    return found["value"]


def _run(script: str, file: Path) -> list[str]:
    asked = [sys.executable, "-c", script, str(file)]
    around = {"PATH": "", "PYTHONPATH": ":".join(sys.path)}
    return subprocess.run(asked, check=True, capture_output=True, text=True, env=around).stdout.split()


def _refuse(*_asked: object, **_named: object) -> CodeType:
    raise AssertionError("it was compiled")


def test_the_same_text_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "folder" / "code"
    assert _value(file, b"value = 1") == 1
    monkeypatch.setattr("builtins.compile", _refuse)
    assert _value(file, b"value = 1") == 1


def test_another_text_under_the_same_name_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "code"
    assert _value(file, b"value = 1") == 1
    assert _value(file, b"value = 2") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["code"]


@pytest.mark.parametrize("spoil", [lambda content: content[: len(content) // 2], lambda _content: b"other"])
def test_a_spoilt_file_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "code"
    _value(file, b"value = 1")
    whole = file.read_bytes()
    file.write_bytes(spoil(whole))
    assert _value(file, b"value = 1") == 1
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_it_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").write_text("no folder")
    assert _value(tmp_path / "file" / "code", b"value = 1") == 1


def test_python_that_writes_no_code_keeps_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _value(tmp_path / "code", b"value = 1") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder sees to it")
@pytest.mark.parametrize("by", ["mode", "owner"])
def test_code_that_somebody_else_may_have_written_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file, other = tmp_path / "code", tmp_path / "other"
    _value(file, b"value = 1")
    _value(other, b"value = 2")
    ours, theirs = (path.read_bytes() for path in (file, other))
    file.write_bytes(
        theirs.replace(b"value = 2", b"value = 1")
    )  # the code of one under the text of the other
    assert _value(file, b"value = 1") == 2
    if by == "mode":
        file.chmod(0o620)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert _value(file, b"value = 1") == 1
    assert file.read_bytes() == ours
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_second_start_compiles_nothing_and_qt_still_tells_what_it_takes(tmp_path: Path) -> None:
    first, second = (_run(_LOADS, tmp_path / "code") for _ in range(2))
    assert int(first[0]) > 5
    assert second == ["0", "True"]
    assert first[1] == "True"
