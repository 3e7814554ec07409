//! Tiny programs, where every way the businesses could be is looked at, groups and replies together: no solver, nothing left to trust.

use super::super::super::catalogue::{Headline, Plan, everything};
use super::super::super::groups::{GroupSet, Race, Sex};
use super::*;

const K: i64 = 3;

/// A business of one question: White, of color, or silent, and how it replied.
fn kinds() -> Vec<(GroupSet, Reply)> {
    let [white, asian] = [Race::White.set(), Race::Asian.set()];
    vec![
        (white, Reply::Themselves),
        (white, Reply::ReadOut),
        (asian, Reply::Themselves),
        (asian, Reply::ReadOut),
        (GroupSet::EMPTY, Reply::Declined),
        (GroupSet::EMPTY, Reply::Skipped),
        (GroupSet::EMPTY, Reply::Unknown),
    ]
}

/// The list of one question: the main list of a small program, and its strand. Of sex nothing is known here.
fn list(question: Question, programs: u16) -> Vec<Count> {
    let is_of = |count: &Count| count.class.strand().map_or(count.class != Class::NoSex, |of| of == question);
    everything(Plan::Small, 0, programs).into_iter().filter(is_of).collect()
}

/// A world: how many businesses of each way are of each kind.
type World = Vec<Vec<usize>>;

fn parted(number: usize, kinds: usize) -> Vec<Vec<usize>> {
    if kinds == 1 {
        return vec![vec![number]];
    }
    (0..=number).flat_map(|first| parted(number - first, kinds - 1).into_iter().map(move |rest| [vec![first], rest].concat())).collect()
}

/// Every world of so many businesses of each way.
fn worlds(numbers: &[usize]) -> Vec<World> {
    numbers.iter().fold(vec![Vec::new()], |worlds, number| {
        let more = parted(*number, kinds().len());
        worlds.iter().flat_map(|world: &World| more.iter().map(|one| [&world[..], std::slice::from_ref(one)].concat())).collect()
    })
}

/// What is known of a line in a kind, in the question of the strand.
fn holds(count: &Count, way: &Way, kind: (GroupSet, Reply), question: Question) -> bool {
    let (race, reply) = kind;
    let who = if question == Question::Race { Who { race, reply, ..Who::default() } } else { Who { reply, ..Who::default() } };
    count.holds(way, &who)
}

struct Program {
    question: Question,
    /// For each history of ways, how many businesses have it.
    ways: Vec<(Vec<Way>, usize)>,
    lists: Vec<Vec<Count>>,
}

impl Program {
    fn worlds(&self) -> Vec<World> {
        worlds(&self.ways.iter().map(|(_, number)| *number).collect::<Vec<_>>())
    }

    fn businesses(&self, world: &World, editions: usize) -> (Vec<Business>, Vec<Replies>) {
        let mut all = (Vec::new(), Vec::new());
        for ((ways, _), numbers) in self.ways.iter().zip(world) {
            for ((race, reply), number) in kinds().into_iter().zip(numbers) {
                let race = if self.question == Question::Race { race } else { GroupSet::EMPTY };
                let mut replies = Replies::default();
                replies[self.question as usize] = reply;
                for _ in 0..*number {
                    all.0.push(Business { ways: ways[..editions].to_vec(), who: Who { race, ..Who::default() } });
                    all.1.push(replies);
                }
            }
        }
        all
    }

    fn values(&self, world: &World) -> Vec<i64> {
        let number = |edition: usize, count: &Count| -> usize {
            let of = |ways: &Vec<Way>, numbers: &Vec<usize>| -> usize {
                let pairs = kinds().into_iter().zip(numbers);
                pairs.filter(|(kind, _)| holds(count, &ways[edition], *kind, self.question)).map(|(_, number)| *number).sum()
            };
            self.ways.iter().zip(world).map(|((ways, _), numbers)| of(ways, numbers)).sum()
        };
        let lines = self.lists.iter().enumerate().flat_map(|(edition, list)| list.iter().map(move |count| (edition, count)));
        lines.map(|(edition, count)| i64::try_from(number(edition, count)).unwrap()).collect()
    }

