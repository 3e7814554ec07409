//! The two layouts: staff pages with navigation, and solo pages for entrepreneurs, partners and everything before signing in.

use super::icons::{Icon, icon, mark};
use super::{assets, parts};
use crate::i18n::{Args, Language};
use maud::{DOCTYPE, Markup, html};

/// A place in the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Address.
    pub href: &'static str,
    /// Words.
    pub label: &'static str,
    /// Picture.
    pub icon: Icon,
    /// Shown on wide screens only; a phone's bar holds five.
    pub wide_only: bool,
}

/// What a staff page says about the person who reads it.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// Their name.
    pub name: String,
    /// Their roles in words.
    pub roles: String,
    /// Where they can go. Only what works is here.
    pub tabs: Vec<Tab>,
    /// True when they log services.
    pub logs_services: bool,
    /// True when there is a search box for them.
    pub searches: bool,
    /// True in a folder of made-up people.
    pub is_demo: bool,
}

/// A message after a deed, with the way to take it back.
#[derive(Debug, Clone)]
pub struct Toast {
    /// What was done.
    pub words: String,
    /// Address that takes it back, and the version it applies to.
    pub undo: Option<(String, i64)>,
}

/// A staff page.
pub struct Page<'p> {
    /// Title; "Error: " is put before it where the form has complaints.
    pub title: &'p str,
    /// Address of the tab that is lit.
    pub tab: &'p str,
    /// Where the person can jump from the palette besides the tabs: words and address.
    pub toast: Option<Toast>,
    /// Reload by itself after this many seconds: for long work.
    pub refresh: Option<u32>,
}

impl<'p> Page<'p> {
    /// A page under a tab.
    pub fn new(title: &'p str, tab: &'p str) -> Self {
        Self { title, tab, toast: None, refresh: None }
    }

    /// Looks again by itself.
    #[must_use]
    pub fn refreshing(mut self, seconds: u32) -> Self {
        self.refresh = Some(seconds);
        self
    }

    /// With a message after a deed.
    #[must_use]
    pub fn with_toast(mut self, toast: Option<Toast>) -> Self {
        self.toast = toast;
        self
    }
}

/// `is_own` on a page of an entrepreneur, which is to be small: it goes without what only staff and partners see.
fn head(title: &str, refresh: Option<u32>, is_own: bool) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            @if let Some(seconds) = refresh { meta http-equiv="refresh" content=(seconds); }
            title { (title) " · Fairfloor" }
            link rel="icon" href=(assets::address("icon.svg"));
            link rel="stylesheet" href=(assets::address("app.css"));
            @if !is_own { link rel="stylesheet" href=(assets::address("office.css")); }
            script src=(assets::address("app.js")) defer {}
        }
    }
}

/// Draws a staff page.
pub fn staff(chrome: &Chrome, page: &Page<'_>, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            (head(page.title, page.refresh, false))
            body class="staff" {
                a class="skip" href="#main" { "Skip to main content" }
                header class="bar" {
                    a class="brand" href="/" { (mark()) span { "Fairfloor" } }
                    @if chrome.searches {
                        a class="find" href="/find" data-open="cmd" { (icon(Icon::Search, 20)) span class="lbl" { "Find or do anything" } kbd class="push" { "Ctrl K" } }
                    }
                    @if chrome.logs_services { a class="btn main push" href="/today#log" { (icon(Icon::Plus, 18)) " Log a service" } }
                    a class=(if chrome.searches { "face" } else { "face push" }) href="/account" { (parts::initials(&chrome.name)) span class="vh" { ": " (chrome.name) ", your account" } }
                }
                (nav(chrome, page.tab))
                main class="page" id="main" {
                    @if chrome.is_demo { p class="tag wait demo" { "Demo: everyone here is made up" } }
                    (body)
                }
                @if chrome.searches { (palette(chrome)) }
                @if let Some(toast) = &page.toast { (parts::toast(toast)) }
            }
        }
    }
}

/// How many places the bar of a phone has.
const PLACES: usize = 5;

/// True for a tab that a phone's bar has no place for; whoever searches finds it with the search box.
fn is_wide(chrome: &Chrome, place: usize) -> bool {
    let places = PLACES - usize::from(chrome.logs_services);
    let before = chrome.tabs.iter().take(place).filter(|tab| !tab.wide_only).count();
    chrome.tabs.get(place).is_some_and(|tab| tab.wide_only || (chrome.searches && before >= places))
}

fn nav(chrome: &Chrome, current: &str) -> Markup {
    html! {
        nav class="tabs" aria-label="Main" {
            a class="brand wide" href="/" { (mark()) span { "Fairfloor" } }
            ul {
                @for (place, tab) in chrome.tabs.iter().enumerate() {
                    @if place == 2 && chrome.logs_services { li class="slim" { a class="go" href="/today#log" { (icon(Icon::Plus, 22)) span { "Log" } } } }
                    li class=[is_wide(chrome, place).then_some("wide")] {
                        a href=(tab.href) aria-current=[(tab.href == current).then_some("page")] { (icon(tab.icon, 22)) span { (tab.label) } }
                    }
                }
            }
            a class="who" href="/account" { span class="face" aria-hidden="true" { (parts::initials(&chrome.name)) } span { b { (chrome.name) } br; small class="dim" { (chrome.roles) } } }
        }
    }
}

/// The command palette: an extra. Without script the search page does the same.
fn palette(chrome: &Chrome) -> Markup {
    html! {
        dialog class="cmd" id="cmd" aria-label="Find or do anything" {
            form action="/find" method="get" {
                label class="vh" for="cmd-q" { "Type a name, a number or an action" }
                input id="cmd-q" name="q" type="search" placeholder="Name, number or action" autocomplete="off";
            }
            ul {
                @if chrome.logs_services {
                    li { a href="/today#log" { "Log a service" span class="kind" { "action" } } }
                    li { a href="/clients/new" { "Register a client" span class="kind" { "action" } } }
                }
                @for tab in &chrome.tabs { li { a href=(tab.href) { (tab.label) span class="kind" { "page" } } } }
            }
        }
    }
}

/// A solo page: one column, no navigation.
#[derive(Default)]
pub struct Solo<'p> {
    /// Title, in the language of the page.
    pub title: &'p str,
    /// Language of the page.
    pub language: Language,
    /// Address to which another language is posted, as `language`; none where the page is in English alone.
    pub switch: Option<&'p str>,
    /// What stands at the foot.
    pub foot: Option<Markup>,
    /// Reload by itself after this many seconds: for long work.
    pub refresh: Option<u32>,
}

/// Draws a solo page.
pub fn solo(page: &Solo<'_>, body: Markup) -> Markup {
    let language = page.language;
    html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(language.direction().code()) {
            (head(page.title, page.refresh, page.switch.is_some()))
            body class="solo" {
                a class="skip" href="#main" { (language.say("skip", Args::default())) }
                header class="bar" { span class="brand" { (mark()) span { "Fairfloor" } } @if let Some(address) = page.switch { (languages(language, address)) } }
                main class="page" id="main" { (body) }
                @if let Some(foot) = &page.foot { footer class="foot" { (foot) } }
            }
        }
    }
}

/// Every language under its own name. Buttons and no links: choosing is kept, and looking must not change anything.
fn languages(current: Language, address: &str) -> Markup {
    html! {
        form class="langs" method="post" action=(address) aria-label=(current.say("languages", Args::default())) {
            @for language in Language::offered() {
                button name="language" value=(language.code()) lang=(language.code()) dir=(language.direction().code()) aria-current=[(language == current).then_some("true")] { (language.name()) }
            }
        }
    }
}
