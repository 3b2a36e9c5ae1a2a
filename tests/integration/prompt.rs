//! The prompt while somebody types: the countdown, and one clean copy of the text whatever happens to the screen.

use crate::pty::{Terminal, alone};

const QUIET: [&str; 5] = ["interview", "--no-prediction", "--no-follow-ups", "--question", "ownership"];

fn open(arguments: &[&str], size: (u16, u16), environment: &[(&str, &str)]) -> Terminal {
    let all: Vec<&str> = QUIET.iter().chain(arguments).copied().collect();
    let mut terminal = Terminal::run(env!("CARGO_BIN_EXE_viva"), &all, size, environment);
    terminal.wait_for("Question 1 of 1").wait_for("> ");
    terminal
}

fn copies(screen: &str, text: &str) -> usize {
    // A terminal wraps where it likes.
    screen.replace('\n', "").matches(text).count()
}

#[test]
fn the_countdown_runs_without_a_key_and_the_text_stays_clean() {
    let _alone = alone();
    let mut terminal = open(&["--per-question", "50s"], (24, 80), &[]);
    terminal.keys("one owner at any time").wait_until("the text", |screen| screen.contains("at any time"));
    for left in ["0:48", "0:47", "0:46"] {
        terminal.wait_until(left, |screen| screen.contains(left));
        assert_eq!(copies(&terminal.shown(), "one owner at any time"), 1);
        assert_eq!(copies(&terminal.shown(), "[0:4"), 1, "{}", terminal.shown());
    }
    // In the middle of a line.
    terminal
        .keys("\u{1b}[D\u{1b}[D\u{1b}[D\u{1b}[D")
        .keys("the ")
        .wait_until("the insertion", |screen| screen.contains("one owner at any the time"));
    terminal.wait_until("a tick", |screen| screen.contains("0:44"));
    assert_eq!(copies(&terminal.shown(), "one owner at any the time"), 1);
    terminal.keys("\u{4}").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn wrapped_lines_pastes_scrolling_and_resizing_leave_one_copy() {
    let _alone = alone();
    let mut terminal = open(&["--per-question", "55s"], (24, 80), &[]);
    let long = "every value has one owner and ".repeat(5);
    terminal
        .keys(long.trim_end())
        .wait_until("the wrapped line", |screen| copies(screen, "every value has one owner") >= 4);
    terminal.resize(12, 40).wait_until("the narrow screen", |screen| {
        copies(screen, "[0:") == 1 && screen.contains("Walk me through") && screen.contains("owner and")
    });
    assert_eq!(copies(&terminal.shown(), "Question 1 of 1"), 1, "{}", terminal.shown());
    terminal.resize(24, 80).wait_until("the wide screen", |screen| {
        copies(screen, "[0:") == 1
            && copies(screen, "Question 1 of 1") == 1
            && screen.contains("Walk me through")
            && copies(screen, "every value") == 5
    });
    terminal.keys("\u{4}").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);

    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let mut terminal = open(&["--per-question", "55s"], (24, 80), &environment);
    let lines: Vec<String> = (1..=40).map(|n| format!("line {n} of the pasted answer")).collect();
    terminal.keys(&format!("\u{1b}[200~{}\u{1b}[201~", lines.join("\n")));
    terminal.wait_until("the end of the paste", |screen| screen.contains("line 40 of"));
    terminal.keys("\u{4}").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
    assert_eq!(crate::deadline::kept(data.path())[0].answer, lines.join("\n"), "the paste is exact");
}

#[test]
fn an_answer_longer_than_the_screen_is_kept_whole() {
    let _alone = alone();
    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let mut terminal = open(&["--per-question", "5m"], (10, 40), &environment);
    let words: Vec<String> = (1..=90).map(|n| format!("word{n}")).collect();
    // As somebody types: a few words at a time, each seen on the screen.
    for some in words.chunks(10) {
        let last = some.last().expect("ten words").clone();
        terminal
            .keys(&format!("{} ", some.join(" ")))
            .wait_until(&last, |screen| screen.replace('\n', "").contains(&last));
    }
    terminal.keys("\u{4}").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
    assert_eq!(crate::deadline::kept(data.path())[0].answer, words.join(" "));
}

