//! The quick look: a reference and a short code tell how a request stands, without a name, a partner or a visit. For a telephone that is
//! not one's own, and for whoever helps. The short code follows from the keyring and the reference, so it is kept nowhere; it opens nothing.

use super::codes::{is_locked, note_wrong, number};
use crate::error::Result;
use crate::store::{Keyring, Object, Tx};
use crate::values::base32;
use subtle::ConstantTimeEq;

/// Characters of a short code: five bits each, forty together.
const LENGTH: usize = 8;

/// "7K3M-9QRT".
pub fn short_code(keys: &Keyring, number: i64) -> String {
    let code = of(keys, number).to_uppercase();
    let (first, second) = code.split_at(LENGTH / 2);
    format!("{first}-{second}")
}

fn of(keys: &Keyring, number: i64) -> String {
    base32(&keys.quick_look_mac(number)).chars().take(LENGTH).collect()
}

/// Tries a reference and a short code. Gives the number where they belong together; ten wrong ones close a reference for half an hour.
pub fn try_code(tx: &Tx<'_>, reference: &str, typed: &str) -> Result<Option<i64>> {
    let number = number(reference).unwrap_or(-1);
    let who = tx.keys().typed_name_mac(&format!("quick look at {number}"));
    let typed = super::codes::letters(typed);
    let is_right = bool::from(of(&tx.keys(), number).as_bytes().ct_eq(typed.as_bytes()));
    let is_locked = is_locked(tx, &who)?;
    if is_right && !is_locked {
        return Ok(Some(number));
    }
    if !is_locked {
        note_wrong(tx, &who)?;
    }
    tx.audit("quick_look.refused", Object::none())?;
    Ok(None)
}
