//! A drawing as one SVG file that stands by itself: title and description for those who do not see it, the takeaway as heading, and
//! where the numbers are from. It needs no font, style or script from elsewhere.

use super::{Drawing, Held, Ink, Mark, Words, lines};
use std::fmt::Write;

/// What stands around a drawing.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// What is drawn.
    pub title: &'a str,
    /// Every row in words.
    pub description: &'a str,
    /// What the chart shows, in one sentence.
    pub takeaway: &'a str,
    /// Lines under it: how to read it, and where the numbers are from.
    pub notes: &'a [String],
}

const EDGE: f64 = 18.0;

/// The file.
pub fn standalone(drawing: &Drawing, around: Around<'_>) -> String {
    let mut body = String::new();
    let mut y = EDGE + 10.0;
    let mut say = |text: &str, size: f64, is_bold: bool, ink: Ink, y: &mut f64| {
        for line in lines(text, size, drawing.width) {
            words(&mut body, &Words { at: (EDGE, *y), held: Held::Start, text: line, size, is_bold, ink }, (0.0, 0.0));
            *y += size * 1.35;
        }
    };
    say(around.takeaway, 13.0, true, Ink::Text, &mut y);
    say(around.title, 9.0, false, Ink::Dim, &mut y);
    let top = y;
    let mut below = top + drawing.height + 16.0;
    for note in around.notes {
        say(note, 7.6, false, Ink::Dim, &mut below);
    }
    for mark in &drawing.marks {
        draw(&mut body, mark, (EDGE, top));
    }
    let (width, height) = (drawing.width + 2.0 * EDGE, below + EDGE - 8.0);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"t d\" \
         font-family=\"Public Sans, system-ui, Segoe UI, Roboto, Noto Sans, sans-serif\"><title id=\"t\">{}</title><desc id=\"d\">{}</desc>\
         <rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>{body}</svg>\n",
        short(width),
        short(height),
        escaped(around.title),
        escaped(around.description),
        short(width),
        short(height),
    )
}

fn draw(body: &mut String, mark: &Mark, (dx, dy): (f64, f64)) {
    // Writing into a text cannot fail.
    let _ = match mark {
        Mark::Field(x, y, width, height, ink) => write!(
            body,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            short(x + dx),
            short(y + dy),
            short(*width),
            short(*height),
            hex(*ink)
        ),
        Mark::Stroke(from, to, ink, width) => write!(
            body,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
            short(from.0 + dx),
            short(from.1 + dy),
            short(to.0 + dx),
            short(to.1 + dy),
            hex(*ink),
            short(*width)
        ),
        Mark::Dot(x, y, radius, is_filled) => write!(
            body,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.8\"/>",
            short(x + dx),
            short(y + dy),
            short(*radius),
            if *is_filled { hex(Ink::Number) } else { "#ffffff".to_owned() },
            hex(Ink::Number)
        ),
        Mark::Arrow(x, y, is_right) => {
            let back = if *is_right { -6.0 } else { 6.0 };
            let (x, y) = (x + dx, y + dy);
            write!(
                body,
                "<path d=\"M{} {}L{} {}L{} {}Z\" fill=\"{}\"/>",
                short(x),
                short(y),
                short(x + back),
                short(y - 4.0),
                short(x + back),
                short(y + 4.0),
                hex(Ink::Number)
            )
        }
        Mark::Line(places, ink, width, is_dashed) => write!(
            body,
            "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>",
            path(places, (dx, dy)),
            hex(*ink),
            short(*width),
            if *is_dashed { " stroke-dasharray=\"4 3\"" } else { "" }
        ),
        Mark::Area(rings, ink) => write!(
            body,
            "<path d=\"{}\" fill=\"{}\" fill-rule=\"evenodd\"/>",
            rings.iter().map(|ring| path(ring, (dx, dy)) + "Z").collect::<String>(),
            hex(*ink)
        ),
        Mark::Words(said) => {
            words(body, said, (dx, dy));
            Ok(())
        }
    };
}

fn path(places: &[(f64, f64)], (dx, dy): (f64, f64)) -> String {
    let steps =
        places.iter().enumerate().map(|(at, (x, y))| format!("{}{} {}", if at == 0 { "M" } else { "L" }, short(x + dx), short(y + dy)));
    steps.collect()
}

fn words(body: &mut String, words: &Words, (dx, dy): (f64, f64)) {
    let anchor = match words.held {
        Held::Start => "",
        Held::Middle => " text-anchor=\"middle\"",
        Held::End => " text-anchor=\"end\"",
    };
    let weight = if words.is_bold { " font-weight=\"650\"" } else { "" };
    let _ = write!(
        body,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{weight}{anchor}>{}</text>",
        short(words.at.0 + dx),
        short(words.at.1 + dy),
        short(words.size),
        hex(words.ink),
        escaped(&words.text)
    );
}

/// At most two decimals: the same place is the same text.
fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn hex(ink: Ink) -> String {
    let [red, green, blue] = ink.rgb();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Text that stays text, whatever a name holds. Signs that XML has no place for are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::dots;
    use super::super::dots::tests::row;
    use super::*;

    #[test]
    fn the_file_stands_by_itself() {
        let rows =
            [row("Asian", 1.18, Some((0.86, 1.63))), row("Black or African American", 0.58, Some((0.42, 0.8))), row("White", 3.1, None)];
        let around = Around {
            title: "How often each group got a resource",
            description: "Asian: 1.18 times, 95 percent range 0.86 to 1.63.",
            takeaway: "Of every 100 businesses with Black or African American owners, 24 got a resource.",
            notes: &["Riverton & Sons <Makers>, 2025.".to_owned()],
        };
        insta::assert_snapshot!(standalone(&dots(&rows), around).replace("><", ">\n<"));
    }

    #[test]
    fn a_name_cannot_become_markup() {
        assert_eq!(escaped("<script>\"x\" & 'y'\u{1}"), "&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;");
    }
}
