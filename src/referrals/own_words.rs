//! What the entrepreneur's own pages say of a referral besides its status page: who has the next move, what can happen, how long it
//! usually takes, and what happened, in their language.

use super::deed::Happened;
use super::lifecycle::{Event, Party, Status};
use super::replay::Ball;
use super::sharing::{AREA_BY_ZIP, Rough, UNKNOWN};
use super::timers::Running;
use super::words::Facts;
use crate::i18n::{Args, Language};

/// Who has the next move, and by when.
#[must_use]
pub fn who_moves(f: &Facts) -> String {
    f.language.sentence(&f.say(match f.ball {
        Some(Ball::Entrepreneur) => "move-yours",
        Some(Ball::Partner) => "ball-partner",
        Some(Ball::Advisor) => "ball-advisor",
        Some(Ball::ThirdParty) => "ball-third-party",
        Some(Ball::Nobody) | None => "ball-nobody",
    }))
}

/// What can happen from here: whole sentences, the good one first. Nothing where it is over.
#[must_use]
pub fn what_can_happen(status: Status, f: &Facts) -> Vec<String> {
    let keys: &[&str] = match status {
        Status::Draft if f.ball == Some(Ball::Entrepreneur) => &["told-can-say", "told-nothing-shared-yet"],
        Status::Draft => &["can-be-sent"],
        Status::Requested | Status::Received => &["can-say-yes", "can-waitlist", "can-ask", "can-say-no"],
        Status::Accepted => &["can-start", "can-pause", "can-fail"],
        Status::InProgress => &["can-finish", "can-pause", "can-fail"],
        Status::OnHold => &["can-go-on", "can-fail"],
        Status::Completed if f.ball == Some(Ball::Entrepreneur) => &["can-answer"],
        Status::Completed | Status::Rejected | Status::Failed | Status::Cancelled => &["page-ask-help-again"],
        Status::EnteredInError => &[],
    };
    keys.iter().map(|key| f.language.sentence(&f.say(key))).collect()
}

/// How long the partner usually takes, by its last answers; or that there are too few to say. Only while it decides.
#[must_use]
pub fn usual_time(status: Status, f: &Facts) -> Option<String> {
    if !matches!(status, Status::Requested | Status::Received) || f.org.is_none() {
        return None;
    }
    let said = f.say(if f.usual_days.is_some() { "page-usually" } else { "usual-not-enough" });
    Some(f.join(&[said, f.only(f.due_on.is_some(), "usual-then-remind")]))
}

/// A permission that ends soon or has ended, and what renewing it means.
#[must_use]
pub fn renewal(f: &Facts) -> String {
    f.language.sentence(&f.say("home-renew-why"))
}

/// Since when the partner's clock stands still, if it does.
#[must_use]
pub fn paused_since(running: &[Running], f: &Facts) -> Option<String> {
    let clock = super::timers::paused(running)?;
    let super::clock::Due::Paused { since, .. } = clock.due else { return None };
    let day = f.language.day(since, f.this_year);
    Some(f.language.sentence(&f.say_with("ball-paused", |args| args.with("since", day))))
}

/// The kind of work as partners read it: in English by its official title, in other languages by the word for its family and its code.
#[must_use]
pub fn industry(rough: &Rough, language: Language) -> String {
    if language == Language::english() {
        return rough.sector.clone();
    }
    let code = rough.industry.as_deref().unwrap_or_default();
    let family = code.get(..3).filter(|family| FAMILIES.contains(family));
    let Some(family) = family else { return language.word("industry-manufacturing") };
    let word = language.word(&format!("industry-{family}"));
    if code == family {
        return word;
    }
    language.say("industry-with-code", Args::default().with("industry", word).with("code", code))
}

/// The families of manufacturing of NAICS 2022, each with a word in every catalog.
const FAMILIES: [&str; 21] = [
    "311", "312", "313", "314", "315", "316", "321", "322", "323", "324", "325", "326", "327", "331", "332", "333", "334", "335", "336",
    "337", "339",
];

/// A band of workers as partners read it, in the reader's language.
#[must_use]
pub fn size(band: &str, language: Language) -> String {
    let numbers: Vec<&str> = band.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    match numbers.as_slice() {
        [from, to] => language.say("size-range", Args::default().with("from", *from).with("to", *to)),
        ["1"] => language.word("size-one"),
        [from] => language.say("size-many", Args::default().with("from", *from)),
        _ => language.word("size-unknown"),
    }
}

/// An area as partners read it, in the reader's language: a neighborhood is a name.
#[must_use]
pub fn area(area: &str, language: Language) -> String {
    match area.strip_prefix(AREA_BY_ZIP) {
        Some(digits) => language.say("area-zip", Args::default().with("digits", digits)),
        None if area == UNKNOWN => language.word("size-unknown"),
        None => area.to_owned(),
    }
}

