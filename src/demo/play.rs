//! Plays a plan into an empty folder, through the same functions that the pages use, in order of time.

use super::city::{KITCHENS_ADVISOR, KITCHENS_MANAGER, MAKERS, MANAGER};
use super::plan::{Act, By, Deed, NOW_MINUTE, Plan, When};
use super::{guards, notes, payers, questions, rights, team, voices};
use crate::auth::queries::{NewAccount, find_viewer, keep_demo_link, open_account, set_password};
use crate::auth::{Viewer, links};
use crate::error::{Error, Result};
use crate::outbox::{self, Shown, State};
use crate::partners::{self, NewContact, PartnerFacts};
use crate::people::queries::Facts;
use crate::people::{self, Client, NewClient, NewPerson, Place};
use crate::programs;
use crate::referrals::queries as referrals;
use crate::resources::{self, NewDeployment};
use crate::services::{self, Given, NewService, Promise, Whom};
use crate::store::{Actor, Db, Object, Tx};
use crate::values::{ActorKind, Day, Email, Instant, JobBasis, Line, LinkKind, Minutes, Note, NoteLevel, Telephone, Zone};
use jiff::civil::Weekday;
use std::sync::Arc;

/// How many acts share one write: enough that the disk is not asked too often.
const TOGETHER: usize = 200;
/// More than a day's notices, and more than a client's promises.
const MANY: i64 = 10_000;

/// Plays the whole plan. `secrets` are the password hashes and sign-in tokens of the staff, in the plan's order.
pub async fn play(db: &Db, plan: Plan, zone: &Zone, secrets: Vec<(String, String)>) -> Result<()> {
    let plan = Arc::new(plan);
    let (given, wall) = (Arc::clone(&plan), zone.clone());
    let mut stage = db.write(Actor::command_line(), move |tx| raise(tx, &given, &wall, &secrets)).await?;
    let mut from = 0;
    while from < plan.acts.len() {
        let (given, wall) = (Arc::clone(&plan), zone.clone());
        stage = db
            .write(Actor::command_line(), move |tx| {
                for act in given.acts.iter().skip(from).take(TOGETHER) {
                    stage.play(tx, &given, &wall, *act)?;
                }
                Ok(stage)
            })
            .await?;
        from += TOGETHER;
    }
    let (given, wall) = (Arc::clone(&plan), zone.clone());
    db.write(Actor::command_line(), move |tx| {
        stage.talk_at_last(tx, &given, &wall)?;
        stage.offer_space(tx, &given, &wall)?;
        questions::answer(tx, &stage, &given, &wall)?;
        let today = given.arguments.until;
        guards::guard(tx, &stage, today, instant(&wall, When { day: today, minute: NOW_MINUTE - 4 }))
    })
    .await
}

/// An instant on the wall clock of the city.
pub fn instant(zone: &Zone, when: When) -> Instant {
    zone.start_of(when.day).plus_minutes(when.minute.into())
}

/// The row keys of what the plan counts by place.
pub(super) struct Stage {
    pub(super) programs: Vec<ProgramKeys>,
    pub(super) staff: Vec<Viewer>,
    /// Partner, the contact that is asked, and their name.
    pub(super) partners: Vec<(i64, i64, String)>,
    pub(super) clients: Vec<Option<Placed>>,
    services: Vec<Option<i64>>,
    /// Row key of the referral, and of the link its partner opened last.
    pub(super) referrals: Vec<Option<(i64, Option<i64>)>>,
    /// They have said to each other what `voices` has them say.
    has_talked: bool,
}

pub(super) struct ProgramKeys {
    pub(super) key: i64,
    pub(super) sources: Vec<i64>,
    pub(super) bodies: Vec<i64>,
}

pub(super) struct Placed {
    pub(super) key: i64,
    /// Row keys of the owners, in the plan's order.
    owners: Vec<i64>,
}