    /// Releases one after the other; fewer where one is refused.
    fn released(&self, truth: &World) -> Vec<Edition> {
        let mut editions = Vec::new();
        for counts in &self.lists {
            let (businesses, replies) = self.businesses(truth, editions.len() + 1);
            let may_tell = vec![true; counts.len()];
            let ask = Ask { before: &editions, counts, may_tell: &may_tell, businesses: &businesses, threshold: K };
            let Ok(answer) = release_all(&ask, &replies, &mut |_, _| {}) else { break };
            editions.push(Edition { counts: counts.clone(), told: answer.told, secrets: answer.secrets });
        }
        editions
    }

    /// Small counts of groups and replies, and small differences of those, that are the same in every world that fits all that was told.
    fn worked_out(&self, told: &[Option<i64>], real: &[i64], worlds: &[Vec<i64>]) -> Vec<String> {
        let fits: Vec<&Vec<i64>> =
            worlds.iter().filter(|values| values.iter().zip(told).all(|(value, told)| told.is_none_or(|told| told == *value))).collect();
        let lines: Vec<(usize, &Count)> =
            self.lists.iter().enumerate().flat_map(|(edition, list)| list.iter().map(move |count| (edition, count))).collect();
        let is_open = |at: usize| lines[at].1.class == Class::Everyone;
        let is_in = |at: usize, ways: &[Way], kind| holds(lines[at].1, &ways[lines[at].0], kind, self.question);
        let each = || self.ways.iter().flat_map(|(ways, _)| kinds().into_iter().map(move |kind| (ways, kind)));
        let id = |at: usize| format!("{}@{}", lines[at].1.id(), lines[at].0);
        let mut found = Vec::new();
        for outer in 0..lines.len() {
            if !is_open(outer) && (1..K).contains(&real[outer]) && fits.iter().all(|values| values[outer] == real[outer]) {
                found.push(format!("{} is {}", id(outer), real[outer]));
            }
            for inner in 0..lines.len() {
                let apart = real[outer] - real[inner];
                let is_few = outer != inner && (1..K).contains(&apart) && !(is_open(outer) && is_open(inner));
                // A hidden number that works out to 0 is no secret; and where all replied in one way, who came beside them came.
                let is_zero = real[inner] == 0 && is_open(outer) && told[inner].is_none();
                let all = (0..lines.len())
                    .find(|at| lines[*at].0 == lines[inner].0 && *lines[*at].1 == Count { class: Class::Everyone, ..*lines[inner].1 });
                let is_all = is_open(outer) && lines[outer].0 != lines[inner].0 && all.is_some_and(|all| real[all] == real[inner]);
                let holds_it = || each().all(|(ways, kind)| !is_in(inner, ways, kind) || is_in(outer, ways, kind));
                let is_somebody = || each().any(|(ways, kind)| is_in(inner, ways, kind));
                if is_few
                    && !is_zero
                    && !is_all
                    && holds_it()
                    && is_somebody()
                    && fits.iter().all(|values| values[outer] - values[inner] == apart)
                {
                    found.push(format!("{} less {} is {apart}", id(outer), id(inner)));
                }
            }
        }
        found
    }

    /// How many programs were tried, how many counts of replies were told in them, and what followed.
    fn tried(&self, every: usize) -> (usize, usize, Vec<String>) {
        let worlds = self.worlds();
        let values: Vec<Vec<i64>> = worlds.iter().map(|world| self.values(world)).collect();
        let (mut tried, mut shown, mut found) = (0, 0, Vec::new());
        for (truth, real) in worlds.iter().zip(&values).skip(every / 2).step_by(every) {
            let editions = self.released(truth);
            let mut told: Vec<Option<i64>> = editions.iter().flat_map(|edition| edition.told.clone()).collect();
            told.resize(real.len(), None);
            tried += 1;
            let lines = editions.iter().flat_map(|edition| edition.counts.iter().zip(&edition.told));
            shown += lines.filter(|(count, told)| count.class.strand().is_some() && told.is_some()).count();
            found.extend(self.worked_out(&told, real, &values).into_iter().map(|one| format!("{truth:?}: {one}")));
        }
        (tried, shown, found)
    }
}

fn way(station: Point, programs: u32) -> Way {
    Way { station: Some(station), is_awarded: station == Point::Completed, programs, ..Way::default() }
}

fn one_release(question: Question, programs: u16, ways: &[(Way, usize)]) -> Program {
    Program { question, ways: ways.iter().map(|(way, number)| (vec![*way], *number)).collect(), lists: vec![list(question, programs)] }
}

