//! `fairfloor account`: invite, list, disable, reset.

use super::{Data, Failure, say};
use crate::auth::queries::{NewAccount, disable, find_account_by_email, invite, list_accounts, open_account, reset};
use crate::error::Error;
use crate::programs;
use crate::store::Actor;
use crate::values::{Email, InvitationKind, Line, OrganizationRole, ProgramRole, Vocabulary};
use clap::Subcommand;

/// What `account` takes.
#[derive(clap::Args)]
pub struct Account {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Subcommand)]
enum Deed {
    /// Makes an account and prints its one-time link.
    Invite {
        #[command(flatten)]
        data: Data,
        /// What they will sign in with.
        #[arg(long, value_name = "EMAIL")]
        email: String,
        /// Their name.
        #[arg(long, value_name = "NAME")]
        name: String,
        /// advisor, manager, admin, steward or auditor; may be given several times.
        #[arg(long, value_name = "ROLE", required = true)]
        role: Vec<String>,
        /// The program an advisor or manager works in.
        #[arg(long, value_name = "NAME")]
        program: Option<String>,
    },
    /// One line an account.
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Closes an account; it is signed out at once.
    Disable {
        #[command(flatten)]
        data: Data,
        /// Whose.
        #[arg(long, value_name = "EMAIL")]
        email: String,
    },
    /// Takes password and code away and prints a link to set new ones.
    Reset {
        #[command(flatten)]
        data: Data,
        /// Whose.
        #[arg(long, value_name = "EMAIL")]
        email: String,
    },
}

impl Account {
    pub(super) async fn run(self) -> Result<(), Failure> {
        match self.deed {
            Deed::Invite { data, email, name, role, program } => invite_account(&data, &email, &name, &role, program).await,
            Deed::List { data } => list(&data).await,
            Deed::Disable { data, email } => {
                let db = data.open().await?;
                db.write(Actor::command_line(), move |tx| {
                    let account = find(tx, &email)?;
                    disable(tx, &account.id, account.version)
                })
                .await?;
                say("The account is closed.");
                Ok(())
            }
            Deed::Reset { data, email } => {
                let db = data.open().await?;
                let token = db.write(Actor::command_line(), move |tx| reset(tx, &find(tx, &email)?.id)).await?;
                say(&format!("Link, for seven days: /invitation/{token}"));
                Ok(())
            }
        }
    }
}

fn find(conn: &rusqlite::Connection, email: &str) -> Result<crate::auth::Account, Error> {
    find_account_by_email(conn, &email.trim().to_lowercase()).map_err(|cause| match cause {
        Error::NotFound => Error::Rejected(format!("There is no account for {email}. See: fairfloor account list")),
        other => other,
    })
}

async fn invite_account(data: &Data, email: &str, name: &str, roles: &[String], program: Option<String>) -> Result<(), Failure> {
    let (email, name) = (Email::parse(email)?, Line::parse(name, "the name (--name)")?);
    let (mut organization, mut seats) = (Vec::new(), Vec::new());
    for role in roles {
        match (OrganizationRole::parse(role), ProgramRole::parse(role)) {
            (Ok(role), _) => organization.push(role),
            (_, Ok(role)) => seats.push(role),
            _ => return Err(Failure::new(format!("{role:?} is no role. Take advisor, manager, admin, steward or auditor."))),
        }
    }
    let db = data.open().await?;
    let token = db
        .write(Actor::command_line(), move |tx| {
            let programs = if seats.is_empty() {
                Vec::new()
            } else {
                let program = programs::queries::find_by_name(tx, program.as_deref())?.key;
                seats.into_iter().map(|role| (program, role)).collect()
            };
            let new = NewAccount { email, name: name.to_string(), telephone: None, organization, programs };
            let (account, id) = open_account(tx, &new)?;
            invite(tx, account, &id, InvitationKind::Invite, 7)
        })
        .await?;
    say(&format!("Link, for seven days: /invitation/{token}"));
    Ok(())
}

async fn list(data: &Data) -> Result<(), Failure> {
    let db = data.open().await?;
    for account in db.read(list_accounts).await? {
        let roles: Vec<String> = account
            .programs
            .iter()
            .map(|(program, role)| format!("{} of {program}", role.code()))
            .chain(account.organization.iter().map(|role| role.code().to_owned()))
            .collect();
        let state = if account.is_disabled {
            "closed"
        } else if account.has_password {
            "active"
        } else {
            "invited"
        };
        say(&format!("{}\t{}\t{state}\t{}", account.email, account.name, roles.join(", ")));
    }
    Ok(())
}
