//! From a phrase's tree to patterns.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::parse::PhraseError;
use super::pattern::{CompiledPart, Extent, Node, NodeId, Patterns, Program};
use super::syntax::{Element, Need, Part, Phrase, Reach, Sequence, Term, Window};
use crate::bank::{Lexicon, Sets};
use crate::grade::content::is_content;
use crate::text::{Kind, Spellings, Text, words};

/// Other words that may stand between two neighbours of a sequence.
const SEQUENCE_GAP: usize = 2;
/// Other words that may stand among a part's words where it gives no window of its own.
const OTHERS_EXPLAINED: usize = 10;
/// The same for phrases that only name.
const OTHERS_NAMED: usize = 6;
/// The same for denials and misconceptions, which stay within one clause.
const OTHERS_AGAINST: usize = 9;

/// The scope of the lexicon's sets.
const LEXICON: &str = "";
/// Sets nested deeper than this are refused.
const SET_DEPTH: usize = 16;

/// What a phrase is for; decides how far its words may stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Explains a concept.
    Explained,
    /// Names a concept.
    Named,
    /// Denies a concept, or asserts a misconception.
    Against,
}

/// Turns phrases into programs over shared patterns.
pub(crate) struct Compiler<'a> {
    lexicon: &'a Lexicon,
    spellings: &'a Spellings,
    /// By rubric file, its own sets.
    local: &'a BTreeMap<String, Arc<Sets>>,
    /// Compiled sets; those of the lexicon with an empty scope.
    sets: BTreeMap<(&'a str, &'a str), NodeId>,
    /// The rubric file that the phrase at work stands in.
    scope: &'a str,
    patterns: Patterns,
    /// Words of phrases as written, for the typo rule.
    vocabulary: BTreeSet<String>,
}

impl<'a> Compiler<'a> {
    pub(crate) fn new(
        lexicon: &'a Lexicon,
        local: &'a BTreeMap<String, Arc<Sets>>,
        spellings: &'a Spellings,
    ) -> Self {
        Self {
            lexicon,
            spellings,
            local,
            sets: BTreeMap::new(),
            scope: LEXICON,
            patterns: Patterns::default(),
            vocabulary: BTreeSet::new(),
        }
    }

    /// The patterns of all phrases that were compiled, and their words as written.
    pub(crate) fn finish(self) -> (Patterns, BTreeSet<String>) {
        (self.patterns, self.vocabulary)
    }

    /// Compiles one phrase of a rubric file.
    pub(crate) fn phrase(&mut self, file: &str, source: &str, role: Role) -> Result<Program, PhraseError> {
        self.scope = self.local.get_key_value(file).map_or(LEXICON, |(file, _)| file.as_str());
        let phrase = Phrase::parse(source)?;
        let parts =
            phrase.parts.iter().map(|part| self.part(part, role, source)).collect::<Result<_, _>>()?;
        Ok(Program { parts, needed: phrase.needed })
    }

    /// Compiles one set of the lexicon, to find its faults.
    pub(crate) fn check_set(&mut self, name: &'a str) -> Result<(), PhraseError> {
        self.scope = LEXICON;
        self.set(name, 0..0, &mut Vec::new()).map(|_| ())
    }

    /// Where a set is written: its scope, its name and its alternatives.
    fn find_set(&self, name: &str) -> Option<(&'a str, &'a str, &'a [String])> {
        let (lexicon, local) = (self.lexicon, self.local);
        let shared = lexicon.sets.get_key_value(name).map(|found| (LEXICON, found));
        let own = || Some((self.scope, local.get(self.scope)?.get_key_value(name)?));
        shared
            .or_else(own)
            .map(|(scope, (name, alternatives))| (scope, name.as_str(), alternatives.as_slice()))
    }

    /// The sets that the phrase at work may use.
    fn known_sets(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let own = self.local.get(self.scope).into_iter().flat_map(|sets| sets.keys());
        self.lexicon.sets.keys().chain(own).map(String::as_str)
    }

