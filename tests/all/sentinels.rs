//! A sentinel in every hidden field, and every partner's page, letter and notice searched for it, at every status of every kind.
//!
//! What a partner may see of each column is decided in `columns`; how each of its routes is visited, in `routes`. A new column about
//! somebody without a decision fails, and so does a new route of partners that the walk does not know.

pub mod columns;
mod planting;
mod routes;
pub mod walk;

use crate::house::{Person, Postbox, TestApp};
use crate::rules::schema::SCHEMA;
use columns::{undecided, word_for};
use fairfloor::values::{Kind, LinkKind};
use routes::{Partner, Seen, Side};
use walk::{Let, Sent, Walk, faults};

#[test]
fn every_column_about_somebody_has_a_decision() {
    assert_eq!(undecided(SCHEMA), Vec::<String>::new());
    let more = SCHEMA.replacen("    name_folded ", "    horoscope       TEXT,  -- [personal] what the stars say\n    name_folded ", 1);
    assert_eq!(undecided(&more), ["business.horoscope: who may see it?"], "a new column is noticed");
}

#[tokio::test]
async fn every_sentinel_is_where_it_should_be_hidden_and_a_planted_fault_is_caught() {
    let mut walk = Walk::of(Kind::TechnologyTransfer).await;
    let sent = walk.send("Hidden Lab", false).await;
    let garden = std::mem::take(&mut walk.garden);
    let (garden, missing) = walk
        .app
        .db
        .read(move |conn| {
            let missing = garden.missing(conn)?;
            Ok((garden, missing))
        })
        .await
        .unwrap();
    assert_eq!(missing, Vec::<String>::new(), "planned, and in no row");
    assert!(garden.sentinels.len() > 100);
    // A page with each of them is caught, whatever it stands on.
    let mut page = walk.app.nobody().open("/p/thanks").await;
    for sentinel in garden.sentinels.iter().filter(|one| !one.looks.is_empty() && !one.place.starts_with("account.")) {
        page.body = format!("<p>It says <b>{}</b>.</p>", sentinel.looks[0]).into_bytes();
        for side in [Side::Bare, Side::Request] {
            let seen = [Seen { route: "a planted page".to_owned(), side, page: page.clone() }];
            assert_eq!(faults(&garden.sentinels, &seen, Let::Out, "planted").len(), 1, "{}", sentinel.place);
        }
    }
    drop(sent);
}

/// All the way to the end, looked at after each step.
async fn all_the_way(kind: Kind) {
    let mut walk = Walk::of(kind).await;
    let mut sent = walk.send("Walked Partner", false).await;
    walk.look(&mut sent, Let::Asked, "requested").await;
    walk.answer(&mut sent, "acknowledge", &[]).await;
    walk.look(&mut sent, Let::Asked, "received").await;
    let needed_by = walk.day(5);
    walk.answer(&mut sent, "ask_information", &[("question", "How soon?"), ("asked_of", "entrepreneur"), ("needed_by", &needed_by)]).await;
    walk.look(&mut sent, Let::Asked, "asked for information").await;
    walk.accept(&mut sent).await;
    walk.look(&mut sent, Let::In, "accepted").await;
    let (today, later) = (walk.day(0), walk.day(9));
    let started =
        [("contacted_on", today.as_str()), ("contact_channel", "call"), ("stage", walk.stage()), ("next_expected_on", later.as_str())];
    walk.answer(&mut sent, "start", &started).await;
    walk.look(&mut sent, Let::In, "in progress").await;
    walk.answer(&mut sent, "hold", &[("reason", "waitlist"), ("review_on", &later)]).await;
    walk.look(&mut sent, Let::In, "on hold").await;
    walk.answer(&mut sent, "resume", &[("what_changed", "A place is free"), ("next_expected_on", &later)]).await;
    walk.look(&mut sent, Let::In, "resumed").await;
    walk.answer(&mut sent, "complete", &[("outcome", "information_only"), ("delivered", "none"), ("end_on", &today)]).await;
    walk.look(&mut sent, Let::Out, "completed").await;
    walk.ends();
}

#[tokio::test]
async fn a_referral_for_space_shows_a_partner_only_what_was_agreed_to_at_every_status() {
    all_the_way(Kind::RealEstate).await;
}

