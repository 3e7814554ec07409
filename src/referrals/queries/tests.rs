//! Referrals in a real data folder: the cached row is what the log says, whatever people do.

use super::*;
use crate::auth::links::{self, Target};
use crate::auth::queries::{NewAccount, find_viewer, open_account};
use crate::consent;
use crate::partners::{self, NewContact, PartnerFacts};
use crate::people::{self, NewClient, NewPerson};
use crate::referrals::course::follow;
use crate::referrals::deed::{Deed, Who, needed};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::Next;
use crate::store::{Actor, DataFolder, Db, Randomness, Tx};
use crate::values::{
    ConsentMethod, ContactBy, Email, Line, LinkKind, Origin, ProgramRole, SharedField, Source, Telephone, Urgency, Vocabulary,
};

/// A folder with a program, an advisor, a manager, a client and two partners.
struct Town {
    db: Db,
    advisor: Viewer,
    manager: Viewer,
    program: i64,
    business: i64,
    partner: (i64, i64),
    _folder: tempfile::TempDir,
}

async fn town() -> Town {
    let folder = tempfile::tempdir().unwrap();
    let place = DataFolder::new(&folder.path().join("data"), None);
    let zone = Zone::parse("America/New_York").unwrap();
    let db = Db::create(&place, "Riverton", &zone, None, Randomness::System).unwrap();
    let (program, business, partner, advisor, manager) = db
        .write(Actor::system(), |tx| {
            crate::programs::seed::plant(tx)?;
            let program = crate::programs::queries::start(tx, "Riverton Makers", Some("555-010-0110"), None, tx.today())?;
            let account = |name: &str, role| NewAccount {
                email: Email::parse(&format!("{}@riverton.example", name.to_lowercase())).unwrap(),
                name: format!("{name} Baptiste"),
                telephone: Some("555-010-0111".to_owned()),
                organization: Vec::new(),
                programs: vec![(program, role)],
            };
            let advisor = open_account(tx, &account("Renee", ProgramRole::Advisor))?.0;
            let manager = open_account(tx, &account("Marcus", ProgramRole::Manager))?.0;
            let person = NewPerson {
                first_name: "Ngozi".to_owned(),
                last_name: "Okafor".to_owned(),
                telephone: Telephone::maybe("555-010-0100")?,
                email: None,
                language: "en".to_owned(),
                contact_by: Some(ContactBy::Text),
                share_bp: Some(10_000),
            };
            let client = NewClient {
                name: Line::parse("Okafor Metal Finishing", "name")?,
                product: Some(Line::parse("Zinc plating", "product")?),
                naics: None,
                stage: None,
                place: people::Place { neighborhood: Some("Northgate".to_owned()), ..people::Place::default() },
                workers: Some(11),
                contact: Some(person),
            };
            let business = people::queries::register(tx, program, Some(advisor), &client)?.0;
            let facts = PartnerFacts::named(Line::parse("Northgate Makers Trust", "name")?, Kind::ALL.to_vec());
            let partner = partners::queries::add(tx, program, &facts)?.0;
            let new =
                NewContact { name: Line::parse("Mr. Silva", "name")?, email: Email::maybe("silva@northgate.example")?, telephone: None };
            let contact = partners::queries::add_contact(tx, &partners::queries::find(tx, partner)?, &new)?.0;
            Ok((program, business, (partner, contact), advisor, manager))
        })
        .await
        .unwrap();
    let viewers = db.read(move |conn| Ok((find_viewer(conn, advisor, i64::MAX)?, find_viewer(conn, manager, i64::MAX)?))).await.unwrap();
    Town { advisor: viewers.0.unwrap(), manager: viewers.1.unwrap(), db, program, business, partner, _folder: folder }
}

impl Town {
    fn new_referral(&self) -> NewReferral {
        NewReferral {
            program: self.program,
            business: self.business,
            kind: Kind::RealEstate,
            need: "4,000 square feet with 400 amps".to_owned(),
            urgency: Urgency::ThisMonth,
            origin: Origin::Advisor,
            partner: Some(self.partner),
            advisor: self.advisor.key,
            replaces: None,
            together: None,
        }
    }
}

fn yes() -> Agreement {
    Agreement { fields: consent::DEFAULT_FIELDS.to_vec(), by_name: false, yes: Some(ConsentMethod::Spoken) }
}

