//! Coming in without a letter: an address or a number, the six digits that were sent there, and where several people share it, who one is.
//!
//! Known and unknown addresses are answered alike, by the same work: a code is made for either, and leaves for the known one only.

use super::views::sign_in as views;
use crate::auth::gate::own_address;
use crate::auth::own::{self, devices, door::SIGN_IN, kept};
use crate::auth::queries::mailed::{self, Checked};
use crate::auth::queries::own::{Candidate, Reached, people_at, reached_at};
use crate::auth::queries::tries::{is_over, note_wrong};
use crate::auth::tries::{self, Calls};
use crate::auth::{Guest, House, mailing};
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::i18n::{self, Args, Language};
use crate::programs::queries as programs;
use crate::store::Actor;
use crate::values::{CodeWay, Email, international};
use crate::web::speech::Asked;
use crate::web::{Complaints, Form, Query, forms};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// How long the choice of who one is stays open.
const CHOICE_MS: i64 = 10 * 60 * 1000;
/// Name of [`Choice`] in the session.
const CHOICE: &str = "own_choice";

/// Several people share the address that a code came back from.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Choice {
    people: Vec<i64>,
    is_text: bool,
    /// Keyed digest of the address or number: it stands nowhere else in the session.
    mac: Vec<u8>,
    stays: bool,
    next: String,
    since: i64,
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct SignInQuery {
    /// Where to go on afterwards.
    #[serde(default)]
    next: String,
    /// They were inside before.
    #[serde(default)]
    away: String,
}

/// Where an address or a number is typed.
pub(super) async fn sign_in_page(
    Guest(_): Guest,
    Asked(asked): Asked,
    State(house): State<House>,
    session: Session,
    Query(query): Query<SignInQuery>,
) -> Result<Response> {
    let has_typed = kept::is_any(&session).await?;
    let language = asked.unwrap_or_default();
    let shown =
        views::Shown { next: &query.next, is_away: !query.away.is_empty(), has_typed, ..views::Shown::new(&house, language).await? };
    Ok(if has_a_way(&house) { views::ask(&shown, "", &Complaints::default()) } else { views::no_way(&shown) }.into_response())
}

/// A code can leave, or stands on the page in a made-up city.
pub(super) fn has_a_way(house: &House) -> bool {
    house.mailer.is_set_up() || house.gateway.is_set_up() || mailing::is_shown(house)
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactForm {
    contact: String,
    #[serde(default)]
    next: String,
}

/// An address, or a number where texts can be sent.
fn read(house: &House, typed: &str) -> Option<Reached> {
    if typed.contains('@') {
        let at = Email::parse(typed).ok()?.as_str().to_owned();
        return (house.mailer.is_set_up() || mailing::is_shown(house)).then_some(Reached { way: CodeWay::Email, at });
    }
    let at = international(typed)?;
    house.gateway.is_set_up().then_some(Reached { way: CodeWay::Text, at })
}

/// Sends a code. The answer, and the work behind it, are the same for an address that nobody has.
pub(super) async fn send_code(
    Guest(_): Guest,
    Asked(asked): Asked,
    State(house): State<House>,
    calls: Calls,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    let language = asked.unwrap_or_default();
    let shown = views::Shown { next: &form.next, ..views::Shown::new(&house, language).await? };
    if !has_a_way(&house) {
        return Ok(views::no_way(&shown).into_response());
    }
    let Some(reached) = read(&house, form.contact.trim()) else {
        let mut complaints = Complaints::default();
        let key = if house.gateway.is_set_up() { "sign-in-bad-either" } else { "sign-in-bad-address" };
        complaints.add("contact", language.word(key));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::ask(&shown, &form.contact, &complaints)).into_response());
    };
    let wanted = reached.clone();
    let (code, people) = if tries::is_heard(&house, &calls).await? {
        let made = house.db.write(Actor::nobody(), move |tx| {
            if is_over(tx, &calls)? {
                return Ok((None, Vec::new()));
            }
            // Whoever asks for many is heard no more, as whoever types many wrong ones.
            note_wrong(tx, &calls)?;
            Ok((mailed::issue_to(tx, &wanted.name(), calls.name())?, people_at(tx, &wanted)?))
        });
        made.await?
    } else {
        (None, Vec::new())
    };
    let code = code.filter(|_| !people.is_empty());
    if let Some(code) = &code
        && !is_on_page(&house, &reached)
    {
        send(&house, &reached, code, reading(&people, asked))?;
    }
    let made_up = match &code {
        _ if !is_on_page(&house, &reached) => views::MadeUp::No,
        Some(code) => views::MadeUp::Code(code),
        None => views::MadeUp::Nobody,
    };
    Ok(views::ask_code(&shown, &form.contact, made_up, &Complaints::default()).into_response())
}

