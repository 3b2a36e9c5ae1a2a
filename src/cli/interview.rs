//! `viva interview`

use std::process::ExitCode;

use anstream::{print, println};

use super::args::{self, InterviewArgs};
use super::conduct::Conductor;
use super::failure::{Failure, Outcome};
use super::prompt::AnswerPrompt;
use super::recorder::Recorder;
use super::screen::Screen;
use super::surroundings::Surroundings;
use super::{choose, duration, past};
use crate::bank::{Pack, Question};
use crate::record::SessionKind;
use crate::report::signs::{FAINT, HEADING, styled};
use crate::report::{clock, wrap};
use crate::session::{Feedback, Pick, Plan, Reason, Session, choose as by_history, draw};

/// Typing takes longer than speaking: strong written answers need about 42 words a minute.
const TYPING: (u64, u64) = (3, 2);

/// Questions where nothing else is said.
const NUMBER: u16 = 5;

/// Asks some questions, one after the other.
pub(crate) fn run(args: &InterviewArgs, surroundings: &Surroundings) -> Outcome {
    let pack = surroundings.load_pack()?;
    let (screen, config) = (surroundings.screen, &surroundings.config);
    let per_question = args.per_question.as_ref().or(config.per_question.as_ref());
    let per_question =
        per_question.map(|time| duration::seconds(time)).transpose().map_err(Failure::unusable)?;
    let number = usize::from(args.number.or(config.number).unwrap_or(NUMBER));
    let filter = choose::filter(&args.filter, &pack)?;
    let prompt = AnswerPrompt::open(screen)?;
    let recorder = Recorder::open(SessionKind::Interview, surroundings)?;
    let plan = match (args.question.as_slice(), args.seed) {
        ([], Some(seed)) => draw(&pack, &filter, number, seed),
        ([], None) => {
            let past = past::known(Some(recorder.store()), &pack.name)?;
            by_history(&pack, &filter, number, fresh_seed(surroundings), &past)
        }
        (named, _) => by_name(named, &pack)?,
    };
    if plan.picks.is_empty() {
        return Err(Failure::unusable("no question passes these filters; leave one of them out"));
    }
    let limit = |pick: &Pick| match args.untimed {
        true => None,
        false => per_question.or(pack.question(&pick.question).map(typing_time)),
    };
    let limits: Vec<Option<u64>> = plan.picks.iter().map(limit).collect();
    header(&plan, &limits, number, screen);
    let feedback = match args.feedback.or(config.feedback) {
        Some(args::Feedback::End) => Feedback::End,
        _ => Feedback::Each,
    };
    let mut session = Session::new(&pack, plan.picks.into_iter().zip(limits).collect(), feedback);
    Conductor::new(prompt, recorder, screen).conduct(&mut session, &pack)?;
    Ok(ExitCode::SUCCESS)
}

/// The questions that the user named, in that order.
fn by_name(named: &[String], pack: &Pack) -> Result<Plan, Failure> {
    let mut picks: Vec<Pick> = Vec::new();
    for id in named {
        let question = choose::question(pack, id)?.id.clone();
        if picks.iter().any(|pick| pick.question == question) {
            return Err(Failure::unusable(format!("{id:?} is named twice")));
        }
        picks.push(Pick { question, reason: Reason::Named });
    }
    Ok(Plan { picks, missing: 0 })
}

/// The time for typing an answer, in seconds.
fn typing_time(question: &Question) -> u64 {
    u64::from(question.minutes) * 60 * TYPING.0 / TYPING.1
}

/// A seed from the clock.
fn fresh_seed(surroundings: &Surroundings) -> u64 {
    u64::try_from(surroundings.calendar.now.as_millisecond()).unwrap_or_default()
}

fn header(plan: &Plan, limits: &[Option<u64>], wanted: usize, screen: Screen) {
    let number = plan.picks.len();
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
    let again: Vec<String> = plan.picks.iter().map(|pick| format!("--question {}", pick.question)).collect();
    print!(
        "{}",
        styled(
            FAINT,
            &wrap(&format!("The same again: viva interview {}", again.join(" ")), screen.width, "", "  ")
        )
    );
}
