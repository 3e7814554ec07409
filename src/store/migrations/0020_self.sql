-- Who people are: each question a program's switch, what the notice said when, who was told of a change, a device that is handed over.
CREATE TABLE demographic_answer_anew (
    id          INTEGER PRIMARY KEY,
    reference   BLOB NOT NULL REFERENCES subject (reference),
    question    TEXT NOT NULL CHECK (question IN ('race', 'sex', 'disability', 'veteran', 'military')),
    basis       TEXT NOT NULL CHECK (basis IN ('self', 'read_out', 'released_by_source')),
    notice      TEXT NOT NULL,
    nonce       BLOB NOT NULL,
    ciphertext  BLOB NOT NULL,
    answered_on TEXT NOT NULL,
    is_skipped  INTEGER NOT NULL DEFAULT 0 CHECK (is_skipped IN (0, 1)),
    UNIQUE (reference, question)
) STRICT;
INSERT INTO demographic_answer_anew (id, reference, question, basis, notice, nonce, ciphertext, answered_on)
SELECT id, reference, question, CASE basis WHEN 'told_to_staff' THEN 'read_out' ELSE basis END,
       CASE basis WHEN 'released_by_source' THEN '' ELSE notice END, nonce, ciphertext, answered_on
FROM demographic_answer;
DROP TABLE demographic_answer;
ALTER TABLE demographic_answer_anew RENAME TO demographic_answer;

CREATE TABLE self_id_setting (
    id          INTEGER PRIMARY KEY,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    seq         INTEGER NOT NULL,
    questions   TEXT NOT NULL,
    has_detail  INTEGER NOT NULL CHECK (has_detail IN (0, 1)),
    has_words   INTEGER NOT NULL CHECK (has_words IN (0, 1)),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    UNIQUE (program_id, seq)
) STRICT;

CREATE TABLE notice_version (
    id       INTEGER PRIMARY KEY,
    version  TEXT NOT NULL UNIQUE,
    facts    TEXT NOT NULL,
    first_at INTEGER NOT NULL
) STRICT;

CREATE TABLE notice_text (
    id       INTEGER PRIMARY KEY,
    version  TEXT NOT NULL REFERENCES notice_version (version),
    language TEXT NOT NULL,
    body     TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    UNIQUE (version, language)
) STRICT;

CREATE TABLE program_notice (
    id           INTEGER PRIMARY KEY,
    program_id   INTEGER NOT NULL REFERENCES program (id),
    seq          INTEGER NOT NULL,
    version      TEXT NOT NULL REFERENCES notice_version (version),
    since        INTEGER NOT NULL,
    told_through INTEGER NOT NULL,
    UNIQUE (program_id, seq)
) STRICT;

CREATE TABLE notice_told (
    id         INTEGER PRIMARY KEY,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    program_id INTEGER NOT NULL REFERENCES program (id),
    version    TEXT NOT NULL REFERENCES notice_version (version),
    told_at    INTEGER NOT NULL,
    settled_at INTEGER,
    UNIQUE (person_id, version)
) STRICT;

CREATE TABLE self_id_sitting (
    id         INTEGER PRIMARY KEY,
    link_id    INTEGER NOT NULL UNIQUE REFERENCES access_link (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    started_at INTEGER NOT NULL
) STRICT;
