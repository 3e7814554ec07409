//! What the desk reads from the features below it, and the deeds that touch several of them.

mod standing;
mod timeline;
mod wishes;

pub use timeline::timeline;

use super::{ClientPage, NeedRow, Show, Today};
use crate::auth::Viewer;
use crate::auth::queries::mailed;
use crate::certifications::queries as certifications;
use crate::commitments::{Due, queries as commitments};
use crate::config::Clock;
use crate::error::Result;
use crate::outcomes::{Outcome, queries as outcomes};
use crate::people::{self, Client, Lookalike, NewClient};
use crate::places;
use crate::questions::queries as questions;
use crate::referrals::deed::Who;
use crate::referrals::inbound::Waiting;
use crate::referrals::queries::{self as referrals, Handed, Need, NeedKind, NewReferral, Unanswered};
use crate::resources::queries as resources;
use crate::self_identification::queries as self_identification;
use crate::services::queries as services;
use crate::services::{FollowUp, NewFollowUp, Promise, Service, Whose};
use crate::store::{Keyring, Object, Tx};
use crate::stories::{Story, queries as stories};
use crate::values::{ClientId, Day, Kind, Line, Origin, QuestionAnswer, ServiceId, Urgency, Vocabulary, Writer};
use crate::web::Access;
use rusqlite::{Connection, OptionalExtension, named_params};

/// How many rows need somebody at once before a list stops being one.
const NEEDS: i64 = 50;
/// For so many days after its day a commitment may wait to be looked at.
const LATE_LOOK_DAYS: i64 = 7;
/// From this many days without a service on somebody has waited long.
const LONG_DAYS: i64 = 30;

/// What needs the viewer: broken promises first, then by age.
pub fn needs_you(conn: &Connection, clock: &Clock, viewer: &Viewer) -> Result<Vec<NeedRow>> {
    let today = clock.today();
    let mut rows = Vec::new();
    for call in services::callers(conn, viewer, NEEDS)? {
        let age = call.served_on.days_until(today);
        if age > 0 {
            rows.push(caller_row(&call, age));
        }
    }
    for late in services::overdue_follow_ups(conn, viewer, today, NEEDS)? {
        rows.push(overdue_row(&late, late.due_on.days_until(today)));
    }
    rows.extend(referrals::triage(conn, viewer)?.into_iter().take(20).map(|waiting| triage_row(waiting, clock)));
    rows.extend(referrals::unanswered(conn, viewer, today)?.into_iter().map(|thread| message_row(thread, today)));
    rows.extend(referrals::needs_you(conn, viewer, today)?.into_iter().map(referral_row));
    rows.extend(referrals::partner_words(conn, viewer, today)?.into_iter().map(word_row));
    rows.extend(referrals::client_words_for(conn, viewer, today)?.into_iter().map(word_row));
    rows.extend(questions::answers_for(conn, viewer, clock.zone().start_of(today.plus_days(-1)))?.into_iter().map(answered_row));
    rows.extend(commitments::due_for(conn, viewer, today, NEEDS)?.iter().map(|due| promised_row(due, today)));
    rows.extend(
        crate::grants::queries::due_until(conn, viewer, today.plus_days(GRANT_DAYS), NEEDS)?.iter().map(|soon| granted_row(soon, today)),
    );
    let differing = outcomes::contradicted_for(conn, viewer, NEEDS)?;
    rows.extend(differing.iter().map(|outcome| differing_row(outcome, clock)));
    rows.extend(stories::wished_for(conn, viewer, today, NEEDS)?.iter().map(wished_row));
    rows.extend(standing::standing(conn, viewer, today)?);
    rows.extend(wishes::wishes(conn, viewer, today)?);
    rows.extend(failures_row(conn, clock, viewer)?);
    rows.sort_by_key(|row| (row.tone != "over", std::cmp::Reverse(row.age)));
    Ok(rows)
}

/// A partner answered a question that named nobody.
fn answered_row((client, partner, answer, id): (String, String, QuestionAnswer, String)) -> NeedRow {
    let page = format!("/clients/{id}/questions");
    NeedRow {
        age: 0,
        unit: "days",
        tone: "",
        title: format!("{client}: {partner} says {}", answer.label().to_lowercase()),
        href: page.clone(),
        line: "An answer to your question. If it fits, refer them from there.".to_owned(),
        acts: vec![("See the answer".to_owned(), page)],
    }
}

/// How long before something is due for a grant its managers are told, in days.
const GRANT_DAYS: i64 = 14;

