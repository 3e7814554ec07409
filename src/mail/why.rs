//! What a failed attempt means for the next one.

use crate::values::NotSent;

impl NotSent {
    /// True when another try would end the same way.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Refused | Self::BadAddress)
    }

    /// True when the next notice would meet the same trouble: the server, not the letter.
    pub fn is_of_the_server(self) -> bool {
        matches!(self, Self::Unreachable | Self::TooSlow | Self::NoSecrecy | Self::SignIn)
    }
}
