//! Stories by pressing buttons: written, asked about, agreed to, heard with a witness, changed, taken back; and what everybody else sees of
//! them meanwhile: nothing, but for the very words that the client agrees to today.

mod ends;

use crate::codes::{letter, typed};
use crate::exports::{Leads, asked as file_of, taken};
use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::auth::links;
use fairfloor::firewall::erasure;
use fairfloor::i18n::Language;
use fairfloor::safeguards::queries as safeguards;
use fairfloor::store::{Actor, Object};

const WORDS: &str = "I baked at home for six years.\n\nNow there are four of us.";

/// Ada writes a story about Rosa's business; a double click makes one.
async fn written(app: &TestApp, ada: &mut Person) -> Page {
    let form = ada.open(&format!("/clients/{}/stories/new", app.alpha.client)).await;
    let fields = form
        .form_with("Save the draft")
        .filled("Save the draft", &[("title", "A corner shop at last"), ("words", WORDS), ("named_as", "first_name"), ("export", "yes")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let address = format!("/clients/{}/stories", app.alpha.client);
    let (saved, twice) = (ada.post(&address, &fields).await, ada.post(&address, &fields).await);
    assert_eq!(saved.leads_to(), twice.leads_to(), "a double click is one story: {}", saved.text());
    ada.open(saved.leads_to().unwrap()).await
}

/// The newest link about a story.
async fn link(app: &TestApp) -> String {
    let found = app.db.write(Actor::system(), |tx| {
        let link: i64 = tx.query_row("SELECT max(link_id) FROM story_step", [], |row| row.get(0))?;
        links::address(tx, &tx.keys(), "", link)
    });
    found.await.unwrap()
}

/// A story that Rosa was asked about: the link to it.
pub async fn asked(app: &TestApp, ada: &mut Person) -> String {
    let page = written(app, ada).await;
    ada.press(&page, "Ask with a private link: Rosa Doe", &[]).await;
    link(app).await
}

const ALL: [(&str, &str); 3] = [("public", "yes"), ("reports", "yes"), ("export", "yes")];

/// A story that Rosa agreed to by her link: its page for staff, and the link.
async fn agreed(app: &TestApp, ada: &mut Person) -> (String, String) {
    let page = written(app, ada).await;
    ada.press(&page, "Ask with a private link: Rosa Doe", &[]).await;
    let (address, mut rosa) = (link(app).await, app.nobody());
    let seen = rosa.open(&address).await;
    let said = rosa.press(&seen, "Yes, show it", &ALL).await;
    assert!(said.says("It has been shown since"), "{}", main_of(&said));
    (page.path, address)
}

fn public(page: &str) -> String {
    page.split('#').next().unwrap().replace("/stories/", "/story/")
}

fn main_of(page: &Page) -> String {
    page.text().split("<main").nth(1).unwrap_or_default().to_owned()
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn text(app: &TestApp, sql: &'static str) -> String {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get::<_, Option<String>>(0))?)).await.unwrap().unwrap_or_default()
}

/// What a stranger sees at an address: the status, and whether the story is in it.
async fn seen(app: &TestApp, address: &str) -> (StatusCode, bool) {
    let page = app.nobody().look(address).await;
    (page.status, page.says("six years") || page.says("A corner shop"))
}

/// Every place outside where a story could be: its page, the managers' report, a file.
async fn places(app: &TestApp, page: &str) -> [bool; 3] {
    let (status, is_told) = seen(app, &public(page)).await;
    assert_eq!(status == StatusCode::OK, is_told, "gone is gone: no page without its story");
    let report = app.person("Max").await.open("/reports/operations").await;
    assert_eq!(report.status, StatusCode::OK);
    let file = taken(app, "stories", "csv").await;
    [is_told, report.says("six years"), file.contains("six years")]
}

#[tokio::test]
async fn without_a_yes_there_is_no_page_no_line_in_a_report_and_no_row_in_a_file() {
    let app = TestApp::start().await;
    app.arm(&["Max"]).await;
    let mut ada = app.person("Ada").await;
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("only while the client agrees"));
    let page = written(&app, &mut ada).await;
    for words in ["A corner shop at last", "Now there are four of us", "Rosa", "Draft"] {
        assert!(page.says(words), "{words}: {}", main_of(&page));
    }
    assert_eq!(places(&app, &page.path).await, [false; 3]);
    let (draft, unknown) = (app.nobody().look(&public(&page.path)).await, app.nobody().look("/story/0123456789abcdefghjkmnpqrs").await);
    assert_eq!((draft.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    // The face of an error has a number of its own; everything else is the same.
    assert_eq!(draft.text().len(), unknown.text().len(), "no story looks exactly like one that nobody agreed to");
    ada.press(&page, "Ask with a private link: Rosa Doe", &[]).await;
    assert_eq!(places(&app, &page.path).await, [false; 3], "asked is not agreed");
    let notice = text(&app, "SELECT body FROM outbox_message ORDER BY id DESC LIMIT 1").await;
    assert!(
        notice.contains("{link}") && !notice.contains("corner") && !notice.contains("baked"),
        "the notice tells nothing of it: {notice}"
    );
    // Saying yes to nothing is no yes.
    let (address, mut rosa) = (link(&app).await, app.nobody());
    let seen = rosa.open(&address).await;
    assert!(
        seen.says("I baked at home for six years") && seen.says("Rosa") && seen.says("It is shown nowhere unless you say yes"),
        "{}",
        main_of(&seen)
    );
    let refused = rosa.press(&seen, "Yes, show it", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Tick at least one place"), "{}", main_of(&refused));
    let refused = rosa.press(&seen, "Yes, show it", &[("public", "yes"), ("until", "2030-01-01")]).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("within one year"), "{}", main_of(&refused));
    assert_eq!(count(&app, "SELECT count(*) FROM story_consent").await, 0);
}

#[tokio::test]
async fn a_yes_shows_the_very_words_in_the_places_it_names_and_no_others() {
    let app = TestApp::start().await;
    app.arm(&["Max"]).await;
    let mut ada = app.person("Ada").await;
    let page = written(&app, &mut ada).await;
    ada.press(&page, "Ask with a private link: Rosa Doe", &[]).await;
    let (address, mut rosa) = (link(&app).await, app.nobody());
    let form = rosa.open(&address).await;
    let filled = form.form_with("Yes, show it").filled("Yes, show it", &[("public", "yes"), ("until", "2027-03-31")]);
    let fields: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(rosa.post(&address, &fields).await.leads_to(), Some(address.as_str()));
    }
    assert_eq!(count(&app, "SELECT count(*) FROM story_consent").await, 1, "two presses are one yes");
    assert_eq!(places(&app, &page.path).await, [true, false, false], "a public page, and neither a report nor a file");
    let told = app.nobody().look(&public(&page.path)).await;
    assert_eq!(told.header("cache-control"), "no-store");
    assert!(told.header("x-robots-tag").contains("noindex"));
    for words in ["A corner shop at last", "I baked at home for six years", "Rosa", "Wednesday, March 31, 2027", "Alpha"] {
        assert!(told.says(words), "{words}: {}", main_of(&told));
    }
    assert!(!told.says("Alpha Metal Works") && !told.says("Rosa Doe") && !told.says("F-0001"), "no more of them than they chose");
    let page = ada.open(&page.path).await;
    for words in ["Shown until", "By private link", "public page that anybody can read", "What the client agreed to"] {
        assert!(page.says(words), "{words}: {}", main_of(&page));
    }
    // In a wider yes the file has the text with its own sum, and no way to know whose it is.
    let again = rosa.open(&address).await;
    rosa.press(&again, "Take it back now", &[]).await;
    let again = rosa.open(&address).await;
    rosa.press(&again, "Yes, show it", &ALL).await;
    assert_eq!(places(&app, &page.path).await, [true; 3]);
    let file = taken(&app, "stories", "json").await;
    assert!(file.contains("\"Told as\": \"Rosa\"") && !file.contains("Alpha Metal") && !file.contains("F-0001"), "{file}");
    let hash = text(&app, "SELECT text_hash FROM story_consent ORDER BY id DESC LIMIT 1").await;
    assert!(hash.len() == 64 && file.contains(&hash), "{hash}");
}

#[tokio::test]
async fn taken_back_it_is_gone_everywhere_in_the_same_second_a_file_that_waits_too() {
    let app = TestApp::start().await;
    app.arm(&["Max"]).await;
    let mut ada = app.person("Ada").await;
    let (page, address) = agreed(&app, &mut ada).await;
    assert_eq!(places(&app, &page).await, [true; 3]);
    let mut max = app.person("Max").await;
    let made = file_of(&app, &mut max, &[("kind", "stories"), ("form", "xlsx")]).await;
    let file = made.form_link_to("/file");
    assert_eq!(max.look(&file).await.status, StatusCode::OK);
    let mut rosa = app.nobody();
    let shown = rosa.open(&address).await;
    for _ in 0..2 {
        let gone = rosa.press(&shown, "Take it back now", &[]).await;
        assert!(gone.says("It was taken back"), "{}", main_of(&gone));
    }
    assert_eq!(app.audited("story.withdrawn").await, 1, "a second press changes nothing");
    assert_eq!(places(&app, &page).await, [false; 3]);
    let refused = max.look(&file).await;
    assert!(
        refused.status != StatusCode::OK && refused.says("taken back since the file was made"),
        "{} {}",
        refused.status,
        main_of(&refused)
    );
    assert!(ada.open(&page).await.says("The client took it back"));
    assert_eq!(text(&app, "SELECT ended_why FROM story_consent").await, "withdrawn");
}

#[tokio::test]
async fn whoever_changes_a_word_takes_it_down_and_is_told_so_before() {
    let app = TestApp::start().await;
    app.arm(&["Max"]).await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let (page, address) = agreed(&app, &mut ada).await;
    let form = ada.open(&format!("{page}/facts")).await;
    assert!(form.says("Saving takes this story down at once"), "{}", main_of(&form));
    let other = max.open(&format!("{page}/facts")).await;
    // The same words again change nothing.
    ada.press(&form, "Take it down and save changes", &[]).await;
    assert_eq!(places(&app, &page).await, [true; 3]);
    let form = ada.open(&format!("{page}/facts")).await;
    let changed = ada.press(&form, "Take it down and save changes", &[("words", "I baked at home for sixty years.")]).await;
    assert!(changed.says("Draft") && changed.says("it has to be asked anew"), "{}", main_of(&changed));
    assert_eq!(places(&app, &page).await, [false; 3]);
    assert_ne!(app.nobody().look(&address).await.status, StatusCode::OK, "the link that asked about other words is closed");
    let stale = max.press(&other, "Take it down and save changes", &[("title", "Ovens")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.says("This was changed since you opened it"), "{}", main_of(&stale));
    assert_eq!(stale.form_with("Save changes").value("title"), Some("Ovens"), "what was typed stays");
    // What was agreed to stays on the record as it was.
    assert!(text(&app, "SELECT words FROM story_consent").await.contains("six years"));
    // A page that was drawn before the change is no yes to the words after it.
    let page = ada.open(&page).await;
    ada.press(&page, "Ask again with a new link: Rosa Doe", &[]).await;
    let (address, mut rosa) = (link(&app).await, app.nobody());
    let drawn = rosa.open(&address).await;
    let name = "UPDATE person SET first_name = 'Rosalia', version = version + 1 WHERE first_name = 'Rosa'";
    app.db
        .write(Actor::system(), move |tx| {
            tx.execute(name, [])?;
            tx.audit("person.renamed", Object::none())
        })
        .await
        .unwrap();
    let refused = rosa.press(&drawn, "Yes, show it", &ALL).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "another name is another text");
    assert!(refused.says("Rosalia"), "{}", main_of(&refused));
    assert_eq!(count(&app, "SELECT count(*) FROM story_consent").await, 1);
}

#[tokio::test]
async fn a_spoken_yes_has_a_witness_and_a_copy_by_which_it_is_taken_back() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = written(&app, &mut ada).await;
    let wrong = ada.press(&page, "Save what they said", &[("said", "agreed")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("Tick at least one place"), "{}", main_of(&wrong));
    let done = ada.press(&wrong, "Save what they said", &[("said", "agreed"), ("public", "yes"), ("until", "2027-06-30")]).await;
    for words in ["Shown until", "On the telephone, or face to face", "heard by Ada", "A copy went to the client"] {
        assert!(done.says(words), "{words}: {}", main_of(&done));
    }
    assert!(text(&app, "SELECT text_shown FROM story_consent").await.contains("anybody can read"));
    assert!(seen(&app, &public(&page.path)).await.1);
    let notice = text(&app, "SELECT body FROM outbox_message ORDER BY id DESC LIMIT 1").await;
    assert!(notice.contains("take your yes back") && notice.contains("{link}"), "{notice}");
    let mut rosa = app.nobody();
    let copy = rosa.open(&link(&app).await).await;
    rosa.press(&copy, "Take it back now", &[]).await;
    assert_eq!(seen(&app, &public(&page.path)).await, (StatusCode::NOT_FOUND, false));
    // What was read out before a change is no yes to what stands after it.
    let stale = ada.open(&page.path).await;
    let form = ada.open(&format!("{}/facts", page.path)).await;
    ada.press(&form, "Save changes", &[("title", "Ovens")]).await;
    let refused = ada.press(&stale, "Save what they said", &[("said", "agreed"), ("public", "yes")]).await;
    assert!(refused.status == StatusCode::CONFLICT && refused.says("Read it to them as it is now"), "{}", main_of(&refused));
}

#[tokio::test]
async fn a_wish_reaches_staff_and_a_no_is_the_end_of_it() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let address = asked(&app, &mut ada).await;
    let mut rosa = app.nobody();
    let seen = rosa.open(&address).await;
    let empty = rosa.press(&seen, "I want it different", &[]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("Write what should be different"), "{}", main_of(&empty));
    let wished = rosa.press(&empty, "I want it different", &[("words", "It was seven years")]).await;
    assert!(
        wished.says("You want it different") && !wished.says("seven years"),
        "a link shows none of their own words: {}",
        main_of(&wished)
    );
    let today = app.person("Max").await.open("/today").await;
    assert!(today.says("Alpha Metal Works wants their story different"), "{}", main_of(&today));
    let list = ada.open("/stories?state=wished").await;
    assert!(list.says("A corner shop at last"), "{}", main_of(&list));
    let story = text(&app, "SELECT public_id FROM story").await;
    assert!(ada.open(&format!("/stories/{story}")).await.says("It was seven years"));
    let refused = rosa.press(&wished, "No, do not show it", &[]).await;
    assert!(refused.says("You said no"), "{}", main_of(&refused));
    assert!(ada.open(&format!("/stories/{story}")).await.says("The client said no"));
    assert!(!app.person("Max").await.open("/today").await.says("wants their story different"));
    assert_eq!(count(&app, "SELECT count(*) FROM story_consent").await, 0);
}

#[tokio::test]
async fn on_their_own_pages_they_answer_in_their_language_and_see_it_among_their_permissions() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = written(&app, &mut ada).await;
    let (reference, code) = letter(&mut ada, &referred.referral).await;
    let mut rosa = app.nobody();
    typed(&mut rosa, &reference, &code).await;
    let own = page.path.replace("/stories/", "/me/stories/");
    assert_eq!(rosa.open(&own).await.status, StatusCode::NOT_FOUND, "a draft that nobody asked about is not there");
    ada.press(&page, "Ask with a private link: Rosa Doe", &[]).await;
    assert!(rosa.open("/me").await.says("A story about your business"));
    let seen = rosa.open(&own).await;
    let said = rosa.press(&seen, "Yes, show it", &ALL).await;
    assert!(said.says("It has been shown since") && said.says("The exact words you agreed to"), "{}", main_of(&said));
    assert!(!rosa.open("/me").await.says("A story about your business"), "it was answered");
    assert!(rosa.open("/me/permissions").await.says("A corner shop at last"));
    assert!(rosa.open("/me/stories").await.says("It is shown"));
    for language in Language::offered().filter(|language| *language != Language::english()) {
        rosa.post("/me/language?next=/me/stories", &[("language", language.code())]).await;
        for path in [own.as_str(), "/me/stories"] {
            let page = rosa.open(path).await;
            assert_eq!(page.status, StatusCode::OK, "{} {path}", language.code());
            assert!(page.says("A corner shop at last") && !page.says("story-"), "{} {path}", language.code());
            assert!(!page.says("Take it back") && !page.says("It is shown"), "{} {path}: {}", language.code(), main_of(&page));
        }
        let mut reader = app.nobody();
        reader.keep("language", language.code());
        let told = reader.open(&public(&page.path)).await;
        assert!(told.says("I baked at home") && !told.says("Told by"), "{}: {}", language.code(), main_of(&told));
        assert!(
            told.text().contains(&format!("<html lang=\"{}\"", language.code()))
                && told.text().contains("<article class=\"stack\" lang=\"en\"")
        );
    }
    rosa.post("/me/language?next=/me/stories", &[("language", "en")]).await;
    let shown = rosa.open(&own).await;
    rosa.press(&shown, "Take it back now", &[]).await;
    assert_eq!(app.nobody().look(&public(&page.path)).await.status, StatusCode::NOT_FOUND);
    // Somebody else's is not there, to look at or to answer.
    let mut bill = app.nobody();
    let referred = app.refer(&app.beta).await;
    let (reference, code) = letter(&mut app.person("Bea").await, &referred.referral).await;
    typed(&mut bill, &reference, &code).await;
    assert_eq!(bill.open(&own).await.status, StatusCode::NOT_FOUND);
    assert!(bill.open("/me/stories").await.says("You have not been asked about a story"));
}

#[tokio::test]
async fn another_program_sees_none_of_it_and_staff_take_it_down_at_any_time() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let (page, _) = agreed(&app, &mut ada).await;
    let mut bea = app.person("Bea").await;
    for path in [page.clone(), format!("{page}/facts"), format!("/clients/{}/stories", app.alpha.client)] {
        assert_eq!(bea.look(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let id = page.rsplit('/').next().unwrap().to_owned();
    let press = bea.post(&format!("/stories/{id}/withdrawal"), &[("key", "0123456789abcdef")]).await;
    assert_eq!(press.status, StatusCode::NOT_FOUND);
    assert!(!bea.open("/stories").await.says("A corner shop"));
    assert_eq!(app.person("Stu").await.look(&page).await.status, StatusCode::FORBIDDEN);
    assert!(seen(&app, &public(&page)).await.1);
    let mut max = app.person("Max").await;
    let shown = max.open(&page).await;
    for _ in 0..2 {
        let down = max.press(&shown, "Take it down now", &[]).await;
        assert!(down.says("Taken down by staff"), "{}", main_of(&down));
    }
    assert_eq!(app.audited("story.taken_down").await, 1);
    assert_eq!(seen(&app, &public(&page)).await, (StatusCode::NOT_FOUND, false));
    let standing = ada.open(&page).await;
    let gone = ada.press(&standing, "Take this story back", &[]).await;
    assert!(gone.says("nobody is asked about it"), "{}", main_of(&gone));
    assert!(!ada.open("/stories").await.says("A corner shop"));
    assert!(ada.open("/stories?state=ended").await.says("A corner shop"));
    // A number that is never kept, and a word that is never asked, are caught where it is written.
    let form = ada.open(&format!("/clients/{}/stories/new", app.alpha.client)).await;
    let warned = ada.press(&form, "Save the draft", &[("title", "T"), ("words", "She got her green card in May")]).await;
    assert_eq!(warned.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", main_of(&warned));
}
