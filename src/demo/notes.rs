//! Notes about clients in the demo's last days: for the team, for their author alone, and one that is soon deleted.

use super::city::MAKERS;
use super::play::{Stage, missing};
use crate::auth::Viewer;
use crate::error::Result;
use crate::notes::{Words, queries};
use crate::people::{Client, queries as people};
use crate::store::Tx;
use crate::values::{Instant, Line, Note, NoteLevel};

const FOR_THE_TEAM: &str = "Call before nine: after that the press runs and nobody hears the telephone. The nephew keeps the books.";
const FOR_ONESELF: &str = "Ask next time how the talk with the bank went before I bring up the second loan.";
const SOON_OVER: &str = "The spare key of the shop hangs with the neighbor while the lock is repaired.";
const BY_ANOTHER: &str = "Met at the fair on Saturday: they look for a second truck route and may move the loading to the back.";

/// How many days the last one is still kept.
const SOON_DAYS: i64 = 5;

/// The first two advisors write about clients of the first.
pub(super) fn write(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let [first, second, ..] = stage.staff.as_slice() else { return Err(missing("two advisors")) };
    let program = stage.program(MAKERS)?.key;
    let mut clients = Vec::new();
    for placed in stage.clients.iter().flatten() {
        let client = people::find_in(tx, placed.key, program);
        clients.extend(client.ok().filter(|client| client.advisor.as_ref().is_some_and(|(key, _)| *key == first.key)));
        if clients.len() == 2 {
            break;
        }
    }
    let [one, other] = clients.as_slice() else { return Ok(()) };
    say(tx, first, one, at, FOR_THE_TEAM, NoteLevel::Team)?;
    say(tx, first, one, at.plus_minutes(1), FOR_ONESELF, NoteLevel::Mine)?;
    say(tx, second, one, at.plus_minutes(2), BY_ANOTHER, NoteLevel::Team)?;
    tx.acting_as(first.actor(), at.plus_minutes(3), |tx| {
        let id = queries::write(tx, first, other, &words(SOON_OVER, NoteLevel::Team)?)?;
        let why = Line::parse("Nobody needs it once the lock works", "why")?;
        queries::keep(tx, first, &id, 1, tx.today().plus_days(SOON_DAYS), &why)
    })
}

fn say(tx: &Tx<'_>, author: &Viewer, client: &Client, at: Instant, body: &str, level: NoteLevel) -> Result<()> {
    tx.acting_as(author.actor(), at, |tx| queries::write(tx, author, client, &words(body, level)?).map(drop))
}

fn words(body: &str, level: NoteLevel) -> Result<Words> {
    Ok(Words { body: Note::maybe(body, "the note")?.ok_or_else(|| missing("a note"))?, level })
}
