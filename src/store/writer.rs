//! The one writer: a thread that takes jobs from a queue and puts many into one commit.

use super::chain::Head;
use super::folder::DataFolder;
use super::guarded;
use super::tx::{Actor, Tools, Tx};
use crate::error::{Error, Result};
use rusqlite::Connection;
use std::cell::RefCell;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Instant as Moment;
use tokio::sync::oneshot;

/// How many jobs may wait before the program says it is busy.
const QUEUE: usize = 4096;
/// How many jobs share a commit at most.
const BATCH: usize = 512;

/// How a job is answered once its commit is on the disk, or failed.
type Answer = Box<dyn FnOnce(Result<()>) + Send>;

/// What became of a job inside its savepoint: the new head if it is to be kept, and how to answer once the disk has it.
struct Done {
    head: Option<Head>,
    answer: Answer,
}

/// What a job finds when its turn comes: an open savepoint to work in, or the reason why there is none.
enum Ground<'g> {
    Open(&'g Connection, &'g RefCell<Tools>, Head),
    Broken(String),
}

type Job = Box<dyn FnOnce(Ground<'_>) -> Done + Send>;

/// The way to the writer's thread.
pub(super) struct Writer {
    queue: Option<SyncSender<Job>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Writer {
    /// Waits for the last commit and the last head file, so that the folder's lock is given up after them.
    fn drop(&mut self) {
        self.queue = None;
        // A job that held the last handle drops it on the writer's own thread, which cannot wait for itself.
        if let Some(thread) = self.thread.take().filter(|thread| thread.thread().id() != std::thread::current().id()) {
            drop(thread.join());
        }
    }
}

impl Writer {
    /// Starts the thread.
    pub fn start(conn: Connection, tools: Tools, folder: &DataFolder, head: Head) -> std::io::Result<Self> {
        let (queue, jobs) = sync_channel::<Job>(QUEUE);
        let path = folder.head();
        let thread = std::thread::Builder::new().name("writer".to_owned()).spawn(move || {
            let mut desk = Desk { conn, tools: RefCell::new(tools), path, head, synced: None };
            desk.work(&jobs);
        })?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Hands a deed to the writer and waits until it is on the disk, or was refused.
    pub async fn run<T, F>(&self, actor: Actor, deed: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (reply, outcome) = oneshot::channel();
        let job: Job = Box::new(move |ground| {
            let worked = guarded(|| {
                let (conn, tools, head) = match ground {
                    Ground::Open(conn, tools, head) => (conn, tools, head),
                    Ground::Broken(cause) => return Err(Error::internal(cause)),
                };
                let tx = Tx::new(conn, actor, tools, head);
                let value = deed(&tx)?;
                Ok((value, tx.finish()?))
            });
            let (value, head) = match worked {
                Ok((value, head)) => (Ok(value), Some(head)),
                Err(cause) => (Err(cause), None),
            };
            // Nobody listens any more when the browser went away; the deed counts all the same.
            let answer = Box::new(move |committed: Result<()>| drop(reply.send(committed.and(value))));
            Done { head, answer }
        });
        let queue = self.queue.as_ref().ok_or_else(|| Error::internal("the writer has stopped"))?;
        queue.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Busy,
            TrySendError::Disconnected(_) => Error::internal("the writer has stopped"),
        })?;
        outcome.await.map_err(|_| Error::internal("the writer has stopped"))?
    }
}

/// What the writer's thread works on.
struct Desk {
    conn: Connection,
    tools: RefCell<Tools>,
    path: std::path::PathBuf,
    head: Head,
    synced: Option<Moment>,
}

impl Desk {
    fn work(&mut self, jobs: &Receiver<Job>) {
        while let Ok(first) = jobs.recv() {
            let mut batch = vec![first];
            while batch.len() < BATCH
                && let Ok(job) = jobs.try_recv()
            {
                batch.push(job);
            }
            self.commit(batch);
        }
        drop(self.head.save(&self.path, &self.tools.borrow().keys, true));
    }

    fn commit(&mut self, batch: Vec<Job>) {
        if let Err(cause) = self.conn.execute_batch("BEGIN IMMEDIATE") {
            for job in batch {
                let done = job(Ground::Broken(format!("no transaction could be opened: {cause}")));
                (done.answer)(Ok(()));
            }
            return;
        }
        let mut head = self.head.clone();
        let mut answers = Vec::with_capacity(batch.len());
        for job in batch {
            let (next, answer) = self.one(job, head.clone());
            head = next;
            answers.push(answer);
        }
        match self.conn.execute_batch("COMMIT").map_err(Error::from) {
            Ok(()) => {
                let moved = head != self.head;
                self.head = head;
                if moved {
                    self.save_head();
                }
                for answer in answers {
                    answer(Ok(()));
                }
            }
            Err(cause) => {
                drop(self.conn.execute_batch("ROLLBACK"));
                let no_room = matches!(cause, Error::NoRoom);
                let words = cause.to_string();
                for answer in answers {
                    answer(Err(if no_room { Error::NoRoom } else { Error::internal(words.clone()) }));
                }
            }
        }
    }

    /// One job inside its savepoint: kept whole, or as if it had never been.
    fn one(&self, job: Job, head: Head) -> (Head, Answer) {
        drop(self.tools.borrow().touched.take());
        if let Err(cause) = self.conn.execute_batch("SAVEPOINT job") {
            return (head, job(Ground::Broken(format!("no savepoint could be set: {cause}"))).answer);
        }
        let before = head.clone();
        let done = job(Ground::Open(&self.conn, &self.tools, head));
        let (sql, head) = match done.head {
            Some(head) => ("RELEASE job", head),
            None => ("ROLLBACK TO job; RELEASE job", before),
        };
        drop(self.tools.borrow().touched.take());
        match self.conn.execute_batch(sql) {
            Ok(()) => (head, done.answer),
            Err(cause) => {
                let words = cause.to_string();
                (head, Box::new(move |_| (done.answer)(Err(Error::internal(words)))))
            }
        }
    }

    /// After the commit: the head file, synced at most once a second. Losing it would be noticed, never losing data.
    fn save_head(&mut self) {
        let sync = self.synced.is_none_or(|last| last.elapsed().as_secs() >= 1);
        if let Err(cause) = self.head.save(&self.path, &self.tools.borrow().keys, sync) {
            tracing::error!(%cause, "the head file could not be written");
        }
        if sync {
            self.synced = Some(Moment::now());
        }
    }
}
