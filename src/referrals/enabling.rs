//! Warns where a text meant for everybody tells how a thing works: enabling detail can cost its owner the protection of the idea.
//!
//! A warning quotes the words, says why, and what to write instead. It never blocks: the person decides.
//! Pure, and without a model: plain patterns, so that anyone can see why a word was picked.

use std::collections::BTreeSet;

/// Why words were picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A number with the unit of a process: 450 rpm, 12 bar.
    Setting,
    /// 420 °C, 800 degrees F.
    Temperature,
    /// ±0.005 in, within 5 microns.
    Tolerance,
    /// 12 % nickel, 3:1, 40 parts of.
    Composition,
    /// `NaOH`, `TiO2`, x = a + b.
    Formula,
    /// polyurethane, sodium hydroxide.
    Chemical,
    /// "works by", "the trick is".
    HowItWorks,
    /// drawing 4711-A, part no. 12, serial, patent application 63/123,456.
    Reference,
    /// our customer Acme, supplied to Boeing.
    Customer,
}

impl Why {
    /// Why it matters, as a sentence.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Setting => "A setting of the process lets others repeat it.",
            Self::Temperature => "A temperature of the process lets others repeat it.",
            Self::Tolerance => "An exact tolerance can give away how it is made.",
            Self::Composition => "An exact mixture lets others make the same.",
            Self::Formula => "A formula is the invention itself.",
            Self::Chemical => "A named substance can give away the recipe.",
            Self::HowItWorks => "This tells how it works, and everybody who is asked reads it.",
            Self::Reference => "A number of a drawing, part or filing leads to the confidential papers.",
            Self::Customer => "A customer's name may be confidential, and tells who the business is.",
        }
    }

    /// What to write instead.
    pub const fn instead(self) -> &'static str {
        match self {
            Self::Setting => "Write what should come out: \u{201c}faster\u{201d}, \u{201c}less scrap\u{201d}.",
            Self::Temperature => "Write \u{201c}under heat\u{201d} or \u{201c}kept cold\u{201d}.",
            Self::Tolerance => "Write \u{201c}tight tolerance\u{201d} or \u{201c}close fit\u{201d}.",
            Self::Composition => "Write the family: \u{201c}a nickel alloy\u{201d}, \u{201c}a water-based paint\u{201d}.",
            Self::Formula => "Write what it does, and leave the formula for the confidential part.",
            Self::Chemical => "Write the family: \u{201c}a resin\u{201d}, \u{201c}a solvent\u{201d}, \u{201c}a salt\u{201d}.",
            Self::HowItWorks => "Write what it is for and what should get better.",
            Self::Reference => "Leave it out, or put it into the confidential part.",
            Self::Customer => "Write the kind of customer: \u{201c}a maker of medical devices\u{201d}.",
        }
    }
}

/// One warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The words as they were typed.
    pub words: String,
    pub why: Why,
}

/// Units of a process. Areas, dollars, amps and people are needs, not recipes.
const UNITS: &[&str] = &[
    "rpm", "psi", "psig", "bar", "mbar", "torr", "pa", "kpa", "mpa", "gpa", "mm/s", "mm/min", "ipm", "sfm", "m/s", "in/min", "khz", "mhz",
    "ghz", "hz", "nm", "micron", "microns", "µm", "um", "ms", "ml/min", "l/min", "gpm", "cfm", "ppm", "ppb", "mol", "molar", "mj", "kj",
    "mw/cm2", "w/cm2", "j/cm2", "a/dm2", "ka", "cp", "cst", "shore", "hrc", "ph", "wt%", "vol%", "mesh",
];
const TEMPERATURES: &[&str] = &["°c", "°f", "℃", "℉", "degc", "degf", "celsius", "fahrenheit", "kelvin"];
const HOW: &[&str] = &[
    "works by",
    "work by",
    "it works because",
    "how it works",
    "the trick is",
    "the secret is",
    "our secret",
    "the key step",
    "the key is to",
    "is achieved by",
    "are achieved by",
    "is made by first",
    "the process consists",
    "comprises the steps",
    "by first ",
    "followed by a",
    "patent pending method",
    "our method is",
    "our process is to",
    "the recipe",
    "the algorithm",
    "the formula",
];
const REFERENCES: &[&str] = &[
    "drawing no",
    "drawing #",
    "drawing number",
    "dwg",
    "part no",
    "part number",
    "p/n",
    "serial no",
    "serial number",
    "s/n",
    "revision ",
    "application no",
    "application number",
    "docket",
    "figure ",
    "fig. ",
    "file no",
];
const CUSTOMERS: &[&str] = &[
    "customer ",
    "customers ",
    "client ",
    "supplied to ",
    "supplier to ",
    "supply to ",
    "sold to ",
    "made for ",
    "contract with ",
    "order from ",
    "orders from ",
];
/// Endings and words of named substances. Plain families (resin, steel, paint, salt) are not among them.
const CHEMICAL_ENDINGS: &[&str] = &[
    "oxide",
    "hydroxide",
    "chloride",
    "fluoride",
    "nitrate",
    "nitride",
    "sulfate",
    "sulphate",
    "phosphate",
    "carbonate",
    "carbide",
    "acrylate",
    "urethane",
    "siloxane",
    "ethylene",
    "propylene",
    "styrene",
    "amide",
    "imide",
    "ketone",
    "acetate",
    "citrate",
    "silicate",
    "borate",
    "methane",
    "ethanol",
    "peroxide",
];
const ELEMENTS: &[&str] = &[
    "H", "He", "Li", "Be", "B", "C", "N", "O", "F", "Na", "Mg", "Al", "Si", "P", "S", "Cl", "K", "Ca", "Ti", "V", "Cr", "Mn", "Fe", "Co",
    "Ni", "Cu", "Zn", "Ga", "Ge", "As", "Se", "Br", "Sr", "Y", "Zr", "Nb", "Mo", "Pd", "Ag", "Cd", "In", "Sn", "Sb", "I", "Ba", "La", "Ce",
    "Nd", "Ta", "W", "Pt", "Au", "Pb", "Bi",
];

