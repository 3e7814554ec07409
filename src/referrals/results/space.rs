//! What comes of a search for space: the tour, the letter of intent, the terms that were signed, or whose reason it was lost for.

use super::{Block, DONE, LOST, UNDER_WAY, When};
use crate::referrals::deed::Sheet;
use crate::referrals::fact::Fact;
use crate::referrals::fields::{Ask, Field};
use crate::referrals::lifecycle::Status;

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

/// What a referral for space came to, by what is on its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lease {
    /// A space was leased or bought: one of those it asked about is let.
    OfUnit,
    /// They stay where they are, on terms that hold: the need is met, and no unit is let.
    InPlace,
}

const OF_UNIT: [&str; 3] = ["lease_signed", "purchase_closed", "shared_or_temporary_space"];
const IN_PLACE: [&str; 2] = ["stayed_in_place", "expanded_in_place"];
/// Stages that say so while work on the space goes on.
pub const SIGNED: [&str; 2] = ["lease_or_purchase_signed", "moved_in"];

/// What it came to: by the results it was completed with, or by its stage while it is under way. `done` is the sheet of its completion.
#[must_use]
pub fn lease(status: Status, stage: Option<&str>, done: Option<&Sheet>) -> Option<Lease> {
    match status {
        Status::InProgress | Status::OnHold => stage.filter(|stage| SIGNED.contains(stage)).map(|_| Lease::OfUnit),
        Status::Completed => {
            let sheet = done?;
            let has = |codes: &[&str]| {
                [Fact::Results, Fact::MoreResults]
                    .iter()
                    .filter_map(|fact| sheet.get(fact))
                    .any(|text| text.split(',').any(|code| codes.contains(&code.trim())))
            };
            if has(&OF_UNIT) { Some(Lease::OfUnit) } else { has(&IN_PLACE).then_some(Lease::InPlace) }
        }
        _ => None,
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip]
    fn a_lease_is_a_result_or_a_stage_and_not_an_end() {
        let done = |results: &str, more: &str| {
            let facts = [(Fact::Results, results), (Fact::MoreResults, more)];
            facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(fact, text)| (fact, text.to_owned())).collect::<Sheet>()
        };
        for (status, stage, results, more, expected) in [
            (Status::Completed,  None, "lease_signed", "", Some(Lease::OfUnit)),
            (Status::Completed,  None, "purchase_closed", "", Some(Lease::OfUnit)),
            (Status::Completed,  None, "displacement_avoided", "lease_signed", Some(Lease::OfUnit)),
            (Status::Completed,  None, "stayed_in_place", "", Some(Lease::InPlace)),
            (Status::Completed,  None, "stayed_in_place", "displacement_avoided,lease_signed", Some(Lease::OfUnit)),
            (Status::Completed,  None, "displacement_avoided", "", None),
            (Status::Completed,  None, "relocation_out_of_area", "", None),
            (Status::Completed,  Some("lease_or_purchase_signed"), "", "", None),
            (Status::InProgress, Some("lease_or_purchase_signed"), "", "", Some(Lease::OfUnit)),
            (Status::OnHold,     Some("moved_in"), "", "", Some(Lease::OfUnit)),
            (Status::InProgress, Some("negotiation"), "", "", None),
            (Status::InProgress, None, "lease_signed", "", None),
            (Status::Failed,     Some("lease_or_purchase_signed"), "lease_signed", "", None),
        ] {
            assert_eq!(lease(status, stage, Some(&done(results, more))), expected, "{status:?} {stage:?} {results} {more}");
        }
        assert_eq!(lease(Status::Completed, None, None), None);
    }
}
