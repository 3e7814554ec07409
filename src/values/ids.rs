//! Random public ids: 128 bits in base32, the only ids that leave the program. Integers stay inside.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 128 bits in base32.
const LENGTH: usize = 26;

/// Writes bytes in base32 without padding, lower case, without the letters that look like digits.
pub fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter((held >> bits) & 31));
        }
    }
    if bits > 0 {
        text.push(letter((held << (5 - bits)) & 31));
    }
    text
}

fn letter(five_bits: u32) -> char {
    ALPHABET.get(five_bits as usize).map_or('0', |byte| char::from(*byte))
}

/// True for text that only [`base32`] writes.
pub fn is_base32(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| ALPHABET.contains(&byte))
}

macro_rules! public_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// An id from 128 random bits.
            pub fn from_bits(bits: [u8; 16]) -> Self {
                Self(base32(&bits))
            }

            /// Reads an id from an address. `None` for anything this program would not have written.
            pub fn parse(text: &str) -> Option<Self> {
                is_base32(text, LENGTH).then(|| Self(text.to_owned()))
            }

            /// The id as it stands in an address.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl PublicId for $name {
            fn parse(text: &str) -> Option<Self> {
                $name::parse(text)
            }

            fn from_bits(bits: [u8; 16]) -> Self {
                $name::from_bits(bits)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl maud::Render for $name {
            fn render_to(&self, buffer: &mut String) {
                buffer.push_str(&self.0);
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                $name::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
            }
        }
    )*};
}

/// What every public id can do, so that the web can read any of them from an address.
pub trait PublicId: Sized {
    /// Reads it from an address.
    fn parse(text: &str) -> Option<Self>;
    /// Makes it from 128 random bits.
    fn from_bits(bits: [u8; 16]) -> Self;
}

public_ids! {
    /// A member of staff.
    AccountId;
    /// A program.
    ProgramId;
    /// Who pays.
    FundingSourceId;
    /// Who decides: a board, a committee, an office.
    BodyId;
    /// A seat on such a body for one term.
    MemberId;
    /// A day on which it met.
    MeetingId;
    /// What it decided.
    DecisionId;
    /// A business.
    ClientId;
    /// A person who owns or speaks for a business.
    PersonId;
    /// A logged service.
    ServiceId;
    /// An attempt to meet a client that came to nothing.
    AttemptId;
    /// A training event.
    TrainingId;
    /// Something a program did to be found.
    OutreachId;
    /// A check of a program's own equity.
    EquityCheckId;
    /// What a community chose to look at, or might.
    IndicatorId;
    /// What somebody said about one.
    IndicatorCommentId;
    /// How it went for a client.
    StoryId;
    /// What a funder gave money for.
    GrantId;
    /// What was promised for a grant.
    GrantGoalId;
    /// What is to be handed in for a grant.
    GrantDueId;
    /// A file beside what happened.
    AttachmentId;
    /// A count of workers that says more than how many.
    JobCountId;
    /// One kind of work in a count of workers.
    JobPositionId;
    /// A table of living wages.
    LivingWageTableId;
    /// Something an advisor promised to do.
    FollowUpId;
    /// A token of an own system.
    TokenId;
    /// An address of an own system that is told of events.
    HookId;
    /// A note about a client.
    NoteId;
    /// A partner organization.
    PartnerId;
    /// A person at a partner.
    ContactId;
    /// The account of such a person.
    PartnerAccountId;
    /// Something a partner offers.
    OfferId;
    /// Days on which a partner is closed.
    ClosureId;
    /// A referral.
    ReferralId;
    /// A notice in the outbox.
    MessageId;
    /// Somebody a partner sent us.
    InboundId;
    /// A resource asked for, awarded or delivered.
    DeploymentId;
    /// What came of it for a client.
    OutcomeId;
    /// What was promised in return for a resource.
    CommitmentId;
    /// A certificate of a client.
    CertificationId;
    /// A round of the anonymous survey of workers.
    SurveyRoundId;
    /// An import.
    ImportId;
    /// A reading of files that somebody kept under a name.
    ImportPresetId;
    /// A file of benchmarks.
    BenchmarkFileId;
    /// What there is to compare with: one place, industry and year.
    BenchmarkId;
    /// A release of the report: the code under which it is found again.
    ReleaseId;
    /// Drawn places of one kind.
    ZoneSetId;
    /// One imported file of such places.
    ZoneEditionId;
    /// A drawn place.
    ZoneId;
    /// Something that may change a whole zone.
    PressureId;
    /// A unit of space.
    SiteId;
    /// A need for space.
    NeedId;
    /// A unit given to one of several who waited.
    AllocationId;
    /// A permission to look at somebody's answers.
    GlassId;
    /// A reason why somebody's data must stay.
    HoldId;
    /// Somebody asked to be deleted.
    ErasureRequestId;
    /// A file that a program must send to somebody.
    FilingId;
    /// One such file that was made.
    FiledId;
    /// A line of a funder's own table.
    FilingLineId;
    /// A fact that somebody says is wrong.
    CorrectionId;
    /// A complaint.
    ComplaintId;
    /// Somebody an entrepreneur trusts.
    HelperId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_address() {
        let id = ClientId::from_bits([0xa5; 16]);
        assert_eq!(ClientId::parse(id.as_str()), Some(id));
    }

    #[test]
    fn a_malformed_id_is_no_id() {
        for text in ["", "1", "../../etc/passwd", "ABCDEFGHJKMNPQRSTVWXYZ0123", "0123456789abcdefghjkmnpqrs1", "iiiiiiiiiiiiiiiiiiiiiiiiii"]
        {
            assert_eq!(ClientId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn base32_keeps_every_bit() {
        assert_eq!(base32(&[0; 16]).len(), LENGTH);
        assert_ne!(base32(&[0, 0, 0, 1]), base32(&[0, 0, 0, 2]));
        assert_eq!(base32(&[0xff; 5]), "zzzzzzzz");
    }
}
