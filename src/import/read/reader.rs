//! Reads row after row, and keeps what it complains and asks about.

use super::LISTED;
use super::doubts::Doubts;
use super::row::Row;
use crate::import::fields::{self, Mapping};
use crate::import::known::{Known, KnownOwner};
use crate::import::wall::{self, Answers, Released};
use crate::import::{Contact, Entry, Preset, Question, SiteEntry, terms};
use crate::people::Place;
use crate::sites::NewSite;
use crate::sites::attribute::{Facts, of_sites};
use crate::sites::typed::contradiction;
use crate::values::sensitive::{caught, names_somebody};
use crate::values::{
    Complaint, Day, Email, ImportKind, Line, NaicsEdition, Note, Point, Question as Asked, Telephone, Website, naics, quoted, unseen,
};
use std::collections::{BTreeMap, HashMap};

/// Longest text of a cell. What is longer is a quotation mark in the wrong place, or no table.
const CELL: usize = 10_000;
/// Names of clients that are remembered while a file is read.
const NAMED: usize = 20_000;

/// What a row's note is asked about.
const BETTER_NOT_KEPT: &str = "Do these notes have to hold words about papers, countries of birth, health or who somebody is? They are imported as they stand: \
                               take such words out of the file first, or change the notes afterwards.";

/// Reads the rows of one file.
pub struct Reader<'f> {
    kind: ImportKind,
    preset: Option<&'static Preset>,
    /// Headers of the file.
    pub headers: &'f [String],
    mapping: &'f Mapping,
    errors: Vec<String>,
    error_count: usize,
    /// Complaints about the row that is read.
    of_row: Vec<String>,
    doubts: Doubts,
    /// Column and words of a doubt about who somebody is, and in how many rows. Never the text, never the line.
    walled: BTreeMap<(String, &'static str), i64>,
    unknown: [usize; 3],
    /// Clients that were looked for by name.
    named: HashMap<String, Result<i64, Complaint>>,
    /// Owners by business, those of the file too.
    owners: HashMap<i64, Vec<KnownOwner>>,
}

/// What is left when all rows are read.
pub struct Finished {
    /// Complaints that are listed.
    pub errors: Vec<String>,
    /// Complaints in all.
    pub error_count: usize,
    /// Doubts, the most frequent first.
    pub questions: Vec<Question>,
    /// Rows without an answer, for each question the file has a column for.
    pub unknown: Vec<(&'static str, usize)>,
}

/// Questions about who somebody is, and the field of each.
const WALLED: [(Asked, &str); 3] = [(Asked::Race, "race"), (Asked::Sex, "sex"), (Asked::Veteran, "veteran")];

impl<'f> Reader<'f> {
    /// Begins a file.
    pub fn new(kind: ImportKind, preset: Option<&'static Preset>, headers: &'f [String], mapping: &'f Mapping) -> Self {
        Self {
            kind,
            preset,
            headers,
            mapping,
            errors: Vec::new(),
            error_count: 0,
            of_row: Vec::new(),
            doubts: Doubts::default(),
            walled: BTreeMap::new(),
            unknown: [0; 3],
            named: HashMap::new(),
            owners: HashMap::new(),
        }
    }

    /// What the file holds.
    pub(super) fn kind(&self) -> ImportKind {
        self.kind
    }

    /// A client by name, looked for once.
    pub(super) fn named(&mut self, name: &str, known: &Known) -> Result<i64, Complaint> {
        if let Some(found) = self.named.get(name) {
            return found.clone();
        }
        let found = known.named(name);
        if self.named.len() < NAMED {
            self.named.insert(name.to_owned(), found.clone());
        }
        found
    }

    /// Owners of a business before the file, and those of its rows so far.
    pub(super) fn owners_of(&mut self, business: i64, known: &Known) -> &[KnownOwner] {
        self.owners.entry(business).or_insert_with(|| known.owners.get(&business).cloned().unwrap_or_default())
    }

