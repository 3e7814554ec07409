//! Every notice, with all facts and with none, as people read it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::date;

use super::super::lifecycle::{TRANSITIONS, Transition};
use super::*;
use crate::i18n::Language;

const GOLDEN: &str = include_str!("golden.txt");

fn full() -> Facts<'static> {
    Facts {
        language: Language::english(),
        is_training: false,
        is_agreed: false,
        is_elsewhere: false,
        first_name: Some("Ngozi"),
        org: Some("Northgate Makers Trust"),
        contact: Some("Mr. Silva"),
        advisor: Some("Renée"),
        program: Some("Riverton Makers"),
        phone: Some("555-0110"),
        need: Some("space"),
        asked_for_it: true,
        by: None,
        ball: Some(Ball::Partner),
        due_on: Some(date(2026, 11, 27)),
        usual_days: Some(3),
        waited_days: Some(15),
        reason: Some("They are full right now."),
        stage: Some("You visit spaces"),
        next_step: Some("you see two more spaces"),
        next_on: Some(date(2026, 12, 4)),
        review_on: Some(date(2027, 1, 8)),
        waitlist_position: Some(4),
        items: Some("your space needs, size and area"),
        until_on: Some(date(2027, 3, 1)),
        question: Some("the floor plan of your shop"),
        asked_of: None,
        outcome: Some("You signed a lease"),
        is_disputed: true,
        change_until: Some(date(2027, 2, 25)),
        back_to: Some(Status::Received),
        new_org: Some("Canal District Development"),
        this_year: Some(2026),
        is_overdue: false,
    }
}

fn bare() -> Facts<'static> {
    Facts { asked_for_it: true, ..Facts::default() }
}

/// Each transition from its first status: as told with these facts.
fn all(facts: &Facts) -> Vec<(&'static Transition, String)> {
    let tell = |row: &'static Transition| told(row.event, row.from.first().copied(), facts);
    TRANSITIONS.iter().map(|row| (row, tell(row).unwrap())).collect()
}

fn every_voice() -> Vec<(&'static Transition, String)> {
    let voices = [None, Some(Party::Advisor), Some(Party::AdvisorOnBehalf), Some(Party::Entrepreneur)];
    let balls = [None, Some(Ball::Entrepreneur), Some(Ball::Advisor), Some(Ball::ThirdParty), Some(Ball::Nobody)];
    let mut texts = Vec::new();
    for facts in [full(), bare()] {
        for by in voices {
            for ball in balls {
                texts.extend(all(&Facts { by, ball, asked_of: ball, ..facts }));
            }
        }
    }
    texts
}

#[test]
fn the_notices_read_as_written_down() {
    let mut text = String::new();
    for ((row, with), (_, without)) in all(&full()).into_iter().zip(all(&bare())) {
        writeln!(text, "{} {}\n  {with}\n  {without}", row.id, row.event.code()).unwrap();
    }
    assert!(text == GOLDEN, "src/told/golden.txt should be:\n{text}");
}

#[test]
fn each_of_the_30_transitions_has_its_notice() {
    assert_eq!(all(&bare()).len(), 30);
    let different: BTreeSet<_> = all(&full()).into_iter().map(|(_, text)| text).collect();
    assert_eq!(different.len(), 30, "and no two say the same");
}

#[test]
fn only_a_start_by_somebody_else_is_not_told() {
    let facts = Facts { asked_for_it: false, ..full() };
    for row in TRANSITIONS {
        let text = told(row.event, row.from.first().copied(), &facts);
        assert_eq!(text.is_none(), row.event == Event::Create, "{}", row.id);
    }
}

