//! The document on paper: US Letter, tagged so that a screen reader walks it as an eye does, and checked against PDF/UA-1 as it is
//! written. A file that fails the check is an error, never a lesser file.

mod paper;
mod tables;
mod text;

use super::{BAND_IS, Block, Chart, Document, Finding, Label, Plot, READING, Section, Table, Tone};
use crate::chart::{Drawing, Held, Ink, Mark};
use crate::error::{Error, Result};
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{ListNumbering, Tag, TagTree};
use paper::{Branch, EDGE, FOOT, Op, Paper, ROOM};
use std::num::NonZeroU16;
use std::rc::Rc;
use text::{Set, Setter, Style};

const TITLE: Style = Style { size: 20.0, is_bold: true, ink: Ink::Text };
const SECTION: Style = Style { size: 13.0, is_bold: true, ink: Ink::Text };
const HEADING: Style = Style { size: 10.5, is_bold: true, ink: Ink::Text };
const BODY: Style = Style { size: 9.4, is_bold: false, ink: Ink::Text };
const DIM: Style = Style { size: 8.6, is_bold: false, ink: Ink::Dim };
const SMALL: Style = Style { size: 7.6, is_bold: false, ink: Ink::Dim };

/// How far a finding stands in, behind its number.
const FINDING: f32 = 20.0;

/// Bytes of the file.
pub fn pdf(document: &Document) -> Result<Vec<u8>> {
    let mut pages = Pages { paper: Paper::new(), setter: Setter::new(), tree: Vec::new(), outline: Outline::new() };
    pages.opening(document);
    for section in &document.sections {
        pages.section(section);
    }
    pages.closing();
    pages.written(document)
}

/// A document being put on paper.
struct Pages {
    paper: Paper,
    setter: Setter,
    tree: Vec<Branch>,
    outline: Outline,
}

impl Pages {
    fn opening(&mut self, document: &Document) {
        self.heading(1, &document.title, TITLE, 60.0);
        self.paragraph("", &document.about, DIM, 0.0);
        for notice in &document.notices {
            self.paragraph("", notice, BODY, 0.0);
        }
    }