#[test]
fn of_one_question_alone_no_small_number_of_replies_has_one_value_only() {
    let program = one_release(Question::Veteran, 0, &[(way(Point::Enrolled, 1), 7)]);
    let (tried, shown, found) = program.tried(1);
    assert!(found.is_empty(), "{} in {tried}: {:#?}", found.len(), &found[..found.len().min(9)]);
    assert!(tried > 1_000 && shown > tried, "{shown} replies told in {tried} programs");
}

#[test]
fn of_groups_and_replies_together_no_small_number_has_one_value_only() {
    let programs = [
        one_release(Question::Race, 0, &[(way(Point::Enrolled, 1), 8)]),
        one_release(Question::Race, 0, &[(way(Point::Enrolled, 1), 4), (way(Point::Completed, 1), 3)]),
        one_release(Question::Race, 2, &[(way(Point::Enrolled, 1), 4), (way(Point::Enrolled, 2), 3)]),
        one_release(Question::Race, 2, &[(way(Point::Enrolled, 1), 3), (way(Point::Enrolled, 2), 2), (way(Point::Enrolled, 3), 2)]),
    ];
    let (mut all, mut told) = (0, 0);
    for (program, every) in programs.iter().zip([7, 211, 211, 307]) {
        let (tried, shown, found) = program.tried(every);
        assert!(found.is_empty(), "{} in {tried}: {:#?}", found.len(), &found[..found.len().min(9)]);
        (all, told) = (all + tried, told + shown);
    }
    assert!(told > all / 4, "{told} replies told in {all} programs");
}

#[test]
fn of_two_releases_neither_groups_nor_replies_follow_from_both() {
    let [enrolled, nowhere] = [way(Point::Enrolled, 1), Way::default()];
    let list = || list(Question::Race, 0);
    let ways = vec![(vec![enrolled, enrolled], 5), (vec![nowhere, enrolled], 2)];
    let program = Program { question: Question::Race, ways, lists: vec![list(), list()] };
    let (tried, _, found) = program.tried(83);
    assert!(found.is_empty(), "{} in {tried}: {:#?}", found.len(), &found[..found.len().min(9)]);
}

#[test]
fn where_silence_is_hidden_nothing_is_told_of_replies() {
    for question in [Question::Race, Question::Veteran] {
        let program = one_release(question, 0, &[(way(Point::Enrolled, 1), 8)]);
        let is_silence = |count: &Count| count.class == silent(question) && count.point == Point::Enrolled;
        for truth in program.worlds().into_iter().step_by(7) {
            let editions = program.released(&truth);
            let lines = || editions[0].counts.iter().zip(&editions[0].told);
            let is_hidden = lines().any(|(count, told)| is_silence(count) && told.is_none());
            let replies = lines().filter(|(count, told)| matches!(count.class, Class::Reply(..)) && told.is_some()).count();
            assert!(!is_hidden || replies == 0, "{truth:?}");
        }
    }
}

#[test]
fn places_that_overlap_are_told_apart_only_where_the_silent_of_each_part_are() {
    let told_in = |ways: &[(Way, usize)]| {
        let program = one_release(Question::Race, 3, ways);
        let world: World = ways.iter().map(|(_, number)| parted(*number, kinds().len())[0].clone()).collect();
        let (businesses, _) = program.businesses(&world, 1);
        let counts = &program.lists[0];
        let may_tell = vec![true; counts.len()];
        let ask = Ask { before: &[], counts, may_tell: &may_tell, businesses: &businesses, threshold: K };
        let told: Vec<Option<i64>> = counts.iter().map(|count| (count.class == Class::Headline(Headline::NoAnswer)).then_some(9)).collect();
        apart(&ask, Question::Race, &told).into_iter().collect::<Vec<_>>()
    };
    let of = |programs: u32| (way(Point::Enrolled, programs), 1);
    let [zero, one, two] = [0, 1, 2].map(Place::Program);
    assert_eq!(told_in(&[of(1), of(2), of(4)]), [Place::Everywhere, zero, one, two], "nobody is in two");
    assert_eq!(told_in(&[of(1), of(2), of(3)]), [Place::Everywhere, zero, one, two], "two numbers and the whole say who is in both");
    assert_eq!(told_in(&[of(1), of(2), of(3), of(4), of(5)]), [Place::Everywhere, zero], "nothing says who is in both");
}

