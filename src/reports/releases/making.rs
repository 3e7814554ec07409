//! Making a release: the ledger decides for each kind of readers, and what they are told is frozen.

use super::counts;
use super::gathering::Gathered;
use crate::equity::catalogue::{Account, Class, Count, Told as Line, Way};
use crate::equity::ledger::editions::{AlreadyTold, Edition, Kept};
use crate::equity::ledger::linked::Looked;
use crate::error::{Error, Result};
use crate::firewall::releasing::{Marks, Readership, Release};
use crate::reports::Span;
use crate::reports::told::{Cover, Told};
use crate::store::sha256;
use crate::values::{Instant, Period, ReleaseAudience, ReleaseId, ReleasePlan, Vocabulary};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How far the making of a release is, for whoever waits.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
}

/// A release as it would be.
pub struct Draft {
    pub id: ReleaseId,
    pub program: Option<i64>,
    pub period: Period,
    pub years: u8,
    pub span: Span,
    pub plan: ReleasePlan,
    pub areas: Vec<String>,
    pub programs: Vec<String>,
    pub tells_money: bool,
    pub corrects: Option<i64>,
    pub reason: Option<String>,
    pub at: Instant,
    /// The last release when it was made: after another one it is stale.
    pub head: i64,
    pub counts: Vec<Count>,
    pub ways: Vec<(i64, Way)>,
    pub before: Vec<i64>,
    pub frozen: Vec<Frozen>,
    /// What each business did and answered, only to see how many changed.
    pub marks: Marks,
}

/// What one kind of readers is told.
pub struct Frozen {
    pub readers: ReleaseAudience,
    pub threshold: u32,
    pub account: Account,
    /// Everything the report is written from, as it is kept, and its digest.
    pub told: String,
    pub told_hash: String,
    /// In the order of the list.
    pub counts: Vec<Option<i64>>,
    pub secrets: Vec<Kept>,
    pub looked: Looked,
}

impl Progress {
    /// Steps done, and all of them.
    pub fn get(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    fn set(&self, done: usize, total: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }
}

impl Gathered {
    /// Lets the ledger decide, for the loosest readers first: stricter ones are told part of what they are. Takes a while; needs nothing
    /// but what was gathered.
    pub fn decide(self, progress: &Progress) -> Result<Draft> {
        let id = self.code();
        let mut may_tell = vec![true; self.counts.len()];
        let mut frozen: Vec<Frozen> = Vec::new();
        let mut last: Option<(u32, usize, Vec<Edition>)> = None;
        for (place, (readers, threshold, before, unchanged)) in self.readers.iter().enumerate() {
            // ReleaseAudience who know the same and have the same k are told the same.
            let is_same = last.as_ref().is_some_and(|(k, _, known)| k == threshold && known == before);
            let cents = frozen.last().map(|looser| looser.account.cents.clone());
            let cents = |class: Class| self.tells_money && cents.as_ref().is_none_or(|cents| cents.contains_key(&class.code()));
            let release = if is_same { None } else { Some(self.ask((&may_tell, &cents), *threshold, before, (place, progress))?) };
            let one = match (release, frozen.last()) {
                (Some(release), _) => {
                    for (may_tell, told) in may_tell.iter_mut().zip(&release.answer.told) {
                        *may_tell = told.is_some();
                    }
                    self.freeze(&id, *readers, *threshold, unchanged, &release)?
                }
                (None, Some(like)) => self.freeze_like(&id, *readers, like)?,
                (None, None) => return Err(Error::internal("the first readers have nobody to be like")),
            };
            last = Some((*threshold, place, before.clone()));
            frozen.push(one);
        }
        progress.set(self.readers.len() * 100, self.readers.len() * 100);
        Ok(Draft {
            id,
            program: self.asked.program.as_ref().map(|program| program.key),
            period: self.asked.period,
            years: self.years,
            span: self.span,
            plan: counts::word(self.plan),
            areas: self.areas,
            programs: self.programs,
            tells_money: self.tells_money,
            corrects: self.corrects,
            reason: self.asked.reason,
            at: self.at,
            head: self.head,
            counts: self.counts,
            ways: self.ways,
            before: self.before,
            marks: self.clients.marks(),
            frozen,
        })
    }

    /// The code of the release: the same data give the same code.
    fn code(&self) -> ReleaseId {
        let program = self.asked.program.as_ref().map_or("", |program| program.id.as_str());
        // Not of the moment: made again of the same data on the same day, a release is the same to the byte.
        let ways: Vec<String> = self.ways.iter().map(|(business, way)| format!("{business} {}", way.written())).collect();
        let about = format!("{} {program} {} {} {} {}", self.organization, self.asked.period, self.years, self.head, self.as_of);
        let made_of = format!("{about}\n{}", ways.join("\n"));
        let mut bits = [0; 16];
        bits.iter_mut().zip(sha256(made_of.as_bytes())).for_each(|(bit, byte)| *bit = byte);
        ReleaseId::from_bits(bits)
    }

