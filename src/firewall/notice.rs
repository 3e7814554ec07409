//! What people are told before they answer. It is made of what the program really does, so that it stays true: the ways to plain answers
//! that stand in this module, the filings in force, what a small office declares, and the threshold of the reports. Its version is a
//! digest of these facts: when one of them changes there is a new version, and people are told and asked again.

use super::facts::{declaration, filings};
use crate::error::Result;
use crate::i18n::{Args, Joiner, Language};
use crate::store::{Keyring, Tx, sha256};
use crate::values::{Basis, Instant, Question, Vocabulary};
use crate::web::Icon;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeSet;

/// What the sentences of the notice promise. Raise it with a sentence that promises something else; better wording needs no new version.
const EDITION: u32 = 2;
/// The version that answers carried before versions were digests.
const FIRST: &str = "2026-11";

/// Who reads plain answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promised {
    /// The person.
    OwnEyes,
    /// The report engine, which gives out protected totals.
    Totals,
    /// A steward, after a second person agreed.
    BreakGlass,
    /// A file with exact figures that must be sent.
    Filing,
}

impl Promised {
    fn code(self) -> &'static str {
        match self {
            Self::OwnEyes => "own_eyes",
            Self::Totals => "totals",
            Self::BreakGlass => "break_glass",
            Self::Filing => "filing",
        }
    }
}

/// Every function of this module that others may call and that comes to plain answers, with the promise that covers it. A test walks the
/// sources: a way that stands not here, or a line here without a way, fails it.
pub const READERS: &[(&str, Promised)] = &[
    ("own::own", Promised::OwnEyes),
    ("releasing::clients", Promised::Totals),
    ("glass::look", Promised::BreakGlass),
    ("filing::make", Promised::Filing),
];

/// What the notice is made of.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Facts {
    edition: u32,
    readers: Vec<String>,
    /// k: no total is about fewer.
    pub threshold: u32,
    /// Files with exact figures that must be sent.
    pub filings: Vec<DueFile>,
    /// What a small office declares.
    pub office: Option<SmallOffice>,
}

/// A file with exact figures that must be sent.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DueFile {
    /// Who gets it.
    pub recipient: String,
    /// The law, rule or contract.
    pub authority: String,
    /// Words of the questions it takes.
    pub questions: Vec<String>,
    /// What it says of each person.
    #[serde(default, skip_serializing_if = "Told::is_totals")]
    pub told: Told,
}

/// What a file says of each person. Why totals are not written down: versions from before there were records stay what they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Nothing: it holds totals.
    #[default]
    Totals,
    /// What they answered, if it takes answers, with a number of their business.
    Numbered,
    /// What they answered, with their name.
    Named,
}

impl Told {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_totals(&self) -> bool {
        *self == Self::Totals
    }

    fn of(filing: &super::facts::FilingFact) -> Self {
        match (filing.form.may_name(), filing.has_names) {
            (false, _) => Self::Totals,
            (true, false) => Self::Numbered,
            (true, true) => Self::Named,
        }
    }
}

/// What a small office declares.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SmallOffice {
    /// Why the roles cannot be kept apart.
    pub reason: String,
    /// Who stands outside and agrees first.
    pub outside: Option<String>,
}

/// One line of "who can see it".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Picture.
    pub icon: Icon,
    /// Sentence.
    pub words: String,
}

/// The facts as they are now for somebody who is a client of these programs.
pub fn told_now(conn: &Connection, programs: &[i64]) -> Result<Facts> {
    let threshold = conn.prepare_cached("SELECT threshold FROM organization")?.query_row([], |row| row.get("threshold"))?;
    let mut due = Vec::new();
    for program in programs {
        for filing in filings(conn, *program)? {
            let questions = filing.questions.iter().map(|question| question.code().to_owned()).collect();
            let told = Told::of(&filing);
            let filing = DueFile { recipient: filing.recipient, authority: filing.authority, questions, told };
            // Two programs may owe the same file to one recipient.
            if !due.contains(&filing) {
                due.push(filing);
            }
        }
    }
    let office = declaration(conn)?.map(|declared| SmallOffice { reason: declared.reason, outside: declared.outside });
    let mut readers: Vec<Promised> = READERS.iter().map(|(_, promised)| *promised).collect();
    readers.sort_unstable();
    readers.dedup();
    Ok(Facts {
        edition: EDITION,
        readers: readers.into_iter().map(|promised| promised.code().to_owned()).collect(),
        threshold,
        filings: due,
        office,
    })
}

