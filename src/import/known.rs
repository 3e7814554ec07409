//! What a program knows before a file is read: its clients and their owners, its staff, who pays, which days are filed.

use super::wall::Answers;
use crate::outcomes;
use crate::people::likeness::{Facts, Index, Verdict};
use crate::people::{Described, NewPerson, label};
use crate::referrals::elsewhere::Step;
use crate::referrals::{Kind, Status};
use crate::services::Given;
use crate::training;
use crate::values::{Complaint, Day, Origin, Urgency, Vocabulary, fold, quoted};
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// Candidates that are named where no client has a name.
const NAMED: usize = 3;

/// What is known.
#[derive(Default)]
pub struct Known {
    by_number: HashMap<i64, i64>,
    by_id: HashMap<String, i64>,
    by_name: HashMap<String, Vec<(i64, i64)>>,
    index: Index<(i64, i64, String)>,
    /// Accounts of the program: row key, e-mail, folded name.
    pub staff: Vec<(i64, String, String)>,
    /// Whose rows without an account are: whoever imports, or a manager of the program.
    pub keeper: i64,
    /// Who pays, by folded name.
    pub sources: HashMap<String, i64>,
    /// Filed days: with whom, from and to.
    pub filed: Vec<(String, Day, Day)>,
    /// Owners by business.
    pub owners: HashMap<i64, Vec<KnownOwner>>,
    /// Partners of the program.
    pub partners: Vec<KnownPartner>,
    /// Reasons and stages of referrals.
    pub words: Vec<KnownWord>,
}

/// A partner that referrals go to.
#[derive(Debug, Clone)]
pub struct KnownPartner {
    /// Row key.
    pub key: i64,
    /// As it calls itself.
    pub name: String,
    /// What it takes.
    pub kinds: Vec<Kind>,
}

/// A word of the lists of referrals.
#[derive(Debug, Clone)]
pub struct KnownWord {
    /// "decline", "stage".
    pub list: String,
    /// The kind it belongs to, or "any".
    pub kind: String,
    /// As it is stored.
    pub code: String,
    /// As staff read it.
    pub label: String,
    /// It leaves a need that nobody met.
    pub is_unmet: bool,
}

/// An owner who is here.
#[derive(Debug, Clone)]
pub struct KnownOwner {
    /// Folded name.
    pub name: String,
    /// E-mail.
    pub email: Option<String>,
    /// Share in hundredths of a percent.
    pub share_bp: Option<u32>,
}

/// A row of a file of services, people, training, outcomes or referrals, with everything found that it names.
pub struct Record {
    /// Line of the file, from 1.
    pub line: u64,
    /// The id it has in the folder that it was exported from.
    pub id: Option<String>,
    /// What it is.
    pub what: What,
}

/// What a row is.
pub enum What {
    /// A service.
    Service {
        /// For whom: row key of the business.
        business: i64,
        /// Whose: row key of the account, and the name in the file where that is another.
        advisor: (i64, Option<String>),
        /// What was given.
        given: Box<Given>,
    },
    /// An owner.
    Owner {
        /// Of which business.
        business: i64,
        /// Who.
        person: Box<NewPerson>,
        /// Since when.
        from_on: Option<Day>,
        /// What the file says of who they are.
        answers: Answers,
        /// True for somebody who is here already.
        is_here: bool,
    },
    /// A training event.
    Training {
        /// Who wrote it down.
        author: i64,
        /// What it is.
        facts: Box<training::Facts>,
        /// How many came.
        heads: Option<training::Heads>,
    },
    /// An outcome.
    Outcome {
        /// Whose.
        business: i64,
        /// Who wrote it down.
        account: i64,
        /// What came of it.
        facts: Box<outcomes::Facts>,
        /// How it is known.
        known: outcomes::Known,
    },
    /// A referral that was made elsewhere.
    Referral(Box<Told>),
}

/// A referral as a row tells of it.
#[derive(Debug, Clone)]
pub struct Told {
    /// Whose: row key of the business.
    pub business: i64,
    /// To whom: row key of the partner; what was not sent may have none.
    pub partner: Option<i64>,
    /// What kind of help.
    pub kind: Kind,
    /// Who looks after it: row key of the account.
    pub advisor: i64,
    /// The need, if the row says it.
    pub need: Option<String>,
    /// By when.
    pub urgency: Urgency,
    /// Who asked.
    pub origin: Origin,
    /// Where it stands.
    pub status: Status,
    /// What happened, in order.
    pub steps: Vec<Step>,
}

impl Told {
    /// Everything it tells, to know the very same row again.
    pub fn hash_of_all(&self, hasher: &mut impl Hasher) {
        (self.business, self.partner, self.kind, self.advisor, &self.need, self.urgency.code(), self.origin.code()).hash(hasher);
        for step in &self.steps {
            (step.event, step.party, step.on, &step.sheet).hash(hasher);
        }
    }
}

impl Known {
    /// Takes in a client.
    pub fn add_client(&mut self, described: Described) {
        let (key, number) = (described.key, described.number);
        self.by_number.insert(number, key);
        self.by_id.insert(described.id.to_string(), key);
        for name in &described.facts.names {
            let same = self.by_name.entry(folded(name)).or_default();
            if !same.contains(&(key, number)) {
                same.push((key, number));
            }
        }
        let name = described.facts.names.first().cloned().unwrap_or_default();
        self.index.add(described.facts.known(), (key, number, name));
    }