fn ada(town: &Town) -> Who {
    Who::staff(Party::Advisor, town.advisor.key)
}

/// A draft, agreed and sent.
fn sent(tx: &Tx<'_>, who: &Who, new: &NewReferral) -> Result<Referral> {
    let draft = create(tx, who, new)?;
    let agreed = agree(tx, who, &draft, draft.version, &yes())?;
    record(tx, who, &agreed, Deed::new(Event::Send, agreed.version))
}

fn count(conn: &Connection, sql: &str) -> i64 {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn accept(referral: &Referral) -> Deed {
    Deed::new(Event::Accept, referral.version)
        .with(Fact::ResponsiblePerson, "Mr. Silva")
        .with(Fact::FirstContactOn, "2199-01-01")
        .with(Fact::EligibilityChecked, "yes")
}

#[tokio::test]
async fn a_partner_hears_nothing_before_the_client_agrees() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    let refused = town
        .db
        .write(town.advisor.actor(), move |tx| {
            let draft = create(tx, &who, &new)?;
            let early = record(tx, &who, &draft, Deed::new(Event::Send, draft.version));
            assert!(matches!(&early, Err(Error::Rejected(words)) if words.contains("agreed")), "{early:?}");
            assert_eq!(count(tx, "SELECT count(*) FROM outbox_message"), 0);
            let agreed = agree(tx, &who, &draft, draft.version, &yes())?;
            assert_eq!(count(tx, "SELECT count(*) FROM outbox_message WHERE audience = 'partner'"), 0);
            let sent = record(tx, &who, &agreed, Deed::new(Event::Send, agreed.version))?;
            assert_eq!(count(tx, "SELECT count(*) FROM outbox_message WHERE audience = 'partner'"), 1);
            assert_eq!(sent.number, 1001);
            assert_eq!(sent.waiting_on, Ball::Partner);
            let again = record(tx, &who, &agreed, Deed::new(Event::Send, agreed.version));
            assert!(matches!(again, Err(Error::Stale)));
            Ok(())
        })
        .await;
    refused.unwrap();
}

