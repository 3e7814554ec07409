//! Units: advisors and managers list and confirm them, landlords confirm their own by link.

mod landlord;
mod listing;
mod rule;
mod unit;

use crate::auth::Route;
use crate::web::{Access, get, post};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/sites", &[A::Advisor, A::Manager], listing::list_page),
        post("/sites", &[A::Advisor, A::Manager], listing::add),
        get("/sites/new", &[A::Advisor, A::Manager], listing::new_page),
        get("/sites/paste", &[A::Advisor, A::Manager], listing::paste_page),
        post("/sites/paste", &[A::Advisor, A::Manager], listing::paste),
        post("/sites/asking", &[A::Advisor, A::Manager], listing::ask_again),
        get("/sites/rule", &[A::Advisor, A::Manager], rule::rule_page),
        post("/sites/rule", &[A::Manager], rule::write_rule),
        get("/sites/{id}", &[A::Advisor, A::Manager], unit::site_page),
        post("/sites/{id}", &[A::Advisor, A::Manager], unit::change),
        get("/sites/{id}/facts", &[A::Advisor, A::Manager], unit::facts_page),
        post("/sites/{id}/checks", &[A::Advisor, A::Manager], unit::check),
        post("/sites/{id}/tellings", &[A::Advisor, A::Manager], unit::tell),
        post("/sites/{id}/allocations", &[A::Advisor, A::Manager], unit::give),
        get("/u/{token}", &[A::PartnerLink], landlord::landlord_page),
        post("/u/{token}", &[A::PartnerLink], landlord::answer),
    ]
}
