//! What comes of a technology transfer: its milestones, its agreements, hours and money, and what it meant for the workers.

use super::{Block, DONE, UNDER_WAY, WORK_AND_END, When};
use crate::referrals::fields::{Ask, Field, YES_NO};

const MILESTONES: &[(&str, &str)] = &[
    ("intro", "First meeting held"),
    ("nda", "Non-disclosure agreement signed"),
    ("assessment", "Assessment done"),
    ("scope", "Scope agreed"),
    ("agreement", "Agreement signed"),
    ("prototype", "Prototype made"),
    ("test", "Test passed"),
    ("pilot", "Pilot run done"),
    ("adopted", "Adopted in production"),
    ("patent_filed", "Patent filed"),
    ("patent_issued", "Patent issued"),
    ("sale", "First sale"),
];
const AGREEMENTS: &[(&str, &str)] = &[
    ("option", "Option"),
    ("licence", "License"),
    ("crada", "CRADA"),
    ("mta", "Material transfer agreement"),
    ("sponsored_research", "Sponsored research"),
    ("fee_for_service", "Fee for service"),
];
const WAGES: &[(&str, &str)] =
    &[("up", "Wages went up"), ("same", "Wages stayed the same"), ("down", "Wages went down"), ("not_known", "Not known yet")];
const PEOPLE: Ask = Ask::Whole { unit: "people", most: 100_000 };

const AGREEMENT: &[Field] = &[
    Field::before("agreement_type", "Kind of agreement", "", Ask::One(AGREEMENTS)).needed(),
    Field::before("agreement_number", "Your own number for it", "as it stands in your files", Ask::Line),
    Field::before("agreement_on", "Signed on", "", Ask::PastDate),
];
const WORKERS: &[Field] = &[
    Field::before("adopted_jobs_gained", "Jobs gained by it", "0 is an answer", PEOPLE).needed(),
    Field::before("adopted_jobs_lost", "Jobs lost by it", "0 is an answer", PEOPLE).needed(),
    Field::before("adopted_jobs_changed", "Jobs that changed", "", PEOPLE),
    Field::before("adopted_wages", "Wages", "", Ask::One(WAGES)),
    Field::before("adopted_training", "Was training given?", "", Ask::YesNo),
    Field::before("workers_consulted", "Were the workers asked beforehand?", "", Ask::One(YES_NO)).needed(),
];

pub const BLOCKS: &[Block] = &[
    Block {
        events: UNDER_WAY,
        when: When::Always,
        title: "",
        fields: &[
            Field::before("milestone", "What was reached?", "if anything", Ask::One(MILESTONES)),
            Field::before("milestone_on", "On", "", Ask::PastDate),
        ],
    },
    Block { events: UNDER_WAY, when: When::Answer("milestone", &["agreement"]), title: "If an agreement was signed", fields: AGREEMENT },
    Block {
        events: UNDER_WAY,
        when: When::Answer("milestone", &["adopted"]),
        title: "If it was adopted: what it meant for the workers",
        fields: WORKERS,
    },
    Block {
        events: UNDER_WAY,
        when: When::Answer("milestone", &["patent_filed", "patent_issued"]),
        title: "If a patent was filed or issued",
        fields: &[Field::before("patent_number", "Its number", "as published; leave it out while it is secret", Ask::Line)],
    },
    Block {
        events: UNDER_WAY,
        when: When::Answer("milestone", &["sale"]),
        title: "If there was a first sale",
        fields: &[Field::before("tt_sale_cents", "How much?", "", Ask::Dollars)],
    },
    Block { events: DONE, when: When::Result(&["licence_signed"]), title: "If an agreement was signed", fields: AGREEMENT },
    Block {
        events: DONE,
        when: When::Result(&["equipment_or_process_adopted"]),
        title: "If it was adopted: what it meant for the workers",
        fields: WORKERS,
    },
    Block {
        events: DONE,
        when: When::Result(&["ip_filed"]),
        title: "If something was filed",
        fields: &[Field::before("patent_number", "Its number", "as published; leave it out while it is secret", Ask::Line)],
    },
    Block {
        events: DONE,
        when: When::Result(&["joint_project_funded"]),
        title: "If a joint project got money",
        fields: &[Field::before("project_cents", "How much?", "", Ask::Dollars).needed()],
    },
    Block {
        events: WORK_AND_END,
        when: When::Always,
        title: "Hours and subsidy",
        fields: &[
            Field::before("hours_booked_minutes", "Hours booked", "", Ask::Hours),
            Field::before("hours_used_minutes", "Hours used", "", Ask::Hours),
            Field::before("subsidy_cents", "Value of the subsidy", "what it would have cost", Ask::Dollars),
        ],
    },
    Block {
        events: DONE,
        when: When::Always,
        title: "Sales, savings, investment and jobs",
        fields: &[
            Field::before("new_sales_cents", "New sales", "", Ask::Dollars),
            Field::before("retained_sales_cents", "Sales kept", "", Ask::Dollars),
            Field::before("savings_cents", "Costs saved", "", Ask::Dollars),
            Field::before("invest_plant_cents", "Invested in plant and equipment", "", Ask::Dollars),
            Field::before("invest_it_cents", "Invested in computers and software", "", Ask::Dollars),
            Field::before("invest_people_cents", "Invested in people", "", Ask::Dollars),
            Field::before("jobs_created", "Jobs created", "", PEOPLE),
            Field::before("jobs_retained", "Jobs kept", "", PEOPLE),
        ],
    },
];
