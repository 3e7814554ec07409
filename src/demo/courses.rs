//! The made-up referrals: for each client what its lot asks for, later ones beside, and at the end one of every kind of standing.

use super::city::MAKERS;
use super::course::{Course, Tail};
use super::dice::Dice;
use super::plan::{Client, Days, Partner, Referral};
use super::quota::Verdict;
use super::words::NEEDS;
use crate::referrals::Kind;
use crate::values::{Day, Urgency};

/// A partner that takes longer than this is the slow one.
const USUAL_MOST: u32 = 5;
/// Clients the counts of [`LATEST`] are written for.
const WRITTEN_FOR: usize = 180;

/// All referrals.
pub fn plan(seed: u64, days: &Days, clients: &[Client], partners: &[Partner]) -> Vec<Referral> {
    let mut desk = Desk {
        days,
        clients,
        partners,
        dice: Dice::new(seed, "referrals"),
        turns: vec![0; Kind::ALL.len() * 2],
        asked: vec![0; partners.len()],
        referrals: Vec::new(),
    };
    for (at, client) in clients.iter().enumerate() {
        desk.first(at, client);
    }
    for (at, client) in clients.iter().enumerate() {
        desk.second(at, client);
    }
    desk.latest();
    desk.referrals
}

struct Desk<'p> {
    days: &'p Days,
    clients: &'p [Client],
    partners: &'p [Partner],
    dice: Dice,
    /// Whose turn it is among the partners of a kind.
    turns: Vec<usize>,
    /// How many referrals a partner got.
    asked: Vec<usize>,
    referrals: Vec<Referral>,
}

/// A referral's partner, and how long it takes this time.
#[derive(Clone, Copy)]
struct Door {
    partner: usize,
    pace: u32,
}

