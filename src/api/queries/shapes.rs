//! What each kind of record shows, field by field: from this its SQL, its JSON and its schema are made.
//!
//! No token is shown what is not here: who people are, notes, messages, links, codes, secrets, the record, and free words but a need.

use crate::api::codes_of;
use crate::referrals::replay::Ball;
use crate::referrals::{Event, Party, Status};
use crate::values::codes::{self, List};
use crate::values::{Channel, ContactBy, Kind, LegalForm, NaicsEdition, Origin, ServiceKind, Stage, Urgency};

/// What kind of value a field is.
#[derive(Clone, Copy)]
pub enum As {
    /// The address of a record.
    Id,
    /// Text.
    Text,
    /// A plain date.
    Day,
    /// A UTC instant.
    Instant,
    /// A whole number, none below zero.
    Whole,
    /// Yes or no.
    Yes,
    /// A word of a list.
    Word(fn() -> Vec<String>),
    /// Several ids or words.
    Many,
}

/// One field.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Where it comes from.
    pub sql: &'static str,
    /// What kind of value it is.
    pub kind: As,
    /// May be null.
    pub may_lack: bool,
    /// What it says.
    pub about: &'static str,
}

pub(super) const fn is(name: &'static str, sql: &'static str, kind: As, about: &'static str) -> Field {
    Field { name, sql, kind, may_lack: false, about }
}

pub(super) const fn may(name: &'static str, sql: &'static str, kind: As, about: &'static str) -> Field {
    Field { name, sql, kind, may_lack: true, about }
}

/// A kind of record.
pub struct Shape {
    /// As the schema calls it.
    pub name: &'static str,
    /// Tables.
    pub from: &'static str,
    /// Row key: lists are in its order, which is the order of writing down.
    pub key: &'static str,
    /// Which programs see it; `{in}` stands for those of the token.
    pub mine: &'static str,
    /// Row keys of the business and the program it shows something of, and of the referral; 'NULL' where it shows nobody.
    pub seen: (&'static str, &'static str, &'static str),
    /// Which rows changed since an event of the record, `:since`.
    pub changed: &'static str,
    /// The fields, the first of them the id.
    pub fields: &'static [Field],
    /// What one record has besides.
    pub parts: &'static [Part],
}

impl Shape {
    /// The filters that a list of it takes.
    pub fn filters(&self) -> &'static [&'static str] {
        if self.fields.iter().any(|field| field.name == "client") {
            &["limit", "after", "program", "changed_since", "client"]
        } else {
            &["limit", "after", "program", "changed_since"]
        }
    }
}

/// A list inside one record.
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// As the schema calls one of them.
    pub of: &'static str,
    /// Tables, with the record they belong to as `:of`.
    pub from: &'static str,
    /// The fields.
    pub fields: &'static [Field],
    /// What it says.
    pub about: &'static str,
}

/// The codes of an official list, each once.
pub fn listed(list: List) -> Vec<String> {
    let mut codes: Vec<String> = codes::rows(list).iter().map(|row| row.code.clone()).collect();
    codes.dedup();
    codes
}

/// What a session can be filed under.
pub fn topics() -> Vec<String> {
    listed(List::Topics)
}

/// How a session can be filed.
pub fn session_types() -> Vec<String> {
    listed(List::SessionTypes)
}

pub(super) fn outcome_kinds() -> Vec<String> {
    listed(List::OutcomeKinds)
}

fn formats() -> Vec<String> {
    listed(List::TrainingFormats)
}