#[test]
fn in_every_language_a_notice_is_whole_and_in_one_language() {
    for language in Language::all() {
        let facts = Facts { language, ..full() };
        for (row, text) in all(&facts) {
            let last = text.trim_end_matches('\u{2069}').chars().last();
            assert!(last.is_some_and(|end| ".?。？؟".contains(end)), "{} {}: {text}", language.code(), row.id);
            for bad in ["  ", "..", "。。", "{", "}", "told-", "phrase-"] {
                assert!(!text.contains(bad), "{} {} has {bad:?}: {text}", language.code(), row.id);
            }
        }
        // Without names nothing Latin is left in a language that is not written in Latin letters.
        if matches!(language.code(), "zh-Hans" | "zh-Hant" | "ar") {
            for (row, text) in all(&Facts { language, ..bare() }) {
                assert!(!text.contains(|letter: char| letter.is_ascii_alphabetic()), "{} {}: {text}", language.code(), row.id);
            }
        }
    }
}

#[test]
fn a_notice_is_made_of_whole_sentences() {
    for (row, text) in every_voice() {
        assert!(text.starts_with(char::is_uppercase), "{}: {text}", row.id);
        assert!(text.ends_with(['.', '?']), "{}: {text}", row.id);
        for bad in ["  ", "..", " .", " ,", ": .", "?.", "_", "{", "None"] {
            assert!(!text.contains(bad), "{} has {bad:?}: {text}", row.id);
        }
    }
}

#[test]
fn a_notice_has_no_word_of_the_trade_and_no_blame() {
    let bad = [
        "pending",
        "process",
        "actively",
        "disposition",
        "status",
        "rejected",
        "denied",
        "declined",
        "failed",
        "cancelled",
        "noncompl",
        "you failed",
        "you did not",
        "unfortunately",
        "!",
    ];
    for (row, text) in every_voice() {
        let low = text.to_lowercase();
        for word in bad {
            assert!(!low.contains(word), "{} has {word:?}: {text}", row.id);
        }
    }
}

#[test]
fn a_notice_says_who_moves_or_that_nothing_is_to_be_done() {
    let signs =
        ["you do not need", "will ", "should ", "you can", "send it here", "next", "nothing is expected", "tell us", "has the next move"];
    for (row, text) in every_voice() {
        let low = text.to_lowercase();
        assert!(signs.iter().any(|sign| low.contains(sign)), "{}: {text}", row.id);
    }
}

#[test]
fn a_notice_is_read_with_ease() {
    for (row, text) in every_voice() {
        let grade = grade(&text);
        assert!(grade <= 8.0, "{} needs grade {grade:.1}: {text}", row.id);
    }
}

/// Flesch-Kincaid grade, with syllables counted as groups of vowels.
pub(in super::super) fn grade(text: &str) -> f64 {
    let text = text.replace("Mr.", "Mr");
    let sentences = text.split(['.', '?', ':']).filter(|it| !it.trim().is_empty()).count();
    let words: Vec<_> = text.split_whitespace().collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = |n: usize| f64::from(u32::try_from(n).unwrap());
    0.39 * count(words.len()) / count(sentences) + 11.8 * count(syllables) / count(words.len()) - 15.59
}

fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let is_vowel = |letter: char| "aeiouyé".contains(letter);
    let letters: Vec<_> = word.chars().collect();
    let starts = letters.iter().enumerate().filter(|(place, letter)| is_vowel(**letter) && (*place == 0 || !is_vowel(letters[place - 1])));
    let silent = word.ends_with('e') && !word.ends_with("le") || word.ends_with("ed");
    starts.count().saturating_sub(usize::from(silent)).max(1)
}

#[test]
fn bad_news_comes_first_with_its_reason() {
    let text = told(Event::Reject, Some(Status::Received), &full()).unwrap();
    assert!(text.starts_with("Northgate Makers Trust cannot help with this. They are full right now."));
}

#[test]
fn a_recall_of_begun_work_tells_more_than_one_of_a_request() {
    let text = |from| told(Event::Recall, Some(from), &full()).unwrap();
    assert!(text(Status::InProgress).contains("list what they did"));
    assert!(!text(Status::Accepted).contains("list what they did"));
}

#[test]
fn a_lapsed_permission_is_told_by_where_it_stood() {
    let text = |from| told(Event::ConsentLapses, Some(from), &full()).unwrap();
    assert!(text(Status::Received).contains("stopped the request"));
    assert!(text(Status::OnHold).contains("renew"));
}

