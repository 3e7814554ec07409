//! From a book to figures. Pure.

use super::book::{Award, Book, Counted};
use super::figures::{Clock, Decides, Figures, Jobs, KindLine, Process, ProcessLine, SourceLine, Spread, Sums, Theil};
use super::place;
use super::queries::Areas;
use crate::equity::catalogue::{Point, Way};
use crate::equity::concentration::{concentration, theil};
use crate::equity::waiting::{Wait, kaplan_meier};
use crate::referrals::Kind;
use crate::referrals::passage::Passage;
use crate::reports::Span;
use crate::reports::funding::measure::clients;
use crate::resources::{Brought, Step};
use crate::values::{Day, FundingKind, PartnerType, Unit, Vocabulary};
use crate::workers::quality::Quality;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What figures are made of besides the book.
pub struct Around<'a> {
    /// Which days.
    pub span: Span,
    /// The day they are made.
    pub as_of: Day,
    /// What sort of partner each is, by row key.
    pub partners: &'a HashMap<i64, Vec<PartnerType>>,
    /// The zones of one set and its name, if there are any.
    pub zones: Option<(&'a str, &'a Areas)>,
    /// Neighborhoods.
    pub neighborhoods: &'a Areas,
}

/// Every figure of a book.
pub fn figures(book: &Book, around: &Around<'_>) -> Figures {
    let span = around.span;
    let ways = book.ways(span, around.as_of, &Areas::default(), &[]);
    let places = |set: &str, areas: &Areas| place::places(book, &ways, span, set, areas);
    Figures {
        sums: sums(book, span),
        funnel: funnel(&ways),
        sources: sources(&book.awards, span),
        money: money(&book.awards, span),
        clients: Some(clients(brought(&book.awards), span)),
        decides: Some(decides(book, span)),
        kinds: kinds(&book.awards, span),
        without_a_day: number(book.awards.iter().filter(|award| award.is_without_a_day())),
        steps: steps(&book.awards, span, around.as_of),
        first_service: first_service(book, around),
        process: process(book, &ways, around),
        spread: spread(book, span),
        zones: around.zones.map(|(set, areas)| places(set, areas)),
        neighborhoods: places("", around.neighborhoods),
        jobs: jobs(&book.jobs),
        indicators: Vec::new(),
    }
}

/// Fewer clients than this, and the pay at one of them could be told from the figures.
pub const FEW: u32 = 5;

fn jobs(counted: &[Counted]) -> Jobs {
    let mut together = Quality::default();
    for one in counted {
        together.join(&one.quality);
    }
    let clients = number(counted.iter());
    let compared: BTreeSet<&String> = counted.iter().filter_map(|one| one.compared.as_ref()).collect();
    Jobs {
        clients,
        with_living_wage: number(counted.iter().filter(|one| one.compared.is_some())),
        quality: (clients >= FEW).then_some(together),
        compared: compared.into_iter().cloned().collect(),
    }
}

