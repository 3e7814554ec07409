//! What would be told of a period, and which longer period or greater number of programs would bring back most of what is hidden.
//!
//! Every alternative is decided by the ledger as if it were made, and thrown away. No number of a draft leaves this module but how many
//! lines it tells: whoever looked at the figures of one draft and of another could subtract them.

use super::gathering::{MOST_YEARS, counted};
use super::obtain::draft;
use super::{Asked, Draft, Progress, queries, told_to};
use crate::equity::catalogue::{Class, Count, Place, Told};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::{Period, ReleaseAudience};
use std::sync::{Arc, Mutex, PoisonError};

/// How far all of it is.
#[derive(Debug, Default)]
pub struct Steps(Mutex<(usize, usize, Arc<Progress>)>);

/// What would be told.
pub struct Preview {
    /// The release as it would be; why there can be none.
    pub draft: std::result::Result<Arc<Draft>, String>,
    /// What could be made instead, the one that brings most back first.
    pub merges: Vec<Merge>,
}

/// Something that could be released instead.
#[derive(Debug, Clone)]
pub struct Merge {
    pub how: How,
    pub asked: Asked,
    /// For each kind of readers, how many lines would be told, and of how many; why it cannot be made.
    pub told: std::result::Result<Vec<Lines>, String>,
}

/// What is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// So many years.
    Years(u8),
    /// All programs.
    Programs,
    /// The year of a quarter or of a month.
    Year(i16),
    /// The quarter of a month.
    Quarter(i16, i8),
}

/// How much some readers would be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    pub readers: ReleaseAudience,
    pub told: usize,
    pub all: usize,
}

impl Steps {
    /// Of a hundred.
    pub fn percent(&self) -> usize {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (done, total) = held.2.get();
        (held.0 * 100 + done * 100 / total.max(1)) / held.1.max(1)
    }

    /// For work of one step.
    pub fn only(&self) -> Arc<Progress> {
        self.begin(0, 1)
    }

    fn begin(&self, step: usize, all: usize) -> Arc<Progress> {
        let progress = Arc::new(Progress::default());
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = (step, all, Arc::clone(&progress));
        progress
    }
}

/// Looks at a release before it is made. `joins` says whether all programs may be taken together.
pub async fn preview(db: &Db, asked: Asked, joins: bool, steps: &Steps) -> Result<Preview> {
    let others = alternatives(db, asked.clone(), joins).await?;
    let all = others.len() + 1;
    let strictest = told_to(asked.period).last().copied().unwrap_or(ReleaseAudience::Internal);
    let made = match draft(db, asked, &steps.begin(0, all)).await {
        Ok(draft) => Ok(Arc::new(draft)),
        Err(Error::Rejected(words)) => Err(words),
        Err(cause) => return Err(cause),
    };
    // What brings most back for the strictest readers is what is looked for.
    let of_strictest = |told: &[Lines]| told.iter().find(|lines| lines.readers == strictest).map_or(0, |lines| lines.told);
    let now = made.as_ref().map_or(0, |draft| of_strictest(&lines(draft)));
    let mut merges = Vec::new();
    let hides = made.as_ref().map_or(true, |draft| lines(draft).iter().any(|lines| lines.told < lines.all));
    for (step, (how, asked)) in (1..).zip(others).filter(|_| hides) {
        let told = match draft(db, asked.clone(), &steps.begin(step, all)).await {
            Ok(draft) => Ok(lines(&draft)),
            Err(Error::Rejected(words)) => Err(words),
            Err(cause) => return Err(cause),
        };
        merges.push(Merge { how, asked, told });
    }
    merges.sort_by_key(|merge| std::cmp::Reverse(merge.told.as_deref().map_or(0, of_strictest)));
    // What brings nothing back is no help.
    merges.retain(|merge| merge.told.as_deref().map_or(true, |told| of_strictest(told) > now));
    Ok(Preview { draft: made, merges })
}

/// How many lines a draft tells each kind of readers.
pub fn lines(draft: &Draft) -> Vec<Lines> {
    let of = |frozen: &super::making::Frozen| Lines {
        readers: frozen.readers,
        told: frozen.counts.iter().flatten().count(),
        all: frozen.counts.len(),
    };
    draft.frozen.iter().map(of).collect()
}

