//! The page of one referral, and the one route by which anything happens to it.

use super::messages::{Latest, latest, names};
use super::new::offered;
use crate::auth::codes::{self, Given};
use crate::auth::links::{self, Target};
use crate::auth::{CaseWorker, Viewer};
use crate::config::Config;
use crate::consent;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::partners::queries as partners;
use crate::programs::queries as programs;
use crate::referrals::Referral;
use crate::referrals::deed::{Deed, DeedForm, Who};
use crate::referrals::fact::Fact;
use crate::referrals::fields::Answers;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::messages::MessageForm;
use crate::referrals::queries::{self, Choices, OfAct, Story};
use crate::referrals::views::deeds::Forms;
use crate::referrals::views::{self, Offered, ReferralPage, Sharing, Thread, ToSend};
use crate::referrals::voices::Loop;
use crate::store::Db;
use crate::values::{CodeKind, Day, Instant, LinkKind, ReferralId, SharedField, Source, Vocabulary, Writer};
use crate::web::{Complaints, Form, Id};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;
use std::sync::Arc;

/// Everything that the page of a referral shows.
struct Loaded {
    story: Story,
    open: Vec<(Event, Party)>,
    choices: Choices,
    contact: Option<crate::partners::Contact>,
    yes: Option<consent::Consent>,
    last_yes: Option<consent::Consent>,
    together: Vec<Referral>,
    ready: Vec<ToSend>,
    words: views::Words,
    sharing: Option<Sharing>,
    needs: Answers,
    offered: Vec<Offered>,
    status_address: Option<String>,
    given: Vec<Given>,
    latest: Latest,
    closing: Loop,
    calls: Vec<(Instant, bool)>,
    takers: Vec<(i64, String)>,
    alike: Vec<Referral>,
    door: Option<queries::Door>,
    codes: Vec<(&'static str, programs::Code)>,
}

fn load(conn: &Connection, viewer: &Viewer, id: &ReferralId, today: Day, now: Instant) -> Result<Loaded> {
    let referral = queries::find_for(conn, viewer, id)?;
    let yes = consent::queries::live_for(conn, referral.key, today)?;
    let story = queries::story(conn, referral)?;
    let referral = &story.referral;
    let is_live = yes.as_ref().is_some_and(|yes| referral.partner.as_ref().is_some_and(|(partner, ..)| *partner == yes.partner));
    let mut codes = Vec::new();
    for list in ["stage", "decline", "hold", "cancel", "fail", "next_step", "outcome", "reopen", "missing"] {
        codes.extend(programs::codes_ever(conn, list, referral.kind.code())?.into_iter().map(|code| (list, code)));
    }
    let together = queries::together(conn, referral)?;
    let (ready, askable) = apart(conn, &together, today)?;
    Ok(Loaded {
        open: queries::open_to(&story, viewer, is_live, now),
        choices: queries::choices(conn, referral.kind, today)?,
        contact: referral.contact.as_ref().map(|(key, _)| partners::find_contact(conn, *key)).transpose()?,
        sharing: asking(conn, askable, today)?,
        last_yes: consent::queries::last_for(conn, referral.key)?,
        together,
        ready,
        words: views::Words {
            tasks: queries::tasks_of(conn, referral.key)?,
            left: queries::left_without(conn, referral)?,
            client: queries::open_words(conn, referral.key)?,
        },
        offered: if referral.status == Status::Draft && referral.contact.is_none() {
            offered(conn, referral.program, referral.kind, today)?
        } else {
            Vec::new()
        },
        status_address: None,
        latest: latest(conn, referral, today)?,
        closing: queries::loop_now(conn, &story, today)?,
        calls: queries::calls(conn, &story.referral)?,
        takers: if queries::waits_for_triage(conn, referral)? {
            crate::people::queries::staff_of(conn, referral.program)?
        } else {
            Vec::new()
        },
        alike: if story.state.now.status == Status::Draft { queries::alike_since(conn, referral, now.plus_days(-90))? } else { Vec::new() },
        door: if story.state.now.status == Status::Draft { queries::door_named_before(conn, referral)? } else { None },
        given: [CodeKind::Entrepreneur, CodeKind::Partner]
            .map(|kind| codes::given(conn, kind, referral.key, now))
            .into_iter()
            .collect::<Result<Vec<_>>>()?
            .concat(),
        needs: queries::sent_needs(conn, &story)?,
        yes,
        codes,
        story,
    })
}

/// The drafts that are agreed to and can be sent, and the drafts that wait for a yes.
fn apart(conn: &Connection, together: &[Referral], today: Day) -> Result<(Vec<ToSend>, Vec<Referral>)> {
    let (mut ready, mut askable) = (Vec::new(), Vec::new());
    for one in together.iter().filter(|one| one.status == Status::Draft && one.partner.is_some()) {
        match consent::queries::live_for(conn, one.key, today)? {
            Some(_) => ready.push(to_send(conn, one.clone(), today)?),
            None => askable.push(one.clone()),
        }
    }
    Ok((ready, askable))
}

/// A draft that goes out with the others unless it is taken out.
pub(super) fn to_send(conn: &Connection, referral: Referral, today: Day) -> Result<ToSend> {
    let concerns = if referral.status == Status::Draft { queries::concerns(conn, &referral, today)? } else { Vec::new() };
    Ok(ToSend { referral, concerns, is_chosen: true, why: String::new() })
}

/// The words that ask for a yes, with everything that is ticked from the start.
fn asking(conn: &Connection, askable: Vec<Referral>, today: Day) -> Result<Option<Sharing>> {
    let Some(first) = askable.first() else { return Ok(None) };
    let values = queries::values_of(conn, first, SharedField::ALL, today)?;
    let shown: Vec<_> = values.iter().filter(|(field, _)| consent::DEFAULT_FIELDS.contains(field)).cloned().collect();
    let of_act = |one: &Referral| OfAct { referral: one.clone(), version: one.version, by_name: false };
    let act: Vec<OfAct> = askable.iter().map(of_act).collect();
    let words = consent::Text::in_both(queries::reads(conn, first, today)?, |language| {
        let need = queries::need_of_act(conn, &act, language)?;
        Ok::<_, Error>(queries::words_for(language, &act, &need, &shown, today.plus_days(consent::longest_days(first.kind))))
    })?;
    Ok(Some(Sharing { values, words, act: askable }))
}

pub(super) async fn referral_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<ReferralId>,
) -> Result<Response> {
    draw(&viewer, &db, &config, id, None).await
}

