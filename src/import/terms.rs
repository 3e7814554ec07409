//! Words of files for the terms of the house: legal forms, stages, kinds of resource, units, states, languages.

use crate::values::{
    Channel, Day, Evidence, FundingKind, Guarantee, LegalForm, ResourceKind, ServiceKind, Stage, Unit, Vocabulary, as_written, codes, fold,
};

/// The term that a word stands for: its code, its label, or one of the known spellings.
pub(super) fn term<V: Vocabulary>(typed: &str, spellings: &[(&str, V)]) -> Option<V> {
    let folded = fold(typed);
    let own = V::ALL.iter().copied().find(|word| fold(word.code()) == folded || fold(word.label()) == folded);
    own.or_else(|| spellings.iter().find(|(spelling, _)| *spelling == folded).map(|(_, word)| *word))
}

/// A legal form. "Chapter", "Contractor" and misspellings are nobody's legal form: they are asked about.
pub fn legal_form(typed: &str) -> Option<LegalForm> {
    use LegalForm as L;
    const SPELLINGS: &[(&str, L)] = &[
        ("corp", L::Corporation),
        ("inc", L::Corporation),
        ("ccorp", L::Corporation),
        ("ccorporation", L::Corporation),
        ("scorp", L::SCorporation),
        ("subchapterscorporation", L::SCorporation),
        ("limitedliabilitycompany", L::Llc),
        ("limitedliabilitycompanyllc", L::Llc),
        ("llp", L::Partnership),
        ("limitedliabilitypartnership", L::Partnership),
        ("generalpartnership", L::Partnership),
        ("limitedpartnership", L::Partnership),
        ("soleproprietorship", L::SoleProprietor),
        ("soleproprietor", L::SoleProprietor),
        ("selfemployed", L::SoleProprietor),
        ("selfemployedindividuals", L::SoleProprietor),
        ("coop", L::Cooperative),
        ("nonprofitorganization", L::Nonprofit),
        ("profassoc", L::ProfessionalAssociation),
    ];
    term(typed, SPELLINGS)
}

/// Where a business stands.
pub fn stage(typed: &str) -> Option<Stage> {
    const SPELLINGS: &[(&str, Stage)] = &[
        ("prestartup", Stage::Idea),
        ("preventure", Stage::Idea),
        ("notinbusiness", Stage::Idea),
        ("new", Stage::StartUp),
        ("existing", Stage::InBusiness),
        ("established", Stage::InBusiness),
    ];
    term(typed, SPELLINGS)
}

/// What kind of resource.
pub fn kind(typed: &str) -> Option<ResourceKind> {
    use ResourceKind as R;
    const SPELLINGS: &[(&str, R)] = &[
        ("grants", R::Grant),
        ("loans", R::Loan),
        ("equityinvestment", R::Equity),
        ("investment", R::Equity),
        ("feewaivers", R::FeeWaiver),
        ("squarefeet", R::Space),
        ("labhours", R::LabTime),
        ("equipmenthours", R::EquipmentTime),
        ("trainingscholarship", R::Training),
    ];
    term(typed, SPELLINGS)
}

/// What the amounts count. Minutes are no unit of a file: people write hours.
pub fn unit(typed: &str, kind: ResourceKind) -> Option<Unit> {
    let is_lab = matches!(kind, ResourceKind::LabTime | ResourceKind::EquipmentTime);
    match fold(typed).as_str() {
        "dollars" | "dollar" | "usd" | "us" => Some(Unit::Cents),
        "" if typed.trim() == "$" => Some(Unit::Cents),
        "hours" | "hour" | "hrs" => Some(if is_lab { Unit::LabMinutes } else { Unit::Minutes }),
        "advisorhours" => Some(Unit::Minutes),
        "labhours" | "equipmenthours" => Some(Unit::LabMinutes),
        "squarefeet" | "sqft" | "sf" => Some(Unit::SquareFeet),
        _ => None,
    }
}

/// What the amounts of a kind count where a file does not say: dollars for money, square feet for space, hours for time.
pub fn usual_unit(kind: ResourceKind) -> Unit {
    use ResourceKind as R;
    match kind {
        R::Grant | R::Loan | R::Equity | R::FeeWaiver | R::InKind => Unit::Cents,
        R::Space => Unit::SquareFeet,
        R::LabTime | R::EquipmentTime => Unit::LabMinutes,
        R::Training | R::Advice => Unit::Minutes,
    }
}

