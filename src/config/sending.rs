//! How notices leave the house: the sections `[mail]` and `[text]` of the configuration file, checked at the start.

use crate::values::{Complaint, Email};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Seconds a server has for one message when nobody says otherwise.
const TIMEOUT: u64 = 30;

/// `[mail]` as it is written.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSection {
    server: String,
    port: Option<u16>,
    security: Option<String>,
    user: Option<String>,
    password_file: Option<PathBuf>,
    from: String,
    reply_to: Option<String>,
    timeout: Option<u64>,
    ca_file: Option<PathBuf>,
}

/// How the way to the mail server is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Plain at first, then TLS before anything is said. Usual at port 587.
    StartTls,
    /// TLS from the first byte. Usual at port 465.
    Tls,
    /// Nothing: to a server on this machine only.
    None,
}

/// A mail server that takes our letters.
#[derive(Clone)]
pub struct MailSettings {
    /// Name or address.
    pub server: String,
    /// Port.
    pub port: u16,
    /// TLS or none.
    pub security: Security,
    /// Name and password, if it asks for them.
    pub account: Option<(String, String)>,
    /// The sender's address.
    pub from: Email,
    /// The name in front of it, if one was written.
    pub from_name: Option<String>,
    /// Where answers go.
    pub reply_to: Option<Email>,
    /// How long one message may take.
    pub timeout: Duration,
    /// The only authority trusted, in PEM; the public ones where none is named.
    pub authority: Option<Vec<u8>>,
}

/// Without the password.
impl std::fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailSettings").field("server", &self.server).field("port", &self.port).finish_non_exhaustive()
    }
}

impl MailSection {
    /// Checks the section and reads the files it names.
    pub fn check(&self, is_demo: bool) -> Result<MailSettings, Complaint> {
        let server = self.server.trim().to_owned();
        if server.is_empty() || server.contains(|c: char| c.is_whitespace() || c == '/' || c == '@') {
            return Err(wrong("mail", format!("server takes the name of a mail server such as mail.example.org, not {server:?}")));
        }
        let security = match self.security.as_deref().unwrap_or("starttls") {
            "starttls" => Security::StartTls,
            "tls" => Security::Tls,
            "none" => Security::None,
            other => return Err(wrong("mail", format!("security takes \"starttls\", \"tls\" or \"none\", not {other:?}"))),
        };
        let is_here = is_loopback(&server);
        if security == Security::None && !is_here {
            return Err(wrong(
                "mail",
                "security = \"none\" is allowed for a server on this machine only (127.0.0.1, ::1, localhost). Write \"starttls\" or \"tls\"",
            ));
        }
        if is_demo && !is_here {
            return Err(wrong("mail", "a demo folder is full of made-up addresses, so it sends to a mail server on this machine only"));
        }
        let account = match (&self.user, &self.password_file) {
            (None, None) => None,
            (Some(user), Some(file)) => Some((user.clone(), secret("mail", "password_file", file)?)),
            _ => return Err(wrong("mail", "user and password_file belong together: write both, or neither")),
        };
        if account.is_some() && security == Security::None {
            return Err(wrong(
                "mail",
                "a password is never sent in plain: write security = \"starttls\" or \"tls\" with user and password_file",
            ));
        }
        let (from_name, from) = sender(&self.from)?;
        let reply_to =
            self.reply_to.as_deref().map(Email::parse).transpose().map_err(|cause| wrong("mail", format!("reply_to: {}", cause.0)))?;
        let authority = self.ca_file.as_deref().map(|file| read("mail", "ca_file", file)).transpose()?;
        Ok(MailSettings {
            port: self.port.unwrap_or(match security {
                Security::StartTls => 587,
                Security::Tls => 465,
                Security::None => 25,
            }),
            server,
            security,
            account,
            from,
            from_name,
            reply_to,
            timeout: patience("mail", self.timeout)?,
            authority,
        })
    }
}

/// `Riverton Makers <office@example.org>` or the address alone.
fn sender(typed: &str) -> Result<(Option<String>, Email), Complaint> {
    let (name, address) = match typed.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
        Some((name, address)) => (Some(name.trim().trim_matches('"').to_owned()).filter(|name| !name.is_empty()), address),
        None => (None, typed),
    };
    let address = Email::parse(address).map_err(|cause| wrong("mail", format!("from: {}", cause.0)))?;
    Ok((name, address))
}

pub(super) fn wrong(section: &str, words: impl std::fmt::Display) -> Complaint {
    Complaint::new(format!("The section [{section}] of the configuration: {words}."))
}

