//! The list of a release, from what is kept of it, and the questions that are asked.

use crate::equity::catalogue::{Asked, Count, Plan, everything};
use crate::error::Result;
use crate::values::{Question, ReleasePlan};
use rusqlite::Connection;
use std::collections::HashSet;

/// The list that a plan asks for, with how everybody replied.
pub fn list(plan: ReleasePlan, areas: usize, programs: usize) -> Vec<Count> {
    let number = |names: usize| u16::try_from(names).unwrap_or(u16::MAX);
    everything(pure(plan), number(areas), number(programs))
}

/// The list as it stood when a release was made: lines that came later are not on it. `ids` are those of its lines, none where they are not
/// known.
pub fn list_of(plan: ReleasePlan, areas: usize, programs: usize, ids: &HashSet<&str>) -> Vec<Count> {
    let list = list(plan, areas, programs).into_iter();
    list.filter(|count| ids.is_empty() || ids.contains(count.id().as_str())).collect()
}

/// The plan of the heart.
pub fn pure(plan: ReleasePlan) -> Plan {
    match plan {
        ReleasePlan::Small => Plan::Small,
        ReleasePlan::Middle => Plan::Middle,
        ReleasePlan::Full => Plan::Full,
    }
}

/// The word for a plan.
pub fn word(plan: Plan) -> ReleasePlan {
    match plan {
        Plan::Small => ReleasePlan::Small,
        Plan::Middle => ReleasePlan::Middle,
        Plan::Full => ReleasePlan::Full,
    }
}

/// What each program asks.
pub fn questions(conn: &Connection, programs: &[i64]) -> Result<Vec<Vec<Question>>> {
    programs.iter().map(|program| Ok(crate::firewall::asked(conn, *program)?.questions)).collect()
}

/// The questions that any of the programs asks; with those that do, where programs are told apart.
pub fn asked_by(questions: &[Vec<Question>], told_apart: usize) -> Vec<Asked> {
    let asking = |question: Question| (0_u16..).zip(questions).filter(move |(_, asked)| asked.contains(&question)).map(|(at, _)| at);
    let is_asked = |question: &Question| asking(*question).next().is_some();
    let asked = |question: Question| Asked { question, programs: asking(question).filter(|at| usize::from(*at) < told_apart).collect() };
    Question::REPORTED.iter().copied().filter(is_asked).map(asked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equity::catalogue::Point;

    #[test]
    fn an_earlier_release_keeps_the_list_that_it_was_made_by_and_in_its_order() {
        for plan in [ReleasePlan::Small, ReleasePlan::Middle, ReleasePlan::Full] {
            let today = list(plan, 3, 2);
            let earlier: Vec<Count> = today.iter().copied().filter(|count| !Point::LATER.contains(&count.point)).collect();
            assert_eq!(earlier.len() < today.len(), plan != ReleasePlan::Small, "a small program's list is what it was");
            let ids: Vec<String> = earlier.iter().map(Count::id).collect();
            assert_eq!(list_of(plan, 3, 2, &ids.iter().map(String::as_str).collect()), earlier);
            assert_eq!(list_of(plan, 3, 2, &HashSet::new()), today, "where nobody was told anything");
        }
    }
}