    /// The same, to add one.
    pub(super) fn owners_here(&mut self, business: i64) -> &mut Vec<KnownOwner> {
        self.owners.entry(business).or_default()
    }

    /// Complaints so far.
    pub fn error_count(&self) -> usize {
        self.error_count
    }

    /// Notes why the file cannot be imported.
    pub fn complain(&mut self, words: String) {
        self.error_count += 1;
        if self.errors.len() < LISTED {
            self.errors.push(words.clone());
        }
        self.of_row.push(words);
    }

    /// Ends a row: what was complained of it.
    pub fn end_row(&mut self) -> Vec<String> {
        std::mem::take(&mut self.of_row)
    }

    /// Ends the file.
    pub fn finish(self) -> Finished {
        let mut questions = self.doubts.into_questions();
        questions.extend(self.walled.into_iter().map(|((header, words), row_count)| Question {
            header,
            typed: String::new(),
            words: words.to_owned(),
            row_count,
            lines: Vec::new(),
        }));
        questions.sort_by(|one, other| other.row_count.cmp(&one.row_count).then_with(|| one.lines.cmp(&other.lines)));
        let asked = WALLED.iter().zip(self.unknown).filter(|((_, field), _)| self.mapping.has(field));
        let unknown = asked.map(|((_, field), unknown)| (*field, unknown)).collect();
        Finished { errors: self.errors, error_count: self.error_count, questions, unknown }
    }

    /// Reads a row. Nothing when something required cannot be read; the complaint is noted then.
    pub fn entry(&mut self, row: &Row<'_>) -> Option<Entry> {
        let before = self.error_count;
        self.refuse_endless(row);
        let name = self.needed(row, "name", |typed| {
            if terms::is_of_totals(typed) { Err(Complaint::new(terms::TOTALS)) } else { Line::parse(typed, "the name of the business") }
        });
        let award = if self.kind == ImportKind::Deployments { self.award(row) } else { None };
        let entry = Entry {
            line: row.line,
            id: row.text("fairfloor_client").map(str::to_owned),
            name: name?,
            legal_name: self.line(row, "legal_name"),
            website: self.optional(row, "website", |typed| Website::maybe(typed).ok().flatten()).map(|website| website.as_str().to_owned()),
            product: self.line(row, "product"),
            naics: self.naics(row),
            stage: self.known(row, "stage", terms::stage),
            started_on: self.optional(row, "started_on", |typed| day(typed).ok()),
            enrolled_on: self.optional(row, "enrolled_on", |typed| day(typed).ok()),
            legal_form: self.known(row, "legal_form", terms::legal_form),
            legal_form_typed: row.text("legal_form").filter(|typed| !names_somebody(typed)).map(str::to_owned),
            place: self.place(row),
            point: self.point(row),
            workers: self.optional(row, "workers", terms::whole),
            contact: self.contact(row),
            award,
            answers: self.answers(row),
        };
        let is_whole = self.error_count == before && (self.kind == ImportKind::Clients || entry.award.is_some());
        is_whole.then_some(entry)
    }

    /// Reads a row of a file of units. What cannot be read stops the file: a match must not rest on half a row.
    pub fn site(&mut self, row: &Row<'_>) -> Option<SiteEntry> {
        let before = self.error_count;
        self.refuse_endless(row);
        let name = self.needed(row, "name", |typed| Line::parse(typed, "the name of the unit"));
        let partner = self.needed(row, "partner", |typed| Line::parse(typed, "the landlord"));
        let mut facts = Facts::default();
        for attribute in of_sites() {
            match attribute.parse(row.text(attribute.name).unwrap_or_default()) {
                Ok(Some(value)) => facts.set(attribute, value),
                Ok(None) => {}
                Err(complaint) => self.stop(row, attribute.name, &complaint.0),
            }
        }
        if let Some((field, words)) = contradiction(&facts) {
            self.stop(row, field, &words);
        }
        let (name, partner) = name.zip(partner).filter(|_| self.error_count == before)?;
        Some(SiteEntry { line: row.line, partner, site: NewSite { name: name.to_string(), facts } })
    }

