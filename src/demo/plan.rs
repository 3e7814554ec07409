//! The plan of a demo: who there is and what happens when. Pure: the same arguments give the same plan.

use super::dice::Dice;
use super::quota::{self, Lot};
use super::{clients, courses, work};
use crate::referrals::clock::Calendar;
use crate::referrals::fact::Fact;
use crate::referrals::{Event, Kind};
use crate::values::{
    Channel, ContactBy, Day, FundingKind, LegalForm, OrganizationRole, ProgramRole, ResourceKind, ServiceKind, Source, Stage, Unit, Urgency,
};

/// The city.
pub const CITY: &str = "Riverton";
/// Its state.
pub const STATE: &str = "OH";
/// The organization.
pub const ORGANIZATION: &str = "City of Riverton";
/// The time zone of the city.
pub const ZONE: &str = "America/New_York";
/// The hour at which a demo's now stands on its last day, in minutes.
pub const NOW_MINUTE: u16 = 15 * 60;
/// Clients of the second, small program.
const KITCHENS: usize = 12;
/// Owners who are asked about themselves once more on the last day but one.
const ASKED_AGAIN: usize = 4;
/// How long the history is.
const MONTHS: i32 = 18;

/// What a demo is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arguments {
    /// The seed of all chance.
    pub seed: u64,
    /// Clients of the large program.
    pub clients: usize,
    /// The last day.
    pub until: Day,
}

/// A moment on the wall clock of the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The day.
    pub day: Day,
    /// Minutes after midnight.
    pub minute: u16,
}

/// Everything about a demo.
#[derive(Debug)]
pub struct Plan {
    /// From what.
    pub arguments: Arguments,
    /// First day.
    pub start: Day,
    /// Programs.
    pub programs: Vec<Program>,
    /// Staff.
    pub staff: Vec<Staff>,
    /// Partners.
    pub partners: Vec<Partner>,
    /// Clients, in no particular order.
    pub clients: Vec<Client>,
    /// Referrals.
    pub referrals: Vec<Referral>,
    /// Services.
    pub services: Vec<Service>,
    /// Resources.
    pub resources: Vec<Resource>,
    /// What happens, in order of time.
    pub acts: Vec<Act>,
}

/// A program.
#[derive(Debug)]
pub struct Program {
    pub name: &'static str,
    pub telephone: &'static str,
    pub email: &'static str,
    /// Name, kind of money, default.
    pub sources: &'static [(&'static str, FundingKind, bool)],
    pub bodies: &'static [&'static str],
}

/// A member of staff.
#[derive(Debug)]
pub struct Staff {
    pub name: &'static str,
    pub email: &'static str,
    pub telephone: Option<&'static str>,
    pub organization: &'static [OrganizationRole],
    /// Program and role.
    pub seat: Option<(usize, ProgramRole)>,
}

/// A partner with its people.
#[derive(Debug)]
pub struct Partner {
    pub program: usize,
    pub name: &'static str,
    pub about: &'static str,
    pub telephone: &'static str,
    pub kinds: &'static [Kind],
    /// Name, e-mail.
    pub contacts: &'static [(&'static str, &'static str)],
    /// Business days it takes to answer, in turn.
    pub pace: &'static [u32],
}

/// A client.
#[derive(Debug)]
pub struct Client {
    pub program: usize,
    /// Index of the advisor.
    pub advisor: usize,
    pub lot: Lot,
    pub name: String,
    pub naics: &'static str,
    pub product: &'static str,
    pub stage: Stage,
    pub legal_form: LegalForm,
    pub started_on: Option<Day>,
    pub is_cooperative: bool,
    pub street: String,
    pub neighborhood: &'static str,
    pub postal_code: &'static str,
    /// How many workers, when told: at enrollment, and later.
    pub workers: Vec<(When, i64)>,
    pub owners: Vec<Owner>,
    pub enrolled: When,
}

