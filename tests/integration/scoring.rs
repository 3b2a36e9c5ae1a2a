//! `viva score`

use serde_json::Value;

use crate::program::viva;

const OWNER: &str =
    "Every value has exactly one owner, and when the owner goes out of scope the value is dropped.";

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

#[test]
fn a_piped_answer_is_graded_with_the_words_that_earned_it() {
    let run = viva(["score", "ownership", "-"]).input(OWNER).run();
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.out.contains("+ explained"), "{}", run.out);
    assert!(run.out.contains("one owner"), "{}", run.out);
    assert!(run.out.contains("- missed"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'), "no colour in a pipe");
}

#[test]
fn files_are_graded_in_order_and_the_bar_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let (good, bad) = (folder.path().join("good.txt"), folder.path().join("bad.txt"));
    std::fs::write(&good, OWNER).expect("written");
    std::fs::write(&bad, "I do not know that one, sorry.").expect("written");
    let paths = [good.to_str().expect("UTF-8"), bad.to_str().expect("UTF-8")];
    let run = viva(["score", "ownership", paths[0], paths[1], "--json", "--fail-under", "20"]).run();
    assert_eq!(run.status, 1);
    let rows = lines(&run.out);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["id"], paths[0]);
    assert!(rows[0]["score"].as_u64() > rows[1]["score"].as_u64());
    assert_eq!(viva(["score", "ownership", paths[0], "--fail-under", "20"]).run().status, 0);
}

#[test]
fn a_batch_answers_every_line_in_order_and_goes_on_after_bad_ones() {
    let long = format!(r#"{{"id":"long","question":"result","answer":"{}"}}"#, "x".repeat(70 << 10));
    let longer = format!(r#"{{"id":"longer","question":"result","answer":"{}"}}"#, "x".repeat(2 << 20));
    let input = [
        format!(r#"{{"id":"a1","question":"ownership","answer":"{OWNER}","extra":1}}"#).into_bytes(),
        format!(r#"{{"question":"ownership","answer":"{OWNER}"}}"#).into_bytes(),
        br#"{"id":"a3","question":"owneship","answer":"x"}"#.to_vec(),
        b"{not json".to_vec(),
        br#"["a list"]"#.to_vec(),
        br#"{"id":"a6","question":"result"}"#.to_vec(),
        b"{\"id\":\"a7\",\"question\":\"result\",\"answer\":\"\xff\"}".to_vec(),
        long.into_bytes(),
        longer.into_bytes(),
        b"".to_vec(),
        br#"{"id":"last","question":"result","answer":""}"#.to_vec(),
    ]
    .join(&b"\n"[..]);
    let run = viva(["score", "--batch"]).input(input).run();
    assert_eq!(run.status, 1);
    assert!(run.err.contains("7 lines of 10 could not be graded"), "{}", run.err);
    let rows = lines(&run.out);
    let kinds: Vec<_> = rows.iter().map(|row| row["error"]["kind"].as_str().unwrap_or("graded")).collect();
    assert_eq!(
        kinds,
        [
            "graded",
            "graded",
            "unknown-question",
            "bad-json",
            "bad-json",
            "missing-field",
            "not-utf8",
            "too-long",
            "too-long",
            "graded"
        ]
    );
    assert_eq!(rows[0]["id"], "a1");
    assert_eq!(rows[1]["id"], 2, "the line number stands in for a missing id");
    assert_eq!(rows[2]["id"], "a3");
    assert!(
        rows[2]["error"]["message"]
            .as_str()
            .is_some_and(|message| message.contains("did you mean \"ownership\""))
    );
    assert_eq!(rows[3]["line"], 4);
    assert_eq!(rows[3]["id"], Value::Null);
    assert_eq!(rows[9]["flags"], serde_json::json!(["too-short"]));
    let evidence = &rows[0]["concepts"][0]["evidence"][0];
    let (start, end) =
        (evidence["start"].as_u64().expect("a start"), evidence["end"].as_u64().expect("an end"));
    let text = &OWNER[usize::try_from(start).expect("small")..usize::try_from(end).expect("small")];
    assert_eq!(evidence["text"], text);
    assert_eq!(evidence["for"], "credit");
    assert_eq!(rows[0]["format"], 1);
}

#[test]
fn typos_are_told_in_the_evidence() {
    let answer = "Every value has exactly one ownner at any time.";
    let run = viva(["score", "ownership", "--json"]).input(answer).run();
    let row = &lines(&run.out)[0];
    assert_eq!(row["concepts"][0]["evidence"][0]["read"][0]["typed"], "ownner", "{row:#}");
    assert!(viva(["score", "ownership"]).input(answer).run().out.contains("ownner read as owner"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let line = format!("{{\"question\":\"ownership\",\"answer\":\"{OWNER}\"}}\n");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("many.jsonl");
    std::fs::write(&path, line.repeat(3_000)).expect("written");
    let script = format!(
        "{:?} score --batch {:?} | head -n 1; exit ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_viva"),
        path
    );
    let output = std::process::Command::new("bash").arg("-c").arg(script).output().expect("bash runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_width_and_colour_says_the_same() {
    let answer = "Moves copy all the heap data. Every value has exactly one owner.";
    let plain = viva(["score", "ownership"]).input(answer).run().out;
    let coloured = viva(["score", "ownership", "--color", "always"]).input(answer).run().out;
    assert!(coloured.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    let unwanted =
        viva(["score", "ownership", "--color", "auto"]).environment("NO_COLOR", "1").input(answer).run().out;
    assert_eq!(unwanted, plain);
    assert!(plain.lines().all(|line| line.chars().count() <= 80), "{plain}");
    insta::assert_snapshot!(plain);
}
