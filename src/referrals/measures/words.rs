//! What each row of the table counts, in the words that pages and files print.

/// One measure, defined.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// In files.
    pub id: &'static str,
    /// On the page.
    pub title: &'static str,
    /// What is counted, of what.
    pub counts: &'static str,
    /// How old a referral must be; empty where none has to wait.
    pub wait: &'static str,
    /// What becomes of a referral that was opened again.
    pub reopened: &'static str,
}

const FIRST_STANDS: &str = "The first yes or no stands; opening again changes nothing.";
const AS_IT_STANDS: &str = "Counted once, as it stands now.";

/// Every measure, in the order of the page.
#[rustfmt::skip]
pub const DEFINITIONS: &[Definition] = &[
    d("acknowledged_in_time", "First sign in time", "Referrals whose partner acknowledged, asked, or decided in the business days that your program gives it, of all sent: 2 unless a manager set others, by the days that held when it was sent.", "the days to acknowledge", FIRST_STANDS),
    d("time_to_acknowledge", "Time to the first sign", "From sending to the partner's first event. Without any: counted beside.", "", FIRST_STANDS),
    d("time_to_decision", "Time to a decision", "From sending to a yes or a no; yes and no also apart. While the partner waits for an answer, or is closed on days it announced, its clock stands still.", "", FIRST_STANDS),
    d("accepted_of_decided", "Accepted, of those decided", "Referrals with a yes, of those with a yes or a no.", "", FIRST_STANDS),
    d("accepted_of_sent", "Accepted, of all sent", "Referrals with a yes, of all sent: silence hides nothing here.", "", FIRST_STANDS),
    d("no_response", "No response", "Stopped by the clock for want of an answer, or without any sign of the partner at the end of the fifteenth business day, of all sent. It counts against the partner, not as stopped.", "15 business days from sending", FIRST_STANDS),
    d("declined_by_reason", "Declined, by reason", "Noes by group of the reason, of all decided.", "", FIRST_STANDS),
    d("decisions_against_due", "When decisions come", "Yeses and noes by how many business days before or after the due day they came, by the days that held when it was sent.", "", FIRST_STANDS),
    d("time_to_first_contact", "Time to first contact", "From a yes to the day of first contact, as whoever reported the start wrote it down.", "", "The first start counts."),
    d("completion", "Completed", "Referrals that stand as completed, of those accepted.", "180 days from the yes; 360 for space and technology", "Opened again and not completed again, it is not completed."),
    d("met_reported", "Need met, as partners report", "Referrals that stand as completed with the need fully or partly met by the partner's word, of all sent.", "", "Only the last completion counts."),
    d("met_confirmed", "Need met, as entrepreneurs say", "Referrals of which the entrepreneur says that the need was met or partly met, of all sent. No answer is no yes.", "", "Only the answer to the last end counts."),
    d("voices", "What entrepreneurs say", "Every referral sent, by the entrepreneur's last answer. What an advisor wrote down from a call, letter or visit stands apart.", "", "Only the answer to the last end counts."),
    d("disagreement", "Disagreement", "The entrepreneur says no, or that it did not happen as reported, of those who answered where the partner reported a need met.", "", "A disagreement stays counted when the referral is opened again because of it."),
    d("rating", "Stars", "The mean of 1 to 5 stars, and how many gave them, of those completed. One never stands without the other.", "the days to answer, 14 unless a manager set others", "Only the answer to the last completion counts."),
    d("known_outcome", "Outcome known", "Over, with an outcome or a reason that says something, of all sent. \"Result not known yet\" and \"no reason given\" do not.", "180 days from sending; 360 for space and technology", AS_IT_STANDS),
    d("loop_closed", "Loop closed", "Over; and the entrepreneur knows, by a notice that went out or by word of mouth; and was asked whether it is right, or has a next step. Of all sent.", "90 days from sending", "By the last end."),
    d("notice_lag", "Time to tell the entrepreneur", "From an event to the notice that went out, or to the day they were spoken to where that was sooner. Counts events, not referrals; beside it, those not told.", "", "Every end counts that was told of."),
    d("re_referred", "A new request begun", "Negative ends from which a new request was begun within 10 business days, of all negative ends: declined, failed or stopped, unless the entrepreneur wants nothing more or another partner was chosen.", "10 business days from the end", "By the last end."),
    d("time_to_next_door", "Time to the next door", "From a negative end to the sending of the request that replaces it.", "", "By the last end."),
    d("unmet_need", "Needs nobody met", "Negative ends for a reason that leaves a need, with no referral of the same business and kind that met it by 180 days later, of all such ends.", "180 days from the end", "By the last end."),
    d("unmet_by_reason", "Needs nobody met, by reason", "The same, by group of the reason.", "180 days from the end", "By the last end."),
    d("unmet_by_kind", "Needs nobody met, by kind", "The same, by kind of help.", "180 days from the end", "By the last end."),
    d("unmet_by_place", "Needs nobody met, by neighborhood", "The same, by neighborhood of the business.", "180 days from the end", "By the last end."),
    d("withdrawn", "Stopped by the entrepreneur", "Withdrawn, of all sent.", "", AS_IT_STANDS),
    d("withdrawn_for_privacy", "Stopped for privacy", "Withdrawn with privacy as the reason, of all sent.", "", AS_IT_STANDS),
    d("open_by_age", "Open today", "Sent, and not over: by business days since sending and by who has the next move. Of every month, whatever period is chosen.", "", "Open again is open, at its age since it was first sent."),
    d("followed_up", "Our follow-up in time", "Negative ends with a next step in the business days that your program gives itself, of all negative ends: 3 unless a manager set others.", "the days for the next step", "By the last end."),
    d("triaged", "Our look at what others ask for", "Requests of entrepreneurs and partners that an advisor looked at in the business days that your program gives itself, 2 unless a manager set others, by the month they came in, sent or not.", "the days for the first look", "Not touched by it."),
    d("reach", "People our words reach", "People with referrals whom a notice reached or who used their own page, by the language they read.", "", "Not touched by it."),
    d("resources", "Resources", "Amounts applied for, awarded and delivered because of these referrals, as far as they are on record: resources written down as having come of one, and where there is none of that sort, what its results say. Seats are places in training, placements and apprenticeships.", "", "Every record counts."),
    d("funnel", "How far referrals come", "Sent, then decided, then accepted, then completed, then confirmed by the entrepreneur. Each is part of the one before.", "", AS_IT_STANDS),
];

const fn d(id: &'static str, title: &'static str, counts: &'static str, wait: &'static str, reopened: &'static str) -> Definition {
    Definition { id, title, counts, wait, reopened }
}

/// The definition of a measure.
pub fn definition(id: &str) -> Option<&'static Definition> {
    DEFINITIONS.iter().find(|definition| definition.id == id)
}

/// A group of reasons, as people read it.
pub fn group_label(group: &str) -> &str {
    match group {
        "eligibility" => "Not eligible",
        "capacity" => "No capacity",
        "funding" => "No funds",
        "contact" => "Could not meet",
        "choice" => "Own choice",
        "no_response" => "No response",
        "data_error" => "Wrong or missing facts",
        "third_party" => "Somebody else said no",
        "no_service_exists" => "No service exists",
        _ => "Other",
    }
}
