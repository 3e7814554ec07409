//! What is typed about a training event, and how it is read at the door.

use super::{Facts, HOME, Heads, ONLINE, Place};
use crate::values::codes::{self, List};
use crate::values::{Amount, Cents, Complaint, Day, Line, Unit};
use crate::web::Complaints;

/// The most sessions that one event may have.
const SESSIONS: usize = 60;
/// How far back and ahead a session may lie, in days.
const BACK: i64 = 5 * 366;
const AHEAD: i64 = 2 * 366;

/// What was typed about an event.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TrainingForm {
    /// Key of the form.
    pub key: String,
    /// Version of the event; zero for a new one.
    pub version: i64,
    /// Program, by row key; nothing where there is one only.
    pub program: String,
    /// What it is called.
    pub title: String,
    /// Topic.
    pub topic: String,
    /// Format.
    pub format: String,
    /// Days of its sessions.
    pub on: Vec<String>,
    /// Hours of all sessions together.
    pub hours: String,
    /// Dollars for one person.
    pub fee: String,
    /// Language.
    pub language: String,
    /// With whom.
    pub partner: Vec<String>,
    /// Who else.
    pub other_partner: String,
    /// Who pays.
    pub sponsor: String,
    /// Who else pays.
    pub cosponsor: String,
    /// City.
    pub city: String,
    /// State.
    pub state: String,
    /// ZIP code.
    pub postal_code: String,
    /// Country.
    pub country: String,
}

impl TrainingForm {
    /// A form for the next event.
    pub fn fresh() -> Self {
        Self { format: "in_person".to_owned(), language: "en".to_owned(), country: HOME.to_owned(), ..Self::default() }
    }

    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            version,
            title: facts.title.clone(),
            topic: facts.topic.clone(),
            format: facts.format.clone(),
            on: facts.days.iter().map(ToString::to_string).collect(),
            hours: crate::values::hours(facts.minutes),
            fee: if facts.fee.cents() == 0 { String::new() } else { facts.fee.to_string() },
            language: facts.language.clone(),
            partner: facts.partners.clone(),
            other_partner: text(&facts.other_partner),
            sponsor: text(&facts.sponsor),
            cosponsor: text(&facts.cosponsor),
            city: text(&facts.place.city),
            state: text(&facts.place.state),
            postal_code: text(&facts.place.postal_code),
            country: facts.place.country.clone().unwrap_or_else(|| HOME.to_owned()),
            ..Self::default()
        }
    }

    /// What is known, if there is nothing to complain about.
    pub fn facts(&self, complaints: &mut Complaints, today: Day) -> Option<Facts> {
        let line = |typed: &str, what: &str| Line::maybe(typed, what).map(|line| line.map(|line| line.to_string()));
        let code = |list: List, typed: &str, ask: &str| {
            let row = codes::parse_on(list, typed, today).map(|row| row.code.clone());
            row.map_err(|complaint| if typed.is_empty() { Complaint::new(ask) } else { complaint })
        };
        let title = complaints.take("title", Line::parse(&self.title, "what the training is called"));
        let topic = complaints.take("topic", code(List::Topics, &self.topic, "Say what it is about"));
        let format = complaints.take("format", code(List::TrainingFormats, &self.format, "Say how it is given"));
        let days = complaints.take("on", self.days(today));
        let minutes = complaints.take("hours", minutes(&self.hours));
        let fee = complaints.take("fee", if self.fee.trim().is_empty() { Ok(Cents::new(0)) } else { Cents::parse(&self.fee) });
        let language = complaints.take("language", code(List::Languages, &self.language, "Say in which language it is given"));
        let partners = self.partner.iter().map(|typed| code(List::TrainingPartners, typed, "Choose from the list")).collect();
        let partners: Option<Vec<String>> = complaints.take("partner", partners);
        let other_partner = complaints.take("other_partner", line(&self.other_partner, "the other partner"));
        if self.partner.iter().any(|code| code == "other") && other_partner == Some(None) {
            complaints.add("other_partner", "You ticked Other: say who that is");
        }
        let sponsor = complaints.take("sponsor", line(&self.sponsor, "the sponsor"));
        let cosponsor = complaints.take("cosponsor", line(&self.cosponsor, "the second sponsor"));
        let place = self.place(complaints, today);
        Some(Facts {
            title: title?.to_string(),
            topic: topic?,
            format: format?,
            days: days?,
            minutes: minutes?,
            fee: fee?,
            language: language?,
            partners: partners?,
            other_partner: other_partner?,
            sponsor: sponsor?,
            cosponsor: cosponsor?,
            place: place?,
        })
        .filter(|_| complaints.is_empty())
    }

    /// The days of its sessions, each once, in their order.
    fn days(&self, today: Day) -> Result<Vec<Day>, Complaint> {
        let typed = self.on.iter().filter(|typed| !typed.trim().is_empty());
        let mut days = typed.map(|typed| Day::parse(typed)).collect::<Result<Vec<Day>, Complaint>>()?;
        days.sort_unstable();
        days.dedup();
        let is_far = |day: &&Day| !(-BACK..=AHEAD).contains(&today.days_until(**day));
        if let Some(day) = days.iter().find(is_far) {
            return Err(Complaint::new(format!("Write days from five years ago to two years ahead. {day} is none of them")));
        }
        match days.len() {
            0 => Err(Complaint::new("Write at least one day")),
            1..=SESSIONS => Ok(days),
            _ => Err(Complaint::new(format!("One training has up to {SESSIONS} sessions. Write the others as another training"))),
        }
    }

    /// Where it is; nowhere for one that is online only.
    fn place(&self, complaints: &mut Complaints, today: Day) -> Option<Place> {
        if self.format == ONLINE {
            return Some(Place::default());
        }
        let city = complaints.take("city", Line::maybe(&self.city, "the city"));
        if city == Some(None) && self.format == "in_person" {
            complaints.add("city", "Say in which city it is");
        }
        let country = complaints.take("country", codes::parse_on(List::Countries, &self.country, today));
        let state = if self.state.is_empty() { Ok(None) } else { codes::parse_on(List::States, &self.state, today).map(Some) };
        let state = complaints.take("state", state);
        let postal_code = complaints.take("postal_code", zip(&self.postal_code));
        let is_home = self.country == HOME;
        let has_state = !self.state.is_empty() || !self.postal_code.trim().is_empty();
        if has_state && !is_home {
            complaints.add("state", "A state and a ZIP code are for places in the United States. Leave them empty, or change the country");
        }
        if is_home && city.as_ref().is_some_and(Option::is_some) && self.state.is_empty() {
            complaints.add("state", "Say in which state the city is");
        }
        let city = city?.map(|city| city.to_string());
        let country = country?.code.clone();
        let (state, postal_code) = (state?.map(|row| row.code.clone()), postal_code?);
        Some(Place { country: city.is_some().then_some(country), city, state, postal_code })
    }
}

