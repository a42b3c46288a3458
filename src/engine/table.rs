//! What a seeker has to do with each concept: to score a partner, each of its claims is looked up.

use super::reach::Meets;
use crate::roster::Strength;

/// Stands for no field.
const NONE: u16 = u16::MAX;

/// By concept.
pub(super) struct Table {
    worth: Vec<u16>,
    fields: Vec<u16>,
}

impl Table {
    /// Of a seeker that meets needs and works in fields, over so many concepts.
    pub fn new(concepts: usize, meets: &[Meets], fields: &[Strength]) -> Table {
        let mut table = Table { worth: vec![0; concepts], fields: vec![NONE; concepts] };
        meets.iter().for_each(|m| table.worth[usize::from(m.concept)] = m.worth);
        fields.iter().enumerate().for_each(|(i, f)| table.fields[f.concept.index()] = i as u16);
        table
    }

    /// How far the seeker meets a need: closeness in hundredths times level, 0 where it does not.
    pub fn worth(&self, concept: usize) -> u32 {
        u32::from(self.worth[concept])
    }

    /// The place of a field among those of the seeker.
    pub fn field(&self, concept: usize) -> Option<usize> {
        let place = self.fields[concept];
        (place != NONE).then_some(usize::from(place))
    }
}
