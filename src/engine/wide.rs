//! A number of 16 bits for each seeker of a panel, and the instructions that go over all of them at once.
//!
//! What a machine has is found out when the program runs.

use super::idea::{Idea, Ideas};
use pulp::NullaryFnOnce;

/// Seekers in a panel, at most.
pub(super) const LANES: usize = 64;

/// A bit for each seeker.
pub(super) type Mask = u64;

/// A number for each seeker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(align(64))]
pub(super) struct Wide(pub [i16; LANES]);

impl Wide {
    pub const NOTHING: Wide = Wide([0; LANES]);

    pub fn plus(self, other: Wide) -> Wide {
        Wide(Plain.plus(self.0, other.0))
    }

    pub fn higher(self, other: Wide) -> Wide {
        Wide(Plain.higher(self.0, other.0))
    }
}

/// The seekers whose bits are set.
pub(super) fn lanes(mut mask: Mask) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lane = (mask != 0).then(|| mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(lane)
    })
}

/// Vectors of a machine. A sum that would not fit stays at the last number that does.
pub(super) trait Vectors: Copy {
    /// A number for each seeker, in registers.
    type Numbers: Copy;

    fn load(self, wide: &Wide) -> Self::Numbers;
    fn store(self, numbers: Self::Numbers) -> Wide;
    fn splat(self, number: i16) -> Self::Numbers;
    fn plus(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers;
    fn lower(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers;
    fn higher(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers;
    /// The product, ÷ 32,768, rounded to the nearest.
    fn times(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers;
    /// Where the first is above the second.
    fn above(self, a: Self::Numbers, b: Self::Numbers) -> Mask;
    /// Adds 1 for those whose bits are set.
    fn count(self, counts: Self::Numbers, mask: Mask) -> Self::Numbers;
}

/// A loop over vectors, whatever they are.
pub(super) trait Loop {
    fn run<V: Vectors>(self, vectors: V);
}

struct With<V, L>(V, L);

impl<V: Vectors, L: Loop> NullaryFnOnce for With<V, L> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.1.run(self.0);
    }
}

/// What vectors there are.
#[derive(Clone, Copy)]
pub(super) enum Machine {
    /// AVX-512.
    #[cfg(target_arch = "x86_64")]
    V4(pulp::x86::V4),
    /// AVX2.
    #[cfg(target_arch = "x86_64")]
    V3(pulp::x86::V3),
    Plain,
}

impl Machine {
    /// The widest that can be used.
    pub fn with(ideas: Ideas) -> Machine {
        let mut all = Machine::all().into_iter().skip(usize::from(!ideas.have(Idea::WidestVectors)));
        all.next().filter(|_| ideas.have(Idea::Vectors)).unwrap_or(Machine::Plain)
    }

    /// All that can be used, the widest first.
    fn all() -> Vec<Machine> {
        let mut all = Vec::new();
        #[cfg(target_arch = "x86_64")]
        {
            all.extend(pulp::x86::V4::try_new().map(Machine::V4));
            all.extend(pulp::x86::V3::try_new().map(Machine::V3));
        }
        all.push(Machine::Plain);
        all
    }

    pub fn run(self, run: impl Loop) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Machine::V4(v4) => v4.vectorize(With(v4, run)),
            #[cfg(target_arch = "x86_64")]
            Machine::V3(v3) => v3.vectorize(With(v3, run)),
            Machine::Plain => run.run(Plain),
        }
    }
}

/// What the compiler makes of it where there is neither.
#[derive(Clone, Copy)]
struct Plain;

impl Vectors for Plain {
    type Numbers = [i16; LANES];

    #[inline(always)]
    fn load(self, wide: &Wide) -> [i16; LANES] {
        wide.0
    }

    #[inline(always)]
    fn store(self, numbers: [i16; LANES]) -> Wide {
        Wide(numbers)
    }

    #[inline(always)]
    fn splat(self, number: i16) -> [i16; LANES] {
        [number; LANES]
    }

