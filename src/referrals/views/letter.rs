//! A letter with a code: large type, what it opens, how, and whom to call. Names no need and shows nothing that was answered.

use crate::auth::Viewer;
use crate::auth::codes::LetterCode;
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
            (paper(letter))
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
                p { "Reference: " b { (letter.referral.label()) } }
                ol class="stack" { @for group in letter.code.spelled() { li { (group) } } }
                p class="dim" { "Ask them to read it back. There is no letter O, I, L or U in a code: what looks like one is a digit or another letter." }
            }
        }
    }
}

fn paper(letter: &Letter<'_>) -> Markup {
    html! {
        section class="card letter" aria-labelledby="letter" {
            div class="in stack" {
                p { (letter.program.0) br; (letter.today.in_words()) ", " (letter.today.year()) }
                h2 id="letter" { "Dear " (letter.to_name) }
                (what_for(letter))
                ol class="stack" {
                    li { "On a telephone or a computer, open this address:" br; b { (letter.address) } }
                    li { "Type the reference:" br; b class="code" { (letter.referral.label()) } }
                    li { "Type the code:" br; b class="code" { (letter.code.grouped()) } }
                    @if letter.kind == CodeKind::Partner { li { "Write your name, press " b { "Open the request" } ", and answer." } }
                }
                (how_long(letter))
                @if let Some((address, code)) = &letter.quick {
                    p { "On a telephone that is not your own, look at " b { (address) } " with the reference and the short code " b { (code) } ": it tells how your request stands, shows no name, and can change nothing." }
                }
                p {
                    "You would rather talk? "
                    @match letter.program.1 { Some(number) => { "Call " (letter.program.0) ": " b { (number) } "." }, None => { "Ask " (letter.program.0) "." } }
                    @match letter.kind {
                        CodeKind::Entrepreneur => " Everything on the page can be done on the telephone too.",
                        CodeKind::Partner => { " Say the reference " (letter.referral.label()) ", and we write your answer down for you." }
                    }
                }
            }
        }
    }
}

fn what_for(letter: &Letter<'_>) -> Markup {
    let (referral, today) = (letter.referral, letter.today);
    match letter.kind {
        CodeKind::Entrepreneur => html! {
            p { "With this code you can see where all of your requests stand, say yes or no to sharing, answer questions, write to us, or stop a request. You need no password and no e-mail." }
        },
        CodeKind::Partner => html! {
            @if let Some((_, _, name)) = &referral.partner { p { (name) } }
            p { "A manufacturer asks for help with " (referral.kind.in_a_sentence()) ". With this code you can read what is asked, and tell us what you can do: yes, yes with a waiting list, no, or a question first. It takes a minute. You need no password, no account and no e-mail." }
            @if let Some(due) = referral.due_on.filter(|due| *due >= today) { p { "Please answer by " b { (due.in_words()) ", " (due.year()) } "." } }
        },
    }
}

fn how_long(letter: &Letter<'_>) -> Markup {
    let until = html! { (letter.until.in_words()) ", " (letter.until.year()) };
    match letter.kind {
        CodeKind::Entrepreneur => html! {
            p { "The code works until " (until) ". Keep it to yourself: whoever has it can open your pages. It never shows what you answered about yourself." }
        },
        CodeKind::Partner => html! {
            p { "The code works until " (until) ", as often as you need it, and stops when the request ends. Keep it to yourself: whoever has it can answer in your name and, after a yes, sees whom to contact." }
        },
    }
}
