//! A referral that was sent: its partner, its notice, and the private links of both sides.

use super::{Program, TestApp};
use fairfloor::auth::links::{self, Target};
use fairfloor::consent;
use fairfloor::partners::{self, NewContact, PartnerFacts};
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::queries::{self, Agreement, NewReferral};
use fairfloor::referrals::{Event, Party};
use fairfloor::store::{Actor, Tx};
use fairfloor::values::{ConsentMethod, Email, Kind, Line, LinkKind, Origin, Urgency};

/// Addresses of a referral and of what belongs to it.
#[derive(Debug, Clone)]
pub struct Referred {
    pub referral: String,
    pub partner: String,
    pub contact: String,
    pub message: String,
    /// `/p/…`, which works once.
    pub partner_link: String,
    /// `/s/…`
    pub status_link: String,
}

impl TestApp {
    /// The client of a program is referred to a partner of it, said yes, and it was sent.
    pub async fn refer(&self, program: &Program) -> Referred {
        let (program, advisor) = (program.clone(), self.account(program.advisor).0);
        self.db.write(Actor::system(), move |tx| refer(tx, &program, advisor)).await.unwrap()
    }
}

impl TestApp {
    /// A partner of a program that takes one kind of help; the address of whom to ask there.
    pub async fn partner_taking(&self, program: &Program, name: &'static str, kind: Kind) -> String {
        let key = program.key;
        self.db
            .write(Actor::system(), move |tx| {
                let facts = PartnerFacts::named(Line::parse(name, "the name")?, vec![kind]);
                let (partner, _) = partners::queries::add(tx, key, &facts)?;
                let email = Some(Email::parse("lee@lab.test")?);
                let person = NewContact { name: Line::parse("Lee Long", "the name")?, email, telephone: None };
                let (_, contact) = partners::queries::add_contact(tx, &partners::queries::find(tx, partner)?, &person)?;
                Ok(contact.to_string())
            })
            .await
            .unwrap()
    }

    /// The newest private link of a kind to a referral.
    pub async fn link_to(&self, referral: &str, kind: LinkKind) -> String {
        let (referral, house) = (referral.to_owned(), self.db.clone());
        self.db
            .read(move |conn| {
                let sql = "
                    SELECT max(access_link.id)
                    FROM access_link
                    JOIN referral ON referral.id = access_link.referral_id
                    WHERE referral.public_id = ?1 AND access_link.kind = ?2";
                let link = conn.query_row(sql, rusqlite::params![referral, kind], |row| row.get(0))?;
                links::address(conn, house.keys(), "", link)
            })
            .await
            .unwrap()
    }
}

fn refer(tx: &Tx<'_>, program: &Program, advisor: i64) -> fairfloor::error::Result<Referred> {
    let facts = PartnerFacts::named(Line::parse("Harbor Loft Trust", "the name")?, vec![Kind::RealEstate]);
    let (partner, partner_id) = partners::queries::add(tx, program.key, &facts)?;
    let person = NewContact { name: Line::parse("Sal Silva", "the name")?, email: Some(Email::parse("sal@harbor.test")?), telephone: None };
    let (contact, contact_id) = partners::queries::add_contact(tx, &partners::queries::find(tx, partner)?, &person)?;
    let new = NewReferral {
        program: program.key,
        business: program.client_key,
        kind: Kind::RealEstate,
        need: "3,000 square feet near the F train".to_owned(),
        urgency: Urgency::ThisMonth,
        origin: Origin::Advisor,
        partner: Some((partner, contact)),
        advisor,
        replaces: None,
        together: None,
    };
    let ada = Who::staff(Party::Advisor, advisor);
    let draft = queries::create(tx, &ada, &new)?;
    let yes = Agreement { fields: consent::DEFAULT_FIELDS.to_vec(), by_name: false, yes: Some(ConsentMethod::Spoken) };
    let agreed = queries::agree(tx, &ada, &draft, draft.version, &yes)?;
    let sent = queries::record(tx, &ada, &agreed, Deed::new(Event::Send, agreed.version))?;
    let target = Target { referral: Some(sent.key), contact: Some(contact), person: None };
    let partner_link = links::newest(tx, LinkKind::Partner, target, tx.at())?.unwrap();
    let status_link = queries::status_link(tx, &sent)?;
    tx.audit("link.made", fairfloor::store::Object::none())?;
    let message = "SELECT public_id FROM outbox_message WHERE referral_id = ?1 AND audience = 'partner'";
    Ok(Referred {
        referral: sent.id.to_string(),
        partner: partner_id.to_string(),
        contact: contact_id.to_string(),
        message: tx.query_row(message, [sent.key], |row| row.get(0))?,
        partner_link: links::address(tx, &tx.keys(), "", partner_link)?,
        status_link: links::address(tx, &tx.keys(), "", status_link)?,
    })
}
