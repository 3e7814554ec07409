//! Rows of services, owners, training and outcomes. What a service, a training or an outcome needs is decided where forms are read too.

use super::reader::{Reader, day};
use super::row::Row;
use crate::import::known::{Known, KnownOwner, Record, What};
use crate::import::record_fields::LONG;
use crate::import::terms;
use crate::outcomes::form::{Lists, OutcomeForm};
use crate::people::NewPerson;
use crate::services::more::is_without_contact;
use crate::services::{Given, More};
use crate::training::form::{HeadsForm, TrainingForm};
use crate::values::codes::List;
use crate::values::{Amount, Channel, Complaint, Day, Evidence, ImportKind, Minutes, NoteLevel, ServiceKind, Unit, Vocabulary, quoted};
use crate::web::Complaints;

/// How far back a service of a file may lie, in days.
const BACK: i64 = 20 * 366;

/// Fields of a form, and those of a file that fill them.
type Fields = &'static [(&'static str, &'static str)];

const OF_TRAINING: Fields = &[
    ("title", "title"),
    ("topic", "training_topic"),
    ("format", "training_format"),
    ("on", "training_on"),
    ("hours", "training_hours"),
    ("fee", "fee"),
    ("language", "training_language"),
    ("partner", "training_partners"),
    ("other_partner", "other_partner"),
    ("sponsor", "sponsor"),
    ("cosponsor", "cosponsor"),
    ("city", "city"),
    ("state", "state"),
    ("postal_code", "postal_code"),
    ("country", "country"),
    ("total", "heads"),
    ("in_business", "heads_in_business"),
    ("not_yet", "heads_not_yet"),
];

const OF_OUTCOMES: Fields = &[
    ("kind", "outcome_kind"),
    ("on", "outcome_on"),
    ("before", "amount_before"),
    ("after", "amount_after"),
    ("words", "outcome_words"),
    ("level", "evidence"),
    ("seen", "seen"),
    ("seen_on", "seen_on"),
];

