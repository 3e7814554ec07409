//! Accounts of a partner's people: signing in with a mailed code, one list for the team, handing over, the own entry, and who sees nothing.

use crate::house::{Page, Person, Postbox, Referred, TestApp};
use axum::http::StatusCode;
use fairfloor::store::{Actor, Object};

/// A partner with Sal, who was asked, and Nadia, who was not; both have accounts.
struct Team {
    app: TestApp,
    postbox: Postbox,
    referred: Referred,
}

impl Team {
    async fn start() -> Self {
        let (app, postbox) = TestApp::start_with_mail().await;
        let referred = app.refer(&app.alpha).await;
        let mut max = app.person("Max").await;
        let page = max.open(&format!("/partners/{}", referred.partner)).await;
        let typed = [("contact_name", "Nadia Noor"), ("contact_email", "nadia@harbor.test"), ("contact_telephone", "")];
        max.press(&page, "Add person", &typed).await;
        let team = Self { app, postbox, referred };
        team.give("Sal Silva").await;
        team.give("Nadia Noor").await;
        team
    }

    fn partner(&self) -> String {
        format!("/partners/{}", self.referred.partner)
    }

    fn request(&self) -> String {
        format!("/p/r/{}", self.referred.referral)
    }

    /// Ada gives somebody an account, by the button on the partner's page.
    async fn give(&self, name: &str) -> Page {
        let mut ada = self.app.person("Ada").await;
        let page = ada.open(&self.partner()).await;
        ada.press(&page, &format!("Give {name} an account"), &[]).await
    }

    /// Ada ends it.
    async fn end(&self, name: &str) -> Page {
        let mut ada = self.app.person("Ada").await;
        let page = ada.open(&self.partner()).await;
        ada.press(&page, &format!("End the account of {name}"), &[]).await
    }

    /// Somebody types an address, gets a code, and types that.
    async fn enter(&self, email: &'static str) -> (Person, Page) {
        let mut person = self.app.nobody();
        let before = self.postbox.taken().len();
        let page = person.open("/p/inbox").await;
        let page = person.press(&page, "Mail me a code", &[("email", email)]).await;
        let postbox = self.postbox.clone();
        let letter = tokio::task::spawn_blocking(move || postbox.wait_for(before + 1).pop().unwrap()).await.unwrap();
        assert_eq!(letter.to, email);
        let code: String = letter.body().split_once("Your code is ").unwrap().1.chars().take(6).collect();
        let page = person.press(&page, "Open my list", &[("email", email), ("code", &code)]).await;
        (person, page)
    }

    async fn count(&self, sql: &'static str) -> i64 {
        self.app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
    }

    /// Something that took place elsewhere.
    async fn change(&self, sql: &'static str) {
        let changed = self.app.db.write(Actor::system(), move |tx| {
            tx.execute(sql, [])?;
            tx.audit("test.changed", Object::none())
        });
        changed.await.unwrap();
    }

    /// Opens the request for the first time, and shows it.
    async fn opened(&self, person: &mut Person) -> Page {
        let page = person.open(&self.request()).await;
        person.press(&page, "Open the request", &[]).await
    }
}

/// What the form of a yes is filled in with.
fn yes(page: &Page, team: &Team, name: &str) -> (String, Vec<(String, String)>) {
    let tomorrow = team.app.db.clock().today().plus_days(1).to_string();
    let form = page.forms().into_iter().find(|form| form.value("event") == Some("accept")).unwrap();
    (form.action.clone(), form.filled("", &[("responsible_person", name), ("first_contact_on", &tomorrow), ("eligibility_checked", "yes")]))
}

/// The words of the button that begins so.
fn button(page: &Page, start: &str) -> String {
    let words = page.forms().into_iter().flat_map(|form| form.buttons).map(|(words, _)| words);
    words.into_iter().find(|words| words.starts_with(start)).unwrap()
}

async fn post(person: &mut Person, (action, fields): &(String, Vec<(String, String)>)) -> Page {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    person.post(action, &fields).await
}

