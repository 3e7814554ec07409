//! The sources as texts.

use std::path::{Path, PathBuf};

/// A file of the sources.
#[derive(Debug, Clone)]
pub struct Source {
    /// From the top of the repository: `src/people/mod.rs`.
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// `src/lib.rs` and `src/main.rs` name everything.
    pub fn is_root(&self) -> bool {
        matches!(self.path.as_str(), "src/lib.rs" | "src/main.rs")
    }

    /// The module right below the root: `people` of `src/people/mod.rs`, `error` of `src/error.rs`.
    pub fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap();
        inside.split('/').next().unwrap().trim_end_matches(".rs")
    }

    /// The code without comments, and without the tests at its end.
    pub fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        code.lines().map(without_comment).collect::<Vec<_>>().join("\n")
    }

    /// The text literals of the code, each with the line it begins on.
    pub fn literals(&self) -> Vec<(usize, String)> {
        let code = self.code();
        let (mut literals, mut line) = (Vec::new(), 1);
        let mut chars = code.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\n' => line += 1,
                '\'' => {
                    // A character such as '"', or a lifetime.
                    let rest: String = chars.clone().take(3).collect();
                    if rest.starts_with("\"'") || rest.starts_with("\\\"'") || rest.starts_with("\\''") {
                        while chars.next().is_some_and(|c| c != '\'') {}
                    }
                }
                '"' => {
                    let (start, mut literal) = (line, String::new());
                    while let Some(c) = chars.next() {
                        match c {
                            '"' => break,
                            '\\' => literal.extend(chars.next().filter(|c| *c != '\n')),
                            c => {
                                line += usize::from(c == '\n');
                                literal.push(c);
                            }
                        }
                    }
                    literals.push((start, literal));
                }
                _ => {}
            }
        }
        literals
    }
}

/// A line up to its comment; `//` inside a text such as an address stays.
fn without_comment(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") {
        return "";
    }
    line.split_once(" // ").filter(|(code, _)| code.matches('"').count() % 2 == 0).map_or(line, |(code, _)| code)
}

/// Lines of code that hold one of some words.
pub fn named(sources: &[Source], words: &[&str], why: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        for (number, line) in source.code().lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{}:{}: {word} {why}", source.path, number + 1));
            }
        }
    }
    faults
}

/// The modules that code names: `crate::people::…` and `crate::{people::…, web}`.
pub fn modules_named(code: &str) -> Vec<String> {
    let mut modules = Vec::new();
    let mut rest = code;
    while let Some((_, after)) = rest.split_once("crate::") {
        rest = after;
        if let Some(group) = after.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => modules.push(std::mem::take(&mut name)),
                    _ if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            modules.push(name);
        } else {
            modules.push(after.to_owned());
        }
    }
    let first = |text: String| {
        text.trim_start().chars().take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_').collect::<String>()
    };
    modules.into_iter().map(first).filter(|module| !module.is_empty()).collect()
}

/// A file of the repository.
pub fn path_of(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file under `src/` but those that are tests from end to end.
pub fn read_all() -> Vec<Source> {
    let mut sources = Vec::new();
    read_into(&path_of("src"), &mut sources);
    let tests = sources.iter().flat_map(tests_of).collect::<Vec<_>>();
    let is_test = |path: &str| tests.iter().any(|test| path == test || path.starts_with(&format!("{}/", test.trim_end_matches(".rs"))));
    sources.retain(|source| !is_test(&source.path));
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    sources
}

/// The files that a file names as its tests: `#[cfg(test)] mod tests;`. What stands in the folder of such a file is tests too.
fn tests_of(source: &Source) -> Vec<String> {
    let folder = source.path.trim_end_matches("/mod.rs").trim_end_matches(".rs");
    let above = source.path.rsplit_once('/').map_or("", |(above, _)| above);
    let named = source.text.split("#[cfg(test)]\n").skip(1);
    named
        .filter_map(|after| {
            let (path, after) = match after.strip_prefix("#[path = \"") {
                Some(rest) => rest.split_once("\"]\n").map(|(path, after)| (Some(path), after))?,
                None => (None, after),
            };
            let name = after.trim_start_matches("pub(super) ").strip_prefix("mod ")?.split_once(';').map(|(name, _)| name)?;
            if name.contains(|c: char| !c.is_alphanumeric() && c != '_') {
                return None;
            }
            Some(path.map_or_else(|| format!("{folder}/{name}.rs"), |path| format!("{above}/{path}")))
        })
        .collect()
}

fn read_into(folder: &Path, sources: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_into(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_str().unwrap().to_owned();
            sources.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}
