//! What changed since a file was made: each record it holds, as it would be written now, beside the digests of what was written.

use super::{clients, lines, sessions, trainings};
use crate::error::{Error, Result};
use crate::firewall::filing::{self, Days, Filing, digests};
use crate::store::Keyring;
use crate::values::{FiledId, FilingForm};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeMap;

/// A record that would be written otherwise now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drifted {
    /// What staff call it.
    pub label: String,
    /// The fields of the form that changed.
    pub fields: Vec<String>,
}

/// A record as it would be written now: its key, what staff call it, what it holds.
pub(super) type Now = (String, String, Vec<(String, String)>);

/// What would be written otherwise now. What people say about themselves is not looked at.
pub fn drift(conn: &Connection, keys: &Keyring, filing: &Filing, file: &FiledId) -> Result<Vec<Drifted>> {
    let sql = "SELECT id, first_on, last_on FROM filing_made WHERE public_id = :file AND filing_id = :filing";
    let params = named_params! { ":file": file, ":filing": filing.key };
    let read = |row: &Row<'_>| Ok((row.get("id")?, Days { first: row.get("first_on")?, last: row.get("last_on")? }));
    let (made, days): (i64, Days) = conn.prepare_cached(sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)?;
    let now: Vec<Now> = match filing.form {
        FilingForm::Table => Vec::new(),
        FilingForm::Sba641 => {
            let drafts = sessions::gather(conn, keys, filing, &sessions::Which::In(made))?.into_iter();
            drafts.map(|draft| (draft.record.service.to_string(), draft.record.label, draft.record.session.facts())).collect()
        }
        FilingForm::Sba888 => {
            let drafts = trainings::gather(conn, filing, &trainings::Which::In(made))?.into_iter();
            drafts.map(|draft| (draft.record.training.to_string(), draft.record.label, draft.record.training_facts.facts())).collect()
        }
        FilingForm::Ssbci | FilingForm::Mep => {
            let drafts = clients::gather(conn, keys, filing, days, Some(made))?.into_iter();
            drafts.map(|draft| (draft.record.business.to_string(), draft.record.label, draft.record.row.facts())).collect()
        }
        FilingForm::Cdbg | FilingForm::LogicModel | FilingForm::OwnTable => lines::known(conn, filing, days)?,
    };
    let sql = "
        SELECT coalesce(CAST(coalesce(service_id, training_id, business_id) AS TEXT), line) AS record, digests
        FROM filing_record
        WHERE made_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let written = statement.query_map([made], |row| Ok((row.get::<_, String>("record")?, row.get::<_, String>("digests")?)))?;
    let written: BTreeMap<String, String> = written.collect::<rusqlite::Result<_>>()?;
    let mut drifted = Vec::new();
    // A line or a client that would not be written any more.
    let gone = written.keys().filter(|record| !now.iter().any(|(known, ..)| known == *record));
    drifted.extend(gone.map(|record| {
        let label =
            if record.parse::<i64>().is_ok() { format!("A {} that it holds", filing::pieces(filing.form).0) } else { record.clone() };
        Drifted { label, fields: vec!["not there any more".to_owned()] }
    }));
    for (record, label, facts) in now {
        // A line that was added since is no change of this file.
        if !written.contains_key(&record) {
            continue;
        }
        let then: BTreeMap<String, String> = serde_json::from_str(written.get(&record).map_or("{}", String::as_str))?;
        // What came with an archive was digested by another keyring: it is not compared.
        if then.is_empty() && written.contains_key(&record) {
            continue;
        }
        let now = digests(keys, file, &facts);
        let fields: Vec<String> = then.keys().chain(now.keys()).filter(|field| then.get(*field) != now.get(*field)).cloned().collect();
        if !fields.is_empty() {
            let fields = fields.into_iter().collect::<std::collections::BTreeSet<_>>().into_iter().collect();
            drifted.push(Drifted { label, fields });
        }
    }
    Ok(drifted)
}
