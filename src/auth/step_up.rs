//! Proving anew who one is, right before a deed that opens or destroys what is protected: the password and a fresh one-time code.
//!
//! Why the session keeps its id: a proof is spent on one deed and is never kept in the session, so there is nothing to inherit.

use super::{House, Viewer, passwords, queries, totp};
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::store::{Actor, Tx};
use crate::web::{Complaints, forms};

/// What is typed to prove it. It has no `Debug`, so that a password can't be written into a log.
pub struct Typed {
    /// The password.
    pub password: String,
    /// The six digits.
    pub code: String,
}

/// Somebody proved who they are. It is worth one deed: [`Proof::spend`] takes it inside that deed's transaction.
pub struct Proof {
    account: i64,
    step: Option<i64>,
}

impl Proof {
    /// Row key of the account.
    pub fn account(&self) -> i64 {
        self.account
    }

    /// Uses the code up: it serves no second time. Whoever audits the deed audits this with it.
    pub fn spend(self, tx: &Tx<'_>) -> Result<()> {
        self.step.map_or(Ok(()), |step| queries::use_step(tx, self.account, step))
    }
}

/// Checks what was typed. Wrong tries count as wrong tries of signing in. In a demo folder nobody has a password, and nothing is asked.
pub async fn prove(house: &House, viewer: &Viewer, typed: Typed) -> Result<std::result::Result<Proof, Complaints>> {
    let account = viewer.key;
    if house.db.organization().is_demo {
        return Ok(Ok(Proof { account, step: None }));
    }
    let (who, now) = (house.db.keys().typed_name_mac(&viewer.email), Clock::machine_now());
    let look = move |conn: &rusqlite::Connection| Ok((queries::is_slowed(conn, &who, now)?, queries::find_credentials_of(conn, account)?));
    let (is_slowed, known) = house.db.read(look).await?;
    let known = known.ok_or(Error::Unauthenticated)?;
    let mut complaints = Complaints::default();
    if is_slowed {
        complaints.add("password", "There were too many wrong tries. Wait 15 minutes, then try again");
        return Ok(Err(complaints));
    }
    let fits = passwords::fits(house, typed.password, known.password_hash.clone()).await?;
    let step = match &known.totp_secret {
        Some(sealed) if fits => {
            let secret = house.db.keys().open_totp(sealed, known.id.as_str())?;
            totp::fits(&secret, &known.email, &typed.code, now.seconds(), known.totp_last_step)?
        }
        _ => None,
    };
    if let Some(step) = step {
        return Ok(Ok(Proof { account, step: Some(step) }));
    }
    house.db.write(Actor::nobody(), move |tx| queries::note_wrong_try(tx, &who, now)).await?;
    if fits {
        complaints.add("code", "This code does not fit. Type the six digits your app shows now; each works once");
    } else {
        complaints.add("password", "This is not your password. Type it again");
    }
    Ok(Err(complaints))
}

/// Where an earlier post of a form was sent to.
pub async fn earlier(house: &House, viewer: &Viewer, key: &str) -> Result<Option<String>> {
    let key = key.to_owned();
    house.db.write(viewer.actor(), move |tx| tx.answer_to(&key)).await
}

/// What became of a deed that had to be proved.
pub enum Proved {
    /// Done, now or by an earlier click on the same button: where the person is sent.
    Done(String),
    /// What is wrong with what was typed.
    Not(Complaints),
}

/// What a deed does once it is proved: where the person is sent, or what is wrong.
pub type Outcome = std::result::Result<String, (&'static str, &'static str)>;

/// Proves who asks, then does a deed once, however often its form is posted. A deed that finds something wrong has still cost its code, so
/// nobody tries out names faster than one in half a minute.
pub async fn prove_and_do<D>(house: &House, viewer: &Viewer, key: String, typed: Typed, deed: D) -> Result<Proved>
where
    D: FnOnce(&Tx<'_>) -> Result<Outcome> + Send + 'static,
{
    forms::check_key(&key)?;
    if let Some(answer) = earlier(house, viewer, &key).await? {
        return Ok(Proved::Done(answer));
    }
    let proof = match prove(house, viewer, typed).await? {
        Ok(proof) => proof,
        // The first of two clicks may have used the code up while this one was being checked.
        Err(complaints) => return Ok(earlier(house, viewer, &key).await?.map_or(Proved::Not(complaints), Proved::Done)),
    };
    house
        .db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(Proved::Done(answer));
            }
            proof.spend(tx)?;
            match deed(tx)? {
                Ok(answer) => {
                    tx.remember_answer(&key, &answer)?;
                    Ok(Proved::Done(answer))
                }
                Err((field, words)) => {
                    let mut complaints = Complaints::default();
                    complaints.add(field, words);
                    Ok(Proved::Not(complaints))
                }
            }
        })
        .await
}
