//! What staff type about a round, and what a worker sends: boxes alone, no words.

use super::{FEWEST, Facts, LONGEST_DAYS, MOST};
use crate::equity::groups::Race;
use crate::equity::survey::lines::Lists;
use crate::equity::survey::{Band, Group, Job, Worker};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::values::codes::{self, List};
use crate::values::{Cents, Complaint, Day, Line};
use crate::web::Complaints;

/// What staff type.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoundForm {
    /// Key of the form.
    pub key: String,
    /// Program, by row key; nothing where there is one only.
    pub program: String,
    /// What it is called.
    pub title: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// The most answers.
    pub most: String,
    /// What an hour must pay to live on.
    pub living: String,
    /// Who says so.
    pub living_source: String,
}

impl RoundForm {
    /// A form for two weeks from today.
    pub fn fresh(today: Day) -> Self {
        Self { from: today.to_string(), until: today.plus_days(13).to_string(), ..Self::default() }
    }

    /// What is said, if there is nothing to complain about.
    pub fn facts(&self, complaints: &mut Complaints, today: Day) -> Option<Facts> {
        let title = complaints.take("title", Line::parse(&self.title, "the title"));
        let from = complaints.take("from", Day::parse(&self.from));
        let until = complaints.take("until", Day::parse(&self.until));
        if let (Some(from), Some(until)) = (from, until) {
            if from < today {
                complaints.add("from", "The first day is over. Choose today or a later day");
            }
            if until < from {
                complaints.add("until", "The last day lies before the first");
            } else if from.days_until(until) >= LONGEST_DAYS {
                complaints
                    .add("until", format!("Choose a last day within {LONGEST_DAYS} days: answers are kept no longer than they need to be"));
            }
        }
        let most = complaints.take("most", number(&self.most));
        let living = self.living(complaints);
        let facts = Facts { title: title?.to_string(), from: from?, until: until?, most: most?, living };
        Some(facts).filter(|_| complaints.is_empty())
    }

    /// An amount and who says so: both, or neither. What is wrong with them is among the complaints.
    fn living(&self, complaints: &mut Complaints) -> Option<(u32, String)> {
        let source = complaints.take("living_source", Line::maybe(&self.living_source, "who says so"))?;
        if self.living.trim().is_empty() {
            if source.is_some() {
                complaints.add("living", "Type the amount that they say, or leave both out");
            }
            return None;
        }
        let cents = complaints.take("living", amount(&self.living))?;
        let Some(source) = source else {
            complaints.add("living_source", "Say who says so, for which place, household and year: it stands beside the figures");
            return None;
        };
        Some((cents, source.to_string()))
    }
}

fn number(typed: &str) -> std::result::Result<i64, Complaint> {
    let number = typed.trim().replace(',', "").parse::<i64>().ok().filter(|number| (FEWEST..=MOST).contains(number));
    number.ok_or_else(|| Complaint::new(format!("Type how many workers there are, and a few more: a number from {FEWEST} to 2,000")))
}

fn amount(typed: &str) -> std::result::Result<u32, Complaint> {
    let cents = Cents::parse(typed)?.cents();
    let fits = u32::try_from(cents).ok().filter(|cents| (500..=10_000).contains(cents));
    fits.ok_or_else(|| Complaint::new("Type dollars for one hour, from 5 to 100"))
}

/// What a worker ticked. It has no `Debug`, so that it can't be written into a log by mistake.
#[derive(Default)]
pub struct Ticked(Vec<(String, String)>);

/// The fields of the page.
const FIELDS: &[&str] = &["key", "in", "race", "declined", "pay", "job", "language"];

impl Ticked {
    /// Takes a form. A field that is not on our page is refused: there is no place for words.
    pub fn read(fields: Vec<(String, String)>) -> Result<Self> {
        if fields.iter().all(|(name, _)| FIELDS.contains(&name.as_str())) {
            return Ok(Self(fields));
        }
        Err(Error::Rejected("This form is incomplete. Go back, reload the page and send it again.".to_owned()))
    }

