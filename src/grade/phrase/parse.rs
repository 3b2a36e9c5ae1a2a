//! Reading the phrase language.

use std::ops::Range;

use super::syntax::{Class, Element, Guard, Need, Part, Phrase, Reach, Sequence, Term, Window};

/// Groups nested deeper than this are refused.
const DEPTH_LIMIT: usize = 8;
/// A phrase longer than this many bytes is refused.
const LENGTH_LIMIT: usize = 2_000;
/// A part with more elements than this is refused.
const ELEMENTS_LIMIT: usize = 12;

/// What is wrong with a phrase, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PhraseError {
    /// What is wrong, and what to write instead.
    pub message: String,
    /// The bytes of the phrase at fault.
    pub range: Range<usize>,
}

fn error<T>(range: Range<usize>, message: impl Into<String>) -> Result<T, PhraseError> {
    Err(PhraseError { message: message.into(), range })
}

impl Phrase {
    /// Reads a whole phrase.
    pub(crate) fn parse(source: &str) -> Result<Self, PhraseError> {
        if source.len() > LENGTH_LIMIT {
            return error(0..source.len(), format!("a phrase has at most {LENGTH_LIMIT} bytes"));
        }
        let mut parser = Parser { source, at: 0 };
        parser.phrase()
    }
}

impl Sequence {
    /// Reads an alternative of a lexicon set.
    pub(crate) fn parse(source: &str) -> Result<Self, PhraseError> {
        let mut parser = Parser { source, at: 0 };
        let sequence = parser.sequence(1)?;
        if parser.at < source.len() {
            return error(
                parser.at..source.len(),
                "an alternative of a set is a sequence of words; write one more alternative instead",
            );
        }
        Ok(sequence)
    }
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn phrase(&mut self) -> Result<Phrase, PhraseError> {
        let counted = self.counted()?;
        let separator = if counted.is_some() { ";" } else { "&&" };
        let mut parts = vec![self.part()?];
        while self.eat(separator) {
            parts.push(self.part()?);
        }
        self.skip_space();
        if self.at < self.source.len() {
            let rest = self.at..self.source.len();
            return if counted.is_some() {
                error(rest, "the parts of a count are separated by `;`")
            } else {
                error(rest, "parts are joined by `&&`; `;` belongs to a count (`2 of: a; b; c`)")
            };
        }
        let needed = counted.as_ref().map_or(parts.len(), |(needed, _)| *needed);
        if let Some((needed, range)) = counted
            && (needed == 0 || needed > parts.len())
        {
            return error(range, format!("{needed} of {} parts cannot be had", parts.len()));
        }
        Ok(Phrase { parts, needed })
    }

    /// `2 of:` at the start.
    fn counted(&mut self) -> Result<Option<(usize, Range<usize>)>, PhraseError> {
        let digits = self.source.bytes().take_while(u8::is_ascii_digit).count();
        let rest = self.source[digits..].trim_start();
        if digits == 0 || !rest.starts_with("of:") {
            return Ok(None);
        }
        let Ok(needed) = self.source[..digits].parse() else {
            return error(0..digits, "this number is too large");
        };
        self.at = self.source.len() - rest.len() + "of:".len();
        Ok(Some((needed, 0..digits)))
    }

    fn part(&mut self) -> Result<Part, PhraseError> {
        self.skip_space();
        let start = self.at;
        let either_polarity = self.eat("+/-");
        let mut part = Part {
            elements: Vec::new(),
            guards: Vec::new(),
            window: None,
            either_polarity,
            range: start..start,
        };
        let mut group = 0;
        loop {
            self.skip_space();
            match self.peek() {
                None | Some(';') => break,
                Some('&') if self.source[self.at..].starts_with("&&") => break,
                Some('>') => {
                    if part.elements.last().is_none_or(|last| last.group < group) {
                        return error(
                            self.at..self.at + 1,
                            "`>` stands between two words: the left comes before the right",
                        );
                    }
                    group += 1;
                    self.at += 1;
                }
                Some('~') => part.window = Some(self.window()?),
                Some('!') => part.guards.push(self.guard()?),
                Some('[') => {
                    return error(
                        self.at..self.at + 1,
                        "an optional word stands only inside a group, as in `(out [of the] scope)`",
                    );
                }
                Some(_) => part.elements.push(Element { term: self.term(0)?, group }),
            }
        }
        part.range = start..self.source[..self.at].trim_end().len().max(start);
        match part.elements.last() {
            None => error(start..self.source.len().max(start), "a part needs at least one word"),
            Some(last) if last.group < group => {
                error(part.range, "`>` stands between two words: the left comes before the right")
            }
            Some(_) if part.elements.len() > ELEMENTS_LIMIT => error(
                part.range,
                format!("a part has at most {ELEMENTS_LIMIT} words; join shorter ones by `&&`"),
            ),
            Some(_) => Ok(part),
        }
    }

