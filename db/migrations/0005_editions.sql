-- Editions: states of the catalogue that were frozen. They stand beside the journal, not in it: undo takes
-- none away, and none is part of what an edition freezes.

-- `content` is the canonical export (customs_app/catalogue/canonical.py), compressed by zlib, `sha256` its
-- hash. `written` is JSON, compressed alike: in which order the rows of each table were written. `form` is
-- the form of the catalogue then: the number of the newest of these scripts. `proposal_id` is the proposal whose
-- state was frozen; it may be gone since. `seal` is a hash over all the rest of the row and over the seal of
-- the edition before, which `before` repeats.
CREATE TABLE edition (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    at TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    proposal_id TEXT,
    form INTEGER NOT NULL CHECK (form > 0),
    sha256 TEXT NOT NULL,
    before TEXT,
    seal TEXT NOT NULL,
    content BLOB NOT NULL,
    written BLOB NOT NULL
) STRICT;

CREATE TRIGGER edition_never_altered BEFORE UPDATE ON edition
BEGIN SELECT RAISE(ABORT, 'an edition is never altered'); END;
CREATE TRIGGER edition_never_removed BEFORE DELETE ON edition
BEGIN SELECT RAISE(ABORT, 'an edition is never removed'); END;
CREATE TRIGGER edition_never_replaced BEFORE INSERT ON edition
WHEN EXISTS (SELECT 1 FROM edition WHERE id = new.id OR rowid = new.rowid)
BEGIN SELECT RAISE(ABORT, 'an edition is never replaced'); END;
