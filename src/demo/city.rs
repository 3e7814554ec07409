//! The made-up city: its programs, staff and partners.

use super::plan::{Partner, Program, Staff};
use crate::referrals::Kind;
use crate::values::{FundingKind, OrganizationRole, ProgramRole};

/// The large program.
pub const MAKERS: usize = 0;
/// The small program, so that the walls between programs can be seen.
pub const KITCHENS: usize = 1;
/// The advisors of the large program, as places in [`staff`].
pub const ADVISORS: [usize; 3] = [0, 1, 2];
/// The manager of the large program.
pub const MANAGER: usize = 3;
/// The advisor of the small one.
pub const KITCHENS_ADVISOR: usize = 7;
/// The manager of the small one.
pub const KITCHENS_MANAGER: usize = 8;

/// The programs.
pub fn programs() -> Vec<Program> {
    vec![
        Program {
            name: "Riverton Makers",
            telephone: "614-555-0100",
            email: "makers@riverton.example",
            sources: &[
                ("City of Riverton general fund", FundingKind::Public, true),
                ("State manufacturing grant", FundingKind::Public, false),
                ("Harbor Foundation", FundingKind::Foundation, false),
                ("First River Bank community fund", FundingKind::Bank, false),
                ("The owner", FundingKind::Owner, false),
            ],
            bodies: &["Makers loan committee", "Economic development board", "Program office"],
        },
        Program {
            name: "Eastside Kitchens",
            telephone: "614-555-0180",
            email: "kitchens@riverton.example",
            sources: &[
                ("Eastside neighborhood fund", FundingKind::Public, true),
                ("Harbor Foundation", FundingKind::Foundation, false),
                ("The owner", FundingKind::Owner, false),
            ],
            bodies: &["Kitchens committee"],
        },
    ]
}

/// The staff, in the order in which their links are printed.
#[rustfmt::skip]
pub fn staff() -> Vec<Staff> {
    let of = |name, email, telephone, organization, seat| Staff { name, email, telephone, organization, seat };
    let advisor = |program| Some((program, ProgramRole::Advisor));
    let manager = |program| Some((program, ProgramRole::Manager));
    vec![
        of("Renée Baptiste",   "renee@riverton.example",   Some("614-555-0101"), &[][..],                      advisor(MAKERS)),
        of("Marcus Odell",     "marcus@riverton.example",  Some("614-555-0102"), &[],                          advisor(MAKERS)),
        of("Ines Carvalho",    "ines@riverton.example",    Some("614-555-0103"), &[],                          advisor(MAKERS)),
        of("Joy Matsuda",      "joy@riverton.example",     Some("614-555-0104"), &[],                          manager(MAKERS)),
        of("Pat Lindqvist",    "admin@riverton.example",   None,                 &[OrganizationRole::Admin],   None),
        of("Sunil Mehta",      "steward@riverton.example", None,                 &[OrganizationRole::Steward], None),
        of("Gail Whitaker",    "auditor@riverton.example", None,                 &[OrganizationRole::Auditor], None),
        of("Tomasz Zielinski", "tomasz@riverton.example",  Some("614-555-0181"), &[],                          advisor(KITCHENS)),
        of("Leila Haddad",     "leila@riverton.example",   Some("614-555-0182"), &[],                          manager(KITCHENS)),
    ]
}

/// Two to four business days, as most partners take.
const QUICK: &[u32] = &[2, 3, 2, 2];
const USUAL: &[u32] = &[3, 2, 3, 4];
const CAREFUL: &[u32] = &[4, 3, 4, 4];
/// The one partner that takes twelve.
const SLOW: &[u32] = &[12, 12, 11, 12, 13];

