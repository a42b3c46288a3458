//! Many short lists, one behind another: one allocation for all, and a neighbour is near in memory.

/// Lists of different lengths, by number.
pub(super) struct Lists<T> {
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T> Lists<T> {
    /// The list of a number.
    pub fn of(&self, number: usize) -> &[T] {
        &self.all[self.starts[number] as usize..self.starts[number + 1] as usize]
    }
}

impl<T: Copy + Default> Lists<T> {
    /// Sorts (number, entry) into `count` lists; the entries of each keep their order.
    pub fn sorted(count: usize, loose: &[(u16, T)]) -> Lists<T> {
        let mut starts = vec![0u32; count + 1];
        loose.iter().for_each(|(number, _)| starts[usize::from(*number) + 1] += 1);
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut all = vec![T::default(); loose.len()];
        for &(number, entry) in loose {
            let next = &mut next[usize::from(number)];
            all[*next as usize] = entry;
            *next += 1;
        }
        Lists { starts, all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_entries_keep_their_order_in_each_list() {
        let lists = Lists::sorted(3, &[(2, 'a'), (0, 'b'), (2, 'c')]);
        assert_eq!([lists.of(0), lists.of(1), lists.of(2)], [&['b'][..], &[], &['a', 'c']]);
    }
}
