//! The markup of looking at a release before it is made.

use super::{capital, lines};
use crate::auth::Viewer;
use crate::config::Clock;
use crate::equity::catalogue::{Class, Count, Headline, Place, Point};
use crate::reports::releases::looks::Look;
use crate::reports::releases::merges::{How, Left, Lines, Merge, Preview, Sheet, by_sheet, left_out};
use crate::reports::releases::{Asked, Draft, named};
use crate::reports::routes::ALL;
use crate::values::{Period, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// Who looks, and at what.
pub struct Desk<'d> {
    pub viewer: &'d Viewer,
    pub asked: &'d Asked,
    pub clock: &'d Clock,
    /// Whether there are several programs, all of them the viewer's.
    pub is_several: bool,
}

const TITLE: &str = "What would be told";

impl Desk<'_> {
    fn program(&self) -> &str {
        self.asked.program.as_ref().map_or("All programs", |program| program.name.as_str())
    }

    /// Where the period is chosen.
    fn back(&self) -> String {
        let program = self.asked.program.as_ref().map_or_else(|| ALL.to_owned(), |program| program.id.to_string());
        format!("/reports?program={program}&period={}", self.asked.period)
    }

    fn head(&self, title: &str, period: &str) -> Markup {
        let above = html! { a href=(self.back()) { "Reports" } };
        parts::head(Some(above), title, Some(html! { bdi { (self.program()) } ", " (period) }))
    }

    fn page(&self, title: &str, seconds: Option<u32>, body: Markup) -> Markup {
        let page = Page::new(title, "/reports");
        staff(&self.viewer.chrome(), &if let Some(seconds) = seconds { page.refreshing(seconds) } else { page }, body)
    }
}

/// The work under way. The page looks again by itself every two seconds.
pub fn under_way(desk: &Desk<'_>, percent: usize) -> Markup {
    let body = html! {
        (desk.head(TITLE, &desk.asked.period.to_string()))
        section class="card" {
            div class="in stack" role="status" {
                p class="row" { label for="pg" { "Deciding what can be told" } span class="push num small dim" { (percent) " %" } }
                progress id="pg" max="100" value=(percent) { (percent) "%" }
                p class="small dim" { "Nothing is released yet. This page looks again every two seconds. You can leave it and come back to its address for half an hour." }
                p class="row" { a class="btn" href="" { "Look again" } }
            }
        }
    };
    desk.page(TITLE, Some(2), body)
}

/// Work that stopped. Nothing was released.
pub fn stopped(desk: &Desk<'_>, words: &str) -> Markup {
    let body = html! {
        (desk.head("It stopped", &desk.asked.period.to_string()))
        div class="box stop" role="alert" { h2 { "Nothing was released" } p { (words) } }
        p class="row" { a class="btn main" href=(desk.back()) { "Back to the report" } }
    };
    desk.page("Error: What would be told", None, body)
}

/// Another release was made since this one was decided.
pub fn stale(desk: &Desk<'_>) -> Markup {
    let body = html! {
        (desk.head("Another release was made meanwhile", &desk.asked.period.to_string()))
        div class="box stop" role="alert" {
            h2 { "Nothing was released" }
            p { "Since you looked, somebody made another release. What may be told depends on everything told before, so it has to be decided anew." }
        }
        (start(desk.asked, "Decide anew"))
    };
    desk.page("Error: Another release was made meanwhile", None, body)
}

/// The form that begins a look.
fn start(asked: &Asked, button: &str) -> Markup {
    html! {
        form class="row" method="post" action="/reports/releases/preview" {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="program" value=(asked.program.as_ref().map_or_else(|| ALL.to_owned(), |program| program.id.to_string()));
            input type="hidden" name="period" value=(asked.period);
            input type="hidden" name="years" value=(asked.years.map(|years| years.to_string()).unwrap_or_default());
            @if let Some(reason) = &asked.reason { input type="hidden" name="again" value="yes"; input type="hidden" name="reason" value=(reason); }
            button class="btn" { (button) }
        }
    }
}

/// What would be told, what would be hidden, and what brings most back.
pub fn page(desk: &Desk<'_>, job: &str, look: &Look) -> Markup {
    let found = &*look.preview;
    let period = match &found.draft {
        Ok(draft) => named(draft.period, draft.span, draft.years),
        Err(_) => desk.asked.period.to_string(),
    };
    let body = html! {
        (desk.head(TITLE, &period))
        div class="stack" {
            @if look.is_earlier { (earlier(desk, job, look)) }
            @match &found.draft {
                Ok(draft) => { (summary(draft)) (merges(desk, found)) (release(job, draft)) (tables(draft)) (hidden(draft)) },
                Err(words) => { div class="box stop" role="alert" { h2 { "This period cannot be released" } p { (words) } } (merges(desk, found)) },
            }
        }
    };
    desk.page(TITLE, None, body)
}