fn is_on_page(house: &House, reached: &Reached) -> bool {
    reached.way == CodeWay::Email && mailing::is_shown(house)
}

/// In which language a code is written: theirs where it is one person's.
fn reading(people: &[Candidate], asked: Option<Language>) -> Language {
    match people {
        [one] => i18n::of_person(one.reads.0.as_deref(), &one.reads.1, asked),
        _ => asked.unwrap_or_default(),
    }
}

fn send(house: &House, reached: &Reached, code: &str, language: Language) -> Result<()> {
    let organization = house.db.organization().name.clone();
    let args = || Args::default().with("organization", organization.as_str()).with("code", code);
    match reached.way {
        CodeWay::Email => {
            let text =
                format!("{}\n\n{}\n\n{organization}", language.say("sign-in-mail", args()), language.say("sign-in-mail-else", args()));
            mailing::mail(house, &reached.at, language.say("sign-in-mail-subject", args()), text)
        }
        CodeWay::Text => {
            house.gateway.send_soon(format!("+{}", reached.at), language.say("sign-in-text", args()), forms::fresh_key());
            Ok(())
        }
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CodeForm {
    contact: String,
    code: String,
    #[serde(default)]
    stay: String,
    #[serde(default)]
    next: String,
}

/// The code that came back begins a visit.
pub(super) async fn sign_in_by_code(
    Guest(_): Guest,
    Asked(asked): Asked,
    State(house): State<House>,
    session: Session,
    calls: Calls,
    Form(form): Form<CodeForm>,
) -> Result<Response> {
    let language = asked.unwrap_or_default();
    let shown = views::Shown { next: &form.next, ..views::Shown::new(&house, language).await? };
    let Some(reached) = read(&house, form.contact.trim()) else {
        let mut complaints = Complaints::default();
        complaints.add("contact", language.word("sign-in-bad-address"));
        return Ok(
            (StatusCode::UNPROCESSABLE_ENTITY, views::ask_code(&shown, &form.contact, views::MadeUp::No, &complaints)).into_response()
        );
    };
    let (checked, people) = tried(&house, &reached, form.code.clone(), calls).await?;
    match (checked, people.as_slice()) {
        (Checked::Right, [one]) => begin(&house, &session, one.person, reached, !form.stay.is_empty(), &form.next).await,
        (Checked::Right, [_, _, ..]) => {
            let people = people.iter().map(|one| one.person).collect();
            let is_text = reached.way == CodeWay::Text;
            let (mac, since) = (reached.mac(house.db.keys()), Clock::machine_now().millis());
            let choice = Choice { people, is_text, mac, stays: !form.stay.is_empty(), next: form.next, since };
            session.insert(CHOICE, choice).await.map_err(|cause| Error::internal(cause.to_string()))?;
            Ok(Redirect::to("/me/sign-in/who").into_response())
        }
        (checked, _) => {
            let key = if checked == Checked::Resting { "sign-in-resting" } else { "sign-in-wrong" };
            let mut complaints = Complaints::default();
            complaints.add("code", language.word(key));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, views::ask_code(&shown, &form.contact, views::MadeUp::No, &complaints)).into_response())
        }
    }
}

/// Tries a code. Whoever tried too often is answered without a look at it.
async fn tried(house: &House, reached: &Reached, code: String, calls: Calls) -> Result<(Checked, Vec<Candidate>)> {
    if !tries::is_heard(house, &calls).await? {
        return Ok((Checked::Resting, Vec::new()));
    }
    let wanted = reached.clone();
    let checked = house.db.write(Actor::nobody(), move |tx| {
        if is_over(tx, &calls)? {
            return Ok((Checked::Resting, Vec::new()));
        }
        let checked = mailed::check_from(tx, &wanted.name(), &code, calls.name())?;
        if checked == Checked::Wrong {
            note_wrong(tx, &calls)?;
        }
        Ok((checked, people_at(tx, &wanted)?))
    });
    checked.await
}

