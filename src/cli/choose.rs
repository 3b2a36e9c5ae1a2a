//! Naming questions and filtering them.

use super::args::FilterArgs;
use super::failure::Failure;
use crate::bank::{Filter, Pack, Question};

/// The question with this id, or a failure that names the nearest.
pub(crate) fn question<'a>(pack: &'a Pack, id: &str) -> Result<&'a Question, Failure> {
    pack.question(id).ok_or_else(|| {
        let ids: Vec<&str> = pack.questions.iter().map(|question| question.id.as_str()).collect();
        Failure::unusable(format!("there is no question {id:?}; {}", hint(id, &ids)))
    })
}

/// The filter that the arguments ask for.
pub(crate) fn filter(args: &FilterArgs, pack: &Pack) -> Result<Filter, Failure> {
    Ok(Filter { topics: topics(&args.topic, pack)?, difficulty: args.difficulty, kind: args.kind })
}

/// Topics that the pack knows.
pub(crate) fn topics(wanted: &[String], pack: &Pack) -> Result<Vec<String>, Failure> {
    let mut known: Vec<&str> =
        pack.questions.iter().flat_map(|question| &question.topics).map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    match wanted.iter().find(|topic| !known.contains(&topic.as_str())) {
        None => Ok(wanted.to_vec()),
        Some(topic) => {
            Err(Failure::unusable(format!("there is no topic {topic:?}; {}", hint(topic, &known))))
        }
    }
}

/// What else there is, or the nearest of it.
pub(crate) fn hint(wanted: &str, known: &[&str]) -> String {
    crate::suggest::nearest(wanted, known.iter().copied())
        .map_or_else(|| format!("there are: {}", known.join(", ")), |near| format!("did you mean {near:?}?"))
}
