//! A rubric that was made worse must not pass its own check: phrases added, removed, robbed of their negation.

use std::fs;

use serde::Deserialize;
use vivavoce::authoring::check;
use vivavoce::bank::load_folder;

use crate::program::pack_copy;

/// One change of one phrase.
#[derive(Deserialize)]
struct Mutation {
    /// What is done.
    kind: Kind,
    /// The rubric's question.
    question: String,
    /// JSON pointer to the list of phrases.
    list: String,
    /// The phrase as it stands; for an added one, the phrase to add.
    phrase: String,
    /// What the phrase becomes.
    #[serde(default)]
    becomes: String,
}

#[derive(Deserialize, Debug, PartialEq, Eq, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Added,
    Removed,
    NegationDropped,
}

#[test]
fn every_mutation_is_caught() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mutations.json");
    let mutations: Vec<Mutation> = serde_json::from_str(&fs::read_to_string(path).expect("it is committed"))
        .expect("a list of mutations");
    assert!(mutations.len() >= 20);
    for kind in [Kind::Added, Kind::Removed, Kind::NegationDropped] {
        assert!(mutations.iter().filter(|mutation| mutation.kind == kind).count() >= 5, "{kind:?}");
    }
    let survivors: Vec<String> = std::thread::scope(|scope| {
        let halves = mutations.chunks(mutations.len().div_ceil(2));
        let workers: Vec<_> =
            halves.map(|half| scope.spawn(|| half.iter().filter_map(survives).collect::<Vec<_>>())).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no panic")).collect()
    });
    assert!(survivors.is_empty(), "not caught:\n{}", survivors.join("\n"));
}

/// A description of the mutation, where the mutated pack passes its check.
fn survives(mutation: &Mutation) -> Option<String> {
    let pack = pack_copy();
    let path = pack.path().join("rubrics").join(format!("{}.json", mutation.question));
    let mut rubric: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(&path).expect("it is there")).expect("it is JSON");
    let list = rubric
        .pointer_mut(&mutation.list)
        .and_then(serde_json::Value::as_array_mut)
        .unwrap_or_else(|| panic!("{} has no list {}", mutation.question, mutation.list));
    if mutation.kind == Kind::Added {
        list.push(mutation.phrase.as_str().into());
    } else {
        let place = list.iter().position(|phrase| phrase == mutation.phrase.as_str());
        let place = place.unwrap_or_else(|| {
            panic!("{}{}: {:?} is gone", mutation.question, mutation.list, mutation.phrase)
        });
        if mutation.kind == Kind::Removed {
            list.remove(place);
        } else {
            list[place] = mutation.becomes.as_str().into();
        }
    }
    fs::write(&path, rubric.to_string()).expect("written");
    let pack = load_folder(pack.path()).expect("it still loads");
    let caught = !check(&pack, &mut |_| {}).findings.is_empty();
    (!caught)
        .then(|| format!("{:?} {}{}: {}", mutation.kind, mutation.question, mutation.list, mutation.phrase))
}
