//! Full-text search over a bank, by SQLite's own index in memory.

use rusqlite::{Connection, params};

use crate::bank::Question;

/// A question that holds all words of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The question's id.
    pub question: String,
    /// The words around what was found, which stands between `marks`.
    pub excerpt: String,
}

/// Questions whose title, prompt, topics, concepts or model answer hold every word of `wanted` (by stem, the last also
/// as a beginning), best first. The words found stand between the two `marks`. Nothing where `wanted` has no word.
///
/// # Errors
/// Where SQLite fails, which for an index in memory means that memory ran out.
pub fn search(questions: &[&Question], wanted: &str, marks: (&str, &str)) -> rusqlite::Result<Vec<Hit>> {
    let Some(query) = query(wanted) else { return Ok(Vec::new()) };
    let mut index = Connection::open_in_memory()?;
    index.execute_batch(
        "CREATE VIRTUAL TABLE bank USING fts5(id UNINDEXED, title, topics, prompt, concepts, model_answer,
         tokenize = 'porter unicode61')",
    )?;
    let transaction = index.transaction()?;
    for question in questions {
        let concepts: Vec<String> = question
            .rubric
            .concepts
            .iter()
            .map(|concept| format!("{}. {}", concept.title, concept.statement))
            .collect();
        transaction.prepare_cached("INSERT INTO bank VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?.execute(params![
            question.id,
            format!("{} ({})", question.title, question.id),
            question.topics.join(" "),
            question.prompt,
            concepts.join(" "),
            question.model_answer,
        ])?;
    }
    transaction.commit()?;
    // A word in the title weighs more than one in the model answer.
    let mut statement = index.prepare(
        "SELECT id, snippet(bank, -1, ?2, ?3, '…', 14) FROM bank WHERE bank MATCH ?1
         ORDER BY bm25(bank, 0, 10, 6, 4, 3, 1), id",
    )?;
    let rows = statement.query_map(params![query, marks.0, marks.1], |row| {
        Ok(Hit { question: row.get(0)?, excerpt: row.get(1)? })
    })?;
    rows.collect()
}

/// Every word quoted, so that nothing typed is read as an operator of the query language.
fn query(wanted: &str) -> Option<String> {
    let words: Vec<String> = wanted
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\""))
        .collect();
    (!words.is_empty()).then(|| format!("{}*", words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Pack;

    #[test]
    fn words_are_found_by_stem_in_every_field_and_operators_are_words() {
        let pack = Pack::embedded().expect("the built-in pack loads");
        let all: Vec<_> = pack.questions.iter().collect();
        let ids = |wanted: &str| -> Vec<String> {
            search(&all, wanted, ("<", ">")).expect("it works").into_iter().map(|hit| hit.question).collect()
        };
        assert_eq!(ids("ownership").first().map(String::as_str), Some("ownership"));
        assert!(ids("reference counting").contains(&"rc-vs-arc".to_owned()));
        assert_eq!(ids("own\" OR (NEAR"), ids("own or near"));
        assert!(ids("zebra").is_empty() && ids(" -- ").is_empty());
        let hit = &search(&all, "executor", ("<", ">")).expect("it works")[0];
        assert!(hit.excerpt.contains("<executor"), "{}", hit.excerpt);
    }
}
