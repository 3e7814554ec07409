//! How far a business came in a period, and what happened on the way. Nothing here says who anybody is.

use serde::{Deserialize, Serialize};

/// Something that is counted of a business in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Point {
    /// Enrolled on some day of the period.
    Enrolled,
    /// Served by an advisor, or came further.
    Served,
    /// Referred to a partner, or came further.
    Referred,
    /// A partner said yes, or it came further.
    Accepted,
    /// A referral was completed.
    Completed,
    /// An award was made to it, with a referral or without.
    Awarded,
    /// It enrolled in the period, 90 days or more before the figures were made: of these, waits are counted.
    Joined,
    /// Of these, its first service was within 30 days.
    SeenBy30,
    /// Within 60 days.
    SeenBy60,
    /// Within 90 days.
    SeenBy90,
    /// A partner said no to it.
    Declined,
    /// A request for it was stopped because nobody answered.
    Unanswered,
    /// Its owner and the partner disagree on how a referral ended.
    Disputed,
    /// An application of it was answered, yes or no.
    Answered,
    /// What some of its workers are paid is known, and what is enough to live there.
    PayKnown,
    /// Of these, half or more of those workers get that much.
    LivingWage,
}

/// What is known of one business in one period, or in none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Way {
    /// The furthest station; nothing where it was not enrolled.
    pub station: Option<Point>,
    pub is_awarded: bool,
    /// Joined in the period, and the least of 30, 60, 90 days within which it was served; 0 where it was not.
    pub joined: Option<u8>,
    pub is_declined: bool,
    pub is_unanswered: bool,
    pub is_disputed: bool,
    /// Its area, in the release's list.
    pub area: Option<u16>,
    /// Its programs, a bit for each of the release's list.
    pub programs: u32,
    /// An application of it was answered with no.
    pub is_refused: bool,
    /// Whether half or more of its workers get a living wage; nothing where that is not known.
    pub pays_enough: Option<bool>,
}

impl Point {
    pub const ALL: [Self; 16] = [
        Self::Enrolled,
        Self::Served,
        Self::Referred,
        Self::Accepted,
        Self::Completed,
        Self::Awarded,
        Self::Joined,
        Self::SeenBy30,
        Self::SeenBy60,
        Self::SeenBy90,
        Self::Declined,
        Self::Unanswered,
        Self::Disputed,
        Self::Answered,
        Self::PayKnown,
        Self::LivingWage,
    ];
    /// The way through the program; each holds the next.
    pub const STATIONS: [Self; 5] = [Self::Enrolled, Self::Served, Self::Referred, Self::Accepted, Self::Completed];
    /// How long who joined waits for a first service; each holds the one before.
    pub const WAIT: [Self; 4] = [Self::Joined, Self::SeenBy30, Self::SeenBy60, Self::SeenBy90];
    /// What can go wrong; all of those referred.
    pub const PROCESS: [Self; 3] = [Self::Declined, Self::Unanswered, Self::Disputed];
    /// How those who decide answer, and what work pays. Why not for small programs: each point splits their few clients further.
    pub const LATER: [Self; 3] = [Self::Answered, Self::PayKnown, Self::LivingWage];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::Served => "served",
            Self::Referred => "referred",
            Self::Accepted => "accepted",
            Self::Completed => "completed",
            Self::Awarded => "awarded",
            Self::Joined => "joined",
            Self::SeenBy30 => "seen-by-30",
            Self::SeenBy60 => "seen-by-60",
            Self::SeenBy90 => "seen-by-90",
            Self::Declined => "said-no",
            Self::Unanswered => "unanswered",
            Self::Disputed => "disputed",
            Self::Answered => "application-answered",
            Self::PayKnown => "pay-known",
            Self::LivingWage => "living-wage",
        }
    }

    /// What a count of it is of, where it is read as a share: who could have come to it.
    #[must_use]
    pub fn whole(self) -> Option<Self> {
        match self {
            Self::Enrolled => None,
            Self::Served | Self::Awarded | Self::Joined | Self::Answered | Self::PayKnown => Some(Self::Enrolled),
            Self::Referred => Some(Self::Served),
            Self::Accepted | Self::Declined | Self::Unanswered | Self::Disputed => Some(Self::Referred),
            Self::Completed => Some(Self::Accepted),
            Self::SeenBy30 | Self::SeenBy60 | Self::SeenBy90 => Some(Self::Joined),
            Self::LivingWage => Some(Self::PayKnown),
        }
    }
}

