//! `fairfloor export`: a directory as a file.

use super::{Data, Failure};
use crate::export::{self, Format};
use crate::programs;
use crate::store::Actor;
use std::io::Write;
use std::path::PathBuf;

/// What `export` takes.
#[derive(clap::Args)]
pub struct Export {
    /// partners.
    kind: String,
    #[command(flatten)]
    data: Data,
    /// The program; all of them unless named.
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// csv, which `import partners` reads; or json, in the shape of Open Referral HSDS.
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    format: String,
    /// With the names, e-mail addresses and telephones of those we ask. They are personal: hand such a file on with care.
    #[arg(long)]
    people: bool,
    /// Where to; standard output unless named.
    #[arg(short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Export {
    pub(super) async fn run(self) -> Result<(), Failure> {
        if self.kind != "partners" {
            return Err(Failure::new(format!("This edition exports partners, not {:?}.", self.kind)));
        }
        let format = Format::parse(&self.format)?;
        let db = self.data.open()?;
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
        match &self.output {
            Some(path) => {
                std::fs::write(path, &bytes).map_err(|cause| Failure::new(format!("{} cannot be written: {cause}.", path.display())))
            }
            None => std::io::stdout().write_all(&bytes).map_err(|cause| Failure::new(format!("The directory cannot be written: {cause}."))),
        }
    }
}
