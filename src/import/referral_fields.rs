//! The fields of a file of referrals: who was sent where, and the days on which something came of it.

use super::fields::{Field, f, required};
use super::record_fields::{CLIENT_IDS, CLIENT_NAMES, CLIENT_NUMBERS, OWN_ID};
use crate::values::ImportKind;

const REFERRALS: Option<ImportKind> = Some(ImportKind::Referrals);

/// Every field of a file of referrals. What an export of this program holds beyond them (the number, who has the next move and by when, when
/// a link was opened) belongs to the folder it came from.
#[rustfmt::skip]
pub const REFERRAL_FIELDS: &[Field] = &[
    f("client_number", "Client number", REFERRALS, CLIENT_NUMBERS, ""),
    f("fairfloor_client", "Fairfloor id of the client", REFERRALS, CLIENT_IDS, ""),
    f("name", "Name of the business", REFERRALS, CLIENT_NAMES, ""),
    required(f("referred_to", "Partner it went to", REFERRALS, "partner|referred to|agency|provider|receiving organization|receiving agency|referral organization|partner organization|partner name|referred agency", "")),
    f("referral_kind", "Kind of referral", REFERRALS, "kind of referral|referral kind|kind|type|referral type|type of referral|service type|program|kind of need|need type|category", ""),
    f("need", "The need", REFERRALS, "need|what they need|reason for referral|service requested|description|need description", "What is the need?"),
    f("referral_status", "Status", REFERRALS, "status|referral status|state of referral|current status|stands at", ""),
    f("referral_stage", "Stage", REFERRALS, "stage|step", "Which stage of this kind of referral is this?"),
    f("urgency", "Urgency", REFERRALS, "urgency|priority|how soon", "How soon: this week, this month, in three months, or no rush?"),
    f("origin", "Origin", REFERRALS, "origin|who asked|requested by|source of referral", "Who asked: the advisor, the entrepreneur, a partner, or an earlier referral?"),
    f("prepared_on", "Prepared on", REFERRALS, "prepared on|created on|created|date created|date entered|opened on", ""),
    f("sent_on", "Sent on", REFERRALS, "sent on|date sent|referral date|date of referral|referred on|date referred|sent|date", ""),
    f("acknowledged_on", "Acknowledged on", REFERRALS, "acknowledged on|received on|date received|acknowledged", ""),
    f("answered_on", "Answered on", REFERRALS, "answered on|response date|decision date|decided on|date of response", ""),
    f("accepted_on", "Accepted on", REFERRALS, "accepted on|date accepted|acceptance date|accepted", ""),
    f("declined_on", "Declined on", REFERRALS, "declined on|date declined|rejected on|date rejected|declined", ""),
    f("waitlisted_on", "On hold since", REFERRALS, "on hold since|waitlisted on|date waitlisted|waiting list since|waitlist date|on hold on", ""),
    f("contacted_on", "Client contacted on", REFERRALS, "client contacted on|contacted on|connected on|first contact|date of first contact|date connected|date contacted", ""),
    f("began_on", "Started on", REFERRALS, "started on|service began on|service start|start date|service start date|began on|date started", ""),
    f("withdrawn_on", "Withdrawn on", REFERRALS, "withdrawn on|date withdrawn|cancelled on|canceled on|date cancelled|date canceled", ""),
    f("ended_on", "Ended on", REFERRALS, "ended on|closed on|date closed|close date|closed date|completed on|date completed|end date|closing date", ""),
    f("referral_reason", "Reason", REFERRALS, "reason|decline reason|reason declined|reason for decline|closing reason|close reason|reason closed|reason for closing", "Which reason is this? It is none of the list that fits where the referral stands."),
    f("referral_outcome", "What the partner says came of it", REFERRALS, "what the partner says came of it|outcome|result|referral outcome|closing outcome|help received|need met", "How far was the need met: fully, partly, information only, or is the result still to come?"),
    f("referral_advisor", "Advisor", REFERRALS, "advisor|adviser|counselor|case manager|staff|staff member|referred by|referring staff|advisor email", "Who is this? Nobody here has this name or address, so the referral stands under whoever imports it."),
    f("fairfloor_id", OWN_ID, REFERRALS, "fairfloor id of the record", ""),
];
