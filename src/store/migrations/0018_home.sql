-- A device on which somebody stays signed in to their own pages, to see where things stand and nothing more.
CREATE TABLE own_device (
    id          INTEGER PRIMARY KEY,
    token_hash  BLOB NOT NULL UNIQUE,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    address_mac BLOB NOT NULL,
    way         TEXT NOT NULL CHECK (way IN ('email', 'text')),
    since       INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    ended_at    INTEGER
) STRICT;
CREATE INDEX own_device_person ON own_device (person_id);

-- What somebody asks for on their own page besides the table of events.
CREATE TABLE client_word (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    person_id   INTEGER NOT NULL REFERENCES person (id),
    kind        TEXT NOT NULL CHECK (kind IN ('remind', 'not_contacted', 'wrong')),
    body        TEXT,
    due_on      TEXT,
    at          INTEGER NOT NULL,
    done_at     INTEGER,
    done_by     INTEGER REFERENCES account (id),
    UNIQUE (referral_id, kind, due_on)
) STRICT;
CREATE INDEX client_word_open ON client_word (done_at, referral_id);
