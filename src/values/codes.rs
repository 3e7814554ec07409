//! The public code lists: short codes that we store, words that people read, spellings that the SBA files.

use std::sync::LazyLock;

use super::Day;
use csv::{ReaderBuilder, StringRecord};

const TOPICS: &str = include_str!("../../assets/codes/topics.csv");
const SESSION_TYPES: &str = include_str!("../../assets/codes/session-types.csv");
const LANGUAGES: &str = include_str!("../../assets/codes/languages.csv");
const STATES: &str = include_str!("../../assets/codes/states.csv");
const MEDIA: &str = include_str!("../../assets/codes/media.csv");
const LEGAL_ENTITIES: &str = include_str!("../../assets/codes/legal-entities.csv");
const CERTIFICATIONS: &str = include_str!("../../assets/codes/certifications.csv");
const SERVICE_KINDS: &str = include_str!("../../assets/codes/service-kinds.csv");
const CHANNELS: &str = include_str!("../../assets/codes/channels.csv");
const TRAINING_FORMATS: &str = include_str!("../../assets/codes/training-formats.csv");
const TRAINING_PARTNERS: &str = include_str!("../../assets/codes/training-partners.csv");
const COUNTRIES: &str = include_str!("../../assets/codes/countries.csv");
const OUTCOME_KINDS: &str = include_str!("../../assets/codes/outcome-kinds.csv");

/// How many lists there are.
const LISTS: usize = 13;

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// What a session was about: the 22 official topics.
    Topics,
    /// The 6 official session types.
    SessionTypes,
    /// The 50 official languages. `extra` is the language's own name for itself.
    Languages,
    /// States, territories and the armed forces' addresses.
    States,
    /// How a client heard of the program.
    Media,
    LegalEntities,
    /// Certificates of businesses: the official ones, and those that cities know, which have no official spelling.
    Certifications,
    /// The chips of the log form. `extra` is the topic code each one files under unless told otherwise.
    ServiceKinds,
    /// How people met. `extra` is the session type code each one files under.
    Channels,
    /// How a training is given: 4 official formats.
    TrainingFormats,
    /// With whom a training is given: 14 official sorts of partner.
    TrainingPartners,
    /// The official names of countries.
    Countries,
    /// What can come of it for a client. `extra` is what its amounts count, and whether there are two: `people_change`.
    OutcomeKinds,
}

/// One row of a list. The code is never blank, and on any day no two rows of a list have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    pub code: String,
    pub label: String,
    /// The spelling of the SBA's schema, to the letter. Empty in the lists that are ours.
    pub sba_label: String,
    /// The list's own fourth fact: see [`List`]. Often empty.
    pub extra: String,
    /// The first day it is offered; from the beginning where there is none.
    pub valid_from: Option<Day>,
    /// The last day it is offered; still, where there is none.
    pub valid_to: Option<Day>,
}

impl Code {
    /// True where this row holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| to >= day)
    }
}

impl List {
    /// Every list there is.
    pub const ALL: [Self; LISTS] = [
        Self::Topics,
        Self::SessionTypes,
        Self::Languages,
        Self::States,
        Self::Media,
        Self::LegalEntities,
        Self::Certifications,
        Self::ServiceKinds,
        Self::Channels,
        Self::TrainingFormats,
        Self::TrainingPartners,
        Self::Countries,
        Self::OutcomeKinds,
    ];
}

/// The rows of `list`, in the order of the official form, retired ones too.
#[must_use]
pub fn rows(list: List) -> &'static [Code] {
    static READ: LazyLock<[Vec<Code>; LISTS]> = LazyLock::new(|| List::ALL.map(|list| parse(text(list))));
    &READ[list as usize]
}

/// The rows of `list` that are offered on a day.
pub fn offered(list: List, on: Day) -> impl Iterator<Item = &'static Code> {
    rows(list).iter().filter(move |row| row.holds_on(on))
}

/// The row of `list` whose code is `code`, whether in use or retired; the newest where its words changed.
#[must_use]
pub fn find(list: List, code: &str) -> Option<&'static Code> {
    newest(rows(list), code)
}

