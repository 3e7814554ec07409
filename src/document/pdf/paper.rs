//! Paper: what stands where on which page, and the tree that a screen reader walks. Everything is placed first and drawn afterwards, so
//! that a page can say how many there are.

use super::text::{Fonts, Set, fill};
use crate::chart::Ink;
use krilla::Document as File;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Rect};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Paint, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TagGroup, TagKind};
use std::ops::Range;
use std::rc::Rc;

/// US Letter.
pub(super) const WIDTH: f32 = 612.0;
const HEIGHT: f32 = 792.0;
/// Around the text.
pub(super) const EDGE: f32 = 54.0;
/// Width of the text.
pub(super) const ROOM: f32 = WIDTH - 2.0 * EDGE;
const TOP: f32 = 48.0;
/// Where the text ends and the foot begins.
const BOTTOM: f32 = HEIGHT - 62.0;

/// One thing to draw.
pub(super) enum Op {
    /// Lines of a text, with the first's top here.
    Text(Rc<Set>, Range<usize>, f32, f32),
    /// A filled field.
    Field(f32, f32, f32, f32, [u8; 3]),
    /// A stroke.
    Line((f32, f32), (f32, f32), Ink, f32),
    /// A dot, filled or open.
    Dot(f32, f32, f32, bool),
    /// A filled triangle.
    Triangle([(f32, f32); 3], Ink),
    /// A line over several places, and whether it is dashed.
    Path(Vec<(f32, f32)>, Ink, f32, bool),
    /// A filled field of rings; what an odd number of them holds.
    Area(Vec<Vec<(f32, f32)>>, Ink),
}

/// What is drawn together, and whether a reader hears of it.
pub(super) struct Piece {
    ops: Vec<Op>,
    is_read: bool,
}

/// A branch of the tree that a screen reader walks.
pub(super) enum Branch {
    /// A group and what stands in it.
    Group(TagKind, Vec<Branch>),
    /// A piece: its page and its place there.
    Leaf(usize, usize),
}

/// Pages being filled from the top.
pub(super) struct Paper {
    pages: Vec<Vec<Piece>>,
    pub(super) y: f32,
}

impl Paper {
    pub(super) fn new() -> Self {
        Self { pages: vec![Vec::new()], y: TOP }
    }

    /// The page being filled.
    pub(super) fn page(&self) -> usize {
        self.pages.len() - 1
    }

    /// How much room is left on it.
    pub(super) fn left(&self) -> f32 {
        BOTTOM - self.y
    }

    pub(super) fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    /// Turns the page unless so much room is left, or the page is new.
    pub(super) fn need(&mut self, height: f32) {
        if self.left() < height && self.y > TOP {
            self.turn();
        }
    }

    /// Puts a piece that is read.
    pub(super) fn put(&mut self, ops: Vec<Op>) -> Branch {
        let page = self.page();
        let pieces = &mut self.pages[page];
        pieces.push(Piece { ops, is_read: true });
        Branch::Leaf(page, pieces.len() - 1)
    }

    /// Puts what is there for the eye alone.
    pub(super) fn adorn(&mut self, ops: Vec<Op>) {
        let page = self.page();
        self.pages[page].push(Piece { ops, is_read: false });
    }

    /// Puts a text, over several pages where it must be.
    pub(super) fn flow(&mut self, set: &Rc<Set>, x: f32) -> Vec<Branch> {
        let (mut branches, mut from) = (Vec::new(), 0);
        while from < set.lines() {
            let fitting = (from..set.lines()).take_while(|line| set.height(from..line + 1) <= self.left()).count();
            if fitting == 0 && self.y > TOP {
                self.turn();
                continue;
            }
            let to = from + fitting.max(1);
            branches.push(self.put(vec![Op::Text(Rc::clone(set), from..to, x, self.y)]));
            self.y += set.height(from..to);
            from = to;
        }
        branches
    }

    /// Draws every page, with its foot; gives back what each piece is called in the file.
    pub(super) fn draw(&self, file: &mut File, foot: &dyn Fn(usize) -> Vec<Op>) -> Option<Vec<Vec<Identifier>>> {
        let mut fonts = Fonts::default();
        let mut names = Vec::new();
        for (number, pieces) in self.pages.iter().enumerate() {
            let mut page = file.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT)?);
            let mut surface = page.surface();
            let mut own = Vec::new();
            for piece in pieces {
                let tag = if piece.is_read {
                    ContentTag::Span(SpanTag::empty())
                } else {
                    ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
                };
                own.push(surface.start_tagged(tag));
                for op in &piece.ops {
                    op.draw(&mut surface, &mut fonts);
                }
                surface.end_tagged();
            }
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
            for op in foot(number) {
                op.draw(&mut surface, &mut fonts);
            }
            surface.end_tagged();
            surface.finish();
            page.finish();
            names.push(own);
        }
        Some(names)
    }
}