    fn window(&mut self) -> Result<Window, PhraseError> {
        let start = self.at;
        self.at += 1;
        let rest = &self.source[self.at..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..length];
        self.at += length;
        match word {
            "c" => Ok(Window::Clause),
            "s" => Ok(Window::Sentence),
            _ => match word.parse::<usize>() {
                Ok(words) if (1..=200).contains(&words) => Ok(Window::Words(words)),
                _ => error(
                    start..self.at,
                    "a window is `~c` (clause), `~s` (sentence) or a number of words from 1 to 200, as in `~8`",
                ),
            },
        }
    }

    fn guard(&mut self) -> Result<Guard, PhraseError> {
        self.at += 1;
        let reach = match self.peek() {
            Some('!') => Reach::Between,
            Some('~') => Reach::Sentence,
            _ => Reach::Near,
        };
        if reach != Reach::Near {
            self.at += 1;
        }
        Ok(Guard { term: self.term(0)?, reach })
    }

    fn term(&mut self, depth: usize) -> Result<Term, PhraseError> {
        if depth > DEPTH_LIMIT {
            return error(self.at..self.at + 1, format!("groups nest at most {DEPTH_LIMIT} deep"));
        }
        let start = self.at;
        match self.peek() {
            Some('(') => self.group(depth),
            Some('`') => {
                let rest = &self.source[start + 1..];
                match rest.find('`') {
                    Some(length) if !rest[..length].trim().is_empty() => {
                        self.at = start + length + 2;
                        Ok(Term::Code(rest[..length].to_owned()))
                    }
                    Some(_) => error(start..start + 2, "this code term is empty"),
                    None => error(start..self.source.len(), "this backtick is never closed"),
                }
            }
            Some('@') => {
                self.at += 1;
                let name = self.name("_-");
                if name.is_empty() {
                    return error(start..self.at, "`@` is followed by the name of a lexicon set");
                }
                Ok(match name.as_str() {
                    "not" => Term::Class(Class::Negation),
                    _ => Term::Set(name, start..self.at),
                })
            }
            Some('<') => self.class(),
            Some(c) if c.is_alphanumeric() => {
                let word = self.name("_-'+#%");
                if self.peek() == Some('*') {
                    self.at += 1;
                    if word.chars().count() < 3 || word.contains(['-', '_', '\'']) {
                        return error(
                            start..self.at,
                            "a prefix is one word of three letters or more, as in `borrow*`",
                        );
                    }
                    return Ok(Term::Prefix(word.to_lowercase()));
                }
                Ok(Term::Words(word.to_lowercase()))
            }
            Some(c) => error(
                start..start + c.len_utf8(),
                format!("`{c}` has no meaning here; code stands in backticks"),
            ),
            None => error(start..start, "a word is missing here"),
        }
    }

    fn class(&mut self) -> Result<Term, PhraseError> {
        let start = self.at;
        self.at += 1;
        let name = self.name("-");
        let closed = self.peek() == Some('>');
        if closed {
            self.at += 1;
        }
        match Class::NAMES.iter().find(|(known, _)| *known == name) {
            Some((_, class)) if closed => Ok(Term::Class(*class)),
            _ => {
                let names: Vec<_> = Class::NAMES.iter().map(|(name, _)| format!("<{name}>")).collect();
                error(start..self.at, format!("a class is one of {}", names.join(", ")))
            }
        }
    }

