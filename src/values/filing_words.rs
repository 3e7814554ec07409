//! The vocabulary of what is filed: the form of a filing, and what a client says of itself on one.

use super::words::vocabulary;
use super::{Question, Vocabulary};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// How a required filing is written.
    FilingForm ("filing.form") {
        Table = "table", "A table of exact totals";
        Sba641 = "sba641", "SBA form 641, a record for each session";
        Sba888 = "sba888", "SBA form 888, a record for each training";
        Cdbg = "cdbg", "CDBG, a table of who benefits";
        Ssbci = "ssbci", "SSBCI technical assistance, a row for each client";
        Mep = "mep", "NIST MEP, a row for each client and project";
        LogicModel = "logic_model", "A foundation's logic model";
        OwnTable = "own_table", "A funder's own table of listed measures";
    }
    /// On what rests that a CDBG activity benefits people with low and moderate income.
    LmiBasis ("filing.basis") {
        Microenterprise = "microenterprise", "Microenterprises whose owners have low or moderate income";
        LimitedClientele = "limited_clientele", "Limited clientele";
        Area = "area", "The area: most who live there have low or moderate income";
        Jobs = "jobs", "Jobs for people with low or moderate income";
    }
    /// What sort of organization gives SSBCI technical assistance.
    ProviderType ("filing.provider_type") {
        ForProfit = "for_profit", "For-profit";
        HigherEducation = "higher_education", "Higher education";
        Nonprofit = "nonprofit", "Non-profit";
        State = "state", "State entity";
        Other = "other", "Other";
    }
    /// What whoever gives SSBCI technical assistance is to the grant.
    ProviderRelation ("filing.provider_relation") {
        Recipient = "recipient", "Recipient";
        Contractor = "contractor", "Contractor";
        Subrecipient = "subrecipient", "Subrecipient outside of the recipient";
        Subentity = "subentity", "Subrecipient within the recipient";
    }
    /// Whether a client is in business: there was a sale, a hire, capital or an expense.
    InBusiness ("intake.in_business") {
        Yes = "yes", "Yes";
        No = "no", "No, or not any more";
        Undetermined = "undetermined", "It cannot be told";
    }
}

impl Question {
    /// The questions that reports speak of; the others are asked for a filing alone.
    pub const REPORTED: &'static [Self] = &[Self::Race, Self::Sex, Self::Disability, Self::Veteran, Self::Military];
}

impl FilingForm {
    /// True where what a file holds can be checked before it is made, and not only counted behind the wall.
    pub fn has_records(self) -> bool {
        self != Self::Table
    }

    /// The questions that it cannot do without.
    pub fn needs(self) -> &'static [Question] {
        match self {
            Self::Sba641 => &[Question::Race],
            Self::Cdbg => &[Question::Race, Question::Household, Question::Income],
            Self::Ssbci => &[Question::Sedi],
            Self::Table | Self::Sba888 | Self::Mep | Self::LogicModel | Self::OwnTable => &[],
        }
    }

    /// True where it makes no sense without a question.
    pub fn must_ask(self) -> bool {
        !matches!(self, Self::Mep | Self::LogicModel | Self::OwnTable)
    }

    /// True where it has a place for what people said.
    pub fn takes_answers(self) -> bool {
        self != Self::Mep
    }

    /// True where it may hold names and ways to reach people.
    pub fn may_name(self) -> bool {
        matches!(self, Self::Sba641 | Self::Ssbci | Self::Mep)
    }

    /// True for the SBA's own forms, which know a center by its number.
    pub fn is_of_the_sba(self) -> bool {
        matches!(self, Self::Sba641 | Self::Sba888)
    }

    /// True where its lines are set in listed measures by whoever files.
    pub fn has_own_lines(self) -> bool {
        matches!(self, Self::LogicModel | Self::OwnTable)
    }

    /// True where it is one table of lines, so that nothing of it can wait for a later file.
    pub fn is_of_lines(self) -> bool {
        matches!(self, Self::Table | Self::Cdbg | Self::LogicModel | Self::OwnTable)
    }
}
