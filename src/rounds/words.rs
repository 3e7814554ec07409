//! What reminders say. To a partner: references, dates and links, and nobody's name but their own. Pure.

use super::tasks::Word;
use crate::i18n::{Args, capital};
use crate::referrals::telling::Telling;
use crate::referrals::words::day_in_words;
use crate::values::{Rung, Timer};
use jiff::civil::Date;

/// A referral in a digest: its label, what kind of help, what is said about it.
#[derive(Debug, Clone)]
pub struct Line {
    pub label: String,
    pub kind: &'static str,
    pub words: Vec<Word>,
}

/// The subject and the text of a digest.
pub fn digest(program: &str, name: &str, lines: &[Line], phone: Option<&str>, today: Date) -> (String, String) {
    let subject = match lines {
        [one] => format!("{program}: {} waits for your word", one.label),
        _ => format!("{program}: {} requests wait for your word", lines.len()),
    };
    let mut text = format!("Hello {name},\n");
    for (place, line) in lines.iter().enumerate() {
        let said: Vec<String> = line.words.iter().map(|word| sentence(*word, today)).collect();
        text.push_str(&format!("\n{}, help with {}. {}\nOpen it here: {{link{}}}\n", line.label, line.kind, said.join(" "), place + 1));
    }
    text.push_str("\nIt takes a minute and needs no account. Each link opens once, and works for 14 days.\n");
    if let Some(phone) = phone {
        text.push_str(&format!("\nQuestions? Call {phone}.\n"));
    }
    text.push_str(&format!("\n{program}"));
    (subject, text)
}

fn sentence(word: Word, today: Date) -> String {
    let day = day_in_words(word.due_on, Some(today.year()));
    let when = match word.due_on.cmp(&today) {
        std::cmp::Ordering::Less => format!("was due {day}"),
        std::cmp::Ordering::Equal => "is due today".to_owned(),
        std::cmp::Ordering::Greater => format!("is due {day}"),
    };
    match word.timer {
        Timer::Acknowledge => "Please tell us that you have it.".to_owned(),
        Timer::FirstContact => format!("Your first contact with the business {when}."),
        Timer::Update => format!("Your news {when}. \"No change\" is news, too."),
        Timer::AutoRecall => "Nobody has answered. The request will be stopped unless you do.".to_owned(),
        Timer::ConsentExpiry => format!("The permission to share ends {day}. After that you see nothing of it, unless it is renewed."),
        _ => format!("Your yes or no {when}."),
    }
}

/// What the entrepreneur is told about a clock, in the language of `telling`.
pub fn to_client(word: Word, telling: &Telling) -> String {
    let language = telling.language;
    let org = telling.org.clone().unwrap_or_else(|| language.say("the-partner", Args::default()));
    let args = || {
        Args::default()
            .with("org", &org)
            .with("advisor", &telling.advisor)
            .maybe("phone", telling.phone.as_deref())
            .with("day", language.day(word.due_on, Some(telling.today.year())))
    };
    let call = language.say("remind-call", args());
    let is_late = word.due_on < telling.today;
    let key = match (word.timer, word.rung) {
        (Timer::ConsentAnswer, _) if is_late => "remind-consent-answer-late",
        (Timer::Confirm, _) if is_late => "remind-confirm-late",
        (Timer::Question, _) if is_late => "remind-question-late",
        (Timer::ConsentAnswer, _) => "remind-consent-answer",
        (Timer::FirstContact, _) => "remind-first-contact",
        (Timer::Confirm, _) => "remind-confirm",
        (Timer::Question, _) => "remind-question",
        (Timer::ConsentExpiry, Rung::Near) => "remind-consent-near",
        (Timer::ConsentExpiry, _) => "remind-consent-ends",
        _ => "remind-news",
    };
    capital(&language.say(key, args().with("call", call)))
}