/// The partners.
pub fn partners() -> Vec<Partner> {
    vec![
        Partner {
            program: MAKERS,
            name: "Northgate Makers Trust",
            about: "Industrial space below market rent for small manufacturers, from 500 to 6,000 sq ft.",
            telephone: "614-555-0110",
            kinds: &[Kind::RealEstate],
            contacts: &[("Alan Silva", "silva@northgate.example"), ("Dora Kern", "kern@northgate.example")],
            pace: QUICK,
        },
        Partner {
            program: MAKERS,
            name: "Harborside Industrial Space",
            about: "Shops with docks and three-phase power at the old harbor.",
            telephone: "614-555-0111",
            kinds: &[Kind::RealEstate],
            contacts: &[("Bernadette Cho", "cho@harborside.example")],
            pace: USUAL,
        },
        Partner {
            program: MAKERS,
            name: "Riverton State University Materials Lab",
            about: "Testing, microscopes and advice on materials. A first look is free.",
            telephone: "614-555-0112",
            kinds: &[Kind::TechnologyTransfer],
            contacts: &[("Dr. Pia Lund", "lund@rsu.example")],
            pace: CAREFUL,
        },
        Partner {
            program: MAKERS,
            name: "Tri-County Manufacturing Extension",
            about: "Engineers who come to the shop: process, quality, prototypes.",
            telephone: "614-555-0113",
            kinds: &[Kind::TechnologyTransfer],
            contacts: &[("Walt Emery", "emery@tricounty.example")],
            pace: QUICK,
        },
        Partner {
            program: MAKERS,
            name: "Keystone Community Lenders",
            about: "Loans from $5,000 to $150,000 for equipment and working capital.",
            telephone: "614-555-0114",
            kinds: &[Kind::BusinessDevelopment],
            contacts: &[("Marta Oyelaran", "loans@keystone.example")],
            pace: SLOW,
        },
        Partner {
            program: MAKERS,
            name: "Millrace Legal and Accounting Clinic",
            about: "Leases, contracts and books, free for businesses of up to ten people.",
            telephone: "614-555-0115",
            kinds: &[Kind::BusinessDevelopment],
            contacts: &[("Hal Brenner", "brenner@millrace.example")],
            pace: USUAL,
        },
        Partner {
            program: MAKERS,
            name: "Riverton Workforce Board",
            about: "Finds people to hire, and pays half of the wage while they are trained.",
            telephone: "614-555-0116",
            kinds: &[Kind::Workforce],
            contacts: &[("Lois Quade", "quade@workforce.example")],
            pace: CAREFUL,
        },
        Partner {
            program: MAKERS,
            name: "Union Hall Apprenticeships",
            about: "Apprentices in machining, welding and cabinet making.",
            telephone: "614-555-0117",
            kinds: &[Kind::Workforce],
            contacts: &[("Ray Tolliver", "tolliver@unionhall.example")],
            pace: QUICK,
        },
        Partner {
            program: MAKERS,
            name: "Launchpad Riverton",
            about: "Twelve weeks of courses and a mentor, evenings, with child care.",
            telephone: "614-555-0118",
            kinds: &[Kind::Entrepreneurship],
            contacts: &[("Nadia Voss", "voss@launchpad.example")],
            pace: USUAL,
        },
        Partner {
            program: MAKERS,
            name: "Greenmarket Food Incubator",
            about: "A place in a program for food makers, with a licensed kitchen.",
            telephone: "614-555-0119",
            kinds: &[Kind::Entrepreneurship],
            contacts: &[("Cy Abrams", "abrams@greenmarket.example")],
            pace: CAREFUL,
        },
        Partner {
            program: KITCHENS,
            name: "Cannery Lane Shared Kitchen",
            about: "A licensed kitchen by the hour, day and night.",
            telephone: "614-555-0190",
            kinds: &[Kind::RealEstate],
            contacts: &[("Fern Adair", "adair@cannerylane.example")],
            pace: QUICK,
        },
        Partner {
            program: KITCHENS,
            name: "Eastside Food Business School",
            about: "Courses on food safety, labels and prices.",
            telephone: "614-555-0191",
            kinds: &[Kind::Entrepreneurship],
            contacts: &[("Abe Moritz", "moritz@foodschool.example")],
            pace: USUAL,
        },
    ]
}
