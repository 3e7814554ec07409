//! People who prove who they are once more: a password, and a code of now.

use super::TestApp;
use fairfloor::auth::{passwords, queries, totp};
use fairfloor::config::Clock;
use fairfloor::store::{Actor, Object};
use std::sync::LazyLock;

/// The password of everybody who has one.
pub const PASSWORD: &str = "lathe heron quince 7";
const SECRET: [u8; 20] = [7; 20];
/// Hashing is slow on purpose: once is enough.
static HASH: LazyLock<String> = LazyLock::new(|| passwords::hash_now(PASSWORD).unwrap());

impl TestApp {
    /// Gives people a password and an authenticator. Whoever was signed in before is signed out.
    pub async fn arm(&self, names: &[&'static str]) {
        for name in names {
            let account = self.account(name).0;
            let armed = self.db.write(Actor::system(), move |tx| {
                let known = queries::set_password(tx, account, &HASH)?;
                queries::enroll_totp(tx, &known, &SECRET, 0)
            });
            armed.await.unwrap();
        }
    }

    /// A code that works now, even where one was used in this half minute.
    pub async fn code(&self, name: &str) -> String {
        let account = self.account(name).0;
        let fresh = self.db.write(Actor::system(), move |tx| {
            tx.execute("UPDATE account SET totp_last_step = 0 WHERE id = ?1", [account])?;
            tx.audit("test.waited", Object::none())?;
            Ok(tx.query_row("SELECT email FROM account WHERE id = ?1", [account], |row| row.get::<_, String>(0))?)
        });
        totp::code(&SECRET, &fresh.await.unwrap(), Clock::machine_now().seconds()).unwrap()
    }
}
