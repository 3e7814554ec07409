//! `fairfloor verify`: is the record whole, and is every record what it was when it was written? And of a publication: does it tell
//! what it leaves out?

use super::{Data, Failure, say};
use crate::equity::ledger::attack::{Findings, attack};
use crate::equity::ledger::columns::Unreadable;
use crate::equity::ledger::publication::{FORMAT, Publication, Show};
use crate::reports::releases::audit::{Audited, audit};
use crate::store;
use crate::values::{ReleaseAudience, Vocabulary};
use std::path::{Path, PathBuf};

/// The greatest publication that is read.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What `verify` takes.
#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    data: Data,
    /// Instead of a data folder: a file of the form `publication-1`. Tries to work out every number that it leaves out.
    #[arg(long, value_name = "FILE", conflicts_with = "data")]
    publication: Option<PathBuf>,
}

impl Verify {
    pub(super) fn run(self) -> Result<(), Failure> {
        if let Some(path) = &self.publication {
            return publication(path);
        }
        let folder = self.data.folder();
        let (found, released) = store::verify_folder_and(&folder, audit)?;
        for fault in found.faults.iter().chain(&released.faults) {
            say(fault);
        }
        if !found.faults.is_empty() || !released.faults.is_empty() {
            return Err(Failure::new(format!(
                "{} does not verify: see above.\nNext: keep this folder as it is for whoever looks into it, and put a backup in its place.",
                folder.path().display()
            )));
        }
        say(&format!("All is well: {} events in an unbroken chain, {} records as they were written.", found.events, found.records));
        ledger(&released);
        Ok(())
    }
}

/// What was found of the publication ledger, where all is well.
fn ledger(released: &Audited) {
    if released.editions == 0 {
        return;
    }
    let names = |readers: &[ReleaseAudience]| readers.iter().map(|one| one.label()).collect::<Vec<_>>().join(", ");
    say(&format!(
        "Reports were told to readers {} times. No small number is told, and none differs by few from another.",
        released.editions
    ));
    if !released.attacked.is_empty() {
        say(&format!("From everything told to {}, nothing that was left out can be worked out.", names(&released.attacked)));
    }
    if !released.too_large.is_empty() {
        say(&format!(
            "To work out what was left out for {} takes longer than this. Next: fairfloor report --format publication -o FILE, and then \
             fairfloor verify --publication FILE.",
            names(&released.too_large)
        ));
    }
}

fn publication(path: &Path) -> Result<(), Failure> {
    let published = read(path)?;
    let shown = published.statements.iter().filter(|one| !matches!(one.show, Show::Hidden { .. })).count();
    let found = attack(&published).map_err(|cause| Failure::new(format!("{}: {}", path.display(), unreadable(&cause))))?;
    say(&format!("{} statements, {shown} of them shown, with {} as the smallest count.", published.statements.len(), published.threshold));
    if !found.implied_zero.is_empty() {
        say(&format!("{} hidden counts are surely 0, which tells nothing of anybody.", found.implied_zero.len()));
    }
    if found.is_clean() {
        say("Nothing that was left out can be worked out.");
        return Ok(());
    }
    told(&found);
    Err(Failure::new(format!(
        "{} tells what it leaves out: see above.\nNext: take it back where you can, and publish it through the ledger.",
        path.display()
    )))
}

fn told(found: &Findings) {
    let kinds = [
        ("can be worked out", &found.recovered),
        ("is a difference of few clients", &found.small_differences),
        ("lies within half the smallest count", &found.narrow),
        ("is of too few clients", &found.thin),
        ("contradicts the rest", &found.contradictions),
    ];
    for (what, names) in kinds {
        for name in names {
            say(&format!("{name} {what}."));
        }
    }
}

fn read(path: &Path) -> Result<Publication, Failure> {
    let fails = |why: String| Failure::new(format!("{}: {why}", path.display()));
    let length = std::fs::metadata(path).map_err(|cause| fails(cause.to_string()))?.len();
    if length > MOST_BYTES {
        return Err(fails(format!("this is {length} bytes; {MOST_BYTES} are read at most.")));
    }
    let text = std::fs::read_to_string(path).map_err(|cause| fails(cause.to_string()))?;
    let published: Publication = serde_json::from_str(&text).map_err(|cause| fails(format!("not of the form {FORMAT}: {cause}")))?;
    if published.format != FORMAT {
        return Err(fails(format!("the form is {:?}; {FORMAT} is read.", published.format)));
    }
    Ok(published)
}

fn unreadable(cause: &Unreadable) -> String {
    match cause {
        Unreadable::TooManyCodes(dim) => format!("{dim} has more than 4,096 codes."),
        Unreadable::Unknown(name) => format!("a statement is about {name}, which is not among the dimensions."),
    }
}
