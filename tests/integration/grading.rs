//! What the grader must tell apart, and what must hold for any text.

use proptest::prelude::*;
use vivavoce::bank::{Flag, Level, Pack};
use vivavoce::grade::{Grader, Verdict};

fn pack() -> Pack {
    Pack::embedded().expect("it loads")
}

fn grader(question: &str) -> Grader {
    pack().grader(question).expect("it compiles")
}

fn level(question: &str, concept: &str, answer: &str) -> Level {
    grader(question).grade(answer).level(concept).expect("the concept is there")
}

fn misconceptions(question: &str, answer: &str) -> Vec<String> {
    grader(question).grade(answer).misconceptions.into_iter().map(|found| found.id).collect()
}

#[test]
fn opposites_are_told_apart() {
    use Level::{Contradicted, Explained};
    for (question, concept, truth, lie) in [
        ("rc-vs-arc", "rc-single-thread", "`Rc` is not thread-safe.", "`Rc` is thread-safe."),
        (
            "async-await",
            "future-is-lazy",
            "Futures do nothing until they are polled.",
            "Futures run eagerly as soon as you call the function.",
        ),
        (
            "thread-safety",
            "send-trait",
            "`Send` means that a value may be moved to another thread.",
            "`Send` means that it must never be moved to another thread.",
        ),
        (
            "ownership",
            "borrow-without-owning",
            "A reference does not take ownership.",
            "A reference takes ownership.",
        ),
        (
            "ownership",
            "single-owner",
            "A value has exactly one owner.",
            "A value can have several owners at once.",
        ),
    ] {
        assert_eq!(level(question, concept, truth), Explained, "{truth}");
        assert_eq!(level(question, concept, lie), Contradicted, "{lie}");
    }
    let swapped = "`Send` means that a value may be shared by reference between threads.";
    assert_ne!(level("thread-safety", "send-trait", swapped), Explained, "{swapped}");
}

#[test]
fn a_misconception_is_found_and_its_denial_is_not() {
    for (question, id, said, denied) in [
        (
            "ownership",
            "move-copies-heap-data",
            "A move copies the heap data.",
            "A move does not copy the heap data.",
        ),
        (
            "rc-vs-arc",
            "arc-allows-mutation",
            "`Arc` makes its contents mutable from several threads.",
            "It is not true that `Arc` makes its contents mutable.",
        ),
        (
            "thread-safety",
            "send-sync-swapped",
            "`Send` means it can be shared by reference, `Sync` means it can be moved to another thread.",
            "`Send` means it can be moved to another thread, `Sync` means it can be shared by reference.",
        ),
        (
            "async-await",
            "async-call-starts-work",
            "Calling an async fn starts it in the background.",
            "Calling an async fn does not start it in the background.",
        ),
    ] {
        assert_eq!(misconceptions(question, said), [id], "{said}");
        assert!(misconceptions(question, denied).is_empty(), "{denied}");
    }
}

#[test]
fn claims_of_others_cost_nothing() {
    let answer = "Some people say that a move copies the heap data, but that is wrong.";
    assert!(misconceptions("ownership", answer).is_empty());
    let answer = "A common myth is that Arc lets several threads change the value.";
    assert!(misconceptions("rc-vs-arc", answer).is_empty());
}

#[test]
fn what_is_no_answer_earns_at_most_25_points_and_bears_its_flag() {
    for question in pack().questions {
        let grader = grader(&question.id);
        let samples = &question.rubric.samples;
        let list = samples.iter().find(|sample| sample.name == "keyword-list").expect("every rubric has one");
        for (answer, flag) in [
            (String::new(), Flag::TooShort),
            ("no idea sorry".to_owned(), Flag::TooShort),
            (question.prompt.replace('?', "."), Flag::Echo),
            (list.text.clone(), Flag::KeywordList),
        ] {
            let verdict = grader.grade(&answer);
            assert!(verdict.score <= 25, "{}: {answer:?} earns {}", question.id, verdict.score);
            // Titles that are whole sentences make no list.
            if flag != Flag::KeywordList {
                assert!(
                    verdict.flags.contains(&flag),
                    "{}: {answer:?} bears {:?}",
                    question.id,
                    verdict.flags
                );
            }
        }
        let off = "The lake north of the town is deep and cold, and the boats that cross it in summer carry fruit, wood \
                   and sometimes a piano to the villages on the far side.";
        assert_eq!(grader.grade(off).flags, [Flag::OffTopic], "{}", question.id);
    }
}

