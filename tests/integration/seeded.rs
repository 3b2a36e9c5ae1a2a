//! A history with known attempts.

use std::path::Path;

use vivavoce::bank::Pack;
use vivavoce::record::{Attempt, Outcome, SessionKey, SessionKind};
use vivavoce::store::Store;

/// The answers of the seeded history: day, question, answer; without an answer it was skipped.
const ANSWERS: [(&str, &str, &str); 5] = [
    ("2026-11-20T18:00:00Z", "ownership", "Well, I only know that moves copy all the heap data, I think."),
    (
        "2026-11-24T19:00:00Z",
        "ownership",
        "Every value has exactly one owner. When the owner goes out of scope, the value is dropped and its memory freed.",
    ),
    (
        "2026-11-24T19:04:00Z",
        "result",
        "Result is an enum with Ok for the value and Err for the error.\n\nThe ? operator returns early with the error.",
    ),
    ("2026-11-24T19:09:00Z", "async-await", ""),
    (
        "2026-11-25T08:00:00Z",
        "rc-vs-arc",
        "Arc counts its owners atomically, so it may go to other threads. 日本語 🦀",
    ),
];

/// An attempt at a question, graded by the built-in pack; an empty answer is a skipped question.
pub(crate) fn attempt(pack: &Pack, uid: &str, at: &str, question: &str, answer: &str) -> Attempt {
    let at = at.parse().expect("a moment");
    let verdict = (!answer.is_empty()).then(|| pack.grader(question).expect("it compiles").grade(answer));
    // Answers of one day belong to one interview.
    let day = uid.split('-').next().unwrap_or(uid);
    Attempt {
        id: 0,
        uid: uid.to_owned(),
        session: SessionKey { uid: format!("session-{day}"), kind: SessionKind::Interview, started: at },
        pack: pack.name.clone(),
        question: question.to_owned(),
        outcome: if verdict.is_some() { Outcome::Answered } else { Outcome::Skipped },
        at,
        seconds: 95,
        limit: Some(270),
        hints: 1,
        answer: answer.to_owned(),
        verdict,
        rubric: pack.fingerprint(question),
        prediction: None,
        near_misses: Default::default(),
        follow_up: None,
    }
}

/// Writes the seeded history into a folder.
pub(crate) fn seed(folder: &Path) {
    let pack = Pack::embedded().expect("it loads");
    let mut store = Store::open(&folder.join("history.db")).expect("a new history");
    for (number, (at, question, answer)) in ANSWERS.iter().enumerate() {
        let uid = format!("{}-{number}", &at[..10].replace('-', ""));
        store.record(&attempt(&pack, &uid, at, question, answer)).expect("it is written");
    }
}

/// A folder that holds the seeded history.
pub(crate) fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    seed(folder.path());
    folder
}
