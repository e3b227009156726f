"""Another office program opens the workbook as it is."""

import shutil
import subprocess
from pathlib import Path

import pytest

from customs_app.domain.text import Language
from customs_app.reports.content import Content
from customs_app.reports.workbook import write_workbook


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_and_prints_it(proposal: Content, tmp_path: Path):
    write_workbook(proposal, tmp_path / "proposal.xlsx", Language.RU)
    done = subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "proposal.xlsx")),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr
    pdf = tmp_path / "proposal.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        assert "Таджикистан" in text
        assert "#REF!" not in text
        assert "Err:5" not in text