#[test]
fn what_the_answer_itself_takes_back_earns_nothing() {
    for answer in [
        "Every value has exactly one owner. When the owner goes out of scope, it is dropped. None of this is true.",
        "I doubt that every value has exactly one owner.",
        "False: every value has exactly one owner.",
        "I have no idea what these mean: exactly one owner, dropped at the end of the scope.",
        "It is not true that every value has exactly one owner, and that it is dropped when the owner leaves scope.",
    ] {
        let verdict = grader("ownership").grade(answer);
        let explained: Vec<_> =
            verdict.concepts.iter().filter(|c| c.level == Level::Explained).map(|c| &c.id).collect();
        assert!(explained.is_empty(), "{answer}: {explained:?}");
    }
}

#[test]
fn overlapping_matches_are_no_fault() {
    for answer in
        ["moved no longer no double", "no no longer not no longer owner no", "not not not value owner not"]
    {
        assert!(grader("ownership").grade(answer).score <= 25);
    }
}

#[test]
fn another_language_is_no_contradiction() {
    let answer =
        "In C you must free memory yourself, but in Rust it is freed when the owner goes out of scope.";
    assert_eq!(level("ownership", "drop-at-scope-end", answer), Level::Explained);
}

#[test]
fn negating_a_credited_sentence_never_raises_its_level() {
    for question in pack().questions {
        let grader = grader(&question.id);
        for concept in &question.rubric.concepts {
            for example in concept.examples.explained.iter().chain(&concept.examples.named) {
                let before = grader.grade(example).level(&concept.id);
                let negated = format!(
                    "It is not true that {}{}",
                    example.chars().take(1).flat_map(char::to_lowercase).collect::<String>(),
                    example.chars().skip(1).collect::<String>()
                );
                let after = grader.grade(&negated).level(&concept.id);
                assert!(rank(after) <= rank(before), "{}: {negated}", concept.id);
            }
        }
    }
}

#[test]
fn an_unrelated_sentence_never_lowers_a_level() {
    for question in pack().questions {
        let grader = grader(&question.id);
        for concept in &question.rubric.concepts {
            for example in &concept.examples.explained {
                let before = grader.grade(example).level(&concept.id);
                let around = format!(
                    "I will try to answer this one. {example} That is about it, thank you for listening."
                );
                let after = grader.grade(&around).level(&concept.id);
                assert!(rank(after) >= rank(before), "{}: {around}", concept.id);
            }
        }
    }
}

fn rank(level: Option<Level>) -> u8 {
    match level {
        Some(Level::Explained) => 2,
        Some(Level::Named) => 1,
        _ => 0,
    }
}

fn spans_are_sound(verdict: &Verdict, answer: &str) {
    let concepts = verdict.concepts.iter().flat_map(|concept| &concept.evidence);
    let misconceptions = verdict.misconceptions.iter().flat_map(|misconception| &misconception.evidence);
    for evidence in concepts.chain(misconceptions) {
        assert!(!evidence.text.is_empty());
        assert_eq!(answer.get(evidence.span.start..evidence.span.end), Some(evidence.text.as_str()));
    }
    for near in verdict.concepts.iter().filter_map(|concept| concept.near_miss.as_ref()) {
        assert!(answer.get(near.span.start..near.span.end).is_some());
    }
    for concept in &verdict.concepts {
        let range = match concept.level {
            Level::Explained => 0.7..=1.0,
            Level::Named => 0.4..=0.699,
            Level::Missed => 0.0..=0.399,
            Level::Contradicted => 0.0..=0.0,
        };
        assert!(range.contains(&concept.strength), "{concept:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_one_verdict_with_sound_spans(
        words in prop::collection::vec(
            prop_oneof![
                4 => prop::sample::select(vec![
                    "owner", "value", "moved", "not", "scope", "dropped", "`Rc`", "Arc", "no", "two", "copy", "the",
                    "freed", "reference", "never", "compile", "time", "without", "ownner", "but", "is", "can't",
                ]),
                1 => Just("\u{301}e\u{fb01}"),
                1 => Just("\u{2014}\u{1f980}"),
            ],
            0..60,
        ),
        noise in "\\PC{0,40}",
        separator in prop::sample::select(vec![" ", ", ", ". ", "\n", "\n- ", "`", "\u{a0}", "\u{200b}"]),
    ) {
        let answer = format!("{}{noise}", words.join(separator));
        let grader = grader("ownership");
        let verdict = grader.grade(&answer);
        spans_are_sound(&verdict, &answer);
        prop_assert_eq!(&verdict, &grader.grade(&answer));
        prop_assert!(verdict.score <= 100);
    }
}
