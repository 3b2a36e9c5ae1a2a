//! What comes between an answer and the next question: prediction, verdict, near misses, follow-up, model answer.

use std::time::Duration;

use anstream::{print, println};

use super::conduct::Conductor;
use super::failure::Failure;
use super::pager;
use super::prompt::{Clock, Draft, Typed, now};
use crate::bank::{Concept, Level, Pack, Question};
use crate::report::signs::{self, BAD, FAINT, HALF, HEADING, styled};
use crate::report::{annotated, clean, clock, counted, excerpt, markdown, verdict, wrap};
use crate::session::{Attempt, Session};

/// Near misses that are asked about.
const NEAR_MISSES: usize = 2;
/// Characters of a quotation.
const QUOTE: usize = 160;

impl Conductor<'_> {
    /// Asks how the user thinks it went, before they know.
    pub(super) fn ask_for_prediction(&mut self, session: &mut Session<'_>, at: usize) -> Result<(), Failure> {
        let answered = session.items().get(at).is_some_and(|item| item.attempt().is_some() && !item.skipped);
        if !self.extras.prediction || !answered {
            return Ok(());
        }
        let reply = self
            .prompt
            .key("How many points of 100 do you expect? A digit for tens (7 is 70), Enter to pass.")?;
        let expected = reply.and_then(|key| key.to_digit(10)).map(|tens| tens * 10);
        if let Some(attempt) = session.item_mut(at).and_then(|item| item.attempt_mut()) {
            attempt.prediction = expected;
        }
        self.amend(session, at);
        Ok(())
    }

    /// The verdict, and what is asked and shown after it.
    pub(super) fn feedback(
        &mut self,
        session: &mut Session<'_>,
        pack: &Pack,
        at: usize,
    ) -> Result<(), Failure> {
        let item = &session.items()[at];
        let (Some(attempt), Some(question)) = (item.attempt(), pack.question(&item.question)) else {
            return Ok(());
        };
        let page = self.page(session, at, attempt, question);
        pager::print(&page, self.surroundings)?;
        self.ask_near_misses(session, question, at)?;
        // One page, so that what the reply earned is not scrolled away by the model answer.
        let mut page = self.follow_up(session, at)?;
        if self.extras.sums_up {
            page.push_str(&self.model_answer_page(question));
        }
        pager::print(&page, self.surroundings)
    }

    fn page(&self, session: &Session<'_>, at: usize, attempt: &Attempt, question: &Question) -> String {
        let mut page = format!("\n{}", Self::time_used(session, at));
        if attempt.hints > 0 {
            let hints = format!("With {}.", counted(attempt.hints, "hint"));
            page.push_str(&format!("{}\n", styled(FAINT, &hints)));
        }
        if let Some(expected) = attempt.prediction {
            page.push_str(&format!("{}\n", styled(FAINT, &format!("You expected {expected} of 100."))));
        }
        page.push_str(&format!("\n{}\n\n", styled(HEADING, "Your answer, with what counted in it")));
        page.push_str(&annotated(&attempt.answer, &attempt.verdict, self.width()));
        page.push('\n');
        page.push_str(&verdict(
            Some(question),
            &question.id,
            &attempt.answer,
            &attempt.verdict,
            self.width(),
        ));
        page
    }

    /// Asks about concepts that came close; the replies are kept beside the verdict and change nothing in it.
    fn ask_near_misses(
        &mut self,
        session: &mut Session<'_>,
        question: &Question,
        at: usize,
    ) -> Result<(), Failure> {
        let Some(attempt) = session.items()[at].attempt() else { return Ok(()) };
        let mut close: Vec<(f64, String, String)> = attempt
            .verdict
            .concepts
            .iter()
            .filter_map(|graded| {
                let near = graded.near_miss.as_ref()?;
                let words = attempt.answer.get(near.span.start..near.span.end)?;
                Some((near.strength, graded.id.clone(), excerpt(words, QUOTE)))
            })
            .collect();
        close.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (_, id, words) in close.into_iter().take(NEAR_MISSES) {
            let Some(concept) = question.rubric.concepts.iter().find(|concept| concept.id == id) else {
                continue;
            };
            let text = format!(
                "Close, not credited: {} You wrote: \u{201c}{words}\u{201d}",
                clean(&concept.statement)
            );
            print!("\n{}", styled(HALF, &wrap(&text, self.width(), "", "  ")));
            let reply = self.prompt.key("Did you say this? y or n, Enter to pass.")?;
            let said = match reply {
                Some('y' | 'Y') => true,
                Some('n' | 'N') => false,
                _ => continue,
            };
            if let Some(attempt) = session.item_mut(at).and_then(|item| item.attempt_mut()) {
                attempt.near_misses.insert(id, said);
            }
            self.amend(session, at);
        }
        Ok(())
    }

    /// Asks back once, as an interviewer would; gives what came of it, to be shown.
    fn follow_up(&mut self, session: &mut Session<'_>, at: usize) -> Result<String, Failure> {
        let Some(limit) = self.extras.follow_up else { return Ok(String::new()) };
        let Some(concept) = session.follow_up(at) else { return Ok(String::new()) };
        let Some(reply) = self.reply(concept, limit)? else { return Ok(String::new()) };
        let before = session.items()[at].attempt().map_or(0, |attempt| attempt.verdict.score);
        let graded =
            session.reply(at, &concept.id, &reply).map_err(|error| Failure::Unusable(error.into()))?;
        self.amend(session, at);
        let Some(graded) = graded else { return Ok(String::new()) };
        let (sign, word, style) = signs::level(graded.level);
        let mut out = format!("\n{}: {}\n", styled(style, &format!("{sign} {word}")), clean(&concept.title));
        if graded.level != Level::Explained {
            let full = format!("A full answer: {}", clean(&concept.statement));
            out.push_str(&wrap(&full, self.width(), "", ""));
        }
        out.push_str(&format!("With your reply: {} of 100 ({before} without it).\n", graded.score));
        Ok(out)
    }

    fn reply(&mut self, concept: &Concept, limit: Option<Duration>) -> Result<Option<String>, Failure> {
        let time = limit.map(|limit| format!(" ({})", clock(limit.as_secs()))).unwrap_or_default();
        let probe = wrap(&format!("{}{time}", clean(&concept.probe)), self.width(), "", "");
        let above = format!("\n{}\n{probe}", styled(HEADING, "A follow-up question; /skip passes"));
        println!("{above}");
        self.prompt.begin(
            &anstream::adapter::strip_str(&above).to_string(),
            Clock::started(limit, Duration::ZERO, now()),
            Draft::default(),
        );
        loop {
            match self.prompt.read()? {
                Typed::Answer(text) => return Ok(Some(text)),
                Typed::TimeUp(text) => return Ok((!text.trim().is_empty()).then_some(text)),
                Typed::Hint => println!("There is no hint to this; say what you know, or /skip."),
                Typed::Skip | Typed::Quit => return Ok(None),
            }
        }
    }

    pub(super) fn model_answer(&self, question: &Question) -> Result<(), Failure> {
        pager::print(&self.model_answer_page(question), self.surroundings)
    }

    fn model_answer_page(&self, question: &Question) -> String {
        let heading = styled(HEADING, "A model answer");
        format!("\n{heading}\n\n{}", markdown(&question.model_answer, self.width()))
    }

    pub(super) fn time_used(session: &Session<'_>, at: usize) -> String {
        let item = &session.items()[at];
        let Some(Attempt { seconds, .. }) = item.attempt() else { return String::new() };
        let line = match item.limit {
            Some(limit) if *seconds > limit => {
                let over = clock(seconds - limit);
                styled(BAD, &format!("Time: {} of {}, {over} over.", clock(*seconds), clock(limit)))
            }
            Some(limit) => styled(FAINT, &format!("Time: {} of {}.", clock(*seconds), clock(limit))),
            None => styled(FAINT, &format!("Time: {}.", clock(*seconds))),
        };
        format!("{line}\n")
    }

    fn amend(&mut self, session: &Session<'_>, at: usize) {
        self.recorder.amend(&session.items()[at]);
    }
}
