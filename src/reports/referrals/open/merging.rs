//! Which referrals may stand together in an open file, so that no row of it is about few businesses. Pure.
//!
//! What somebody from outside may know of a referral are its month, kind, place, size and sector. A cell is what agrees in all of
//! them; a cell of fewer than k businesses is merged with others by giving up what tells them apart, in a fixed order: first the
//! sector, then the size, the month (its quarter stays), the place, the kind. Whatever is left then swallows the smallest cell.
//!
//! Every closed quarter is merged by itself, so that the rows of an old one stay as they were when a new one comes: two editions
//! of the file cannot be subtracted to see what few businesses did in between. A quarter with fewer than k businesses waits until
//! its year is closed, and is pooled with the other such quarters of that year; a year with fewer is left out.

use std::collections::{BTreeMap, BTreeSet};

/// As few businesses as a cell may have: the threshold of everything that is public.
pub const K: usize = 11;

/// What stands where a trait was given up.
pub const SEVERAL: &str = "several";

/// What somebody from outside may know of a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Year and month of its end.
    pub ended: (i16, i8),
    pub kind: String,
    pub place: String,
    pub size: String,
    pub sector: String,
    /// Whose: counts, and is never written anywhere.
    pub business: i64,
}

/// The traits of a row as they are published: month, quarter or year; kind, place, size, sector.
pub type Traits = [String; 5];

/// What may be published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// The place of each referral among those that came in, with its traits. By traits, then by place.
    pub rows: Vec<(Traits, usize)>,
    /// Referrals with all their traits, and with each of them given up: sector, size, month, place, kind.
    pub fine: usize,
    pub given_up: [usize; 5],
    /// Referrals that are left out: their year, or a quarter that is waiting for it, has too few businesses.
    pub left_out: usize,
    /// Referrals of the quarter that is not closed.
    pub too_new: usize,
}

/// The quarter of a month, 1 to 4.
const fn quarter(month: i8) -> i8 {
    (month + 2) / 3
}

/// Merges what ended in the closed quarters before a day of this year and month.
pub fn merge(all: &[Known], (year, month): (i16, i8), k: usize) -> Merged {
    let now = (year, quarter(month));
    let mut quarters: BTreeMap<(i16, i8), Vec<usize>> = BTreeMap::new();
    let mut merged = Merged::default();
    for (place, one) in all.iter().enumerate() {
        let own = (one.ended.0, quarter(one.ended.1));
        if own < now {
            quarters.entry(own).or_default().push(place);
        } else {
            merged.too_new += 1;
        }
    }
    let mut waiting: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
    for ((year, quarter), places) in quarters {
        if businesses(all, &places) >= k {
            merge_pool(all, places, &format!("{year}-Q{quarter}"), k, &mut merged);
        } else {
            waiting.entry(year).or_default().extend(places);
        }
    }
    for (of, places) in waiting {
        if of < year && businesses(all, &places) >= k {
            merge_pool(all, places, &of.to_string(), k, &mut merged);
        } else {
            merged.left_out += places.len();
        }
    }
    merged.rows.sort();
    merged
}

fn businesses(all: &[Known], places: &[usize]) -> usize {
    places.iter().filter_map(|place| all.get(*place)).map(|one| one.business).collect::<BTreeSet<_>>().len()
}

/// The traits of a referral once so many were given up.
fn traits(one: &Known, pool: &str, given_up: usize) -> Traits {
    let month = format!("{}-{:02}", one.ended.0, one.ended.1);
    let keep = |trait_: &str, order: usize| if given_up > order { SEVERAL.to_owned() } else { trait_.to_owned() };
    let month = if given_up > 2 { pool.to_owned() } else { month };
    [month, keep(&one.kind, 4), keep(&one.place, 3), keep(&one.size, 1), keep(&one.sector, 0)]
}

