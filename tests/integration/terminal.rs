//! Interviews at a terminal.

use crate::pty::{Terminal, alone};

#[test]
fn a_whole_interview_from_the_header_to_the_summary() {
    let _alone = alone();
    let mut terminal = Terminal::open(
        &[
            "interview",
            "--no-prediction",
            "--no-follow-ups",
            "-n",
            "2",
            "--topic",
            "ownership",
            "--seed",
            "7",
        ],
        80,
        &[],
    );
    terminal
        .wait_for("2 questions")
        .wait_for("The same again: viva interview --question")
        .wait_for("Question 1 of 2")
        .wait_for("Chosen: drawn by the seed.")
        .wait_for("> ");
    terminal.keys(
        "Every value has exactly one owner,\rand when the owner goes out of scope the value is dropped.\r\r",
    );
    terminal.wait_for(". ");
    terminal.keys("/hint\r").wait_for("Hint: ").wait_for(". ");
    terminal.keys("/su\t").wait_for("/submit").keys("\r");
    terminal.wait_for("Time: 0:").wait_for("With 1 hint.").wait_for("of 100").wait_for("A full answer:");
    terminal.wait_for("A model answer").wait_for("Press Enter for the next question").keys("\r");
    terminal.wait_for("Question 2 of 2").wait_for("> ");
    terminal.keys("a draft that is kept").wait_for("is kept").keys("\u{3}").wait_for("Your draft is kept.");
    terminal.wait_for("a draft that is kept").keys("\r/skip\r").wait_for("would be lost").keys("/skip\r");
    terminal.wait_for("A model answer");
    terminal
        .wait_for("Summary")
        .wait_for("skipped")
        .wait_for("Mean of 1 answered")
        .wait_for("Practise next:");
    let (status, _) = terminal.end();
    assert_eq!(status, 0);
}

#[test]
fn an_interview_can_be_left_between_questions_and_plain_mode_paints_nothing() {
    let _alone = alone();
    let mut terminal = Terminal::open(
        &["interview", "--no-prediction", "--no-follow-ups", "-n", "2", "--seed", "1"],
        80,
        &[("ACCESSIBLE", "1")],
    );
    terminal.wait_for("Question 1 of 2").wait_for("> ").keys("I would rather not say much here.\n/submit\n");
    terminal.wait_for("of 100").wait_for("Press Enter for the next question").wait_for("> ").keys("/quit\n");
    terminal.wait_for("Summary").wait_for("not answered");
    assert!(!terminal.raw.contains(&0x1b), "an escape sequence was sent");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn feedback_can_wait_until_the_end() {
    let _alone = alone();
    let arguments =
        ["interview", "--no-prediction", "--no-follow-ups", "--question", "result", "--feedback", "end"];
    let mut terminal = Terminal::open(&arguments, 80, &[]);
    terminal.wait_for("4:30 for the answer").wait_for("> ");
    // Ctrl-D hands the answer in.
    terminal.keys("It returns Ok with the value or Err with the error.\u{4}");
    terminal.wait_for("Time: 0:0").wait_for("of 100").wait_for("+ explained").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn practice_can_be_repeated_and_compares_the_attempts() {
    let _alone = alone();
    let mut terminal = Terminal::open(&["practice", "ownership"], 40, &[]);
    terminal.wait_for("Practice").wait_for("> ").keys("I would rather not say much here.\r/submit\r");
    terminal.wait_for("missed").wait_for("Type r to answer again").wait_for("> ").keys("r\r");
    terminal.wait_for("Walk me through").wait_for("> ");
    terminal.keys("Every value has exactly one owner.\r\r").wait_for(". ").keys("/submit\r");
    terminal
        .wait_for("+ explained")
        .wait_for("Attempt 1: 0 of 100. Attempt 2:")
        .wait_for("+ better")
        .wait_for("Type r")
        .keys("m\r");
    terminal.wait_for("A model answer").wait_for("Type r").keys("\r");
    let (status, rest) = terminal.end();
    assert_eq!(status, 0, "{rest}");
}

#[test]
fn an_answer_can_be_written_in_an_editor_and_recalled() {
    let _alone = alone();
    let folder = tempfile::tempdir().expect("a folder");
    let script = folder.path().join("editor.sh");
    std::fs::write(&script, "printf 'Every value has exactly one owner.' > \"$1\"").expect("written");
    let editor = format!("sh {}", script.display());
    let mut terminal = Terminal::open(&["practice", "ownership"], 80, &[("EDITOR", &editor)]);
    terminal.wait_for("> ").keys("to be replaced\r/edit\r").wait_for("Every value has exactly one owner.");
    // Up brings the block back for editing; Alt-Enter hands it in.
    terminal
        .wait_for(". ")
        .keys("\u{1b}[A")
        .wait_for("one owner.")
        .keys(" At any time.")
        .wait_for("any time.");
    terminal.keys("\u{1b}\r").wait_for("+ explained").wait_for("Type r").keys("\r");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn a_second_interrupt_leaves_with_its_own_status() {
    let _alone = alone();
    let mut terminal = Terminal::open(&["interview", "--untimed"], 80, &[("NO_COLOR", "1")]);
    terminal.wait_for("untimed").wait_for("> ").keys("some words\u{3}").wait_for("Your draft is kept.");
    terminal.wait_for("some words").keys("\u{3}");
    assert_eq!(terminal.end().0, 130);
}

#[test]
fn a_pasted_answer_with_blank_lines_is_kept_whole() {
    let _alone = alone();
    let mut terminal = Terminal::open(&["practice", "ownership"], 80, &[]);
    let pasted = "\u{1b}[200~First line.\n\nEvery value has exactly one owner.\nLast line.\u{1b}[201~";
    terminal.wait_for("> ").keys(pasted).wait_for("Last line.").keys("\u{4}");
    terminal.wait_for("(10 words)").wait_for("+ explained").wait_for("Type r").keys("\r");
    assert_eq!(terminal.end().0, 0);
}
