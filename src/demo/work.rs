//! The made-up services and resources.

use super::city::{ADVISORS, KITCHENS_ADVISOR, MAKERS};
use super::dice::Dice;
use super::plan::{Client, Days, Resource, Service, When};
use super::words::{NOTES, PROMISES};
use crate::values::{Channel, Day, ResourceKind, ServiceKind, Unit, Vocabulary};

/// About ten services a client, some with promises; and what lies on the advisors' desks today.
pub fn services(seed: u64, days: &Days, clients: &[Client]) -> Vec<Service> {
    let mut dice = Dice::new(seed, "services");
    let mut services = Vec::new();
    for (at, client) in clients.iter().enumerate() {
        let count = 6 + (at * 7) % 9;
        let end = days.until.min(client.enrolled.day.plus_days(400));
        let span = client.enrolled.day.days_until(end).max(1);
        for place in 0..count {
            let slot = i64::try_from(place).unwrap_or(0) * span / i64::try_from(count).unwrap_or(1);
            let day = days.on_or_after(client.enrolled.day.plus_days(slot + dice.between(0, 9)));
            let minute = u16::try_from(9 * 60 + dice.below(7 * 60 + 30)).unwrap_or(600);
            let minute = if day == client.enrolled.day { client.enrolled.minute + 70 } else { minute };
            let promise = dice.chance(26).then(|| promise(&mut dice, days, day));
            services.push(service(&mut dice, Some(at), client.advisor, When { day, minute }, promise.flatten()));
        }
    }
    today(&mut dice, days, clients, &mut services);
    services
}

/// A promise, kept about when it was due. None where it would be open today: those are [`today`]'s.
fn promise(dice: &mut Dice, days: &Days, day: Day) -> Option<(&'static str, Day, Option<When>)> {
    let due = days.after(day, u32::try_from(dice.between(3, 15)).unwrap_or(5));
    let kept = days.on_or_after(due.plus_days(dice.between(-2, 1)));
    let minute = u16::try_from(9 * 60 + dice.below(6 * 60)).unwrap_or(600);
    (due < days.until.plus_days(-3) && kept > day).then(|| (dice.word(PROMISES), due, Some(When { day: kept, minute })))
}

/// The desks on the last day: for each advisor promises due today, overdue and ahead, and callers who are no clients yet.
fn today(dice: &mut Dice, days: &Days, clients: &[Client], services: &mut Vec<Service>) {
    for advisor in ADVISORS.into_iter().chain([KITCHENS_ADVISOR]) {
        let is_own = |client: &&(usize, &Client)| client.1.advisor == advisor && client.1.enrolled.day.plus_days(12) < days.until;
        let mut own: Vec<usize> = clients.iter().enumerate().filter(|client| is_own(&client)).map(|(at, _)| at).collect();
        dice.shuffle(&mut own);
        for (at, (ago, due)) in own.into_iter().zip([(4, -1), (6, -3), (3, 0), (2, 0), (1, 0), (1, 2), (2, 5), (1, 9)]) {
            let when = When { day: days.before(days.until, ago), minute: u16::try_from(10 * 60 + dice.below(5 * 60)).unwrap_or(600) };
            let promise = Some((dice.word(PROMISES), days.until.plus_days(due), None));
            services.push(service(dice, Some(at), advisor, when, promise));
        }
        if advisor != KITCHENS_ADVISOR {
            let when = When { day: days.before(days.until, 1), minute: u16::try_from(11 * 60 + dice.below(3 * 60)).unwrap_or(660) };
            services.push(Service {
                note: "Makes pickles at home and asks what a licensed kitchen costs. Call again next week.",
                ..service(dice, None, advisor, when, None)
            });
        }
    }
}

