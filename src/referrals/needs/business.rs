//! What a referral for business services needs to know: the topic, the money sought, the papers that are ready.

use crate::referrals::fields::{Ask, Field, Group};

const TOPICS: &[(&str, &str)] = &[
    ("financing", "Loan or other financing"),
    ("grant", "Grant"),
    ("plan_books", "Business plan or books"),
    ("certification", "Certification"),
    ("contracts", "Contracts and new buyers"),
    ("legal", "Legal matter"),
    ("marketing", "Marketing and sales"),
    ("export", "Selling abroad"),
    ("succession", "Handing over to workers or family"),
    ("other", "Something else"),
];
const USES: &[(&str, &str)] = &[
    ("equipment", "Equipment"),
    ("working_capital", "Working capital"),
    ("fit_out", "Work on the space"),
    ("purchase", "Buying space"),
    ("refinance", "Paying off dearer debt"),
    ("other", "Something else"),
];
const PAPERS: &[(&str, &str)] = &[
    ("tax_returns", "Tax returns"),
    ("profit_loss", "Profit and loss"),
    ("balance_sheet", "Balance sheet"),
    ("bank_statements", "Bank statements"),
    ("business_plan", "Business plan"),
    ("registration", "Registration papers"),
    ("insurance", "Insurance"),
    ("quotes", "Quotes for what will be bought"),
    ("none", "None yet"),
];

/// The sheet, in the order of the form.
#[rustfmt::skip]
pub const SHEET: &[Group] = &[
    Group { title: "", fields: &[
        Field::before("bd_topic", "Topic", "", Ask::One(TOPICS)).needed(),
        Field::before("funding_sought_cents", "Money sought", "", Ask::Dollars),
        Field::before("funding_use", "What the money is for", "", Ask::Several(USES)),
        Field::before("papers_ready", "Papers that are ready", "the papers themselves are not sent", Ask::Several(PAPERS)),
    ] },
    Group { title: "More", fields: &[
        Field::before("certificate_wanted", "Certificate wanted", "", Ask::Line),
        Field::before("bd_deadline", "Deadline", "", Ask::Date),
        Field::after("own_money_cents", "Own money there is", "", Ask::Dollars),
    ] },
    Group { title: "For the team", fields: &[
        Field::team("bd_note", "For the team", "what helps us to choose; no partner sees it", Ask::Text),
    ] },
];
