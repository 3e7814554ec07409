//! Rows that were met before, by their prints: the first in memory, the rest in a database of its own that lies on the disk without a name.

use crate::error::Result;
use rusqlite::Connection;
use std::collections::HashSet;

/// Prints that are held in memory: two megabytes of them.
const HELD: usize = 100_000;

/// What was met.
#[derive(Default)]
pub struct Met {
    held: HashSet<u64>,
    more: Option<Connection>,
}

impl Met {
    /// Notes a print; false where it was met before.
    pub fn insert(&mut self, print: u64) -> Result<bool> {
        if self.held.contains(&print) {
            return Ok(false);
        }
        if self.held.len() < HELD {
            return Ok(self.held.insert(print));
        }
        let more = match &mut self.more {
            Some(more) => more,
            none => none.insert(on_disk()?),
        };
        let sql = "INSERT INTO met (print) VALUES (?1) ON CONFLICT DO NOTHING";
        Ok(more.prepare_cached(sql)?.execute([print.cast_signed()])? > 0)
    }
}

/// A database that `SQLite` keeps in a file without a name, gone with its connection. It holds prints of rows and nothing of the rows.
fn on_disk() -> Result<Connection> {
    let conn = Connection::open("")?;
    conn.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -4000;
         CREATE TABLE met (print INTEGER PRIMARY KEY) STRICT;
         BEGIN;",
    )?;
    Ok(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_met_is_known_wherever_it_lies() {
        let mut met = Met::default();
        let print = |at: u64| at.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for at in 0..150_000 {
            assert!(met.insert(print(at)).unwrap(), "{at}");
        }
        assert!(met.more.is_some() && met.held.len() == HELD);
        for at in [0, 1, 99_999, 100_000, 149_999] {
            assert!(!met.insert(print(at)).unwrap(), "{at}");
        }
        assert!(met.insert(print(150_000)).unwrap());
    }
}