/// Chance that is the same every time.
struct Lot(u64);

impl Lot {
    fn below(&mut self, number: u64) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % number).unwrap()
    }

    fn replies(&mut self) -> (Who, Replies) {
        let mut reply = |silent: u64| match self.below(100) {
            at if at >= usize::try_from(silent).unwrap() => [Reply::Themselves, Reply::Themselves, Reply::ReadOut][at % 3],
            at => [Reply::Declined, Reply::Skipped, Reply::NotAsked, Reply::Unknown][at % 4],
        };
        let replies = [reply(40), reply(30), reply(60), reply(50), Reply::NotAsked];
        let race = [Race::White, Race::Asian, Race::BlackOrAfricanAmerican][self.below(3)].set();
        let sex = [Sex::Female, Sex::Male][self.below(2)].set();
        let of = |set: GroupSet, at: usize| if replies[at].is_silent() { GroupSet::EMPTY } else { set };
        (Who { race: of(race, 0), sex: of(sex, 1), ..Who::default() }, replies)
    }

    fn way(&mut self) -> Way {
        let station = Point::STATIONS[[0, 0, 1, 2, 4][self.below(5)]];
        let programs = [1, 1, 2, 2, 3][self.below(5)];
        Way { station: Some(station), is_awarded: self.below(3) == 0, programs, ..Way::default() }
    }
}

/// Every two told counts of which one lies within the other and that differ by few, and every small count, by who really came where.
fn faults(editions: &[Edition], businesses: &[Business], threshold: i64) -> Vec<String> {
    let few = |number: i64| (1..threshold).contains(&number.abs());
    let came = |edition: usize, count: &Count| {
        let everyone = Count { class: Class::Everyone, ..*count };
        let mut bits = Bits::new(businesses.len());
        let there =
            businesses.iter().enumerate().filter(|(_, one)| one.ways.get(edition).is_some_and(|way| everyone.holds(way, &Who::default())));
        there.for_each(|(at, _)| bits.insert(at));
        bits
    };
    let mut told = Vec::new();
    for (edition, one) in editions.iter().enumerate() {
        told.extend(one.counts.iter().zip(&one.told).filter_map(|(count, told)| Some((edition, *count, came(edition, count), (*told)?))));
    }
    let mut faults = Vec::new();
    for (edition, outer, whole, more) in &told {
        if outer.class != Class::Everyone && few(*more) {
            faults.push(format!("{}@{edition} is {more}", outer.id()));
        }
        for (other, inner, part, less) in told.iter().filter(|(_, inner, ..)| inner.class.strand().is_some()) {
            let is_all = edition != other && outer.class == Class::Everyone && i64::try_from(part.iter().count()) == Ok(*less);
            let is_same = (edition, outer.class) == (other, inner.class) && part == whole;
            let is_within = inner.class.is_part_of(outer.class) == Some(true) && part.is_within(whole) && !part.is_empty();
            if few(more - less) && is_within && !is_all && !is_same {
                faults.push(format!("{}@{edition} is {more}, {}@{other} within it {less}", outer.id(), inner.id()));
            }
        }
    }
    faults
}

