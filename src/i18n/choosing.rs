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

static BUILT: LazyLock<Vec<Catalog>> =
    LazyLock::new(|| BUILT_IN.iter().filter_map(|(code, text)| Catalog::read(code, text).ok()).collect());

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
