//! Everything ever told to one kind of readers, in the form `publication-1`, so that anybody can try to work out what was left out.
//!
//! Each release has dimensions of its own: what businesses did in its period, and what their owners had answered when it was made.
//! Counts without anything about who anybody is are exact everywhere in the house. They are written here where neither they nor what
//! they differ by are few; the ledger decides as if everybody knew all of them.

use super::{counts, queries, told_to};
use crate::equity::catalogue::{Class, Count, Ownership, Place, Point, Reply, Told as Line, Way, Who, is_grouped, silent};
use crate::equity::groups::{GroupSet, Race, Sex};
use crate::equity::ledger::columns::Wanted;
use crate::equity::ledger::publication::{About, Dimension, FORMAT, Publication, Show, Statement};
use crate::error::Result;
use crate::reports::told::Told;
use crate::values::{Question, ReleaseAudience, ReleasePlan, Vocabulary};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// A release as its readers know it.
struct Edition {
    name: String,
    told: Told,
    plan: ReleasePlan,
    ways: BTreeSet<Way>,
}

/// Everything told to some readers so far.
pub fn publication(conn: &Connection, readers: ReleaseAudience) -> Result<Publication> {
    let mut published = Publication {
        format: FORMAT.to_owned(),
        threshold: queries::threshold(conn, readers)?.into(),
        dims: Vec::new(),
        monotone: Vec::new(),
        impossible: Vec::new(),
        statements: Vec::new(),
    };
    for (number, past) in queries::past(conn)?.into_iter().enumerate() {
        if !told_to(past.period).contains(&readers) {
            continue;
        }
        let (_, told) = queries::told(conn, past.key, readers)?;
        let ways = queries::ways(conn, past.key)?.into_values().collect();
        add(&mut published, &Edition { name: format!("R{}", number + 1), told, plan: past.plan, ways });
    }
    Ok(published)
}

fn add(published: &mut Publication, edition: &Edition) {
    let named = |what: &str| format!("{what}@{}", edition.name);
    let account = &edition.told.account;
    let ids = account.counts.keys().map(String::as_str).collect();
    let list = counts::list_of(edition.plan, account.areas.len(), account.programs.len(), &ids);
    let (list, replies): (Vec<Count>, Vec<Count>) = list.into_iter().partition(|count| count.class.strand().is_none());
    let whos = answers(edition.plan);
    let code = |set: GroupSet, codes: &[&str]| if set.is_empty() { "none".to_owned() } else { codes.join("+").to_lowercase() };
    let races: BTreeSet<GroupSet> = whos.iter().map(|who| who.race).collect();
    let race = |set: GroupSet| code(set, &crate::equity::Dimension::Race.codes(set));
    let sexes: BTreeSet<GroupSet> = whos.iter().map(|who| who.sex).collect();
    let sex = |set: GroupSet| code(set, &crate::equity::Dimension::Sex.codes(set));
    let ways: Vec<(&Way, String)> = edition.ways.iter().zip(1..).map(|(way, number): (_, u32)| (way, format!("way-{number}"))).collect();
    // Who was not there at all did nothing.
    let did: Vec<String> = ways.iter().map(|(_, code)| code.clone()).chain(["absent".to_owned()]).collect();
    published.dims.extend([
        Dimension { name: named("did"), codes: did },
        Dimension { name: named("race"), codes: races.iter().map(|set| race(*set)).collect() },
        Dimension { name: named("sex"), codes: sexes.iter().map(|set| sex(*set)).collect() },
        Dimension { name: named("owned"), codes: Ownership::ALL.iter().map(|owned| owned.code().to_owned()).collect() },
    ]);
    let from = published.dims.len() - 4;
    let first = published.statements.len();
    let wanted = |count: &Count| -> Wanted {
        let reach = ways.iter().filter(|(way, _)| Count { class: Class::Everyone, ..*count }.holds(way, &Who::default()));
        let mut wanted = BTreeMap::from([(named("did"), reach.map(|(_, code)| code.clone()).collect())]);
        // A class is a set of answers to one or two questions, and never to all at once.
        let covered = |is: &dyn Fn(&Who) -> Who| whos.iter().map(is).filter(|who| count.class.covers(who)).collect::<BTreeSet<Who>>();
        match count.class {
            Class::Everyone => {}
            Class::Sex(_) | Class::NoSex => {
                let sexes = covered(&|who| Who { sex: who.sex, ..Who::default() });
                wanted.insert(named("sex"), sexes.iter().map(|who| sex(who.sex)).collect());
            }
            Class::Owned(owned) => {
                wanted.insert(named("owned"), vec![owned.code().to_owned()]);
            }
            Class::RaceAndSex(one, other) => {
                wanted.insert(named("race"), races.iter().filter(|set| set.meets(one.set())).map(|set| race(*set)).collect());
                wanted.insert(named("sex"), sexes.iter().filter(|set| set.meets(other.set())).map(|set| sex(*set)).collect());
            }
            _ => {
                let races = covered(&|who| Who { race: who.race, ..Who::default() });
                wanted.insert(named("race"), races.iter().map(|who| race(who.race)).collect());
            }
        }
        wanted
    };
    let open = plain(&list, edition, published.threshold);
    for count in list.iter().filter(|count| !count.is_open() || open.contains(&count.id())) {
        published.statements.push(Statement {
            id: format!("{}.{}", edition.name, count.id()),
            release: edition.told.cover.code.clone(),
            table: count.class.code(),
            about: About::Count { wanted: wanted(count) },
            // The figure of an earlier release stands there: it says nothing of this one.
            show: match account.told(count.point, count.class, count.place) {
                Line::Shown(told) => Show::Exactly { eq: told.into() },
                Line::Unchanged(_) | Line::Hidden => Show::Hidden { hidden: true },
            },
        });
    }
    let awarded = list.iter().filter(|count| count.point == Point::Awarded && count.place == Place::Everywhere);
    for count in awarded.filter(|count| !count.is_open() || open.contains(&count.id())) {
        let Some(cents) = account.cents(count.class) else { continue };
        published.statements.push(Statement {
            id: format!("{}.{}.cents", edition.name, count.id()),
            release: edition.told.cover.code.clone(),
            table: count.class.code(),
            about: About::Sum { measure: "cents".to_owned(), wanted: wanted(count) },
            show: Show::Exactly { eq: cents },
        });
    }
    lean(published, from, first);
    for question in Question::REPORTED.iter().copied() {
        let own = replies.iter().filter(|count| count.class.strand() == Some(question)).copied();
        let known = list.iter().filter(|count| open.contains(&count.id()) || is_grouped(question) && count.class == silent(question));
        let known = known.filter(|count| count.point == Point::Enrolled && !matches!(count.place, Place::Area(_))).copied();
        add_strand(published, edition, question, &known.chain(own).collect::<Vec<_>>());
    }
}

