//! The confidential part of a referral, and the one gate before it. Pure.
//!
//! A partner reads it only while all of this holds: it said yes, the client's permission for it is live, and an agreement
//! not to disclose, signed by both sides, is recorded and not over.

use super::lifecycle::Status;
use crate::values::Day;

/// An agreement not to disclose, between a business and a partner, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Row key.
    pub key: i64,
    /// When it was signed.
    pub signed_on: Day,
    /// Until when it holds, both days included.
    pub until_on: Day,
    /// Who signed for the business.
    pub by_client: String,
    /// Who signed for the partner.
    pub by_partner: String,
    /// Where the signed paper is.
    pub document: String,
    /// Name of whoever recorded it.
    pub recorded_by: String,
}

impl Agreement {
    /// It holds on this day.
    pub fn is_live(&self, today: Day) -> bool {
        self.signed_on <= today && today <= self.until_on
    }
}

/// Why the confidential part stays closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// The partner has not said yes, or its work is over.
    NotTheirs,
    /// No permission of the client is in force for this partner.
    NoPermission,
    /// No agreement is recorded.
    NoAgreement,
    /// There was one, and it is over or has not begun.
    NotNow,
}

impl Closed {
    /// What the partner reads.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotTheirs => {
                "There are confidential details. They open here after you said yes, and after you and the manufacturer have signed a non-disclosure agreement."
            }
            Self::NoPermission => "There are confidential details. They are closed, because no permission of the manufacturer is in force.",
            Self::NoAgreement => {
                "There are confidential details. They open here once you and the manufacturer have signed a non-disclosure agreement and the program has recorded it."
            }
            Self::NotNow => {
                "There are confidential details. They are closed, because the non-disclosure agreement between you and the manufacturer is not in force today."
            }
        }
    }
}

/// Whether the partner may read it today.
///
/// # Errors
/// Why not.
pub fn gate(status: Status, has_permission: bool, agreement: Option<&Agreement>, today: Day) -> Result<(), Closed> {
    if !matches!(status, Status::Accepted | Status::InProgress | Status::OnHold) {
        return Err(Closed::NotTheirs);
    }
    if !has_permission {
        return Err(Closed::NoPermission);
    }
    match agreement {
        None => Err(Closed::NoAgreement),
        Some(agreement) if agreement.is_live(today) => Ok(()),
        Some(_) => Err(Closed::NotNow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn agreement() -> Agreement {
        let (signed_on, until_on) = (Day::new(date(2026, 3, 1)), Day::new(date(2027, 2, 28)));
        let text = str::to_owned;
        Agreement {
            key: 1,
            signed_on,
            until_on,
            by_client: text("Rosa"),
            by_partner: text("Lee"),
            document: text("NDA-7"),
            recorded_by: text("Ada"),
        }
    }

    #[test]
    fn the_gate_opens_only_where_all_three_hold() {
        let today = Day::new(date(2026, 11, 25));
        for status in Status::ALL {
            for has_permission in [true, false] {
                for signed in [None, Some(agreement())] {
                    let opens = gate(status, has_permission, signed.as_ref(), today).is_ok();
                    let is_theirs = matches!(status, Status::Accepted | Status::InProgress | Status::OnHold);
                    assert_eq!(opens, is_theirs && has_permission && signed.is_some(), "{status:?} {has_permission}");
                }
            }
        }
    }

    #[test]
    fn an_agreement_holds_on_its_first_and_last_day_and_not_beside_them() {
        let on = |year, month, day| gate(Status::Accepted, true, Some(&agreement()), Day::new(date(year, month, day)));
        assert_eq!(on(2026, 2, 28), Err(Closed::NotNow));
        assert!(on(2026, 3, 1).is_ok() && on(2027, 2, 28).is_ok());
        assert_eq!(on(2027, 3, 1), Err(Closed::NotNow));
    }
}
