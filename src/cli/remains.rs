//! `fairfloor erase-remains`: after deletions, nothing of the deleted is left in the folder.

use super::{Data, Failure, say};
use crate::store;

/// What `erase-remains` takes.
#[derive(clap::Args)]
pub struct EraseRemains {
    #[command(flatten)]
    data: Data,
}

impl EraseRemains {
    pub(super) async fn run(self) -> Result<(), Failure> {
        // Opened once for everything that an opening checks, then left alone.
        drop(self.data.open().await?);
        let cleared = store::clear_remains(&self.data.folder())?;
        for copy in &cleared.copies {
            say(&format!("Removed the copy from before an upgrade: {}", copy.display()));
        }
        say(&format!(
            "The folder holds nothing of what was deleted: the database had {} bytes and has {}.",
            cleared.bytes_before, cleared.bytes_after
        ));
        say(
            "Next: destroy older copies of the folder, or keep none for more than 35 days. To make the answers in them unreadable: fairfloor keys rotate",
        );
        Ok(())
    }
}
