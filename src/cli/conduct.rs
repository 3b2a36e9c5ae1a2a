//! Carrying out what a session asks for: the terminal and the clock on one side, the state machine on the other.

use std::collections::VecDeque;
use std::time::Instant;

use anstream::{print, println};

use super::failure::Failure;
use super::prompt::{AnswerPrompt, Draft, Typed};
use super::recorder::Recorder;
use super::screen::Screen;
use crate::bank::{Pack, Question};
use crate::report::signs::{BAD, FAINT, HALF, HEADING, reason, styled};
use crate::report::{clean, clock, comparison, markdown, summary, verdict, wrap};
use crate::session::{Attempt, Effect, Event, Reason, Session};

/// Asks, shows and tells the time.
pub(crate) struct Conductor {
    prompt: AnswerPrompt,
    recorder: Recorder,
    screen: Screen,
    draft: Draft,
    /// When the question was asked that is being answered.
    asked: Option<Instant>,
}

impl Conductor {
    /// A conductor at the terminal.
    pub(crate) fn new(prompt: AnswerPrompt, recorder: Recorder, screen: Screen) -> Self {
        Self { prompt, recorder, screen, draft: Draft::default(), asked: None }
    }

    /// Runs an interview to its end.
    pub(crate) fn conduct(mut self, session: &mut Session<'_>, pack: &Pack) -> Result<(), Failure> {
        self.play(session, pack, Event::Begun, true)
    }

    /// Runs a practice round, and another for as long as the user asks for one.
    pub(crate) fn practise(mut self, session: &mut Session<'_>, pack: &Pack) -> Result<(), Failure> {
        self.play(session, pack, Event::Begun, false)?;
        while let Some(item) = session.items().first().filter(|item| !item.attempts.is_empty()) {
            let before = item.attempts.len();
            // The model answer waits until it is asked for: a second attempt should be no copy of it.
            let reply = self
                .prompt
                .ask("Type r to answer again, m to see the model answer, or press Enter to end.")?;
            match reply.as_deref() {
                Some("r" | "R") => self.play(session, pack, Event::Again, false)?,
                Some("m" | "M") => {
                    if let Some(question) = pack.question(&item.question) {
                        self.model_answer(question);
                    }
                    continue;
                }
                _ => break,
            }
            let item = &session.items()[0];
            if item.attempts.len() == before {
                break;
            }
            self.compare(&item.attempts, pack.question(&item.question));
        }
        Ok(())
    }

