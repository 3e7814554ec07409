//! Elements in the order they are given. One without content is never written, for the SBA's schemas refuse it.

use crate::error::{Error, Result};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element: a text, or elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    name: &'static str,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Text(String),
    Elements(Vec<Element>),
}

/// An element with a text, where there is one.
pub(super) fn text(name: &'static str, value: impl Into<Option<String>>) -> Element {
    Element { name, content: Content::Text(value.into().unwrap_or_default()) }
}

/// An element of elements.
pub(super) fn of(name: &'static str, elements: Vec<Element>) -> Element {
    Element { name, content: Content::Elements(elements) }
}

/// A list of codes, with words beside them.
pub(super) fn codes(name: &'static str, codes: impl IntoIterator<Item = String>, other: Option<String>) -> Element {
    let codes = codes.into_iter().map(|code| text("Code", code));
    of(name, codes.chain([text("Other", other)]).collect())
}

/// A list of codes where words stand only beside the code for something else: it is added where they would stand alone.
pub(super) fn codes_or_other(name: &'static str, listed: impl IntoIterator<Item = String>, other: Option<String>) -> Element {
    let mut listed: Vec<String> = listed.into_iter().collect();
    if other.is_some() && !listed.iter().any(|code| code == OTHER) {
        listed.push(OTHER.to_owned());
    }
    codes(name, listed, other)
}

/// How every official list spells something that is not on it.
const OTHER: &str = "Other";

impl Element {
    fn is_empty(&self) -> bool {
        match &self.content {
            Content::Text(text) => text.trim().is_empty(),
            Content::Elements(elements) => elements.iter().all(Self::is_empty),
        }
    }

    /// True for an element of this name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// Every text in it with the path that leads to it, in order.
    pub(super) fn texts(&self, above: &str, found: &mut Vec<(String, String)>) {
        let path = if above.is_empty() { self.name.to_owned() } else { format!("{above}/{}", self.name) };
        match &self.content {
            Content::Text(text) if !text.trim().is_empty() => found.push((path, text.clone())),
            Content::Text(_) => {}
            Content::Elements(elements) => elements.iter().for_each(|element| element.texts(&path, found)),
        }
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        if self.is_empty() {
            return Ok(());
        }
        writer.write_event(Event::Start(BytesStart::new(self.name)))?;
        match &self.content {
            Content::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            Content::Elements(elements) => elements.iter().try_for_each(|element| element.write(writer))?,
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// A file as it is being written: a root, and records in it.
pub struct Document {
    root: &'static str,
    writer: Writer<Vec<u8>>,
    records: usize,
}

impl Document {
    /// A file of form 641.
    pub fn counseling() -> Result<Self> {
        Self::begin("CounselingInformation")
    }

    /// A file of form 888.
    pub fn training() -> Result<Self> {
        Self::begin("ManagementTrainingReport")
    }

    fn begin(root: &'static str) -> Result<Self> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).map_err(broken)?;
        writer.write_event(Event::Start(BytesStart::new(root))).map_err(broken)?;
        Ok(Self { root, writer, records: 0 })
    }

    pub(super) fn add(&mut self, record: &Element) -> Result<()> {
        self.records += 1;
        record.write(&mut self.writer).map_err(broken)
    }

    /// How many records are in it.
    pub fn records(&self) -> usize {
        self.records
    }

    /// The file. A file without a record would be refused, so there is none.
    pub fn finish(mut self) -> Result<Option<String>> {
        if self.records == 0 {
            return Ok(None);
        }
        self.writer.write_event(Event::End(BytesEnd::new(self.root))).map_err(broken)?;
        let mut written = String::from_utf8(self.writer.into_inner()).map_err(|cause| Error::internal(cause.to_string()))?;
        written.push('\n');
        Ok(Some(written))
    }
}

fn broken(cause: std::io::Error) -> Error {
    Error::internal(format!("XML could not be written: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_not_written_and_what_is_written_is_escaped() {
        let mut document = Document::begin("Root").unwrap();
        let record = of(
            "Record",
            vec![
                text("Empty", None),
                text("Blank", " ".to_owned()),
                of("Hollow", vec![text("Inside", String::new())]),
                text("Name", "Smith & Sons <Tools>".to_owned()),
                codes("List", ["One".to_owned(), "Two".to_owned()], None),
            ],
        );
        document.add(&record).unwrap();
        let written = document.finish().unwrap().unwrap();
        insta::assert_snapshot!(written, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <Root>
          <Record>
            <Name>Smith &amp; Sons &lt;Tools&gt;</Name>
            <List>
              <Code>One</Code>
              <Code>Two</Code>
            </List>
          </Record>
        </Root>
        "#);
        assert_eq!(Document::counseling().unwrap().finish().unwrap(), None);
    }
}
