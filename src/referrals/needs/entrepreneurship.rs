//! What a referral to an entrepreneurship program needs to know: which program, how far the idea is, what makes it possible to come.

use crate::referrals::fields::{Ask, Field, Group};

const STAGES: &[(&str, &str)] =
    &[("idea", "An idea"), ("trying", "Making and trying"), ("selling", "First sales"), ("growing", "Selling, and wants to grow")];
const TIMES: &[(&str, &str)] =
    &[("weekday", "Weekdays"), ("evening", "Evenings"), ("weekend", "Weekends"), ("online", "Online"), ("in_person", "In person")];

/// The sheet, in the order of the form.
#[rustfmt::skip]
pub const SHEET: &[Group] = &[
    Group { title: "", fields: &[
        Field::before("venture_stage", "Where does the venture stand?", "", Ask::One(STAGES)).needed(),
        Field::before("cohort_wanted", "Program or group wanted", "such as the spring group", Ask::Line),
        Field::before("cohort_by", "Should start by", "", Ask::Date),
        Field::before("times_possible", "Times that work", "", Ask::Several(TIMES)),
        Field::before("program_topics", "What they want to learn", "", Ask::Text),
    ] },
    Group { title: "What makes it possible to come", fields: &[
        Field::after("childcare_words", "Child care, in their own words", "only what they want the program to know", Ask::Text),
        Field::after("transit_words", "Getting there, in their own words", "only what they want the program to know", Ask::Text),
    ] },
    Group { title: "For the team", fields: &[
        Field::team("program_note", "For the team", "what helps us to choose; no partner sees it", Ask::Text),
    ] },
];
