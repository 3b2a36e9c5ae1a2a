//! Carrying out what a session asks for: the terminal and the clock on one side, the state machine on the other.

use std::collections::VecDeque;
use std::time::Duration;

use anstream::{print, println};

use super::bookmark::Bookmark;
use super::failure::{Failure, complain};
use super::prompt::{AnswerPrompt, Clock, Draft, Typed, now};
use super::recorder::Recorder;
use super::surroundings::Surroundings;
use super::terminal;
use crate::bank::{Pack, Question};
use crate::report::signs::{FAINT, HALF, HEADING, reason, styled};
use crate::report::{clean, clock, comparison, summary, wrap};
use crate::session::{Attempt, Effect, Event, Reason, Session};

/// What is asked beside the questions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extras {
    /// The score that the user expects, before the verdict.
    pub(crate) prediction: bool,
    /// One follow-up question after the verdict, with so much time; no limit where there is none.
    pub(crate) follow_up: Option<Option<Duration>>,
    /// Model answers and a summary, as in an interview.
    pub(crate) sums_up: bool,
}

/// Where an answer begins: with what was typed before an interruption.
#[derive(Debug, Default)]
pub(crate) struct Beginning {
    pub(crate) draft: Draft,
    pub(crate) used: Duration,
}

/// Asks, shows and tells the time.
pub(crate) struct Conductor<'a> {
    pub(super) prompt: AnswerPrompt,
    pub(super) recorder: Recorder,
    pub(super) surroundings: &'a Surroundings,
    pub(super) extras: Extras,
    bookmark: Bookmark,
    /// Time left for all answers together.
    total_left: Option<Duration>,
    beginning: Option<Beginning>,
}

impl<'a> Conductor<'a> {
    /// A conductor at the terminal. Whatever ends the program, the draft is saved and the terminal left as it was.
    pub(crate) fn new(
        prompt: AnswerPrompt,
        recorder: Recorder,
        bookmark: Bookmark,
        surroundings: &'a Surroundings,
        extras: Extras,
    ) -> Result<Self, Failure> {
        let saver = bookmark.saver();
        terminal::keep(move || saver.save())?;
        Ok(Self { prompt, recorder, surroundings, extras, bookmark, total_left: None, beginning: None })
    }

    /// Limits the time of all answers together.
    pub(crate) fn within(mut self, total: Option<Duration>) -> Self {
        self.total_left = total;
        self
    }

    /// The first answer goes on from here.
    pub(crate) fn from(mut self, beginning: Beginning) -> Self {
        self.beginning = Some(beginning);
        self
    }

    /// Runs a session to its end. One that is interrupted can be taken up again.
    pub(crate) fn conduct(self, session: &mut Session<'_>, pack: &Pack) -> Result<(), Failure> {
        self.run(session, |conductor, session| conductor.play(session, pack, Event::Begun))
    }

    /// Runs a practice round, and another for as long as the user asks for one.
    pub(crate) fn practise(self, session: &mut Session<'_>, pack: &Pack) -> Result<(), Failure> {
        self.run(session, |conductor, session| conductor.rounds(session, pack))
    }

