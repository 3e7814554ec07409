//! The kinds of referral: what each asks, who sees what and when, what is written down of its results.

mod lists;
mod needs;
mod results;
mod secrets;
mod trainees;

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::values::{Kind, LinkKind};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Ada opens the form of a kind for her client.
pub async fn new_form(app: &TestApp, ada: &mut Person, kind: &str) -> Page {
    ada.open(&format!("/clients/{}/referrals/new?kind={kind}", app.alpha.client)).await
}

/// Each referral has a partner of its own name.
static PARTNER: AtomicUsize = AtomicUsize::new(0);

/// A draft of a kind for a partner of its own, with these needs.
pub async fn draft(app: &TestApp, ada: &mut Person, kind: Kind, needs: &[(&'static str, &'static str)]) -> Page {
    let name = format!("Lab {}", PARTNER.fetch_add(1, Ordering::Relaxed)).leak();
    let contact = app.partner_taking(&app.alpha, name, kind).await;
    let form = new_form(app, ada, kind.code()).await;
    let typed = [&[("need", "A plain need"), ("urgency", "this_month"), ("contact", contact.as_str())], needs].concat();
    let draft = ada.press(&form, "Save draft", &typed).await;
    assert_eq!(draft.status, StatusCode::OK, "{}", draft.text());
    draft
}

/// The same, agreed to and sent.
pub async fn sent(app: &TestApp, ada: &mut Person, kind: Kind, needs: &[(&'static str, &'static str)]) -> Page {
    let draft = draft(app, ada, kind, needs).await;
    agree_and_send(ada, &draft).await
}

/// The client says yes on the telephone, and Ada sends it. Gives back the page of the referral.
pub async fn agree_and_send(ada: &mut Person, page: &Page) -> Page {
    let agreed = ada.press(page, "Save what they said", &[("answer", "spoken")]).await;
    assert_eq!(agreed.status, StatusCode::OK, "{}", agreed.text());
    let sent = ada.press(&agreed, "Send to the partner", &[]).await;
    assert!(sent.says("Sent"), "{}", sent.text());
    sent
}

/// The id in the address of a page of one referral.
pub fn id_of(page: &Page) -> String {
    page.path.trim_start_matches("/referrals/").split('/').next().unwrap().to_owned()
}

/// The partner opens the newest link and gives a name.
pub async fn partner_opens(app: &TestApp, referral: &str) -> (Person, Page) {
    let link = app.link_to(referral, LinkKind::Partner).await;
    let mut lee = app.nobody();
    let page = lee.open(&link).await;
    let page = lee.press(&page, "Open the request", &[("name", "Lee Long")]).await;
    assert_eq!(page.status, StatusCode::OK);
    (lee, page)
}

/// The partner says yes.
pub async fn partner_accepts(app: &TestApp, lee: &mut Person, page: &Page) -> Page {
    let tomorrow = app.db.clock().today().plus_days(1).to_string();
    let typed = [("responsible_person", "Lee Long"), ("first_contact_on", tomorrow.as_str()), ("eligibility_checked", "yes")];
    let page = lee.press(page, "Send this answer: Yes, we can help", &typed).await;
    assert!(page.says("You said yes"), "{}", page.text());
    page
}
