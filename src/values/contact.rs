//! How to reach somebody: e-mail and telephone.

use super::sensitive::names_somebody;
use super::{Complaint, money::quoted};

/// An e-mail address, lower case. Checked for shape only: one `@`, a dot after it, no blanks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an address; nothing typed is nothing.
    pub fn maybe(typed: &str) -> Result<Option<Self>, Complaint> {
        let address = typed.trim().to_lowercase();
        if address.is_empty() {
            return Ok(None);
        }
        let shaped = address.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.contains('@') && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        });
        let clean = address.len() <= 200
            && super::unseen_at(&address).is_none()
            && !address.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | ',' | ';'));
        if shaped && clean {
            Ok(Some(Self(address)))
        } else {
            Err(Complaint::new(format!("Write an e-mail address such as name@example.org. You typed {}", quoted(typed))))
        }
    }

    /// Reads an address that must be there.
    pub fn parse(typed: &str) -> Result<Self, Complaint> {
        Self::maybe(typed)?.ok_or_else(|| Complaint::new("Write an e-mail address"))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The address of somebody's own pages, with `https://` or `http://`. Nothing else is ever made a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Website(String);

impl Website {
    /// Reads an address; `https://` is put in front where it is left out. Nothing typed is nothing.
    pub fn maybe(typed: &str) -> Result<Option<Self>, Complaint> {
        let text = typed.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let full = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let rest = full.strip_prefix("https://").or_else(|| full.strip_prefix("http://"));
        let is_clean = full.len() <= 300
            && super::unseen_at(&full).is_none()
            && !full.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '@'));
        let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default()).unwrap_or_default();
        let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains("..");
        if is_clean && is_host {
            Ok(Some(Self(full)))
        } else {
            Err(Complaint::new(format!("Write the address of a website such as https://example.org. You typed {}", quoted(typed))))
        }
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A telephone number as typed, with at least seven digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telephone(String);

impl Telephone {
    /// Reads a number; nothing typed is nothing.
    pub fn maybe(typed: &str) -> Result<Option<Self>, Complaint> {
        let number = typed.trim();
        if number.is_empty() {
            return Ok(None);
        }
        let allowed = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | ' ' | '.' | 'x' | '/'));
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if names_somebody(number) {
            return Err(Complaint::new(
                "This looks like a Social Security number or an ITIN. Those are never kept here. Write a telephone number",
            ));
        }
        if allowed && (7..=18).contains(&digits) && number.len() <= 40 {
            Ok(Some(Self(number.to_owned())))
        } else {
            Err(Complaint::new(format!("Write a telephone number such as 555-010-0110. You typed {}", quoted(typed))))
        }
    }

    /// The number as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Digits only, to find by.
    pub fn digits(&self) -> String {
        digits(&self.0)
    }
}

/// The digits of a number as it is dialed: ten digits in North America are ten digits with or without the 1.
pub fn digits(number: &str) -> String {
    let all: String = number.chars().take_while(|c| *c != 'x').filter(char::is_ascii_digit).collect();
    match all.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => all,
    }
}

/// The digits of a number with its country's, as gateways and wa.me take it: a number of ten digits is one of North America.
pub fn international(typed: &str) -> Option<String> {
    let number = digits(typed);
    match number.len() {
        10 => Some(format!("1{number}")),
        11..=15 if typed.trim_start().starts_with('+') || number.starts_with('1') => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_is_an_address_of_pages_and_nothing_that_runs() {
        assert_eq!(
            Website::maybe("northgate.example/space").map(|site| site.map(|site| site.0)),
            Ok(Some("https://northgate.example/space".to_owned()))
        );
        assert_eq!(Website::maybe(" "), Ok(None));
        for typed in [
            "javascript:alert(1)",
            "javascript://x.org/%0aalert(1)",
            "ftp://x.org",
            "nowhere",
            "https://a b.org",
            "https://user@x.org",
            "https://.org",
        ] {
            assert!(Website::maybe(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn addresses_are_checked_for_shape() {
        assert_eq!(Email::maybe(" Ada@Example.org ").map(|email| email.map(|email| email.0)), Ok(Some("ada@example.org".to_owned())));
        for typed in ["ada", "ada@host", "a b@x.org", "a@@x.org", "a@x.org\nBcc: b@x.org", "@x.org", "a@.org"] {
            assert!(Email::maybe(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_number_is_found_however_it_was_typed() {
        for typed in ["555-010-0110", "+1 (555) 010-0110", "1.555.010.0110 x12"] {
            assert_eq!(digits(typed), "5550100110", "{typed}");
        }
        assert!(Telephone::maybe("call me").is_err());
        assert!(Telephone::maybe("123").is_err());
    }

    #[test]
    fn a_number_gets_its_country_or_none() {
        assert_eq!(international("(718) 555-0100").as_deref(), Some("17185550100"));
        assert_eq!(international("1 718 555 0100").as_deref(), Some("17185550100"));
        assert_eq!(international("+49 30 555 0100").as_deref(), Some("49305550100"));
        assert_eq!(international("555-0100"), None);
    }
}
