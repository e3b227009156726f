-- What delegations do together: rounds, comments, dismissed findings, meetings and what they decide.

-- A round of review: as long as it is blind nobody sees what others mark in its procedures (ids, separated
-- by ';'; empty is every procedure).
CREATE TABLE round (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    procedures TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('blind', 'open')),
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    started_at TEXT NOT NULL,
    opened_reviewer TEXT,
    opened_delegation TEXT,
    opened_at TEXT,
    CHECK ((state = 'open') = (opened_at IS NOT NULL)),
    CHECK ((opened_at IS NULL) = (opened_reviewer IS NULL) AND (opened_at IS NULL) = (opened_delegation IS NULL))
) STRICT;

-- What somebody says under a mark.
CREATE TABLE comment (
    id TEXT PRIMARY KEY NOT NULL,
    mark_id TEXT NOT NULL REFERENCES mark (id),
    text TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- One reviewer's word that a finding is none. `as_stood` is the digest of its evidence on that day.
CREATE TABLE dismissal (
    id TEXT PRIMARY KEY NOT NULL,
    finding TEXT NOT NULL,
    procedure_id TEXT NOT NULL REFERENCES procedure (id),
    reason TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL,
    as_stood TEXT NOT NULL
) STRICT;

-- A meeting over procedures with the delegations that take part, and the steps on its agenda where it is
-- not about all of theirs. Lists are separated by ';'. A step that is gone stays on the agenda by its id.
CREATE TABLE meeting (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    procedures TEXT NOT NULL,
    delegations TEXT NOT NULL,
    steps TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT
) STRICT;

-- What a meeting decides. `votes` is JSON: delegation -> verdict that it had marked; NULL where not opened.
CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    step_id TEXT NOT NULL REFERENCES step (id),
    document_id TEXT REFERENCES document (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('keep', 'remove', 'merge', 'submit_once', 'parallel', 'online', 'risk_based', 'law_first')),
    reason TEXT NOT NULL,
    article TEXT,
    merge_into TEXT REFERENCES step (id),
    votes TEXT,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    taken_up_at TEXT NOT NULL,
    at TEXT NOT NULL,
    as_stood TEXT NOT NULL
) STRICT;

-- A delegation that does not go along with a decision, or only with a reservation.
CREATE TABLE dissent (
    id TEXT PRIMARY KEY NOT NULL,
    decision_id TEXT NOT NULL REFERENCES decision (id),
    delegation TEXT NOT NULL,
    position TEXT NOT NULL CHECK (position IN ('reserve', 'considering', 'against')),
    reason TEXT NOT NULL
) STRICT;

-- A line that somebody writes into the minutes, about a step or about none.
CREATE TABLE note (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    step_id TEXT REFERENCES step (id),
    text TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX comment_by_mark ON comment (mark_id);
CREATE UNIQUE INDEX dismissal_of_reviewer ON dismissal (reviewer, delegation, procedure_id, finding);
CREATE INDEX decision_by_step ON decision (step_id);
CREATE UNIQUE INDEX decision_of_meeting ON decision (meeting_id, step_id, ifnull(document_id, ''));
CREATE UNIQUE INDEX dissent_of_delegation ON dissent (decision_id, delegation);
CREATE INDEX note_by_meeting ON note (meeting_id);
CREATE INDEX note_by_step ON note (step_id);
