//! Who answered each question, and how: everywhere, then program by program.

use super::words::{CLIENTS, counted, hidden, real, whole};
use crate::document::{Block, Cell, Kind, Look, Row, Table};
use crate::equity::catalogue::{Place, Reply};
use crate::equity::telling::Telling;
use crate::equity::telling::responses::Response;
use crate::reports::document::column;
use crate::reports::told;
use crate::values::Vocabulary;

/// What is counted, beside the clients and their answers.
const REPLIES: [(&str, &str, Reply); 5] = [
    ("read_out", "Of these, told to staff", Reply::ReadOut),
    ("prefer_not", "Declined", Reply::Declined),
    ("passed_over", "Skipped", Reply::Skipped),
    ("not_asked", "Not asked", Reply::NotAsked),
    ("no_answer_yet", "No answer yet", Reply::Unknown),
];

/// The tables: questions, then questions by program.
pub(super) fn answers(told: &told::Told, telling: &Telling) -> Vec<Block> {
    let (everywhere, by_program): (Vec<&Response>, _) = telling.responses.iter().partition(|response| response.place == Place::Everywhere);
    if everywhere.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading("Who answered".to_owned()),
        Block::Table(table("answers", "Who answered", Look::Grid, rows(told, &everywhere))),
        Block::Aside(
            "A client has an answer where owners of half of it or more have one. It was told to staff where staff wrote down the answer of \
             some owner. No answer yet: asked, or its owners are silent for different reasons. Whoever has no answer is in no share of those \
             who answered."
                .to_owned(),
        ),
    ];
    if !by_program.is_empty() {
        blocks.push(Block::Table(table("answers_by_program", "Who answered, by program", Look::Folded, rows(told, &by_program))));
    }
    blocks
}

fn table(key: &str, title: &str, look: Look, rows: Vec<Row>) -> Table {
    let columns = [("clients", "Clients"), ("with_answer", "Answered"), ("share", "Of all")];
    let columns = columns.into_iter().chain(REPLIES.map(|(key, heading, _)| (key, heading)));
    Table {
        key: key.to_owned(),
        scheme: String::new(),
        title: title.to_owned(),
        rows_are: "Question".to_owned(),
        look,
        columns: columns.map(|(key, heading)| column(key, heading, true)).collect(),
        rows,
    }
}

fn rows(told: &told::Told, responses: &[&Response]) -> Vec<Row> {
    responses.iter().map(|response| row(told, response)).collect()
}

fn row(told: &told::Told, response: &Response) -> Row {
    let words = hidden(told);
    let or_hidden = |cell: Cell| if cell == Cell::Empty { Cell::Hidden(words.clone()) } else { cell };
    let number = |number: Option<u32>| or_hidden(whole(Kind::Count(CLIENTS), number.map(i128::from)));
    // A share of nobody is no number, and nothing is hidden there.
    let share = if response.pool == Some(0) { Cell::Empty } else { or_hidden(real(Kind::Share, response.rate())) };
    let replies = REPLIES.map(|(_, _, reply)| counted(response.told(reply), &words));
    let question = response.question;
    let (key, name) = match response.place {
        Place::Program(program) => {
            let at = told.account.programs.get(usize::from(program)).map_or("", String::as_str);
            (format!("{}-{program}", question.code()), format!("{}: {at}", question.label()))
        }
        _ => (question.code().to_owned(), question.label().to_owned()),
    };
    let cells = [number(response.pool), number(response.answered), share].into_iter().chain(replies);
    Row { key, name, more: None, under: None, cells: cells.collect() }
}
