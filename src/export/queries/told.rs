//! Stories that clients agreed to have in a file: the very text they agreed to, with the name they chose and no other way to know them.

use super::{Cell, Table, day, day_of, text};
use crate::i18n::Language;

pub(super) static STORIES: Table = Table {
    columns: &[
        "Title",
        "Told as",
        "The story",
        "Written in",
        "Agreed on",
        "Permission until",
        "On a public page",
        "In reports",
        "In the program",
        "SHA-256 of the text",
    ],
    select: "
        SELECT story_consent.title, story_consent.named, story_consent.words, story_consent.language, story_consent.granted_at,
               story_consent.expires_on, story_consent.for_public, story_consent.for_reports, program.name AS program,
               story_consent.text_hash",
    // `:set` holds the permissions that hold today, as a JSON list of row keys.
    from: "
        FROM story_consent
        JOIN story ON story.id = story_consent.story_id
        JOIN program ON program.id = story.program_id
        WHERE story_consent.id IN (SELECT value FROM json_each(:set))
          AND story.program_id IN (SELECT value FROM json_each(:programs))
          AND :from IS NULL
          AND :to IS NULL",
    order: "ORDER BY story_consent.id",
    read: |row, zone| {
        let code: String = row.get("language")?;
        let yes_or_no =
            |column: &str| row.get::<_, bool>(column).map(|is_meant| Cell::Text(if is_meant { "yes" } else { "no" }.to_owned()));
        Ok(vec![
            text(row, "title")?,
            text(row, "named")?,
            text(row, "words")?,
            Cell::Text(Language::find(&code).map_or(code, |language| language.name().to_owned())),
            day_of(row, "granted_at", zone)?,
            day(row, "expires_on")?,
            yes_or_no("for_public")?,
            yes_or_no("for_reports")?,
            text(row, "program")?,
            text(row, "text_hash")?,
        ])
    },
};
