//! `viva history --export` and `--import`

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, IsTerminal as _, Read};
use std::path::Path;
use std::process::ExitCode;

use super::super::failure::{Failure, Outcome, complain};
use super::super::screen;
use super::super::surroundings::Surroundings;
use crate::report::counted;
use crate::store::{AttemptFilter, Store};

/// Writes attempts as JSON Lines. A file is written whole or not at all.
pub(super) fn export(file: &Path, filter: &AttemptFilter, store: Option<&Store>) -> Outcome {
    let Some(store) = store else {
        complain("no answers yet, so nothing was exported");
        return Ok(ExitCode::SUCCESS);
    };
    if file == Path::new("-") {
        store.export(filter, &mut BufWriter::new(io::stdout().lock()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let named = |error: &dyn std::fmt::Display| {
        Failure::unusable(format!("{}: cannot be written: {error}", file.display()))
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(|error| named(&error))?;
    let written = store.export(filter, &mut BufWriter::new(&mut draft))?;
    if let Ok(old) = fs::metadata(file) {
        draft.as_file().set_permissions(old.permissions()).map_err(|error| named(&error))?;
    }
    draft.as_file().sync_all().map_err(|error| named(&error))?;
    draft.persist(file).map_err(|error| named(&error.error))?;
    complain(&format!("{} written to {}", counted(written, "attempt"), file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Reads attempts that were exported; all or nothing.
pub(super) fn import(file: &Path, json: bool, surroundings: &Surroundings) -> Outcome {
    let input: Box<dyn Read> = if file == Path::new("-") {
        if io::stdin().is_terminal() {
            return Err(Failure::unusable(
                "no input: name a file that `viva history --export` wrote, or pipe one in",
            ));
        }
        Box::new(io::stdin().lock())
    } else {
        let opened = File::open(file);
        Box::new(
            opened
                .map_err(|error| Failure::unusable(format!("{}: cannot be read: {error}", file.display())))?,
        )
    };
    let mut store = surroundings.history_for_writing()?;
    let imported = store.import(&mut BufReader::new(input)).map_err(|error| match Failure::from(error) {
        Failure::Unusable(error) => Failure::Unusable(error.context(file.display().to_string())),
        other => other,
    })?;
    if json {
        screen::json(&serde_json::json!({"format": 1, "added": imported.added, "known": imported.known}))?;
    } else {
        anstream::println!("{} added, {} there already.", counted(imported.added, "attempt"), imported.known);
    }
    Ok(ExitCode::SUCCESS)
}
