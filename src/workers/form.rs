//! What is typed about a count of workers and its positions, read at the door.

use super::{Facts, Work};
use crate::values::{Advertised, Amount, Cents, Complaint, CountSide, Day, Degree, JobBasis, JobTerm, Line, Unit, Vocabulary, quoted};
use crate::web::Complaints;

/// How far back a count may lie, in days.
const BACK: i64 = 20 * 366;
/// The most workers of one business.
const MOST: i64 = 100_000;
/// Pay for an hour is no more than this, in cents: above, it was pay for a month or a year.
const HIGHEST_WAGE: i64 = 50_000;
/// A week has 168 hours.
const LONGEST_WEEK: i64 = 168 * 60;

/// What was typed about a count.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CountForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// The day.
    pub on: String,
    /// All workers.
    pub workers: String,
    /// Who says so.
    pub basis: String,
    /// The resource, by row key.
    pub resource: String,
    /// Before or after it.
    pub side: String,
}

impl CountForm {
    /// A form for today.
    pub fn fresh(today: Day) -> Self {
        Self { on: today.to_string(), basis: JobBasis::ToldToAdvisor.code().to_owned(), ..Self::default() }
    }

    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        Self {
            version,
            on: facts.on.to_string(),
            workers: facts.workers.to_string(),
            basis: facts.basis.code().to_owned(),
            resource: facts.resource.map(|(key, _)| key.to_string()).unwrap_or_default(),
            side: facts.resource.map(|(_, side)| side.code().to_owned()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What is known, if there is nothing to complain about. `resources` are the row keys that may be chosen.
    pub fn facts(&self, complaints: &mut Complaints, resources: &[i64], today: Day) -> Option<Facts> {
        let on = complaints.take("on", day(&self.on, today));
        let workers = complaints.take("workers", number(&self.workers, 0, MOST, "Type how many work there, owners that work included"));
        let basis = complaints.take("basis", JobBasis::parse(&self.basis));
        let resource = match self.resource.as_str() {
            "" => Ok(None),
            typed => {
                typed.parse().ok().filter(|key| resources.contains(key)).map(Some).ok_or_else(|| Complaint::new("Choose one from the list"))
            }
        };
        let resource = complaints.take("resource", resource);
        let side = match (resource, self.side.as_str()) {
            (Some(Some(_)), typed) => {
                let side = CountSide::parse(typed).map_err(|_| Complaint::new("Say if this is before the resource or after it"));
                complaints.take("side", side).map(Some)
            }
            (_, "") => Some(None),
            _ => complaints.take("resource", Err(Complaint::new("Say before or after which resource, or choose neither"))),
        };
        Some(Facts { on: on?, workers: workers?, basis: basis?, resource: resource?.zip(side?) }).filter(|_| complaints.is_empty())
    }
}

fn day(typed: &str, today: Day) -> Result<Day, Complaint> {
    let on = Day::parse(typed)?;
    match on.days_until(today) {
        0..=BACK => Ok(on),
        ago if ago < 0 => Err(Complaint::new("This day lies ahead. Count when it has come")),
        _ => Err(Complaint::new("Write a day of the last twenty years")),
    }
}

fn number(typed: &str, least: i64, most: i64, ask: &str) -> Result<i64, Complaint> {
    match typed.trim().replace(',', "") {
        digits if digits.is_empty() => Err(Complaint::new(ask)),
        digits => digits
            .parse::<i64>()
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| Complaint::new(format!("Write a whole number from {least} on. You typed {}", quoted(typed)))),
    }
}

/// What was typed about one kind of work.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WorkForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// What the work is.
    pub title: String,
    /// How many do it.
    pub heads: String,
    /// Full-time, part-time, in a season.
    pub term: String,
    /// Hours in a week.
    pub weekly_hours: String,
    /// Weeks in a year.
    pub season_weeks: String,
    /// Pay for an hour.
    pub wage: String,
    /// Health insurance: yes, no, nothing.
    pub health: String,
    /// Paid days off.
    pub leave: String,
    /// Something for old age.
    pub retirement: String,
    /// What one has to have finished.
    pub degree: String,
    /// How people heard of it.
    pub advertised: String,
}