async fn draw(viewer: &Viewer, db: &Db, config: &Config, id: ReferralId, again: Option<(&DeedForm, &Complaints)>) -> Result<Response> {
    let (asked, house, public_url) = (viewer.clone(), db.clone(), config.public_url.clone());
    let (today, now) = (db.clock().today(), db.clock().now());
    let loaded = db
        .read(move |conn| {
            let loaded = load(conn, &asked, &id, today, now)?;
            let target = Target { referral: Some(loaded.story.referral.key), ..Target::default() };
            let link = links::newest(conn, LinkKind::Status, target, now)?;
            let status_address = link.map(|link| links::address(conn, house.keys(), &public_url, link)).transpose()?;
            Ok(Loaded { status_address, ..loaded })
        })
        .await?;
    let referral = &loaded.story.referral;
    let action = format!("/referrals/{}/events", referral.id);
    let code_words = |event: Event, fact: Fact, code: &str| code_words(&loaded.codes, event, fact, code);
    let (address, no_form, no_complaints) = (format!("/referrals/{}/messages", referral.id), MessageForm::default(), Complaints::default());
    let thread = Thread {
        language: Language::english(),
        messages: &loaded.latest.messages,
        count: loaded.latest.count,
        reader: Writer::Advisor,
        choices: loaded.latest.choices,
        address: &address,
        names: names(referral),
        form: &no_form,
        complaints: &no_complaints,
        zone: db.clock().zone(),
        today,
    };
    let page = ReferralPage {
        story: &loaded.story,
        open: &loaded.open,
        forms: Forms {
            action: &action,
            version: referral.version,
            status: loaded.story.state.now.status,
            choices: &loaded.choices,
            today,
            again,
        },
        contact: loaded.contact.as_ref(),
        yes: loaded.yes.as_ref(),
        last_yes: loaded.last_yes.as_ref(),
        together: &loaded.together,
        ready: &loaded.ready,
        words: &loaded.words,
        sharing: loaded.sharing.as_ref(),
        needs: &loaded.needs,
        offered: &loaded.offered,
        status_address: loaded.status_address.as_deref(),
        codes: &loaded.given,
        thread: &thread,
        open_message: loaded.latest.open,
        closing: &loaded.closing,
        calls: &loaded.calls,
        takers: &loaded.takers,
        viewer: viewer.key,
        alike: &loaded.alike,
        door: loaded.door.as_ref(),
        code_words: &code_words,
        zone: db.clock().zone(),
        today,
        now,
    };
    let status = if again.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, views::referral(viewer, &page)).into_response())
}

