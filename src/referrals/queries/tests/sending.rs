//! What goes out, to whom, with whose yes.

use super::*;

#[tokio::test]
async fn a_partner_hears_nothing_before_the_client_agrees() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    let refused = town
        .db
        .write(town.advisor.actor(), move |tx| {
            let draft = create(tx, &who, &new)?;
            let early = record(tx, &who, &draft, Deed::new(Event::Send, draft.version));
            assert!(matches!(&early, Err(Error::Rejected(words)) if words.contains("agreed")), "{early:?}");
            assert_eq!(count(tx, "SELECT count(*) FROM outbox_message"), 0);
            let agreed = agree(tx, &who, &draft, draft.version, &yes())?;
            assert_eq!(count(tx, "SELECT count(*) FROM outbox_message WHERE audience = 'partner'"), 0);
            let sent = record(tx, &who, &agreed, Deed::new(Event::Send, agreed.version))?;
            assert_eq!(count(tx, "SELECT count(*) FROM outbox_message WHERE audience = 'partner'"), 1);
            assert_eq!(sent.number, 1001);
            assert_eq!(sent.waiting_on, Ball::Partner);
            let again = record(tx, &who, &agreed, Deed::new(Event::Send, agreed.version));
            assert!(matches!(again, Err(Error::Stale)));
            Ok(())
        })
        .await;
    refused.unwrap();
}

#[tokio::test]
async fn a_field_that_was_not_agreed_is_not_in_the_permission() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let draft = create(tx, &who, &new)?;
            let only = Agreement { fields: vec![SharedField::BusinessName], by_name: true, yes: Some(ConsentMethod::Paper) };
            agree(tx, &who, &draft, draft.version, &only)?;
            let live = consent::queries::live_for(tx, draft.key, tx.today())?.unwrap();
            assert_eq!((live.fields, live.by_name), (vec![SharedField::BusinessName], true));
            assert!(!live.text_shown.contains("555-010-0100") && live.text_shown.contains("Okafor Metal Finishing"));
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn a_notice_names_nobody_in_its_subject_and_a_text_says_only_that_there_is_news() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            sent(tx, &who, &new)?;
            let mut statement = tx.prepare("SELECT audience, channel, subject, body FROM outbox_message").unwrap();
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
            for row in rows {
                let (audience, channel, subject, body): (String, String, String, String) = row.unwrap();
                for secret in ["Okafor", "Ngozi", "555-010-0100", "4,000", "Zinc"] {
                    assert!(!subject.contains(secret), "{subject}");
                    assert!(audience != "partner" || !body.contains(secret), "{body}");
                }
                if channel == "text" {
                    assert_eq!(body, "Riverton Makers: there is news. {link} Questions? Call 555-010-0111");
                }
            }
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn sending_is_taken_back_with_its_notices_and_its_link() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let sent = sent(tx, &who, &new)?;
            let target = Target { referral: Some(sent.key), contact: sent.contact.as_ref().map(|(key, _)| *key), person: None };
            let link = links::newest(tx, LinkKind::Partner, target, tx.at())?.unwrap();
            let back = record(tx, &who, &sent, Deed::new(Event::UndoSend, sent.version))?;
            assert_eq!((back.status, back.sent_at), (Status::Draft, None));
            assert!(links::find_by_key(tx, link, tx.at()).is_err());
            let out = "SELECT count(*) FROM outbox_message JOIN referral_event ON referral_event.id = event_id WHERE event = 'send' AND stopped_at IS NULL";
            assert_eq!(count(tx, out), 0);
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn another_programs_referral_looks_like_none() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    let stranger = Viewer { key: 9999, seats: Vec::new(), ..town.manager.clone() };
    town.db
        .write(town.advisor.actor(), move |tx| {
            let draft = create(tx, &who, &new)?;
            assert!(matches!(find_for(tx, &stranger, &draft.id), Err(Error::NotFound)));
            assert!(list_for(tx, &stranger, &Filter::default(), tx.today(), 10)?.is_empty());
            Ok(())
        })
        .await
        .unwrap();
}
