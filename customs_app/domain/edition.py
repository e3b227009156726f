"""An edition: a state of the catalogue that was frozen, and can no longer change."""

from customs_app.domain.record import record
from customs_app.domain.review import Reviewer


@record(frozen=True, slots=True)
class Edition:
    """A frozen state of the whole catalogue, or of what one proposal cites where `proposal_id` names it.

    `who` froze it `at` (UTC, ISO 8601). `sha256` (hexadecimal) is that of its content. `form` is the
    version of the catalogue's form in which the content is written.
    """

    id: str
    title: str
    at: str
    who: Reviewer
    proposal_id: str | None
    form: int
    sha256: str
