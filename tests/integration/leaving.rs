//! Every way out: the terminal is left as it was, and what was typed can be taken up again.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::deadline::kept;
use crate::pty::{Terminal, alone};

const TEXT: &str = "Every value has exactly one owner.";

/// Runs the program under a shell that notes the terminal's modes before and after.
fn under_a_shell(data: &Path, arguments: &str, environment: &[(&str, &str)]) -> Terminal {
    let script = format!(
        "stty -g > {data}/before; {program} {arguments}; echo $? > {data}/status; stty -g > {data}/after; echo left",
        data = data.display(),
        program = env!("CARGO_BIN_EXE_viva"),
    );
    let mut all = vec![("VIVA_DATA_DIR", data.to_str().expect("UTF-8"))];
    all.extend_from_slice(environment);
    Terminal::run("bash", &["-c", &script], (24, 80), &all)
}

fn read(data: &Path, name: &str) -> String {
    fs::read_to_string(data.join(name)).unwrap_or_else(|error| panic!("{name}: {error}")).trim().to_owned()
}

/// The program below a shell.
fn child_of(shell: u32) -> String {
    let found = Command::new("pgrep").args(["-P", &shell.to_string()]).output().expect("pgrep runs");
    String::from_utf8(found.stdout).expect("UTF-8").trim().to_owned()
}

fn signal(name: &str, process: &str) {
    assert!(Command::new("kill").args([name, process]).status().expect("kill runs").success());
}

#[test]
fn the_terminals_modes_are_restored_on_every_way_out() {
    let _alone = alone();
    /// How to leave, arguments, environment, what to do, and the status that comes of it.
    type Way = (
        &'static str,
        &'static str,
        &'static [(&'static str, &'static str)],
        fn(&mut Terminal),
        &'static str,
    );
    let ways: [Way; 6] = [
        ("normal", "", &[], |terminal| _ = terminal.keys("\u{4}").wait_for("Summary"), "0"),
        ("deadline", "--per-question 2s", &[], |terminal| _ = terminal.wait_for("Summary"), "0"),
        ("quit", "", &[], |terminal| _ = terminal.keys("\r/quit\r").wait_for("lost").keys("/quit\r"), "0"),
        (
            "interrupt",
            "",
            &[],
            |terminal| _ = terminal.keys("\u{3}").wait_for("is kept").wait_for("owner.").keys("\u{3}"),
            "130",
        ),
        (
            "panic",
            "",
            &[("VIVA_PANIC", "1")],
            |terminal| _ = terminal.keys("\u{4}").wait_for("panicked"),
            "101",
        ),
        (
            "kill -TERM",
            "",
            &[],
            |terminal| {
                let program = child_of(terminal.process());
                signal("-TERM", &program);
            },
            "143",
        ),
    ];
    for (way, arguments, environment, leave, status) in ways {
        let data = tempfile::tempdir().expect("a folder");
        let line = format!("interview --no-prediction --no-follow-ups --question ownership {arguments}");
        let mut terminal = under_a_shell(data.path(), &line, environment);
        terminal.wait_for("> ").keys(TEXT).wait_for("owner.");
        leave(&mut terminal);
        terminal.wait_for("left");
        assert!(!terminal.screen.screen().bracketed_paste(), "{way}");
        assert_eq!(read(data.path(), "before"), read(data.path(), "after"), "{way}");
        assert_eq!(read(data.path(), "status"), status, "{way}");
        terminal.end();
    }
}

/// What is saved of the session under way.
fn saved(data: &Path) -> Option<Value> {
    let files = fs::read_dir(data.join("open")).ok()?.flatten();
    let file =
        files.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|kind| kind == "json"))?;
    serde_json::from_str(&fs::read_to_string(file).ok()?).ok()
}

fn interview(data: &Path, arguments: &[&str]) -> Terminal {
    let mut all = vec!["interview", "--no-prediction", "--no-follow-ups"];
    all.extend_from_slice(arguments);
    Terminal::open(&all, 80, &[("VIVA_DATA_DIR", data.to_str().expect("UTF-8"))])
}

