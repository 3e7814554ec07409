//! A file of records without anything people said about themselves: to look at, and to see that the schema takes it. The command line
//! writes it, for it prints nobody's answers; the whole file is made by the steward.

use super::{Drafts, queries};
use crate::error::{Error, Result};
use crate::firewall::filing::{self, Days, Filing};
use crate::sba::{Document, Fault, Heads};
use crate::store::{Actor, Db, Object, Tx, digest};
use crate::values::{FilingForm, Vocabulary};

/// A draft as it was written.
pub struct Draft {
    /// The file.
    pub file: String,
    /// How many records are in it.
    pub records: usize,
    /// What keeps records out: what staff call the record, and what is wrong.
    pub kept_out: Vec<(String, String)>,
}

/// The filing of a form that is in force in a program.
pub fn find(conn: &rusqlite::Connection, program: i64, form: FilingForm) -> Result<Filing> {
    let filing = filing::list(conn)?.into_iter().find(|filing| filing.program == program && filing.form == form && filing.ended.is_none());
    filing.ok_or_else(|| {
        Error::Rejected(format!(
            "No filing of this kind is in force in this program ({}).\nNext: a data steward records it under Filings.",
            form.label()
        ))
    })
}

/// Writes a draft of the filing of a form in a program, on the record.
pub async fn write(db: &Db, actor: Actor, program: i64, form: FilingForm, days: Days) -> Result<Draft> {
    let house = db.clone();
    db.write(actor, move |tx| draft(tx, &house, program, form, days)).await
}

fn draft(tx: &Tx<'_>, db: &Db, program: i64, form: FilingForm, days: Days) -> Result<Draft> {
    let filing = find(tx, program, form)?;
    let drafts = queries::gather(tx, db.keys(), &filing, days)?;
    let (document, kept_out) = written(drafts)?;
    let records = document.records();
    let Some(file) = document.finish()? else {
        let first: Vec<String> = kept_out.iter().take(10).map(|(label, words)| format!("{label}: {words}")).collect();
        return Err(Error::Rejected(format!(
            "No record of these days is ready.\n{}\nNext: mend what is missing; a manager sees all of it under Reports, Checks before filing.",
            first.join("\n")
        )));
    };
    let digest: String = digest(file.as_bytes());
    let detail = format!("{} to {} records {records} sha256 {digest}", days.first, days.last);
    tx.audit_with("filing.drafted", Object::new("filing", &filing.id), &detail)?;
    Ok(Draft { file, records, kept_out })
}

/// The records that can be written, and what keeps the others out.
fn written(drafts: Drafts) -> Result<(Document, Vec<(String, String)>)> {
    let mut kept_out = Vec::new();
    let mut keep_out = |label: &str, faults: Vec<Fault>| kept_out.extend(faults.into_iter().map(|fault| (label.to_owned(), fault.words)));
    let document = match drafts {
        Drafts::Totals | Drafts::Lines(_) | Drafts::Clients(_) => {
            return Err(Error::Rejected(
                "Only the SBA's forms are drafted here. A data steward makes the other files under Filings.".to_owned(),
            ));
        }
        Drafts::Sessions(drafts) => {
            let mut document = Document::counseling()?;
            for draft in drafts {
                if !draft.record.session.write_draft(&mut document)? {
                    keep_out(&draft.record.label, draft.record.session.faults());
                }
            }
            document
        }
        Drafts::Trainings(drafts) => {
            let mut document = Document::training()?;
            for draft in drafts {
                let facts = &draft.record.training_facts;
                if !facts.write(&Heads::default(), &mut document)? {
                    keep_out(&draft.record.label, facts.faults());
                }
            }
            document
        }
    };
    Ok((document, kept_out))
}
