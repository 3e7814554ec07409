//! What a business reads about the training of its people: counts, and no count that singles anybody out. Pure.

use crate::i18n::{Args, Language};

/// People of one business who were sent to training.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub sent: i64,
    pub finished: i64,
    pub under_way: i64,
}

/// Below this many people the business reads only how many were sent: with one or two, a count is somebody's name.
const FEWEST: i64 = 5;

impl Counts {
    /// The sentence for the business; none where nobody was sent.
    #[must_use]
    pub fn words(&self, language: Language) -> Option<String> {
        let args = || Args::default().count("n", self.sent).count("fewest", FEWEST);
        let say = |key| language.say(key, args().count("under-way", self.under_way).count("finished", self.finished));
        match self.sent {
            ..=0 => None,
            1..FEWEST => Some(language.join(&[say("trainees-sent"), say("trainees-few")])),
            _ => Some(language.join(&[say("trainees-how"), say("trainees-many")])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_business_reads_numbers_that_single_nobody_out() {
        let words = |sent, finished| Counts { sent, finished, under_way: 0 }.words(Language::english());
        assert_eq!(words(0, 0), None);
        assert!(words(1, 1).is_some_and(|words| words.starts_with("1 person") && !words.contains("finished")));
        assert!(words(4, 3).is_some_and(|words| !words.contains("finished")));
        assert!(words(5, 3).is_some_and(|words| words.contains("3 finished")));
    }
}
