//! Finds the words of a referral: names, dates and the sentences of its codes.

use super::{Story, ball, usual_days};
use crate::consent;
use crate::error::Result;
use crate::i18n::{self, Args, Language};
use crate::programs::queries as programs;
use crate::referrals::Referral;
use crate::referrals::lifecycle::Status;
use crate::referrals::replay::{Answer, Consent as Asked};
use crate::referrals::sharing;
use crate::referrals::telling::{Telling, need};
use crate::values::{Day, Origin};
use rusqlite::Connection;

/// In which language whoever is spoken to about this referral reads.
pub fn reads(conn: &Connection, referral: &Referral, today: Day) -> Result<Language> {
    let owner = super::spoken_to(conn, referral, today)?;
    Ok(owner.map_or_else(Language::english, |owner| owner.reading()))
}

/// The same for somebody with a browser before them, which may ask for a language too.
pub fn reads_here(conn: &Connection, referral: &Referral, today: Day, asked: Option<Language>) -> Result<Language> {
    let owner = super::spoken_to(conn, referral, today)?;
    Ok(owner.map_or_else(|| asked.unwrap_or_default(), |owner| i18n::of_person(owner.reads.as_deref(), &owner.language, asked)))
}

/// Everything that sentences about this referral may mention today, in one language.
pub fn telling(conn: &Connection, story: &Story, today: Day, language: Language) -> Result<Telling> {
    let (referral, course, now) = (&story.referral, &story.course, &story.state.now);
    let owner = super::spoken_to(conn, referral, today)?;
    let program = programs::find(conn, referral.program)?;
    let kind = referral.kind.code();
    let clause = |list: &str, code: Option<&str>| match code {
        Some(code) => code_words(conn, language, list, kind, code),
        None => Ok(None),
    };
    let next_step = match (&course.next_step_text, &now.next_step) {
        (Some(words), Some(_)) => Some(words.clone()),
        (None, step) => clause("next_step", step.as_deref())?,
        (Some(_), None) => None,
    };
    let yes = consent::queries::last_for(conn, referral.key)?;
    let partner = referral.partner.as_ref().map(|(key, _, name)| (*key, name.clone()));
    Ok(Telling {
        language,
        need: need(language, referral.kind, referral.trainee.is_some()),
        kind: referral.kind,
        is_trainee: referral.trainee.is_some(),
        is_agreed: now.status == Status::Draft && now.consent == Asked::Given,
        is_elsewhere: now.was_sent_elsewhere && now.status.is_with_partner(),
        first_name: owner.as_ref().map(|owner| owner.given_name().to_owned()).filter(|name| !name.is_empty()),
        org: partner.as_ref().map(|(_, name)| name.clone()),
        contact: course.responsible.clone().or_else(|| referral.contact.as_ref().map(|(_, name)| name.clone())),
        advisor: first_word(&referral.advisor.1),
        phone: advisor_telephone(conn, referral.advisor.0)?.or(program.telephone),
        program: program.name,
        asked_for_it: referral.origin == Origin::SelfRequest,
        by: None,
        ball: ball(&story.state, referral.due_on, today),
        due_on: referral.due_on.map(Day::date),
        usual_days: match &partner {
            Some((key, _)) => usual_days(conn, *key, today)?,
            None => None,
        },
        waited_days: None,
        reason: reason_words(conn, story, language)?,
        stage: clause("stage", now.stage.as_deref())?,
        next_step,
        next_on: course.next_expected_on.map(Day::date),
        review_on: course.review_on.map(Day::date),
        waitlist_position: course.waitlist_position,
        items: course.asked_fields.as_deref().map(|written| sharing::in_words(&sharing::read_back(written).0, language)),
        until_on: yes.map(|yes| yes.expires_on.date()),
        question: course.question.clone().filter(|_| now.question.is_some()),
        asked_of: now.question,
        outcome: clause("outcome", course.outcome.as_deref())?,
        is_disputed: now.answer.is_some_and(|answer: Answer| !answer.is_good()),
        change_until: course.ended_at.map(|at| super::zone(conn).map(|zone| zone.day(at).plus_days(90).date())).transpose()?,
        back_to: None,
        new_org: None,
        today: today.date(),
    })
}

/// Why it stopped or pauses, as the entrepreneur reads it: the sentence of the code, or the words typed for "other".
pub fn reason_words(conn: &Connection, story: &Story, language: Language) -> Result<Option<String>> {
    let now = &story.state.now;
    let list = match now.status {
        Status::Rejected => "decline",
        Status::OnHold => "hold",
        Status::Failed => "fail",
        Status::Cancelled => "cancel",
        Status::InProgress => "reopen",
        _ => return Ok(None),
    };
    match now.reason.as_deref() {
        Some("other") if story.course.reason_text.is_some() => Ok(story.course.reason_text.clone()),
        Some(code) => code_words(conn, language, list, story.referral.kind.code(), code),
        None => Ok(None),
    }
}

/// What a code says to the entrepreneur. A line that a manager added has no translation, and is read as it was written.
fn code_words(conn: &Connection, language: Language, list: &str, kind: &str, code: &str) -> Result<Option<String>> {
    let Some(found) = programs::find_code(conn, list, kind, code)? else { return Ok(None) };
    let key = |kind: &str| format!("code-{list}-{kind}-{code}");
    let said = [key(kind), key("any")].into_iter().find(|key| language.has(key)).map(|key| language.say(&key, Args::default()));
    Ok(Some(said.unwrap_or(found.client_label)))
}

/// What a code of a list says to the entrepreneur who chooses it.
pub fn client_words(code: &programs::Code, language: Language, list: &str, kind: &str) -> String {
    let key = |kind: &str| format!("code-{list}-{kind}-{}", code.code);
    let said = [key(kind), key("any")].into_iter().find(|key| language.has(key)).map(|key| language.say(&key, Args::default()));
    said.unwrap_or_else(|| code.client_label.clone())
}

/// What a client calls an advisor.
fn first_word(name: &str) -> String {
    name.split_whitespace().next().unwrap_or(name).to_owned()
}

fn advisor_telephone(conn: &Connection, account: i64) -> Result<Option<String>> {
    Ok(conn.prepare_cached("SELECT telephone FROM account WHERE id = ?1")?.query_row([account], |row| row.get("telephone"))?)
}
