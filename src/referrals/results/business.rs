//! What comes of business services: money, contracts, certificates, each with its amount or name.

use super::{Block, DONE, UNDER_WAY, When};
use crate::referrals::fields::{Ask, Field};

const FINANCING: &[(&str, &str)] =
    &[("loan", "Loan"), ("line", "Line of credit"), ("equity", "Equity"), ("lease", "Equipment lease"), ("other", "Other")];

pub const BLOCKS: &[Block] = &[
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["application_submitted", "decision_pending"]),
        title: "If an application is in",
        fields: &[
            Field::before("applied_cents", "How much was applied for?", "", Ask::Dollars),
            Field::before("applied_on_day", "On", "", Ask::PastDate),
        ],
    },
    Block {
        events: DONE,
        when: When::Result(&["financing_applied"]),
        title: "If financing was applied for",
        fields: &[Field::before("applied_cents", "How much was applied for?", "", Ask::Dollars).needed()],
    },
    Block {
        events: DONE,
        when: When::Result(&["financing_obtained"]),
        title: "If financing was obtained",
        fields: &[
            Field::before("obtained_cents", "How much?", "", Ask::Dollars).needed(),
            Field::before("obtained_kind", "What kind?", "", Ask::One(FINANCING)),
        ],
    },
    Block {
        events: DONE,
        when: When::Result(&["grant_obtained"]),
        title: "If a grant was obtained",
        fields: &[Field::before("grant_cents", "How much?", "", Ask::Dollars).needed()],
    },
    Block {
        events: DONE,
        when: When::Result(&["contract_won"]),
        title: "If a contract was won",
        fields: &[Field::before("contract_cents", "How much?", "", Ask::Dollars).needed()],
    },
    Block {
        events: DONE,
        when: When::Result(&["certification_obtained"]),
        title: "If a certificate was obtained",
        fields: &[Field::before("certificate_name", "Which certificate?", "", Ask::Line).needed()],
    },
    Block {
        events: DONE,
        when: When::Result(&["market_entered"]),
        title: "If they sell in a new market",
        fields: &[Field::before("market_name", "Which market?", "", Ask::Line)],
    },
];