/// Every warning about a text, in the order of the text's words, each pair of words and reason once.
pub fn warnings(text: &str) -> Vec<Warning> {
    let mut seen = BTreeSet::new();
    let mut found: Vec<(usize, Warning)> = Vec::new();
    let mut add = |at: usize, words: &str, why: Why| {
        let words: String = words.trim().trim_end_matches(['.', ',', ';', ':']).chars().take(60).collect();
        if !words.is_empty() && seen.insert((words.to_lowercase(), why)) {
            found.push((at, Warning { words, why }));
        }
    };
    phrases(text, &mut add);
    let words: Vec<(usize, &str)> = words_of(text).collect();
    for (place, (at, word)) in words.iter().enumerate() {
        let next = words.get(place + 1).map_or("", |(_, next)| *next);
        let after = words.get(place + 2).map_or("", |(_, next)| *next);
        number(text, &words, place, next, after, &mut add);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_formula(bare) {
            add(*at, bare, Why::Formula);
        } else if CHEMICAL_ENDINGS.iter().any(|ending| bare.to_lowercase().trim_end_matches('s').ends_with(ending)) {
            add(*at, bare, Why::Chemical);
        }
    }
    found.sort_by_key(|(at, warning)| (*at, warning.why));
    found.into_iter().map(|(_, warning)| warning).collect()
}

/// Numbers with what stands beside them.
fn number(text: &str, words: &[(usize, &str)], place: usize, next: &str, after: &str, add: &mut impl FnMut(usize, &str, Why)) {
    let Some((at, word)) = words.get(place).copied() else { return };
    let to = |count: usize| words.get(place + count).map_or("", |(from, last)| text.get(at..from + last.len()).unwrap_or_default());
    let low = word.to_lowercase();
    let plain = |word: &str| word.to_lowercase().trim_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '(' | ')')).to_owned();
    let (next_low, after_low) = (plain(next), plain(after));
    if low.starts_with('±') || low.starts_with("+/-") || (low == "within" && starts_with_digit(next)) && is_length(&after_low) {
        return add(at, to(if low == "within" { 2 } else { 1 }).max(word), Why::Tolerance);
    }
    if !starts_with_digit(word) {
        return;
    }
    let unit = plain(&low).trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '/')).to_owned();
    let (unit, reach) = if unit.is_empty() { (next_low.clone(), 1) } else { (unit, 0) };
    let is_degrees = (unit.starts_with("degree") || unit == "deg" || unit == "°") && reach == 1;
    let of_degrees = plain(words.get(place + 2).map_or("", |(_, word)| *word));
    if TEMPERATURES.contains(&unit.as_str()) || (is_degrees && !matches!(of_degrees.as_str(), "angle" | "rotation")) {
        let reach = if is_degrees && matches!(of_degrees.as_str(), "c" | "f" | "celsius" | "fahrenheit") { 2 } else { reach };
        add(at, to(reach), Why::Temperature);
    } else if UNITS.contains(&unit.as_str()) {
        add(at, to(reach), Why::Setting);
    } else if is_ratio(&plain(word))
        || (matches!(unit.as_str(), "parts" | "part") && reach == 1 && matches!(after_low.as_str(), "of" | "to" | "by"))
    {
        add(at, to(if is_ratio(&plain(word)) { 0 } else { 2 }), Why::Composition);
    } else if (unit == "%" || unit == "percent") && names_a_substance(&plain(words.get(place + reach + 1).map_or("", |(_, word)| *word))) {
        add(at, to(reach + 1), Why::Composition);
    }
}

