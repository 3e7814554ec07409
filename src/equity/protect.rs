//! Which lines a table may have, so that no line, and no subtraction of lines, describes a few businesses.
//!
//! All tables of a dimension are protected together:
//!
//! 1. **Head-count.** One line per group; lines that may not be shown are merged into one, which swallows the
//!    next smallest line until every line may be shown. Groups overlap, so a merged line is a union.
//! 2. **One ladder.** From the head-count's lines a ladder of coarser partitions is made: the merged line (or the
//!    smallest) swallows the next smallest, step by step, up to "all who answered". Sizes are already published,
//!    so the ladder says nothing new. Each measure stands on its first rung where every line may be shown.
//!    Why one ladder, and not a merge of its own for each measure: `n(A) + n(B) - n(A or B)` is the number of
//!    businesses in both A and B. With freely chosen merges such overlaps follow in many ways; the merged lines of
//!    one ladder contain one another, so each rung adds one overlap, and a rung whose overlap is small is left out.
//! 3. **No answer.** Totals without demographics are public and exact, so whatever is shown of those who answered
//!    is shown of those who did not. Where that is a small number, they are counted in the merged line ("... or no
//!    answer"), and lines are compared with all other businesses of the pool. Just hiding the number is no use:
//!    the pool less the sum of the lines gives it back.
//!
//! Why nothing hidden can be worked out (the second-world argument, held by a test): take a group merged into a
//! head-count line. Give one of its businesses another group of the same line instead: no published number of any
//! table changes, and the group's count does. Take a line merged for a measure only: let one of its businesses
//! trade the measured facts with one of another merged line: no published number changes, and the line's does.
//! Not covered: somebody who knows all but one of the businesses of a line; the medians, intervals and tests of
//! amounts (rounded, and from 2k contributors, instead); and who reasons from which lines merged: an exhaustive
//! test of 729 small worlds finds 1 that the pattern of merges gives away.
//! Where three or more lines overlap, the lines' sum less all who answered shows how many memberships are double,
//! in all, never in which groups; with two lines it would be one cell, and is protected as one.

use super::cells::{Cell, Measure, Member, Threshold};
use super::groups::GroupSet;

/// The businesses of a line: those in any of its groups, and perhaps those without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub groups: GroupSet,
    pub no_answer: bool,
}

/// The lines of a table. Together they cover everybody who answered, and everybody if one has `no_answer`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    /// In the standard's order; the merged line, if there is one, last.
    pub lines: Vec<Line>,
}

/// The businesses of the pool in one dimension, and the rules they are protected by.
#[derive(Debug, Clone)]
pub struct Pool {
    pub members: Vec<Member>,
    /// Every group of the dimension, in the standard's order.
    pub groups: Vec<GroupSet>,
    pub k: Threshold,
}

/// The partitions the measures of a dimension may use, finest first, with the line each has grown.
struct Rung {
    rest: Vec<Line>,
    grown: Line,
}

impl Line {
    #[must_use]
    pub fn covers(self, groups: GroupSet) -> bool {
        if groups.is_empty() { self.no_answer } else { self.groups.meets(groups) }
    }

    fn and(self, other: Self) -> Self {
        Self { groups: self.groups.and(other.groups), no_answer: self.no_answer || other.no_answer }
    }
}

impl Partition {
    /// Whether those without an answer are counted in a line.
    #[must_use]
    pub fn counts_no_answer(&self) -> bool {
        self.lines.iter().any(|line| line.no_answer)
    }

    /// Whether nothing is told apart any more.
    #[must_use]
    pub fn is_everyone(&self) -> bool {
        self.lines.len() == 1
    }
}

impl Rung {
    /// The rung as a partition, with those without an answer in its grown line if `fold`.
    fn partition(&self, fold: bool) -> Partition {
        let grown = Line { no_answer: self.grown.no_answer || fold, ..self.grown };
        Partition { lines: self.rest.iter().copied().chain([grown]).collect() }
    }
}

