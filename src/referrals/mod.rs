//! A client's need handed to a partner, from the first draft to the step after the end.
//!
//! The pure half (`lifecycle`, `replay`, `clock`, `told` and their neighbors) knows neither clock nor database; `queries` keeps the events.

pub mod clock;
pub mod event;
pub mod fact;
pub mod guards;
pub mod lifecycle;
pub mod policy;
pub mod replay;
pub mod stations;
pub mod status;
pub mod status_page;
pub mod told;
mod told_ends;
pub mod words;

pub use crate::values::{Kind, kinds};
pub use event::Event;
pub use lifecycle::Party;
pub use status::Status;

use crate::values::Vocabulary;

impl Vocabulary for Status {
    const ALL: &'static [Self] = &Status::ALL;
    const COLUMN: &'static str = "referral.status";

    fn code(self) -> &'static str {
        Status::code(self)
    }

    fn label(self) -> &'static str {
        Status::label(self)
    }
}
crate::stored_as_word!(Status);

impl Vocabulary for Event {
    const ALL: &'static [Self] = &Event::ALL;
    const COLUMN: &'static str = "referral_event.event";

    fn code(self) -> &'static str {
        Event::code(self)
    }

    fn label(self) -> &'static str {
        Event::label(self)
    }
}
crate::stored_as_word!(Event);

impl Vocabulary for Party {
    const ALL: &'static [Self] = &[Self::Advisor, Self::Manager, Self::Partner, Self::Entrepreneur, Self::System, Self::AdvisorOnBehalf];
    const COLUMN: &'static str = "referral_event.party";

    fn code(self) -> &'static str {
        match self {
            Self::Advisor => "advisor",
            Self::Manager => "manager",
            Self::Partner => "partner",
            Self::Entrepreneur => "entrepreneur",
            Self::System => "system",
            Self::AdvisorOnBehalf => "on_behalf",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Advisor => "Advisor",
            Self::Manager => "Program manager",
            Self::Partner => "Partner",
            Self::Entrepreneur => "Entrepreneur",
            Self::System => "The clock",
            Self::AdvisorOnBehalf => "Reported by the advisor",
        }
    }
}
crate::stored_as_word!(Party);
