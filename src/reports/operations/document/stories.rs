//! Stories whose clients agree to stand in reports, on a page that is drawn anew each time. Never in a release: what is frozen keeps what
//! somebody took back.

use super::section;
use crate::document::{Block, Section};
use crate::stories::Told;

/// The stories as they were agreed to, each with whether it has a public page; none where there are none.
pub(in crate::reports::operations) fn stories(told: &[(Told, bool)]) -> Option<Section> {
    if told.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    for (story, is_public) in told {
        blocks.push(Block::Heading(story.shown.title.clone()));
        blocks.push(Block::Paragraph(format!("{}. ", story.shown.named), story.shown.paragraphs().collect::<Vec<_>>().join(" ")));
        let place = if *is_public { format!(" Its public page: /story/{}.", story.id) } else { String::new() };
        blocks.push(Block::Aside(format!("Told by {} with permission until {}.{place}", story.program, story.expires_on.in_words())));
    }
    blocks.push(Block::Aside(
        "Each stands here as its client agreed to it, and only while they do. A page that was printed before cannot be called back."
            .to_owned(),
    ));
    Some(section("stories", "Stories", blocks))
}
