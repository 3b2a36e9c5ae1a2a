//! The course of a session.

use std::collections::BTreeMap;

use crate::bank::{Concept, Importance, Level, Pack};
use crate::grade::{GraderError, Verdict};

use serde::{Deserialize, Serialize};

use super::{Pick, Reason, hints};

/// When verdicts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feedback {
    /// After every answer.
    Each,
    /// After the last answer.
    End,
}

/// A graded answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// As typed.
    pub answer: String,
    /// Time used, in seconds.
    pub seconds: u64,
    /// Hints taken.
    pub hints: usize,
    /// What it earned.
    pub verdict: Verdict,
    /// The score that the user expected.
    pub prediction: Option<u32>,
    /// By concept that came close: whether the user says that they said it.
    pub near_misses: BTreeMap<String, bool>,
    /// The follow-up question that was asked, with its reply.
    pub follow_up: Option<Reply>,
}

/// A reply to a follow-up question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The concept that was asked about.
    pub concept: String,
    /// As typed.
    pub text: String,
    /// What the concept earned by answer and reply together.
    pub level: Level,
    /// The score of answer and reply together.
    pub score: u32,
}

impl Attempt {
    /// An answer that nothing was asked about yet.
    #[must_use]
    pub fn new(answer: String, seconds: u64, hints: usize, verdict: Verdict) -> Self {
        Self {
            answer,
            seconds,
            hints,
            verdict,
            prediction: None,
            near_misses: BTreeMap::new(),
            follow_up: None,
        }
    }
}

/// One question of a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The question's id.
    pub question: String,
    /// Time for the answer, in seconds, where there is a limit.
    pub limit: Option<u64>,
    /// The answers in the order they were given; in practice there can be several.
    pub attempts: Vec<Attempt>,
    /// Why it was chosen.
    pub reason: Reason,
    /// Passed over.
    pub skipped: bool,
    /// Hints taken so far.
    hints: usize,
}

impl Item {
    /// A question that was not asked yet.
    #[must_use]
    pub fn new(pick: Pick, limit: Option<u64>) -> Self {
        let Pick { question, reason } = pick;
        Self { question, limit, reason, attempts: Vec::new(), skipped: false, hints: 0 }
    }

    /// The last answer, to be told more of.
    pub fn attempt_mut(&mut self) -> Option<&mut Attempt> {
        self.attempts.last_mut()
    }

    /// The last answer.
    #[must_use]
    pub fn attempt(&self) -> Option<&Attempt> {
        self.attempts.last()
    }

    /// Hints taken for the answer that is being typed, or was skipped.
    #[must_use]
    pub fn hints(&self) -> usize {
        self.hints
    }
}

/// What happens to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It begins.
    Begun,
    /// An answer is handed in.
    Submitted {
        /// As typed.
        answer: String,
        /// Time used, in seconds.
        seconds: u64,
    },
    /// A hint is asked for.
    HintWanted,
    /// The question is passed over.
    Skipped,
    /// The question is to be answered once more (practice).
    Again,
    /// The session is to end here.
    Quit,
}

/// What is to be done about it, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask the question of this item.
    Ask(usize),
    /// Show a hint and let the answer go on.
    Hint(String),
    /// Say that there are no more hints.
    NoMoreHints,
    /// Keep the last answer of this item, or that it was skipped, before anything else.
    Keep(usize),
    /// Confirm that the answer was taken; its verdict comes later.
    Taken(usize),
    /// Show the verdict of this item.
    Verdict(usize),
    /// Show the model answer of this item, which was passed over.
    ModelAnswer(usize),
    /// Show the summary; the session is over.
    Summary,
}

/// A session under way.
#[derive(Debug)]
pub struct Session<'a> {
    pack: &'a Pack,
    feedback: Feedback,
    items: Vec<Item>,
    /// The item being answered.
    at: usize,
    over: bool,
}

impl<'a> Session<'a> {
    /// A session over some questions of a pack, each with its time limit in seconds.
    #[must_use]
    pub fn new(pack: &'a Pack, questions: Vec<(Pick, Option<u64>)>, feedback: Feedback) -> Self {
        let items = questions.into_iter().map(|(pick, limit)| Item::new(pick, limit)).collect();
        Self { pack, feedback, items, at: 0, over: false }
    }

