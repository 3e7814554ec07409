//! Everything that is ever counted by who people are: a fixed list, in a fixed order of importance, that no data changes.
//!
//! - `point`: how far a business came in a period, and what happened on the way;
//! - `class`: who its owners are;
//! - `reply`: whether they answered, and if not, why not;
//! - `account`: what of the list may be told about one period to one audience.
//!
//! Why fixed: a list that grew where the numbers look good, or left out where they are small, would itself tell. Which of it is told
//! is decided by the ledger (`equity::ledger`), in the order of this list.

mod account;
mod class;
mod point;
mod reply;

pub use account::{Account, Asked, Told};
pub use class::{Class, Headline, Ownership, Who};
pub use point::{Point, Way};
pub use reply::{Reply, is_grouped, silent, strands};

use super::groups::{Race, Sex};
use serde::{Deserialize, Serialize};

/// Where businesses are counted. Places are the release's own list, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// All of them.
    Everywhere,
    /// In one area of the release's list.
    Area(u16),
    /// In one program of the release's list.
    Program(u16),
}

/// One line of the list: how many businesses of a class came to a point, somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count {
    pub point: Point,
    pub class: Class,
    pub place: Place,
}

/// How much is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Plan {
    /// For up to [`SMALL`] businesses: two headline classes, few points. Why: more lines would hide each other.
    Small,
    /// For up to [`MIDDLE`]: every group at every station; waits and answers by headline class alone, and no areas.
    Middle,
    /// The whole list.
    Full,
}

/// A program of so many businesses, or fewer, is told about by the small plan.
pub const SMALL: usize = 120;
/// And of so many by the middle one.
pub const MIDDLE: usize = 20_000;

impl Plan {
    /// The plan of a pool.
    #[must_use]
    pub fn of(businesses: usize) -> Self {
        match businesses {
            0..=SMALL => Self::Small,
            _ if businesses <= MIDDLE => Self::Middle,
            _ => Self::Full,
        }
    }
}

/// The stations in the order of importance. Why the first service last: nearly all who are served are referred in many programs, so that of
/// the two one may be told; how many were referred is what partners' answers are counted of.
const FIRST: [Point; 5] = [Point::Enrolled, Point::Completed, Point::Referred, Point::Accepted, Point::Served];
/// Points of the small plan.
const FEW: [Point; 3] = [Point::Enrolled, Point::Awarded, Point::Completed];

/// Everything that is counted for a plan, `areas` areas and `programs` programs: the main list, then a strand for each question.
#[must_use]
pub fn everything(plan: Plan, areas: u16, programs: u16) -> Vec<Count> {
    catalogue(plan, areas, programs).into_iter().chain(strands(programs)).collect()
}

/// The main list for a plan, `areas` areas and `programs` programs, the most important first. Counts of everyone come first: they say
/// nothing about who anybody is.
#[must_use]
pub fn catalogue(plan: Plan, areas: u16, programs: u16) -> Vec<Count> {
    let count = |point, class, place| Count { point, class, place };
    let everywhere = |points: &[Point], classes: &[Class]| -> Vec<Count> {
        classes.iter().flat_map(|class| points.iter().map(|point| count(*point, *class, Place::Everywhere)).collect::<Vec<_>>()).collect()
    };
    let places = (0..programs).map(Place::Program).chain((0..areas).map(Place::Area));
    let points: Vec<Point> = Point::ALL.into_iter().filter(|point| plan != Plan::Small || !Point::LATER.contains(point)).collect();
    let mut list = everywhere(&points, &[Class::Everyone]);
    for place in places.clone() {
        list.extend(FEW.map(|point| count(point, Class::Everyone, place)));
    }
    let headlines = Headline::ALL.map(Class::Headline);
    // How many are silent about race and about sex, program by program.
    let silent = [Class::Headline(Headline::NoAnswer), Class::NoSex];
    let silent = (0..programs).flat_map(|program| silent.map(|class| count(Point::Enrolled, class, Place::Program(program))));
    if plan == Plan::Small {
        list.extend(everywhere(&FEW, &headlines));
        list.push(count(Point::Enrolled, Class::NoSex, Place::Everywhere));
        list.extend(silent);
        return list;
    }
    let sexes = [Class::Sex(Sex::Female), Class::Sex(Sex::Male), Class::NoSex];
    let races = Race::ALL.map(Class::Race);
    let [of_color, white, _] = headlines;
    // The stations first, for every class; then the rest of the way.
    for points in [&FIRST[..], &[Point::Awarded]] {
        list.extend(everywhere(points, &headlines));
    }
    for points in [&FIRST[..], &[Point::Awarded]] {
        list.extend(everywhere(points, &races));
        list.extend(everywhere(points, &sexes));
    }
    list.extend(everywhere(&Point::WAIT, &headlines));
    list.extend(everywhere(&Point::PROCESS, &headlines));
    list.extend(everywhere(&Point::LATER, &headlines));
    let few = if plan == Plan::Full { &FEW[..] } else { &[Point::Enrolled] };
    if plan == Plan::Full {
        for classes in [&races[..], &sexes] {
            list.extend(everywhere(&Point::WAIT, classes));
            list.extend(everywhere(&Point::PROCESS, classes));
            list.extend(everywhere(&Point::LATER, classes));
        }
        for place in places {
            list.extend(FEW.iter().flat_map(|point| [of_color, white].map(|class| count(*point, class, place))));
        }
    }
    list.extend(silent);
    let alone: Vec<Class> = Race::ALL.map(Class::Alone).into_iter().chain([Class::Several]).collect();
    list.extend(everywhere(few, &alone));
    list.extend(everywhere(few, &Ownership::ALL.map(Class::Owned)));
    list.extend(everywhere(few, &Class::combinations()));
    for race in Race::ALL {
        list.extend(everywhere(few, &Sex::ALL.map(|sex| Class::RaceAndSex(race, sex))));
    }
    list
}