    fn run(
        mut self,
        session: &mut Session<'_>,
        work: impl FnOnce(&mut Self, &mut Session<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let done = work(&mut self, session);
        if done.is_ok() {
            self.bookmark.remove();
        } else {
            self.bookmark.leave();
            complain(if self.extras.sums_up {
                "what you typed is kept; go on with `viva interview --resume`"
            } else {
                "what you typed is kept; the same command goes on with it"
            });
        }
        done
    }

    fn rounds(&mut self, session: &mut Session<'_>, pack: &Pack) -> Result<(), Failure> {
        self.play(session, pack, Event::Begun)?;
        while let Some(item) = session.items().first().filter(|item| !item.attempts.is_empty()) {
            let before = item.attempts.len();
            // The model answer waits until it is asked for: a second attempt should be no copy of it.
            let reply = self
                .prompt
                .ask("Type r to answer again, m to see the model answer, or press Enter to end.")?;
            match reply.as_deref() {
                Some("r" | "R") => self.play(session, pack, Event::Again)?,
                Some("m" | "M") => {
                    if let Some(question) = pack.question(&item.question) {
                        self.model_answer(question)?;
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
    fn play(&mut self, session: &mut Session<'_>, pack: &Pack, first: Event) -> Result<(), Failure> {
        let mut effects: VecDeque<Effect> = handle(session, first)?.into();
        let mut shown = false;
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Ask(at) => {
                    let event = self.next_question(session, pack, at, shown)?;
                    effects.extend(handle(session, event)?);
                    shown = false;
                }
                Effect::Hint(hint) => {
                    let text = wrap(&format!("Hint: {}", clean(&hint)), self.width(), "", "  ");
                    print!("{}", styled(HALF, &text));
                    let at = session.at();
                    self.bookmark.ask(at, session.items()[at].hints(), self.total_left);
                    effects.extend(handle(session, self.answer()?)?);
                }
                Effect::NoMoreHints => {
                    println!("There are no more hints.");
                    effects.extend(handle(session, self.answer()?)?);
                }
                Effect::Keep(at) => {
                    self.recorder.record(&session.items()[at], pack);
                    self.bookmark.answered(at, self.total_left);
                    self.ask_for_prediction(session, at)?;
                }
                Effect::Taken(at) => print!("{}", Self::time_used(session, at)),
                Effect::Verdict(at) => {
                    self.feedback(session, pack, at)?;
                    shown = true;
                }
                Effect::ModelAnswer(at) => {
                    if let Some(question) = pack.question(&session.items()[at].question) {
                        self.model_answer(question)?;
                    }
                    shown = true;
                }
                Effect::Summary if self.extras.sums_up => {
                    print!("\n{}", summary(session, pack, self.width()));
                }
                Effect::Summary => {}
            }
        }
        Ok(())
    }

    /// Asks a question once the user is ready for it, and gives what came of it.
    fn next_question(
        &mut self,
        session: &mut Session<'_>,
        pack: &Pack,
        at: usize,
        after_feedback: bool,
    ) -> Result<Event, Failure> {
        if self.total_left == Some(Duration::ZERO) {
            println!("\n{}", styled(HALF, "The time for the whole interview is up."));
            return Ok(Event::Quit);
        }
        if after_feedback {
            // The clock of the next question starts when the feedback has been read.
            let last = session.items().get(at.saturating_sub(1)).and_then(|item| item.attempt());
            let score = last.map(|last| format!("{} of 100. ", last.verdict.score)).unwrap_or_default();
            let reply = self.prompt.ask(&format!("\n{score}Press Enter for the next question, or /quit."))?;
            if reply.is_none_or(|reply| reply == "/quit") {
                return Ok(Event::Quit);
            }
        }
        self.ask(session, pack, at);
        self.answer()
    }

    fn ask(&mut self, session: &mut Session<'_>, pack: &Pack, at: usize) {
        let number = session.items().len();
        let Some(item) = session.item_mut(at) else { return };
        let Some(question) = pack.question(&item.question) else { return };
        if let Some(total) = self.total_left {
            item.limit = Some(item.limit.map_or(total.as_secs(), |limit| limit.min(total.as_secs())));
        }
        let time = item.limit.map(|limit| format!(", {} for the answer", clock(limit))).unwrap_or_default();
        let heading = format!("Question {} of {number}: {}{time}", at + 1, clean(&question.title));
        let heading = wrap(&heading, self.width(), "", "  ");
        let mut above = format!("\n{}\n", styled(HEADING, heading.trim_end()));
        if item.reason != Reason::Named {
            above.push_str(&format!("{}\n", styled(FAINT, &format!("Chosen: {}.", reason(item.reason)))));
        }
        above.push_str(&format!("{}\n", wrap(&clean(&question.prompt), self.width(), "", "")));
        print!("{above}");
        let Beginning { draft, used } = self.beginning.take().unwrap_or_default();
        let begun = Clock::started(item.limit.map(Duration::from_secs), used, now());
        let hints = item.hints();
        let shown =
            if super::screen::in_colour() { above } else { anstream::adapter::strip_str(&above).to_string() };
        self.prompt.begin(&shown, begun, draft);
        self.bookmark.ask(at, hints, self.total_left);
    }

    /// What the user does next, as the session's event.
    fn answer(&mut self) -> Result<Event, Failure> {
        let typed = self.prompt.read()?;
        let used = self.prompt.used();
        if typed != Typed::Hint {
            self.total_left = self.total_left.map(|left| left.saturating_sub(used));
        }
        Ok(match typed {
            Typed::TimeUp(answer) if answer.trim().is_empty() => {
                println!("Nothing was typed, so the question counts as skipped.");
                Event::Skipped
            }
            Typed::Answer(answer) | Typed::TimeUp(answer) => {
                Event::Submitted { answer, seconds: used.as_secs() }
            }
            Typed::Hint => Event::HintWanted,
            Typed::Skip => Event::Skipped,
            Typed::Quit => Event::Quit,
        })
    }

    /// How the last attempt did beside the one before, concept by concept.
    fn compare(&self, attempts: &[Attempt], question: Option<&Question>) {
        let [.., before, last] = attempts else { return };
        let names = (format!("Attempt {}", attempts.len() - 1), format!("Attempt {}", attempts.len()));
        let text = comparison(question, (&before.verdict, &names.0), (&last.verdict, &names.1), self.width());
        print!("\n{text}");
    }

    pub(super) fn width(&self) -> usize {
        self.surroundings.screen.width
    }
}

fn handle(session: &mut Session<'_>, event: Event) -> Result<Vec<Effect>, Failure> {
    session.handle(event).map_err(|error| Failure::Unusable(error.into()))
}
