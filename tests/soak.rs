//! Long runs, outside `cargo test`: `just soak`. Prints what was done, for the record.
#![expect(clippy::disallowed_methods, reason = "it measures time")]
#![expect(clippy::print_stdout, reason = "its figures are read by people")]
#![allow(dead_code, unused_imports, reason = "the harness is shared with the integration tests")]

#[path = "integration/deadline.rs"]
mod deadline;
#[path = "integration/leaving.rs"]
mod leaving;
#[path = "integration/program.rs"]
mod program;
#[path = "integration/pty.rs"]
mod pty;
#[path = "integration/race.rs"]
mod race;

use std::time::{Duration, Instant};

use vivavoce::bank::Pack;

/// Answers a question is graded on.
const ROUNDS: usize = 20_000;

/// A small generator (SplitMix64, Steele, Lea and Flood 2014), so that a failure can be repeated by its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit as u64).expect("below a usize")
    }
}

#[test]
fn shuffled_words_of_the_rubrics_never_panic_and_spans_stay_sound() {
    let pack = Pack::embedded().expect("it loads");
    for question in &pack.questions {
        let grader = pack.grader(&question.id).expect("it compiles");
        let examples = question.rubric.concepts.iter().flat_map(|concept| {
            let examples = &concept.examples;
            examples.explained.iter().chain(&examples.named).chain(&examples.nothing)
        });
        let mut words: Vec<&str> = examples.flat_map(|example| example.split_whitespace()).collect();
        words.extend([
            "not",
            "no longer",
            "unless",
            ",",
            ";",
            "`",
            "(",
            ")",
            "\n- ",
            "?",
            "it is not true that",
            "\u{1f980}",
        ]);
        let mut random = Random(1);
        let (start, mut bytes) = (Instant::now(), 0);
        for _ in 0..ROUNDS {
            let length = 1 + random.below(40);
            let answer: Vec<&str> = (0..length).map(|_| words[random.below(words.len())]).collect();
            let answer = answer.join(" ");
            bytes += answer.len();
            let verdict = grader.grade(&answer);
            for evidence in verdict.concepts.iter().flat_map(|concept| &concept.evidence) {
                assert_eq!(
                    answer.get(evidence.span.start..evidence.span.end),
                    Some(evidence.text.as_str()),
                    "{answer}"
                );
            }
        }
        println!("{}: {ROUNDS} shuffled answers, {bytes} bytes, {:.1?}", question.id, start.elapsed());
    }
}

#[test]
fn time_grows_linearly_with_the_answer() {
    let pack = Pack::embedded().expect("it loads");
    let grader = pack.grader("ownership").expect("it compiles");
    for pattern in [
        "owner scope drop move borrow ",
        "Some people say that ",
        "is it? ",
        "- owner\n",
        "not ",
        "a, ",
        "`Rc` and ",
        "(",
        "\"? ",
    ] {
        let times: Vec<f64> = [16_384, 32_768, 65_536]
            .map(|length| pattern.repeat(length / pattern.len()))
            .map(|answer| {
                // The best of three: the machine has other things to do.
                let once = || {
                    let start = Instant::now();
                    std::hint::black_box(grader.grade(&answer));
                    start.elapsed().as_secs_f64()
                };
                (0..3).map(|_| once()).fold(f64::MAX, f64::min)
            })
            .to_vec();
        println!("{pattern:?}: {times:.3?} s for 16, 32 and 64 KiB");
        assert!(times[2] < 3.0 * times[1] + 0.02, "{pattern:?}: {times:?}");
    }
}

#[test]
fn eight_writers_with_random_kills() {
    let started = Instant::now();
    let tally = race::rounds(50, 7);
    println!("50 rounds of 8 writers: {tally:?} in {:?}, nothing lost", started.elapsed());
}

#[test]
fn keys_around_the_deadline() {
    let started = Instant::now();
    deadline::races(100);
    println!(
        "100 races of Ctrl-D and Enter around the deadline: none leaked, none lost, in {:?}",
        started.elapsed()
    );
}

#[test]
fn kills_while_typing() {
    let started = Instant::now();
    for round in 0..100 {
        leaving::kill_while_typing(Duration::from_millis(round * 7 % 600));
    }
    println!("100 kills while typing: at most half a second lost, all resumed, in {:?}", started.elapsed());
}
