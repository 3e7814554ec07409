//! Whether two descriptions are of one business: a score with its reasons in plain words. Pure. It knows what businesses call
//! themselves and how they are reached; it never sees a word about who anybody is.

mod index;
mod lists;
#[cfg(test)]
mod planted;
#[cfg(test)]
mod tests;
mod words;

pub use index::Index;
pub use words::beginnings;

use words::{Family, Name, Street};

/// From here on it is the same, if the names are alike too.
const SAME: i32 = 70;
/// From here on somebody is asked.
const ASK: i32 = 44;
/// Names of which this much is alike are written alike.
const ALMOST: f64 = 0.8;
/// Hosts whose mail anybody gets: they say nothing of whose it is.
const ANYBODYS: &[&str] = &[
    "aol.com",
    "att.net",
    "comcast.net",
    "earthlink.net",
    "gmail.com",
    "gmx.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "optonline.net",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "sbcglobal.net",
    "verizon.net",
    "yahoo.com",
    "ymail.com",
    "163.com",
];

/// What is known of a business, as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// What it calls itself, and its legal name.
    pub names: Vec<String>,
    /// Street.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// ZIP code.
    pub postal_code: Option<String>,
    /// Telephones.
    pub telephones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Its own pages.
    pub website: Option<String>,
    /// People who own it or speak for it.
    pub people: Vec<String>,
    /// What it makes.
    pub product: Option<String>,
}

/// The same, made ready to be compared many times.
#[derive(Debug, Clone)]
pub struct Known {
    names: Vec<Name>,
    street: Option<Street>,
    city: String,
    postal_code: String,
    telephones: Vec<String>,
    emails: Vec<String>,
    hosts: Vec<String>,
    people: Vec<Family>,
    product: Vec<String>,
}

/// What follows from a likeness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One and the same.
    Same,
    /// Perhaps: a person decides.
    Ask,
    /// Another one.
    Other,
}

/// How alike two descriptions are, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Likeness {
    /// The more, the more alike.
    pub points: i32,
    /// What speaks for it, then what speaks against it.
    pub reasons: Vec<String>,
    is_named_alike: bool,
    is_reached_alike: bool,
}

impl Likeness {
    /// What follows from it. Under unlike names nobody is taken for the same unasked: one owner may have two businesses. Whoever is reached
    /// by the same telephone or e-mail address is always asked about.
    pub fn verdict(&self) -> Verdict {
        match self.points {
            SAME.. if self.is_named_alike => Verdict::Same,
            ASK.. => Verdict::Ask,
            _ if self.is_reached_alike => Verdict::Ask,
            _ => Verdict::Other,
        }
    }

    /// The reasons as one text.
    pub fn words(&self) -> String {
        self.reasons.join("; ")
    }

    fn add(&mut self, points: i32, reason: impl Into<String>) {
        self.points += points;
        self.reasons.push(reason.into());
    }
}

impl Facts {
    /// Made ready to be compared.
    pub fn known(&self) -> Known {
        let digits = |typed: &String| {
            let digits = crate::values::digits(typed);
            digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits).to_owned()
        };
        let host = |email: &String| email.rsplit_once('@').map(|(_, host)| host.to_lowercase());
        let site = self.website.as_deref().and_then(words::host_of);
        let mut hosts: Vec<String> = self.emails.iter().filter_map(host).chain(site).collect();
        hosts.retain(|host| !ANYBODYS.contains(&host.as_str()));
        Known {
            names: self.names.iter().flat_map(|name| Name::all_of(name)).collect(),
            street: self.street.as_deref().and_then(Street::of),
            city: self.city.as_deref().map(words::joined).unwrap_or_default(),
            postal_code: self.postal_code.as_deref().unwrap_or_default().chars().take(5).collect(),
            telephones: self.telephones.iter().map(digits).filter(|digits| digits.len() >= 7).collect(),
            emails: self.emails.iter().map(|email| email.trim().to_lowercase()).collect(),
            hosts,
            people: self.people.iter().filter_map(|person| Family::of(person)).collect(),
            product: self.product.as_deref().map(words::telling).unwrap_or_default(),
        }
    }
}

impl Known {
    /// True where nothing but a name is known.
    fn is_bare(&self) -> bool {
        let has_place = self.street.is_some() || !self.city.is_empty() || !self.postal_code.is_empty();
        !(has_place || !self.telephones.is_empty() || !self.emails.is_empty() || !self.people.is_empty())
    }