/// Programs, staff and partners, on the first morning.
fn raise(tx: &Tx<'_>, plan: &Plan, zone: &Zone, secrets: &[(String, String)]) -> Result<Stage> {
    let morning = instant(zone, When { day: plan.start, minute: 8 * 60 });
    tx.acting_as(Actor::command_line(), morning, |tx| {
        programs::seed::plant(tx)?;
        let programs = payers::raise_programs(tx, plan)?;
        let staff = raise_staff(tx, plan, &programs, secrets)?;
        super::about_me::ask_six(tx, &programs, &staff)?;
        super::filings::owe_the_sba(tx, &programs, &staff)?;
        super::filings::owe_others(tx, &programs, &staff)?;
        let partners = raise_partners(tx, plan, &programs)?;
        super::directory::raise(tx, &partners)?;
        let manager = staff.get(MANAGER).ok_or_else(|| missing("a manager"))?;
        super::places::raise(tx, plan, manager)?;
        super::benchmarks::raise(tx, &programs, manager)?;
        super::workers::table(tx, manager)?;
        Ok(Stage {
            programs,
            staff,
            partners,
            clients: plan.clients.iter().map(|_| None).collect(),
            services: plan.services.iter().map(|_| None).collect(),
            referrals: plan.referrals.iter().map(|_| None).collect(),
            has_talked: false,
        })
    })
}

fn raise_staff(tx: &Tx<'_>, plan: &Plan, programs: &[ProgramKeys], secrets: &[(String, String)]) -> Result<Vec<Viewer>> {
    plan.staff
        .iter()
        .zip(secrets)
        .map(|(new, (hash, token))| {
            let seats = new.seat.and_then(|(program, role)| Some((programs.get(program)?.key, role)));
            let account = NewAccount {
                email: Email::parse(new.email)?,
                name: new.name.to_owned(),
                telephone: new.telephone.map(str::to_owned),
                organization: new.organization.to_vec(),
                programs: seats.into_iter().collect(),
            };
            let (key, id) = open_account(tx, &account)?;
            set_password(tx, key, hash)?;
            keep_demo_link(tx, key, &id, token)?;
            find_viewer(tx, key, i64::MAX)?.ok_or_else(|| missing("an account"))
        })
        .collect()
}

fn raise_partners(tx: &Tx<'_>, plan: &Plan, programs: &[ProgramKeys]) -> Result<Vec<(i64, i64, String)>> {
    plan.partners
        .iter()
        .zip(super::directory::TYPES)
        .map(|(new, types)| {
            let program = programs.get(new.program).ok_or_else(|| missing("a program"))?;
            let facts = PartnerFacts {
                about: Some(new.about.to_owned()),
                telephone: Telephone::maybe(new.telephone)?,
                types: types.to_vec(),
                ..PartnerFacts::named(Line::parse(new.name, "the name")?, new.kinds.to_vec())
            };
            let (key, _) = partners::queries::add(tx, program.key, &facts)?;
            let partner = partners::queries::find(tx, key)?;
            let mut first = None;
            for (name, email) in new.contacts {
                let contact = NewContact {
                    name: Line::parse(name, "the name")?,
                    email: Email::maybe(email)?,
                    telephone: Telephone::maybe(new.telephone)?,
                };
                let (contact, _) = partners::queries::add_contact(tx, &partner, &contact)?;
                first.get_or_insert((key, contact, (*name).to_owned()));
            }
            first.ok_or_else(|| missing("a contact"))
        })
        .collect()
}

impl Stage {
    /// In the last days everybody says their word, once.
    fn talk(&mut self, tx: &Tx<'_>, day: Day, at: Instant) -> Result<()> {
        if self.has_talked {
            return Ok(());
        }
        self.has_talked = true;
        voices::talk(tx, self, day, at)?;
        questions::ask(tx, self, at)?;
        notes::write(tx, self, at)?;
        super::full::teach(tx, self, at)?;
        super::outreach::reach_out(tx, self, at)?;
        super::outcomes::come(tx, self, at)?;
        super::outcomes::promise(tx, self, at)?;
        super::workers::count(tx, self, at)?;
        super::worker_survey::ask(tx, self, at)?;
        super::certifications::hold(tx, self, at)?;
        super::grants::grant(tx, self, at)?;
        super::equity_checks::look(tx, self, at)?;
        super::stories::tell(tx, self, at)?;
        payers::decide(tx, self, at)?;
        super::indicators::choose(tx, self, at)?;
        team::give(tx, self, at)?;
        super::about_me::owe_a_file(tx, self, at)?;
        rights::wish(tx, self, day, at)
    }

