//! How a business replied to a question about who its owners are: whether there is an answer and who wrote it down, and if not, why not.
//! What the answer is stands nowhere here.

use super::super::groups::Answer;
use super::{Class, Count, Headline, Place, Point};
use crate::values::{Question, Vocabulary};

/// How a business replied to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Reply {
    /// Its owners answered themselves.
    Themselves,
    /// It has an answer, and some owner's was read out to staff, who wrote it down.
    ReadOut,
    /// It has no answer: the owners who gave none prefer not to.
    Declined,
    /// They passed the question over.
    Skipped,
    /// They were not asked.
    NotAsked,
    /// They were asked, with no answer yet; or they are silent for different reasons.
    #[default]
    Unknown,
}

impl Reply {
    pub const ALL: [Self; 6] = [Self::Themselves, Self::ReadOut, Self::Declined, Self::Skipped, Self::NotAsked, Self::Unknown];

    /// Of a business with this answer of all its owners together. `is_read_out`: some owner's answer was written down by staff.
    #[must_use]
    pub fn of(answer: Answer, is_read_out: bool) -> Self {
        match answer {
            Answer::Answered(groups) if groups.is_empty() => Self::Unknown,
            Answer::Answered(_) if is_read_out => Self::ReadOut,
            Answer::Answered(_) => Self::Themselves,
            Answer::Declined => Self::Declined,
            Answer::Skipped => Self::Skipped,
            Answer::NotAsked => Self::NotAsked,
            Answer::Unknown => Self::Unknown,
        }
    }

    /// Whether there is no answer.
    #[must_use]
    pub fn is_silent(self) -> bool {
        !matches!(self, Self::Themselves | Self::ReadOut)
    }

    /// Its part of an id. Why numbers: beside the wall nothing says in one word how anybody replied.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Themselves => "reply-1",
            Self::ReadOut => "reply-2",
            Self::Declined => "reply-3",
            Self::Skipped => "reply-4",
            Self::NotAsked => "reply-5",
            Self::Unknown => "reply-6",
        }
    }

    /// As a list names it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Themselves => "answered themselves",
            Self::ReadOut => "told to staff",
            Self::Declined => "declined",
            Self::Skipped => "skipped",
            Self::NotAsked => "not asked",
            Self::Unknown => "no answer yet",
        }
    }
}

/// Whether groups of this question are counted, so that who is silent about it belongs to the main list.
#[must_use]
pub fn is_grouped(question: Question) -> bool {
    matches!(question, Question::Race | Question::Sex)
}

/// The class of those without an answer to a question, as the list has it.
#[must_use]
pub fn silent(question: Question) -> Class {
    match question {
        Question::Race => Class::Headline(Headline::NoAnswer),
        Question::Sex => Class::NoSex,
        _ => Class::Silent(question),
    }
}

/// The lines on one question, the most important first: how many are silent, where no other list counts that, and how everybody replied;
/// everywhere, then by program.
fn strand(question: Question, programs: u16) -> impl Iterator<Item = Count> {
    // Who answered themselves is what is left of the others: the first that need not be told.
    let [themselves, rest @ ..] = Reply::ALL;
    let replies = rest.into_iter().chain([themselves]).map(move |reply| Class::Reply(question, reply));
    let classes: Vec<Class> = (!is_grouped(question)).then_some(silent(question)).into_iter().chain(replies).collect();
    let places = [Place::Everywhere].into_iter().chain((0..programs).map(Place::Program));
    places.flat_map(move |place| classes.clone().into_iter().map(move |class| Count { point: Point::Enrolled, class, place }))
}

/// How businesses replied to each question: a strand for each, after the main list.
#[must_use]
pub fn strands(programs: u16) -> Vec<Count> {
    Question::REPORTED.iter().flat_map(|question| strand(*question, programs)).collect()
}

impl Class {
    /// The question of whose strand it is; nothing where it is of the main list.
    #[must_use]
    pub fn strand(self) -> Option<Question> {
        match self {
            Self::Reply(question, _) | Self::Silent(question) => Some(question),
            _ => None,
        }
    }

    /// The question about which these have no answer.
    #[must_use]
    pub fn silent_about(self) -> Option<Question> {
        match self {
            Self::Headline(Headline::NoAnswer) => Some(Question::Race),
            Self::NoSex => Some(Question::Sex),
            Self::Silent(question) => Some(question),
            _ => None,
        }
    }

