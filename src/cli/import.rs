//! `fairfloor import`: a file from the command line.

use super::export::watched;
use super::{Data, Failure, say};
use crate::jobs::Progress;
use crate::reports::benchmarks;
use crate::{import, places};
use std::path::PathBuf;
use std::sync::Arc;

/// What `import` takes.
#[derive(clap::Args)]
pub struct Import {
    /// clients, services, people, training, referrals, deployments, outcomes, partners, sites, zones or benchmark; archive: a whole organization, into a
    /// folder that is not there yet.
    kind: String,
    /// A CSV file or an Excel workbook (.xlsx); for zones a .geojson file; for a benchmark a file of the Census or of Fairfloor's own form.
    file: PathBuf,
    #[command(flatten)]
    data: Data,
    /// The program; needed where there are several.
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// Reads a field from a column whose header is not known: awarded="Loan amount".
    #[arg(long, value_name = "FIELD=HEADER")]
    map: Vec<String>,
    /// A named reading of a known file, ppp, or one that a manager kept on the page Imports.
    #[arg(long, value_name = "NAME")]
    preset: Option<String>,
    /// Says of a row that may be about a client here what it is: 12=F-0412, 12=new or 12=leave.
    #[arg(long, value_name = "LINE=CLIENT")]
    decide: Vec<String>,
    /// Says what would be done, and does nothing.
    #[arg(long)]
    dry_run: bool,
    /// An archive: the file with the key of its answers.
    #[arg(long, value_name = "FILE")]
    answers_key: Option<PathBuf>,
    /// Zones: the name of all of them together. The same name makes a newer edition.
    #[arg(long, value_name = "NAME")]
    set: Option<String>,
    /// Zones: what one of them is, such as "Industrial Business Zone".
    #[arg(long, value_name = "WORDS")]
    zone_kind: Option<String>,
    /// Zones: who drew them, and which edition. A benchmark: who published it.
    #[arg(long, value_name = "WORDS")]
    source: Option<String>,
    /// Zones: under what terms the file may be used.
    #[arg(long, value_name = "WORDS")]
    licence: Option<String>,
    /// Zones: the first day on which these boundaries hold; today where nobody says.
    #[arg(long, value_name = "DATE")]
    valid_from: Option<String>,
    /// A benchmark: the series it is from, where the file does not say.
    #[arg(long, value_name = "WORDS")]
    dataset: Option<String>,
    /// A benchmark: the year under which it was published, which is not the year it counts.
    #[arg(long, value_name = "YEAR")]
    vintage: Option<String>,
    /// A benchmark: the day it was fetched from its source.
    #[arg(long, value_name = "DATE")]
    retrieved_on: Option<String>,
    /// A benchmark: the address it was fetched from.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

impl Import {
    pub(super) async fn run(self) -> Result<(), Failure> {
        if self.kind == "archive" {
            return super::archive::load(&self.data, &self.file, self.answers_key.as_deref()).await;
        }
        let map = self.map.iter().map(|pair| pair_of(pair)).collect::<Result<Vec<_>, _>>()?;
        let db = self.data.open().await?;
        if self.kind == "benchmark" {
            let said = |typed: &Option<String>| typed.clone().unwrap_or_default();
            let said = benchmarks::command::Typed {
                source: said(&self.source),
                dataset: said(&self.dataset),
                vintage: said(&self.vintage),
                retrieved_on: said(&self.retrieved_on),
                url: said(&self.url),
            };
            say(&benchmarks::command::command(&db, self.file, said, self.dry_run).await?);
            return Ok(());
        }
        if self.kind == "zones" {
            let said = |typed: Option<String>| typed.unwrap_or_default();
            let said = places::command::Said {
                set: said(self.set),
                kind: said(self.zone_kind),
                source: said(self.source),
                licence: said(self.licence),
                valid_from: said(self.valid_from),
            };
            let command = places::command::Command { file: self.file, map, said, dry_run: self.dry_run };
            say(&places::command::command(&db, command).await?);
            return Ok(());
        }
        let command = import::Command {
            kind: self.kind,
            file: self.file,
            program: self.program,
            map,
            preset: self.preset,
            decide: self.decide,
            dry_run: self.dry_run,
        };
        let progress = Arc::new(Progress::default());
        say(&watched(import::command_told(&db, command, Arc::clone(&progress)), &progress).await?);
        Ok(())
    }
}

fn pair_of(pair: &str) -> Result<(String, String), Failure> {
    let (field, header) = pair
        .split_once('=')
        .ok_or_else(|| Failure::new(format!("--map takes FIELD=HEADER, such as awarded=\"Loan amount\", not {pair:?}.")))?;
    Ok((field.trim().to_owned(), header.trim().to_owned()))
}
