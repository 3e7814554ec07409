//! Rows of every table about somebody, each with a sentinel in every column.

use super::columns::{self, word_for};
use super::walk::Walk;
use crate::rules::schema::SCHEMA;
use fairfloor::store::Actor;
use rusqlite::types::Value;

impl Walk {
    /// Rows of every table about somebody, each with its sentinels.
    pub async fn plant(&mut self, other: &str) {
        let (client, owner, other) = (self.app.alpha.client_key, self.app.alpha.owner_key, other.to_owned());
        let (program, advisor) = (self.app.alpha.key, self.app.account("Ada").0);
        let garden = std::mem::take(&mut self.garden);
        let planted = self.app.db.write(Actor::system(), move |tx| {
            let row = |sql: &str| tx.query_row(sql, [], |row| row.get::<_, Value>(0));
            let other = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [other], |row| row.get::<_, Value>(0))?;
            let partner = row("SELECT max(id) FROM partner")?;
            let enrollment = tx.query_row("SELECT id FROM enrollment WHERE business_id = ?1", [client], |row| row.get::<_, Value>(0))?;
            let about = [
                ("business_id", Value::Integer(client)),
                ("enrollment_id", enrollment),
                ("person_id", Value::Integer(owner)),
                ("program_id", Value::Integer(program)),
                ("account_id", Value::Integer(advisor)),
                ("referral_id", other),
                ("partner_id", partner),
                ("code_mac", Value::Blob(vec![1])),
            ];
            for table in [
                "service",
                "follow_up",
                "intake",
                "import_run",
                "import_question",
                "space_need",
                "site",
                "site_referral",
                "allocation_rule",
                "allocation",
                "referral_secret",
                "non_disclosure",
                "partner_task",
                "client_word",
                "inbound",
                "body_member",
                "member_statement",
                "body_meeting",
                "body_decision",
                "body_recusal",
                "deployment",
                "job_position",
                "certification",
                "commitment",
                "commitment_check",
                "outcome",
                "outcome_answer",
                "outcome_evidence",
                "indicator",
                "indicator_comment",
                "story",
                "story_step",
                "story_consent",
                "note",
                "note_text",
                "attachment",
                "location",
                "occupancy",
                "glass",
                "legal_hold",
                "erasure_request",
                "correction_request",
                "complaint",
                "helper",
            ] {
                let mut given: Vec<(&str, Value)> = about.to_vec();
                if table == "inbound" {
                    given.push(("closed_at", Value::Integer(1)));
                }
                if table == "job_position" {
                    given.push(("snapshot_id", row(&format!("SELECT max(id) FROM job_snapshot WHERE business_id = {client}"))?));
                }
                // A client says it: then nobody of staff does.
                if table.starts_with("indicator") {
                    given.retain(|(name, _)| *name != "account_id");
                }
                if table == "deployment" {
                    // What was awarded was not refused.
                    given.push(("refused_on", Value::Null));
                }
                if table == "indicator_comment" {
                    given.push(("indicator_id", row("SELECT max(id) FROM indicator")?));
                }
                if table == "attachment" {
                    given.push(("service_id", row("SELECT max(id) FROM service")?));
                }
                let known: Vec<String> =
                    columns::columns(SCHEMA).into_iter().filter(|one| one.table == table).map(|one| one.name).collect();
                given.retain(|(name, _)| known.iter().any(|one| one == name));
                garden.plant(tx, table, &given)?;
                if table == "deployment" {
                    given.retain(|(name, _)| *name != "refused_on");
                    given.push(("public_id", Value::Text(format!("{:z<26}", "refused"))));
                    given.extend(["awarded", "awarded_on", "delivered", "delivered_on"].map(|name| (name, Value::Null)));
                    garden.plant(tx, table, &given)?;
                }
            }
            let text = word_for("message.body");
            tx.execute(
                "INSERT INTO message (referral_id, party, readers, body, at, settled_why) SELECT id, 'advisor', 'client', ?1, 1, ?2 FROM referral",
                [text, word_for("message.settled_why")],
            )?;
            for table in ["account", "business", "person", "ownership", "enrollment", "job_snapshot", "consent"] {
                garden.sow(tx, table)?;
            }
            Ok(garden)
        });
        self.garden = planted.await.unwrap();
    }
}
