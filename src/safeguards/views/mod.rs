//! What the pages of safeguards share: how a person is named, and how somebody proves who they are.

pub mod erasures;
pub mod glass;
pub mod office;

use crate::config::Clock;
use crate::values::Instant;
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// "November 29", on the organization's wall.
fn day(clock: &Clock, at: Instant) -> String {
    clock.zone().day(at).short(clock.today())
}

/// "November 29, 1:03 pm".
fn moment(clock: &Clock, at: Instant) -> String {
    format!("{}, {}", day(clock, at), clock.zone().clock(at))
}

/// Number of the file, and the name in it.
fn named(file: &str, name: &str, complaints: &Complaints) -> Markup {
    html! {
        div class="stack" {
            (parts::field("file", "Number of the file", Some("as on the client's papers, such as F-0412"), complaints, |wiring| wiring.text(file, "text")))
            (parts::field("name", "The person's name", Some("first and last, as the file has it"), complaints, |wiring| wiring.text(name, "text")))
        }
        p class="small dim" { "There is no list to choose from. Ask whoever keeps the file for both." }
    }
}
