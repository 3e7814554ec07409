//! A house for tests: the real router on a real data folder, called without a network, and people who press buttons.

mod page;
mod person;
mod postbox;
mod proof;
mod referred;

pub use page::{Page, plain};
pub use person::{Person, encoded};
pub use postbox::{Manner, Postbox, Taken};
pub use proof::PASSWORD;
pub use referred::Referred;

use axum::Router;
use fairfloor::auth::gate::{SIGNED_IN, SignedIn};
use fairfloor::auth::queries::{NewAccount, open_account};
use fairfloor::auth::sessions::Sessions;
use fairfloor::config::{Clock, Config, ConfigFile};
use fairfloor::outbox::sender::Sender;
use fairfloor::people::{self, NewClient, NewPerson, Place};
use fairfloor::rounds::Rounds;
use fairfloor::store::{Actor, DataFolder, Db, LossAccepted, Object, Randomness};
use fairfloor::values::{AccountId, ClientId, Day, Email, Line, OrganizationRole, PersonId, ProgramId, ProgramRole, Zone};
use fairfloor::{app, programs};
use std::collections::HashMap;
use tempfile::TempDir;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};

/// A data folder with its keyring, gone with this value.
pub struct Folder {
    _dir: TempDir,
    pub folder: DataFolder,
}

impl Folder {
    /// A folder that does not exist yet, inside one that does.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(&dir.path().join("data"), None);
        Self { _dir: dir, folder }
    }

    /// An empty organization in it.
    pub fn create(&self) -> Db {
        Db::create(&self.folder, "City of Tests", &zone(), None, Randomness::System).unwrap()
    }

    /// A copy of a folder, open or not, as a copying program would make it.
    pub fn copy_of(from: &DataFolder) -> Self {
        let copy = Self::new();
        std::fs::create_dir(copy.folder.path()).unwrap();
        for file in std::fs::read_dir(from.path()).unwrap() {
            let file = file.unwrap();
            if file.file_name() != "fairfloor.db-shm" {
                std::fs::copy(file.path(), copy.folder.path().join(file.file_name())).unwrap();
            }
        }
        std::fs::copy(from.keys(), copy.folder.keys()).unwrap();
        copy
    }

    /// Opened again.
    pub fn open(&self) -> Db {
        Db::open(&self.folder, &LossAccepted::default()).unwrap()
    }
}

/// The day every test begins on, at eleven in the morning, whenever it is run: a Tuesday with no holiday near.
pub const FIRST_DAY: &str = "2026-12-01";

/// The organization's time zone.
pub fn zone() -> Zone {
    Zone::parse("America/New_York").unwrap()
}

/// A program of the test house and its one client.
#[derive(Debug, Clone)]
pub struct Program {
    pub key: i64,
    pub id: ProgramId,
    pub client: ClientId,
    pub client_key: i64,
    pub owner: PersonId,
    pub owner_key: i64,
    /// Name of its advisor.
    pub advisor: &'static str,
}

/// The whole program on a fresh folder: programs Alpha and Beta, each with an advisor, a manager and one client;
/// and an administrator, a steward and an auditor over both.
pub struct TestApp {
    pub folder: Folder,
    pub db: Db,
    pub router: Router,
    pub config: Config,
    pub alpha: Program,
    pub beta: Program,
    accounts: HashMap<&'static str, (i64, AccountId)>,
}

/// Everyone who has an account, by the name tests call them.
pub const STAFF: [&str; 7] = ["Ada", "Max", "Bea", "Mia", "Adam", "Stu", "Aud"];

impl TestApp {
    /// Opens the house.
    pub async fn start() -> Self {
        Self::start_at("http://fairfloor.test").await
    }

    /// Opens the house with a mail server beside it.
    pub async fn start_with_mail() -> (Self, Postbox) {
        let postbox = Postbox::open();
        (Self::start_with("http://fairfloor.test", &postbox.section()).await, postbox)
    }

    /// Opens the house under an address.
    pub async fn start_at(url: &str) -> Self {
        Self::start_with(url, "").await
    }

    /// Opens the house under an address, with sections of a configuration file.
    pub async fn start_with(url: &str, sections: &str) -> Self {
        let folder = Folder::new();
        let db = folder.create();
        let morning = zone().start_of(Day::parse(FIRST_DAY).unwrap()).plus_minutes(11 * 60);
        db.clock().set_offset(morning.millis() - Clock::machine_now().millis());
        let (alpha, beta) = plant(&db).await;
        let accounts = employ(&db, alpha.key, beta.key).await;
        let config = configured(url, sections);
        let router = app::router(db.clone(), config.clone()).unwrap();
        Self { folder, db, router, config, alpha, beta, accounts }
    }

    /// Somebody without an account.
    pub fn nobody(&self) -> Person {
        Person::new("nobody", self.router.clone())
    }

    /// Row key and address of an account.
    pub fn account(&self, name: &str) -> &(i64, AccountId) {
        &self.accounts[name]
    }

    /// Somebody of [`STAFF`], signed in. The session is put in its table; `sign_in` walks the pages.
    pub async fn person(&self, name: &'static str) -> Person {
        let mut person = Person::new(name, self.router.clone());
        let now = self.db.clock().now().millis();
        let held = SignedIn { account: self.account(name).0, since: now, seen: now };
        let data = HashMap::from([(SIGNED_IN.to_owned(), serde_json::to_value(held).unwrap())]);
        let mut record = Record {
            id: Id::default(),
            data,
            expiry_date: OffsetDateTime::from_unix_timestamp(now / 1000).unwrap() + time::Duration::minutes(30),
        };
        Sessions::new(self.db.clone()).create(&mut record).await.unwrap();
        person.keep("staff", &record.id.to_string());
        person
    }