async fn begin(house: &House, session: &Session, person: i64, reached: Reached, stays: bool, next: &str) -> Result<Response> {
    match reached.way {
        CodeWay::Email => own::begin_by_mail(session, house.db.keys(), person, &reached.at).await?,
        CodeWay::Text => own::begin_by_text(session, house.db.keys(), person, &reached).await?,
    }
    let has_typed = kept::of(session, person).await?.is_some();
    let on = if has_typed { "/me/kept" } else { own_page(next) };
    let mut response = Redirect::to(on).into_response();
    if stays {
        let cookie: HeaderValue = devices::keep(house, person, reached).await?;
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// An own page to go on with; the first one where it is none.
pub(super) fn own_page(next: &str) -> &str {
    let next = own_address(Some(next));
    if next == "/me" || next.starts_with("/me/") && !next.starts_with(SIGN_IN) { next } else { "/me" }
}

/// The choice that stands open in this browser, and the people it is between.
async fn open_choice(house: &House, session: &Session) -> Result<(Choice, Reached, Vec<Candidate>)> {
    let choice: Option<Choice> = session.get(CHOICE).await.map_err(|cause| Error::internal(cause.to_string()))?;
    let now = Clock::machine_now().millis();
    let choice = choice.filter(|choice| now - choice.since < CHOICE_MS).ok_or(Error::NotFound)?;
    let way = if choice.is_text { CodeWay::Text } else { CodeWay::Email };
    let (db, asked) = (house.db.clone(), choice.clone());
    let found = house.db.read(move |conn| {
        for person in &asked.people {
            if let Some(reached) = reached_at(conn, *person, way)?.filter(|reached| reached.mac(db.keys()) == asked.mac) {
                let mut people = people_at(conn, &reached)?;
                people.retain(|one| asked.people.contains(&one.person));
                return Ok((reached, people));
            }
        }
        Err(Error::NotFound)
    });
    let (reached, people) = found.await?;
    Ok((choice, reached, people))
}

/// Who are you? First names, and only now that the code came back.
pub(super) async fn who_page(Guest(_): Guest, Asked(asked): Asked, State(house): State<House>, session: Session) -> Result<Response> {
    match open_choice(&house, &session).await {
        Ok((_, _, people)) => {
            let shown = views::Shown::new(&house, asked.unwrap_or_default()).await?;
            let names: Vec<&str> = people.iter().map(|one| one.first_name.as_str()).collect();
            Ok(views::who(&shown, &names).into_response())
        }
        Err(Error::NotFound) => Ok(Redirect::to(SIGN_IN).into_response()),
        Err(cause) => Err(cause),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WhoForm {
    /// The place in the list.
    who: usize,
}

pub(super) async fn choose_who(
    Guest(_): Guest,
    State(house): State<House>,
    session: Session,
    Form(form): Form<WhoForm>,
) -> Result<Response> {
    match open_choice(&house, &session).await {
        Ok((choice, reached, people)) => {
            let one = people.get(form.who).ok_or(Error::NotFound)?;
            begin(&house, &session, one.person, reached, choice.stays, &choice.next).await
        }
        Err(Error::NotFound) => Ok(Redirect::to(SIGN_IN).into_response()),
        Err(cause) => Err(cause),
    }
}

/// The programs and their numbers, for every page before signing in.
pub(super) async fn numbers(house: &House) -> Result<Vec<crate::programs::Program>> {
    house.db.read(programs::list).await
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn nobody_is_sent_elsewhere_after_signing_in() {
        for next in ["", "/today", "//evil.example/me", "https://evil.example/me/", "/me/sign-in?next=/me", "/meadow", "/me\\evil"] {
            assert_eq!(own_page(next), "/me", "{next}");
        }
        assert_eq!(own_page("/me/messages"), "/me/messages");
    }
}
