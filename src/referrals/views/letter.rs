//! A letter with a code: large type, what it opens, how, and whom to call. Names no need and shows nothing that was answered.

use crate::auth::Viewer;
use crate::auth::codes::LetterCode;
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
    /// "R-1187".
    pub label: &'a str,
    /// Where codes are typed.
    pub address: &'a str,
    /// The code, in plain for this once.
    pub code: &'a LetterCode,
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
    let above = html! { a href=(letter.back) { (letter.label) } };
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
                p { "Reference: " b { (letter.label) } }
                ol class="stack" { @for group in letter.code.spelled() { li { (group) } } }
                p class="dim" { "Ask them to read it back. There is no letter O, I, L or U in a code: what looks like one is a digit or another letter." }
            }
        }
    }
}

fn paper(letter: &Letter<'_>) -> Markup {
    let what = match letter.kind {
        CodeKind::Entrepreneur => "see where your request stands, say yes or no to sharing, answer questions, write to us, or stop it",
        CodeKind::Partner => "see a manufacturer's request for help, and tell us if you can help",
    };
    html! {
        section class="card letter" aria-labelledby="letter" {
            div class="in stack" {
                p { (letter.program.0) br; (letter.today.in_words()) ", " (letter.today.year()) }
                h2 id="letter" { "Dear " (letter.to_name) }
                p { "With this code you can " (what) ". You need no password and no e-mail." }
                ol class="stack" {
                    li { "On a telephone or a computer, open this address:" br; b { (letter.address) } }
                    li { "Type the reference:" br; b class="code" { (letter.label) } }
                    li { "Type the code:" br; b class="code" { (letter.code.grouped()) } }
                }
                p { "The code works until " (letter.until.in_words()) ", " (letter.until.year()) ". Keep it to yourself: whoever has it can open your page. It never shows what you answered about yourself." }
                p {
                    "You would rather talk? "
                    @match letter.program.1 { Some(number) => { "Call " (letter.program.0) ": " b { (number) } }, None => { "Ask " (letter.program.0) "." } }
                    " Everything on the page can be done on the telephone too."
                }
            }
        }
    }
}