    /// Moves the clock of the whole house; who is signed in has to be fetched again.
    pub fn move_on(&self, minutes: i64) {
        let now = self.db.clock().now().plus_minutes(minutes);
        self.db.clock().set_offset(now.millis() - Clock::machine_now().millis());
    }

    /// Sets the clock of the whole house to an hour of a day.
    pub fn move_to(&self, day: &str, hour: i64) {
        let at = zone().start_of(Day::parse(day).unwrap()).plus_minutes(hour * 60);
        self.db.clock().set_offset(at.millis() - Clock::machine_now().millis());
    }

    /// Makes a round, as the one beside the pages does every minute.
    pub async fn make_a_round(&self) {
        let (_stop, stopped) = tokio::sync::watch::channel(false);
        Rounds::new(self.db.clone()).go(&stopped).await.unwrap();
    }

    /// Sends what is due now, as the sender beside the pages does.
    pub async fn send_due(&self) {
        let (_stop, stopped) = tokio::sync::watch::channel(false);
        Sender::new(self.db.clone(), self.config.clone()).unwrap().send_due(&stopped).await.unwrap();
    }

    /// Events of the record about an action.
    pub async fn audited(&self, action: &'static str) -> i64 {
        let sql = "SELECT count(*) FROM audit_event WHERE action = ?1";
        self.db.read(move |conn| Ok(conn.query_row(sql, [action], |row| row.get(0))?)).await.unwrap()
    }
}

/// What a configuration file with these sections makes of a server under an address.
pub fn configured(url: &str, sections: &str) -> Config {
    let file: ConfigFile = toml::from_str(sections).unwrap();
    Config::new(Some("127.0.0.1:0"), Some(url), false).unwrap().sending(&file, false).unwrap()
}

/// A business with one owner, as a form would bring it.
pub fn business(name: &str, first: &str) -> NewClient {
    let contact = NewPerson {
        first_name: first.to_owned(),
        last_name: "Doe".to_owned(),
        telephone: None,
        email: None,
        language: "en".to_owned(),
        contact_by: None,
        share_bp: Some(10_000),
    };
    NewClient {
        name: Line::parse(name, "the name").unwrap(),
        product: None,
        naics: None,
        stage: None,
        place: Place::default(),
        workers: Some(3),
        contact: Some(contact),
    }
}

async fn plant(db: &Db) -> (Program, Program) {
    db.write(Actor::command_line(), |tx| {
        programs::seed::plant(tx)?;
        let open = Day::parse("2020-01-01")?;
        let make = |name: &str, client: &str, owner: &str, advisor: &'static str| {
            let key = programs::queries::start(tx, name, Some("718 555 0100"), None, open)?;
            let program = programs::queries::find(tx, key)?;
            let budget = programs::SourceFacts::bare("City budget", fairfloor::values::FundingKind::Public);
            programs::queries::add_funding_source(tx, &program, &budget, true)?;
            let committee = programs::BodyFacts { name: "Loan committee".to_owned(), ..programs::BodyFacts::default() };
            programs::queries::add_deciding_body(tx, &program, &committee)?;
            let (client_key, client) = people::queries::register(tx, key, None, &business(client, owner))?;
            let owner = people::queries::contact(tx, client_key, tx.today())?.unwrap();
            fairfloor::error::Result::Ok(Program {
                key,
                id: program.id,
                client,
                client_key,
                owner: owner.id,
                owner_key: owner.person,
                advisor,
            })
        };
        Ok((make("Alpha", "Alpha Metal Works", "Rosa", "Ada")?, make("Beta", "Beta Bakery Ovens", "Bill", "Bea")?))
    })
    .await
    .unwrap()
}

/// Name, roles over the organization, roles inside programs.
type Employed = (&'static str, Vec<OrganizationRole>, Vec<(i64, ProgramRole)>);

async fn employ(db: &Db, alpha: i64, beta: i64) -> HashMap<&'static str, (i64, AccountId)> {
    use OrganizationRole as O;
    use ProgramRole as P;
    let people: [Employed; 7] = [
        ("Ada", vec![], vec![(alpha, P::Advisor)]),
        ("Max", vec![], vec![(alpha, P::Manager)]),
        ("Bea", vec![], vec![(beta, P::Advisor)]),
        ("Mia", vec![], vec![(beta, P::Manager)]),
        ("Adam", vec![O::Admin], vec![]),
        ("Stu", vec![O::Steward], vec![]),
        ("Aud", vec![O::Auditor], vec![]),
    ];
    db.write(Actor::command_line(), move |tx| {
        let accounts = people
            .iter()
            .map(|(name, organization, programs)| {
                let email = Email::parse(&format!("{}@fairfloor.test", name.to_lowercase()))?;
                let new = NewAccount {
                    email,
                    name: (*name).to_owned(),
                    telephone: None,
                    organization: organization.clone(),
                    programs: programs.clone(),
                };
                Ok((*name, open_account(tx, &new)?))
            })
            .collect::<fairfloor::error::Result<_>>()?;
        // All of that was two weeks ago, and whoever was told of it knows.
        tx.execute("UPDATE account SET access_set_at = access_set_at - 1209600000", [])?;
        tx.execute("DELETE FROM guard_alert", [])?;
        tx.audit("test.settled", Object::none())?;
        Ok(accounts)
    })
    .await
    .unwrap()
}

/// Bytes of the base32 that authenticators read.
pub fn unbase32(text: &str) -> Vec<u8> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0_u32);
    for c in text.bytes().filter(|c| *c != b' ') {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|letter| *letter == c).unwrap();
        held = (held << 5) | u32::try_from(value).unwrap();
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).unwrap());
        }
    }
    bytes
}
