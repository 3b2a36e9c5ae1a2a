//! Where the user is, and what to do next.

use serde::Serialize;

use super::clean::clean;
use super::number::counted;
use super::signs::{self, HEADING, styled};
use super::wrap::wrap;
use crate::grade::Band;

/// A topic with what the history says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicScore {
    /// The topic.
    pub topic: String,
    /// Questions of it that were answered.
    pub answered: u32,
    /// Mean of their last scores.
    pub mean: u32,
}

/// The last interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastInterview {
    /// The day as people name it.
    pub day: String,
    /// Questions answered.
    pub answered: usize,
    /// Questions skipped.
    pub skipped: usize,
    /// Mean score of those that were answered.
    pub mean: Option<u32>,
}

/// What is known at the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Home {
    /// Questions in the pack.
    pub questions: usize,
    /// Questions never answered.
    pub unanswered: usize,
    /// Answers kept.
    pub attempts: u32,
    /// An interview was interrupted and can be taken up again.
    pub unfinished: bool,
    /// The last interview.
    pub last_interview: Option<LastInterview>,
    /// Topics with the lowest scores.
    pub weakest: Vec<TopicScore>,
    /// The question whose last answer scored lowest, and that score.
    pub weakest_question: Option<(String, u32)>,
}

/// The page, set to `width` columns.
#[must_use]
pub fn home(home: &Home, width: usize) -> String {
    if home.attempts == 0 && !home.unfinished {
        return welcome(home, width);
    }
    let mut out = String::new();
    if let Some(last) = &home.last_interview {
        let mean = last.mean.map(|mean| format!(", mean {mean} of 100 ({})", signs::band(Band::of(mean)).0));
        let skipped = if last.skipped > 0 { format!(", {} skipped", last.skipped) } else { String::new() };
        let line = format!("{}, {} answered{skipped}{}", last.day, last.answered, mean.unwrap_or_default());
        out.push_str(&section("Last interview", &[line], width));
    }
    let weakest: Vec<String> = home
        .weakest
        .iter()
        .map(|topic| {
            let answers = counted(topic.answered as usize, "answer");
            format!("{}: {} of 100 ({answers})", topic.topic, topic.mean)
        })
        .collect();
    out.push_str(&section("Weakest topics", &weakest, width));
    let mut next = Vec::new();
    if home.unfinished {
        next.push((
            "viva interview --resume".to_owned(),
            "go on with the one that was interrupted".to_owned(),
        ));
    }
    next.push(("viva interview".to_owned(), next_interview(home)));
    if let Some((question, score)) = &home.weakest_question {
        next.push((format!("viva practice {question}"), format!("{score} of 100 last time")));
    }
    if let Some(topic) = home.weakest.first() {
        next.push((format!("viva study --topic {}", topic.topic), "read up on the weakest topic".to_owned()));
    }
    if home.attempts > 0 {
        next.push(("viva history".to_owned(), counted(home.attempts as usize, "attempt")));
    }
    out.push_str(&commands("Next", &next, width));
    out
}

fn next_interview(home: &Home) -> String {
    match home.unanswered {
        0 => "the weak ones, and what you have not seen for a while".to_owned(),
        1 => "1 question is new to you".to_owned(),
        new => format!("{new} questions are new to you"),
    }
}

/// Three lines that get a newcomer into an interview.
fn welcome(home: &Home, width: usize) -> String {
    let next = [
        (
            "viva interview -n 2".to_owned(),
            "a short mock interview: type your answers, see what you explained".to_owned(),
        ),
        ("viva practice ownership".to_owned(), "one question, no clock, with hints".to_owned()),
        ("viva list".to_owned(), format!("all {} questions", home.questions)),
    ];
    commands("Welcome to viva. Start with", &next, width)
}

fn section(title: &str, lines: &[String], width: usize) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|line| wrap(&clean(line), width, "  ", "    ")).collect();
    format!("{}\n{lines}\n", styled(HEADING, title))
}

/// Commands to copy, each with what it does.
fn commands(title: &str, all: &[(String, String)], width: usize) -> String {
    let column = all.iter().map(|(command, _)| clean(command).chars().count()).max().unwrap_or_default() + 2;
    let mut out = format!("{}\n", styled(HEADING, title));
    for (command, does) in all {
        let (command, does) = (clean(command), clean(does));
        if column + 24 > width {
            out.push_str(&format!("  {command}\n{}", wrap(&does, width, "      ", "      ")));
        } else {
            let first = format!("  {command:column$}");
            out.push_str(&wrap(&does, width, &first, &" ".repeat(column + 2)));
        }
    }
    out
}
