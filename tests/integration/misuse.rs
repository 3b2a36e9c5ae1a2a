//! Bad input: a clear message or harmless output, the right exit status, no panic.

use std::fs;

use crate::program::{pack_copy, viva};

#[test]
fn unknown_names_are_answered_with_the_nearest() {
    let run = viva(["score", "owneship"]).input("x").run();
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert_eq!(run.err, "viva: there is no question \"owneship\"; did you mean \"ownership\"?\n");
    let run = viva(["practice", "zebra"]).run();
    assert_eq!(run.status, 2);
    assert!(run.err.contains("there are: async-await"), "{}", run.err);
    let run = viva(["interview", "--topic", "memori"]).run();
    assert!(run.status == 2 && run.err.contains("did you mean \"memory\""), "{}", run.err);
}

#[test]
fn unknown_flags_and_values_are_misuse() {
    for arguments in [
        &["interview", "--colour"][..],
        &["interview", "-n", "0"],
        &["interview", "--difficulty", "expert"],
        &["interview", "--per-question", "soon"],
        &["score"],
        &["nonsense"],
    ] {
        let run = viva(arguments).run();
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.err);
        assert!(run.out.is_empty() && !run.err.is_empty(), "{arguments:?}");
    }
    assert_eq!(viva(["--version"]).run().status, 0);
}

#[test]
fn questions_are_asked_only_at_a_terminal() {
    for arguments in [&["interview"][..], &["practice", "ownership"]] {
        let run = viva(arguments).input("an answer\n/submit\n").run();
        assert_eq!(run.status, 2);
        assert!(run.err.contains("use `viva score QUESTION FILE`"), "{}", run.err);
    }
}

#[test]
fn unusable_answers_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let latin = folder.path().join("latin1.txt");
    fs::write(&latin, b"caf\xe9").expect("written");
    let big = folder.path().join("big.txt");
    fs::write(&big, "words and more words ".repeat(500_000)).expect("written");
    for (path, said) in [
        (latin.as_path(), "byte 3 is not UTF-8"),
        (big.as_path(), "at most 64 KiB"),
        (folder.path(), "cannot be read"),
        (&folder.path().join("missing.txt"), "cannot be read"),
    ] {
        let run = viva(["score", "ownership", path.to_str().expect("UTF-8")]).run();
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{path:?}");
        assert!(run.err.contains(said) && run.err.contains(path.to_str().expect("UTF-8")), "{}", run.err);
    }
    let run = viva(["score", "ownership", "--batch"]).input("").run();
    assert_eq!(run.status, 2, "a question and a batch exclude each other");
    let run = viva(["score", "ownership"]).input("a".repeat(10 << 20)).run();
    assert_eq!(run.status, 2, "{}", run.err);
}

#[test]
fn a_bad_pack_is_shown_with_its_place() {
    let rubric = |edit: &dyn Fn(String) -> String| {
        let pack = pack_copy();
        let path = pack.path().join("rubrics/result.json");
        let text = fs::read_to_string(&path).expect("it is there");
        let edited = edit(text.clone());
        assert_ne!(edited, text, "the edit does something");
        fs::write(&path, edited).expect("written");
        let run = viva(["pack", "check", pack.path().to_str().expect("UTF-8")]).run();
        (run.status, run.out, run.err)
    };
    let (status, out, _) = rubric(&|text| text.replacen("\"importance\"", "\"importanse\"", 1));
    assert_eq!(status, 2);
    assert!(out.contains("unknown field `importanse`") && out.contains("result.json:"), "{out}");

    let (status, out, _) = rubric(&|text| text[..text.len() / 2].to_owned());
    assert_eq!(status, 2);
    assert!(out.contains("EOF while parsing"), "{out}");

    let (status, out, _) = rubric(&|text| text.replacen("\"format\": 1", "\"format\": 2", 1));
    assert_eq!(status, 2);
    assert!(out.contains("format 2 is not known") && out.contains("this version reads format 1"), "{out}");

    let (status, out, _) = rubric(&|text| {
        text.replacen("\"explained\": [\n        \"", "\"explained\": [\n        \"(a | b", 1)
    });
    assert_eq!(status, 1, "{out}");
    assert!(out.contains("error[phrase]") && out.contains('^'), "{out}");

    let run = viva(["score", "result", "--pack", "/nonexistent"]).input("x").run();
    assert_eq!(run.status, 2);
    assert!(run.err.contains("/nonexistent/questions: cannot be read"), "{}", run.err);
}

