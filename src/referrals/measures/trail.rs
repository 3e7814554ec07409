//! One referral as the measures see it: what was undone is gone, and each day they ask for is found once.

use super::days::Pause;
use super::log::{Line, Log};
use crate::referrals::lifecycle::{Event, Party, Refusal, Status};
use crate::referrals::passage::standing;
use crate::referrals::replay::{Answer, Ball, Met, Standing, replay, waiting_on};
use crate::values::{Day, Instant, Zone};
use std::collections::BTreeMap;

/// The story of one referral, undone events taken out.
#[derive(Debug)]
pub struct Trail<'l> {
    pub log: &'l Log,
    /// Where it stands, by the whole log.
    pub now: Standing,
    /// The events that were not undone.
    pub lines: Vec<&'l Line>,
    /// It was sent, and the sending was not taken back.
    pub sent_on: Option<Day>,
    /// The first sign of the partner: it acknowledged, asked, said yes or no.
    pub answered_on: Option<Day>,
    /// The day of the partner's yes or no, and whether it was a yes.
    pub decided: Option<(Day, bool)>,
    /// First contact after a yes, as whoever reported the start said.
    pub started_on: Option<Day>,
    /// The last end, if it stands.
    pub end: Option<End<'l>>,
    /// Each stretch up to an end and what was said of it: a referral that was opened again has several.
    pub chapters: Vec<Chapter<'l>>,
    /// While it was not the partner's turn, or the partner was closed; by their first day.
    pub pauses: Vec<Pause>,
    /// For each event with a notice: when the first of them went out, if one did.
    pub told: BTreeMap<i64, Option<Instant>>,
}

/// How it ended.
#[derive(Debug, Clone, Copy)]
pub struct End<'l> {
    pub on: Day,
    pub line: &'l Line,
}

/// What the partner reported at a completion, and what the entrepreneur said of it last.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chapter<'l> {
    pub outcome: Option<&'l str>,
    pub answer: Option<(&'l Line, Answer)>,
}

impl<'l> Trail<'l> {
    /// Reads a log.
    ///
    /// # Errors
    /// Refused where the log could not have happened.
    pub fn read(log: &'l Log, zone: &Zone) -> Result<Self, Refusal> {
        let now = replay(log.lines.iter().map(|line| &line.entry))?.now;
        let lines = standing(&log.lines, |line| line.entry.event);
        let mut trail = Self {
            log,
            now,
            sent_on: None,
            answered_on: None,
            decided: None,
            started_on: None,
            end: None,
            chapters: vec![Chapter::default()],
            pauses: Vec::new(),
            told: BTreeMap::new(),
            lines,
        };
        for notice in &log.notices {
            let told = trail.told.entry(notice.seq).or_default();
            *told = [*told, notice.delivered_at].into_iter().flatten().min();
        }
        for line in trail.lines.clone() {
            trail.note(line, zone.day(line.at));
        }
        trail.pauses.extend(&log.closed);
        trail.pauses.sort_unstable();
        if !trail.now.status.is_end() {
            trail.end = None;
        }
        Ok(trail)
    }

    fn note(&mut self, line: &'l Line, on: Day) {
        use Event as E;
        let event = line.entry.event;
        if matches!(event, E::Acknowledge | E::AskInformation | E::Accept | E::Reject) {
            self.answered_on = self.answered_on.or(Some(on));
        }
        match event {
            E::Send => self.sent_on = Some(on),
            E::AskInformation => self.pause(on),
            E::Accept | E::Reject => {
                self.go_on(on);
                self.decided = Some((on, event == E::Accept));
            }
            E::Start => {
                self.go_on(on);
                let said = line.contacted_on.unwrap_or(on);
                self.started_on = self.started_on.or(Some(self.decided.map_or(said, |(decided, _)| said.max(decided))));
            }
            E::ProvideInformation | E::Progress | E::Hold | E::Resume => self.go_on(on),
            E::Reopen => {
                self.end = None;
                self.chapters.push(Chapter::default());
            }
            E::Confirm => {
                let answer = line.entry.answer.map(|answer| (line, answer));
                if let Some(chapter) = self.chapters.last_mut() {
                    chapter.answer = answer.or(chapter.answer);
                }
            }
            _ => {}
        }
        if is_an_end(event) {
            self.go_on(on);
            self.end = Some(End { on, line });
            if let Some(chapter) = self.chapters.last_mut() {
                chapter.outcome = line.outcome.as_deref().filter(|_| event == E::Complete);
            }
        }
    }

