//! The vocabularies of industrial space: what units are let for, how rent is written, what trucks reach them.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// Where a unit stands.
    SiteStatus ("site.status") {
        Available = "available", "Available";
        Let = "let", "Let";
        Gone = "gone", "Gone";
        OffMarket = "off_market", "Off the market";
    }
    /// How space is held.
    SpaceTenure ("site.tenure") {
        Lease = "lease", "Lease";
        Sublease = "sublease", "Sublease";
        Shared = "shared", "Shared with others";
        Buy = "buy", "Buy";
        CoOp = "co_op", "Co-op";
    }
    /// What a rent counts.
    RentUnit ("site.rent_unit") {
        SqFtYear = "sq_ft_year", "$ per sq ft a year";
        SqFtMonth = "sq_ft_month", "$ per sq ft a month";
        Month = "month", "$ a month";
    }
    /// What a rent covers.
    RentBasis ("site.rent_basis") {
        Gross = "gross", "Gross: all in";
        ModifiedGross = "modified_gross", "Modified gross";
        Nnn = "nnn", "NNN: taxes, insurance and upkeep on top";
        IndustrialGross = "industrial_gross", "Industrial gross";
    }
    /// Volts at the panel.
    Volts ("site.power_volts") {
        V120x208 = "120/208", "120/208 V";
        V120x240 = "120/240", "120/240 V";
        V277x480 = "277/480", "277/480 V";
        V347x600 = "347/600", "347/600 V";
    }
    /// Phases of the power.
    Phase ("site.power_phase") {
        Single = "single", "Single phase";
        Three = "three", "3-phase";
    }
    /// The largest truck that reaches the door, the smallest first.
    TruckSize ("site.truck_size") {
        Box = "box", "Box truck";
        Forty = "forty", "40 ft truck";
        FiftyThree = "fifty_three", "53 ft truck";
    }
    /// Why a business looks for space.
    SpaceReason ("space_need.reason") {
        New = "new", "First space";
        Expand = "expand", "Needs more room";
        Displaced = "displaced", "Displaced";
        LeaseEnding = "lease_ending", "The lease ends";
        Consolidate = "consolidate", "Brings several places together";
        Buy = "buy", "Wants to own";
    }
    /// Which floors will do.
    FloorWanted ("space_need.floor_wanted") {
        Ground = "ground", "Ground floor only";
        Freight = "freight", "Ground, or any with a freight elevator";
        Any = "any", "Any floor";
    }
    /// Why nobody looks for this space any more.
    NeedEnd ("space_need.closed_reason") {
        Met = "met", "They have space";
        NoLongerWanted = "no_longer_wanted", "No longer wanted";
    }
    /// What is said of a unit when somebody asks whether it is still there.
    SiteAnswer ("site_check.answer") {
        Available = "available", "Still available";
        RentChanged = "rent_changed", "The rent changed";
        Gone = "gone", "Gone";
    }
    /// How a unit that several wait for is given. Each rule knows days and displacement, none knows people.
    AllocationRule ("allocation_rule.rule") {
        Wait = "wait", "Who has waited longest";
        Displacement = "displacement", "Displaced businesses first, then who has waited longest";
        Lottery = "lottery", "A lottery whose seed is printed";
    }
}