impl Pool {
    /// The partition each measure is published on, in the order of `Measure::ALL`; none where it is withheld.
    #[must_use]
    pub fn partitions(&self) -> Vec<(Measure, Option<Partition>)> {
        let head_count = self.head_count();
        let ladder = head_count.as_ref().map(|partition| self.ladder(partition)).unwrap_or_default();
        let of_awards = self.first_rung(Measure::Resource, &ladder);
        // Why: "no dollars" says "no award", so what follows from awards is never split finer than these.
        let below_awards = of_awards.and_then(|at| ladder.get(at..)).unwrap_or_default();
        let chosen = |measure| match measure {
            Measure::Businesses => head_count.clone(),
            Measure::Dollars | Measure::Deployments => self.standing(measure, below_awards),
            Measure::Resource | Measure::Referrals | Measure::Hours => self.standing(measure, &ladder),
        };
        Measure::ALL.into_iter().map(|measure| (measure, chosen(measure))).collect()
    }

    /// What is known of the line's businesses.
    #[must_use]
    pub fn cell(&self, line: Line) -> Cell {
        self.members.iter().filter(|member| line.covers(member.groups)).collect()
    }

    /// The businesses a line is compared with: all others who answered, or all others of the pool where those
    /// without an answer are counted in a line.
    pub fn others<'a>(&'a self, line: Line, partition: &Partition) -> impl Iterator<Item = &'a Member> {
        let everybody = partition.counts_no_answer();
        self.members.iter().filter(move |member| !line.covers(member.groups) && (everybody || !member.groups.is_empty()))
    }

    /// What is known of those without an answer.
    #[must_use]
    pub fn unanswered(&self) -> Cell {
        self.members.iter().filter(|member| member.groups.is_empty()).collect()
    }

    /// Whether every number that follows from the partition's lines may be shown. Those without an answer are seen
    /// to by `folds`.
    fn allows(&self, measure: Measure, partition: &Partition) -> bool {
        let safe = |cell: Cell| measure.allows(&cell, self.k);
        let each = |line: &Line| safe(self.cell(*line)) && safe(self.others(*line, partition).collect());
        partition.lines.iter().all(each) && self.overlap_of_two(partition).is_none_or(safe)
    }

    /// With two lines, what is in both follows from their sum: `n(A) + n(B) - n(all)`.
    fn overlap_of_two(&self, partition: &Partition) -> Option<Cell> {
        let peopled: Vec<Line> = partition.lines.iter().copied().filter(|line| self.cell(*line).businesses > 0).collect();
        (peopled.len() == 2).then(|| self.in_several(&peopled))
    }

    /// Those in two or more of the lines.
    fn in_several(&self, lines: &[Line]) -> Cell {
        let several = |member: &&Member| lines.iter().filter(|line| line.covers(member.groups)).nth(1).is_some();
        self.members.iter().filter(several).collect()
    }

    /// One line per group, merged until each may be shown. None if not even all together may be.
    fn head_count(&self) -> Option<Partition> {
        let measure = Measure::Businesses;
        let mut lines: Vec<Line> = self.groups.iter().map(|groups| Line { groups: *groups, no_answer: false }).collect();
        if self.folds(measure) {
            lines.push(Line { groups: GroupSet::EMPTY, no_answer: true });
        }
        let mut partition = Partition { lines };
        let (good, bad): (Vec<Line>, Vec<Line>) = partition.lines.iter().partition(|line| {
            let others = self.others(**line, &partition).collect();
            measure.allows(&self.cell(**line), self.k) && measure.allows(&others, self.k)
        });
        let mut grown = bad.into_iter().reduce(Line::and);
        let mut rest = good;
        loop {
            if grown.is_some() && rest.iter().all(|line| self.cell(*line).businesses == 0) {
                grown = rest.drain(..).chain(grown).reduce(Line::and);
            }
            partition.lines = rest.iter().copied().chain(grown).collect();
            let is_told = grown.is_some_and(|grown| self.is_told_by_its_size(grown, &rest));
            if !is_told && self.allows(measure, &partition) {
                return self.tells_something(&partition).then_some(partition);
            }
            let line = self.take_smallest(&mut rest)?;
            grown = Some(grown.map_or(line, |grown| grown.and(line)));
        }
    }

    /// Whether a merged line is so much larger than the smallest other that whoever knows the rule knows its parts.
    /// Why: the line it swallowed was the smallest, so no larger than those that are left; if the merged line
    /// exceeds them by k - 1, the small line in it can only have been k - 1.
    fn is_told_by_its_size(&self, merged: Line, rest: &[Line]) -> bool {
        let sizes = rest.iter().map(|line| self.cell(*line).businesses).filter(|size| *size > 0);
        sizes.min().is_some_and(|least| self.cell(merged).businesses + 1 >= least.saturating_add(self.k.get()))
    }

    /// The total of the pool is public: a single line that counts everybody tells nothing, nor do lines of nobody.
    fn tells_something(&self, partition: &Partition) -> bool {
        let answered = self.members.iter().any(|member| !member.groups.is_empty());
        answered && !(partition.is_everyone() && partition.counts_no_answer())
    }

    /// Takes the smallest line that has anybody in it; of equals, the first.
    fn take_smallest(&self, lines: &mut Vec<Line>) -> Option<Line> {
        let sizes = lines.iter().enumerate().map(|(at, line)| (self.cell(*line).businesses, at));
        let (_, at) = sizes.filter(|(size, _)| *size > 0).min()?;
        Some(lines.remove(at))
    }

    /// The head-count's partition and its coarsenings, up to everybody who answered.
    fn ladder(&self, head_count: &Partition) -> Vec<Rung> {
        let mut rest = head_count.lines.clone();
        let merged = rest.pop_if(|line| line.no_answer || line.groups.len() > 1);
        let Some(mut grown) = merged.or_else(|| self.take_smallest(&mut rest)) else { return Vec::new() };
        let mut ladder = vec![Rung { rest: rest.clone(), grown }];
        let mut parts = vec![grown];
        while let Some(line) = self.take_smallest(&mut rest) {
            grown = grown.and(line);
            parts.push(line);
            if rest.iter().all(|line| self.cell(*line).businesses == 0) {
                grown = rest.drain(..).fold(grown, Line::and);
            }
            let rung = Rung { rest: rest.clone(), grown };
            // What a rung shows beyond the rung before it: how many are in several of the lines it joins.
            let shown_by_it = self.in_several(&parts);
            let is_safe = Measure::Businesses.allows(&shown_by_it, self.k) && self.allows(Measure::Businesses, &rung.partition(false));
            if is_safe || rest.is_empty() {
                ladder.push(rung);
                parts = vec![grown];
            }
        }
        ladder
    }

    /// The first rung on which every line of the measure may be shown.
    fn first_rung(&self, measure: Measure, ladder: &[Rung]) -> Option<usize> {
        let fold = self.folds(measure);
        ladder.iter().position(|rung| self.allows(measure, &rung.partition(fold)))
    }

    /// The partition a measure is published on, if that tells anything.
    fn standing(&self, measure: Measure, ladder: &[Rung]) -> Option<Partition> {
        let rung = ladder.get(self.first_rung(measure, ladder)?)?;
        Some(rung.partition(self.folds(measure))).filter(|partition| self.tells_something(partition))
    }

    /// Whether those without an answer are too few for the measure to stand alone.
    fn folds(&self, measure: Measure) -> bool {
        !measure.allows_silent(&self.unanswered(), self.k)
    }
}

#[cfg(test)]
#[path = "protect_tests.rs"]
mod tests;
