//! A client with a sentinel in every column, its referrals on their way, and the partners who look at them.

use super::columns::{self, Decision, Garden, Sentinel, found, word_for};
use super::routes::{Partner, Seen, Side};
use crate::house::{Page, Person, TestApp};
use crate::kinds::{id_of, partner_accepts, partner_opens};
use crate::rules::schema::SCHEMA;
use fairfloor::auth::links::{self, Target};
use fairfloor::referrals::fields::{Ask, See};
use fairfloor::referrals::needs;
use fairfloor::store::{Actor, Object};
use fairfloor::values::{Kind, LinkKind, SharedField, Vocabulary};
use rusqlite::types::Value;

/// What the client agrees to share. The other fields stay hidden for good.
pub const SHARED: [SharedField; 4] = [SharedField::BusinessName, SharedField::ContactName, SharedField::Telephone, SharedField::Workers];

/// How far a partner is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Let {
    /// The request is closed, or was never sent.
    Out,
    /// Asked: rough facts, and nothing that names anybody.
    Asked,
    /// It said yes, or the client is introduced by name.
    In,
    /// Introduced by name, and it has not said yes: who, and none of the facts that come after a yes.
    Named,
}

impl Let {
    pub fn allows(self, side: Side, sentinel: &Sentinel) -> bool {
        let is_named = matches!(self, Self::In | Self::Named);
        match (side, sentinel.decision) {
            // The team's own name and number stand on every page: whoever reads it knows whom to call.
            (_, Decision::Before) if sentinel.place.starts_with("account.") => true,
            (Side::Question, _) => sentinel.place == "question.text asked here",
            (Side::Request, Decision::Before) => self != Self::Out,
            (Side::Request, Decision::Agreed(field)) => is_named && SHARED.contains(&field),
            (Side::Request, Decision::Walked) => sentinel.place.starts_with("after ") && self == Self::In,
            (Side::Bare | Side::Request, _) => false,
        }
    }
}

/// Sentinels that stand where they may not.
pub fn faults(sentinels: &[Sentinel], seen: &[Seen], how_far: Let, when: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for one in seen {
        for sentinel in found(sentinels, &one.page.text()) {
            if !how_far.allows(one.side, sentinel) {
                faults.push(format!("{when}: {} stands on {} ({})", sentinel.place, one.route, one.page.status));
            }
        }
    }
    faults
}

/// A client with a sentinel in every column, and in every field of a kind's sheet.
pub struct Walk {
    pub app: TestApp,
    pub ada: Person,
    pub garden: Garden,
    pub kind: Kind,
    pub faults: Vec<String>,
}

impl Walk {
    pub async fn of(kind: Kind) -> Self {
        Self::on(TestApp::start().await, kind).await
    }

    pub async fn on(app: TestApp, kind: Kind) -> Self {
        let garden = Garden::new();
        // Somebody else's partner, need and name.
        let other = app.refer(&app.alpha).await;
        let mut walk = Self { ada: app.person("Ada").await, app, garden, kind, faults: Vec::new() };
        for (place, look) in [("other partner", "Harbor Loft Trust"), ("other need", "near the F train"), ("other contact", "Sal Silva")] {
            let sentinel = Sentinel { place: place.to_owned(), looks: vec![look.to_owned()], decision: Decision::Never };
            walk.garden.sentinels.push(sentinel);
        }
        walk.plant(&other.referral).await;
        walk
    }

