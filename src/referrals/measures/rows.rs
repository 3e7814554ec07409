//! The measures as one tidy list: measure, group, part, value. Files and the golden answers share it.

use super::Measures;
use super::answers::Lateness;
use super::count::{Share, Times};
use super::days::Spread;
use super::log::What;
use super::voice::Word;
use crate::values::Vocabulary;

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its measure; see `words::DEFINITIONS`.
    pub measure: &'static str,
    /// Which part of the measure, where it has several; empty for all.
    pub group: String,
    /// What the value is: `counted`, `of`, `not_yet_mature`, `percent`, `n`, `median_business_days` and so on.
    pub part: &'static str,
    /// The figure; empty where there is none.
    pub value: String,
}

/// Every figure of every measure, in the order of the definitions.
pub fn rows(measures: &Measures) -> Vec<Row> {
    let mut list = List::default();
    list.put("sent", "", "count", measures.sent.len());
    list.put("left_out", "", "count", measures.left_out.len());
    answers(&mut list, measures);
    work(&mut list, measures);
    voice(&mut list, measures);
    ends(&mut list, measures);
    standing(&mut list, measures);
    for (step, numbers) in measures.funnel.steps() {
        list.put("funnel", &step.to_lowercase(), "count", numbers.len());
    }
    list.rows
}

#[derive(Default)]
struct List {
    rows: Vec<Row>,
}

impl List {
    fn put(&mut self, measure: &'static str, group: &str, part: &'static str, value: impl ToString) {
        self.rows.push(Row { measure, group: group.to_owned(), part, value: value.to_string() });
    }

    fn share(&mut self, measure: &'static str, share: &Share) {
        self.put(measure, "", "counted", share.counted.len());
        self.put(measure, "", "of", share.of.len());
        self.put(measure, "", "not_yet_mature", share.early.len());
        self.put(measure, "", "percent", percent(share));
    }

    fn times(&mut self, measure: &'static str, group: &str, times: &Times) {
        self.put(measure, group, "n", times.taken.len());
        self.put(measure, group, "not_happened", times.never.len());
        let parts = [
            (times.business(), ["median_business_days", "p75_business_days", "p90_business_days"]),
            (times.lived(), ["median_calendar_days", "p75_calendar_days", "p90_calendar_days"]),
        ];
        for (spread, [median, p75, p90]) in parts {
            let shown = |pick: fn(Spread) -> u32| spread.map(|spread| pick(spread).to_string()).unwrap_or_default();
            self.put(measure, group, median, shown(|spread| spread.median));
            self.put(measure, group, p75, shown(|spread| spread.p75));
            self.put(measure, group, p90, shown(|spread| spread.p90));
        }
    }
}

fn answers(list: &mut List, measures: &Measures) {
    let answers = &measures.answers;
    list.share("acknowledged_in_time", &answers.acknowledged_in_time);
    list.times("time_to_acknowledge", "", &answers.to_acknowledge);
    list.times("time_to_decision", "", &answers.to_decision);
    list.times("time_to_decision", "yes", &answers.to_yes);
    list.times("time_to_decision", "no", &answers.to_no);
    list.share("accepted_of_decided", &answers.accepted_of_decided);
    list.share("accepted_of_sent", &answers.accepted_of_sent);
    list.share("no_response", &answers.no_response);
    for (group, numbers) in &answers.declined {
        list.put("declined_by_reason", group, "counted", numbers.len());
        list.put("declined_by_reason", group, "of", answers.accepted_of_decided.of.len());
    }
    for lateness in Lateness::ALL {
        let (yes, no) = answers.against_due.get(&lateness).map_or((0, 0), |(yes, no)| (yes.len(), no.len()));
        list.put("decisions_against_due", lateness.label(), "yes", yes);
        list.put("decisions_against_due", lateness.label(), "no", no);
    }
}

fn work(list: &mut List, measures: &Measures) {
    list.times("time_to_first_contact", "", &measures.work.first_contact);
    list.share("completion", &measures.work.completion);
    list.share("known_outcome", &measures.work.known_outcome);
    for what in What::ALL {
        let sums = measures.work.resources.get(&what).copied().unwrap_or_default();
        let shown = |sum: Option<i64>| sum.map(|sum| sum.to_string()).unwrap_or_default();
        list.put("resources", what.code(), "records", sums.records);
        list.put("resources", what.code(), "applied", shown(sums.applied));
        list.put("resources", what.code(), "awarded", shown(sums.awarded));
        list.put("resources", what.code(), "delivered", shown(sums.delivered));
    }
}

fn voice(list: &mut List, measures: &Measures) {
    let voice = &measures.voice;
    list.share("met_reported", &voice.met_reported);
    list.share("met_confirmed", &voice.met_confirmed);
    for word in Word::ALL {
        list.put("voices", word.code(), "count", voice.words.get(&word).map_or(0, Vec::len));
    }
    list.share("disagreement", &voice.disagreement);
    list.put("rating", "", "mean", voice.mean().unwrap_or_default());
    list.share("rating", &voice.rated);
}

fn ends(list: &mut List, measures: &Measures) {
    let ends = &measures.ends;
    list.share("loop_closed", &ends.loop_closed);
    list.times("notice_lag", "", &ends.notice_lag);
    list.share("re_referred", &ends.re_referred);
    list.times("time_to_next_door", "", &ends.next_door);
    list.share("unmet_need", &ends.unmet);
    for (group, numbers) in &ends.unmet_by_reason {
        list.put("unmet_by_reason", group, "count", numbers.len());
    }
    for (kind, numbers) in &ends.unmet_by_kind {
        list.put("unmet_by_kind", kind, "count", numbers.len());
    }
    for (place, numbers) in &ends.unmet_by_place {
        list.put("unmet_by_place", place, "count", numbers.len());
    }
    list.share("withdrawn", &ends.withdrawn);
    list.share("withdrawn_for_privacy", &ends.for_privacy);
    list.share("followed_up", &ends.followed_up);
}

fn standing(list: &mut List, measures: &Measures) {
    list.share("triaged", &measures.standing.triaged);
    for ((age, ball), numbers) in &measures.standing.ageing {
        list.put("open_by_age", &format!("{} business days, {}", age.label(), ball.code()), "count", numbers.len());
    }
    for (language, reach) in &measures.standing.reach {
        list.put("reach", language, "counted", reach.reached.len());
        list.put("reach", language, "of", reach.people.len());
    }
}

/// "81.3", or nothing of nothing.
pub fn percent(share: &Share) -> String {
    share.per_mille().map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)).unwrap_or_default()
}
