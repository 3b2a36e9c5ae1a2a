//! Agreement with answers that readers labelled, concept by concept.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;
use vivavoce::bank::{Level, Pack};
use vivavoce::grade::Grader;

#[derive(Deserialize)]
struct Labelled {
    id: String,
    question: String,
    #[serde(default)]
    style: String,
    answer: String,
    labels: BTreeMap<String, Level>,
}

fn answers(name: &str) -> Vec<Labelled> {
    let path = format!("{}/tests/answers/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("it is committed");
    text.lines().map(|line| serde_json::from_str(line).expect("a labelled answer")).collect()
}

fn graders(pack: &Pack) -> BTreeMap<&str, Grader> {
    pack.questions
        .iter()
        .map(|question| (question.id.as_str(), pack.grader(&question.id).expect("it compiles")))
        .collect()
}

/// Missed and contradicted earn the same: nothing.
fn rank(level: Level) -> usize {
    match level {
        Level::Missed | Level::Contradicted => 0,
        Level::Named => 1,
        Level::Explained => 2,
    }
}

/// Quadratic weighted kappa (Cohen 1968) of pairs of ranks from 0 to 2.
#[expect(clippy::cast_precision_loss, reason = "counts of labels are far below 2^52")]
fn kappa(pairs: &[(usize, usize)]) -> f64 {
    let squared = |one: usize, other: usize| one.abs_diff(other).pow(2) as f64;
    let observed: f64 = pairs.iter().map(|(reader, graded)| squared(*reader, *graded)).sum();
    let count = |pick: fn(&(usize, usize)) -> usize, rank: usize| {
        pairs.iter().filter(|pair| pick(pair) == rank).count() as f64
    };
    let mut expected = 0.0;
    for one in 0..3 {
        for other in 0..3 {
            expected += count(|pair| pair.0, one) * count(|pair| pair.1, other) * squared(one, other)
                / pairs.len() as f64;
        }
    }
    1.0 - observed / expected
}

fn measure(name: &str) -> (f64, BTreeMap<String, f64>) {
    let pack = Pack::embedded().expect("it loads");
    let graders = graders(&pack);
    let mut all = Vec::new();
    let mut by_question: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for labelled in answers(name) {
        let verdict = graders[labelled.question.as_str()].grade(&labelled.answer);
        for (concept, level) in &labelled.labels {
            let graded =
                verdict.level(concept).unwrap_or_else(|| panic!("{}: no concept {concept}", labelled.id));
            all.push((rank(*level), rank(graded)));
            by_question.entry(labelled.question.clone()).or_default().push((rank(*level), rank(graded)));
        }
    }
    let by_question = by_question.into_iter().map(|(question, pairs)| (question, kappa(&pairs))).collect();
    (kappa(&all), by_question)
}

#[test]
fn agreement_with_readers_holds() {
    // Bars below what was measured when they were set, so that a change for the worse is noticed (docs/grading.md).
    for (name, bar) in [("development", 0.93), ("tuning", 0.96), ("held-out", 0.78)] {
        let (kappa, by_question) = measure(name);
        println!("{name}: {kappa:.3}  {by_question:.3?}");
        assert!(kappa >= bar, "{name}: quadratic weighted kappa {kappa:.3} is below {bar}");
    }
}

#[test]
fn lists_of_terms_and_right_words_in_false_sentences_earn_little() {
    let pack = Pack::embedded().expect("it loads");
    let graders = graders(&pack);
    let mut traps = 0;
    for name in ["development", "tuning", "held-out"] {
        for labelled in answers(name) {
            if matches!(labelled.style.as_str(), "keywords" | "false" | "keyword-list" | "trap") {
                traps += 1;
                let verdict = graders[labelled.question.as_str()].grade(&labelled.answer);
                assert!(verdict.score <= 25, "{}: {} points", labelled.id, verdict.score);
            }
        }
    }
    assert!(traps >= 20, "{traps} traps");
}

/// One line an answer, so that a change of the grader shows as a readable diff.
#[test]
fn verdicts_of_all_labelled_answers() {
    let pack = Pack::embedded().expect("it loads");
    let graders = graders(&pack);
    let mut corpus = String::new();
    for name in ["development", "tuning", "held-out"] {
        for labelled in answers(name) {
            let verdict = graders[labelled.question.as_str()].grade(&labelled.answer);
            let levels: String = verdict
                .concepts
                .iter()
                .map(|concept| match concept.level {
                    Level::Explained => 'E',
                    Level::Named => 'N',
                    Level::Missed => '-',
                    Level::Contradicted => 'X',
                })
                .collect();
            corpus.push_str(&format!(
                "{name} {} {} {levels} {}\n",
                labelled.id,
                verdict.score,
                verdict.misconceptions.len()
            ));
        }
    }
    insta::assert_snapshot!(corpus);
}
