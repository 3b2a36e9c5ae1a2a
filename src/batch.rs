//! JSON Lines in, JSON Lines out.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::bank::Pack;
use crate::grade::{CompileError, Grader, GraderError, Verdict};
use crate::lines::next_line;

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

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BatchError {
    /// The input cannot be read.
    #[error("cannot be read")]
    Read(#[source] io::Error),
    /// The output cannot be written.
    #[error("the output cannot be written")]
    Write(#[source] io::Error),
    /// The pack has a malformed phrase, which is no fault of the lines.
    #[error(transparent)]
    Compile(#[from] CompileError),
}

/// What is read of a line; a field that stands twice is an error, and others are ignored.
#[derive(Deserialize)]
struct Input<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(default)]
    question: Value,
    #[serde(default)]
    answer: Value,
}

#[derive(Debug, Serialize)]
struct LineError {
    kind: ErrorKind,
    message: String,
}

#[derive(Serialize)]
struct Graded<'a> {
    format: u32,
    id: &'a RawValue,
    question: &'a str,
    #[serde(flatten)]
    verdict: &'a Verdict,
}

#[derive(Serialize)]
struct Failed {
    format: u32,
    line: u64,
    id: Option<Box<RawValue>>,
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
    let id = serde_json::value::to_raw_value(id).expect("an id is plain data");
    raw_line(&id, question, verdict)
}

/// The same with the id as it was written.
fn raw_line(id: &RawValue, question: &str, verdict: &Verdict) -> String {
    serde_json::to_string(&Graded { format: FORMAT, id, question, verdict }).expect("a verdict is plain data")
}

/// Grades every line of `input` and writes one line for each to `output`, in order; holds one line at a time.
///
/// `progress` is told the bytes of each line that was read.
///
/// # Errors
/// Where reading or writing fails, or a phrase of the pack is malformed. Bad lines are no error; they are counted.
pub fn run(
    pack: &Pack,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    progress: &mut dyn FnMut(u64),
) -> Result<Summary, BatchError> {
    let mut graders = Graders { pack, compiled: BTreeMap::new() };
    let mut summary = Summary::default();
    let mut number = 0;
    while let Some(line) = next_line(input, LINE_LIMIT).map_err(BatchError::Read)? {
        number += 1;
        progress(line.length);
        if line.kept.as_ref().is_some_and(|bytes| bytes.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        summary.lines += 1;
        let mut id = None;
        match grade(&mut graders, line.kept, number, &mut id)? {
            Ok(graded) => writeln!(output, "{graded}").map_err(BatchError::Write)?,
            Err(error) => {
                summary.failed += 1;
                let failed = Failed { format: FORMAT, line: number, id, error };
                let failed = serde_json::to_string(&failed).expect("an error is plain data");
                writeln!(output, "{failed}").map_err(BatchError::Write)?;
            }
        }
    }
    output.flush().map_err(BatchError::Write)?;
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

/// The line's verdict, or why there is none.
fn grade(
    graders: &mut Graders<'_>,
    kept: Option<Vec<u8>>,
    number: u64,
    id: &mut Option<Box<RawValue>>,
) -> Result<Result<String, LineError>, BatchError> {
    let (question, answer) = match read(kept, number, id) {
        Ok(fields) => fields,
        Err(error) => return Ok(Err(error)),
    };
    match graders.of(&question) {
        Ok(grader) => {
            Ok(Ok(raw_line(id.as_deref().unwrap_or(RawValue::NULL), &question, &grader.grade(&answer))))
        }
        Err(GraderError::Compile(error)) => Err(error.into()),
        Err(error) => Ok(Err(LineError { kind: ErrorKind::UnknownQuestion, message: error.to_string() })),
    }
}

/// The question and the answer of a line; `id` is set as soon as it is known.
fn read(
    kept: Option<Vec<u8>>,
    number: u64,
    id: &mut Option<Box<RawValue>>,
) -> Result<(String, String), LineError> {
    let fail = |kind, message: String| LineError { kind, message };
    let bytes =
        kept.ok_or_else(|| fail(ErrorKind::TooLong, format!("a line has at most {LINE_LIMIT} bytes")))?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        fail(ErrorKind::NotUtf8, format!("byte {} of the line is not UTF-8", error.valid_up_to()))
    })?;
    if !text.trim_start().starts_with('{') {
        return Err(fail(ErrorKind::BadJson, "a line is one JSON object".to_owned()));
    }
    let input: Input<'_> =
        serde_json::from_str(text).map_err(|error| fail(ErrorKind::BadJson, error.to_string()))?;
    *id = match input.id {
        Some(given) if given.get() != "null" => Some(given.to_owned()),
        _ => serde_json::value::to_raw_value(&number).ok(),
    };
    let field = |name: &str, value: Value| match value {
        Value::String(text) => Ok(text),
        _ => Err(fail(ErrorKind::MissingField, format!("the field {name:?} is missing or is no string"))),
    };
    let (question, answer) = (field("question", input.question)?, field("answer", input.answer)?);
    if answer.len() > ANSWER_LIMIT {
        let message = format!("an answer has at most {ANSWER_LIMIT} bytes, this one {}", answer.len());
        return Err(fail(ErrorKind::TooLong, message));
    }
    Ok((question, answer))
}
