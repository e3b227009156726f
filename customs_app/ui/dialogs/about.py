"""What the application is, which version, and under which licences its parts stand."""

import platform

import PySide6

from customs_app import __version__
from customs_app.language.words import Words


def about_text(words: Words) -> str:
    """Name, version and licences, worded."""
    lines = (
        words.text("Catalogue of customs procedures of the SCO member states"),
        words.text(
            "Version {version} · Python {python} · Qt for Python {qt}",
            version=__version__,
            python=platform.python_version(),
            qt=PySide6.__version__,
        ),
        words.text("This application: Apache-2.0."),
        words.text(
            "With Qt and Qt for Python (LGPL-3.0), fonts of Noto (OFL-1.1), icons of Lucide (ISC), "
            "openpyxl (MIT), ReportLab (BSD), sqlite-utils (Apache-2.0), pypdfium2 (Apache-2.0, BSD)."
        ),
    )
    return "\n\n".join(lines)