impl Facts {
    /// Digest of the facts.
    pub fn version(&self) -> Result<String> {
        let digest = sha256(&serde_json::to_vec(self)?);
        Ok(digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }

    fn says(&self, promised: Promised) -> bool {
        self.readers.iter().any(|code| code == promised.code())
    }

    /// "Who can see it", in a language.
    pub fn lines(&self, language: Language) -> Vec<Line> {
        let say = |key: &str| language.say(key, Args::default());
        let mut lines = vec![(Icon::Lock, say("self-staff"))];
        if self.says(Promised::OwnEyes) {
            lines.push((Icon::Eye, say("self-own-eyes")));
        }
        if self.says(Promised::BreakGlass) {
            lines.push((Icon::Glass, say("self-glass")));
        }
        if let Some(office) = &self.office {
            lines.push((Icon::Accounts, office.words(language)));
        }
        if self.says(Promised::Totals) {
            lines.push((Icon::Reports, language.say("self-totals", Args::default().count("k", i64::from(self.threshold)))));
        }
        lines.extend(self.filings.iter().map(|filing| (Icon::Filing, filing.words(language))));
        if self.filings.is_empty() {
            lines.push((Icon::Outbox, say("self-no-file")));
        }
        lines.push((Icon::Cross, say("self-never-decides")));
        lines.into_iter().map(|(icon, words)| Line { icon, words: language.sentence(&words) }).collect()
    }

    /// Every sentence of the notice, as it is kept.
    pub fn text(&self, language: Language) -> String {
        let say = |key: &str| language.sentence(&language.say(key, Args::default()));
        let mut text = vec![say("self-lead"), say("self-why")];
        text.extend(self.lines(language).into_iter().map(|line| line.words));
        text.join("\n")
    }

    /// What is different from what was said before, in sentences.
    pub fn changes(&self, before: &Self, language: Language) -> Vec<String> {
        let mut changes = Vec::new();
        if self.threshold != before.threshold {
            changes.push(language.say("self-totals", Args::default().count("k", i64::from(self.threshold))));
        }
        let new = |filing: &&DueFile| !before.filings.contains(filing);
        changes.extend(self.filings.iter().filter(new).map(|filing| filing.words(language)));
        for ended in before.filings.iter().filter(|filing| !self.filings.contains(filing)) {
            changes.push(language.say("self-file-ended", Args::default().with("recipient", &ended.recipient)));
        }
        match (&self.office, &before.office) {
            (Some(office), earlier) if Some(office) != earlier.as_ref() => changes.push(office.words(language)),
            (None, Some(_)) => changes.push(language.say("self-office-ended", Args::default())),
            _ => {}
        }
        for (promised, key) in [(Promised::OwnEyes, "self-own-eyes"), (Promised::BreakGlass, "self-glass")] {
            if self.says(promised) && !before.says(promised) {
                changes.push(language.say(key, Args::default()));
            }
        }
        changes.iter().map(|words| language.sentence(words)).collect()
    }
}

impl DueFile {
    fn words(&self, language: Language) -> String {
        let questions = self.questions.iter().filter_map(|code| Question::parse(code).ok());
        let names: Vec<String> = questions.map(|question| name(question, language)).collect();
        let args = Args::default().with("recipient", &self.recipient).with("authority", &self.authority);
        let key = match (self.told, names.is_empty()) {
            (Told::Totals, false) => "self-file",
            (Told::Totals, true) => "self-file-plain",
            (Told::Numbered, false) => "self-file-numbered",
            (Told::Numbered, true) => "self-file-business",
            (Told::Named, false) => "self-file-named",
            (Told::Named, true) => "self-file-business-named",
        };
        language.say(key, args.with("questions", language.list(&names, Joiner::And)))
    }
}

impl SmallOffice {
    fn words(&self, language: Language) -> String {
        language.say("self-office", Args::default().with("reason", &self.reason).maybe("outside", self.outside.as_deref()))
    }
}

/// What a question is about, inside a sentence.
pub fn name(question: Question, language: Language) -> String {
    language.say(&format!("self-name-{}", question.code()), Args::default())
}

/// Writes down what a version is made of, so that it can be told later what is different. Whoever audits the deed audits this with it.
pub fn remember(tx: &Tx<'_>, facts: &Facts) -> Result<String> {
    let version = facts.version()?;
    let sql = "INSERT INTO notice_version (version, facts, first_at) VALUES (:version, :facts, :at) ON CONFLICT DO NOTHING";
    tx.prepare_cached(sql)?.execute(named_params! { ":version": version, ":facts": serde_json::to_string(facts)?, ":at": tx.at() })?;
    Ok(version)
}

/// Keeps the text that somebody read before they answered, once. Whoever audits the deed audits this with it.
pub fn keep_text(tx: &Tx<'_>, facts: &Facts, language: Language) -> Result<()> {
    let version = remember(tx, facts)?;
    let sql = "INSERT INTO notice_text (version, language, body, first_at) VALUES (:version, :language, :body, :at) ON CONFLICT DO NOTHING";
    let params = named_params! { ":version": version, ":language": language.code(), ":body": facts.text(language), ":at": tx.at() };
    tx.prepare_cached(sql)?.execute(params)?;
    Ok(())
}

/// What an earlier version was made of; none where nobody wrote it down.
pub fn made_of(conn: &Connection, version: &str) -> Result<Option<Facts>> {
    if version == FIRST {
        // It promised totals, and nothing to anybody else.
        let now = told_now(conn, &[])?;
        return Ok(Some(Facts { edition: 1, readers: vec![Promised::Totals.code().to_owned()], office: None, ..now }));
    }
    let sql = "SELECT facts FROM notice_version WHERE version = :version";
    let written: Option<String> =
        conn.prepare_cached(sql)?.query_row(named_params! { ":version": version }, |row| row.get("facts")).optional()?;
    written.map(|written| Ok(serde_json::from_str(&written)?)).transpose()
}

/// Row keys of somebody's answers that a promise covers: those under a notice that made it, and those of a source, to whom none was made.
pub(super) fn covered(conn: &Connection, keys: &Keyring, person: i64, promised: Promised) -> Result<BTreeSet<i64>> {
    let sql = "
        SELECT demographic_answer.id, demographic_answer.notice, demographic_answer.basis
        FROM subject
        JOIN demographic_answer ON demographic_answer.reference = subject.reference
        WHERE subject.person_mac = :mac";
    let mac = keys.subject_mac(person);
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":mac": mac.as_slice() }, |row| {
        Ok((row.get::<_, i64>("id")?, row.get::<_, String>("notice")?, row.get::<_, Basis>("basis")?))
    })?;
    let mut covered = BTreeSet::new();
    for row in rows {
        let (id, version, basis) = row?;
        if basis == Basis::ReleasedBySource || made_of(conn, &version)?.is_some_and(|facts| facts.says(promised)) {
            covered.insert(id);
        }
    }
    Ok(covered)
}

