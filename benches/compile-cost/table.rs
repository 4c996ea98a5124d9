//! The measurements, and their medians as a table.

use std::fmt::Write as _;

use crate::generate::Variant;

/// Seconds of one round.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Of cargo and rustc for the crate.
    pub(crate) whole: f64,
    /// Of both for a crate that declares one field and one word.
    pub(crate) base: f64,
}

impl Cost {
    /// Of what the crate declares beyond that.
    fn of_declarations(self) -> f64 {
        self.whole - self.base
    }

    fn whole(self) -> f64 {
        self.whole
    }
}

/// Costs by variant and action, in the order of the rounds.
#[derive(Default)]
pub(crate) struct Samples(Vec<(Variant, &'static str, Cost)>);

impl Samples {
    pub(crate) fn add(&mut self, variant: Variant, action: &'static str, cost: Cost) {
        self.0.push((variant, action, cost));
    }

    /// A row a variant, then a row a comparison, a column an action.
    pub(crate) fn table(&self, actions: &[&'static str]) -> String {
        let mut table = row("", actions.iter().map(|action| (*action).to_owned()));
        for variant in Variant::ALL {
            let cells =
                actions.iter().map(|action| format!("{:.2}", median(self.of(variant, action, Cost::of_declarations))));
            table += &row(variant.title(), cells);
        }
        for (of, suffix) in [(Cost::of_declarations as fn(Cost) -> f64, ""), (Cost::whole, ", whole crates")] {
            for other in Variant::ALL.into_iter().filter(|other| *other != Variant::Ours) {
                let cells = actions.iter().map(|action| format!("{:.3}", self.ratio(other, action, of)));
                table += &row(&format!("{} / {}{suffix}", Variant::Ours.title(), other.title()), cells);
            }
        }
        table
    }

    /// A row a variant: what one struct costs here, by what one costs where there are `times` fewer.
    pub(crate) fn growth(&self, fewer: &Self, actions: &[&'static str], times: f64) -> String {
        let rows = Variant::ALL.map(|variant| {
            let seconds = |samples: &Self, action| median(samples.of(variant, action, Cost::of_declarations));
            let growth = |action| seconds(self, action) / seconds(fewer, action) / times;
            row(variant.title(), actions.iter().map(|action| format!("{:.2}", growth(action))))
        });
        rows.concat()
    }

    /// Ours to the other: the median of the ratios within each round, which had the same machine.
    fn ratio(&self, other: Variant, action: &str, of: fn(Cost) -> f64) -> f64 {
        let pairs = self.of(Variant::Ours, action, of).into_iter().zip(self.of(other, action, of));
        median(pairs.map(|(ours, other)| ours / other).collect())
    }

    fn of(&self, variant: Variant, action: &str, of: fn(Cost) -> f64) -> Vec<f64> {
        self.0.iter().filter(|sample| (sample.0, sample.1) == (variant, action)).map(|sample| of(sample.2)).collect()
    }
}

fn row(title: &str, cells: impl Iterator<Item = String>) -> String {
    let mut row = format!("{title:<60}");
    for cell in cells {
        // Writing to a `String` cannot fail.
        let _ = write!(row, "{cell:>10}");
    }
    row + "\n"
}

/// The middle value, or the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let upper = values.len() / 2;
    let middle = &values[(values.len().max(1) - 1) / 2..values.len().min(upper + 1)];
    middle.iter().sum::<f64>() / if middle.len() == 2 { 2.0 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_value_or_the_mean_of_the_two_in_the_middle() {
        for (values, expected) in [(vec![3.0], 3.0), (vec![9.0, 1.0, 2.0], 2.0), (vec![4.0, 1.0, 2.0, 100.0], 3.0)] {
            assert!((median(values.clone()) - expected).abs() < 1e-9, "{values:?}");
        }
    }

    #[test]
    fn growth_is_that_of_one_struct() {
        let of = |whole| Samples(vec![(Variant::Ours, "check", Cost { whole, base: 1.0 })]);
        let table = of(13.0).growth(&of(2.0), &["check"], 10.0);
        assert_eq!(table.lines().next().and_then(|line| line.split_whitespace().last()), Some("1.20"), "{table}");
    }

    #[test]
    fn a_ratio_compares_within_each_round() {
        let mut samples = Samples::default();
        // The ratios are 1/4, 1/3 and 1/6; that of the medians would be another, 3/18.
        for (ours, serde) in [(1.0, 4.0), (10.0, 30.0), (3.0, 18.0)] {
            for (variant, contents) in
                [(Variant::Ours, ours), (Variant::Serde, serde), (Variant::SerdeAndStd, 2.0 * serde)]
            {
                samples.add(variant, "check", Cost { whole: contents + 1.0, base: 1.0 });
            }
        }
        let table = samples.table(&["check"]);
        let last_words: Vec<_> = table.lines().filter_map(|line| line.split_whitespace().last()).collect();
        // The whole crates: 2/9, 11/61 and 4/37; 2/5, 11/31 and 4/19.
        assert_eq!(last_words, ["check", "3.00", "36.00", "18.00", "0.125", "0.250", "0.180", "0.355"], "{table}");
    }
}
