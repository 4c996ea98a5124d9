//! Amounts: whole fen, so that sums are exact.

use std::fmt;

/// Hundredths of a yuan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Fen(u64);

impl Fen {
    /// Yuan with at most two decimals and at most nine digits before them, without a sign.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (yuan, fen) = text.split_once('.').unwrap_or((text, "0"));
        let is_number =
            |digits: &str, most| (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(yuan, 9) || !is_number(fen, 2) {
            return None;
        }
        // `.5` is fifty fen.
        let tenfold = if fen.len() == 1 { 10 } else { 1 };
        Some(Self(yuan.parse::<u64>().ok()? * 100 + fen.parse::<u64>().ok()? * tenfold))
    }

    pub(crate) fn new(fen: u64) -> Self {
        Self(fen)
    }

    pub(crate) fn get(self) -> u64 {
        self.0
    }

    pub(crate) fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Nothing if it would be less than zero.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

impl std::iter::Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Self::plus)
    }
}

/// Yuan with two decimals, as the platform writes them.
impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_are_read_and_written_exactly() {
        for (text, written) in [
            ("88.88", "88.88"),
            ("0.01", "0.01"),
            ("0", "0.00"),
            ("7", "7.00"),
            ("7.5", "7.50"),
            ("007.05", "7.05"),
            ("100000000", "100000000.00"),
            ("999999999.99", "999999999.99"),
        ] {
            assert_eq!(Fen::parse(text).unwrap().to_string(), written, "{text}");
        }
        for text in ["", ".", "1.", ".5", "-1", "+1", "1e3", "0.001", "1 ", "1,00", "1000000000", "١"] {
            assert_eq!(Fen::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sums_are_exact_and_never_less_than_zero() {
        let [one, two, three] = ["0.10", "0.20", "0.30"].map(|text| Fen::parse(text).unwrap());
        assert_eq!([one, two].into_iter().sum::<Fen>(), three);
        assert_eq!((three.minus(two), two.minus(three)), (Some(one), None));
    }
}