#[tokio::test]
async fn a_notice_names_nobody_in_its_subject_and_a_text_says_only_that_there_is_news() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            sent(tx, &who, &new)?;
            let mut statement = tx.prepare("SELECT audience, channel, subject, body FROM outbox_message").unwrap();
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
            for row in rows {
                let (audience, channel, subject, body): (String, String, String, String) = row.unwrap();
                for secret in ["Okafor", "Ngozi", "555-010-0100", "4,000", "Zinc"] {
                    assert!(!subject.contains(secret), "{subject}");
                    assert!(audience != "partner" || !body.contains(secret), "{body}");
                }
                if channel == "text" {
                    assert_eq!(body, "Riverton Makers: there is news. {link} Questions? Call 555-010-0111");
                }
            }
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn sending_is_taken_back_with_its_notices_and_its_link() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let sent = sent(tx, &who, &new)?;
            let target = Target { referral: Some(sent.key), contact: sent.contact.as_ref().map(|(key, _)| *key), person: None };
            let link = links::newest(tx, LinkKind::Partner, target, tx.at())?.unwrap();
            let back = record(tx, &who, &sent, Deed::new(Event::UndoSend, sent.version))?;
            assert_eq!((back.status, back.sent_at), (Status::Draft, None));
            assert!(links::find_by_key(tx, link, tx.at()).is_err());
            let out = "SELECT count(*) FROM outbox_message JOIN referral_event ON referral_event.id = event_id WHERE event = 'send' AND stopped_at IS NULL";
            assert_eq!(count(tx, out), 0);
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn what_the_partner_opened_is_stopped_not_taken_back() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let sent = sent(tx, &who, &new)?;
            let target = Target { referral: Some(sent.key), contact: sent.contact.as_ref().map(|(key, _)| *key), person: None };
            let link = links::find_by_key(tx, links::newest(tx, LinkKind::Partner, target, tx.at())?.unwrap(), tx.at())?;
            note_opened(tx, &link)?;
            assert!(matches!(note_opened(tx, &link), Err(Error::NotFound)), "a link opens once");
            let refused = record(tx, &who, &sent, Deed::new(Event::UndoSend, sent.version));
            assert!(matches!(&refused, Err(Error::Rejected(words)) if words.contains("opened")), "{refused:?}");
            let partner = Who::partner(link.contact, "J. Silva");
            let accepted = record(tx, &partner, &sent, accept(&sent))?;
            assert_eq!(accepted.due_on.map(|day| day.to_string()), Some("2199-01-01".to_owned()));
            let stopped = record(tx, &Who::entrepreneur(), &accepted, Deed::new(Event::Withdraw, accepted.version))?;
            assert_eq!(stopped.status, Status::Cancelled);
            assert_eq!(count(tx, "SELECT count(*) FROM access_link WHERE kind = 'partner' AND revoked_at IS NULL"), 0);
            assert!(consent::queries::live_for(tx, stopped.key, tx.today())?.is_none(), "a withdrawal ends the permission");
            let text = events(tx, stopped.key)?.pop().unwrap().told.unwrap();
            assert!(text.contains("You stopped this referral"), "{text}");
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn a_negative_end_needs_a_next_step_and_a_new_try_never_takes_the_permission_along() {
    let town = town().await;
    let (who, new, viewer) = (ada(&town), town.new_referral(), town.advisor.clone());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let sent = sent(tx, &who, &new)?;
            let on_behalf = Who::on_behalf(who.account.unwrap(), Source::Call);
            let missing = record(tx, &on_behalf, &sent, Deed::new(Event::Reject, sent.version).with(Fact::Reason, "other"));
            assert!(matches!(&missing, Err(Error::Rejected(words)) if words.contains("words")), "{missing:?}");
            let unknown = record(tx, &on_behalf, &sent, Deed::new(Event::Reject, sent.version).with(Fact::Reason, "bored"));
            assert!(matches!(unknown, Err(Error::Rejected(_))));
            let rejected = record(tx, &on_behalf, &sent, Deed::new(Event::Reject, sent.version).with(Fact::Reason, "no_capacity_now"))?;
            assert_eq!((rejected.status, rejected.waiting_on), (Status::Rejected, Ball::Advisor));
            let needs = needs_you(tx, &viewer, tx.today())?;
            assert_eq!(needs.iter().map(|need| need.kind).collect::<Vec<_>>(), [NeedKind::NoNextStep]);
            let draft = re_refer(tx, &who, &rejected, rejected.version)?;
            assert_eq!((draft.origin, draft.replaces, draft.partner.is_none()), (Origin::ReReferral, Some(rejected.key), true));
            assert!(consent::queries::live_for(tx, draft.key, tx.today())?.is_none());
            assert_eq!(find(tx, rejected.key)?.waiting_on, Ball::Nobody);
            let cards = open_card(tx, &viewer, rejected.business, tx.today())?;
            assert_eq!(cards.iter().map(|card| card.done).collect::<Vec<_>>(), [1]);
            assert!(timeline_entries(tx, &viewer, rejected.business)?.iter().any(|entry| entry.title.contains("said no")));
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn another_programs_referral_looks_like_none() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    let stranger = Viewer { key: 9999, seats: Vec::new(), ..town.manager.clone() };
    town.db
        .write(town.advisor.actor(), move |tx| {
            let draft = create(tx, &who, &new)?;
            assert!(matches!(find_for(tx, &stranger, &draft.id), Err(Error::NotFound)));
            assert!(list_for(tx, &stranger, &Filter::default(), tx.today(), 10)?.is_empty());
            Ok(())
        })
        .await
        .unwrap();
}