/// Something is to be handed in to a funder.
fn granted_row(soon: &crate::grants::Soon, today: Day) -> NeedRow {
    let (late, page) = (soon.due_on.days_until(today), format!("/grants/{}", soon.grant));
    let when = soon.due_on.short(today);
    NeedRow {
        age: late.max(0),
        unit: if late == 1 { "day" } else { "days" },
        tone: if late > 0 { "over" } else { "soon" },
        title: format!("{}: {}", soon.name, soon.what),
        href: page.clone(),
        line: if late > 0 { format!("It was to be handed in on {when}.") } else { format!("To hand in by {when}.") },
        acts: vec![("Open the grant".to_owned(), page)],
    }
}

/// The day has come to look whether something that was promised is kept.
fn promised_row(due: &Due, today: Day) -> NeedRow {
    let (age, page) = (due.on.days_until(today), format!("/commitments/{}", due.id));
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone: if age > LATE_LOOK_DAYS { "over" } else { "soon" },
        title: format!("{}: is it kept?", due.client),
        href: page.clone(),
        line: format!("{}. It was to be looked at on {}.", due.what, due.on.short(today)),
        acts: vec![("Write down what you found".to_owned(), page)],
    }
}

/// A client says that something the viewer wrote down is different.
fn differing_row(outcome: &Outcome, clock: &Clock) -> NeedRow {
    let said_on = outcome.answered.as_ref().map_or(clock.today(), |answered| clock.zone().day(answered.at));
    let (age, page) = (said_on.days_until(clock.today()), format!("/outcomes/{}", outcome.id));
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone: "soon",
        title: format!("{}: an outcome is different, the client says", outcome.client.3),
        href: page.clone(),
        line: format!("{}. Call them, then change it, or write down what you saw.", outcome.label()),
        acts: vec![("Look at it".to_owned(), page)],
    }
}

/// A client wants a story about them different.
fn wished_row(story: &Story) -> NeedRow {
    let page = format!("/stories/{}", story.id);
    NeedRow {
        age: 0,
        unit: "days",
        tone: "soon",
        title: format!("{} wants their story different", story.client.3),
        href: page.clone(),
        line: "Change it as they say, then ask them again.".to_owned(),
        acts: vec![("Look at it".to_owned(), page)],
    }
}

/// A word of a partner or of a client that waits for an advisor.
fn word_row(word: referrals::Word) -> NeedRow {
    NeedRow {
        age: word.days,
        unit: if word.days == 1 { "day" } else { "days" },
        tone: "soon",
        title: word.title,
        href: word.link.clone(),
        line: word.text,
        acts: vec![("Look at it".to_owned(), word.link)],
    }
}

/// From this many failures at partners' doors within a day on a manager learns of it.
const MANY_FAILURES: i64 = 10;

/// Somebody tries links or codes that open nothing.
fn failures_row(conn: &Connection, clock: &Clock, viewer: &Viewer) -> Result<Option<NeedRow>> {
    if !viewer.is(Access::Manager) {
        return Ok(None);
    }
    let failures = mailed::count_failures(conn, clock.now().plus_days(-1))?;
    Ok((failures >= MANY_FAILURES).then(|| NeedRow {
        age: 0,
        unit: "days",
        tone: "soon",
        title: "Many failed tries at partners' pages".to_owned(),
        href: "/outbox".to_owned(),
        line: format!("{failures} links or codes opened nothing since yesterday. None of them got in. If a partner calls about a link, make them a new one; otherwise tell your administrator."),
        acts: vec![("Open the outbox".to_owned(), "/outbox".to_owned())],
    }))
}

fn caller_row(call: &Service, age: i64) -> NeedRow {
    let page = format!("/services/{}", call.id);
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone: "",
        title: format!("{} called and is not a client yet", call.whose()),
        href: page.clone(),
        line: format!("{}. Put the call with a client, or register them.", call.title()),
        acts: vec![("Find the client".to_owned(), page), ("Register".to_owned(), format!("/clients/new?service={}", call.id))],
    }
}

fn overdue_row(late: &FollowUp, age: i64) -> NeedRow {
    let page = format!("/clients/{}", late.client.0);
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone: "over",
        title: format!("{}: {}", late.client.1, late.title),
        href: page.clone(),
        line: "You meant to do this by now.".to_owned(),
        acts: vec![("Open client".to_owned(), page), ("Mark done".to_owned(), format!("#follow-up-{}", late.id))],
    }
}

/// A request that nobody has taken yet is everybody's.
fn triage_row(waiting: Waiting, clock: &Clock) -> NeedRow {
    let today = clock.today();
    let age = clock.zone().day(waiting.at).days_until(today);
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone: if waiting.due_on < today { "over" } else { "soon" },
        title: waiting.title,
        href: waiting.href.clone(),
        line: format!("{} Take it by {}.", waiting.from, waiting.due_on.short(today)),
        acts: vec![("Look and take it".to_owned(), waiting.href)],
    }
}

