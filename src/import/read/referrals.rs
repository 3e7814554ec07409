//! Rows of referrals. What they tell is made into steps, and held to the table of referrals, in `tale`.

use super::reader::Reader;
use super::records::choices;
use super::row::Row;
use crate::import::known::{Known, KnownPartner, Told, What};
use crate::import::referral_terms as terms;
use crate::import::tale::{self, Days, Reason, Tale};
use crate::referrals::fact::Fact;
use crate::referrals::queries::OF_CLIENT;
use crate::referrals::{Kind, Status};
use crate::values::{Complaint, Day, Note, Origin, Urgency, Vocabulary, fold};

impl Reader<'_> {
    pub(super) fn referral(&mut self, row: &Row<'_>, known: &Known, today: Day) -> Option<What> {
        let before = self.error_count();
        let business = self.client(row, known);
        let days = self.days_of_referral(row);
        let partner = self.partner_of_referral(row, known, days.sent.is_none());
        let kind = self.kind_of_referral(row, partner.map_or(&[][..], |one| &one.kinds));
        let said = row.text("referral_status").is_some().then(|| self.needed(row, "referral_status", status));
        let came = self.optional(row, "referral_outcome", terms::came);
        let urgency = self.optional(row, "urgency", terms::urgency).unwrap_or(Urgency::NoRush);
        let origin = self.optional(row, "origin", terms::origin).unwrap_or(Origin::Advisor);
        let need = self.note_in(row, "need").map(|need: Note| need.to_string());
        let advisor = self.optional(row, "referral_advisor", |typed| known.account(typed)).unwrap_or(known.keeper);
        if self.error_count() > before {
            return None;
        }
        let kind = kind?;
        let said = said.flatten();
        let refuse = |(field, words): tale::Trouble, reader: &mut Self| reader.stop(row, field, &words);
        let status = tale::standing(said.map(|(said, _)| said), &days, came).map_err(|trouble| refuse(trouble, self)).ok()?;
        let told = Tale {
            days,
            reason: self.reason_of_referral(row, known, kind, status),
            by_client: said.is_some_and(|(_, by_client)| by_client),
            stage: self.stage_of_referral(row, known, kind),
            came,
            begun_with: vec![
                (Fact::Kind, kind.code().to_owned()),
                (Fact::Origin, origin.code().to_owned()),
                (Fact::Urgency, urgency.code().to_owned()),
            ],
        };
        let steps = tale::steps(status, &told, today).map_err(|trouble| refuse(trouble, self)).ok()?;
        let told = Told { business: business?, partner: partner.map(|one| one.key), kind, advisor, need, urgency, origin, status, steps };
        Some(What::Referral(Box::new(told)))
    }

    /// The partner that the row names. What was not sent may have none yet.
    fn partner_of_referral<'k>(&mut self, row: &Row<'_>, known: &'k Known, is_unsent: bool) -> Option<&'k KnownPartner> {
        if is_unsent {
            row.text("referred_to")?;
        }
        let partner = known.partner(row.text("referred_to").unwrap_or_default());
        partner.map_err(|complaint| self.stop(row, "referred_to", &complaint.0)).ok()
    }

    /// The kind as the row says it; where it says none, the one that the partner takes.
    fn kind_of_referral(&mut self, row: &Row<'_>, taken: &[Kind]) -> Option<Kind> {
        if let (None, [only]) = (row.text("referral_kind"), taken) {
            return Some(*only);
        }
        self.needed(row, "referral_kind", |typed| {
            terms::kind(typed)
                .ok_or_else(|| Complaint::new(choices("Write a kind of referral", Kind::ALL.iter().map(|kind| kind.label()), typed)))
        })
    }

    fn days_of_referral(&mut self, row: &Row<'_>) -> Days {
        let mut day = |field| self.date(row, field);
        Days {
            prepared: day("prepared_on"),
            sent: day("sent_on"),
            acknowledged: day("acknowledged_on"),
            answered: day("answered_on"),
            accepted: day("accepted_on"),
            declined: day("declined_on"),
            waitlisted: day("waitlisted_on"),
            contacted: day("contacted_on"),
            began: day("began_on"),
            withdrawn: day("withdrawn_on"),
            ended: day("ended_on"),
        }
    }

    /// A reason of the list that fits where it stands. One of another list, or of none, is asked about.
    fn reason_of_referral(&mut self, row: &Row<'_>, known: &Known, kind: Kind, status: Status) -> Option<Reason> {
        let list = match status {
            Status::Rejected => "decline",
            Status::OnHold => "hold",
            Status::Failed => "fail",
            Status::Cancelled => "cancel",
            Status::EnteredInError => return self.optional(row, "referral_reason", mistake),
            _ => "",
        };
        self.optional(row, "referral_reason", |typed| {
            let word = known.word(list, kind, typed)?;
            let is_of_client = OF_CLIENT.contains(&word.code.as_str());
            Some(Reason { code: word.code.clone(), is_of_client, is_unmet: word.is_unmet })
        })
    }

    /// A stage of the kind. Waiting for a yes or an answer is no stage of the work, and is not brought in.
    fn stage_of_referral(&mut self, row: &Row<'_>, known: &Known, kind: Kind) -> Option<String> {
        row.text("referral_stage").filter(|typed| !typed.starts_with("awaiting_"))?;
        self.optional(row, "referral_stage", |typed| known.word("stage", kind, typed).map(|word| word.code.clone()))
    }
}

/// Why an entry was a mistake: the words of its form.
fn mistake(typed: &str) -> Option<Reason> {
    let code = ["duplicate", "wrong_client", "test", "other"].into_iter().find(|code| fold(code) == fold(typed))?;
    Some(Reason { code: code.to_owned(), is_of_client: false, is_unmet: false })
}

fn status(typed: &str) -> Result<(tale::Said, bool), Complaint> {
    terms::status(typed)
        .ok_or_else(|| Complaint::new(choices("Write where the referral stands", Status::ALL.iter().map(|status| status.label()), typed)))
}
