//! One of each thing, planted in what a program knows of a client.

use fairfloor::auth;
use fairfloor::config::Clock;
use fairfloor::notes;
use fairfloor::people;
use fairfloor::services::{self, Given, More, NewService, Promise, Whom};
use fairfloor::store::Tx;
use fairfloor::values::AttemptOutcome;
use fairfloor::values::{AnswerWay, OutcomeAnswer};
use fairfloor::values::{Channel, Day, DeploymentId, Line, Minutes, Note, NoteLevel, PersonId, ServiceKind};
use fairfloor::values::{CountSide, JobBasis};

/// A service with a follow-up and a note, and a note of its own, by an advisor of the program.
pub fn log_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64) -> fairfloor::error::Result<(String, String, String, String)> {
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let given = Given {
        kind: ServiceKind::Space,
        channel: Channel::Phone,
        minutes: Minutes::parse("30")?,
        note: Note::maybe("Planted", "the note")?,
        level: NoteLevel::Team,
        served_on: tx.today(),
        more: More::default(),
    };
    let promise = Promise { title: Line::parse("Call Rosa", "the title")?, due_on: tx.today().plus_days(3) };
    let attempt = services::queries::note_attempt(tx, &viewer, (program, business), &given, AttemptOutcome::Voicemail)?;
    let new = NewService { program, whom: Whom::Client(business), given, follow_up: Some(promise) };
    let (_, service) = services::queries::log(tx, &viewer, new)?;
    let follow_ups = services::queries::follow_ups_of(tx, &viewer, tx.at(), 5)?;
    let words = notes::Words { body: Note::maybe("Planted", "the note")?.unwrap(), level: NoteLevel::Team };
    let note = notes::queries::write(tx, &viewer, &people::queries::find_in(tx, business, program)?, &words)?;
    Ok((service.to_string(), follow_ups[0].id.to_string(), note.to_string(), attempt.to_string()))
}

/// A training that the client's owner came to.
pub fn teach_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64, owner: &PersonId) -> fairfloor::error::Result<String> {
    use fairfloor::training::{form::TrainingForm, queries};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let form = TrainingForm {
        title: "Planted".to_owned(),
        topic: "technology".to_owned(),
        format: "online".to_owned(),
        on: vec![tx.today().to_string()],
        hours: "2".to_owned(),
        ..TrainingForm::fresh()
    };
    let facts = form.facts(&mut fairfloor::web::Complaints::default(), tx.today()).unwrap();
    let training = queries::hold(tx, &viewer, program, &facts)?;
    queries::came(tx, &viewer, &training, &people::queries::find_in(tx, business, program)?, owner, 1)?;
    Ok(training.to_string())
}

/// A proposal of a client, with their name beside it and what they and their advisor say: addresses of it, of the advisor's and of their own.
pub fn propose_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64) -> fairfloor::error::Result<[String; 3]> {
    use fairfloor::indicators::queries::{self, Speaker};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let person = people::queries::contact(tx, business, tx.today())?.unwrap().person;
    let client = fairfloor::indicators::Client { program, business, person };
    let id = queries::propose_as(tx, client, "Planted", true)?;
    queries::rank(tx, client, std::slice::from_ref(&id))?;
    let indicator = queries::find_for(tx, &viewer, &id)?;
    queries::say(tx, &indicator, Speaker::Client(client, true), "Planted")?;
    queries::say(tx, &indicator, Speaker::Staff(&viewer), "Planted")?;
    let said = queries::comments(tx, &indicator, (0, 2))?;
    Ok([id.to_string(), said[0].id.to_string(), said[1].id.to_string()])
}

/// A count of the client's workers after its resource, with one kind of work.
pub fn count_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64, resource: &str) -> fairfloor::error::Result<(String, String)> {
    use fairfloor::workers::{Facts, form::WorkForm, queries};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let client = people::queries::find_in(tx, business, program)?;
    let deployment: i64 = tx.query_row("SELECT id FROM deployment WHERE public_id = ?1", [resource], |row| row.get(0))?;
    let facts = Facts { on: tx.today(), workers: 5, basis: JobBasis::ToldToAdvisor, resource: Some((deployment, CountSide::After)) };
    let count = queries::count(tx, &viewer, &client, &facts)?;
    let typed = WorkForm { title: "Planted".to_owned(), heads: "2".to_owned(), term: "full".to_owned(), ..WorkForm::default() };
    let work = typed.work(&mut fairfloor::web::Complaints::default()).unwrap();
    queries::add(tx, &viewer, &count, &work)?;
    let key = queries::find_for(tx, &viewer, &count)?.key;
    Ok((count.to_string(), queries::positions(tx, key)?[0].id.to_string()))
}

