//! The page that counts people by groups from a sign-in sheet. It never shows what was counted before.

use crate::auth::Viewer;
use crate::training::Training;
use crate::training::groups::GroupsForm;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// Headings of the groups, with the counts below each and what people call them.
#[rustfmt::skip]
const GROUPS: &[(&str, &[(&str, &str)])] = &[
    ("Sex", &[("Female", "Female"), ("Male", "Male")]),
    ("Disability and military", &[
        ("PersonWithDisabilities", "With a disability"),
        ("ActiveDuty", "Active duty"),
        ("Veterans", "Veterans, service-disabled ones too"),
        ("ServiceDisabledVeterans", "Service-disabled veterans"),
        ("MemberOfReserveOrNationalGuard", "Reserve or National Guard"),
        ("SpouseOfMilitaryMember", "Spouses of military members"),
    ]),
    ("Race, each person in every group they gave", &[
        ("Asian", "Asian"),
        ("BlackOrAfricanAmerican", "Black or African American"),
        ("NativeAmericanOrAlaskaNative", "Native American or Alaska Native"),
        ("NativeHawaiianOrPacificIslander", "Native Hawaiian or Pacific Islander"),
        ("White", "White"),
        ("MiddleEastern", "Middle Eastern"),
        ("NorthAfrican", "North African"),
    ]),
    ("Ethnicity", &[("HispanicOrLatinoOrigin", "Hispanic or Latino"), ("NonHispanicOrLatinoOrigin", "Not Hispanic or Latino")]),
];

pub(in crate::training) fn groups(viewer: &Viewer, training: &Training, most: i64, form: &GroupsForm, complaints: &Complaints) -> Markup {
    let above = html! { a href="/trainings" { "Training" } " / " a href={ "/trainings/" (training.id) } { (training.facts.title) } };
    let below = html! { "What people wrote on a sign-in sheet without names, only where a funder asks for it. It counts those who are not on the list by name: " (parts::count(most, "person", "people")) "." };
    let body = html! {
        (parts::head(Some(above), "Count by groups", Some(below)))
        (parts::error_summary(complaints))
        div class="stack" {
            div class="box" { p { "What you save is locked away at once. Nobody can read it here again, you included: it is counted only in a file that a rule makes the program send. Saved again, it replaces what was counted before." } }
            section class="card" {
                @if most == 0 { (parts::empty("Everybody who came is on the list by name", "They say for themselves who they are. If others came too, save how many came in all first.", None)) }
                @else {
                    form class="in stack" method="post" autocomplete="off" {
                        (parts::form_key(&forms::fresh_key(), None))
                        @for (heading, counts) in GROUPS {
                            fieldset {
                                legend class="lbl-h" { (heading) }
                                div class="pair apart" {
                                    @for (name, words) in *counts { (parts::field(name, words, None, complaints, |wiring| wiring.text(form.typed(name), "number"))) }
                                }
                            }
                        }
                        p class="small dim" { "Leave empty what nobody counted. Never guess." }
                        div class="row" { button class="btn main" { "Lock the counts away" } a href={ "/trainings/" (training.id) } { "Back without saving" } }
                    }
                }
            }
        }
    };
    staff(
        &viewer.chrome(),
        &Page::new(if complaints.is_empty() { "Count by groups" } else { "Error: Count by groups" }, "/trainings"),
        body,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sba::Heads;

    #[test]
    fn every_count_of_the_form_can_be_typed() {
        let mut typed: Vec<&str> = GROUPS.iter().flat_map(|(_, counts)| counts.iter().map(|(name, _)| *name)).collect();
        let mut counted: Vec<&str> = Heads::names().collect();
        typed.sort_unstable();
        counted.sort_unstable();
        assert_eq!(typed, counted);
    }
}