    /// Rows of every table about somebody, each with its sentinels.
    pub async fn plant(&mut self, other: &str) {
        let (client, owner, other) = (self.app.alpha.client_key, self.app.alpha.owner_key, other.to_owned());
        let (program, advisor) = (self.app.alpha.key, self.app.account("Ada").0);
        let garden = std::mem::take(&mut self.garden);
        let planted = self.app.db.write(Actor::system(), move |tx| {
            let row = |sql: &str| tx.query_row(sql, [], |row| row.get::<_, Value>(0));
            let other = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [other], |row| row.get::<_, Value>(0))?;
            let partner = row("SELECT max(id) FROM partner")?;
            let enrollment = tx.query_row("SELECT id FROM enrollment WHERE business_id = ?1", [client], |row| row.get::<_, Value>(0))?;
            let about = [
                ("business_id", Value::Integer(client)),
                ("enrollment_id", enrollment),
                ("person_id", Value::Integer(owner)),
                ("program_id", Value::Integer(program)),
                ("account_id", Value::Integer(advisor)),
                ("referral_id", other),
                ("partner_id", partner),
                ("code_mac", Value::Blob(vec![1])),
            ];
            for table in [
                "service",
                "follow_up",
                "intake",
                "import_run",
                "import_question",
                "space_need",
                "site",
                "site_referral",
                "allocation_rule",
                "allocation",
                "referral_secret",
                "non_disclosure",
                "partner_task",
                "client_word",
                "inbound",
                "body_member",
                "member_statement",
                "body_meeting",
                "body_decision",
                "body_recusal",
                "deployment",
                "job_position",
                "certification",
                "commitment",
                "commitment_check",
                "outcome",
                "outcome_answer",
                "outcome_evidence",
                "indicator",
                "indicator_comment",
                "story",
                "story_step",
                "story_consent",
                "note",
                "note_text",
                "attachment",
                "location",
                "occupancy",
                "glass",
                "legal_hold",
                "erasure_request",
                "correction_request",
                "complaint",
                "helper",
            ] {
                let mut given: Vec<(&str, Value)> = about.to_vec();
                if table == "inbound" {
                    given.push(("closed_at", Value::Integer(1)));
                }
                if table == "job_position" {
                    given.push(("snapshot_id", row(&format!("SELECT max(id) FROM job_snapshot WHERE business_id = {client}"))?));
                }
                // A client says it: then nobody of staff does.
                if table.starts_with("indicator") {
                    given.retain(|(name, _)| *name != "account_id");
                }
                if table == "indicator_comment" {
                    given.push(("indicator_id", row("SELECT max(id) FROM indicator")?));
                }
                if table == "attachment" {
                    given.push(("service_id", row("SELECT max(id) FROM service")?));
                }
                let known: Vec<String> =
                    columns::columns(SCHEMA).into_iter().filter(|one| one.table == table).map(|one| one.name).collect();
                given.retain(|(name, _)| known.iter().any(|one| one == name));
                garden.plant(tx, table, &given)?;
            }
            let text = word_for("message.body");
            tx.execute(
                "INSERT INTO message (referral_id, party, readers, body, at, settled_why) SELECT id, 'advisor', 'client', ?1, 1, ?2 FROM referral",
                [text, word_for("message.settled_why")],
            )?;
            for table in ["account", "business", "person", "ownership", "enrollment", "job_snapshot", "consent"] {
                garden.sow(tx, table)?;
            }
            Ok(garden)
        });
        self.garden = planted.await.unwrap();
    }

    /// A question that names nobody, to the partner that is asked later; and one of another partner's, answered.
    pub async fn ask(&mut self, contact: &str) -> String {
        let kind = self.kind.code();
        let link = || async {
            let found = self.app.db.write(Actor::system(), |tx| {
                let link: i64 = tx.query_row("SELECT link_id FROM question_partner ORDER BY id DESC LIMIT 1", [], |row| row.get(0))?;
                links::address(tx, &tx.keys(), "", link)
            });
            found.await.unwrap()
        };
        let page = self.ada.open(&format!("/clients/{}/questions?kind={kind}", self.app.alpha.client)).await;
        let page = self.ada.press(&page, "Ask", &[("text", "ZqquestiontextqZ"), ("contact", contact)]).await;
        let theirs = link().await;
        let garden = std::mem::take(&mut self.garden);
        let sown = self.app.db.write(Actor::system(), move |tx| {
            garden.sow(tx, "question")?;
            garden.sow(tx, "question_partner")?;
            Ok(garden)
        });
        self.garden = sown.await.unwrap();
        let page = self.ada.open(page.path.as_str()).await;
        let typed = [("text", "Is ZqaskedhereqZ free in March?"), ("contact", contact)];
        let page = self.ada.press(&page, "Ask", &typed).await;
        assert!(page.says("ZqaskedhereqZ"), "{}", page.text());
        let looks = vec!["ZqaskedhereqZ".to_owned()];
        self.garden.sentinels.push(Sentinel { place: "question.text asked here".to_owned(), looks, decision: Decision::Walked });
        let mine = link().await;
        assert_ne!(theirs, mine);
        mine
    }
}

