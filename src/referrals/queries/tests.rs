//! Referrals in a real data folder. A town to try them in; what is tried stands in a file for each subject.

mod ends;
mod lives;
mod sending;

use super::*;
use crate::auth::links::{self, Target};
use crate::auth::queries::{NewAccount, find_viewer, open_account};
use crate::consent;
use crate::partners::{self, NewContact, PartnerFacts};
use crate::people::{self, NewClient, NewPerson};
use crate::referrals::course::follow;
use crate::referrals::deed::{Deed, Who, needed};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::Next;
use crate::store::{Actor, DataFolder, Db, Randomness, Tx};
use crate::values::{
    ConsentMethod, ContactBy, Email, Line, LinkKind, Origin, ProgramRole, SharedField, Source, Telephone, Urgency, Vocabulary,
};

/// A folder with a program, an advisor, a manager, a client and two partners.
struct Town {
    db: Db,
    advisor: Viewer,
    manager: Viewer,
    program: i64,
    business: i64,
    partner: (i64, i64),
    _folder: tempfile::TempDir,
}

async fn town() -> Town {
    let folder = tempfile::tempdir().unwrap();
    let place = DataFolder::new(&folder.path().join("data"), None);
    let zone = Zone::parse("America/New_York").unwrap();
    let db = Db::create(&place, "Riverton", &zone, None, Randomness::System).unwrap();
    let (program, business, partner, advisor, manager) = db
        .write(Actor::system(), |tx| {
            crate::programs::seed::plant(tx)?;
            let program = crate::programs::queries::start(tx, "Riverton Makers", Some("555-010-0110"), None, tx.today())?;
            let account = |name: &str, role| NewAccount {
                email: Email::parse(&format!("{}@riverton.example", name.to_lowercase())).unwrap(),
                name: format!("{name} Baptiste"),
                telephone: Some("555-010-0111".to_owned()),
                organization: Vec::new(),
                programs: vec![(program, role)],
            };
            let advisor = open_account(tx, &account("Renee", ProgramRole::Advisor))?.0;
            let manager = open_account(tx, &account("Marcus", ProgramRole::Manager))?.0;
            let person = NewPerson {
                first_name: "Ngozi".to_owned(),
                last_name: "Okafor".to_owned(),
                telephone: Telephone::maybe("555-010-0100")?,
                email: None,
                language: "en".to_owned(),
                contact_by: Some(ContactBy::Text),
                share_bp: Some(10_000),
            };
            let client = NewClient {
                name: Line::parse("Okafor Metal Finishing", "name")?,
                product: Some(Line::parse("Zinc plating", "product")?),
                naics: None,
                stage: None,
                place: people::Place { neighborhood: Some("Northgate".to_owned()), ..people::Place::default() },
                workers: Some(11),
                contact: Some(person),
            };
            let business = people::queries::register(tx, program, Some(advisor), &client)?.0;
            let facts = PartnerFacts::named(Line::parse("Northgate Makers Trust", "name")?, Kind::ALL.to_vec());
            let partner = partners::queries::add(tx, program, &facts)?.0;
            let new =
                NewContact { name: Line::parse("Mr. Silva", "name")?, email: Email::maybe("silva@northgate.example")?, telephone: None };
            let contact = partners::queries::add_contact(tx, &partners::queries::find(tx, partner)?, &new)?.0;
            Ok((program, business, (partner, contact), advisor, manager))
        })
        .await
        .unwrap();
    let viewers = db.read(move |conn| Ok((find_viewer(conn, advisor, i64::MAX)?, find_viewer(conn, manager, i64::MAX)?))).await.unwrap();
    Town { advisor: viewers.0.unwrap(), manager: viewers.1.unwrap(), db, program, business, partner, _folder: folder }
}

impl Town {
    fn new_referral(&self) -> NewReferral {
        NewReferral {
            program: self.program,
            business: self.business,
            kind: Kind::RealEstate,
            need: "4,000 square feet with 400 amps".to_owned(),
            urgency: Urgency::ThisMonth,
            origin: Origin::Advisor,
            partner: Some(self.partner),
            advisor: self.advisor.key,
            replaces: None,
            together: None,
        }
    }
}

fn yes() -> Agreement {
    Agreement { fields: consent::DEFAULT_FIELDS.to_vec(), by_name: false, yes: Some(ConsentMethod::Spoken) }
}

fn ada(town: &Town) -> Who {
    Who::staff(Party::Advisor, town.advisor.key)
}

/// A draft, agreed and sent.
fn sent(tx: &Tx<'_>, who: &Who, new: &NewReferral) -> Result<Referral> {
    let draft = create(tx, who, new)?;
    let agreed = agree(tx, who, &draft, draft.version, &yes())?;
    record(tx, who, &agreed, Deed::new(Event::Send, agreed.version))
}

fn count(conn: &Connection, sql: &str) -> i64 {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}