    #[inline(always)]
    fn plus(self, a: [i16; LANES], b: [i16; LANES]) -> [i16; LANES] {
        std::array::from_fn(|i| a[i].saturating_add(b[i]))
    }

    #[inline(always)]
    fn lower(self, a: [i16; LANES], b: [i16; LANES]) -> [i16; LANES] {
        std::array::from_fn(|i| a[i].min(b[i]))
    }

    #[inline(always)]
    fn higher(self, a: [i16; LANES], b: [i16; LANES]) -> [i16; LANES] {
        std::array::from_fn(|i| a[i].max(b[i]))
    }

    #[inline(always)]
    fn times(self, a: [i16; LANES], b: [i16; LANES]) -> [i16; LANES] {
        std::array::from_fn(|i| ((i32::from(a[i]) * i32::from(b[i]) + 0x4000) >> 15) as i16)
    }

    #[inline(always)]
    fn above(self, a: [i16; LANES], b: [i16; LANES]) -> Mask {
        (0..LANES).fold(0, |mask, i| mask | Mask::from(a[i] > b[i]) << i)
    }

    #[inline(always)]
    fn count(self, counts: [i16; LANES], mask: Mask) -> [i16; LANES] {
        std::array::from_fn(|i| counts[i].wrapping_add((mask >> i & 1) as i16))
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::{LANES, Mask, Vectors, Wide};
    use pulp::cast;
    use pulp::x86::{V3, V4};
    use std::arch::x86_64::{__m256i, __m512i};

    /// Each vector of one with that of the other.
    #[inline(always)]
    fn each<T: Copy, R, const N: usize>(a: [T; N], b: [T; N], of: impl Fn(T, T) -> R) -> [R; N] {
        std::array::from_fn(|i| of(a[i], b[i]))
    }

    impl Vectors for V4 {
        type Numbers = [__m512i; LANES / 32];

        #[inline(always)]
        fn load(self, wide: &Wide) -> Self::Numbers {
            cast::<_, [[i16; 32]; LANES / 32]>(wide.0).map(cast)
        }

        #[inline(always)]
        fn store(self, numbers: Self::Numbers) -> Wide {
            Wide(cast(numbers.map(cast::<_, [i16; 32]>)))
        }

        #[inline(always)]
        fn splat(self, number: i16) -> Self::Numbers {
            [self.avx512f._mm512_set1_epi16(number); LANES / 32]
        }

        #[inline(always)]
        fn plus(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx512bw._mm512_adds_epi16(a, b))
        }

        #[inline(always)]
        fn lower(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx512bw._mm512_min_epi16(a, b))
        }