    fn section(&mut self, section: &Section) {
        if section.begins_page {
            self.paper.turn();
        }
        self.paper.y += 8.0;
        self.paper.need(90.0);
        let at = (self.paper.page(), self.paper.y);
        self.paper.adorn(vec![Op::Line((EDGE, at.1), (EDGE + ROOM, at.1), Ink::Rule, 0.7)]);
        self.paper.y += 7.0;
        self.heading(2, &section.heading, SECTION, 70.0);
        let mut node = OutlineNode::new(section.heading.clone(), XyzDestination::new(at.0, Point::from_xy(EDGE, at.1)));
        for (place, block) in section.blocks.iter().enumerate() {
            if let Block::Heading(words) = block {
                let next = match section.blocks.get(place + 1) {
                    Some(Block::Plot(plot)) => real(drawing(plot).height) + 60.0,
                    Some(Block::Chart(chart)) => real(chart.drawing().height) + 60.0,
                    _ => 80.0,
                };
                self.paper.y += 6.0;
                self.paper.need(next);
                node.push_child(OutlineNode::new(
                    words.clone(),
                    XyzDestination::new(self.paper.page(), Point::from_xy(EDGE, self.paper.y)),
                ));
                self.heading(3, words, HEADING, next);
            } else {
                self.block(block);
            }
        }
        self.outline.push_child(node);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(_) => {}
            Block::Paragraph(lead, rest) => self.paragraph(lead, rest, BODY, 0.0),
            Block::Aside(words) => self.paragraph("", words, DIM, 0.0),
            Block::Hidden(name, why) => {
                let lead = if name.is_empty() { String::new() } else { format!("{name}. ") };
                self.paragraph(&lead, why, DIM, 0.0);
            }
            Block::Findings(findings) => self.findings(findings),
            Block::Facts(facts) => facts.iter().for_each(|(name, words)| self.paragraph(&format!("{name}. "), words, BODY, 0.0)),
            Block::Table(table) if table.look == super::Look::Files || table.rows.is_empty() => {}
            Block::Table(table) => {
                let branch = tables::table(&mut self.paper, &mut self.setter, table);
                self.tree.push(branch);
                self.paper.y += 6.0;
            }
            Block::Plot(plot) => self.plot(plot),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    fn heading(&mut self, level: u16, words: &str, style: Style, keep: f32) {
        self.paper.need(keep);
        let set = self.setter.set(words, 0, style, ROOM, false);
        let leaves = self.paper.flow(&set, EDGE);
        self.paper.y += 3.0;
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        self.tree.push(Branch::Group(Tag::Hn(level, Some(words.to_owned())).into(), leaves));
    }

    fn paragraph(&mut self, lead: &str, rest: &str, style: Style, indent: f32) {
        let branch = self.text(lead, rest, style, indent);
        self.tree.extend(branch);
        self.paper.y += 3.5;
    }

    fn text(&mut self, lead: &str, rest: &str, style: Style, indent: f32) -> Option<Branch> {
        self.set(lead, rest, style, indent).0
    }

    /// Puts a paragraph; gives back its lines too.
    fn set(&mut self, lead: &str, rest: &str, style: Style, indent: f32) -> (Option<Branch>, Rc<Set>) {
        let set = self.setter.set(&format!("{lead}{rest}"), lead.len(), style, ROOM - indent, false);
        let leaves = self.paper.flow(&set, EDGE + indent);
        ((!leaves.is_empty()).then(|| Branch::Group(Tag::P.into(), leaves)), set)
    }

    fn findings(&mut self, findings: &[Finding]) {
        let mut items = Vec::new();
        for (number, finding) in (1..).zip(findings) {
            let number: i32 = number;
            self.paper.need(48.0);
            let set = self.setter.set(&number.to_string(), 0, Style { size: 12.0, is_bold: true, ink: Ink::Number }, 18.0, false);
            let label = self.paper.put(vec![Op::Text(Rc::clone(&set), 0..set.lines(), EDGE, self.paper.y - 1.5)]);
            let (sentence, mut last) = self.set("", &finding.sentence, HEADING, FINDING);
            let mut body: Vec<Branch> = sentence.into_iter().collect();
            if let Some(detail) = &finding.detail {
                self.paper.y += 1.0;
                let (branch, set) = self.set("", detail, DIM, FINDING);
                body.extend(branch);
                last = set;
            }
            body.push(self.tag(&finding.tag, &last));
            self.paper.y += 6.0;
            items.push(Branch::Group(
                Tag::LI.into(),
                vec![Branch::Group(Tag::Lbl.into(), vec![label]), Branch::Group(Tag::LBody.into(), body)],
            ));
        }
        self.tree.push(Branch::Group(Tag::L(ListNumbering::Decimal).into(), items));
    }

    /// A label in its field, on the last line of the text before it where there is room. The words carry the meaning.
    fn tag(&mut self, label: &Label, after: &Set) -> Branch {
        let (ink, field) = match label.tone {
            Tone::Stop => (Ink::Text, [0xfb, 0xe4, 0xdd]),
            Tone::Note => (Ink::Text, [0xe0, 0xe9, 0xf6]),
            Tone::Plain => (Ink::Dim, [0xee, 0xeb, 0xe2]),
        };
        let set = self.setter.set(&label.words, 0, Style { size: 7.4, is_bold: true, ink }, ROOM - 40.0, false);
        let (width, height) = (set.width() + 10.0, set.whole() + 3.0);
        let (used, line) = after.last();
        let has_room = FINDING + used + 8.0 + width <= ROOM;
        let (x, y) = if has_room {
            (EDGE + FINDING + used + 8.0, self.paper.y - f32::midpoint(line, height))
        } else {
            self.paper.need(height + 3.0);
            self.paper.y += height + 2.0;
            (EDGE + FINDING, self.paper.y - height)
        };
        self.paper.adorn(vec![Op::Field(x, y, width, height, field)]);
        let leaf = self.paper.put(vec![Op::Text(Rc::clone(&set), 0..set.lines(), x + 5.0, y + 1.5)]);
        Branch::Group(Tag::P.into(), vec![leaf])
    }

    fn plot(&mut self, plot: &Plot) {
        self.paragraph("", &format!("{} {READING}", plot.against), DIM, 0.0);
        self.drawn(&drawing(plot), format!("{}. {}", plot.table.title, plot.in_words()));
        self.paragraph("", &format!("Shaded: {BAND_IS}."), SMALL, 0.0);
        self.beside(&plot.table);
    }

    fn chart(&mut self, chart: &Chart) {
        self.paragraph("", &chart.reading, DIM, 0.0);
        self.drawn(&chart.drawing(), format!("{}. {}", chart.table.title, chart.in_words()));
        self.beside(&chart.table);
    }

    fn drawn(&mut self, drawing: &Drawing, in_words: String) {
        self.paper.need(real(drawing.height) + 16.0);
        let ops = self.marks(drawing);
        let leaf = self.paper.put(ops);
        self.paper.y += real(drawing.height) + 5.0;
        self.tree.push(Branch::Group(Tag::Figure(Some(in_words)).into(), vec![leaf]));
    }

    /// The table of a chart, under it.
    fn beside(&mut self, table: &Table) {
        if table.look == super::Look::Files || table.rows.is_empty() {
            return;
        }
        self.paper.y += 2.0;
        let branch = tables::table(&mut self.paper, &mut self.setter, table);
        self.tree.push(branch);
        self.paper.y += 6.0;
    }

    /// The marks of a chart at the place where the paper stands.
    fn marks(&mut self, drawing: &Drawing) -> Vec<Op> {
        let (dx, dy) = (EDGE, self.paper.y);
        let at = |(x, y): (f64, f64)| (dx + real(x), dy + real(y));
        let setter = &mut self.setter;
        let op = |mark: &Mark| match mark {
            Mark::Field(x, y, width, height, ink) => Op::Field(dx + real(*x), dy + real(*y), real(*width), real(*height), ink.rgb()),
            Mark::Stroke(from, to, ink, width) => Op::Line(at(*from), at(*to), *ink, real(*width)),
            Mark::Dot(x, y, radius, is_filled) => Op::Dot(dx + real(*x), dy + real(*y), real(*radius), *is_filled),
            Mark::Arrow(x, y, is_right) => {
                let back = if *is_right { -6.0 } else { 6.0 };
                Op::Triangle([at((*x, *y)), at((x + back, y - 4.0)), at((x + back, y + 4.0))], Ink::Number)
            }
            Mark::Line(places, ink, width, is_dashed) => Op::Path(places.iter().copied().map(at).collect(), *ink, real(*width), *is_dashed),
            Mark::Area(rings, ink) => Op::Area(rings.iter().map(|ring| ring.iter().copied().map(at).collect()).collect(), *ink),
            Mark::Words(words) => {
                let style = Style { size: real(words.size), is_bold: words.is_bold, ink: words.ink };
                let set = setter.set(&words.text, 0, style, 1000.0, false);
                let shift = match words.held {
                    Held::Start => 0.0,
                    Held::Middle => set.width() / 2.0,
                    Held::End => set.width(),
                };
                let (x, y) = at(words.at);
                Op::Text(Rc::clone(&set), 0..set.lines(), x - shift, y - set.baseline())
            }
        };
        drawing.marks.iter().map(op).collect()
    }

    fn closing(&mut self) {
        if self.setter.lacked {
            let words = "A question mark stands where this file's letters lack a sign of a name. The spreadsheet has every sign.";
            self.paragraph("", words, DIM, 0.0);
        }
    }

    fn written(mut self, document: &Document) -> Result<Vec<u8>> {
        let broken = |cause: &dyn std::fmt::Debug| Error::internal(format!("a PDF could not be written: {cause:?}"));
        let configuration =
            ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().map_err(|cause| broken(&cause))?;
        let mut file = krilla::Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        file.set_metadata(metadata(document));
        let left: Vec<_> = document.footer.iter().map(|line| self.setter.set(line, 0, SMALL, ROOM - 80.0, false)).collect();
        let pages = self.paper.page() + 1;
        let right: Vec<_> = (1..=pages).map(|page| self.setter.set(&format!("Page {page} of {pages}"), 0, SMALL, 80.0, true)).collect();
        let foot = |page: usize| {
            let mut y = FOOT;
            let mut ops = vec![Op::Line((EDGE, FOOT - 6.0), (EDGE + ROOM, FOOT - 6.0), Ink::Rule, 0.7)];
            ops.extend(right.get(page).map(|set| Op::Text(Rc::clone(set), 0..set.lines(), EDGE + ROOM - 80.0, y)));
            for set in &left {
                ops.push(Op::Text(Rc::clone(set), 0..set.lines(), EDGE, y));
                y += set.whole();
            }
            ops
        };
        let names = self.paper.draw(&mut file, &foot).ok_or_else(|| broken(&"the size of a page"))?;
        let mut tree = TagTree::new().with_lang(Some("en".to_owned()));
        for branch in self.tree {
            if let Some(node) = branch.node(&names) {
                tree.push(node);
            }
        }
        file.set_tag_tree(tree);
        file.set_outline(self.outline);
        file.finish().map_err(|cause| broken(&cause))
    }
}

fn metadata(document: &Document) -> Metadata {
    let day = document.day.date();
    let made = DateTime::new(day.year().unsigned_abs()).month(day.month().unsigned_abs()).day(day.day().unsigned_abs());
    Metadata::new()
        .title(document.title.clone())
        .description(document.about.clone())
        .language("en".to_owned())
        .creator(concat!("Fairfloor ", env!("CARGO_PKG_VERSION")).to_owned())
        .creation_date(made)
        .document_id(format!("{} {}", document.title, document.about))
}

fn drawing(plot: &Plot) -> Drawing {
    crate::chart::dots(&plot.dots())
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page, to a hundredth of a point")]
fn real(number: f64) -> f32 {
    number as f32
}
