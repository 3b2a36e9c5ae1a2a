//! Handing the draft to the user's own editor.

use std::env;
use std::io::{Read as _, Write as _};

use anyhow::{Context as _, bail};

use crate::cli::shell;

/// More than this is not read back; sixteen times the longest answer, so that a long one can be cut in a second go.
const DRAFT_LIMIT: u64 = 1 << 20;

/// Opens `draft` in `$VISUAL` or `$EDITOR` and returns what was saved.
pub(super) fn edit(draft: &str) -> anyhow::Result<String> {
    let editor = ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(env::var_os)
        .find(|value| !value.is_empty())
        .context("no editor: set $VISUAL or $EDITOR, or type on here")?;
    let mut file = tempfile::Builder::new()
        .prefix("viva-answer-")
        .suffix(".md")
        .tempfile()
        .context("no temporary file")?;
    file.write_all(draft.as_bytes()).context("the temporary file cannot be written")?;
    let status = shell::command(&format!("{} \"$1\"", editor.to_string_lossy()), file.path().as_os_str())
        .status()
        .with_context(|| format!("{} does not start", editor.display()))?;
    if !status.success() {
        bail!("{} ended with {status}; the draft is as it was", editor.display());
    }
    // Editors that write a new file in place of the old one leave our handle on the old.
    let mut text = String::new();
    std::fs::File::open(file.path())
        .and_then(|saved| saved.take(DRAFT_LIMIT).read_to_string(&mut text))
        .context("what the editor saved cannot be read; the draft is as it was")?;
    Ok(text.trim_end().to_owned())
}
