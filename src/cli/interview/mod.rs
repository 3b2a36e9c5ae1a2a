//! `viva interview`

mod resume;

use std::process::ExitCode;
use std::time::Duration;

use anstream::{print, println};

use super::args::{self, InterviewArgs};
use super::bookmark::{self, Bookmark, Saved, SavedItem};
use super::conduct::{Conductor, Extras};
use super::failure::{Failure, Outcome};
use super::prompt::{AnswerPrompt, KEYS, PromptOptions};
use super::recorder::Recorder;
use super::screen::Screen;
use super::surroundings::Surroundings;
use super::{choose, duration, past};
use crate::bank::{Pack, Question};
use crate::record::SessionKind;
use crate::report::signs::{FAINT, HALF, HEADING, styled};
use crate::report::{clock, counted, wrap};
use crate::session::{Feedback, Pick, Plan, Reason, Session, choose as by_history, draw};

/// Questions where nothing else is said.
const NUMBER: u16 = 5;
/// Typing time for each minute of speaking time: strong written answers need about 42 words a minute.
const TIME_SCALE: f64 = 1.5;
/// The setting that keeps another one.
const TIME_SCALE_KEY: &str = "time-scale";
/// Time for the reply to a follow-up question.
const FOLLOW_UP: Duration = Duration::from_secs(60);

/// Asks some questions, one after the other.
pub(crate) fn run(args: &InterviewArgs, surroundings: &Surroundings) -> Outcome {
    if args.resume {
        return resume::run(args, surroundings);
    }
    let pack = surroundings.load_pack()?;
    let (screen, config) = (surroundings.screen, &surroundings.config);
    let time = |typed: Option<&String>| {
        typed.map(|time| duration::seconds(time)).transpose().map_err(Failure::unusable)
    };
    let per_question = time(args.per_question.as_ref().or(config.per_question.as_ref()))?;
    let total = time(args.time.as_ref())?.map(Duration::from_secs);
    let number = usize::from(args.number.or(config.number).unwrap_or(NUMBER));
    let filter = choose::filter(&args.filter, &pack)?;
    let prompt = AnswerPrompt::open(screen, prompt_options(&args.clock, surroundings, false))?;
    let mut recorder = Recorder::open(SessionKind::Interview, surroundings)?;
    let scale = time_scale(args.time_scale, &mut recorder)?;
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
    let limit = |pick: &Pick| match (args.untimed, total, args.time_scale) {
        (true, ..) => None,
        // One limit for all: each answer may take what it needs of it.
        (false, Some(_), None) if per_question.is_none() => None,
        _ => per_question.or(pack.question(&pick.question).map(|question| typing_time(question, scale))),
    };
    let limits: Vec<Option<u64>> = plan.picks.iter().map(limit).collect();
    unfinished(surroundings);
    header(&plan, &limits, total, number, screen);
    let feedback = match args.feedback.or(config.feedback) {
        Some(args::Feedback::End) => Feedback::End,
        _ => Feedback::Each,
    };
    let items = plan.picks.iter().zip(&limits).map(|(pick, limit)| SavedItem {
        question: pick.question.clone(),
        reason: pick.reason,
        limit: *limit,
    });
    let named = (pack.name.clone(), surroundings.pack.clone());
    let saved = Saved::new(recorder.session().clone(), named, feedback, items.collect(), total);
    let bookmark = bookmark(saved, &prompt, surroundings)?;
    let mut session = Session::new(&pack, plan.picks.into_iter().zip(limits).collect(), feedback);
    Conductor::new(prompt, recorder, bookmark, surroundings, extras(args, surroundings, !args.untimed))?
        .within(total)
        .conduct(&mut session, &pack)?;
    Ok(ExitCode::SUCCESS)
}