/// Why an earlier look is shown, and how to release what is on record now.
fn earlier(desk: &Desk<'_>, job: &str, look: &Look) -> Markup {
    let fewest = look.preview.draft.as_ref().ok().and_then(|draft| draft.frozen.iter().map(|frozen| frozen.threshold).min()).unwrap_or(0);
    html! {
        div class="box note stack" role="status" {
            h2 { "This is the look of " (desk.clock.zone().day(look.at).short(desk.clock.today())) ", " (desk.clock.zone().clock(look.at)) }
            p { "Since then the records of fewer than " (fewest) " clients changed. Two looks so close together could show what one of them answered, so you see the first one again. What changed since is not in it." }
            form class="row" method="post" action="/reports/releases" {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="job" value=(job);
                input type="hidden" name="unseen" value="yes";
                button class="btn" { "Release what is on record now, without a look" }
            }
        }
    }
}

fn summary(draft: &Draft) -> Markup {
    parts::card(
        "summary",
        "Who would be told how much",
        html! {
            dl class="facts in" {
                @for Lines { readers, told, all } in crate::reports::releases::merges::lines(draft) {
                    div { dt { (capital(readers.label())) } dd { (lines(whole(told), whole(all))) } }
                }
            }
            @if let Some(reason) = &draft.reason { p class="in small" { b { "Made again because: " } (reason) } }
            p class="in small dim" { "Nothing is released yet, and no figure is shown here: only which of the fixed list of counts would be told." }
        },
    )
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn release(job: &str, draft: &Draft) -> Markup {
    parts::card(
        "release",
        "Release it",
        html! {
            form class="in stack" method="post" action="/reports/releases" {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="job" value=(job);
                @if matches!(draft.period, Period::Month(..)) { p { "A month is for staff of this organization alone; funders and the public are told of quarters and years. It never changes. What is told now limits what can be told later of the same clients." } }
                @else { p { "It is made for all readers at once and never changes. What is told now limits what can be told later of the same clients." } }
                @if !draft.period.is_year() { p class="dim" { "After a part of a year, less can be told of the year." } }
                button class="btn main" { "Release it" }
            }
        },
    )
}

/// What could be released instead.
fn merges(desk: &Desk<'_>, found: &Preview) -> Markup {
    let now = found.draft.as_ref().ok().map(|draft| crate::reports::releases::merges::lines(draft));
    html! {
        @if !found.merges.is_empty() {
            (parts::card("merges", "What would bring more back", html! {
                ul class="rows" { @for merge in &found.merges { li { (offered(merge, now.as_deref())) } } }
            }))
        } @else if now.is_some_and(|now| now.iter().any(|lines| lines.told < lines.all)) {
            p class="small dim" { "Nothing that could be made instead would tell more: no longer period" @if desk.is_several { ", and not all programs together" } "." }
        }
    }
}

fn offered(merge: &Merge, now: Option<&[Lines]>) -> Markup {
    let words = merged(merge);
    html! {
        @match &merge.told {
            Ok(told) => {
                @for (place, Lines { readers, told, all }) in told.iter().enumerate() {
                    // Readers who are not told of this period at all have nothing to set it beside.
                    @let before = now.and_then(|now| now.iter().find(|lines| lines.readers == *readers)).map(|lines| lines.told);
                    p {
                        @if place == 0 { b { "With " (words) ": " } (readers.label()) } @else { "And " (readers.label()) }
                        " would be told " (lines(whole(*told), whole(*all)))
                        @if let Some(before) = before.filter(|before| told > before) { ", " b { (crate::values::grouped(whole(told - before))) " more" } } "."
                    }
                }
                (start(&merge.asked, &format!("Look at {words} instead")))
            },
            Err(why) => p { b { "With " (words) ": " } (why) },
        }
    }
}

/// "2024 to 2025 together", "all programs together", "the whole of 2025".
fn merged(merge: &Merge) -> String {
    match (merge.how, merge.asked.period) {
        (How::Years(years), period) => {
            let first = period.first().plus_years(1 - i16::from(years));
            format!("{} to {} together", first.year(), period.last().year())
        }
        (How::Programs, _) => "all programs together".to_owned(),
        (How::Year(year), _) => format!("the whole of {year}"),
        (How::Quarter(year, quarter), _) => format!("the whole quarter {quarter} of {year}"),
    }
}

fn sheet(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Everyone => "Everyone, without demographics",
        Sheet::Headline => "Owners of color, White owners only, no answer",
        Sheet::Race => "Race and ethnicity",
        Sheet::Sex => "Sex",
        Sheet::Places => "By program and area",
        Sheet::Alone => "One group alone, or several",
        Sheet::Ownership => "How much owners of color hold",
        Sheet::Combinations => "Combinations of groups",
        Sheet::RaceAndSex => "Race and sex together",
        Sheet::Replies => "Who answered, and how",
    }
}