fn minutes(typed: &str) -> Result<i64, Complaint> {
    if typed.trim().is_empty() {
        return Err(Complaint::new("Say how many hours all sessions take together"));
    }
    let minutes = Amount::parse(typed, Unit::Minutes)?.value;
    if (1..=599_999).contains(&minutes) { Ok(minutes) } else { Err(Complaint::new("Hours must be more than 0 and less than 10,000")) }
}

fn zip(typed: &str) -> Result<Option<String>, Complaint> {
    let typed = typed.trim();
    let is_zip = typed.len() == 5 && typed.bytes().all(|byte| byte.is_ascii_digit());
    match typed {
        "" => Ok(None),
        _ if is_zip => Ok(Some(typed.to_owned())),
        _ => Err(Complaint::new("A ZIP code has five digits, such as 43215")),
    }
}

/// How many came, as typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HeadsForm {
    /// Key of the form.
    pub key: String,
    /// Version of the event.
    pub version: i64,
    /// All.
    pub total: String,
    /// In business.
    pub in_business: String,
    /// Not yet.
    pub not_yet: String,
}

impl HeadsForm {
    /// As it stands now.
    pub fn of(heads: Option<Heads>, version: i64) -> Self {
        let Some(heads) = heads else { return Self { version, ..Self::default() } };
        let text = |count: i64| count.to_string();
        let (total, in_business, not_yet) = (text(heads.total), text(heads.in_business), text(heads.not_yet));
        Self { key: String::new(), version, total, in_business, not_yet }
    }