/// What could be released instead: one more year standing together, all programs, or the whole of what a quarter or a month is part of. Only what has more
/// clients to count, and was not released yet.
async fn alternatives(db: &Db, asked: Asked, joins: bool) -> Result<Vec<(How, Asked)>> {
    let today = db.clock().today();
    db.read(move |conn| {
        let program = asked.program.as_ref().map(|program| program.key);
        let mut all = Vec::new();
        let wholes = match asked.period {
            Period::Quarter(year, _) => vec![(How::Year(year), Period::Year(year))],
            Period::Month(year, month) => {
                let quarter = (month + 2) / 3;
                vec![(How::Quarter(year, quarter), Period::Quarter(year, quarter)), (How::Year(year), Period::Year(year))]
            }
            Period::Year(_) | Period::Fiscal(_) => Vec::new(),
        };
        for (how, whole) in wholes {
            if whole.is_closed(today) && queries::newest(conn, program, whole)?.is_none() {
                all.push((how, Asked { period: whole, years: None, reason: None, ..asked.clone() }));
            }
        }
        if asked.period.is_year() {
            let (span, years) = counted(conn, &asked)?;
            let has_more = queries::first_day(conn, program)?.is_some_and(|first| first < span.first);
            if has_more && years < MOST_YEARS {
                all.push((How::Years(years + 1), Asked { years: Some(years + 1), ..asked.clone() }));
            }
        }
        if joins && program.is_some() && queries::newest(conn, None, asked.period)?.is_none() {
            all.push((How::Programs, Asked { program: None, reason: None, ..asked.clone() }));
        }
        Ok(all)
    })
    .await
}

/// The tables of a report, by what their rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    Everyone,
    Headline,
    Race,
    Sex,
    Places,
    Alone,
    Ownership,
    Combinations,
    RaceAndSex,
    /// Who answered, and how.
    Replies,
}

impl Sheet {
    /// Where a line of the list stands.
    pub fn of(count: &Count) -> Self {
        match count.class {
            Class::Everyone => Self::Everyone,
            Class::Reply(..) | Class::Silent(_) => Self::Replies,
            _ if count.place != Place::Everywhere => Self::Places,
            Class::Headline(_) => Self::Headline,
            Class::Race(_) => Self::Race,
            Class::Sex(_) | Class::NoSex => Self::Sex,
            Class::Alone(_) | Class::Several => Self::Alone,
            Class::Combination(_) | Class::OtherCombinations => Self::Combinations,
            Class::RaceAndSex(..) => Self::RaceAndSex,
            Class::Owned(_) => Self::Ownership,
        }
    }
}

/// What of a draft is told, table by table: for each kind of readers lines told, and all of them.
pub fn by_sheet(draft: &Draft) -> Vec<(Sheet, usize, Vec<usize>)> {
    let mut sheets: Vec<Sheet> = draft.counts.iter().map(Sheet::of).collect();
    sheets.sort_unstable();
    sheets.dedup();
    let of = |sheet: Sheet| {
        let is_in: Vec<bool> = draft.counts.iter().map(|count| Sheet::of(count) == sheet).collect();
        let told =
            draft.frozen.iter().map(|frozen| frozen.counts.iter().zip(&is_in).filter(|(told, is_in)| **is_in && told.is_some()).count());
        (sheet, is_in.iter().filter(|is_in| **is_in).count(), told.collect())
    };
    sheets.into_iter().map(of).collect()
}

/// How a line that is not told anew is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    Hidden,
    /// The figure of the release before stands.
    Unchanged,
}

/// What a draft leaves out for some readers: class by class, or question by question, where, and for each line of it how it is left.
pub fn left_out(draft: &Draft, readers: usize) -> Vec<(Count, Vec<(Count, Left)>)> {
    let Some(frozen) = draft.frozen.get(readers) else { return Vec::new() };
    let mut all: Vec<(Count, Vec<(Count, Left)>)> = Vec::new();
    for (count, told) in draft.counts.iter().zip(&frozen.counts) {
        if told.is_some() {
            continue;
        }
        let left = match frozen.account.told(count.point, count.class, count.place) {
            Told::Unchanged(_) => Left::Unchanged,
            _ => Left::Hidden,
        };
        let is_like = |first: &Count| match count.class.strand() {
            Some(question) => first.class.strand() == Some(question),
            None => first.class == count.class,
        };
        match all.iter_mut().find(|(first, _)| is_like(first) && first.place == count.place) {
            Some((_, lines)) => lines.push((*count, left)),
            None => all.push((*count, vec![(*count, left)])),
        }
    }
    all
}
