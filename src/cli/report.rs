//! `fairfloor report`: the equity report of a closed period, as its readers are told it.

use super::{Data, Failure, say};
use crate::error::Error;
use crate::programs;
use crate::reports::Format;
use crate::reports::releases::files::{self, Wanted};
use crate::reports::releases::obtain::{note, obtain};
use crate::reports::releases::publication::publication;
use crate::reports::releases::{Asked, Progress, check_readers};
use crate::store::{Actor, Db};
use crate::values::{Period, ReleaseAudience, Vocabulary};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// What `report` takes.
#[derive(clap::Args)]
pub struct Report {
    #[command(flatten)]
    data: Data,
    /// A period that is over: a year such as 2025, a quarter such as 2025-Q3, a federal fiscal year such as FY2025; for internal also a
    /// month such as 2025-07.
    #[arg(long, value_name = "PERIOD")]
    period: String,
    /// The program; all of them unless named.
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// For whom: internal, funder or public. The first report of a period is a release: the publication ledger decides what each may
    /// be told, and remembers.
    #[arg(long, value_name = "AUDIENCE", default_value = "internal")]
    audience: String,
    /// html, csv, json, xlsx, pdf; or publication: everything ever told to these readers, in a form that anybody can attack.
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: String,
    /// Where to; standard output unless named.
    #[arg(short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Report {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let readers = ReleaseAudience::parse(&self.audience)
            .map_err(|_| Error::Rejected(format!("{:?} is no audience. Take internal, funder or public.", self.audience)))?;
        let wanted = if self.format == "publication" { None } else { Some(Wanted::Whole(Format::parse(&self.format)?)) };
        let period = Period::parse(&self.period)?;
        check_readers(period, readers)?;
        let db = self.data.open().await?;
        let name = self.program.clone();
        let program = db.read(move |conn| name.map(|name| programs::queries::find_by_name(conn, Some(&name))).transpose()).await?;
        let asked = Asked { program, period, years: None, reason: None };
        let release = watched(&db, asked).await?;
        let bytes = match wanted {
            Some(wanted) => files::bytes(&db, Actor::command_line(), release.key, readers, wanted).await?,
            None => {
                let published = db.report(move |conn| publication(conn, readers)).await?;
                serde_json::to_vec_pretty(&published).map_err(Error::from)?
            }
        };
        note(&db, Actor::command_line(), &release, format!("readers {} form {}", readers.code(), self.format)).await?;
        match &self.output {
            Some(path) => {
                std::fs::write(path, &bytes).map_err(|cause| Failure::new(format!("{} cannot be written: {cause}.", path.display())))
            }
            None => std::io::stdout().write_all(&bytes).map_err(|cause| Failure::new(format!("The report cannot be written: {cause}."))),
        }
    }
}

/// The release, with a word every few seconds on how far it is where somebody watches.
async fn watched(db: &Db, asked: Asked) -> Result<crate::reports::releases::Release, Failure> {
    let progress = Arc::new(Progress::default());
    let actor = Actor::command_line();
    let making = obtain(db, &actor, asked, &progress);
    tokio::pin!(making);
    loop {
        tokio::select! {
            done = &mut making => return Ok(done?),
            () = tokio::time::sleep(Duration::from_secs(2)) => {
                let (done, total) = progress.get();
                if total > 0 && std::io::stderr().is_terminal() {
                    say(&format!("The publication ledger decides: {} %.", done * 100 / total));
                }
            }
        }
    }
}