    /// A cell without an end stops the file, whatever column it stands in.
    pub(super) fn refuse_endless(&mut self, row: &Row<'_>) {
        for (place, cell) in row.cells.iter().enumerate() {
            if cell.len() > CELL && cell.chars().count() > CELL {
                let header = row.headers.get(place).cloned().unwrap_or_default();
                let length = crate::values::grouped(i64::try_from(cell.chars().count()).unwrap_or(i64::MAX));
                self.complain(format!(
                    "Line {}, column {header:?}: this text has {length} characters, and 10,000 is the most. Shorten it, or see that no quotation mark is open.",
                    row.line
                ));
            }
        }
    }

    pub(super) fn stop(&mut self, row: &Row<'_>, field: &str, words: &str) {
        let words = words.trim_end_matches('.');
        self.complain(format!("Line {}, column {:?}: {words}.", row.line, row.header(field)));
    }

    /// What could not be read is a question; but not where a sign stands in it that nobody sees: whoever answers would not see it either.
    pub(super) fn ask(&mut self, row: &Row<'_>, field: &str, typed: &str) {
        if let Some(complaint) = unseen(typed, "this text") {
            return self.stop(row, field, &complaint.0);
        }
        let words = fields::find(field).map(|field| field.question).unwrap_or_default().to_owned();
        let typed: String = typed.chars().take(CELL).map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect();
        self.doubts.ask((row.header(field), typed, words), row.line);
    }

    /// What must be there and readable.
    pub(super) fn needed<T>(&mut self, row: &Row<'_>, field: &str, parse: impl FnOnce(&str) -> Result<T, Complaint>) -> Option<T> {
        match parse(row.text(field).unwrap_or_default()) {
            Ok(value) => Some(value),
            Err(complaint) => {
                self.stop(row, field, &complaint.0);
                None
            }
        }
    }

    /// What may be missing: unreadable text is asked about and left unset.
    pub(super) fn optional<T>(&mut self, row: &Row<'_>, field: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let typed = row.text(field)?;
        let read = parse(typed);
        if read.is_none() {
            self.ask(row, field, typed);
        }
        read
    }

    pub(super) fn known<T>(&mut self, row: &Row<'_>, field: &str, table: fn(&str) -> Option<T>) -> Option<T> {
        self.optional(row, field, table)
    }

    pub(super) fn line(&mut self, row: &Row<'_>, field: &str) -> Option<Line> {
        self.optional(row, field, |typed| Line::parse(typed, "it").ok())
    }

    fn words(&mut self, row: &Row<'_>, field: &str) -> Option<String> {
        self.line(row, field).map(|line| line.to_string())
    }

    fn place(&mut self, row: &Row<'_>) -> Place {
        Place {
            street: self.words(row, "street"),
            city: self.words(row, "city"),
            state: self.known(row, "state", terms::state),
            postal_code: self.known(row, "postal_code", terms::five_digits),
            county: self.words(row, "county"),
            county_fips: self.known(row, "county_fips", terms::five_digits),
            metro: self.words(row, "metro"),
            neighborhood: self.words(row, "neighborhood"),
        }
    }

    /// Both numbers or none: half a place is asked about.
    fn point(&mut self, row: &Row<'_>) -> Option<Point> {
        let (latitude, longitude) = (row.text("latitude").unwrap_or_default(), row.text("longitude").unwrap_or_default());
        if latitude.is_empty() && longitude.is_empty() {
            return None;
        }
        let point = Point::parse_pair(latitude, longitude).ok();
        if point.is_none() {
            let column = if row.mapping.has("latitude") { "latitude" } else { "longitude" };
            self.ask(row, column, &format!("{latitude}, {longitude}"));
        }
        point
    }