/// What can be planted in one field of a sheet, and how it looks.
pub fn of_field(garden: &mut Garden, code: &str, ask: Ask) -> (String, Vec<String>) {
    match ask {
        Ask::Whole { .. } => {
            let number = garden.number();
            (number.to_string(), vec![number.to_string()])
        }
        Ask::Dollars => {
            let dollars = garden.number();
            ((dollars * 100).to_string(), vec![dollars.to_string()])
        }
        Ask::Hours => {
            let hours = garden.number();
            ((hours * 60).to_string(), vec![hours.to_string()])
        }
        Ask::Date | Ask::PastDate => {
            let year = garden.year();
            (format!("{year}-05-17"), vec![year.to_string()])
        }
        Ask::Line | Ask::Text => (word_for(code), vec![word_for(code)]),
        // A list has no room for a plant: its first word stands in for an answer.
        Ask::One(choices) | Ask::Several(choices) => (choices[0].0.to_owned(), Vec::new()),
        Ask::YesNo => ("yes".to_owned(), Vec::new()),
    }
}

/// A referral on its way, and the partner that looks at it.
pub struct Sent {
    pub partner: Partner,
    pub referral: String,
}

impl Walk {
    /// A draft for a partner of its own, with a sentinel in every field of its sheet and in its thread; agreed to, and sent.
    pub async fn send(&mut self, name: &'static str, by_name: bool) -> Sent {
        let contact = self.app.partner_taking(&self.app.alpha, name, self.kind).await;
        let question = self.ask(&contact).await;
        let form = crate::kinds::new_form(&self.app, &mut self.ada, self.kind.code()).await;
        let mut typed = vec![("need", "A need ZqneedqZ"), ("urgency", "this_month"), ("contact", contact.as_str())];
        for field in needs::of(self.kind).filter(|field| field.is_needed) {
            typed.push((
                field.code,
                match field.ask {
                    Ask::One(choices) | Ask::Several(choices) => choices[0].0,
                    Ask::YesNo => "yes",
                    _ => "1",
                },
            ));
        }
        let draft = self.ada.press(&form, "Save draft", &typed).await;
        let referral = id_of(&draft);
        self.fill_in(&referral).await;
        let draft = self.ada.open(&draft.path).await;
        let mut said: Vec<(&str, &str)> = SHARED.iter().map(|field| ("field", field.code())).collect();
        said.push(("answer", "spoken"));
        if by_name {
            said.push(("by_name", referral.as_str()));
        }
        let agreed = self.ada.press(&draft, "Save what they said", &said).await;
        assert!(agreed.status.is_success(), "{}", agreed.text());
        let sent = self.ada.press(&agreed, "Send to the partner", &[]).await;
        assert!(sent.says("Sent"), "{}", sent.text());
        let (person, _) = partner_opens(&self.app, &referral).await;
        let sites = self.link_of(&referral, LinkKind::Sites).await;
        Sent { partner: Partner { person, referral: referral.clone(), sites, question }, referral }
    }

