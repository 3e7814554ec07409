//! What a row tells of a referral: from its status and its days to what happened, step by step. Pure. A row that tells no possible story is
//! refused in words, with the field that is wrong.

use crate::referrals::elsewhere::{Step, after};
use crate::referrals::fact::Fact;
use crate::referrals::{Event, Party, Status};
use crate::values::Day;

/// How a row says that it ended, where it does not say how well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// One of the statuses of a referral.
    Stands(Status),
    /// It is closed; the outcome says how.
    Closed,
}

/// What a row says came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// So far the need was met: a word of the list of outcomes.
    Met(&'static str),
    /// No help came.
    Nothing,
}

/// The days of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub prepared: Option<Day>,
    pub sent: Option<Day>,
    pub acknowledged: Option<Day>,
    pub answered: Option<Day>,
    pub accepted: Option<Day>,
    pub declined: Option<Day>,
    pub waitlisted: Option<Day>,
    pub contacted: Option<Day>,
    pub began: Option<Day>,
    pub withdrawn: Option<Day>,
    pub ended: Option<Day>,
}

/// A reason of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Its word.
    pub code: String,
    /// It is the client's own.
    pub is_of_client: bool,
    /// It leaves a need that nobody met.
    pub is_unmet: bool,
}

/// What a row tells.
#[derive(Debug, Clone, Default)]
pub struct Tale {
    pub days: Days,
    pub reason: Option<Reason>,
    /// The status word said that the client withdrew.
    pub by_client: bool,
    pub stage: Option<String>,
    pub came: Option<Came>,
    /// What is known of the beginning.
    pub begun_with: Vec<(Fact, String)>,
}