    /// In a small city nothing else may happen in the last days: then they say it on the first of them that is no day of the weekend.
    fn talk_at_last(&mut self, tx: &Tx<'_>, plan: &Plan, zone: &Zone) -> Result<()> {
        let last = |ago: i64| plan.arguments.until.plus_days(-ago);
        let is_weekend = |day: &Day| matches!(day.date().weekday(), Weekday::Saturday | Weekday::Sunday);
        let day = (0..voices::DAYS_AGO).rev().map(last).find(|day| !is_weekend(day)).unwrap_or(plan.arguments.until);
        self.talk(tx, day, instant(zone, When { day, minute: 11 * 60 }))
    }

    fn play(&mut self, tx: &Tx<'_>, plan: &Plan, zone: &Zone, act: Act) -> Result<()> {
        let at = instant(zone, act.when);
        if act.when.day > plan.arguments.until.plus_days(-voices::DAYS_AGO) {
            self.talk(tx, act.when.day, at)?;
        }
        match act.deed {
            Deed::Enroll(client) => self.enroll(tx, plan, client, at),
            Deed::Count(client, place) => self.count(tx, plan, client, place, at),
            Deed::Ask(client, owner) => self.ask(tx, plan, client, owner, at),
            Deed::Answer(client, owner) => self.answer(tx, plan, client, owner, at),
            Deed::Serve(service) => self.serve(tx, plan, service, at),
            Deed::Keep(service) => self.keep(tx, plan, service, at),
            Deed::Refer(referral, step) => self.refer(tx, plan, referral, step, at),
            Deed::Deploy(resource) => self.deploy(tx, plan, resource, at),
            Deed::Tend(place) => self.tend(tx, plan.arguments.until, place, at),
            Deed::SendNotices(program) => self.send_notices(tx, program, at),
        }
    }

    fn enroll(&mut self, tx: &Tx<'_>, plan: &Plan, at_place: usize, at: Instant) -> Result<()> {
        let new = plan.clients.get(at_place).ok_or_else(|| missing("a client"))?;
        let (program, advisor) = (self.program(new.program)?.key, self.viewer(new.advisor)?.clone());
        let place = Place {
            street: Some(new.street.clone()),
            city: Some(super::plan::CITY.to_owned()),
            state: Some(super::plan::STATE.to_owned()),
            postal_code: Some(new.postal_code.to_owned()),
            metro: Some(super::plan::CITY.to_owned()),
            county: Some(super::workers::COUNTY.1.to_owned()),
            county_fips: Some(super::workers::COUNTY.0.to_owned()),
            neighborhood: Some(new.neighborhood.to_owned()),
        };
        let persons = new.owners.iter().map(person).collect::<Result<Vec<_>>>()?;
        let client = NewClient {
            name: Line::parse(&new.name, "the name")?,
            product: Line::maybe(new.product, "the product")?,
            naics: Some(new.naics.to_owned()),
            stage: Some(new.stage),
            place: place.clone(),
            workers: new.workers.first().map(|(_, workers)| *workers),
            contact: persons.first().cloned(),
        };
        let placed = tx.acting_as(advisor.actor(), at, |tx| {
            let (key, _) = people::queries::register(tx, program, Some(advisor.key), &client)?;
            let registered = people::queries::find_in(tx, key, program)?;
            let facts = Facts {
                name: client.name.clone(),
                legal_name: None,
                legal_form: Some(new.legal_form),
                product: client.product.as_ref().map(ToString::to_string),
                naics: None,
                stage: Some(new.stage),
                started_on: new.started_on,
                place,
                is_cooperative: new.is_cooperative,
            };
            people::queries::change_facts(tx, &registered, registered.version, &facts)?;
            let mut owners: Vec<i64> = people::queries::owners(tx, key, tx.today())?.iter().map(|owner| owner.person).collect();
            for person in persons.iter().skip(1) {
                owners.push(people::queries::add_owner(tx, &registered, person, false, None)?);
            }
            super::filings::take_in(tx, &registered, at_place)?;
            super::places::settle(tx, plan, at_place, &registered, advisor.key)?;
            Ok(Placed { key, owners })
        })?;
        put(&mut self.clients, at_place, placed);
        Ok(())
    }

    fn count(&self, tx: &Tx<'_>, plan: &Plan, client: usize, place: usize, at: Instant) -> Result<()> {
        let new = plan.clients.get(client).ok_or_else(|| missing("a client"))?;
        let (_, workers) = new.workers.get(place).ok_or_else(|| missing("a count"))?;
        tx.acting_as(self.viewer(new.advisor)?.actor(), at, |tx| {
            people::queries::record_workers(tx, &self.client(tx, plan, client)?, tx.today(), *workers, JobBasis::ToldToAdvisor)
        })
    }

