//! From normalised lines to tokens and sentences.

use std::sync::LazyLock;

use regex::Regex;

use super::lines::{LineKind, lines};
use super::normalize::Normalized;
use super::words::is_verb;
use super::{Gap, Kind, Sentence, Spellings, Token, stem};

/// Numbers with their unit, words with their contraction, signs of several characters, any other sign.
static LEXEME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        (?<fixed> c\+\+ | c\# | f\# | &mut\b | w/o\b | and/or\b )
        |(?<number> \d+ (?: [_,.] \d+ )* (?: % | \p{L}+ )? )
        |(?<word> \p{L} [\p{L}\p{M}\d]* (?: _ [\p{L}\p{M}\d]+ )* (?: ' (?: t | s | re | ve | ll | d | m ) \b )? )
        |(?<sign> \.\.\.+ | \.\.=? | :: | -> | => | && | \|\| | \S )",
    )
    .expect("the lexeme pattern is fixed and tested")
});

/// Words before a full stop that end no sentence.
const ABBREVIATIONS: &[&str] = &["e.g", "i.e", "vs", "approx", "cf", "eg", "ie", "incl", "resp"];

/// Tokens and sentences of `original`; clauses are not numbered yet.
pub(super) fn tokenize(original: &str, spellings: &Spellings) -> (Vec<Token>, Vec<Sentence>) {
    let normalized = Normalized::new(original);
    let mut reader = Reader {
        original,
        normalized: &normalized,
        spellings,
        tokens: Vec::new(),
        sentences: Vec::new(),
        start: 0,
        gap: Gap::None,
        item: false,
        calls: Vec::new(),
        quoted: false,
        quotes_left: 0,
    };
    let all = lines(normalized.text());
    for line in &all {
        if line.kind != LineKind::Prose {
            reader.end_sentence(false, false);
        }
        reader.item |= line.kind == LineKind::Item;
        let code = line.kind == LineKind::Code;
        reader.line(line.content.start, line.content.end, code);
        let closed =
            normalized.text()[line.content.clone()].trim_end().ends_with(['.', '!', ':', ';', '{', '}']);
        if closed || code {
            reader.end_sentence(false, code);
        }
    }
    reader.end_sentence(false, false);
    (reader.tokens, reader.sentences)
}

struct Reader<'a> {
    original: &'a str,
    normalized: &'a Normalized,
    spellings: &'a Spellings,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// The first token of the sentence being read.
    start: usize,
    /// What was read since the last token.
    gap: Gap,
    /// The sentence being read is an item of a list.
    item: bool,
    /// For every bracket that is open in this sentence, whether it belongs to a call.
    calls: Vec<bool>,
    /// Between two double quotes of the line.
    quoted: bool,
    /// Double quotes that are still to come in the line.
    quotes_left: usize,
}

