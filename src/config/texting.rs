//! A gateway that turns posts into text messages: the section `[text]` of the configuration file. Off unless it is there.

use super::sending::{is_loopback, patience, secret, wrong};
use crate::values::Complaint;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

/// `[text]` as it is written.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextSection {
    url: String,
    format: Option<String>,
    header_file: Option<PathBuf>,
    timeout: Option<u64>,
    fields: BTreeMap<String, String>,
}

/// How a text is posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFormat {
    /// One JSON object of strings.
    Json,
    /// As a form.
    Form,
}

/// A gateway that takes our texts.
#[derive(Clone)]
pub struct TextSettings {
    /// Where it listens.
    pub url: String,
    /// How a text is posted.
    pub format: TextFormat,
    /// Name and value of a secret header.
    pub header: Option<(String, String)>,
    /// How long one text may take.
    pub timeout: Duration,
    /// Names and templates: `{to}`, `{text}` and `{id}` are filled in.
    pub fields: BTreeMap<String, String>,
}

/// Without the header.
impl std::fmt::Debug for TextSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextSettings").field("format", &self.format).finish_non_exhaustive()
    }
}

impl TextSection {
    /// Checks the section and reads the file it names.
    pub fn check(&self, is_demo: bool) -> Result<TextSettings, Complaint> {
        let wrong = |words: &str| wrong("text", words);
        let is_plain = self.url.starts_with("http://");
        let host = self.url.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
        let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.ends_with(']') { host } else { name });
        if host.is_empty() || host.contains('@') || !(is_plain || self.url.starts_with("https://")) {
            return Err(wrong("url takes an address such as https://gateway.example.org/send, without a name or a password in it"));
        }
        if is_plain && !is_loopback(name) {
            return Err(wrong("texts are posted over https only; http is for a gateway on this machine"));
        }
        if is_demo && !is_loopback(name) {
            return Err(wrong("a demo folder is full of made-up numbers, so it posts to a gateway on this machine only"));
        }
        let format = match self.format.as_deref().unwrap_or("json") {
            "json" => TextFormat::Json,
            "form" => TextFormat::Form,
            _ => return Err(wrong("format takes \"json\" or \"form\"")),
        };
        let holds = |part: &str| self.fields.values().any(|template| template.contains(part));
        if !holds("{to}") || !holds("{text}") {
            return Err(wrong(
                "fields must say where the number and the text go, such as: fields = { to = \"{to}\", message = \"{text}\" }",
            ));
        }
        let header = self.header_file.as_deref().map(|file| secret("text", "header_file", file)).transpose()?;
        let header = header.map(|line| {
            let parts = line.split_once(':').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
            parts.filter(|(name, value)| !name.is_empty() && !value.is_empty() && !value.contains(char::is_control))
        });
        if header == Some(None) {
            return Err(wrong("header_file holds one line such as: Authorization: Bearer abc123"));
        }
        let timeout = patience("text", self.timeout)?;
        Ok(TextSettings { url: self.url.clone(), format, header: header.flatten(), timeout, fields: self.fields.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(section: &str, is_demo: bool) -> Result<TextSettings, String> {
        let section: TextSection = toml::from_str(section).map_err(|cause| cause.to_string())?;
        section.check(is_demo).map_err(|complaint| complaint.0)
    }

    #[test]
    fn texts_are_posted_in_secret_and_with_a_number_and_a_text() {
        let fields = "fields = { to = '{to}', message = '{text}' }";
        assert!(check(&format!("url = 'https://gateway.example.org/send'\n{fields}"), false).is_ok());
        assert!(check(&format!("url = 'http://127.0.0.1:9000/send'\n{fields}"), true).is_ok());
        assert!(check(&format!("url = 'http://[::1]:9000/send'\nformat = 'form'\n{fields}"), true).is_ok());
        for (section, is_demo, part) in [
            (format!("url = 'http://gateway.example.org/send'\n{fields}"), false, "https only"),
            (format!("url = 'http://127.0.0.1.example.org/send'\n{fields}"), false, "https only"),
            (format!("url = 'https://gateway.example.org/send'\n{fields}"), true, "demo"),
            (format!("url = 'https://me:pass@gateway.example.org/send'\n{fields}"), false, "password"),
            (format!("url = 'gateway.example.org'\n{fields}"), false, "url takes"),
            ("url = 'https://gateway.example.org/send'\nfields = { to = '{to}' }".to_owned(), false, "number and the text"),
            (format!("url = 'https://gateway.example.org/send'\nformat = 'xml'\n{fields}"), false, "\"json\""),
            (format!("url = 'https://gateway.example.org/send'\nheader_file = '/nowhere'\n{fields}"), false, "header_file"),
        ] {
            let said = check(&section, is_demo).err().unwrap_or_default();
            assert!(said.contains(part), "{section}: {said}");
        }
    }
}
