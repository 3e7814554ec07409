//! Reader threads on one bounded queue. Each read sees one snapshot.

use super::guarded;
use crate::error::{Error, Result};
use rusqlite::Connection;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// How many reads may wait before the program says it is busy.
const QUEUE: usize = 1024;

type Job = Box<dyn FnOnce(&Connection) + Send>;

/// Some threads that read, each with its own connection.
pub(super) struct Readers {
    queue: Option<SyncSender<Job>>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Drop for Readers {
    /// Waits until every connection is closed, so that whoever dropped the folder finds its files at rest.
    fn drop(&mut self) {
        self.queue = None;
        for thread in self.threads.drain(..) {
            // A job that held the last handle drops it on its own thread, which cannot wait for itself.
            if thread.thread().id() != std::thread::current().id() {
                drop(thread.join());
            }
        }
    }
}

impl Readers {
    /// Starts a thread for each connection.
    pub fn start(name: &str, connections: Vec<Connection>) -> std::io::Result<Self> {
        let (queue, jobs) = sync_channel::<Job>(QUEUE);
        let jobs = Arc::new(Mutex::new(jobs));
        let mut threads = Vec::with_capacity(connections.len());
        for conn in connections {
            let jobs = Arc::clone(&jobs);
            let thread = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
                while let Some(job) = next(&jobs) {
                    job(&conn);
                }
            })?;
            threads.push(thread);
        }
        Ok(Self { queue: Some(queue), threads })
    }

    /// Reads in one snapshot.
    pub async fn run<T, F>(&self, read: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        let (reply, outcome) = oneshot::channel();
        let job: Job = Box::new(move |conn| drop(reply.send(guarded(|| in_snapshot(conn, read)))));
        let queue = self.queue.as_ref().ok_or_else(|| Error::internal("the readers have stopped"))?;
        queue.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Busy,
            TrySendError::Disconnected(_) => Error::internal("the readers have stopped"),
        })?;
        outcome.await.map_err(|_| Error::internal("the readers have stopped"))?
    }
}

fn next(jobs: &Mutex<Receiver<Job>>) -> Option<Job> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

fn in_snapshot<T>(conn: &Connection, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    let snapshot = conn.unchecked_transaction()?;
    read(&snapshot)
}
