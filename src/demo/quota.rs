//! What a demo plants, by quotas and not by luck: who said what, whose referral was decided and how, who got an award.
//!
//! Of 180 clients, 162 are there in the last closed year. Partners decided on referrals of 45 businesses with Black or
//! African American owners and said yes to 12 (27 of 100), and of 72 others who answered and said yes to 48 (67 of 100):
//! 0.4 times as often, so wide that it is to be seen in what is completed too: a report of 180 may tell no more. Every other group
//! is near the others, by race and by sex, and so is everyone in awards.
//! Every count that a protected table would show is 0 or at least 5, so that its lines stay apart.

use super::dice::Dice;

/// What the owners of a business said about their race, as codes; empty where nobody named a group.
pub type Races = &'static [&'static str];

/// Why no group is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// They answered.
    None,
    /// They prefer not to.
    Declined,
    /// Asked, and no answer yet.
    Unanswered,
    /// Never asked.
    NotAsked,
}

/// What partners said on a business's referrals in the closed year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// At least one yes.
    Yes,
    /// Decided, never with a yes.
    No,
    /// No decision in that year.
    Undecided,
}

/// The place of one client in the quotas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lot {
    /// Groups.
    pub races: Races,
    /// Why there are none.
    pub silence: Silence,
    /// Sex of the person we call: `FEMALE` or `MALE`.
    pub sex: &'static str,
    /// They left out the question about sex.
    pub sex_declined: bool,
    /// In the closed year.
    pub verdict: Verdict,
    /// An award in the closed year.
    pub is_funded: bool,
    /// Came after the closed year, or at its very end.
    pub is_late: bool,
}

/// Groups, clients in the closed year, those decided on, those with a yes, clients who came later; of 180.
type Row = (Races, usize, usize, usize, usize);

/// The quotas of 180 clients.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    (&["BLACK"],          46, 41, 10, 5),
    (&["BLACK", "WHITE"],  2,  2,  1, 0),
    (&["BLACK", "HISP"],   2,  2,  1, 0),
    (&["WHITE"],          28, 23, 16, 3),
    (&["HISP"],           22, 17, 12, 2),
    (&["ASIAN"],          19, 14,  9, 2),
    (&["ASIAN", "WHITE"],  2,  2,  1, 0),
    (&["HISP", "WHITE"],   3,  3,  2, 0),
    (&["MENA"],            6,  6,  4, 0),
    (&["AIAN"],            4,  4,  2, 0),
    (&["NHPI"],            3,  3,  2, 0),
    (&[],                 25, 18, 12, 6),
];
/// With fewer clients than this nothing is told by single groups: then owners of the first row get more yeses, of 180, so that the few
/// desks there are have work under way.
const FEW_CLIENTS: usize = 120;
const YESES_AMONG_FEW: usize = 16;
/// The number of clients the quotas are written for.
const WRITTEN_FOR: usize = 180;
/// Awards in the closed year, of a hundred clients.
const FUNDED: usize = 56;

/// The lots of so many clients, mixed.
pub fn lots(clients: usize, dice: &mut Dice) -> Vec<Lot> {
    let scaled = |number: usize| (number * clients + WRITTEN_FOR / 2) / WRITTEN_FOR;
    let mut lots = Vec::new();
    let mut phase = dice.below(100);
    for (turn, (races, size, decided, accepted, late)) in ROWS.iter().enumerate() {
        let (size, late) = (scaled(*size), scaled(*late));
        let decided = scaled(*decided).min(size);
        let accepted = if turn == 0 && clients < FEW_CLIENTS { YESES_AMONG_FEW } else { *accepted };
        let accepted = scaled(accepted).min(decided);
        let spread = Spread { races, size, decided, accepted, turn };
        phase = spread.place(phase, &mut lots);
        lots.extend((0..late).map(|at| spread.lot(at, Verdict::Undecided, false, true)));
    }
    // Rounding may leave a client over, or one too many: those without an answer make up for it.
    let spare = Spread { races: &[], size: 0, decided: 0, accepted: 0, turn: 0 };
    while lots.len() < clients {
        lots.push(spare.lot(lots.len(), Verdict::Undecided, false, false));
    }
    dice.shuffle(&mut lots);
    lots.truncate(clients);
    lots
}