/// Something for every fact that a form could bring.
fn sheet_for(event: Event, from: Status, today: Day) -> Sheet {
    let mut sheet = Sheet::new();
    let value = |fact: Fact| match fact {
        Fact::Reason => match event {
            Event::Reject => "no_capacity_now",
            Event::Hold => "waiting_third_party",
            Event::Fail => "funds_exhausted_later",
            Event::Reopen => "disputed_outcome",
            Event::MarkError => "duplicate",
            _ => "wrong_partner",
        }
        .to_owned(),
        Fact::Stage => "tours".to_owned(),
        Fact::Outcome => "partly_met".to_owned(),
        Fact::Results => "lease_signed".to_owned(),
        Fact::NextStep => "client_wants_nothing_more".to_owned(),
        Fact::NeedMet => "no".to_owned(),
        Fact::Happened | Fact::EligibilityChecked | Fact::UnmetNeed => "yes".to_owned(),
        Fact::AskedOf => "advisor".to_owned(),
        Fact::ContactChannel => "call".to_owned(),
        Fact::FirstContactOn | Fact::NeededBy | Fact::NextExpectedOn | Fact::ReviewOn => today.plus_days(9).to_string(),
        fact if fact.is_date() => today.to_string(),
        _ => "words".to_owned(),
    };
    for _ in 0..2 {
        for fact in needed(event, from, &sheet) {
            if !crate::referrals::deed::is_filled(event, fact) || event == Event::AutoRecall {
                sheet.insert(fact, value(fact));
            }
        }
    }
    if event == Event::Send {
        sheet.insert(Fact::OverrideReason, "They asked for it twice".to_owned());
    }
    sheet
}

/// The row as the log alone would have it.
fn check_row(tx: &Tx<'_>, referral: &Referral) {
    let log = events(tx, referral.key).unwrap();
    let (state, course) = (state_of(&log).unwrap(), follow(&log));
    let row = find(tx, referral.key).unwrap();
    assert_eq!(row.status, state.now.status);
    assert_eq!(row.stage.as_deref(), state.now.shown_stage());
    assert_eq!(row.reason, state.now.reason);
    assert_eq!(row.waiting_on, ball(&state, None, tx.today()));
    assert_eq!((row.sent_at, row.decided_at, row.next_step_at), (course.sent_at, course.decided_at, course.next_step_at));
    assert_eq!(row.ended_at.is_some(), row.status.is_end());
    assert_eq!(row.outcome.is_some(), row.status == Status::Completed);
    let clocks = super::clockwork::clocks_of(tx, &row, &course, &state, None).unwrap();
    assert_eq!(row.due_on.map(Day::date), crate::referrals::timers::shown(&clocks).and_then(crate::referrals::timers::Running::due_on));
    assert_eq!(row.version, i64::try_from(log.len()).unwrap());
    assert!(log.iter().enumerate().all(|(place, line)| line.seq == i64::try_from(place).unwrap() + 1));
}

/// Somebody in a capacity.
fn acting(party: Party, (advisor, manager): (i64, i64)) -> Who {
    match party {
        Party::Partner => Who::partner(None, "J. Silva"),
        Party::Entrepreneur => Who::entrepreneur(),
        Party::System => Who::system(),
        Party::AdvisorOnBehalf => Who::on_behalf(advisor, Source::Call),
        Party::Manager => Who::staff(party, manager),
        Party::Advisor => Who::staff(party, advisor),
    }
}

/// The pair stands in the table as it is published beside the tests.
fn is_published(event: Event, from: Status, to: Status) -> bool {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/referral-transitions.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().filter_map(std::result::Result::ok).filter(|row| &row[2] == event.code()).any(|row| {
        let leads_there = match &row[3] {
            "(previous)" => true,
            kept if kept.starts_with('(') => to == from,
            status => status == to.code(),
        };
        leads_there && row[1].split('|').any(|status| status == from.code())
    })
}

/// While it is open the entrepreneur can leave, and somebody besides the partner can end it.
fn check_ways_out(story: &Story) {
    let here = story.state.now.status;
    if here.is_end() {
        return;
    }
    let ends = |party: Party| story.state.open_to(party).any(|event| matches!(here.after(event, party), Ok(Next::To(to)) if to.is_end()));
    assert!(ends(Party::Entrepreneur), "the entrepreneur cannot leave {here:?}");
    assert!(ends(Party::Advisor) || ends(Party::Manager), "{here:?} depends on the partner alone");
}

/// A deed that the state does not allow is refused, and the row and the log stay as they were.
fn try_anything(tx: &Tx<'_>, referral: &Referral, story: &Story, event: Event, party: Party, staff: (i64, i64)) {
    if story.state.open_to(party).any(|open| open == event) {
        return;
    }
    let sheet = sheet_for(event, story.state.now.status, tx.today());
    let refused = record(tx, &acting(party, staff), referral, Deed { sheet, ..Deed::new(event, referral.version) });
    assert!(matches!(refused, Err(Error::Rejected(_))), "{event:?} by {party:?} from {:?}: {refused:?}", story.state.now.status);
    let now = find(tx, referral.key).unwrap();
    assert_eq!((now.version, now.status), (referral.version, referral.status));
    assert_eq!(events(tx, referral.key).unwrap().len(), story.log.len());
}

