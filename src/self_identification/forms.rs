//! What is ticked and typed, read into a reply. Complaints are in the language of the page.

use crate::equity::groups::Race;
use crate::error::{Error, Result};
use crate::firewall::{Asked, Reply, choices};
use crate::i18n::{Args, Language};
use crate::values::{Question, Vocabulary, unseen_at};
use crate::web::Complaints;

/// The most letters of a detail, and of own words. Why not more: with these every reply fits into one block behind the wall.
pub const DETAIL: usize = 100;
pub const OWN: usize = 250;
/// What is sent for "I prefer not to answer" where only one answer can be chosen.
pub const DECLINED: &str = "DECLINED";

/// What is ticked and typed. It has no `Debug`, so that it can't be written into a log by mistake.
#[derive(Default)]
pub struct Typed(Vec<(String, String)>);

/// Name of the field in which detail of a group is typed.
pub fn detail_field(race: Race) -> String {
    race.code().to_lowercase()
}

impl Typed {
    /// Takes a form. A field that is on none of our pages is refused.
    pub fn read(fields: Vec<(String, String)>) -> Result<Self> {
        let known = |name: &str| {
            matches!(name, "notice" | "own" | "declined" | "skip" | "key" | "heard")
                || Question::parse(name).is_ok()
                || Race::ALL.iter().any(|race| detail_field(*race) == name)
        };
        if fields.iter().all(|(name, _)| known(name)) {
            return Ok(Self(fields));
        }
        Err(Error::Rejected("This form is incomplete. Go back, reload the page and send it again.".to_owned()))
    }

    /// Everything that is ticked under a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What is typed under a name.
    pub fn one<'a>(&'a self, name: &'a str) -> &'a str {
        self.all(name).next().unwrap_or_default()
    }

    /// True when a box is ticked or a button pressed.
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// True when this answer to a question is chosen.
    pub fn is_chosen(&self, question: Question, code: &str) -> bool {
        self.all(question.code()).any(|chosen| chosen == code)
    }

    /// True when "I prefer not to answer" is chosen.
    pub fn is_declined(&self, question: Question) -> bool {
        self.is_chosen(question, DECLINED) || (question == Question::Race && self.has("declined"))
    }
}

/// Reads the reply to one question; nothing where nothing was chosen at all.
pub fn parse(typed: &Typed, question: Question, asked: &Asked, language: Language) -> std::result::Result<Option<Reply>, Complaints> {
    let mut complaints = Complaints::default();
    let say = |key: &str| language.sentence(&language.say(key, Args::default()));
    let field = field_of(question);
    let chosen: Vec<&str> = typed.all(question.code()).filter(|code| *code != DECLINED).collect();
    let codes: Vec<String> = choices(question).into_iter().filter(|code| chosen.contains(code)).map(str::to_owned).collect();
    if codes.len() != chosen.len() || (question != Question::Race && codes.len() > 1) {
        complaints.add(field, say("self-wrong-list"));
    }
    let is_declined = typed.is_declined(question);
    if is_declined && !chosen.is_empty() {
        complaints.add(field, say("self-wrong-both"));
    }
    let (details, words) = written(typed, question, asked, &codes, language, &mut complaints);
    // Words without a box are words that would be lost.
    if !is_declined && codes.is_empty() && !words.is_empty() && complaints.is_empty() {
        complaints.add(field, say("self-wrong-words-only"));
    }
    if !complaints.is_empty() {
        return Err(complaints);
    }
    Ok(match (is_declined, codes.is_empty()) {
        (true, _) => Some(Reply::declined()),
        (false, true) => None,
        (false, false) => Some(Reply::answered(codes, words).with_details(details)),
    })
}

/// As complaints name it.
pub fn field_of(question: Question) -> &'static str {
    question.code()
}

type Written = (Vec<(String, String)>, String);

/// Detail of the groups that are ticked, and own words.
fn written(typed: &Typed, question: Question, asked: &Asked, codes: &[String], language: Language, complaints: &mut Complaints) -> Written {
    let mut details = Vec::new();
    if question != Question::Race {
        return (details, String::new());
    }
    let mut text = |field: &'static str, name: &str, most: usize| {
        let words = typed.one(name).trim();
        let length = i64::try_from(words.chars().count()).unwrap_or(i64::MAX);
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        if words.chars().any(char::is_control) || unseen_at(words).is_some() {
            complaints.add(field, language.sentence(&language.say("self-wrong-sign", Args::default())));
        } else if length > most {
            complaints.add(
                field,
                language.sentence(&language.say("self-wrong-long", Args::default().count("most", most).count("length", length))),
            );
        }
        words.to_owned()
    };
    if asked.has_detail {
        for race in Race::ALL {
            let detail = text("race", &detail_field(race), DETAIL);
            if !detail.is_empty() && codes.iter().any(|code| code == race.code()) {
                details.push((race.code().to_owned(), detail));
            }
        }
    }
    let words = if asked.has_words { text("own", "own", OWN) } else { String::new() };
    (details, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Asked {
        Asked { questions: Question::ALL.to_vec(), ..Asked::default() }
    }

    fn read(question: Question, fields: &[(&str, &str)]) -> std::result::Result<Option<Reply>, Complaints> {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        parse(&Typed::read(fields).unwrap(), question, &asked(), Language::english())
    }

    #[test]
    fn boxes_and_the_wish_not_to_answer_exclude_each_other_and_nothing_is_nothing() {
        assert!(matches!(read(Question::Race, &[("race", "ASIAN"), ("race", "WHITE")]), Ok(Some(_))));
        assert!(matches!(read(Question::Race, &[("declined", "yes")]), Ok(Some(_))));
        assert!(read(Question::Race, &[("race", "ASIAN"), ("declined", "yes")]).is_err());
        assert!(read(Question::Race, &[("race", "PURPLE")]).is_err());
        assert!(read(Question::Sex, &[("sex", "MALE"), ("sex", "FEMALE")]).is_err());
        for question in Question::ALL {
            assert!(matches!(read(*question, &[]), Ok(None)));
            assert!(matches!(read(*question, &[(question.code(), choices(*question)[0])]), Ok(Some(_))));
            assert!(matches!(read(*question, &[(question.code(), DECLINED)]), Ok(Some(_))), "{}", question.code());
        }
        assert!(Typed::read(vec![("country_of_birth".to_owned(), "x".to_owned())]).is_err());
    }

    #[test]
    fn words_are_limited_and_none_are_lost_without_a_word() {
        let long = "é".repeat(DETAIL + 1);
        let complaints = read(Question::Race, &[("race", "ASIAN"), ("asian", &long)]).err().unwrap();
        assert!(complaints.on("race").is_some_and(|words| words.contains("100") && words.contains("101")), "{complaints:?}");
        assert!(read(Question::Race, &[("race", "ASIAN"), ("own", "a\u{7}b")]).is_err());
        assert!(read(Question::Race, &[("own", "Zapotec")]).is_err(), "words without a box");
        assert!(matches!(read(Question::Race, &[("race", "ASIAN"), ("own", "👩🏽‍🏭 مصنع")]), Ok(Some(_))));
    }
}