/// The version in force in a program, since when, and how far people were told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Row key.
    pub key: i64,
    /// Which version.
    pub version: String,
    /// Since when.
    pub since: Instant,
    /// Row key of the last person who was looked at.
    pub told_through: i64,
}

/// The version in force in a program, as far as a round has seen it.
pub fn in_force(conn: &Connection, program: i64) -> Result<Option<InForce>> {
    let sql = "SELECT id, version, since, told_through FROM program_notice WHERE program_id = :program ORDER BY seq DESC LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(InForce { key: row.get("id")?, version: row.get("version")?, since: row.get("since")?, told_through: row.get("told_through")? })
    };
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":program": program }, read).optional()?)
}

/// Puts a version in force in a program. Whoever audits the deed audits this with it.
pub fn put_in_force(tx: &Tx<'_>, program: i64, facts: &Facts) -> Result<()> {
    let version = remember(tx, facts)?;
    let sql = "
        INSERT INTO program_notice (program_id, seq, version, since, told_through)
        VALUES (:program, (SELECT coalesce(max(seq), 0) + 1 FROM program_notice WHERE program_id = :program), :version, :at, 0)";
    tx.prepare_cached(sql)?.execute(named_params! { ":program": program, ":version": version, ":at": tx.at() })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        let readers = READERS.iter().map(|(_, promised)| promised.code().to_owned()).collect();
        Facts { edition: EDITION, readers, threshold: 5, filings: Vec::new(), office: None }
    }

    fn file() -> DueFile {
        let questions = vec!["race".to_owned(), "sex".to_owned()];
        DueFile { recipient: "State Office".to_owned(), authority: "Rule 13".to_owned(), questions, told: Told::Totals }
    }

    #[test]
    fn every_fact_is_in_the_text_and_in_the_version() {
        let office = SmallOffice { reason: "three people".to_owned(), outside: Some("The board".to_owned()) };
        let others = [
            (Facts { threshold: 7, ..facts() }, vec!["fewer than 7"]),
            (Facts { filings: vec![file()], ..facts() }, vec!["State Office", "Rule 13", "race and ethnicity and sex", "exact totals"]),
            (
                Facts { filings: vec![DueFile { told: Told::Numbered, ..file() }], ..facts() },
                vec!["what each client answered", "without names"],
            ),
            (Facts { filings: vec![DueFile { told: Told::Named, ..file() }], ..facts() }, vec!["what each client answered", "with name"]),
            (Facts { office: Some(office), ..facts() }, vec!["three people", "The board"]),
            (Facts { readers: Vec::new(), ..facts() }, vec!["never sold"]),
        ];
        let first = facts();
        for (other, words) in others {
            assert_ne!(other.version().ok(), first.version().ok());
            assert_ne!(other.text(Language::english()), first.text(Language::english()));
            for word in words {
                assert!(other.text(Language::english()).contains(word), "{word}");
            }
        }
        assert!(first.text(Language::english()).contains("sends no file"));
        assert!(!Facts { filings: vec![file()], ..facts() }.text(Language::english()).contains("sends no file"));
    }

    #[test]
    fn what_has_changed_is_said_in_every_language() {
        let before = Facts { readers: vec![Promised::Totals.code().to_owned()], ..facts() };
        let now = Facts { filings: vec![file()], threshold: 6, ..facts() };
        for language in Language::offered() {
            let changes = now.changes(&before, language);
            assert_eq!(changes.len(), 4, "a threshold, a file, one's own eyes, break-glass: {changes:?}");
            assert!(changes.iter().any(|words| words.contains("State Office")));
            assert_eq!(now.changes(&now, language), Vec::<String>::new());
        }
    }
}
