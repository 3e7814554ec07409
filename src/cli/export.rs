//! `fairfloor export`: a directory, what came of it for clients, the open outcomes of referrals, or a draft of what is filed, as a file.

use super::{Data, Failure};
use crate::export::{self, Format};
use crate::filings::drafts;
use crate::firewall::filing::Days;
use crate::outcomes::Filter;
use crate::programs;
use crate::reports::referrals::open;
use crate::store::Actor;
use crate::values::{Day, FilingForm, Vocabulary};
use std::io::Write;
use std::path::PathBuf;

/// What `export` takes.
#[derive(clap::Args)]
pub struct Export {
    /// partners; outcomes: one row each, with client numbers instead of names; outcomes-open: one row for each closed referral, without a
    /// business in it; services or training: a draft of what is filed with the SBA, without anything people said about themselves.
    kind: String,
    #[command(flatten)]
    data: Data,
    /// The program; all of them unless named.
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// csv, which `import partners` reads; json, in the shape of Open Referral HSDS; sba641 for services; sba888 for training.
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: String,
    /// The first day; for outcomes, services and training.
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The last day; for outcomes, services and training.
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// With the names, e-mail addresses and telephones of those we ask. They are personal: hand such a file on with care.
    #[arg(long)]
    people: bool,
    /// Where to; standard output unless named.
    #[arg(short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Export {
    pub(super) async fn run(self) -> Result<(), Failure> {
        if !matches!(self.kind.as_str(), "outcomes" | "services" | "training") && (self.from.is_some() || self.to.is_some()) {
            return Err(Failure::new(format!("{:?} has no days to choose from. Leave out --from and --to.", self.kind)));
        }
        match self.kind.as_str() {
            "partners" => self.partners().await,
            "outcomes" => self.outcomes().await,
            "outcomes-open" => self.open_outcomes().await,
            "services" => self.draft(FilingForm::Sba641).await,
            "training" => self.draft(FilingForm::Sba888).await,
            other => {
                Err(Failure::new(format!("This edition exports partners, outcomes, outcomes-open, services and training, not {other:?}.")))
            }
        }
    }

    /// What would be filed, without what people said about themselves: the command line prints nobody's answers.
    async fn draft(self, form: FilingForm) -> Result<(), Failure> {
        if self.format != form.code() || self.people {
            return Err(Failure::new(format!("{} are written with --format {}, and no people are in them.", self.kind, form.code())));
        }
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
        let format = Format::parse(&self.format)?;
        let db = self.data.open().await?;
        let (name, people, today) = (self.program.clone(), self.people, db.clock().today());
        let entries = db
            .read(move |conn| {
                let programs = match name {
                    Some(name) => vec![programs::queries::find_by_name(conn, Some(&name))?.key],
                    None => programs::queries::list(conn)?.into_iter().map(|program| program.key).collect(),
                };
                export::gather(conn, &programs, people, today)
            })
            .await?;
        let bytes = export::bytes(&entries, format, today)?;
        export::note(&db, Actor::command_line(), &entries, people, format, &bytes).await?;
        self.write(&bytes)
    }

    async fn outcomes(self) -> Result<(), Failure> {
        if self.format != "csv" || self.people {
            return Err(Failure::new("Outcomes are written as csv, and no people are in them."));
        }
        let day = |typed: &Option<String>| {
            typed.as_deref().map(Day::parse).transpose().map_err(|complaint| Failure::new(format!("{complaint}.")))
        };
        let filter = Filter { from: day(&self.from)?, to: day(&self.to)?, ..Filter::default() };
        let db = self.data.open().await?;
        let name = self.program.clone();
        let (count, bytes) = db
            .read(move |conn| {
                let programs = match name {
                    Some(name) => vec![programs::queries::find_by_name(conn, Some(&name))?.key],
                    None => programs::queries::list(conn)?.into_iter().map(|program| program.key).collect(),
                };
                let all = export::outcomes::gather(conn, &programs, &filter)?;
                Ok((all.len(), export::outcomes::csv(conn, &all)?))
            })
            .await?;
        export::outcomes::note(&db, Actor::command_line(), count, &bytes).await?;
        self.write(&bytes)
    }

    /// The open file; what was merged in it goes to whoever runs the command.
    async fn open_outcomes(self) -> Result<(), Failure> {
        if self.format != "csv" || self.people {
            return Err(Failure::new("The open outcomes are written as csv, and no people are in them."));
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
        match &self.output {
            Some(path) => {
                std::fs::write(path, bytes).map_err(|cause| Failure::new(format!("{} cannot be written: {cause}.", path.display())))
            }
            None => std::io::stdout().write_all(bytes).map_err(|cause| Failure::new(format!("The file cannot be written: {cause}."))),
        }
    }
}
