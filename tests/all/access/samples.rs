//! What is filled into each route's address and form. A new route's sample goes into the file of its subject; a
//! record that it needs is made in `records`.

mod clients;
mod directory;
mod office;
mod own_pages;
mod partner_pages;
mod places;
mod referrals;
mod safeguards;
mod systems;

/// What to call a route with.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    pub method: &'static str,
    pub route: &'static str,
    /// For each `{name}` of the address, the record that is put there.
    pub fills: &'static [(&'static str, &'static str)],
    /// A form that would be taken from somebody who may.
    pub fields: &'static [(&'static str, &'static str)],
    /// True for a page that whoever may sees at once.
    pub is_page: bool,
}

impl Sample {
    /// True when the address names a record.
    pub fn names_a_record(&self) -> bool {
        self.fills.iter().any(|(_, record)| {
            !matches!(
                *record,
                "{directory}"
                    | "{file}"
                    | "{hash}"
                    | "{name}"
                    | "{token}"
                    | "{benchmark}"
                    | "{living wages}"
                    | "{zone}"
                    | "{edition}"
                    | "{pressure}"
                    | "{question}"
                    | "{rule}"
            )
        })
    }

    /// True when address or form name a record.
    pub fn is_scoped(&self) -> bool {
        self.names_a_record() || self.fields.iter().any(|(_, value)| matches!(*value, "{client}" | "{program key}" | "{job}"))
    }
}

const fn page(route: &'static str) -> Sample {
    Sample { method: "GET", route, fills: &[], fields: &[], is_page: true }
}

const fn about(route: &'static str, fills: &'static [(&'static str, &'static str)]) -> Sample {
    Sample { method: "GET", route, fills, fields: &[], is_page: true }
}

const fn deed(
    route: &'static str,
    fills: &'static [(&'static str, &'static str)],
    fields: &'static [(&'static str, &'static str)],
) -> Sample {
    Sample { method: "POST", route, fills, fields, is_page: false }
}

const fn other(sample: Sample) -> Sample {
    Sample { is_page: false, ..sample }
}

const CLIENT: &[(&str, &str)] = &[("id", "{client}")];
const VERSION: &[(&str, &str)] = &[("version", "1")];
const NOTHING: &[(&str, &str)] = &[];
const KEY: &[(&str, &str)] = &[("key", "0123456789abcdef")];
const REFERRAL: &[(&str, &str)] = &[("id", "{referral}")];
const TOKEN: &[(&str, &str)] = &[("token", "{token}")];

/// Every sample there is.
pub fn all() -> impl Iterator<Item = &'static Sample> {
    let subjects = [
        office::SAMPLES,
        clients::SAMPLES,
        referrals::SAMPLES,
        places::SAMPLES,
        directory::SAMPLES,
        partner_pages::SAMPLES,
        own_pages::SAMPLES,
        safeguards::SAMPLES,
        systems::SAMPLES,
    ];
    subjects.into_iter().flatten()
}
