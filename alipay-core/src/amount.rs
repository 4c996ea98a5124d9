//! Money, exactly.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

/// An exact decimal amount, in the unit of the field that holds it (mostly yuan).
///
/// The digits stay as they were given: `"20000.00"` is written as `20000.00`. Comparison is by
/// value, so it equals `20000`. There is no conversion from or to binary floats.
///
/// ```
/// use alipay_core::Amount;
///
/// let price: Amount = "88.80".parse()?;
/// assert_eq!(price, Amount::fen(8880));
/// assert_eq!(price.to_string(), "88.80");
/// assert!("88.8.0".parse::<Amount>().is_err());
/// # Ok::<(), alipay_core::ParseAmountError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

impl Amount {
    /// Nothing: `0`.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// An amount of whole yuan.
    pub const fn yuan(yuan: i64) -> Self {
        Self::from_scaled(yuan, 0)
    }

    /// An amount in fen, the hundredth of a yuan: `fen(8880)` is `88.80`.
    pub const fn fen(fen: i64) -> Self {
        Self::from_scaled(fen, 2)
    }

    const fn from_scaled(mantissa: i64, scale: u32) -> Self {
        let magnitude = mantissa.unsigned_abs();
        #[expect(clippy::cast_possible_truncation, reason = "the two halves of a u64")]
        let (low, middle) = (magnitude as u32, (magnitude >> 32) as u32);
        Self(Decimal::from_parts(low, middle, 0, mantissa < 0, scale))
    }

    /// The amount as a decimal, to calculate with.
    pub const fn to_decimal(self) -> Decimal {
        self.0
    }

    /// Number of digits after the point, as written.
    pub const fn decimals(self) -> u32 {
        self.0.scale()
    }
}

impl From<Decimal> for Amount {
    fn from(decimal: Decimal) -> Self {
        Self(decimal)
    }
}

impl From<Amount> for Decimal {
    fn from(amount: Amount) -> Self {
        amount.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Amount {
    type Err = ParseAmountError;

    /// Reads `12`, `12.30` or `-0.5`: digits with at most one point between them. No exponent, no
    /// grouping, no spaces, no more than 28 digits: nothing that would have to be rounded.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !is_number(whole) || !is_number(fraction) {
            return Err(ParseAmountError);
        }
        Decimal::from_str_exact(text).map(Self).map_err(|_| ParseAmountError)
    }
}

impl TryFrom<&str> for Amount {
    type Error = ParseAmountError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// The text is no exact decimal such as `12.30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseAmountError;

impl fmt::Display for ParseAmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an amount: expected digits with at most one point, such as 12.30, and no more than 28 digits")
    }
}

impl std::error::Error for ParseAmountError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_kept() {
        for text in ["0", "0.00", "20000.00", "-0.5", "1.10", "12345678901234567890.12345678"] {
            assert_eq!(text.parse::<Amount>().unwrap().to_string(), text);
            assert_eq!(Amount::try_from(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_would_need_guessing_is_refused() {
        for text in [
            "",
            " ",
            "-",
            ".",
            "1.",
            ".5",
            "+1",
            "1e3",
            "1,000",
            "1_000",
            " 1",
            "1 ",
            "0x1",
            "NaN",
            "１",
            "1.2.3",
            "--1",
            "99999999999999999999999999999999",
            "0.00000000000000000000000000000001",
        ] {
            assert_eq!(text.parse::<Amount>(), Err(ParseAmountError), "{text:?}");
        }
        assert!(ParseAmountError.to_string().contains("such as 12.30"));
    }

    #[test]
    fn fen_and_yuan() {
        assert_eq!(Amount::fen(i64::MIN).to_string(), "-92233720368547758.08");
        assert_eq!(Amount::fen(1).to_string(), "0.01");
        assert_eq!(Amount::yuan(3000), "3000.00".parse().unwrap());
    }
}