    /// The counts; `named` of those who came are on the list already.
    pub fn parse(&self, named: i64, today: Day) -> Result<Heads, Complaints> {
        let mut complaints = Complaints::default();
        let count = |typed: &str| match typed.trim() {
            "" => Ok(0),
            typed => typed
                .parse::<i64>()
                .ok()
                .filter(|count| (0..=100_000).contains(count))
                .ok_or_else(|| Complaint::new("Write a whole number, such as 24")),
        };
        let total = complaints.take("total", count(&self.total)).unwrap_or_default();
        let in_business = complaints.take("in_business", count(&self.in_business)).unwrap_or_default();
        let not_yet = complaints.take("not_yet", count(&self.not_yet)).unwrap_or_default();
        if complaints.is_empty() && total == 0 {
            complaints.add("total", "Say how many people came in all");
        }
        if complaints.is_empty() && total < named {
            complaints.add("total", format!("{named} people are on the list by name: the total can't be less"));
        }
        if complaints.is_empty() && in_business + not_yet > total {
            complaints.add(
                "in_business",
                format!("In business and not yet are {} together, more than the total of {total}", in_business + not_yet),
            );
        }
        complaints.or(Some(Heads { total, in_business, not_yet, counted_on: today }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-10-13").unwrap()
    }

    fn form() -> TrainingForm {
        TrainingForm {
            title: "Bidding on city work".to_owned(),
            topic: "government_contracts".to_owned(),
            on: vec!["2026-10-16".to_owned(), String::new(), "10/2/2026".to_owned(), "2026-10-16".to_owned()],
            hours: "4.5".to_owned(),
            city: "Columbus".to_owned(),
            state: "OH".to_owned(),
            ..TrainingForm::fresh()
        }
    }

    fn wrong(form: &TrainingForm) -> Vec<&'static str> {
        let mut complaints = Complaints::default();
        assert!(form.facts(&mut complaints, today()).is_none());
        complaints.iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn an_event_is_read_with_its_days_in_order() {
        let facts = form().facts(&mut Complaints::default(), today()).unwrap();
        let days: Vec<String> = facts.days.iter().map(ToString::to_string).collect();
        assert_eq!((days.join(" ").as_str(), facts.minutes, facts.fee.cents()), ("2026-10-02 2026-10-16", 270, 0));
        assert_eq!(facts.place.words().as_deref(), Some("Columbus, OH"));
        let again = TrainingForm::of(&facts, 3).facts(&mut Complaints::default(), today());
        assert_eq!(again, Some(facts), "the form of what stands is read as what stands");
    }

    #[test]
    fn online_has_no_place() {
        let online = TrainingForm { format: ONLINE.to_owned(), state: "nowhere".to_owned(), ..form() };
        assert_eq!(online.facts(&mut Complaints::default(), today()).unwrap().place, Place::default());
    }

    #[test]
    fn whatever_is_missing_or_wrong_is_told_at_its_field() {
        assert_eq!(wrong(&TrainingForm::fresh()), ["title", "topic", "on", "hours", "city"]);
        let odd = |change: &dyn Fn(&mut TrainingForm)| {
            let mut form = form();
            change(&mut form);
            wrong(&form)
        };
        assert_eq!(odd(&|form| form.on = vec!["2036-01-01".to_owned()]), ["on"]);
        assert_eq!(odd(&|form| form.hours = "0".to_owned()), ["hours"]);
        assert_eq!(odd(&|form| form.partner = vec!["other".to_owned()]), ["other_partner"]);
        assert_eq!(odd(&|form| form.partner = vec!["friends".to_owned()]), ["partner"]);
        assert_eq!(odd(&|form| form.postal_code = "4321".to_owned()), ["postal_code"]);
        assert_eq!(odd(&|form| form.country = "canada".to_owned()), ["state"]);
        assert_eq!(odd(&|form| form.state = String::new()), ["state"]);
    }

    #[test]
    fn counts_agree_with_each_other_and_with_the_names() {
        let heads = |total: &str, in_business: &str, not_yet: &str| {
            let text = str::to_owned;
            let form = HeadsForm { total: text(total), in_business: text(in_business), not_yet: text(not_yet), ..HeadsForm::default() };
            form.parse(3, today()).map(|heads| heads.total)
        };
        assert_eq!(heads("24", "10", "14"), Ok(24));
        assert_eq!(heads("24", "", ""), Ok(24));
        for (total, in_business, not_yet) in [("", "", ""), ("2", "", ""), ("24", "20", "5"), ("-1", "", ""), ("many", "", "")] {
            assert!(heads(total, in_business, not_yet).is_err(), "{total} {in_business} {not_yet}");
        }
    }
}
