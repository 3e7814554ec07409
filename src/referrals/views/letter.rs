//! A letter with a code: large type, what it opens, how, and whom to call. Names no need and shows nothing that was answered.

use crate::auth::Viewer;
use crate::auth::codes::LetterCode;
use crate::i18n::{Args, Language};
use crate::referrals::Referral;
use crate::values::{CodeKind, Day, Handing};
use crate::web::layout::{Page, staff};
use crate::web::parts;
use maud::{Markup, html};

/// What stands in a letter.
pub struct Letter<'a> {
    /// Whose pages the code opens.
    pub kind: CodeKind,
    /// How it is given.
    pub handing: Handing,
    /// To whom.
    pub to_name: &'a str,
    /// In which language they read.
    pub language: Language,
    /// Name and telephone of the program.
    pub program: (&'a str, Option<&'a str>),
    /// What it is about. Only its number, its kind and its day may be in a letter.
    pub referral: &'a Referral,
    /// Where codes are typed.
    pub address: &'a str,
    /// The code, in plain for this once.
    pub code: &'a LetterCode,
    /// Where the short code is typed that tells how the request stands without a name, and that code.
    pub quick: Option<(String, String)>,
    /// Until when it works.
    pub until: Day,
    /// Today.
    pub today: Day,
    /// Where the page leads back to.
    pub back: &'a str,
}

/// The page that shows a code once: on the screen how to give it, on paper the letter alone.
pub fn letter(viewer: &Viewer, letter: &Letter<'_>) -> Markup {
    let title = match letter.handing {
        Handing::Letter => "Print this letter and mail it",
        Handing::Spoken => "Read this out on the telephone",
        Handing::Hand => "Print this and hand it over",
    };
    let above = html! { a href=(letter.back) { (letter.referral.label()) } };
    let body = html! {
        div class="noprint" { (parts::head(Some(above), title, Some(html! { "The code is shown this once. It is kept nowhere; an earlier code of theirs has stopped working." }))) }
        div class="stack" {
            @if letter.handing == Handing::Spoken { (to_read_out(letter)) }
            @if letter.kind == CodeKind::Entrepreneur {
                (own_paper(letter, letter.language, "letter"))
                @if letter.language != Language::english() { (beside(letter)) }
            } @else { (paper(letter)) }
            p class="noprint" { a class="btn main" href=(letter.back) { "Done: back to the referral" } }
        }
    };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

fn to_read_out(letter: &Letter<'_>) -> Markup {
    html! {
        section class="card noprint" aria-labelledby="say" {
            h2 id="say" { "Say it slowly, group by group" }
            div class="in stack" {
                (said_in(letter))
                p { "Reference: " b { (letter.referral.label()) } }
                ol class="stack" { @for group in letter.code.spelled() { li { (group) } } }
                p class="dim" { "Ask them to read it back. There is no letter O, I, L or U in a code: what looks like one is a digit or another letter." }
            }
        }
    }
}

/// The words around the code, in the language of whoever listens.
fn said_in(letter: &Letter<'_>) -> Markup {
    let language = letter.language;
    html! {
        @if letter.kind == CodeKind::Entrepreneur && language != Language::english() {
            p { "In " bdi lang=(language.code()) { (language.name()) } ": " span lang=(language.code()) dir="auto" { (language.word("letter-reference")) " … " (language.word("letter-code")) " …" } }
        }
    }
}

/// For whoever prints it: what it says in English. On paper stands their language alone.
fn beside(letter: &Letter<'_>) -> Markup {
    let language = letter.language;
    html! {
        details class="noprint" { summary { "The same in English" } (own_paper(letter, Language::english(), "english")) }
        @if language.reviewed().is_none() { p class="noprint small dim" { "Nobody who speaks " bdi lang=(language.code()) { (language.name()) } " has reviewed these words yet." } }
    }
}

/// The letter to an entrepreneur, in their language.
fn own_paper(letter: &Letter<'_>, language: Language, id: &str) -> Markup {
    let say = |key: &str| language.word(key);
    let until = Args::default().with("day", language.full_day(letter.until.date()));
    let talk = Args::default().with("program", letter.program.0).maybe("phone", letter.program.1);
    html! {
        section class="card letter" aria-labelledby=(id) lang=(language.code()) dir=(language.direction().code()) {
            div class="in stack" {
                p { bdi { (letter.program.0) } br; (language.full_day(letter.today.date())) }
                h2 id=(id) { (language.say("letter-dear", Args::default().with("name", letter.to_name))) }
                p { (language.join(&[say("letter-what-for")])) }
                ol class="stack" {
                    li { (say("letter-open")) br; b dir="ltr" { (letter.address) } }
                    li { (say("letter-reference")) br; b class="code" { (letter.referral.label()) } }
                    li { (say("letter-code")) br; b class="code" { (letter.code.grouped()) } }
                }
                p { (language.join(&[language.say("letter-until", until)])) }
                @if let Some((address, code)) = &letter.quick {
                    p { (language.join(&[language.say("letter-quick", Args::default().with("address", address.as_str()).with("code", code.as_str()))])) }
                }
                p { (language.join(&[language.say("letter-talk", talk), say("letter-all-by-phone")])) }
            }
        }
    }
}

/// The letter to whom we ask at a partner.
fn paper(letter: &Letter<'_>) -> Markup {
    html! {
        section class="card letter" aria-labelledby="letter" {
            div class="in stack" {
                p { (letter.program.0) br; (letter.today.in_words()) ", " (letter.today.year()) }
                h2 id="letter" { "Dear " bdi { (letter.to_name) } }
                (what_for(letter))
                ol class="stack" {
                    li { "On a telephone or a computer, open this address:" br; b { (letter.address) } }
                    li { "Type the reference:" br; b class="code" { (letter.referral.label()) } }
                    li { "Type the code:" br; b class="code" { (letter.code.grouped()) } }
                    li { "Write your name, press " b { "Open the request" } ", and answer." }
                }
                (how_long(letter))
                p {
                    "You would rather talk? "
                    @match letter.program.1 { Some(number) => { "Call " (letter.program.0) ": " b { (number) } "." }, None => { "Ask " (letter.program.0) "." } }
                    " Say the reference " (letter.referral.label()) ", and we write your answer down for you."
                }
            }
        }
    }
}

fn what_for(letter: &Letter<'_>) -> Markup {
    let (referral, today) = (letter.referral, letter.today);
    html! {
        @if let Some((_, _, name)) = &referral.partner { p { (name) } }
        p { "A manufacturer asks for help with " (referral.kind.in_a_sentence()) ". With this code you can read what is asked, and tell us what you can do: yes, yes with a waiting list, no, or a question first. It takes a minute. You need no password, no account and no e-mail." }
        @if let Some(due) = referral.due_on.filter(|due| *due >= today) { p { "Please answer by " b { (due.in_words()) ", " (due.year()) } "." } }
    }
}

fn how_long(letter: &Letter<'_>) -> Markup {
    let until = html! { (letter.until.in_words()) ", " (letter.until.year()) };
    html! {
        p { "The code works until " (until) ", as often as you need it, and stops when the request ends. Keep it to yourself: whoever has it can answer in your name and, after a yes, sees whom to contact." }
    }
}
