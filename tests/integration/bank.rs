//! `viva list`, `viva show`, `viva study` and `viva` alone, through the program.

use serde_json::Value;

use crate::program::viva;
use crate::pty::{Terminal, alone};
use crate::seeded;

fn ids(arguments: &[&str], data: &std::path::Path) -> Vec<String> {
    let all = ["list", "--json"].iter().chain(arguments);
    let run = viva(all).data(data).run();
    assert_eq!(run.status, 0, "{}", run.err);
    let listed: Value = serde_json::from_str(&run.out).expect("one JSON object");
    let questions = listed["questions"].as_array().expect("a list");
    questions.iter().filter_map(|one| one["id"].as_str()).map(str::to_owned).collect()
}

#[test]
fn questions_are_filtered_and_searched() {
    let data = seeded::folder();
    let all = ids(&[], data.path());
    assert!(all.len() >= 8 && all.is_sorted());
    let answered = ids(&["--answered"], data.path());
    assert_eq!(answered, ["ownership", "rc-vs-arc", "result"]);
    assert_eq!(ids(&["--unanswered"], data.path()).len(), all.len() - answered.len());
    assert!(ids(&["--topic", "async"], data.path()).contains(&"async-await".to_owned()));
    assert_eq!(
        ids(&["--kind", "experience", "--difficulty", "mid"], data.path()),
        ["learning-under-pressure"]
    );
    // A word of a model answer, a word of a concept, two words, and words that are nowhere.
    assert!(ids(&["must_use"], data.path()).contains(&"result".to_owned()));
    assert!(ids(&["reference", "counting"], data.path()).contains(&"rc-vs-arc".to_owned()));
    assert!(ids(&["zebra"], data.path()).is_empty());
    let run = viva(["list", "zebra"]).data(data.path()).run();
    assert!(run.status == 0 && run.out.is_empty() && run.err.contains("no question passes"), "{}", run.err);
    let run = viva(["list", "--topic", "asinc"]).run();
    assert!(run.status == 2 && run.err.contains("did you mean \"async\""), "{}", run.err);
}

#[test]
fn a_question_is_shown_with_and_without_its_answer() {
    let data = seeded::folder();
    let page = viva(["show", "ownership"]).data(data.path()).run().out;
    for part in
        ["Answered 2 times", "A model answer", "A good answer says", "last time explained", "asks next"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    let prompt = viva(["show", "ownership", "--prompt"]).data(data.path()).run().out;
    assert!(page.starts_with(&prompt) && !prompt.contains("A model answer"), "{prompt}");
    let shown: Value =
        serde_json::from_str(&viva(["show", "ownership", "--json"]).data(data.path()).run().out)
            .expect("JSON");
    assert_eq!(shown["concepts"][0]["last"], "explained");
    assert!(shown["model_answer"].as_str().is_some_and(|text| text.contains("owner")));
}

#[test]
fn the_door_greets_a_newcomer_and_tells_everybody_else_where_they_are() {
    let first = viva([] as [&str; 0]).run();
    assert_eq!(first.status, 0, "{}", first.err);
    assert!(first.out.contains("viva interview -n 2") && first.out.lines().count() <= 6, "{}", first.out);
    let data = seeded::folder();
    let later = viva([] as [&str; 0]).data(data.path()).run().out;
    for part in ["Last interview", "today, 1 answered", "Weakest topics", "viva practice ", "viva history"] {
        assert!(later.contains(part), "{part}: {later}");
    }
    let page: Value = serde_json::from_str(&viva(["--json"]).data(data.path()).run().out).expect("JSON");
    assert_eq!((&page["format"], &page["attempts"]), (&1.into(), &5.into()));
    let run = viva(["--json", "list"]).run();
    assert!(run.status == 2 && run.err.contains("after the command"), "{}", run.err);
}

#[test]
fn studying_shows_the_answer_on_a_key() {
    let _alone = alone();
    let mut terminal = Terminal::open(&["study", "--topic", "ownership", "--no-pager"], 80, &[]);
    terminal.wait_for("Any key: the model answer").keys(" ");
    terminal
        .wait_for("A model answer")
        .wait_for("A good answer says")
        .wait_for("Any key: the next question")
        .keys("\r");
    terminal.wait_for("Any key: the model answer").keys("q").wait_for("viva practice ");
    assert_eq!(terminal.end().0, 0);
    let mut terminal = Terminal::open(&["study", "result"], 80, &[("ACCESSIBLE", "1")]);
    terminal.wait_for("Any key").keys("\r").wait_for("A model answer").wait_for("viva practice result");
    assert!(!terminal.raw.contains(&0x1b), "plain lines only");
    assert_eq!(terminal.end().0, 0);
    let run = viva(["study", "result"]).run();
    assert!(run.status == 2 && run.err.contains("viva show"), "{}", run.err);
}

#[test]
fn long_texts_go_through_the_pager_on_a_terminal_only() {
    let _alone = alone();
    let pager = [("PAGER", "sed s/^/paged:/")];
    let mut terminal = Terminal::open(&["show", "result"], 80, &pager);
    terminal.wait_for("paged:");
    assert_eq!(terminal.end().0, 0);
    for (arguments, environment) in [
        (&["show", "result", "--no-pager"][..], &pager[..]),
        (&["show", "result", "--plain"], &pager),
        (&["show", "result", "--prompt"], &pager),
        (&["show", "result"], &[("PAGER", "no-such-program")]),
    ] {
        let (status, shown) = Terminal::open(arguments, 80, environment).end();
        assert!(
            status == 0 && !shown.contains("paged:") && shown.contains("What does a function"),
            "{shown}"
        );
    }
    let run = viva(["show", "result"]).environment("PAGER", "sed s/^/paged:/").run();
    assert!(!run.out.contains("paged:"));
}