/// What is wrong, and in which field.
pub type Trouble = (&'static str, String);

/// Where a referral stands, by its word; where there is none, by the days that are there.
///
/// # Errors
/// Where the row does not say how it ended.
pub fn standing(said: Option<Said>, days: &Days, came: Option<Came>) -> Result<Status, Trouble> {
    let how = || {
        let words = "This says that it is over, and not how. Write Completed, Not completed, Declined by partner or Withdrawn, or fill in what came of it";
        ("referral_status", words.to_owned())
    };
    let closed = || match came {
        Some(Came::Met(_)) => Ok(Status::Completed),
        _ if days.declined.is_some() => Ok(Status::Rejected),
        Some(Came::Nothing) => Ok(Status::Failed),
        None if days.withdrawn.is_some() => Ok(Status::Cancelled),
        None => Err(how()),
    };
    match said {
        Some(Said::Stands(status)) => Ok(status),
        Some(Said::Closed) => closed(),
        None if days.withdrawn.is_some() => Ok(Status::Cancelled),
        None if days.ended.is_some() || days.declined.is_some() => closed(),
        None => Ok(so_far(days)),
    }
}

/// Where an open referral stands by its days.
fn so_far(days: &Days) -> Status {
    let begun = days.began.or(days.contacted);
    match days {
        Days { waitlisted: Some(held), .. } if begun.is_none_or(|begun| begun <= *held) => Status::OnHold,
        _ if begun.is_some() => Status::InProgress,
        _ if days.accepted.or(days.answered).is_some() => Status::Accepted,
        Days { acknowledged: Some(_), .. } => Status::Received,
        Days { sent: Some(_), .. } => Status::Requested,
        _ => Status::Draft,
    }
}

/// What happened, in order.
///
/// # Errors
/// Where the row tells no possible story.
pub fn steps(status: Status, tale: &Tale, today: Day) -> Result<Vec<Step>, Trouble> {
    let days = &tale.days;
    refuse_future(days, today)?;
    refuse_strangers(status, days)?;
    let prepared = days.prepared.or(days.sent);
    let prepared = prepared.ok_or_else(|| ("sent_on", "Write the day on which it was sent".to_owned()))?;
    let mut steps = vec![Step::new(Event::Create, Party::Advisor, prepared)];
    if let (Some(step), Some(first)) = (steps.first_mut(), Some(&tale.begun_with)) {
        step.sheet.extend(first.iter().cloned());
    }
    match days.sent {
        Some(sent) => {
            steps.push(Step::new(Event::Send, Party::Advisor, sent));
            at_partner(status, tale, sent, &mut steps)?;
        }
        None => unsent(status, tale, &mut steps)?,
    }
    refuse_disorder(&steps)?;
    let state = after(None, &steps).map_err(|refusal| ("referral_status", refusal.to_string()))?;
    match state {
        Some(state) if state.now.status == status => Ok(steps),
        _ => Err(("referral_status", "This status and these days do not fit together".to_owned())),
    }
}

/// What was never sent: a draft, or one that was dropped.
fn unsent(status: Status, tale: &Tale, steps: &mut Vec<Step>) -> Result<(), Trouble> {
    let days = &tale.days;
    let event = match status {
        Status::Draft => return Ok(()),
        Status::EnteredInError => return on_last_day(steps, Event::MarkError, Party::Manager, tale),
        Status::Cancelled if tale.reason.as_ref().is_some_and(|reason| reason.code == "consent_refused") => Event::RefuseConsent,
        Status::Cancelled => Event::Discard,
        _ => return Err(("sent_on", format!("This says “{}”, and not when it was sent", status.label()))),
    };
    let on = days.withdrawn.or(days.ended).ok_or_else(|| missing("ended_on", status, "it was dropped"))?;
    let mut step = Step::new(event, Party::Advisor, on);
    step.sheet.extend(event.fixed_reason().map(|reason| (Fact::Reason, reason.to_owned())));
    steps.push(step);
    Ok(())
}

/// What happened since it was sent.
fn at_partner(status: Status, tale: &Tale, sent: Day, steps: &mut Vec<Step>) -> Result<(), Trouble> {
    let days = &tale.days;
    if status == Status::Draft {
        return Err(("sent_on", format!("A draft was never sent, and this says that it was, on {sent}")));
    }
    if let Some(on) = days.acknowledged {
        steps.push(Step::new(Event::Acknowledge, Party::Partner, on));
    } else if status == Status::Received {
        return Err(missing("acknowledged_on", status, "the partner had it"));
    }
    match status {
        Status::Requested | Status::Received => return Ok(()),
        Status::Rejected => {
            let on = days.declined.or(days.answered).or(days.ended);
            let on = on.ok_or_else(|| missing("declined_on", status, "the partner said no"))?;
            if days.ended.is_some_and(|ended| ended < on) {
                return Err(("ended_on", format!("It cannot have ended before the partner said no, on {on}")));
            }
            steps.push(with_reason(Step::new(Event::Reject, Party::AdvisorOnBehalf, on), tale));
            return Ok(());
        }
        _ => {}
    }
    let said_yes = days.accepted.or(days.answered);
    match said_yes {
        Some(on) => steps.push(Step::new(Event::Accept, Party::AdvisorOnBehalf, on)),
        None if matches!(status, Status::Cancelled | Status::EnteredInError) && days.began.or(days.contacted).is_none() => {}
        None => return Err(missing("accepted_on", status, "the partner said yes")),
    }
    at_work(status, tale, steps)?;
    the_end(status, tale, said_yes.is_some(), steps)
}

/// The work and its pauses.
fn at_work(status: Status, tale: &Tale, steps: &mut Vec<Step>) -> Result<(), Trouble> {
    let days = &tale.days;
    let begun = days.began.or(days.contacted);
    let start = |event, on| {
        let party = if event == Event::Resume { Party::Advisor } else { Party::AdvisorOnBehalf };
        let mut step = Step::new(event, party, on);
        step.sheet.extend(tale.stage.clone().map(|stage| (Fact::Stage, stage)));
        if event == Event::Start {
            step.sheet.insert(Fact::ContactedOn, days.contacted.unwrap_or(on).to_string());
        }
        step
    };
    let hold = |on| {
        let step = Step::new(Event::Hold, Party::Advisor, on);
        if status == Status::OnHold { with_reason(step, tale) } else { step }
    };
    match (days.waitlisted, begun) {
        (None, _) if status == Status::OnHold => return Err(missing("waitlisted_on", status, "it was put on hold")),
        (_, None) if status == Status::InProgress => return Err(missing("began_on", status, "work started")),
        // First the waiting list, then the work.
        (Some(held), Some(on)) if status != Status::OnHold && held <= on => {
            steps.extend([hold(held), start(Event::Resume, on)]);
        }
        (held, begun) => {
            steps.extend(begun.map(|on| start(Event::Start, on)));
            steps.extend(held.map(hold));
        }
    }
    Ok(())
}

fn the_end(status: Status, tale: &Tale, said_yes: bool, steps: &mut Vec<Step>) -> Result<(), Trouble> {
    let days = &tale.days;
    let ended = |what: &str| days.ended.ok_or_else(|| missing("ended_on", status, what));
    match status {
        Status::Completed => {
            let on = ended("it was done")?;
            let mut step = Step::new(Event::Complete, Party::AdvisorOnBehalf, on);
            step.sheet.insert(Fact::EndOn, on.to_string());
            match tale.came {
                Some(Came::Met(code)) => step.sheet.insert(Fact::Outcome, code.to_owned()),
                Some(Came::Nothing) => {
                    let words = "This says that it was done and that no help came of it. Write Not completed, or correct what came of it";
                    return Err(("referral_outcome", words.to_owned()));
                }
                None => None,
            };
            steps.push(step);
        }
        Status::Failed => {
            let mut step = with_reason(Step::new(Event::Fail, Party::Advisor, ended("it ended")?), tale);
            if let Some(reason) = &tale.reason {
                step.sheet.insert(Fact::UnmetNeed, if reason.is_unmet { "yes" } else { "no" }.to_owned());
            }
            steps.push(step);
        }
        Status::Cancelled => {
            let on = days.withdrawn.or(days.ended).ok_or_else(|| missing("withdrawn_on", status, "it was stopped"))?;
            let code = tale.reason.as_ref().map(|reason| reason.code.as_str());
            let is_of_client = tale.by_client || tale.reason.as_ref().is_some_and(|reason| reason.is_of_client);
            let (event, party) = match code {
                Some("no_response_from_partner") if !said_yes && days.acknowledged.is_none() => (Event::AutoRecall, Party::System),
                Some("consent_expired") if !said_yes => (Event::ConsentLapses, Party::System),
                Some("consent_revoked") => (Event::Withdraw, Party::AdvisorOnBehalf),
                _ if is_of_client || (code.is_none() && days.withdrawn.is_some()) => (Event::Withdraw, Party::AdvisorOnBehalf),
                _ => (Event::Recall, Party::Manager),
            };
            steps.push(with_reason(Step::new(event, party, on), tale));
        }
        Status::EnteredInError => on_last_day(steps, Event::MarkError, Party::Manager, tale)?,
        _ => {}
    }
    Ok(())
}

/// A mistake was found on a day that nobody wrote down: it counts nowhere, so the last day that is known will do.
fn on_last_day(steps: &mut Vec<Step>, event: Event, party: Party, tale: &Tale) -> Result<(), Trouble> {
    let last = steps.last().map(|step| step.on);
    let on = tale.days.ended.or(last).ok_or_else(|| ("sent_on", "Write the day on which it was sent".to_owned()))?;
    steps.push(with_reason(Step::new(event, party, on), tale));
    Ok(())
}

fn with_reason(mut step: Step, tale: &Tale) -> Step {
    step.sheet.extend(tale.reason.as_ref().map(|reason| (Fact::Reason, reason.code.clone())));
    step
}

fn missing(field: &'static str, status: Status, what: &str) -> Trouble {
    let words = format!(
        "This says “{}”, and not when {what}. Fill in the day; no day is made up, because waits are counted by them",
        status.label()
    );
    (field, words)
}

/// Every day with its field and its words.
fn named(days: &Days) -> [(&'static str, &'static str, Option<Day>); 11] {
    [
        ("prepared_on", "was prepared", days.prepared),
        ("sent_on", "was sent", days.sent),
        ("acknowledged_on", "was acknowledged", days.acknowledged),
        ("answered_on", "was answered", days.answered),
        ("accepted_on", "was accepted", days.accepted),
        ("declined_on", "was declined", days.declined),
        ("waitlisted_on", "was put on hold", days.waitlisted),
        ("contacted_on", "reached the client", days.contacted),
        ("began_on", "was begun", days.began),
        ("withdrawn_on", "was withdrawn", days.withdrawn),
        ("ended_on", "ended", days.ended),
    ]
}

fn refuse_future(days: &Days, today: Day) -> Result<(), Trouble> {
    let ahead = named(days).into_iter().find_map(|(field, what, day)| Some((field, what, day.filter(|day| *day > today)?)));
    match ahead {
        Some((field, what, day)) => Err((field, format!("{day} lies ahead, and this says that it {what} then"))),
        None => Ok(()),
    }
}

/// Days that contradict where it stands.
fn refuse_strangers(status: Status, days: &Days) -> Result<(), Trouble> {
    use Status as S;
    if let (Some(yes), Some(no)) = (days.accepted, days.declined) {
        return Err(("declined_on", format!("The partner cannot have said yes, on {yes}, and no, on {no}")));
    }
    let is_over = matches!(status, S::Completed | S::Failed | S::Rejected | S::Cancelled | S::EnteredInError);
    let is_a_yes = matches!(status, S::Accepted | S::InProgress | S::OnHold | S::Completed | S::Failed | S::Cancelled | S::EnteredInError);
    let is_work = matches!(status, S::InProgress | S::OnHold | S::Completed | S::Failed | S::Cancelled | S::EnteredInError);
    let fits = |field: &str| match field {
        "acknowledged_on" => status != S::Draft,
        "answered_on" => is_a_yes || status == S::Rejected,
        "accepted_on" => is_a_yes,
        "declined_on" => status == S::Rejected,
        "waitlisted_on" | "contacted_on" | "began_on" => is_work,
        "withdrawn_on" => status == S::Cancelled,
        "ended_on" => is_over,
        _ => true,
    };
    let stranger = named(days).into_iter().find_map(|(field, what, day)| Some((field, what, day.filter(|_| !fits(field))?)));
    match stranger {
        Some((field, what, day)) => {
            Err((field, format!("This says “{}”, and also that it {what} on {day}. Correct one of them", status.label())))
        }
        None => Ok(()),
    }
}

/// Each day after the one before.
fn refuse_disorder(steps: &[Step]) -> Result<(), Trouble> {
    for pair in steps.windows(2) {
        if let [before, now] = pair
            && now.on < before.on
        {
            let (field, what) = words(now.event);
            let (_, earlier) = words(before.event);
            return Err((field, format!("It cannot be that it {what} on {}, before it {earlier} on {}", now.on, before.on)));
        }
    }
    Ok(())
}

/// The field of a step, and its words.
fn words(event: Event) -> (&'static str, &'static str) {
    match event {
        Event::Create => ("prepared_on", "was prepared"),
        Event::Send => ("sent_on", "was sent"),
        Event::Acknowledge => ("acknowledged_on", "was acknowledged"),
        Event::Accept => ("accepted_on", "was accepted"),
        Event::Reject => ("declined_on", "was declined"),
        Event::Hold => ("waitlisted_on", "was put on hold"),
        Event::Start | Event::Resume => ("began_on", "was begun"),
        Event::Complete | Event::Fail => ("ended_on", "ended"),
        _ => ("ended_on", "was stopped"),
    }
}

#[cfg(test)]
mod tests;