    /// Feeds events in and carries effects out until the session has no more to do.
    fn play(
        &mut self,
        session: &mut Session<'_>,
        pack: &Pack,
        first: Event,
        sums_up: bool,
    ) -> Result<(), Failure> {
        let mut effects: VecDeque<Effect> = handle(session, first)?.into();
        let mut verdict_shown = false;
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Ask(at) => {
                    if verdict_shown {
                        // The clock of the next question starts when the verdict has been read.
                        let last = session.items().get(at.saturating_sub(1)).and_then(|item| item.attempt());
                        let score =
                            last.map(|last| format!("{} of 100. ", last.verdict.score)).unwrap_or_default();
                        let reply = self
                            .prompt
                            .ask(&format!("\n{score}Press Enter for the next question, or /quit."))?;
                        if reply.is_none_or(|reply| reply == "/quit") {
                            effects.extend(handle(session, Event::Quit)?);
                            continue;
                        }
                    }
                    self.ask(session, pack, at);
                    effects.extend(handle(session, self.answer()?)?);
                }
                Effect::Hint(hint) => {
                    print!(
                        "{}",
                        styled(HALF, &wrap(&format!("Hint: {}", clean(&hint)), self.screen.width, "", "  "))
                    );
                    effects.extend(handle(session, self.answer()?)?);
                }
                Effect::NoMoreHints => {
                    println!("There are no more hints.");
                    effects.extend(handle(session, self.answer()?)?);
                }
                Effect::Keep(at) => {
                    self.recorder.record(&session.items()[at], pack);
                    continue;
                }
                Effect::Taken(at) => Self::time_used(session, at),
                Effect::Verdict(at) => {
                    self.verdict(session, pack, at, sums_up);
                    verdict_shown = true;
                    continue;
                }
                Effect::ModelAnswer(at) => {
                    if let Some(question) = pack.question(&session.items()[at].question) {
                        self.model_answer(question);
                    }
                    verdict_shown = true;
                    continue;
                }
                Effect::Summary if sums_up => print!("\n{}", summary(session, pack, self.screen.width)),
                Effect::Summary => {}
            }
            verdict_shown = false;
        }
        Ok(())
    }

    fn ask(&mut self, session: &Session<'_>, pack: &Pack, at: usize) {
        let item = &session.items()[at];
        let Some(question) = pack.question(&item.question) else { return };
        let place = format!("Question {} of {}", at + 1, session.items().len());
        let time = item.limit.map(|limit| format!(", {} for the answer", clock(limit))).unwrap_or_default();
        let heading =
            wrap(&format!("{place}: {}{time}", clean(&question.title)), self.screen.width, "", "  ");
        println!("\n{}", styled(HEADING, heading.trim_end()));
        if item.reason != Reason::Named {
            println!("{}", styled(FAINT, &format!("Chosen: {}.", reason(item.reason))));
        }
        println!("{}", wrap(&clean(&question.prompt), self.screen.width, "", ""));
        self.asked = Some(now());
        self.draft = Draft::default();
    }

    /// What the user does next, as the session's event.
    fn answer(&mut self) -> Result<Event, Failure> {
        let typed = self.prompt.read(&mut self.draft)?;
        Ok(match typed {
            Typed::Answer(answer) => {
                let seconds = self.asked.map_or(0, |asked| now().duration_since(asked).as_secs());
                Event::Submitted { answer, seconds }
            }
            Typed::Hint => Event::HintWanted,
            Typed::Skip => Event::Skipped,
            Typed::Quit => Event::Quit,
        })
    }

    fn time_used(session: &Session<'_>, at: usize) {
        let item = &session.items()[at];
        let Some(Attempt { seconds, .. }) = item.attempt() else { return };
        match item.limit {
            Some(limit) if *seconds > limit => {
                let over = clock(seconds - limit);
                println!(
                    "{}",
                    styled(BAD, &format!("Time: {} of {}, {over} over.", clock(*seconds), clock(limit)))
                );
            }
            Some(limit) => {
                println!("{}", styled(FAINT, &format!("Time: {} of {}.", clock(*seconds), clock(limit))));
            }
            None => println!("{}", styled(FAINT, &format!("Time: {}.", clock(*seconds)))),
        }
    }

    fn verdict(&self, session: &Session<'_>, pack: &Pack, at: usize, with_model: bool) {
        let item = &session.items()[at];
        let (Some(attempt), Some(question)) = (item.attempt(), pack.question(&item.question)) else { return };
        println!();
        Self::time_used(session, at);
        if attempt.hints > 0 {
            let hints = if attempt.hints == 1 { "hint" } else { "hints" };
            println!("{}", styled(FAINT, &format!("With {} {hints}.", attempt.hints)));
        }
        print!(
            "{}",
            verdict(Some(question), &question.id, &attempt.answer, &attempt.verdict, self.screen.width)
        );
        if with_model {
            self.model_answer(question);
        }
    }

    fn model_answer(&self, question: &Question) {
        println!("\n{}\n", styled(HEADING, "A model answer"));
        print!("{}", markdown(&question.model_answer, self.screen.width));
    }

    /// How the last attempt did beside the one before, concept by concept.
    fn compare(&self, attempts: &[Attempt], question: Option<&Question>) {
        let [.., before, last] = attempts else { return };
        let names = (format!("Attempt {}", attempts.len() - 1), format!("Attempt {}", attempts.len()));
        let text =
            comparison(question, (&before.verdict, &names.0), (&last.verdict, &names.1), self.screen.width);
        print!("\n{text}");
    }
}

fn handle(session: &mut Session<'_>, event: Event) -> Result<Vec<Effect>, Failure> {
    session.handle(event).map_err(|error| Failure::Unusable(error.into()))
}

/// The monotonic clock, read here and nowhere else.
#[expect(clippy::disallowed_methods, reason = "the one place that measures how long an answer took")]
fn now() -> Instant {
    Instant::now()
}
