//! A map as a drawing. It never stands alone: a list beneath says the same.

use crate::places::drawing::{Frame, WIDTH, label_points};
use crate::places::shape::{Bounds, Shape};
use crate::values::Point;
use maud::{Markup, html};

/// A shape on a map.
pub struct Drawn<'d> {
    /// The shape.
    pub shape: &'d Shape,
    /// Its class: `zone`, or `zone faint` for what only lies around.
    pub class: &'static str,
    /// Its number in the list; nothing where it has none.
    pub number: Option<usize>,
}

/// A point on a map: where, and its number in the list.
pub struct Spot {
    /// Where.
    pub point: Point,
    /// Its number.
    pub number: String,
}

/// A map of everything that is drawn.
pub fn map(id: &str, title: &str, words: &str, drawn: &[Drawn<'_>], spots: &[Spot]) -> Markup {
    let bounds = drawn.iter().filter_map(|drawn| drawn.shape.bounds()).reduce(Bounds::with);
    html! { @if let Some(bounds) = bounds { (within(id, title, words, bounds, drawn, spots)) } }
}

/// A map of a piece of the earth; what lies beyond it is cut off.
pub fn within(id: &str, title: &str, words: &str, bounds: Bounds, drawn: &[Drawn<'_>], spots: &[Spot]) -> Markup {
    let frame = Frame::around(bounds);
    let near = |drawn: &&Drawn<'_>| drawn.shape.bounds().is_some_and(|other| other.touches(bounds));
    html! {
        figure class="map" {
            svg viewBox={ "0 0 " (WIDTH) " " (frame.height) } role="img" aria-labelledby={ (id) "-t " (id) "-d" } {
                title id={ (id) "-t" } { (title) }
                desc id={ (id) "-d" } { (words) }
                @for one in drawn.iter().filter(near) { path class=(one.class) d=(frame.path(one.shape)) {} }
                @for (number, shape) in drawn.iter().filter_map(|one| one.number.map(|number| (number, one.shape))) {
                    @for point in label_points(shape) {
                        @let (x, y) = frame.place(point);
                        text class="mark" x=(x) y=(y) { (number) }
                    }
                }
                @for spot in spots {
                    @let (x, y) = frame.place(spot.point);
                    circle class="spot" cx=(x) cy=(y) r="150" {}
                    text class="mark on" x=(x) y=(y) { (spot.number) }
                }
            }
        }
    }
}
