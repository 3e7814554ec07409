//! What comes of a workforce referral: who started, at what wage, and who is still there later. Counts, never names.

use super::{AFTERWARDS, Block, DONE, UNDER_WAY, When};
use crate::referrals::fields::{Ask, Field};

const PEOPLE: Ask = Ask::Whole { unit: "people", most: 5_000 };

const PLACED: &[Field] = &[
    Field::before("placed_count", "How many started?", "", PEOPLE).needed(),
    Field::before("placed_on", "First day of work", "we ask after 90, 180 and 365 days", Ask::Date).needed(),
    Field::before("placed_wage_cents", "Lowest wage among them", "dollars an hour", Ask::Dollars),
    Field::before("placed_hours", "Hours a week", "", Ask::Whole { unit: "hours a week", most: 80 }),
    Field::before("placed_local", "Of them from the area", "", PEOPLE),
];

pub const BLOCKS: &[Block] = &[
    Block { events: UNDER_WAY, when: When::Stage(&["placed"]), title: "If people started work", fields: PLACED },
    Block { events: DONE, when: When::Result(&["hires"]), title: "If people started work", fields: PLACED },
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["training_scheduled", "training_under_way"]),
        title: "If there is training",
        fields: &[
            Field::before("training_name", "Which training?", "", Ask::Line),
            Field::before("training_from_on", "From", "", Ask::Date),
            Field::before("training_to_on", "To", "", Ask::Date),
        ],
    },
    Block {
        events: DONE,
        when: When::Result(&["incumbent_workers_trained"]),
        title: "If workers were trained",
        fields: &[
            Field::before("trained_count", "How many were trained?", "", PEOPLE).needed(),
            Field::before("trained_minutes", "Hours each", "", Ask::Hours),
            Field::before("trained_raise", "Of them with a higher wage since", "", PEOPLE),
        ],
    },
    Block {
        events: DONE,
        when: When::Result(&["apprenticeship_registered"]),
        title: "If an apprenticeship was registered",
        fields: &[Field::before("apprentices_count", "How many apprentices?", "", PEOPLE).needed()],
    },
    Block {
        events: DONE,
        when: When::Result(&["retention_90_days"]),
        title: "If people were still there after 90 days",
        fields: &[Field::before("kept_90_at_end", "How many?", "", PEOPLE).needed()],
    },
    Block {
        events: AFTERWARDS,
        when: When::Step(&["checked_in"]),
        title: "If you asked who still works there",
        fields: &[
            Field::before("kept_90", "Still there after 90 days", "", PEOPLE),
            Field::before("kept_180", "Still there after 180 days", "", PEOPLE),
            Field::before("kept_365", "Still there after 365 days", "", PEOPLE),
        ],
    },
];
