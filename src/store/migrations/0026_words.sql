-- What a program says about a release of its report, in its own words.
CREATE TABLE release_word (
    id         INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES report_release (id),
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    context    TEXT,
    answer     TEXT,
    written_by TEXT NOT NULL,
    at         INTEGER NOT NULL,
    UNIQUE (release_id, seq)
) STRICT;
