//! What partners offer, in SQL.

use super::name_of;
use crate::error::{Error, Result};
use crate::partners::capacity::Said;
use crate::partners::{Location, Partner, Point, Service, ServiceFacts};
use crate::store::{Object, Tx};
use crate::values::{Capacity, Day, Line, OfferId, ServiceList, ServiceStatus};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// A service with the names of who checked it and who said whether it takes anybody.
fn service_where(which: &str) -> String {
    let (checker, teller) = (name_of("partner_service.checked_by"), name_of("partner_service.capacity_by"));
    format!("SELECT partner_service.*, {checker} AS checker_name, {teller} AS teller_name FROM partner_service WHERE {which}")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Service> {
    let point = row.get::<_, Option<f64>>("latitude")?.zip(row.get("longitude")?);
    Ok(Service {
        key: row.get("id")?,
        id: row.get("public_id")?,
        partner: row.get("partner_id")?,
        facts: ServiceFacts {
            name: row.get("name")?,
            kind: row.get("kind")?,
            status: row.get("status")?,
            about: row.get("about")?,
            application_process: row.get("application_process")?,
            eligibility: row.get("eligibility")?,
            fees: row.get("fees")?,
            is_free: row.get("is_free")?,
            wait_time: row.get("wait_time")?,
            schedule: row.get("schedule")?,
            alert: row.get("alert")?,
            location: Location {
                name: row.get("location_name")?,
                street: row.get("street")?,
                city: row.get("city")?,
                postal_code: row.get("postal_code")?,
                point: point.map(|(latitude, longitude)| Point { latitude, longitude }),
            },
            languages: Vec::new(),
            documents: Vec::new(),
            areas: Vec::new(),
        },
        checked_on: row.get("checked_on")?,
        checked_by: row.get("checker_name")?,
        capacity: Said {
            word: row.get("capacity")?,
            until: row.get("full_until_on")?,
            at: row.get("capacity_at")?,
            by: row.get("teller_name")?,
        },
        version: row.get("version")?,
    })
}

/// The services of a partner, by name; those that were given up come last. By row key of the partner.
pub fn services(conn: &Connection, partner: i64) -> Result<Vec<Service>> {
    let sql = service_where(
        "partner_service.partner_id = ?1
         ORDER BY partner_service.status = 'defunct', partner_service.name COLLATE NOCASE, partner_service.id",
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([partner], read)?;
    rows.map(|service| with_lists(conn, service?)).collect()
}

/// A service of a partner by its address.
pub fn find_service(conn: &Connection, partner: &Partner, id: &OfferId) -> Result<Service> {
    let sql = service_where("partner_service.partner_id = :partner AND partner_service.public_id = :id");
    let found = conn.prepare_cached(&sql)?.query_row(named_params! { ":partner": partner.key, ":id": id }, read).optional()?;
    with_lists(conn, found.ok_or(Error::NotFound)?)
}

fn with_lists(conn: &Connection, mut service: Service) -> Result<Service> {
    let sql = "SELECT list, word FROM partner_service_item WHERE service_id = ?1 ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([service.key])?;
    while let Some(row) = rows.next()? {
        match row.get("list")? {
            ServiceList::Language => service.facts.languages.push(row.get("word")?),
            ServiceList::Document => service.facts.documents.push(row.get("word")?),
            ServiceList::Area => service.facts.areas.push(row.get("word")?),
        }
    }
    Ok(service)
}

/// Lists a service; the partner takes its kind of referral from now on.
pub fn add_service(tx: &Tx<'_>, partner: &Partner, facts: &ServiceFacts) -> Result<OfferId> {
    let id: OfferId = tx.fresh_id()?;
    let sql = "
        INSERT INTO partner_service (public_id, partner_id, name, kind, created_at)
        VALUES (:id, :partner, :name, :kind, :at)";
    tx.execute(sql, named_params! { ":id": id, ":partner": partner.key, ":name": facts.name, ":kind": facts.kind, ":at": tx.at() })?;
    let key = tx.last_insert_rowid();
    put_facts(tx, key, facts)?;
    put_lists(tx, key, facts)?;
    take_kind(tx, partner, facts)?;
    tx.audit("partner.service_added", Object::new("partner_service", &id))?;
    Ok(id)
}

/// Changes what is known of a service, unless somebody changed it since the form was drawn.
pub fn change_service(tx: &Tx<'_>, partner: &Partner, service: &Service, version: i64, facts: &ServiceFacts) -> Result<()> {
    note_edit(tx, service.key, version)?;
    put_facts(tx, service.key, facts)?;
    put_lists(tx, service.key, facts)?;
    take_kind(tx, partner, facts)?;
    let fields = service.facts.changed_fields(facts).join(" ");
    tx.audit_with("partner.service_changed", Object::new("partner_service", &service.id), &fields)
}

/// Notes that a service is given up. It stays in the directory, marked, and meets no referral any more.
pub fn retire_service(tx: &Tx<'_>, service: &Service, version: i64) -> Result<()> {
    note_edit(tx, service.key, version)?;
    let sql = "UPDATE partner_service SET status = :status WHERE id = :key";
    tx.execute(sql, named_params! { ":status": ServiceStatus::Defunct, ":key": service.key })?;
    tx.audit_with("partner.service_retired", Object::new("partner_service", &service.id), "status")
}

/// Notes that what the page says of a service is true today. Whoever saw an older page has checked something else.
pub fn check_service(tx: &Tx<'_>, service: &Service, version: i64) -> Result<()> {
    let sql = "UPDATE partner_service SET checked_on = :on, checked_by = :by WHERE id = :key AND version = :version";
    let params = named_params! { ":on": tx.today(), ":by": tx.actor().id, ":key": service.key, ":version": version };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("partner.service_checked", Object::new("partner_service", &service.id), "assured_date")
}

/// Says whether a service takes anybody, and until when that holds.
pub fn set_capacity(tx: &Tx<'_>, service: &Service, version: i64, word: Capacity, until: Option<Day>) -> Result<()> {
    note_edit(tx, service.key, version)?;
    let sql = "
        UPDATE partner_service
        SET capacity = :word, full_until_on = :until, capacity_at = :at, capacity_by = :by
        WHERE id = :key";
    let until = until.filter(|_| word != Capacity::Open);
    tx.execute(sql, named_params! { ":word": word, ":until": until, ":at": tx.at(), ":by": tx.actor().id, ":key": service.key })?;
    tx.audit_with("partner.capacity_set", Object::new("partner_service", &service.id), "capacity")
}

fn note_edit(tx: &Tx<'_>, service: i64, version: i64) -> Result<()> {
    let sql = "UPDATE partner_service SET version = version + 1 WHERE id = :key AND version = :version";
    match tx.execute(sql, named_params! { ":key": service, ":version": version })? {
        0 => Err(Error::Stale),
        _ => Ok(()),
    }
}

fn put_facts(tx: &Tx<'_>, service: i64, facts: &ServiceFacts) -> Result<()> {
    let sql = "
        UPDATE partner_service
        SET name = :name, kind = :kind, status = :status, about = :about, application_process = :application_process,
            eligibility = :eligibility, fees = :fees, is_free = :is_free, wait_time = :wait_time, schedule = :schedule, alert = :alert,
            location_name = :location_name, street = :street, city = :city, postal_code = :postal_code, latitude = :latitude,
            longitude = :longitude
        WHERE id = :key";
    let place = &facts.location;
    tx.execute(
        sql,
        named_params! {
            ":key": service,
            ":name": facts.name,
            ":kind": facts.kind,
            ":status": facts.status,
            ":about": facts.about,
            ":application_process": facts.application_process,
            ":eligibility": facts.eligibility,
            ":fees": facts.fees,
            ":is_free": facts.is_free,
            ":wait_time": facts.wait_time,
            ":schedule": facts.schedule,
            ":alert": facts.alert,
            ":location_name": place.name,
            ":street": place.street,
            ":city": place.city,
            ":postal_code": place.postal_code,
            ":latitude": place.point.map(|point| point.latitude),
            ":longitude": place.point.map(|point| point.longitude),
        },
    )?;
    Ok(())
}

fn put_lists(tx: &Tx<'_>, service: i64, facts: &ServiceFacts) -> Result<()> {
    tx.execute("DELETE FROM partner_service_item WHERE service_id = ?1", [service])?;
    let words = |lines: &[Line]| lines.iter().map(ToString::to_string).collect::<Vec<_>>();
    let lists = [
        (ServiceList::Language, facts.languages.clone()),
        (ServiceList::Document, words(&facts.documents)),
        (ServiceList::Area, words(&facts.areas)),
    ];
    let mut statement = tx.prepare_cached("INSERT INTO partner_service_item (service_id, list, word) VALUES (:service, :list, :word)")?;
    for (list, words) in lists {
        for word in words {
            statement.execute(named_params! { ":service": service, ":list": list, ":word": word })?;
        }
    }
    Ok(())
}

/// Whoever offers something of a kind takes referrals of that kind.
fn take_kind(tx: &Tx<'_>, partner: &Partner, facts: &ServiceFacts) -> Result<()> {
    if facts.status == ServiceStatus::Active {
        let sql = "INSERT INTO partner_kind (partner_id, kind) VALUES (:partner, :kind) ON CONFLICT DO NOTHING";
        tx.execute(sql, named_params! { ":partner": partner.key, ":kind": facts.kind })?;
    }
    Ok(())
}