/// The row of `list` that gave `code` its meaning on a day. A code that was not offered then keeps the meaning it has.
#[must_use]
pub fn find_on(list: List, code: &str, on: Day) -> Option<&'static Code> {
    as_on(rows(list), code, on)
}

/// Reads a code that is offered on a day, as a form posts it.
pub fn parse_on(list: List, code: &str, on: Day) -> Result<&'static Code, super::Complaint> {
    let row = rows(list).iter().find(|row| row.code == code && row.holds_on(on));
    row.ok_or_else(|| super::Complaint::new("Choose one of the answers on the list"))
}

fn newest<'c>(rows: &'c [Code], code: &str) -> Option<&'c Code> {
    rows.iter().filter(|row| row.code == code).max_by_key(|row| row.valid_from)
}

fn as_on<'c>(rows: &'c [Code], code: &str, on: Day) -> Option<&'c Code> {
    rows.iter().find(|row| row.code == code && row.holds_on(on)).or_else(|| newest(rows, code))
}

/// The session type that a way of meeting is filed as, unless somebody says otherwise.
#[must_use]
pub fn session_type_of(channel: &str) -> &'static str {
    find(List::Channels, channel).map_or("online", |row| row.extra.as_str())
}

/// The topic that a kind of service is filed as, unless its program or somebody says otherwise.
#[must_use]
pub fn topic_of(kind: &str) -> &'static str {
    find(List::ServiceKinds, kind).map_or("other", |row| row.extra.as_str())
}

/// What a person reads for `code`.
#[must_use]
pub fn label(list: List, code: &str) -> Option<&'static str> {
    find(list, code).map(|row| row.label.as_str())
}

fn text(list: List) -> &'static str {
    match list {
        List::Topics => TOPICS,
        List::SessionTypes => SESSION_TYPES,
        List::Languages => LANGUAGES,
        List::States => STATES,
        List::Media => MEDIA,
        List::LegalEntities => LEGAL_ENTITIES,
        List::Certifications => CERTIFICATIONS,
        List::ServiceKinds => SERVICE_KINDS,
        List::Channels => CHANNELS,
        List::TrainingFormats => TRAINING_FORMATS,
        List::TrainingPartners => TRAINING_PARTNERS,
        List::Countries => COUNTRIES,
        List::OutcomeKinds => OUTCOME_KINDS,
    }
}

/// Columns go by their names; the one that is none of those of [`Code`] is the extra.
fn parse(text: &str) -> Vec<Code> {
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let Ok(head) = reader.headers().cloned() else {
        return Vec::new();
    };
    // A row that can't be read is left out; the tests count the rows.
    reader.records().filter_map(Result::ok).map(|row| code(&head, &row)).collect()
}

