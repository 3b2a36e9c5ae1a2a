//! Two answers to one question, concept by concept.

use serde::Serialize;

use super::clean::clean;
use super::signs::{self, BAD, FAINT, GOOD, HALF, styled};
use super::table::{Column, Row, table};
use super::wrap::wrap;
use crate::bank::{Level, Question};
use crate::grade::Verdict;

/// Which way a concept went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// More was earned.
    Better,
    /// As before.
    Same,
    /// Less was earned.
    Worse,
}

/// One concept in both answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// The concept's id.
    pub id: String,
    /// What the earlier answer earned; none where its rubric did not have the concept.
    pub earlier: Option<Level>,
    /// What the later answer earned.
    pub later: Option<Level>,
    /// Which way it went.
    pub change: Change,
}

/// Every concept of either verdict, in the later one's order.
#[must_use]
pub fn compare(earlier: &Verdict, later: &Verdict) -> Vec<Compared> {
    let gone = earlier.concepts.iter().filter(|concept| later.level(&concept.id).is_none());
    let ids = later.concepts.iter().chain(gone).map(|concept| concept.id.as_str());
    ids.map(|id| {
        let (before, after) = (earlier.level(id), later.level(id));
        Compared { id: id.to_owned(), earlier: before, later: after, change: change(before, after) }
    })
    .collect()
}

fn change(before: Option<Level>, after: Option<Level>) -> Change {
    let credit = |level| match level {
        Level::Explained => 2,
        Level::Named => 1,
        Level::Missed | Level::Contradicted => 0,
    };
    match (before.map(credit), after.map(credit)) {
        (Some(before), Some(after)) if after > before => Change::Better,
        (Some(before), Some(after)) if after < before => Change::Worse,
        _ => Change::Same,
    }
}

/// The comparison as a table, under the names of the two answers; set to `width` columns.
#[must_use]
pub fn comparison(
    question: Option<&Question>,
    (earlier, earlier_name): (&Verdict, &str),
    (later, later_name): (&Verdict, &str),
    width: usize,
) -> String {
    let title = |id: &str| {
        let concepts = question.into_iter().flat_map(|question| &question.rubric.concepts);
        let known = concepts.into_iter().find(|concept| concept.id == id);
        clean(known.map_or(id, |concept| &concept.title)).into_owned()
    };
    let word = |level: Option<Level>| level.map_or("not asked", |level| signs::level(level).1).to_owned();
    let rows: Vec<Row> = compare(earlier, later)
        .into_iter()
        .map(|concept| {
            let (change, style) = match concept.change {
                Change::Better => ("+ better", GOOD),
                Change::Same => ("= same", FAINT),
                Change::Worse => ("- worse", BAD),
            };
            let mut cells = vec![title(&concept.id)];
            if width >= 56 {
                cells.extend([word(concept.earlier), word(concept.later)]);
            }
            cells.push(change.to_owned());
            (cells, style)
        })
        .collect();
    let columns: &[Column] = if width >= 56 {
        &[Column::wrapping("Concept"), Column::text("Before"), Column::text("Now"), Column::text("Change")]
    } else {
        &[Column::wrapping("Concept"), Column::text("Change")]
    };
    let style = match later.score.cmp(&earlier.score) {
        std::cmp::Ordering::Less => BAD,
        std::cmp::Ordering::Equal => HALF,
        std::cmp::Ordering::Greater => GOOD,
    };
    let headline = format!("{earlier_name}: {} of 100. {later_name}: {} of 100.", earlier.score, later.score);
    let headline = wrap(&headline, width, "", "");
    format!("{}\n\n{}", styled(style.bold(), headline.trim_end()), table(columns, &rows, width))
}