#[test]
fn marks_are_spoken_and_without_a_countdown_nothing_is_repainted() {
    let _alone = alone();
    let mut terminal = open(&["--per-question", "21s", "--countdown", "off"], (24, 80), &[]);
    terminal.keys("one owner").wait_for("15 seconds are left.");
    terminal.wait_until("the line below the mark", |screen| {
        screen.split("are left.").nth(1).is_some_and(|below| below.contains("> one owner"))
    });
    assert!(!terminal.shown().contains("[0:"), "{}", terminal.shown());
    assert_eq!(copies(&terminal.shown(), "one owner"), 1, "{}", terminal.shown());
    terminal.keys("\u{4}").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
    let mut terminal = open(&["--per-question", "21s"], (24, 80), &[("ACCESSIBLE", "1")]);
    terminal.wait_for("15 seconds are left.").keys("one owner is enough\n/time\n").wait_for("used, 0:1");
    terminal.keys("/submit\n").wait_for("Summary");
    assert!(!terminal.raw.contains(&0x1b), "nothing is painted");
    assert_eq!(terminal.end().0, 0);
}

#[test]
fn the_title_is_written_only_when_asked_for() {
    let _alone = alone();
    for (arguments, written) in [(&["--window-title"][..], true), (&[], false)] {
        let all: Vec<&str> = ["--per-question", "30s"].iter().chain(arguments).copied().collect();
        let mut terminal = open(&all, (24, 80), &[]);
        terminal.wait_until("a tick", |screen| screen.contains("0:28")).keys("/skip\r").wait_for("Summary");
        let (drawn, _) = terminal.drawn_to_the_end();
        assert_eq!(drawn.contains("\u{1b}]2;viva: 0:2"), written);
    }
}

#[test]
fn odd_terminals_are_served() {
    let _alone = alone();
    for (columns, environment) in
        [(20, &[][..]), (80, &[("LANG", "C"), ("LC_ALL", "C")]), (80, &[("TERM", "dumb")])]
    {
        let mut terminal = open(&["--per-question", "5m"], (24, columns), environment);
        terminal
            .keys("Jeder Wert gehört einem: 値 🦀\r")
            .wait_for("🦀")
            .keys("\r/submit\r")
            .wait_for("Summary");
        let (drawn, _) = terminal.drawn_to_the_end();
        assert!(!drawn.contains("panicked"), "{columns} {environment:?}");
    }
    // A Latin-1 keyboard sends bytes that are no UTF-8; what was typed before and after is kept.
    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let mut terminal = open(&["--per-question", "5m"], (24, 80), &environment);
    terminal
        .keys("one owner")
        .wait_for("one owner")
        .bytes(b"\xe4\xff")
        .wait_for("not UTF-8")
        .wait_for("one owner")
        .keys(" at a time")
        .wait_for("at a time");
    terminal.keys("\u{4}").wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
    let answer = crate::deadline::kept(data.path())[0].answer.clone();
    assert!(answer.starts_with("one owner") && answer.ends_with("at a time"), "{answer:?}");
}

#[test]
fn prediction_near_misses_and_the_follow_up_are_kept_with_the_attempt() {
    let _alone = alone();
    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let arguments = ["interview", "--question", "ownership"];
    let mut terminal = Terminal::open(&arguments, 80, &environment);
    terminal.wait_for("> ").keys("Every value has exactly one owner.\u{4}");
    terminal.wait_for("A digit for tens").keys("4").wait_for("You expected 40 of 100.").wait_for("of 100");
    terminal.wait_for("A follow-up question").wait_for("> ");
    terminal.keys("When its owner goes out of scope, the value is dropped.\u{4}");
    terminal.wait_for("+ explained: Dropped when").wait_for("With your reply:").wait_for("A model answer");
    terminal.wait_for("Summary").wait_for("expected 40");
    assert_eq!(terminal.end().0, 0);
    let attempt = crate::deadline::kept(data.path()).pop().expect("it was kept");
    assert_eq!(attempt.prediction, Some(40));
    let follow_up = attempt.follow_up.expect("it was asked");
    assert_eq!(follow_up.concept, "drop-at-scope-end");
    assert!(follow_up.score > attempt.verdict.expect("it was graded").score);
}