/// A message without a reply is somebody's task, and it shows how long it has been one.
fn message_row(thread: Unanswered, today: Day) -> NeedRow {
    // The address of the field itself: the cursor stands in it, ready for the answer.
    let page = format!("/referrals/{}/messages#body", thread.id);
    let who = if thread.writer == Writer::Partner { "The partner" } else { "The client" };
    NeedRow {
        age: thread.days,
        unit: if thread.days == 1 { "day" } else { "days" },
        tone: if thread.days > 0 { "soon" } else { "" },
        title: format!("{}: a message without reply", thread.client),
        href: page.clone(),
        line: message_line(&thread, who, today),
        acts: vec![("Read and answer".to_owned(), page)],
    }
}

/// Who wrote, and why it is the viewer's task.
fn message_line(thread: &Unanswered, who: &str, today: Day) -> String {
    let about = crate::referrals::label(thread.number);
    let whom = if thread.handed.is_none() { " to you" } else { "" };
    let wrote = match thread.count {
        1 => format!("{who} wrote{whom} about {about}."),
        many => format!("{many} messages about {about} wait for an answer."),
    };
    match &thread.handed {
        None => wrote,
        Some(Handed::Left(advisor)) => format!("{wrote} {advisor} is not here any more."),
        Some(Handed::Away(advisor, until)) => format!("{wrote} {advisor} is away until {}.", until.short(today)),
        Some(Handed::Late(advisor)) => format!("{wrote} {advisor} has not answered yet."),
    }
}

fn referral_row(need: Need) -> NeedRow {
    let tone = match need.kind {
        NeedKind::Late => "over",
        NeedKind::NoNextStep | NeedKind::Question | NeedKind::Renewed => "soon",
        NeedKind::DecidedToday | NeedKind::ConsentWaiting | NeedKind::NotSent => "",
    };
    let words = match need.kind {
        NeedKind::Late => "See what to do",
        NeedKind::NoNextStep => "Record the next step",
        NeedKind::Question => "Answer",
        NeedKind::Renewed => "Take it off hold",
        NeedKind::DecidedToday | NeedKind::ConsentWaiting | NeedKind::NotSent => "Open referral",
    };
    let call = need.call.map(|(name, number)| (format!("Call {name}"), format!("tel:{}", crate::values::digits(&number))));
    let open = (words.to_owned(), need.link.clone());
    // A promise broken over a weekend is a day late, though no business day has passed.
    let age = if need.kind == NeedKind::Late { need.days.max(1) } else { need.days };
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone,
        title: need.title,
        href: need.link,
        line: need.text,
        acts: call.into_iter().chain([open]).collect(),
    }
}

/// What Today shows.
pub fn today(conn: &Connection, clock: &Clock, viewer: &Viewer) -> Result<Today> {
    let (today, zone) = (clock.today(), clock.zone());
    let follow_ups = services::follow_ups_of(conn, viewer, zone.start_of(today), 60)?;
    let done_at = follow_ups.iter().map(|follow_up| follow_up.done_at.map(|at| format!("done {}", zone.clock(at)))).collect();
    let long_ago = today.plus_days(-LONG_DAYS);
    let mut waiting = services::waiting_longest(conn, viewer, Whose::Mine, long_ago, None, 3)?;
    if waiting.all == 0 {
        waiting = services::waiting_longest(conn, viewer, Whose::Everyones, long_ago, None, 3)?;
    }
    Ok(Today {
        today,
        needs: needs_you(conn, clock, viewer)?,
        follow_ups,
        done_at,
        week: services::week_of(conn, viewer, today)?,
        attempts: services::attempts_this_week(conn, viewer, today)?,
        recent: services::recent_clients(conn, viewer, 20)?,
        waiting,
        leases: places::queries::count_leases_ending(conn, viewer, today.plus_days(365))?,
        certificates: certifications::count_ending(conn, viewer, today)?,
        usual: services::usual_minutes(conn, viewer)?,
        is_first_day: !services::has_logged(conn, viewer)?,
        has_clients: !people::queries::list_for(conn, viewer, None, 1)?.is_empty(),
    })
}