#[tokio::test]
async fn a_technology_referral_shows_a_partner_only_what_was_agreed_to_at_every_status() {
    all_the_way(Kind::TechnologyTransfer).await;
}

#[tokio::test]
async fn a_business_referral_shows_a_partner_only_what_was_agreed_to_at_every_status() {
    all_the_way(Kind::BusinessDevelopment).await;
}

#[tokio::test]
async fn a_workforce_referral_shows_a_partner_only_what_was_agreed_to_at_every_status() {
    all_the_way(Kind::Workforce).await;
}

#[tokio::test]
async fn a_course_referral_shows_a_partner_only_what_was_agreed_to_at_every_status() {
    all_the_way(Kind::Entrepreneurship).await;
}

/// From a partner that said yes to each way out.
async fn every_way_out(kind: Kind) {
    let mut walk = Walk::of(kind).await;
    for (name, ending) in [
        ("Partner Reject", "reject"),
        ("Partner Fail", "fail"),
        ("Partner Withdraw", "withdraw"),
        ("Partner Recall", "recall"),
        ("Partner Lapse", "lapse"),
        ("Partner Error", "mark_error"),
    ] {
        let mut sent = walk.send(name, false).await;
        if ending == "reject" {
            walk.answer(&mut sent, "reject", &[("reason", "no_capacity_now")]).await;
            walk.look(&mut sent, Let::Out, ending).await;
            continue;
        }
        walk.accept(&mut sent).await;
        let when = format!("accepted, before {ending}");
        walk.look(&mut sent, Let::In, &when).await;
        match ending {
            "fail" => {
                let mut typed = vec![("reason", "other"), ("reason_text", "Nothing fits")];
                if kind == Kind::RealEstate {
                    typed.extend([("lost_by", "client"), ("client_reason", "other")]);
                }
                drop(walk.answer(&mut sent, "fail", &typed).await);
            }
            "withdraw" => {
                let mut rosa = walk.app.nobody();
                let stopping = rosa.open(&format!("{}/stopping", walk.app.link_to(&sent.referral, LinkKind::Status).await)).await;
                rosa.press(&stopping, "Stop this referral", &[]).await;
            }
            "lapse" => {
                let referral = sent.referral.clone();
                walk.change(move |tx| {
                    let sql =
                        "UPDATE consent SET expires_on = '2020-01-01' WHERE referral_id = (SELECT id FROM referral WHERE public_id = ?1)";
                    tx.execute(sql, [referral])?;
                    Ok(())
                })
                .await;
                walk.look(&mut sent, Let::Asked, "the permission ran out, before the round").await;
                walk.app.make_a_round().await;
            }
            _ => walk.staff(&sent, ending).await,
        }
        walk.look(&mut sent, Let::Out, ending).await;
    }
    walk.ends();
}

#[tokio::test]
async fn after_every_way_out_of_a_space_referral_a_partner_sees_nothing_any_more() {
    every_way_out(Kind::RealEstate).await;
}

#[tokio::test]
async fn after_every_way_out_of_a_technology_referral_a_partner_sees_nothing_any_more() {
    every_way_out(Kind::TechnologyTransfer).await;
}

#[tokio::test]
async fn after_every_way_out_of_a_workforce_referral_a_partner_sees_nothing_any_more() {
    every_way_out(Kind::Workforce).await;
}

#[tokio::test]
async fn introduced_by_name_a_partner_sees_who_at_once_and_the_rest_after_its_yes() {
    let mut walk = Walk::of(Kind::BusinessDevelopment).await;
    let mut sent = walk.send("Named Partner", true).await;
    walk.look(&mut sent, Let::Named, "requested, by name").await;
    let desk = sent.partner.person.open(&format!("/p/r/{}", sent.referral)).await;
    assert!(desk.text().contains(&word_for("business.name")), "the client chose to be introduced by name");
    walk.accept(&mut sent).await;
    walk.look(&mut sent, Let::In, "accepted, by name").await;
    walk.ends();
}