pub(super) fn number(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

fn sums(book: &Book, span: Span) -> Sums {
    let awarded = book.awards.iter().filter_map(|award| Some((award, award.awarded_in(span)?)));
    let delivered: Vec<i64> =
        book.awards.iter().filter(|award| award.unit == Unit::Cents).filter_map(|award| within(award.delivered, span)).collect();
    let accepted = number(book.passages.iter().filter(|passage| passage.is_accepted));
    Sums {
        businesses: number(book.enrolled.iter()),
        services: book.served.values().map(|served| served.services).sum(),
        minutes: book.served.values().map(|served| served.minutes).sum(),
        awards: number(awarded.clone()),
        awarded_cents: awarded.filter(|(award, _)| award.unit == Unit::Cents).map(|(_, amount)| amount).sum(),
        delivered_cents: (!delivered.is_empty()).then(|| delivered.iter().sum()),
        decided: accepted + number(book.passages.iter().filter(|passage| passage.is_declined)),
        accepted,
    }
}

/// The amount of a step that was taken in a span.
fn within((amount, on): (Option<i64>, Option<Day>), span: Span) -> Option<i64> {
    amount.filter(|_| on.is_some_and(|on| span.holds(on)))
}

/// How many businesses came to each station, and how many were awarded something.
pub fn funnel(ways: &[(i64, Way)]) -> Vec<(Point, u32)> {
    let points = Point::STATIONS.into_iter().chain([Point::Awarded]);
    points.map(|point| (point, number(ways.iter().filter(|(_, way)| way.reaches(point))))).collect()
}

fn sources(awards: &[Award], span: Span) -> Vec<SourceLine> {
    let mut lines: BTreeMap<(Unit, Option<&str>), (u32, i64)> = BTreeMap::new();
    for award in awards {
        if let Some(amount) = award.awarded_in(span) {
            let line = lines.entry((award.unit, award.source.as_deref())).or_default();
            *line = (line.0 + 1, line.1 + amount);
        }
    }
    let mut lines: Vec<SourceLine> = lines
        .into_iter()
        .map(|((unit, source), (awards, awarded))| SourceLine { source: source.map(str::to_owned), unit, awards, awarded })
        .collect();
    lines.sort_by(|left, right| (left.unit, -left.awarded, &left.source).cmp(&(right.unit, -right.awarded, &right.source)));
    lines
}

/// Dollars by kind of money, the most first; an empty code where no funder is on record.
fn money(awards: &[Award], span: Span) -> Vec<(String, u32, i64)> {
    let mut lines: BTreeMap<&str, (u32, i64)> = BTreeMap::new();
    for award in awards.iter().filter(|award| award.unit == Unit::Cents) {
        if let Some(cents) = award.awarded_in(span) {
            let line = lines.entry(award.money.map_or("", FundingKind::code)).or_default();
            *line = (line.0 + 1, line.1 + cents);
        }
    }
    let mut lines: Vec<_> = lines.into_iter().map(|(code, (awards, cents))| (code.to_owned(), awards, cents)).collect();
    lines.sort_by_key(|(_, _, cents)| std::cmp::Reverse(*cents));
    lines
}

/// What clients bring for awards of dollars.
fn brought(awards: &[Award]) -> impl Iterator<Item = (Step, &Brought)> {
    let dollars = awards.iter().filter(|award| award.unit == Unit::Cents);
    dollars.map(|award| (Step { amount: award.awarded.0, on: award.awarded.1 }, &award.brought))
}

fn decides(book: &Book, span: Span) -> Decides {
    let made = || book.awards.iter().filter(|award| award.awarded_in(span).is_some());
    Decides {
        awards: number(made()),
        awards_with_body: number(made().filter(|award| award.is_decided.0)),
        awards_with_decision: number(made().filter(|award| award.is_decided.1)),
        ..book.decides.clone()
    }
}

fn kinds(awards: &[Award], span: Span) -> Vec<KindLine> {
    let mut lines: BTreeMap<_, (BTreeSet<i64>, KindLine)> = BTreeMap::new();
    for award in awards {
        let steps = [award.applied, award.awarded, award.delivered].map(|step| within(step, span));
        let is_refused = award.refused_on.is_some_and(|on| span.holds(on));
        if steps.iter().all(Option::is_none) && !is_refused {
            continue;
        }
        let (businesses, line) = lines.entry((award.kind, award.unit)).or_insert_with(|| (BTreeSet::new(), empty_line(award)));
        let [applied, awarded, delivered] = steps.map(Option::unwrap_or_default);
        (line.applied, line.awarded, line.delivered) = (line.applied + applied, line.awarded + awarded, line.delivered + delivered);
        line.refused += u32::from(is_refused);
        if steps[1].is_some() {
            businesses.insert(award.business);
            line.awards += 1;
            line.applied_unknown += u32::from(award.applied.0.is_none());
            line.delivered_unknown += u32::from(award.delivered.0.is_none());
        }
    }
    lines.into_values().map(|(businesses, line)| KindLine { businesses: number(businesses.iter()), ..line }).collect()
}

fn empty_line(award: &Award) -> KindLine {
    KindLine {
        code: format!("{}-{}", award.kind.code(), award.unit.code()),
        name: award.kind.label().to_owned(),
        unit: award.unit,
        businesses: 0,
        awards: 0,
        applied: 0,
        awarded: 0,
        delivered: 0,
        refused: 0,
        applied_unknown: 0,
        delivered_unknown: 0,
    }
}

/// From the first day to the second: who began in the span, and waits until the figures are made where the second is not known.
fn clock(waits: impl Iterator<Item = (Day, Option<Day>, bool)>, as_of: Day) -> Clock {
    let (mut kept, mut backwards, mut begun) = (Vec::new(), 0, 0);
    for (from, until, is_over) in waits {
        begun += 1;
        match u32::try_from(from.days_until(until.unwrap_or(as_of.max(from)))) {
            Ok(days) => kept.push(Wait { days, served: is_over }),
            Err(_) => backwards += 1,
        }
    }
    let curve = kaplan_meier(&kept);
    let limits = curve.median_limits(0.95);
    let ended = number(kept.iter().filter(|wait| wait.served));
    Clock {
        begun,
        ended,
        open: number(kept.iter()) - ended,
        backwards,
        quarter: curve.over_by(0.25),
        median: curve.median(),
        three_quarters: curve.over_by(0.75),
        nine_tenths: curve.over_by(0.9),
        median_range: (limits.low, limits.high),
        waiting: [30, 60, 90].map(|day| curve.still_waiting(day).filter(|_| curve.is_known(day))),
    }
}

fn steps(awards: &[Award], span: Span, as_of: Day) -> [Clock; 3] {
    let began = |on: Option<Day>| on.filter(|on| span.holds(*on));
    // Whoever was told no waited until then: how long an award would have taken nobody knows.
    let of = |from: fn(&Award) -> Option<Day>, until: fn(&Award) -> Option<Day>, no: fn(&Award) -> Option<Day>| {
        clock(awards.iter().filter_map(|award| Some((began(from(award))?, until(award).or(no(award)), until(award).is_some()))), as_of)
    };
    [
        of(|award| award.applied.1, |award| award.awarded.1, |award| award.refused_on),
        of(|award| award.awarded.1, |award| award.delivered.1, |_| None),
        of(|award| award.applied.1, |award| award.delivered.1, |award| award.refused_on),
    ]
}

fn first_service(book: &Book, around: &Around<'_>) -> Clock {
    let joined = book.enrolled.iter().filter(|(_, enrolled)| around.span.holds(enrolled.first));
    let waits = joined.map(|(business, enrolled)| {
        let served = book.waited(*business, enrolled).map(|days| enrolled.first.plus_days(days));
        (enrolled.first, served, served.is_some())
    });
    clock(waits, around.as_of)
}

fn process(book: &Book, ways: &[(i64, Way)], around: &Around<'_>) -> Process {
    let enrolled: BTreeSet<i64> = ways.iter().map(|(business, _)| *business).collect();
    let of = |code: &str, name: &str, is_in: &dyn Fn(&Passage) -> bool| {
        let passages: Vec<&Passage> =
            book.passages.iter().filter(|passage| enrolled.contains(&passage.business) && is_in(passage)).collect();
        let businesses = |is: fn(&Passage) -> bool| -> u32 {
            let them: BTreeSet<i64> = passages.iter().filter(|passage| is(passage)).map(|passage| passage.business).collect();
            number(them.iter())
        };
        let waits = passages.iter().filter_map(|passage| passage.waited);
        ProcessLine {
            code: code.to_owned(),
            name: name.to_owned(),
            referred: businesses(|_| true),
            declined: businesses(|passage| passage.is_declined),
            unanswered: businesses(|passage| passage.is_unanswered),
            disputed: businesses(|passage| passage.is_disputed),
            answer: clock(waits.map(|waited| (waited.from, waited.until, waited.is_answered)), around.as_of),
        }
    };
    let is_of = |passage: &Passage, sort: PartnerType| {
        passage.partner.and_then(|partner| around.partners.get(&partner)).is_some_and(|sorts| sorts.contains(&sort))
    };
    let is_unsorted = |passage: &Passage| !PartnerType::ALL.iter().any(|sort| is_of(passage, *sort));
    let by_kind = Kind::ALL.map(|kind| of(kind.code(), kind.label(), &|passage| passage.kind == kind));
    let by_sort = PartnerType::ALL.iter().map(|sort| of(sort.code(), sort.label(), &|passage| is_of(passage, *sort)));
    let unsorted = of("not-recorded", "Not recorded", &is_unsorted);
    Process {
        all: of("all", "All", &|_| true),
        by_kind: by_kind.into_iter().filter(|line| line.referred > 0).collect(),
        by_partner: by_sort.chain([unsorted]).filter(|line| line.referred > 0).collect(),
    }
}

fn spread(book: &Book, span: Span) -> Option<Spread> {
    let (mut own, mut elsewhere_cents): (BTreeMap<(i64, i64), i64>, i64) = (BTreeMap::new(), 0);
    for (business, enrolled) in &book.enrolled {
        own.extend(enrolled.programs.iter().map(|program| ((*business, *program), 0)));
    }
    // An award of a program that the business was not in during the span is still its own: it stands under the first it was in.
    for award in book.awards.iter().filter(|award| award.unit == Unit::Cents) {
        let Some(cents) = award.awarded_in(span) else { continue };
        let program = book.enrolled.get(&award.business).and_then(|enrolled| {
            enrolled.programs.iter().find(|program| **program == award.program).or(enrolled.programs.first()).copied()
        });
        match program {
            Some(program) => *own.entry((award.business, program)).or_default() += cents,
            None => elsewhere_cents += cents,
        }
    }
    let mut totals: BTreeMap<i64, i64> = BTreeMap::new();
    for ((business, _), cents) in &own {
        *totals.entry(*business).or_default() += cents;
    }
    let amounts: Vec<i64> = totals.into_values().collect();
    let all = concentration(&amounts)?;
    let with_dollars: Vec<i64> = amounts.iter().copied().filter(|cents| *cents > 0).collect();
    let programs: BTreeSet<i64> = own.keys().map(|(_, program)| *program).collect();
    let places: HashMap<i64, usize> = programs.iter().copied().zip(0..).collect();
    let by_program: Vec<(i64, usize)> = own.iter().filter_map(|((_, program), cents)| Some((*cents, *places.get(program)?))).collect();
    let split = theil(&by_program).filter(|_| programs.len() > 1);
    Some(Spread {
        businesses: number(amounts.iter()),
        gini: all.gini,
        top_fifth: all.top_fifth_share,
        lorenz: lorenz(&all.lorenz),
        with_dollars: number(with_dollars.iter()),
        gini_with_dollars: concentration(&with_dollars).map_or(0.0, |some| some.gini),
        theil: split.map(|split| Theil { total: split.total, between: split.between, within: split.within }),
        elsewhere_cents,
    })
}

/// A curve at each of its businesses, up to ten of them; at each tenth, where there are more.
fn lorenz(curve: &[f64]) -> Vec<(f64, f64)> {
    let businesses = u32::try_from(curve.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let parts = businesses.min(10);
    let at = |part: u32| {
        let whole = u64::from(part) * u64::from(businesses);
        let (before, rest) = (whole / u64::from(parts), whole % u64::from(parts));
        let height = |place: u64| usize::try_from(place).ok().and_then(|place| curve.get(place)).copied().unwrap_or(1.0);
        let part_of_next = f64::from(u32::try_from(rest).unwrap_or(0)) / f64::from(parts);
        (f64::from(part) / f64::from(parts), height(before) + (height(before + 1) - height(before)) * part_of_next)
    };
    (0..=parts).map(at).collect()
}
