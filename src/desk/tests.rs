//! The desk on a real file: what an advisor logs, takes back and registers, and what another program may learn of it.

use super::queries::{Registered, needs_you, register};
use super::{Show, in_words};
use crate::auth::Viewer;
use crate::auth::queries::{NewAccount, find_viewer, open_account};
use crate::error::Error;
use crate::people::{self, Client, NewClient, NewPerson, Place};
use crate::programs;
use crate::services::queries as services;
use crate::services::{Given, More, NewService, Promise, Whom, Whose};
use crate::store::{Actor, DataFolder, Db, Randomness, Tx};
use crate::values::{Channel, Email, Line, Minutes, NoteLevel, ProgramRole, ServiceId, ServiceKind, Telephone, Zone};

/// Two programs: Renée advises in the first, Mo manages the second.
struct House<'t> {
    tx: &'t Tx<'t>,
    renee: Viewer,
    mo: Viewer,
}

impl<'t> House<'t> {
    fn new(tx: &'t Tx<'t>) -> Self {
        let program = |name| programs::queries::start(tx, name, None, None, tx.today()).unwrap();
        let account = |name: &str, email: &str, program, role| {
            let new = NewAccount {
                email: Email::parse(email).unwrap(),
                name: name.to_owned(),
                telephone: None,
                organization: Vec::new(),
                programs: vec![(program, role)],
            };
            let (key, _) = open_account(tx, &new).unwrap();
            find_viewer(tx, key, i64::MAX).unwrap().unwrap()
        };
        let (first, second) = (program("First"), program("Second"));
        Self {
            tx,
            renee: account("Renée", "renee@example.org", first, ProgramRole::Advisor),
            mo: account("Mo", "mo@example.org", second, ProgramRole::Manager),
        }
    }

    fn client(&self, viewer: &Viewer, name: &str) -> Client {
        let (_, id) = people::queries::register(self.tx, viewer.seats[0].key, Some(viewer.key), &new_client(name, None)).unwrap();
        people::queries::find_for(self.tx, viewer, &id).unwrap()
    }

    fn log(&self, viewer: &Viewer, whom: Whom, days_ago: i64) -> ServiceId {
        let promise = Promise { title: line("Call back"), due_on: self.tx.today().plus_days(-days_ago) };
        let given = Given {
            kind: ServiceKind::Space,
            channel: Channel::Phone,
            minutes: Minutes::parse("30").unwrap(),
            note: None,
            level: NoteLevel::Team,
            served_on: self.tx.today().plus_days(-days_ago),
            more: More::default(),
        };
        let new = NewService { program: viewer.seats[0].key, whom, given, follow_up: Some(promise) };
        let at = self.tx.at().plus_days(-days_ago);
        self.tx.acting_as(viewer.actor(), at, |tx| services::log(tx, viewer, new)).unwrap().1
    }
}

fn line(text: &str) -> Line {
    Line::parse(text, "a line").unwrap()
}

fn new_client(name: &str, telephone: Option<&str>) -> NewClient {
    let contact = telephone.map(|number| NewPerson {
        first_name: "Ada".to_owned(),
        last_name: String::new(),
        telephone: Telephone::maybe(number).unwrap(),
        email: None,
        language: "en".to_owned(),
        contact_by: None,
        share_bp: None,
    });
    NewClient { name: line(name), product: None, naics: None, stage: None, place: Place::default(), workers: None, contact }
}