    fn pause(&mut self, on: Day) {
        if self.pauses.last().is_none_or(|(_, ends)| ends.is_some()) {
            self.pauses.push((on, None));
        }
    }

    fn go_on(&mut self, on: Day) {
        if let Some((_, ends)) = self.pauses.last_mut() {
            *ends = ends.or(Some(on));
        }
    }

    /// The day on which it was sent, where it counts at all: no draft, no mistake, no duplicate.
    pub fn counts_from(&self) -> Option<Day> {
        self.sent_on.filter(|_| !self.is_mistake() && !self.is_duplicate())
    }

    /// Taken out as a mistake.
    pub fn is_mistake(&self) -> bool {
        self.now.status == Status::EnteredInError
    }

    /// Ended because the same was asked for already.
    pub fn is_duplicate(&self) -> bool {
        self.end.is_some_and(|end| end.line.entry.reason.as_deref() == Some("duplicate"))
    }

    /// The partner said yes.
    pub fn is_accepted(&self) -> bool {
        self.decided.is_some_and(|(_, is_yes)| is_yes)
    }

    /// It stands as completed.
    pub fn is_completed(&self) -> bool {
        self.now.status == Status::Completed
    }

    /// It stands as ended.
    pub fn is_over(&self) -> bool {
        self.now.status.is_end()
    }

    /// The end, where it leaves somebody to look after: declined, failed or stopped; not where the entrepreneur wants nothing
    /// more, and not where another partner, asked at the same time, was chosen.
    pub fn negative_end(&self) -> Option<End<'l>> {
        let is_negative = self.now.status.is_negative_end();
        self.end.filter(|end| is_negative && !end.line.entry.wants_nothing_more && end.line.entry.reason.as_deref() != Some("not_selected"))
    }

    /// What the partner says of the last completion, if it stands.
    pub fn outcome(&self) -> Option<&'l str> {
        self.chapters.last().filter(|_| self.is_completed()).and_then(|chapter| chapter.outcome)
    }

    /// The partner says the need was met, at least in part.
    pub fn is_reported_met(&self) -> bool {
        self.outcome().is_some_and(is_met)
    }

    /// The entrepreneur's last word on the end that stands.
    pub fn answer(&self) -> Option<(&'l Line, Answer)> {
        self.chapters.last().filter(|_| self.is_over()).and_then(|chapter| chapter.answer)
    }

    /// The entrepreneur says the need was met, at least in part.
    pub fn is_confirmed(&self) -> bool {
        self.answer().is_some_and(|(_, answer)| answer.met != Met::No)
    }

    /// The step after the end, by whoever looks after it.
    pub fn next_step(&self) -> Option<&'l Line> {
        let end = self.end?;
        self.lines.iter().find(|line| line.seq > end.line.seq && is_next_step(line.entry.event)).copied()
    }

    /// Who has the ball.
    pub fn ball(&self) -> Ball {
        waiting_on(&self.now, false)
    }

    /// When the notice of an event went out.
    pub fn told_of(&self, seq: i64) -> Option<Instant> {
        self.told.get(&seq).copied().flatten()
    }

    /// When the entrepreneur knew of the end: by a notice that went out, by word of mouth, or because it was their own deed.
    pub fn told_of_end(&self, zone: &Zone) -> Option<Day> {
        let end = self.end?;
        let own = matches!(end.line.entry.party, Party::Entrepreneur) || end.line.entry.event == Event::Withdraw;
        let later = self.lines.iter().filter(|line| line.seq > end.line.seq);
        let heard = later.filter_map(|line| match line.entry.event {
            Event::RecordNextStep => line.told_on.map(|on| on.max(end.on)),
            Event::Confirm => Some(zone.day(line.at)),
            _ => None,
        });
        let notice = self.told_of(end.line.seq).map(|at| zone.day(at));
        heard.chain(notice).chain(own.then_some(end.on)).min()
    }
}

/// An outcome that met the need, at least in part.
pub fn is_met(outcome: &str) -> bool {
    matches!(outcome, "fully_met" | "partly_met")
}

fn is_next_step(event: Event) -> bool {
    matches!(event, Event::RecordNextStep | Event::ReRefer)
}

fn is_an_end(event: Event) -> bool {
    use Event as E;
    matches!(
        event,
        E::Reject | E::Complete | E::Fail | E::Withdraw | E::Recall | E::AutoRecall | E::ConsentLapses | E::MarkError | E::Discard
    ) || event == E::RefuseConsent
}
