//! The words by which somebody is asked whether their story may be shown. Pure: no clock, no database, no web.

use super::Uses;
use crate::i18n::{Args, Language};
use crate::values::Day;

/// What a request is about.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The program that asks.
    pub program: &'a str,
    /// The title of the story.
    pub title: &'a str,
    /// The name, or what stands for one.
    pub named: &'a str,
    /// Where it may stand.
    pub uses: Uses,
    /// The last day.
    pub until: Day,
}

/// The exact words to read out or to show before the story itself. Several paragraphs.
pub fn words(asked: &Asked<'_>, language: Language) -> String {
    let say = |key: &str, args: Args<'_>| language.say(key, args);
    let question = Args::default().with("program", asked.program).with("title", asked.title).with("named", asked.named);
    let mut lines = vec![say("story-question", question), String::new()];
    lines.extend(asked.uses.each().into_iter().filter(|(_, is_meant)| *is_meant).map(|(code, _)| place(language, code)));
    lines.push(String::new());
    lines.push(promises(language, asked.until));
    lines.join("\n")
}

/// Where it may stand, as a sentence.
pub fn place(language: Language, code: &str) -> String {
    language.sentence(&language.word(&format!("story-use-{code}")))
}

/// What holds of every yes.
pub fn promises(language: Language, until: Day) -> String {
    let until = Args::default().with("day", language.full_day(until.date()));
    language.join(&[
        language.say("story-until", until),
        language.word("story-take-back"),
        language.word("story-unread"),
        language.word("story-no-effect"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_names_the_story_every_place_and_the_last_day_in_every_language() {
        let until = Day::parse("2027-11-22").unwrap();
        let uses = Uses { public: true, reports: false, export: true };
        let asked = Asked { program: "Riverton Makers", title: "A lease at last", named: "Rosa", uses, until };
        let text = words(&asked, Language::english());
        for wanted in
            ["Riverton Makers", "A lease at last", "Rosa", "anybody can read", "file", "November 22, 2027", "take it back at any time"]
        {
            assert!(text.contains(wanted), "{wanted} is missing in {text}");
        }
        assert!(!text.contains("give money"), "what is not asked for is not in it: {text}");
        for language in Language::offered() {
            let text = words(&asked, language);
            assert!(text.contains("A lease at last") && text.contains("Rosa") && text.lines().count() == 6, "{}: {text}", language.code());
        }
    }
}