/// What kind of money.
pub fn funding_kind(typed: &str) -> Option<FundingKind> {
    const SPELLINGS: &[(&str, FundingKind)] = &[
        ("government", FundingKind::Public),
        ("federal", FundingKind::Public),
        ("state", FundingKind::Public),
        ("city", FundingKind::Public),
        ("philanthropy", FundingKind::Foundation),
    ];
    term(typed, SPELLINGS)
}

/// What somebody vouches with.
pub fn guarantee(typed: &str) -> Option<Guarantee> {
    const SPELLINGS: &[(&str, Guarantee)] = &[
        ("no", Guarantee::None),
        ("personal", Guarantee::Personal),
        ("pg", Guarantee::Personal),
        ("third party", Guarantee::ThirdParty),
        ("co signer", Guarantee::ThirdParty),
        ("cosigner", Guarantee::ThirdParty),
        ("secured", Guarantee::Collateral),
    ];
    term(typed, SPELLINGS)
}

/// A kind of help.
pub fn help_kind(typed: &str) -> Option<ServiceKind> {
    use ServiceKind as K;
    const SPELLINGS: &[(&str, K)] = &[
        ("counseling", K::Coaching),
        ("consulting", K::Coaching),
        ("advice", K::Coaching),
        ("advising", K::Coaching),
        ("mentoring", K::Coaching),
        ("technicalassistance", K::Coaching),
        ("loan", K::LoansGrants),
        ("loans", K::LoansGrants),
        ("grants", K::LoansGrants),
        ("financing", K::LoansGrants),
        ("capital", K::LoansGrants),
        ("techtransfer", K::TechnologyTransfer),
        ("realestate", K::Space),
        ("certifications", K::Certification),
        ("hiring", K::HiringTraining),
        ("training", K::HiringTraining),
        ("workforce", K::HiringTraining),
    ];
    term(typed, SPELLINGS)
}

/// How a service was given.
pub fn channel(typed: &str) -> Option<Channel> {
    use Channel as C;
    const SPELLINGS: &[(&str, C)] = &[
        ("facetoface", C::InPerson),
        ("f2f", C::InPerson),
        ("onsite", C::InPerson),
        ("visit", C::InPerson),
        ("meeting", C::InPerson),
        ("telephone", C::Phone),
        ("call", C::Phone),
        ("phonecall", C::Phone),
        ("byphone", C::Phone),
        ("online", C::Video),
        ("virtual", C::Video),
        ("zoom", C::Video),
        ("teams", C::Video),
        ("videocall", C::Video),
        ("email", C::TextEmail),
        ("text", C::TextEmail),
        ("mail", C::TextEmail),
        ("sms", C::TextEmail),
    ];
    term(typed, SPELLINGS)
}

/// How well something is known.
pub fn evidence(typed: &str) -> Option<Evidence> {
    const SPELLINGS: &[(&str, Evidence)] = &[
        ("note", Evidence::AdvisorNote),
        ("advisor", Evidence::AdvisorNote),
        ("selfreported", Evidence::AdvisorNote),
        ("document", Evidence::DocumentSeen),
        ("documented", Evidence::DocumentSeen),
        ("thirdparty", Evidence::ThirdParty),
    ];
    term(typed, SPELLINGS)
}

/// The code of a public list that a word stands for on a day: its code, its label, or the official spelling.
pub fn listed(list: codes::List, typed: &str, today: Day) -> Option<String> {
    let folded = fold(typed);
    let is = |word: &str| !folded.is_empty() && fold(word) == folded;
    codes::offered(list, today).find(|row| is(&row.code) || is(&row.label) || is(&row.sba_label)).map(|row| row.code.clone())
}

/// A state by its code or its name.
pub fn state(typed: &str) -> Option<String> {
    let folded = fold(typed);
    codes::rows(codes::List::States).iter().find(|row| fold(&row.code) == folded || fold(&row.label) == folded).map(|row| row.code.clone())
}

/// A language by its code, its English name, or its own name.
pub fn language(typed: &str) -> Option<String> {
    let folded = fold(typed);
    codes::rows(codes::List::Languages)
        .iter()
        .find(|row| [&row.code, &row.label, &row.extra].iter().any(|word| fold(word) == folded))
        .map(|row| row.code.clone())
}

