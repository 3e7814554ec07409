//! The command line: a contract that scripts rely on. Exit status 0 only when all of it was done.

mod account;
mod archive;
mod demo;
mod export;
mod import;
mod init;
mod keys;
mod remains;
mod report;
mod serve;
mod target;
mod verify;

use crate::error::Error;
use crate::firewall::rewrapping;
use crate::safeguards::queries::erase_who_came_back;
use crate::store::{DataFolder, Db, LossAccepted, Refusal};
use clap::{Args, Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Tracks what small manufacturers are offered and get, and shows how equitably.
#[derive(Parser)]
#[command(name = "fairfloor", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A made-up city to try everything in: a data folder of made-up people, served, with a sign-in link for each role.
    Demo(demo::Demo),
    /// An empty folder, its keyring, and a one-time invitation link.
    Init(init::Init),
    /// Serves a data folder.
    Serve(serve::Serve),
    /// Checks the record and every record in it.
    Verify(verify::Verify),
    /// Reads clients, deployments, partners, sites, zones or benchmarks from a file, whole or not at all.
    Import(Box<import::Import>),
    /// Writes records to a file: CSV, an Excel workbook or JSON; the directory of partners; a draft of what is filed.
    Export(Box<export::Export>),
    /// The equity report of a closed year.
    Report(report::Report),
    /// Accounts: invite, list, disable, reset.
    Account(account::Account),
    /// The keyring: change the wrapping key, print it, make it anew from paper.
    Keys(keys::Keys),
    /// After a deletion: overwrites what the disk still holds of it. Fairfloor must be stopped.
    EraseRemains(remains::EraseRemains),
    /// One line a route: METHOD PATH ACCESS-CLASSES.
    Routes,
}

/// Where the data lies.
#[derive(Args, Clone)]
pub struct Data {
    /// The data folder.
    #[arg(long, value_name = "DIR", default_value = "fairfloor-data", env = "FAIRFLOOR_DATA")]
    data: PathBuf,
    /// The keyring; DIR.keys unless named.
    #[arg(long, value_name = "FILE", env = "FAIRFLOOR_KEY_FILE")]
    key_file: Option<PathBuf>,
}

impl Data {
    fn folder(&self) -> DataFolder {
        DataFolder::new(&self.data, self.key_file.as_deref())
    }

    async fn open(&self) -> Result<Db, Failure> {
        begin(Db::open(&self.folder(), &LossAccepted::default())?).await
    }
}

/// What comes before anything else with an open folder: its keyring must open what is stored, and whoever was deleted and came back with
/// an old copy is deleted again.
async fn begin(db: Db) -> Result<Db, Failure> {
    let keys = db.clone();
    db.read(move |conn| rewrapping::check(conn, keys.keys())).await?;
    let again = erase_who_came_back(&db).await?;
    if again > 0 {
        let words = format!("An old copy of the data was put back: {again} people in it had been deleted, and are deleted again.");
        // Standard output is the command's own.
        drop(writeln!(std::io::stderr(), "{words}"));
    }
    Ok(db)
}

/// Why a command did not do all of its work: words for standard error.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.to_string())
    }
}

impl From<Error> for Failure {
    fn from(cause: Error) -> Self {
        Self(cause.to_string())
    }
}

impl From<crate::values::Complaint> for Failure {
    fn from(complaint: crate::values::Complaint) -> Self {
        Self(complaint.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(cause: std::io::Error) -> Self {
        Self(cause.to_string())
    }
}

/// Runs the command that was typed.
pub fn run() -> ExitCode {
    harden();
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(cause) => return fail(&format!("No threads could be started: {cause}.")),
    };
    let outcome = runtime.block_on(async {
        match cli.command {
            Command::Demo(demo) => demo.run().await,
            Command::Init(init) => init.run().await,
            Command::Serve(serve) => serve.run().await,
            Command::Verify(verify) => verify.run(),
            Command::Import(import) => import.run().await,
            Command::Export(export) => export.run().await,
            Command::Report(report) => report.run().await,
            Command::Account(account) => account.run().await,
            Command::Keys(keys) => keys.run().await,
            Command::EraseRemains(remains) => remains.run().await,
            Command::Routes => {
                routes();
                Ok(())
            }
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => fail(&failure.0),
    }
}

fn fail(words: &str) -> ExitCode {
    drop(writeln!(std::io::stderr(), "{words}"));
    ExitCode::FAILURE
}

/// Files of this program are its user's alone, and a crash leaves no copy of its memory.
fn harden() {
    rustix::process::umask(rustix::fs::Mode::from_bits_retain(0o077));
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Comes back when somebody stops the command: from the keyboard, or with the signal that services are stopped with.
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut ended) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = ended.recv() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

/// Prints a line for whoever runs the command. A closed pipe is no failure.
fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

fn routes() {
    for route in crate::app::routes() {
        let classes: Vec<&str> = route.access.iter().map(|class| class.code()).collect();
        say(&format!("{} {} {}", route.method.code(), route.path, classes.join(",")));
    }
}
