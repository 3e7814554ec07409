//! The markup of readings that managers keep under a name.

use crate::import::{Kept, Run};
use crate::values::Vocabulary;
use crate::web::{forms, parts};
use maud::{Markup, html};

/// What is kept, with a form to call it something else and a button to let it go.
pub fn card(kept: &[Kept]) -> Markup {
    if kept.is_empty() {
        return html! {};
    }
    parts::card(
        "presets",
        "Presets you keep",
        html! {
            ul class="rows" {
                @for one in kept {
                    li class="stack" {
                        p { b { (one.name) } " " span class="dim" { (one.kind.label()) ", " @match &one.program { Some(program) => { (program) }, None => { "every program" } } } }
                        details {
                            summary { "Rename or remove" span class="vh" { " " (one.name) } }
                            div class="stack" {
                                form class="row" method="post" action={ "/imports/presets/" (one.id) } {
                                    (parts::form_key(&forms::fresh_key(), Some(one.version)))
                                    label for={ "name-" (one.id) } { "Name" }
                                    input class="inp grow" id={ "name-" (one.id) } name="name" value=(one.name) required maxlength="200";
                                    button class="btn" { "Rename" }
                                }
                                form class="row" method="post" action={ "/imports/presets/" (one.id) "/removing" } {
                                    (parts::form_key(&forms::fresh_key(), Some(one.version)))
                                    button class="btn" { "Remove this preset" }
                                    span class="small dim" { "What was imported with it stays." }
                                }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// Keeps how the file of an import was read.
pub fn keep(run: &Run) -> Markup {
    parts::card(
        "keep",
        "Keep this reading",
        html! {
            form class="in stack" method="post" action={ "/imports/" (run.id) "/presets" } {
                (parts::form_key(&forms::fresh_key(), None))
                p class="small dim" { "The next file of this sort is then read the same way. Choose it by its name, or with --preset on the command line." }
                div { label for="preset-name" { "Name" } input class="inp" id="preset-name" name="name" required maxlength="200"; }
                div {
                    label for="preset-whose" { "For" }
                    select class="inp" id="preset-whose" name="whose" {
                        option value="program" selected { (run.program_name) }
                        option value="all" { "Every program" }
                    }
                }
                button class="btn" { "Keep it" }
            }
        },
    )
}
