//! The sheet of keys: one page, for print.

use crate::store::{DataFolder, SheetLine};
use crate::values::Day;
use maud::{DOCTYPE, Markup, html};

/// One letter looks like no other in this kind of type, and a group is never broken.
const STYLE: &str = "body{font:12pt/1.4 sans-serif;margin:2cm auto;max-width:19cm;padding:0 5mm;color:#000;background:#fff}h1{font-size:18pt;margin:0 0 2mm}h2{font-size:13pt;margin:6mm 0 2mm}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:1.2mm 3mm 1.2mm 0;border-bottom:1px solid #767676;vertical-align:top}td{font:11.5pt/1.5 monospace}th{font-weight:bold;white-space:nowrap}ol{padding-left:6mm}code{font:11pt monospace;overflow-wrap:anywhere}@page{margin:1.5cm}@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}";

pub(super) fn sheet(organization: &str, folder: &DataFolder, lines: &[SheetLine], today: Day) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Keys of " (organization) }
                style { (STYLE) }
            }
            body {
                main {
                    h1 { "Keys of " (organization) }
                    p { "Printed " (today.in_words()) " for the data in " code { (folder.path().display().to_string()) } ". Whoever has this sheet and a copy of the data can read people's answers. Keep it in a safe, apart from the data. Destroy older sheets." }
                    h2 { "The lines" }
                    table {
                        tbody { @for line in lines { tr { th scope="row" { (line.tag) } td { (line.letters) } } } }
                    }
                    h2 { "How to type it in again" }
                    ol {
                        li { "Open a plain text file on the machine with the data. Type each line: its word, a space, its groups. Capitals, spaces and dashes do not matter. There is no letter o, i, l or u: it is always zero, one, one and v." }
                        li { "Run " code { "fairfloor keys restore FILE --data " (folder.path().display().to_string()) } ". Each line checks itself: a typing error is named with its line." }
                        li { "Delete the text file." }
                    }
                }
            }
        }
    }
}
