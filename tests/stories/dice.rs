//! Numbers that look random and are the same in every run, and how many histories the laws play with them.

/// Thrown by whoever walks at random.
pub struct Dice(pub u64);

impl Dice {
    /// The dice of a history: neighbours in number have nothing in common.
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    pub fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        (!of.is_empty()).then(|| of[self.below(of.len())].clone())
    }

    /// A moment of so many, or a number of something that is counted so.
    pub fn moment(&mut self, most: usize) -> i64 {
        i64::try_from(self.below(most)).unwrap()
    }
}

/// The histories that a law plays: so many, or as many as `LAZO_HISTORIES` says, from the one that `LAZO_FROM` names.
#[expect(clippy::disallowed_methods, reason = "how long it runs is asked for in the environment")]
pub fn histories(usual: u64) -> std::ops::Range<u64> {
    let asked = |name| std::env::var(name).ok().and_then(|it| it.parse().ok());
    let from: u64 = asked("LAZO_FROM").unwrap_or(0);
    from..from + asked("LAZO_HISTORIES").unwrap_or(usual)
}