/// Kills the program a while after the last key, and takes the interview up again. Fails where more than half a second
/// of typing is lost.
pub(crate) fn kill_while_typing(wait: Duration) {
    let data = tempfile::tempdir().expect("a folder");
    let questions = ["--question", "result", "--question", "ownership"];
    let mut terminal = interview(data.path(), &questions);
    terminal.wait_for("Question 1 of 2").wait_for("> ").keys("Ok or Err.\u{4}").wait_for("Press Enter");
    terminal.wait_for("> ").keys("\r").wait_for("Question 2 of 2").wait_for("> ");
    let mut typed: Vec<(Instant, String)> = Vec::new();
    let mut text = String::new();
    for character in TEXT.chars() {
        text.push(character);
        terminal.keys(&character.to_string());
        typed.push((Instant::now(), text.clone()));
        std::thread::sleep(Duration::from_millis(15));
    }
    std::thread::sleep(wait);
    let killed = Instant::now();
    terminal.kill();
    let saved = saved(data.path()).expect("a session is saved");
    let draft = saved["draft"].as_str().expect("a text");
    assert!(TEXT.starts_with(draft), "{draft:?}");
    let old_enough = |at: &Instant| killed.duration_since(*at) > Duration::from_millis(500);
    let safe = typed.iter().rev().find(|(at, _)| old_enough(at)).map_or("", |(_, text)| text);
    assert!(draft.len() >= safe.trim_end().len(), "only {draft:?} of {safe:?} is on disk");
    let mut terminal = interview(data.path(), &["--resume"]);
    terminal.wait_for("resumed").wait_for("Question 2 of 2").wait_for("> ");
    let shown = draft.to_owned();
    terminal.wait_until("the draft", |screen| screen.contains(shown.trim_end()));
    terminal.keys("\u{4}");
    if draft.trim().is_empty() {
        terminal.keys("/skip\r");
    }
    terminal.wait_for("Summary").wait_for("Result").wait_for("Ownership");
    assert_eq!(terminal.end().0, 0);
    let kept = kept(data.path());
    assert_eq!(
        kept.iter().map(|attempt| attempt.question.as_str()).collect::<Vec<_>>(),
        ["result", "ownership"]
    );
    assert_eq!((kept[0].answer.as_str(), kept[1].answer.as_str()), ("Ok or Err.", draft.trim_end()));
    assert_eq!(kept[0].session.uid, kept[1].session.uid);
}

#[test]
fn after_a_kill_the_interview_goes_on_with_the_draft() {
    let _alone = alone();
    for wait in [0, 100, 200, 350, 700] {
        kill_while_typing(Duration::from_millis(wait));
    }
}

#[test]
fn a_closed_window_and_a_second_interrupt_keep_the_draft_and_the_time_left() {
    let _alone = alone();
    for way in ["-HUP", "-TERM", "interrupt"] {
        let data = tempfile::tempdir().expect("a folder");
        let mut terminal = interview(data.path(), &["--question", "ownership", "--per-question", "9:00"]);
        terminal.wait_for("> ").keys("/hint\r").wait_for("Hint:").wait_for("> ");
        terminal.keys(TEXT).wait_for("owner.");
        if way == "interrupt" {
            terminal.keys("\u{3}").wait_for("is kept").wait_for("owner.").keys("\u{3}").wait_for("--resume");
            assert_eq!(terminal.end().0, 130);
        } else {
            signal(way, &terminal.process().to_string());
            terminal.end();
        }
        let saved = saved(data.path()).expect("a session is saved");
        assert_eq!((&saved["draft"], &saved["hints"]), (&TEXT.into(), &1.into()), "{way}");
        assert!(saved["used"].as_u64().is_some_and(|used| used < 60_000), "{way}");
        let door = crate::program::viva([] as [&str; 0]).data(data.path()).run().out;
        assert!(door.contains("viva interview --resume"), "{way}: {door}");
        let mut terminal = interview(data.path(), &["--resume"]);
        terminal.wait_for("Question 1 of 1").wait_for("[8:5").wait_for("owner.").keys("\u{4}");
        terminal.wait_for("With 1 hint.").wait_for("Summary");
        assert_eq!(terminal.end().0, 0, "{way}");
        // It is over now.
        let mut terminal = interview(data.path(), &["--resume"]);
        terminal.wait_for("no interview was interrupted");
        assert_eq!(terminal.end().0, 2, "{way}");
    }
}

#[test]
fn a_draft_left_in_practice_is_back_the_next_time() {
    let _alone = alone();
    let data = tempfile::tempdir().expect("a folder");
    let environment = [("VIVA_DATA_DIR", data.path().to_str().expect("UTF-8"))];
    let mut terminal = Terminal::open(&["practice", "ownership"], 80, &environment);
    terminal.wait_for("> ").keys(TEXT).wait_for("owner.");
    signal("-TERM", &terminal.process().to_string());
    terminal.end();
    let mut terminal = Terminal::open(&["practice", "ownership"], 80, &environment);
    terminal.wait_for("What you had typed is back.").wait_for("owner.").keys("\u{4}").wait_for("+ explained");
    terminal.wait_for("Type r").keys("\r");
    assert_eq!(terminal.end().0, 0);
    assert_eq!(kept(data.path())[0].answer, TEXT);
}