    /// A sentinel for each field of the sheet, once; and lines of the thread for whoever may read them.
    pub async fn fill_in(&mut self, referral: &str) {
        let mut rows = Vec::new();
        for field in needs::of(self.kind) {
            let place = match field.see {
                See::Before => format!("before {}", field.code),
                See::After => format!("after {}", field.code),
                See::Team => format!("team {}", field.code),
            };
            let (value, looks) = of_field(&mut self.garden, field.code, field.ask);
            let decision = match field.see {
                See::Before => Decision::Before,
                See::After => Decision::Walked,
                See::Team => Decision::Never,
            };
            self.garden.sentinels.push(Sentinel { place, looks, decision });
            rows.push((field.code, value));
        }
        for (place, look, decision) in [
            ("need", "ZqneedqZ", Decision::Before),
            ("after a message to both", "ZqbothqZ", Decision::Walked),
            ("a message to the client", "ZqclientonlyqZ", Decision::Never),
        ] {
            self.garden.sentinels.push(Sentinel { place: place.to_owned(), looks: vec![look.to_owned()], decision });
        }
        let referral = referral.to_owned();
        self.change(move |tx| {
            let key: i64 = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [referral], |row| row.get(0))?;
            tx.execute("DELETE FROM referral_need WHERE referral_id = ?1", [key])?;
            for (code, value) in &rows {
                tx.execute("INSERT INTO referral_need (referral_id, field, value) VALUES (?1, ?2, ?3)", (key, code, value))?;
            }
            let secret = "INSERT INTO referral_secret (referral_id, words, version, changed_at) VALUES (?1, ?2, 1, 1)";
            tx.execute(secret, (key, word_for("referral_secret.words")))?;
            for (readers, body) in [("both", "ZqbothqZ"), ("client", "ZqclientonlyqZ")] {
                let sql = "INSERT INTO message (referral_id, party, readers, body, at) VALUES (?1, 'entrepreneur', ?2, ?3, ?4)";
                tx.execute(sql, (key, readers, body, tx.at()))?;
            }
            Ok(())
        })
        .await;
    }

    pub async fn change<D>(&self, deed: D)
    where
        D: FnOnce(&fairfloor::store::Tx<'_>) -> fairfloor::error::Result<()> + Send + 'static,
    {
        self.app
            .db
            .write(Actor::system(), move |tx| {
                deed(tx)?;
                tx.audit("sentinel.planted", Object::none())
            })
            .await
            .unwrap();
    }

    /// A link of another kind for whoever the referral asks.
    pub async fn link_of(&self, referral: &str, kind: LinkKind) -> String {
        let referral = referral.to_owned();
        let made = self.app.db.write(Actor::system(), move |tx| {
            let contact = tx.query_row("SELECT contact_id FROM referral WHERE public_id = ?1", [referral], |row| row.get(0))?;
            let link = links::issue(tx, kind, Target { contact: Some(contact), ..Target::default() })?;
            tx.audit("link.made", Object::none())?;
            links::address(tx, &tx.keys(), "", link)
        });
        made.await.unwrap()
    }

    /// Every page of the partner, and every notice so far, as they stand now.
    pub async fn look(&mut self, sent: &mut Sent, how_far: Let, when: &str) {
        let when = format!("{}, {when}", self.kind.code());
        let seen = sent.partner.looks_around(&self.app).await;
        self.faults.extend(faults(&self.garden.sentinels, &seen, how_far, &when));
        if how_far == Let::In {
            let desk = seen.iter().find(|one| one.route == "Get /p/r/{id}").unwrap();
            let shown = found(&self.garden.sentinels, &desk.page.text());
            let is_due = |one: &&Sentinel| match one.decision {
                Decision::Before | Decision::Walked => {
                    !one.looks.is_empty() && !one.place.starts_with("question") && !one.place.starts_with("account.")
                }
                Decision::Agreed(field) => SHARED.contains(&field),
                _ => false,
            };
            for one in self.garden.sentinels.iter().filter(is_due) {
                if !shown.iter().any(|known| known.place == one.place) {
                    self.faults.push(format!("{when}: {} was agreed to and is not shown", one.place));
                }
            }
        }
        self.read_notices(&when).await;
        self.read_letters(sent, &when).await;
    }

    /// Subjects, texts and everything that goes to partners: nothing of anybody. What goes to the client: nothing of others.
    pub async fn read_notices(&mut self, when: &str) {
        let sql = "SELECT audience, channel, subject, body FROM outbox_message";
        let read = self.app.db.read(move |conn| {
            let mut statement = conn.prepare(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
            Ok(rows.collect::<rusqlite::Result<Vec<(String, String, String, String)>>>()?)
        });
        for (audience, channel, subject, body) in read.await.unwrap() {
            // Each is greeted by name, and told whom to call.
            let is_known = |place: &str| place.starts_with("account.") || place == "other contact";
            let is_bare = audience == "partner" || channel == "text";
            let words = if is_bare { format!("{subject}\n{body}") } else { subject };
            for sentinel in found(&self.garden.sentinels, &words).into_iter().filter(|one| !is_known(&one.place)) {
                self.faults.push(format!("{when}: {} stands in a notice to the {audience} ({channel})", sentinel.place));
            }
        }
    }

    /// The letter that is printed for a partner without e-mail, where one can be given.
    pub async fn read_letters(&mut self, sent: &Sent, when: &str) {
        let page = self.ada.open(&format!("/referrals/{}", sent.referral)).await;
        if !page.text().contains("Print a letter for the partner") {
            return;
        }
        let letter = self.ada.press(&page, "Print a letter for the partner", &[]).await;
        let seen = [Seen { route: "the printed letter".to_owned(), side: Side::Bare, page: letter }];
        self.faults.extend(faults(&self.garden.sentinels, &seen, Let::Out, when));
    }

    /// The partner answers with this event.
    pub async fn answer(&self, sent: &mut Sent, event: &str, typed: &[(&str, &str)]) -> Page {
        let page = sent.partner.person.open(&format!("/p/r/{}", sent.referral)).await;
        let form = page.forms().into_iter().find(|form| form.value("event") == Some(event));
        let form = form.unwrap_or_else(|| panic!("no {event} on {}", page.text()));
        let fields = form.filled("", typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answered = sent.partner.person.post(&form.action, &fields).await;
        assert!(answered.status.is_redirection(), "{event}: {}", answered.text());
        answered
    }

    pub fn stage(&self) -> &'static str {
        match self.kind {
            Kind::BusinessDevelopment => "working",
            Kind::TechnologyTransfer => "need_defined",
            Kind::RealEstate => "tours",
            Kind::Workforce => "interviews",
            Kind::Entrepreneurship => "attending",
        }
    }

    pub fn day(&self, ahead: i64) -> String {
        self.app.db.clock().today().plus_days(ahead).to_string()
    }

    pub async fn accept(&mut self, sent: &mut Sent) {
        let page = sent.partner.person.open(&format!("/p/r/{}", sent.referral)).await;
        partner_accepts(&self.app, &mut sent.partner.person, &page).await;
    }

    /// A manager presses the form of an event.
    pub async fn staff(&mut self, sent: &Sent, event: &str) {
        let mut max = self.app.person("Max").await;
        let page = max.open(&format!("/referrals/{}", sent.referral)).await;
        let form = page.forms().into_iter().find(|form| form.value("event") == Some(event)).unwrap();
        let typed: &[(&str, &str)] = if event == "recall" { &[("reason", "wrong_partner")] } else { &[("reason", "duplicate")] };
        let fields = form.filled("", typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let done = max.post(&form.action, &fields).await;
        assert!(done.status.is_redirection(), "{event}: {}", done.text());
    }

    pub fn ends(self) {
        assert!(self.faults.is_empty(), "{} faults: {:#?}", self.faults.len(), self.faults);
    }
}
