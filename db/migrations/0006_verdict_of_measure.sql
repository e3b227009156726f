-- What a measure of a proposal asks, where an official has chosen another verdict than marks or findings ask,
-- and when that was chosen last: UTC, ISO 8601.
ALTER TABLE proposal_measure ADD COLUMN verdict TEXT CHECK (verdict IN (
    'remove', 'merge', 'submit_once', 'parallel', 'online', 'risk_based', 'law_first'
));
ALTER TABLE proposal_measure ADD COLUMN verdict_at TEXT;
