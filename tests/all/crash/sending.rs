//! The sender, killed in the middle: every notice arrives, and one that arrives twice bears the same name.

use super::server::Server;
use crate::house::{Manner, Postbox};
use fairfloor::error::Result;
use fairfloor::outbox::{Notice, queries};
use fairfloor::store::{Actor, Db, LossAccepted, Object};
use fairfloor::values::{Audience, NoticeChannel};
use std::collections::BTreeMap;

const NOTICES: usize = 24;

/// Does something to the folder while nobody serves it.
fn with_folder<T: Send + 'static>(server: &Server, deed: impl FnOnce(&fairfloor::store::Tx<'_>) -> Result<T> + Send + 'static) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let db = Db::open(&server.folder(), &LossAccepted::default()).unwrap();
    runtime.block_on(async move { db.write(Actor::system(), |tx| deed(tx)).await }).unwrap()
}

fn plant(server: &Server) {
    with_folder(server, |tx| {
        tx.execute("UPDATE program SET held_minutes = 0", [])?;
        // That the administrator's account was made is mailed too; here only notices are counted.
        tx.execute("DELETE FROM guard_alert", [])?;
        let program = tx.query_row("SELECT id FROM program", [], |row| row.get(0))?;
        for number in 0..NOTICES {
            let notice = Notice {
                program,
                referral: None,
                event: None,
                audience: Audience::Partner,
                channel: NoticeChannel::Email,
                to_name: "Sal Silva".to_owned(),
                to_address: Some(format!("sal{number}@harbor.test")),
                language: "en".to_owned(),
                english: None,
                subject: "First: there is news".to_owned(),
                body: format!("Notice number {number}."),
                link: None,
                person: None,
            };
            queries::write_notice(tx, &notice)?;
        }
        tx.audit("notice.planted", Object::none())
    });
}

/// Notices that were noted as sent.
fn noted(server: &Server) -> usize {
    with_folder(server, |tx| {
        // Their wait after the attempt that was cut off is over.
        tx.execute("UPDATE outbox_message SET next_attempt_at = 0 WHERE sent_at IS NULL", [])?;
        tx.audit("notice.hurried", Object::none())?;
        Ok(tx.query_row("SELECT count(*) FROM outbox_message WHERE sent_at IS NOT NULL", [], |row| row.get::<_, i64>(0))?)
    })
    .try_into()
    .unwrap()
}

#[test]
fn killed_in_mid_send_every_notice_arrives_and_a_second_copy_bears_the_same_name() {
    let postbox = Postbox::open();
    postbox.does(Manner::Ponders);
    let mut server = Server::init();
    plant(&server);
    server.configure(&postbox.section());
    let mut cut_off = 0;
    for target in [4, 9, 15] {
        server.serve();
        // The letter was taken, and the server still ponders: nobody has noted it as sent.
        postbox.wait_for(target);
        server.kill();
        let sent = noted(&server);
        assert!(sent < NOTICES, "the kill came in the middle");
        cut_off += usize::from(postbox.taken().len() > sent);
        server.verify();
    }
    assert!(cut_off > 0, "at least one letter was taken and not noted");
    postbox.does(Manner::Takes);
    server.serve();
    let distinct = || {
        let mut names: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for letter in postbox.taken() {
            let entry = names.entry(letter.head("Message-ID")).or_insert((letter.to.clone(), 0));
            assert_eq!(entry.0, letter.to, "one name, one letter");
            entry.1 += 1;
        }
        names
    };
    let begun = std::time::Instant::now();
    while distinct().len() < NOTICES {
        assert!(begun.elapsed().as_secs() < 30, "{} of {NOTICES} arrived", distinct().len());
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    server.stop();
    let names = distinct();
    let addresses: std::collections::BTreeSet<&String> = names.values().map(|(to, _)| to).collect();
    assert_eq!((names.len(), addresses.len()), (NOTICES, NOTICES));
    assert!(postbox.taken().len() <= NOTICES + 3, "at most one copy for each kill: {}", postbox.taken().len());
    assert_eq!(noted(&server), NOTICES);
    server.verify();
}
