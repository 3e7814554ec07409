//! What owners say about themselves in the demo: every state, by both ways, and a notice that changed in the smaller program.

use super::city::{KITCHENS, MAKERS, MANAGER};
use super::plan::{Owner, Reply};
use super::play::{ProgramKeys, Stage, missing};
use crate::auth::Viewer;
use crate::auth::own::{Inside, Proof};
use crate::error::Result;
use crate::firewall::filing::NewFiling;
use crate::firewall::{self, Asked};
use crate::i18n::Language;
use crate::people::queries as people;
use crate::store::{Object, Tx};
use crate::values::{Basis, Cents, FilingForm, IncomeLimits, Instant, OrganizationRole, Question, SIZES};

/// What counts as low and moderate income in the demo, in dollars: for one person, and so much more for each further one.
const LIMITS: [(i64, i64); 3] = [(32_600, 4_700), (54_300, 7_800), (86_900, 12_400)];

/// The larger program asks six questions from its first day: a city pays it, and must tell HUD who has low or moderate income.
pub(super) fn ask_six(tx: &Tx<'_>, programs: &[ProgramKeys], staff: &[Viewer]) -> Result<()> {
    let program = programs.get(MAKERS).ok_or_else(|| missing("a program"))?.key;
    let manager = staff.get(MANAGER).ok_or_else(|| missing("a manager"))?;
    let mut amounts = [[Cents::default(); 3]; SIZES];
    for (bands, more) in amounts.iter_mut().zip(0..) {
        *bands = LIMITS.map(|(one, each)| Cents::new((one + more * each) * 100));
    }
    let (area, source) = ("Made-up County".to_owned(), "Made up for this demo; real limits are published by HUD".to_owned());
    let limits = IncomeLimits { area, year: i64::from(tx.today().year()), source, amounts };
    firewall::set_limits(tx, program, &limits, 0, manager.key)?;
    let questions = vec![Question::Race, Question::Sex, Question::Disability, Question::Veteran, Question::Household, Question::Income];
    firewall::set_asked(tx, program, &Asked { questions, ..Asked::default() }, manager.key)
}

/// One of so many reads their answers out to an advisor, prefers not to answer, or skips a page.
const READS_OUT: usize = 23;
const DECLINES: usize = 11;
const SKIPS: usize = 7;
const HAS_DISABILITY: usize = 9;
const IS_VETERAN: usize = 12;
const SIZES_OF_HOMES: [&str; 6] = ["1", "4", "2", "3", "5", "2"];
const BANDS: [&str; 5] = ["ABOVE", "MODERATE", "LOW", "MODERATE", "EXTREMELY_LOW"];

/// The visit in which an owner answers: whoever has an address signed in with a code that was mailed to it, the others have their link.
///
/// Why it may be made up here: everybody in a demo is, and it is served on this machine only. It is stored that they answered in such a
/// visit, and nothing is opened by that: to read it takes a visit as anywhere, which the page of the demo begins with the code it shows.
pub(super) fn visit(person: i64, has_address: bool) -> Option<Inside> {
    has_address.then(|| Inside { person, proof: Proof::Mailed { address_since: None }, language: Language::english() })
}

/// What an owner answers, by the place of their business in the plan. Race and sex are the plan's; the rest follows from the place.
pub(super) fn answer(tx: &Tx<'_>, person: i64, place: usize, owner: &Owner, inside: Option<&Inside>) -> Result<()> {
    let basis = if place % READS_OUT == 4 { Basis::ReadOut } else { Basis::OwnWord };
    // What is read out to staff is written down by them.
    let inside = inside.filter(|_| basis == Basis::OwnWord);
    let keep = |question, reply: firewall::Reply| firewall::keep(tx, person, question, reply.in_visit_of(inside), basis);
    for (question, reply) in [(Question::Race, &owner.race), (Question::Sex, &owner.sex)] {
        let reply = match reply {
            Reply::Answered(codes) => firewall::Reply::answered(codes.iter().map(ToString::to_string).collect(), String::new()),
            Reply::Declined => firewall::Reply::declined(),
            Reply::Unanswered | Reply::NotAsked => continue,
        };
        keep(question, reply)?;
    }
    let asked = firewall::asked_in(tx, &firewall::programs_of(tx, person, tx.today())?)?;
    for question in asked.questions {
        let code = match question {
            Question::Disability if place % HAS_DISABILITY == 2 => "YES",
            Question::Disability => "NO",
            Question::Veteran if place % IS_VETERAN == 5 => "VETERAN",
            Question::Veteran => "NON_VETERAN",
            Question::Household => SIZES_OF_HOMES.get(place % SIZES_OF_HOMES.len()).copied().unwrap_or("1"),
            Question::Income => BANDS.get(place % BANDS.len()).copied().unwrap_or("ABOVE"),
            _ => continue,
        };
        match place {
            // Nothing is recorded of a question that was not read out.
            place if place % SKIPS == 3 && basis == Basis::ReadOut => {}
            place if place % SKIPS == 3 => firewall::skip(tx, person, question)?,
            place if place % DECLINES == 1 => keep(question, firewall::Reply::declined())?,
            _ => keep(question, firewall::Reply::answered(vec![code.to_owned()], String::new()))?,
        }
    }
    let facts = firewall::told_now(tx, &firewall::programs_of(tx, person, tx.today())?)?;
    firewall::keep_text(tx, &facts, Language::english())?;
    people::note_self_id_answered(tx, person, true)?;
    tx.audit_with("self_identification.saved", Object::new("person", people::find_person(tx, person)?.id), "every question")
}

/// The smaller program owes a file to a funder since some days ago: whoever answered before is told, and asked again.
pub(super) fn owe_a_file(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let steward = stage.staff.iter().find(|viewer| viewer.organization.contains(&OrganizationRole::Steward));
    let steward = steward.ok_or_else(|| missing("a steward"))?;
    let filing = NewFiling {
        program: stage.program(KITCHENS)?.key,
        recipient: "State Office of Small Business".to_owned(),
        authority: "grant agreement 2026-114, section 9".to_owned(),
        questions: vec![Question::Race, Question::Sex],
        form: FilingForm::Table,
        location: None,
        has_names: false,
        details: crate::firewall::filing::Details::default(),
        from_on: tx.today(),
        by: steward.key,
    };
    tx.acting_as(steward.actor(), at, |tx| {
        let filing = NewFiling { from_on: tx.today(), ..filing };
        firewall::filing::record(tx, &filing).map(drop)
    })
}