fn tables(draft: &Draft) -> Markup {
    let table = html! {
        table class="grid" {
            caption class="vh" { "Counts that would be told, by table and readers" }
            thead { tr { th scope="col" { "Table" } th scope="col" class="num" { "Counts" } @for frozen in &draft.frozen { th scope="col" class="num" { "Told to " (frozen.readers.label()) } } } }
            tbody { @for (name, all, told) in by_sheet(draft) {
                tr { th scope="row" { (sheet(name)) } td class="num" { (all) } @for told in told { td class="num" { (told) } } }
            } }
        }
    };
    parts::card("tables", "Table by table", parts::scroll("Counts that would be told", table))
}

/// What would be hidden, for each kind of readers: never why, which would itself tell.
fn hidden(draft: &Draft) -> Markup {
    parts::card(
        "hidden",
        "What would be hidden",
        html! {
            div class="in stack" {
                p class="dim small" { "Hidden counts stay in the totals. Which of them are small is not said: it would help to find them." }
                @for (place, frozen) in draft.frozen.iter().enumerate() {
                    @let left = left_out(draft, place);
                    @let is_same = place > 0 && draft.frozen.get(place - 1).is_some_and(|before| before.counts == frozen.counts);
                    h3 { "From " (frozen.readers.label()) }
                    @if left.is_empty() { p { "Nothing." } }
                    @else if is_same { p { "The same." } }
                    @else { dl class="facts" { @for (first, counts) in &left { div { dt { (class(draft, first)) } dd { (points(counts)) } } } } }
                }
            }
        },
    )
}

fn class(draft: &Draft, count: &Count) -> String {
    let name = match count.class {
        Class::Headline(Headline::NoAnswer) => "No answer about race and ethnicity".to_owned(),
        Class::NoSex => "No answer about sex".to_owned(),
        Class::Reply(question, _) | Class::Silent(question) => format!("{}: who answered, and how", question.label()),
        class => class.label(),
    };
    let at = |names: &[String], number: u16| names.get(usize::from(number)).cloned().unwrap_or_default();
    match count.place {
        Place::Everywhere => name,
        Place::Area(area) => format!("{name}, in {}", at(&draft.areas, area)),
        Place::Program(program) => format!("{name}, in {}", at(&draft.programs, program)),
    }
}

fn points(counts: &[(Count, Left)]) -> String {
    let of = |which: Left| -> Vec<String> { counts.iter().filter(|(_, left)| *left == which).map(|(count, _)| counted(count)).collect() };
    let (hidden, unchanged) = (of(Left::Hidden).join(", "), of(Left::Unchanged).join(", "));
    match (hidden.is_empty(), unchanged.is_empty()) {
        (false, true) => capital(&hidden),
        (true, false) => format!("As the release before told it: {unchanged}"),
        _ => format!("{}. As the release before told it: {unchanged}", capital(&hidden)),
    }
}

/// What a line counts, beside the name of its class.
fn counted(count: &Count) -> String {
    match count.class {
        Class::Reply(..) | Class::Silent(_) => count.class.label().to_lowercase(),
        _ => point(count.point).to_owned(),
    }
}

fn point(point: Point) -> &'static str {
    match point {
        Point::Enrolled => "enrolled",
        Point::Served => "served",
        Point::Referred => "referred",
        Point::Accepted => "accepted by a partner",
        Point::Completed => "referral completed",
        Point::Awarded => "awarded a resource",
        Point::Joined => "joined in the period",
        Point::SeenBy30 => "served within 30 days",
        Point::SeenBy60 => "served within 60 days",
        Point::SeenBy90 => "served within 90 days",
        Point::Declined => "a partner said no",
        Point::Unanswered => "no answer came",
        Point::Disputed => "disagreement about the end",
        Point::Answered => "an application was answered",
        Point::PayKnown => "pay is known",
        Point::LivingWage => "pays a living wage",
    }
}
