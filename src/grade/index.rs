//! Where each pattern of a rubric stands in one sentence; every pattern is looked for once.

use std::collections::BTreeMap;
use std::ops::Range;

use super::phrase::{Class, Node, NodeId, Patterns};
use super::polarity::Polarity;
use crate::text::{Kind, Text, Token, stem};

/// Where a pattern stands: its first and last token, as indices of the text.
pub(crate) type Hit = (usize, usize);

/// More hits of one pattern in one sentence are not looked at.
const HITS_LIMIT: usize = 256;

const NUMBER_WORDS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "hundred", "thousand", "million", "half",
    "couple", "dozen", "few", "several", "a", "single", "zero",
];
const TIME_UNITS: &[&str] = &[
    "ns",
    "us",
    "ms",
    "millisecond",
    "second",
    "sec",
    "s",
    "minute",
    "minut",
    "mins",
    "hr",
    "hrs",
    "min",
    "hour",
    "h",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "year",
    "sprint",
    "night",
    "afternoon",
    "evening",
    "morning",
];

/// One sentence with its patterns.
pub(crate) struct SentenceIndex<'a> {
    text: &'a Text,
    patterns: &'a Patterns,
    range: Range<usize>,
    polarity: Polarity,
    /// The places of the patterns that have any; most have none in a sentence.
    found: BTreeMap<NodeId, Vec<Hit>>,
    /// One bit a pattern: whether it has been looked for.
    searched: Vec<u64>,
}

impl<'a> SentenceIndex<'a> {
    /// Looks up the sentence's words; longer patterns are looked for when they are asked for.
    pub(crate) fn new(text: &'a Text, patterns: &'a Patterns, range: Range<usize>) -> Self {
        let polarity = Polarity::of(text, &range);
        let mut found: BTreeMap<NodeId, Vec<Hit>> = BTreeMap::new();
        for at in range.clone() {
            let token = &text.tokens()[at];
            for node in patterns.words(&token.surface, &token.stem) {
                add(&mut found, node, at);
            }
            // `spawn_blocking` holds the word "blocking", too; a term in backticks wants the whole.
            for part in token.surface.split('_').filter(|part| part.len() < token.surface.len()) {
                if let Some(node) = patterns.stem(&stem(part)) {
                    add(&mut found, node, at);
                }
            }
        }
        Self { text, patterns, range, polarity, found, searched: vec![0; patterns.len().div_ceil(64)] }
    }

    /// Who says what in it.
    pub(crate) fn polarity(&self) -> &Polarity {
        &self.polarity
    }

    /// All places of a pattern, in order, without doubles.
    pub(crate) fn hits(&mut self, id: NodeId) -> &[Hit] {
        let (word, bit) = (id / 64, 1 << (id % 64));
        if self.searched[word] & bit == 0 {
            self.searched[word] |= bit;
            let hits = self.search(id);
            if !hits.is_empty() {
                self.found.insert(id, hits);
            }
        }
        self.found.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    fn search(&mut self, id: NodeId) -> Vec<Hit> {
        let patterns = self.patterns;
        let mut hits = match patterns.node(id) {
            // Words are looked up when the sentence is read.
            Node::Stem(_) | Node::Exact(_) | Node::Prefix(_) => {
                self.found.get(&id).cloned().unwrap_or_default()
            }
            Node::Class(class) => self.class(*class),
            Node::Any(children) => {
                let mut hits = Vec::new();
                for child in children {
                    hits.extend_from_slice(self.hits(*child));
                }
                hits
            }
            Node::Sequence { items, gap } => self.sequence(items, *gap),
        };
        hits.sort_unstable();
        hits.dedup();
        hits.truncate(HITS_LIMIT);
        hits
    }

    fn sequence(&mut self, items: &[(NodeId, bool)], gap: usize) -> Vec<Hit> {
        let mut runs: Vec<Hit> = self.hits(items[0].0).to_vec();
        for &(item, optional) in &items[1..] {
            if runs.is_empty() {
                break;
            }
            let next = self.hits(item).to_vec();
            let mut longer = Vec::with_capacity(runs.len());
            for &(start, end) in &runs {
                let after = next.partition_point(|hit| hit.0 <= end);
                let follower = next[after..]
                    .iter()
                    .find(|hit| hit.0 > end + 1 + gap || !self.is_cue_between(end, hit.0));
                let near = follower.filter(|hit| hit.0 <= end + 1 + gap);
                if let Some(hit) = near {
                    longer.push((start, hit.1));
                }
                // An optional word that is there may as well belong to what follows.
                if optional {
                    longer.push((start, end));
                }
            }
            longer.dedup();
            longer.truncate(HITS_LIMIT);
            runs = longer;
        }
        runs
    }

    /// Whether a negation stands strictly between two tokens: then they are no phrase.
    fn is_cue_between(&self, first: usize, second: usize) -> bool {
        self.polarity.cues.iter().any(|cue| cue.words.start > first && cue.words.start < second)
    }

    fn class(&self, class: Class) -> Vec<Hit> {
        if class == Class::Negation {
            return self
                .polarity
                .cues
                .iter()
                .filter(|cue| !cue.outside)
                .map(|cue| (cue.words.start, cue.words.end - 1))
                .collect();
        }
        let tokens = self.text.tokens();
        self.range.clone().filter_map(|at| member(tokens, at, self.range.end, class)).collect()
    }
}

/// Notes a place of a word, unless it has more than anybody looks at.
fn add(found: &mut BTreeMap<NodeId, Vec<Hit>>, node: NodeId, at: usize) {
    let hits = found.entry(node).or_default();
    if hits.len() < HITS_LIMIT {
        hits.push((at, at));
    }
}

/// The hit of a class that starts at `at`.
fn member(tokens: &[Token], at: usize, end: usize, class: Class) -> Option<Hit> {
    let token = &tokens[at];
    let next = (at + 1 < end).then(|| &tokens[at + 1]);
    let unit = |token: &Token| {
        TIME_UNITS.contains(&token.surface.as_str()) || TIME_UNITS.contains(&token.stem.as_str())
    };
    let digits = token.kind == Kind::Number;
    let number = digits || (NUMBER_WORDS.contains(&token.surface.as_str()) && token.surface != "a");
    match class {
        Class::Number => number.then_some((at, at)),
        Class::Percent => {
            let sign = digits && token.surface.ends_with('%');
            let word = next.filter(|next| number && next.stem.starts_with("percent"));
            if sign { Some((at, at)) } else { word.map(|_| (at, at + 1)) }
        }
        Class::Duration => {
            let attached = digits
                && TIME_UNITS.contains(&token.surface.trim_start_matches(|c: char| !c.is_alphabetic()));
            if attached {
                return Some((at, at));
            }
            let counted = number || matches!(token.surface.as_str(), "a" | "an" | "one");
            if !counted {
                return None;
            }
            // "two working days", "a couple of weeks"
            (at + 1..(at + 4).min(end)).find(|&place| unit(&tokens[place])).map(|place| (at, place))
        }
        Class::Code => token.code.then_some((at, at)),
        Class::FirstPerson => {
            matches!(token.surface.as_str(), "i" | "my" | "we" | "our" | "me" | "us" | "myself" | "mine")
                .then_some((at, at))
        }
        Class::Negation => None,
    }
}
