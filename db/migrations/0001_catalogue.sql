-- The catalogue: all that the country folders and the reference lists hold, marks, proposals, journal, search.
-- Column names are those of the CSV files. Lists inside a cell are separated by ';'.

CREATE TABLE source (
    country TEXT REFERENCES country (iso2),
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT,
    year TEXT,
    url TEXT,
    licence TEXT,
    accessed TEXT
) STRICT;

CREATE TABLE activity (
    code TEXT PRIMARY KEY NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('Prepare', 'Certify', 'Transport', 'Declare', 'Pay', 'Inspect', 'Border', 'Release', 'After')),
    stage_ru TEXT,
    stage_zh TEXT,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    typical_agency_kind TEXT,
    bsp TEXT
) STRICT;

CREATE TABLE country (
    iso2 TEXT PRIMARY KEY NOT NULL,
    iso3 TEXT,
    numeric TEXT,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    name_local TEXT,
    sco_status TEXT,
    sco_since TEXT,
    currency TEXT,
    customs_union TEXT,
    wto_status TEXT,
    wto_since TEXT,
    tir_party TEXT,
    customs_authority_en TEXT,
    customs_authority_local TEXT,
    customs_authority_ru TEXT,
    customs_authority_zh TEXT,
    single_window TEXT,
    official_languages TEXT,
    source_ids TEXT
) STRICT;

