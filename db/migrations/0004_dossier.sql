-- What officials add to a proposal beside what its row holds. A measure is named by its key, which no table
-- holds: measures are made of marks or findings. An empty measure is the whole proposal, an empty country
-- the measure as a whole.

-- What the title page says besides: number, day, who asks for it (free text, and ids of standards separated
-- by ';'), and the corridor where the proposal is about one.
CREATE TABLE proposal_head (
    proposal_id TEXT PRIMARY KEY NOT NULL REFERENCES proposal (id),
    number TEXT,
    day TEXT,
    mandate TEXT,
    standards TEXT NOT NULL,
    corridor_id TEXT REFERENCES corridor (id)
) STRICT;

-- Whether a measure stands in the proposal (`taken`), and at which place.
CREATE TABLE proposal_measure (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    measure TEXT NOT NULL CHECK (measure <> ''),
    taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
    place INTEGER CHECK (place > 0),
    PRIMARY KEY (proposal_id, measure)
) STRICT;

-- A text that an official has written in place of the draft of that day.
CREATE TABLE proposal_text (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    measure TEXT NOT NULL,
    country TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('title', 'problem', 'summary', 'asked', 'now', 'proposed', 'grounds', 'control')),
    language TEXT NOT NULL CHECK (language IN ('en', 'ru', 'zh')),
    text TEXT NOT NULL,
    draft TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (proposal_id, measure, country, kind, language),
    CHECK (CASE
        WHEN kind = 'title' THEN country = ''
        WHEN kind IN ('problem', 'summary', 'asked') THEN measure = '' AND country = ''
        ELSE measure <> '' AND country <> '' END)
) STRICT;

-- On what terms a country makes the change: what it costs and who pays, who is responsible, until when.
CREATE TABLE proposal_terms (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    measure TEXT NOT NULL CHECK (measure <> ''),
    country TEXT NOT NULL REFERENCES country (iso2),
    cost_amount REAL,
    cost_currency TEXT,
    funds TEXT CHECK (funds IN ('national_budget', 'development_institution', 'other')),
    funds_note TEXT,
    agency_id TEXT REFERENCES agency (id),
    body TEXT,
    due TEXT,
    months INTEGER CHECK (months > 0),
    PRIMARY KEY (proposal_id, measure, country),
    CHECK ((cost_amount IS NULL) = (cost_currency IS NULL)),
    CHECK (due IS NULL OR months IS NULL)
) STRICT;

-- A law to amend that an official names; with a step, the law on which that step rests.
CREATE TABLE proposal_act (
    id TEXT PRIMARY KEY NOT NULL,
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    measure TEXT NOT NULL CHECK (measure <> ''),
    country TEXT NOT NULL REFERENCES country (iso2),
    act TEXT NOT NULL,
    change TEXT,
    step_id TEXT REFERENCES step (id),
    source_id TEXT REFERENCES source (id),
    locator TEXT
) STRICT;

-- Where a delegation stands on a measure, or on the whole proposal.
CREATE TABLE proposal_standpoint (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    measure TEXT NOT NULL,
    delegation TEXT NOT NULL,
    position TEXT NOT NULL CHECK (position IN ('for', 'reserve', 'considering', 'against')),
    reason TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    reviewer_delegation TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (proposal_id, measure, delegation)
) STRICT;

-- What somebody says about a measure, or about the whole proposal.
CREATE TABLE proposal_comment (
    id TEXT PRIMARY KEY NOT NULL,
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    measure TEXT NOT NULL,
    text TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX proposal_head_by_corridor ON proposal_head (corridor_id);
CREATE INDEX proposal_terms_by_agency ON proposal_terms (agency_id);
CREATE INDEX proposal_act_by_proposal ON proposal_act (proposal_id);
CREATE INDEX proposal_act_by_step ON proposal_act (step_id);
CREATE INDEX proposal_act_by_source ON proposal_act (source_id);
CREATE INDEX proposal_comment_by_proposal ON proposal_comment (proposal_id);