impl Desk<'_> {
    /// The first referral: decided in the closed year as the lot says.
    fn first(&mut self, at: usize, client: &Client) {
        let from = client.enrolled.day.max(self.days.first);
        let sent = self.days.on_or_after(from.plus_days(self.dice.between(2, 12)));
        let kind = self.kind(client.program, at);
        match client.lot.verdict {
            Verdict::Undecided if client.lot.is_late || client.program != MAKERS => {}
            Verdict::Undecided => {
                let door = self.door(client.program, kind, true);
                let tail = match at % 6 {
                    0 => Tail::WithdrawnBefore,
                    1 => Tail::NoAnswer,
                    2 => Tail::Recalled,
                    3 => Tail::Refused,
                    4 => Tail::Discarded,
                    _ => return,
                };
                self.put(at, kind, door, sent, tail, None);
            }
            Verdict::Yes if at % 7 == 3 => {
                let door = self.door(client.program, kind, false);
                let decided = self.days.after(sent, door.pace);
                let again = self.days.after(decided, 2);
                self.put(at, kind, door, sent, Tail::RejectedAndReferred, None);
                let old = self.referrals.len() - 1;
                let door = self.door(client.program, kind, false);
                self.put(at, kind, door, again, Tail::usual_yes(at), Some(old));
            }
            Verdict::Yes => {
                let door = self.door(client.program, kind, false);
                self.put(at, kind, door, sent, Tail::usual_yes(at), None);
            }
            Verdict::No => {
                let door = self.door(client.program, kind, false);
                self.put(at, kind, door, sent, Tail::RejectedSettled, None);
            }
        }
    }

    /// A later referral for about half of the clients. It changes nothing in the closed year.
    fn second(&mut self, at: usize, client: &Client) {
        if client.program != MAKERS || at % 9 > 4 {
            return;
        }
        let free = client.lot.verdict == Verdict::Yes;
        let from = if free {
            client.enrolled.day.max(self.days.first).plus_days(70)
        } else {
            self.days.last.plus_days(5).max(client.enrolled.day.plus_days(9))
        };
        let to = self.days.until.plus_days(-75);
        let room = from.days_until(to);
        if room < 1 {
            return;
        }
        let sent = self.days.on_or_after(from.plus_days(self.dice.between(0, room)));
        let kind = self.kind(client.program, at + 2);
        let door = self.door(client.program, kind, false);
        let tail = if self.dice.chance(66) { Tail::usual_yes(at + 1) } else { Tail::RejectedSettled };
        self.put(at, kind, door, sent, tail, None);
    }

    /// What is open on the last day: one of everything, and several of the usual.
    fn latest(&mut self) {
        let mut order: Vec<usize> =
            (0..self.clients.len()).filter(|at| self.clients.get(*at).is_some_and(|client| client.program == MAKERS)).collect();
        self.dice.shuffle(&mut order);
        let many = |count: usize| (count * order.len() / WRITTEN_FOR).max(1);
        let wanted: Vec<(Tail, u32)> = LATEST.iter().flat_map(|(tail, count, ago)| (0..many(*count)).map(|_| (*tail, *ago))).collect();
        for (place, (tail, ago)) in wanted.into_iter().enumerate() {
            let stagger = if ago > 5 { u32::try_from(place % 3).unwrap_or(0) } else { 0 };
            let sent = self.days.before(self.days.until, ago + stagger);
            let in_year = tail.is_decided() && self.days.after(sent, USUAL_MOST) <= self.days.last.plus_days(14);
            let suits = |client: &Client| client.enrolled.day.plus_days(4) < sent && (!in_year || client.lot.verdict == Verdict::Yes);
            let Some(found) = order.iter().position(|at| self.clients.get(*at).is_some_and(suits)) else { continue };
            let at = order.remove(found);
            // The slow partner has a late one too.
            let kind = if tail == Tail::Late && place % 2 == 0 { Kind::BusinessDevelopment } else { self.kind(MAKERS, at + 1) };
            let kind = if tail == Tail::Late && kind.is_slow() { Kind::Workforce } else { kind };
            let door = match self.partners.iter().position(|partner| partner.pace.iter().any(|pace| *pace > USUAL_MOST)) {
                Some(partner) if tail == Tail::Late && kind == Kind::BusinessDevelopment => Door { partner, pace: 12 },
                _ => self.door(MAKERS, kind, true),
            };
            self.put(at, kind, door, sent, tail, None);
        }
    }

    fn kind(&self, program: usize, at: usize) -> Kind {
        let kinds: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|kind| self.partners.iter().any(|partner| partner.program == program && partner.kinds.contains(kind)))
            .collect();
        kinds.get(at % kinds.len().max(1)).copied().unwrap_or(Kind::BusinessDevelopment)
    }

    /// The partners of a kind take turns.
    fn door(&mut self, program: usize, kind: Kind, quick: bool) -> Door {
        let is_open = |partner: &Partner| {
            partner.program == program && partner.kinds.contains(&kind) && !(quick && partner.pace.iter().any(|pace| *pace > USUAL_MOST))
        };
        let open: Vec<usize> = self.partners.iter().enumerate().filter(|(_, partner)| is_open(partner)).map(|(at, _)| at).collect();
        let turn = Kind::ALL.iter().position(|other| *other == kind).unwrap_or(0) * 2 + program;
        let next = self.turns.get_mut(turn).map_or(0, |turn| {
            *turn += 1;
            *turn
        });
        let partner = open.get(next % open.len().max(1)).copied().unwrap_or(0);
        let paces = self.partners.get(partner).map_or(&[3][..], |partner| partner.pace);
        let asked = self.asked.get_mut(partner).map_or(0, |asked| {
            *asked += 1;
            *asked
        });
        Door { partner, pace: paces.get(asked % paces.len().max(1)).copied().unwrap_or(3) }
    }

    fn put(&mut self, at: usize, kind: Kind, door: Door, sent: Day, tail: Tail, replaces: Option<usize>) {
        let Some(client) = self.clients.get(at) else { return };
        let place = Kind::ALL.iter().position(|other| *other == kind).unwrap_or(0);
        let need = self.dice.word(NEEDS.get(place).copied().unwrap_or_default());
        let urgency = [Urgency::ThisMonth, Urgency::ThisQuarter, Urgency::ThisWeek, Urgency::NoRush].get(self.dice.below(4)).copied();
        let by_link = self.dice.chance(30) && client.enrolled.day.plus_days(6) < sent && replaces.is_none();
        let responsible = self.partners.get(door.partner).and_then(|partner| partner.contacts.first()).map_or("", |contact| contact.0);
        let course = Course::new(self.days, &mut self.dice, kind, responsible, at);
        let steps = course.run(sent, door.pace, by_link, tail);
        self.referrals.push(Referral {
            client: at,
            kind,
            partner: door.partner,
            need,
            urgency: urgency.unwrap_or(Urgency::ThisMonth),
            replaces,
            asked_by_client: tail == Tail::AskedByClient,
            steps,
        });
    }
}

/// What is open at the end: how it stands, how many of 180 clients, sent how many business days ago.
#[rustfmt::skip]
const LATEST: &[(Tail, usize, u32)] = &[
    (Tail::Disputed,        2, 45),
    (Tail::OnHold,          3, 22),
    (Tail::Working,         8, 26),
    (Tail::Quiet,           2, 48),
    (Tail::Accepted,        4,  5),
    (Tail::RejectedNow,     2,  5),
    (Tail::RejectedLongAgo, 1, 11),
    (Tail::FailedNow,       1, 20),
    (Tail::ToConfirm,       4, 24),
    (Tail::WithdrawnAfter,  2, 12),
    (Tail::Reopened,        1, 45),
    (Tail::UndoneAccept,    1,  6),
    (Tail::AskedForMore,    2,  5),
    (Tail::Received,        3,  3),
    (Tail::Late,            3, 11),
    (Tail::Sent,            4,  2),
    (Tail::UndoneSend,      1,  3),
    (Tail::WaitsForYes,     3,  2),
    (Tail::WaitsLong,       1,  9),
    (Tail::Draft,           2,  1),
    (Tail::AskedByClient,   2,  2),
    (Tail::Mistake,         1,  6),
    // Silence, and ends that nobody looked after: what the measures of the last twelve months are for.
    (Tail::NoAnswer,        3, 60),
    (Tail::NoAnswer,        2, 110),
    (Tail::Unheard,         2, 75),
    (Tail::RejectedLongAgo, 2, 82),
    (Tail::Disputed,        1, 90),
];
