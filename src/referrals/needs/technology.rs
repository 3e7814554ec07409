//! What a technology-transfer referral needs to know: what is wanted, how ready it is, who owns it, what has to be agreed first.

use super::PROCESSES;
use crate::referrals::fields::{Ask, Field, Group};

const TYPES: &[(&str, &str)] = &[
    ("university_licence", "University license or option"),
    ("federal_lab", "Federal lab: CRADA, license, partnership agreement or user facility"),
    ("sbir_sttr", "SBIR or STTR"),
    ("mep_project", "Manufacturing extension (MEP) project"),
    ("prototyping", "Prototyping or fab lab"),
    ("testing", "Testing or certification"),
    ("assessment", "Material or process assessment"),
    ("institute", "Manufacturing USA institute"),
    ("capstone", "Student or capstone project"),
    ("ip_clinic", "Intellectual property clinic"),
    ("equipment", "Use of equipment"),
];

/// How ready a technology is, 1 to 9, in plain words.
pub const TRL: &[(&str, &str)] = &[
    ("1", "1: the basic effect was seen"),
    ("2", "2: a use for it was thought out"),
    ("3", "3: the idea was shown to work on a bench"),
    ("4", "4: its parts work together in a lab"),
    ("5", "5: its parts work together in a shop-like place"),
    ("6", "6: a model works in a shop-like place"),
    ("7", "7: a prototype works where it will be used"),
    ("8", "8: the finished thing passed its tests"),
    ("9", "9: it is in daily use"),
];

/// How ready the making of it is, 1 to 10, in plain words.
pub const MRL: &[(&str, &str)] = &[
    ("1", "1: what making it would take was named"),
    ("2", "2: a way to make it was thought out"),
    ("3", "3: that way was shown to work on a bench"),
    ("4", "4: parts can be made in a lab"),
    ("5", "5: parts can be made in a shop-like place"),
    ("6", "6: a prototype can be made in a shop-like place"),
    ("7", "7: parts can be made on production-like machines"),
    ("8", "8: the first production line is ready to start"),
    ("9", "9: small series are made at steady quality"),
    ("10", "10: full production runs and gets better"),
];

const IP: &[(&str, &str)] = &[
    ("none", "None"),
    ("disclosure", "Disclosed to a university or lab"),
    ("provisional", "Provisional patent filed"),
    ("filed", "Patent filed"),
    ("issued", "Patent issued"),
    ("trade_secret", "Kept as a trade secret"),
    ("open", "Open to all"),
];
const OWNERS: &[(&str, &str)] = &[
    ("business", "The business"),
    ("partner", "The lab, university or partner"),
    ("shared", "Shared"),
    ("other", "Somebody else"),
    ("not_known", "Not known yet"),
];
const FUNDING: &[(&str, &str)] =
    &[("none", "No money yet"), ("own", "Own money"), ("applied", "Applied for"), ("awarded", "Awarded"), ("revenue", "Paid from sales")];
const AGENCIES: &[(&str, &str)] = &[
    ("dod", "Defense"),
    ("doe", "Energy"),
    ("nsf", "National Science Foundation"),
    ("nih", "Health (NIH)"),
    ("nasa", "NASA"),
    ("usda", "Agriculture"),
    ("commerce", "Commerce (NIST, NOAA)"),
    ("epa", "Environment (EPA)"),
    ("other", "Another agency"),
];
const PHASES: &[(&str, &str)] = &[("I", "Phase I"), ("II", "Phase II"), ("III", "Phase III")];
const SAM: &[(&str, &str)] =
    &[("none", "Not registered"), ("pending", "Registration under way"), ("active", "Active"), ("lapsed", "Lapsed")];
const EXPORT: &[(&str, &str)] = &[("no", "Checked: no"), ("itar", "ITAR"), ("ear", "EAR"), ("not_checked", "Not checked yet")];

/// The sheet, in the order of the form.
#[rustfmt::skip]
pub const SHEET: &[Group] = &[
    Group { title: "", fields: &[
        Field::before("tt_type", "Kind of help wanted", "", Ask::One(TYPES)).needed(),
        Field::before("process", "Process", "what is done in the shop", Ask::One(PROCESSES)),
    ] },
    Group { title: "How ready it is", fields: &[
        Field::before("trl_now", "How ready is it now? (TRL)", "technology readiness", Ask::One(TRL)),
        Field::before("trl_target", "How ready should it get? (TRL)", "", Ask::One(TRL)),
        Field::before("mrl_now", "How ready is making it now? (MRL)", "manufacturing readiness", Ask::One(MRL)),
        Field::before("mrl_target", "How ready should making it get? (MRL)", "", Ask::One(MRL)),
    ] },
    Group { title: "Whose idea it is, and what has to be agreed first", fields: &[
        Field::before("ip_status", "Protection of the idea", "", Ask::One(IP)),
        Field::before("ip_owner", "Who owns it?", "", Ask::One(OWNERS)),
        Field::before("nda_wanted", "Is a non-disclosure agreement needed first?", "the confidential part opens only after one is signed", Ask::YesNo),
    ] },
    Group { title: "Lab, equipment and time", fields: &[
        Field::before("lab_wanted", "Lab or provider wanted", "by name or by what it can do", Ask::Line),
        Field::before("equipment_wanted", "Equipment wanted", "such as CT scanner, tensile tester, 5-axis mill", Ask::Line),
        Field::before("materials", "Materials", "families only, such as stainless steel; no recipe", Ask::Line),
        Field::before("lab_minutes_wanted", "Hours wanted", "", Ask::Hours),
        Field::before("safety_training", "Is the safety training done?", "", Ask::YesNo),
        Field::before("tt_deadline", "Deadline", "", Ask::Date),
    ] },
    Group { title: "Federal programs and rules", fields: &[
        Field::before("sbir_agency", "SBIR or STTR: agency", "", Ask::One(AGENCIES)),
        Field::before("sbir_phase", "SBIR or STTR: phase", "", Ask::One(PHASES)),
        Field::before("sbir_topic", "SBIR or STTR: topic number", "", Ask::Line),
        Field::before("export_control", "Is it export-controlled (ITAR or EAR)?", "about the item only; nobody is asked where they come from", Ask::One(EXPORT)),
        Field::after("uei", "UEI", "12 letters and digits, from SAM.gov", Ask::Line),
        Field::after("cage", "CAGE code", "", Ask::Line),
        Field::after("sam_status", "SAM registration", "", Ask::One(SAM)),
    ] },
    Group { title: "Money", fields: &[
        Field::after("matching_cents", "Matching funds there are", "", Ask::Dollars),
        Field::team("funding_stage", "Where does the money stand?", "", Ask::One(FUNDING)),
        Field::team("subsidy_wanted_cents", "Value of the subsidy asked for", "", Ask::Dollars),
    ] },
];
