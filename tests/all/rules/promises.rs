//! Ways to plain answers and the promises of the notice, compared in the sources; and who opens a person's own answers.

use super::sources::Source;
use fairfloor::firewall::READERS;
use std::collections::BTreeSet;

/// Functions that open something sealed which is no answer, with the reason.
const NO_ANSWERS: &[(&str, &str)] = &[
    ("door::unwrap", "opens the key of a subject, to write with it or to hand it to a reader"),
    ("filing::made::open", "opens a file that was made before: its making was promised, and it is written down again"),
    ("moving::opened", "opens the keys of subjects, counts from sheets and files that were made, to seal them with the key of an archive"),
    ("headcounts::seal_anew", "opens counts from a sign-in sheet, to seal them with another key"),
    ("survey::opened", "opens what workers answered without a name: nobody's answers, promised on the survey's own page (`worker_survey`)"),
    ("rewrapping::wrap_subject", "opens the key of a subject, to wrap it with another one"),
];

/// A function of the wall.
struct Function {
    /// `door::keep`.
    name: String,
    body: String,
    is_public: bool,
}

fn functions(sources: &[Source]) -> Vec<Function> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/firewall/") && !source.path.contains("/views")) {
        let module = source.path.trim_start_matches("src/firewall/").trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
        let code = source.code();
        let mut starts: Vec<usize> = code.match_indices("fn ").map(|(at, _)| at).collect();
        starts.retain(|at| *at == 0 || code[..*at].ends_with([' ', '\n', '\t']));
        for (place, at) in starts.iter().enumerate() {
            let end = starts.get(place + 1).copied().unwrap_or(code.len());
            let text = &code[*at + 3..end];
            let Some((name, body)) = text.split_once('(') else { continue };
            let name = name.split('<').next().unwrap_or_default().trim();
            let line = code[..*at].rsplit('\n').next().unwrap_or_default();
            found.push(Function { name: format!("{module}::{name}"), body: body.to_owned(), is_public: line.trim() == "pub" });
        }
    }
    found
}

/// True when a text calls a function of this name.
fn calls(body: &str, name: &str) -> bool {
    body.match_indices(&format!("{name}(")).any(|(at, _)| !body[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.'))
}

/// Opens something: `.open(` with what it is opened with. A value behind the wall is opened with nothing.
fn opens(function: &Function) -> bool {
    let with = |(at, _): (usize, &str)| !function.body[at + ".open(".len()..].trim_start().starts_with(')');
    function.body.match_indices(".open(").any(with) && !NO_ANSWERS.iter().any(|(name, _)| *name == function.name)
}

/// Every public function that comes to plain answers is promised, and every promise has such a function.
pub fn kept(sources: &[Source]) -> Vec<String> {
    let functions = functions(sources);
    let mut reaching: BTreeSet<&str> = functions.iter().filter(|one| opens(one)).map(|one| one.name.as_str()).collect();
    loop {
        let more: Vec<&str> = functions
            .iter()
            .filter(|one| !reaching.contains(one.name.as_str()) && !NO_ANSWERS.iter().any(|(name, _)| *name == one.name))
            .filter(|one| reaching.iter().any(|reached| leads_to(one, reached, sources)))
            .map(|one| one.name.as_str())
            .collect();
        if more.is_empty() {
            break;
        }
        reaching.extend(more);
    }
    let open: BTreeSet<&str> =
        functions.iter().filter(|one| one.is_public && reaching.contains(one.name.as_str())).map(|one| one.name.as_str()).collect();
    let promised: BTreeSet<&str> = READERS.iter().map(|(name, _)| *name).collect();
    let unsaid = open.difference(&promised).map(|name| format!("{name} comes to plain answers, and the notice does not say so"));
    let idle = promised.difference(&open).map(|name| format!("{name} is promised in the notice, and there is no such way"));
    unsaid.chain(idle).collect()
}

/// True when a function calls another one: of its own file, by its path, or brought in with `use`.
fn leads_to(one: &Function, reached: &str, sources: &[Source]) -> bool {
    let (module, name) = reached.rsplit_once("::").unwrap();
    let own = one.name.rsplit_once("::").unwrap().0;
    // In one file a method is called as well as a function.
    if own == module {
        return calls(&one.body, name) || one.body.contains(&format!(".{name}("));
    }
    let file = module.rsplit("::").next().unwrap_or(module);
    if one.body.contains(&format!("{file}::{name}(")) {
        return true;
    }
    let path = format!("src/firewall/{}.rs", own.replace("::", "/"));
    let brings_in = |line: &str| line.contains(&format!("::{module}::")) && calls(&line.replace([',', ';', '}'], "("), name);
    sources.iter().any(|source| source.path == path && source.code().lines().filter(|line| line.starts_with("use ")).any(brings_in))
        && calls(&one.body, name)
}

/// The door to one's own answers is opened by one page: that of the person.
///
/// Why this is enough: eyes are made of a visit that a mailed code began, and such a visit is made where codes are checked. The demo makes
/// one up too, to store that its people answered in it; that opens nothing, and whoever reads there has signed in with the code shown.
pub fn own_answers_are_for_own_eyes(sources: &[Source]) -> Vec<String> {
    let allowed = |path: &str| {
        path.starts_with("src/firewall/")
            || matches!(path, "src/self_identification/routes/mod.rs" | "src/self_identification/views/summary.rs")
    };
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| !allowed(&source.path)) {
        for (number, line) in source.code().lines().enumerate() {
            if ["firewall::own(", "own_answer(", "OwnEyes"].iter().any(|word| line.contains(word)) {
                faults.push(format!("{}:{}: opens a person's own answers", source.path, number + 1));
            }
            let is_made = line.contains("Proof::Mailed {") && !line.contains("Proof::Mailed { .. }");
            if is_made && !source.path.starts_with("src/auth/") && source.path != "src/demo/about_me.rs" {
                faults.push(format!("{}:{}: makes up a visit that a mailed code began", source.path, number + 1));
            }
        }
    }
    faults
}
