//! The small forms of a referral, one for each deed: staff and partners use the same ones with their own words.

use super::sheet;
use crate::programs::queries::Code;
use crate::referrals::deed::{ACCEPT_AND_HOLD, DeedForm, is_filled};
use crate::referrals::fact::Fact;
use crate::referrals::fields::Typed;
use crate::referrals::lifecycle::{Event, Party, Status, transition};
use crate::referrals::queries::Choices;
use crate::referrals::results;
use crate::values::{Day, Source};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What every form of a page shares.
pub struct Forms<'a> {
    /// Where they are posted.
    pub action: &'a str,
    /// The version they are drawn from.
    pub version: i64,
    /// Where the referral stands.
    pub status: Status,
    /// The lists to choose from.
    pub choices: &'a Choices,
    /// Today, for dates that are usually today.
    pub today: Day,
    /// A form that came back, with what is wrong with it.
    pub again: Option<(&'a DeedForm, &'a Complaints)>,
}

impl Forms<'_> {
    /// The complaints about the form that came back.
    pub fn summary(&self) -> Markup {
        html! { @if let Some((_, complaints)) = self.again { (parts::error_summary(complaints)) } }
    }

    fn is_again(&self, event: Event, then_hold: bool) -> bool {
        self.again.is_some_and(|(form, _)| form.event == event && form.then_hold == then_hold)
    }

    /// One deed: a button where nothing is asked, otherwise a form to unfold.
    pub fn deed(&self, event: Event, party: Party, is_main: bool) -> Markup {
        self.draw(event, party, is_main, false)
    }

    /// "Yes, and the waiting list": two events in one form.
    pub fn accept_and_hold(&self) -> Markup {
        self.draw(Event::Accept, Party::Partner, false, true)
    }

    /// The partner was asked on the telephone or in person already: the same sending, without a notice to them.
    pub fn asked_outside(&self) -> Markup {
        let options = self.options(Fact::AskedOutside, Event::Send, true).unwrap_or_default();
        let control = select("outside", Fact::AskedOutside.code(), "", &options, false);
        html! {
            details {
                summary { "The partner was asked already" }
                form class="in stack" method="post" action=(self.action) {
                    (self.hidden(Event::Send, false))
                    (labelled("outside", Fact::AskedOutside.label(), None, None, control))
                    p class="small dim" { "No notice goes to the partner. What they answer can be written down here, and a link can be made for them later." }
                    button class="btn" { "Save: it was sent" }
                }
            }
        }
    }

    fn draw(&self, event: Event, party: Party, is_main: bool, then_hold: bool) -> Markup {
        let label = if then_hold { "Yes, but there is a waiting list" } else { event.label_for(party) };
        let facts = self.facts(event, then_hold);
        let button = match (is_main, party) {
            (true, _) => "btn main",
            (false, Party::Partner) => "btn full",
            (false, _) => "btn",
        };
        if facts.is_empty() && party != Party::AdvisorOnBehalf {
            return html! {
                form method="post" action=(self.action) { (self.hidden(event, then_hold)) button class=(button) { (label) } }
            };
        }
        let again = self.is_again(event, then_hold);
        html! {
            details open[again || (is_main && party != Party::Partner)] {
                summary class=[(party == Party::Partner).then_some(if is_main { "btn main full" } else { "btn full" })] { (label) }
                form class="in stack" method="post" action=(self.action) {
                    (self.hidden(event, then_hold))
                    @if party == Party::AdvisorOnBehalf { (self.source(event, again, None)) }
                    @else if party == Party::Advisor && Event::MAY_COME_FROM_PARTNER.contains(&event) { (self.source(event, again, Some("if the partner told you"))) }
                    @for (fact, is_needed) in facts { (self.field(event, party, fact, is_needed, again, then_hold)) }
                    (self.results(event, again))
                    button class="btn main" { (if party == Party::Partner { "Send this answer" } else { "Save" }) span class="vh" { ": " (label) } }
                }
            }
        }
    }

    fn hidden(&self, event: Event, then_hold: bool) -> Markup {
        html! {
            input type="hidden" name="event" value=(if then_hold { ACCEPT_AND_HOLD } else { event.code() });
            (parts::form_key(&forms::fresh_key(), Some(self.version)))
        }
    }

    /// The facts somebody types for an event, and whether each must be there.
    fn facts(&self, event: Event, then_hold: bool) -> Vec<(Fact, bool)> {
        let Some(row) = transition(event, Some(self.status)) else { return Vec::new() };
        let asked = |fact: &&Fact| !is_filled(event, **fact) && !fact.label().is_empty();
        let left_out = |fact: &&Fact| {
            !matches!(fact, Fact::Results | Fact::MoreResults if self.choices.results.is_empty())
                && !matches!((fact, event), (Fact::SharedNote | Fact::Delivered, Event::UndoLast | Event::Progress))
        };
        let mut facts: Vec<(Fact, bool)> = row.records.iter().filter(asked).map(|fact| (*fact, true)).collect();
        facts.extend(row.may_record.iter().filter(asked).filter(left_out).map(|fact| (*fact, false)));
        // A reason for sending all the same is asked for only after it was refused without one.
        if event == Event::Send && !self.is_again(event, then_hold) {
            facts.clear();
        }
        if then_hold {
            facts.extend([(Fact::ReviewOn, true), (Fact::WaitlistPosition, false)]);
        }
        facts
    }

    /// The kind's own results: the few that stand open, and the others folded under what they belong to.
    fn results(&self, event: Event, again: bool) -> Markup {
        let Some(kind) = self.choices.kind else { return html! {} };
        let (typed, complaints) = match self.again {
            Some((form, complaints)) if again => (form.more.clone(), complaints.clone()),
            _ => (Typed::new(), Complaints::default()),
        };
        let prefix = if again { String::new() } else { format!("{}-", event.code()) };
        html! {
            @for block in results::blocks(kind, event) {
                @let is_used = block.fields.iter().any(|field| complaints.on(field.code).is_some() || typed.get(field.code).is_some_and(|texts| texts.iter().any(|text| !text.is_empty())));
                @let controls = html! { @for field in block.fields { (sheet::control(field, &typed, &complaints, &prefix)) } };
                @if block.title.is_empty() { div class="sheet" { (controls) } }
                @else { details open[is_used] { summary { (block.title) } div class="sheet in" { (controls) } } }
            }
        }
    }

    /// Results besides the main one, as ticks.
    fn more_results(&self, id: &str, value: &str) -> Markup {
        html! {
            details open[!value.is_empty()] {
                summary { (Fact::MoreResults.label()) }
                fieldset id=(id) class="in" {
                    legend class="vh" { (Fact::MoreResults.label()) }
                    div class="chips" {
                        @for code in &self.choices.results {
                            label { input type="checkbox" name=(Fact::MoreResults.code()) value=(code.code) checked[value.split(',').any(|one| one == code.code)]; span { (code.label) } }
                        }
                    }
                }
            }
        }
    }

    fn typed(&self, fact: Fact, again: bool) -> String {
        match self.again {
            Some((form, _)) if again => form.of(fact).to_owned(),
            // The day somebody was told is never filled in beforehand: it is to be true.
            _ if matches!(fact, Fact::ContactedOn | Fact::EndOn) => self.today.to_string(),
            _ => String::new(),
        }
    }

    fn source(&self, event: Event, again: bool, hint: Option<&str>) -> Markup {
        let id = if again { "source".to_owned() } else { format!("{}-source", event.code()) };
        let complaint = self.again.filter(|_| again).and_then(|(_, complaints)| complaints.on("source"));
        let chosen = self.again.filter(|_| again).map_or("", |(form, _)| form.source.as_str());
        let options = parts::options::<Source>(Some("Choose"));
        labelled(&id, "How do you know?", hint, complaint, select(&id, "source", chosen, &options, complaint.is_some()))
    }

    fn field(&self, event: Event, party: Party, fact: Fact, is_needed: bool, again: bool, then_hold: bool) -> Markup {
        let id = match (again, then_hold) {
            (true, _) => fact.code().to_owned(),
            (false, true) => format!("list-{}", fact.code()),
            (false, false) => format!("{}-{}", event.code(), fact.code()),
        };
        let complaint = self.again.filter(|_| again).and_then(|(_, complaints)| complaints.on(fact.code()));
        let value = self.typed(fact, again);
        let (label, bad) = (label_of(fact, event, party), complaint.is_some());
        if fact == Fact::WantsNothingMore {
            return html! { div class="tick" { input type="checkbox" id=(id) name=(fact.code()) value="yes" checked[!value.is_empty()]; label for=(id) { (label) } } };
        }
        if fact == Fact::MoreResults {
            return self.more_results(&id, &value);
        }
        let hint = hint_of(fact, event).or((!is_needed).then_some("optional"));
        let name = fact.code();
        let control = match self.options(fact, event, is_needed) {
            Some(options) => select(&id, name, &value, &options, bad),
            None if fact.is_date() => line(&id, name, "date", &value, bad),
            None if matches!(fact, Fact::Question | Fact::Answer | Fact::Attempts | Fact::Comment | Fact::SharedNote) => html! {
                textarea class="inp" id=(id) name=(name) rows="3" aria-invalid=[bad.then_some("true")] aria-describedby=[bad.then(|| format!("{id}-error"))] { "\n" (value) }
            },
            None => line(&id, name, "text", &value, bad),
        };
        labelled(&id, label, hint, complaint, control)
    }

    fn options(&self, fact: Fact, event: Event, is_needed: bool) -> Option<Vec<(String, String)>> {
        let words =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(code, words)| ((*code).to_owned(), (*words).to_owned())).collect::<Vec<_>>();
        let codes = |codes: &[Code]| codes.iter().map(|code| (code.code.clone(), code.label.clone())).collect::<Vec<_>>();
        let options = match fact {
            Fact::Reason => match event {
                Event::Reject => codes(&self.choices.decline),
                Event::Hold => codes(&self.choices.hold),
                Event::Withdraw => codes(&self.choices.withdraw),
                Event::Fail => codes(&self.choices.fail),
                Event::Reopen => codes(&self.choices.reopen),
                Event::MarkError => words(&[
                    ("duplicate", "Entered twice"),
                    ("wrong_client", "Wrong client"),
                    ("test", "Only a test"),
                    ("other", "Other (say what)"),
                ]),
                _ => codes(&self.choices.recall),
            },
            Fact::Stage => codes(&self.choices.stages),
            Fact::Outcome => codes(&self.choices.need_met),
            Fact::Results => codes(&self.choices.results),
            Fact::NextStep => codes(&self.choices.next_step),
            Fact::NeedMet => words(&[("yes", "Yes"), ("partly", "Partly"), ("no", "No")]),
            Fact::EligibilityChecked => words(&[("yes", "Yes"), ("no", "No")]),
            Fact::Happened => words(&[("yes", "Yes"), ("not_as_reported", "Not quite"), ("no", "No")]),
            Fact::Rating => words(&[("5", "Yes, fully"), ("4", "Mostly"), ("3", "In part"), ("2", "Little"), ("1", "No, not at all")]),
            Fact::WasMissing => codes(&self.choices.missing),
            // Whoever says nothing about it is read by the program alone.
            Fact::CommentVisibility => return Some(words(&[("program", "Only the program"), ("partner", "The partner too")])),
            Fact::ContactChannel | Fact::AskedOutside => parts::options::<Source>(None),
            Fact::AskedOf => words(&[("entrepreneur", "The business owner"), ("advisor", "The advisor")]),
            Fact::NextMove => words(&[
                ("partner", "The partner"),
                ("entrepreneur", "The business owner"),
                ("advisor", "The advisor"),
                ("third_party", "Somebody else"),
            ]),
            _ => return None,
        };
        let first = (String::new(), if is_needed { "Choose" } else { "No answer" }.to_owned());
        Some(std::iter::once(first).chain(options).collect())
    }
}

