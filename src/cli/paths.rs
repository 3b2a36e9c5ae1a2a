//! `viva paths`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use super::args::PathsArgs;
use super::config::{Config, KEYS};
use super::failure::Outcome;
use super::screen;
use super::surroundings::Surroundings;
use crate::report::signs::{FAINT, HEADING, styled};
use crate::report::{clean, wrap};

#[derive(Serialize)]
struct Page<'a> {
    format: u32,
    decided_by: &'static str,
    config: Place<'a>,
    data: Place<'a>,
    history: Place<'a>,
    pack: Option<&'a PathBuf>,
    settings: &'a Config,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a Path,
    exists: bool,
}

impl<'a> Place<'a> {
    fn of(path: &'a Path) -> Self {
        Self { path, exists: path.exists() }
    }

    fn line(&self, name: &str) -> String {
        let missing = if self.exists { "" } else { "  (not there yet)" };
        format!("  {name:8} {}{}\n", clean(&self.path.to_string_lossy()), styled(FAINT, missing))
    }
}

/// Prints where files are kept, and what the configuration says.
pub(crate) fn run(args: &PathsArgs, surroundings: &Surroundings) -> Outcome {
    let places = &surroundings.places;
    let page = Page {
        format: 1,
        decided_by: places.decided_by,
        config: Place::of(&places.config),
        data: Place::of(&places.data),
        history: Place::of(&places.history),
        pack: surroundings.pack.as_ref(),
        settings: &surroundings.config,
    };
    if args.json {
        screen::json(&page)?;
    } else {
        anstream::print!("{}", text(&page, surroundings.screen.width));
    }
    Ok(ExitCode::SUCCESS)
}

fn text(page: &Page<'_>, width: usize) -> String {
    let mut out = format!("{}\n", styled(HEADING, &format!("Places (decided by {})", page.decided_by)));
    out.push_str(&page.config.line("config"));
    out.push_str(&page.data.line("data"));
    out.push_str(&page.history.line("history"));
    out.push_str(&format!("\n{}\n", styled(HEADING, "Settings (flags and environment win)")));
    let set = serde_json::to_value(page.settings).unwrap_or_default();
    for (key, meaning) in KEYS {
        let value = match &set[key] {
            serde_json::Value::Null => "not set".to_owned(),
            value => value.to_string(),
        };
        out.push_str(&format!("  {key} = {}\n", clean(&value)));
        out.push_str(&styled(FAINT, wrap(meaning, width, "      ", "      ").trim_end()));
        out.push('\n');
    }
    out
}