#[tokio::test]
async fn nadia_signs_in_with_a_mailed_code_finds_what_sal_was_asked_and_says_yes() {
    let team = Team::start().await;
    let invitations = "SELECT count(*) FROM outbox_message WHERE referral_id IS NULL AND audience = 'partner' AND body LIKE '%/p/inbox%'";
    assert_eq!(team.count(invitations).await, 2, "each is told where to sign in");
    let (mut nadia, page) = team.enter("nadia@harbor.test").await;
    assert_eq!(page.path, "/p/team");
    assert!(page.says("One request waits for your team") && page.says("with Sal Silva") && page.says("New"), "{}", page.text());
    assert!(nadia.cookie("partner").is_some() && nadia.cookie("staff").is_none());
    let before = nadia.open(&team.request()).await;
    assert!(before.says("The manufacturer can see that you have opened it") && !before.says("F train"), "{}", before.text());
    assert_eq!(team.count("SELECT count(*) FROM referral WHERE opened_at IS NOT NULL").await, 0, "looking opens nothing");
    let page = nadia.press(&before, "Open the request", &[]).await;
    assert!(page.says("F train") && !page.says("Rosa") && !page.says("Alpha Metal Works"), "{}", page.text());
    assert_eq!(team.count("SELECT count(*) FROM referral WHERE opened_at IS NOT NULL").await, 1);
    post(&mut nadia, &yes(&page, &team, "Nadia Noor")).await;
    let page = nadia.open(&team.request()).await;
    assert!(page.says("Rosa Doe") && page.says("Alpha Metal Works"), "after the yes, what was agreed to: {}", page.text());
    assert!(nadia.open("/p/team").await.says("Alpha Metal Works"));
    let staff = team.app.person("Ada").await.open(&format!("/referrals/{}", team.referred.referral)).await;
    assert!(staff.says("Nadia Noor") && staff.says("Accepted, not started"), "{}", staff.text());
    assert_eq!(team.count("SELECT count(*) FROM referral_event WHERE event = 'accept' AND channel = 'account'").await, 1);
    assert!(team.app.person("Max").await.open(&team.partner()).await.says("last signed in"));
    assert!(!team.app.person("Ada").await.open("/outbox").await.text().contains("Your code is"), "a code stands in no outbox");
    let out = nadia.press(&page, "I take it", &[]).await;
    assert!(out.says("You answer this one from now on"), "{}", out.text());
    let list = nadia.open("/p/team").await;
    let out = nadia.press(&list, "Sign out", &[]).await;
    assert_eq!((out.path.as_str(), nadia.look("/p/team").await.status), ("/p/inbox", StatusCode::SEE_OTHER));
}

