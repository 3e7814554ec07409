//! `fairfloor verify`: is the record whole, and is every record what it was when it was written?

use super::{Data, Failure, say};
use crate::store;

/// What `verify` takes.
#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    data: Data,
}

impl Verify {
    pub(super) fn run(self) -> Result<(), Failure> {
        let folder = self.data.folder();
        let found = store::verify_folder(&folder)?;
        for fault in &found.faults {
            say(fault);
        }
        if !found.faults.is_empty() {
            return Err(Failure::new(format!(
                "{} does not verify: see above.\nNext: keep this folder as it is for whoever looks into it, and put a backup in its place.",
                folder.path().display()
            )));
        }
        say(&format!("All is well: {} events in an unbroken chain, {} records as they were written.", found.events, found.records));
        Ok(())
    }
}
