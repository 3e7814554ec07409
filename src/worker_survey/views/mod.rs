//! Pages of staff: the rounds, one of them, a new one, its poster and its figures. How many answered is said in tens, and by whom nowhere.

mod figures;
pub(super) mod public;

pub(super) use figures::figures;

use super::form::RoundForm;
use super::{FEWEST, LAPSED, Round, State, THRESHOLD};
use crate::auth::Viewer;
use crate::i18n::{Args, Language};
use crate::values::{Cents, Day, grouped};
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::{Complaints, Leaf, forms, parts, scan};
use maud::{Markup, html};

const TAB: &str = "/surveys";

fn above() -> Markup {
    html! { a href=(TAB) { "Worker survey" } }
}

/// The list, the latest first.
pub(super) fn list(viewer: &Viewer, rounds: &[Round], leaf: Leaf, has_more: bool, today: Day) -> Markup {
    let add = html! { a class="btn main" href="/surveys/new" { "Open a round" } };
    let body = html! {
        (parts::head(None, "Worker survey", Some(html! { "Workers scan a code on a poster and say what they earn, what they do and who they are, without a name. You see totals once a round is over, and nothing else." })))
        div class="stack" {
            p { (add) }
            @if rounds.is_empty() && leaf.page == 0 {
                section class="card" { (parts::empty("No round yet", "Open one, print its poster, and hang it where people take their break.", None)) }
            } @else {
                section class="card" aria-label="Rounds, the latest first" {
                    ul class="rows" { @for round in rounds {
                        li {
                            h2 { a href=(round.address()) { (round.facts.title) } }
                            p class="small dim" {
                                (parts::tag(if round.state(today) == State::Over { "wait" } else { "" }, round.state(today).label())) " "
                                (round.facts.from.short(today)) " to " (round.facts.until.short(today)) ". " bdi { (round.program.1) } "."
                            }
                        }
                    } }
                }
            }
            (parts::leaves(TAB, leaf, has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new("Worker survey", TAB), body)
}

/// One round: where it stands, and what can be done now.
pub(super) fn one(viewer: &Viewer, round: &Round, at_least: usize, today: Day, told_late: bool) -> Markup {
    let (facts, state) = (&round.facts, round.state(today));
    let answered = match state {
        State::Released => html! { "told with the totals; the answers are destroyed" },
        State::Lapsed => html! { "not known any more: the answers are destroyed" },
        State::Soon => html! { "none yet" },
        _ if at_least == 0 => html! { "fewer than 10" },
        _ => html! { "at least " (at_least) },
    };
    let living = facts.living.as_ref().map_or_else(
        || html! { "not named: pay is told in bands alone" },
        |(cents, source)| html! { (Cents::new(i64::from(*cents))) " an hour (" (source) ")" },
    );
    let rows = [
        ("Where it stands", html! { (state.label()) }, None),
        ("Answers taken", html! { (facts.from.short(today)) " to " (facts.until.short(today)) }, None),
        ("Answered", answered, None),
        ("The most it takes", html! { (grouped(facts.most)) " answers" }, None),
        ("Smallest count told", html! { (round.threshold) " workers" }, None),
        ("Enough to live on", living, None),
        ("Opened by", html! { (round.author) }, None),
    ];
    let body = html! {
        (parts::head(Some(above()), &facts.title, Some(html! { bdi { (round.program.1) } })))
        div class="stack" {
            @if told_late { div class="box stop" role="alert" { p { "The totals of another round were told just now, so these were not. Press once more: they are decided anew beside those." } } }
            (parts::card("about", "About it", html! { div class="in stack" { (parts::facts(&rows)) p class="small dim" { "How many answered is said in tens while answers lie here, and never for one workplace: an answer does not know where it came from." } } }))
            (deeds(round, state, today))
        }
    };
    staff(&viewer.chrome(), &Page::new(&facts.title, TAB), body)
}

fn deeds(round: &Round, state: State, today: Day) -> Markup {
    let address = round.address();
    let version = html! { input type="hidden" name="version" value=(round.version); };
    match state {
        State::Soon | State::Running => html! {
            (parts::card("poster", "Poster", html! { div class="in stack" {
                p { "One page in six languages with a code to scan and a short address. The same poster hangs everywhere, so no answer tells where it was given." }
                p { a class="btn main" href={ (address) "/poster" } { "Show the poster" } }
            } }))
            (parts::card("close", "Close it early", html! { div class="in stack" {
                p class="dim" { "No answer is taken any more. It cannot be opened again; open another round instead." }
                form method="post" action={ (address) "/closing" } { (version) button class="btn" { "Close this round" } }
            } }))
        },
        State::Over => parts::card(
            "tell",
            "Tell the totals",
            html! { div class="in stack" {
                p { "This is done once. What may be told is decided so that nobody can work out the answers of fewer than " (round.threshold) " workers, also beside earlier rounds. Then the answers are destroyed, and nobody can count them again." }
                p { "Tell them by " (round.told_by().short(today)) ": after that day the answers are destroyed untold, so that they do not lie around." }
                form method="post" action={ (address) "/totals" } { (version) button class="btn main" { "Tell the totals and destroy the answers" } }
            } },
        ),
        State::Lapsed => parts::card("lapsed", "Nothing was told", html! { p class="in" { (LAPSED) } }),
        State::Released => parts::card(
            "told",
            "Totals",
            html! { div class="in" { p { a class="btn main" href={ (address) "/figures" } { "Show the totals" } } } },
        ),
    }
}

/// A new round.
pub(super) fn new(viewer: &Viewer, form: &RoundForm, complaints: &Complaints) -> Markup {
    let mine = viewer.programs().into_iter().filter(|(key, _)| viewer.manages(*key));
    let programs: Vec<(String, String)> = mine.map(|(key, name)| (key.to_string(), name.to_owned())).collect();
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let below = format!(
        "Totals of fewer than {THRESHOLD} workers are never told, so plan for 60 answers or more: with fewer, little can be told by group."
    );
    let body = html! {
        (parts::head(Some(above()), "Open a round", Some(html! { (below) })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action=(TAB) {
            (parts::form_key(&key, None))
            @if programs.len() > 1 { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &programs))) }
            (parts::field("title", "Title", Some("for you and for reports; workers do not see it"), complaints, |wiring| wiring.text(&form.title, "text")))
            (parts::field("from", "First day", None, complaints, |wiring| wiring.text(&form.from, "date")))
            (parts::field("until", "Last day", None, complaints, |wiring| wiring.text(&form.until, "date")))
            (parts::field("most", "The most answers it takes", Some(&format!("about as many as there are workers, and a few more; at least {FEWEST}")), complaints, |wiring| wiring.text(&form.most, "number")))
            div class="pair" {
                (parts::field("living", "What an hour must pay to live on", Some("optional, in dollars; one band of pay ends there"), complaints, |wiring| wiring.text(&form.living, "text")))
                (parts::field("living_source", "Who says so", Some("source, place, household and year"), complaints, |wiring| wiring.text(&form.living_source, "text")))
            }
            p class="small dim" { "Nothing of this can be changed once the round is open: people are told what holds before they answer." }
            div class="row" { button class="btn main" { "Open the round" } }
        } }
    };
    let title = if complaints.is_empty() { "Open a round" } else { "Error: Open a round" };
    staff(&viewer.chrome(), &Page::new(title, TAB), body)
}

/// The poster: one page to print, every language under its own name.
pub(super) fn poster(round: &Round, address: &str) -> Markup {
    let body = html! {
        div class="stack poster" {
            h1 { bdi { (round.program.1) } }
            p class="noprint" { a href=(round.address()) { "Back to the round" } ". Print this page. It is the same for every workplace." }
            @match scan::picture(address, "Code to scan: it opens the questions") {
                Some(picture) => p { (picture) },
                None => {},
            }
            p { b dir="ltr" { (address) } }
            @for language in Language::offered() {
                section lang=(language.code()) dir=(language.direction().code()) {
                    h2 { (language.word("survey-poster-head")) }
                    p { (language.sentence(&language.word("survey-poster"))) " " (language.sentence(&language.say("survey-poster-until", Args::default().with("day", language.full_day(round.facts.until.date()))))) }
                }
            }
        }
    };
    solo(&Solo { title: "Poster", ..Solo::default() }, body)
}
