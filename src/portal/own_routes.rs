//! Somebody's own pages: coming in, the first page, what is done from a referral's page, what came of it, what is counted, stories, and the
//! quick look without a visit.

use super::{home, indicators, member, outcomes, own_referral, own_threads, quick, sign_in, stories};
use crate::auth::Route;
use crate::web::{Access, get, post};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/me/sign-in", &[A::Public], sign_in::sign_in_page),
        post("/me/sign-in", &[A::Public], sign_in::sign_in_by_code),
        post("/me/sign-in/codes", &[A::Public], sign_in::send_code),
        get("/me/sign-in/who", &[A::Public], sign_in::who_page),
        post("/me/sign-in/who", &[A::Public], sign_in::choose_who),
        get("/me", &[A::Client], home::home_page),
        get("/me/kept", &[A::Client], home::kept_page),
        post("/me/kept/dropping", &[A::Client], home::drop_kept),
        post("/me/leaving", &[A::Client], home::sign_out),
        post("/me/leaving-everywhere", &[A::Client], home::sign_out_everywhere),
        get("/me/messages", &[A::Client], own_threads::threads_page),
        get("/me/requests", &[A::Client], own_threads::ask_page),
        post("/me/requests", &[A::Client], own_threads::ask_anew),
        post("/me/referrals/{id}/reminders", &[A::Client], own_referral::remind_partner),
        post("/me/referrals/{id}/words", &[A::Client], own_referral::tell_advisor),
        get("/me/outcomes", &[A::Client], outcomes::own_list),
        get("/me/outcomes/{id}", &[A::Client], outcomes::own_page),
        post("/me/outcomes/{id}", &[A::Client], outcomes::answer_inside),
        get("/me/indicators", &[A::Client], indicators::own_list),
        post("/me/indicators", &[A::Client], indicators::propose),
        post("/me/indicators/ranking", &[A::Client], indicators::rank),
        get("/me/indicators/{id}", &[A::Client], indicators::own_page),
        post("/me/indicators/{id}/comments", &[A::Client], indicators::say_about),
        post("/me/indicators/{id}/withdrawal", &[A::Client], indicators::take_back),
        post("/me/indicator-comments/{id}/removal", &[A::Client], indicators::unsay),
        get("/me/stories", &[A::Client], stories::own_list),
        get("/me/stories/{id}", &[A::Client], stories::own_page),
        post("/me/stories/{id}", &[A::Client], stories::answer_inside),
        post("/me/stories/{id}/withdrawal", &[A::Client], stories::withdraw_inside),
        get("/m/{token}", &[A::ClientLink], member::member_page),
        post("/m/{token}", &[A::ClientLink], member::say),
        post("/m/{token}/withdrawal", &[A::ClientLink], member::withdraw),
        post("/m/{token}/name-removal", &[A::ClientLink], member::remove_name),
        get("/o/{token}", &[A::ClientLink], outcomes::link_page),
        post("/o/{token}", &[A::ClientLink], outcomes::answer_by_link),
        post("/o/{token}/language", &[A::ClientLink], outcomes::choose_language),
        get("/y/{token}", &[A::ClientLink], stories::link_page),
        post("/y/{token}", &[A::ClientLink], stories::answer_by_link),
        post("/y/{token}/withdrawal", &[A::ClientLink], stories::withdraw_by_link),
        post("/y/{token}/language", &[A::ClientLink], stories::choose_language),
        get("/status", &[A::Public], quick::quick_page),
        post("/status", &[A::Public], quick::quick_look),
    ]
}