impl WorkForm {
    /// As it stands now.
    pub fn of(work: &Work, version: i64) -> Self {
        let flag = |flag: Option<bool>| flag.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned();
        let digits = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        Self {
            version,
            title: work.title.clone(),
            heads: work.heads.to_string(),
            term: work.term.code().to_owned(),
            weekly_hours: work.weekly_minutes.map(typed_hours).unwrap_or_default(),
            season_weeks: digits(work.season_weeks),
            wage: work.wage_cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100)).unwrap_or_default(),
            health: flag(work.has_health),
            leave: flag(work.has_leave),
            retirement: flag(work.has_retirement),
            degree: work.degree.map(|degree| degree.code().to_owned()).unwrap_or_default(),
            advertised: work.advertised.map(|way| way.code().to_owned()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The work, if there is nothing to complain about.
    pub fn work(&self, complaints: &mut Complaints) -> Option<Work> {
        let title = complaints.take("title", Line::parse(&self.title, "what the work is"));
        let heads = complaints.take("heads", number(&self.heads, 1, MOST, "Type how many do this work"));
        let term = complaints.take("term", JobTerm::parse(&self.term));
        let weekly_minutes = complaints.take("weekly_hours", weekly(&self.weekly_hours));
        let season_weeks = match self.season_weeks.trim() {
            "" => Ok(None),
            typed => number(typed, 1, 52, "").map(Some),
        };
        let season_weeks = complaints.take("season_weeks", season_weeks);
        if season_weeks.is_some_and(|weeks| weeks.is_some()) && term.is_some_and(|term| term != JobTerm::Seasonal) {
            complaints.add("season_weeks", "Only work of a season has weeks. Leave this empty, or choose seasonal");
        }
        let wage_cents = complaints.take("wage", wage(&self.wage));
        let has_health = complaints.take("health", flag(&self.health));
        let has_leave = complaints.take("leave", flag(&self.leave));
        let has_retirement = complaints.take("retirement", flag(&self.retirement));
        let degree = complaints.take("degree", maybe::<Degree>(&self.degree));
        let advertised = complaints.take("advertised", maybe::<Advertised>(&self.advertised));
        Some(Work {
            title: title?.to_string(),
            heads: heads?,
            term: term?,
            weekly_minutes: weekly_minutes?,
            season_weeks: season_weeks?,
            wage_cents: wage_cents?,
            has_health: has_health?,
            has_leave: has_leave?,
            has_retirement: has_retirement?,
            degree: degree?,
            advertised: advertised?,
        })
        .filter(|_| complaints.is_empty())
    }
}

/// Minutes as hours that read back as the same minutes.
fn typed_hours(minutes: i64) -> String {
    let hundredths = (minutes * 100 + 30) / 60;
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        rest => format!("{}.{rest:02}", hundredths / 100),
    }
}

fn weekly(typed: &str) -> Result<Option<i64>, Complaint> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let minutes = Amount::parse(typed, Unit::Minutes)?.value;
    if (1..=LONGEST_WEEK).contains(&minutes) {
        Ok(Some(minutes))
    } else {
        Err(Complaint::new(format!("Hours in a week lie between 0 and 168. You typed {}", quoted(typed))))
    }
}

fn wage(typed: &str) -> Result<Option<i64>, Complaint> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match Cents::parse(typed)?.cents() {
        cents if cents <= HIGHEST_WAGE => Ok(Some(cents)),
        _ => Err(Complaint::new(format!(
            "This looks like pay for a month or a year. Type dollars for one hour. You typed {}",
            quoted(typed)
        ))),
    }
}

