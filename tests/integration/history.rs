//! `viva history`, through the program.

use std::fs;

use serde_json::Value;

use crate::program::viva;
use crate::pty::{Terminal, alone};
use crate::seeded;

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("one JSON object")
}

#[test]
fn attempts_are_listed_and_filtered() {
    let data = seeded::folder();
    let numbers = |arguments: &[&str]| -> Vec<i64> {
        let all = ["history", "--json"].iter().chain(arguments);
        let run = viva(all).data(data.path()).run();
        assert_eq!(run.status, 0, "{}", run.err);
        let listed = json(&run.out);
        assert_eq!(listed["format"], 1);
        listed["attempts"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|one| one["number"].as_i64())
            .collect()
    };
    assert_eq!(numbers(&[]), [5, 4, 3, 2, 1]);
    assert_eq!(numbers(&["--question", "ownership"]), [2, 1]);
    assert_eq!(numbers(&["--question", "ownership", "--question", "result"]), [3, 2, 1]);
    assert_eq!(numbers(&["--since", "1d"]), [5, 4, 3, 2]);
    assert_eq!(numbers(&["--since", "today"]), [5]);
    assert_eq!(numbers(&["--until", "2026-11-20"]), [1]);
    assert_eq!(numbers(&["--below", "30"]).last(), Some(&1));
    assert_eq!(numbers(&["-n", "2"]), [5, 4]);
    assert_eq!(numbers(&["--topic", "async"]), [4]);
    for (arguments, said) in [
        (&["history", "--since", "soon"][..], "is no day"),
        (&["history", "--question", "owneship"], "did you mean \"ownership\""),
        (&["history", "show", "77"], "there is no attempt 77"),
        (&["history", "compare", "1", "3"], "compare two answers to one question"),
        (&["history", "compare", "rc-vs-arc"], "fewer than two answers"),
        (&["history", "compare", "4", "4"], "was skipped"),
    ] {
        let run = viva(arguments).data(data.path()).run();
        assert!(run.status == 2 && run.err.contains(said), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn an_empty_history_is_no_error() {
    for arguments in [&["history"][..], &["history", "--check"], &["history", "--export"]] {
        let run = viva(arguments).run();
        assert!(run.status == 0 && run.out.is_empty() && !run.err.is_empty(), "{arguments:?}: {}", run.err);
    }
    let run = viva(["history", "show"]).run();
    assert!(run.status == 2 && run.err.contains("no answers yet"), "{}", run.err);
}

#[test]
fn what_is_exported_can_be_imported_again_and_again() {
    let (data, other) = (seeded::folder(), tempfile::tempdir().expect("a folder"));
    let exported = viva(["history", "--export"]).data(data.path()).run().out;
    assert_eq!(exported.lines().count(), 5);
    let file = other.path().join("kept.jsonl");
    let name = file.to_str().expect("UTF-8");
    assert_eq!(viva(["history", "--export", name]).data(data.path()).run().status, 0);
    assert_eq!(fs::read_to_string(&file).expect("it is there"), exported);
    for (added, known) in [(5, 0), (0, 5)] {
        let run = viva(["history", "--import", name, "--json"]).data(other.path()).run();
        let said = json(&run.out);
        assert_eq!(
            (said["added"].as_i64(), said["known"].as_i64()),
            (Some(added), Some(known)),
            "{}",
            run.err
        );
    }
    assert_eq!(viva(["history", "--export"]).data(other.path()).run().out, exported);
    // Totals are the same as well.
    let list = |folder: &std::path::Path| viva(["list", "--json"]).data(folder).run().out;
    assert_eq!(list(data.path()), list(other.path()));
}

#[test]
fn a_bad_line_imports_nothing() {
    let data = seeded::folder();
    let good = viva(["history", "--export"]).data(data.path()).run().out;
    let first = good.lines().next().expect("a line");
    for (bad, said) in [
        ("{\"format\":1}".to_owned(), "missing field"),
        (first.replacen("\"format\":1", "\"format\":9", 1), "format 9 is not known"),
        (first.replacen("\"seconds\":95", "\"seconds\":-4", 1), "invalid value"),
        (first.replacen("\"score\":", "\"score\":999", 1), "at most 100"),
        (first.replacen("\"end\":", "\"end\":99", 1), "outside the answer"),
        (first.replacen("\"outcome\":\"answered\"", "\"outcome\":\"skipped\"", 1), "has a verdict where"),
        ("not json".to_owned(), "expected"),
    ] {
        assert_ne!(bad, first, "{said}: the edit does something");
        let new = tempfile::tempdir().expect("a folder");
        let run = viva(["history", "--import"]).data(new.path()).input(format!("{first}\n{bad}\n")).run();
        assert!(
            run.status == 2 && run.err.contains("line 2") && run.err.contains(said),
            "{said}: {}",
            run.err
        );
        let listed = json(&viva(["history", "--json"]).data(new.path()).run().out);
        assert_eq!(listed["attempts"].as_array().map(Vec::len), Some(0), "{said}");
    }
}

#[test]
fn deleting_asks_and_takes_the_totals_along() {
    let _alone = alone();
    let data = seeded::folder();
    let run = viva(["history", "delete", "2"]).data(data.path()).run();
    assert!(run.status == 2 && run.err.contains("--yes"), "{}", run.err);
    let folder = data.path().to_str().expect("UTF-8");
    for (reply, status, said) in [("n\r", 1, "Nothing was deleted"), ("y\r", 0, "Deleted 1 attempt.")] {
        let mut terminal = Terminal::open(&["history", "delete", "2", "--data-dir", folder], 80, &[]);
        terminal.wait_for("ownership").wait_for("[y/N]").keys(reply).wait_for(said);
        assert_eq!(terminal.end().0, status);
    }
    let run = viva(["history", "delete", "1", "2", "--yes"]).data(data.path()).run();
    assert!(run.status == 2 && run.err.contains("no attempt 2"), "all or nothing: {}", run.err);
    assert_eq!(viva(["history", "delete", "1", "--yes"]).data(data.path()).run().status, 0);
    let listed = json(&viva(["list", "--json"]).data(data.path()).run().out);
    let questions = listed["questions"].as_array().expect("a list");
    let ownership = questions.iter().find(|one| one["id"] == "ownership").expect("it is listed");
    assert_eq!((ownership["answered"].as_i64(), ownership["last"].as_i64()), (Some(0), None));
    assert_eq!(viva(["history", "--check"]).data(data.path()).run().status, 0);
}

#[test]
fn an_attempt_is_shown_with_its_evidence_and_compared_by_concept() {
    let data = seeded::folder();
    let run = viva(["history", "show", "2", "--json"]).data(data.path()).run();
    let attempt = &json(&run.out)["attempt"];
    assert_eq!(attempt["question"], "ownership");
    assert_eq!(attempt["verdict"]["concepts"][0]["level"], "explained");
    let run = viva(["history", "show"]).data(data.path()).run();
    assert!(
        run.out.contains("rc-vs-arc") && run.out.contains("日本語") && run.out.contains("🦀"),
        "the last: {}",
        run.out
    );
    let run = viva(["history", "compare", "ownership", "--json"]).data(data.path()).run();
    let compared = json(&run.out);
    assert_eq!((&compared["earlier"]["number"], &compared["later"]["number"]), (&1.into(), &2.into()));
    let change =
        compared["concepts"].as_array().expect("a list").iter().find(|one| one["id"] == "single-owner");
    assert_eq!(change.expect("it is compared")["change"], "better");
}