async fn on_a_fresh_file(test: impl FnOnce(&House<'_>) + Send + 'static) {
    let room = tempfile::tempdir().unwrap();
    let folder = DataFolder::new(&room.path().join("data"), None);
    let zone = Zone::parse("America/New_York").unwrap();
    let db = Db::create(&folder, "Riverton", &zone, Some((0, 1)), Randomness::Seeded { seed: 1, drawn: 0 }).unwrap();
    db.write(Actor::command_line(), |tx| {
        test(&House::new(tx));
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_service_is_taken_back_by_its_author_within_a_day_and_its_follow_up_with_it() {
    on_a_fresh_file(|house| {
        let (tx, renee) = (house.tx, &house.renee);
        let okafor = house.client(renee, "Okafor");
        let (new, old) = (house.log(renee, Whom::Client(okafor.key), 0), house.log(renee, Whom::Client(okafor.key), 2));
        assert!(matches!(services::undo(tx, renee, &new, 7), Err(Error::Stale)));
        assert!(matches!(services::undo(tx, &house.mo, &new, 1), Err(Error::NotFound)));
        assert!(matches!(services::undo(tx, renee, &old, 1), Err(Error::Rejected(_))));
        services::undo(tx, renee, &new, 1).unwrap();
        services::undo(tx, renee, &new, 1).unwrap();
        assert_eq!(services::count_of_client(tx, renee, okafor.key).unwrap(), 1);
        assert_eq!(services::follow_ups_about(tx, renee, okafor.key, 9).unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_follow_up_is_finished_and_put_back() {
    on_a_fresh_file(|house| {
        let (tx, renee) = (house.tx, &house.renee);
        house.log(renee, Whom::Client(house.client(renee, "Okafor").key), 0);
        let open = services::follow_ups_of(tx, renee, tx.at(), 9).unwrap().remove(0);
        services::finish(tx, renee, &open.id, open.version).unwrap();
        services::finish(tx, renee, &open.id, open.version).unwrap();
        assert!(matches!(services::reopen(tx, renee, &open.id, open.version), Err(Error::Stale)));
        services::reopen(tx, renee, &open.id, open.version + 1).unwrap();
        assert!(services::find_follow_up(tx, renee, &open.id).unwrap().done_at.is_none());
        assert!(matches!(services::finish(tx, &house.mo, &open.id, 3), Err(Error::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_caller_becomes_a_client_and_their_call_goes_along() {
    on_a_fresh_file(|house| {
        let (tx, renee) = (house.tx, &house.renee);
        let call = house.log(renee, Whom::Caller(line("Lena"), None), 3);
        let clock = crate::config::Clock::new(0, Zone::parse("America/New_York").unwrap());
        assert_eq!(needs_you(tx, &clock, renee).unwrap().len(), 1);
        let outcome = register(tx, renee, renee.seats[0].key, &new_client("Lena Tools", None), Some(&call), false).unwrap();
        let Registered::Client(id) = outcome else { panic!("not registered") };
        let client = people::queries::find_for(tx, renee, &id).unwrap();
        assert_eq!(services::list_of_client(tx, renee, client.key, 9, 0).unwrap()[0].caller_name.as_deref(), Some("Lena"));
        assert!(needs_you(tx, &clock, renee).unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_is_known_in_another_program_is_not_shown_and_that_manager_is_asked_once() {
    on_a_fresh_file(|house| {
        let (tx, renee, mo) = (house.tx, &house.renee, &house.mo);
        let bakery = house.client(mo, "Harbor Bakery");
        for _ in 0..2 {
            let outcome = register(tx, renee, renee.seats[0].key, &new_client("harbor bakery", None), None, true).unwrap();
            assert!(matches!(outcome, Registered::Elsewhere));
        }
        assert!(matches!(people::queries::find_for(tx, renee, &bakery.id), Err(Error::NotFound)));
        let asked = services::follow_ups_of(tx, mo, tx.at(), 9).unwrap();
        assert_eq!(asked.len(), 1);
        assert!(asked[0].title.contains("Renée"), "{}", asked[0].title);
    })
    .await;
}

#[tokio::test]
async fn a_namesake_in_the_own_program_is_shown_before_anybody_is_registered() {
    on_a_fresh_file(|house| {
        let (tx, renee) = (house.tx, &house.renee);
        house.client(renee, "Twin Works");
        let again = |is_decided| register(tx, renee, renee.seats[0].key, &new_client("Twin Works", None), None, is_decided).unwrap();
        assert!(matches!(again(false), Registered::Perhaps(found, None) if found.len() == 1));
        assert!(matches!(again(true), Registered::Client(_)));
    })
    .await;
}

#[tokio::test]
async fn who_waits_longest_is_a_matter_of_days_only() {
    on_a_fresh_file(|house| {
        let (tx, renee) = (house.tx, &house.renee);
        let names = [("Late", 40), ("Later", 45), ("Fresh", 1)];
        for (name, days) in names {
            house.log(renee, Whom::Client(house.client(renee, name).key), days);
        }
        house.client(&house.mo, "Not ours");
        let list = services::waiting_longest(tx, renee, Whose::Everyones, tx.today().plus_days(-30), None, 2).unwrap();
        let waiting: Vec<_> = list.clients.iter().map(|client| client.name.as_str()).collect();
        assert_eq!((waiting, list.all, list.long), (vec!["Later", "Late"], 3, 2));
        let last = &list.clients[1];
        let rest = services::waiting_longest(tx, renee, Whose::Mine, tx.today(), Some((last.since, last.key)), 9).unwrap();
        assert_eq!(rest.clients.iter().map(|client| client.name.as_str()).collect::<Vec<_>>(), ["Fresh"]);
    })
    .await;
}

#[test]
fn every_filter_comes_back_from_its_address() {
    for show in [Show::All, Show::Services, Show::Referrals, Show::Resources] {
        assert_eq!(Show::parse(show.code()), show);
        assert!(show.shows(show) && Show::All.shows(show));
    }
    assert!(!Show::Services.shows(Show::Referrals));
    assert_eq!(Show::parse("race"), Show::All);
}

#[test]
fn small_numbers_are_words() {
    assert_eq!((in_words(0), in_words(3), in_words(12)), ("No".to_owned(), "Three".to_owned(), "12".to_owned()));
}
