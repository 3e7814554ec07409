//! The course of one referral, step by step, from the draft to how it stands.

use super::dice::Dice;
use super::plan::{By, Days, Step, What, When};
use super::words::{OF_KIND, OfKind};
use crate::referrals::fact::Fact as F;
use crate::referrals::{Event as E, Kind};
use crate::values::{Day, Source};

/// How a referral ends, or stands on the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// Done; the client says: yes.
    Met,
    /// Done in part, and the client says so.
    PartlyMet,
    /// Done, and the client never answered.
    Unconfirmed,
    /// Done, said the partner; not so, says the client.
    Disputed,
    /// Disputed, opened again, under way.
    Reopened,
    /// Done a few days ago.
    ToConfirm,
    Working,
    /// Under way, and the promised news has not come.
    Quiet,
    OnHold,
    Accepted,
    FailedSettled,
    FailedNow,
    RejectedSettled,
    RejectedAndReferred,
    RejectedNow,
    /// Declined, and nobody wrote down what comes next.
    RejectedLongAgo,
    WithdrawnBefore,
    WithdrawnAfter,
    Recalled,
    NoAnswer,
    /// Stopped by the clock for want of an answer, and nobody wrote down what comes next.
    Unheard,
    Refused,
    Discarded,
    UndoneAccept,
    AskedForMore,
    Received,
    Sent,
    /// Sent, past its day, no word.
    Late,
    UndoneSend,
    WaitsForYes,
    WaitsLong,
    Draft,
    AskedByClient,
    Mistake,
}

impl Tail {
    /// How a referral with a yes usually ends.
    pub fn usual_yes(at: usize) -> Self {
        [
            Self::Met,
            Self::Met,
            Self::Unconfirmed,
            Self::PartlyMet,
            Self::Met,
            Self::FailedSettled,
            Self::Met,
            Self::WithdrawnAfter,
            Self::PartlyMet,
            Self::Unconfirmed,
        ]
        .get(at % 10)
        .copied()
        .unwrap_or(Self::Met)
    }

    /// True where a partner says yes or no on the way, so that it counts as decided.
    pub fn is_decided(self) -> bool {
        use Tail as T;
        !matches!(
            self,
            T::WithdrawnBefore
                | T::Recalled
                | T::NoAnswer
                | T::Unheard
                | T::Refused
                | T::Discarded
                | T::UndoneAccept
                | T::AskedForMore
                | T::Received
                | T::Sent
                | T::Late
                | T::UndoneSend
                | T::WaitsForYes
                | T::WaitsLong
                | T::Draft
                | T::AskedByClient
                | T::Mistake
        )
    }

    fn is_no(self) -> bool {
        matches!(self, Self::RejectedSettled | Self::RejectedAndReferred | Self::RejectedNow | Self::RejectedLongAgo)
    }
}

/// Builds the steps of one referral. Moments only ever go on.
pub struct Course<'d> {
    days: &'d Days,
    dice: &'d mut Dice,
    kind: Kind,
    responsible: &'static str,
    turn: usize,
    now: When,
    steps: Vec<Step>,
}

impl<'d> Course<'d> {
    /// A course about to begin. `turn` chooses among words.
    pub fn new(days: &'d Days, dice: &'d mut Dice, kind: Kind, responsible: &'static str, turn: usize) -> Self {
        let now = When { day: days.start, minute: 0 };
        Self { days, dice, kind, responsible, turn, now, steps: Vec::new() }
    }

    /// All steps. Those that would lie after the end of the history are never played.
    pub fn run(mut self, sent: Day, pace: u32, by_link: bool, tail: Tail) -> Vec<Step> {
        self.prepare(sent, by_link, tail);
        match tail {
            Tail::Refused
            | Tail::Discarded
            | Tail::WaitsForYes
            | Tail::WaitsLong
            | Tail::Draft
            | Tail::AskedByClient
            | Tail::Sent
            | Tail::Late => {}
            Tail::UndoneSend => self.event(By::Advisor, E::UndoSend, vec![]),
            Tail::Mistake => {
                self.event(By::Advisor, E::MarkError, vec![(F::Reason, "wrong_client".to_owned())]);
            }
            Tail::WithdrawnBefore => {
                self.on(self.days.after(sent, 1));
                self.event(
                    By::Entrepreneur,
                    E::Withdraw,
                    vec![
                        (F::Reason, self.of(&["found_help_elsewhere", "no_longer_needed", "not_the_right_time"])),
                        (F::WantsNothingMore, "yes".to_owned()),
                    ],
                );
            }
            Tail::Recalled => {
                self.on(self.days.after(sent, 2));
                self.event(By::Advisor, E::Recall, vec![(F::Reason, "need_changed".to_owned())]);
                self.next_step(
                    3,
                    vec![
                        (F::NextStep, "other_help_given".to_owned()),
                        (F::SharedNote, "We look at the need again together first.".to_owned()),
                    ],
                );
            }
            Tail::NoAnswer | Tail::Unheard => {
                self.on(self.days.after(sent, if self.kind.is_slow() { 20 } else { 15 }));
                self.event(By::System, E::AutoRecall, vec![(F::RemindersSent, "3".to_owned()), (F::CallsLogged, "1".to_owned())]);
                if tail == Tail::NoAnswer {
                    self.next_step(2, vec![(F::NextStep, "no_service_exists".to_owned())]);
                }
            }
            _ => self.answered(sent, pace, tail),
        }
        self.steps
    }