#[tokio::test]
async fn reminders_digests_and_the_end_by_the_clock_say_nothing_of_anybody() {
    for kind in [Kind::RealEstate, Kind::Workforce] {
        let app = TestApp::start().await;
        // Four weeks in which nothing is closed.
        app.move_to("2027-03-01", 12);
        let mut walk = Walk::on(app, kind).await;
        let mut sent = walk.send("Silent Partner", false).await;
        walk.change(|tx| {
            // Nobody has opened it: only then does the clock stop it.
            tx.execute("UPDATE referral SET opened_at = NULL", [])?;
            Ok(())
        })
        .await;
        for day in 2..=31 {
            walk.app.move_to(&format!("2027-03-{day:02}"), 9);
            walk.app.make_a_round().await;
            walk.read_notices("reminded").await;
        }
        let count = "SELECT (SELECT count(*) FROM digest), (SELECT count(*) FROM referral_event WHERE event = 'auto_recall')";
        let (digests, recalls) =
            walk.app.db.read(move |conn| Ok(conn.query_row(count, [], |row| Ok((row.get(0)?, row.get(1)?)))?)).await.unwrap();
        let (digests, recalls): (i64, i64) = (digests, recalls);
        assert!(digests > 3 && recalls == 2, "{digests} digests, {recalls} ends by the clock");
        walk.ada = walk.app.person("Ada").await;
        walk.look(&mut sent, Let::Out, "stopped by the clock").await;
        walk.ends();
    }
}

/// Whoever has the address signs in to the list of everything that waits for it.
async fn signs_in(app: &TestApp, postbox: &Postbox) -> Person {
    let mut lou = app.nobody();
    let page = lou.open("/p/inbox").await;
    let asked = lou.press(&page, "Mail me a code", &[("email", "lee@lab.test")]).await;
    let postbox = postbox.clone();
    let letter = tokio::task::spawn_blocking(move || postbox.wait_for(1).pop().unwrap()).await.unwrap();
    let code: String = letter.body().split_once("Your code is ").unwrap().1.chars().take(6).collect();
    let page = lou.press(&asked, "Open my list", &[("email", "lee@lab.test"), ("code", &code)]).await;
    assert!(page.path == "/p/mine" || page.path == "/p/team", "{}", page.text());
    lou
}

#[tokio::test]
async fn the_team_pages_of_a_partner_with_an_account_show_nothing_of_anybody_before_a_yes_and_after_the_end() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let mut walk = Walk::on(app, Kind::Workforce).await;
    let mut sent = walk.send("Team Partner", false).await;
    walk.change(|tx| {
        let sql = "
            INSERT INTO partner_account (public_id, contact_id, given_by, given_at)
            SELECT '0123456789abcdefghjkmnpqrs', max(id), 'test', 1 FROM partner_contact";
        tx.execute(sql, [])?;
        Ok(())
    })
    .await;
    let person = signs_in(&walk.app, &postbox).await;
    let (sites, question) = (sent.partner.sites.clone(), sent.partner.question.clone());
    let mut team = Sent { partner: Partner { person, referral: sent.referral.clone(), sites, question }, referral: sent.referral.clone() };
    assert!(team.partner.person.look("/p/team").await.status.is_success(), "the account opens the list of the team");
    walk.look(&mut team, Let::Asked, "requested, by account").await;
    walk.answer(&mut sent, "reject", &[("reason", "no_capacity_now")]).await;
    walk.look(&mut team, Let::Out, "rejected, by account").await;
    walk.ends();
}

#[tokio::test]
async fn the_list_of_a_contact_shows_what_its_links_show_and_a_new_browser_waits_for_its_code() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let mut walk = Walk::on(app, Kind::BusinessDevelopment).await;
    let mut sent = walk.send("Listed Partner", false).await;
    let person = signs_in(&walk.app, &postbox).await;
    let (sites, question) = (sent.partner.sites.clone(), sent.partner.question.clone());
    let partner = Partner { person, referral: sent.referral.clone(), sites, question };
    let mut listed = Sent { partner, referral: sent.referral.clone() };
    walk.look(&mut listed, Let::Asked, "requested, by list").await;
    walk.accept(&mut sent).await;
    walk.look(&mut sent, Let::Asked, "accepted, by a browser that nobody knows").await;
    walk.look(&mut listed, Let::In, "accepted, by list").await;
    let today = walk.day(0);
    walk.answer(&mut listed, "complete", &[("outcome", "information_only"), ("delivered", "none"), ("end_on", &today)]).await;
    walk.look(&mut listed, Let::Out, "completed, by list").await;
    walk.look(&mut sent, Let::Out, "completed").await;
    walk.ends();
}
