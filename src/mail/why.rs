//! Why something did not go out, in words that hold no address and nothing that a server said.

/// Why the last attempt failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotSent {
    /// No connection, or it broke.
    Unreachable,
    /// It took longer than we wait.
    TooSlow,
    /// No TLS, or a certificate that we do not trust.
    NoSecrecy,
    /// Our name or password was not taken.
    SignIn,
    /// "Try again later."
    NotNow,
    /// Refused for good: it will not be taken the next time either.
    Refused,
    /// Nothing can be sent to what stands there as address.
    BadAddress,
}

impl NotSent {
    /// Every reason.
    pub const ALL: [Self; 7] =
        [Self::Unreachable, Self::TooSlow, Self::NoSecrecy, Self::SignIn, Self::NotNow, Self::Refused, Self::BadAddress];

    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::TooSlow => "too_slow",
            Self::NoSecrecy => "no_secrecy",
            Self::SignIn => "sign_in",
            Self::NotNow => "not_now",
            Self::Refused => "refused",
            Self::BadAddress => "bad_address",
        }
    }

    /// True when another try would end the same way.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Refused | Self::BadAddress)
    }
}
