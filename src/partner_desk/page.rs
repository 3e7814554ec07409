//! The page of one referral as a partner sees it: looked up, cut down to what may be shown now, and drawn.

use super::messages::{self, Talk};
use super::routes::stopped;
use super::views::{self, DeskPage};
use super::{by_when, masked, member_for, needs_proof, queries as desk, shown_fields, shown_needs};
use crate::auth::House;
use crate::auth::queries::looks::{self, Fresh};
use crate::auth::visits::Visit;
use crate::consent;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::partners::{Contact, queries as partners};
use crate::people::queries as people;
use crate::referrals::Referral;
use crate::referrals::deed::DeedForm;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::messages::MessageForm;
use crate::referrals::queries::{self, Choices, Story};
use crate::referrals::secrets::Closed;
use crate::referrals::sharing::{self, Rough};
use crate::referrals::telling::Telling;
use crate::referrals::views::deeds::Forms;
use crate::values::{Day, Instant, LookPart, LookRole, ReferralId, SharedField};
use crate::web::Complaints;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;

/// What a page of a referral says besides the referral.
#[derive(Default)]
pub(super) struct Said<'a> {
    /// A form that came back.
    pub again: Option<(&'a DeedForm, &'a Complaints)>,
    /// Name, e-mail and telephone that were typed for somebody else.
    pub typed: [&'a str; 3],
    /// Complaints about one of the small forms.
    pub complaints: Complaints,
    /// What was done.
    pub done: Option<&'static str>,
}

