//! `viva interview`

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anstream::{print, println};

use super::args::{self, InterviewArgs};
use super::conduct::Conductor;
use super::duration;
use super::failure::{Failure, Outcome};
use super::screen::Screen;
use crate::bank::{Difficulty, Pack, Question};
use crate::report::signs::{FAINT, HEADING, styled};
use crate::report::{clock, wrap};
use crate::session::{Feedback, Filter, Plan, Session, plan};

/// Typing takes longer than speaking: strong written answers need about 42 words a minute.
const TYPING: (u64, u64) = (3, 2);

/// Asks some questions, one after the other.
pub(crate) fn run(args: &InterviewArgs, pack: &Pack, screen: Screen) -> Outcome {
    let per_question =
        args.per_question.as_deref().map(duration::seconds).transpose().map_err(Failure::unusable)?;
    let filter = filter(args, pack)?;
    let seed = args.seed.unwrap_or_else(fresh_seed);
    let plan = plan(pack, &filter, usize::from(args.number), seed);
    if plan.questions.is_empty() {
        return Err(Failure::unusable(
            "no question has this topic and this difficulty; leave one of the two out",
        ));
    }
    let conductor = Conductor::new(screen)?;
    let limits: Vec<Option<u64>> = plan
        .questions
        .iter()
        .map(|id| if args.untimed { None } else { per_question.or(pack.question(id).map(typing_time)) })
        .collect();
    header(&plan, &limits, usize::from(args.number), seed, screen);
    let feedback = match args.feedback {
        args::Feedback::Each => Feedback::Each,
        args::Feedback::End => Feedback::End,
    };
    let questions = plan.questions.into_iter().zip(limits).collect();
    let mut session = Session::new(pack, questions, feedback);
    conductor.conduct(&mut session, pack)?;
    Ok(ExitCode::SUCCESS)
}

/// The time for typing an answer, in seconds.
fn typing_time(question: &Question) -> u64 {
    u64::from(question.minutes) * 60 * TYPING.0 / TYPING.1
}

fn filter(args: &InterviewArgs, pack: &Pack) -> Result<Filter, Failure> {
    let mut known: Vec<&str> =
        pack.questions.iter().flat_map(|question| &question.topics).map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    if let Some(topic) = args.topic.iter().find(|topic| !known.contains(&topic.as_str())) {
        let hint = crate::suggest::nearest(topic, known.iter().copied()).map_or_else(
            || format!("there are: {}", known.join(", ")),
            |near| format!("did you mean {near:?}?"),
        );
        return Err(Failure::unusable(format!("there is no topic {topic:?}; {hint}")));
    }
    let difficulty = args.difficulty.map(|difficulty| match difficulty {
        args::Difficulty::Junior => Difficulty::Junior,
        args::Difficulty::Mid => Difficulty::Mid,
        args::Difficulty::Senior => Difficulty::Senior,
    });
    Ok(Filter { topics: args.topic.clone(), difficulty })
}

/// A seed from the clock, short enough to type.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line reads the clock; the plan only takes a number"
)]
fn fresh_seed() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64 % 10_000)
}

fn header(plan: &Plan, limits: &[Option<u64>], wanted: usize, seed: u64, screen: Screen) {
    let number = plan.questions.len();
    let total: Option<u64> = limits.iter().copied().sum();
    let time = total.map_or_else(|| "untimed".to_owned(), |total| format!("{} in all", clock(total)));
    println!("{}", styled(HEADING, "Mock interview"));
    print!(
        "{}",
        wrap(
            &format!("{number} question{}, {time}.", if number == 1 { "" } else { "s" }),
            screen.width,
            "",
            ""
        )
    );
    if plan.missing > 0 {
        print!(
            "{}",
            wrap(&format!("{wanted} were asked for; these are all there are."), screen.width, "", "")
        );
    }
    let keys = "Enter: new line. Ctrl-D or /submit: hand in. /hint, /skip, /edit, /quit, /help.";
    print!("{}", styled(FAINT, &wrap(keys, screen.width, "", "")));
    print!(
        "{}",
        styled(FAINT, &wrap(&format!("The same questions again: --seed {seed}"), screen.width, "", ""))
    );
}
