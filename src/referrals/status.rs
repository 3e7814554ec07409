//! Where a referral stands: the eleven statuses of a FHIR Task.

/// One of eleven fixed places. Stages within a status, reasons and outcomes are other lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    Draft,
    Requested,
    Received,
    Accepted,
    Rejected,
    InProgress,
    OnHold,
    Completed,
    Failed,
    Cancelled,
    EnteredInError,
}

impl Status {
    /// Every status, in the order of a referral's life.
    pub const ALL: [Self; 11] = [
        Self::Draft,
        Self::Requested,
        Self::Received,
        Self::Accepted,
        Self::Rejected,
        Self::InProgress,
        Self::OnHold,
        Self::Completed,
        Self::Failed,
        Self::Cancelled,
        Self::EnteredInError,
    ];

    /// The word in tables and exports: FHIR's own.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Requested => "requested",
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::InProgress => "in-progress",
            Self::OnHold => "on-hold",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::EnteredInError => "entered-in-error",
        }
    }

    /// The status with this code, if there is one.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The work is over. For the loop to close, more is needed: see `replay::waiting_on`.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Rejected | Self::Completed | Self::Failed | Self::Cancelled | Self::EnteredInError)
    }

    /// Sent, and not over: the partner has something to answer.
    #[must_use]
    pub const fn is_with_partner(self) -> bool {
        matches!(self, Self::Requested | Self::Received | Self::Accepted | Self::InProgress | Self::OnHold)
    }

    /// Over, and without the help that was asked for.
    #[must_use]
    pub const fn is_negative_end(self) -> bool {
        matches!(self, Self::Rejected | Self::Failed | Self::Cancelled)
    }

    /// The words that advisors and partners read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Requested => "Sent, not acknowledged",
            Self::Received => "Acknowledged, under review",
            Self::Accepted => "Accepted, not started",
            Self::Rejected => "Declined by the partner",
            Self::InProgress => "In progress",
            Self::OnHold => "On hold",
            Self::Completed => "Completed",
            Self::Failed => "Not completed",
            Self::Cancelled => "Stopped",
            Self::EnteredInError => "Entered by mistake",
        }
    }

    /// Completes "This referral is ___".
    pub(super) const fn phrase(self) -> &'static str {
        match self {
            Self::Draft => "still a draft",
            Self::Requested => "sent and waiting for the partner",
            Self::Received => "being read by the partner",
            Self::Accepted => "accepted but not started",
            Self::Rejected => "declined by the partner",
            Self::InProgress => "in progress",
            Self::OnHold => "on hold",
            Self::Completed => "completed",
            Self::Failed => "closed because it did not work out",
            Self::Cancelled => "stopped",
            Self::EnteredInError => "marked as entered by mistake",
        }
    }
}