/// What may be shown now, and nothing else of the client: what a view does not get it cannot draw.
pub(super) struct Seen {
    pub story: Story,
    pub rough: Rough,
    /// What the client agreed to share, once it may be seen.
    pub fields: Vec<(SharedField, String)>,
    /// What the kind of help needs to know, as far as it may be seen now.
    pub needs: Vec<(&'static str, String)>,
    /// Whether the confidential part may be read now; none where there is none.
    pub secret: Option<std::result::Result<(), Closed>>,
    /// The address a code goes to before this browser shows whom to contact, as only its owner knows it again.
    pub proof: Option<String>,
    pub words: Telling,
    /// Who works at the partner, for somebody who has an account there.
    pub colleagues: Vec<Contact>,
    choices: Choices,
    talk: Option<Talk>,
}

/// The referral that a visit opens, or one of the partner's for whoever has an account; another's id looks like a dead link.
pub(super) fn of_visit(conn: &Connection, visit: &Visit, id: &str, today: Day) -> Result<Referral> {
    let id = ReferralId::parse(id).ok_or(Error::NotFound)?;
    match visit.member.as_ref().map(|member| desk::team::find_open(conn, member.partner, &id, today)) {
        // Somebody may also be asked at another partner, where they have no account.
        None | Some(Err(Error::NotFound)) => {}
        Some(found) => return found,
    }
    match &visit.link {
        Some(link) => {
            let referral = queries::find(conn, link.referral.ok_or(Error::NotFound)?)?;
            if id == referral.id { Ok(referral) } else { Err(Error::NotFound) }
        }
        None => desk::open_referrals(conn, &visit.contacts)?.into_iter().find(|referral| referral.id == id).ok_or(Error::NotFound),
    }
}

/// Looks up the page of a visit. `mails` is true where a code can be mailed.
fn look(conn: &Connection, visit: &Visit, id: &str, mails: bool, today: Day) -> Result<Seen> {
    let referral = of_visit(conn, visit, id, today)?;
    let (client, workers) = (people::find_in(conn, referral.business, referral.program)?, people::workers(conn, referral.business)?);
    let contact = queries::spoken_to(conn, &referral, today)?;
    let yes = consent::queries::live_for(conn, referral.key, today)?;
    let choices = queries::choices(conn, referral.kind, today)?;
    let talk = messages::latest(conn, &referral, today)?;
    let proof = if mails && !visit.proved { desk::proof_address(conn, &referral)? } else { None };
    let story = queries::story(conn, referral)?;
    let (referral, status) = (&story.referral, story.state.now.status);
    let member = member_for(visit, referral);
    let has_accepted = matches!(status, Status::Accepted | Status::InProgress | Status::OnHold);
    let values = sharing::values(&client, contact.as_ref(), workers.as_ref(), today);
    let fields = shown_fields(referral, yes.as_ref(), &values, has_accepted);
    let proof = proof.filter(|_| needs_proof(&fields));
    let waits = proof.is_some();
    Ok(Seen {
        rough: Rough::of(&client, workers.as_ref()),
        fields: if waits { Vec::new() } else { fields },
        needs: shown_needs(referral, yes.as_ref(), &queries::sent_needs(conn, &story)?, has_accepted && !waits, today),
        secret: queries::secret_gate(conn, referral, status, today)?.filter(|_| !waits && (visit.link.is_some() || member.is_some())),
        colleagues: member.map(|member| partners::contacts(conn, member.partner)).transpose()?.unwrap_or_default(),
        proof: proof.as_deref().map(masked),
        words: queries::telling(conn, &story, today, Language::english())?,
        choices,
        talk: talk.filter(|_| !waits),
        story,
    })
}

impl Seen {
    /// What the partner may do now; its own last word can be undone for a day.
    fn open(&self, now: Instant) -> Vec<Event> {
        let is_fresh = self.story.log.last().is_some_and(|last| now < last.at.plus_days(1));
        self.story.state.open_to(Party::Partner).filter(|event| *event != Event::UndoLast || is_fresh).collect()
    }
}

/// The first look of a day is written down before the page is shown: what is asked, or what was agreed to.
async fn note_look(house: &House, visit: &Visit, seen: &Seen) -> Result<()> {
    let (referral, actor, today) = (&seen.story.referral, visit.actor(), house.db.clock().today());
    let look = Fresh {
        business: Some(referral.business),
        program: referral.program,
        referral: Some(referral.key),
        partner: referral.partner.as_ref().map(|(key, ..)| *key),
        viewer: actor.id.clone(),
        role: LookRole::Partner,
        part: if seen.fields.is_empty() { LookPart::Request } else { LookPart::Contact },
        person: None,
    };
    let asked = look.clone();
    if house.db.read(move |conn| looks::is_known(conn, &asked, today)).await? {
        return Ok(());
    }
    house.db.write(actor, move |tx| looks::note(tx, &look)).await
}

pub(super) async fn draw(house: &House, visit: &Visit, id: &str, said: Said<'_>) -> Result<Response> {
    let (clock, today) = (house.db.clock(), house.db.clock().today());
    let (asked, wanted, mails) = (visit.clone(), id.to_owned(), house.mailer.is_set_up());
    let seen = match house.db.read(move |conn| look(conn, &asked, &wanted, mails, today)).await {
        Err(Error::NotFound) => return stopped(&house.db).await,
        seen => seen?,
    };
    note_look(house, visit, &seen).await?;
    let referral = &seen.story.referral;
    let (action, open) = (format!("/p/r/{}/events", referral.id), seen.open(clock.now()));
    let (address, no_form, no_complaints) = (format!("/p/r/{}/messages", referral.id), MessageForm::default(), Complaints::default());
    let thread = seen.talk.as_ref().map(|talk| talk.thread(referral, &address, (&no_form, &no_complaints), clock.zone(), today));
    let (version, status) = (referral.version, seen.story.state.now.status);
    let page = DeskPage {
        thread: thread.as_ref(),
        open: &open,
        by: by_when(referral, today),
        forms: Forms { action: &action, version, status, choices: &seen.choices, today, again: said.again },
        seen: &seen,
        said: &said,
        visit,
    };
    let is_fine = said.again.is_none() && said.complaints.is_empty();
    let status = if is_fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::desk(&page)).into_response())
}
