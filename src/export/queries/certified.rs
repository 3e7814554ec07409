//! Certificates of clients. The standard in words stays in the record.

use super::{Table, client_number, day, listed, text, word};
use crate::values::CertificationBasis;
use crate::values::codes::List;

pub(super) static CERTIFICATIONS: Table = Table {
    columns: &[
        "Client number",
        "Fairfloor id of the client",
        "Certificate",
        "Called",
        "Who certified",
        "Number of the certificate",
        "Good from",
        "Good until",
        "How it is known",
        "In the program",
        "Fairfloor id of the record",
    ],
    select: "
        SELECT business.number, business.public_id, certification.code, certification.named, certification.agency,
               certification.number AS certificate, certification.from_on, certification.until_on, certification.basis,
               program.name AS program, certification.public_id AS certification_id",
    from: "
        FROM certification
        JOIN business ON business.id = certification.business_id
        JOIN program ON program.id = certification.program_id
        WHERE +certification.program_id IN (SELECT value FROM json_each(:programs))
          AND (:from IS NULL OR +certification.until_on >= :from)
          AND (:to IS NULL OR +certification.until_on <= :to)
          AND certification.undone_at IS NULL
          AND :set IS NULL",
    order: "ORDER BY certification.id",
    read: |row, _| {
        Ok(vec![
            client_number(row)?,
            text(row, "public_id")?,
            listed(row, "code", List::Certifications)?,
            text(row, "named")?,
            text(row, "agency")?,
            text(row, "certificate")?,
            day(row, "from_on")?,
            day(row, "until_on")?,
            word::<CertificationBasis>(row, "basis")?,
            text(row, "program")?,
            text(row, "certification_id")?,
        ])
    },
};