    fn prepare(&mut self, sent: Day, by_link: bool, tail: Tail) {
        let asks = matches!(tail, Tail::WaitsForYes | Tail::WaitsLong | Tail::Refused | Tail::Discarded);
        self.on(if by_link && !asks { self.days.before(sent, 2) } else { sent });
        self.step(if tail == Tail::AskedByClient { By::Entrepreneur } else { By::Advisor }, What::Create);
        match tail {
            Tail::Draft | Tail::AskedByClient => return,
            Tail::WaitsForYes | Tail::WaitsLong => return self.step(By::Advisor, What::Ask),
            Tail::Discarded => {
                self.on(self.days.after(sent, 2));
                self.event(By::Advisor, E::Discard, vec![]);
                return self.next_step(1, vec![(F::NextStep, "client_wants_nothing_more".to_owned())]);
            }
            Tail::Refused => {
                self.step(By::Advisor, What::Ask);
                self.on(self.days.after(sent, 2));
                self.event(By::Entrepreneur, E::RefuseConsent, vec![]);
                return self.next_step(1, vec![(F::NextStep, "client_wants_nothing_more".to_owned())]);
            }
            _ if by_link => {
                self.step(By::Advisor, What::Ask);
                self.on(self.days.before(sent, 1));
                self.step(By::Entrepreneur, What::AgreeByLink);
                self.on(sent);
            }
            _ => self.step(By::Advisor, What::AgreeSpoken),
        }
        self.event(By::Advisor, E::Send, vec![]);
    }

    fn answered(&mut self, sent: Day, pace: u32, tail: Tail) {
        self.on(self.days.after(sent, (pace / 2).clamp(1, 3)));
        self.step(By::Partner, What::Open);
        self.event(By::Partner, E::Acknowledge, vec![]);
        if tail == Tail::Received {
            return;
        }
        if tail == Tail::AskedForMore {
            let by = self.days.after(self.days.until, 3);
            self.on(self.days.after(sent, 2));
            let question = "How many amps does the largest machine draw?".to_owned();
            return self.event(
                By::Partner,
                E::AskInformation,
                vec![(F::Question, question), (F::AskedOf, "entrepreneur".to_owned()), (F::NeededBy, by.to_string())],
            );
        }
        if self.turn % 9 == 4 && pace > 2 {
            let by = self.days.after(self.now.day, 2).to_string();
            let question = "Can you send last year's sales, month by month?".to_owned();
            self.event(
                By::Partner,
                E::AskInformation,
                vec![(F::Question, question), (F::AskedOf, "advisor".to_owned()), (F::NeededBy, by)],
            );
            self.on(self.days.after(self.now.day, 1));
            self.event(By::Advisor, E::ProvideInformation, vec![(F::Answer, "The table is with the papers we sent along.".to_owned())]);
        }
        let decided = self.days.after(sent, pace);
        self.on(decided);
        if tail.is_no() {
            let reason = self.of(&self.words().3);
            self.event(By::Partner, E::Reject, vec![(F::Reason, reason)]);
            if tail == Tail::RejectedSettled {
                let facts = match self.turn % 4 {
                    0 => vec![
                        (F::NextStep, "other_help_given".to_owned()),
                        (F::SharedNote, "We look for another way together next week.".to_owned()),
                    ],
                    1 => vec![(F::NextStep, "client_will_retry_later".to_owned()), (F::ReviewOn, self.days.after(decided, 90).to_string())],
                    2 => vec![(F::NextStep, "no_service_exists".to_owned())],
                    _ => vec![(F::NextStep, "client_wants_nothing_more".to_owned())],
                };
                self.next_step(2, facts);
            }
            return;
        }
        let contact_on = self.days.after(decided, 4);
        let by = if self.turn % 8 == 5 && tail != Tail::UndoneAccept { By::OnBehalf(Source::Call) } else { By::Partner };
        self.event(
            by,
            E::Accept,
            vec![
                (F::ResponsiblePerson, self.responsible.to_owned()),
                (F::FirstContactOn, contact_on.to_string()),
                (F::EligibilityChecked, "yes".to_owned()),
            ],
        );
        if tail == Tail::UndoneAccept {
            return self.event(By::Partner, E::UndoLast, vec![]);
        }
        self.accepted(decided, tail);
    }

