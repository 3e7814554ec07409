//! `fairfloor export`: records of programs, a directory, the open outcomes of referrals, or a draft of what is filed, as a file.

use super::target::Target;
use super::{Data, Failure, interrupted};
use crate::export::records::{self, Asked, Form, Records};
use crate::export::{self, Format};
use crate::filings::drafts;
use crate::firewall::filing::Days;
use crate::jobs::Progress;
use crate::programs;
use crate::reports::referrals::open;
use crate::store::{Actor, Db};
use crate::values::{Day, FilingForm};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// What `export` takes.
#[derive(clap::Args)]
pub struct Export {
    /// clients, people, services, training, referrals, deployments, outcomes, sites, zones, benchmark, indicators or stories: one row each,
    /// without anything people said about themselves and without notes; partners: the directory; outcomes-open: one row for each closed referral, without a
    /// business in it; archive: everything of the organization, which `import archive` loads into a new folder.
    kind: String,
    #[command(flatten)]
    data: Data,
    /// The program; all of them unless named.
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// csv, xlsx or json; for partners csv or json (in the shape of Open Referral HSDS); for zones json is `GeoJSON` with their shapes.
    /// sba641 for services and sba888 for training: a draft of what is filed with the SBA, without anything people said about themselves.
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: String,
    /// The first day; for clients, services, training, referrals, deployments and outcomes.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// Zones: of this set alone.
    #[arg(long, value_name = "NAME")]
    set: Option<String>,
    /// Partners: with the names, e-mail addresses and telephones of those we ask. They are personal: hand such a file on with care.
    #[arg(long)]
    people: bool,
    /// An archive: takes along what people said about who they are, sealed with the key in this file. It is made where there is none.
    #[arg(long, value_name = "FILE")]
    answers_key: Option<PathBuf>,
    /// Where to; standard output unless named. It appears there once it is whole.
    #[arg(short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Export {
    pub(super) async fn run(self) -> Result<(), Failure> {
        if self.people && self.kind != "partners" {
            return Err(Failure::new("Only the directory of partners is written with its people. Leave out --people."));
        }
        if self.answers_key.is_some() && self.kind != "archive" {
            return Err(Failure::new("Only an archive takes answers along. Leave out --answers-key."));
        }
        match (self.kind.as_str(), self.format.as_str()) {
            ("archive", _) => self.archive().await,
            ("partners", _) => self.partners().await,
            ("outcomes-open", _) => self.open_outcomes().await,
            ("services", "sba641") => self.draft(FilingForm::Sba641).await,
            ("training", "sba888") => self.draft(FilingForm::Sba888).await,
            (kind, _) => match Records::parse(kind) {
                Some(kind) => self.records(kind).await,
                None => {
                    let kinds: Vec<&str> = records::ALL.iter().map(|(_, code, ..)| *code).collect();
                    Err(Failure::new(format!("This edition exports partners, outcomes-open, {}, not {kind:?}.", kinds.join(", "))))
                }
            },
        }
    }

    /// Records, row by row: whatever their number, little of them is in memory. Stopped in the middle, nothing is left.
    async fn records(self, kind: Records) -> Result<(), Failure> {
        let form = Form::parse(&self.format)?;
        let day = |typed: &Option<String>| {
            typed.as_deref().map(Day::parse).transpose().map_err(|complaint| Failure::new(format!("{complaint}.")))
        };
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        let db = self.data.open().await?;
        let mut asked = Asked { kind, form, programs: Vec::new(), from, to, set: self.set.clone(), today: db.clock().today() };
        asked.check()?;
        asked.programs = self.programs(&db).await?;
        let mut target = Target::open(self.output.as_deref())?;
        let progress = Arc::new(Progress::default());
        let (told, wanted) = (Arc::clone(&progress), asked.clone());
        let work = db.report(move |conn| {
            let written = records::write(conn, &wanted, &mut target, &told)?;
            Ok((target, written))
        });
        let (target, written) = watched(work, &progress).await?;
        records::note(&db, Actor::command_line(), &asked, &written).await?;
        target.keep()?;
        if !written.left_out.is_empty() {
            drop(writeln!(std::io::stderr(), "{}", written.left_out));
        }
        Ok(())
    }

    /// The whole organization, for another Fairfloor.
    async fn archive(self) -> Result<(), Failure> {
        self.refuse_days()?;
        if self.program.is_some() || self.format != "csv" {
            return Err(Failure::new("An archive is of the whole organization and has one form. Leave out --program and --format."));
        }
        super::archive::write(&self.data, self.output.as_deref(), self.answers_key.as_deref()).await
    }

