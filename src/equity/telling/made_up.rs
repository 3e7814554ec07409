//! Made-up businesses and the accounts that would be told of them, for tests. Hides small counts the simple way: what that gives away is
//! not asked here, the ledger has its own tests.

use crate::equity::catalogue::{Account, Asked, Class, Headline, Ownership, Plan, Point, Reply, Told, Way, Who, everything};
use crate::equity::groups::{GroupSet, Race, Sex};
use crate::equity::random::Seeded;
use crate::values::Question;

/// One made-up business, and the cents it was awarded.
#[derive(Debug, Clone, Copy)]
pub struct Business {
    pub way: Way,
    pub who: Who,
    /// In the order of the questions.
    pub replies: [Reply; 5],
    pub cents: i64,
}

/// So many businesses of a city of seven groups. Black owners' referrals are accepted less often, White owners' more.
pub fn businesses(size: usize, seed: u64) -> Vec<Business> {
    let [mut dice, mut lot, mut later] = [seed, seed + 1, seed + 2].map(Seeded::new);
    let with_replies = |one: Business| Business { replies: replies(&one, &mut lot), ..one };
    (0..size).map(|_| business(&mut dice)).map(with_replies).map(|one| with_later(one, &mut later)).collect()
}

/// Whether it was told no, and what it pays: by chance, whoever owns it.
fn with_later(one: Business, dice: &mut Seeded) -> Business {
    let is_refused = !one.way.is_awarded && dice.unit() < 0.4;
    let pays_enough = (dice.unit() < 0.5).then(|| dice.unit() < 0.6);
    Business { way: Way { is_refused, pays_enough, ..one.way }, ..one }
}

/// How it replied, question by question: as its groups have it, and about the others as chance has it.
fn replies(business: &Business, lot: &mut Seeded) -> [Reply; 5] {
    let mut reply = |is_silent: bool| match (is_silent, lot.below(8)) {
        (false, 0 | 1) => Reply::ReadOut,
        (false, _) => Reply::Themselves,
        (true, 0..3) => Reply::Declined,
        (true, 3) => Reply::Skipped,
        (true, 4..6) => Reply::NotAsked,
        (true, _) => Reply::Unknown,
    };
    let Business { who, way, .. } = business;
    [reply(who.race.is_empty()), reply(who.sex.is_empty()), reply(true), reply(way.is_awarded), reply(true)]
}

fn business(dice: &mut Seeded) -> Business {
    let race = match dice.below(100) {
        0..2 => Race::AmericanIndianOrAlaskaNative.set(),
        2..14 => Race::Asian.set(),
        14..38 => Race::BlackOrAfricanAmerican.set(),
        38..53 => Race::HispanicOrLatino.set(),
        53..57 => Race::MiddleEasternOrNorthAfrican.set(),
        57..58 => Race::NativeHawaiianOrPacificIslander.set(),
        58..62 => Race::HispanicOrLatino.set().and(Race::White.set()),
        62..64 => Race::BlackOrAfricanAmerican.set().and(Race::White.set()),
        64..86 => Race::White.set(),
        _ => GroupSet::EMPTY,
    };
    let sex = [Sex::Female.set(), Sex::Male.set(), Sex::Male.set(), Sex::Female.set().and(Sex::Male.set()), GroupSet::EMPTY][dice.below(5)];
    let yes = match race {
        race if race.meets(Race::BlackOrAfricanAmerican.set()) => 0.30,
        race if race == Race::White.set() => 0.80,
        _ => 0.60,
    };
    let chances = [(Point::Served, 0.9), (Point::Referred, 0.75), (Point::Accepted, yes), (Point::Completed, 0.85)];
    let mut station = Point::Enrolled;
    for (next, chance) in chances {
        if dice.unit() > chance {
            break;
        }
        station = next;
    }
    let is_referred = station >= Point::Referred;
    let is_awarded = station == Point::Completed || dice.unit() < 0.15;
    let ownership = match (race.is_empty(), race == Race::White.set()) {
        (true, _) => Ownership::Unknown,
        (_, true) => Ownership::Less,
        _ => [Ownership::Most, Ownership::Most, Ownership::Half, Ownership::Cooperative][dice.below(4)],
    };
    let way = Way {
        station: Some(station),
        is_awarded,
        joined: (dice.unit() < 0.6).then(|| [30, 30, 60, 90, 0][dice.below(5)]),
        is_declined: is_referred && dice.unit() < 1.0 - yes,
        is_unanswered: is_referred && dice.unit() < 0.2,
        is_disputed: is_referred && dice.unit() < 0.05,
        is_refused: false,
        pays_enough: None,
        area: [Some(0), Some(1), Some(2), None][dice.below(4)],
        programs: [0b01, 0b10, 0b11][dice.below(3)],
    };
    let cents = if is_awarded { 100_000 + i64::try_from(dice.below(4_000_000)).unwrap() } else { 0 };
    Business { way, who: Who { race, sex, ownership, ..Who::default() }, replies: Default::default(), cents }
}

/// What would be told of them, to readers of so many or more.
pub fn account(businesses: &[Business], threshold: u32) -> Account {
    let plan = Plan::of(businesses.len());
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let (areas, programs) = (named(&["North", "Harbor", "Elm & Rail"]), named(&["Makers", "Space"]));
    let hides = |count: u32| (1..threshold).contains(&count);
    let mut counts = std::collections::BTreeMap::new();
    for count in everything(plan, 3, 2) {
        let replied = |one: &Business| match count.class.strand() {
            Some(question) => Who { reply: one.replies[question as usize], ..one.who },
            None => one.who,
        };
        let number = u32::try_from(businesses.iter().filter(|one| count.holds(&one.way, &replied(one))).count()).unwrap();
        counts.insert(count.id(), if hides(number) && !count.is_open() { Told::Hidden } else { Told::Shown(number) });
    }
    let classes = [Class::Everyone].into_iter().chain(Headline::ALL.map(Class::Headline)).chain(Race::ALL.map(Class::Race));
    let classes = classes.chain(Sex::ALL.map(Class::Sex)).chain([Class::NoSex]);
    let cents = classes.filter_map(|class| {
        let of: Vec<i64> = businesses.iter().filter(|one| one.way.is_awarded && class.covers(&one.who)).map(|one| one.cents).collect();
        let is_told = !hides(u32::try_from(of.len()).unwrap()) || class == Class::Everyone;
        is_told.then(|| (class.code(), of.iter().sum()))
    });
    let asked = [Question::Race, Question::Sex, Question::Veteran].map(|question| Asked { question, programs: vec![0, 1] }).to_vec();
    Account { threshold, plan, areas, programs, asked, counts, cents: cents.collect() }
}

/// The same with everything hidden that says who anybody is.
pub fn hidden(mut account: Account) -> Account {
    for (id, told) in &mut account.counts {
        if !id.starts_with("everyone.") {
            *told = Told::Hidden;
        }
    }
    account.cents.retain(|class, _| class == "everyone");
    account
}

/// An account of these counts alone, by their ids.
pub fn of_counts(counts: &[(&str, u32)]) -> Account {
    Account {
        threshold: 5,
        plan: Plan::Full,
        areas: Vec::new(),
        programs: Vec::new(),
        asked: Vec::new(),
        counts: counts.iter().map(|(id, count)| ((*id).to_owned(), Told::Shown(*count))).collect(),
        cents: std::collections::BTreeMap::new(),
    }
}
