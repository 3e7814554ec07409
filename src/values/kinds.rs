//! The five kinds of referral.

/// What a referral is for. A closed list: forms, tables, exports and translations share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    BusinessDevelopment,
    TechnologyTransfer,
    RealEstate,
    Workforce,
    Entrepreneurship,
}

impl Kind {
    /// Every kind, in the order that lists show them.
    pub const ALL: [Self; 5] =
        [Self::BusinessDevelopment, Self::TechnologyTransfer, Self::RealEstate, Self::Workforce, Self::Entrepreneurship];

    /// The word in tables and exports.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BusinessDevelopment => "business_development",
            Self::TechnologyTransfer => "technology_transfer",
            Self::RealEstate => "real_estate",
            Self::Workforce => "workforce",
            Self::Entrepreneurship => "entrepreneurship",
        }
    }

    /// The kind with this code, if there is one.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The words people say.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::BusinessDevelopment => "Business services",
            Self::TechnologyTransfer => "Technology transfer",
            Self::RealEstate => "Space",
            Self::Workforce => "Hiring and training",
            Self::Entrepreneurship => "Entrepreneurship program",
        }
    }

    /// The words inside a sentence: "You asked for ___", "help with ___".
    #[must_use]
    pub const fn in_a_sentence(self) -> &'static str {
        match self {
            Self::BusinessDevelopment => "business services",
            Self::TechnologyTransfer => "new technology",
            Self::RealEstate => "space",
            Self::Workforce => "hiring and training",
            Self::Entrepreneurship => "an entrepreneurship program",
        }
    }

    /// Space and technology take longer: their clocks are slower.
    #[must_use]
    pub const fn is_slow(self) -> bool {
        matches!(self, Self::RealEstate | Self::TechnologyTransfer)
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn every_kind_comes_back_from_its_code() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(kind));
            assert!(!kind.label().contains('_'));
        }
        assert_eq!(Kind::parse("housing"), None);
    }

    #[test]
    fn only_space_and_technology_run_on_the_slow_clock() {
        let slow: Vec<_> = Kind::ALL.into_iter().filter(|kind| kind.is_slow()).collect();
        assert_eq!(slow, [Kind::TechnologyTransfer, Kind::RealEstate]);
    }
}

impl super::Vocabulary for Kind {
    const ALL: &'static [Self] = &Kind::ALL;
    const COLUMN: &'static str = "referral.kind";

    fn code(self) -> &'static str {
        Kind::code(self)
    }

    fn label(self) -> &'static str {
        Kind::label(self)
    }
}
crate::stored_as_word!(Kind);