CREATE TABLE standard (
    id TEXT PRIMARY KEY NOT NULL,
    instrument TEXT NOT NULL,
    instrument_ru TEXT,
    instrument_zh TEXT,
    article TEXT,
    title_en TEXT,
    title_ru TEXT,
    title_zh TEXT,
    gist TEXT,
    gist_ru TEXT,
    gist_zh TEXT,
    url TEXT,
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE commitment (
    country TEXT NOT NULL REFERENCES country (iso2),
    standard_id TEXT NOT NULL REFERENCES standard (id),
    category TEXT,
    date_definitive TEXT,
    source_id TEXT REFERENCES source (id),
    note TEXT,
    PRIMARY KEY (country, standard_id)
) STRICT;

CREATE TABLE indicator (
    id TEXT PRIMARY KEY NOT NULL,
    country TEXT NOT NULL REFERENCES country (iso2),
    indicator TEXT NOT NULL,
    year TEXT,
    value REAL,
    unit TEXT,
    source_id TEXT REFERENCES source (id),
    note TEXT
) STRICT;

CREATE TABLE document_code (
    un_edifact_1001 TEXT PRIMARY KEY NOT NULL,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE data_element (
    tag TEXT PRIMARY KEY NOT NULL,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    definition_en TEXT,
    format TEXT,
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE document_element (
    id TEXT PRIMARY KEY NOT NULL,
    un_edifact_1001 TEXT NOT NULL,
    form_en TEXT,
    box TEXT,
    box_name_en TEXT,
    tag TEXT NOT NULL REFERENCES data_element (tag),
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE code_list (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    source_id TEXT REFERENCES source (id),
    PRIMARY KEY (kind, code)
) STRICT;

CREATE TABLE corridor (
    id TEXT PRIMARY KEY NOT NULL,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    mode TEXT,
    description TEXT,
    description_ru TEXT,
    description_zh TEXT,
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE corridor_leg (
    corridor_id TEXT NOT NULL REFERENCES corridor (id),
    seq INTEGER NOT NULL,
    country TEXT NOT NULL,
    location_name TEXT,
    location_name_ru TEXT,
    location_name_zh TEXT,
    unlocode TEXT,
    kind TEXT,
    note TEXT,
    source_ids TEXT,
    PRIMARY KEY (corridor_id, seq)
) STRICT;

CREATE TABLE cpmm (
    id TEXT PRIMARY KEY NOT NULL,
    bcp TEXT,
    country TEXT,
    neighbour TEXT,
    mode TEXT,
    direction TEXT,
    activity TEXT,
    avg_hours REAL,
    avg_cost_usd REAL,
    year TEXT,
    source_id TEXT REFERENCES source (id),
    activity_code TEXT,
    note TEXT
) STRICT;

CREATE TABLE trade_flow (
    id TEXT PRIMARY KEY NOT NULL,
    reporter TEXT NOT NULL,
    partner TEXT NOT NULL,
    year TEXT,
    export_usd_m REAL,
    import_usd_m REAL,
    source_id TEXT REFERENCES source (id),
    turnover_usd_m REAL,
    note TEXT
) STRICT;

CREATE TABLE exchange_rate (
    currency TEXT PRIMARY KEY NOT NULL,
    units_per_usd REAL NOT NULL,
    date TEXT NOT NULL,
    kind TEXT,
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE agency (
    country TEXT NOT NULL REFERENCES country (iso2),
    id TEXT PRIMARY KEY NOT NULL,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    name_local TEXT,
    kind TEXT CHECK (kind IN ('customs', 'border_guard', 'phytosanitary', 'veterinary', 'sanitary', 'standards', 'transport', 'bank', 'chamber', 'tax', 'trade_ministry', 'single_window', 'broker', 'terminal', 'carrier', 'trader', 'police', 'other')),
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE location (
    country TEXT NOT NULL REFERENCES country (iso2),
    id TEXT PRIMARY KEY NOT NULL,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    kind TEXT CHECK (kind IN ('border_road', 'border_rail', 'seaport', 'airport', 'dry_port', 'inland_customs', 'logistics_centre')),
    unlocode TEXT,
    lat REAL,
    lon REAL,
    neighbour TEXT,
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE procedure (
    country TEXT NOT NULL REFERENCES country (iso2),
    id TEXT PRIMARY KEY NOT NULL,
    regime TEXT NOT NULL CHECK (regime IN ('import', 'export', 'transit', 'border_crossing', 'parcel_import', 'temporary_admission')),
    title_en TEXT NOT NULL,
    title_ru TEXT,
    title_zh TEXT,
    mode TEXT NOT NULL CHECK (mode IN ('road', 'rail', 'sea', 'air', 'any')),
    view TEXT CHECK (view IN ('detailed', 'stages')),
    goods TEXT,
    goods_ru TEXT,
    goods_zh TEXT,
    location_id TEXT REFERENCES location (id),
    as_of TEXT,
    volume_per_year REAL,
    volume_unit TEXT,
    note TEXT,
    source_ids TEXT
) STRICT;

CREATE TABLE step (
    country TEXT NOT NULL REFERENCES country (iso2),
    id TEXT PRIMARY KEY NOT NULL,
    procedure_id TEXT NOT NULL REFERENCES procedure (id),
    seq INTEGER NOT NULL,
    title_en TEXT NOT NULL,
    title_ru TEXT,
    title_zh TEXT,
    activity TEXT NOT NULL REFERENCES activity (code),
    agency_id TEXT REFERENCES agency (id),
    depends_on TEXT,
    channel TEXT CHECK (channel IN ('automatic', 'online', 'mixed', 'paper', 'in_person')),
    condition TEXT,
    condition_ru TEXT,
    condition_zh TEXT,
    choice TEXT,
    time_min_h REAL,
    time_typ_h REAL,
    time_max_h REAL,
    time_kind TEXT CHECK (time_kind IN ('duration', 'limit', 'lead', 'aggregate')),
    time_covers TEXT,
    cost_amount REAL,
    cost_currency TEXT,
    cost_basis TEXT,
    cost_kind TEXT CHECK (cost_kind IN ('fee', 'band', 'rate', 'aggregate')),
    cost_covers TEXT,
    visits INTEGER,
    legal_basis TEXT,
    evidence TEXT CHECK (evidence IN ('measured', 'official', 'survey', 'guide', 'derived')),
    source_id TEXT,
    locator TEXT,
    note TEXT
) STRICT;

CREATE TABLE document (
    country TEXT NOT NULL REFERENCES country (iso2),
    id TEXT PRIMARY KEY NOT NULL,
    name_en TEXT NOT NULL,
    name_ru TEXT,
    name_zh TEXT,
    name_local TEXT,
    un_edifact_1001 TEXT,
    issuer_agency_id TEXT REFERENCES agency (id),
    source_id TEXT REFERENCES source (id)
) STRICT;

CREATE TABLE step_document (
    country TEXT NOT NULL REFERENCES country (iso2),
    step_id TEXT NOT NULL REFERENCES step (id),
    document_id TEXT NOT NULL REFERENCES document (id),
    role TEXT NOT NULL CHECK (role IN ('input', 'output', 'shown')),
    form TEXT CHECK (form IN ('original', 'copy', 'electronic')),
    copies INTEGER,
    PRIMARY KEY (step_id, document_id, role)
) STRICT;


-- What reviewers decide. A mark on a document belongs to the step that handles the document.
CREATE TABLE mark (
    id TEXT PRIMARY KEY NOT NULL,
    step_id TEXT NOT NULL REFERENCES step (id),
    document_id TEXT REFERENCES document (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('keep', 'remove', 'merge', 'submit_once', 'parallel', 'online', 'risk_based', 'law_first')),
    reason TEXT NOT NULL,
    article TEXT,
    merge_into TEXT REFERENCES step (id),
    finding TEXT,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL,
    as_stood TEXT NOT NULL
) STRICT;

-- A proposal for the meeting: which countries, regime and mode, and what its title page says.
CREATE TABLE proposal (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'circulated', 'adopted', 'withdrawn')),
    regime TEXT NOT NULL,
    mode TEXT,
    procedures TEXT NOT NULL,
    case_kind TEXT NOT NULL DEFAULT 'base' CHECK (case_kind IN ('base', 'worst')),
    made_from TEXT NOT NULL DEFAULT 'marks' CHECK (made_from IN ('marks', 'findings')),
    summary TEXT,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- The journal. An entry is one action of a user; an undo is an entry of its own that names its target.
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    target TEXT REFERENCES entry (id),
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
    label TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- One row touched by an entry: whole old and new row as JSON; old is NULL for an insert, new for a delete.
CREATE TABLE change (
    entry_id TEXT NOT NULL REFERENCES entry (id),
    n INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    old TEXT,
    new TEXT
) STRICT;

-- Which entry is being written. Triggers on each table record into it; with none open others refuse the
-- change, so that nothing changes outside the journal. `recording` is 0 only while a file is built.
CREATE TABLE journal_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    entry_id TEXT REFERENCES entry (id),
    recording INTEGER NOT NULL CHECK (recording IN (0, 1))
) STRICT;
INSERT INTO journal_state VALUES (1, NULL, 0);

-- Where the catalogue comes from: release of the starting content, day of creation.
CREATE TABLE about (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- Search over everything. `found` holds the words of one row, made even by search_text.py: those of its
-- title apart, so that a hit in a title comes first; `search` indexes them.
-- search_index.py writes both (old releases of SQLite let no trigger of a file write to such a table). Only ASCII signs part the
-- words here: whatever else is no letter or digit has gone before.
CREATE TABLE found (
    n INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    procedure_id TEXT,
    country TEXT,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (kind, row_id)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(title, words, content='found', content_rowid='n', tokenize='ascii', prefix='2 3');

CREATE INDEX step_by_procedure ON step (procedure_id, seq);
CREATE INDEX step_by_activity ON step (activity);
CREATE INDEX step_by_agency ON step (agency_id);
CREATE INDEX step_document_by_document ON step_document (document_id);
CREATE INDEX procedure_by_regime ON procedure (regime, mode, country);
CREATE INDEX mark_by_step ON mark (step_id);
CREATE UNIQUE INDEX mark_of_reviewer ON mark (reviewer, delegation, step_id, ifnull(document_id, ''));
CREATE INDEX change_by_entry ON change (entry_id, n);
CREATE INDEX change_by_row ON change (table_name, row_key, n);
CREATE INDEX entry_by_kind_state ON entry (kind, state, seq);