/// What the page of a client shows.
pub fn client(
    conn: &Connection,
    clock: &Clock,
    keys: &Keyring,
    viewer: &Viewer,
    id: &ClientId,
    (show, page): (Show, i64),
) -> Result<ClientPage> {
    let client = people::queries::find_for(conn, viewer, id)?;
    let owners = people::queries::owners(conn, client.key, clock.today())?;
    Ok(ClientPage {
        standings: self_identification::standings(conn, keys, &owners, clock.today())?,
        owners,
        workers: people::queries::workers(conn, client.key)?,
        intake: people::queries::intake(conn, client.key, client.program)?,
        follow_ups: services::follow_ups_about(conn, viewer, client.key, 10)?,
        timeline: timeline(conn, clock, viewer, &client, show, page)?,
        choices: services::choices(conn, client.program, Some(client.key), clock.today())?,
        last: services::list_of_client(conn, viewer, client.key, 5, 0)?,
        cards: referrals::open_card(conn, viewer, client.key, clock.today())?,
        deployments: resources::list_of_client(conn, &client, 3)?,
        outcomes: outcomes::list_of_client(conn, &client, (0, 3))?,
        stories: stories::list_of_client(conn, &client, clock.today(), (0, 3))?,
        certifications: certifications::list_of_client(conn, &client, (0, 4))?,
        asked: questions::of_client(conn, client.key, client.program, &referrals::zone(conn)?, 2)?,
        place: places::queries::card(conn, client.key, client.program, clock.today())?,
        helpers: wishes::helpers(conn, client.key, clock.today())?,
        today: clock.today(),
        client,
    })
}

/// Referral drafts of a call.
pub fn start_drafts(tx: &Tx<'_>, viewer: &Viewer, client: &Client, drafts: &[(Kind, String)]) -> Result<()> {
    let who = Who::of_staff(viewer, client.program);
    for (kind, need) in drafts {
        let new = NewReferral {
            program: client.program,
            business: client.key,
            kind: *kind,
            need: need.clone(),
            urgency: Urgency::NoRush,
            origin: Origin::Advisor,
            partner: None,
            advisor: viewer.key,
            replaces: None,
            together: None,
        };
        referrals::create(tx, &who, &new)?;
    }
    Ok(())
}

/// What became of a registration.
pub enum Registered {
    /// A new client.
    Client(ClientId),
    /// Not yet: somebody like it is here already, and in what. With the version of the call that waits for a client, if one does.
    Perhaps(Vec<(people::Found, String)>, Option<i64>),
    /// Not at all: the organization knows it in another program, whose manager was asked.
    Elsewhere,
}

/// Registers a client, unless somebody like it is known: then who registers decides, or the other program's manager is asked.
/// A call of theirs that was logged before is put with the new client.
pub fn register(
    tx: &Tx<'_>,
    viewer: &Viewer,
    program: i64,
    new: &NewClient,
    call: Option<&ServiceId>,
    is_decided: bool,
) -> Result<Registered> {
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    for lookalike in people::queries::look_up(tx, viewer, new)? {
        match lookalike {
            Lookalike::Here(found, why) => here.push((found, why)),
            Lookalike::Elsewhere { business, program } => elsewhere.push((business, program)),
        }
    }
    if !here.is_empty() && !is_decided {
        let version = call.map(|call| services::find_for(tx, viewer, call).map(|service| service.version)).transpose()?;
        return Ok(Registered::Perhaps(here, version));
    }
    for (business, program) in &elsewhere {
        ask_manager(tx, viewer, *business, *program)?;
    }
    if here.is_empty() && !elsewhere.is_empty() {
        return Ok(Registered::Elsewhere);
    }
    let (_, id) = people::queries::register(tx, program, Some(viewer.key), new)?;
    if let Some(call) = call {
        let client = people::queries::find_for(tx, viewer, &id)?;
        let service = services::find_for(tx, viewer, call)?;
        services::join(tx, viewer, call, service.version, &client)?;
    }
    Ok(Registered::Client(id))
}

/// Leaves a follow-up for a manager of the program that knows a business. Asked once while it is open.
fn ask_manager(tx: &Tx<'_>, viewer: &Viewer, business: i64, program: i64) -> Result<()> {
    let title = Line::parse(&format!("{} asked about this business from another program: talk to them", viewer.name), "the follow-up")?;
    if services::is_promised(tx, business, title.as_str())? {
        return Ok(());
    }
    let Some(account) = manager_of(tx, program)? else {
        return tx.audit_with("client.known_elsewhere", Object::none(), "no manager to ask");
    };
    let promise = Promise { title, due_on: tx.today().plus_days(1) };
    services::add_follow_up(tx, &NewFollowUp { program, business, service: None, account, promise }).map(drop)
}

/// A manager of a program; an advisor where it has none.
fn manager_of(conn: &Connection, program: i64) -> Result<Option<i64>> {
    let sql = "
        SELECT account.id
        FROM membership
        JOIN account ON account.id = membership.account_id
        WHERE membership.program_id = :program AND account.disabled_at IS NULL
        ORDER BY membership.role = 'manager' DESC, membership.id
        LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":program": program }, |row| row.get("id")).optional()?)
}