/// How everybody replied to a question. Why dimensions of its own: the ledger thinks of replies apart from groups too.
fn add_strand(published: &mut Publication, edition: &Edition, question: Question, list: &[Count]) {
    let named = |what: &str| format!("{what}-{}@{}", question.code(), edition.name);
    let ways: Vec<(&Way, String)> = edition.ways.iter().zip(1..).map(|(way, number): (_, u32)| (way, format!("way-{number}"))).collect();
    let did = ways.iter().map(|(_, code)| code.clone()).chain(["absent".to_owned()]);
    let (from, first) = (published.dims.len(), published.statements.len());
    published.dims.extend([
        Dimension { name: named("did"), codes: did.collect() },
        Dimension { name: named("reply"), codes: Reply::ALL.iter().map(|reply| reply.code().to_owned()).collect() },
    ]);
    for count in list {
        // Who is silent about race or sex is told in the main list. Here it is known, or it is not spoken of.
        let is_of_main = count.class.strand().is_none();
        let is_in = |reply: &&Reply| match count.class {
            Class::Everyone => true,
            Class::Reply(_, one) => one == **reply,
            _ => reply.is_silent(),
        };
        let show = match edition.told.account.told(count.point, count.class, count.place) {
            Line::Shown(told) => Show::Exactly { eq: told.into() },
            Line::Unchanged(_) | Line::Hidden if is_of_main => continue,
            Line::Unchanged(_) | Line::Hidden => Show::Hidden { hidden: true },
        };
        let reach = ways.iter().filter(|(way, _)| Count { class: Class::Everyone, ..*count }.holds(way, &Who::default()));
        let wanted = BTreeMap::from([
            (named("did"), reach.map(|(_, code)| code.clone()).collect()),
            (named("reply"), Reply::ALL.iter().filter(is_in).map(|reply| reply.code().to_owned()).collect()),
        ]);
        let again = if is_of_main { format!(".{}", question.code()) } else { String::new() };
        published.statements.push(Statement {
            id: format!("{}.{}{again}", edition.name, count.id()),
            release: edition.told.cover.code.clone(),
            table: if count.class == Class::Everyone { count.class.code() } else { format!("replies-{}", question.code()) },
            about: About::Count { wanted },
            show,
        });
    }
    lean(published, from, first);
}

