//! `fairfloor report`: the equity report of a closed year.

use super::{Data, Failure};
use crate::programs;
use crate::reports::{Audience, Format, make, routes};
use crate::store::Actor;
use crate::values::Period;
use std::io::Write;
use std::path::PathBuf;

/// What `report` takes.
#[derive(clap::Args)]
pub struct Report {
    #[command(flatten)]
    data: Data,
    /// A calendar year that is over, such as 2025.
    #[arg(long, value_name = "YEAR")]
    period: String,
    /// The program; all of them unless named.
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// For whom: internal.
    #[arg(long, value_name = "AUDIENCE", default_value = "internal")]
    audience: String,
    /// html, csv, json, xlsx or pdf.
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: String,
    /// Where to; standard output unless named.
    #[arg(short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Report {
    pub(super) async fn run(self) -> Result<(), Failure> {
        Audience::parse(&self.audience)?;
        let (format, period) = (Format::parse(&self.format)?, Period::parse(&self.period)?);
        let db = self.data.open().await?;
        let (keeper, name) = (db.clone(), self.program.clone());
        let (report, bytes) = db
            .report(move |conn| {
                let program = name.map(|name| programs::queries::find_by_name(conn, Some(&name))).transpose()?;
                let report = make(conn, keeper.keys(), keeper.clock(), &keeper.organization().name, program.as_ref(), period)?;
                let bytes = routes::bytes(conn, &report, format)?;
                Ok((report, bytes))
            })
            .await?;
        routes::note(&db, Actor::command_line(), &report, format.ending(), &bytes).await?;
        match &self.output {
            Some(path) => {
                std::fs::write(path, &bytes).map_err(|cause| Failure::new(format!("{} cannot be written: {cause}.", path.display())))
            }
            None => std::io::stdout().write_all(&bytes).map_err(|cause| Failure::new(format!("The report cannot be written: {cause}."))),
        }
    }
}