fn code(head: &StringRecord, row: &StringRecord) -> Code {
    let cell = |name: &str| head.iter().position(|one| one == name).and_then(|place| row.get(place)).unwrap_or_default();
    let own = ["code", "label", "sba_label", "valid_from", "valid_to"];
    let extra = head.iter().zip(row).find(|(name, _)| !own.contains(name)).map_or("", |(_, value)| value);
    Code {
        code: cell("code").to_owned(),
        label: cell("label").to_owned(),
        sba_label: cell("sba_label").to_owned(),
        extra: extra.to_owned(),
        valid_from: Day::parse(cell("valid_from")).ok(),
        valid_to: Day::parse(cell("valid_to")).ok(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The spellings of `SBA_NEXUS_Counseling-2-14.xsd`, copied by hand from the schema of February 2025.
    const SBA: &[(List, &str)] = &[
        (
            List::Topics,
            "Business Accounting/Budget|Business Financial/Cash Flow|Business Financing/Capital Sources|\
             Business Operations/Management|Business Plan|Business Start-up/Preplanning|Buy/Sell Business|\
             Credit Counseling|Customer Relations|Cyber Security/Cyber Awareness|Disaster Planning/Recovery|\
             eCommerce|Franchising|Government Contracting|Human Resources/Managing Employees|\
             Intellectual Property Training|International Trade|Legal Issues|Marketing/Sales|Tax Planning|\
             Technology|Other",
        ),
        (List::SessionTypes, "Face-to-face|Online|Prepare Only|Telephone|Training|Update Only"),
        (
            List::Languages,
            "English|Spanish|Arabic|Armenian|ASL-American Sign Language|Assamese|Borana|Burmese|\
             Catalan/Valencian|Chinese-Cantonese|Chinese-Mandarin|Chinese-Other|Chuukese|Croatian|Czech|Farsi|\
             Finnish|French|Fukien|Galician|German|Hmong|Hungarian|Inupiat/Inupiaq|Italian|Japanese|Kamba|\
             Kannada|Khmer|Kikuyu/Gikuyu|Korean|Kosraean|Luo|Marshallese|Palauan|Panjabi/Punjabi|Pohnpein|\
             Portuguese|Russian|Slovenian|Somali|Swahili|Tagalog/Filipino|Tajik|Tamil|Thai|Vietnamese|Yapese|\
             Yiddish|Other",
        ),
        (
            List::States,
            "Alabama|Alaska|American Samoa|Arizona|Arkansas|Armed Forces the Americas|Armed Forces Europe|\
             Armed Forces Pacific|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|\
             Guam|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Marshall Islands|Maryland|\
             Massachusetts|Michigan|Federated States of Micronesia|Minnesota|Mississippi|Missouri|Montana|\
             Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|\
             Northern Mariana Islands|Ohio|Oklahoma|Oregon|Republic of Palau|Pennsylvania|Puerto Rico|\
             Rhode Island|South Carolina|South Dakota|Tennessee|Texas|U.S. Virgin Islands|\
             United States Minor Outlying Islands|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming",
        ),
        (
            List::Media,
            "Boots to Business|Business Owner|Chamber of Commerce|Educational Institution|Internet|Lender|\
             Local Economic Development Official|Magazine/Newspaper|SBA District|SBA Web site|SBDC|SCORE|\
             Television/Radio|USEAC|VBOC|VRE|WBC|Word of Mouth|Other Client|Other",
        ),
        (List::TrainingFormats, "Hybrid|In-person|On Demand|Online"),
        (
            List::TrainingPartners,
            "Chamber Of Commerce|Educational Institution|For-Profit Organization|Native American Center|\
             Online Training Resource|SBA|SBA District Office|SBDC|SCORE|Trade or Professional Association|VBOC|\
             Women's Business Center|Other Government Agency|Other",
        ),
        (List::LegalEntities, "Corporation|LLC|Partnership|S-Corporation|Sole Proprietor|Other"),
        (
            List::Certifications,
            "8(a)|Hubzones|Small Disadvantage Business|Economically Disadvantaged Women-Owned Small Business|\
             Service-Disabled Veteran-Owned Small Business|Veteran Owned Small Business|\
             Women-Owned Small Business|Other",
        ),
    ];

    #[test]
    fn official_lists_spell_every_label_as_the_sba_does() {
        for (list, spellings) in SBA {
            // What cities certify stands on the list too; the SBA has no word for it.
            let ours: Vec<_> = rows(*list).iter().map(|row| row.sba_label.as_str()).filter(|label| !label.is_empty()).collect();
            let theirs: Vec<_> = spellings.split('|').collect();
            assert_eq!(ours, theirs, "{list:?}");
        }
    }

    #[test]
    fn every_list_is_whole() {
        let sizes = List::ALL.map(|list| rows(list).len());
        assert_eq!(sizes, [22, 6, 50, 63, 20, 6, 14, 7, 4, 4, 14, 240, 19]);
        // `rows` counts on the order of `ALL` being the order of the enum.
        assert!(List::ALL.iter().enumerate().all(|(place, list)| *list as usize == place));
    }

    #[test]
    fn codes_are_unique_and_plain_and_every_row_has_a_label() {
        for list in List::ALL {
            let codes: BTreeSet<_> = rows(list).iter().map(|row| &row.code).collect();
            assert_eq!(codes.len(), rows(list).len(), "{list:?}");
            for row in rows(list) {
                assert!(is_code(list, &row.code), "{list:?} {row:?}");
                assert!(!row.label.trim().is_empty(), "{list:?} {row:?}");
            }
        }
    }

    fn is_code(list: List, code: &str) -> bool {
        match list {
            List::States => code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()),
            // A BCP 47 primary language is two or three small letters.
            List::Languages => code == "other" || (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()),
            _ => {
                code.starts_with(|c: char| c.is_ascii_lowercase())
                    && code.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase() || byte.is_ascii_digit())
            }
        }
    }

    #[test]
    fn our_chips_lead_to_official_codes() {
        for kind in rows(List::ServiceKinds) {
            assert!(find(List::Topics, &kind.extra).is_some(), "{kind:?}");
        }
        for channel in rows(List::Channels) {
            assert!(find(List::SessionTypes, &channel.extra).is_some(), "{channel:?}");
        }
    }

    #[test]
    fn a_code_is_found_and_named() {
        assert_eq!(label(List::ServiceKinds, "loans_grants"), Some("Loans and grants"));
        assert_eq!(label(List::Channels, "text_email"), Some("Text or email"));
        assert_eq!(find(List::Languages, "es").map(|row| row.extra.as_str()), Some("Español"));
        assert_eq!(find(List::States, "NY").map(|row| row.sba_label.as_str()), Some("New York"));
        assert_eq!(label(List::Topics, "astrology"), None);
    }

    /// A later edition of a form renames one code, drops one and adds one.
    const NEXT: &str = "code,label,sba_label,valid_from,valid_to\n\
        phone,By phone,Telephone,,2027-09-30\n\
        phone,By phone,Phone or video,2027-10-01,\n\
        fax,By fax,Fax,,2027-09-30\n\
        chat,By chat,Chat,2027-10-01,\n";

    #[test]
    fn a_list_is_versioned_by_day_and_old_records_keep_their_meaning() {
        let rows = parse(NEXT);
        let day = |text: &str| Day::parse(text).unwrap();
        let (before, after) = (day("2027-09-30"), day("2027-10-01"));
        let offered = |on: Day| rows.iter().filter(|row| row.holds_on(on)).map(|row| row.sba_label.as_str()).collect::<Vec<_>>();
        assert_eq!(offered(before), ["Telephone", "Fax"]);
        assert_eq!(offered(after), ["Phone or video", "Chat"]);
        let said = |code: &str, on: Day| as_on(&rows, code, on).map(|row| row.sba_label.as_str());
        assert_eq!((said("phone", before), said("phone", after)), (Some("Telephone"), Some("Phone or video")));
        assert_eq!(said("fax", after), Some("Fax"), "what was dropped is still named");
        assert_eq!(said("telegram", after), None);
        assert_eq!(newest(&rows, "phone").map(|row| row.sba_label.as_str()), Some("Phone or video"));
    }

    #[test]
    fn a_form_takes_only_what_is_offered() {
        let on = Day::parse("2026-10-13").unwrap();
        assert_eq!(parse_on(List::Topics, "technology", on).map(|row| row.sba_label.as_str()), Ok("Technology"));
        assert!(parse_on(List::Topics, "astrology", on).is_err());
        assert_eq!(offered(List::SessionTypes, on).count(), 6);
    }

    #[test]
    fn how_people_met_and_what_it_was_about_file_as_the_reviewed_tables_say() {
        let types = ["in_person", "phone", "video", "text_email"].map(session_type_of);
        assert_eq!(types, ["face_to_face", "telephone", "online", "online"]);
        assert_eq!(["coaching", "loans_grants", "space"].map(topic_of), ["operations", "financing", "other"]);
    }

    #[test]
    fn holidays_are_eleven_a_year_on_weekdays_in_order() {
        let holidays: Vec<_> = include_str!("../../assets/codes/holidays-us.csv").lines().skip(1).collect();
        assert_eq!(holidays.len(), 77);
        assert!(holidays.is_sorted());
        assert!(holidays.contains(&"2026-07-03,Independence Day"));
        assert!(holidays.contains(&"2027-12-31,New Year's Day"));
        assert!(holidays.contains(&"2024-11-28,Thanksgiving Day"));
    }
}
