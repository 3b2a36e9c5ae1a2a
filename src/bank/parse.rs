//! From a file's text to its fields; a fault names line, column and field.

use serde::de::DeserializeOwned;

use super::question::FORMAT;
use super::{BankError, SourceFile, locate};

/// Parses one file.
pub(super) fn parse<T: DeserializeOwned>(file: &SourceFile) -> Result<T, BankError> {
    let mut deserializer = serde_json::Deserializer::from_str(&file.text);
    serde_path_to_error::deserialize(&mut deserializer)
        .and_then(|value| {
            deserializer.end().map_err(|error| {
                serde_path_to_error::Error::new(serde_path_to_error::Track::new().path(), error)
            })?;
            Ok(value)
        })
        .map_err(|error| {
            let field = error.path().to_string();
            let inner = error.into_inner();
            let at = byte_at(&file.text, inner.line(), inner.column());
            let said = inner.to_string();
            let said = said.split(" at line ").next().unwrap_or(&said).to_owned();
            let message = if field == "." { said } else { format!("{field}: {said}") };
            let end = at + file.text[at..].chars().next().map_or(0, char::len_utf8);
            let error = BankError::at(&file.path, &file.text, at..end, message);
            if inner.is_data() {
                error.help("`viva pack schema` prints what the file may hold")
            } else {
                error
            }
        })
}

/// The byte at a line and column as serde_json counts them (from 1, columns in bytes).
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Refuses a format that this version does not read.
pub(super) fn versioned<T>(file: &SourceFile, format: u32, value: T) -> Result<T, BankError> {
    if format == FORMAT {
        return Ok(value);
    }
    let range = locate(&file.text, "/format");
    Err(BankError::at(&file.path, &file.text, range, format!("format {format} is not known"))
        .help(format!("this version reads format {FORMAT}; a newer one may read more")))
}
