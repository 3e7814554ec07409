//! The list of a partner's requests as CSV: of each as much as its page shows, and of those that are over only that they were.

use super::queries::team::Line;
use crate::error::{Error, Result};
use crate::referrals::Ball;
use crate::values::{Instant, SharedField, Vocabulary, Zone, is_formula_like};

/// What stands in every file; what the clients agreed to follows.
const HEADERS: [&str; 16] = [
    "Reference",
    "Program",
    "Kind of help",
    "Where it stands",
    "Whose turn",
    "Who answers here",
    "Sent on",
    "Due on",
    "Answered on",
    "Ended on",
    "How soon",
    "What they need",
    "More about it",
    "Kind of work",
    "Size",
    "Area",
];

/// The list as CSV.
pub fn csv(lines: &[Line], zone: &Zone) -> Result<Vec<u8>> {
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    let headers = HEADERS.into_iter().chain(SharedField::ALL.iter().map(|field| field.label()));
    writer.write_record(headers).map_err(|cause| broken(&cause))?;
    for line in lines {
        let cells = of_all(line, zone).into_iter().chain(of_open(line));
        writer.write_record(cells.map(guarded)).map_err(|cause| broken(&cause))?;
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}

/// A spreadsheet takes some texts for formulas; an apostrophe keeps them texts.
fn guarded(cell: String) -> String {
    if is_formula_like(&cell) { format!("'{cell}") } else { cell }
}

/// What a closed line has too.
fn of_all(line: &Line, zone: &Zone) -> [String; 10] {
    let referral = &line.referral;
    let day = |at: Option<Instant>| at.map(|at| zone.day(at).to_string()).unwrap_or_default();
    let is_open = line.disclosed.is_some();
    let turn = match referral.waiting_on {
        Ball::Partner => "Yours",
        Ball::Entrepreneur => "The manufacturer's",
        Ball::Advisor => "The program's",
        Ball::ThirdParty => "Somebody else's",
        Ball::Nobody => "Nobody's",
    };
    [
        referral.label(),
        referral.program_name.clone(),
        referral.kind.label().to_owned(),
        referral.status.label().to_owned(),
        if is_open { turn.to_owned() } else { String::new() },
        referral.contact.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        day(referral.sent_at),
        referral.due_on.filter(|_| is_open).map(|due| due.to_string()).unwrap_or_default(),
        day(referral.decided_at),
        day(referral.ended_at),
    ]
}

/// What only an open line has: empty cells in all others.
fn of_open(line: &Line) -> Vec<String> {
    let count = HEADERS.len() - 10 + SharedField::ALL.len();
    let Some(disclosed) = &line.disclosed else { return vec![String::new(); count] };
    let (referral, rough) = (&line.referral, &disclosed.rough);
    let needs: Vec<String> = disclosed.needs.iter().map(|(label, words)| format!("{label}: {words}")).collect();
    let mut cells = vec![
        referral.urgency.label().to_owned(),
        referral.need.clone(),
        needs.join("; "),
        rough.sector.clone(),
        rough.size.clone(),
        rough.area.clone(),
    ];
    cells.extend(SharedField::ALL.iter().map(|wanted| {
        let found = disclosed.fields.iter().find(|(field, _)| field == wanted);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }));
    cells
}
