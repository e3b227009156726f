import csv
import os

import pytest

from customs_app.domain.errors import InputError
from customs_app.domain.text import Message
from customs_app.exchange.csv_records import FILE_LIMIT, LINE_LIMIT, ROW_LIMIT, read_records
from customs_app.exchange.problems import LISTED, Problems


def read(path):
    problems = Problems()
    return read_records(path, "KZ/x.csv", problems), [str(problem) for problem in problems.listed]


def written(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    return path


def test_rows_are_numbered_as_a_spreadsheet_counts(tmp_path):
    path = written(tmp_path, '\ufeffid,note\r\nA,"two\r\nlines"\r\n\r\n,\r\nB,"a ""quote"""\r\n'.encode())
    records, problems = read(path)
    assert problems == []
    assert [(record.number, record.cells) for record in records] == [
        (1, ("id", "note")),
        (2, ("A", "two\r\nlines")),
        (5, ("B", 'a "quote"')),
    ]


def test_wrong_encoding_names_the_row_and_the_byte(tmp_path):
    path = written(tmp_path, b"id\n" + "Алматы".encode("cp1251") + b"\n")
    records, problems = read(path)
    assert records is None
    assert problems == ["KZ/x.csv, row 2: text in UTF-8; byte 4 of the file (hexadecimal C0) is not"]


def test_the_byte_is_counted_behind_a_byte_order_mark(tmp_path):
    _, problems = read(written(tmp_path, b"\xef\xbb\xbfid,\xff\n"))
    assert problems == ["KZ/x.csv, row 1: text in UTF-8; byte 7 of the file (hexadecimal FF) is not"]


def test_a_line_of_ten_gigabytes_is_refused_at_once(tmp_path):
    path = tmp_path / "x.csv"
    with path.open("wb") as file:
        file.write(b"id\nA")
        os.truncate(file.fileno(), 10 << 30)  # a sparse file: it takes no room on the disk
    records, problems = read(path)
    assert records is None
    assert problems == [f"KZ/x.csv, row 2: a line of at most {LINE_LIMIT} bytes, found a longer one"]


def test_a_file_without_end_is_refused(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes((b"a" * 99_999 + b"\n") * (FILE_LIMIT // 100_000 + 1))
    records, problems = read(path)
    assert records is None
    row = FILE_LIMIT // 100_000 + 1
    expected = f"a file of at most {FILE_LIMIT} bytes, found a longer one"
    assert problems == [f"KZ/x.csv, row {row}: {expected}"]


def test_rows_without_end_are_refused(tmp_path):
    records, problems = read(written(tmp_path, b"\n" * (ROW_LIMIT + 1)))
    assert records is None
    assert problems == [f"KZ/x.csv, row {ROW_LIMIT + 1}: at most {ROW_LIMIT} rows, found more"]


def test_a_long_text_is_read(tmp_path):
    records, problems = read(written(tmp_path, b"note\n" + b"x" * 400_000 + b"\n"))
    assert problems == []
    assert len(records[1].cells[0]) == 400_000


def test_the_limit_of_the_csv_module_is_put_back(tmp_path):
    before = csv.field_size_limit()
    read(written(tmp_path, b"id\n"))
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'id\n"A', "KZ/x.csv, row 2: a closing quote, found the end of the file"),
        (b'id\n"A"B\n', "KZ/x.csv, row 2: cells quoted as RFC 4180 says"),
        (b'id\n"A' + b"long\n" * 300_000, "KZ/x.csv, row 2: a cell of at most"),
        (b"id\rA\rB\r", "KZ/x.csv, row 1: cells quoted as RFC 4180 says"),
    ],
)
def test_broken_quoting_names_the_row_where_it_begins(tmp_path, content, problem):
    records, problems = read(written(tmp_path, content))
    assert records is None
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_what_is_no_file_is_refused(tmp_path):
    assert read(tmp_path / "none.csv") == (None, ["KZ/x.csv: a file, but it is missing"])
    assert read(tmp_path) == (None, ["KZ/x.csv: a file, found something else"])
    os.mkfifo(tmp_path / "pipe")
    assert read(tmp_path / "pipe") == (None, ["KZ/x.csv: a file, found something else"])


def test_problems_beyond_the_list_are_counted():
    problems = Problems()
    for row in range(LISTED + 5):
        problems.add("KZ/steps.csv", row, None, Message("wrong"))
    with pytest.raises(InputError) as refused:
        problems.refuse()
    assert len(refused.value.problems) == LISTED
    assert str(LISTED + 5) in str(refused.value).splitlines()[0]
