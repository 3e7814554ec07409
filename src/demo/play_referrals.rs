//! Plays the steps of referrals, each through the one function by which anything happens to a referral.

use super::kinds;
use super::plan::{By, Plan, What};
use super::play::{Stage, by_link, missing, put};
use crate::auth::links::{self, Target};
use crate::consent::DEFAULT_FIELDS;
use crate::error::Result;
use crate::referrals::deed::{Deed, Who};
use crate::referrals::fact::Fact;
use crate::referrals::queries::{self, Agreement, NewReferral};
use crate::referrals::{Event, Party, Referral};
use crate::store::{Actor, Tx};
use crate::values::{ActorKind, ConsentMethod, Instant, LinkKind, Origin};

impl Stage {
    pub(super) fn refer(&mut self, tx: &Tx<'_>, plan: &Plan, place: usize, step: usize, at: Instant) -> Result<()> {
        let planned = plan.referrals.get(place).ok_or_else(|| missing("a referral"))?;
        let step = planned.steps.get(step).ok_or_else(|| missing("a step"))?;
        let found = self.referrals.get(place).copied().flatten();
        let staff = self.acting(plan, planned.client, step.by)?;
        let (partner, contact, name) = self.partners.get(planned.partner).ok_or_else(|| missing("a partner"))?;
        let (who, actor) = match step.by {
            By::Advisor => (Who::staff(Party::Advisor, staff.key), staff.actor()),
            By::Manager => (Who::staff(Party::Manager, staff.key), staff.actor()),
            By::OnBehalf(source) => (Who::on_behalf(staff.key, source), staff.actor()),
            By::Partner => (Who::partner(Some(*contact), name), by_link(ActorKind::Partner, found.and_then(|(_, link)| link))),
            By::Entrepreneur => (Who::entrepreneur(), by_link(ActorKind::Entrepreneur, status_link(tx, found, at)?)),
            By::System => (Who::system(), Actor::system()),
        };
        let Some((key, opened)) = found else {
            let old = match planned.replaces {
                Some(old) => Some(self.referrals.get(old).copied().flatten().ok_or_else(|| missing("an earlier referral"))?.0),
                None => None,
            };
            let new = NewReferral {
                program: self.program(plan.clients.get(planned.client).map_or(0, |client| client.program))?.key,
                business: self.placed(planned.client)?.key,
                kind: planned.kind,
                need: planned.need.to_owned(),
                urgency: planned.urgency,
                origin: if planned.asked_by_client { Origin::SelfRequest } else { Origin::Advisor },
                partner: Some((*partner, *contact)),
                advisor: self.acting(plan, planned.client, By::Advisor)?.key,
                replaces: None,
                together: None,
            };
            let made = tx.acting_as(actor, at, |tx| match old {
                None => {
                    let made = queries::create(tx, &who, &new)?;
                    kinds::dress(tx, &made, place)?;
                    Ok(made)
                }
                Some(old) => {
                    let old = queries::find(tx, old)?;
                    let draft = queries::re_refer(tx, &who, &old, old.version)?;
                    queries::choose_partner(tx, &draft, draft.version, *partner, *contact)
                }
            })?;
            put(&mut self.referrals, place, (made.key, None));
            return Ok(());
        };
        let referral = queries::find(tx, key)?;
        let mut link = opened;
        tx.acting_as(actor, at, |tx| match &step.what {
            What::Create => Err(missing("a second beginning")),
            What::Ask => agree(tx, &who, &referral, None),
            What::AgreeSpoken => agree(tx, &who, &referral, Some(ConsentMethod::Spoken)),
            What::AgreeByLink => agree(tx, &who, &referral, Some(ConsentMethod::Link)),
            What::Event(event, facts) => {
                let bare = Deed::new(*event, referral.version);
                let mut deed = facts.iter().fold(bare, |deed, (fact, value)| deed.with(*fact, value.clone()));
                // A partner that is slow or full is asked all the same by those whose client wants it so.
                if *event == Event::Send && !queries::concerns(tx, &referral, tx.today())?.is_empty() {
                    deed = deed.with(Fact::OverrideReason, "The client knows them and wants to ask all the same".to_owned());
                }
                if let Some(results) = kinds::results(referral.kind, *event, facts, tx.today()) {
                    deed = deed.with(Fact::Particulars, results);
                }
                let after = queries::record(tx, &who, &referral, deed)?;
                if *event == Event::Accept {
                    return tx.acting_as(staff.actor(), at, |tx| kinds::sign(tx, &after, place, staff.key));
                }
                Ok(())
            }
            What::Open => {
                let target = Target { referral: Some(key), contact: Some(*contact), person: None };
                let newest = links::newest(tx, LinkKind::Partner, target, at)?.ok_or_else(|| missing("a partner's link"))?;
                let opening = links::find_by_key(tx, newest, at)?;
                link = Some(newest);
                tx.acting_as(opening.actor(), at, |tx| queries::note_opened(tx, &opening).map(drop))
            }
        })?;
        put(&mut self.referrals, place, (key, link));
        Ok(())
    }
}

fn agree(tx: &Tx<'_>, who: &Who, referral: &Referral, yes: Option<ConsentMethod>) -> Result<()> {
    let agreement = Agreement { fields: DEFAULT_FIELDS.to_vec(), by_name: false, yes };
    queries::agree(tx, who, referral, referral.version, &agreement).map(drop)
}

/// The link by which an entrepreneur sees where a referral stands, if there is one by now.
fn status_link(tx: &Tx<'_>, found: Option<(i64, Option<i64>)>, at: Instant) -> Result<Option<i64>> {
    let Some((key, _)) = found else { return Ok(None) };
    links::newest(tx, LinkKind::Status, Target { referral: Some(key), ..Target::default() }, at)
}
