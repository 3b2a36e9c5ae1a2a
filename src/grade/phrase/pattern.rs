//! Compiled phrases: a graph in which every distinct pattern stands once, however many phrases use it.

use std::collections::{BTreeMap, BTreeSet};

use super::syntax::Class;

/// A pattern's number in its [`Patterns`]. Children have smaller numbers than their parents.
pub(crate) type NodeId = usize;

/// One pattern.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    /// A token with this stem.
    Stem(String),
    /// A token spelt just so.
    Exact(String),
    /// A token that begins so.
    Prefix(String),
    /// A token of this kind.
    Class(Class),
    /// Any of these.
    Any(Vec<NodeId>),
    /// These in order; optional ones may be left out; at most `gap` other tokens between neighbours.
    Sequence { items: Vec<(NodeId, bool)>, gap: usize },
}

/// All patterns of a rubric.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    nodes: Vec<Node>,
    ids: BTreeMap<Node, NodeId>,
    stems: BTreeMap<String, NodeId>,
    exact: BTreeMap<String, NodeId>,
    prefixes: BTreeMap<String, NodeId>,
}

impl Patterns {
    /// The number of a pattern, new or old.
    pub(super) fn intern(&mut self, node: Node) -> NodeId {
        if let Some(&id) = self.ids.get(&node) {
            return id;
        }
        let id = self.nodes.len();
        match &node {
            Node::Stem(stem) => _ = self.stems.insert(stem.clone(), id),
            Node::Exact(surface) => _ = self.exact.insert(surface.clone(), id),
            Node::Prefix(prefix) => _ = self.prefixes.insert(prefix.clone(), id),
            Node::Class(_) | Node::Any(_) | Node::Sequence { .. } => {}
        }
        self.ids.insert(node.clone(), id);
        self.nodes.push(node);
        id
    }

    /// The pattern with this number.
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// How many patterns there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The patterns of single words that a token with this surface and stem matches.
    ///
    /// Prefixes are looked for in both, so that a slip that was read as another word finds them, too.
    pub(crate) fn words(&self, surface: &str, stem: &str) -> BTreeSet<NodeId> {
        let prefixes = [surface, stem].into_iter().flat_map(|word| {
            word.char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .filter_map(|end| self.prefixes.get(&word[..end]))
        });
        self.stems.get(stem).into_iter().chain(self.exact.get(surface)).chain(prefixes).copied().collect()
    }

    /// The pattern of words with this stem.
    pub(crate) fn stem(&self, stem: &str) -> Option<NodeId> {
        self.stems.get(stem).copied()
    }

    /// Whether some phrase uses a word with this stem.
    pub(crate) fn knows_stem(&self, stem: &str) -> bool {
        self.stems.contains_key(stem)
    }

    /// Whether some phrase uses this very spelling.
    pub(crate) fn knows_exactly(&self, surface: &str) -> bool {
        self.exact.contains_key(surface)
    }
}

/// How far a match may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// At most so many words from the first to the last, within the sentence.
    Words(usize),
    /// At most so many words that are no part of the match, within the sentence.
    Others(usize),
    /// As `Others`, within one clause.
    ClauseOthers(usize),
    /// Within one clause.
    Clause,
    /// Within the sentence.
    Sentence,
}

/// A compiled part: what must stand together in one sentence, and what must not.
#[derive(Debug)]
pub(crate) struct CompiledPart {
    /// Each element's pattern and order group.
    pub(crate) elements: Vec<(NodeId, usize)>,
    /// Must not stand within three words.
    pub(crate) not_near: Vec<NodeId>,
    /// Must not stand between the first and the last word.
    pub(crate) not_between: Vec<NodeId>,
    /// Must not stand in the sentence.
    pub(crate) not_in_sentence: Vec<NodeId>,
    /// Terms that the part's own terms are set against.
    pub(crate) rivals: Vec<NodeId>,
    pub(crate) extent: Extent,
    /// Counts whether it is negated or not.
    pub(crate) either_polarity: bool,
    /// Its one word is a term of code and a common word as well, so that it must be typed as a term.
    pub(crate) must_be_marked: bool,
    /// As the author wrote it.
    pub(crate) source: String,
}

/// A compiled phrase.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) parts: Vec<CompiledPart>,
    /// How many of the parts are needed.
    pub(crate) needed: usize,
}