/// A stored code in the words of its list, as staff read it.
fn code_words(codes: &[(&'static str, programs::Code)], event: Event, fact: Fact, code: &str) -> String {
    let list = match (fact, event) {
        (Fact::Stage, _) => "stage",
        (Fact::Outcome | Fact::Results | Fact::MoreResults, _) => "outcome",
        (Fact::NextStep, _) => "next_step",
        (Fact::Reason, Event::Reject) => "decline",
        (Fact::Reason, Event::Hold) => "hold",
        (Fact::Reason, Event::Fail) => "fail",
        (Fact::Reason, Event::Reopen) => "reopen",
        (Fact::Reason, _) => "cancel",
        (Fact::WasMissing, _) => "missing",
        (Fact::NeedMet, _) => return format!("Need met: {code}"),
        (Fact::Happened, _) => {
            return format!("It happened as the partner says: {}", if code == "not_as_reported" { "not quite" } else { code });
        }
        (Fact::Rating, _) => return format!("Treated with respect: {code} of 5"),
        _ => "",
    };
    let found = codes.iter().find(|(name, known)| *name == list && known.code == code);
    found.map_or_else(|| code.replace('_', " "), |(_, known)| known.label.clone())
}

pub(super) async fn record_event(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<ReferralId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let form = DeedForm::read(fields)?;
    let (asked, wanted, today, now) = (viewer.clone(), id.clone(), db.clock().today(), db.clock().now());
    let loaded = db.read(move |conn| load(conn, &asked, &wanted, today, now)).await?;
    let status = loaded.story.state.now.status;
    let party = loaded.open.iter().find(|(event, _)| *event == form.event).map(|(_, party)| *party);
    let mut complaints = Complaints::default();
    let who = match party {
        Some(Party::AdvisorOnBehalf) => {
            complaints.take("source", Source::parse(&form.source)).map(|source| Who::on_behalf(viewer.key, source))
        }
        Some(party) if Event::MAY_COME_FROM_PARTNER.contains(&form.event) && !form.source.is_empty() => {
            complaints.take("source", Source::parse(&form.source)).map(|source| Who { party, ..Who::on_behalf(viewer.key, source) })
        }
        Some(party) => Some(Who::staff(party, viewer.key)),
        // Not open: the log says why, unless it changed since the form was drawn.
        None => Some(Who::staff(Party::Advisor, viewer.key)),
    };
    let deeds = match form.deeds(status, loaded.story.referral.kind, today) {
        Ok(deeds) => Some(deeds),
        Err(found) if party.is_some() && form.version == loaded.story.referral.version => {
            found.iter().for_each(|(field, words)| complaints.add(field, words));
            None
        }
        Err(_) => Some(vec![Deed::new(form.event, form.version)]),
    };
    let Some((who, deeds)) = who.zip(deeds) else { return draw(&viewer, &db, &config, id, Some((&form, &complaints))).await };
    let (asked, key, wanted) = (viewer.clone(), form.key.clone(), id.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let referral = queries::find_for(tx, &asked, &wanted)?;
            let answer = format!("/referrals/{}", record_all(tx, &who, &referral, deeds)?.id);
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(Error::Stale) => {
            complaints.add("now", changed(&db, &viewer, &id, &form).await?);
            let drawn = draw(&viewer, &db, &config, id, Some((&form, &complaints))).await?;
            Ok((StatusCode::CONFLICT, drawn).into_response())
        }
        Err(Error::Rejected(words)) if party.is_some() => {
            complaints.add("now", words);
            draw(&viewer, &db, &config, id, Some((&form, &complaints))).await
        }
        Err(cause) => Err(cause),
    }
}

/// What happened since the form was drawn.
async fn changed(db: &Db, viewer: &Viewer, id: &ReferralId, form: &DeedForm) -> Result<String> {
    let (asked, wanted) = (viewer.clone(), id.clone());
    let log = db.read(move |conn| queries::events(conn, queries::find_for(conn, &asked, &wanted)?.key)).await?;
    Ok(views::changed_since(&log, form.version, form.event.label(), db.clock().zone()))
}

/// The deeds of one form in one transaction. Trying another partner answers with the new draft.
fn record_all(tx: &crate::store::Tx<'_>, who: &Who, referral: &Referral, deeds: Vec<Deed>) -> Result<Referral> {
    let mut referral = referral.clone();
    for deed in deeds {
        referral = match deed.event {
            Event::ReRefer => queries::re_refer(tx, who, &referral, deed.version)?,
            _ => queries::record(tx, who, &referral, deed)?,
        };
    }
    Ok(referral)
}
