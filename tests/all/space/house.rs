//! A landlord, its units, and businesses that wait for one.

use crate::house::{Program, TestApp, business};
use fairfloor::auth::links;
use fairfloor::import;
use fairfloor::partners::{self, NewContact, PartnerFacts};
use fairfloor::people;
use fairfloor::sites::attribute::{Facts, find};
use fairfloor::sites::{NewSite, queries};
use fairfloor::store::{Actor, Object};
use fairfloor::values::{ConsentMethod, Day, Email, Kind, Line};

/// A landlord with somebody to ask.
pub struct Landlord {
    pub partner: String,
    pub name: String,
    pub key: i64,
    program: i64,
}

fn facts(typed: &[(&str, &str)]) -> Facts {
    let mut facts = Facts::default();
    for (name, typed) in typed {
        let attribute = find(name).unwrap();
        facts.set(attribute, attribute.parse(typed).unwrap().unwrap());
    }
    facts
}

impl Landlord {
    /// A landlord of a program.
    pub async fn of(app: &TestApp, program: &Program) -> Self {
        Self::named(app, program, "Harbor Loft Trust").await
    }

    /// A landlord of a program under another name.
    pub async fn named(app: &TestApp, program: &Program, name: &'static str) -> Self {
        let program = program.key;
        app.db
            .write(Actor::system(), move |tx| {
                let listed = PartnerFacts::named(Line::parse(name, "the name")?, vec![Kind::RealEstate]);
                let (key, id) = partners::queries::add(tx, program, &listed)?;
                let sal = NewContact {
                    name: Line::parse("Sal Silva", "the name")?,
                    email: Some(Email::parse("sal@harbor.test")?),
                    telephone: None,
                };
                partners::queries::add_contact(tx, &partners::queries::find(tx, key)?, &sal)?;
                Ok(Self { partner: id.to_string(), name: name.to_owned(), key, program })
            })
            .await
            .unwrap()
    }

    /// Lists a unit; gives its address.
    pub async fn lists(&self, app: &TestApp, name: &str, typed: &[(&str, &str)]) -> String {
        let (key, new) = (self.key, NewSite { name: name.to_owned(), facts: facts(typed) });
        let added = app.db.write(Actor::system(), move |tx| queries::add(tx, &partners::queries::find(tx, key)?, &new)).await;
        added.unwrap().1.to_string()
    }

    /// Its units were confirmed on a day that is long over.
    pub async fn has_not_confirmed_since(&self, app: &TestApp, day: &str) {
        let (key, day) = (self.key, Day::parse(day).unwrap());
        app.db
            .write(Actor::system(), move |tx| {
                tx.execute("UPDATE site SET checked_on = ?1 WHERE partner_id = ?2", (day, key))?;
                tx.audit("site.changed", Object::none())
            })
            .await
            .unwrap();
    }

    /// The link it was sent last.
    pub async fn link(&self, app: &TestApp) -> String {
        app.db
            .write(Actor::system(), move |tx| {
                let link = tx.query_row("SELECT max(id) FROM access_link WHERE kind = 'sites'", [], |row| row.get(0))?;
                links::address(tx, &tx.keys(), "", link)
            })
            .await
            .unwrap()
    }

    /// Imports a file of units, or says why not.
    pub async fn imports(&self, app: &TestApp, text: &str, dry_run: bool) -> Result<String, String> {
        let file = app.folder.folder.path().with_extension("sites.csv");
        std::fs::write(&file, text).unwrap();
        let program = self.program;
        let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, program)).await.unwrap().name;
        let command = import::Command {
            kind: "sites".to_owned(),
            file,
            program: Some(name),
            map: Vec::new(),
            preset: None,
            decide: Vec::new(),
            dry_run,
        };
        import::command(&app.db, command, &mut |_, _| {}).await.map_err(|cause| cause.to_string())
    }

    /// How many units it has.
    pub async fn units(&self, app: &TestApp) -> i64 {
        let key = self.key;
        app.db
            .read(move |conn| Ok(conn.query_row("SELECT count(*) FROM site WHERE partner_id = ?1", [key], |row| row.get(0))?))
            .await
            .unwrap()
    }
}

/// A business of a program that looks for space.
pub async fn waits(app: &TestApp, program: &Program, name: &str, first: &str, typed: &[(&str, &str)], since: &str, is_told: bool) {
    let (program, new, facts, since) = (program.key, business(name, first), facts(typed), Day::parse(since).unwrap());
    app.db
        .write(Actor::system(), move |tx| {
            let (key, _) = people::queries::register(tx, program, None, &new)?;
            let client = people::queries::find_in(tx, key, program)?;
            let words = queries::Words { note: None, told: is_told.then_some(ConsentMethod::Spoken) };
            queries::start_need(tx, &client, &facts, &words, Some(since)).map(drop)
        })
        .await
        .unwrap();
}

/// The address of what a business needs.
pub async fn need(app: &TestApp, name: &str) -> String {
    let name = name.to_owned();
    let sql = "SELECT space_need.public_id FROM space_need JOIN business ON business.id = space_need.business_id WHERE business.name = ?1";
    app.db.read(move |conn| Ok(conn.query_row(sql, [name], |row| row.get(0))?)).await.unwrap()
}

/// Row key of a unit.
pub async fn site_key(app: &TestApp, id: &str) -> i64 {
    let id = id.to_owned();
    app.db.read(move |conn| Ok(conn.query_row("SELECT id FROM site WHERE public_id = ?1", [id], |row| row.get(0))?)).await.unwrap()
}