#[test]
fn odd_packs_are_refused_without_a_panic() {
    type Edit<'a> = &'a dyn Fn(String) -> String;
    let cases: &[(&str, &str, Edit<'_>, i32, &str)] = &[
        (
            "an id that is not the file's name",
            "questions/result.json",
            &|text| text.replacen("\"id\": \"result\"", "\"id\": \"../x\"", 1),
            2,
            "is no id",
        ),
        (
            "a fault at a wide character",
            "questions/result.json",
            &|_| "{\"format\":1,\"id\":é}".to_owned(),
            2,
            "expected value",
        ),
        (
            "an empty title",
            "questions/result.json",
            &|text| text.replacen("\"title\": \"Result\"", "\"title\": \" \"", 1),
            2,
            "title is empty",
        ),
        (
            "sets that contain each other",
            "rubrics/_lexicon.json",
            &|text| text.replacen("\"sets\": {", "\"sets\": {\"xa\": [\"@xb\"], \"xb\": [\"@xa\"],", 1),
            1,
            "contains itself",
        ),
        (
            "sets nested too deep",
            "rubrics/_lexicon.json",
            &|text| {
                let chain: String =
                    (0..40).map(|n| format!("\"x{n}\": [\"@x{} @x{}\"],", n + 1, n + 1)).collect();
                text.replacen("\"sets\": {", &format!("\"sets\": {{{chain} \"x40\": [\"end\"],"), 1)
            },
            1,
            "nest at most",
        ),
        (
            "a rubric's set that hides one of the lexicon",
            "rubrics/result.json",
            &|text| text.replacen("\"sets\": {", "\"sets\": {\"freed\": [\"gone\"],", 1),
            2,
            "the lexicon has a set @freed too",
        ),
        (
            "a set of another rubric",
            "rubrics/result.json",
            &|text| text.replacen("\"explained\": [", "\"explained\": [\"@blind reader\",", 1),
            1,
            "there is no set @blind",
        ),
    ];
    for (what, file, edit, status, said) in cases {
        let pack = pack_copy();
        let path = pack.path().join(file);
        let text = fs::read_to_string(&path).expect("it is there");
        let edited = edit(text.clone());
        assert_ne!(edited, text, "{what}: the edit does something");
        fs::write(&path, edited).expect("written");
        let run = viva(["pack", "check", pack.path().to_str().expect("UTF-8")]).run();
        assert_eq!(run.status, *status, "{what}: {}", run.out);
        assert!(run.out.contains(said), "{what}: {}", run.out);
    }
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let answer = "\u{feff}Every value has exactly one owner.";
    assert!(viva(["score", "ownership"]).input(answer).run().out.contains("+ explained"));
    let line =
        "\u{feff}{\"id\":123456789012345678901234567890,\"question\":\"ownership\",\"answer\":\"one owner\"}";
    let run = viva(["score", "--batch"]).input(line).run();
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(
        run.out.contains("\"id\":123456789012345678901234567890,"),
        "ids come back as they were written: {}",
        run.out
    );
}

#[test]
fn nothing_from_a_pack_or_an_answer_steers_the_terminal() {
    let pack = pack_copy();
    let path = pack.path().join("rubrics/result.json");
    let text = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, text.replacen("\"title\": \"", "\"title\": \"\\u001b]0;owned\\u0007\\u001b[2J", 1))
        .expect("written");
    let folder = pack.path().to_str().expect("UTF-8");
    let answer = "`Result` is either Ok with the value\u{1b}[2J or Err with the error\u{9b}31m\u{7}.";
    let run = viva(["score", "result", "--pack", folder]).input(answer).run();
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("]0;owned[2J"), "the title is shown, harmless: {}", run.out);
    assert!(!run.out.contains(['\u{1b}', '\u{7}', '\u{9b}']));
    let run = viva(["score", "\u{1b}[31mred"]).input("x").run();
    assert!(!run.err.contains('\u{1b}'));
}

#[test]
fn deep_and_repetitive_input_is_graded_in_time() {
    for answer in [
        "(".repeat(60_000),
        "`".repeat(60_000),
        "not ".repeat(16_000),
        "owner scope drop move borrow ".repeat(2_200),
        "Rc Arc ".repeat(9_000),
        "\u{200b}".repeat(20_000),
        "?!?. ".repeat(12_000),
        "a,".repeat(30_000),
        "Some people say that ".repeat(3_000),
        "x. ".repeat(21_000),
        "and this ".repeat(7_000),
        ".)".repeat(32_000),
        "a.\"".repeat(21_000),
        "\"? ".repeat(20_000),
    ] {
        let start = std::time::Instant::now();
        let run = viva(["score", "ownership", "--json"]).input(answer.clone()).run();
        assert_eq!(run.status, 0);
        // The slowest takes about a second in a debug build on an idle machine; `just soak` compares lengths by ratio.
        let seconds = start.elapsed().as_secs();
        assert!(seconds < 10, "{seconds} s for {:?}…", answer.chars().take(12).collect::<String>());
    }
}
