//! The table at the end: nanoseconds an id for each size, and how far apart the sizes are.

use std::fmt::Write;

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Validate,
    Write,
    All,
}

impl Step {
    pub(crate) const ALL: [Self; 3] = [Self::Validate, Self::Write, Self::All];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Validate => "validate",
            Self::Write => "write JSON",
            Self::All => "validate, write, text, encode",
        }
    }
}

/// The sizes may be so far apart, an id.
const AIM: f64 = 1.5;

/// Seconds of each step at each size.
#[derive(Default)]
pub(crate) struct Times(Vec<(Step, usize, f64)>);

impl Times {
    pub(crate) fn add(&mut self, step: Step, size: usize, seconds: f64) {
        self.0.push((step, size, seconds));
    }

    pub(crate) fn table(&self, sizes: &[usize]) -> String {
        let heads: Vec<_> = sizes.iter().map(|size| format!("{size} ids")).collect();
        let mut table = format!("| ns an id | {} | most / least | aim |\n|---|", heads.join(" | "));
        table += &"--:|".repeat(sizes.len() + 2);
        for step in Step::ALL {
            let cells: Vec<_> = sizes.iter().map(|size| self.nanoseconds_an_id(step, *size)).collect();
            let most = cells.iter().copied().fold(0.0, f64::max);
            let least = cells.iter().copied().fold(f64::INFINITY, f64::min);
            let factor = most / least;
            let verdict = if factor <= AIM { "kept" } else { "MISSED" };
            let cells: Vec<_> = cells.iter().map(|cell| format!("{cell:.1}")).collect();
            // Writing to a `String` cannot fail.
            let _ = write!(table, "\n| {} | {} | {factor:.2} | ≤ {AIM}: {verdict} |", step.name(), cells.join(" | "));
        }
        table
    }

    /// Of the fastest sample: other work on the machine only ever adds.
    #[expect(clippy::cast_precision_loss, reason = "sizes are small")]
    fn nanoseconds_an_id(&self, step: Step, size: usize) -> f64 {
        let samples = self.0.iter().filter(|sample| (sample.0, sample.1) == (step, size));
        let least = samples.map(|sample| sample.2).fold(f64::INFINITY, f64::min);
        least * 1e9 / size as f64
    }
}
