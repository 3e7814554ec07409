//! Files that hold a record for each session or training: what is known of them comes from outside the wall, what people said is filled in
//! here, and both leave only as a sealed file.
//!
//! Why a skipped question keeps a record out: the form has a word for a refusal and none for silence, and none is made up.

use super::lines::Line;
use super::rows::DraftClient;
use super::{Days, Filing, told};
use crate::error::{Error, Result};
use crate::firewall::door::{Held, Reply};
use crate::firewall::reading::replies_of;
use crate::firewall::{Firewalled, headcounts};
use crate::sba::{self, Answers, Document, Fault, Heads, Loss, Mend, Told};
use crate::store::{Keyring, Tx};
use crate::values::{FiledId, FilingForm, Question, Vocabulary, is_formula_like};
use rusqlite::{Connection, named_params};
use std::collections::hash_map::{Entry, HashMap};
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroize;

/// What a file is made of.
pub enum Content {
    /// Totals of owners who were served.
    Totals,
    /// A record for each session.
    Sessions(Vec<DraftSession>),
    /// A record for each training.
    Trainings(Vec<DraftTraining>),
    /// Lines of a table.
    Lines(Vec<Line>),
    /// A row, or some, for each client.
    Clients(Vec<DraftClient>),
}

/// Row keys of owners, and their shares in hundredths of a percent.
pub type Owners = Vec<(i64, Option<u32>)>;

/// A session about to be filed.
#[derive(Debug, Clone)]
pub struct DraftSession {
    /// Row key of the service.
    pub service: i64,
    /// What staff call it: client and day.
    pub label: String,
    /// Row key of the person who is the client on the form; none where nobody is known.
    pub person: Option<i64>,
    /// Row keys of the owners on that day, and their shares in hundredths of a percent.
    pub owners: Owners,
    /// What is known of it.
    pub session: sba::Session,
}

/// A training about to be filed.
#[derive(Debug, Clone)]
pub struct DraftTraining {
    /// Row key of the training.
    pub training: i64,
    /// What staff call it: title and day.
    pub label: String,
    /// Row keys of the people of clients who came.
    pub people: Vec<i64>,
    /// What is known of it.
    pub training_facts: sba::Training,
}

/// The two sheets of a file of records.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Sheets {
    pub(super) file: String,
    pub(super) changes: String,
}

impl Drop for Sheets {
    fn drop(&mut self) {
        self.file.zeroize();
        self.changes.zeroize();
    }
}

/// A file that was written and is not sealed yet.
pub(super) struct Written {
    pub(super) sheets: Sheets,
    /// Row keys of those whose answers are in it.
    pub(super) people: BTreeSet<i64>,
    pub(super) left_out: i64,
    records: Vec<Record>,
    has_records: bool,
}

/// A record that a file holds: its row, and what it says.
pub(super) enum Record {
    Session(i64, Facts),
    Training(i64, Facts),
    Client(i64, Facts),
    Line(String, Facts),
}

/// What a record holds, by field.
type Facts = Vec<(String, String)>;

impl Written {
    /// Refuses a file that would leave something out without anybody having said so, or that would hold nothing.
    pub(super) fn refuse_unready(&self, form: FilingForm, leaves_out: bool) -> Result<()> {
        if !self.has_records {
            return Ok(());
        }
        if self.records.is_empty() {
            return Err(Error::Rejected(
                "Nothing was made: nothing of these days is ready. See what is missing under \"Check what would be filed\".".to_owned(),
            ));
        }
        if self.left_out > 0 && !leaves_out {
            let (one, many) = super::pieces(form);
            return Err(Error::Rejected(format!(
                "Nothing was made: {} not ready. See what is missing under \"Check what would be filed\", or tick that they wait for a later file.",
                if self.left_out == 1 { format!("1 {one} is") } else { format!("{} {many} are", self.left_out) }
            )));
        }
        Ok(())
    }

    /// Writes down which records a file holds: from now on they stay as they are.
    pub(super) fn note_records(&self, tx: &Tx<'_>, keys: &Keyring, made: i64, id: &FiledId) -> Result<()> {
        for record in &self.records {
            let (mut service, mut training, mut business, mut line) = (None, None, None, None);
            let facts = match record {
                Record::Session(key, facts) => (service.replace(*key), facts).1,
                Record::Training(key, facts) => (training.replace(*key), facts).1,
                Record::Client(key, facts) => (business.replace(*key), facts).1,
                Record::Line(words, facts) => (line.replace(words), facts).1,
            };
            let sql = "
                INSERT INTO filing_record (made_id, service_id, training_id, business_id, line, digests)
                VALUES (:made, :service, :training, :business, :line, :digests)";
            tx.prepare_cached(sql)?.execute(named_params! {
                ":made": made,
                ":service": service,
                ":training": training,
                ":business": business,
                ":line": line,
                ":digests": serde_json::to_string(&digests(keys, id, facts))?,
            })?;
        }
        Ok(())
    }
}

