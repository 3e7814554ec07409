//! The last look at each release that could be made, so that two looks do not tell one answer.
//!
//! A look shows no figure, but which counts would be told. Whoever looked before and after one client answered would see which counts
//! changed sides, and could guess what the answer was. So as long as fewer businesses than the smallest count changed since a look, that
//! look is shown again. Without another look a release can be made at any time: it is decided on what is on record then.
//!
//! Limits: looks are remembered by the running program alone; and whoever changes as many records as the smallest count may look anew.
//! Each look is on the record.

use super::Draft;
use super::merges::Preview;
use crate::values::{Instant, Period};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// So many looks are remembered.
const MOST: usize = 32;

/// What a look was at: program, period, and how many years stand together. Not what was typed: there are several ways to ask for the same.
type Which = (Option<i64>, Period, u8);

/// A look as it is shown.
#[derive(Clone)]
pub struct Look {
    pub preview: Arc<Preview>,
    pub at: Instant,
    /// Whether it is shown again because too few records changed since.
    pub is_earlier: bool,
}

/// The last look at each release.
#[derive(Clone, Default)]
pub struct Looks(Arc<Mutex<HashMap<Which, Look>>>);

impl Looks {
    /// What may be shown of a new look: itself, or the one before it where so few changed between them that one could be told by both.
    pub fn settle(&self, found: Preview, now: Instant) -> Look {
        let new = Look { preview: Arc::new(found), at: now, is_earlier: false };
        // Where nothing can be released no counts are shown, and what was shown before is still known.
        let Ok(draft) = &new.preview.draft else { return new };
        let which = (draft.program, draft.period, draft.years);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(earlier) = held.get(&which).filter(|earlier| earlier.preview.draft.as_ref().is_ok_and(|one| is_near(one, draft))) {
            return Look { is_earlier: true, ..earlier.clone() };
        }
        if held.len() >= MOST
            && let Some(oldest) = held.iter().min_by_key(|(_, look)| look.at).map(|(which, _)| *which)
        {
            held.remove(&oldest);
        }
        held.insert(which, new.clone());
        new
    }
}

/// Whether some businesses changed between two looks, and fewer than may be told of. After another release everything is decided anew.
fn is_near(earlier: &Draft, new: &Draft) -> bool {
    let fewest = new.frozen.iter().map(|frozen| frozen.threshold).min().unwrap_or(0);
    earlier.head == new.head && (1..usize::try_from(fewest).unwrap_or(0)).contains(&earlier.marks.changed(&new.marks))
}