    async fn programs(&self, db: &Db) -> Result<Vec<i64>, Failure> {
        let name = self.program.clone();
        Ok(db
            .read(move |conn| {
                Ok(match name {
                    Some(name) => vec![programs::queries::find_by_name(conn, Some(&name))?.key],
                    None => programs::queries::list(conn)?.into_iter().map(|program| program.key).collect(),
                })
            })
            .await?)
    }

    fn refuse_days(&self) -> Result<(), Failure> {
        if self.from.is_some() || self.to.is_some() {
            return Err(Failure::new(format!("{:?} has no days to choose from. Leave out --from and --to.", self.kind)));
        }
        Ok(())
    }

    /// What would be filed, without what people said about themselves: the command line prints nobody's answers.
    async fn draft(self, form: FilingForm) -> Result<(), Failure> {
        let (Some(from), Some(to)) = (&self.from, &self.to) else {
            return Err(Failure::new("Say which days: --from DATE --to DATE."));
        };
        let day = |typed: &str| Day::parse(typed).map_err(|complaint| Failure::new(format!("{complaint}.")));
        let days = Days { first: day(from)?, last: day(to)? };
        let db = self.data.open().await?;
        let name = self.program.clone();
        let program = db.read(move |conn| programs::queries::find_by_name(conn, name.as_deref())).await?.key;
        let draft = drafts::write(&db, Actor::command_line(), program, form, days).await?;
        self.write(draft.file.as_bytes())?;
        let mut told = std::io::stderr();
        drop(writeln!(
            told,
            "{} records. What people said about themselves is not in it: a data steward makes the whole file under Filings.",
            draft.records
        ));
        for (label, words) in &draft.kept_out {
            drop(writeln!(told, "Left out: {label}: {words}."));
        }
        Ok(())
    }

    async fn partners(self) -> Result<(), Failure> {
        self.refuse_days()?;
        let format = Format::parse(&self.format)?;
        let db = self.data.open().await?;
        let (programs, people, today) = (self.programs(&db).await?, self.people, db.clock().today());
        let entries = db.read(move |conn| export::gather(conn, &programs, people, today)).await?;
        let bytes = export::bytes(&entries, format, today)?;
        export::note(&db, Actor::command_line(), &entries, people, format, &bytes).await?;
        self.write(&bytes)
    }

    /// The open file; what was merged in it goes to whoever runs the command.
    async fn open_outcomes(self) -> Result<(), Failure> {
        self.refuse_days()?;
        if self.format != "csv" {
            return Err(Failure::new("The open outcomes are written as csv."));
        }
        let db = self.data.open().await?;
        let (name, today) = (self.program.clone(), db.clock().today());
        let parts = db
            .report(move |conn| {
                let programs = match name {
                    Some(name) => vec![programs::queries::find_by_name(conn, Some(&name))?],
                    None => programs::queries::list(conn)?,
                };
                programs.iter().map(|program| open::part(conn, program, today)).collect::<crate::error::Result<Vec<_>>>()
            })
            .await?;
        let bytes = open::csv(&parts)?;
        open::note(&db, Actor::command_line(), &parts, &bytes).await?;
        self.write(&bytes)?;
        for words in parts.iter().flat_map(open::Part::words) {
            drop(writeln!(std::io::stderr(), "{words}"));
        }
        Ok(())
    }

    fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut target = Target::open(self.output.as_deref())?;
        target.write_all(bytes).map_err(|cause| Failure::new(format!("The file cannot be written: {cause}.")))?;
        target.keep()
    }
}

/// Waits for a long piece of work, says on a terminal how far it is, and stops it when somebody stops the command.
pub(super) async fn watched<T>(work: impl Future<Output = crate::error::Result<T>>, progress: &Progress) -> Result<T, Failure> {
    let is_terminal = std::io::stderr().is_terminal();
    let say = |end: &str| {
        let (done, total) = progress.get();
        if is_terminal && total > 0 {
            let _ = write!(std::io::stderr(), "\r{done} of {total} rows{end}");
        }
    };
    tokio::pin!(work);
    let stopped = interrupted();
    tokio::pin!(stopped);
    let mut is_stopped = false;
    let outcome = loop {
        tokio::select! {
            outcome = &mut work => break outcome,
            () = &mut stopped, if !is_stopped => {
                is_stopped = true;
                progress.stop();
            }
            () = tokio::time::sleep(Duration::from_millis(200)) => say(""),
        }
    };
    say("\n");
    Ok(outcome?)
}