fn label_of(fact: Fact, event: Event, party: Party) -> &'static str {
    match (fact, event, party) {
        (Fact::Reason, Event::Reject, Party::Partner) => "Why not?",
        (Fact::Reason, Event::Hold, _) => "Why does it pause?",
        (Fact::Reason, Event::Fail, _) => "Why did it not work out?",
        (Fact::ReasonText, ..) => "In your own words",
        (Fact::ResponsiblePerson, _, Party::Partner) => "Who will look after it?",
        (Fact::FirstContactOn, _, Party::Partner) => "By when will you contact them?",
        (Fact::EligibilityChecked, _, Party::AdvisorOnBehalf) => "Did they check that the client qualifies?",
        (Fact::NeedMet, ..) => "Did they get the help they needed?",
        (Fact::Alternative, _, Party::Partner) => "Do you know who could help?",
        _ => fact.label(),
    }
}

fn hint_of(fact: Fact, event: Event) -> Option<&'static str> {
    match (fact, event) {
        (Fact::ReasonText, event) if event.fixed_reason().is_some() => Some("optional; the client may read it"),
        (Fact::ReasonText, _) => Some("needed if you choose Other; the client may read it"),
        (Fact::Attempts, _) => Some("needed if they could not be reached; one a line, such as 2026-11-20 call"),
        (Fact::Results, _) => Some("needed if the need was met, fully or partly"),
        (Fact::Delivered, _) => Some("such as 5,200 sq ft, $4,000 or 12 hours; if it was nothing, write none"),
        (Fact::WasMissing, _) => Some("if it did not meet the need; if you choose Other, say what in your own words"),
        (Fact::SharedNote, Event::RecordNextStep) => Some("needed if you gave other help; the client reads it"),
        (Fact::ReviewOn, Event::RecordNextStep) => Some("needed if the client tries again later"),
        (Fact::NextExpectedOn, _) => Some("the client is told this day"),
        _ => None,
    }
}

fn labelled(id: &str, label: &str, hint: Option<&str>, complaint: Option<&str>, control: Markup) -> Markup {
    html! {
        div {
            label for=(id) { (label) @if let Some(hint) = hint { " " span class="hint" { (hint) } } }
            @if let Some(words) = complaint { span class="err" id={ (id) "-error" } { (words) } }
            (control)
        }
    }
}

fn line(id: &str, name: &str, kind: &str, value: &str, bad: bool) -> Markup {
    html! {
        input class="inp" id=(id) name=(name) type=(kind) value=(value) autocomplete="off" aria-invalid=[bad.then_some("true")] aria-describedby=[bad.then(|| format!("{id}-error"))];
    }
}

fn select(id: &str, name: &str, chosen: &str, options: &[(String, String)], bad: bool) -> Markup {
    html! {
        select class="inp" id=(id) name=(name) aria-invalid=[bad.then_some("true")] aria-describedby=[bad.then(|| format!("{id}-error"))] {
            @for (code, words) in options { option value=(code) selected[code == chosen] { (words) } }
        }
    }
}