    pub(super) fn contact(&mut self, row: &Row<'_>) -> Contact {
        let whole = self.words(row, "contact_name").unwrap_or_default();
        let (mut first_name, mut last_name) = match whole.split(',').collect::<Vec<_>>().as_slice() {
            [last, first] => (first.trim().to_owned(), last.trim().to_owned()),
            _ => (whole, String::new()),
        };
        if let Some(first) = self.words(row, "first_name") {
            first_name = first;
        }
        if let Some(last) = self.words(row, "last_name") {
            last_name = last;
        }
        Contact {
            first_name,
            last_name,
            telephone: self.optional(row, "telephone", |typed| Telephone::maybe(typed).ok().flatten()),
            email: self.optional(row, "email", |typed| Email::maybe(typed).ok().flatten()),
            language: self.known(row, "language", terms::language),
        }
    }

    /// A code keeps the edition it belongs to. A code of manufacturing that no edition has is asked about.
    fn naics(&mut self, row: &Row<'_>) -> Option<(String, Option<NaicsEdition>)> {
        let preset = self.preset;
        self.optional(row, "naics", |typed| {
            let code = naics::NaicsCode::parse(typed.strip_suffix(".0").unwrap_or(typed)).ok()?;
            let has = |edition| naics::title_of(code.as_str(), edition).is_some();
            let edition = match preset {
                Some(preset) => Some(preset.naics),
                None if has(naics::Edition::Naics2022) => Some(NaicsEdition::Naics2022),
                None if has(naics::Edition::Naics2017) => Some(NaicsEdition::Naics2017),
                None if code.in_manufacturing() => return None,
                None => None,
            };
            Some((code.as_str().to_owned(), edition))
        })
    }

    /// A note is read as it stands; in how many rows it holds words that are better not kept is a question.
    pub(super) fn note(&mut self, row: &Row<'_>) -> Option<Note> {
        self.note_in(row, "note")
    }

    /// A text about somebody. Words that are better not kept are asked about.
    pub(super) fn note_in(&mut self, row: &Row<'_>, field: &str) -> Option<Note> {
        let note = self.optional(row, field, |typed| Note::maybe(typed, "the note").ok().flatten())?;
        if !caught(note.as_str()).is_empty() {
            self.doubts.ask((row.header(field), String::new(), BETTER_NOT_KEPT.to_owned()), row.line);
        }
        Some(note)
    }

    pub(super) fn answers(&mut self, row: &Row<'_>) -> Answers {
        let [race, sex, veteran] = [0, 1, 2].map(|place| self.answer(row, place));
        Answers { race, sex, veteran }
    }

    fn answer(&mut self, row: &Row<'_>, place: usize) -> Option<Released> {
        let (asked, field) = WALLED.get(place).copied()?;
        if !self.mapping.has(field) {
            return None;
        }
        let released = wall::read(asked, row.text(field).unwrap_or_default()).unwrap_or_else(|wall::NoSuchWord| {
            let words = fields::find(field).map(|field| field.question).unwrap_or_default();
            *self.walled.entry((row.header(field), words)).or_default() += 1;
            Released::Unknown
        });
        if released == Released::Unknown
            && let Some(count) = self.unknown.get_mut(place)
        {
            *count += 1;
        }
        Some(released)
    }
}

/// A date, also as spreadsheets and databases write it, with a midnight behind it.
pub(super) fn day(typed: &str) -> Result<Day, Complaint> {
    let bare = typed.strip_suffix("00:00:00").map_or(typed, |date| date.trim_end_matches([' ', 'T']));
    Day::parse(bare).map_err(|complaint| {
        if bare.len() == typed.len() {
            complaint
        } else {
            Complaint::new(format!("Write a date such as 2026-11-22. You typed {}", quoted(typed)))
        }
    })
}