/// Merges the referrals of one pool, which has k businesses or more.
fn merge_pool(all: &[Known], places: Vec<usize>, pool: &str, k: usize, merged: &mut Merged) {
    let mut cells: Vec<(usize, Traits, Vec<usize>)> = Vec::new();
    let mut rest = places;
    for given_up in 0..5 {
        let mut tried: BTreeMap<Traits, Vec<usize>> = BTreeMap::new();
        for place in std::mem::take(&mut rest) {
            if let Some(one) = all.get(place) {
                tried.entry(traits(one, pool, given_up)).or_default().push(place);
            }
        }
        for (traits, places) in tried {
            if businesses(all, &places) >= k {
                cells.push((given_up, traits, places));
            } else {
                rest.extend(places);
            }
        }
    }
    while !rest.is_empty() && businesses(all, &rest) < k {
        let smallest = cells.iter().enumerate().min_by_key(|(_, (_, traits, places))| (businesses(all, places), traits.clone()));
        let Some(smallest) = smallest.map(|(place, _)| place) else { break };
        rest.extend(cells.remove(smallest).2);
    }
    let everything = [pool.to_owned(), SEVERAL.to_owned(), SEVERAL.to_owned(), SEVERAL.to_owned(), SEVERAL.to_owned()];
    cells.push((5, everything, rest));
    for (given_up, traits, places) in cells {
        merged.fine += if given_up == 0 { places.len() } else { 0 };
        for count in merged.given_up.iter_mut().take(given_up) {
            *count += places.len();
        }
        merged.rows.extend(places.into_iter().map(|place| (traits.clone(), place)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(business: i64, month: i8, place: &str, sector: &str) -> Known {
        Known {
            ended: (2026, month),
            kind: "workforce".to_owned(),
            place: place.to_owned(),
            size: "2 to 4 people".to_owned(),
            sector: sector.to_owned(),
            business,
        }
    }

    /// Every combination of traits in the file, whole and in part, with its businesses.
    fn fewest(all: &[Known], merged: &Merged) -> Option<usize> {
        let mut seen: BTreeMap<Vec<Option<&str>>, BTreeSet<i64>> = BTreeMap::new();
        for (traits, place) in &merged.rows {
            for mask in 0_u8..32 {
                let part = traits.iter().enumerate().map(|(at, trait_)| (mask >> at & 1 == 1).then_some(trait_.as_str())).collect();
                seen.entry(part).or_default().insert(all[*place].business);
            }
        }
        seen.values().map(BTreeSet::len).min()
    }

    #[test]
    fn a_cell_of_eleven_businesses_stands_and_one_of_ten_is_merged() {
        let mut all: Vec<Known> = (0..11).map(|business| known(business, 7, "Northgate", "332")).collect();
        let merged = merge(&all, (2026, 11), K);
        assert_eq!((merged.fine, merged.given_up, merged.left_out), (11, [0; 5], 0));
        assert_eq!(merged.rows[0].0, ["2026-07", "workforce", "Northgate", "2 to 4 people", "332"]);
        all[0].sector = "333".to_owned();
        let merged = merge(&all, (2026, 11), K);
        assert_eq!((merged.fine, merged.given_up), (0, [11, 0, 0, 0, 0]));
        assert_eq!(merged.rows[0].0, ["2026-07", "workforce", "Northgate", "2 to 4 people", SEVERAL]);
        let busy: Vec<Known> = (0..30).map(|_| known(1, 7, "Northgate", "332")).collect();
        assert_eq!(merge(&busy, (2026, 11), K).left_out, 30, "thirty referrals of one business are one business");
    }

    #[test]
    fn what_is_left_swallows_the_smallest_cell() {
        let mut all: Vec<Known> = (0..11).map(|business| known(business, 7, "Northgate", "332")).collect();
        all.extend((20..35).map(|business| known(business, 8, "Harbor", "311")));
        all.push(Known { kind: "real_estate".to_owned(), ..known(50, 9, "Elsewhere", "311") });
        let merged = merge(&all, (2026, 11), K);
        assert_eq!((merged.fine, merged.given_up), (15, [12; 5]));
        assert!(merged.rows.iter().any(|(traits, _)| *traits == ["2026-Q3", SEVERAL, SEVERAL, SEVERAL, SEVERAL]));
    }

    #[test]
    fn a_quarter_with_few_businesses_waits_for_its_year_and_an_open_quarter_for_its_end() {
        let mut all: Vec<Known> = (0..6).map(|business| known(business, 2, "Northgate", "332")).collect();
        all.extend((6..12).map(|business| known(business, 5, "Northgate", "332")));
        let now = |year, month| {
            let merged = merge(&all, (year, month), K);
            (merged.rows.len(), merged.left_out, merged.too_new)
        };
        assert_eq!(now(2026, 6), (0, 6, 6), "the second quarter is not over");
        assert_eq!(now(2026, 12), (0, 12, 0), "each has six, and the year is not over");
        assert_eq!(now(2027, 1), (12, 0, 0));
        assert_eq!(merge(&all, (2027, 1), K).rows[0].0[0], "2026");
    }

    fn any_known() -> impl Strategy<Value = Vec<Known>> {
        let one = (0_i64..60, 1_i8..=12, 2024_i16..=2026, 0_usize..3, 0_usize..4, 0_usize..2, 0_usize..3);
        prop::collection::vec(one, 0..260).prop_map(|all| {
            all.into_iter()
                .map(|(business, month, year, kind, place, size, sector)| Known {
                    ended: (year, month),
                    kind: ["a", "b", "c"][kind].to_owned(),
                    place: ["N", "E", "S", ""][place].to_owned(),
                    size: ["1", "2"][size].to_owned(),
                    sector: ["331", "332", ""][sector].to_owned(),
                    business,
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn no_combination_of_traits_is_about_fewer_than_k_businesses(all in any_known(), k in 2_usize..14) {
            let merged = merge(&all, (2026, 11), k);
            prop_assert!(fewest(&all, &merged).is_none_or(|fewest| fewest >= k));
            prop_assert_eq!(merged.rows.len() + merged.left_out + merged.too_new, all.len());
            let places: BTreeSet<usize> = merged.rows.iter().map(|(_, place)| *place).collect();
            prop_assert_eq!(places.len(), merged.rows.len(), "each once");
        }

        #[test]
        fn what_is_published_is_true_or_says_that_it_was_merged(all in any_known()) {
            for (traits, place) in merge(&all, (2026, 11), K).rows {
                let one = &all[place];
                let (year, month) = one.ended;
                let when = [format!("{year}-{month:02}"), format!("{year}-Q{}", quarter(month)), year.to_string()];
                prop_assert!(when.contains(&traits[0]));
                for (shown, own) in traits[1..].iter().zip([&one.kind, &one.place, &one.size, &one.sector]) {
                    prop_assert!(shown == own || shown == SEVERAL);
                }
            }
        }

        #[test]
        fn rows_of_a_closed_quarter_stay_when_the_next_one_comes(all in any_known()) {
            let of = |now, all: &[Known]| -> Vec<(Traits, Known)> {
                merge(all, now, K).rows.into_iter().map(|(traits, place)| (traits, all[place].clone())).collect()
            };
            let later = of((2026, 11), &all);
            for row in of((2026, 5), &all) {
                prop_assert!(later.contains(&row), "{row:?}");
            }
        }

        #[test]
        fn the_order_in_which_they_come_changes_nothing(all in any_known()) {
            let traits = |all: &[Known]| merge(all, (2026, 11), K).rows.into_iter().map(|(traits, _)| traits).collect::<Vec<_>>();
            let turned: Vec<Known> = all.iter().rev().cloned().collect();
            prop_assert_eq!(traits(&all), traits(&turned));
        }
    }
}
