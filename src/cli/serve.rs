//! `fairfloor serve`: serves a data folder until it is told to stop.

use super::{Data, Failure, say};
use crate::config::{Config, ConfigFile};
use crate::store::{Db, LossAccepted};
use std::path::PathBuf;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Time that a notice under way has to be finished when the program is told to stop. One that takes longer goes out again after the next
/// start, under the same name.
const FINISH: std::time::Duration = std::time::Duration::from_secs(10);

/// What `serve` takes. The command line wins over the configuration file.
#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    data: Data,
    /// Address and port to listen on.
    #[arg(long, value_name = "ADDR", env = "FAIRFLOOR_LISTEN")]
    listen: Option<String>,
    /// The address people type; links are made from it.
    #[arg(long, value_name = "URL", env = "FAIRFLOOR_PUBLIC_URL")]
    public_url: Option<String>,
    /// A TOML file with `listen`, `public_url`, `key_file`, and the sections `[mail]` and `[text]`.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Go on although the last changes are lost, and say why; the record keeps it.
    #[arg(long, value_name = "WHY")]
    accept_loss: Option<String>,
}

impl Serve {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let file = read(self.config.as_deref())?;
        let mut data = self.data;
        data.key_file = data.key_file.or(file.key_file.clone());
        let db = super::begin(Db::open(&data.folder(), &LossAccepted(self.accept_loss))?).await?;
        let listen = self.listen.as_ref().or(file.listen.as_ref());
        let url = self.public_url.as_ref().or(file.public_url.as_ref());
        let is_demo = db.organization().is_demo;
        let config = Config::new(listen.map(String::as_str), url.map(String::as_str), is_demo)?.sending(&file, is_demo)?;
        serve(db, config).await
    }
}

fn read(path: Option<&std::path::Path>) -> Result<ConfigFile, Failure> {
    let Some(path) = path else { return Ok(ConfigFile::default()) };
    let text = std::fs::read_to_string(path)
        .map_err(|cause| Failure::new(format!("The configuration {} cannot be read: {cause}.", path.display())))?;
    toml::from_str(&text).map_err(|cause| Failure::new(format!("The configuration {} cannot be used: {cause}", path.display())))
}

/// Serves until SIGTERM or Ctrl C; requests under way are finished.
pub async fn serve(db: Db, config: Config) -> Result<(), Failure> {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .with_writer(std::io::stderr)
        .init();
    let listener = tokio::net::TcpListener::bind(config.listen).await.map_err(|cause| {
        Failure::new(format!(
            "{} cannot be listened on: {cause}.\nNext: stop what uses it, or take another port: --listen 127.0.0.1:8081",
            config.listen
        ))
    })?;
    let address = listener.local_addr()?;
    // Port 0 asks the system for a free one: links then carry the one it gave.
    let config =
        if config.listen.port() == 0 { Config { listen: address, public_url: format!("http://{address}"), ..config } } else { config };
    // Listened for before anyone learns the address: who is told that it runs may tell it to stop.
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    say(&format!("Fairfloor for {} is at {}", db.organization().name, config.public_url));
    let (stop, stopped) = watch::channel(false);
    let waiting = tokio::spawn(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
        let _ = stop.send(true);
    });
    let router = crate::app::router(db.clone(), config.clone())?;
    let work = tokio::spawn(crate::app::work(db, config, stopped.clone()));
    crate::web::server::serve(listener, router, stopped).await;
    // What was being sent when we were told to stop is finished and noted.
    drop(tokio::time::timeout(FINISH, work).await);
    waiting.abort();
    Ok(())
}
