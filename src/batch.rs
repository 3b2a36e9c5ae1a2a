//! JSON Lines in, JSON Lines out.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use serde::Serialize;
use serde_json::Value;

use crate::bank::Pack;
use crate::grade::{Grader, GraderError, Verdict};

/// A longer line is skipped unread: 1 MiB.
const LINE_LIMIT: usize = 1 << 20;
/// A longer answer is not graded: 64 KiB.
pub const ANSWER_LIMIT: usize = 64 << 10;
/// Version of the output's format.
const FORMAT: u32 = 1;

/// Why a line has no verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorKind {
    /// The pack has no such question.
    UnknownQuestion,
    /// The line is not a JSON object.
    BadJson,
    /// A field that is needed is missing or of another type.
    MissingField,
    /// The line or the answer is too long.
    TooLong,
    /// The line is not UTF-8.
    NotUtf8,
}

#[derive(Debug, Serialize)]
struct LineError {
    kind: ErrorKind,
    message: String,
}

#[derive(Serialize)]
struct Graded<'a> {
    format: u32,
    id: &'a Value,
    question: &'a str,
    #[serde(flatten)]
    verdict: &'a Verdict,
}

#[derive(Serialize)]
struct Failed {
    format: u32,
    line: u64,
    id: Value,
    error: LineError,
}

/// How a run went.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Lines that held something.
    pub lines: u64,
    /// Lines that were answered with an error.
    pub failed: u64,
}

/// One verdict as a line of the output format, without the line break.
///
/// # Panics
/// Never: a verdict is plain data.
#[must_use]
pub fn line(id: &Value, question: &str, verdict: &Verdict) -> String {
    serde_json::to_string(&Graded { format: FORMAT, id, question, verdict }).expect("a verdict is plain data")
}

/// Grades every line of `input` and writes one line for each to `output`, in order; holds one line at a time.
///
/// `progress` is told the bytes of each line that was read.
///
/// # Errors
/// Where reading or writing fails. Bad lines are no error; they are counted.
pub fn run(
    pack: &Pack,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    progress: &mut dyn FnMut(u64),
) -> io::Result<Summary> {
    let mut graders = Graders { pack, compiled: BTreeMap::new() };
    let mut summary = Summary::default();
    let mut number = 0;
    while let Some(line) = next_line(input)? {
        number += 1;
        progress(line.length);
        if line.kept.as_ref().is_some_and(|bytes| bytes.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        summary.lines += 1;
        let mut id = Value::Null;
        match grade(&mut graders, line.kept, number, &mut id) {
            Ok(graded) => writeln!(output, "{graded}")?,
            Err(error) => {
                summary.failed += 1;
                let failed = Failed { format: FORMAT, line: number, id, error };
                serde_json::to_writer(&mut *output, &failed)?;
                output.write_all(b"\n")?;
            }
        }
    }
    output.flush()?;
    Ok(summary)
}

/// Graders, compiled when a question is first seen.
struct Graders<'a> {
    pack: &'a Pack,
    compiled: BTreeMap<String, Grader>,
}

impl Graders<'_> {
    fn of(&mut self, question: &str) -> Result<&Grader, GraderError> {
        if !self.compiled.contains_key(question) {
            self.compiled.insert(question.to_owned(), self.pack.grader(question)?);
        }
        Ok(&self.compiled[question])
    }
}

fn grade(
    graders: &mut Graders<'_>,
    kept: Option<Vec<u8>>,
    number: u64,
    id: &mut Value,
) -> Result<String, LineError> {
    let fail = |kind, message: String| LineError { kind, message };
    let bytes =
        kept.ok_or_else(|| fail(ErrorKind::TooLong, format!("a line has at most {LINE_LIMIT} bytes")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        fail(
            ErrorKind::NotUtf8,
            format!("byte {} of the line is not UTF-8", error.utf8_error().valid_up_to()),
        )
    })?;
    let value: Value =
        serde_json::from_str(&text).map_err(|error| fail(ErrorKind::BadJson, error.to_string()))?;
    let Value::Object(fields) = value else {
        return Err(fail(ErrorKind::BadJson, "a line is one JSON object".to_owned()));
    };
    *id = match fields.get("id") {
        None | Some(Value::Null) => Value::from(number),
        Some(given) => given.clone(),
    };
    let field = |name: &str| {
        fields.get(name).and_then(Value::as_str).ok_or_else(|| {
            fail(ErrorKind::MissingField, format!("the field {name:?} is missing or is no string"))
        })
    };
    let (question, answer) = (field("question")?, field("answer")?);
    if answer.len() > ANSWER_LIMIT {
        return Err(fail(
            ErrorKind::TooLong,
            format!("an answer has at most {ANSWER_LIMIT} bytes, this one {}", answer.len()),
        ));
    }
    let grader = graders.of(question).map_err(|error| fail(ErrorKind::UnknownQuestion, error.to_string()))?;
    Ok(line(id, question, &grader.grade(answer)))
}

/// One line of the input.
struct Line {
    /// Its bytes without the line break; `None` where it was too long to keep.
    kept: Option<Vec<u8>>,
    /// Bytes read, with the line break.
    length: u64,
}

/// Reads a line, keeping no more than the limit of it.
fn next_line(input: &mut dyn BufRead) -> io::Result<Option<Line>> {
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
        kept = kept.filter(|line| line.len() + taken <= LINE_LIMIT).map(|mut line| {
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
