//! The pages before signing in, one's own account, and the list of accounts.

use super::alerts::Alert;
use super::settling::{SETTLES_DAYS, Settling};
use super::step_up::Typed;
use super::{Account, Viewer, totp};
use crate::config::Clock;
use crate::values::{Day, InvitationKind, OrganizationRole, Vocabulary, Zone};
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::{Access, Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What is typed to invite somebody. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountForm {
    /// Key of the form.
    pub key: String,
    /// E-mail address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Telephone.
    pub telephone: String,
    /// Roles over the organization.
    #[serde(default)]
    pub role: Vec<String>,
    /// Programs where they are an advisor.
    #[serde(default)]
    pub advisor_in: Vec<String>,
    /// Programs that they manage.
    #[serde(default)]
    pub manager_in: Vec<String>,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

impl AccountForm {
    /// What proves who asks.
    pub(super) fn typed(&self) -> Typed {
        Typed { password: self.password.clone(), code: self.code.clone() }
    }
}

/// Password and code. Nothing typed here is ever drawn again.
pub fn proof(viewer: &Viewer, complaints: &Complaints) -> Markup {
    if viewer.is_demo {
        return html! { p class="small dim" { "In a real folder you type your password and a new one-time code here. A demo asks for neither." } };
    }
    html! {
        div class="stack" {
            (parts::field("password", "Your password", Some("once more"), complaints, |wiring| wiring.line("", "password", Some("current-password"))))
            (parts::field("code", "A new code from your app", Some("six digits"), complaints, |wiring| wiring.line("", "number", Some("one-time-code"))))
        }
    }
}

/// What a guardian was told lately; nothing where there is nothing.
pub fn told(alerts: &[Alert], zone: &Zone, today: Day) -> Markup {
    if alerts.is_empty() {
        return html! {};
    }
    parts::card(
        "told",
        "What you were told",
        html! {
            ul class="rows" {
                @for alert in alerts {
                    li {
                        p { (alert.sentence()) @if let Some(page) = alert.page() { " " a href=(page) { "See it" } } }
                        p class="small dim" { (zone.day(alert.at).short(today)) ", " (zone.clock(alert.at)) @if alert.is_mailed { ", mailed to you too" } ". " (alert.advice()) }
                    }
                }
            }
        },
    )
}

/// A page of the list of accounts.
pub struct Listed {
    pub(super) accounts: Vec<Account>,
    pub(super) leaf: Leaf,
    pub(super) has_more: bool,
}

fn before(title: &str, complaints: &Complaints, body: Markup) -> Markup {
    let title = titled(title, complaints);
    solo(&Solo { title: &title, ..Solo::default() }, html! { div class="stack" { (body) } })
}

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

pub(super) fn sign_in(organization: &str, next: &str, email: &str, complaints: &Complaints) -> Markup {
    before(
        "Sign in",
        complaints,
        html! {
            h1 { "Sign in" }
            p class="dim" { (organization) ". For staff. If you are a client or a partner, use the private link you were given." }
            (parts::error_summary(complaints))
            form class="stack card in" method="post" action="/sign-in" {
                input type="hidden" name="next" value=(next);
                (parts::field("email", "E-mail address", None, complaints, |wiring| wiring.line(email, "email", Some("username"))))
                (parts::field("password", "Password", None, complaints, |wiring| wiring.line("", "password", Some("current-password"))))
                button class="btn main" { "Sign in" }
            }
            p class="small dim" { "No password yet? Your administrator sends you an invitation link. Forgot it? They can send you a new one." }
        },
    )
}

pub(super) fn code(complaints: &Complaints) -> Markup {
    before(
        "Your code",
        complaints,
        html! {
            h1 { "Your code" }
            p { "Open your authenticator app and type the six digits it shows for Fairfloor." }
            (parts::error_summary(complaints))
            form class="stack card in" method="post" action="/sign-in/code" {
                (parts::field("code", "Code", None, complaints, |wiring| wiring.line("", "number", Some("one-time-code"))))
                button class="btn main" { "Sign in" }
            }
            p class="small dim" { "Lost your telephone? Your administrator can reset your sign-in." }
        },
    )
}

pub(super) fn enroll(address: &str, secret: &str, complaints: &Complaints) -> Markup {
    before(
        "Set up your code",
        complaints,
        html! {
            h1 { "Set up your code" }
            p { "Besides your password, signing in asks for a code from your telephone. You do this once." }
            (parts::error_summary(complaints))
            section class="card" {
                h2 { "1. Add Fairfloor to an authenticator app" }
                div class="in stack" {
                    p { "Scan this with any authenticator app (the one on your telephone will do)." }
                    (totp::picture(address))
                    p { "On this telephone already? " a href=(address) { "Open it in your app" } ", or type this secret:" }
                    p { code { (secret) } }
                }
            }
            form class="card" method="post" action="/sign-in/enroll" {
                h2 { "2. Type the code it shows" }
                div class="in stack" {
                    (parts::field("code", "Code", None, complaints, |wiring| wiring.line("", "number", Some("one-time-code"))))
                    button class="btn main" { "Finish and sign in" }
                }
            }
        },
    )
}

pub(super) fn invitation(email: &str, kind: InvitationKind, complaints: &Complaints) -> Markup {
    if kind == InvitationKind::Demo {
        return before(
            "Enter the demo",
            complaints,
            html! {
                h1 { "Enter the demo" }
                p class="lead" { "You will be signed in as " b { (email) } ". Everyone in here is made up." }
                form method="post" { button class="btn main" { "Sign in" } }
            },
        );
    }
    let title = if kind == InvitationKind::Reset { "Set a new password" } else { "Welcome to Fairfloor" };
    before(
        title,
        complaints,
        html! {
            h1 { (title) }
            p { "You will sign in as " b { (email) } ". Choose a password: a few words that do not belong together are safe and easy to remember." }
            (parts::error_summary(complaints))
            form class="stack card in" method="post" {
                input type="hidden" name="username" value=(email) autocomplete="username" disabled;
                (parts::field("password", "Password", Some("at least 8 characters"), complaints, |wiring| wiring.line("", "password", Some("new-password"))))
                (parts::field("again", "The same password again", None, complaints, |wiring| wiring.line("", "password", Some("new-password"))))
                button class="btn main" { "Save password" }
            }
        },
    )
}

/// What one's own account shows besides who one is.
pub struct Own {
    pub(super) away: Option<Day>,
    pub(super) settles: Option<Settling>,
    pub(super) alerts: Vec<Alert>,
}

pub(super) fn account(viewer: &Viewer, own: &Own, (zone, today): (&Zone, Day), complaints: &Complaints, saved: bool) -> Markup {
    let away = own.away;
    let title = titled("Your account", complaints);
    let roles = html! {
        ul {
            @for seat in &viewer.seats { li { (seat.role.label()) ", " (seat.name) } }
            @for role in &viewer.organization { li { (role.label()) } }
        }
    };
    let body = html! {
        (parts::head(None, "Your account", None))
        @if saved { p class="box good" role="status" { "Your password was changed. Everywhere else you are signed out." } }
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("ac", "Who you are", html! {
                div class="in stack" {
                    @if let Some(settling) = own.settles.filter(|_| viewer.is(Access::Steward) || viewer.is(Access::Auditor)) { p class="box stop" { (settling.refusal("open answers, agree to it, or make a filing", zone, today)) } }
                    (parts::facts(&[("Name", html! { (viewer.name) }, None), ("E-mail", html! { (viewer.email) }, None), ("Roles", roles, None)]))
                    form method="post" action="/sign-out" { button class="btn" { "Sign out" } }
                }
            }))
            (parts::card("aw", "Away", html! {
                form class="in stack" method="post" action="/account/away" {
                    @if let Some(until) = away { p { (parts::tag("wait", "Away")) " Until " (until.in_words()) ", messages to you go to your managers too." } }
                    (parts::field("away_until", "Away until", Some("the last day; empty when you are back"), complaints, |wiring| wiring.text(&away.map(|until| until.to_string()).unwrap_or_default(), "date")))
                    button class="btn" { "Save" span class="vh" { " how long you are away" } }
                }
            }))
            (told(&own.alerts, zone, today))
            (parts::card("pw", "Change your password", html! {
                form class="in stack" method="post" action="/account/password" {
                    (parts::field("current", "Password now", None, complaints, |wiring| wiring.line("", "password", Some("current-password"))))
                    (parts::field("password", "New password", Some("at least 8 characters"), complaints, |wiring| wiring.line("", "password", Some("new-password"))))
                    (parts::field("again", "New password again", None, complaints, |wiring| wiring.line("", "password", Some("new-password"))))
                    button class="btn main" { "Change password" }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(&title, "/account"), body)
}

pub(super) fn accounts(
    viewer: &Viewer,
    listed: &Listed,
    programs: &[(i64, String)],
    form: &AccountForm,
    complaints: &Complaints,
    link: Option<&str>,
) -> Markup {
    let title = titled("Accounts", complaints);
    let body = html! {
        (parts::head(None, "Accounts", Some(html! { "Everyone who can sign in. Closing an account signs it out at once; what it did stays on record." })))
        (parts::error_summary(complaints))
        @if let Some(link) = link {
            div class="box good stack" role="status" {
                h2 { "The link" }
                p { "Give it to this person only. It works once, within seven days, and is shown nowhere again." }
                p { label for="link" { "Invitation link" } input class="inp" id="link" readonly value=(link); }
            }
        }
        div class="cols" {
            (parts::card("list", "Everyone", html! { ul class="rows" { @for account in &listed.accounts { (account_row(viewer, account)) } } (parts::leaves("/accounts", listed.leaf, listed.has_more)) }))
            (parts::card("new", "Invite somebody", invite_form(viewer, programs, form, complaints)))
        }
    };
    staff(&viewer.chrome(), &Page::new(&title, "/accounts"), body)
}

fn account_row(viewer: &Viewer, account: &Account) -> Markup {
    let roles: Vec<String> = account
        .programs
        .iter()
        .map(|(program, role)| format!("{}, {program}", role.label()))
        .chain(account.organization.iter().map(|role| role.label().to_owned()))
        .collect();
    html! {
        li {
            div class="row" {
                h3 { (account.name) }
                @if account.is_disabled { (parts::tag("", "Closed")) } @else if !account.has_password { (parts::tag("wait", "Invited")) } @else { (parts::tag("good", "Active")) }
            }
            p class="dim" { (account.email) @if let Some(telephone) = &account.telephone { " · " (telephone) } }
            p class="small dim" { (roles.join(" · ")) }
            @if !account.is_disabled && account.id != viewer.id {
                div class="row gap" {
                    a class="btn mini" href={ "/accounts/" (account.id) "/reset" } { "New sign-in link" span class="vh" { " for " (account.name) } }
                    form method="post" action={ "/accounts/" (account.id) "/closing" } { input type="hidden" name="version" value=(account.version); button class="btn mini" { "Close account" span class="vh" { " of " (account.name) } } }
                }
            }
        }
    }
}

fn invite_form(viewer: &Viewer, programs: &[(i64, String)], form: &AccountForm, complaints: &Complaints) -> Markup {
    let boxes = |name: &'static str, chosen: &[String], value: String, words: String| {
        html! { label { input type="checkbox" name=(name) value=(value) checked[chosen.contains(&value)]; span { (words) } } }
    };
    html! {
        form class="in stack" method="post" action="/accounts" {
            (parts::form_key(&forms::fresh_key(), None))
            (parts::field("name", "Name", None, complaints, |wiring| wiring.text(&form.name, "text")))
            (parts::field("email", "E-mail address", None, complaints, |wiring| wiring.text(&form.email, "email")))
            (parts::field("telephone", "Telephone", Some("optional, clients see it"), complaints, |wiring| wiring.text(&form.telephone, "tel")))
            fieldset id="role" {
                legend class="lbl-h" { "Roles" }
                @if let Some(words) = complaints.on("role") { span class="err" { (words) } }
                div class="chips" {
                    @for (key, name) in programs {
                        (boxes("advisor_in", &form.advisor_in, key.to_string(), format!("Advisor, {name}")))
                        (boxes("manager_in", &form.manager_in, key.to_string(), format!("Manager, {name}")))
                    }
                    @for role in OrganizationRole::ALL { (boxes("role", &form.role, role.code().to_owned(), role.label().to_owned())) }
                }
            }
            p class="small dim" { "Whoever becomes " (OrganizationRole::Steward.label()) " or " (OrganizationRole::Auditor.label()) " cannot open people's answers, agree to that, or make a filing for " (SETTLES_DAYS) " days. Everybody who guards the data is told of it at once." }
            (why_proof())
            (proof(viewer, complaints))
            button class="btn main" { "Make the invitation" }
        }
    }
}

/// Why giving access asks who one is once more.
fn why_proof() -> Markup {
    html! { p class="small dim" { "Giving access is how answers could come into wrong hands. So nobody does it at a screen that you left open: type your password and a new code." } }
}

/// Draws the page that takes password and code of somebody away and makes a link to set new ones.
pub(super) fn reset(viewer: &Viewer, account: &Account, complaints: &Complaints) -> Markup {
    let title = format!("A new sign-in link for {}", account.name);
    let guards = [OrganizationRole::Steward, OrganizationRole::Auditor].iter().any(|role| account.organization.contains(role));
    let body = html! {
        (parts::head(Some(html! { a href="/accounts" { "Accounts" } }), &title, None))
        (parts::error_summary(complaints))
        (parts::card("reset", "Make the link", html! {
            form class="in stack" method="post" action={ "/accounts/" (account.id) "/reset" } {
                (parts::form_key(&forms::fresh_key(), Some(account.version)))
                p { "Their password and code stop working at once, and they are signed out everywhere. With the link they set new ones." }
                @if guards { p class="box note" { "For " (SETTLES_DAYS) " days after that they cannot open people's answers, agree to that, or make a filing. Everybody who guards the data is told of it at once." } }
                p { "Make sure that it is they who ask: call them on a number that you know." }
                (why_proof())
                (proof(viewer, complaints))
                button class="btn main" { "Make the link" }
            }
        }))
    };
    staff(&viewer.chrome(), &Page::new(&titled(&title, complaints), "/accounts"), body)
}

/// What somebody cannot do yet, until when, and why: before the button that would be refused. `deed` is what follows "you cannot".
pub fn not_yet(settles: Option<Settling>, deed: &str, clock: &Clock) -> Markup {
    html! { @if let Some(settling) = settles { p class="box stop" { (settling.refusal(deed, clock.zone(), clock.today())) } } }
}
