//! A name may run from right to left. Where it stands between other words it stands in an element of its own, so that it pulls none along.

use super::sources::Source;

/// How views call names.
const NAMES: &[&str] = &[
    "client_name",
    "to_name",
    "first_name",
    "last_name",
    "business_name",
    "person_name",
    "asserted_name",
    "caller_name",
    "partner_name()",
    "owner.name()",
    "person.name()",
    "client.name",
    "helper.name",
    "business.name",
    "contact.name",
    "partner.name",
];
/// What the stylesheet lets run its own way, as `bdi` does.
pub const APART: &[&str] = &["a", "b", "strong", "em", "cite", "label", "summary", "h1", "h2", "h3", ".inp", ".said"];

/// Names that stand between words without an element of their own.
pub fn run_their_own_way(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| source.path.contains("/views") || source.path.starts_with("src/web/")) {
        for (number, line) in source.code().lines().enumerate() {
            for (at, name) in names_in(line) {
                if is_mixed(&line[..at], &line[at + name.len() + 2..]) {
                    faults.push(format!("{}:{}: ({name}) stands between words; write bdi {{ ({name}) }}", source.path, number + 1));
                }
            }
        }
    }
    faults
}

/// Every `(path.to.name)` of a line, with its place.
fn names_in(line: &str) -> Vec<(usize, &str)> {
    let is_path = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '.' | '&');
    line.match_indices('(')
        .filter_map(|(at, _)| {
            let rest = &line[at + 1..];
            let end = rest.find(|c| !is_path(c))?;
            let end = if rest[end..].starts_with("())") { end + 2 } else { end };
            let is_name = rest[end..].starts_with(')') && NAMES.iter().any(|name| rest[..end].ends_with(name));
            is_name.then_some((at, &rest[..end]))
        })
        .collect()
}

fn is_mixed(before: &str, after: &str) -> bool {
    let opened = before.rfind(['{', '}']).filter(|at| before[*at..].starts_with('{')).map_or("", |at| before[..at].trim_end());
    // Nobody sees these.
    if ["class=\"vh\"", "aria-label=", "title=", "href=", "action=", "id="].iter().any(|head| opened.ends_with(head)) {
        return false;
    }
    let has_words = |literal: &str| literal.chars().any(char::is_alphanumeric);
    let word_before =
        before.trim_end().strip_suffix('"').and_then(|rest| rest.rsplit_once('"')).is_some_and(|(_, literal)| has_words(literal));
    let word_after =
        after.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')).is_some_and(|(literal, _)| !literal.trim().is_empty());
    word_before || word_after
}

#[test]
fn the_stylesheet_lets_names_run_their_own_way() {
    let sheet = std::fs::read_to_string(super::sources::path_of("assets/web/app.css")).unwrap();
    let rule = format!("{} {{ unicode-bidi: plaintext; }}", APART.join(", "));
    assert!(sheet.contains(&rule), "the stylesheet has no {rule}");
}
