//! Small random worlds, attacked: what is published must fit a second world for every small number it hides.

use proptest::prelude::*;

use super::super::groups::{Dimension, Race};
use super::*;

const GROUPS: usize = 4;

fn set(bits: usize) -> GroupSet {
    Race::ALL.into_iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, race)| race.set()).collect()
}

fn pool(members: Vec<Member>, k: u32) -> Pool {
    Pool { members, groups: (0..GROUPS).map(|at| set(1 << at)).collect(), k: Threshold::tiny(k) }
}

fn member(groups: GroupSet) -> Member {
    Member { groups, awards: 0, cents: 0, minutes: 0, decided: false, accepted: false }
}

/// `counts[i]` businesses of the i-th group alone, then `unanswered` without an answer.
fn heads(counts: &[usize], unanswered: usize, k: u32) -> Pool {
    let of = |(at, count): (usize, &usize)| vec![member(set(1 << at)); *count];
    let members = counts.iter().enumerate().flat_map(of).chain(vec![member(GroupSet::EMPTY); unanswered]);
    pool(members.collect(), k)
}

fn on(pool: &Pool, measure: Measure) -> Option<Partition> {
    pool.partitions().into_iter().find(|(of, _)| *of == measure).and_then(|(_, partition)| partition)
}

/// The lines of a partition, as the numbers of the groups in them; "-" is no answer.
fn shape(partition: Option<Partition>) -> String {
    let Some(partition) = partition else { return "withheld".to_owned() };
    let line = |line: &Line| {
        let groups: String = (0..7).filter(|at| line.groups.meets(set(1 << at))).map(|at| at.to_string()).collect();
        format!("{groups}{}", if line.no_answer { "-" } else { "" })
    };
    partition.lines.iter().map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn small_lines_merge_and_swallow_the_next_smallest() {
    let cases: &[(&str, &[usize], usize, &str)] = &[
        ("all large", &[9, 9, 9, 9], 20, "0 1 2 3"),
        ("nobody is shown as nobody", &[0, 9, 9, 9], 20, "0 1 2 3"),
        ("two small ones are enough", &[3, 9, 4, 9], 20, "1 3 02"),
        ("one small one swallows the smallest other", &[3, 9, 8, 9], 20, "1 3 02"),
        ("of equals, the first", &[3, 8, 8, 9], 20, "2 3 01"),
        ("two groups of which one is small are one line", &[3, 30, 0, 0], 20, "0123"),
        ("one group alone is shown", &[0, 30, 0, 0], 20, "0 1 2 3"),
        ("few without an answer hide in a line", &[9, 10, 11, 12], 3, "1 2 3 0-"),
        ("they join the other small ones", &[3, 10, 11, 12], 3, "1 2 3 0-"),
        ("fewer than k answered", &[2, 1, 0, 1], 30, "withheld"),
        ("nobody answered", &[0, 0, 0, 0], 30, "withheld"),
        ("few without an answer and few of a group", &[30, 3, 0, 0], 2, "0 2 3 1-"),
        ("all in one line with no answer says nothing", &[30, 0, 0, 0], 2, "withheld"),
        ("two lines so alike that the rule would tell", &[9, 9, 4, 30], 20, "3 012"),
    ];
    for (name, counts, unanswered, want) in cases {
        assert_eq!(shape(on(&heads(counts, *unanswered, 5), Measure::Businesses)), *want, "{name}");
    }
}

#[test]
fn a_couple_in_both_of_two_lines_is_protected() {
    let mut pool = heads(&[20, 20, 0, 0], 0, 5);
    assert_eq!(shape(on(&pool, Measure::Businesses)), "0 1 2 3");
    pool.members.extend([member(set(0b11)); 3]);
    assert_eq!(shape(on(&pool, Measure::Businesses)), "0123");
    pool.members.extend([member(set(0b11)); 2]);
    assert_eq!(shape(on(&pool, Measure::Businesses)), "0 1 2 3");
}

#[test]
fn a_measure_climbs_only_as_far_as_it_must() {
    let mut pool = heads(&[10, 20, 30, 40], 0, 5);
    // Funded: 2 of group 0, half of each other group.
    for (at, member) in pool.members.iter_mut().enumerate() {
        let (start, size) = [(0, 10), (10, 20), (30, 30), (60, 40)].into_iter().rfind(|(start, _)| *start <= at).unwrap();
        let funded = if start == 0 { 2 } else { size / 2 };
        member.awards = u32::from(at - start < funded);
        member.cents = i64::from(member.awards) * 1_000;
    }
    assert_eq!(shape(on(&pool, Measure::Businesses)), "0 1 2 3");
    assert_eq!(shape(on(&pool, Measure::Resource)), "2 3 01");
    assert_eq!(shape(on(&pool, Measure::Dollars)), "2 3 01");
    assert_eq!(shape(on(&pool, Measure::Hours)), "1 2 3 0");
    // One giant award: the dollars are withheld, the awards are not.
    pool.members[20].cents = 100_000_000;
    assert_eq!(shape(on(&pool, Measure::Resource)), "2 3 01");
    assert_eq!(shape(on(&pool, Measure::Dollars)), "withheld");
}

#[test]
fn a_few_awards_without_an_answer_hide_in_a_line() {
    let mut pool = heads(&[10, 20, 30, 40], 20, 5);
    for (at, member) in pool.members.iter_mut().enumerate() {
        member.awards = u32::from(at < 100 && at % 2 == 0 || at == 110);
        member.cents = i64::from(member.awards) * 1_000;
    }
    assert_eq!(shape(on(&pool, Measure::Businesses)), "0 1 2 3");
    assert_eq!(shape(on(&pool, Measure::Resource)), "1 2 3 0-");
}

/// `funded` of `of` businesses with these groups, each with so many awards.
fn awarded(bits: usize, funded: usize, of: usize, awards: u32) -> Vec<Member> {
    let award = |at| if at < funded { awards } else { 0 };
    (0..of).map(|at| Member { awards: award(at), cents: 10 * i64::from(award(at)), ..member(set(bits)) }).collect()
}

#[test]
fn those_outside_a_line_are_protected_like_those_in_it() {
    // 10 of 20 and 7 of 20, 5 of 10 in both: but only 2 of the 10 outside the first line.
    let members = [awarded(0b01, 5, 10, 1), awarded(0b11, 5, 10, 1), awarded(0b10, 2, 10, 1)];
    assert_eq!(shape(on(&pool(members.concat(), 5), Measure::Resource)), "0123");
}

#[test]
fn a_rung_that_would_show_a_small_overlap_is_left_out() {
    let lines = [awarded(0b0001, 2, 10, 1), awarded(0b0010, 10, 20, 1), awarded(0b0100, 15, 30, 1), awarded(0b1000, 20, 40, 1)];
    assert_eq!(shape(on(&pool(lines.concat(), 5), Measure::Resource)), "2 3 01");
    let couples = [lines.concat(), awarded(0b0011, 1, 2, 1)].concat();
    assert_eq!(shape(on(&pool(couples, 5), Measure::Resource)), "0123");
}

#[test]
fn deployments_are_never_split_finer_than_awards() {
    let silent = [awarded(0, 2, 5, 1), awarded(0, 1, 1, 2)].concat();
    let lines = [awarded(0b0001, 0, 1, 0), awarded(0b0010, 2, 2, 2), awarded(0b0100, 3, 6, 1), awarded(0b1000, 3, 6, 1)];
    let pool = pool([silent, lines.concat()].concat(), 3);
    assert_eq!(shape(on(&pool, Measure::Resource)), "3 012");
    assert_eq!(shape(on(&pool, Measure::Deployments)), "withheld");
}

#[test]
fn a_table_of_nothing_but_the_public_total_is_withheld() {
    let lines = [awarded(0b0001, 3, 20, 1), awarded(0b0010, 3, 20, 1), awarded(0, 1, 20, 1)];
    assert_eq!(shape(on(&pool(lines.concat(), 5), Measure::Resource)), "withheld");
}

/// Everything the tables of a dimension say about the pool, on given partitions.
fn published(pool: &Pool, partitions: &[(Measure, Option<Partition>)]) -> Vec<i128> {
    let mut numbers = Vec::new();
    for (measure, partition) in partitions {
        // Totals without demographics are public, whatever becomes of the table.
        numbers.extend(shown(*measure, &pool.members.iter().collect()));
        let Some(partition) = partition else { continue };
        let mut cells: Vec<Cell> = partition.lines.iter().map(|line| pool.cell(*line)).collect();
        cells.extend(partition.lines.iter().map(|line| pool.others(*line, partition).collect::<Cell>()));
        if !partition.counts_no_answer() {
            cells.push(pool.unanswered());
        }
        numbers.extend(cells.iter().flat_map(|cell| shown(*measure, cell)));
    }
    numbers
}

fn shown(measure: Measure, cell: &Cell) -> [i128; 2] {
    match measure {
        Measure::Businesses => [cell.businesses.into(), 0],
        Measure::Resource => [cell.businesses.into(), cell.funded.into()],
        Measure::Referrals => [cell.decided.into(), cell.accepted.into()],
        Measure::Dollars => [cell.businesses.into(), cell.cents.total],
        Measure::Hours => [cell.businesses.into(), cell.minutes.total],
        Measure::Deployments => [cell.awards.total, 0],
    }
}

/// The counts a group might be exposed by.
fn secrets(cell: &Cell) -> [u32; 6] {
    let Cell { businesses, funded, decided, accepted, .. } = *cell;
    [businesses, funded, businesses - funded, decided, businesses - decided, decided - accepted]
}

/// Two businesses trade what hangs together: their awards, their referrals, or some of their groups.
fn trades(a: Member, b: Member) -> impl Iterator<Item = (Member, Member)> {
    let awards = (Member { awards: b.awards, cents: b.cents, ..a }, Member { awards: a.awards, cents: a.cents, ..b });
    let referrals = (Member { decided: b.decided, accepted: b.accepted, ..a }, Member { decided: a.decided, accepted: a.accepted, ..b });
    let part = |of: Member, mask: usize| (0..GROUPS).map(|at| set(1 << at & mask)).filter(|g| of.groups.meets(*g)).collect();
    let groups = (1..1 << GROUPS).map(move |mask| {
        let mixed = |keeps: Member, gets: Member| GroupSet::and(part(keeps, !mask), part(gets, mask));
        (Member { groups: mixed(a, b), ..a }, Member { groups: mixed(b, a), ..b })
    });
    [awards, referrals].into_iter().chain(groups)
}

/// A world one step away that publishes the same and has another number where `secret` looks.
fn has_second_world(pool: &Pool, partitions: &[(Measure, Option<Partition>)], secret: impl Fn(&Pool) -> u32) -> bool {
    let (truth, hidden) = (published(pool, partitions), secret(pool));
    let fits = |other: &Pool| secret(other) != hidden && published(other, partitions) == truth;
    let mut other = pool.clone();
    for at in 0..pool.members.len() {
        for bits in 0..1 << GROUPS {
            other.members[at].groups = set(bits);
            if fits(&other) {
                return true;
            }
        }
        other.members[at] = pool.members[at];
    }
    for first in 0..pool.members.len() {
        for second in 0..first {
            for (a, b) in trades(pool.members[first], pool.members[second]) {
                (other.members[first], other.members[second]) = (a, b);
                if fits(&other) {
                    return true;
                }
            }
            (other.members[first], other.members[second]) = (pool.members[first], pool.members[second]);
        }
    }
    false
}

/// Every kind of business there can be: all sets of groups, by what may reach a business.
fn kinds() -> Vec<Member> {
    let awards = [(0, 0), (1, 10), (1, 11), (2, 20), (2, 22)];
    let referrals = [(false, false), (true, false), (true, true)];
    let groups = (0..1 << GROUPS).map(set).map(member);
    groups
        .flat_map(|member| awards.map(|(awards, cents)| Member { awards, cents, ..member }))
        .flat_map(|member| referrals.map(|(decided, accepted)| Member { decided, accepted, ..member }))
        .collect()
}

/// Everything that can be computed from the tables by adding and subtracting, as an echelon of equations over the
/// kinds of business. A kind that a published zero rules out is dropped.
struct Subtractions {
    kinds: Vec<Member>,
    rows: Vec<Vec<i128>>,
}

const PRIME: i128 = 2_147_483_647;

impl Subtractions {
    fn of(pool: &Pool, partitions: &[(Measure, Option<Partition>)]) -> Self {
        let world = |kind: &Member| Pool { members: vec![*kind], ..pool.clone() };
        let values = published(pool, partitions);
        let excess = |pool: &Pool| -> Vec<i128> {
            let cut = partitions.iter().filter_map(|(measure, partition)| Some((*measure, partition.as_ref()?)));
            cut.flat_map(|(measure, partition)| {
                let lines = partition.lines.iter().map(|line| shown(measure, &pool.cell(*line)));
                let all = pool.members.iter().filter(|m| partition.counts_no_answer() || !m.groups.is_empty());
                let all = shown(measure, &all.collect());
                let sum = lines.reduce(|a, b| [a[0] + b[0], a[1] + b[1]]).unwrap();
                [sum[0] - all[0], sum[1] - all[1]]
            })
            .collect()
        };
        let zeros = [values, excess(pool)].concat();
        let is_possible = |kind: &Member| {
            let parts = [published(&world(kind), partitions), excess(&world(kind))].concat();
            parts.iter().zip(&zeros).all(|(part, value)| *value > 0 || *part == 0)
        };
        let kinds: Vec<Member> = kinds().into_iter().filter(is_possible).collect();
        let columns: Vec<Vec<i128>> = kinds.iter().map(|kind| published(&world(kind), partitions)).collect();
        let mut echelon = Self { kinds, rows: Vec::new() };
        for at in 0..columns.first().map_or(0, Vec::len) {
            let row = echelon.reduce(columns.iter().map(|column| column[at]).collect());
            if let Some(row) = row {
                echelon.rows.push(row);
            }
        }
        echelon
    }

    /// What is left of an equation beyond those known, its first number made 1; nothing if it follows from them.
    fn reduce(&self, mut row: Vec<i128>) -> Option<Vec<i128>> {
        for known in &self.rows {
            let lead = known.iter().position(|number| *number != 0).unwrap();
            let times = row[lead];
            row.iter_mut().zip(known).for_each(|(a, b)| *a = (*a - times * b).rem_euclid(PRIME));
        }
        let lead = *row.iter().find(|number| **number != 0)?;
        let inverse = (0..31)
            .filter(|bit| (PRIME - 2) >> bit & 1 == 1)
            .fold(1, |product, bit| product * (0..bit).fold(lead, |square, _| square * square % PRIME) % PRIME);
        Some(row.iter().map(|number| number * inverse % PRIME).collect())
    }

    fn give(&self, line: Line, at: usize) -> bool {
        let one = |kind: &Member| [kind].into_iter().filter(|kind| line.covers(kind.groups)).collect::<Cell>();
        self.reduce(self.kinds.iter().map(|kind| i128::from(secrets(&one(kind))[at])).collect()).is_none()
    }
}

/// The small numbers of groups, of head-count lines and of those without an answer.
fn small_secrets(pool: &Pool) -> Vec<(Line, usize)> {
    let head_count = on(pool, Measure::Businesses).map(|partition| partition.lines).unwrap_or_default();
    let groups = pool.groups.iter().map(|groups| Line { groups: *groups, no_answer: false });
    let no_answer = Line { groups: GroupSet::EMPTY, no_answer: true };
    let lines = groups.chain(head_count).chain([no_answer]);
    // A line that is everybody is told by the public totals.
    let lines = lines.filter(|line| !pool.members.iter().all(|member| line.covers(member.groups)));
    let small = |line: Line| {
        let numbers = secrets(&pool.cell(line)).into_iter().enumerate();
        numbers.filter(|(_, number)| !pool.k.allows(*number)).map(|(at, _)| (line, at)).collect::<Vec<_>>()
    };
    lines.flat_map(small).collect()
}

/// A business, in one group or none unless `several`.
fn any_member(several: bool) -> impl Strategy<Value = Member> {
    let several = u32::from(several);
    let groups = prop_oneof![
        4 => Just(0b1000), 3 => Just(0b0100), 2 => Just(0b0010), 1 => Just(0b0001), 2 => Just(0),
        several => 0_usize..16
    ];
    let awards = prop_oneof![3 => Just(0_u32), 4 => Just(1), 1 => Just(2)];
    (groups, awards, 0_i64..4, 0_i64..3, any::<bool>(), any::<bool>()).prop_map(|(bits, awards, size, minutes, decided, accepted)| Member {
        groups: set(bits),
        awards,
        cents: i64::from(awards) * (10 + size),
        minutes: 10 * minutes,
        decided,
        accepted: decided && accepted,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_number_shown_describes_nobody_or_enough(members in prop::collection::vec(any_member(true), 0..60)) {
        let pool = pool(members, 3);
        for (measure, partition) in pool.partitions() {
            let Some(partition) = partition else { continue };
            for line in &partition.lines {
                prop_assert!(measure.allows(&pool.cell(*line), pool.k));
                prop_assert!(measure.allows(&pool.others(*line, &partition).collect(), pool.k));
            }
            prop_assert!(partition.counts_no_answer() || measure.allows_silent(&pool.unanswered(), pool.k));
        }
    }

    #[test]
    fn a_second_world_fits_all_tables_for_every_small_number_hidden(
        members in prop::collection::vec(any_member(false), 0..40),
    ) {
        let pool = pool(members, 3);
        let partitions = pool.partitions();
        for (line, at) in small_secrets(&pool) {
            let look = |world: &Pool| secrets(&world.cell(line))[at];
            prop_assert!(has_second_world(&pool, &partitions, look), "{line:?} {at}\n{partitions:?}");
        }
    }

    #[test]
    fn no_small_number_that_is_hidden_follows_by_subtraction(
        members in prop::collection::vec(any_member(true), 0..40),
    ) {
        let pool = pool(members, 3);
        let partitions = pool.partitions();
        let subtractions = Subtractions::of(&pool, &partitions);
        for (line, at) in small_secrets(&pool) {
            prop_assert!(!subtractions.give(line, at), "{line:?} {at}\n{partitions:?}");
        }
    }

    #[test]
    fn a_ladder_only_gets_coarser(members in prop::collection::vec(any_member(true), 0..60)) {
        let pool = pool(members, 3);
        let Some(head_count) = on(&pool, Measure::Businesses) else { return Ok(()) };
        let ladder = pool.ladder(&head_count);
        prop_assert!(ladder.windows(2).all(|pair| pair[1].rest.len() < pair[0].rest.len()));
        for (_, partition) in pool.partitions() {
            for line in partition.map(|partition| partition.lines).unwrap_or_default() {
                for fine in &head_count.lines {
                    let inside = fine.groups.and(line.groups) == line.groups;
                    prop_assert!(inside || !fine.groups.meets(line.groups));
                }
            }
        }
    }
}

/// Why only measured: the rule is known, so the pattern of merges may tell what no subtraction tells.
#[test]
fn how_often_the_pattern_of_merges_gives_a_small_group_away() {
    use std::collections::HashMap;
    let mut worlds: HashMap<(String, Vec<i128>), Vec<[usize; 3]>> = HashMap::new();
    let counts = (0..9_usize).flat_map(|a| (0..9_usize).flat_map(move |b| (0..9_usize).map(move |c| [a, b, c])));
    for counts in counts {
        let pool = heads(&counts, 9, 3);
        let head_count = on(&pool, Measure::Businesses);
        let numbers = published(&pool, &[(Measure::Businesses, head_count.clone())]);
        worlds.entry((shape(head_count), numbers)).or_default().push(counts);
    }
    let mut given_away: Vec<[usize; 3]> = Vec::new();
    for alike in worlds.values() {
        for group in 0..3 {
            let value = alike[0][group];
            if (1..3).contains(&value) && alike.iter().all(|world| world[group] == value) {
                given_away.extend(alike);
            }
        }
    }
    given_away.sort_unstable();
    given_away.dedup();
    assert!(given_away.len() <= 729 / 50, "{} of 729 worlds", given_away.len());
}

#[test]
fn the_real_dimensions_are_cut_without_panic() {
    for dimension in [Dimension::Race, Dimension::Sex] {
        let pool = Pool { members: Vec::new(), groups: dimension.groups(), k: Threshold::DEFAULT };
        assert!(pool.partitions().iter().all(|(_, partition)| partition.is_none()));
    }
}
