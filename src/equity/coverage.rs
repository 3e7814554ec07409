//! How many answered, and why the others did not: protected like any other count.

use super::cells::Threshold;
use super::groups::Answer;
use super::{count, share};

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    Declined,
    Skipped,
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

/// How many of those who answered told it to staff, who wrote it down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOut {
    Nobody,
    /// Some, but fewer than k; or all but fewer than k.
    Few,
    Shown(u32),
}

const SILENCES: [Silence; 4] = [Silence::Declined, Silence::Skipped, Silence::NotAsked, Silence::Unknown];

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

/// Protects how many answers were read out: neither these nor the others who answered may be few.
#[must_use]
pub fn read_out(answered: u32, read_out: u32, k: Threshold) -> ReadOut {
    match read_out {
        0 => ReadOut::Nobody,
        number if k.allows(number) && k.allows(answered.saturating_sub(number)) => ReadOut::Shown(number),
        _ => ReadOut::Few,
    }
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
        Answer::Skipped => Some(Silence::Skipped),
        Answer::NotAsked => Some(Silence::NotAsked),
        Answer::Unknown => Some(Silence::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use super::super::groups::Race;
    use super::*;
    use Silence::{Declined, NotAsked, Skipped, Unknown};

    fn shown(answered: usize, declined: usize, skipped: usize, not_asked: usize, unknown: usize) -> Answers {
        let answers = [
            vec![Answer::Answered(Race::Asian.set()); answered],
            vec![Answer::Declined; declined],
            vec![Answer::Skipped; skipped],
            vec![Answer::NotAsked; not_asked],
            vec![Answer::Unknown; unknown],
        ];
        coverage(&answers.concat(), Threshold::DEFAULT).answers
    }

    fn silent(declined: usize, skipped: usize, not_asked: usize, unknown: usize) -> Vec<(Vec<Silence>, u32)> {
        match shown(50, declined, skipped, not_asked, unknown) {
            Answers::Shown { silent, .. } => silent,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn rare_reasons_stand_together() {
        assert_eq!(silent(5, 7, 6, 0), [(vec![Declined], 5), (vec![Skipped], 7), (vec![NotAsked], 6), (vec![Unknown], 0)]);
        assert_eq!(silent(3, 0, 20, 2), [(vec![Skipped], 0), (vec![NotAsked], 20), (vec![Declined, Unknown], 5)]);
        assert_eq!(silent(2, 0, 20, 8), [(vec![Skipped], 0), (vec![NotAsked], 20), (vec![Declined, Unknown], 10)]);
        assert_eq!(silent(4, 0, 0, 5), [(vec![Skipped], 0), (vec![NotAsked], 0), (vec![Declined, Unknown], 9)]);
        assert_eq!(silent(9, 1, 20, 4), [(vec![Declined], 9), (vec![NotAsked], 20), (vec![Skipped, Unknown], 5)]);
    }

    #[test]
    fn a_few_without_an_answer_are_not_counted_out() {
        assert_eq!(shown(50, 1, 1, 1, 1), Answers::FewSilent);
        assert_eq!(shown(4, 10, 5, 20, 30), Answers::FewAnswered);
        assert!(matches!(shown(0, 10, 5, 20, 30), Answers::Shown { answered: 0, .. }));
        assert!(matches!(shown(50, 0, 0, 0, 0), Answers::Shown { response_rate: Some(1.0), .. }));
    }

    #[test]
    fn answers_that_were_read_out_are_counted_unless_they_or_the_others_are_few() {
        use ReadOut::{Few, Nobody, Shown};
        let k = Threshold::DEFAULT;
        let cases = [(50, 0), (50, 4), (50, 5), (50, 45), (50, 46), (50, 50), (4, 4)];
        let said = cases.map(|(answered, told)| read_out(answered, told, k));
        assert_eq!(said, [Nobody, Few, Shown(5), Shown(45), Few, Shown(50), Few]);
    }
}
