//! The partner directory: what stands in it, who changes it, and what the clock and the advisor make of it.

use crate::house::TestApp;
use axum::http::StatusCode;

#[tokio::test]
async fn ada_notes_that_a_partner_is_closed_over_the_holidays_and_takes_it_back() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let address = format!("/partners/{}", referred.partner);
    let mut ada = app.person("Ada").await;
    let page = ada.look(&address).await;
    assert!(page.says("None announced."));
    let typed = [("closure_from", "2199-12-21"), ("closure_to", "2199-12-20"), ("closure_reason", "Holidays")];
    let refused = ada.press(&page, "Announce", &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("The last day lies before the first.") && refused.text().contains("value=\"2199-12-20\""), "what was typed stays");
    let announced = ada.press(&refused, "Announce", &[("closure_to", "2199-12-31")]).await;
    assert!(announced.says("December 21, 2199 to December 31, 2199") && announced.says("(noted by Ada)"));
    let gone = ada.press(&announced, "Take back: closed December 21, 2199 to December 31, 2199", &[]).await;
    assert!(gone.says("None announced."));
    assert_eq!((app.audited("partner.closure_announced").await, app.audited("partner.closure_withdrawn").await), (1, 1));
}
