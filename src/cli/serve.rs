//! `fairfloor serve`: serves a data folder until it is told to stop.

use super::{Data, Failure, say};
use crate::config::{Config, ConfigFile};
use crate::store::{Db, LossAccepted};
use std::path::PathBuf;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

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
    /// A TOML file with `listen`, `public_url`, `key_file`, and a section `[mail]`.
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
        data.key_file = data.key_file.or(file.key_file);
        let db = Db::open(&data.folder(), &LossAccepted(self.accept_loss))?;
        let listen = self.listen.or(file.listen);
        let url = self.public_url.or(file.public_url);
        let is_demo = db.organization().is_demo;
        let mut config = Config::new(listen.as_deref(), url.as_deref(), is_demo)?;
        config.mail = file.mail.map(|mail| mail.check(is_demo)).transpose()?;
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
    crate::web::server::serve(listener, crate::app::router(db, config)?, stopped).await;
    waiting.abort();
    Ok(())
}
