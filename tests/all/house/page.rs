//! A page as a browser sees it: its status, its words, its forms. Reads the markup that maud writes, which is well formed.

use axum::http::{HeaderMap, StatusCode, header};

/// An answer.
#[derive(Debug, Clone)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    pub path: String,
}

/// A form on a page.
#[derive(Debug, Clone)]
pub struct HtmlForm {
    pub action: String,
    pub is_post: bool,
    /// What would be sent if nobody typed anything.
    fields: Vec<(String, String)>,
    /// Every name there is a control for.
    names: Vec<String>,
    /// What each box and radio button would send if it were ticked.
    choices: Vec<(String, String)>,
    /// Words of each button, and what it sends.
    pub buttons: Vec<(String, Option<(String, String)>)>,
}

impl Page {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The text without the random keys of its forms.
    pub fn without_keys(&self) -> String {
        let text = self.text();
        let mut parts = text.split("name=\"key\" value=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once('"').map_or(part, |(_, rest)| rest))
    }

    /// A header's value, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where a redirect leads.
    pub fn leads_to(&self) -> Option<&str> {
        self.status.is_redirection().then(|| self.header(header::LOCATION.as_str()))
    }

    /// True when these words are on the page.
    pub fn says(&self, words: &str) -> bool {
        plain(&self.text()).contains(words)
    }

    /// What stands between two texts in the markup.
    pub fn between(&self, before: &str, after: &str) -> String {
        let text = self.text();
        let rest = text.split_once(before).unwrap_or_else(|| panic!("{} has no {before:?}: {text}", self.path)).1;
        unescaped(rest.split_once(after).unwrap().0)
    }

    /// Where the first link of these words leads.
    pub fn link(&self, words: &str) -> String {
        let text = self.text();
        let links: Vec<(String, String)> = text
            .split("<a ")
            .skip(1)
            .filter_map(|rest| rest.split_once('>'))
            .filter_map(|(tag, rest)| Some((attribute(&format!(" {tag}"), "href")?, plain(rest.split("</a>").next()?))))
            .collect();
        let found = links.iter().find(|(_, said)| said == words).map(|(address, _)| address.clone());
        found.unwrap_or_else(|| panic!("{} ({}) has no link {words:?}, only {links:?}", self.path, self.status))
    }

    /// What a list of choices sends for the choice whose words hold these; nothing where there is none.
    pub fn choice(&self, name: &str, words: &str) -> Option<String> {
        let text = self.text();
        let list = text.split("<select ").find(|list| attribute(&format!(" {list}"), "name").as_deref() == Some(name))?;
        let options = list.split("</select>").next()?.split("<option").skip(1);
        options
            .filter_map(|option| option.split_once('>'))
            .find(|(_, said)| plain(said).contains(words))
            .and_then(|(tag, _)| attribute(tag, "value"))
    }

    /// The title.
    pub fn title(&self) -> String {
        self.between("<title>", "</title>")
    }

    /// The link that the accounts page shows once.
    pub fn form_link(&self) -> String {
        self.between("id=\"link\" readonly value=\"", "\"")
    }

    /// The form with a button of these words.
    pub fn form_with(&self, button: &str) -> HtmlForm {
        let forms = self.forms();
        let seen: Vec<String> = forms.iter().flat_map(|form| form.buttons.iter().map(|(words, _)| words.clone())).collect();
        forms
            .into_iter()
            .find(|form| form.buttons.iter().any(|(words, _)| words == button))
            .unwrap_or_else(|| panic!("{} ({}) has no button {button:?}, only {seen:?}", self.path, self.status))
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<HtmlForm> {
        let text = self.text();
        let mut forms = Vec::new();
        let mut rest = text.as_str();
        while let Some((_, from)) = rest.split_once("<form") {
            let (inside, after) = from.split_once("</form>").unwrap();
            forms.push(self.form(inside));
            rest = after;
        }
        forms
    }

    fn form(&self, inside: &str) -> HtmlForm {
        let (head, body) = inside.split_once('>').unwrap();
        let own = self.path.split('?').next().unwrap().to_owned();
        let mut form = HtmlForm {
            action: attribute(head, "action").unwrap_or(own),
            is_post: attribute(head, "method").is_some_and(|method| method == "post"),
            fields: Vec::new(),
            names: Vec::new(),
            choices: Vec::new(),
            buttons: Vec::new(),
        };
        let mut select = None;
        let mut rest = body;
        while let Some((_, from)) = rest.split_once('<') {
            let (tag, after) = from.split_once('>').unwrap();
            rest = after;
            let name = attribute(tag, "name");
            let value = attribute(tag, "value");
            match tag.split_whitespace().next().unwrap_or_default() {
                "input" => {
                    let Some(name) = name else { continue };
                    if has(tag, "disabled") {
                        continue;
                    }
                    let kind = attribute(tag, "type").unwrap_or_default();
                    let is_sent = !matches!(kind.as_str(), "radio" | "checkbox") || has(tag, "checked");
                    form.names.push(name.clone());
                    if matches!(kind.as_str(), "radio" | "checkbox") {
                        form.choices.push((name.clone(), value.clone().unwrap_or_default()));
                    }
                    if is_sent && kind != "file" {
                        form.fields.push((name, value.unwrap_or_else(|| if kind == "checkbox" { "on".into() } else { String::new() })));
                    }
                }
                "textarea" => {
                    let (typed, after) = rest.split_once("</textarea>").unwrap();
                    rest = after;
                    let name = name.unwrap();
                    form.names.push(name.clone());
                    form.fields.push((name, unescaped(typed.strip_prefix('\n').unwrap_or(typed))));
                }
                "select" => {
                    let name = name.unwrap();
                    form.names.push(name.clone());
                    select = Some((name, None::<String>));
                }
                "option" => {
                    if let Some((_, chosen)) = &mut select
                        && (chosen.is_none() || has(tag, "selected"))
                    {
                        *chosen = value;
                    }
                }
                "/select" => {
                    if let Some((name, chosen)) = select.take() {
                        form.fields.push((name, chosen.unwrap_or_default()));
                    }
                }
                "button" => {
                    let (words, after) = rest.split_once("</button>").unwrap();
                    rest = after;
                    let words = attribute(tag, "aria-label").unwrap_or_else(|| plain(words));
                    form.buttons.push((words, name.map(|name| (name, value.unwrap_or_default()))));
                }
                _ => {}
            }
        }
        form
    }
}

impl HtmlForm {
    /// What is sent when these things are typed and the button is pressed. Every name typed must be on the form.
    pub fn filled(&self, button: &str, typed: &[(&str, &str)]) -> Vec<(String, String)> {
        for (name, _) in typed {
            assert!(
                self.names.iter().any(|known| known == name),
                "the form to {} has no field {name:?}, only {:?}",
                self.action,
                self.names
            );
        }
        let untouched = self.fields.iter().filter(|(name, _)| !typed.iter().any(|(other, _)| other == name)).cloned();
        let typed = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let pressed = self.buttons.iter().find(|(words, _)| words == button).and_then(|(_, sent)| sent.clone());
        untouched.chain(typed).chain(pressed).collect()
    }

    /// What the boxes and radio buttons of a name would send.
    pub fn values(&self, name: &str) -> Vec<String> {
        self.choices.iter().filter(|(known, _)| known == name).map(|(_, value)| value.clone()).collect()
    }

    /// What a field would send if nobody typed anything.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// An attribute's value.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split_once('"')?.0))
}

fn has(tag: &str, name: &str) -> bool {
    tag.split_whitespace().any(|word| word == name || word.starts_with(&format!("{name}=")))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Words without markup, white space made single.
pub fn plain(markup: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in markup.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(c),
            _ => {}
        }
    }
    unescaped(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}
