//! What those who guard people's answers are told at once, by mail and on their pages: that somebody set a guardian's access, that answers
//! were asked for, opened or filed. Never whose answers: an alert names no client, no file and no reason.

use crate::values::{GuardDeed, Instant, Zone};

/// Something that one guardian is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Row key.
    pub key: i64,
    /// What was done.
    pub what: GuardDeed,
    /// Name on the account whose access was set.
    pub about: Option<String>,
    /// True where that is their own.
    pub is_own: bool,
    /// Name of whoever did it; none for the command line.
    pub by: Option<String>,
    /// Address of the request or the filing.
    pub object: Option<String>,
    /// When.
    pub at: Instant,
    /// How often a mail server was asked to take it.
    pub attempts: i64,
    /// Where it is mailed to.
    pub email: String,
    /// It went out by mail.
    pub is_mailed: bool,
    /// They are a steward: filings have no pages for others.
    pub is_steward: bool,
}

impl Alert {
    /// What was done, in one sentence.
    pub fn sentence(&self) -> String {
        let by = self.by.as_deref().unwrap_or("Somebody at the machine that runs Fairfloor");
        let whose = match (self.is_own, self.about.as_deref()) {
            (true, _) => "your account".to_owned(),
            (false, name) => format!("the account of {}", name.unwrap_or("somebody")),
        };
        match self.what {
            GuardDeed::Invited if self.is_own => format!("{by} made your account."),
            GuardDeed::Invited => format!("{by} made {whose}, who guards people's answers or gives access."),
            GuardDeed::Reset => format!("{by} took away password and code of {whose} and made a link to set new ones."),
            GuardDeed::Closed => format!("{by} closed {whose}."),
            GuardDeed::GlassAsked => format!("{by} asked to see one person's answers."),
            GuardDeed::GlassAgreed => format!("{by} agreed that one person's answers are opened for half an hour."),
            GuardDeed::GlassOpened => format!("{by} looked at one person's answers."),
            GuardDeed::FilingRecorded => format!("{by} recorded a required filing."),
            GuardDeed::FilingMade => format!("{by} made a file for a required filing."),
        }
    }

    /// What to do where it was not expected.
    pub fn advice(&self) -> &'static str {
        match self.what {
            GuardDeed::Invited | GuardDeed::Reset | GuardDeed::Closed if self.is_own => {
                "If you did not ask for this, call somebody else who guards the data now, and your administrator."
            }
            GuardDeed::Invited | GuardDeed::Reset => {
                "If you did not expect this, ask both of them in person. For seven days this account cannot open answers or agree to it."
            }
            GuardDeed::Closed => "If you did not expect this, ask both of them in person.",
            GuardDeed::GlassAsked => "If you see no reason for it, refuse it on its page.",
            GuardDeed::GlassAgreed | GuardDeed::GlassOpened => {
                "Its page says why, and when. If you see no reason for it, ask both of them now."
            }
            GuardDeed::FilingRecorded | GuardDeed::FilingMade => "If no law or contract that you know asks for it, ask them now.",
        }
    }

    /// The page to look at, inside the house, where they may.
    pub fn page(&self) -> Option<String> {
        let id = self.object.as_deref()?;
        Some(match self.what {
            GuardDeed::FilingRecorded | GuardDeed::FilingMade if self.is_steward => format!("/filings/{id}"),
            GuardDeed::FilingRecorded | GuardDeed::FilingMade => return None,
            _ => format!("/glass/{id}"),
        })
    }

    /// Subject and text of the letter.
    pub fn letter(&self, organization: &str, public_url: &str, zone: &Zone) -> (String, String) {
        let subject = match self.what {
            GuardDeed::Invited | GuardDeed::Reset | GuardDeed::Closed if self.is_own => "Your account was changed",
            GuardDeed::Invited | GuardDeed::Reset | GuardDeed::Closed => "Access of a guardian was changed",
            GuardDeed::GlassAsked | GuardDeed::GlassAgreed | GuardDeed::GlassOpened => "Break-glass",
            GuardDeed::FilingRecorded | GuardDeed::FilingMade => "A required filing",
        };
        let when = format!("{}, {}", zone.day(self.at).in_words(), zone.clock(self.at));
        let mut parts = vec![format!("{} ({when})", self.sentence()), self.advice().to_owned()];
        parts.extend(self.page().map(|page| format!("{public_url}{page}")));
        parts.push(organization.to_owned());
        (format!("{organization}: {subject}"), parts.join("\n\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Complaint, Vocabulary};

    fn alert(what: GuardDeed, is_own: bool) -> Alert {
        let about = matches!(what, GuardDeed::Invited | GuardDeed::Reset | GuardDeed::Closed).then(|| "Stu".to_owned());
        let object = about.is_none().then(|| "abc".to_owned());
        let by = Some("Adam".to_owned());
        Alert {
            key: 1,
            what,
            about,
            is_own,
            by,
            object,
            at: Instant::from_millis(0),
            attempts: 0,
            email: String::new(),
            is_mailed: false,
            is_steward: true,
        }
    }

    #[test]
    fn every_letter_says_who_did_what_and_what_to_do_and_leads_to_the_page() -> Result<(), Complaint> {
        let zone = Zone::parse("America/New_York")?;
        for what in GuardDeed::ALL {
            for is_own in [false, true] {
                let alert = alert(*what, is_own);
                let (subject, text) = alert.letter("City", "https://f.test", &zone);
                assert!(subject.starts_with("City: ") && text.starts_with("Adam ") && text.contains(alert.advice()), "{text}");
                assert_eq!(text.contains("https://f.test/"), alert.object.is_some(), "{text}");
                assert!(text.contains("December 31, 7:00 pm"), "{text}");
            }
        }
        assert!(alert(GuardDeed::Reset, false).sentence().contains("the account of Stu"));
        assert!(alert(GuardDeed::Reset, true).sentence().contains("your account"));
        let made = alert(GuardDeed::FilingMade, false);
        assert_eq!(made.page().as_deref(), Some("/filings/abc"));
        assert_eq!(Alert { is_steward: false, ..made }.page(), None, "an auditor has no such page");
        Ok(())
    }
}