    /// How alike two are.
    pub fn likeness(&self, other: &Self) -> Likeness {
        let mut likeness = Likeness::default();
        self.compare_names(other, &mut likeness);
        self.compare_reach(other, &mut likeness);
        self.compare_places(other, &mut likeness);
        self.compare_people(other, &mut likeness);
        if shares(&self.product, &other.product) {
            likeness.add(6, "makes much the same");
        }
        // What speaks for it is read first.
        let against = |reason: &String| reason.starts_with("another ") || reason.starts_with("unlike ");
        likeness.reasons.sort_by_key(against);
        likeness
    }

    fn compare_names(&self, other: &Self, likeness: &mut Likeness) {
        let pairs = self.names.iter().flat_map(|one| other.names.iter().map(move |two| (one.alike(two), one, two)));
        let Some((alike, one, two)) = pairs.max_by(|one, two| one.0.total_cmp(&two.0)) else { return };
        likeness.is_named_alike = alike >= ALMOST;
        if one.is_written_like(two) {
            likeness.add(60, "same name");
            if self.is_bare() && other.is_bare() {
                likeness.add(10, "nothing else is known of either");
            }
        } else if alike >= 0.999 {
            likeness.add(52, format!("same name in other words: {} and {}", one.typed, two.typed));
        } else if alike >= 0.87 {
            likeness.add(42, format!("names almost alike: {} and {}", one.typed, two.typed));
        } else if alike >= ALMOST {
            likeness.add(30, format!("names much alike: {} and {}", one.typed, two.typed));
        } else if alike >= 0.7 {
            likeness.add(12, format!("names a little alike: {} and {}", one.typed, two.typed));
        } else if alike < 0.4 {
            likeness.add(-6, "unlike names");
        }
    }

    fn compare_reach(&self, other: &Self, likeness: &mut Likeness) {
        if meet(&self.telephones, &other.telephones) {
            likeness.is_reached_alike = true;
            likeness.add(45, "same telephone");
        } else if !self.telephones.is_empty() && !other.telephones.is_empty() {
            likeness.add(-8, "another telephone");
        }
        if meet(&self.emails, &other.emails) {
            likeness.is_reached_alike = true;
            likeness.add(45, "same e-mail address");
        } else if let Some(host) = self.hosts.iter().find(|host| other.hosts.contains(host)) {
            likeness.add(10, format!("e-mail or website of the same domain, {host}"));
        } else if !self.hosts.is_empty() && !other.hosts.is_empty() {
            likeness.add(-8, "another domain of e-mail");
        }
    }

    fn compare_places(&self, other: &Self, likeness: &mut Likeness) {
        let has_codes = !self.postal_code.is_empty() && !other.postal_code.is_empty();
        if has_codes && self.postal_code == other.postal_code {
            likeness.add(10, "same ZIP code");
        } else if has_codes {
            likeness.add(-18, "another ZIP code");
        } else if !self.city.is_empty() && !other.city.is_empty() {
            if self.city == other.city {
                likeness.add(4, "same city");
            } else {
                likeness.add(-8, "another city");
            }
        }
        if let Some((one, two)) = self.street.as_ref().zip(other.street.as_ref()) {
            let (points, words) = match (one.is_same(two), one.is_same_unit(two)) {
                (true, true) => (22, "same street and number"),
                (true, false) => (12, "same street and number, another unit"),
                (false, _) => (-10, "another street or number"),
            };
            // In another town the same street is another street.
            if points < 0 || !has_codes || self.postal_code == other.postal_code {
                likeness.add(points, words);
            }
        }
    }

    fn compare_people(&self, other: &Self, likeness: &mut Likeness) {
        let pairs = self.people.iter().flat_map(|one| other.people.iter().map(move |two| one.alike(two)));
        match pairs.max() {
            Some(words::Kin::Same) => likeness.add(20, "same person"),
            Some(words::Kin::Almost) => likeness.add(14, "persons almost alike"),
            Some(words::Kin::Name) => likeness.add(-6, "another person of one family name"),
            Some(words::Kin::None) => likeness.add(-8, "another person"),
            None => {}
        }
    }
}

fn meet(one: &[String], other: &[String]) -> bool {
    one.iter().any(|text| other.contains(text))
}

/// True where at least half of the telling words of the shorter one stand in the other.
fn shares(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    shared > 0 && shared * 2 >= short.len()
}