    fn part(&mut self, part: &Part, role: Role, source: &str) -> Result<CompiledPart, PhraseError> {
        let mut elements = Vec::new();
        for Element { term, group } in &part.elements {
            elements.push((self.term(term, &part.range, &mut Vec::new())?, *group));
        }
        let mut guards: [Vec<NodeId>; 3] = Default::default();
        for guard in &part.guards {
            let place = match guard.reach {
                Reach::Near => 0,
                Reach::Between => 1,
                Reach::Sentence => 2,
            };
            guards[place].push(self.term(&guard.term, &part.range, &mut Vec::new())?);
        }
        let [not_near, not_between, not_in_sentence] = guards;
        let extent = match (part.window, role) {
            (Some(Window::Words(words)), _) => Extent::Words(words),
            (Some(Window::Clause), _) => Extent::Clause,
            (Some(Window::Sentence), _) => Extent::Sentence,
            (None, Role::Explained) => Extent::Others(OTHERS_EXPLAINED),
            (None, Role::Named) => Extent::Others(OTHERS_NAMED),
            (None, Role::Against) => Extent::ClauseOthers(OTHERS_AGAINST),
        };
        Ok(CompiledPart {
            rivals: self.rivals(&elements),
            must_be_marked: must_be_marked(&part.elements),
            elements,
            not_near,
            not_between,
            not_in_sentence,
            extent,
            either_polarity: part.either_polarity,
            source: source[part.range.clone()].to_owned(),
        })
    }

    fn term(
        &mut self,
        term: &Term,
        place: &std::ops::Range<usize>,
        open: &mut Vec<&'a str>,
    ) -> Result<NodeId, PhraseError> {
        match term {
            Term::Words(written) => Ok(self.words(written, place)?),
            Term::Prefix(prefix) => {
                self.vocabulary.insert(prefix.clone());
                Ok(self.patterns.intern(Node::Prefix(prefix.clone())))
            }
            Term::Code(written) => self.code(written, place),
            Term::Class(class) => Ok(self.patterns.intern(Node::Class(*class))),
            Term::Set(name, range) => self.set(name, range.clone(), open),
            Term::Any(sequences) => {
                let mut alternatives = BTreeSet::new();
                for sequence in sequences {
                    alternatives.insert(self.sequence(sequence, place, open)?);
                }
                Ok(self.any(alternatives))
            }
        }
    }

    fn any(&mut self, alternatives: BTreeSet<NodeId>) -> NodeId {
        if alternatives.len() == 1 {
            return *alternatives.first().expect("there is one");
        }
        self.patterns.intern(Node::Any(alternatives.into_iter().collect()))
    }

    fn sequence(
        &mut self,
        sequence: &Sequence,
        place: &std::ops::Range<usize>,
        open: &mut Vec<&'a str>,
    ) -> Result<NodeId, PhraseError> {
        let mut items = Vec::new();
        for (term, need) in &sequence.terms {
            items.push((self.term(term, place, open)?, *need == Need::Optional));
        }
        Ok(self.in_order(items, SEQUENCE_GAP))
    }

    fn in_order(&mut self, items: Vec<(NodeId, bool)>, gap: usize) -> NodeId {
        match items.as_slice() {
            [(only, _)] => *only,
            _ => self.patterns.intern(Node::Sequence { items, gap }),
        }
    }

    fn set(
        &mut self,
        name: &str,
        range: std::ops::Range<usize>,
        open: &mut Vec<&'a str>,
    ) -> Result<NodeId, PhraseError> {
        let Some((scope, name, written)) = self.find_set(name) else {
            let near = crate::suggest::nearest(name, self.known_sets());
            let hint = near.map(|near| format!("; did you mean @{near}?")).unwrap_or_default();
            return Err(PhraseError { message: format!("there is no set @{name}{hint}"), range });
        };
        if let Some(&id) = self.sets.get(&(scope, name)) {
            return Ok(id);
        }
        if open.len() >= SET_DEPTH {
            return Err(PhraseError { message: format!("sets nest at most {SET_DEPTH} deep"), range });
        }
        if open.contains(&name) {
            return Err(PhraseError { message: format!("the set @{name} contains itself"), range });
        }
        open.push(name);
        let mut alternatives = BTreeSet::new();
        for alternative in written {
            let sequence =
                Sequence::parse(alternative).and_then(|sequence| self.sequence(&sequence, &range, open));
            alternatives.insert(sequence.map_err(|error| PhraseError {
                message: format!("in @{name}, {alternative:?}: {}", error.message),
                range: range.clone(),
            })?);
        }
        open.pop();
        if alternatives.is_empty() {
            return Err(PhraseError { message: format!("the set @{name} is empty"), range });
        }
        let id = self.any(alternatives);
        self.sets.insert((scope, name), id);
        Ok(id)
    }