/// An owner.
#[derive(Debug)]
pub struct Owner {
    pub first: &'static str,
    pub last: &'static str,
    pub telephone: String,
    pub email: Option<String>,
    pub language: &'static str,
    pub contact_by: Option<ContactBy>,
    pub share_bp: Option<u32>,
    pub race: Reply,
    pub sex: Reply,
}

/// What an owner did with a question about who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    Answered(Vec<&'static str>),
    Declined,
    /// Asked, and nothing came.
    Unanswered,
    NotAsked,
}

/// A referral and what happened to it.
#[derive(Debug)]
pub struct Referral {
    pub client: usize,
    pub kind: Kind,
    pub partner: usize,
    pub need: &'static str,
    pub urgency: Urgency,
    /// The referral it takes the place of.
    pub replaces: Option<usize>,
    pub asked_by_client: bool,
    /// In order of time. The first creates it.
    pub steps: Vec<Step>,
}

/// One thing that happened to a referral.
#[derive(Debug)]
pub struct Step {
    pub when: When,
    pub by: By,
    pub what: What,
}

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Advisor,
    Manager,
    Partner,
    Entrepreneur,
    /// The advisor, as told by a partner or client.
    OnBehalf(Source),
    System,
}

/// What was done.
#[derive(Debug)]
pub enum What {
    /// A draft, or the draft that takes an ended one's place.
    Create,
    /// The client is asked if it may be shared.
    Ask,
    /// Asked and heard a yes at once.
    AgreeSpoken,
    /// The client pressed yes on their page.
    AgreeByLink,
    /// The partner opened its link.
    Open,
    /// Any other event, with what had to be written down.
    Event(Event, Vec<(Fact, String)>),
}

/// A service.
#[derive(Debug)]
pub struct Service {
    /// None for a caller who is no client yet.
    pub client: Option<usize>,
    pub caller: &'static str,
    pub advisor: usize,
    pub when: When,
    pub kind: ServiceKind,
    pub channel: Channel,
    pub minutes: i64,
    pub note: &'static str,
    /// What was promised, by when, and when it was done.
    pub promise: Option<(&'static str, Day, Option<When>)>,
}

/// A resource.
#[derive(Debug)]
pub struct Resource {
    pub client: usize,
    pub kind: ResourceKind,
    pub unit: Unit,
    pub applied: Option<(i64, Day)>,
    pub awarded: Option<(i64, Day)>,
    pub delivered: Option<(i64, Day)>,
    pub refused: Option<Day>,
    /// Index in the program's sources and bodies.
    pub source: usize,
    pub body: Option<usize>,
    /// When it was written down.
    pub when: When,
}

/// Something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Act {
    pub when: When,
    pub deed: Deed,
}

/// What happens, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// A client is registered, with owners.
    Enroll(usize),
    /// The number of workers is told again: client, place in the list.
    Count(usize, usize),
    /// An owner gets the private link: client, owner.
    Ask(usize, usize),
    /// An owner answers there.
    Answer(usize, usize),
    Serve(usize),
    /// The promise of a service is kept.
    Keep(usize),
    /// A step of a referral: referral, step.
    Refer(usize, usize),
    Deploy(usize),
    /// Staff of a program send what lies in the outbox.
    SendNotices(usize),
    /// What partners offer is looked after: place in the list.
    Tend(usize),
}

/// The days of a demo.
pub struct Days {
    pub start: Day,
    pub until: Day,
    /// The last closed calendar year, as far as the history reaches into it.
    pub first: Day,
    pub last: Day,
    pub calendar: Calendar,
}

impl Days {
    /// The days of a history that ends on `until`.
    pub fn new(until: Day) -> Self {
        let start = Day::new(until.date().saturating_sub(jiff::Span::new().months(MONTHS)));
        let year = crate::values::Period::last_closed(until);
        let holidays = HOLIDAYS.lines().filter_map(|line| line.split(',').next()?.parse().ok()).collect();
        Self { start, until, first: start.max(year.first()), last: year.last(), calendar: Calendar { holidays } }
    }