/// The lots of the small program: too few to be shown by group, and decided referrals of those only who named none,
/// so that the organization's figures are the large program's.
pub fn small_program(clients: usize) -> Vec<Lot> {
    const GROUPS: [Races; 9] = [&["WHITE"], &["HISP"], &["BLACK"], &[], &["WHITE"], &["HISP"], &["ASIAN"], &[], &["BLACK"]];
    let silence = |races: Races, at: usize| match (races.is_empty(), at % 2) {
        (false, _) => Silence::None,
        (true, 0) => Silence::NotAsked,
        (true, _) => Silence::Declined,
    };
    let sex = |at: usize| if at.is_multiple_of(2) { "FEMALE" } else { "MALE" };
    (0..clients)
        .zip(GROUPS.into_iter().cycle())
        .map(|(at, races)| Lot {
            races,
            silence: silence(races, at),
            sex: sex(at),
            sex_declined: false,
            verdict: if races.is_empty() { Verdict::Yes } else { Verdict::Undecided },
            is_funded: at % 3 == 0,
            is_late: false,
        })
        .collect()
}

/// The clients of one row in the closed year.
struct Spread {
    races: Races,
    size: usize,
    decided: usize,
    accepted: usize,
    /// Which sex comes first takes turns, so that rounding favors none.
    turn: usize,
}

impl Spread {
    /// Places the row's lots: those of each sex get the same part of the yeses, the noes and the awards.
    fn place(&self, phase: usize, lots: &mut Vec<Lot>) -> usize {
        let mut phase = phase;
        let mut order: Vec<usize> = (0..self.size).collect();
        order.sort_by_key(|at| (at + self.turn) % 2);
        let decided = even(self.size, self.decided);
        let accepted = even(self.decided, self.accepted);
        let mut yeses = accepted.into_iter();
        for (at, is_decided) in order.into_iter().zip(decided) {
            let verdict = match is_decided.then(|| yeses.next()).flatten() {
                None => Verdict::Undecided,
                Some(true) => Verdict::Yes,
                Some(false) => Verdict::No,
            };
            phase += FUNDED;
            let is_funded = phase >= 100;
            phase %= 100;
            lots.push(self.lot(at, verdict, is_funded, false));
        }
        phase
    }

    fn lot(&self, at: usize, verdict: Verdict, is_funded: bool, is_late: bool) -> Lot {
        let silence = match (self.races.is_empty(), at % 5) {
            (false, _) => Silence::None,
            (true, 0 | 1) => Silence::Declined,
            (true, 2 | 3) => Silence::Unanswered,
            (true, _) => Silence::NotAsked,
        };
        let sex = if at.is_multiple_of(2) { "FEMALE" } else { "MALE" };
        Lot { races: self.races, silence, sex, sex_declined: at % 19 == 17, verdict, is_funded, is_late }
    }
}

/// `part` of `whole` places marked, as evenly as can be.
fn even(whole: usize, part: usize) -> Vec<bool> {
    let up_to = |at: usize| (at * part * 2 + whole) / (2 * whole);
    (0..whole).map(|at| up_to(at + 1) > up_to(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quotas_are_those_the_page_speaks_of() {
        let of = |has: fn(&Row) -> bool| {
            ROWS.iter().filter(|row| has(row)).fold((0, 0, 0), |sum, row| (sum.0 + row.1, sum.1 + row.2, sum.2 + row.3))
        };
        assert_eq!(of(|row| row.0.contains(&"BLACK")), (50, 45, 12));
        assert_eq!(of(|row| !row.0.is_empty() && !row.0.contains(&"BLACK")), (87, 72, 48));
        assert_eq!(ROWS.iter().map(|row| row.1 + row.4).sum::<usize>(), WRITTEN_FOR);
    }

    #[test]
    fn every_number_of_clients_is_met() {
        for clients in [0, 1, 2, 7, 12, 60, 180, 181, 1000] {
            assert_eq!(lots(clients, &mut Dice::new(1, "lots")).len(), clients);
        }
    }

    #[test]
    fn a_part_is_spread_evenly() {
        assert_eq!(even(5, 2).iter().filter(|is| **is).count(), 2);
        assert_eq!(even(4, 4), [true; 4]);
        assert!(even(0, 0).is_empty());
    }
}
