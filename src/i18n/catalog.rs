//! One language: its messages, and what it says of itself.

use super::NONE;
use super::shape::{self, Shape};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use std::collections::BTreeMap;
use unic_langid::LanguageIdentifier;

/// Which way a language runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// As `dir` says it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Who read the whole catalog, and when. Blank until somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// A native reader's name or office.
    pub by: String,
    /// The day, as `2026-11-25`.
    pub on: String,
}

/// The words that a message is filled with.
#[derive(Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl Args<'_> {
    /// A word.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: impl Into<String>) -> Self {
        self.0.set(name, FluentValue::String(word.into().into()));
        self
    }

    /// A word that may be missing; the catalog then reads `none`.
    #[must_use]
    pub fn maybe(self, name: &'static str, word: Option<impl Into<String>>) -> Self {
        match word {
            Some(word) => self.with(name, word),
            None => self.with(name, NONE),
        }
    }

    /// A word whose name is known only when it is read.
    #[must_use]
    pub(super) fn named(mut self, name: String, word: String) -> Self {
        self.0.set(name, FluentValue::String(word.into()));
        self
    }

    /// The same, with what runs from right to left parted from the words around it: else it would pull a number or a mark beside it along.
    fn isolated(self) -> Self {
        let apart = self.0.into_iter().map(|(name, value)| match value {
            FluentValue::String(word) if word.chars().any(runs_leftward) => {
                (name, FluentValue::String(format!("\u{2068}{word}\u{2069}").into()))
            }
            value => (name, value),
        });
        Self(apart.collect())
    }

    /// A number, for its plural form.
    #[must_use]
    pub fn count(mut self, name: &'static str, number: impl Into<i64>) -> Self {
        self.0.set(name, FluentValue::from(number.into()));
        self
    }

    /// A number that may be missing.
    #[must_use]
    pub fn maybe_count(self, name: &'static str, number: Option<impl Into<i64>>) -> Self {
        match number {
            Some(number) => self.count(name, number),
            None => self.with(name, NONE),
        }
    }
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their like.
fn runs_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A language and its messages. Complete: what English can say, it can say (tested for those that are built in).
pub struct Catalog {
    tag: LanguageIdentifier,
    name: String,
    code: String,
    bundle: FluentBundle<FluentResource>,
    shapes: BTreeMap<String, Shape>,
    /// It parts every word that is filled in from the words around it.
    is_isolating: bool,
}

impl Catalog {
    /// Reads a catalog. The error is a sentence with the line at fault.
    pub fn read(code: &str, text: &str) -> Result<Self, String> {
        let tag: LanguageIdentifier = code.parse().map_err(|_| format!("{code} is no language tag. Write one such as ko or pt-BR."))?;
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
            let at = errors.first().map_or(0, |error| error.pos.start);
            let line = text.get(..at).map_or(1, |before| before.lines().count().max(1));
            format!("The catalog {code} has a mistake near line {line}. Every message is written: key = words.")
        })?;
        let shapes = shape::of(&resource);
        let mut bundle = FluentBundle::new_concurrent(vec![tag.clone()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| match errors.first() {
            Some(FluentError::Overriding { id, .. }) => format!("The catalog {code} has the key {id} twice. Take one out."),
            _ => format!("The catalog {code} could not be read."),
        })?;
        let mut catalog = Self { tag, name: String::new(), code: code.to_owned(), bundle, shapes, is_isolating: false };
        catalog.name = catalog.plain("language-name").ok_or(format!("The catalog {code} does not say its own name: language-name."))?;
        // Names of people and places run their own way inside a text that runs the other way.
        let is_rtl = catalog.direction() == Direction::Rtl;
        catalog.bundle.set_use_isolating(is_rtl);
        catalog.is_isolating = is_rtl;
        Ok(catalog)
    }

    /// As `lang` says it: `zh-Hant`.
    pub fn code(&self) -> &str {
        &self.code
    }

    pub(super) fn tag(&self) -> &LanguageIdentifier {
        &self.tag
    }

    /// Its name in itself: "Español".
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Which way it runs.
    pub fn direction(&self) -> Direction {
        if self.plain("language-direction").as_deref() == Some("rtl") { Direction::Rtl } else { Direction::Ltr }
    }

    /// Who reviewed it; `None` until somebody did.
    pub fn reviewed(&self) -> Option<Reviewed> {
        let by = self.plain("reviewed-by").filter(|by| by != NONE)?;
        let on = self.plain("reviewed-on").filter(|on| on != NONE)?;
        Some(Reviewed { by, on })
    }

    /// True when it can say this.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message filled with words. A key that the catalog does not have reads as itself: seen by tests, never by people.
    pub fn say(&self, key: &str, args: Args<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "the catalog {} has no {key}", self.code);
            return key.to_owned();
        };
        let args = if self.is_isolating { args } else { args.isolated() };
        self.bundle.format_pattern(pattern, Some(&args.0), &mut Vec::new()).into_owned()
    }

    /// A message without anything to fill in.
    fn plain(&self, key: &str) -> Option<String> {
        self.has(key).then(|| self.say(key, Args::default()))
    }

    /// Every key, and what its message is made of.
    pub fn shapes(&self) -> &BTreeMap<String, Shape> {
        &self.shapes
    }
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalog({})", self.code)
    }
}