    fn group(&mut self, depth: usize) -> Result<Term, PhraseError> {
        let start = self.at;
        self.at += 1;
        let mut alternatives = vec![self.sequence(depth + 1)?];
        loop {
            if self.eat("|") {
                alternatives.push(self.sequence(depth + 1)?);
            } else if self.eat(")") {
                return Ok(Term::Any(alternatives));
            } else if self.at >= self.source.len() {
                return error(start..start + 1, "this `(` is never closed");
            } else {
                let c = self.peek().expect("not at the end");
                return error(self.at..self.at + c.len_utf8(), format!("`{c}` cannot stand inside a group"));
            }
        }
    }

    fn sequence(&mut self, depth: usize) -> Result<Sequence, PhraseError> {
        let mut terms = Vec::new();
        self.skip_space();
        let start = self.at;
        loop {
            self.skip_space();
            match self.peek() {
                Some('[') => {
                    let open = self.at;
                    self.at += 1;
                    while !self.eat("]") {
                        if self.at >= self.source.len() {
                            return error(open..open + 1, "this `[` is never closed");
                        }
                        self.skip_space();
                        terms.push((self.term(depth + 1)?, Need::Optional));
                    }
                }
                Some(c) if c.is_alphanumeric() || matches!(c, '`' | '@' | '<' | '(') => {
                    terms.push((self.term(depth + 1)?, Need::Required));
                }
                _ => break,
            }
        }
        let required = |need: Option<&(Term, Need)>| need.is_some_and(|(_, need)| *need == Need::Required);
        if !required(terms.first()) || !required(terms.last()) {
            return error(
                start..self.at.max(start),
                "an alternative begins and ends with a word that must be there",
            );
        }
        Ok(Sequence { terms })
    }

    fn name(&mut self, others: &str) -> String {
        let rest = &self.source[self.at..];
        let mut length =
            rest.find(|c: char| !c.is_alphanumeric() && !others.contains(c)).unwrap_or(rest.len());
        // A hyphen at the end belongs to nothing.
        while rest[..length].ends_with('-') {
            length -= 1;
        }
        self.at += length;
        rest[..length].to_owned()
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.skip_space();
        let found = self.source[self.at..].starts_with(sign);
        if found {
            self.at += sign.len();
        }
        found
    }

    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn skip_space(&mut self) {
        self.at = self.source.len() - self.source[self.at..].trim_start().len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_with_everything_in_it_is_read() {
        let phrase = Phrase::parse(
            "+/- `Rc` > (one [the] thread | @single-threaded) mov* <not> !(arc | atomic) !!lock !~gc ~8 && freed",
        )
        .expect("it is well formed");
        assert_eq!(phrase.needed, 2);
        let part = &phrase.parts[0];
        assert!(part.either_polarity);
        assert_eq!(part.window, Some(Window::Words(8)));
        assert_eq!(part.elements.iter().map(|element| element.group).collect::<Vec<_>>(), [0, 1, 1, 1]);
        assert_eq!(
            part.guards.iter().map(|guard| guard.reach).collect::<Vec<_>>(),
            [Reach::Near, Reach::Between, Reach::Sentence]
        );
    }

    #[test]
    fn counts_are_read() {
        let phrase = Phrase::parse("2 of: closed; freed file; `drop`").expect("it is well formed");
        assert_eq!((phrase.needed, phrase.parts.len()), (2, 3));
    }

    #[test]
    fn every_fault_names_its_place() {
        for (source, at, said) in [
            ("", 0..0, "at least one word"),
            ("(a | b", 0..1, "never closed"),
            ("a (b | )", 7..7, "begins and ends"),
            ("`x", 0..2, "never closed"),
            ("a ~x", 2..4, "a window is"),
            ("a >", 0..3, "`>` stands between"),
            ("a > > b", 4..5, "`>` stands between"),
            ("[a] b", 0..1, "only inside a group"),
            ("a <foo>", 2..7, "a class is one of"),
            ("3 of: a; b", 0..1, "3 of 2"),
            ("a; b", 1..4, "belongs to a count"),
            ("a * b", 2..3, "no meaning"),
            ("ab*", 0..3, "a prefix is"),
            ("@ x", 0..1, "name of a lexicon set"),
            ("!", 1..1, "a word is missing"),
        ] {
            let error = Phrase::parse(source).expect_err(source);
            assert_eq!(
                (error.range.clone(), error.message.contains(said)),
                (at, true),
                "{source:?}: {error:?}"
            );
        }
    }
}
