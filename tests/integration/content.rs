//! The built-in pack holds what it promises.

use std::fs;
use std::process::Command;

use vivavoce::authoring::check;
use vivavoce::bank::Pack;

#[test]
fn the_pack_grades_its_own_examples_samples_and_model_answers_as_it_says() {
    let pack = Pack::embedded().expect("it loads");
    let checked = check(&pack, &mut |_| {});
    let findings: Vec<String> = checked
        .findings
        .iter()
        .map(|finding| {
            format!(
                "{:?} {}: {} ({})",
                finding.severity,
                finding.path.display(),
                finding.title,
                finding.label
            )
        })
        .collect();
    assert!(findings.is_empty(), "{} findings\n{}", findings.len(), findings.join("\n"));
    assert!(checked.examples > 1_000 && checked.samples >= 48);
}

/// A fenced code block: its attributes and its lines.
struct Snippet {
    place: String,
    attributes: Vec<String>,
    code: String,
}

fn snippets(place: &str, markdown: &str) -> Vec<Snippet> {
    let mut snippets = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.trim_start().strip_prefix("```") else { continue };
        let code: Vec<&str> =
            lines.by_ref().take_while(|line| !line.trim_start().starts_with("```")).collect();
        let attributes = info.split(',').map(|word| word.trim().to_owned()).collect();
        snippets.push(Snippet { place: place.to_owned(), attributes, code: code.join("\n") });
    }
    snippets
}

#[test]
fn every_rust_snippet_of_a_model_answer_compiles_or_fails_as_it_says() {
    let pack = Pack::embedded().expect("it loads");
    let folder = tempfile::tempdir().expect("a folder");
    let mut compiled = 0;
    for question in &pack.questions {
        for snippet in snippets(&question.id, &question.model_answer) {
            if snippet.attributes[0] != "rust" {
                continue;
            }
            compiled += 1;
            let path = folder.path().join(format!("snippet{compiled}.rs"));
            let main = if snippet.code.contains("fn main(") { "" } else { "\nfn main() {}\n" };
            fs::write(&path, format!("#![allow(dead_code, unused)]\n{}{main}", snippet.code))
                .expect("written");
            let output = Command::new("rustc")
                .args(["--edition", "2024", "--emit", "metadata", "--out-dir"])
                .arg(folder.path())
                .arg(&path)
                .output()
                .expect("rustc stands beside cargo");
            let said = String::from_utf8_lossy(&output.stderr);
            let must_fail = snippet.attributes.iter().any(|attribute| attribute == "compile_fail");
            assert_eq!(output.status.success(), !must_fail, "{}:\n{}\n{said}", snippet.place, snippet.code);
            for code in snippet.attributes.iter().filter(|attribute| attribute.starts_with('E')) {
                assert!(said.contains(&format!("error[{code}]")), "{}: not {code}\n{said}", snippet.place);
            }
        }
    }
    assert!(compiled >= 6, "only {compiled} snippets were found");
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    use vivavoce::authoring::{SchemaKind, schema};
    for (kind, name) in
        [(SchemaKind::Question, "question"), (SchemaKind::Rubric, "rubric"), (SchemaKind::Lexicon, "lexicon")]
    {
        let path = format!("{}/schemas/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
        let committed = fs::read_to_string(path).expect("it is committed");
        assert_eq!(committed, schema(kind), "run `just schemas`");
    }
}
