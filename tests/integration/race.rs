//! Several processes that write one history, some of which are killed while they do.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use vivavoce::store::{AttemptFilter, Store};

/// Processes at work at the same time.
const WRITERS: usize = 8;
/// Attempts that each writes, one process after the other.
const WRITES: usize = 5;

/// What the rounds came to.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) acknowledged: usize,
    pub(crate) killed: usize,
}

/// Each round on a new file: whatever was acknowledged must be there, and the file sound.
pub(crate) fn rounds(number: usize, seed: u64) -> Tally {
    let mut tally = Tally::default();
    for round in 0..number {
        let folder = tempfile::tempdir().expect("a folder");
        let acknowledged: Vec<String> = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..WRITERS)
                .map(|writer| {
                    let folder = folder.path();
                    let seed = seed.wrapping_add((round * WRITERS + writer) as u64);
                    scope.spawn(move || write(folder, writer, seed))
                })
                .collect();
            writers.into_iter().flat_map(|writer| writer.join().expect("no panic")).collect()
        });
        let store = Store::open(&folder.path().join("history.db")).expect("it opens");
        store.check().expect("it is sound");
        let kept = store.attempts(&AttemptFilter::default()).expect("it can be read");
        for uid in &acknowledged {
            assert!(kept.iter().any(|attempt| attempt.uid == *uid), "round {round}: {uid} is lost");
        }
        let counted: u32 =
            store.question_totals("rust").expect("it can be read").iter().map(|total| total.skipped).sum();
        assert_eq!(counted as usize, kept.len(), "round {round}: the totals agree");
        tally.acknowledged += acknowledged.len();
        tally.killed += WRITERS * WRITES - acknowledged.len();
    }
    tally
}

/// Writes some attempts, each by a process of its own; some are killed. Gives what was acknowledged.
fn write(folder: &Path, writer: usize, seed: u64) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for number in 0..WRITES {
        let uid = format!("writer-{writer}-{number}");
        let line = format!(
            r#"{{"format":1,"uid":"{uid}","session":{{"uid":"s{writer}","kind":"interview","started":"2026-11-25T18:00:00Z"}},"pack":"rust","question":"ownership","outcome":"skipped","at":"2026-11-25T18:00:00Z","seconds":1,"limit":null,"hints":0,"answer":"","verdict":null,"rubric":"x","prediction":null}}"#
        );
        let input = folder.join(format!("{uid}.jsonl"));
        std::fs::write(&input, line).expect("written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_viva"))
            .args(["history", "--import"])
            .arg(&input)
            .env("VIVA_DATA_DIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        // Every other process is killed, at a moment that differs from one to the next.
        let fate = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(17).wrapping_add(number as u64 * 7);
        if fate.is_multiple_of(2) {
            std::thread::sleep(Duration::from_micros(fate % 20_000));
            child.kill().expect("it can be killed");
        }
        let output = child.wait_with_output().expect("it ends");
        match output.status.code() {
            Some(0) => acknowledged.push(uid),
            None => {}
            Some(status) => panic!("status {status}: {}", String::from_utf8_lossy(&output.stderr)),
        }
    }
    acknowledged
}

#[test]
fn killed_writers_lose_nothing_that_was_acknowledged() {
    let tally = rounds(5, 1);
    assert!(tally.acknowledged > 0 && tally.killed > 0, "{tally:?}");
}
