//! Finding space for a client: needs and open matches, a message to each landlord, drafts to check and send.
//!
//! Here units and referrals meet: `sites` knows no referral, `referrals` no unit.

mod page;
mod queries;
mod routes;
mod views;

pub use routes::routes;

use crate::partners::Contact;
use crate::sites::Site;
use crate::values::PartnerId;

/// One landlord who is asked, with the units it is asked about.
pub struct Asked {
    /// Row key, address and name.
    pub partner: (i64, PartnerId, String),
    /// Its units.
    pub sites: Vec<Site>,
    /// Who can be asked there.
    pub contacts: Vec<Contact>,
    /// The message: the need, and what is not known as questions.
    pub text: String,
}
