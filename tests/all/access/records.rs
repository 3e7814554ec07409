//! The records of one program that samples name: a client, a referral, a unit, and what else an address can hold.

mod of_client;
mod planted;

use crate::house::{Program, Referred, TestApp};
use fairfloor::people;
use fairfloor::resources::{self, NewDeployment, Step};
use fairfloor::store::Actor;
use fairfloor::values::{
    AccountId, ClientId, ClosureId, ContactId, DeploymentId, FollowUpId, ImportId, ImportPresetId, InboundId, MessageId, NeedId, NoteId,
    OfferId, PartnerAccountId, PartnerId, PersonId, ProgramId, ReferralId, ResourceKind, ServiceId, SiteId, Unit,
};
use fairfloor::values::{AttachmentId, JobCountId, JobPositionId, LivingWageTableId};
use fairfloor::values::{
    AttemptId, BenchmarkId, ErasureRequestId, FiledId, FilingId, FilingLineId, GlassId, HoldId, ReleaseId, ZoneEditionId, ZoneId,
};
use fairfloor::values::{CertificationId, CommitmentId, OutreachId, SurveyRoundId};
use fairfloor::values::{ComplaintId, CorrectionId, HelperId, HookId, OutcomeId, StoryId, TokenId, TrainingId};
use fairfloor::values::{EquityCheckId, GrantDueId, GrantGoalId, GrantId, IndicatorCommentId, IndicatorId};
use of_client::{certify_one, come_to_one, count_one, log_one, promise_one, propose_one, teach_one, tell_one};
use planted::{
    ask_workers, attach_one, connect_one, decide_one, draw_one, grant_one, guarded_things, import_one, list_a_unit, look_once,
    partner_things, preset_of, reach_one, sent_one, wages_of, wishes_of,
};
use std::collections::BTreeMap;