impl Reader<'_> {
    /// Reads one line's content, given as a byte range of the normalised text.
    fn line(&mut self, start: usize, end: usize, fenced: bool) {
        let text = &self.normalized.text()[start..end];
        let mut ticks_left = text.matches('`').count();
        let mut quoted = false;
        self.quoted = false;
        self.quotes_left = text.matches('"').count();
        for found in LEXEME.captures_iter(text) {
            let lexeme = found.get(0).expect("group 0 always takes part");
            let (from, to) = (start + lexeme.start(), start + lexeme.end());
            let before = text[..lexeme.start()].chars().next_back();
            let after = text[lexeme.end()..].chars().next();
            let code = fenced || quoted;
            match lexeme.as_str() {
                "`" => {
                    ticks_left -= 1;
                    // A backtick that nothing closes is a slip, not the start of code.
                    quoted = !quoted && ticks_left > 0;
                }
                "\"" => {
                    self.quotes_left -= 1;
                    self.quoted = !self.quoted;
                }
                "&mut" => self.push("&mut", Kind::Symbol, from, to, code),
                "w/o" => self.words(&["without"], from, to, false),
                "and/or" => self.words(&["or"], from, to, false),
                sign if found.name("sign").is_some() => self.sign(sign, from, to, before, after, code),
                number if found.name("number").is_some() => self.push(number, Kind::Number, from, to, code),
                word => self.word(word, from, to, code),
            }
        }
    }

    fn word(&mut self, word: &str, from: usize, to: usize, code: bool) {
        let (head, tail) = word.split_once('\'').unwrap_or((word, ""));
        let tail = match (head, tail) {
            (_, "") => None,
            ("can", "t") => Some(("can", "not")),
            ("won", "t") => Some(("will", "not")),
            ("shan", "t") => Some(("shall", "not")),
            (head, "t") => Some((head.strip_suffix('n').unwrap_or(head), "not")),
            (
                "it" | "that" | "there" | "he" | "she" | "what" | "who" | "here" | "everything" | "nothing",
                "s",
            ) => Some((head, "is")),
            (_, "re") => Some((head, "are")),
            (_, "ve") => Some((head, "have")),
            (_, "ll") => Some((head, "will")),
            (_, "d") => Some((head, "would")),
            (_, "m") => Some((head, "am")),
            _ => None,
        };
        match tail {
            Some((head, tail)) => self.words(&[head, tail], from, to, code),
            None => match self.spellings.read(head) {
                Some(read) => self.words(read, from, to, code),
                None => self.push(head, Kind::Word, from, to, code),
            },
        }
    }

    /// Several words read out of one place.
    fn words<S: AsRef<str>>(&mut self, words: &[S], from: usize, to: usize, code: bool) {
        for word in words {
            self.push(word.as_ref(), Kind::Word, from, to, code);
        }
    }

    fn sign(
        &mut self,
        sign: &str,
        from: usize,
        to: usize,
        before: Option<char>,
        after: Option<char>,
        code: bool,
    ) {
        let ends_word = after.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '\'' | ')' | '*' | '_'));
        match sign {
            "&" | "#" => self.push(sign, Kind::Symbol, from, to, code),
            ".." | "..=" => self.push("..", Kind::Symbol, from, to, code),
            "?" if code
                || before.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '(' | ')')) =>
            {
                self.push(sign, Kind::Symbol, from, to, code);
            }
            // "Several threads? Then use Arc": a condition, not a question.
            // A question that is quoted is not asked.
            "?" | "!" if self.quoted && self.quotes_left > 0 => self.gap = Gap::Strong,
            "?" if ends_word && self.is_short_and_verbless() => self.gap = Gap::Strong,
            "?" if ends_word => self.end_sentence(true, false),
            // "Rc is !Send"
            "!" if after.is_some_and(char::is_alphabetic) && !before.is_some_and(char::is_alphanumeric) => {
                self.push("not", Kind::Word, from, to, code);
            }
            // "Copy = memcpy" is said as "Copy is memcpy".
            "=" if !code
                && before.is_none_or(char::is_whitespace)
                && after.is_none_or(char::is_whitespace) =>
            {
                self.push("is", Kind::Word, from, to, code);
            }
            // "the ! of Swift" is a sign.
            "!" if before.is_some_and(char::is_whitespace) => {}
            // "the loser in select! is dropped": a macro's name, not a cry.
            "!" if before.is_some_and(char::is_alphanumeric) && self.goes_on_in_lower_case(to) => {}
            "." | "!" if !code && ends_word && !self.after_abbreviation(from) => {
                self.end_sentence(false, false);
            }
            "," => self.gap = self.gap.max(Gap::Comma),
            // `Ok(value)` is one thing; "(that is)" is an aside.
            "(" => {
                let call =
                    before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '>' | '!' | '('));
                self.calls.push(call);
                if !call {
                    self.gap = Gap::Strong;
                }
            }
            ")" => {
                let call = self.calls.pop().unwrap_or_default();
                self.gap = if call { self.gap } else { Gap::Strong };
            }
            "=>" if !code => self.push("so", Kind::Word, from, to, code),
            ";" | ":" | "\u{2014}" | "->" | "=>" => self.gap = Gap::Strong,
            "-" if before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace) => {
                self.gap = Gap::Strong;
            }
            _ if sign.starts_with("...") => self.gap = Gap::Strong,
            _ => {}
        }
    }

    /// Whether the sentence so far is a few words without a verb.
    fn is_short_and_verbless(&self) -> bool {
        let words = &self.tokens[self.start..];
        !words.is_empty() && words.len() <= 4 && !words.iter().any(|token| is_verb(&token.surface))
    }

    /// Whether the next word of the line begins with a small letter.
    fn goes_on_in_lower_case(&self, from: usize) -> bool {
        let rest = &self.normalized.text()[from..];
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        let place = from + blank;
        rest[blank..].chars().next().is_some_and(char::is_alphabetic)
            && self.normalized.source(place, place + 1).of(self.original).chars().all(char::is_lowercase)
    }

    fn after_abbreviation(&self, dot: usize) -> bool {
        let text = self.normalized.text();
        // No abbreviation is longer; looking further back would cost time on words without end.
        let start = (dot.saturating_sub(12)..=dot).find(|&at| text.is_char_boundary(at)).unwrap_or(dot);
        let before = &text[start..dot];
        let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        ABBREVIATIONS.contains(&word)
    }

    fn push(&mut self, surface: &str, kind: Kind, from: usize, to: usize, code: bool) {
        let span = self.normalized.source(from, to);
        let capital = span.of(self.original).chars().any(char::is_uppercase);
        let first = self.tokens.len() == self.start;
        self.tokens.push(Token {
            surface: surface.to_owned(),
            stem: if kind == Kind::Word { stem(surface) } else { surface.to_owned() },
            span,
            kind,
            code,
            marked: code || (capital && !first),
            gap: if first { Gap::None } else { self.gap },
            clause: 0,
        });
        self.gap = Gap::None;
    }

    fn end_sentence(&mut self, question: bool, code: bool) {
        let tokens = self.start..self.tokens.len();
        self.gap = Gap::None;
        self.calls.clear();
        if !tokens.is_empty() {
            self.start = tokens.end;
            self.sentences.push(Sentence { tokens, question, code, item: self.item });
        }
        self.item = false;
    }
}
