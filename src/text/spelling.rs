//! Spellings that are read as other words: frequent slips, chat shorthand, compounds written in one.

use std::collections::BTreeMap;

/// Slips and shorthand that are the same in every subject. A pack adds its own terms.
const GENERAL: &[(&str, &str)] = &[
    ("acess", "access"),
    ("allways", "always"),
    ("alot", "a lot"),
    ("alredy", "already"),
    ("autom", "automatic"),
    ("becasue", "because"),
    ("becaus", "because"),
    ("becouse", "because"),
    ("becuase", "because"),
    ("beetwen", "between"),
    ("betwen", "between"),
    ("bc", "because"),
    ("coz", "because"),
    ("cuz", "because"),
    ("dosent", "does not"),
    ("doesnt", "does not"),
    ("dont", "do not"),
    ("didnt", "did not"),
    ("isnt", "is not"),
    ("arent", "are not"),
    ("wasnt", "was not"),
    ("werent", "were not"),
    ("wont", "will not"),
    ("wouldnt", "would not"),
    ("cant", "can not"),
    ("cannot", "can not"),
    ("couldnt", "could not"),
    ("shouldnt", "should not"),
    ("hasnt", "has not"),
    ("havent", "have not"),
    ("hadnt", "had not"),
    ("aint", "is not"),
    ("diffrent", "different"),
    ("doesn", "does not"),
    ("everythin", "everything"),
    ("exept", "except"),
    ("explicitely", "explicitly"),
    ("heep", "heap"),
    ("im", "i am"),
    ("ive", "i have"),
    ("lenght", "length"),
    ("lifes", "lives"),
    ("ment", "meant"),
    ("mutiple", "multiple"),
    ("neccessary", "necessary"),
    ("ocurs", "occurs"),
    ("onwer", "owner"),
    ("onyl", "only"),
    ("pls", "please"),
    ("recieve", "receive"),
    ("runing", "running"),
    ("seperate", "separate"),
    ("sth", "something"),
    ("smth", "something"),
    ("sombody", "somebody"),
    ("teh", "the"),
    ("thats", "that is"),
    ("till", "until"),
    ("til", "until"),
    ("theres", "there is"),
    ("thier", "their"),
    ("tho", "though"),
    ("thru", "through"),
    ("u", "you"),
    ("ur", "your"),
    ("untill", "until"),
    ("useing", "using"),
    ("wen", "when"),
    ("wether", "whether"),
    ("wich", "which"),
    ("whitout", "without"),
    ("witch", "which"),
    ("withou", "without"),
    ("witout", "without"),
    ("whats", "what is"),
    ("youre", "you are"),
];

/// A table from a word as typed to the words it is read as; lower case on both sides.
#[derive(Debug, Clone)]
pub struct Spellings(BTreeMap<String, Vec<String>>);

impl Default for Spellings {
    fn default() -> Self {
        let mut spellings = Self(BTreeMap::new());
        for (typed, read) in GENERAL {
            spellings.add(typed, read);
        }
        spellings
    }
}

impl Spellings {
    /// Reads `typed`, one word, as the words of `read` from now on.
    pub fn add(&mut self, typed: &str, read: &str) {
        let words = read.split_whitespace().map(str::to_lowercase).collect();
        self.0.insert(typed.to_lowercase(), words);
    }

    /// The words that `typed` stands for, where it is in the table.
    #[must_use]
    pub fn read(&self, typed: &str) -> Option<&[String]> {
        self.0.get(typed).map(Vec::as_slice)
    }

    /// The general table with a pack's own entries.
    #[must_use]
    pub fn with(entries: &BTreeMap<String, String>) -> Self {
        let mut spellings = Self::default();
        for (typed, read) in entries {
            spellings.add(typed, read);
        }
        spellings
    }
}