impl Way {
    /// As it is written down with a release: `accepted 1 60 0 0 0 3 5 0 -`.
    #[must_use]
    pub fn written(&self) -> String {
        let flag = u8::from;
        let station = self.station.map_or("-", Point::code);
        let number = |number: Option<u16>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        format!(
            "{station} {} {} {} {} {} {} {} {} {}",
            flag(self.is_awarded),
            number(self.joined.map(u16::from)),
            flag(self.is_declined),
            flag(self.is_unanswered),
            flag(self.is_disputed),
            number(self.area),
            self.programs,
            flag(self.is_refused),
            number(self.pays_enough.map(u16::from)),
        )
    }

    /// Reads it back. Releases made before pay and refusals were told of say nothing of them.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let words: Vec<&str> = written.split(' ').collect();
        let (told, later) = words.split_at_checked(8)?;
        let [station, awarded, joined, declined, unanswered, disputed, area, programs] = *told else { return None };
        let [refused, pays] = match *later {
            [] => ["0", "-"],
            [refused, pays] => [refused, pays],
            _ => return None,
        };
        let flag = |word: &str| (word == "0" || word == "1").then(|| word == "1");
        let number = |word: &str| if word == "-" { Some(None) } else { word.parse::<u16>().ok().map(Some) };
        let station = if station == "-" { None } else { Some(Point::STATIONS.into_iter().find(|point| point.code() == station)?) };
        Some(Self {
            station,
            is_awarded: flag(awarded)?,
            joined: number(joined)?.map(u8::try_from).transpose().ok()?,
            is_declined: flag(declined)?,
            is_unanswered: flag(unanswered)?,
            is_disputed: flag(disputed)?,
            area: number(area)?,
            programs: programs.parse().ok()?,
            is_refused: flag(refused)?,
            pays_enough: if pays == "-" { None } else { Some(flag(pays)?) },
        })
    }

    /// Whether it came to a point.
    #[must_use]
    pub fn reaches(&self, point: Point) -> bool {
        let within = |days| self.joined.is_some_and(|by| by > 0 && by <= days);
        match point {
            Point::Enrolled | Point::Served | Point::Referred | Point::Accepted | Point::Completed => {
                self.station.is_some_and(|station| station >= point)
            }
            Point::Awarded => self.station.is_some() && self.is_awarded,
            Point::Joined => self.joined.is_some(),
            Point::SeenBy30 => within(30),
            Point::SeenBy60 => within(60),
            Point::SeenBy90 => within(90),
            Point::Declined => self.is_declined,
            Point::Unanswered => self.is_unanswered,
            Point::Disputed => self.is_disputed,
            Point::Answered => self.is_refused || self.reaches(Point::Awarded),
            Point::PayKnown => self.station.is_some() && self.pays_enough.is_some(),
            Point::LivingWage => self.station.is_some() && self.pays_enough == Some(true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_read_as_it_was_written() {
        let ways = [
            Way::default(),
            Way { station: Some(Point::Accepted), joined: Some(60), area: Some(3), programs: 5, is_awarded: true, ..Way::default() },
            Way {
                station: Some(Point::Enrolled),
                joined: Some(0),
                is_declined: true,
                is_unanswered: true,
                is_disputed: true,
                is_refused: true,
                pays_enough: Some(true),
                ..Way::default()
            },
            Way { station: Some(Point::Enrolled), pays_enough: Some(false), ..Way::default() },
        ];
        for way in ways {
            assert_eq!(Way::read(&way.written()), Some(way));
        }
        let before =
            Way { station: Some(Point::Accepted), is_awarded: true, joined: Some(60), area: Some(3), programs: 5, ..Way::default() };
        assert_eq!(Way::read("accepted 1 60 0 0 0 3 5"), Some(before), "as releases were written before pay and refusals were told of");
        let broken = [
            "",
            "far 0 - 0 0 0 - 0",
            "- 2 - 0 0 0 - 0",
            "- 0 - 0 0 0 -",
            "- 0 - 0 0 0 - 0 1",
            "- 0 - 0 0 0 - 0 0 2",
            "- 0 - 0 0 0 - 0 0 - 0",
        ];
        assert!(broken.into_iter().all(|written| Way::read(written).is_none()));
    }

    #[test]
    fn each_station_holds_the_next_and_each_wait_the_one_before() {
        use Point::{Accepted, Enrolled, Joined, Referred, SeenBy60, SeenBy90, Served};
        let way = Way { station: Some(Point::Accepted), joined: Some(60), ..Way::default() };
        let reached: Vec<Point> = Point::ALL.into_iter().filter(|point| way.reaches(*point)).collect();
        assert_eq!(reached, [Enrolled, Served, Referred, Accepted, Joined, SeenBy60, SeenBy90]);
        assert!(Point::ALL.iter().all(|point| !Way::default().reaches(*point)));
        let waiting = Way { station: Some(Point::Enrolled), joined: Some(0), ..Way::default() };
        assert!(waiting.reaches(Point::Joined) && !waiting.reaches(Point::SeenBy90));
    }
}
