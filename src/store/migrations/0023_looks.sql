-- Whom a notice was written to, and which owner wrote a message; looks at what is one person's own.
ALTER TABLE outbox_message ADD COLUMN person_id INTEGER REFERENCES person (id);
ALTER TABLE message ADD COLUMN person_id INTEGER REFERENCES person (id);

CREATE TABLE look_anew (
    id          INTEGER PRIMARY KEY,
    business_id INTEGER REFERENCES business (id),
    program_id  INTEGER NOT NULL REFERENCES program (id),
    referral_id INTEGER REFERENCES referral (id),
    partner_id  INTEGER REFERENCES partner (id),
    viewer      TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('advisor', 'colleague', 'manager', 'partner', 'steward', 'admin')),
    part        TEXT NOT NULL CHECK (part IN ('record', 'referral', 'letter', 'request', 'contact', 'file', 'report', 'notice', 'correction', 'complaint')),
    on_day      TEXT NOT NULL,
    at          INTEGER NOT NULL,
    person_id   INTEGER REFERENCES person (id)
) STRICT;
INSERT INTO look_anew (id, business_id, program_id, referral_id, partner_id, viewer, role, part, on_day, at)
SELECT id, business_id, program_id, referral_id, partner_id, viewer, role, part, on_day, at
FROM look;
DROP TABLE look;
ALTER TABLE look_anew RENAME TO look;
CREATE UNIQUE INDEX look_once ON look (viewer, on_day, part, program_id, coalesce(business_id, 0), coalesce(referral_id, 0), coalesce(person_id, 0));
CREATE INDEX look_business ON look (business_id, at);
CREATE INDEX look_person ON look (person_id, at);