#[test]
fn of_releases_of_one_program_and_of_all_no_reply_is_small_or_near_another_number() {
    let (mut shown, mut silent, mut made) = (0, 0, 0);
    for seed in 0..24_u64 {
        let mut lot = Lot(0x9E37_79B9_7F4A_7C15 ^ (seed + 1).wrapping_mul(0x2545_F491_4F6C_DD1D));
        let size = 20 + lot.below(50);
        let mut now: Vec<(Way, Who, Replies)> = (0..size)
            .map(|_| {
                let (who, replies) = lot.replies();
                (lot.way(), who, replies)
            })
            .collect();
        let mut businesses: Vec<Business> = now.iter().map(|_| Business { ways: Vec::new(), who: Who::default() }).collect();
        let mut editions: Vec<Edition> = Vec::new();
        for _ in 0..3 {
            // All programs, or the clients of one alone, where there are no others.
            let only = lot.below(3);
            for (business, (way, who, _)) in businesses.iter_mut().zip(&now) {
                let is_in = only == 0 || way.programs >> (only - 1) & 1 == 1;
                let programs = if only == 0 { way.programs } else { 1 };
                business.ways.push(if is_in { Way { programs, ..*way } } else { Way::default() });
                business.who = *who;
            }
            let counts = everything(Plan::Small, 0, if only == 0 { 2 } else { 0 });
            let replies: Vec<Replies> = now.iter().map(|(_, _, replies)| *replies).collect();
            let may_tell = vec![true; counts.len()];
            let ask = Ask { before: &editions, counts: &counts, may_tell: &may_tell, businesses: &businesses, threshold: 5 };
            let Ok(answer) = release_all(&ask, &replies, &mut |_, _| {}) else { break };
            let told = || counts.iter().zip(&answer.told).filter(|(count, told)| count.class.strand().is_some() && told.is_some());
            shown += told().count();
            silent += usize::from(told().count() == 0);
            made += 1;
            editions.push(Edition { counts, told: answer.told, secrets: answer.secrets });
            let faults = faults(&editions, &businesses, 5);
            assert!(faults.is_empty(), "seed {seed}: {faults:#?}");
            for (way, who, replies) in &mut now {
                match lot.below(12) {
                    0 => *way = lot.way(),
                    1 => (*who, *replies) = lot.replies(),
                    _ => {}
                }
            }
        }
    }
    // So many are told beside all that was told before; it was 20 while other worlds bound within one release alone.
    assert!(made > 60 && shown > 19 * made && silent * 10 < made, "{shown} replies told in {made} releases, none in {silent}");
}

/// Thirty clients of two releases; of the second reply of each so many: read out, declined, skipped.
fn twice(first: [usize; 3], second: [usize; 3]) -> Vec<Edition> {
    let mut editions: Vec<Edition> = Vec::new();
    for replies in [first, second] {
        let [read_out, declined, skipped] = replies;
        let all = [(Reply::Themselves, 30 - replies.iter().sum::<usize>()), (Reply::ReadOut, read_out), (Reply::Declined, declined)];
        let each: Vec<Reply> = all.into_iter().chain([(Reply::Skipped, skipped)]).flat_map(|(reply, number)| vec![reply; number]).collect();
        let race = |reply: Reply| if reply.is_silent() { GroupSet::EMPTY } else { Race::White.set() };
        let business = |reply: &Reply| Business {
            ways: vec![way(Point::Enrolled, 1); editions.len() + 1],
            who: Who { race: race(*reply), ..Who::default() },
        };
        let businesses: Vec<Business> = each.iter().map(business).collect();
        let replies: Vec<Replies> = each.iter().map(|reply| [*reply; Question::REPORTED.len()]).collect();
        let counts = list(Question::Race, 0);
        let may_tell = vec![true; counts.len()];
        let ask = Ask { before: &editions, counts: &counts, may_tell: &may_tell, businesses: &businesses, threshold: 5 };
        let answer = release_all(&ask, &replies, &mut |_, _| {}).unwrap();
        editions.push(Edition { counts, told: answer.told, secrets: answer.secrets });
    }
    editions
}

fn told(edition: &Edition, class: Class) -> Option<i64> {
    let is_it = |count: &Count| count.class == class && count.point == Point::Enrolled && count.place == Place::Everywhere;
    edition.counts.iter().zip(&edition.told).find(|(count, _)| is_it(count)).and_then(|(_, told)| *told)
}

#[test]
fn a_reply_near_an_older_number_of_the_silent_is_not_told_nor_one_near_an_older_reply() {
    let (silence, declined) = (Class::Headline(Headline::NoAnswer), Class::Reply(Question::Race, Reply::Declined));
    // Twelve were silent; five more take their answers back, and ten of all have declined: within the twelve, but for two.
    let [before, after] = &twice([6, 6, 6], [6, 10, 7])[..] else { panic!("two") };
    assert_eq!([told(before, silence), told(after, silence), told(after, declined)], [Some(12), Some(17), None]);
    // Far from the older number it is told.
    let [_, after] = &twice([6, 6, 6], [0, 6, 18])[..] else { panic!("two") };
    assert_eq!([told(after, silence), told(after, declined)], [Some(24), Some(6)]);
    // The other way round: ten had declined, and twelve of the seventeen who were silent are left.
    let [before, after] = &twice([6, 10, 7], [6, 6, 6])[..] else { panic!("two") };
    assert_eq!([told(before, declined), told(after, silence)], [Some(10), None]);
}
