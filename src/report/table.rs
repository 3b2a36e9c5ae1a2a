//! Tables without boxes: they read well in a pipe, by a screen reader and at any width.

use anstyle::Style;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, presets};

use super::clean::clean;
use super::signs::{HEADING, styled};

/// One column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) title: &'static str,
    /// Numbers stand to the right.
    pub(super) right: bool,
    /// May be broken where the line is too short; others keep their width.
    pub(super) wraps: bool,
}

impl Column {
    pub(super) const fn text(title: &'static str) -> Self {
        Self { title, right: false, wraps: false }
    }

    pub(super) const fn number(title: &'static str) -> Self {
        Self { title, right: true, wraps: false }
    }

    pub(super) const fn wrapping(title: &'static str) -> Self {
        Self { title, right: false, wraps: true }
    }
}

/// Rows of cells; the style is that of a row's last cell.
pub(super) type Row = (Vec<String>, Style);

/// Sets a table to `width` columns.
pub(super) fn table(columns: &[Column], rows: &[Row], width: usize) -> String {
    let mut grid = Grid::new();
    grid.load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX));
    grid.set_header(columns.iter().map(|column| column.title));
    for (cells, _) in rows {
        grid.add_row(cells.iter().map(|cell| clean(cell).into_owned()));
    }
    for (place, column) in columns.iter().enumerate() {
        let Some(set) = grid.column_mut(place) else { continue };
        set.set_padding((0, 2));
        if column.right {
            set.set_cell_alignment(CellAlignment::Right);
        }
        if !column.wraps {
            set.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    let mut styles =
        rows.iter().filter_map(|(cells, style)| Some((clean(cells.last()?).into_owned(), *style)));
    let mut out = String::new();
    let mut next = styles.next();
    for (number, line) in grid.lines().enumerate() {
        let line = line.trim_end();
        if number == 0 {
            out.push_str(&styled(HEADING, line));
        } else if let Some((last, style)) = next.as_ref().filter(|(last, _)| line.ends_with(last.as_str())) {
            out.push_str(&line[..line.len() - last.len()]);
            out.push_str(&styled(*style, last));
            next = styles.next();
        } else {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::signs::GOOD;

    #[test]
    fn wide_characters_keep_columns_aligned() {
        let columns = [Column::text("Name"), Column::number("N"), Column::text("State")];
        let rows = [
            (vec!["借用検査".to_owned(), "7".to_owned(), "good".to_owned()], GOOD),
            (vec!["🦀 crab".to_owned(), "12".to_owned(), "ok\u{1b}[2J".to_owned()], Style::new()),
        ];
        let set = anstream::adapter::strip_str(&table(&columns, &rows, 40)).to_string();
        let ends: Vec<usize> = set
            .lines()
            .map(|line| {
                textwrap::core::display_width(line) - line.rsplit("  ").next().unwrap_or_default().len()
            })
            .collect();
        assert!(ends.iter().all(|end| *end == ends[0]), "{set}");
        assert!(set.contains("ok[2J"), "{set}");
    }
}