/// Leaves out what no statement asks: of codes that none tells apart one is kept, and a dimension in which all are alike goes. The same
/// can be worked out of it, by whoever has less time.
fn lean(published: &mut Publication, from: usize, first: usize) {
    let dims = published.dims.split_off(from);
    let Publication { dims: kept, statements, .. } = published;
    let mut statements: Vec<&mut Wanted> = statements.iter_mut().skip(first).filter_map(|one| wanted_of(&mut one.about)).collect();
    for mut dim in dims {
        let mut marks: BTreeSet<Vec<bool>> = BTreeSet::new();
        let mark = |code: &String| statements.iter().map(|wanted| wanted.get(&dim.name).is_none_or(|codes| codes.contains(code))).collect();
        let first_of: Vec<String> = dim.codes.iter().filter(|code| marks.insert(mark(code))).cloned().collect();
        for wanted in &mut statements {
            let Some(codes) = wanted.get_mut(&dim.name) else { continue };
            codes.retain(|code| first_of.contains(code));
            if codes.len() == first_of.len() {
                wanted.remove(&dim.name);
            }
        }
        dim.codes = first_of;
        kept.extend((dim.codes.len() > 1).then_some(dim));
    }
    // Where nobody came to anything there is one code, and what counts those with none of it says nothing.
    let names: BTreeSet<&String> = published.dims.iter().map(|dim| &dim.name).collect();
    let is_about_somebody = |wanted: &Wanted| wanted.keys().all(|name| names.contains(name));
    published.statements.retain_mut(|one| wanted_of(&mut one.about).is_none_or(|wanted| is_about_somebody(wanted)));
}

fn wanted_of(about: &mut About) -> Option<&mut Wanted> {
    match about {
        About::Count { wanted } | About::Sum { wanted, .. } | About::Stat { wanted } => Some(wanted),
        About::Rate { .. } => None,
    }
}

/// The counts of everyone that are written: in the order of the list, those that are not few, and differ by no few from one taken before.
fn plain(list: &[Count], edition: &Edition, threshold: i64) -> BTreeSet<String> {
    let mut taken: Vec<(i64, BTreeSet<&Way>, String)> = Vec::new();
    for count in list.iter().filter(|count| count.is_open()) {
        let Some(number) = edition.told.account.count_in(count.point, count.class, count.place).map(i64::from) else { continue };
        let ways: BTreeSet<&Way> = edition.ways.iter().filter(|way| count.holds(way, &Who::default())).collect();
        let is_few = |number: i64| (1..threshold).contains(&number);
        let is_near =
            taken.iter().any(|(other, theirs, _)| is_few((number - other).abs()) && (ways.is_subset(theirs) || theirs.is_subset(&ways)));
        if !is_few(number) && !is_near {
            taken.push((number, ways, count.id()));
        }
    }
    taken.into_iter().map(|(_, _, id)| id).collect()
}

/// How many kinds of clients the largest list of a release tells apart, at most: the main one, or that of a question.
pub fn columns(published: &Publication) -> usize {
    let mut sizes: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for dim in &published.dims {
        let (what, release) = dim.name.split_once('@').unwrap_or_default();
        let list = what.split_once('-').map_or("", |(_, question)| question);
        let size = sizes.entry((release, list)).or_insert(1);
        *size = size.saturating_mul(dim.codes.len());
    }
    sizes.into_values().max().unwrap_or(0)
}

/// Every answer that any list tells apart.
pub fn every_answer() -> Vec<Who> {
    let owned = |who: Who| Ownership::ALL.map(|ownership| Who { ownership, ..who });
    answers(ReleasePlan::Full).into_iter().flat_map(owned).collect()
}

/// Every answer that the lists of a plan tell apart. Not those that occur: which do is nobody's business.
fn answers(plan: ReleasePlan) -> Vec<Who> {
    let races: Vec<GroupSet> = if plan == ReleasePlan::Small {
        vec![GroupSet::EMPTY, Race::White.set(), Race::Asian.set()]
    } else {
        (0_u32..128)
            .map(|bits| Race::ALL.into_iter().zip(0..).filter(|(_, at)| bits >> at & 1 == 1).map(|(race, _)| race.set()).collect())
            .collect()
    };
    let sexes = [GroupSet::EMPTY, Sex::Female.set(), Sex::Male.set(), Sex::Female.set().and(Sex::Male.set())];
    races.iter().flat_map(|race| sexes.map(|sex| Who { race: *race, sex, ..Who::default() })).collect()
}
