//! What is typed about a story and about a client's word on it, read at the door.

use super::{Facts, Filter, LONGEST_DAYS, MOST_TITLE, MOST_WORDS, Said, State, Uses};
use crate::i18n::Language;
use crate::values::{Complaint, Day, Line, Note, StoryName, Vocabulary};
use crate::web::Complaints;

/// What was typed of a story.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StoryForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// Its title.
    pub title: String,
    /// The story.
    pub words: String,
    /// How the client is named.
    pub named_as: String,
    /// What stands for a name.
    pub described: String,
    /// In which language it is written.
    pub language: String,
    /// Asked for: a public page.
    pub public: Option<String>,
    /// Asked for: reports.
    pub reports: Option<String>,
    /// Asked for: files.
    pub export: Option<String>,
}

impl StoryForm {
    /// A new one: the name of the business, in English, for a public page.
    pub fn fresh() -> Self {
        let yes = || Some("yes".to_owned());
        Self {
            named_as: StoryName::Business.code().to_owned(),
            language: Language::english().code().to_owned(),
            public: yes(),
            reports: yes(),
            ..Self::default()
        }
    }

    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        let tick = |is_meant: bool| is_meant.then(|| "yes".to_owned());
        Self {
            key: String::new(),
            version,
            title: facts.title.clone(),
            words: facts.words.clone(),
            named_as: facts.named_as.code().to_owned(),
            described: facts.described.clone().unwrap_or_default(),
            language: facts.language.code().to_owned(),
            public: tick(facts.uses.public),
            reports: tick(facts.uses.reports),
            export: tick(facts.uses.export),
        }
    }

    /// What is ticked.
    pub fn uses(&self) -> Uses {
        Uses { public: self.public.is_some(), reports: self.reports.is_some(), export: self.export.is_some() }
    }

    /// What is written, if there is nothing to complain about. `first_name` is whose the first name would be.
    pub fn facts(&self, complaints: &mut Complaints, first_name: &str) -> Option<Facts> {
        let title = complaints.take("title", short(&self.title, "the title", MOST_TITLE)).flatten();
        if title.is_none() && complaints.on("title").is_none() {
            complaints.add("title", "Give the story a title");
        }
        let words = complaints.take("words", story(&self.words));
        let named_as = complaints.take("named_as", StoryName::parse(&self.named_as));
        let described = complaints.take("described", short(&self.described, "what stands for a name", MOST_TITLE)).flatten();
        match named_as {
            Some(StoryName::FirstName) if first_name.is_empty() => {
                complaints
                    .add("named_as", "Nobody with a first name is on file. Write down who owns the business first, or choose another way");
            }
            Some(StoryName::Described) if described.is_none() && complaints.on("described").is_none() => {
                complaints.add("described", "Say in a few words who it is, such as: a baker in Sunset Park");
            }
            _ => {}
        }
        let described = described.filter(|_| named_as == Some(StoryName::Described));
        let language = Language::find(&self.language).ok_or_else(|| Complaint::new("Choose the language it is written in"));
        let language = complaints.take("language", language);
        if self.uses().is_none() {
            complaints.add("public", "Say at least one place where it may stand");
        }
        let facts = Facts { title: title?, words: words?, named_as: named_as?, described, language: language?, uses: self.uses() };
        Some(facts).filter(|_| complaints.is_empty())
    }
}

fn short(typed: &str, what: &str, most: usize) -> Result<Option<String>, Complaint> {
    let line = Line::maybe(typed, what)?;
    let length = line.as_ref().map_or(0, |line| line.as_str().chars().count());
    if length > most {
        return Err(Complaint::new(format!("Shorten {what} to {most} characters. It has {length}")));
    }
    Ok(line.map(|line| line.to_string()))
}

fn story(typed: &str) -> Result<String, Complaint> {
    let words = Note::maybe(typed, "the story")?.ok_or_else(|| Complaint::new("Write the story. It can be a few lines"))?;
    let length = words.as_str().chars().count();
    if length > MOST_WORDS {
        return Err(Complaint::new(format!("Shorten the story to {MOST_WORDS} characters: about a page. It has {length}")));
    }
    Ok(words.to_string())
}

/// A client's word as staff heard it.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HeardForm {
    /// Key of the form.
    pub key: String,
    /// Version that was read out.
    pub version: i64,
    /// What the very text that was read out is known by.
    pub shown: String,
    /// What they said.
    pub said: String,
    /// They agree to a public page.
    pub public: Option<String>,
    /// They agree to reports.
    pub reports: Option<String>,
    /// They agree to files.
    pub export: Option<String>,
    /// Until when.
    pub until: String,
    /// What they want different.
    pub said_words: String,
}

impl HeardForm {
    /// What is ticked.
    pub fn uses(&self) -> Uses {
        Uses { public: self.public.is_some(), reports: self.reports.is_some(), export: self.export.is_some() }
    }