/// Something that the client promised for its resource.
pub fn promise_one(tx: &Tx<'_>, advisor: i64, resource: &str) -> fairfloor::error::Result<String> {
    use fairfloor::commitments::{Facts, queries};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let resource = queries::find_resource(tx, &viewer, &DeploymentId::parse(resource).unwrap())?;
    let checks = vec![Day::parse("2026-01-05")?, Day::parse("2026-01-06")?];
    let facts = Facts { what: "Planted".to_owned(), amount: Some(3), due_on: checks[1], checks };
    Ok(queries::promise(tx, &viewer, &resource, &facts)?.to_string())
}

/// A certificate of the client that ends soon.
pub fn certify_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64) -> fairfloor::error::Result<String> {
    use fairfloor::certifications::{form::CertificationForm, queries};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let until_on = tx.today().plus_days(30).to_string();
    let form = CertificationForm { code: "mbe".to_owned(), agency: "Planted".to_owned(), until_on, ..CertificationForm::fresh() };
    let facts = form.facts(&mut fairfloor::web::Complaints::default(), None, tx.today()).unwrap();
    let client = people::queries::find_in(tx, business, program)?;
    Ok(queries::record(tx, &viewer, &client, &facts)?.to_string())
}

/// Something that came of it for the client.
pub fn come_to_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64) -> fairfloor::error::Result<String> {
    use fairfloor::outcomes::form::{Lists, OutcomeForm};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let form = OutcomeForm { kind: "contract_won".to_owned(), after: "1,000".to_owned(), ..OutcomeForm::fresh(tx.today()) };
    let mut complaints = fairfloor::web::Complaints::default();
    let (facts, known) = (form.facts(&mut complaints, &Lists::default(), tx.today()), form.known(&mut complaints, tx.today()));
    let client = people::queries::find_in(tx, business, program)?;
    let id = fairfloor::outcomes::queries::record(tx, &viewer, &client, &facts.unwrap(), &known.unwrap())?;
    let outcome = fairfloor::outcomes::queries::find_for(tx, &viewer, &id)?;
    let said = fairfloor::outcomes::Said { answer: OutcomeAnswer::Right, amount: None, words: None, helped: None };
    let owner = people::queries::contact(tx, business, tx.today())?.unwrap();
    fairfloor::outcomes::queries::answer(tx, &outcome, owner.person, outcome.version, &said, AnswerWay::OwnPage)?;
    Ok(id.to_string())
}

/// A story that the client agreed to, for reports and files but for no public page.
pub fn tell_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64) -> fairfloor::error::Result<String> {
    use fairfloor::stories::queries::{self, By};
    use fairfloor::stories::{Facts, Said, Uses};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let client = people::queries::find_in(tx, business, program)?;
    let uses = Uses { public: false, reports: true, export: true };
    let facts = Facts {
        title: "How it went".to_owned(),
        words: "They signed a lease.".to_owned(),
        named_as: fairfloor::values::StoryName::Described,
        described: Some("a shop on the river".to_owned()),
        language: fairfloor::i18n::Language::english(),
        uses,
    };
    let id = queries::write(tx, &viewer, &client, &facts)?;
    let (story, owner) = (queries::find_for(tx, &viewer, &id, tx.today())?, people::queries::contact(tx, business, tx.today())?.unwrap());
    let by = By { person: owner.person, way: AnswerWay::OwnPage, witness: None, language: fairfloor::i18n::Language::english() };
    let said = Said::Agreed(uses, tx.today().plus_days(200));
    queries::answer(tx, &story, (story.version, &story.shown().hash()), &said, by)?;
    Ok(id.to_string())
}
