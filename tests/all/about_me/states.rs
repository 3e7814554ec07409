//! Whatever somebody does in whatever order, what is held is what a simple model says.

use super::{ask_everything, saved};
use crate::house::TestApp;
use fairfloor::equity::catalogue::{Class, Plan, Point, Reply as Counted, Way, everything, silent};
use fairfloor::firewall::releasing::{Client, Readership, clients};
use fairfloor::firewall::{self, Owner, Reply, choices};
use fairfloor::i18n::Language;
use fairfloor::self_identification::queries;
use fairfloor::store::Actor;
use fairfloor::values::{Question, Vocabulary};
use std::collections::BTreeMap;

/// What the model knows of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Answered,
    Declined,
    Skipped,
}

/// A row of numbers that is the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most).unwrap()
    }
}

async fn save(app: &TestApp, question: Question, reply: Option<Reply>) {
    let rosa = app.alpha.owner_key;
    let kept = app.db.write(Actor::system(), move |tx| {
        let version = firewall::told_now(tx, &firewall::programs_of(tx, rosa, tx.today())?)?.version()?;
        queries::save(tx, rosa, question, reply, (&version, Language::english()))
    });
    kept.await.unwrap();
}

/// What a release counts of twenty businesses with this owner: how all of them replied to a question.
async fn counted(app: &TestApp, question: Question) -> Vec<Counted> {
    let (db, person) = (app.db.clone(), app.alpha.owner_key);
    let list = everything(Plan::Small, 0, 0);
    let client = || Client {
        business: 0,
        owners: vec![Owner { person, share_bp: Some(10_000), asked: true }],
        is_cooperative: false,
        asked: Question::REPORTED.to_vec(),
        ways: vec![Way { station: Some(Point::Enrolled), ..Way::default() }],
        cents: 0,
    };
    let all: Vec<Client> = (0..20).map(|_| client()).collect();
    let read = app.db.read(move |conn| clients(conn, db.keys(), &all)).await.unwrap();
    let may_tell = vec![true; list.len()];
    let readers = Readership { before: &[], threshold: 5 };
    let answer = read.release(&list, &may_tell, &readers, &|_| false, &mut |_, _| {}).unwrap().answer;
    let told = |class: Class| {
        let at = list.iter().position(|count| count.class == class && count.point == Point::Enrolled).unwrap();
        answer.told[at].unwrap_or_else(|| panic!("{class:?} is told"))
    };
    let replies: Vec<Counted> = Counted::ALL.into_iter().filter(|reply| told(Class::Reply(question, *reply)) == 20).collect();
    let of_silent = replies.iter().filter(|reply| reply.is_silent()).count();
    assert_eq!(told(silent(question)), if of_silent > 0 { 20 } else { 0 });
    replies
}

#[tokio::test]
async fn any_order_of_answers_refusals_skips_and_deletions_holds_what_the_model_says() {
    let app = TestApp::start().await;
    ask_everything(&app).await;
    let mut numbers = Numbers(4_711);
    let mut model: BTreeMap<Question, State> = BTreeMap::new();
    for step in 0..120 {
        let question = Question::REPORTED[numbers.below(5)];
        match numbers.below(8) {
            0..=2 => {
                let codes = choices(question);
                let code = codes[numbers.below(codes.len().try_into().unwrap())].to_owned();
                save(&app, question, Some(Reply::answered(vec![code], String::new()))).await;
                model.insert(question, State::Answered);
            }
            3 | 4 => {
                save(&app, question, Some(Reply::declined())).await;
                model.insert(question, State::Declined);
            }
            5 | 6 => {
                save(&app, question, None).await;
                model.entry(question).or_insert(State::Skipped);
            }
            _ => {
                let (rosa, one) = (app.alpha.owner_key, (numbers.below(4) > 0).then_some(question));
                app.db.write(Actor::system(), move |tx| queries::delete(tx, rosa, one)).await.unwrap();
                match one {
                    Some(question) => drop(model.remove(&question)),
                    None => model.clear(),
                }
            }
        }
        let held: BTreeMap<Question, bool> = saved(&app).await.into_iter().map(|one| (one.question, one.is_skipped)).collect();
        let expected: BTreeMap<Question, bool> = model.iter().map(|(question, state)| (*question, *state == State::Skipped)).collect();
        assert_eq!(held, expected, "after step {step}");
        let of = Question::REPORTED[numbers.below(5)];
        let expected = match model.get(&of) {
            Some(State::Answered) => Counted::Themselves,
            Some(State::Declined) => Counted::Declined,
            Some(State::Skipped) => Counted::Skipped,
            None => Counted::Unknown,
        };
        assert_eq!(counted(&app, of).await, [expected], "{} after step {step}", of.code());
    }
    assert!(model.len() > 2, "{model:?}");
}
