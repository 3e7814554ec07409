//! The real program as a process of its own, ended by its id only.

use fairfloor::store::DataFolder;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// A data folder and the program that serves it.
pub struct Server {
    dir: TempDir,
    child: Option<Child>,
    address: String,
    /// The administrator's first link, as `init` printed it.
    pub invitation: String,
}

impl Server {
    /// A fresh folder, made by `fairfloor init`.
    pub fn init() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut server = Self { dir, child: None, address: String::new(), invitation: String::new() };
        let made = server.run(&["init", "--organization", "City", "--program", "First", "--admin", "root@fairfloor.test"]);
        let said = String::from_utf8_lossy(&made.stdout).into_owned();
        assert!(made.status.success(), "{said} {}", String::from_utf8_lossy(&made.stderr));
        let link = said.split_once("/invitation/").unwrap().1;
        link.split_whitespace().next().unwrap().clone_into(&mut server.invitation);
        server
    }

    pub fn path(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    pub fn folder(&self) -> DataFolder {
        DataFolder::new(&self.path(), None)
    }

    fn configuration(&self) -> PathBuf {
        self.dir.path().join("fairfloor.toml")
    }

    /// Serves with these sections of a configuration file from now on.
    pub fn configure(&self, sections: &str) {
        std::fs::write(self.configuration(), sections).unwrap();
    }

    /// Another folder beside it.
    pub fn elsewhere(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fairfloor"));
        command.env_clear().env("RUST_LOG", "warn").current_dir(self.dir.path());
        command
    }

    /// Runs a command on the folder to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.run_in(&self.path(), arguments)
    }

    /// Begins a command on the folder.
    pub fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.command();
        command.args(arguments).arg("--data").arg(self.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// Runs a command on another folder to its end.
    pub fn run_in(&self, folder: &Path, arguments: &[&str]) -> Output {
        self.command().args(arguments).arg("--data").arg(folder).output().unwrap()
    }

    /// Runs a command that takes no folder.
    pub fn run_bare(&self, arguments: &[&str]) -> Output {
        self.command().args(arguments).output().unwrap()
    }

    /// Starts serving on a free port.
    pub fn serve(&mut self) {
        let mut command = self.command();
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(self.path());
        if self.configuration().exists() {
            command.arg("--config").arg(self.configuration());
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        self.child = Some(child);
        line.trim().rsplit("http://").next().unwrap().clone_into(&mut self.address);
        assert!(self.address.starts_with("127.0.0.1:"), "{line}");
    }

    /// SIGKILL, in the middle of whatever it does.
    pub fn kill(&mut self) {
        let mut child = self.child.take().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// SIGTERM, and it ends well.
    pub fn stop(&mut self) {
        let mut child = self.child.take().unwrap();
        let id = rustix::process::Pid::from_child(&child);
        rustix::process::kill_process(id, rustix::process::Signal::TERM).unwrap();
        assert!(child.wait().unwrap().success());
    }

    /// `fairfloor verify` finds nothing.
    pub fn verify(&self) {
        let out = self.run(&["verify"]);
        assert!(out.status.success(), "{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            drop(child.kill());
            drop(child.wait());
        }
    }
}