    /// Words by stem, next to each other.
    fn words(&mut self, written: &str, place: &std::ops::Range<usize>) -> Result<NodeId, PhraseError> {
        let text = Text::analyse(&written.replace('_', " "), self.spellings);
        let items: Vec<_> = text
            .tokens()
            .iter()
            .map(|token| {
                if token.kind == Kind::Word {
                    self.vocabulary.insert(token.surface.clone());
                }
                (self.patterns.intern(Node::Stem(token.stem.clone())), false)
            })
            .collect();
        self.not_nothing(items, written, place)
    }

    /// A term of code: its words and signs as spelt, next to each other. `Arc<Mutex<T>>` is `Arc`, `Mutex`.
    fn code(&mut self, written: &str, place: &std::ops::Range<usize>) -> Result<NodeId, PhraseError> {
        // Type parameters stand for whatever the answer puts there.
        let generic = written.contains('<') || written.starts_with('&');
        let text = Text::analyse(&format!("`{written}`"), self.spellings);
        let parameter =
            |surface: &str| generic && surface.len() == 1 && surface.starts_with(|c: char| c.is_alphabetic());
        let some = text.tokens().iter().any(|token| !parameter(&token.surface) && token.kind == Kind::Word);
        let items: Vec<_> = text
            .tokens()
            .iter()
            .filter(|token| !(some && parameter(&token.surface)))
            .map(|token| (self.identifier(&token.surface), false))
            .collect();
        self.not_nothing(items, written, place)
    }

    /// An identifier as spelt; where none of its words is a little one, also written apart ("spawn blocking").
    fn identifier(&mut self, surface: &str) -> NodeId {
        let whole = self.patterns.intern(Node::Exact(surface.to_owned()));
        let parts: Vec<&str> = surface.split('_').collect();
        if parts.len() == 1 || parts.iter().any(|part| part.len() < 3 || !is_content(part)) {
            return whole;
        }
        let apart =
            parts.iter().map(|part| (self.patterns.intern(Node::Exact((*part).to_owned())), false)).collect();
        let apart = self.in_order(apart, 0);
        self.any([whole, apart].into())
    }

    fn not_nothing(
        &mut self,
        items: Vec<(NodeId, bool)>,
        written: &str,
        place: &std::ops::Range<usize>,
    ) -> Result<NodeId, PhraseError> {
        if items.is_empty() {
            let message = format!("{written:?} holds no word and no sign that could be matched");
            return Err(PhraseError { message, range: place.clone() });
        }
        Ok(self.in_order(items, 0))
    }

    /// The rivals of the terms that a part's elements speak of.
    fn rivals(&mut self, elements: &[(NodeId, usize)]) -> Vec<NodeId> {
        let words = self.words_of(elements.iter().map(|(element, _)| *element).collect());
        let mut rivals = BTreeSet::new();
        for group in &self.lexicon.rivals {
            let spoken_of = group.iter().filter(|term| words.contains(term.as_str())).count();
            if spoken_of == 1 {
                rivals.extend(group.iter().filter(|term| !words.contains(term.as_str())).cloned());
            }
        }
        rivals.into_iter().map(|term| self.patterns.intern(Node::Exact(term))).collect()
    }

    /// All words in some patterns and in the patterns that these are made of.
    fn words_of(&self, mut pending: Vec<NodeId>) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        let mut seen = BTreeSet::new();
        while let Some(id) = pending.pop() {
            if !seen.insert(id) {
                continue;
            }
            match self.patterns.node(id) {
                Node::Stem(word) | Node::Exact(word) | Node::Prefix(word) => _ = words.insert(word.clone()),
                Node::Class(_) => {}
                Node::Any(children) => pending.extend(children),
                Node::Sequence { items, .. } => pending.extend(items.iter().map(|(child, _)| *child)),
            }
        }
        words
    }
}

/// A phrase that is one code term, which English uses as a word too (`Send`, `Drop`), needs to be typed as a term.
fn must_be_marked(elements: &[Element]) -> bool {
    let [Element { term: Term::Code(written), .. }] = elements else { return false };
    words::is_known(&written.to_lowercase())
}
