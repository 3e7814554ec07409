//! Deleting a person and bringing the search box up to date; and doing it again after an old copy of the folder was put back.

use crate::error::{Error, Result};
use crate::firewall::erasure;
use crate::people;
use crate::store::{Actor, DataFolder, Db, Tombstones, Tx};

fn stones(tx: &Tx<'_>, folder: &DataFolder) -> Result<Tombstones> {
    Tombstones::read(&folder.erased(), &tx.keys()).map_err(|refusal| Error::Rejected(refusal.to_string()))
}

/// Deletes a person.
pub fn erase(tx: &Tx<'_>, folder: &DataFolder, person: i64, steward: i64) -> Result<()> {
    let businesses = erasure::erase(tx, person, Some(steward), &mut stones(tx, folder)?)?;
    businesses.into_iter().try_for_each(|business| people::queries::index(tx, business))
}

/// Deletes again whoever an old copy of the folder brought back, and writes a lost file of tombstones anew. Says how many were deleted.
/// Nothing is served before.
pub async fn erase_who_came_back(db: &Db) -> Result<usize> {
    let folder = db.folder().clone();
    db.write(Actor::system(), move |tx| {
        let mut stones = stones(tx, &folder)?;
        for (stone, at) in erasure::missing_stones(tx, &stones)? {
            stones.add(&tx.keys(), &stone, at).map_err(|cause| Error::internal(cause.to_string()))?;
        }
        let back = erasure::lost_again(tx, &tx.keys(), &stones)?;
        for person in &back {
            let businesses = erasure::erase_again(tx, *person, &mut stones)?;
            businesses.into_iter().try_for_each(|business| people::queries::index(tx, business))?;
        }
        Ok(back.len())
    })
    .await
}
