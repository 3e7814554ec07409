//! What else is known of a session besides what the quick form asks: how it is filed, who was there, the time beside the contact.

use crate::values::codes::{self, List};
use crate::values::{Channel, Line, PersonId, ServiceKind, Vocabulary};

/// Session types in which nobody meets: these alone may have no contact time.
const WITHOUT_CONTACT: [&str; 2] = [PREPARED, "update_only"];
/// The session type of preparing alone.
pub const PREPARED: &str = "prepare_only";

/// True for a session type that may have no contact time.
pub fn is_without_contact(session_type: &str) -> bool {
    WITHOUT_CONTACT.contains(&session_type)
}

/// What somebody said besides; whatever they left open, the program or the client decides.
#[derive(Debug, Clone, Default)]
pub struct More {
    /// How it is filed, where it is not by how people met.
    pub session_type: Option<String>,
    /// What it is filed under, where it is not what the program sets for this kind.
    pub topic: Option<String>,
    /// What else it was about.
    pub extra_topics: Vec<String>,
    /// Minutes to prepare.
    pub prepare: i64,
    /// Minutes on the way.
    pub travel: i64,
    /// In which languages, where it was not the client's.
    pub languages: Vec<String>,
    /// Who of the client was there.
    pub people: Vec<PersonId>,
    /// How many others.
    pub others: i64,
    /// Who pays, where it is not the program's usual source.
    pub funding_source: Option<i64>,
    /// Whether it is reported and why, where that is not as the program sets.
    pub reportable: Option<(bool, Line)>,
}

/// How a session is filed, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// A code of the official session types.
    pub session_type: String,
    /// A code of the official topics.
    pub topic: String,
    /// What else it was about.
    pub extra_topics: Vec<String>,
    /// Minutes to prepare.
    pub prepare: i64,
    /// Minutes on the way.
    pub travel: i64,
    /// Codes of the official languages.
    pub languages: Vec<String>,
    /// How many others were there.
    pub others: i64,
    /// Who pays: row key and name.
    pub funding_source: Option<(i64, String)>,
    /// Counts in what the program reports.
    pub is_reportable: bool,
    /// Why somebody decided that.
    pub reportable_why: Option<String>,
}

impl Filed {
    /// "Filed under Technology and Tax planning, in Spanish, 15 min to prepare, 1 other person there, not reported".
    pub fn summary(&self) -> String {
        let label = |list, code: &String| codes::label(list, code).unwrap_or(code).to_owned();
        let topics: Vec<String> = std::iter::once(&self.topic).chain(&self.extra_topics).map(|code| label(List::Topics, code)).collect();
        let languages: Vec<String> = self.languages.iter().map(|code| label(List::Languages, code)).collect();
        let in_english = languages.is_empty() || languages == ["English"];
        [
            Some(format!("filed under {}", topics.join("; "))),
            (!in_english).then(|| format!("in {}", languages.join(" and "))),
            (self.prepare > 0).then(|| format!("{} min to prepare", self.prepare)),
            (self.travel > 0).then(|| format!("{} min on the way", self.travel)),
            match self.others {
                0 => None,
                1 => Some("1 other person there".to_owned()),
                many => Some(format!("{many} other people there")),
            },
            (!self.is_reportable).then(|| "not reported to funders".to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
    }

    /// True where it is filed as people met: nobody said otherwise.
    pub fn follows(&self, channel: Channel) -> bool {
        self.session_type == codes::session_type_of(channel.code())
    }
}

/// What a form about a session of a client can offer, and what holds where nothing is chosen.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// People of the client: address and name.
    pub people: Vec<(PersonId, String)>,
    /// Who pays in the program: row key and name, the usual source first.
    pub sources: Vec<(i64, String)>,
    /// True where the first source is the usual one.
    pub has_usual_source: bool,
    /// The languages taken where nobody chooses.
    pub languages: Vec<String>,
    /// For each kind: what it is filed under, and whether it is reported.
    pub defaults: Vec<(ServiceKind, String, bool)>,
}

impl Choices {
    /// Offers who paid already too, where nothing new is paid from them any more.
    pub fn keep_source(&mut self, paid: Option<&(i64, String)>) {
        if let Some((key, name)) = paid.filter(|(key, _)| !self.sources.iter().any(|(other, _)| other == key)) {
            self.sources.push((*key, name.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filed() -> Filed {
        Filed {
            session_type: "telephone".to_owned(),
            topic: "technology".to_owned(),
            extra_topics: Vec::new(),
            prepare: 0,
            travel: 0,
            languages: vec!["en".to_owned()],
            others: 0,
            funding_source: None,
            is_reportable: true,
            reportable_why: None,
        }
    }

    #[test]
    fn a_plain_session_says_only_its_topic() {
        assert_eq!(filed().summary(), "filed under Technology");
        assert!(filed().follows(Channel::Phone) && !filed().follows(Channel::InPerson));
    }

    #[test]
    fn whatever_differs_is_said() {
        let session = Filed {
            extra_topics: vec!["tax".to_owned(), "of_an_older_list".to_owned()],
            languages: vec!["es".to_owned(), "en".to_owned()],
            prepare: 15,
            travel: 40,
            others: 1,
            is_reportable: false,
            ..filed()
        };
        let words = "filed under Technology; Tax planning; of_an_older_list, in Spanish and English, 15 min to prepare, 40 min on the \
                     way, 1 other person there, not reported to funders";
        assert_eq!(session.summary(), words);
    }

    #[test]
    fn only_preparing_and_updating_go_without_contact() {
        let without = codes::rows(List::SessionTypes).iter().filter(|row| is_without_contact(&row.code)).map(|row| row.code.as_str());
        assert_eq!(without.collect::<Vec<_>>(), ["prepare_only", "update_only"]);
    }
}