impl Count {
    /// Whether a business is counted, by what is known of it.
    #[must_use]
    pub fn holds(&self, way: &Way, who: &Who) -> bool {
        let is_there = match self.place {
            Place::Everywhere => true,
            Place::Area(area) => way.area == Some(area),
            Place::Program(program) => way.programs >> program & 1 == 1,
        };
        is_there && way.reaches(self.point) && self.class.covers(who)
    }

    /// The id under which it stands in every form of a release: `asian.served`, `of-color.enrolled.area-3`.
    #[must_use]
    pub fn id(&self) -> String {
        let at = match self.place {
            Place::Everywhere => String::new(),
            Place::Area(area) => format!(".area-{area}"),
            Place::Program(program) => format!(".program-{program}"),
        };
        format!("{}.{}{at}", self.class.code(), self.point.code())
    }

    /// Whether it is no secret where it is counted: it says nothing about who anybody is; or it says, in a strand, how many are silent of
    /// a question whose silence is the main list's to tell or to hide.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.class == Class::Everyone || matches!(self.class, Class::Silent(question) if is_grouped(question))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_line_has_an_id_of_its_own_and_stands_once() {
        for (plan, areas, programs) in [(Plan::Small, 0, 0), (Plan::Middle, 5, 2), (Plan::Full, 0, 0), (Plan::Full, 9, 4)] {
            let list = everything(plan, areas, programs);
            let ids: HashSet<String> = list.iter().map(Count::id).collect();
            assert_eq!(ids.len(), list.len());
            let open = list.iter().take_while(|count| count.is_open()).count();
            assert!(list.iter().skip(open).all(|count| !count.is_open()), "what everybody knows comes first");
        }
        assert_eq!(catalogue(Plan::Small, 0, 0).len(), Point::ALL.len() - Point::LATER.len() + 10);
        assert_eq!([120, 121, 20_000, 20_001].map(Plan::of), [Plan::Small, Plan::Middle, Plan::Middle, Plan::Full]);
    }

    #[test]
    fn a_business_is_counted_where_it_is_and_as_far_as_it_came() {
        let way = Way { station: Some(Point::Referred), area: Some(2), programs: 0b10, is_awarded: true, ..Way::default() };
        let who = Who { race: Race::Asian.set(), ..Who::default() };
        let holds = |point, class, place| Count { point, class, place }.holds(&way, &who);
        assert!(holds(Point::Served, Class::Race(Race::Asian), Place::Everywhere));
        assert!(holds(Point::Awarded, Class::Headline(Headline::OfColor), Place::Area(2)));
        assert!(holds(Point::Enrolled, Class::Everyone, Place::Program(1)));
        assert!(!holds(Point::Accepted, Class::Everyone, Place::Everywhere));
        assert!(!holds(Point::Served, Class::Race(Race::White), Place::Everywhere));
        assert!(!holds(Point::Served, Class::Everyone, Place::Program(0)));
    }
}
