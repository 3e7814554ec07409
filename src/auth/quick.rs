//! The quick look: a reference and a short code tell how a request stands, without a name, a partner or a visit. For a telephone that is
//! not one's own, and for whoever helps. The short code follows from the keyring and the reference, so it is kept nowhere; it opens nothing.

use super::codes::number;
use super::queries::tries;
use super::tries::Calls;
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

/// Tries a reference and a short code. Gives the number where they belong together.
///
/// Why wrong tries are counted by who calls and not by the reference: references are short and follow each other, so anybody could shut
/// them all. Forty bits that belong to one reference are enough without: ten thousand callers who try all day as often as they are heard
/// find one request in a hundred and fifty years, and read one sentence that names nobody.
pub fn try_code(tx: &Tx<'_>, reference: &str, typed: &str, calls: &Calls) -> Result<Option<i64>> {
    if tries::is_over(tx, calls)? {
        return Ok(None);
    }
    let number = number(reference).unwrap_or(-1);
    let typed = super::codes::letters(typed);
    if bool::from(of(&tx.keys(), number).as_bytes().ct_eq(typed.as_bytes())) {
        return Ok(Some(number));
    }
    tries::note_wrong(tx, calls)?;
    tx.audit("quick_look.refused", Object::none())?;
    Ok(None)
}
