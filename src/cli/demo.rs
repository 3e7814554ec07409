//! `fairfloor demo`: a made-up city, served, with a sign-in link for each role.

use super::{Data, Failure, say};
use crate::config::{Clock, Config, LISTEN};
use crate::demo::plan::{Arguments, ZONE};
use crate::demo::{Trouble, links, move_on, open_or_make};
use crate::store::Db;
use crate::values::{Day, Zone};
use std::io::Write;

/// The most clients a demo may have.
const MOST: usize = 50_000;

/// What `demo` takes.
#[derive(clap::Args)]
pub struct Demo {
    #[command(flatten)]
    data: Data,
    /// Address and port to listen on; a demo is served on this machine only.
    #[arg(long, value_name = "ADDR", env = "FAIRFLOOR_LISTEN")]
    listen: Option<String>,
    /// The same seed makes the same people.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How many clients the large program has.
    #[arg(long, value_name = "N", default_value_t = 180)]
    clients: usize,
    /// The last day of the history, such as 2026-11-22; today unless named. In a folder that is there already, a later day moves its
    /// clock forward: what comes due until then is done when it is served.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Makes the folder and prints the links, without serving it.
    #[arg(long)]
    no_serve: bool,
    /// Prints accounts, ids and links as JSON.
    #[arg(long)]
    json: bool,
}

impl Demo {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let config = Config::new(Some(&self.listen()?), None, true)?;
        let folder = self.data.folder();
        let arguments = self.arguments()?;
        if !folder.database().exists() {
            // On standard error: --json has standard output for itself.
            drop(writeln!(std::io::stderr(), "Making a city with {} clients and 18 months behind them ...", arguments.clients));
        }
        let db = super::begin(open_or_make(&folder, arguments).await?).await?;
        if self.until.is_some() {
            move_on(&db, arguments.until).await?;
        }
        self.print(&db, &folder.path().display().to_string(), &config.public_url).await?;
        if self.no_serve {
            return Ok(());
        }
        super::serve::serve(db, config).await
    }

    fn arguments(&self) -> Result<Arguments, Failure> {
        let until = match &self.until {
            Some(typed) => Day::parse(typed)?,
            None => Clock::new(0, Zone::parse(ZONE)?).today(),
        };
        if self.clients > MOST {
            return Err(Failure::new(format!("--clients takes a number up to {MOST}.")));
        }
        if !(1950..=2190).contains(&until.year()) {
            return Err(Failure::new("--until takes a day between 1950 and 2190."));
        }
        Ok(Arguments { seed: self.seed, clients: self.clients, until })
    }

    /// The address to listen on. Port 0 asks the system for a free one now, so that the links carry it.
    fn listen(&self) -> Result<String, Failure> {
        let typed = self.listen.clone().unwrap_or_else(|| LISTEN.to_owned());
        match typed.parse::<std::net::SocketAddr>() {
            Ok(address) if address.port() == 0 && !self.no_serve => Ok(std::net::TcpListener::bind(address)?.local_addr()?.to_string()),
            _ => Ok(typed),
        }
    }

    async fn print(&self, db: &Db, data: &str, url: &str) -> Result<(), Failure> {
        let (keeper, data, url) = (db.clone(), data.to_owned(), url.to_owned());
        let ways = db.read(move |conn| links::find(conn, keeper.keys(), keeper.clock(), &data, &url)).await?;
        if self.json {
            say(&serde_json::to_string(&ways).map_err(crate::error::Error::from)?);
        } else {
            ways.lines().iter().for_each(|line| say(line));
        }
        Ok(())
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(refusal) => refusal.into(),
            Trouble::Failed(cause) => cause.into(),
        }
    }
}