        #[inline(always)]
        fn higher(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx512bw._mm512_max_epi16(a, b))
        }

        #[inline(always)]
        fn times(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx512bw._mm512_mulhrs_epi16(a, b))
        }

        #[inline(always)]
        fn above(self, a: Self::Numbers, b: Self::Numbers) -> Mask {
            cast(each(a, b, |a, b| self.avx512bw._mm512_cmpgt_epi16_mask(a, b)))
        }

        #[inline(always)]
        fn count(self, counts: Self::Numbers, mask: Mask) -> Self::Numbers {
            let masks: [u32; LANES / 32] = cast(mask);
            let one = self.avx512f._mm512_set1_epi16(1);
            std::array::from_fn(|i| self.avx512bw._mm512_mask_add_epi16(counts[i], masks[i], counts[i], one))
        }
    }

    impl Vectors for V3 {
        type Numbers = [__m256i; LANES / 16];

        #[inline(always)]
        fn load(self, wide: &Wide) -> Self::Numbers {
            cast::<_, [[i16; 16]; LANES / 16]>(wide.0).map(cast)
        }

        #[inline(always)]
        fn store(self, numbers: Self::Numbers) -> Wide {
            Wide(cast(numbers.map(cast::<_, [i16; 16]>)))
        }

        #[inline(always)]
        fn splat(self, number: i16) -> Self::Numbers {
            [self.avx._mm256_set1_epi16(number); LANES / 16]
        }

        #[inline(always)]
        fn plus(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx2._mm256_adds_epi16(a, b))
        }

        #[inline(always)]
        fn lower(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx2._mm256_min_epi16(a, b))
        }

        #[inline(always)]
        fn higher(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx2._mm256_max_epi16(a, b))
        }

        #[inline(always)]
        fn times(self, a: Self::Numbers, b: Self::Numbers) -> Self::Numbers {
            each(a, b, |a, b| self.avx2._mm256_mulhrs_epi16(a, b))
        }

        #[inline(always)]
        fn above(self, a: Self::Numbers, b: Self::Numbers) -> Mask {
            let above = each(a, b, |a, b| self.avx2._mm256_cmpgt_epi16(a, b));
            let mut mask = 0;
            for (i, two) in above.chunks_exact(2).enumerate() {
                // Bytes of the halves of both in turn, and then in their order.
                let bytes = self.avx2._mm256_packs_epi16(two[0], two[1]);
                let bytes = self.avx2._mm256_permute4x64_epi64::<0b11_01_10_00>(bytes);
                mask |= Mask::from(self.avx2._mm256_movemask_epi8(bytes) as u32) << (32 * i);
            }
            mask
        }

        #[inline(always)]
        fn count(self, counts: Self::Numbers, mask: Mask) -> Self::Numbers {
            const BITS: [u16; 16] = {
                let mut bits = [0; 16];
                let mut i = 0;
                while i < bits.len() {
                    bits[i] = 1 << i;
                    i += 1;
                }
                bits
            };
            let bits: __m256i = cast(BITS);
            std::array::from_fn(|i| {
                let mask = self.avx._mm256_set1_epi16((mask >> (16 * i)) as i16);
                let set = self.avx2._mm256_cmpeq_epi16(self.avx2._mm256_and_si256(mask, bits), bits);
                self.avx2._mm256_sub_epi16(counts[i], set)
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All operations, one behind another.
    struct All<'a>(&'a [Wide; 2], &'a mut Vec<(Wide, Mask)>);

    impl Loop for All<'_> {
        fn run<V: Vectors>(self, v: V) {
            let [a, b] = self.0.each_ref().map(|wide| v.load(wide));
            let mask = v.above(a, b);
            let numbers =
                [v.plus(a, b), v.lower(a, b), v.higher(a, b), v.times(a, b), v.splat(7), v.count(a, mask)];
            self.1.extend(numbers.map(|numbers| (v.store(numbers), mask)));
        }
    }

    fn wide() -> impl Strategy<Value = Wide> {
        // The last bit of the lowest number is not needed: its square does not fit.
        prop::collection::vec(-i16::MAX..=i16::MAX, LANES)
            .prop_map(|all| Wide(all.try_into().expect("as many")))
    }

    proptest! {
        #[test]
        fn all_vectors_are_those_of_the_compiler(a in wide(), mut b in wide()) {
            b.0[..9].copy_from_slice(&a.0[..9]);
            a.0.iter().zip(&mut b.0[9..18]).for_each(|(a, b)| *b = a.saturating_add(1));
            let on = |machine: Machine| {
                let mut found = Vec::new();
                machine.run(All(&[a, b], &mut found));
                found
            };
            let plain = on(Machine::Plain);
            prop_assert_eq!(plain[3].0.0[0], ((i32::from(a.0[0]) * i32::from(b.0[0]) + (1 << 14)) >> 15) as i16);
            Machine::all().into_iter().try_for_each(|machine| {
                prop_assert_eq!(&on(machine), &plain);
                Ok(())
            })?;
        }
    }

    #[test]
    fn the_lanes_of_a_mask_are_its_bits() {
        assert_eq!(lanes(0b1011).chain(lanes(1 << (LANES - 1))).collect::<Vec<_>>(), [0, 1, 3, LANES - 1]);
    }
}
