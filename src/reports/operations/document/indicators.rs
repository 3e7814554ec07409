//! What the community chose to look at: the figure of the last period, the one before, the target, the baseline with its source, and who
//! decided.

use super::{Scope, columns, section, table};
use crate::document::{Block, Cell, Kind, Number, Row, Section, Value};
use crate::reports::operations::figures::{FigureTold, IndicatorLine};

/// Nothing where no body has chosen anything.
pub(super) fn indicators(lines: &[IndicatorLine], scope: &Scope) -> Option<Section> {
    let first = lines.first()?;
    let has_several = lines.iter().any(|line| line.program != first.program);
    let rows = lines.iter().zip(1..).map(|(line, number): (_, usize)| row(line, number, has_several)).collect();
    let heads = columns(&[
        ("question", "Question"),
        ("period", "Period"),
        ("value", "Figure"),
        ("before", "The period before"),
        ("target", "Target"),
        ("baseline", "Baseline"),
        ("decided", "Who decided"),
    ]);
    let mut blocks = vec![
        Block::Aside(
            "Proposed and ranked by entrepreneurs and staff, chosen by a deciding body. Each figure is of the last of the indicator's own \
             periods that was over; where there was nothing to count against there is none."
                .to_owned(),
        ),
        Block::Table(table("indicators", "", "What the community chose to look at", "Indicator", heads, rows)),
        Block::Aside(
            "These totals are counted from what is written down of services, referrals, resources and outcomes, without a word on who anybody \
             is: they are exact, and the same for every reader."
                .to_owned(),
        ),
    ];
    if !scope.only.is_empty() {
        blocks.push(Block::Aside("An indicator is counted as it was decided: what was chosen above does not narrow it.".to_owned()));
    }
    Some(section("indicators", "Indicators", blocks))
}

fn row(line: &IndicatorLine, number: usize, has_several: bool) -> Row {
    let text = |words: &str| Cell::Text(words.to_owned());
    let target = match &line.target {
        Some((target, by)) => {
            let words = format!("{} by {by}{}", target.words, if line.is_met { ": reached" } else { "" });
            Cell::Number(told(line, target).said(words).flagged(if line.is_met { "reached" } else { "" }).noting(&format!("by {by}")))
        }
        None => Cell::Empty,
    };
    let baseline = match &line.baseline {
        Some((baseline, source, year)) => {
            Cell::Number(told(line, baseline).said(format!("{} in {year}. {source}", baseline.words)).noting(&format!("{source}, {year}")))
        }
        None => Cell::Empty,
    };
    let program = if has_several { format!("{}. ", line.program) } else { String::new() };
    Row {
        more: Some(format!("{program}{}", line.sentence)),
        ..super::row(
            &format!("indicator-{number}"),
            &line.name,
            vec![
                text(&line.question),
                text(&line.period),
                figure(line, line.value.as_ref()),
                figure(line, line.before.as_ref()),
                target,
                baseline,
                text(&line.decided),
            ],
        )
    }
}

/// In what the figures of an indicator are.
fn kind(line: &IndicatorLine) -> Kind {
    Kind::Count(match line.unit.as_str() {
        "dollars" => "dollars",
        "hours" => "hours",
        "square_feet" => "square_feet",
        _ => "number",
    })
}

fn told(line: &IndicatorLine, figure: &FigureTold) -> Number {
    #[expect(clippy::cast_precision_loss, reason = "files hold 53 bits, and no figure is so large in hundredths")]
    let value = figure.hundredths as f64 / 100.0;
    Number::new(kind(line), Some(Value::Real(value))).said(figure.words.clone())
}

fn figure(line: &IndicatorLine, figure: Option<&FigureTold>) -> Cell {
    const NONE: &str = "none: nothing to count against";
    Cell::Number(match figure {
        Some(figure) => told(line, figure),
        None => Number::new(kind(line), None).said(NONE.to_owned()).noting(NONE),
    })
}
