//! `fairfloor keys`: a new wrapping key, a sheet for the safe, and the way back from it.

mod views;

use super::{Data, Failure, say};
use crate::firewall::rewrapping;
use crate::store::{Actor, Db, Keyring, LossAccepted, Object, Randomness};
use clap::Subcommand;
use std::io::{IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

/// What `keys` takes.
#[derive(clap::Args)]
pub struct Keys {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Subcommand)]
enum Deed {
    /// Changes the wrapping key. Fairfloor must be stopped. Started again after a stop in the middle, it finishes what it began.
    Rotate {
        #[command(flatten)]
        data: Data,
    },
    /// Writes the keyring as a page to print and keep in a safe.
    Sheet {
        #[command(flatten)]
        data: Data,
        /// Where to; DIR.keys.html unless named. Never over a file that exists.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Makes a keyring of the lines of a printed sheet, typed into a text file.
    Restore {
        /// The typed lines.
        sheet: PathBuf,
        #[command(flatten)]
        data: Data,
    },
}

impl Keys {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self.deed {
            Deed::Rotate { data } => rotate(&data).await,
            Deed::Sheet { data, output } => sheet(&data, output).await,
            Deed::Restore { sheet, data } => restore(&sheet, &data),
        }
    }
}

/// Why this order: the file gets the new key beside the old one before anything is wrapped with it, and loses the old one only after
/// nothing is wrapped with that any more. Wherever it stops, every answer opens with the keys that are in the file.
async fn rotate(data: &Data) -> Result<(), Failure> {
    let folder = data.folder();
    let mut ring = Keyring::load(folder.keys())?;
    if let [_] = ring.wrapping_ids()[..] {
        let db = data.open().await?;
        ring = ring.with_new_wrapping(&mut Randomness::System)?;
        ring.replace(folder.keys())?;
        let id = ring.active_wrapping()?.id;
        db.write(Actor::command_line(), move |tx| tx.audit_with("keys.added", Object::none(), &id)).await?;
    } else {
        say("The keys were being changed before, and that was not finished. It is finished now.");
    }
    // Opened anew, with the keyring that has both keys.
    let db = data.open().await?;
    let left = db.read({
        let db = db.clone();
        move |conn| rewrapping::left_to_wrap(conn, db.keys())
    });
    let left = left.await?;
    let shows = std::io::stderr().is_terminal();
    let wrapped = db.write(Actor::command_line(), move |tx| {
        rewrapping::wrap_anew(tx, &mut |done| {
            if shows && (done % 500 == 0 || i64::try_from(done).is_ok_and(|done| done == left)) {
                drop(write!(std::io::stderr(), "\r{done} of {left} wrapped anew"));
            }
        })
    });
    let wrapped = wrapped.await?;
    if shows && left > 0 {
        drop(writeln!(std::io::stderr()));
    }
    retire(&db, &ring).await?;
    say(&format!("The key is changed: {wrapped} wrapped anew with {}.", ring.active_wrapping()?.id));
    say("Next: print a new sheet (fairfloor keys sheet), copy the keyring to its safe place, and destroy every older copy and sheet.");
    say("Copies of the data from before today do not open with the new keyring: whoever has only that cannot read the answers in them.");
    Ok(())
}

/// Takes the old keys out of the file, once nothing needs them.
async fn retire(db: &Db, ring: &Keyring) -> Result<(), Failure> {
    let keys = db.clone();
    if db.read(move |conn| rewrapping::left_to_wrap(conn, keys.keys())).await? > 0 {
        return Err(Failure::new("Something is still wrapped with an older key, so that key stays in the keyring.\nNext: run this again."));
    }
    let alone = ring.with_active_wrapping_only();
    let gone: Vec<String> = ring.wrapping_ids().into_iter().filter(|id| !alone.wrapping_ids().contains(id)).map(str::to_owned).collect();
    alone.replace(db.folder().keys())?;
    db.write(Actor::command_line(), move |tx| tx.audit_with("keys.retired", Object::none(), &gone.join(", "))).await?;
    Ok(())
}

async fn sheet(data: &Data, output: Option<PathBuf>) -> Result<(), Failure> {
    let folder = data.folder();
    let db = data.open().await?;
    let path = output.unwrap_or_else(|| {
        let mut name = folder.keys().as_os_str().to_owned();
        name.push(".html");
        PathBuf::from(name)
    });
    let keys = Keyring::load(folder.keys())?;
    let page = views::sheet(&db.organization().name, &folder, &keys.sheet(), db.clock().today());
    let words = |cause: std::io::Error| {
        Failure::new(format!(
            "The sheet {} could not be written: {cause}.\nNext: name a file that does not exist yet with -o.",
            path.display()
        ))
    };
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path).map_err(words)?;
    file.write_all(page.into_string().as_bytes()).and_then(|()| file.sync_all()).map_err(words)?;
    db.write(Actor::command_line(), |tx| tx.audit("keys.sheet_written", Object::none())).await?;
    say(&format!(
        "The sheet is in {}. Open it in a browser on this machine, print it, put it into a safe, and delete the file.",
        path.display()
    ));
    Ok(())
}

fn restore(sheet: &std::path::Path, data: &Data) -> Result<(), Failure> {
    let text = std::fs::read_to_string(sheet).map_err(|cause| {
        Failure::new(format!(
            "The typed lines {} cannot be read: {cause}.\nNext: type the sheet into a plain text file, a line for each of its lines.",
            sheet.display()
        ))
    })?;
    let ring = Keyring::from_sheet(&zeroize::Zeroizing::new(text))?;
    let folder = data.folder();
    ring.save_new(folder.keys())?;
    if folder.database().exists() {
        drop(Db::open(&folder, &LossAccepted::default()).inspect_err(|_| {
            // A keyring of another folder would only be in the way of the next try.
            drop(std::fs::remove_file(folder.keys()));
        })?);
        say(&format!("The keyring {} is made anew, and it fits {}.", folder.keys().display(), folder.path().display()));
    } else {
        say(&format!(
            "The keyring {} is made anew. There are no data in {} to try it on.",
            folder.keys().display(),
            folder.path().display()
        ));
    }
    say("Next: delete the typed lines.");
    Ok(())
}