#[tokio::test]
async fn an_account_is_given_once_and_only_where_a_code_can_reach_its_owner() {
    let team = Team::start().await;
    let mut ada = team.app.person("Ada").await;
    let page = ada.open(&team.partner()).await;
    assert!(!page.says("Give Nadia Noor an account"));
    let again = format!("{}/contacts/{}/accounts", team.partner(), team.referred.contact);
    let twice = ada.post(&again, &[("key", "0123456789abcdef")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.text());
    team.end("Sal Silva").await;
    team.change("UPDATE partner_contact SET email = NULL WHERE name = 'Sal Silva'").await;
    assert!(!ada.open(&team.partner()).await.says("Give Sal Silva an account"));
    assert_eq!(ada.post(&again, &[("key", "0123456789abcdee")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut bea = team.app.person("Bea").await;
    assert_eq!(bea.post(&again, &[("key", "0123456789abcdef")]).await.status, StatusCode::NOT_FOUND, "another program's partner is none");

    let bare = TestApp::start().await;
    let referred = bare.refer(&bare.alpha).await;
    let mut ada = bare.person("Ada").await;
    let page = ada.open(&format!("/partners/{}", referred.partner)).await;
    assert!(!page.says("Give Sal Silva an account") && page.says("sends no e-mail by itself"), "{}", page.text());
    let address = format!("/partners/{}/contacts/{}/accounts", referred.partner, referred.contact);
    assert_eq!(ada.post(&address, &[("key", "0123456789abcdef")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn whoever_lost_the_account_is_out_at_once_and_a_code_opens_only_their_own_list() {
    let team = Team::start().await;
    for (how, is_contact_still) in [("program", true), ("colleague", true), ("left", false), ("closed", false)] {
        let (mut nadia, page) = team.enter("nadia@harbor.test").await;
        assert_eq!(page.path, "/p/team", "{how}");
        match how {
            "program" => drop(team.end("Nadia Noor").await),
            "colleague" => {
                let (mut sal, _) = team.enter("sal@harbor.test").await;
                let people = sal.open("/p/team/people").await;
                sal.press(&people, "End the account of Nadia Noor", &[]).await;
            }
            "left" => team.change("UPDATE partner_contact SET closed_at = 1 WHERE name = 'Nadia Noor'").await,
            _ => team.change("UPDATE partner SET closed_at = 1").await,
        }
        for path in ["/p/team", "/p/team/entry", "/p/team/people", "/p/team/requests.csv", "/p/mine"] {
            assert_eq!(nadia.look(path).await.leads_to(), Some("/p/inbox"), "{how} {path}");
        }
        assert_eq!(nadia.look(&team.request()).await.status, StatusCode::NOT_FOUND, "{how}");
        if is_contact_still {
            assert_eq!(team.enter("nadia@harbor.test").await.1.path, "/p/mine", "{how}: her own list, as for anybody we write to");
            team.give("Nadia Noor").await;
        } else {
            team.change("UPDATE partner_contact SET closed_at = NULL").await;
        }
    }
    assert_eq!(team.app.audited("partner_account.ended").await, 2);
}

#[tokio::test]
async fn when_max_notes_that_somebody_left_the_account_ends_with_the_links() {
    let team = Team::start().await;
    let (mut nadia, _) = team.enter("nadia@harbor.test").await;
    let mut max = team.app.person("Max").await;
    let page = max.open(&team.partner()).await;
    max.press(&page, "No longer there: Nadia Noor", &[]).await;
    assert_eq!(nadia.look("/p/team").await.leads_to(), Some("/p/inbox"));
    assert_eq!(team.count("SELECT count(*) FROM partner_account WHERE ended_at IS NULL").await, 1);
}

#[tokio::test]
async fn another_partners_request_looks_like_none_and_two_accounts_of_one_person_stay_apart() {
    let team = Team::start().await;
    let foreign = team.app.refer(&team.app.beta).await;
    let (mut nadia, _) = team.enter("nadia@harbor.test").await;
    let never = nadia.look(&format!("/p/r/{}", "0".repeat(26))).await;
    let theirs = nadia.look(&format!("/p/r/{}", foreign.referral)).await;
    assert_eq!((never.status, theirs.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert!(never.text() == theirs.text());
    let fields = [("key", "0123456789abcdef"), ("version", "4"), ("event", "acknowledge")];
    assert_eq!(nadia.post(&format!("/p/r/{}/events", foreign.referral), &fields).await.status, StatusCode::NOT_FOUND);
    assert!(!nadia.open("/p/team?show=open").await.text().contains(&foreign.referral));
    assert!(!nadia.look("/p/team/requests.csv").await.text().contains("R-1002"));

    // Sal stands in the directories of both programs, with one address.
    let mut bea = team.app.person("Bea").await;
    let page = bea.open(&format!("/partners/{}", foreign.partner)).await;
    bea.press(&page, "Give Sal Silva an account", &[]).await;
    let (mut sal, page) = team.enter("sal@harbor.test").await;
    assert!(page.says("You also answer for") && page.text().contains(&team.referred.referral) && !page.text().contains(&foreign.referral));
    let page = sal.press(&page, &button(&page, "Go there"), &[]).await;
    assert!(page.text().contains(&foreign.referral) && !page.text().contains(&team.referred.referral), "{}", page.text());
    let other = [("account", "0".repeat(26))];
    assert_eq!(sal.post("/p/team/switching", &[(other[0].0, &other[0].1)]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_request_is_handed_to_a_colleague_once_and_the_link_of_the_other_dies() {
    let team = Team::start().await;
    let mut by_link = team.app.nobody();
    let landing = by_link.open(&team.referred.partner_link).await;
    by_link.press(&landing, "Open the request", &[("name", "Sal Silva")]).await;
    let (mut sal, _) = team.enter("sal@harbor.test").await;
    let page = sal.open(&team.request()).await;
    assert!(page.says("You do.") && !page.says("I take it"), "{}", page.text());
    let none = sal.press(&page, "Hand over", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = page.form_with("Hand over");
    let nadia_id = page.text().split_once("\">Nadia Noor</option>").unwrap().0.rsplit('"').next().unwrap().to_owned();
    let fields = form.filled("Hand over", &[("colleague", &nadia_id)]);
    for _ in 0..2 {
        let answer = post(&mut sal, &(form.action.clone(), fields.clone())).await;
        assert_eq!(answer.leads_to(), Some(format!("{}?done=handed", team.request()).as_str()));
    }
    assert_eq!(team.app.audited("referral.assigned").await, 1);
    assert_eq!(by_link.look(&team.request()).await.status, StatusCode::NOT_FOUND, "Sal's link is dead");
    assert_eq!(
        team.count(
            "SELECT count(*) FROM outbox_message WHERE to_address = 'nadia@harbor.test' AND link_id IS NOT NULL AND stopped_at IS NULL"
        )
        .await,
        1,
        "Nadia is told with a link of her own"
    );
    assert!(team.app.person("Ada").await.open(&format!("/referrals/{}", team.referred.referral)).await.says("Nadia Noor"));
    assert!(sal.open("/p/team?mine=1").await.says("Nothing waits for you"));
    // The page that Sal drew before is old now.
    let key = [("key", "00000000000000aa"), ("version", form.value("version").unwrap()), ("colleague", team.referred.contact.as_str())];
    let stale = sal.post(&form.action, &key).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
    let foreign = team.app.refer(&team.app.beta).await;
    let page = sal.open(&team.request()).await;
    let form = page.form_with("I take it");
    let fields = [("key", "00000000000000ab"), ("version", form.value("version").unwrap()), ("colleague", foreign.contact.as_str())];
    assert_eq!(sal.post(&form.action, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody of another partner");
    let told = "SELECT count(*) FROM outbox_message WHERE audience = 'entrepreneur'";
    let before = team.count(told).await;
    assert!(sal.press(&page, "I take it", &[]).await.says("You answer this one from now on"));
    assert_eq!(team.count(told).await, before, "who of them answers is told to nobody");
}

#[tokio::test]
async fn of_two_who_answer_at_the_same_second_one_is_heard_and_the_other_sees_it() {
    let team = Team::start().await;
    let (mut sal, _) = team.enter("sal@harbor.test").await;
    let (mut nadia, _) = team.enter("nadia@harbor.test").await;
    let page = team.opened(&mut sal).await;
    let yes_of = yes(&page, &team, "Sal Silva");
    let other = nadia.open(&team.request()).await;
    let form = other.forms().into_iter().find(|form| form.value("event") == Some("reject")).unwrap();
    let no = (form.action.clone(), form.filled("", &[("reason", "no_capacity_now")]));
    let (first, second) = tokio::join!(post(&mut sal, &yes_of), post(&mut nadia, &no));
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, if first.status == StatusCode::SEE_OTHER { StatusCode::CONFLICT } else { second_end() }]);
    assert_eq!(team.app.audited("referral.accept").await + team.app.audited("referral.reject").await, 1);
}

/// Where the no was first, the yes comes to a request that is over, and its page is gone.
const fn second_end() -> StatusCode {
    StatusCode::NOT_FOUND
}

#[tokio::test]
async fn the_file_holds_what_the_pages_show_and_no_formula() {
    let team = Team::start().await;
    team.change("UPDATE referral SET need = '=HYPERLINK(\"http://x\")'").await;
    let (mut sal, _) = team.enter("sal@harbor.test").await;
    let file = sal.look("/p/team/requests.csv").await;
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let text = file.text();
    assert!(text.starts_with("Reference,Program,Kind of help") && text.contains("R-1001"), "{text}");
    assert!(text.contains("\"'=HYPERLINK(") && !text.contains("Rosa") && !text.contains("Alpha Metal Works"), "{text}");
    let page = team.opened(&mut sal).await;
    post(&mut sal, &yes(&page, &team, "Sal Silva")).await;
    let text = sal.look("/p/team/requests.csv").await.text();
    assert!(text.contains("Alpha Metal Works") && text.contains("Rosa Doe"), "{text}");
    let mut rosa = team.app.nobody();
    let page = rosa.open(&format!("{}/stopping", team.referred.status_link)).await;
    rosa.press(&page, "Stop this referral", &[]).await;
    let text = sal.look("/p/team/requests.csv").await.text();
    assert!(text.contains("R-1001") && text.contains("Stopped") && !text.contains("Alpha Metal") && !text.contains("HYPERLINK"), "{text}");
    let closed = sal.open("/p/team?show=closed").await;
    assert!(closed.says("R-1001") && !closed.says("Alpha Metal Works") && !closed.text().contains(&team.request()), "{}", closed.text());
    assert_eq!(sal.look(&team.request()).await.status, StatusCode::NOT_FOUND);
    assert_eq!(team.app.audited("partner_account.requests_exported").await, 3);
}

#[tokio::test]
async fn a_partner_says_itself_that_its_entry_is_right_full_and_closed() {
    let team = Team::start().await;
    let mut max = team.app.person("Max").await;
    let page = max.open(&format!("{}/services/new", team.partner())).await;
    max.press(&page, "Save service", &[("name", "Lofts"), ("kind", "real_estate"), ("status", "active"), ("about", "Small bays")]).await;
    let (mut nadia, _) = team.enter("nadia@harbor.test").await;
    let old = nadia.open("/p/team/entry").await;
    assert!(old.says("Never checked"), "{}", old.text());
    let entry = nadia.press(&old, "This is still right: Lofts", &[]).await;
    assert!(entry.says("by Nadia Noor of Harbor Loft Trust"), "{}", entry.text());
    assert!(max.open(&team.partner()).await.says("by Nadia Noor of Harbor Loft Trust"), "staff read who said it");
    let until = team.app.db.clock().today().plus_days(30).to_string();
    let full = nadia.press(&entry, "Save whether Lofts is open", &[("capacity", "full"), ("full_until", &until)]).await;
    assert!(full.says("Full until"), "{}", full.text());
    let stale = nadia.press(&old, "Save whether Lofts is open", &[("capacity", "open"), ("full_until", "")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
    let over = nadia.press(&full, "Save whether Lofts is open", &[("capacity", "full"), ("full_until", "2020-01-01")]).await;
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
    let days = [("closure_from", "2199-12-24"), ("closure_to", "2199-12-31"), ("closure_reason", "Holidays")];
    let shut = nadia.press(&full, "Announce", &days).await;
    assert!(shut.says("Holidays") && max.open(&team.partner()).await.says("noted by Nadia Noor of Harbor Loft Trust"));
    let open = nadia.press(&shut, &button(&shut, "Take back"), &[]).await;
    assert!(!open.says("Holidays"));
    let change = open.text().split("/p/team/entry/services/").nth(1).unwrap().chars().take(26).collect::<String>();
    let form = nadia.open(&format!("/p/team/entry/services/{change}")).await;
    let older = nadia.open(&format!("/p/team/entry/services/{change}")).await;
    let saved = nadia.press(&form, "Save", &[("about", "Bays of 800 to 2,000 sq ft"), ("free", "no")]).await;
    assert!(saved.says("Bays of 800 to 2,000 sq ft") && max.open(&team.partner()).await.says("Bays of 800"));
    let late = nadia.press(&older, "Save", &[("about", "Something else")]).await;
    assert!(late.status == StatusCode::CONFLICT && late.says("Something else"), "{}", late.text());
    let page = nadia.open(&format!("/p/team/entry/services/{change}")).await;
    let form = page.form_with("Save");
    let named = [("key", "00000000000000ac"), ("version", form.value("version").unwrap()), ("name", "Free money"), ("kind", "workforce")];
    nadia.post(&format!("/p/team/entry/services/{change}"), &named).await;
    assert_eq!(
        team.count("SELECT count(*) FROM partner_service WHERE name = 'Lofts' AND kind = 'real_estate'").await,
        1,
        "name and kind are the program's"
    );
    let foreign = team.app.refer(&team.app.beta).await;
    team.change("UPDATE partner_service SET partner_id = (SELECT max(id) FROM partner)").await;
    assert!(!foreign.partner.is_empty());
    assert_eq!(nadia.look(&format!("/p/team/entry/services/{change}")).await.status, StatusCode::NOT_FOUND, "another partner's is none");
    let fields = [("key", "00000000000000ad"), ("version", "9")];
    assert_eq!(nadia.post(&format!("/p/team/entry/services/{change}/checks"), &fields).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_link_that_somebody_with_an_account_opens_does_not_end_their_visit() {
    let team = Team::start().await;
    let (mut sal, _) = team.enter("sal@harbor.test").await;
    let landing = sal.open(&team.referred.partner_link).await;
    let page = sal.press(&landing, "Open the request", &[("name", "Sal")]).await;
    assert!(page.says("you are Sal Silva"), "{}", page.text());
    assert_eq!(sal.look("/p/team").await.status, StatusCode::OK);
}

#[tokio::test]
async fn staff_and_strangers_have_no_team() {
    let team = Team::start().await;
    for mut person in [team.app.nobody(), team.app.person("Ada").await, team.app.person("Adam").await] {
        for path in ["/p/team", "/p/team/entry", "/p/team/people", "/p/team/requests.csv"] {
            assert_eq!(person.look(path).await.leads_to(), Some("/p/inbox"), "{path}");
        }
        let fields = [("key", "0123456789abcdef"), ("closure_from", "2199-12-24"), ("closure_to", "2199-12-31"), ("closure_reason", "No")];
        assert_eq!(person.post("/p/team/entry/closures", &fields).await.leads_to(), Some("/p/inbox"));
    }
    assert_eq!(team.count("SELECT count(*) FROM partner_closure").await, 0);
}
