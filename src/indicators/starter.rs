//! A set to start from: indicators that can be counted from what is written down anyway. Each is a proposal like any other: a community
//! changes it, ranks it, and a body decides.
//!
//! After the questions of the Equitable Innovation Economies work: who pays, who benefits, who decides. What only people's answers about
//! themselves could tell is not among them: that stands in the equity report, as protected totals.

use super::{Count, Definition};
use crate::values::{EquityQuestion as Q, IndicatorDirection as D, IndicatorPer as P, ListedMeasure as M};

/// One of the set.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// Its code, in the address of a new indicator.
    pub code: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Which question it speaks to.
    pub question: Q,
    /// Why it matters.
    pub why: &'static str,
    /// What is counted, and of which kind.
    pub numerator: (M, Option<&'static str>),
    /// Against what.
    pub denominator: Option<(M, Option<&'static str>)>,
    /// For how long each time.
    pub per: P,
    /// Where it should go.
    pub direction: D,
}

impl Start {
    /// How it is counted.
    pub fn definition(&self) -> Definition {
        let count = |(measure, kind): (M, Option<&str>)| Count { measure, kind: kind.map(str::to_owned), place: None, source: None };
        Definition { numerator: count(self.numerator), denominator: self.denominator.map(count), per: self.per }
    }
}

/// The one of this code.
pub fn find(code: &str) -> Option<&'static Start> {
    STARTS.iter().find(|start| start.code == code)
}

/// All of them.
#[rustfmt::skip]
pub const STARTS: &[Start] = &[
    Start { code: "joined", name: "Who comes in", question: Q::Benefits, why: "A program that nobody new joins serves those it knew already. Set a place to see one neighborhood.", numerator: (M::ClientsJoined, None), denominator: None, per: P::Quarter, direction: D::Up },
    Start { code: "reached", name: "From a talk to a way back", question: Q::Benefits, why: "Knocking on doors helps only where people want to hear more.", numerator: (M::OutreachContacts, None), denominator: Some((M::OutreachReached, None)), per: P::Quarter, direction: D::Up },
    Start { code: "time", name: "Time for each client", question: Q::Benefits, why: "Advice is a resource too. Set a place to see whether one neighborhood gets less of it.", numerator: (M::ContactTime, None), denominator: Some((M::ClientsServed, None)), per: P::Quarter, direction: D::Up },
    Start { code: "accepted", name: "Partners who say yes", question: Q::Decides, why: "A referral is worth what the partner makes of it.", numerator: (M::ReferralsAccepted, None), denominator: Some((M::ReferralsSent, None)), per: P::Quarter, direction: D::Up },
    Start { code: "completed", name: "Referrals that get to the end", question: Q::Benefits, why: "A yes that leads nowhere is a no that came late.", numerator: (M::ReferralsCompleted, None), denominator: Some((M::ReferralsAccepted, None)), per: P::Quarter, direction: D::Up },
    Start { code: "dollars", name: "Dollars for each client", question: Q::Pays, why: "What a program hands over, beside how many it serves.", numerator: (M::DollarsDelivered, None), denominator: Some((M::ClientsServed, None)), per: P::Year, direction: D::Up },
    Start { code: "arrived", name: "Promised money that arrives", question: Q::Pays, why: "Between a promise and a payment the client carries the cost.", numerator: (M::DollarsDelivered, None), denominator: Some((M::DollarsAwarded, None)), per: P::Year, direction: D::Up },
    Start { code: "leases", name: "Leases signed", question: Q::Benefits, why: "Who has a lease can plan, hire and borrow.", numerator: (M::Outcomes, Some("lease_signed")), denominator: Some((M::ClientsServed, None)), per: P::Quarter, direction: D::Up },
    Start { code: "closures", name: "Businesses that close", question: Q::Benefits, why: "A shop that closes takes its jobs and its street with it.", numerator: (M::Outcomes, Some("closure")), denominator: Some((M::ClientsServed, None)), per: P::Year, direction: D::Down },
    Start { code: "jobs", name: "Jobs for the money", question: Q::Benefits, why: "Dollars awarded are dollars of the public: what work came of them?", numerator: (M::JobsCreated, None), denominator: Some((M::DollarsAwarded, None)), per: P::Year, direction: D::Up },
    Start { code: "owned", name: "Buildings that owners bought", question: Q::Benefits, why: "Who owns the building is not put out of it.", numerator: (M::Outcomes, Some("building_bought")), denominator: None, per: P::Year, direction: D::Up },
    Start { code: "workers-own", name: "Businesses that workers came to own", question: Q::Decides, why: "Who owns a share has a say.", numerator: (M::Outcomes, Some("employee_ownership")), denominator: None, per: P::Year, direction: D::Up },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_has_a_code_of_its_own_and_counts_kinds_that_there_are() {
        let codes: BTreeSet<&str> = STARTS.iter().map(|start| start.code).collect();
        assert_eq!(codes.len(), STARTS.len());
        for start in STARTS {
            for (measure, kind) in std::iter::once(start.numerator).chain(start.denominator) {
                let known = measure.kinds().all();
                assert!(kind.is_none_or(|kind| known.iter().any(|(code, _)| code == kind)), "{} counts {kind:?}", start.code);
            }
        }
    }
}
