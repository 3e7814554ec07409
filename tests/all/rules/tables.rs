//! The tables of routes as they stand in the sources, and the first argument of each handler.

use super::sources::Source;
use fairfloor::auth::viewer::EXTRACTORS;
use std::collections::BTreeSet;

/// Extractors that need no staff account, and the classes they stand for.
const OTHERS: &[(&str, &[&str])] = &[
    ("Guest", &["Public"]),
    ("PartnerLink", &["PartnerLink", "Partner"]),
    ("PartnerInbox", &["PartnerLink", "Partner"]),
    ("PartnerMember", &["Partner"]),
    ("PartnerToken", &["PartnerLink"]),
    ("SitesLink", &["PartnerLink"]),
    ("QuestionLink", &["PartnerLink"]),
    ("StatusLink", &["ClientLink"]),
    ("SelfIdLink", &["ClientLink"]),
    ("OutcomeLink", &["ClientLink"]),
    ("MemberLink", &["ClientLink"]),
    ("StoryLink", &["ClientLink"]),
    ("Entrepreneur", &["Client"]),
    ("AtHome", &["Client"]),
    ("ByToken", &["Token"]),
];

/// Handlers without an access rule, with the reason.
const BARE: &[(&str, &str)] = &[("assets::serve", "public files; web stands below auth and knows no viewer")];

/// A line of a table of routes.
#[derive(Debug)]
pub struct Line {
    pub file: String,
    pub method: &'static str,
    pub path: String,
    pub classes: BTreeSet<String>,
    pub handler: String,
}

/// Every line of every table.
pub fn routes_in(sources: &[Source]) -> Vec<Line> {
    sources.iter().flat_map(lines_of).collect()
}

fn lines_of(source: &Source) -> Vec<Line> {
    let code = source.code();
    let mut lines = Vec::new();
    for (_, after) in code.match_indices("fn routes() -> Vec<").map(|(place, _)| code.split_at(place)) {
        let body = after.split("\n}").next().unwrap();
        for (call, method) in [("get(", "GET"), ("post(", "POST"), ("patch(", "PATCH")] {
            for (place, _) in body.match_indices(call) {
                if body[..place].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.') {
                    continue;
                }
                let arguments = arguments(&body[place + call.len()..]);
                let [path, classes, handler] = &arguments[..] else { continue };
                let classes = classes.trim_start_matches("&[").trim_end_matches(']').split(',');
                lines.push(Line {
                    file: source.path.clone(),
                    method,
                    path: path.trim_matches('"').to_owned(),
                    classes: classes
                        .filter_map(|class| class.trim().rsplit("::").next().map(str::to_owned))
                        .filter(|class| !class.is_empty())
                        .collect(),
                    handler: handler.clone(),
                });
            }
        }
    }
    lines
}

/// The arguments of a call whose opening bracket was just passed.
fn arguments(text: &str) -> Vec<String> {
    let (mut arguments, mut now, mut depth, mut quoted) = (Vec::new(), String::new(), 0, false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '<' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => break,
            ')' | ']' | '>' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                arguments.push(now.trim().to_owned());
                now.clear();
                continue;
            }
            _ => {}
        }
        now.push(c);
    }
    arguments.push(now.trim().to_owned());
    arguments.retain(|argument| !argument.is_empty());
    arguments
}

/// The classes an extractor lets in.
fn classes_of(extractor: &str) -> Option<BTreeSet<String>> {
    if let Some((_, classes)) = OTHERS.iter().find(|(name, _)| *name == extractor) {
        return Some(classes.iter().map(|class| (*class).to_owned()).collect());
    }
    let (_, classes) = EXTRACTORS.iter().find(|(name, _)| *name == extractor)?;
    Some(classes.iter().map(|class| format!("{class:?}")).collect())
}

/// The type of a handler's first argument, without its path and what it holds.
fn first_argument(code: &str, handler: &str) -> Option<String> {
    let (_, after) = code.split_once(&format!("async fn {handler}("))?;
    let first = arguments(after).into_iter().next().unwrap_or_default();
    let kind = first.rsplit_once(": ").map_or(first.as_str(), |(_, kind)| kind);
    // A link that may be dead is an access rule all the same: the handler draws the page that says so.
    let kind = kind.strip_prefix("Result<").map_or(kind, |inside| inside.trim_end_matches('>'));
    Some(kind.split('<').next().unwrap_or_default().rsplit("::").next().unwrap_or_default().to_owned())
}

/// Every handler's first argument is its access rule, and lets in whom the table names.
pub fn extractors_agree(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for line in routes_in(sources) {
        if BARE.iter().any(|(handler, _)| *handler == line.handler) {
            continue;
        }
        let name = line.handler.rsplit("::").next().unwrap_or_default();
        let feature = line.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let found =
            sources.iter().filter(|source| source.path.starts_with(feature)).find_map(|source| first_argument(&source.code(), name));
        let Some(extractor) = found else {
            faults.push(format!("{}: {name}: no such handler beside its table", line.file));
            continue;
        };
        match classes_of(&extractor) {
            None => faults.push(format!("{}: {name}: the first argument {extractor} is no access rule", line.file)),
            Some(classes) if classes != line.classes => faults.push(format!(
                "{}: {name}: the table says {:?}, its extractor {extractor} {:?}",
                line.file,
                line.classes.iter().collect::<Vec<_>>(),
                classes.iter().collect::<Vec<_>>()
            )),
            Some(_) => {}
        }
    }
    faults
}