#[tokio::test]
async fn whatever_people_do_the_row_is_what_the_log_says() {
    let town = town().await;
    let (new, advisor, manager) = (town.new_referral(), town.advisor.key, town.manager.key);
    let done = town
        .db
        .write(Actor::system(), move |tx| {
            let (mut luck, mut done, mut refused) = (7_u64, std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
            let mut draw = move |of: usize| {
                // SplitMix64: plain, and the same on every run.
                luck = luck.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mixed = (luck ^ (luck >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap() % of
            };
            for life in 0..300 {
                let who = Who::staff(Party::Advisor, advisor);
                let mut referral = create(tx, &who, &new)?;
                let mut at = tx.at();
                for _ in 0..if life < 70 { 16 } else { 8 } {
                    at = at.plus_minutes([2, 2, 900, 4000][draw(4)]);
                    referral = tx.acting_as(Actor::system(), at, |tx| {
                        let story = story(tx, referral.clone())?;
                        let mut open: Vec<(Event, Party)> = Vec::new();
                        let here = story.state.now.status;
                        for party in Party::ALL {
                            open.extend(story.state.open_to(*party).map(|event| (event, *party)));
                        }
                        // Most lives go on: otherwise nearly all would end before the work begins.
                        let ends = |(event, party): &(Event, Party)| matches!(here.after(*event, *party), Ok(Next::To(to)) if to.is_end() && to != here);
                        open.retain(|deed| !ends(deed) || draw(8) == 0);
                        check_ways_out(&story);
                        // One try in four is anything by anybody: what the table does not know leaves no trace.
                        if draw(4) == 0 {
                            try_anything(tx, &referral, &story, Event::ALL[draw(Event::ALL.len())], Party::ALL[draw(Party::ALL.len())], (advisor, manager));
                        }
                        let Some(&(event, party)) = open.get(draw(open.len().max(1))) else { return Ok(referral.clone()) };
                        let who = acting(party, (advisor, manager));
                        let outcome = match event {
                            Event::RequestConsent | Event::GiveConsent if party == Party::Entrepreneur => {
                                agree(tx, &who, &referral, referral.version, &Agreement { yes: Some(ConsentMethod::Link), ..yes() })
                            }
                            Event::RequestConsent | Event::GiveConsent => agree(tx, &who, &referral, referral.version, &yes()),
                            Event::ReRefer => {
                                re_refer(tx, &who, &referral, referral.version)?;
                                find(tx, referral.key)
                            }
                            _ => {
                                let sheet = sheet_for(event, story.state.now.status, tx.today());
                                record(tx, &who, &referral, Deed { sheet, ..Deed::new(event, referral.version) })
                            }
                        };
                        match outcome {
                            Ok(after) => {
                                done.insert(event);
                                assert!(is_published(event, here, after.status), "{event:?} led from {here:?} to {:?}", after.status);
                                check_row(tx, &after);
                                Ok(after)
                            }
                            Err(Error::Rejected(words)) => {
                                refused.insert((event, words));
                                Ok(referral.clone())
                            }
                            Err(cause) => Err(cause),
                        }
                    })?;
                }
            }
            Ok((done, refused))
        })
        .await
        .unwrap();
    let (done, refused) = done;
    assert!(done.len() >= 25, "too little was tried: {done:?}, and refused: {refused:#?}");
}

#[tokio::test]
async fn a_field_that_was_not_agreed_is_not_in_the_permission() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let draft = create(tx, &who, &new)?;
            let only = Agreement { fields: vec![SharedField::BusinessName], by_name: true, yes: Some(ConsentMethod::Paper) };
            agree(tx, &who, &draft, draft.version, &only)?;
            let live = consent::queries::live_for(tx, draft.key, tx.today())?.unwrap();
            assert_eq!((live.fields, live.by_name), (vec![SharedField::BusinessName], true));
            assert!(!live.text_shown.contains("555-010-0100") && live.text_shown.contains("Okafor Metal Finishing"));
            Ok(())
        })
        .await
        .unwrap();
}