    /// As the button on the client's page does.
    fn ask(&self, tx: &Tx<'_>, plan: &Plan, client: usize, owner: usize, at: Instant) -> Result<()> {
        let person = self.owner(client, owner)?;
        let advisor = self.viewer(plan.clients.get(client).map_or(0, |new| new.advisor))?;
        tx.acting_as(advisor.actor(), at, |tx| {
            links::issue(tx, LinkKind::SelfIdentification, links::Target { person: Some(person), ..links::Target::default() })?;
            people::queries::note_self_id_asked(tx, person)?;
            tx.audit("self_identification.link_made", Object::new("person", people::queries::find_person(tx, person)?.id))
        })
    }

    /// As the page behind that link does, or the same on their own pages.
    fn answer(&self, tx: &Tx<'_>, plan: &Plan, client: usize, owner: usize, at: Instant) -> Result<()> {
        let person = self.owner(client, owner)?;
        let given = plan.clients.get(client).and_then(|new| new.owners.get(owner)).ok_or_else(|| missing("an owner"))?;
        let target = links::Target { person: Some(person), ..links::Target::default() };
        let link = links::newest(tx, LinkKind::SelfIdentification, target, at)?.ok_or_else(|| missing("a link"))?;
        let visit = super::about_me::visit(person, people::queries::find_anyone(tx, person)?.email.is_some());
        let actor = match &visit {
            Some(inside) => inside.actor(),
            None => links::find_by_key(tx, link, at)?.actor(),
        };
        tx.acting_as(actor, at, |tx| super::about_me::answer(tx, person, client, given, visit.as_ref()))
    }

    fn serve(&mut self, tx: &Tx<'_>, plan: &Plan, place: usize, at: Instant) -> Result<()> {
        let new = plan.services.get(place).ok_or_else(|| missing("a service"))?;
        let advisor = self.viewer(new.advisor)?;
        let program = if new.advisor == KITCHENS_ADVISOR { MAKERS + 1 } else { MAKERS };
        let whom = match new.client {
            Some(client) => Whom::Client(self.placed(client)?.key),
            None => Whom::Caller(Line::parse(new.caller, "the name")?, Telephone::maybe("614-555-0177")?),
        };
        let promise = match &new.promise {
            Some((title, due_on, _)) => Some(Promise { title: Line::parse(title, "the promise")?, due_on: *due_on }),
            None => None,
        };
        let service = NewService {
            program: self.program(program)?.key,
            whom,
            given: Given {
                kind: new.kind,
                channel: new.channel,
                minutes: Minutes::parse(&new.minutes.to_string())?,
                note: Note::maybe(new.note, "the note")?,
                level: NoteLevel::Team,
                served_on: new.when.day,
                more: super::full::more(place, new)?,
            },
            follow_up: promise,
        };
        let (key, _) = tx.acting_as(advisor.actor(), at, |tx| {
            if let Whom::Client(client) = service.whom {
                super::full::attempt(tx, place, advisor, (service.program, client), &service.given)?;
            }
            services::queries::log(tx, advisor, service)
        })?;
        put(&mut self.services, place, key);
        Ok(())
    }

    fn keep(&self, tx: &Tx<'_>, plan: &Plan, place: usize, at: Instant) -> Result<()> {
        let new = plan.services.get(place).ok_or_else(|| missing("a service"))?;
        let (Some(client), Some((title, due_on, _))) = (new.client, &new.promise) else { return Ok(()) };
        let advisor = self.viewer(new.advisor)?;
        let open = services::queries::follow_ups_about(tx, advisor, self.placed(client)?.key, MANY)?;
        let own = open.into_iter().find(|promise| promise.title == *title && promise.due_on == *due_on && promise.done_at.is_none());
        let Some(own) = own else { return Ok(()) };
        tx.acting_as(advisor.actor(), at, |tx| services::queries::finish(tx, advisor, &own.id, own.version).map(drop))
    }

