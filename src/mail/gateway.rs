//! Texts to a gateway: one post each, with the notice's id in a header, so that a gateway which knows that header sends none twice.

use crate::config::{Config, TextFormat, TextSettings};
use crate::values::{NotSent, Vocabulary, international};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What texts are handed to. Without a gateway there is none.
#[derive(Clone, Default)]
pub struct Gateway(Option<Arc<TextSettings>>);

impl Gateway {
    /// The gateway of a configuration.
    pub fn new(config: &Config) -> Self {
        Self(config.text.clone().map(Arc::new))
    }

    /// True where the configuration names a gateway.
    pub fn is_set_up(&self) -> bool {
        self.0.is_some()
    }

    /// Hands a text to the gateway and waits for its word.
    pub async fn send(&self, to: &str, text: &str, id: &str) -> Result<(), NotSent> {
        let Some(settings) = self.0.clone() else { return Err(NotSent::Unreachable) };
        let number = international(to).ok_or(NotSent::BadAddress)?;
        let (to, text, id) = (format!("+{number}"), text.to_owned(), id.to_owned());
        tokio::task::spawn_blocking(move || post(&settings, &to, &text, &id)).await.unwrap_or(Err(NotSent::Unreachable))
    }

    /// Sends a text that nobody keeps, such as a code to sign in with, without making the person wait. It is tried once: whoever gets
    /// none asks for another. It stands in no outbox, no log and on no disk.
    pub fn send_soon(&self, to: String, text: String, id: String) {
        let gateway = self.clone();
        tokio::spawn(async move {
            if let Err(why) = gateway.send(&to, &text, &id).await {
                tracing::warn!(why = why.code(), "a text with a code could not be sent");
            }
        });
    }
}

fn post(settings: &TextSettings, to: &str, text: &str, id: &str) -> Result<(), NotSent> {
    // Redirects are not followed: the secret header is for the address that was configured and no other.
    let agent: ureq::Agent =
        ureq::Agent::config_builder().timeout_global(Some(settings.timeout)).max_redirects(0).http_status_as_error(false).build().into();
    let mut request = agent.post(&settings.url).header("Idempotency-Key", id);
    if let Some((name, value)) = &settings.header {
        request = request.header(name, value);
    }
    let answer = match settings.format {
        TextFormat::Json => {
            let body = serde_json::to_string(&filled(settings, to, text, id)).map_err(|_| NotSent::BadAddress)?;
            request.header("Content-Type", "application/json").send(body)
        }
        TextFormat::Form => request.send_form(filled(settings, to, text, id)),
    };
    match answer.map(|answer| answer.status().as_u16()) {
        Ok(200..=299) => Ok(()),
        Ok(401 | 403) => Err(NotSent::SignIn),
        Ok(429 | 500..) => Err(NotSent::NotNow),
        Ok(_) => Err(NotSent::Refused),
        Err(ureq::Error::Timeout(_)) => Err(NotSent::TooSlow),
        Err(ureq::Error::Tls(_) | ureq::Error::Rustls(_)) => Err(NotSent::NoSecrecy),
        Err(_) => Err(NotSent::Unreachable),
    }
}

/// The fields of the post. What is put in is never read as a template again.
fn filled(settings: &TextSettings, to: &str, text: &str, id: &str) -> BTreeMap<String, String> {
    let fill = |template: &str| {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let named =
                [("to}", to), ("text}", text), ("id}", id)].into_iter().find_map(|(name, value)| Some((after.strip_prefix(name)?, value)));
            match named {
                Some((after, value)) => {
                    out.push_str(value);
                    rest = after;
                }
                None => {
                    out.push('{');
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        out
    };
    settings.fields.iter().map(|(name, template)| (name.clone(), fill(template))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_template_is_filled_once() {
        let fields = BTreeMap::from([("message".to_owned(), "{text} ({id}) to {to}, {other}".to_owned())]);
        let settings = TextSettings { url: String::new(), format: TextFormat::Json, header: None, timeout: Duration::from_secs(1), fields };
        let filled = filled(&settings, "718 555 0100", "there is {to} news", "abc");
        assert_eq!(filled["message"], "there is {to} news (abc) to 718 555 0100, {other}");
    }
}
