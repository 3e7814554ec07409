//! The vocabularies: closed lists of words that the database, forms, pages and files share.
//!
//! A test compares each with the `CHECK` list of its column in `schema.sql`.

use super::Complaint;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// A closed list of words.
pub trait Vocabulary: Sized + Copy + 'static {
    /// Every word there is, in the order they are shown.
    const ALL: &'static [Self];
    /// Column of `schema.sql` whose `CHECK` list these words are: `table.column`.
    const COLUMN: &'static str;
    /// The word as it is stored.
    fn code(self) -> &'static str;
    /// The word as people read it.
    fn label(self) -> &'static str;

    /// Reads a stored or posted word.
    fn parse(code: &str) -> Result<Self, Complaint> {
        Self::ALL.iter().copied().find(|word| word.code() == code).ok_or_else(|| Complaint::new("Choose one of the answers on the list"))
    }
}

/// Makes an existing enum with `ALL`, `code` and `label` a vocabulary that `SQLite` can store.
#[macro_export]
macro_rules! stored_as_word {
    ($name:ty) => {
        impl rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok($crate::values::Vocabulary::code(*self).into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                <$name as $crate::values::Vocabulary>::parse(value.as_str()?).map_err(|_| rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident ($column:literal) { $($word:ident = $code:literal, $label:literal;)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each word's label says what it is")]
        pub enum $name { $($word),* }

        impl Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$word),*];
            const COLUMN: &'static str = $column;

            fn code(self) -> &'static str {
                match self { $(Self::$word => $code),* }
            }

            fn label(self) -> &'static str {
                match self { $(Self::$word => $label),* }
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.code().into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Self::parse(value.as_str()?).map_err(|_| FromSqlError::InvalidType)
            }
        }
    )*};
}

pub(super) use vocabulary;