impl Reader<'_> {
    /// Reads a row, and finds what it names. Nothing where something is wrong; that is complained of then.
    pub fn record(&mut self, row: &Row<'_>, known: &Known, today: Day) -> Option<Record> {
        let before = self.error_count();
        self.refuse_endless(row);
        let what = match self.kind() {
            ImportKind::Services => self.service(row, known, today),
            ImportKind::People => self.owner(row, known),
            ImportKind::Training => self.training(row, known, today),
            ImportKind::Referrals => self.referral(row, known, today),
            _ => self.outcome(row, known, today),
        };
        let id = row.text("fairfloor_id").map(str::to_owned);
        what.filter(|_| self.error_count() == before).map(|what| Record { line: row.line, id, what })
    }

    /// Whom a row is about: by id, else by number, else by name. Where an id stands, the number is not looked at: in another folder it is
    /// somebody else's.
    pub(super) fn client(&mut self, row: &Row<'_>, known: &Known) -> Option<i64> {
        if let Some(id) = row.text("fairfloor_client") {
            return known.with_id(id).map_err(|complaint| self.stop(row, "fairfloor_client", &complaint.0)).ok();
        }
        let (field, found) = match (row.text("client_number"), row.text("name")) {
            (Some(number), _) => ("client_number", known.numbered(number)),
            (None, Some(name)) => ("name", self.named(name, known)),
            (None, None) => {
                let field = if row.mapping.has("name") { "name" } else { "client_number" };
                (field, Err(Complaint::new("Say which client this is about: its number, or its name as it stands here")))
            }
        };
        found.map_err(|complaint| self.stop(row, field, &complaint.0)).ok()
    }

    fn service(&mut self, row: &Row<'_>, known: &Known, today: Day) -> Option<What> {
        let business = self.client(row, known);
        let served_on = self.needed(row, "served_on", |typed| past(typed, today));
        if let Some(filing) = served_on.and_then(|on| known.filed_with(on)) {
            self.stop(
                row,
                "served_on",
                &format!("This day is filed already: {filing}. What was filed stays as it was, so take this row out"),
            );
        }
        let kind = self.needed(row, "help_kind", |typed| {
            terms::help_kind(typed)
                .ok_or_else(|| Complaint::new(choices("Write a kind of help", ServiceKind::ALL.iter().map(|kind| kind.label()), typed)))
        });
        let session_type = self.optional(row, "session_type", |typed| terms::listed(List::SessionTypes, typed, today));
        let channel = self.channel(row, session_type.as_deref());
        let minutes = if session_type.as_deref().is_some_and(is_without_contact) && LONG.iter().all(|field| row.text(field).is_none()) {
            Some(Minutes::NONE)
        } else {
            self.minutes(row)
        };
        let more = More {
            session_type,
            topic: self.optional(row, "topic", |typed| terms::listed(List::Topics, typed, today)),
            prepare: self.beside(row, "prepare_minutes"),
            travel: self.beside(row, "travel_minutes"),
            languages: self.optional(row, "language", languages).unwrap_or_default(),
            others: self.optional(row, "others_present", |typed| terms::whole(typed).filter(|others| *others <= 999)).unwrap_or_default(),
            funding_source: self.optional(row, "funding_source", |typed| known.sources.get(&crate::values::fold(typed)).copied()),
            ..More::default()
        };
        let note = self.note(row);
        let advisor = self.advisor(row, known);
        let given = Given { kind: kind?, channel: channel?, minutes: minutes?, note, level: NoteLevel::Team, served_on: served_on?, more };
        Some(What::Service { business: business?, advisor, given: Box::new(given) })
    }

    /// How it was given; where the file does not say, the session type does.
    fn channel(&mut self, row: &Row<'_>, session_type: Option<&str>) -> Option<Channel> {
        match (row.text("channel"), session_type) {
            (None, Some("face_to_face" | "training")) => Some(Channel::InPerson),
            (None, Some("telephone")) => Some(Channel::Phone),
            (None, Some("online")) => Some(Channel::Video),
            (None, Some(_)) => Some(Channel::TextEmail),
            _ => self.needed(row, "channel", |typed| {
                terms::channel(typed).ok_or_else(|| {
                    Complaint::new(choices("Say how it was given", Channel::ALL.iter().map(|channel| channel.label()), typed))
                })
            }),
        }
    }

    fn minutes(&mut self, row: &Row<'_>) -> Option<Minutes> {
        if row.text("minutes").is_none() && row.text("hours").is_some() {
            return self.needed(row, "hours", |typed| {
                let minutes = Amount::parse(typed, Unit::Minutes)?.value;
                Minutes::parse(&minutes.to_string())
            });
        }
        let field = if row.mapping.has("minutes") { "minutes" } else { "hours" };
        self.needed(row, field, |typed| Minutes::parse(typed.strip_suffix(".0").unwrap_or(typed)))
    }

    fn beside(&mut self, row: &Row<'_>, field: &str) -> i64 {
        self.optional(row, field, |typed| Minutes::beside(typed.strip_suffix(".0").unwrap_or(typed)).ok()).map_or(0, Minutes::minutes)
    }

    /// The account of the advisor; where there is none, the importing one, with the name as the file has it.
    fn advisor(&mut self, row: &Row<'_>, known: &Known) -> (i64, Option<String>) {
        let Some(typed) = row.text("advisor") else { return (known.keeper, None) };
        match known.account(typed) {
            Some(account) => (account, None),
            None => (
                known.keeper,
                self.optional(row, "advisor", |typed| crate::values::Line::parse(typed, "it").ok()).map(|line| line.to_string()),
            ),
        }
    }

    fn owner(&mut self, row: &Row<'_>, known: &Known) -> Option<What> {
        let business = self.client(row, known);
        let contact = self.contact(row);
        if contact.first_name.is_empty() && contact.last_name.is_empty() {
            let field = if row.mapping.has("contact_name") { "contact_name" } else { "first_name" };
            self.stop(row, field, "Write the name of the owner");
        }
        let share_bp = row.text("share").and_then(|_| self.needed(row, "share", share));
        let person = NewPerson {
            first_name: contact.first_name,
            last_name: contact.last_name,
            telephone: contact.telephone,
            email: contact.email,
            language: contact.language.unwrap_or_else(|| "en".to_owned()),
            contact_by: None,
            share_bp,
        };
        let from_on = self.optional(row, "owner_since", |typed| day(typed).ok());
        let answers = self.answers(row);
        let business = business?;
        let owner = KnownOwner::of(&person);
        let is_here = self.owners_of(business, known).iter().any(|other| other.is(&owner));
        if !is_here {
            self.add_owner(row, business, owner);
        }
        Some(What::Owner { business, person: Box::new(person), from_on, answers, is_here })
    }

    fn add_owner(&mut self, row: &Row<'_>, business: i64, owner: KnownOwner) {
        let owners = self.owners_here(business);
        owners.push(owner);
        let all: u32 = owners.iter().filter_map(|owner| owner.share_bp).sum();
        if all > 10_000 {
            let words = format!("With this row the owners of this client would own {}.{:02} %. Correct the shares", all / 100, all % 100);
            self.stop(row, "share", &words);
        }
    }

    fn training(&mut self, row: &Row<'_>, known: &Known, today: Day) -> Option<What> {
        let text = |field: &str| row.text(field).unwrap_or_default().to_owned();
        let code = |list: List, field: &str| terms::listed(list, &text(field), today).unwrap_or_else(|| text(field));
        let several = |field: &str| -> Vec<String> {
            text(field).split([';', '\n', '|']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
        };
        let or = |value: String, otherwise: &str| if value.is_empty() { otherwise.to_owned() } else { value };
        let form = TrainingForm {
            title: text("title"),
            topic: code(List::Topics, "training_topic"),
            format: code(List::TrainingFormats, "training_format"),
            on: several("training_on").iter().map(|typed| day(typed).map_or_else(|_| typed.clone(), |day| day.to_string())).collect(),
            hours: text("training_hours"),
            fee: text("fee"),
            language: or(code(List::Languages, "training_language"), "en"),
            partner: several("training_partners")
                .iter()
                .map(|typed| terms::listed(List::TrainingPartners, typed, today).unwrap_or_else(|| typed.clone()))
                .collect(),
            other_partner: text("other_partner"),
            sponsor: text("sponsor"),
            cosponsor: text("cosponsor"),
            city: text("city"),
            state: terms::state(&text("state")).unwrap_or_else(|| text("state")),
            postal_code: terms::five_digits(&text("postal_code")).unwrap_or_else(|| text("postal_code")),
            country: or(code(List::Countries, "country"), crate::training::HOME),
            ..TrainingForm::default()
        };
        let mut complaints = Complaints::default();
        let facts = form.facts(&mut complaints, today);
        let heads_form = HeadsForm {
            total: text("heads"),
            in_business: text("heads_in_business"),
            not_yet: text("heads_not_yet"),
            ..HeadsForm::default()
        };
        let is_counted = [&heads_form.total, &heads_form.in_business, &heads_form.not_yet].iter().any(|typed| !typed.is_empty());
        let heads = is_counted.then(|| heads_form.parse(0, today)).transpose();
        self.complain_of(row, &complaints, OF_TRAINING);
        let heads = heads.map_err(|complaints| self.complain_of(row, &complaints, OF_TRAINING)).ok()?;
        let facts = facts?;
        let filed = facts.days.iter().find_map(|day| known.filed_with(*day));
        if let Some(filing) = filed {
            self.stop(
                row,
                "training_on",
                &format!("One of these days is filed already: {filing}. What was filed stays as it was, so take this row out"),
            );
        }
        if heads.is_some() && facts.days.first().is_some_and(|first| *first > today) {
            self.stop(row, "heads", "This training is still to come, so nobody can have been there");
        }
        Some(What::Training { author: known.keeper, facts: Box::new(facts), heads })
    }

    fn outcome(&mut self, row: &Row<'_>, known: &Known, today: Day) -> Option<What> {
        let business = self.client(row, known);
        let text = |field: &str| row.text(field).unwrap_or_default().to_owned();
        let on = day(&text("outcome_on")).map_or_else(|_| text("outcome_on"), |day| day.to_string());
        let level = match row.text("evidence") {
            Some(typed) => terms::evidence(typed).map_or_else(|| typed.to_owned(), |level| level.code().to_owned()),
            None => Evidence::AdvisorNote.code().to_owned(),
        };
        let form = OutcomeForm {
            kind: terms::listed(List::OutcomeKinds, &text("outcome_kind"), today).unwrap_or_else(|| text("outcome_kind")),
            seen_on: row
                .text("seen_on")
                .map(|typed| day(typed).map_or_else(|_| typed.to_owned(), |day| day.to_string()))
                .unwrap_or_default(),
            on,
            before: text("amount_before"),
            after: text("amount_after"),
            words: text("outcome_words"),
            level,
            seen: text("seen"),
            ..OutcomeForm::default()
        };
        let mut complaints = Complaints::default();
        let facts = form.facts(&mut complaints, &Lists::default(), today);
        let how = form.known(&mut complaints, today);
        self.complain_of(row, &complaints, OF_OUTCOMES);
        if form.level != Evidence::AdvisorNote.code() && form.seen_on.is_empty() {
            self.stop(row, "seen_on", "Write the day on which the document was seen, or the third party said so");
        }
        let (account, _) = self.advisor(row, known);
        let (facts, known) = facts.zip(how)?;
        Some(What::Outcome { business: business?, account, facts: Box::new(facts), known })
    }

    /// What a form would complain of, by line and column.
    fn complain_of(&mut self, row: &Row<'_>, complaints: &Complaints, fields: Fields) {
        for (name, words) in complaints.iter() {
            let field = fields.iter().find(|(own, _)| *own == name).map_or(name, |(_, field)| *field);
            let typed = row
                .text(field)
                .map(|typed| format!(". You typed {}", quoted(typed)))
                .filter(|_| words.starts_with("Choose one of the answers"));
            self.stop(row, field, &format!("{words}{}", typed.unwrap_or_default()));
        }
    }
}

