"""Printing where there is CUPS: its own commands take the PDF as it is, with its vectors and fonts."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from customs_app.domain.job import Progress
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.printing.job import PrintError, Printers, PrintJob, Sheet, Sides
from customs_app.ui.printing.page_range import as_text

_ASK_S, _SEND_S = 10, 120
_LIST, _PRINT = "lpstat", "lp"


def is_there() -> bool:
    """Whether the commands of CUPS are installed."""
    return shutil.which(_LIST) is not None and shutil.which(_PRINT) is not None


class Cups:
    """The queues of CUPS, those among them that are found in the network."""

    def printers(self) -> Printers:
        """The queues; raises PrintError where the service does not answer in ten seconds."""
        names = _run([_LIST, "-e"], _ASK_S)
        if names.returncode:
            return Printers(())  # CUPS is installed, but there is no queue or no service
        usual = _run([_LIST, "-d"], _ASK_S).stdout.strip().rpartition(": ")[2]
        states = _run([_LIST, "-p"], _ASK_S).stdout.splitlines()
        found = tuple(sorted(names.stdout.split(), key=str.casefold))
        stopped = frozenset(
            name for name in found if any(line.startswith(f"printer {name} disabled") for line in states)
        )
        return Printers(found, usual if usual in found else "", stopped)

    def send(self, job: PrintJob, progress: Progress) -> None:
        """Give the PDF to the queue; raises PrintError with what CUPS says."""
        progress(0, 1)
        done = _run(command(job), _SEND_S)
        if done.returncode:
            raise _refusal(job.printer, done)


def _refusal(printer: str, done: "subprocess.CompletedProcess[str]") -> PrintError:
    """What CUPS says, in the words of the window where it is one of the things that happen."""
    if printer not in _run([_LIST, "-e"], _ASK_S).stdout.split():
        return PrintError(Message(N_("There is no printer {printer}"), {"printer": printer}))
    said = " ".join(done.stderr.split()).removeprefix(f"{_PRINT}: ").rstrip(".")
    if "not accepting" in said:
        return PrintError(Message(N_("The printer {printer} accepts no jobs now"), {"printer": printer}))
    told = {"printer": printer, "reason": said or str(done.returncode)}
    return PrintError(Message(N_("The printer {printer} does not take the paper: {reason}"), told))


def command(job: PrintJob) -> Sequence[str]:
    """The command that prints a job."""
    words = [_PRINT, "-d", job.printer, "-t", job.title, "-n", str(job.copies)]
    if not job.whole:
        words += ["-P", as_text(job.pages)]
    if job.sides is not Sides.PRINTER:
        words += ["-o", f"sides={job.sides}"]
    if job.sheet is not Sheet.PRINTER:
        words += ["-o", f"media={job.sheet}"]
    if job.sheet not in (Sheet.PRINTER, Sheet.A4):
        words += ["-o", "fit-to-page"]  # the pages are A4: on other paper they would be cut
    if job.copies > 1:
        words += ["-o", "collate=true"]
    return [*words, "--", str(job.file)]


def _run(words: Sequence[str], seconds: float) -> "subprocess.CompletedProcess[str]":
    # What is listed is read, and therefore asked for in plain English.
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.run(  # noqa: S603 - no shell, and the options end before the file's name
            words,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env=env,
            stdin=subprocess.DEVNULL,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise PrintError(Message(N_("The print service does not answer"))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise PrintError(
            Message(N_("The print service cannot be asked: {reason}"), {"reason": reason})
        ) from error