/// A client: a business in one of the token's programs.
pub const CLIENT: Shape = Shape {
    name: "Client",
    from: "business",
    key: "business.id",
    mine: "EXISTS (SELECT 1 FROM enrollment WHERE enrollment.business_id = business.id AND enrollment.program_id {in})",
    seen: (
        "business.id",
        "(SELECT program_id FROM enrollment WHERE enrollment.business_id = business.id AND enrollment.program_id {in} ORDER BY enrollment.id LIMIT 1)",
        "NULL",
    ),
    changed: "
        business.id IN (
            SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'business'
            UNION
            SELECT business_id FROM enrollment
            WHERE id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'enrollment')
            UNION
            SELECT business_id FROM job_snapshot
            WHERE id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'job_snapshot')
            UNION
            SELECT business_id FROM ownership
            WHERE id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'ownership')
               OR person_id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'person'))",
    fields: &[
        is("id", "business.public_id", As::Id, "Address of the record."),
        is("number", "business.number", As::Whole, "The number that people say: 412 is F-0412."),
        is("name", "business.name", As::Text, "What the owner calls it."),
        may("legal_name", "business.legal_name", As::Text, "If it is another."),
        may("legal_form", "business.legal_form", As::Word(codes_of::<LegalForm>), "Legal form."),
        may("product", "business.product", As::Text, "What it makes, in plain words."),
        may("naics", "business.naics", As::Text, "Industry code, two to six digits."),
        may("naics_edition", "business.naics_edition", As::Word(codes_of::<NaicsEdition>), "Edition of the code."),
        may("stage", "business.stage", As::Word(codes_of::<Stage>), "Where it stands."),
        may("started_on", "business.started_on", As::Day, "First sale, hire, capital or expense."),
        is("is_cooperative", "business.is_cooperative", As::Yes, "Owned by its members."),
        may("street", "business.street", As::Text, "Street."),
        may("city", "business.city", As::Text, "City."),
        may("state", "business.state", As::Text, "Two letters."),
        may("postal_code", "business.postal_code", As::Text, "Five digits."),
        may("neighborhood", "business.neighborhood", As::Text, "As people call it."),
        may("county_fips", "business.county_fips", As::Text, "Code of the county, five digits."),
        may(
            "workers",
            "(SELECT workers FROM job_snapshot WHERE job_snapshot.business_id = business.id AND job_snapshot.undone_at IS NULL ORDER BY on_day DESC, id DESC LIMIT 1)",
            As::Whole,
            "The last count of workers.",
        ),
        is(
            "programs",
            "(SELECT group_concat(program.public_id, ' ') FROM enrollment JOIN program ON program.id = enrollment.program_id WHERE enrollment.business_id = business.id AND enrollment.program_id {in})",
            As::Many,
            "The programs of the token that it is a client of.",
        ),
        is("created_at", "business.created_at", As::Instant, "When it was registered."),
    ],
    parts: &[
        Part {
            name: "people",
            of: "Person",
            from: "ownership JOIN person ON person.id = ownership.person_id
                   WHERE ownership.business_id = :of AND ownership.to_on IS NULL ORDER BY ownership.is_contact DESC, ownership.id",
            fields: &[
                is("id", "person.public_id", As::Id, "Address of the person."),
                is("first_name", "person.first_name", As::Text, "Empty where a file named nobody."),
                is("last_name", "person.last_name", As::Text, "May be empty."),
                may("telephone", "person.telephone", As::Text, "As typed."),
                may("email", "person.email", As::Text, "Lower case."),
                is("language", "person.language", As::Text, "The language they want to read."),
                may("contact_by", "person.contact_by", As::Word(codes_of::<ContactBy>), "How they like to hear from the program."),
                is("is_contact", "ownership.is_contact", As::Yes, "The person to call."),
                may("share_bp", "ownership.share_bp", As::Whole, "Share in hundredths of a percent, if known."),
            ],
            about: "Who owns it or speaks for it today.",
        },
        Part {
            name: "enrollments",
            of: "Enrollment",
            from: "enrollment JOIN program ON program.id = enrollment.program_id LEFT JOIN account ON account.id = enrollment.advisor_id
                   WHERE enrollment.business_id = :of AND enrollment.program_id {in} ORDER BY enrollment.id",
            fields: &[
                is("program", "program.public_id", As::Id, "The program."),
                is("from_on", "enrollment.from_on", As::Day, "Since when."),
                may("to_on", "enrollment.to_on", As::Day, "Until when, if it left."),
                may("advisor", "account.name", As::Text, "Its advisor there."),
            ],
            about: "In which of the token's programs it is, and since when.",
        },
    ],
};