    /// Whether all of a class are in another one, whatever people answer, as far as a strand is concerned; nothing where none is.
    #[must_use]
    pub fn is_part_of(self, whole: Self) -> Option<bool> {
        match (self, whole) {
            _ if self.strand().is_none() && whole.strand().is_none() => None,
            _ if self == whole || whole == Self::Everyone => Some(true),
            (Self::Reply(question, reply), whole) => Some(reply.is_silent() && whole.silent_about() == Some(question)),
            _ => Some(false),
        }
    }
}

/// The word of a question in an id.
pub(super) fn coded(class: Class) -> String {
    match class {
        Class::Reply(question, reply) => format!("{}-{}", question.code(), reply.code()),
        Class::Silent(question) => format!("{}-no-reply", question.code()),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::groups::{Race, unit_answer};
    use super::*;

    /// What it is about, the owners, whether some answer was read out, and the reply of the business.
    type Case<'a> = (&'a str, &'a [(Option<u32>, Answer)], bool, Reply);

    #[test]
    fn a_business_replied_as_its_owners_did_together() {
        let asian = || Answer::Answered(Race::Asian.set());
        let cases: &[Case] = &[
            ("one owner who answered", &[(Some(10_000), asian())], false, Reply::Themselves),
            ("one whose answer was read out", &[(Some(10_000), asian())], true, Reply::ReadOut),
            ("one of two was read out", &[(Some(5_000), asian()), (Some(5_000), asian())], true, Reply::ReadOut),
            ("half declined", &[(Some(5_000), asian()), (Some(5_000), Answer::Declined)], false, Reply::Themselves),
            ("most declined, the other was read out", &[(Some(4_000), asian()), (Some(6_000), Answer::Declined)], true, Reply::Declined),
            ("all declined", &[(Some(4_000), Answer::Declined), (Some(6_000), Answer::Declined)], false, Reply::Declined),
            ("all declined, to staff", &[(Some(10_000), Answer::Declined)], true, Reply::Declined),
            ("all skipped", &[(None, Answer::Skipped), (None, Answer::Skipped)], false, Reply::Skipped),
            ("one declined, one skipped", &[(None, Answer::Declined), (None, Answer::Skipped)], false, Reply::Unknown),
            ("nobody was asked", &[(None, Answer::NotAsked), (None, Answer::NotAsked)], false, Reply::NotAsked),
            ("no owner is on record", &[], false, Reply::NotAsked),
            ("asked, no answer yet", &[(Some(10_000), Answer::Unknown)], false, Reply::Unknown),
        ];
        for (what, owners, is_read_out, want) in cases {
            assert_eq!(Reply::of(unit_answer(owners, false), *is_read_out), *want, "{what}");
        }
        assert_eq!(Reply::of(Answer::Answered(crate::equity::groups::GroupSet::EMPTY), true), Reply::Unknown);
    }

    #[test]
    fn each_strand_is_of_one_question_and_says_where_its_silence_is_counted() {
        let list = strands(2);
        assert_eq!(list.len(), 3 * (5 * 6 + 3));
        for question in Question::REPORTED.iter().copied() {
            let of: Vec<&Count> = list.iter().filter(|count| count.class.strand() == Some(question)).collect();
            assert_eq!(of.iter().any(|count| count.class == silent(question)), !is_grouped(question));
            assert_eq!(silent(question).silent_about(), Some(question));
        }
        let part = |part: Class, whole: Class| part.is_part_of(whole);
        let race = |reply| Class::Reply(Question::Race, reply);
        assert_eq!(part(race(Reply::Skipped), Class::Headline(Headline::NoAnswer)), Some(true));
        assert_eq!(part(race(Reply::ReadOut), Class::Headline(Headline::NoAnswer)), Some(false));
        assert_eq!(part(race(Reply::Skipped), Class::NoSex), Some(false));
        assert_eq!(part(race(Reply::Skipped), Class::Everyone), Some(true));
        assert_eq!(part(Class::NoSex, race(Reply::Skipped)), Some(false));
        assert_eq!(part(Class::NoSex, Class::Everyone), None);
    }
}