    /// A session that was interrupted at question `at`, where `hints` hints were taken.
    #[must_use]
    pub fn resumed(
        pack: &'a Pack,
        mut items: Vec<Item>,
        feedback: Feedback,
        at: usize,
        hints: usize,
    ) -> Self {
        if let Some(item) = items.get_mut(at) {
            item.hints = hints;
        }
        Self { pack, feedback, items, at, over: false }
    }

    /// One question, to be told more of.
    pub fn item_mut(&mut self, at: usize) -> Option<&mut Item> {
        self.items.get_mut(at)
    }

    /// The concept that an interviewer would ask about next: the first essential one in the rubric's order that is
    /// missed, else named.
    #[must_use]
    pub fn follow_up(&self, at: usize) -> Option<&'a Concept> {
        let attempt = self.items.get(at)?.attempt()?;
        let question = self.pack.question(&self.items[at].question)?;
        let essential =
            || question.rubric.concepts.iter().filter(|one| one.importance == Importance::Essential);
        let with = |level| essential().find(|one| attempt.verdict.level(&one.id) == Some(level));
        with(Level::Missed).or_else(|| with(Level::Named))
    }

    /// Takes the reply to a follow-up question; gives it with what answer and reply earn together.
    ///
    /// # Errors
    /// Where the question's phrases cannot be compiled.
    pub fn reply(&mut self, at: usize, concept: &str, text: &str) -> Result<Option<Reply>, GraderError> {
        let Some(item) = self.items.get_mut(at) else { return Ok(None) };
        let grader = self.pack.grader(&item.question)?;
        let Some(attempt) = item.attempt_mut() else { return Ok(None) };
        let together = grader.grade(&format!("{}\n\n{text}", attempt.answer));
        let reply = Reply {
            concept: concept.to_owned(),
            text: text.to_owned(),
            level: together.level(concept).unwrap_or(Level::Missed),
            score: together.score,
        };
        attempt.follow_up = Some(reply.clone());
        Ok(Some(reply))
    }

    /// All questions, in the order of asking.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The question that is being answered.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether nothing more is to come.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Takes an event and says what is to be done.
    ///
    /// # Errors
    /// Where a question's phrases cannot be compiled.
    pub fn handle(&mut self, event: Event) -> Result<Vec<Effect>, GraderError> {
        if self.items.is_empty() || (self.over && event != Event::Again) {
            return Ok(Vec::new());
        }
        match event {
            Event::Begun => Ok(self.ask_or_end(Vec::new())),
            Event::HintWanted => Ok(vec![self.hint()]),
            Event::Submitted { answer, seconds } => self.submit(answer, seconds),
            Event::Skipped => {
                self.items[self.at].skipped = true;
                let mut shown = vec![Effect::Keep(self.at)];
                if self.feedback == Feedback::Each {
                    shown.push(Effect::ModelAnswer(self.at));
                }
                self.at += 1;
                Ok(self.ask_or_end(shown))
            }
            Event::Again => Ok(self.again()),
            Event::Quit => Ok(self.end(Vec::new())),
        }
    }

    /// Asks the last question once more, even where it ended the session.
    fn again(&mut self) -> Vec<Effect> {
        self.over = false;
        self.at = self.at.saturating_sub(1);
        self.items[self.at].hints = 0;
        self.ask_or_end(Vec::new())
    }

    fn hint(&mut self) -> Effect {
        let item = &mut self.items[self.at];
        let hint = self
            .pack
            .question(&item.question)
            .and_then(|question| hints(question).into_iter().nth(item.hints));
        match hint {
            Some(hint) => {
                item.hints += 1;
                Effect::Hint(hint)
            }
            None => Effect::NoMoreHints,
        }
    }

    fn submit(&mut self, answer: String, seconds: u64) -> Result<Vec<Effect>, GraderError> {
        let item = &mut self.items[self.at];
        let verdict = self.pack.grader(&item.question)?.grade(&answer);
        item.attempts.push(Attempt::new(answer, seconds, item.hints, verdict));
        item.skipped = false;
        let shown = match self.feedback {
            Feedback::Each => Effect::Verdict(self.at),
            Feedback::End => Effect::Taken(self.at),
        };
        let kept = Effect::Keep(self.at);
        self.at += 1;
        Ok(self.ask_or_end(vec![kept, shown]))
    }

    fn ask_or_end(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        if self.at < self.items.len() {
            effects.push(Effect::Ask(self.at));
            effects
        } else {
            self.end(effects)
        }
    }

    fn end(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        self.over = true;
        if self.feedback == Feedback::End {
            for (at, item) in self.items.iter().enumerate() {
                if item.attempt().is_some() {
                    effects.push(Effect::Verdict(at));
                } else if item.skipped {
                    effects.push(Effect::ModelAnswer(at));
                }
            }
        }
        effects.push(Effect::Summary);
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(pack: &Pack, feedback: Feedback) -> Session<'_> {
        Session::new(pack, ["ownership", "result"].map(|id| (named(id), Some(270))).to_vec(), feedback)
    }

    fn named(id: &str) -> Pick {
        Pick { question: id.to_owned(), reason: Reason::Named }
    }

    fn answer(words: &str) -> Event {
        Event::Submitted { answer: words.to_owned(), seconds: 10 }
    }

    #[test]
    fn each_answer_is_followed_by_its_verdict_and_the_next_question() {
        let pack = Pack::embedded().expect("the built-in pack loads");
        let mut session = session(&pack, Feedback::Each);
        assert_eq!(session.handle(Event::Begun).expect("compiles"), [Effect::Ask(0)]);
        assert_eq!(
            session.handle(answer("one owner")).expect("compiles"),
            [Effect::Keep(0), Effect::Verdict(0), Effect::Ask(1)]
        );
        assert_eq!(
            session.handle(Event::Skipped).expect("compiles"),
            [Effect::Keep(1), Effect::ModelAnswer(1), Effect::Summary]
        );
        assert!(session.is_over() && session.items()[1].skipped);
        assert!(session.handle(answer("late")).expect("compiles").is_empty());
    }

    #[test]
    fn feedback_at_the_end_comes_for_every_answer_even_after_quitting() {
        let pack = Pack::embedded().expect("the built-in pack loads");
        let mut session = session(&pack, Feedback::End);
        session.handle(Event::Begun).expect("compiles");
        assert_eq!(
            session.handle(answer("one owner")).expect("compiles"),
            [Effect::Keep(0), Effect::Taken(0), Effect::Ask(1)]
        );
        assert_eq!(session.handle(Event::Quit).expect("compiles"), [Effect::Verdict(0), Effect::Summary]);
    }

    #[test]
    fn answering_again_keeps_both_attempts() {
        let pack = Pack::embedded().expect("the built-in pack loads");
        let mut session = Session::new(&pack, vec![(named("ownership"), None)], Feedback::Each);
        session.handle(Event::Begun).expect("compiles");
        assert_eq!(
            session.handle(answer("one owner")).expect("compiles"),
            [Effect::Keep(0), Effect::Verdict(0), Effect::Summary]
        );
        assert_eq!(session.handle(Event::Again).expect("compiles"), [Effect::Ask(0)]);
        session.handle(answer("Every value has one owner.")).expect("compiles");
        assert_eq!(session.items()[0].attempts.len(), 2);
        assert!(session.is_over());
    }

    #[test]
    fn hints_run_out_and_are_counted() {
        let pack = Pack::embedded().expect("the built-in pack loads");
        let mut session = session(&pack, Feedback::Each);
        session.handle(Event::Begun).expect("compiles");
        let mut given = 0;
        while let [Effect::Hint(_)] = session.handle(Event::HintWanted).expect("compiles").as_slice() {
            given += 1;
        }
        assert!(given >= 4, "{given} hints");
        session.handle(answer("one owner")).expect("compiles");
        assert_eq!(session.items()[0].attempt().map(|attempt| attempt.hints), Some(given));
    }
}
