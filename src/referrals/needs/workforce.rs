//! What a workforce referral needs to know: the job order, or the training that is wanted. No degree is asked for.

use crate::referrals::fields::{Ask, Field, Group};

const WANTS: &[(&str, &str)] = &[("hire", "Hire people"), ("train", "Train people who work there"), ("both", "Hire and train")];
const SHIFTS: &[(&str, &str)] = &[
    ("day", "Day"),
    ("evening", "Evening"),
    ("night", "Night"),
    ("weekend", "Weekend"),
    ("rotating", "Rotating"),
    ("flexible", "Flexible"),
];
const LANGUAGES: &[(&str, &str)] = &[
    ("none", "No language needed for the work"),
    ("en", "English"),
    ("es", "Spanish"),
    ("zh", "Chinese"),
    ("vi", "Vietnamese"),
    ("ar", "Arabic"),
    ("fr", "French or Haitian Creole"),
    ("other", "Another language"),
];
const TRAINING: &[(&str, &str)] = &[
    ("safety", "Safety"),
    ("machine", "Machine operation"),
    ("welding", "Welding"),
    ("sewing", "Sewing"),
    ("food_handling", "Food handling"),
    ("quality", "Measuring and quality"),
    ("maintenance", "Maintenance"),
    ("digital", "Computers and controls"),
    ("language", "Language at work"),
    ("lead", "Leading a team"),
    ("other", "Something else"),
];
const APPRENTICESHIP: &[(&str, &str)] = &[("no", "No"), ("interested", "Would like to know more"), ("yes", "Yes, a registered one")];

/// The sheet, in the order of the form.
#[rustfmt::skip]
pub const SHEET: &[Group] = &[
    Group { title: "", fields: &[
        Field::before("work_wants", "What is wanted?", "", Ask::One(WANTS)).needed(),
        Field::before("job_title", "Job", "as people call it, such as press operator", Ask::Line),
        Field::before("people_wanted", "How many people?", "", Ask::Whole { unit: "people", most: 5_000 }),
        Field::before("wage_low_cents", "Wage offered, from", "dollars an hour", Ask::Dollars),
        Field::before("wage_high_cents", "Wage offered, to", "dollars an hour", Ask::Dollars),
        Field::before("week_hours", "Hours a week", "", Ask::Whole { unit: "hours a week", most: 80 }),
        Field::before("shifts", "Shift", "", Ask::Several(SHIFTS)),
    ] },
    Group { title: "Skills, languages and training", fields: &[
        Field::before("skills", "Skills", "what they should be able to do, or will learn; no degree is asked for", Ask::Text),
        Field::before("work_languages", "Languages of the work", "only where the work needs it", Ask::Several(LANGUAGES)),
        Field::before("training_wanted", "Training wanted", "", Ask::Several(TRAINING)),
        Field::before("apprenticeship", "An apprenticeship?", "", Ask::One(APPRENTICESHIP)),
        Field::before("work_starts_on", "Start", "", Ask::Date),
    ] },
    Group { title: "What makes the job possible", fields: &[
        Field::after("benefits_words", "Benefits", "such as paid leave, health plan, transit pass", Ask::Line),
        Field::after("getting_there", "How people get there", "bus, train, parking", Ask::Line),
    ] },
];
