//! The pages of finding space: needs and matches, the message, check and send.

mod find;
mod message;
mod needs;

pub use find::{FindPage, find};
pub use message::{MessagePage, check, message};

use crate::people::Client;
use maud::{Markup, html};

/// The head that the three steps share.
fn head(client: &Client, step: usize) -> Markup {
    let steps = ["Needs and matches", "Message", "Check and send"];
    html! {
        div class="head" {
            p class="small" { a href={ "/clients/" (client.id) } { (client.name) } " " span aria-hidden="true" { "/" } " " span class="dim" { "New referral" } }
            h1 { "Find space" }
            ol class="steps" { @for (place, words) in steps.iter().enumerate() { li aria-current=[(place == step).then_some("step")] { (words) } } }
        }
    }
}
