//! What was learnt from answers, in words.

use super::super::figure;
use super::super::wording::Wording;
use super::WeightsDocument;
use crate::criterion::{Criterion, Weights};
use crate::error::Result;
use crate::weigh::conflict;
use crate::weigh::learn::{self, Answer};

/// What an officer said and did, in numbers and in words.
#[derive(Debug, Clone, Copy)]
pub struct LearnInput<'a> {
    /// The answers.
    pub answers: &'a [Answer],
    /// Each of them in words.
    pub words: &'a [String],
    /// How many of them, from the first, are judgments that can be taken back; the others are facts.
    pub judgments: usize,
    /// The weights to start from.
    pub preset: &'a [f64],
    /// What they are called.
    pub preset_name: &'a str,
    /// The seed of the random walk.
    pub seed: u64,
}

/// The weights that are learnt, with what is to be known about them.
///
/// # Errors
/// None for answers over all criteria.
pub fn learnt(input: &LearnInput, wording: &Wording) -> Result<WeightsDocument> {
    let found = learn::learn(input.answers, input.preset, input.seed);
    let all: [f64; Criterion::COUNT] =
        std::array::from_fn(|i| found.weights.get(i).copied().unwrap_or_default());
    let method = wording.say("method-learn", &[("preset", input.preset_name)]);
    let counts = [
        ("judgments", input.judgments.to_string()),
        ("outcomes", (input.answers.len() - input.judgments).to_string()),
    ];
    let inputs = vec![wording.say("learn-inputs", &counts.each_ref().map(|(k, v)| (*k, v.as_str())))];
    let mut document = WeightsDocument::new(&Weights::new(all)?, method, inputs, wording);
    document.seed = Some(input.seed);
    for (entry, (low, high)) in document.weights.iter_mut().zip(&found.intervals) {
        (entry.low, entry.high) = (Some(*low), Some(*high));
    }
    document.remarks = held_out(input, wording);
    document.remarks.extend(contradictions(input, &found.weights, wording));
    Ok(document)
}

/// How well the answers are foretold by the others, and what that says.
fn held_out(input: &LearnInput, wording: &Wording) -> Vec<String> {
    let Some(found) = learn::held_out(input.answers, input.preset, input.seed) else { return Vec::new() };
    let percent = |share: f64| figure::percent(share, wording).text();
    let words = [
        ("learnt", percent(found.learnt)),
        ("preset", percent(found.preset)),
        ("count", found.answers.to_string()),
    ];
    let words = words.each_ref().map(|(k, v)| (*k, v.as_str()));
    let mut said = vec![wording.say("learn-held-out", &words)];
    if found.learnt < found.preset {
        said.push(wording.say("learn-worse", &[("preset", input.preset_name)]));
    }
    said
}

/// The answers that the weights contradict, and the judgments that cannot all hold.
fn contradictions(input: &LearnInput, weights: &[f64], wording: &Wording) -> Vec<String> {
    let stated = || input.answers.iter().zip(input.words);
    let is_contradicted = |answer: &Answer| answer.lead(weights).is_some_and(|lead| lead < 0.0);
    let contradicted: Vec<&str> =
        stated().filter(|(answer, _)| is_contradicted(answer)).map(|(_, words)| words.as_str()).collect();
    let (mut over, mut said_so) = (Vec::new(), Vec::new());
    for (answer, words) in stated().take(input.judgments) {
        if let Answer::Preferred(differences) = answer {
            over.extend(differences.iter().cloned());
            said_so.extend(differences.iter().map(|_| words.as_str()));
        }
    }
    let conflict: Vec<&str> = conflict::smallest(&over).into_iter().map(|k| said_so[k]).collect();
    let mut said = Vec::new();
    if !contradicted.is_empty() {
        said.push(wording.say("learn-contradicted", &[("judgments", &contradicted.join("; "))]));
    }
    match conflict.as_slice() {
        [] => {}
        [one] => said.push(wording.say("learn-never", &[("judgments", one)])),
        several => said.push(wording.say("learn-conflict", &[("judgments", &several.join("; "))])),
    }
    said
}