fn flag(typed: &str) -> Result<Option<bool>, Complaint> {
    match typed {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(Complaint::new("Choose one of the answers on the list")),
    }
}

fn maybe<V: Vocabulary>(typed: &str) -> Result<Option<V>, Complaint> {
    if typed.is_empty() { Ok(None) } else { V::parse(typed).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-30").unwrap()
    }

    fn count(change: impl FnOnce(&mut CountForm)) -> CountForm {
        let mut form = CountForm { workers: "1,200".to_owned(), ..CountForm::fresh(today()) };
        change(&mut form);
        form
    }

    fn typed(change: impl FnOnce(&mut WorkForm)) -> WorkForm {
        let text = str::to_owned;
        let mut form = WorkForm { title: text("Sewing"), heads: text("4"), term: text("part"), ..WorkForm::default() };
        change(&mut form);
        form
    }

    #[test]
    fn a_form_reads_back_as_it_was_written() {
        let facts = count(|form| (form.resource, form.side) = ("7".to_owned(), "after".to_owned()));
        let facts = facts.facts(&mut Complaints::default(), &[7], today()).unwrap();
        assert_eq!((facts.workers, facts.resource), (1_200, Some((7, CountSide::After))));
        assert_eq!(CountForm::of(&facts, 3).facts(&mut Complaints::default(), &[7], today()), Some(facts));
        let whole = typed(|form| {
            let text = str::to_owned;
            (form.weekly_hours, form.wage, form.health) = (text("22.5"), text("$21.50"), text("no"));
            (form.degree, form.advertised) = (text("none"), text("union"));
        });
        let work = whole.work(&mut Complaints::default()).unwrap();
        assert_eq!((work.weekly_minutes, work.wage_cents, work.has_health, work.has_leave), (Some(1_350), Some(2_150), Some(false), None));
        assert_eq!(WorkForm::of(&work, 1).work(&mut Complaints::default()), Some(work));
        for minutes in 1..=LONGEST_WEEK {
            assert_eq!(weekly(&typed_hours(minutes)).ok(), Some(Some(minutes)));
        }
    }

    type Case<F> = (&'static str, fn(&mut F));

    #[test]
    fn each_wrong_field_of_a_count_is_named() {
        let cases: [Case<CountForm>; 7] = [
            ("on", |form| form.on = "2026-12-01".to_owned()),
            ("on", |form| form.on = "1999-01-01".to_owned()),
            ("workers", |form| form.workers = String::new()),
            ("workers", |form| form.workers = "-1".to_owned()),
            ("basis", |form| form.basis = "guess".to_owned()),
            ("resource", |form| form.resource = "8".to_owned()),
            ("side", |form| form.resource = "7".to_owned()),
        ];
        for (field, change) in cases {
            let mut complaints = Complaints::default();
            assert!(count(change).facts(&mut complaints, &[7], today()).is_none());
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
        let mut complaints = Complaints::default();
        assert!(count(|form| form.side = "after".to_owned()).facts(&mut complaints, &[7], today()).is_none());
        assert!(complaints.on("resource").is_some());
    }

    #[test]
    fn each_wrong_field_of_a_position_is_named() {
        let cases: [Case<WorkForm>; 9] = [
            ("title", |form| form.title = String::new()),
            ("heads", |form| form.heads = "0".to_owned()),
            ("term", |form| form.term = "gig".to_owned()),
            ("weekly_hours", |form| form.weekly_hours = "169".to_owned()),
            ("season_weeks", |form| form.season_weeks = "20".to_owned()),
            ("wage", |form| form.wage = "44,000".to_owned()),
            ("health", |form| form.health = "maybe".to_owned()),
            ("degree", |form| form.degree = "phd".to_owned()),
            ("advertised", |form| form.advertised = "radio".to_owned()),
        ];
        for (field, change) in cases {
            let mut complaints = Complaints::default();
            assert!(typed(change).work(&mut complaints).is_none(), "{field}");
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
    }
}
