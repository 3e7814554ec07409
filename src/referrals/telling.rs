//! The words that belong to one referral today, held together so that sentences can be made of them.

use jiff::civil::Date;

use super::kinds::Kind;
use super::lifecycle::{Party, Status};
use super::replay::Ball;
use super::words::Facts;
use crate::i18n::{Args, Language};

/// What sentences about one referral may mention. Filled from the log and the tables; see `words::Facts` for the fields.
#[derive(Debug, Clone)]
pub struct Telling {
    /// In which language it is told.
    pub language: Language,
    /// What it is about, inside a sentence of that language.
    pub need: String,
    pub kind: Kind,
    /// It is told to the trainee it is for.
    pub is_trainee: bool,
    /// They said yes to sharing, and it is not sent yet.
    pub is_agreed: bool,
    pub is_elsewhere: bool,
    pub first_name: Option<String>,
    pub org: Option<String>,
    pub contact: Option<String>,
    pub advisor: String,
    pub program: String,
    pub phone: Option<String>,
    pub asked_for_it: bool,
    pub by: Option<Party>,
    pub ball: Ball,
    pub due_on: Option<Date>,
    pub usual_days: Option<u32>,
    pub waited_days: Option<u32>,
    pub reason: Option<String>,
    pub stage: Option<String>,
    pub next_step: Option<String>,
    pub next_on: Option<Date>,
    pub review_on: Option<Date>,
    pub waitlist_position: Option<u32>,
    pub items: Option<String>,
    pub until_on: Option<Date>,
    pub question: Option<String>,
    pub asked_of: Option<Ball>,
    pub outcome: Option<String>,
    pub is_disputed: bool,
    pub change_until: Option<Date>,
    pub back_to: Option<Status>,
    pub new_org: Option<String>,
    pub today: Date,
}

/// What a referral is for, inside a sentence.
pub fn need(language: Language, kind: Kind, is_trainee: bool) -> String {
    let key = if is_trainee { "need-training".to_owned() } else { format!("need-{}", kind.code()) };
    language.say(&key, Args::default())
}

impl Telling {
    /// The facts as the sentences take them.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            first_name: self.first_name.as_deref(),
            org: self.org.as_deref(),
            contact: self.contact.as_deref(),
            advisor: Some(&self.advisor),
            program: Some(&self.program),
            phone: self.phone.as_deref(),
            language: self.language,
            need: Some(&self.need),
            is_training: self.is_trainee,
            is_agreed: self.is_agreed,
            is_elsewhere: self.is_elsewhere,
            asked_for_it: self.asked_for_it,
            by: self.by,
            ball: Some(self.ball),
            due_on: self.due_on,
            usual_days: self.usual_days,
            waited_days: self.waited_days,
            reason: self.reason.as_deref(),
            stage: self.stage.as_deref(),
            next_step: self.next_step.as_deref(),
            next_on: self.next_on,
            review_on: self.review_on,
            waitlist_position: self.waitlist_position,
            items: self.items.as_deref(),
            until_on: self.until_on,
            question: self.question.as_deref(),
            asked_of: self.asked_of,
            outcome: self.outcome.as_deref(),
            is_disputed: self.is_disputed,
            change_until: self.change_until,
            back_to: self.back_to,
            new_org: self.new_org.as_deref(),
            this_year: Some(self.today.year()),
            is_overdue: self.due_on.is_some_and(|due| due < self.today),
        }
    }
}