/// Five digits, from what spreadsheets make of them: `31201.0`, `31201-1234`. A lost zero in front is not put back.
pub fn five_digits(typed: &str) -> Option<String> {
    let bare = typed.strip_suffix(".0").unwrap_or(typed);
    let bare = match bare.split_once('-') {
        Some((first, more)) if more.len() == 4 && more.bytes().all(|byte| byte.is_ascii_digit()) => first,
        _ => bare,
    };
    (bare.len() == 5 && bare.bytes().all(|byte| byte.is_ascii_digit())).then(|| bare.to_owned())
}

/// A whole number, not negative: `50`, `1,250`, `50.0`.
pub fn whole(typed: &str) -> Option<i64> {
    let bare = typed.strip_suffix(".0").unwrap_or(typed).replace(',', "");
    let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    bare.parse::<i64>().ok().filter(|number| is_number && *number <= 1_000_000)
}

/// Takes off the apostrophe that an export put before a text which a spreadsheet would have run as a formula.
pub fn without_escape(cell: &str) -> &str {
    as_written(cell)
}

/// What is said of a line that adds up.
pub const TOTALS: &str = "this looks like a line of totals, and each row is one business. Take the line out";

/// True for what stands in the place of a name where a table adds up.
pub fn is_of_totals(name: &str) -> bool {
    let words = name.trim().trim_end_matches([':', '.']).to_lowercase();
    matches!(
        words.as_str(),
        "total" | "totals" | "grand total" | "subtotal" | "sub-total" | "sub total" | "sum" | "count" | "average" | "averages"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_of_the_loan_file_are_read_or_asked_about() {
        use LegalForm as L;
        for (typed, form) in [
            ("Corp", Some(L::Corporation)),
            ("LLC", Some(L::Llc)),
            ("Partnership", Some(L::Partnership)),
            ("LLP", Some(L::Partnership)),
            ("Cooperative", Some(L::Cooperative)),
            ("Non-Profit", Some(L::Nonprofit)),
            ("Prof. Assoc.", Some(L::ProfessionalAssociation)),
            ("Joint Venture", Some(L::JointVenture)),
            ("Self-Employed", Some(L::SoleProprietor)),
            ("Chapter", None),
            ("Sole Oroprietor", None),
            ("Contractor", None),
        ] {
            assert_eq!(legal_form(typed), form, "{typed}");
        }
    }

    #[test]
    fn numbers_of_spreadsheets_are_read_and_lost_zeros_are_not_put_back() {
        for (typed, code) in
            [("31201.0", Some("31201")), ("31201", Some("31201")), ("31201-0042", Some("31201")), ("2134", None), ("ABCDE", None)]
        {
            assert_eq!(five_digits(typed).as_deref(), code, "{typed}");
        }
        for (typed, number) in [("50", Some(50)), ("1,250", Some(1250)), ("7.0", Some(7)), ("-3", None), ("3.5", None), ("many", None)] {
            assert_eq!(whole(typed), number, "{typed}");
        }
    }

    #[test]
    fn an_apostrophe_goes_only_where_an_export_put_it() {
        for (cell, text) in [
            ("'=SUM(A1)", "=SUM(A1)"),
            ("'@home Bakery", "@home Bakery"),
            ("'  +x", "  +x"),
            ("'\u{ff1d}x", "\u{ff1d}x"),
            ("=SUM(A1)", "=SUM(A1)"),
            ("'n Sons", "'n Sons"),
            ("'-5", "'-5"),
            // A text of somebody's own that looks like an export's is given one more, so that it comes back.
            ("''=x", "'=x"),
        ] {
            assert_eq!(without_escape(cell), text, "{cell}");
        }
    }

    #[test]
    fn states_languages_and_units_go_by_their_names() {
        assert_eq!(state("Georgia").as_deref(), Some("GA"));
        assert_eq!(state("ny").as_deref(), Some("NY"));
        assert_eq!(language("Español").as_deref(), Some("es"));
        assert_eq!(unit("$", ResourceKind::Loan), Some(Unit::Cents));
        assert_eq!(unit("hours", ResourceKind::LabTime), Some(Unit::LabMinutes));
        assert_eq!(unit("fathoms", ResourceKind::Space), None);
    }
}
