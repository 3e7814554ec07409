//! The one place where a person's own answers are drawn for them.

use super::{Own, Seen};
use crate::firewall::door::{Held, Reply};
use crate::firewall::words::choice;
use crate::i18n::{Args, Language};
use crate::values::Question;
use maud::{Markup, html};

/// What somebody sees of their own reply to one question; nothing where there is none.
pub fn own_answer(own: &Own, question: Question, language: Language) -> Markup {
    let say = |key: &str| language.say(key, Args::default());
    html! {
        @match own.on(question).map(|entry| &entry.reply) {
            None => {}
            Some(Seen::Hidden) => { p { (language.sentence(&say("self-mine-hidden"))) } }
            Some(Seen::Open(reply)) => { (opened(reply.open(), question, language)) }
        }
    }
}

fn opened(reply: &Reply, question: Question, language: Language) -> Markup {
    let say = |key: &str| language.say(key, Args::default());
    html! {
        @match reply.state {
            Held::Declined => { p { b { (say("self-mine-declined")) } } }
            Held::Skipped => { p { (say("self-mine-skipped")) } }
            Held::Unknown => { p { (say("self-mine-unknown")) } }
            Held::Answered => {
                ul class="mine" {
                    @for code in &reply.codes {
                        li {
                            b { (choice(question, code, language)) }
                            @for (_, detail) in reply.details.iter().filter(|(of, _)| of == code) { ": " bdi { (detail) } }
                        }
                    }
                }
                @if !reply.words.is_empty() {
                    // In whatever language they wrote: the page does not know which.
                    p { (say("self-own-words")) ": " span class="pre" lang="" dir="auto" { (reply.words) } }
                }
            }
        }
    }
}