/// What happened, as a clause.
#[must_use]
pub fn happened(line: &Happened, f: &Facts) -> String {
    let org = line.partner.as_deref().or(f.org);
    let f = &Facts { org, ..*f };
    f.language.sentence(&f.say(&format!("did-{}", line.event.code())))
}

/// Who did it: you, a name and where they work, or the calendar.
#[must_use]
pub fn by_whom(line: &Happened, f: &Facts) -> String {
    let args = |name: &str| Args::default().with("name", name);
    let staff = line.account.as_ref().map_or_else(|| f.language.word("your-advisor"), |(_, name)| name.clone());
    match line.party {
        Party::Entrepreneur => f.language.word("by-you"),
        Party::System => f.language.word("by-calendar"),
        Party::AdvisorOnBehalf => f.language.say("by-report", args(&staff)),
        Party::Advisor | Party::Manager => f.language.say("by-program", args(&staff).with("program", f.program.unwrap_or_default())),
        Party::Partner => {
            let name = line.asserted_name.as_ref().or(line.contact.as_ref());
            let org = line.partner.as_deref().or(f.org).unwrap_or_default();
            match name {
                Some(name) => f.language.say("by-partner", args(name).with("org", org)),
                None => org.to_owned(),
            }
        }
    }
}

/// The lines of a log that were taken back later, by their number: a correction and what it corrects stand both.
#[must_use]
pub fn taken_back(log: &[Happened]) -> Vec<i64> {
    log.windows(2).filter(|pair| matches!(pair[1].event, Event::UndoLast | Event::UndoSend)).map(|pair| pair[0].seq).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_work_is_named_in_the_readers_language_by_its_family() {
        let rough = |code: Option<&str>| Rough {
            sector: "Commercial Bakeries".to_owned(),
            industry: code.map(str::to_owned),
            size: String::new(),
            area: String::new(),
        };
        let say = |tag: &str, code: Option<&str>| industry(&rough(code), Language::find(tag).unwrap_or_default());
        assert_eq!(say("en", Some("311812")), "Commercial Bakeries");
        assert_eq!(say("es", Some("311812")), "Alimentos (311812)");
        assert_eq!(say("es", Some("311")), "Alimentos");
        for code in [Some("31"), Some("33"), Some("445"), None] {
            assert_eq!(say("vi", code), "Sản xuất", "{code:?}");
        }
        for language in Language::all() {
            for family in FAMILIES {
                assert!(language.has(&format!("industry-{family}")), "{} {family}", language.code());
                assert!(crate::values::naics::title_of(family, crate::values::naics::Edition::Naics2022).is_some(), "{family}");
            }
        }
    }

    fn facts(language: Language) -> Facts<'static> {
        Facts { language, org: Some("Northgate"), advisor: Some("Ada"), ..Facts::default() }
    }

    #[test]
    fn every_event_and_every_way_on_has_its_words_in_every_language() {
        for language in Language::all() {
            let f = facts(language);
            for event in Event::ALL {
                assert!(language.has(&format!("did-{}", event.code())), "{} {}", language.code(), event.code());
            }
            for status in Status::ALL {
                for ball in [Ball::Advisor, Ball::Partner, Ball::Entrepreneur, Ball::ThirdParty, Ball::Nobody] {
                    let f = Facts { ball: Some(ball), ..f };
                    assert!(!who_moves(&f).is_empty());
                    let can = what_can_happen(status, &f);
                    assert_eq!(can.is_empty(), status == Status::EnteredInError, "{status:?}");
                    assert!(can.iter().all(|sentence| !sentence.is_empty()));
                }
            }
        }
    }

    #[test]
    fn a_band_and_an_area_are_read_in_the_language_of_whoever_they_are_about() {
        let (english, spanish) = (Language::english(), Language::find("es").unwrap());
        for band in crate::referrals::sharing::SIZE_BANDS {
            assert_eq!(size(band, english), band);
            assert!(!size(band, spanish).contains("people"), "{band}");
        }
        assert_eq!(size(UNKNOWN, english), UNKNOWN);
        assert_eq!(area("ZIP codes beginning with 112", english), "ZIP codes beginning with 112");
        assert!(area("ZIP codes beginning with 112", spanish).contains("112"));
        assert_eq!(area("Northgate", spanish), "Northgate");
    }

    #[test]
    fn how_long_it_takes_is_said_only_while_the_partner_decides_and_only_of_enough_cases() {
        let f = facts(Language::english());
        assert!(usual_time(Status::Requested, &f).is_some_and(|words| words.contains("Not enough cases yet")));
        let f = Facts { usual_days: Some(3), ..f };
        assert!(usual_time(Status::Received, &f).is_some_and(|words| words.contains("usually answer in 3 working days")));
        assert_eq!(usual_time(Status::Accepted, &f), None);
    }
}
