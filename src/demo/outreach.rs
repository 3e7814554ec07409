//! What the large program did to be found: events, doors, groups, in several neighborhoods and languages, and who came of it.

use super::city::MAKERS;
use super::play::{Stage, missing};
use crate::error::Result;
use crate::outreach::{Facts, queries};
use crate::people::{Client, queries as people};
use crate::store::Tx;
use crate::values::{Instant, OutreachKind};

/// How, what, days ago, where, with whom, language, spoken to, left a number, how many of the next clients came of it.
type Piece = (OutreachKind, &'static str, i64, &'static str, Option<&'static str>, &'static str, i64, i64, usize);

#[rustfmt::skip]
const PIECES: &[Piece] = &[
    (OutreachKind::Event,          "Makers' market at the old mill",      400, "Mill Basin", None,                            "en", 140, 31, 6),
    (OutreachKind::DoorKnock,      "Shops along Canal Street",            310, "Canal Yards",   None,                            "es",  46, 19, 5),
    (OutreachKind::CommunityGroup, "Evening at the sewing cooperative",   240, "Northgate",     Some("Northgate Sewing Circle"), "es",  22, 14, 4),
    (OutreachKind::Media,          "Half a page in the weekly paper",     200, "Whole city",    None,                            "zh",   0,  0, 0),
    (OutreachKind::Calls,          "Calls to last year's permit holders", 150, "Mill Basin", None,                            "en",  80, 12, 2),
    (OutreachKind::DoorKnock,      "Garages behind the freight yard",      90, "Northgate",     None,                            "vi",  31, 17, 4),
    (OutreachKind::Event,          "Open house in the tool library",       35, "Canal Yards",   Some("Canal Street Merchants"),  "en",  64, 20, 3),
];

/// The first two advisors write it down in turn.
pub(super) fn reach_out(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let [first, second, ..] = stage.staff.as_slice() else { return Err(missing("two advisors")) };
    let program = stage.program(MAKERS)?.key;
    let mut clients: Vec<Client> =
        stage.clients.iter().flatten().filter_map(|placed| people::find_in(tx, placed.key, program).ok()).collect();
    clients.sort_by_key(|client| (client.enrolled_on, client.number));
    let mut taken = std::collections::HashSet::new();
    for (place, (kind, title, ago, where_to, group, language, reached, contacts, came)) in PIECES.iter().enumerate() {
        let advisor = if place % 2 == 0 { first } else { second };
        let at = at.plus_minutes(i64::try_from(place).unwrap_or_default());
        tx.acting_as(advisor.actor(), at, |tx| {
            let facts = Facts {
                kind: *kind,
                title: (*title).to_owned(),
                on: tx.today().plus_days(-ago),
                place: (*where_to).to_owned(),
                community_group: group.map(str::to_owned),
                language: (*language).to_owned(),
                reached: *reached,
                contacts: *contacts,
            };
            let id = queries::write(tx, advisor, program, &facts)?;
            let next: Vec<&Client> =
                clients.iter().filter(|client| client.enrolled_on >= facts.on && !taken.contains(&client.key)).take(*came).collect();
            for client in next {
                taken.insert(client.key);
                queries::put_client(tx, advisor, &id, client)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
