//! JSON Schemas of the content files, made from the very types that read them.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::bank::{Lexicon, QuestionFile, RubricFile};

/// Which file a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaKind {
    /// `questions/<pack>/<id>.json`
    Question,
    /// `rubrics/<pack>/<id>.json`
    Rubric,
    /// `rubrics/<pack>/_lexicon.json`
    Lexicon,
}

/// The schema as pretty-printed JSON with a line break at the end.
#[must_use]
pub fn schema(kind: SchemaKind) -> String {
    match kind {
        SchemaKind::Question => of::<QuestionFile>(),
        SchemaKind::Rubric => of::<RubricFile>(),
        SchemaKind::Lexicon => of::<Lexicon>(),
    }
}

fn of<T: JsonSchema>() -> String {
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>();
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is plain JSON");
    text.push('\n');
    text
}