    fn accepted(&mut self, decided: Day, tail: Tail) {
        if tail == Tail::Accepted {
            return;
        }
        if tail == Tail::WithdrawnAfter {
            self.on(self.days.after(decided, 3));
            return self.event(
                By::OnBehalf(Source::Call),
                E::Withdraw,
                vec![
                    (F::Reason, self.of(&["found_help_elsewhere", "cost_or_terms", "not_the_right_time"])),
                    (F::WantsNothingMore, "yes".to_owned()),
                ],
            );
        }
        let started = self.days.after(decided, 3);
        let stages = self.words().0;
        self.on(started);
        let how = if self.turn.is_multiple_of(2) { "call" } else { "visit" };
        let next = |days: &Days, day, ahead| (F::NextExpectedOn, days.after(day, ahead).to_string());
        self.event(
            By::Partner,
            E::Start,
            vec![
                (F::ContactedOn, started.to_string()),
                (F::ContactChannel, how.to_owned()),
                (F::Stage, stages[0].to_owned()),
                next(self.days, started, 9),
            ],
        );
        let later = self.days.after(started, 8);
        self.on(later);
        let ahead = if tail == Tail::Working { 16 } else { 10 };
        self.event(By::Partner, E::Progress, vec![(F::Stage, stages[1].to_owned()), next(self.days, later, ahead)]);
        match tail {
            Tail::Quiet | Tail::Working => {}
            Tail::OnHold => {
                self.on(self.days.after(later, 3));
                let review = self.days.until.plus_days(self.dice.between(4, 25));
                self.event(
                    By::Partner,
                    E::Hold,
                    vec![
                        (F::Reason, self.of(&["waitlist", "waiting_third_party", "cohort_or_season_start"])),
                        (F::ReviewOn, review.to_string()),
                    ],
                );
            }
            Tail::FailedSettled | Tail::FailedNow => {
                self.on(self.days.after(later, if tail == Tail::FailedNow { 3 } else { 10 }));
                self.event(By::Partner, E::Fail, vec![(F::Reason, self.words().4.to_owned())]);
                if tail == Tail::FailedSettled {
                    self.next_step(
                        2,
                        vec![(F::NextStep, "other_help_given".to_owned()), (F::SharedNote, "We try another way in the spring.".to_owned())],
                    );
                }
            }
            _ => self.done(later, tail),
        }
    }

    fn done(&mut self, later: Day, tail: Tail) {
        let ahead = match tail {
            Tail::ToConfirm => 4,
            Tail::Disputed | Tail::Reopened => 14,
            _ => 8 + u32::try_from(self.turn % 9).unwrap_or(0),
        };
        let (_, result, delivered, ..) = self.words();
        let end = self.days.after(later, ahead);
        self.on(end);
        let outcome = if tail == Tail::PartlyMet { "partly_met" } else { "fully_met" };
        self.event(
            By::Partner,
            E::Complete,
            vec![
                (F::Outcome, outcome.to_owned()),
                (F::Delivered, delivered.to_owned()),
                (F::EndOn, end.to_string()),
                (F::Results, result.to_owned()),
            ],
        );
        let answer = |met: &str, happened: &str| vec![(F::NeedMet, met.to_owned()), (F::Happened, happened.to_owned())];
        match tail {
            Tail::Met | Tail::PartlyMet => {
                self.on(self.days.after(end, 1 + u32::try_from(self.turn % 6).unwrap_or(0)));
                let by = if self.turn % 5 == 2 { By::OnBehalf(Source::Call) } else { By::Entrepreneur };
                self.event(by, E::Confirm, answer(if tail == Tail::Met { "yes" } else { "partly" }, "yes"));
            }
            Tail::Disputed | Tail::Reopened => {
                self.on(self.days.after(end, 3));
                let mut facts = answer("no", "no");
                facts.push((F::WasMissing, "fit".to_owned()));
                self.event(By::Entrepreneur, E::Confirm, facts);
                if tail == Tail::Reopened {
                    self.on(self.days.after(end, 4));
                    self.event(By::Manager, E::Reopen, vec![(F::Reason, "disputed_outcome".to_owned())]);
                }
            }
            _ => {}
        }
    }

    fn next_step(&mut self, ahead: u32, mut facts: Vec<(F, String)>) {
        self.on(self.days.after(self.now.day, ahead));
        facts.push((F::ToldOn, self.now.day.to_string()));
        self.event(By::Advisor, E::RecordNextStep, facts);
    }

    fn words(&self) -> OfKind {
        let place = Kind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        OF_KIND.get(place).copied().unwrap_or(OF_KIND[0])
    }

    fn of(&self, list: &[&'static str]) -> String {
        list.get(self.turn % list.len().max(1)).copied().unwrap_or_default().to_owned()
    }

    /// The next step is on this day, or later where the steps are there already.
    fn on(&mut self, day: Day) {
        if day > self.now.day {
            let minute = 9 * 60 + 10 + self.dice.below(4 * 60);
            self.now = When { day, minute: u16::try_from(minute).unwrap_or(600) };
        }
    }

    fn event(&mut self, by: By, event: E, facts: Vec<(F, String)>) {
        self.step(by, What::Event(event, facts));
    }

    fn step(&mut self, by: By, what: What) {
        self.steps.push(Step { when: self.now, by, what });
        self.now.minute += 3;
    }
}
