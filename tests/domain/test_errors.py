from customs_app.domain.errors import InputError, Problem
from customs_app.domain.text import Message, Text


def test_a_known_error_reads_as_a_sentence_whatever_it_names() -> None:
    inner = Message("{n} row", {"n": 2}, plural="{n} rows")
    message = Message(
        "{what} of {country}: {parts}", {"what": inner, "country": Text("China"), "parts": ("a", 1)}
    )
    problem = Problem("steps.csv", 4, "seq", Message("a whole number"))
    assert (
        str(InputError(message, [problem]))
        == "2 rows of China: a, 1\nsteps.csv, row 4, column seq: a whole number"
    )


def test_a_problem_of_a_whole_file_names_no_row() -> None:
    assert str(Problem("steps.csv", None, None, Message("UTF-8"))) == "steps.csv: UTF-8"