/// The records of one program, by the words samples call them.
#[derive(Debug, Clone)]
pub struct Records(BTreeMap<&'static str, String>);

impl Records {
    /// The records of a program; its client gets a resource.
    pub async fn of(app: &TestApp, program: &Program) -> Self {
        let mut records = Self::shared(app, program);
        let (client, key) = (program.client_key, program.key);
        let Referred { referral, partner, contact, message, .. } = app.refer(program).await;
        records.0.extend([("{referral}", referral), ("{partner}", partner), ("{contact}", contact), ("{message}", message)]);
        records.0.insert("{inbound}", sent_one(app, program, &records.value("{referral}")).await);
        let directory = partner_things(app, &records.value("{partner}")).await;
        records.0.extend(directory);
        let resource = app.db.write(Actor::system(), move |tx| {
            let client = people::queries::find_in(tx, client, key)?;
            let intake = people::Intake { media_words: Some("A neighbor".to_owned()), ..people::Intake::default() };
            people::queries::write_intake(tx, &client, key, &intake)?;
            let amount = |amount| Step { amount, on: None };
            let new = NewDeployment {
                kind: ResourceKind::Grant,
                unit: Unit::Cents,
                applied: amount(Some(100_000)),
                awarded: amount(None),
                delivered: amount(None),
                refused_on: None,
                funding_source: None,
                deciding_body: None,
                decision: None,
                brought: resources::Brought::default(),
                referral: None,
                note: None,
            };
            resources::queries::deploy(tx, &client, &new)
        });
        records.0.insert("{resource}", resource.await.unwrap().to_string());
        let source = "SELECT public_id FROM funding_source WHERE program_id = ?1 ORDER BY id LIMIT 1";
        let source = app.db.read(move |conn| Ok(conn.query_row(source, [key], |row| row.get(0))?)).await.unwrap();
        records.0.insert("{source}", source);
        let manager = app.account(if program.key == app.alpha.key { "Max" } else { "Mia" }).0;
        records.0.extend(app.db.write(Actor::system(), move |tx| decide_one(tx, manager, key)).await.unwrap());
        let (site, need) = list_a_unit(app, program, &records.value("{partner}")).await;
        records.0.extend([("{site}", site), ("{need}", need)]);
        let advisor = app.account(program.advisor).0;
        let owner = program.owner.clone();
        let training = app.db.write(Actor::system(), move |tx| teach_one(tx, advisor, key, client, &owner)).await.unwrap();
        records.0.insert("{training}", training);
        let outreach = app.db.write(Actor::system(), move |tx| reach_one(tx, advisor, key, client)).await.unwrap();
        records.0.insert("{outreach}", outreach);
        let training = records.value("{training}");
        records.0.insert("{attachment}", app.db.write(Actor::system(), move |tx| attach_one(tx, advisor, &training)).await.unwrap());
        let resource = records.value("{resource}");
        let (count, position) = app.db.write(Actor::system(), move |tx| count_one(tx, advisor, key, client, &resource)).await.unwrap();
        records.0.extend([("{job count}", count), ("{position}", position), ("{living wages}", wages_of(app).await)]);
        let outcome = app.db.write(Actor::system(), move |tx| come_to_one(tx, advisor, key, client)).await.unwrap();
        records.0.insert("{outcome}", outcome);
        let story = app.db.write(Actor::system(), move |tx| tell_one(tx, advisor, key, client)).await.unwrap();
        records.0.insert("{story}", story);
        let manager = app.account(if program.key == app.alpha.key { "Max" } else { "Mia" }).0;
        let check = app.db.write(Actor::system(), move |tx| look_once(tx, manager, key)).await.unwrap();
        records.0.insert("{equity check}", check);
        let (survey, told) = app.db.write(Actor::system(), move |tx| ask_workers(tx, manager, key)).await.unwrap();
        records.0.extend([("{survey}", survey), ("{told survey}", told)]);
        let [indicator, comment, own] = app.db.write(Actor::system(), move |tx| propose_one(tx, advisor, key, client)).await.unwrap();
        records.0.extend([("{indicator}", indicator), ("{comment}", comment), ("{own comment}", own)]);
        let (grant, goal, due) = app.db.write(Actor::system(), move |tx| grant_one(tx, manager, key)).await.unwrap();
        records.0.extend([("{grant}", grant), ("{grant goal}", goal), ("{grant due}", due)]);
        let (token, hook) = app.db.write(Actor::system(), move |tx| connect_one(tx, manager, key)).await.unwrap();
        records.0.extend([("{api token}", token), ("{hook}", hook)]);
        let resource = records.value("{resource}");
        let commitment = app.db.write(Actor::system(), move |tx| promise_one(tx, advisor, &resource)).await.unwrap();
        records.0.insert("{commitment}", commitment);
        let certification = app.db.write(Actor::system(), move |tx| certify_one(tx, advisor, key, client)).await.unwrap();
        records.0.insert("{certification}", certification);
        let (service, follow_up, note, attempt) = app.db.write(Actor::system(), move |tx| log_one(tx, advisor, key, client)).await.unwrap();
        records.0.extend([
            ("{service}", service),
            ("{follow-up}", follow_up),
            ("{note}", note),
            ("{attempt}", attempt),
            ("{import}", import_one(app, program).await),
            ("{preset}", preset_of(app, program).await),
        ]);
        records.0.extend(draw_one(app).await);
        records.0.insert("{benchmark}", crate::benchmarks::import_one(app).await);
        records.0.insert("{release}", crate::releases::release_one(app, &program.id).await);
        records.0.extend(guarded_things(app, program).await);
        records.0.extend(wishes_of(app, program).await);
        records
    }

    /// Ids that nothing has.
    pub fn unknown(app: &TestApp, program: &Program) -> Self {
        let mut records = Self::shared(app, program);
        let bits = [7; 16];
        let unknown = [
            ("{client}", ClientId::from_bits(bits).to_string()),
            ("{person}", PersonId::from_bits(bits).to_string()),
            ("{service}", ServiceId::from_bits(bits).to_string()),
            ("{note}", NoteId::from_bits(bits).to_string()),
            ("{follow-up}", FollowUpId::from_bits(bits).to_string()),
            ("{attempt}", AttemptId::from_bits(bits).to_string()),
            ("{training}", TrainingId::from_bits(bits).to_string()),
            ("{outreach}", OutreachId::from_bits(bits).to_string()),
            ("{equity check}", EquityCheckId::from_bits(bits).to_string()),
            ("{survey}", SurveyRoundId::from_bits(bits).to_string()),
            ("{told survey}", SurveyRoundId::from_bits(bits).to_string()),
            ("{indicator}", IndicatorId::from_bits(bits).to_string()),
            ("{comment}", IndicatorCommentId::from_bits(bits).to_string()),
            ("{own comment}", IndicatorCommentId::from_bits(bits).to_string()),
            ("{grant}", GrantId::from_bits(bits).to_string()),
            ("{grant goal}", GrantGoalId::from_bits(bits).to_string()),
            ("{grant due}", GrantDueId::from_bits(bits).to_string()),
            ("{attachment}", AttachmentId::from_bits(bits).to_string()),
            ("{job count}", JobCountId::from_bits(bits).to_string()),
            ("{position}", JobPositionId::from_bits(bits).to_string()),
            ("{living wages}", LivingWageTableId::from_bits(bits).to_string()),
            ("{outcome}", OutcomeId::from_bits(bits).to_string()),
            ("{story}", StoryId::from_bits(bits).to_string()),
            ("{api token}", TokenId::from_bits(bits).to_string()),
            ("{hook}", HookId::from_bits(bits).to_string()),
            ("{commitment}", CommitmentId::from_bits(bits).to_string()),
            ("{certification}", CertificationId::from_bits(bits).to_string()),
            ("{program key}", "4711".to_owned()),
            ("{referral}", ReferralId::from_bits(bits).to_string()),
            ("{inbound}", InboundId::from_bits(bits).to_string()),
            ("{partner}", PartnerId::from_bits(bits).to_string()),
            ("{contact}", ContactId::from_bits(bits).to_string()),
            ("{closure}", ClosureId::from_bits(bits).to_string()),
            ("{partner account}", PartnerAccountId::from_bits(bits).to_string()),
            ("{offer}", OfferId::from_bits(bits).to_string()),
            ("{message}", MessageId::from_bits(bits).to_string()),
            ("{import}", ImportId::from_bits(bits).to_string()),
            ("{preset}", ImportPresetId::from_bits(bits).to_string()),
            ("{resource}", DeploymentId::from_bits(bits).to_string()),
            ("{source}", fairfloor::values::FundingSourceId::from_bits(bits).to_string()),
            ("{body}", fairfloor::values::BodyId::from_bits(bits).to_string()),
            ("{member}", fairfloor::values::MemberId::from_bits(bits).to_string()),
            ("{meeting}", fairfloor::values::MeetingId::from_bits(bits).to_string()),
            ("{decision}", fairfloor::values::DecisionId::from_bits(bits).to_string()),
            ("{zone}", ZoneId::from_bits(bits).to_string()),
            ("{edition}", ZoneEditionId::from_bits(bits).to_string()),
            ("{benchmark}", BenchmarkId::from_bits(bits).to_string()),
            ("{release}", ReleaseId::from_bits(bits).to_string()),
            ("{account}", AccountId::from_bits(bits).to_string()),
            ("{program}", ProgramId::from_bits(bits).to_string()),
            ("{site}", SiteId::from_bits(bits).to_string()),
            ("{need}", NeedId::from_bits(bits).to_string()),
            ("{glass}", GlassId::from_bits(bits).to_string()),
            ("{hold}", HoldId::from_bits(bits).to_string()),
            ("{erasure}", ErasureRequestId::from_bits(bits).to_string()),
            ("{filing}", FilingId::from_bits(bits).to_string()),
            ("{table}", FilingId::from_bits(bits).to_string()),
            ("{line}", FilingLineId::from_bits(bits).to_string()),
            ("{filed}", FiledId::from_bits(bits).to_string()),
            ("{correction}", CorrectionId::from_bits(bits).to_string()),
            ("{complaint}", ComplaintId::from_bits(bits).to_string()),
            ("{helper}", HelperId::from_bits(bits).to_string()),
        ];
        records.0.extend(unknown);
        records
    }

    fn shared(app: &TestApp, program: &Program) -> Self {
        Self(BTreeMap::from([
            ("{client}", program.client.to_string()),
            ("{person}", program.owner.to_string()),
            ("{program}", program.id.to_string()),
            ("{program key}", program.key.to_string()),
            ("{own client}", app.beta.client.to_string()),
            ("{tomorrow}", app.db.clock().today().plus_days(1).to_string()),
            ("{account}", app.account("Aud").1.to_string()),
            ("{advisor}", app.account("Ada").0.to_string()),
            ("{file}", "2025.csv".to_owned()),
            ("{directory}", "partners.csv".to_owned()),
            ("{hash}", "none".to_owned()),
            ("{job}", "0".repeat(26)),
            ("{name}", "app.css".to_owned()),
            ("{rule}", "rent_step".to_owned()),
            ("{pressure}", "0".repeat(26)),
            ("{token}", "0".repeat(52)),
            ("{question}", "race".to_owned()),
        ]))
    }

    /// A record's id, or the text itself.
    pub fn value(&self, text: &str) -> String {
        self.0.get(text).cloned().unwrap_or_else(|| text.to_owned())
    }

    /// An address with its records.
    pub fn fill(&self, route: &str, fills: &[(&str, &str)]) -> String {
        let path = fills.iter().fold(route.to_owned(), |path, (name, record)| path.replace(&format!("{{{name}}}"), &self.value(record)));
        assert!(!path.contains('{'), "{route} has a name without a sample");
        path
    }

    /// An address whose first id is written otherwise.
    pub fn misspelt(&self, route: &str, spelling: &str) -> String {
        let first = route.replacen("{id}", spelling, 1);
        let path = self.0.iter().fold(first, |path, (name, value)| path.replace(name, value));
        assert!(!path.contains('{'), "{route}");
        path
    }
}
