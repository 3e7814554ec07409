//! What comes of a search for space: the tour, the letter of intent, the terms that were signed, or whose reason it was lost for.

use super::{Block, DONE, LOST, UNDER_WAY, When};
use crate::referrals::fields::{Ask, Field};

const UNITS: &[(&str, &str)] = &[("sq_ft_year", "$ per sq ft a year"), ("sq_ft_month", "$ per sq ft a month"), ("month", "$ a month")];
const BASES: &[(&str, &str)] =
    &[("gross", "Gross"), ("modified_gross", "Modified gross"), ("industrial_gross", "Industrial gross"), ("nnn", "Triple net (NNN)")];
const WHOSE: &[(&str, &str)] = &[
    ("client", "The client's"),
    ("landlord", "The landlord's"),
    ("third_party", "Somebody else's, such as a lender or the city"),
    ("partner", "Ours"),
];
const CLIENT_REASONS: &[(&str, &str)] = &[
    ("rent", "Rent"),
    ("size", "Size"),
    ("power", "Power"),
    ("loading", "Loading"),
    ("zoning", "Zoning"),
    ("deposit", "Deposit or guarantee asked for"),
    ("timing", "Timing"),
    ("location", "Location"),
    ("terms", "Other terms of the lease"),
    ("other", "Another reason"),
];
const LANDLORD_REASONS: &[(&str, &str)] = &[
    ("credit", "Deposit or credit"),
    ("no_guarantee", "No personal guarantee"),
    ("use", "The use: noise, odor, hours, materials"),
    ("other_tenant", "Took another tenant"),
    ("withdrawn", "Took the space off the market"),
    ("timing", "Timing"),
    ("refused", "Refused without a reason"),
    ("no_reply", "Did not reply"),
    ("other", "Another reason"),
];
const AREA: Ask = Ask::Whole { unit: "sq ft", most: 5_000_000 };

const TERMS: &[Field] = &[
    Field::before("signed_sq_ft", "Floor area", "", AREA).needed(),
    Field::before("signed_rent_cents", "Rent", "", Ask::Dollars).needed(),
    Field::before("signed_rent_unit", "The rent is", "", Ask::One(UNITS)).needed(),
    Field::before("signed_basis", "Basis", "", Ask::One(BASES)),
    Field::before("signed_term_months", "Term", "", Ask::Whole { unit: "months", most: 1_200 }),
    Field::before("signed_start_on", "It starts on", "", Ask::Date),
    Field::before("signed_ti_cents", "Allowance for work on the space", "", Ask::Dollars),
    Field::before("signed_free_months", "Months free of rent", "", Ask::Whole { unit: "months", most: 120 }),
    Field::before("signed_deposit_cents", "Deposit", "", Ask::Dollars),
];

pub const BLOCKS: &[Block] = &[
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["tours"]),
        title: "If there is a tour",
        fields: &[Field::before("tour_on", "Tour on", "", Ask::Date), Field::before("tour_site", "Which space?", "", Ask::Line)],
    },
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["offer_or_loi"]),
        title: "If there is an offer or a letter of intent",
        fields: &[Field::before("loi_on", "Written on", "", Ask::PastDate), Field::before("loi_site", "For which space?", "", Ask::Line)],
    },
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["negotiation"]),
        title: "If there is a draft of the lease",
        fields: &[
            Field::before("lease_reviewed_by", "Who read it for the client?", "such as a lawyer or a clinic", Ask::Line),
            Field::before("lease_reviewed_on", "On", "", Ask::PastDate),
        ],
    },
    Block {
        events: UNDER_WAY,
        when: When::Stage(&["lease_or_purchase_signed"]),
        title: "If a lease was signed: its terms",
        fields: &[
            Field::before("signed_sq_ft", "Floor area", "", AREA),
            Field::before("signed_rent_cents", "Rent", "", Ask::Dollars),
            Field::before("signed_rent_unit", "The rent is", "", Ask::One(UNITS)),
            Field::before("signed_basis", "Basis", "", Ask::One(BASES)),
            Field::before("signed_term_months", "Term", "", Ask::Whole { unit: "months", most: 1_200 }),
            Field::before("signed_start_on", "It starts on", "", Ask::Date),
        ],
    },
    Block {
        events: DONE,
        when: When::Result(&["lease_signed", "stayed_in_place", "expanded_in_place", "shared_or_temporary_space"]),
        title: "If a lease was signed: its terms",
        fields: TERMS,
    },
    Block {
        events: DONE,
        when: When::Result(&["purchase_closed"]),
        title: "If a space was bought",
        fields: &[
            Field::before("bought_sq_ft", "Floor area", "", AREA).needed(),
            Field::before("bought_price_cents", "Price", "", Ask::Dollars).needed(),
        ],
    },
    Block {
        events: DONE,
        when: When::Result(&["relocation_out_of_area"]),
        title: "If they moved out of the area",
        fields: &[Field::before("moved_to", "Where to?", "", Ask::Line).needed()],
    },
    Block {
        events: LOST,
        when: When::Always,
        title: "",
        fields: &[
            Field::before("lost_by", "Whose reason was it?", "", Ask::One(WHOSE)).needed(),
            Field::before("lost_site", "Which space was it about?", "if one", Ask::Line),
        ],
    },
    Block {
        events: LOST,
        when: When::Answer("lost_by", &["client"]),
        title: "If it was the client's reason",
        fields: &[Field::before("client_reason", "The client's reason", "", Ask::One(CLIENT_REASONS)).needed()],
    },
    Block {
        events: LOST,
        when: When::Answer("lost_by", &["landlord"]),
        title: "If it was the landlord's reason",
        fields: &[Field::before("landlord_reason", "The landlord's reason", "", Ask::One(LANDLORD_REASONS)).needed()],
    },
];
