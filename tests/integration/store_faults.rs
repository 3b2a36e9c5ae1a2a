//! Histories that cannot be used: each is named, and left as it is.

use std::fs;
use std::path::Path;
use std::process::Command;

use rusqlite::Connection;

use crate::program::{Run, viva};
use crate::seeded;

fn history(data: &Path) -> Run {
    viva(["history"]).data(data).run()
}

/// Runs `viva history` on a history that was edited, and compares the file before and after.
fn left_alone(edit: impl FnOnce(&mut Vec<u8>), said: &str) {
    let data = seeded::folder();
    let file = data.path().join("history.db");
    let mut bytes = fs::read(&file).expect("it is there");
    edit(&mut bytes);
    fs::write(&file, &bytes).expect("written");
    for run in [history(data.path()), viva(["history", "--import"]).data(data.path()).run()] {
        assert!(
            run.status == 2 && run.err.contains("history.db") && run.err.contains(said),
            "{said}: {}",
            run.err
        );
    }
    assert_eq!(fs::read(&file).expect("it is there"), bytes, "{said}: the file is untouched");
    // What can do without a history says so and goes on.
    let run = viva(["list"]).data(data.path()).run();
    assert!(
        run.status == 0 && run.out.contains("ownership") && run.err.contains("going on without"),
        "{}",
        run.err
    );
}

#[test]
fn newer_foreign_and_damaged_files_are_left_alone() {
    // The header's fields: https://www.sqlite.org/fileformat.html#the_database_header
    left_alone(|bytes| bytes[60..64].copy_from_slice(&99_u32.to_be_bytes()), "written by a newer viva");
    left_alone(|bytes| bytes[68..72].copy_from_slice(&7_u32.to_be_bytes()), "of another program");
    left_alone(
        |bytes| *bytes = b"these are my notes, not a database, and they are long enough".repeat(40),
        "is damaged",
    );
    left_alone(|bytes| bytes[20..4096].fill(0xa5), "is damaged");
}

#[test]
fn a_fault_deep_in_the_file_is_found_on_demand() {
    let data = seeded::folder();
    let file = data.path().join("history.db");
    let mut bytes = fs::read(&file).expect("it is there");
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x5a);
    fs::write(&file, &bytes).expect("written");
    let run = viva(["history", "--check"]).data(data.path()).run();
    assert!(run.status == 2 && run.err.contains("is damaged"), "{} {}", run.out, run.err);
    assert_eq!(fs::read(&file).expect("it is there"), bytes);
}

#[test]
fn a_locked_file_is_waited_for_and_then_named() {
    let data = seeded::folder();
    let holder = Connection::open(data.path().join("history.db")).expect("it opens");
    holder.execute_batch("BEGIN IMMEDIATE").expect("it locks");
    let line = viva(["history", "--export", "-n", "1"]).data(data.path()).run().out;
    assert!(!line.is_empty(), "reading goes on beside a writer");
    let run = viva(["history", "--import"]).data(data.path()).input(line.as_str()).run();
    assert!(run.status == 2 && run.err.contains("locked by another program"), "{}", run.err);
    holder.execute_batch("ROLLBACK").expect("it unlocks");
    assert_eq!(viva(["history", "--import"]).data(data.path()).input(line).run().status, 0);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt as _;

    let data = seeded::folder();
    let closed = data.path().join("closed");
    fs::create_dir(&closed).expect("a folder");
    fs::copy(data.path().join("history.db"), closed.join("history.db")).expect("a copy");
    // Root may write everywhere, so the program runs as nobody, from a place where nobody may read it.
    let program = data.path().join("viva");
    fs::copy(env!("CARGO_BIN_EXE_viva"), &program).expect("a copy");
    for path in [data.path(), &program] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("it is ours");
    }
    fs::set_permissions(closed.join("history.db"), fs::Permissions::from_mode(0o444)).expect("it is ours");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("it is ours");
    let before = fs::read(closed.join("history.db")).expect("it is there");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).env("VIVA_DATA_DIR", &closed).stdin(std::process::Stdio::null());
        let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
        if is_root {
            std::os::unix::process::CommandExt::uid(&mut command, 65_534);
        }
        let output = command.output().expect("it starts");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let (status, said) = run(&["history", "--import"]);
    assert!(status == Some(2) && said.contains("closed") && said.contains("--data-dir"), "{said}");
    let (status, said) = run(&["list"]);
    assert!(status == Some(0) && (said.is_empty() || said.contains("going on without")), "{said}");
    let (status, said) = run(&["history", "--import", "--data-dir", &format!("{}/new", closed.display())]);
    assert!(status == Some(2) && said.contains("cannot be opened or written"), "{said}");
    assert_eq!(fs::read(closed.join("history.db")).expect("it is there"), before);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("it is ours");
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_nothing_is_half_written() {
    let data = seeded::folder();
    let file = data.path().join("history.db");
    let lines = viva(["history", "--export"]).data(data.path()).run().out;
    let many: String =
        (0..400).map(|n| lines.replace("\"uid\":\"2026", &format!("\"uid\":\"{n}-2026"))).collect();
    let input = data.path().join("many.jsonl");
    fs::write(&input, many).expect("written");
    // No file may grow beyond 200 KiB: the kernel's own limit stands for a small disk.
    let script = "trap '' XFSZ; ulimit -f 200; exec \"$0\" history --import \"$1\"";
    let run = Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_viva")])
        .arg(&input)
        .env("VIVA_DATA_DIR", data.path())
        .output()
        .expect("bash runs");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(
        run.status.code() == Some(2) && said.contains("history.db") && said.contains("cannot grow"),
        "{said}"
    );
    assert!(file.exists());
    let after = viva(["history", "--export"]).data(data.path()).run();
    assert_eq!(after.out, lines, "nothing was half written: {}", after.err);
    assert_eq!(viva(["history", "--check"]).data(data.path()).run().status, 0);
}