/// A service: a session or other help.
pub const SERVICE: Shape = Shape {
    name: "Service",
    from: "service JOIN program ON program.id = service.program_id JOIN account ON account.id = service.account_id
           LEFT JOIN business ON business.id = service.business_id
           LEFT JOIN funding_source ON funding_source.id = service.funding_source_id",
    key: "service.id",
    mine: "service.program_id {in}",
    seen: ("service.business_id", "service.program_id", "NULL"),
    changed: "service.id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'service')",
    fields: &[
        is("id", "service.public_id", As::Id, "Address of the record."),
        is("program", "program.public_id", As::Id, "Under which program."),
        may("client", "business.public_id", As::Id, "For whom; null for a caller who is no client yet."),
        is("advisor", "coalesce(service.advisor_typed, account.name)", As::Text, "Who gave it."),
        is("served_on", "service.served_on", As::Day, "The day."),
        is("kind", "service.kind", As::Word(codes_of::<ServiceKind>), "What it was about."),
        is("channel", "service.channel", As::Word(codes_of::<Channel>), "How people met."),
        is("minutes", "service.minutes", As::Whole, "Contact time; none where it was only prepared or brought up to date."),
        is("session_type", "service.session_type", As::Word(session_types), "How it is filed."),
        is("topic", "service.topic", As::Word(topics), "What it is filed under."),
        is(
            "extra_topics",
            "(SELECT group_concat(topic, ' ') FROM service_topic WHERE service_topic.service_id = service.id)",
            As::Many,
            "What else it was about.",
        ),
        is("prepare_minutes", "service.prepare_minutes", As::Whole, "Time to prepare."),
        is("travel_minutes", "service.travel_minutes", As::Whole, "Time on the way."),
        is(
            "languages",
            "(SELECT group_concat(language, ' ') FROM service_language WHERE service_language.service_id = service.id)",
            As::Many,
            "In which languages.",
        ),
        is("others_present", "service.others_present", As::Whole, "How many were there besides people of the client."),
        may("funding_source", "funding_source.name", As::Text, "Who pays."),
        is("is_reportable", "service.is_reportable", As::Yes, "Counts in what the program reports to funders."),
        is("is_late", "service.is_late", As::Yes, "Written down more than a week after the day."),
        may("taken_back_at", "service.undone_at", As::Instant, "When it was taken back; such a service counts nowhere."),
        is("created_at", "service.created_at", As::Instant, "When it was logged."),
    ],
    parts: &[],
};

/// A referral.
pub const REFERRAL: Shape = Shape {
    name: "Referral",
    from: "referral JOIN program ON program.id = referral.program_id JOIN business ON business.id = referral.business_id
           JOIN account ON account.id = referral.advisor_id LEFT JOIN partner ON partner.id = referral.partner_id",
    key: "referral.id",
    mine: "referral.program_id {in}",
    seen: ("referral.business_id", "referral.program_id", "referral.id"),
    changed: "referral.id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'referral')",
    fields: &[
        is("id", "referral.public_id", As::Id, "Address of the record."),
        is("number", "referral.number", As::Whole, "The number that people say: 1187 is R-1187."),
        is("program", "program.public_id", As::Id, "Under which program."),
        is("client", "business.public_id", As::Id, "For whom."),
        may("partner", "partner.public_id", As::Id, "Whom the program asks; null while that is open."),
        is("advisor", "account.name", As::Text, "Who looks after it."),
        is("kind", "referral.kind", As::Word(codes_of::<Kind>), "What kind of help."),
        is("need", "referral.need", As::Text, "The need, written for sharing."),
        is("urgency", "referral.urgency", As::Word(codes_of::<Urgency>), "By when."),
        is("origin", "referral.origin", As::Word(codes_of::<Origin>), "Who asked."),
        is("status", "referral.status", As::Word(codes_of::<Status>), "Where it stands."),
        may("stage", "referral.stage", As::Text, "Where inside the status."),
        may("reason_code", "referral.reason_code", As::Text, "Why it stopped or pauses."),
        may("outcome_code", "referral.outcome_code", As::Text, "What the partner says came of it."),
        is("waiting_on", "referral.waiting_on", As::Word(codes_of::<Ball>), "Who has the next move."),
        may("due_on", "referral.due_on", As::Day, "By when somebody has to move."),
        may("sent_at", "referral.sent_at", As::Instant, "When it was sent."),
        may("decided_at", "referral.decided_at", As::Instant, "When the partner said yes or no."),
        may("ended_at", "referral.ended_at", As::Instant, "When it ended."),
        is("created_at", "referral.created_at", As::Instant, "When it was prepared."),
    ],
    parts: &[Part {
        name: "events",
        of: "ReferralEvent",
        from: "referral_event WHERE referral_event.referral_id = :of ORDER BY referral_event.seq",
        fields: &[
            is("seq", "referral_event.seq", As::Whole, "1, 2, 3 without gaps."),
            is("event", "referral_event.event", As::Word(codes_of::<Event>), "What happened."),
            may("from_status", "referral_event.from_status", As::Word(codes_of::<Status>), "Before; null for the first."),
            is("to_status", "referral_event.to_status", As::Word(codes_of::<Status>), "After."),
            may("stage", "referral_event.stage", As::Text, "Stage from here on."),
            may("reason_code", "referral_event.reason_code", As::Text, "Why."),
            may("outcome_code", "referral_event.outcome_code", As::Text, "What came of it."),
            is("party", "referral_event.party", As::Word(codes_of::<Party>), "In what capacity somebody did it."),
            is("at", "referral_event.at", As::Instant, "When."),
        ],
        about: "Everything that happened to it, in order.",
    }],
};

