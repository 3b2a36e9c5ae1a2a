//! The deadline hands in what was typed, whatever state the keyboard is in.

use std::path::Path;

use serde_json::Value;
use vivavoce::record::Attempt;
use vivavoce::store::{AttemptFilter, Store};

use crate::pty::{Terminal, alone};

/// The answer that is typed in these tests.
const ANSWER: &str = "Every value has exactly one owner.";
/// What is asked beside the questions is left out.
const QUIET: [&str; 5] = ["interview", "--no-prediction", "--no-follow-ups", "--question", "ownership"];

/// The attempts in a data folder, oldest first.
pub(crate) fn kept(data: &Path) -> Vec<Attempt> {
    let store = Store::open(&data.join("history.db")).expect("it opens");
    let mut attempts = store.attempts(&AttemptFilter::default()).expect("it can be read");
    attempts.reverse();
    attempts
}

/// An interview of one question with a limit of two seconds, in which these keys are typed and nothing is handed in.
fn cut_off(keys: &str) -> (Attempt, u64) {
    let data = tempfile::tempdir().expect("a folder");
    let stamps = data.path().join("stamps");
    let environment = [
        ("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8")),
        ("VIVA_STAMPS", stamps.to_str().expect("UTF-8")),
    ];
    let arguments: Vec<&str> = QUIET.iter().chain(&["--per-question", "2s"]).copied().collect();
    let mut terminal = Terminal::open(&arguments, 80, &environment);
    terminal.wait_for("Question 1 of 1").wait_for("> ").keys(ANSWER).wait_for("one owner.").keys(keys);
    terminal.wait_for("Time is up.").wait_for("of 100").wait_for("Summary");
    assert_eq!(terminal.end().0, 0, "{keys:?}");
    let stamp = std::fs::read_to_string(&stamps).expect("a stamp was written");
    let stamp: Value = serde_json::from_str(stamp.lines().next().expect("a line")).expect("JSON");
    let attempt = kept(data.path()).pop().expect("it was kept");
    assert_eq!(stamp["text"], attempt.answer.as_str());
    (attempt, stamp["late_us"].as_u64().expect("a number"))
}

#[test]
fn whatever_the_keyboard_is_at_the_answer_is_handed_in_on_time() {
    let _alone = alone();
    for (what, keys) in [
        ("plain editing", ""),
        ("after Ctrl-V", "\u{16}"),
        ("after Ctrl-X", "\u{18}"),
        ("a lone Esc", "\u{1b}"),
        ("a half-open paste", "\u{1b}[200~ and pasted"),
        ("a menu of completions", "\r/s\t"),
        ("a number for the next key", "\u{1b}5"),
    ] {
        let (attempt, late) = cut_off(keys);
        assert!(late < 300_000, "{what}: {late} microseconds late");
        assert_eq!(attempt.answer, ANSWER, "{what}");
        assert_eq!((attempt.seconds, attempt.limit), (2, Some(2)), "{what}");
        let verdict = attempt.verdict.expect("it was graded");
        assert!(verdict.score > 0, "{what}");
    }
}

#[test]
fn in_plain_mode_the_line_that_was_begun_counts_as_well() {
    let _alone = alone();
    let data = tempfile::tempdir().expect("a folder");
    let arguments: Vec<&str> = QUIET.iter().chain(&["--per-question", "3s", "--plain"]).copied().collect();
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let mut terminal = Terminal::open(&arguments, 80, &environment);
    terminal.wait_for("> ").keys("First line.\n").wait_for(". ").keys(ANSWER);
    terminal.wait_for("Time is up.").wait_for("of 100").wait_for("Summary");
    assert!(!terminal.raw.contains(&0x1b), "nothing is painted");
    assert_eq!(terminal.end().0, 0);
    assert_eq!(kept(data.path())[0].answer, format!("First line.\n{ANSWER}"));
}

#[test]
fn nothing_typed_in_time_is_a_skipped_question() {
    let _alone = alone();
    let arguments: Vec<&str> = QUIET.iter().chain(&["--per-question", "1s"]).copied().collect();
    let mut terminal = Terminal::open(&arguments, 80, &[]);
    terminal.wait_for("Time is up.").wait_for("counts as skipped").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn the_whole_interview_has_a_deadline_too() {
    let _alone = alone();
    let arguments: Vec<&str> =
        QUIET.iter().chain(&["--question", "result", "--time", "2s"]).copied().collect();
    let mut terminal = Terminal::open(&arguments, 80, &[]);
    terminal.wait_for("0:02 in all").wait_for("> ").keys(ANSWER).wait_for("Time is up.").wait_for("of 100");
    terminal.wait_for("time for the whole interview is up").wait_for("Summary").wait_for("not answered");
    assert_eq!(terminal.end().0, 0);
}

/// Two questions; keys that come around the first deadline must not reach the second answer. Gives what was kept.
pub(crate) fn around_the_deadline(key: &str, after: std::time::Duration) -> Vec<Attempt> {
    let data = tempfile::tempdir().expect("a folder");
    let arguments: Vec<&str> =
        QUIET.iter().chain(&["--question", "result", "--per-question", "1s"]).copied().collect();
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let mut terminal = Terminal::open(&arguments, 80, &environment);
    terminal.wait_for("Question 1 of 2").wait_for("> ").keys("first answer typed").wait_for("answer typed");
    std::thread::sleep(after);
    terminal.keys(key);
    terminal.wait_for("of 100");
    terminal.wait_for("Press Enter for the next question").wait_for("> ").keys("\r");
    terminal.wait_for("Question 2 of 2").wait_for("> ").wait_for("Time is up.").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
    kept(data.path())
}

/// Runs such races, the key a little before, at and after the deadline; fails where a key leaked or an answer was lost.
pub(crate) fn races(number: u64) {
    for round in 0..number {
        let key = if round % 2 == 0 { "\u{4}" } else { "\r\r" };
        // From the moment when the text is on the screen about a second is left.
        let after = std::time::Duration::from_millis(940 + (round * 37) % 80);
        let attempts = around_the_deadline(key, after);
        let answers: Vec<&str> = attempts.iter().map(|attempt| attempt.answer.as_str()).collect();
        assert_eq!(answers, ["first answer typed", ""], "round {round}");
    }
}

#[test]
fn keys_around_the_deadline_leak_nowhere() {
    let _alone = alone();
    races(5);
}