    /// What they said, if there is nothing to complain about. They agree to what was asked for, or to less.
    pub fn said(&self, complaints: &mut Complaints, asked: Uses, today: Day) -> Option<Said> {
        let words = complaints.take("said_words", Note::maybe(&self.said_words, "what they want different"))?;
        let said = match self.said.as_str() {
            "agreed" => {
                let uses = self.uses().and(asked);
                if uses.is_none() {
                    complaints.add("public", "Tick at least one place that they agree to");
                }
                Said::Agreed(uses, complaints.take("until", until(&self.until, today))?)
            }
            "refused" => Said::Refused,
            "wished" => match words {
                Some(words) => Said::Wished(words.to_string()),
                None => {
                    complaints.add("said_words", "Write what they want different");
                    return None;
                }
            },
            _ => {
                complaints.add("said", "Say what they answered");
                return None;
            }
        };
        Some(said).filter(|_| complaints.is_empty())
    }
}

/// The last day of a yes: after today, and within a year.
pub fn until(typed: &str, today: Day) -> Result<Day, Complaint> {
    let last = today.plus_days(LONGEST_DAYS);
    match Day::parse(typed) {
        Ok(until) if until > today && until <= last => Ok(until),
        Ok(_) => Err(Complaint::new(format!("Choose a day after today, at the latest {last}: a yes holds for a year at most"))),
        Err(cause) => Err(cause),
    }
}

/// Which stories of the list, as the address says. What can't be read is left out.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub struct FilterForm {
    /// State.
    pub state: String,
    /// Program, by row key; nothing for all of the viewer's.
    pub program: String,
    /// Whose yes ends by this day.
    pub until: String,
    /// Page.
    pub page: u32,
}

impl FilterForm {
    /// What is asked for.
    pub fn filter(&self) -> Filter {
        Filter { state: State::parse(&self.state), program: self.program.parse().ok(), until: Day::parse(&self.until).ok() }
    }

    /// As it stands in an address, without the page.
    pub fn query(&self) -> String {
        let filter = self.filter();
        let state = filter.state.map(|state| state.code().to_owned());
        let all =
            [("state", state), ("program", filter.program.map(|key| key.to_string())), ("until", filter.until.map(|day| day.to_string()))];
        all.into_iter().filter_map(|(name, value)| value.map(|value| format!("&{name}={value}"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> StoryForm {
        StoryForm { title: "A lease at last".to_owned(), words: "She signed.\n\nThen she baked.".to_owned(), ..StoryForm::fresh() }
    }

    type Case = (&'static str, fn(&mut StoryForm));

    #[test]
    fn what_stands_is_read_as_what_stands() {
        let facts = whole().facts(&mut Complaints::default(), "Rosa").unwrap();
        assert_eq!(StoryForm::of(&facts, 2).facts(&mut Complaints::default(), "Rosa"), Some(facts));
    }

    #[test]
    fn each_wrong_field_is_named() {
        let cases: [Case; 9] = [
            ("title", |form| form.title = "  ".to_owned()),
            ("title", |form| form.title = "x".repeat(121)),
            ("words", |form| form.words = "\n".to_owned()),
            ("words", |form| form.words = "x".repeat(4001)),
            ("words", |form| form.words = "Her number is 219-09-9999".to_owned()),
            ("named_as", |form| form.named_as = "initials".to_owned()),
            ("described", |form| form.named_as = "described".to_owned()),
            ("language", |form| form.language = "tlh".to_owned()),
            ("public", |form| (form.public, form.reports) = (None, None)),
        ];
        for (field, change) in cases {
            let (mut form, mut complaints) = (whole(), Complaints::default());
            change(&mut form);
            assert!(form.facts(&mut complaints, "Rosa").is_none(), "{field}");
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
        let (form, mut complaints) = (StoryForm { named_as: "first_name".to_owned(), ..whole() }, Complaints::default());
        assert!(form.facts(&mut complaints, "").is_none() && complaints.on("named_as").is_some());
    }

    #[test]
    fn a_yes_holds_for_a_year_at_most_and_never_for_more_than_was_asked() {
        let today = Day::parse("2026-11-30").unwrap();
        for (typed, is_right) in [("2026-12-01", true), ("2027-11-30", true), ("2026-11-30", false), ("2027-12-01", false), ("soon", false)]
        {
            assert_eq!(until(typed, today).is_ok(), is_right, "{typed}");
        }
        let all = Some("yes".to_owned());
        let form = HeardForm {
            said: "agreed".to_owned(),
            public: all.clone(),
            export: all,
            until: "2027-01-31".to_owned(),
            ..HeardForm::default()
        };
        let (asked, last) = (Uses { public: true, reports: true, export: false }, Day::parse("2027-01-31").unwrap());
        let said = form.said(&mut Complaints::default(), asked, today);
        assert_eq!(said, Some(Said::Agreed(Uses { public: true, ..Uses::default() }, last)));
        for (field, said) in [("said", ""), ("said_words", "wished")] {
            let mut complaints = Complaints::default();
            assert!(HeardForm { said: said.to_owned(), ..form.clone() }.said(&mut complaints, asked, today).is_none());
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
    }

    #[test]
    fn a_filter_says_itself_again() {
        let filter = FilterForm { state: "live".into(), program: "2".into(), until: "soon".into(), page: 3 };
        assert_eq!(filter.query(), "&state=live&program=2");
    }
}
