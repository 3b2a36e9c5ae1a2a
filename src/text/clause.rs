//! Where one statement of a sentence ends and the next begins: as far as a "not" reaches.

use super::words::is_verb;
use super::{Gap, Sentence, Token};

/// Words that open a clause wherever they stand.
const OPENERS: &[&str] = &[
    "but",
    "while",
    "whereas",
    "because",
    "although",
    "though",
    "however",
    "unless",
    "yet",
    "then",
    "if",
    "when",
    "once",
    "until",
    "since",
    "so",
    "which",
    "who",
    "where",
    "whether",
    "whilst",
    "otherwise",
    "meanwhile",
    "instead",
];

/// Openers whose clause a comma ends.
const SUBORDINATORS: &[&str] =
    &["if", "when", "once", "because", "since", "although", "while", "unless", "until", "as"];

/// Words that stand for the subject of a new statement.
const PRONOUNS: &[&str] = &[
    "i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "those", "there", "one", "nobody",
    "nothing",
];

/// No further back than this is a clause's verb looked for.
const CLAUSE_WORDS: usize = 40;
/// The longest run without a verb that still counts as one more item of a list.
const ITEM_WORDS: usize = 5;

/// Numbers the clauses of every sentence, through the whole text.
pub(super) fn number_clauses(tokens: &mut [Token], sentences: &[Sentence]) {
    let mut clause = 0;
    for sentence in sentences {
        clause += 1;
        let mut subordinate = false;
        for at in sentence.tokens.clone() {
            let first = at == sentence.tokens.start;
            // "If no, `Rc`": the comma ends the condition.
            let condition_ends = subordinate && tokens[at].gap == Gap::Comma;
            if !first && (condition_ends || opens_clause(tokens, at, sentence.tokens.end)) {
                clause += 1;
                subordinate = false;
            }
            let opens = first || tokens[at - 1].clause < clause;
            subordinate |= opens && SUBORDINATORS.contains(&tokens[at].surface.as_str());
            tokens[at].clause = clause;
        }
    }
}

fn opens_clause(tokens: &[Token], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    match token.surface.as_str() {
        // "instead of" and "so far" go on with what stands before them.
        "instead" if tokens.get(at + 1).is_some_and(|next| next.surface == "of") => false,
        "one" => token.gap == Gap::Strong,
        // "`.await` then blocks": only behind a condition or a pause does it open anything.
        "then" => {
            token.gap > Gap::None
                || tokens[at - 1].surface == "and"
                || tokens[..at]
                    .iter()
                    .rev()
                    .take(ITEM_WORDS * 3)
                    .any(|before| matches!(before.surface.as_str(), "if" | "when"))
        }
        // Behind another opener ("but if", "and then") there is no second start.
        surface if OPENERS.contains(&surface) => {
            token.gap > Gap::None || !OPENERS.contains(&tokens[at - 1].surface.as_str())
        }
        "and" | "or" | "nor" | "plus" => {
            // "Numbers and bools are not Copy": two subjects of one statement.
            let said = tokens[..at]
                .iter()
                .rev()
                .take(CLAUSE_WORDS)
                .take_while(|before| before.clause == tokens[at - 1].clause);
            token.gap == Gap::Strong
                || (is_statement(tokens, at + 1, end, usize::MAX)
                    && said.into_iter().any(|word| is_verb(&word.surface)))
        }
        _ => match token.gap {
            Gap::Strong => true,
            // "…, usually with `match`": an addition, which a "not" before it leaves alone.
            Gap::Comma
                if matches!(
                    token.surface.as_str(),
                    "usually" | "normally" | "typically" | "mostly" | "often"
                ) =>
            {
                true
            }
            Gap::Comma => is_statement(tokens, at, end, ITEM_WORDS),
            Gap::None => false,
        },
    }
}

/// Whether the run that starts at `from` is a statement of its own rather than one more item of a list: it has a verb, a
/// pronoun for its subject, or more than `item_words` words.
fn is_statement(tokens: &[Token], from: usize, end: usize, item_words: usize) -> bool {
    let Some(first) = tokens.get(from).filter(|_| from < end) else { return false };
    if PRONOUNS.contains(&first.surface.as_str()) {
        return true;
    }
    let run = tokens[from..end]
        .iter()
        .enumerate()
        .take_while(|(index, token)| *index == 0 || (token.gap == Gap::None && !joins(token)))
        .map(|(_, token)| token);
    let mut length = 0;
    for token in run {
        length += 1;
        if length > item_words || is_verb(&token.surface) {
            return true;
        }
    }
    // An item is followed by another one or by the end, not by an aside.
    tokens[..end].get(from + length).is_some_and(|next| next.gap == Gap::Strong)
}

fn joins(token: &Token) -> bool {
    matches!(token.surface.as_str(), "and" | "or" | "nor") || OPENERS.contains(&token.surface.as_str())
}

#[cfg(test)]
mod tests {
    use crate::text::{Spellings, Text};

    fn clauses(text: &str) -> Vec<String> {
        let text = Text::analyse(text, &Spellings::default());
        let mut clauses: Vec<(usize, String)> = Vec::new();
        for token in text.tokens() {
            match clauses.last_mut() {
                Some((clause, words)) if *clause == token.clause => {
                    words.push(' ');
                    words.push_str(&token.surface);
                }
                _ => clauses.push((token.clause, token.surface.clone())),
            }
        }
        clauses.into_iter().map(|(_, words)| words).collect()
    }

    #[test]
    fn conjunctions_and_punctuation_open_clauses() {
        assert_eq!(
            clauses("A move does not copy the data, it moves the pointer; the old name is dead but b works."),
            ["a move does not copy the data", "it moves the pointer", "the old name is dead", "but b works"]
        );
    }

    #[test]
    fn a_comma_ends_a_condition() {
        assert_eq!(clauses("If not, Rc, since it is cheap."), ["if not", "rc", "since it is cheap"]);
    }

    #[test]
    fn the_items_of_a_list_share_a_clause() {
        assert_eq!(
            clauses("There are no double frees, dangling pointers or data races."),
            ["there are no double frees dangling pointers or data races"]
        );
    }
}