fn service(
    dice: &mut Dice,
    client: Option<usize>,
    advisor: usize,
    when: When,
    promise: Option<(&'static str, Day, Option<When>)>,
) -> Service {
    let place = [0, 0, 0, 1, 1, 2, 3, 3, 4, 5, 5, 6].get(dice.below(12)).copied().unwrap_or(0);
    let kind = ServiceKind::ALL.get(place).copied().unwrap_or(ServiceKind::Other);
    let channel = [Channel::InPerson, Channel::Phone, Channel::Phone, Channel::Video, Channel::TextEmail, Channel::InPerson]
        .get(dice.below(6))
        .copied();
    let minutes = [30, 30, 45, 60, 15, 30, 90, 20].get(dice.below(8)).copied().unwrap_or(30);
    let caller = ["Marisol", "Mr. Tanner", "Jo from the print shop", "Mrs. Lindgren", "Abdi"].get(dice.below(5)).copied().unwrap_or("Jo");
    let note = if dice.chance(70) { dice.word(NOTES.get(place).copied().unwrap_or_default()) } else { "" };
    Service { client, caller, advisor, when, kind, channel: channel.unwrap_or(Channel::Phone), minutes, note, promise }
}

/// Amounts in turn, so that no group's sum hangs on one large award.
#[rustfmt::skip]
const AWARDS: &[(ResourceKind, Unit, i64)] = &[
    (ResourceKind::Grant,         Unit::Cents,         750_000),
    (ResourceKind::Loan,          Unit::Cents,       2_500_000),
    (ResourceKind::Grant,         Unit::Cents,         420_000),
    (ResourceKind::FeeWaiver,     Unit::Cents,         180_000),
    (ResourceKind::Loan,          Unit::Cents,       1_600_000),
    (ResourceKind::Grant,         Unit::Cents,       1_000_000),
    (ResourceKind::InKind,        Unit::Cents,         240_000),
    (ResourceKind::Loan,          Unit::Cents,       3_200_000),
];

/// Resources that are no money.
#[rustfmt::skip]
const IN_KIND: &[(ResourceKind, Unit, i64)] = &[
    (ResourceKind::LabTime,       Unit::LabMinutes,        720),
    (ResourceKind::Space,         Unit::SquareFeet,      1_800),
    (ResourceKind::EquipmentTime, Unit::LabMinutes,      1_500),
    (ResourceKind::Training,      Unit::Minutes,           960),
    (ResourceKind::Advice,        Unit::Minutes,           420),
    (ResourceKind::Space,         Unit::SquareFeet,      3_500),
    (ResourceKind::Equity,        Unit::Cents,       1_200_000),
];

/// For each client with an award in the closed year one in it; besides, some asked for and not got, and some after it.
pub fn resources(seed: u64, days: &Days, clients: &[Client]) -> Vec<Resource> {
    let mut dice = Dice::new(seed, "resources");
    let mut resources = Vec::new();
    let mut turn = dice.below(AWARDS.len());
    // In the order of the groups' quotas, so that kinds and amounts are spread over all of them alike.
    let mut order: Vec<usize> = (0..clients.len()).collect();
    order.sort_by_key(|at| clients.get(*at).map(|client| (client.lot.races, client.lot.sex)));
    for at in order {
        let Some(client) = clients.get(at) else { continue };
        turn += 1;
        let from = client.enrolled.day.max(days.first);
        if client.lot.is_funded && !client.lot.is_late {
            let room = from.plus_days(15).days_until(days.last).max(1);
            let on = days.before(from.plus_days(15 + dice.between(1, room.min(120))), 0).min(days.last);
            resources.push(award(&mut dice, days, client, at, turn, AWARDS, on));
            // Some got a second thing of another kind.
            if turn.is_multiple_of(2) {
                let on = on.plus_days(dice.between(3, 12)).min(days.last);
                resources.push(award(&mut dice, days, client, at, turn, IN_KIND, on));
            }
        } else if turn.is_multiple_of(3) {
            let (kind, unit, amount) = AWARDS.get(turn % AWARDS.len()).copied().unwrap_or((ResourceKind::Grant, Unit::Cents, 500_000));
            let on = client.enrolled.day.plus_days(dice.between(5, 30));
            // Half of them were told no a month later, the others wait.
            let refused = Some(days.on_or_after(on.plus_days(25))).filter(|no| turn.is_multiple_of(2) && *no < days.until);
            let when = When { day: refused.unwrap_or(on), minute: 13 * 60 };
            resources.push(Resource {
                client: at,
                kind,
                unit,
                applied: Some((amount, on)),
                awarded: None,
                delivered: None,
                refused,
                source: source(client.program, kind, turn),
                body: refused.map(|_| if client.program == MAKERS { turn % 3 } else { 0 }),
                when,
            });
        }
        // The year that is still open.
        let after = days.last.plus_days(10).max(client.enrolled.day.plus_days(10));
        let room = after.days_until(days.until.plus_days(-12));
        if room > 1 && turn % 4 == 1 {
            let on = after.plus_days(dice.between(0, room));
            let table = if turn % 8 == 1 { IN_KIND } else { AWARDS };
            resources.push(award(&mut dice, days, client, at, turn + 3, table, on));
        }
    }
    resources
}

fn award(dice: &mut Dice, days: &Days, client: &Client, at: usize, turn: usize, table: &[(ResourceKind, Unit, i64)], on: Day) -> Resource {
    let (kind, unit, amount) = table.get(turn % table.len().max(1)).copied().unwrap_or((ResourceKind::Grant, Unit::Cents, 500_000));
    let asked_on = on.plus_days(-dice.between(4, 12)).max(client.enrolled.day);
    let asked = if turn.is_multiple_of(3) { amount + amount / 4 } else { amount };
    let handed_on = days.on_or_after(on.plus_days(dice.between(6, 60)));
    let handed = if turn % 7 == 2 { amount / 2 } else { amount };
    let is_handed = handed_on < days.until && turn % 6 != 5;
    let written = if is_handed { handed_on } else { on };
    Resource {
        client: at,
        kind,
        unit,
        applied: Some((asked, asked_on)),
        awarded: Some((amount, on)),
        delivered: is_handed.then_some((handed, handed_on)),
        refused: None,
        source: source(client.program, kind, turn),
        body: Some(if client.program == MAKERS { turn % 3 } else { 0 }),
        when: When { day: written, minute: 13 * 60 + u16::try_from(at % 60).unwrap_or(0) },
    }
}

/// Who pays, as a place in the program's list.
fn source(program: usize, kind: ResourceKind, turn: usize) -> usize {
    match (program, kind) {
        (MAKERS, ResourceKind::Loan) => 3,
        (MAKERS, ResourceKind::Equity) => 2,
        (MAKERS, ResourceKind::InKind) => 4,
        (MAKERS, _) => turn % 3,
        _ => turn % 2,
    }
}
