//! What comes of an entrepreneurship program: the group, the goals, the end, or why somebody left early.

use super::{Block, DONE, UNDER_WAY, When};
use crate::referrals::fields::{Ask, Field};

const LEFT: &[(&str, &str)] = &[
    ("time", "No time"),
    ("money", "Money"),
    ("childcare", "Child care"),
    ("transit", "Getting there"),
    ("found_work", "Found other work"),
    ("language", "Language"),
    ("fit", "Not what they needed"),
    ("other", "Another reason"),
];

pub const BLOCKS: &[Block] = &[
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["admitted", "attending"]),
        title: "If they have a place",
        fields: &[
            Field::before("cohort_name", "Which group?", "such as spring 2027", Ask::Line),
            Field::before("cohort_starts_on", "It starts on", "", Ask::Date),
        ],
    },
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["milestone"]),
        title: "If a goal was reached",
        fields: &[Field::before("goal_reached", "Which goal?", "", Ask::Line).needed(), Field::before("goal_on", "On", "", Ask::PastDate)],
    },
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["graduated"]),
        title: "If they finished",
        fields: &[Field::before("graduated_on", "Finished on", "", Ask::PastDate).needed()],
    },
    Block {
        events: DONE,
        when: When::Result(&["graduated"]),
        title: "If they finished",
        fields: &[
            Field::before("graduated_on", "Finished on", "", Ask::PastDate).needed(),
            Field::before("seed_money_cents", "Money that came with it", "", Ask::Dollars),
        ],
    },
    Block {
        events: DONE,
        when: When::Result(&["first_sale"]),
        title: "If there was a first sale",
        fields: &[Field::before("ep_sale_cents", "How much?", "", Ask::Dollars)],
    },
    Block {
        events: DONE,
        when: When::Result(&["left_early"]),
        title: "If they left early",
        fields: &[
            Field::before("left_reason", "Why did they leave?", "", Ask::One(LEFT)).needed(),
            Field::before("left_on", "On", "", Ask::PastDate),
        ],
    },
];