/// Where the foot of a page stands.
pub(super) const FOOT: f32 = HEIGHT - 46.0;

impl Branch {
    /// The branch as the file holds it.
    pub(super) fn node(self, names: &[Vec<Identifier>]) -> Option<Node> {
        match self {
            Self::Leaf(page, piece) => names.get(page)?.get(piece).map(|name| Node::from(*name)),
            Self::Group(tag, branches) => {
                let children = branches.into_iter().filter_map(|branch| branch.node(names)).collect();
                Some(Node::from(TagGroup::with_children(tag, children)))
            }
        }
    }
}

impl Op {
    fn draw(&self, surface: &mut Surface<'_>, fonts: &mut Fonts) {
        match self {
            Self::Text(set, lines, x, y) => {
                surface.set_stroke(None);
                set.draw(surface, fonts, (*x, *y), lines.clone());
            }
            Self::Field(x, y, width, height, color) => {
                let mut path = PathBuilder::new();
                let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) else { return };
                path.push_rect(rect);
                filled(surface, path, *color);
            }
            Self::Line(from, to, ink, width) => {
                let mut path = PathBuilder::new();
                path.move_to(from.0, from.1);
                path.line_to(to.0, to.1);
                stroked(surface, path, *ink, *width, None);
            }
            Self::Path(places, ink, width, is_dashed) => {
                let mut path = PathBuilder::new();
                trace(&mut path, places);
                let Some(path) = path.finish() else { return };
                surface.set_fill(None);
                let dash = is_dashed.then(|| StrokeDash { array: vec![4.0, 3.0], offset: 0.0 });
                surface.set_stroke(Some(Stroke { paint: paint(*ink), width: *width, dash, ..Stroke::default() }));
                surface.draw_path(&path);
                surface.set_stroke(None);
            }
            Self::Area(rings, ink) => {
                let mut path = PathBuilder::new();
                for ring in rings {
                    trace(&mut path, ring);
                    path.close();
                }
                let Some(path) = path.finish() else { return };
                surface.set_stroke(None);
                surface.set_fill(Some(Fill { rule: FillRule::EvenOdd, ..fill(ink.rgb()) }));
                surface.draw_path(&path);
            }
            Self::Dot(x, y, radius, is_filled) => {
                let inside = if *is_filled { Ink::Number.rgb() } else { [255; 3] };
                stroked(surface, circle(*x, *y, *radius), Ink::Number, 1.8, Some(inside));
            }
            Self::Triangle([first, second, third], ink) => {
                let mut path = PathBuilder::new();
                path.move_to(first.0, first.1);
                path.line_to(second.0, second.1);
                path.line_to(third.0, third.1);
                path.close();
                filled(surface, path, ink.rgb());
            }
        }
    }
}

fn filled(surface: &mut Surface<'_>, path: PathBuilder, color: [u8; 3]) {
    let Some(path) = path.finish() else { return };
    surface.set_stroke(None);
    surface.set_fill(Some(fill(color)));
    surface.draw_path(&path);
}

fn stroked(surface: &mut Surface<'_>, path: PathBuilder, ink: Ink, width: f32, inside: Option<[u8; 3]>) {
    let Some(path) = path.finish() else { return };
    surface.set_fill(inside.map(fill));
    surface.set_stroke(Some(Stroke { paint: paint(ink), width, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn paint(ink: Ink) -> Paint {
    let [red, green, blue] = ink.rgb();
    rgb::Color::new(red, green, blue).into()
}

fn trace(path: &mut PathBuilder, places: &[(f32, f32)]) {
    for (at, (x, y)) in places.iter().enumerate() {
        if at == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
}

/// Four arcs that no eye tells from a circle.
fn circle(x: f32, y: f32, radius: f32) -> PathBuilder {
    let (r, c) = (radius, radius * 0.552_284_8);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + c, x + c, y + r, x, y + r);
    path.cubic_to(x - c, y + r, x - r, y + c, x - r, y);
    path.cubic_to(x - r, y - c, x - c, y - r, x, y - r);
    path.cubic_to(x + c, y - r, x + r, y - c, x + r, y);
    path.close();
    path
}
