//! What reminders say. To a partner: references, dates and links, and nobody's name but their own. Pure.

use super::tasks::Word;
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

/// What the entrepreneur is told about a clock.
pub fn to_client(word: Word, telling: &Telling) -> String {
    let org = telling.org.as_deref().unwrap_or("the partner");
    let day = day_in_words(word.due_on, Some(telling.today.year()));
    let call = match &telling.phone {
        Some(phone) => format!("call {} at {phone}", telling.advisor),
        None => format!("tell {}", telling.advisor),
    };
    match (word.timer, word.rung) {
        (Timer::ConsentAnswer, _) => format!(
            "We asked you whether we may share your request with {org}. Please say yes or no by {day}. Nothing is shared before you say yes."
        ),
        (Timer::FirstContact, _) => format!("{org} said yes, and promised to be in touch by {day}. Has anyone called you? If not, {call}."),
        (Timer::Confirm, _) => {
            format!("{org} says that it is done. Did it help? Please tell us by {day}. It takes a minute, and your answer counts.")
        }
        (Timer::Question, _) => format!("{org} still needs one thing from you by {day}. Send it from your page, or {call}."),
        (Timer::ConsentExpiry, Rung::Near) => format!(
            "Your permission to share with {org} ends {day}, a week from now. To go on, renew it on your page, or {call}. If you do nothing, it ends."
        ),
        (Timer::ConsentExpiry, _) => format!(
            "Your permission to share with {org} ends {day}. To go on, renew it before that on your page, or {call}. If you do nothing, it ends."
        ),
        _ => format!("There is news about your request. Look at your page, or {call}."),
    }
}