/// "Say how it was given: In person, Phone. You typed …".
pub(super) fn choices<'l>(ask: &str, labels: impl Iterator<Item = &'l str>, typed: &str) -> String {
    let typed = if typed.is_empty() { "This is empty".to_owned() } else { format!("You typed {}", quoted(typed)) };
    format!("{ask}: {}. {typed}", labels.collect::<Vec<_>>().join(", "))
}

/// Languages, parted by semicolons: all of them are known, or none is taken.
fn languages(typed: &str) -> Option<Vec<String>> {
    typed.split(';').map(|word| terms::language(word.trim())).collect()
}

/// A day that is over, within twenty years.
fn past(typed: &str, today: Day) -> Result<Day, Complaint> {
    let on = day(typed)?;
    match on.days_until(today) {
        ..0 => Err(Complaint::new(format!("A service lies in the past or on today. {on} is still to come"))),
        0..=BACK => Ok(on),
        _ => Err(Complaint::new(format!("A service lies within the last twenty years. {on} is earlier"))),
    }
}

/// A share from 0 to 100, in hundredths of a percent.
fn share(typed: &str) -> Result<u32, Complaint> {
    let bare = typed.trim().trim_end_matches('%').trim();
    let read = crate::values::Cents::parse(bare).ok().and_then(|hundredths| u32::try_from(hundredths.cents()).ok());
    read.filter(|share| *share <= 10_000)
        .ok_or_else(|| Complaint::new(format!("A share is a number from 0 to 100, such as 51 or 33.33. You typed {}", quoted(typed))))
}

/// True where a file of this kind is read row by row, with what the program knows.
pub fn is_of_records(kind: ImportKind) -> bool {
    use ImportKind as K;
    matches!(kind, K::Services | K::People | K::Training | K::Outcomes | K::Referrals)
}
