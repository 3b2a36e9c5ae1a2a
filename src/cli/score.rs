//! `viva score`

use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::Value;

use super::args::ScoreArgs;
use super::failure::{FINDING, Failure, Outcome, complain};
use super::screen::{Screen, stdout};
use crate::bank::Pack;
use crate::batch::{self, ANSWER_LIMIT, BatchError};
use crate::report;

/// Grades files or a stream, and says nothing of them to anybody else.
pub(crate) fn run(args: &ScoreArgs, pack: &Pack, screen: Screen) -> Outcome {
    match (&args.batch, &args.question) {
        (Some(input), _) => run_batch(input, pack),
        (None, Some(question)) => run_answers(question, args, pack, screen),
        (None, None) => Err(Failure::unusable("name a question, or pass --batch")),
    }
}

fn run_answers(id: &str, args: &ScoreArgs, pack: &Pack, screen: Screen) -> Outcome {
    let question = super::choose::question(pack, id).map_err(|failure| {
        if Path::new(id).is_file() {
            Failure::unusable(format!("the question comes first, as in `viva score ownership {id}`"))
        } else {
            failure
        }
    })?;
    let grader = pack.grader(id).map_err(|error| Failure::Unusable(error.into()))?;
    let stdin = [Path::new("-").to_owned()];
    let files = if args.files.is_empty() { &stdin[..] } else { &args.files };
    // Everything is read before anything is written.
    let answers = files.iter().map(|path| read_answer(path)).collect::<Result<Vec<_>, _>>()?;
    let mut lowest = 100;
    let mut out = stdout();
    for (path, answer) in files.iter().zip(&answers) {
        let verdict = grader.grade(answer);
        lowest = lowest.min(verdict.score);
        if args.json {
            let name = Value::from(path.to_string_lossy());
            writeln!(out, "{}", batch::line(&name, id, &verdict))?;
        } else {
            if files.len() > 1 {
                writeln!(out, "== {}\n", crate::report::clean(&path.to_string_lossy()))?;
            }
            out.write_all(report::verdict(Some(question), id, answer, &verdict, screen.width).as_bytes())?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    let below = args.fail_under.is_some_and(|bar| lowest < bar);
    Ok(if below { ExitCode::from(FINDING) } else { ExitCode::SUCCESS })
}

fn read_answer(path: &Path) -> Result<String, Failure> {
    let named = |error: io::Error| Failure::unusable(format!("{}: cannot be read: {error}", path.display()));
    let mut bytes = Vec::new();
    let limit = ANSWER_LIMIT as u64 + 1;
    if path == Path::new("-") {
        if io::stdin().is_terminal() {
            return Err(Failure::unusable(
                "no answer: name a file, or pipe one in (to answer at a prompt, use `viva practice`)",
            ));
        }
        io::stdin().lock().take(limit).read_to_end(&mut bytes).map_err(named)?;
    } else {
        File::open(path).map_err(named)?.take(limit).read_to_end(&mut bytes).map_err(named)?;
    }
    if bytes.len() > ANSWER_LIMIT {
        return Err(Failure::unusable(format!(
            "{}: an answer has at most {} KiB; cut it, or split the file",
            path.display(),
            ANSWER_LIMIT >> 10
        )));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).map_err(|error| {
        Failure::unusable(format!(
            "{}: byte {} is not UTF-8; save the answer as UTF-8",
            path.display(),
            error.utf8_error().valid_up_to()
        ))
    })
}

fn run_batch(input: &Path, pack: &Pack) -> Outcome {
    let named = |error: io::Error| Failure::unusable(format!("{}: cannot be read: {error}", input.display()));
    let (reader, size): (Box<dyn Read>, _) = if input == Path::new("-") {
        if io::stdin().is_terminal() {
            return Err(Failure::unusable("no input: name a file of JSON Lines, or pipe one in"));
        }
        (Box::new(io::stdin().lock()), None)
    } else {
        let file = File::open(input).map_err(named)?;
        let size = file.metadata().map_err(named)?.len();
        (Box::new(file), Some(size))
    };
    let bar = progress_bar(size);
    let mut reader = BufReader::with_capacity(64 << 10, reader);
    let mut output = io::BufWriter::new(io::stdout().lock());
    let summary = batch::run(pack, &mut reader, &mut output, &mut |bytes| bar.inc(bytes));
    bar.finish_and_clear();
    let summary = summary.map_err(|error| match error {
        BatchError::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => Failure::ClosedPipe,
        BatchError::Read(_) => {
            Failure::Unusable(anyhow::Error::from(error).context(input.display().to_string()))
        }
        error => Failure::Unusable(error.into()),
    })?;
    if summary.failed == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    complain(&format!(
        "{} of {} could not be graded; each has an \"error\" in its place",
        report::counted(usize::try_from(summary.failed).unwrap_or(usize::MAX), "line"),
        summary.lines
    ));
    Ok(ExitCode::from(FINDING))
}

/// A bar on standard error, where that is a terminal and the output is not.
fn progress_bar(size: Option<u64>) -> ProgressBar {
    let Some(size) = size.filter(|_| !io::stdout().is_terminal()) else { return ProgressBar::hidden() };
    let bar = ProgressBar::with_draw_target(Some(size), ProgressDrawTarget::stderr_with_hz(5));
    let style =
        ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {eta}").expect("the template is fixed");
    bar.set_style(style.progress_chars("#>-"));
    bar.enable_steady_tick(Duration::from_millis(500));
    bar
}