#[test]
fn what_the_advisor_reported_says_so() {
    let facts = Facts { by: Some(Party::AdvisorOnBehalf), ..full() };
    let text = told(Event::Accept, Some(Status::Requested), &facts).unwrap();
    assert!(text.contains("Renée reported this for Northgate Makers Trust."));
    let text = told(Event::Withdraw, Some(Status::Requested), &facts).unwrap();
    assert!(text.starts_with("As you asked, Renée stopped this referral."));
    let facts = Facts { by: Some(Party::Advisor), ..full() };
    let text = told(Event::GiveConsent, Some(Status::Draft), &facts).unwrap();
    assert!(text.starts_with("Renée wrote down that you agreed"));
}

#[test]
fn a_question_for_the_advisor_asks_nothing_of_ngozi() {
    let facts = Facts { asked_of: Some(Ball::Advisor), ..full() };
    let text = told(Event::AskInformation, Some(Status::Received), &facts).unwrap();
    assert!(text.contains("Renée will answer them") && text.contains("You do not need to do anything"));
}

#[test]
fn who_never_heard_of_it_is_not_told_that_it_went_away() {
    assert!(!is_owed(Event::MarkError, false, false) && is_owed(Event::MarkError, false, true));
    assert!(!is_owed(Event::UndoSend, true, false) && is_owed(Event::UndoSend, false, true));
    assert!(!is_owed(Event::Discard, false, true) && is_owed(Event::Discard, true, false));
    assert!(!is_owed(Event::Create, false, false) && is_owed(Event::Create, true, false));
    assert!(is_owed(Event::Reject, false, false));
}

#[test]
fn nobody_is_sent_to_a_partner_that_does_not_know_their_name() {
    let text = |from| told(Event::AskInformation, Some(from), &full()).unwrap();
    assert!(text(Status::Received).contains("or call Renée by Friday, November 27."));
    assert!(text(Status::Accepted).contains("or call Mr. Silva by Friday, November 27."));
}

#[test]
fn every_reason_has_its_notice_in_plain_words() {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/codes/reasons.csv"));
    let mut told_of = 0;
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        let row = row.unwrap();
        let (event, from) = match &row[0] {
            "decline" => (Event::Reject, Status::Received),
            "hold" => (Event::Hold, Status::InProgress),
            "cancel" => (Event::Recall, Status::Accepted),
            "fail" => (Event::Fail, Status::InProgress),
            "next_step" => (Event::RecordNextStep, Status::Failed),
            "reopen" => (Event::Reopen, Status::Completed),
            _ => continue,
        };
        let facts = Facts { reason: Some(&row[6]), next_step: None, ..full() };
        let notice = told(event, Some(from), &facts).unwrap();
        assert!(notice.contains(&row[6]), "{}: {notice}", &row[1]);
        assert!(grade(&notice) <= 8.0, "{}: {notice}", &row[1]);
        assert!(grade(&row[6]) <= 10.0, "even alone: {}: {}", grade(&row[6]), &row[6]);
        told_of += 1;
    }
    assert_eq!(told_of, 81);
}

#[test]
fn a_day_that_is_over_is_said_to_be_over_in_every_language() {
    for language in Language::all() {
        let facts = Facts { language, due_on: Some(date(2026, 11, 19)), ball: Some(Ball::Partner), org: Some("Harbor"), ..full() };
        let late = Facts { is_overdue: true, ..facts };
        let (before, after) = (facts.say("told-partner-move-by"), late.say("told-partner-move-by"));
        assert_ne!(before, after, "{}", language.code());
        assert!(after.contains(&language.day(date(2026, 11, 19), Some(2026))), "{after}");
    }
    let late = Facts { is_overdue: true, due_on: Some(date(2026, 11, 19)), ..full() };
    assert_eq!(late.say("move-yours"), "You have the next move (this was due by Thursday, November 19)");
}