    /// What was chosen under a name.
    pub fn one<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// True where this was chosen.
    pub fn is_chosen(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(known, chosen)| known == name && chosen == value)
    }

    /// The answer, if there is nothing to complain about. Complaints are in the language of the page.
    pub fn worker(&self, lists: &Lists, language: Language, today: Day) -> std::result::Result<Worker, Complaints> {
        let mut complaints = Complaints::default();
        let wrong_list = || language.sentence(&language.word("self-wrong-list"));
        let chosen: Vec<&str> = self.0.iter().filter(|(name, _)| name == "race").map(|(_, value)| value.as_str()).collect();
        let races: Vec<Race> = Race::ALL.into_iter().filter(|race| chosen.contains(&race.code())).collect();
        let declined = self.is_chosen("declined", "yes");
        if races.len() != chosen.len() {
            complaints.add("race", wrong_list());
        } else if declined && !races.is_empty() {
            complaints.add("race", language.sentence(&language.word("self-wrong-both")));
        }
        let mut from_list = |name: &'static str, is_known: &dyn Fn(&str) -> bool| -> bool {
            let code = self.one(name);
            if !code.is_empty() && !is_known(code) {
                complaints.add(name, wrong_list());
            }
            !code.is_empty()
        };
        let has_pay = from_list("pay", &|code| lists.bands.iter().any(|band| band.code() == code));
        let has_job = from_list("job", &|code| Job::parse(code).is_some());
        let has_language = from_list("language", &|code| codes::find_on(List::Languages, code, today).is_some());
        if !(has_pay || has_job || has_language || declined || !races.is_empty()) && complaints.is_empty() {
            complaints.add("pay", language.sentence(&language.word("survey-wrong-none")));
        }
        if !complaints.is_empty() {
            return Err(complaints);
        }
        Ok(Worker {
            group: Group::of(&races, declined),
            pay: Band::parse(self.one("pay")),
            job: Job::parse(self.one("job")),
            language: Some(self.one("language").to_owned()).filter(|code| !code.is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn what_staff_type_is_taken_or_a_sentence_says_why_not() {
        let form = |from: &str, until: &str, most: &str, living: &str, source: &str| RoundForm {
            title: "Fall survey".to_owned(),
            from: from.to_owned(),
            until: until.to_owned(),
            most: most.to_owned(),
            living: living.to_owned(),
            living_source: source.to_owned(),
            ..RoundForm::default()
        };
        #[rustfmt::skip]
        let table: &[(RoundForm, Option<(&str, &str)>)] = &[
            (form("2026-12-01", "2026-12-14", "200", "", ""),                None),
            (form("2026-12-01", "2026-12-01", "20", "24.50", "A table"),      None),
            (form("2026-11-30", "2026-12-14", "200", "", ""),                Some(("from", "is over"))),
            (form("2026-12-02", "2026-12-01", "200", "", ""),                Some(("until", "before the first"))),
            (form("2026-12-01", "2027-03-03", "200", "", ""),                Some(("until", "within 92 days"))),
            (form("2026-12-01", "2026-12-14", "19", "", ""),                 Some(("most", "from 20"))),
            (form("2026-12-01", "2026-12-14", "2001", "", ""),               Some(("most", "2,000"))),
            (form("2026-12-01", "2026-12-14", "200", "24.50", ""),           Some(("living_source", "who says so"))),
            (form("2026-12-01", "2026-12-14", "200", "", "A table"),         Some(("living", "leave both out"))),
            (form("2026-12-01", "2026-12-14", "200", "48000", "A table"),    Some(("living", "one hour"))),
        ];
        for (form, wrong) in table {
            let mut complaints = Complaints::default();
            let facts = form.facts(&mut complaints, day("2026-12-01"));
            assert_eq!(facts.is_none(), wrong.is_some(), "{form:?}: {complaints:?}");
            if let Some((field, words)) = wrong {
                assert!(complaints.on(field).is_some_and(|said| said.contains(words)), "{field}: {complaints:?}");
            }
        }
    }

    #[test]
    fn what_a_worker_sends_is_from_the_lists_or_nothing_of_it_is_taken() {
        let lists = Lists::of(Some(2_450));
        let read = |fields: &[(&str, &str)]| {
            let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            Ticked::read(fields).unwrap().worker(&lists, Language::english(), day("2026-12-01"))
        };
        let said = read(&[("race", "ASIAN"), ("pay", "2200-2449"), ("job", "51-0000"), ("language", "vi")]).unwrap();
        assert_eq!((said.group, said.job), (Group::Alone(Race::Asian), Some(Job::Production)));
        assert_eq!((said.pay, said.language.as_deref()), (Some(Band { low: 2_200, high: Some(2_450) }), Some("vi")));
        assert_eq!(read(&[("race", "ASIAN"), ("race", "WHITE"), ("pay", "")]).unwrap().group, Group::Several);
        assert_eq!(read(&[("declined", "yes")]).unwrap().group, Group::Declined);
        for wrong in [
            &[("race", "PURPLE")][..],
            &[("race", "ASIAN"), ("declined", "yes")],
            &[("pay", "2200-2599")],
            &[("job", "queen")],
            &[("language", "Klingon")],
            &[("pay", ""), ("job", "")],
            &[],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
        assert!(Ticked::read(vec![("workplace".to_owned(), "x".to_owned())]).is_err());
    }
}