/// What is asked beside the questions.
fn extras(args: &InterviewArgs, surroundings: &Surroundings, timed: bool) -> Extras {
    let config = &surroundings.config;
    let follow_ups = !args.no_follow_ups && config.follow_ups.unwrap_or(true);
    Extras {
        prediction: !args.no_prediction && config.prediction.unwrap_or(true),
        follow_up: follow_ups.then_some(timed.then_some(FOLLOW_UP)),
        sums_up: true,
    }
}

/// How the prompt tells the time.
pub(super) fn prompt_options(
    clock: &args::ClockArgs,
    surroundings: &Surroundings,
    pausable: bool,
) -> PromptOptions {
    let config = &surroundings.config;
    PromptOptions {
        countdown: clock.countdown.or(config.countdown) != Some(args::Switch::Off),
        title: clock.window_title || config.window_title.unwrap_or_default(),
        pausable,
    }
}

/// A bookmark of a session that begins or goes on.
pub(super) fn bookmark(
    saved: Saved,
    prompt: &AnswerPrompt,
    surroundings: &Surroundings,
) -> Result<Bookmark, Failure> {
    let lock = bookmark::lock(&surroundings.places, &saved.session.uid)?
        .ok_or_else(|| Failure::unusable("another viva is at work on this session"))?;
    Ok(Bookmark::place(saved, lock, prompt.shared()))
}

/// The factor that was given, which is then remembered, or the one remembered.
fn time_scale(given: Option<f64>, recorder: &mut Recorder) -> Result<f64, Failure> {
    if let Some(scale) = given {
        if !(0.1..=10.0).contains(&scale) {
            return Err(Failure::unusable(format!("--time-scale {scale}: between 0.1 and 10")));
        }
        recorder.store_mut().remember(TIME_SCALE_KEY, &scale.to_string())?;
        return Ok(scale);
    }
    let remembered = recorder.store().remembered(TIME_SCALE_KEY)?;
    Ok(remembered.and_then(|scale| scale.parse().ok()).unwrap_or(TIME_SCALE))
}

/// Says that there is an interview to go on with.
fn unfinished(surroundings: &Surroundings) {
    let left = bookmark::left_open(&surroundings.places);
    if left.iter().any(|(saved, _)| saved.session.kind == SessionKind::Interview) {
        let note = "An interview was interrupted; `viva interview --resume` goes on with it.";
        print!("{}", styled(HALF, &wrap(note, surroundings.screen.width, "", "")));
    }
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

/// The time for typing an answer, in whole seconds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 120 minutes times 10")]
fn typing_time(question: &Question, scale: f64) -> u64 {
    (f64::from(question.minutes) * 60.0 * scale).round().max(1.0) as u64
}

/// A seed from the clock.
fn fresh_seed(surroundings: &Surroundings) -> u64 {
    u64::try_from(surroundings.calendar.now.as_millisecond()).unwrap_or_default()
}

fn header(plan: &Plan, limits: &[Option<u64>], whole: Option<Duration>, wanted: usize, screen: Screen) {
    let number = plan.picks.len();
    let total: Option<u64> = limits.iter().copied().sum();
    let total = whole.map(|whole| whole.as_secs()).or(total);
    let time = total.map_or_else(|| "untimed".to_owned(), |total| format!("{} in all", clock(total)));
    println!("{}", styled(HEADING, "Mock interview"));
    print!("{}", wrap(&format!("{}, {time}.", counted(number, "question")), screen.width, "", ""));
    if plan.missing > 0 {
        print!(
            "{}",
            wrap(&format!("{wanted} were asked for; these are all there are."), screen.width, "", "")
        );
    }
    print!("{}", styled(FAINT, &wrap(KEYS, screen.width, "", "")));
    let again: Vec<String> = plan.picks.iter().map(|pick| format!("--question {}", pick.question)).collect();
    print!(
        "{}",
        styled(
            FAINT,
            &wrap(&format!("The same again: viva interview {}", again.join(" ")), screen.width, "", "  ")
        )
    );
}