/// A partner of the directory.
pub const PARTNER: Shape = Shape {
    name: "Partner",
    from: "partner JOIN program ON program.id = partner.program_id",
    key: "partner.id",
    mine: "partner.program_id {in}",
    seen: ("NULL", "NULL", "NULL"),
    changed: "
        partner.id IN (
            SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'partner'
            UNION
            SELECT partner_id FROM partner_kind
            WHERE id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'partner_kind'))",
    fields: &[
        is("id", "partner.public_id", As::Id, "Address of the record."),
        is("program", "program.public_id", As::Id, "In whose directory it stands."),
        is("name", "partner.name", As::Text, "As it calls itself."),
        may("about", "partner.about", As::Text, "What it offers."),
        may("telephone", "partner.telephone", As::Text, "Main number."),
        may("email", "partner.email", As::Text, "Its own mailbox."),
        may("website", "partner.website", As::Text, "Its own pages."),
        is(
            "kinds",
            "(SELECT group_concat(kind, ' ') FROM partner_kind WHERE partner_kind.partner_id = partner.id)",
            As::Many,
            "Which kinds of referral it takes.",
        ),
        may("closed_at", "partner.closed_at", As::Instant, "Since when nobody is referred to it any more."),
        is("created_at", "partner.created_at", As::Instant, "When it was listed."),
    ],
    parts: &[],
};

/// What was taught to several people at once. Nobody is named.
pub const TRAINING: Shape = Shape {
    name: "Training",
    from: "training JOIN program ON program.id = training.program_id",
    key: "training.id",
    mine: "training.program_id {in}",
    seen: ("NULL", "NULL", "NULL"),
    changed: "
        training.id IN (
            SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'training'
            UNION
            SELECT training_id FROM training_person
            WHERE id IN (SELECT row_id FROM audit_row WHERE seq >= :since AND table_name = 'training_person'))",
    fields: &[
        is("id", "training.public_id", As::Id, "Address of the record."),
        is("program", "program.public_id", As::Id, "Under which program."),
        is("title", "training.title", As::Text, "What it is called."),
        is("topic", "training.topic", As::Word(topics), "What it was about."),
        is("format", "training.format", As::Word(formats), "How it was given."),
        is("minutes", "training.minutes", As::Whole, "All sessions together."),
        is("fee_cents", "training.fee_cents", As::Whole, "What one person pays."),
        is("language", "training.language", As::Text, "In which language."),
        is(
            "days",
            "(SELECT group_concat(on_day, ' ') FROM training_date WHERE training_date.training_id = training.id)",
            As::Many,
            "The days of its sessions.",
        ),
        may("city", "training.city", As::Text, "Where."),
        may("state", "training.state", As::Text, "Two letters."),
        is(
            "named",
            "(SELECT count(*) FROM training_person WHERE training_person.training_id = training.id)",
            As::Whole,
            "How many people of clients came, by name; the names stay inside.",
        ),
        may("total", "training.total", As::Whole, "How many came, as the organizer counted."),
        may("in_business", "training.in_business", As::Whole, "How many of them are in business."),
        may("not_yet", "training.not_yet", As::Whole, "How many are not yet."),
        may("taken_back_at", "training.undone_at", As::Instant, "When it was taken back; it counts nowhere."),
        is("created_at", "training.created_at", As::Instant, "When it was written down."),
    ],
    parts: &[],
};
