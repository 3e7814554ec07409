//! Clients of programs with whom we call, and their owners.

use super::{Cell, Table, client_number, day, degrees, hundredths, listed, number, text, word};
use crate::values::codes::List;
use crate::values::{LegalForm, Stage};

pub(super) static CLIENTS: Table = Table {
    columns: &[
        "Client number",
        "Fairfloor id of the client",
        "Name of the business",
        "Legal name",
        "What it makes",
        "Industry code (NAICS)",
        "Where it stands",
        "In business since",
        "Client since",
        "Client until",
        "Workers",
        "Legal form",
        "Street",
        "City",
        "State",
        "ZIP code",
        "County",
        "County code (FIPS)",
        "Metropolitan area",
        "Neighborhood",
        "Latitude",
        "Longitude",
        "Contact, first name",
        "Contact, last name",
        "Telephone",
        "E-mail",
        "Language",
        "In the program",
        "Whose client",
    ],
    select: "
        SELECT business.public_id, business.number, business.name, business.legal_name, business.product, business.naics, business.stage,
               business.started_on, business.legal_form, business.legal_form_typed, business.street, business.city, business.state,
               business.postal_code, business.county, business.county_fips, business.metro, business.neighborhood,
               enrollment.from_on, enrollment.to_on, program.name AS program, account.email AS advisor,
               location.latitude_e6, location.longitude_e6,
               person.first_name, person.last_name, person.telephone, person.email, person.language,
               (SELECT job_snapshot.workers
                FROM job_snapshot
                WHERE job_snapshot.business_id = business.id AND job_snapshot.undone_at IS NULL
                ORDER BY job_snapshot.on_day DESC, job_snapshot.id DESC
                LIMIT 1) AS workers",
    from: "
        FROM enrollment
        JOIN business ON business.id = enrollment.business_id
        JOIN program ON program.id = enrollment.program_id
        LEFT JOIN account ON account.id = enrollment.advisor_id
        LEFT JOIN person ON person.id = (SELECT ownership.person_id
                                         FROM ownership
                                         WHERE ownership.business_id = business.id AND ownership.to_on IS NULL
                                         ORDER BY ownership.is_contact DESC, ownership.id
                                         LIMIT 1)
        LEFT JOIN location ON location.id = (SELECT last.id
                                             FROM location AS last
                                             WHERE last.business_id = business.id
                                             ORDER BY last.since_on DESC, last.id DESC
                                             LIMIT 1)
        WHERE +enrollment.program_id IN (SELECT value FROM json_each(:programs))
          AND (:from IS NULL OR enrollment.from_on >= :from)
          AND (:to IS NULL OR enrollment.from_on <= :to)
          AND :set IS NULL",
    order: "ORDER BY enrollment.id",
    read: |row, _| {
        let form = match word::<LegalForm>(row, "legal_form")? {
            Cell::Nothing => text(row, "legal_form_typed")?,
            known => known,
        };
        Ok(vec![
            client_number(row)?,
            text(row, "public_id")?,
            text(row, "name")?,
            text(row, "legal_name")?,
            text(row, "product")?,
            text(row, "naics")?,
            word::<Stage>(row, "stage")?,
            day(row, "started_on")?,
            day(row, "from_on")?,
            day(row, "to_on")?,
            number(row, "workers")?,
            form,
            text(row, "street")?,
            text(row, "city")?,
            text(row, "state")?,
            text(row, "postal_code")?,
            text(row, "county")?,
            text(row, "county_fips")?,
            text(row, "metro")?,
            text(row, "neighborhood")?,
            degrees(row.get("latitude_e6")?),
            degrees(row.get("longitude_e6")?),
            text(row, "first_name")?,
            text(row, "last_name")?,
            text(row, "telephone")?,
            text(row, "email")?,
            listed(row, "language", List::Languages)?,
            text(row, "program")?,
            text(row, "advisor")?,
        ])
    },
};

pub(super) static PEOPLE: Table = Table {
    columns: &[
        "Client number",
        "Fairfloor id of the client",
        "Name of the business",
        "Contact, first name",
        "Contact, last name",
        "Telephone",
        "E-mail",
        "Language",
        "Share in percent",
        "Owner since",
        "We call them",
        "In the program",
    ],
    select: "
        SELECT business.public_id, business.number, business.name, person.first_name, person.last_name, person.telephone, person.email,
               person.language, ownership.share_bp, ownership.from_on, ownership.is_contact, program.name AS program",
    // Nobody is named by the one owner of a business whose owners are not known.
    from: "
        FROM ownership
        JOIN business ON business.id = ownership.business_id
        JOIN person ON person.id = ownership.person_id
        JOIN enrollment ON enrollment.business_id = business.id
        JOIN program ON program.id = enrollment.program_id
        WHERE ownership.to_on IS NULL
          AND person.first_name || person.last_name <> ''
          AND +enrollment.program_id IN (SELECT value FROM json_each(:programs))
          AND :from IS NULL
          AND :to IS NULL
          AND :set IS NULL",
    order: "ORDER BY ownership.id, enrollment.id",
    read: |row, _| {
        Ok(vec![
            client_number(row)?,
            text(row, "public_id")?,
            text(row, "name")?,
            text(row, "first_name")?,
            text(row, "last_name")?,
            text(row, "telephone")?,
            text(row, "email")?,
            listed(row, "language", List::Languages)?,
            hundredths(row.get("share_bp")?),
            day(row, "from_on")?,
            Cell::Text(if row.get("is_contact")? { "yes" } else { "no" }.to_owned()),
            text(row, "program")?,
        ])
    },
};
