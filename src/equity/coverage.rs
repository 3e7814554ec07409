//! How many answered, and why the others did not: protected like any other count.

use super::cells::Threshold;
use super::groups::Answer;
use super::{count, share};

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    Declined,
    NotAsked,
    Unknown,
}

/// Who answered, of a pool whose size is public.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    pub pool: u32,
    pub answers: Answers,
}

/// What may be said about the answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Answers {
    /// The number, the response rate, and the silent by reason; reasons too rare to stand alone stand together.
    Shown { answered: u32, response_rate: Option<f64>, silent: Vec<(Vec<Silence>, u32)> },
    /// Some, but fewer than k, did not answer: no number, and so none for those who did.
    FewSilent,
    /// Some, but fewer than k, answered.
    FewAnswered,
}

const SILENCES: [Silence; 3] = [Silence::Declined, Silence::NotAsked, Silence::Unknown];

/// Protects the states of the answers.
///
/// Why the reasons merge: the number of the silent is out (it is the pool less the answered), so one small reason
/// beside two shown ones could be subtracted. Merged reasons swallow the next smallest until none is small.
#[must_use]
pub fn coverage(answers: &[Answer], k: Threshold) -> Coverage {
    let pool = count(answers);
    let answered = count(&answers.iter().filter(|answer| answer.groups().is_some()).collect::<Vec<_>>());
    let silent = pool.saturating_sub(answered);
    let answers = if !k.allows(silent) {
        Answers::FewSilent
    } else if k.allows(answered) {
        Answers::Shown { answered, response_rate: share(answered, pool), silent: reasons(answers, k) }
    } else {
        Answers::FewAnswered
    };
    Coverage { pool, answers }
}

fn reasons(answers: &[Answer], k: Threshold) -> Vec<(Vec<Silence>, u32)> {
    let number = |silence| count(&answers.iter().filter(|a| reason(**a) == Some(silence)).collect::<Vec<_>>());
    let states = SILENCES.map(|silence| (vec![silence], number(silence)));
    let (mut alone, small): (Vec<_>, Vec<_>) = states.into_iter().partition(|(_, number)| k.allows(*number));
    let Some(mut merged) = small.into_iter().reduce(join) else { return alone };
    while !k.allows(merged.1) {
        let peopled = alone.iter().enumerate().filter(|(_, state)| state.1 > 0);
        let Some((at, _)) = peopled.min_by_key(|(at, state)| (state.1, *at)) else { break };
        merged = join(merged, alone.remove(at));
    }
    alone.push(merged);
    alone
}

fn join(mut left: (Vec<Silence>, u32), right: (Vec<Silence>, u32)) -> (Vec<Silence>, u32) {
    left.0.extend(right.0);
    (left.0, left.1.saturating_add(right.1))
}

fn reason(answer: Answer) -> Option<Silence> {
    match answer {
        Answer::Answered(groups) => groups.is_empty().then_some(Silence::Unknown),
        Answer::Declined => Some(Silence::Declined),
        Answer::NotAsked => Some(Silence::NotAsked),
        Answer::Unknown => Some(Silence::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::super::groups::Race;
    use super::*;
    use Silence::{Declined, NotAsked, Unknown};

    fn shown(answered: usize, declined: usize, not_asked: usize, unknown: usize) -> Answers {
        let answers = [
            vec![Answer::Answered(Race::Asian.set()); answered],
            vec![Answer::Declined; declined],
            vec![Answer::NotAsked; not_asked],
            vec![Answer::Unknown; unknown],
        ];
        coverage(&answers.concat(), Threshold::DEFAULT).answers
    }

    fn silent(declined: usize, not_asked: usize, unknown: usize) -> Vec<(Vec<Silence>, u32)> {
        match shown(50, declined, not_asked, unknown) {
            Answers::Shown { silent, .. } => silent,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn rare_reasons_stand_together() {
        assert_eq!(silent(5, 6, 0), [(vec![Declined], 5), (vec![NotAsked], 6), (vec![Unknown], 0)]);
        assert_eq!(silent(3, 20, 2), [(vec![NotAsked], 20), (vec![Declined, Unknown], 5)]);
        assert_eq!(silent(2, 20, 8), [(vec![NotAsked], 20), (vec![Declined, Unknown], 10)]);
        assert_eq!(silent(4, 0, 5), [(vec![NotAsked], 0), (vec![Declined, Unknown], 9)]);
    }

    #[test]
    fn a_few_without_an_answer_are_not_counted_out() {
        assert_eq!(shown(50, 1, 2, 1), Answers::FewSilent);
        assert_eq!(shown(4, 10, 20, 30), Answers::FewAnswered);
        assert!(matches!(shown(0, 10, 20, 30), Answers::Shown { answered: 0, .. }));
        assert!(matches!(shown(50, 0, 0, 0), Answers::Shown { response_rate: Some(1.0), .. }));
    }
}
