-- What officials say of corridors and of steps that are set against each other.

-- Which procedure stands in a block of a corridor (`block` is the block's key, such as 'KZ-transit'); no
-- procedure is none on purpose.
CREATE TABLE binding (
    corridor_id TEXT NOT NULL REFERENCES corridor (id),
    block TEXT NOT NULL,
    procedure_id TEXT REFERENCES procedure (id),
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (corridor_id, block)
) STRICT;

-- Two steps that belong together (`linked`) or do not; a step that stands alone has no other and is not
-- linked. Which of the two is named first says nothing.
CREATE TABLE pin (
    id TEXT PRIMARY KEY NOT NULL,
    left_step TEXT NOT NULL REFERENCES step (id),
    right_step TEXT REFERENCES step (id),
    linked INTEGER NOT NULL CHECK (linked IN (0, 1)),
    reviewer TEXT NOT NULL,
    delegation TEXT NOT NULL,
    at TEXT NOT NULL,
    CHECK (right_step IS NOT left_step),
    CHECK (linked = 0 OR right_step IS NOT NULL)
) STRICT;

CREATE INDEX binding_by_procedure ON binding (procedure_id);
CREATE INDEX pin_by_left_step ON pin (left_step);
CREATE INDEX pin_by_right_step ON pin (right_step);
CREATE UNIQUE INDEX pin_of_steps ON pin (min(left_step, ifnull(right_step, '')), max(left_step, ifnull(right_step, '')));