    fn ask(
        &self,
        (may_tell, cents): (&[bool], &dyn Fn(Class) -> bool),
        threshold: u32,
        before: &[Edition],
        (place, progress): (usize, &Progress),
    ) -> Result<Release> {
        let all = self.readers.len() * 100;
        let mut hears = |done: usize, total: usize| progress.set(place * 100 + done * 100 / total.max(1), all);
        let readers = Readership { before, threshold };
        self.clients.release(&self.counts, may_tell, &readers, cents, &mut hears).map_err(|AlreadyTold(number)| {
            Error::Rejected(format!(
                "{number} small numbers of {} follow from what was released before, whatever is left out now. Nothing was released. Choose a \
                 longer period, or all programs together.",
                self.asked.period
            ))
        })
    }

    fn freeze(
        &self,
        id: &ReleaseId,
        readers: ReleaseAudience,
        threshold: u32,
        unchanged: &BTreeMap<String, Line>,
        release: &Release,
    ) -> Result<Frozen> {
        let told = |(count, told): (&Count, &Option<i64>)| {
            let before = match unchanged.get(&count.id()) {
                Some(Line::Shown(before) | Line::Unchanged(before)) => Some(*before),
                _ => None,
            };
            let line = match (told.and_then(|told| u32::try_from(told).ok()), before) {
                (Some(told), _) => Line::Shown(told),
                // It changed by so few that the change cannot be told.
                (None, Some(before)) => Line::Unchanged(before),
                (None, None) => Line::Hidden,
            };
            (count.id(), line)
        };
        let account = Account {
            threshold,
            plan: self.plan,
            areas: self.areas.clone(),
            programs: self.programs.clone(),
            asked: self.questions.clone(),
            counts: self.counts.iter().zip(&release.answer.told).map(told).collect(),
            cents: release.cents.iter().map(|(class, cents)| (class.code(), *cents)).collect(),
        };
        self.written(
            id,
            readers,
            account,
            Decided { counts: release.answer.told.clone(), secrets: release.answer.secrets.clone(), looked: release.answer.looked },
        )
    }

    fn freeze_like(&self, id: &ReleaseId, readers: ReleaseAudience, like: &Frozen) -> Result<Frozen> {
        let kept = Decided { counts: like.counts.clone(), secrets: like.secrets.clone(), looked: like.looked };
        self.written(id, readers, like.account.clone(), kept)
    }

    fn written(&self, id: &ReleaseId, readers: ReleaseAudience, account: Account, kept: Decided) -> Result<Frozen> {
        let told = Told {
            cover: self.cover(id, readers, &account, kept.looked),
            account: account.clone(),
            exact: Some(self.exact.clone()),
            compared: self.compared.clone(),
            context: None,
            answer: None,
        };
        let told = serde_json::to_string(&told)?;
        Ok(Frozen {
            readers,
            threshold: account.threshold,
            account,
            told_hash: crate::store::digest(told.as_bytes()),
            told,
            counts: kept.counts,
            secrets: kept.secrets,
            looked: kept.looked,
        })
    }

    fn cover(&self, id: &ReleaseId, readers: ReleaseAudience, account: &Account, looked: Looked) -> Cover {
        let (shown, lines) = account.shown();
        let own = |name: &str, words: String| (name.to_owned(), words);
        let passing_on = match readers {
            ReleaseAudience::Internal => "Internal: not to be passed on.",
            ReleaseAudience::Funder => "For the funder it was made for: not to be published.",
            ReleaseAudience::Public => "",
        };
        Cover {
            organization: self.organization.clone(),
            program: self.asked.program.as_ref().map(|program| program.name.clone()),
            period: super::named(self.asked.period, self.span, self.years),
            first: self.span.first,
            last: self.span.last,
            years: self.years,
            as_of: self.as_of,
            code: id.to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            audit_head: self.audit_head.clone(),
            readers: readers.label().to_owned(),
            passing_on: passing_on.to_owned(),
            declared: self.declared.clone(),
            stated: [
                own("Release", format!("number {} of this organization's ledger", self.before.len() + 1)),
                own("Snapshot", format!("everything on record at the end of release {}, {}", self.head, self.as_of)),
                own("Left out", self.left_out.clone()),
                own(
                    "Chance",
                    "no figure is drawn by chance, so there is no seed; made again of the same record it is the same to the byte"
                        .to_owned(),
                ),
                own("Counts", format!("{shown} of {lines} lines of the fixed list are told")),
                own("Over releases", over_releases(looked, readers)),
            ]
            .into_iter()
            .chain(self.asked.reason.clone().map(|reason| own("Made again because", reason)))
            .collect(),
        }
    }
}

/// What is kept beside the account.
struct Decided {
    counts: Vec<Option<i64>>,
    secrets: Vec<Kept>,
    looked: Looked,
}

/// How far this release was looked at together with those before it. What those hold too closely already is said inside the house alone:
/// elsewhere it would be an invitation.
fn over_releases(looked: Looked, readers: ReleaseAudience) -> String {
    let Looked { families, too_many, limits, held } = looked;
    if families + too_many == 0 {
        return "nothing was told of these classes before".to_owned();
    }
    let mut words = format!(
        "{families} families of classes were looked at together with everything told before, as for somebody who takes answers to stay \
         what they are"
    );
    if too_many > 0 {
        words += &format!("; {too_many} more have too many kinds of clients for that: of them, sums and differences alone were looked at");
    }
    if limits > 0 {
        words += &format!("; of {limits} hidden numbers only the limits could be held apart");
    }
    if held > 0 && readers == ReleaseAudience::Internal {
        words += &format!(
            "; {held} hidden numbers follow for such a reader from what was told before, and nothing told or left out now changes that"
        );
    }
    words
}