    /// The business day so many business days after a day.
    pub fn after(&self, day: Day, days: u32) -> Day {
        Day::new(self.calendar.add_business_days(day.date(), days))
    }

    /// The business day so many business days before a day.
    pub fn before(&self, day: Day, days: u32) -> Day {
        Day::new(self.calendar.subtract_business_days(day.date(), days))
    }

    /// This day if it counts, else the next that does.
    pub fn on_or_after(&self, day: Day) -> Day {
        Day::new(self.calendar.on_or_after(day.date()))
    }

    /// True for a moment that a history ending on `until` may hold.
    pub fn holds(&self, when: When) -> bool {
        when.day < self.until || (when.day == self.until && when.minute < NOW_MINUTE - 10)
    }
}

const HOLIDAYS: &str = include_str!("../../assets/codes/holidays-us.csv");

/// Makes the plan.
pub fn plan(arguments: Arguments) -> Plan {
    let Arguments { seed, clients: wanted, until } = arguments;
    let days = Days::new(until);
    let mut lots = quota::lots(wanted, &mut Dice::new(seed, "lots"));
    lots.extend(quota::small_program(KITCHENS));
    let partners = super::city::partners();
    let clients = clients::plan(seed, &days, wanted, lots);
    let referrals = courses::plan(seed, &days, &clients, &partners);
    let services = work::services(seed, &days, &clients);
    let resources = work::resources(seed, &days, &clients);
    let acts = acts(&days, &clients, &referrals, &services, &resources);
    Plan {
        arguments,
        start: days.start,
        programs: super::city::programs(),
        staff: super::city::staff(),
        partners,
        clients,
        referrals,
        services,
        resources,
        acts,
    }
}

fn acts(days: &Days, clients: &[Client], referrals: &[Referral], services: &[Service], resources: &[Resource]) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut add = |when: When, deed: Deed| {
        if days.holds(when) {
            acts.push(Act { when, deed });
        }
    };
    for (at, client) in clients.iter().enumerate() {
        add(client.enrolled, Deed::Enroll(at));
        for (place, (when, _)) in client.workers.iter().enumerate().skip(1) {
            add(*when, Deed::Count(at, place));
        }
        for (place, owner) in client.owners.iter().enumerate() {
            let (asked, answered) = clients::self_id_moments(client, place);
            if owner.race != Reply::NotAsked {
                add(asked, Deed::Ask(at, place));
            }
            if matches!(owner.race, Reply::Answered(_) | Reply::Declined) {
                add(answered, Deed::Answer(at, place));
            }
        }
    }
    // Some who have not answered were asked again yesterday, so that there are live links to try.
    let is_silent = |client: &Client| client.owners.first().is_some_and(|owner| owner.race == Reply::Unanswered);
    for (at, client) in clients.iter().enumerate().filter(|(_, client)| is_silent(client)).take(ASKED_AGAIN) {
        let when = When { day: days.before(days.until, 1), minute: 11 * 60 + u16::try_from(at % 60).unwrap_or(0) };
        if client.enrolled.day < when.day {
            add(when, Deed::Ask(at, 0));
        }
    }
    for (at, service) in services.iter().enumerate() {
        add(service.when, Deed::Serve(at));
        if let Some((_, _, Some(kept))) = service.promise {
            add(kept, Deed::Keep(at));
        }
    }
    for (at, referral) in referrals.iter().enumerate() {
        for (place, step) in referral.steps.iter().enumerate() {
            add(step.when, Deed::Refer(at, place));
        }
    }
    for (at, resource) in resources.iter().enumerate() {
        add(resource.when, Deed::Deploy(at));
    }
    // The last two days' notices still lie in the outbox.
    let mut day = days.start;
    while day < days.before(days.until, 2) {
        day = days.after(day, 1);
        for program in 0..super::city::programs().len() {
            add(When { day, minute: 17 * 60 + 40 }, Deed::SendNotices(program));
        }
    }
    super::directory::moments(days.until).for_each(|(when, place)| add(when, Deed::Tend(place)));
    acts.sort_unstable();
    acts
}