vocabulary! {
    /// A role inside one program.
    ProgramRole ("membership.role") {
        Advisor = "advisor", "Advisor";
        Manager = "manager", "Program manager";
    }
    /// A role over the whole organization.
    OrganizationRole ("organization_role.role") {
        Admin = "admin", "Administrator";
        Steward = "steward", "Data steward";
        Auditor = "auditor", "Auditor";
    }
    /// What an entrepreneur says when asked whether the partner has called.
    Called ("message.called") {
        Yes = "yes", "Yes, they called me";
        No = "no", "No, nobody has called me yet";
    }
    /// What an invitation's link does.
    InvitationKind ("invitation.kind") {
        Invite = "invite", "Set a password";
        Reset = "reset", "Set a new password";
        Demo = "demo", "Sign in to the demo";
    }
    /// What kind of money pays.
    FundingKind ("funding_source.kind") {
        Public = "public", "Public money";
        Foundation = "foundation", "Foundation";
        Bank = "bank", "Bank community-development money";
        Owner = "owner", "The owner";
    }
    /// Where a business stands.
    Stage ("business.stage") {
        Idea = "idea", "Not yet in business";
        StartUp = "start_up", "In business up to 12 months";
        InBusiness = "in_business", "In business more than 12 months";
        Closed = "closed", "Closed";
    }
    /// The legal form of a business.
    LegalForm ("business.legal_form") {
        SoleProprietor = "sole_proprietor", "Sole proprietor or self-employed";
        Partnership = "partnership", "Partnership";
        Llc = "llc", "LLC";
        Corporation = "corporation", "Corporation";
        SCorporation = "s_corporation", "S corporation";
        Cooperative = "cooperative", "Cooperative";
        Nonprofit = "nonprofit", "Nonprofit";
        ProfessionalAssociation = "professional_association", "Professional association";
        JointVenture = "joint_venture", "Joint venture";
        Other = "other", "Other";
    }
    /// Edition of the industry codes.
    NaicsEdition ("business.naics_edition") {
        Naics2017 = "2017", "NAICS 2017";
        Naics2022 = "2022", "NAICS 2022";
    }
    /// How somebody likes to hear from us.
    ContactBy ("person.contact_by") {
        Phone = "phone", "Phone call";
        Text = "text", "Text message";
        Email = "email", "E-mail";
        Letter = "letter", "Letter";
    }
    /// Who says how many workers there are.
    JobBasis ("job_snapshot.basis") {
        ToldToAdvisor = "told_to_advisor", "told to the advisor";
        ReportedByBorrower = "reported_by_borrower", "as reported by the borrower";
        DocumentSeen = "document_seen", "document seen";
    }
    /// What a service was about.
    ServiceKind ("service.kind") {
        Coaching = "coaching", "Coaching";
        LoansGrants = "loans_grants", "Loans and grants";
        TechnologyTransfer = "technology_transfer", "Technology transfer";
        Space = "space", "Space";
        Certification = "certification", "Certification";
        HiringTraining = "hiring_training", "Hiring and training";
        Other = "other", "Other";
    }
    /// How a service was given.
    Channel ("service.channel") {
        InPerson = "in_person", "In person";
        Phone = "phone", "Phone";
        Video = "video", "Video";
        TextEmail = "text_email", "Text or email";
    }
    /// What sort of organization a partner is.
    PartnerType ("partner_type.type") {
        Landlord = "landlord", "Landlord";
        MissionLandlord = "mission_landlord", "Mission-driven landlord";
        Lender = "lender", "Lender";
        Lab = "lab", "Lab or test facility";
        University = "university", "University";
        Trainer = "trainer", "Trainer";
        Advocate = "advocate", "Advocate";
        CommunityGroup = "community_group", "Community group";
        Incubator = "incubator", "Incubator or program";
        PublicAgency = "public_agency", "Public agency";
        BusinessServices = "business_services", "Business service provider";
        Other = "other", "Other";
    }
    /// Whether a partner's service is offered. The words are those of HSDS.
    ServiceStatus ("partner_service.status") {
        Active = "active", "Offered";
        Inactive = "inactive", "Not offered now";
        TemporarilyClosed = "temporarily_closed", "Closed for a time";
        Defunct = "defunct", "Given up";
    }
    /// Whether a partner's service takes anybody now.
    Capacity ("partner_service.capacity") {
        Open = "open", "Open";
        Waitlist = "waitlist", "Waitlist";
        Full = "full", "Full";
    }
    /// The lists that a partner's service has.
    ServiceList ("partner_service_item.list") {
        Language = "language", "Languages";
        Document = "document", "What to bring";
        Area = "area", "Area it serves";
    }
    /// By when a need wants an answer.
    Urgency ("referral.urgency") {
        ThisWeek = "this_week", "This week";
        ThisMonth = "this_month", "This month";
        ThisQuarter = "this_quarter", "In three months";
        NoRush = "no_rush", "No rush";
    }
    /// Who asked for a referral.
    Origin ("referral.origin") {
        Advisor = "advisor", "The advisor";
        SelfRequest = "self_request", "The entrepreneur";
        InboundPartner = "inbound_partner", "A partner";
        ReReferral = "re_referral", "An earlier referral";
    }
    /// By which way an event reached us.
    EventChannel ("referral_event.channel") {
        Account = "account", "in Fairfloor";
        Link = "link", "by private link";
        OnBehalf = "on_behalf", "reported by the advisor";
        System = "system", "by the clock";
    }
    /// How the word of a partner or entrepreneur reached the advisor.
    Source ("referral_event.source") {
        Call = "call", "Phone call";
        Email = "email", "E-mail or text";
        Letter = "letter", "Letter";
        Visit = "visit", "In person";
    }
    /// How a yes to share was given.
    ConsentMethod ("consent.method") {
        Spoken = "spoken", "Said it to me";
        Paper = "paper", "Signed on paper";
        Link = "link", "Pressed yes on their page";
    }
    /// One thing a yes to share may cover.
    SharedField ("consent_field.field") {
        BusinessName = "business_name", "Business name";
        ContactName = "contact_name", "Contact's name";
        Telephone = "telephone", "Telephone";
        Email = "email", "E-mail";
        Address = "address", "Address";
        Product = "product", "What it makes";
        Workers = "workers", "Number of workers";
        YearsInBusiness = "years_in_business", "Years in business";
    }
    /// What a private link opens.
    LinkKind ("access_link.kind") {
        Status = "status", "Status page";
        SelfIdentification = "self_identification", "Self-identification page";
        Partner = "partner", "Referral for a partner";
        Sites = "sites", "Units of a landlord";
        Question = "question", "Question for a partner";
        Outcome = "outcome", "Question whether an outcome is so";
        Member = "member", "Page of a member of a deciding body";
        Story = "story", "Question whether a story may be shown";
    }
    /// Whose pages a letter code opens.
    CodeKind ("letter_code.kind") {
        Entrepreneur = "entrepreneur", "Entrepreneur";
        Partner = "partner", "Partner";
    }
    /// How a letter code reaches whoever it is for.
    Handing ("letter_code.handing") {
        Letter = "letter", "By letter";
        Spoken = "spoken", "Read out on the telephone";
        Hand = "hand", "Handed over";
    }
    /// Who wrote a message.
    Writer ("message.party") {
        Entrepreneur = "entrepreneur", "The client";
        Advisor = "advisor", "The advisor";
        Partner = "partner", "The partner";
    }
    /// Who besides the program may read a message.
    Readers ("message.readers") {
        Client = "client", "The client";
        Partner = "partner", "The partner";
        Both = "both", "The client and the partner";
    }
    /// What a partner says to a question.
    QuestionAnswer ("question_partner.answer") {
        Yes = "yes", "Yes";
        Maybe = "maybe", "Maybe";
        No = "no", "No";
    }
    /// What a partner's word asks of an advisor.
    PartnerTaskKind ("partner_task.kind") {
        Glance = "glance", "Ended by link";
        RightContact = "right_contact", "Somebody else should be asked";
    }
    /// What a client asks for on their own page, besides the table of events.
    ClientWordKind ("client_word.kind") {
        Remind = "remind", "Remind the partner";
        NotContacted = "not_contacted", "Nobody has called";
        Wrong = "wrong", "Something here is wrong";
    }
    /// How the code came with which somebody signed in to their own pages.
    CodeWay ("own_device.way") {
        Email = "email", "By e-mail";
        Text = "text", "By text";
    }
    /// For whom a release of the report is, the loosest first: what a stricter one is told is part of what a looser one is.
    ReleaseAudience ("release_edition.audience") {
        Internal = "internal", "staff of this organization";
        Funder = "funder", "funders under an agreement";
        Public = "public", "the public";
    }

    /// How much a release asks for.
    ReleasePlan ("report_release.plan") {
        Small = "small", "Small program";
        Middle = "middle", "Middle";
        Full = "full", "Full";
    }

    /// For whom a notice is.
    Audience ("outbox_message.audience") {
        Partner = "partner", "Partner";
        Entrepreneur = "entrepreneur", "Entrepreneur";
    }
    /// How a notice goes out.
    NoticeChannel ("outbox_message.channel") {
        Email = "email", "E-mail";
        Text = "text", "Text message";
        Letter = "letter", "Letter";
        Phone = "phone", "Phone call";
    }
    /// Why a notice did not go out, in words that hold no address and nothing that a server said.
    NotSent ("outbox_message.failure") {
        Unreachable = "unreachable", "The server could not be reached, or hung up.";
        TooSlow = "too_slow", "The server did not answer in time.";
        NoSecrecy = "no_secrecy", "The server offers no encryption that we trust.";
        SignIn = "sign_in", "The server did not take our name and password.";
        NotNow = "not_now", "The server asked us to try again later.";
        Refused = "refused", "The server refuses this address or this text for good.";
        BadAddress = "bad_address", "Nothing can be sent to what is written there as address.";
    }
    /// By which way a notice went out.
    SentVia ("outbox_message.sent_via") {
        Mail = "mail", "by the mail server";
        Gateway = "gateway", "by the text gateway";
        ByHand = "by_hand", "by hand";
        LinkOpened = "link_opened", "its link was opened";
    }
    /// A question about who somebody is. The answers are behind the wall.
    Question ("demographic_answer.question") {
        Race = "race", "Race and ethnicity";
        Sex = "sex", "Sex";
        Disability = "disability", "Disability";
        Veteran = "veteran", "Veteran status";
        Military = "military", "Military status";
        Household = "household", "Household size";
        Income = "income", "Household income";
        Sedi = "sedi", "Self-certification for SSBCI";
    }
    /// Who entered an answer about who somebody is.
    Basis ("demographic_answer.basis") {
        OwnWord = "self", "by the person";
        ReadOut = "read_out", "read out to staff";
        ReleasedBySource = "released_by_source", "as released by the source";
    }
    /// What kind of resource was deployed.
    ResourceKind ("deployment.kind") {
        Grant = "grant", "Grant";
        Loan = "loan", "Loan";
        Equity = "equity", "Equity";
        FeeWaiver = "fee_waiver", "Fee waiver";
        Space = "space", "Space";
        LabTime = "lab_time", "Lab time";
        EquipmentTime = "equipment_time", "Equipment time";
        Training = "training", "Training";
        Advice = "advice", "Advice by others";
        InKind = "in_kind", "In kind";
    }
    /// What the amounts of a deployment count.
    Unit ("deployment.unit") {
        Cents = "cents", "Dollars";
        Minutes = "minutes", "Advisor hours";
        SquareFeet = "square_feet", "Square feet";
        LabMinutes = "lab_minutes", "Lab hours";
    }
    /// Where the coordinates of a business come from.
    LocatedBy ("location.source") {
        Map = "map", "read off a map";
        Visit = "visit", "measured on a visit";
        AddressFile = "address_file", "looked up in the city's address file";
        ToldByClient = "told_by_client", "told by the client";
        Imported = "imported", "imported";
    }
    /// On what terms a business holds its place.
    Tenure ("occupancy.tenure") {
        Own = "own", "Owns it";
        Lease = "lease", "Lease";
        MonthToMonth = "month_to_month", "Month to month";
        Sublease = "sublease", "Sublease";
        Informal = "informal", "Nothing in writing";
        Shared = "shared", "Shared space";
    }
    /// An option that a tenant holds.
    LeaseOption ("occupancy.lease_option") {
        None = "none", "No option";
        Renew = "renew", "Option to renew";
        Buy = "buy", "Option to buy";
    }
    /// A notice that a tenant received.
    PlaceNotice ("occupancy.notice") {
        Eviction = "eviction", "Eviction notice";
        NonRenewal = "nonrenewal", "The lease will not be renewed";
        Vacate = "vacate", "Notice to leave";
        RentIncrease = "rent_increase", "Rent increase";
        Sale = "sale", "The building is sold";
    }
    /// Who says how a business holds its place.
    PlaceBasis ("occupancy.basis") {
        ToldByClient = "told_by_client", "told by the client";
        DocumentSeen = "document_seen", "lease or letter seen";
        Visit = "visit", "seen on a visit";
        PublicRecord = "public_record", "public record";
    }
    /// A rule of displacement risk.
    RiskRule ("risk_setting.rule") {
        EvictionNotice = "eviction_notice", "Told to leave";
        LeaseOver = "lease_over", "Lease is over";
        LeaseSoon = "lease_soon", "Lease ends soon";
        LeaseWithinYear = "lease_within_year", "Lease ends this year";
        MonthToMonth = "month_to_month", "Month to month, or nothing in writing";
        SubletOrShared = "sublet_or_shared", "Sublease or shared space";
        RentStep = "rent_step", "Steep rent step";
        RentNotice = "rent_notice", "Notice of a rent increase";
        BuildingSale = "building_sale", "Building sold or for sale";
        Rezoning = "rezoning", "Rezoning pending";
        CompetingUse = "competing_use", "Competing uses";
    }
    /// How much a reason counts.
    RiskLevel ("risk_setting.level") {
        Watch = "watch", "Watch";
        Raised = "raised", "Raised";
        High = "high", "High";
    }
    /// What kind of actor the audit record names.
    ActorKind ("audit_event.actor_kind") {
        Staff = "staff", "Staff";
        Partner = "partner", "Partner";
        Entrepreneur = "entrepreneur", "Entrepreneur";
        CommandLine = "command_line", "Command line";
        System = "system", "System";
        Token = "token", "Token";
        Nobody = "nobody", "Nobody signed in";
    }
}
