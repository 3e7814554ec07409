//! The vocabulary of who pays, what clients bring, and who decides.
//!
//! Bank money is counted as the 1995 Community Reinvestment Act rule has it, which is the one that is applied: 12 CFR 25 (national banks),
//! 228 (state member banks), 345 (state nonmember banks). Tests of a large bank: __.22 lending, __.23 investment, __.24 service. Purposes:
//! the definition of community development in __.12(g)(1) to (4).

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// Under which test of the 1995 rule bank money counts: a community development loan (__.12(h)), a qualified investment, grants
    /// included (__.12(t)), or a community development service (__.12(i)).
    CraTest ("funding_source.cra_test") {
        Lending = "lending", "Lending test: community development loan";
        Investment = "investment", "Investment test: qualified investment or grant";
        Service = "service", "Service test: community development service";
    }
    /// Which purpose of community development bank money has: __.12(g)(1) to (4).
    CraPurpose ("funding_source.cra_purpose") {
        AffordableHousing = "affordable_housing", "Affordable housing for people of low or moderate income";
        CommunityServices = "community_services", "Community services for people of low or moderate income";
        EconomicDevelopment = "economic_development", "Economic development: financing small businesses or farms";
        Revitalization = "revitalization", "Revitalizing a low- or moderate-income, disaster, distressed or underserved area";
    }
    /// What a client vouches with for a resource.
    Guarantee ("deployment.guarantee") {
        None = "none", "None";
        Personal = "personal", "Personal guarantee";
        ThirdParty = "third_party", "Somebody else vouches";
        Collateral = "collateral", "Collateral";
    }
    /// Which seat somebody holds.
    Seat ("body_member.seat") {
        Chair = "chair", "Chair";
        ViceChair = "vice_chair", "Vice chair";
        Secretary = "secretary", "Secretary";
        Member = "member", "Member";
        Alternate = "alternate", "Alternate";
    }
    /// For whom a seat speaks.
    SpeaksFor ("body_member.speaks_for") {
        Entrepreneur = "entrepreneur", "Entrepreneurs";
        Worker = "worker", "Workers";
        Resident = "resident", "Residents of the neighborhood";
        CommunityGroup = "community_group", "A community group";
        Landlord = "landlord", "Landlords";
        Lender = "lender", "Lenders";
        Funder = "funder", "Funders";
        PublicOffice = "public_office", "A public office";
        Educator = "educator", "Schools and trainers";
        Staff = "staff", "Program staff";
        Nobody = "nobody", "Nobody but themselves";
    }
    /// About what a body decided.
    DecisionAbout ("body_decision.about") {
        Awards = "awards", "Awards";
        Rule = "rule", "A rule of the program";
        Budget = "budget", "A budget";
        Indicator = "indicator", "An indicator";
        Other = "other", "Something else";
    }
}