/// Phrases that are looked for whatever stands around them.
fn phrases(text: &str, add: &mut impl FnMut(usize, &str, Why)) {
    let low = text.to_lowercase();
    // Lower case may be longer or shorter in some scripts; then places would not fit, and only the phrases are looked for.
    let original = if low.len() == text.len() { text } else { low.as_str() };
    for phrase in HOW {
        for (at, _) in low.match_indices(phrase).filter(|(at, _)| begins_a_word(&low, *at)) {
            add(at, snippet(original, at, 6), Why::HowItWorks);
        }
    }
    for phrase in REFERENCES {
        for (at, _) in low.match_indices(phrase).filter(|(at, _)| begins_a_word(&low, *at)) {
            let words = snippet(original, at, 3);
            if words.chars().any(|c| c.is_ascii_digit()) || matches!(*phrase, "docket" | "dwg") {
                add(at, words, Why::Reference);
            }
        }
    }
    for phrase in CUSTOMERS {
        for (at, found) in low.match_indices(phrase).filter(|(at, _)| begins_a_word(&low, *at)) {
            let name = original.get(at + found.len()..).unwrap_or_default();
            if name.starts_with(|c: char| c.is_uppercase()) {
                add(at, snippet(original, at, phrase.split_whitespace().count() + 1), Why::Customer);
            }
        }
    }
}

fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// A few words from a place on.
fn snippet(text: &str, at: usize, count: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = words_of(rest).take(count).last().map_or(rest.len(), |(from, word)| from + word.len());
    rest.get(..end).unwrap_or(rest)
}

fn begins_a_word(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric())
}

fn starts_with_digit(word: &str) -> bool {
    word.trim_start_matches('(').starts_with(|c: char| c.is_ascii_digit())
}

fn is_length(unit: &str) -> bool {
    matches!(unit, "mm" | "in" | "inch" | "inches" | "thou" | "mil" | "mils" | "micron" | "microns" | "µm" | "um" | "nm")
}

/// "3:1", and not a time of day.
fn is_ratio(word: &str) -> bool {
    let parts: Vec<&str> = word.split(':').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() >= 2 && parts.iter().all(digits) && parts.last().is_some_and(|last| last.len() != 2)
}

/// What may follow "12 %": a metal, an acid, a named substance. "12 % faster" is no recipe.
fn names_a_substance(word: &str) -> bool {
    const METALS: &[&str] = &[
        "nickel",
        "chromium",
        "cobalt",
        "copper",
        "zinc",
        "tin",
        "silver",
        "gold",
        "titanium",
        "aluminum",
        "aluminium",
        "tungsten",
        "molybdenum",
        "vanadium",
        "silicon",
        "carbon",
        "acid",
        "alcohol",
        "solvent",
        "resin",
        "hardener",
        "catalyst",
        "binder",
        "pigment",
        "filler",
        "salt",
        "sugar",
        "fat",
        "by",
        "solution",
        "glass",
        "fiber",
    ];
    METALS.contains(&word) || CHEMICAL_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `TiO2`, `NaOH`, `Fe3O4`: elements one after the other with a number or a second capital, and no plain word or label.
fn is_formula(word: &str) -> bool {
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    let mut rest = word;
    let mut elements = 0;
    while !rest.is_empty() {
        let two = rest.get(..2).filter(|two| ELEMENTS.contains(two));
        let one = rest.get(..1).filter(|one| ELEMENTS.contains(one));
        let Some(element) = two.or(one) else { return false };
        rest = rest.get(element.len()..).unwrap_or_default().trim_start_matches(|c: char| c.is_ascii_digit());
        elements += 1;
    }
    let has_small = word.chars().any(char::is_lowercase);
    // "CNC", "IP" and "US" are words in capitals; "NaOH" and "Al2O3" are not.
    elements >= 2 && (has_digit || (has_small && word.chars().filter(|c| c.is_uppercase()).count() >= 2))
}

#[cfg(test)]
mod tests;
