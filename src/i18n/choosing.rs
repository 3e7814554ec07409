//! Which languages there are, and which one somebody reads.

use super::catalog::Catalog;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// The languages that come with the program. English is the first, and says what the others have to say.
const BUILT_IN: &[(&str, &str)] = &[
    ("en", include_str!("../../assets/languages/en.ftl")),
    ("es", include_str!("../../assets/languages/es.ftl")),
    ("zh-Hans", include_str!("../../assets/languages/zh-Hans.ftl")),
    ("zh-Hant", include_str!("../../assets/languages/zh-Hant.ftl")),
    ("vi", include_str!("../../assets/languages/vi.ftl")),
    ("ar", include_str!("../../assets/languages/ar.ftl")),
];

static BUILT: LazyLock<Vec<Catalog>> = LazyLock::new(|| {
    let built_in = BUILT_IN.iter().filter_map(|(code, text)| Catalog::read(code, text).ok());
    #[cfg(debug_assertions)]
    let built_in = built_in.chain(Catalog::read(super::pseudo::TAG, &super::pseudo::catalog(BUILT_IN[0].1, BUILT_IN[1].1)));
    built_in.collect()
});

/// One of the languages that pages and notices are written in.
#[derive(Debug, Clone, Copy)]
pub struct Language(&'static Catalog);

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Language {}

impl std::ops::Deref for Language {
    type Target = Catalog;

    fn deref(&self) -> &Catalog {
        self.0
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::english()
    }
}

impl Language {
    /// English: the first catalog, which is built in.
    pub fn english() -> Self {
        Self(&BUILT[0])
    }

    /// All of them, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        BUILT.iter().map(Self)
    }

    /// Those that people are offered: all but the one that nobody speaks, which builds for testing have.
    pub fn offered() -> impl Iterator<Item = Self> {
        Self::all().filter(|language| language.code() != "en-XA")
    }

    /// By its tag, as it is kept of a person.
    pub fn find(code: &str) -> Option<Self> {
        Self::all().find(|language| language.code() == code)
    }

    /// The one that serves a reader of `wanted`: the same language, and the same script where a language has two.
    fn serving(wanted: &LanguageIdentifier) -> Option<Self> {
        let full = |tag: &LanguageIdentifier| {
            let mut tag = tag.clone();
            tag.maximize();
            (tag.language, tag.script)
        };
        let wanted = full(wanted);
        Self::all().find(|language| full(language.tag()) == wanted)
    }
}

/// Spoken languages that are written in one of ours; codes of the official list.
const WRITTEN_AS: &[(&str, &str)] = &[("cmn", "zh-Hans"), ("zh", "zh-Hans"), ("yue", "zh-Hant"), ("nan", "zh-Hant")];

/// The language in which somebody who speaks this reads; English where there is no catalog. `spoken` is a code of the official list.
pub fn reads(spoken: &str) -> Language {
    let written = WRITTEN_AS.iter().find(|(code, _)| *code == spoken).map_or(spoken, |(_, tag)| tag);
    written.parse().ok().as_ref().and_then(Language::serving).unwrap_or_default()
}

/// In which language somebody is spoken to: what they chose themselves, what they are known to speak, what their browser asks for,
/// English. Everybody is written down as speaking English until they say otherwise, so English alone tells nothing.
pub fn of_person(chosen: Option<&str>, spoken: &str, accepted: Option<Language>) -> Language {
    let known = || Some(reads(spoken)).filter(|language| *language != Language::english());
    chosen.and_then(Language::find).or_else(known).or(accepted).unwrap_or_default()
}

/// The most of a header that is read: browsers send far less.
const LONGEST: usize = 1_000;

/// The first of ours among the languages that a browser asks for with `Accept-Language`, its most wanted first.
pub fn accepted(header: &str) -> Option<Language> {
    let mut wanted: Vec<(u32, LanguageIdentifier)> = header
        .get(..LONGEST.min(header.len()))?
        .split(',')
        .filter_map(|part| {
            let (tag, weight) = part.split_once(';').unwrap_or((part, ""));
            let weight = weight.trim().strip_prefix("q=").map_or(Some(1000), thousandths)?;
            (weight > 0).then_some((weight, tag.trim().parse().ok()?))
        })
        .collect();
    // Stable: of two that are wanted alike the one named first is the first.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.iter().find_map(|(_, tag)| Language::serving(tag))
}

/// "0.8" in thousandths.
fn thousandths(weight: &str) -> Option<u32> {
    let (whole, rest) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let whole: u32 = whole.parse().ok().filter(|whole| *whole <= 1)?;
    let rest: u32 = format!("{rest:0<3}").get(..3)?.parse().ok()?;
    Some((whole * 1000 + rest).min(1000))
}
