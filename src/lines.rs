//! Lines of untrusted input, none of which is kept beyond a limit.

use std::io::{self, BufRead};

/// One line of the input.
pub(crate) struct Line {
    /// Its bytes without the line break; `None` where it was too long to keep.
    pub(crate) kept: Option<Vec<u8>>,
    /// Bytes read, with the line break.
    pub(crate) length: u64,
}

/// Reads a line, keeping no more than the limit of it.
pub(crate) fn next_line(input: &mut dyn BufRead, limit: usize) -> io::Result<Option<Line>> {
    let mut kept = Some(Vec::new());
    let mut length = 0;
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok((length > 0).then_some(Line { kept, length }));
        }
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let taken = end.unwrap_or(buffer.len());
        kept = kept.filter(|line| line.len() + taken <= limit).map(|mut line| {
            line.extend_from_slice(&buffer[..taken]);
            line
        });
        let used = taken + usize::from(end.is_some());
        length += used as u64;
        input.consume(used);
        if end.is_some() {
            return Ok(Some(Line { kept, length }));
        }
    }
}