/// Keyed digests of what a record holds, by its fields: equal where nothing changed. Nothing can be read from them.
pub fn digests(keys: &Keyring, file: &FiledId, facts: &[(String, String)]) -> BTreeMap<String, String> {
    let mut fields: BTreeMap<&str, String> = BTreeMap::new();
    for (field, value) in facts {
        let all = fields.entry(field).or_default();
        all.push_str(value);
        all.push('\n');
    }
    let short = |field: &str, all: &str| {
        let mac = keys.audit_mac(&[b"filed", file.as_str().as_bytes(), field.as_bytes(), all.as_bytes()]);
        mac.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    };
    fields.into_iter().map(|(field, all)| (field.to_owned(), short(field, &all))).collect()
}

/// Writes what a filing holds. Only answers of people who were told of it are decrypted.
pub(super) fn write(conn: &Connection, keys: &Keyring, filing: &Filing, days: Days, content: Content) -> Result<Written> {
    let wall = Wall { conn, keys, filing, told: told(conn, filing.key)? };
    match content {
        Content::Totals => {
            let (table, people) = super::table::count(conn, keys, filing, days)?;
            Ok(Written {
                sheets: Sheets { file: table.to_string(), changes: String::new() },
                people: people.into_iter().collect(),
                left_out: 0,
                records: Vec::new(),
                has_records: false,
            })
        }
        Content::Sessions(drafts) => wall.sessions(drafts),
        Content::Trainings(drafts) => wall.trainings(drafts),
        Content::Lines(lines) => wall.lines(lines, days),
        Content::Clients(drafts) => wall.clients(drafts, days),
    }
}

/// Somebody's answers as far as the filing may hold them.
pub(super) struct Wall<'c> {
    pub(super) conn: &'c Connection,
    pub(super) keys: &'c Keyring,
    pub(super) filing: &'c Filing,
    told: BTreeSet<i64>,
}

impl Wall<'_> {
    /// What somebody said to the questions that the filing takes, under a notice that named it.
    pub(super) fn replies(&self, person: i64) -> Result<HashMap<&'static str, Firewalled<Reply>>> {
        let wanted = |answer: i64, question: Question| self.told.contains(&answer) && self.filing.questions.contains(&question);
        replies_of(self.conn, self.keys, person, wanted)
    }

    fn answers(&self, person: i64) -> Result<(Answers, bool)> {
        let replies = self.replies(person)?;
        let said = |question: Question| replies.get(question.code()).map_or(Told::Nothing, |reply| meant(reply.open()));
        let answers = Answers {
            race: said(Question::Race),
            sex: said(Question::Sex),
            disability: said(Question::Disability),
            military: said(Question::Military),
            veteran: said(Question::Veteran),
            women_bp: None,
        };
        Ok((answers, !replies.is_empty()))
    }

    /// How much women own: only where every owner's share is known, they are the whole, and each of them said their sex.
    fn women(&self, owners: &Owners) -> Result<Option<u32>> {
        let shares: Option<u32> = owners.iter().map(|(_, share)| *share).sum();
        if shares != Some(10_000) {
            return Ok(None);
        }
        let mut women = 0;
        for (person, share) in owners {
            let Told::Chosen { codes, .. } = self.answers(*person)?.0.sex else { return Ok(None) };
            if codes.iter().any(|code| code == "FEMALE") {
                women += share.unwrap_or_default();
            }
        }
        Ok(Some(women))
    }

    /// What the form says of a client: of the person who is the client there, and of those who own the business.
    fn client(&self, person: i64, owners: &Owners) -> Result<Answers> {
        let (answers, _) = self.answers(person)?;
        Ok(Answers { women_bp: self.women(owners)?, ..answers })
    }

    fn sessions(&self, drafts: Vec<DraftSession>) -> Result<Written> {
        let (mut document, mut people, mut records, mut left_out) = (Document::counseling()?, BTreeSet::new(), Vec::new(), 0);
        let mut changes = Changes::default();
        // One person may be the client of several businesses, with other owners beside them.
        let mut known: HashMap<(i64, Owners), Answers> = HashMap::new();
        for draft in drafts {
            let mut faults = draft.session.faults();
            let answers = match draft.person {
                None => {
                    faults.push(Fault::new(Mend::Person, NOBODY));
                    Answers::default()
                }
                Some(person) => match known.entry((person, draft.owners.clone())) {
                    Entry::Occupied(known) => known.get().clone(),
                    Entry::Vacant(free) => free.insert(self.client(person, &draft.owners)?).clone(),
                },
            };
            let mut losses = draft.session.losses();
            if faults.is_empty() && draft.session.write(&answers, &mut document, &mut losses)? {
                people.extend(draft.person);
                if answers.women_bp.is_some() {
                    people.extend(draft.owners.iter().map(|(owner, _)| *owner));
                }
                changes.lose(&draft.label, &losses);
                records.push(Record::Session(draft.service, draft.session.facts()));
            } else {
                if faults.is_empty() {
                    faults.push(Fault::new(Mend::SelfIdentification, NOT_ANSWERED));
                }
                left_out += 1;
                changes.leave_out(&draft.label, &faults);
            }
        }
        Written::of(document, changes, people, left_out, records)
    }

    fn trainings(&self, drafts: Vec<DraftTraining>) -> Result<Written> {
        let (mut document, mut people, mut records, mut left_out) = (Document::training()?, BTreeSet::new(), Vec::new(), 0);
        let mut changes = Changes::default();
        for draft in drafts {
            let mut heads = Heads::default();
            let mut came = Vec::new();
            for person in &draft.people {
                let (answers, has_some) = self.answers(*person)?;
                heads.add(&answers);
                if has_some {
                    came.push(*person);
                }
            }
            heads.add_counted(&headcounts::counted(self.conn, self.keys, draft.training)?);
            let mut faults = draft.training_facts.faults();
            if faults.is_empty() && draft.training_facts.write(&heads, &mut document)? {
                people.extend(came);
                changes.lose(&draft.label, &draft.training_facts.losses());
                records.push(Record::Training(draft.training, draft.training_facts.facts()));
            } else {
                if faults.is_empty() {
                    faults.push(Fault::new(Mend::Record, "More people are counted in a group than came"));
                }
                left_out += 1;
                changes.leave_out(&draft.label, &faults);
            }
        }
        Written::of(document, changes, people, left_out, records)
    }
}