    /// The client that has an id.
    pub fn with_id(&self, typed: &str) -> Result<i64, Complaint> {
        self.by_id.get(typed.trim()).copied().ok_or_else(|| {
            Complaint::new(format!(
                "No client of this program has the id {}. A file from another folder names clients by the ids they have there: take this column and the numbers out, and name each client as it is called here",
                quoted(typed)
            ))
        })
    }

    /// The client that a number names: "F-0412", "412".
    pub fn numbered(&self, typed: &str) -> Result<i64, Complaint> {
        let bare = typed.trim().trim_start_matches(['F', 'f', '#']).trim_start_matches('-').trim();
        let bare = bare.strip_suffix(".0").unwrap_or(bare);
        let number: Option<i64> = bare.parse().ok();
        number.and_then(|number| self.by_number.get(&number)).copied().ok_or_else(|| {
            Complaint::new(format!(
                "No client of this program has the number {}. Write a number such as F-0412, as it stands on the client's page",
                quoted(typed)
            ))
        })
    }

    /// The client that has a name. Only what is surely the same is taken; what is like it is named, so that somebody can write its number.
    pub fn named(&self, typed: &str) -> Result<i64, Complaint> {
        match self.by_name.get(&folded(typed)).map(Vec::as_slice) {
            Some([(key, _)]) => return Ok(*key),
            Some(several) => {
                let labels: Vec<String> = several.iter().map(|(_, number)| label(*number)).collect();
                return Err(Complaint::new(format!(
                    "{} clients are called {}: {}. Write the number of the one that is meant into a column of client numbers",
                    several.len(),
                    quoted(typed),
                    labels.join(", ")
                )));
            }
            None => {}
        }
        let sought = Facts { names: vec![typed.to_owned()], ..Facts::default() };
        let alike = self.index.alike(&sought.known());
        if let [(likeness, (key, _, _)), rest @ ..] = alike.as_slice()
            && likeness.verdict() == Verdict::Same
            && rest.iter().all(|(other, _)| other.verdict() != Verdict::Same)
        {
            return Ok(*key);
        }
        let like: Vec<String> = alike
            .iter()
            .take(NAMED)
            .map(|(likeness, (_, number, name))| format!("{} {} ({})", label(*number), name, likeness.words()))
            .collect();
        let next = if like.is_empty() {
            "Import or register it as a client first, or correct the name".to_owned()
        } else {
            format!("Is it {}? Then write that number into a column of client numbers", like.join(", or "))
        };
        Err(Complaint::new(format!("No client of this program is called {}. {next}", quoted(typed))))
    }

    /// The partner that has a name. What is like it is named, so that somebody can correct the file.
    pub fn partner(&self, typed: &str) -> Result<&KnownPartner, Complaint> {
        let sought = folded(typed);
        if sought.is_empty() {
            return Err(Complaint::new("Say which partner it went to, as it is called in the directory"));
        }
        if let Some(partner) = self.partners.iter().find(|partner| folded(&partner.name) == sought) {
            return Ok(partner);
        }
        let is_like = |partner: &&KnownPartner| {
            let own = folded(&partner.name);
            own.contains(&sought) || (own.len() > 3 && sought.contains(&own))
        };
        let like: Vec<String> = self.partners.iter().filter(is_like).take(NAMED).map(|partner| partner.name.clone()).collect();
        let next = if like.is_empty() {
            "List it in the directory or import it as a partner first, or correct the name".to_owned()
        } else {
            format!("Is it {}? Then write that name", like.join(", or "))
        };
        Err(Complaint::new(format!("No partner of this program is called {}. {next}", quoted(typed))))
    }

    /// A word of a list of referrals, by its code or label.
    pub fn word(&self, list: &str, kind: Kind, typed: &str) -> Option<&KnownWord> {
        let sought = fold(typed);
        let mut of_list = self.words.iter().filter(|word| word.list == list && (word.kind == kind.code() || word.kind == "any"));
        of_list.find(|word| !sought.is_empty() && (fold(&word.code) == sought || fold(&word.label) == sought))
    }

    /// The account of an advisor, by e-mail or name.
    pub fn account(&self, typed: &str) -> Option<i64> {
        let (email, name) = (typed.trim().to_lowercase(), fold(typed));
        let mut found =
            self.staff.iter().filter(|(_, own, called)| *own == email || (!name.is_empty() && *called == name)).map(|(key, _, _)| *key);
        let first = found.next()?;
        // Two of one name are nobody's guess.
        found.all(|other| other == first).then_some(first)
    }

    /// The filing that counts a day, in words.
    pub fn filed_with(&self, day: Day) -> Option<String> {
        let filed = self.filed.iter().find(|(_, first, last)| (*first..=*last).contains(&day));
        filed.map(|(recipient, first, last)| format!("{recipient}, {first} to {last}"))
    }
}

/// A name as it is compared. A name of signs alone is compared as it stands.
fn folded(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.to_lowercase() } else { folded }
}

impl KnownOwner {
    /// An owner as a file names them.
    pub fn of(person: &NewPerson) -> Self {
        Self {
            name: fold(&format!("{}{}", person.first_name, person.last_name)),
            email: person.email.as_ref().map(|email| email.as_str().to_owned()),
            share_bp: person.share_bp,
        }
    }

    /// True where both are one person: the same name, or the same e-mail address.
    pub fn is(&self, other: &Self) -> bool {
        (!self.name.is_empty() && self.name == other.name) || (self.email.is_some() && self.email == other.email)
    }
}
