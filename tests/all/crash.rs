//! The real program, killed in the middle: what was acknowledged is there afterwards, once, and the record verifies.

mod client;
mod sending;
mod server;

use client::Browser;
pub use server::Server;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Posts from several connections.
const CONNECTIONS: usize = 5;
const POSTS_EACH: usize = 100;
/// How many are acknowledged before the program is killed, in each round.
const KILLED_AFTER: [usize; 3] = [40, 170, 330];

/// The business that every service is for.
const CLIENT: &str = "Made Up Foundry";

/// Services by their note, from the file, when nobody serves it.
fn services_in(server: &Server) -> BTreeMap<String, i64> {
    let conn = rusqlite::Connection::open(server.folder().database()).unwrap();
    let mut statement = conn.prepare("SELECT note, count(*) FROM service GROUP BY note").unwrap();
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Posts the quick log of Today, with a key that belongs to the note.
fn log(browser: &mut Browser, note: &str) -> std::io::Result<client::Answer> {
    let key: String = note.chars().filter(char::is_ascii_alphanumeric).collect();
    browser
        .post("/services", &[("key", &key), ("back", "today"), ("client", CLIENT), ("kind", "coaching"), ("minutes", "15"), ("note", note)])
}

#[test]
fn every_acknowledged_deed_survives_a_kill_exactly_once_and_the_record_verifies() {
    let mut server = Server::init();
    server.serve();
    let mut browser = Browser::sign_in(&server);
    assert_eq!(browser.post("/clients", &[("key", "registration1"), ("name", CLIENT)]).unwrap().status, 303);
    let mut acknowledged: Vec<String> = Vec::new();
    for (round, limit) in KILLED_AFTER.into_iter().enumerate() {
        let done = Arc::new(AtomicUsize::new(0));
        let posters: Vec<_> = (0..CONNECTIONS)
            .map(|connection| {
                let (done, mut browser) = (Arc::clone(&done), browser.clone());
                std::thread::spawn(move || {
                    let mut kept = Vec::new();
                    for number in 0..POSTS_EACH {
                        let name = format!("Service {round} {connection} {number} of a burst");
                        // The connection breaks when the program is killed: that post was not acknowledged.
                        match log(&mut browser, &name) {
                            Ok(answer) if answer.status == 303 => {
                                kept.push(name);
                                done.fetch_add(1, Ordering::SeqCst);
                            }
                            Ok(answer) => panic!("{} {}", answer.status, answer.body),
                            Err(_) => return kept,
                        }
                    }
                    kept
                })
            })
            .collect();
        let begun = Instant::now();
        while done.load(Ordering::SeqCst) < limit {
            assert!(begun.elapsed() < Duration::from_mins(1), "only {} posts in a minute", done.load(Ordering::SeqCst));
            std::thread::sleep(Duration::from_millis(1));
        }
        server.kill();
        let kept: Vec<String> = posters.into_iter().flat_map(|poster| poster.join().unwrap()).collect();
        assert!(kept.len() >= limit && kept.len() < CONNECTIONS * POSTS_EACH, "the kill came in the middle: {}", kept.len());
        acknowledged.extend(kept);
        server.verify();
        let there = services_in(&server);
        for name in &acknowledged {
            assert_eq!(there.get(name), Some(&1), "{name} was acknowledged in round {round} or before");
        }
        assert!(there.values().all(|count| *count == 1));
        assert!(there.len() <= acknowledged.len() + CONNECTIONS * (round + 1), "no more than what was under way came besides");
        server.serve();
        browser.find(&server);
        // The session survives, too; and whoever posts again what was acknowledged makes no second record.
        let again = acknowledged.last().unwrap();
        assert_eq!(log(&mut browser, again).unwrap().status, 303);
    }
    server.stop();
    server.verify();
    assert!(services_in(&server).values().all(|count| *count == 1));
}

#[test]
fn a_folder_is_never_served_twice_and_a_kill_leaves_no_stale_lock() {
    let mut server = Server::init();
    server.serve();
    let second = server.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(!second.status.success());
    let words = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(words.contains("Another Fairfloor works with") && words.contains("Next: "), "{words}");
    server.kill();
    server.serve();
    server.stop();
}

#[test]
fn told_to_stop_it_finishes_what_is_under_way_and_ends_well() {
    let mut server = Server::init();
    server.serve();
    let mut browser = Browser::sign_in(&server);
    assert_eq!(browser.post("/clients", &[("key", "registration1"), ("name", CLIENT)]).unwrap().status, 303);
    assert_eq!(log(&mut browser, "Last one, it was").unwrap().status, 303);
    let begun = Instant::now();
    server.stop();
    assert!(begun.elapsed() < Duration::from_secs(15));
    assert_eq!(services_in(&server).get("Last one, it was"), Some(&1));
    server.verify();
}

#[test]
fn a_silent_connection_stops_nobody_else() {
    let mut server = Server::init();
    server.serve();
    let silent: Vec<_> = (0..100).map(|_| std::net::TcpStream::connect(server.address()).unwrap()).collect();
    let mut browser = Browser::new(&server);
    let begun = Instant::now();
    assert_eq!(browser.get("/sign-in").unwrap().status, 200);
    assert!(begun.elapsed() < Duration::from_secs(2));
    drop(silent);
    server.stop();
}

#[test]
fn the_command_line_says_what_is_wrong_and_what_comes_next() {
    let server = Server::init();
    let empty = server.elsewhere("nothing-here");
    let fine = server.run(&["verify"]);
    assert!(fine.status.success() && String::from_utf8_lossy(&fine.stdout).contains("All is well"));
    let out = server.run_in(&empty, &["verify"]);
    assert!(!out.status.success() && String::from_utf8_lossy(&out.stderr).contains("Next: "), "{out:?}");
    let routes = server.run_bare(&["routes"]);
    let lines = String::from_utf8_lossy(&routes.stdout).into_owned();
    assert_eq!(lines.lines().count(), fairfloor::app::routes().len());
    assert!(lines.lines().any(|line| line == "GET /accounts admin"), "{lines}");
    let again = server.run(&["init", "--organization", "X", "--program", "Y", "--admin", "z@example.org"]);
    assert!(!again.status.success(), "a folder is never made twice");
}