/// What keeps a session out whose person has not answered.
pub const NOT_ANSWERED: &str = "They have not answered the question on race under a notice that names this recipient";

/// What keeps a session out whose client has no owner.
pub const NOBODY: &str = "Nobody is known who speaks for this client";

fn meant(reply: &Reply) -> Told {
    match reply.state {
        Held::Declined => Told::Declined,
        Held::Answered => Told::Chosen { codes: reply.codes.clone(), details: reply.details.clone(), words: reply.words.clone() },
        Held::Skipped | Held::Unknown => Told::Nothing,
    }
}

impl Written {
    fn of(document: Document, changes: Changes, people: BTreeSet<i64>, left_out: i64, records: Vec<Record>) -> Result<Self> {
        Self::with(document.finish()?.unwrap_or_default(), changes, people, left_out, records)
    }

    pub(super) fn with(file: String, changes: Changes, people: BTreeSet<i64>, left_out: i64, records: Vec<Record>) -> Result<Self> {
        Ok(Self { sheets: Sheets { file, changes: changes.csv()? }, people, left_out, records, has_records: true })
    }
}

/// The sheet for whoever files: what was written otherwise, and what was left out.
#[derive(Default)]
pub(super) struct Changes {
    rows: Vec<[String; 4]>,
}

impl Changes {
    pub(super) fn lose(&mut self, label: &str, losses: &[Loss]) {
        let row = |loss: &Loss| [label.to_owned(), loss.field.to_owned(), loss.held.clone(), loss.written.clone()];
        self.rows.extend(losses.iter().map(row));
    }

    pub(super) fn leave_out(&mut self, label: &str, faults: &[Fault]) {
        let row = |fault: &Fault| [label.to_owned(), "The whole record".to_owned(), fault.words.clone(), String::new()];
        self.rows.extend(faults.iter().map(row));
    }

    fn csv(self) -> Result<String> {
        let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(["record", "field", "as we hold it", "as it was written"]).map_err(|cause| broken(&cause))?;
        for row in self.rows {
            let cells = row.into_iter().map(|cell| if is_formula_like(&cell) { format!("'{cell}") } else { cell });
            table.write_record(cells).map_err(|cause| broken(&cause))?;
        }
        let bytes = table.into_inner().map_err(|cause| broken(&cause))?;
        String::from_utf8(bytes).map_err(|cause| broken(&cause))
    }
}
