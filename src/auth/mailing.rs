//! Letters that carry a code to sign in with: handed to the mail server at once, and kept nowhere.

use super::House;
use crate::error::Result;
use crate::mail::Letter;
use crate::values::Email;
use crate::web::forms;

/// Mails a text with a code in it.
pub fn mail(house: &House, to: &str, subject: String, text: String) -> Result<()> {
    let message_id = house.mailer.name(&forms::fresh_key());
    house.mailer.send_soon(Letter { to: Email::parse(to)?, subject, text, message_id, at: house.db.clock().now() });
    Ok(())
}

/// In a made-up city without a mail server, the code that would have been mailed stands on the page: a demo is served on this machine only,
/// and everybody in it is made up. Nowhere else does a code stand on a page.
pub fn is_shown(house: &House) -> bool {
    !house.mailer.is_set_up() && house.db.organization().is_demo
}
