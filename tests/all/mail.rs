//! Letters really go to a mail server, and come back with a reason when it does not take them.

use crate::house::{Manner, Postbox, TestApp, configured};
use fairfloor::mail::{Letter, Mailer, NotSent};
use fairfloor::values::{Email, Instant};

fn letter(mailer: &Mailer) -> Letter {
    Letter {
        to: Email::parse("rosa@client.test").unwrap(),
        subject: "Alpha: there is news".to_owned(),
        text: "Hello,\n\nHere is a line with a tilde é and a dot.\n.\nThat was it.".to_owned(),
        message_id: mailer.name("abc234"),
        at: Instant::from_millis(1_795_318_200_000),
    }
}

#[tokio::test]
async fn a_letter_arrives_with_its_own_name_and_asks_for_no_automatic_answer() {
    let postbox = Postbox::open();
    let mailer = Mailer::new(&configured("http://alpha.test", &postbox.section())).unwrap();
    assert!(mailer.is_set_up());
    assert_eq!(mailer.send(&letter(&mailer)).await, Ok(()));
    let taken = postbox.wait_for(1).remove(0);
    assert_eq!(taken.to, "rosa@client.test");
    assert_eq!(taken.head("From"), "Alpha <office@alpha.test>");
    assert_eq!(taken.head("Reply-To"), "team@alpha.test");
    assert_eq!(taken.head("Message-ID"), "<abc234@alpha.test>");
    assert_eq!(taken.head("Auto-Submitted"), "auto-generated");
    assert!(taken.head("Date").contains("22 Nov 2026"), "{}", taken.head("Date"));
    assert!(taken.body().contains("tilde é and a dot.\n.\nThat was it."), "{:?}", taken.text);
}

#[tokio::test]
async fn a_server_that_does_not_take_it_gives_a_reason_in_our_words() {
    let postbox = Postbox::open();
    let mailer = Mailer::new(&configured("http://alpha.test", &postbox.section())).unwrap();
    for (manner, why) in [
        (Manner::Refuses, NotSent::Refused),
        (Manner::Defers, NotSent::NotNow),
        (Manner::Stalls, NotSent::TooSlow),
        (Manner::TakesWithoutAWord, NotSent::Unreachable),
    ] {
        postbox.does(manner);
        assert_eq!(mailer.send(&letter(&mailer)).await, Err(why), "{manner:?}");
    }
    // Nobody listens on a port that was just given back.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let dead = format!("[mail]\nserver = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\nfrom = \"a@b.test\"\n");
    assert_eq!(Mailer::new(&configured("http://alpha.test", &dead)).unwrap().send(&letter(&mailer)).await, Err(NotSent::Unreachable));
    // This server speaks no TLS, and nothing is said in plain.
    let secret = postbox.section().replace("security = \"none\"", "security = \"starttls\"");
    postbox.does(Manner::Takes);
    let before = postbox.taken().len();
    assert_eq!(Mailer::new(&configured("http://alpha.test", &secret)).unwrap().send(&letter(&mailer)).await, Err(NotSent::NoSecrecy));
    assert_eq!(postbox.taken().len(), before);
    assert_eq!(Mailer::default().send(&letter(&mailer)).await, Err(NotSent::Unreachable));
}

#[tokio::test]
async fn a_letter_that_nobody_keeps_goes_out_without_making_anybody_wait() {
    let postbox = Postbox::open();
    let mailer = Mailer::new(&configured("http://alpha.test", &postbox.section())).unwrap();
    mailer.send_soon(letter(&mailer));
    let taken = tokio::task::spawn_blocking(move || postbox.wait_for(1)).await.unwrap();
    assert_eq!(taken.len(), 1);
}

#[tokio::test]
async fn looking_at_pages_mails_nobody() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let mut ada = app.person("Ada").await;
    assert_eq!(ada.open("/outbox").await.status, 200);
    assert!(postbox.taken().is_empty());
}
