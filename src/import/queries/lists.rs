//! Who pays and who decides: what a file of resources names is put on the program's lists.

use crate::error::Result;
use crate::import::Entry;
use crate::programs::{self, BodyFacts, Program, SourceFacts};
use crate::store::Tx;
use crate::values::{FundingKind, Line, fold};
use std::collections::HashMap;

/// Who pays and who decides in the program, by folded name.
pub(super) struct Lists {
    pub sources: HashMap<String, i64>,
    pub bodies: HashMap<String, i64>,
    pub added: Vec<String>,
    pub without_kind: Vec<String>,
}

impl Lists {
    /// Puts what the file names and the program does not know yet on the program's lists.
    pub fn complete(tx: &Tx<'_>, program: &Program, entries: &[Entry]) -> Result<Self> {
        let sources = programs::queries::funding_sources(tx, program.key)?;
        let bodies = programs::queries::deciding_bodies(tx, program.key)?;
        let mut lists = Self {
            sources: sources.into_iter().map(|source| (fold(&source.facts.name), source.key)).collect(),
            bodies: bodies.into_iter().map(|body| (fold(&body.facts.name), body.key)).collect(),
            added: Vec::new(),
            without_kind: Vec::new(),
        };
        for award in entries.iter().filter_map(|entry| entry.award.as_ref()) {
            if let Some((name, kind)) = &award.funding {
                lists.add_source(tx, program, name, *kind)?;
            }
            if let Some(name) = &award.deciding_body
                && !lists.bodies.contains_key(&fold(name.as_str()))
            {
                let key = programs::queries::add_deciding_body(tx, program, &BodyFacts { name: name.to_string(), ..BodyFacts::default() })?;
                lists.bodies.insert(fold(name.as_str()), key);
                lists.added.push(name.to_string());
            }
        }
        Ok(lists)
    }

    fn add_source(&mut self, tx: &Tx<'_>, program: &Program, name: &Line, kind: Option<FundingKind>) -> Result<()> {
        if self.sources.contains_key(&fold(name.as_str())) {
            return Ok(());
        }
        let Some(kind) = kind else {
            if !self.without_kind.iter().any(|asked| asked == name.as_str()) {
                self.without_kind.push(name.to_string());
            }
            return Ok(());
        };
        let key = programs::queries::add_funding_source(tx, program, &SourceFacts::bare(name.as_str(), kind), false)?;
        self.sources.insert(fold(name.as_str()), key);
        self.added.push(name.to_string());
        Ok(())
    }
}
