//! Ends, and what comes after them.

use super::*;

fn accept(referral: &Referral) -> Deed {
    Deed::new(Event::Accept, referral.version)
        .with(Fact::ResponsiblePerson, "Mr. Silva")
        .with(Fact::FirstContactOn, "2199-01-01")
        .with(Fact::EligibilityChecked, "yes")
}

#[tokio::test]
async fn what_the_partner_opened_is_stopped_not_taken_back() {
    let town = town().await;
    let (who, new) = (ada(&town), town.new_referral());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let sent = sent(tx, &who, &new)?;
            let target = Target { referral: Some(sent.key), contact: sent.contact.as_ref().map(|(key, _)| *key), person: None };
            let link = links::find_by_key(tx, links::newest(tx, LinkKind::Partner, target, tx.at())?.unwrap(), tx.at())?;
            note_opened(tx, &link)?;
            assert!(matches!(note_opened(tx, &link), Err(Error::NotFound)), "a link opens once");
            let refused = record(tx, &who, &sent, Deed::new(Event::UndoSend, sent.version));
            assert!(matches!(&refused, Err(Error::Rejected(words)) if words.contains("opened")), "{refused:?}");
            let partner = Who::partner(link.contact, "J. Silva");
            let accepted = record(tx, &partner, &sent, accept(&sent))?;
            assert_eq!(accepted.due_on.map(|day| day.to_string()), Some("2199-01-01".to_owned()));
            let stopped = record(tx, &Who::entrepreneur(), &accepted, Deed::new(Event::Withdraw, accepted.version))?;
            assert_eq!(stopped.status, Status::Cancelled);
            assert_eq!(count(tx, "SELECT count(*) FROM access_link WHERE kind = 'partner' AND revoked_at IS NULL"), 0);
            assert!(consent::queries::live_for(tx, stopped.key, tx.today())?.is_none(), "a withdrawal ends the permission");
            let text = events(tx, stopped.key)?.pop().unwrap().told.unwrap();
            assert!(text.contains("You stopped this referral"), "{text}");
            Ok(())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn a_negative_end_needs_a_next_step_and_a_new_try_never_takes_the_permission_along() {
    let town = town().await;
    let (who, new, viewer) = (ada(&town), town.new_referral(), town.advisor.clone());
    town.db
        .write(town.advisor.actor(), move |tx| {
            let sent = sent(tx, &who, &new)?;
            let on_behalf = Who::on_behalf(who.account.unwrap(), Source::Call);
            let missing = record(tx, &on_behalf, &sent, Deed::new(Event::Reject, sent.version).with(Fact::Reason, "other"));
            assert!(matches!(&missing, Err(Error::Rejected(words)) if words.contains("words")), "{missing:?}");
            let unknown = record(tx, &on_behalf, &sent, Deed::new(Event::Reject, sent.version).with(Fact::Reason, "bored"));
            assert!(matches!(unknown, Err(Error::Rejected(_))));
            let rejected = record(tx, &on_behalf, &sent, Deed::new(Event::Reject, sent.version).with(Fact::Reason, "no_capacity_now"))?;
            assert_eq!((rejected.status, rejected.waiting_on), (Status::Rejected, Ball::Advisor));
            let needs = needs_you(tx, &viewer, tx.today())?;
            assert_eq!(needs.iter().map(|need| need.kind).collect::<Vec<_>>(), [NeedKind::NoNextStep]);
            let draft = re_refer(tx, &who, &rejected, rejected.version)?;
            assert_eq!((draft.origin, draft.replaces, draft.partner.is_none()), (Origin::ReReferral, Some(rejected.key), true));
            assert!(consent::queries::live_for(tx, draft.key, tx.today())?.is_none());
            assert_eq!(find(tx, rejected.key)?.waiting_on, Ball::Nobody);
            let cards = open_card(tx, &viewer, rejected.business, tx.today())?;
            assert_eq!(cards.iter().map(|card| card.done).collect::<Vec<_>>(), [1]);
            assert!(timeline_entries(tx, &viewer, rejected.business)?.iter().any(|entry| entry.title.contains("said no")));
            Ok(())
        })
        .await
        .unwrap();
}