#[test]
fn practice_can_be_paused() {
    let _alone = alone();
    let mut terminal = Terminal::open(&["practice", "ownership", "--time", "3s"], 80, &[]);
    terminal.wait_for("> ").keys("/pause\r").wait_for("stands still");
    // Longer than the limit: no time passes.
    std::thread::sleep(std::time::Duration::from_millis(3_500));
    terminal.keys("\r").wait_for("[0:0").keys("one owner\r/time\r").wait_for("left.").wait_for("Time is up.");
    terminal.wait_for("(2 words)").wait_for("Type r").keys("\r");
    assert_eq!(terminal.end().0, 0);
}

#[cfg(unix)]
#[test]
fn a_suspended_prompt_comes_back_with_the_text() {
    let _alone = alone();
    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8")), ("PS1", "shell: ")];
    let mut terminal = Terminal::run("bash", &["--norc", "--noprofile", "-i"], (24, 80), &environment);
    let line = format!("{} {} --per-question 5m\r", env!("CARGO_BIN_EXE_viva"), QUIET.join(" "));
    terminal.wait_for("shell: ").keys(&line).wait_for("Question 1 of 1").wait_for("> ");
    terminal.keys("one owner at a time").wait_for("at a time").keys("\u{1a}").wait_for("Stopped");
    terminal.keys("fg\r").wait_for("> ").wait_for("one owner at a time").keys(", always").wait_for("always");
    terminal.keys("\u{4}").wait_for("Summary").wait_for("shell: ").keys("exit\r");
    terminal.end();
    assert_eq!(crate::deadline::kept(data.path())[0].answer, "one owner at a time, always");
}

#[test]
fn the_time_scale_is_remembered() {
    let _alone = alone();
    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    for (arguments, time) in [(&[][..], "4:30"), (&["--time-scale", "2"], "6:00"), (&[], "6:00")] {
        let mut terminal = open(arguments, (24, 80), &environment);
        assert!(terminal.shown().contains(&format!("{time} for the answer")), "{}", terminal.shown());
        terminal.keys("/quit\r").wait_for("Summary");
        assert_eq!(terminal.end().0, 0);
    }
}

#[test]
fn near_misses_are_asked_about_and_change_nothing() {
    let _alone = alone();
    let pack = vivavoce::bank::Pack::embedded().expect("it loads");
    let grader = pack.grader("thread-safety").expect("it compiles");
    // The words of a concept, the wrong way round.
    let answer = "Sync says a type can be moved over to another thread, Send says several threads may share it by reference.";
    let verdict = grader.grade(answer);
    let near = verdict.concepts.iter().filter(|concept| concept.near_miss.is_some()).count();
    assert!(near > 0, "the answer is close to a concept");
    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let arguments = ["interview", "--no-prediction", "--no-follow-ups", "--question", "thread-safety"];
    let mut terminal = Terminal::open(&arguments, 80, &environment);
    terminal.wait_for("> ").keys(answer).wait_for("reference.").keys("\u{4}");
    for _ in 0..near.min(2) {
        terminal.wait_for("Close, not credited").wait_for("Enter to pass.").keys("y");
    }
    terminal.wait_for("Summary");
    assert_eq!(terminal.end().0, 0);
    let kept = crate::deadline::kept(data.path()).pop().expect("it was kept");
    assert_eq!(kept.near_misses.values().filter(|said| **said).count(), near.min(2));
    assert_eq!(kept.verdict.map(|kept| kept.score), Some(verdict.score));
}
