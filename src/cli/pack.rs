//! `viva pack`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::args::{CheckArgs, PackCommand, SchemaArgs, SchemaFile};
use super::failure::{FINDING, Failure, Outcome};
use super::screen::{Screen, stdout};
use crate::authoring::{Finding, SchemaKind, Severity, check, overlaps, schema};
use crate::bank::{BankError, Pack, SourceFile, load_folder};
use crate::report::{clean, counted};

/// Runs a `pack` command.
pub(crate) fn run(command: &PackCommand, folder: Option<&Path>, screen: Screen) -> Outcome {
    match command {
        PackCommand::Check(args) => run_check(args, args.folder.as_deref().or(folder), screen),
        PackCommand::Schema(args) => run_schema(args),
    }
}

fn run_schema(args: &SchemaArgs) -> Outcome {
    let kind = match args.file {
        SchemaFile::Question => SchemaKind::Question,
        SchemaFile::Rubric => SchemaKind::Rubric,
        SchemaFile::Lexicon => SchemaKind::Lexicon,
    };
    stdout().write_all(schema(kind).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn run_check(args: &CheckArgs, folder: Option<&Path>, screen: Screen) -> Outcome {
    let loaded = match folder {
        Some(folder) => load_folder(folder),
        None => Pack::embedded().map_err(|error| vec![error]),
    };
    let pack = match loaded {
        Ok(pack) => pack,
        Err(errors) => {
            let findings: Vec<_> =
                errors.iter().map(|error| Finding::of_bank(error, text_of(error))).collect();
            print(&findings, screen)?;
            return Err(Failure::unusable(format!(
                "the pack cannot be used: {}",
                counted(findings.len(), "error")
            )));
        }
    };
    if let Some(question) = &args.question {
        super::choose::question(&pack, question)?;
    }
    let mut checked = check(&pack, &mut |_| {});
    if let Some(question) = &args.question {
        checked.findings.retain(|finding| {
            finding.path.file_stem().is_some_and(|stem| stem == question.as_str() || stem == "_lexicon")
        });
    }
    print(&checked.findings, screen)?;
    if args.overlap {
        print_overlaps(&pack)?;
    }
    let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = checked.findings.len() - errors;
    writeln!(
        stdout(),
        "{}: {}, {}, {}: {}, {}",
        clean(&pack.name),
        counted(checked.questions, "question"),
        counted(checked.examples, "example"),
        counted(checked.samples, "sample"),
        counted(errors, "error"),
        counted(warnings, "warning"),
    )?;
    Ok(if errors > 0 { ExitCode::from(FINDING) } else { ExitCode::SUCCESS })
}

/// The text of the file at fault, for the snippet; empty where it cannot be had.
fn text_of(error: &BankError) -> String {
    error
        .range
        .as_ref()
        .and_then(|_| SourceFile::read(&error.path).ok())
        .map(|file| file.text)
        .unwrap_or_default()
}

/// Findings as a compiler shows them.
fn print(findings: &[Finding], screen: Screen) -> Result<(), Failure> {
    let renderer = Renderer::styled().term_width(screen.width.max(60));
    let mut out = stdout();
    for finding in findings {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let path = finding.path.to_string_lossy();
        let (title, label, help) =
            (clean(&finding.title), clean(&finding.label), finding.help.as_ref().map(|help| clean(help)));
        let text = snippet_text(&finding.text);
        let title = level.primary_title(title).id(finding.rule);
        let mut group = if text.is_empty() || text.get(finding.range.clone()).is_none() {
            Group::with_title(title).element(annotate_snippets::Origin::path(path.clone()))
        } else {
            let annotation = AnnotationKind::Primary.span(finding.range.clone());
            let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
            title.element(Snippet::source(text).path(path.clone()).annotation(annotation))
        };
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

/// The file's text with control characters made harmless, byte for byte, so that ranges stay true.
fn snippet_text(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() && c != '\n' && c.len_utf8() == 1 {
                " ".to_owned()
            } else if c.is_control() && c != '\n' {
                " ".repeat(c.len_utf8())
            } else {
                c.to_string()
            }
        })
        .collect()
}

fn print_overlaps(pack: &Pack) -> Result<(), Failure> {
    let overlaps = overlaps(pack).map_err(|error| Failure::Unusable(error.into()))?;
    let mut out = stdout();
    writeln!(out, "Examples that explain another concept of their question as well:")?;
    for overlap in overlaps {
        writeln!(
            out,
            "{:4}  {}: {} -> {}",
            overlap.examples.len(),
            overlap.question,
            overlap.from,
            overlap.to
        )?;
    }
    writeln!(out)?;
    out.flush()?;
    Ok(())
}
