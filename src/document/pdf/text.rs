//! Setting text: breaking it into lines and finding its glyphs, with the two weights of one typeface that travel in the program.

use crate::chart::Ink;
use krilla::color::rgb;
use krilla::geom::Point;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::layout::{Alignment, Layout};
use parley::style::{FontFamily, FontWeight, LineHeight, StyleProperty};
use parley::{FontContext, LayoutContext};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// Public Sans, SIL Open Font License 1.1: `assets/fonts/LICENSE`.
const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/PublicSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/PublicSans-Bold.ttf");
const FAMILY: &str = "Public Sans";
/// What stands for a sign that the typeface has no letter for: without one the file would not be whole for a screen reader.
const LACKING: char = '?';

/// How text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) ink: Ink,
}

/// Text in lines.
pub(super) struct Set {
    text: String,
    layout: Layout<[u8; 3]>,
}

/// Sets text. Remembers whether some sign had no letter.
pub(super) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<[u8; 3]>,
    pub(super) lacked: bool,
}

impl Setter {
    pub(super) fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for font in [REGULAR, BOLD] {
            collection.register_fonts(Blob::new(std::sync::Arc::new(font)), None);
        }
        Self { fonts: FontContext { collection, source_cache: SourceCache::default() }, layouts: LayoutContext::new(), lacked: false }
    }

    /// Sets text of which the first `heavy` bytes are bold.
    pub(super) fn set(&mut self, text: &str, heavy: usize, style: Style, width: f32, is_right: bool) -> Rc<Set> {
        let plain: String = text.chars().map(|sign| if sign.is_whitespace() && sign != '\u{a0}' { ' ' } else { sign }).collect();
        let mut set = self.lay(plain, heavy, style, width, is_right);
        let lacking = set.lacking();
        if !lacking.is_empty() {
            self.lacked = true;
            let is_lacking = |at: usize| lacking.iter().any(|range| range.contains(&at));
            // Why the heavy part is counted anew: the sign that stands in may be shorter than what it stands for.
            let (mut replaced, mut bold) = (String::new(), 0);
            for (at, sign) in set.text.char_indices() {
                replaced.push(if is_lacking(at) { LACKING } else { sign });
                if at < heavy {
                    bold = replaced.len();
                }
            }
            set = self.lay(replaced, bold, style, width, is_right);
        }
        Rc::new(set)
    }

    fn lay(&mut self, text: String, heavy: usize, style: Style, width: f32, is_right: bool) -> Set {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(StyleProperty::Brush(style.ink.rgb()));
        builder.push_default(StyleProperty::FontFamily(FontFamily::named(FAMILY)));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.28)));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::FontWeight(if style.is_bold { FontWeight::BOLD } else { FontWeight::NORMAL }));
        if heavy > 0 {
            builder.push(StyleProperty::FontWeight(FontWeight::BOLD), 0..heavy.min(text.len()));
        }
        let mut layout = builder.build(&text);
        layout.break_all_lines(Some(width));
        layout.align(if is_right { Alignment::End } else { Alignment::Start }, parley::layout::AlignmentOptions::default());
        Set { text, layout }
    }
}

impl Set {
    /// How many lines.
    pub(super) fn lines(&self) -> usize {
        self.layout.len()
    }

    /// Height of some of its lines.
    pub(super) fn height(&self, lines: Range<usize>) -> f32 {
        lines.filter_map(|line| self.layout.get(line)).map(|line| line.metrics().line_height).sum()
    }

    /// Height of all of them.
    pub(super) fn whole(&self) -> f32 {
        self.height(0..self.lines())
    }

    /// Width of the longest line.
    pub(super) fn width(&self) -> f32 {
        self.layout.width()
    }

    /// Width and height of the last line.
    pub(super) fn last(&self) -> (f32, f32) {
        self.layout.lines().last().map_or((0.0, 0.0), |line| (line.metrics().advance, line.metrics().line_height))
    }

    /// From the top to the baseline of the first line.
    pub(super) fn baseline(&self) -> f32 {
        self.layout.get(0).map_or(0.0, |line| line.metrics().baseline - line.metrics().block_min_coord)
    }

    fn lacking(&self) -> Vec<Range<usize>> {
        let clusters = self.layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()).flat_map(|run| {
            run.visual_clusters()
                .filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0))
                .map(|cluster| cluster.text_range())
                .collect::<Vec<_>>()
        });
        clusters.collect()
    }

    /// Draws some of its lines, the first with its top at `y`.
    pub(super) fn draw(&self, surface: &mut Surface<'_>, fonts: &mut Fonts, (x, y): (f32, f32), lines: Range<usize>) {
        let Some(first) = self.layout.get(lines.start) else { return };
        let above = first.metrics().block_min_coord;
        for line in lines.filter_map(|line| self.layout.get(line)) {
            let metrics = line.metrics();
            let baseline = y + metrics.baseline - above;
            let mut at = x + metrics.offset;
            for run in line.runs() {
                let Some(font) = fonts.of(run.font()) else { continue };
                at = self.draw_run(surface, &font, &run, (at, baseline));
            }
        }
    }

    fn draw_run(&self, surface: &mut Surface<'_>, font: &Font, run: &parley::layout::Run<'_, [u8; 3]>, (x, y): (f32, f32)) -> f32 {
        let (size, mut glyphs, mut at, mut color) = (run.font_size(), Vec::<KrillaGlyph>::new(), x, None);
        for cluster in run.visual_clusters() {
            if cluster.is_ligature_continuation() {
                if let Some(glyph) = glyphs.last_mut() {
                    glyph.text_range.end = cluster.text_range().end;
                }
                continue;
            }
            color = color.or(Some(cluster.style().brush));
            for glyph in cluster.glyphs() {
                let id = GlyphId::new(glyph.id);
                glyphs.push(KrillaGlyph::new(id, glyph.advance / size, glyph.x / size, glyph.y / size, 0.0, cluster.text_range(), None));
                at += glyph.advance;
            }
        }
        if !glyphs.is_empty() {
            surface.set_fill(Some(fill(color.unwrap_or_default())));
            surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font.clone(), &self.text, size, false);
        }
        at
    }
}

pub(super) fn fill([red, green, blue]: [u8; 3]) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

/// The fonts as the file embeds them, each once.
#[derive(Default)]
pub(super) struct Fonts(BTreeMap<u64, Option<Font>>);

impl Fonts {
    fn of(&mut self, font: &parley::FontData) -> Option<Font> {
        let index = font.index;
        let (data, id) = font.data.clone().into_raw_parts();
        self.0.entry(id).or_insert_with(|| Font::new(data.into(), index)).clone()
    }
}
