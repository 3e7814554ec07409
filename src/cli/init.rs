//! `fairfloor init`: an empty folder, its keyring, and a one-time invitation link.

use super::{Data, Failure, say};
use crate::auth::queries::{NewAccount, invite, open_account};
use crate::programs;
use crate::store::{Actor, Db, Randomness};
use crate::values::{Email, InvitationKind, Line, OrganizationRole, ProgramRole, Zone};

/// How long the first link lives.
const FIRST_LINK_DAYS: i64 = 7;

/// What `init` takes.
#[derive(clap::Args)]
pub struct Init {
    #[command(flatten)]
    data: Data,
    /// The organization or city.
    #[arg(long, value_name = "NAME")]
    organization: String,
    /// Its first program.
    #[arg(long, value_name = "NAME")]
    program: String,
    /// E-mail address of the first administrator.
    #[arg(long, value_name = "EMAIL")]
    admin: String,
    /// Time zone of the organization.
    #[arg(long, value_name = "ZONE", default_value = "America/New_York")]
    time_zone: String,
}

impl Init {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let organization = Line::parse(&self.organization, "the name of the organization (--organization)")?;
        let program = Line::parse(&self.program, "the name of the program (--program)")?;
        let email = Email::parse(&self.admin)?;
        let zone = Zone::parse(&self.time_zone)?;
        let folder = self.data.folder();
        let db = Db::create(&folder, organization.as_str(), &zone, None, Randomness::System)?;
        let made = db
            .write(Actor::command_line(), move |tx| {
                programs::seed::plant(tx)?;
                let program = programs::queries::start(tx, program.as_str(), None, None, tx.today())?;
                let name = email.as_str().split('@').next().unwrap_or_default().to_owned();
                let new = NewAccount {
                    email,
                    name,
                    telephone: None,
                    organization: vec![OrganizationRole::Admin],
                    programs: vec![(program, ProgramRole::Manager)],
                };
                let (account, id) = open_account(tx, &new)?;
                invite(tx, account, &id, InvitationKind::Invite, FIRST_LINK_DAYS)
            })
            .await;
        let token = match made {
            Ok(token) => token,
            Err(cause) => {
                drop(db);
                // Half a folder would only be in the way of the next try.
                let _ = std::fs::remove_dir_all(folder.path());
                let _ = std::fs::remove_file(folder.keys());
                return Err(cause.into());
            }
        };
        say(&format!(
            "{} is ready in {}. Its keys are in {}: keep a copy apart from the data.",
            organization.as_str(),
            folder.path().display(),
            folder.keys().display()
        ));
        say(&format!("Start it:         fairfloor serve --data {}", folder.path().display()));
        say(&format!("Then open once:   http://{}/invitation/{token}", crate::config::LISTEN));
        say("(With --public-url, put that address before /invitation/.) The link works for seven days.");
        Ok(())
    }
}