pub(super) fn patience(section: &str, seconds: Option<u64>) -> Result<Duration, Complaint> {
    match seconds.unwrap_or(TIMEOUT) {
        seconds @ 1..=300 => Ok(Duration::from_secs(seconds)),
        seconds => Err(wrong(section, format!("timeout takes 1 to 300 seconds, not {seconds}"))),
    }
}

pub(super) fn read(section: &str, field: &str, file: &Path) -> Result<Vec<u8>, Complaint> {
    std::fs::read(file).map_err(|cause| wrong(section, format!("{field} names {}, which cannot be read: {cause}", file.display())))
}

/// A secret of one line, in a file that nobody else may read.
pub(super) fn secret(section: &str, field: &str, file: &Path) -> Result<String, Complaint> {
    use std::os::unix::fs::PermissionsExt;
    let bytes = read(section, field, file)?;
    let mode = std::fs::metadata(file).map_or(0, |about| about.permissions().mode());
    if mode & 0o077 != 0 {
        return Err(wrong(
            section,
            format!("{field} names {}, which others on this machine may read. Next: chmod 600 {0}", file.display()),
        ));
    }
    let text = String::from_utf8(bytes).map_err(|_| wrong(section, format!("{field} names {}, which is no text", file.display())))?;
    match text.trim_end_matches(['\r', '\n']) {
        "" => Err(wrong(section, format!("{field} names {}, which is empty", file.display()))),
        line => Ok(line.to_owned()),
    }
}

/// True for a name or address of this very machine.
pub(super) fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(section: &str, is_demo: bool) -> Result<MailSettings, String> {
        let section: MailSection = toml::from_str(section).map_err(|cause| cause.to_string())?;
        section.check(is_demo).map_err(|complaint| complaint.0)
    }

    #[test]
    fn a_mail_section_says_where_letters_go_and_nothing_is_sent_in_plain() {
        let good = check("server = 'mail.example.org'\nfrom = 'Riverton Makers <office@example.org>'", false);
        assert!(good.is_ok_and(|mail| mail.port == 587 && mail.security == Security::StartTls && mail.from_name.is_some()));
        let here = check("server = '127.0.0.1'\nport = 2525\nsecurity = 'none'\nfrom = 'a@b.org'", true);
        assert!(here.is_ok_and(|mail| mail.port == 2525));
        for (section, is_demo, part) in [
            ("server = 'mail.example.org'\nsecurity = 'none'\nfrom = 'a@b.org'", false, "this machine only"),
            ("server = 'mail.example.org'\nfrom = 'a@b.org'", true, "demo"),
            ("server = 'mail.example.org'\nfrom = 'nobody'", false, "from:"),
            ("server = 'mail.example.org'\nfrom = 'a@b.org'\nuser = 'x'", false, "belong together"),
            ("server = 'mail.example.org'\nfrom = 'a@b.org'\nsecurity = 'ssl'", false, "\"ssl\""),
            ("server = 'https://x.org'\nfrom = 'a@b.org'", false, "name of a mail server"),
            ("server = 'mail.example.org'\nfrom = 'a@b.org'\ntimeout = 0", false, "1 to 300"),
            ("server = 'mail.example.org'\nfrom = 'a@b.org'\nca_file = '/nowhere/at/all'", false, "cannot be read"),
            ("server = 'mail.example.org'\nfrom = 'a@b.org'\nuser = 'x'\npassword_file = '/nowhere'", false, "password_file"),
            ("server = 'mail.example.org'", false, "from"),
            ("server = 'mail.example.org'\nfrom = 'a@b.org'\npassword = 'x'", false, "password"),
        ] {
            let said = check(section, is_demo).err().unwrap_or_default();
            assert!(said.contains(part), "{section}: {said}");
        }
    }

    #[test]
    fn a_password_lies_in_a_file_that_is_ours_alone() -> Result<(), Box<dyn std::error::Error>> {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir()?;
        let file = dir.path().join("password");
        std::fs::write(&file, "correct horse\n")?;
        let section =
            format!("server = 'mail.example.org'\nfrom = 'a@b.org'\nuser = 'x'\npassword_file = {:?}", file.display().to_string());
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644))?;
        assert!(check(&section, false).is_err_and(|said| said.contains("chmod 600")));
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600))?;
        let mail = check(&section, false)?;
        assert_eq!(mail.account, Some(("x".to_owned(), "correct horse".to_owned())));
        assert!(!format!("{mail:?}").contains("horse"));
        Ok(())
    }
}