    fn deploy(&self, tx: &Tx<'_>, plan: &Plan, place: usize, at: Instant) -> Result<()> {
        let new = plan.resources.get(place).ok_or_else(|| missing("a resource"))?;
        let client = plan.clients.get(new.client).ok_or_else(|| missing("a client"))?;
        let keys = self.program(client.program)?;
        let step = |step: Option<(i64, Day)>| resources::Step { amount: step.map(|(amount, _)| amount), on: step.map(|(_, on)| on) };
        let business = self.client(tx, plan, new.client)?;
        // Every second one came of the last request that was sent for the client.
        let request = match resources::queries::requests_of(tx, &business)?.first() {
            // Nothing came of one that ended without help.
            Some((key, _)) if place.is_multiple_of(2) && !referrals::find(tx, *key)?.status.is_negative_end() => Some(*key),
            _ => None,
        };
        let deployment = NewDeployment {
            kind: new.kind,
            unit: new.unit,
            applied: step(new.applied),
            awarded: step(new.awarded),
            delivered: step(new.delivered),
            refused_on: new.refused,
            funding_source: keys.sources.get(new.source).copied(),
            deciding_body: new.body.and_then(|body| keys.bodies.get(body).copied()),
            decision: None,
            brought: payers::brought(new.kind, new.awarded.map(|(amount, _)| amount), place),
            referral: request,
            note: None,
        };
        tx.acting_as(self.viewer(client.advisor)?.actor(), at, |tx| resources::queries::deploy(tx, &business, &deployment).map(drop))
    }

    /// What is ready in the outbox is copied and sent, by an advisor of the program.
    fn send_notices(&self, tx: &Tx<'_>, program: usize, at: Instant) -> Result<()> {
        let sender = self.viewer(if program == MAKERS { 0 } else { KITCHENS_ADVISOR })?;
        let waiting = outbox::queries::list_for(tx, sender, Shown::ToSend, None, outbox::Ways::default(), at, MANY)?;
        tx.acting_as(sender.actor(), at, |tx| {
            for message in waiting.iter().filter(|message| matches!(message.state, State::Ready)) {
                outbox::queries::mark_sent(tx, sender, &message.id)?;
            }
            Ok(())
        })
    }

    /// Who of the staff acts for a client's referral.
    pub(super) fn acting(&self, plan: &Plan, client: usize, by: By) -> Result<&Viewer> {
        let client = plan.clients.get(client).ok_or_else(|| missing("a client"))?;
        match by {
            By::Manager => self.viewer(if client.program == MAKERS { MANAGER } else { KITCHENS_MANAGER }),
            _ => self.viewer(client.advisor),
        }
    }

    pub(super) fn viewer(&self, place: usize) -> Result<&Viewer> {
        self.staff.get(place).ok_or_else(|| missing("an account"))
    }

    pub(super) fn program(&self, place: usize) -> Result<&ProgramKeys> {
        self.programs.get(place).ok_or_else(|| missing("a program"))
    }

    pub(super) fn placed(&self, client: usize) -> Result<&Placed> {
        self.clients.get(client).and_then(Option::as_ref).ok_or_else(|| missing("a client"))
    }

    fn owner(&self, client: usize, owner: usize) -> Result<i64> {
        self.placed(client)?.owners.get(owner).copied().ok_or_else(|| missing("an owner"))
    }

    fn client(&self, tx: &Tx<'_>, plan: &Plan, client: usize) -> Result<Client> {
        let program = plan.clients.get(client).map_or(MAKERS, |client| client.program);
        people::queries::find_in(tx, self.placed(client)?.key, self.program(program)?.key)
    }
}

fn person(new: &super::plan::Owner) -> Result<NewPerson> {
    Ok(NewPerson {
        first_name: new.first.to_owned(),
        last_name: new.last.to_owned(),
        telephone: Telephone::maybe(&new.telephone)?,
        email: Email::maybe(new.email.as_deref().unwrap_or_default())?,
        language: new.language.to_owned(),
        contact_by: new.contact_by,
        share_bp: new.share_bp,
    })
}

pub(super) fn put<T>(list: &mut [Option<T>], place: usize, value: T) {
    if let Some(slot) = list.get_mut(place) {
        *slot = Some(value);
    }
}

/// The plan names something that was not played before: a fault of the plan.
pub(super) fn missing(what: &str) -> Error {
    Error::internal(format!("the plan of the demo names {what} that is not there yet"))
}

/// Somebody outside who acts by a link.
pub(super) fn by_link(kind: ActorKind, link: Option<i64>) -> Actor {
    Actor::new(kind, link.map_or_else(|| "letter".to_owned(), |link| format!("link {link}")))
}
