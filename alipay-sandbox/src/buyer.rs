//! The buyers of trades, as a test or the command line scripts them.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::seconds;

/// What the buyer of a trade does; see [`Gateway::buyer`](crate::Gateway::buyer).
///
/// As text, such as on the command line, each is its name in small letters, with its seconds if it has
/// any.
///
/// ```
/// use std::time::Duration;
///
/// use alipay_sandbox::Buyer;
///
/// assert_eq!("pays-after:30".parse(), Ok(Buyer::PaysAfter(Duration::from_secs(30))));
/// assert_eq!(Buyer::WrongPassword.to_string(), "wrong-password");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Buyer {
    /// Pays at once: `alipay.trade.pay` is answered with `code` 10000.
    Pays,
    /// Must type the password and takes so long over it: `alipay.trade.pay` is answered with 10003, and
    /// the trade is paid when the time has passed, unless it was closed before.
    PaysAfter(Duration),
    /// Must type the password and never does: 10003, and the trade waits until it expires.
    NeverPays,
    /// Must type the password and fails: 10003, and the trade is closed.
    WrongPassword,
    /// Shows a code that is not valid: `alipay.trade.pay` is refused with
    /// `ACQ.PAYMENT_AUTH_CODE_INVALID` and makes no trade. Where no code is shown, never pays.
    InvalidCode,
    /// Has too little money: `alipay.trade.pay` is refused with `ACQ.BUYER_BALANCE_NOT_ENOUGH` and makes
    /// no trade. Elsewhere, never pays.
    BalanceTooLow,
}

impl fmt::Display for Buyer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pays => f.write_str("pays"),
            Self::PaysAfter(time) => write!(f, "pays-after:{}", time.as_secs_f64()),
            Self::NeverPays => f.write_str("never-pays"),
            Self::WrongPassword => f.write_str("wrong-password"),
            Self::InvalidCode => f.write_str("invalid-code"),
            Self::BalanceTooLow => f.write_str("balance-too-low"),
        }
    }
}

impl FromStr for Buyer {
    type Err = ParseBuyerError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let others =
            [Self::Pays, Self::NeverPays, Self::WrongPassword, Self::InvalidCode, Self::BalanceTooLow].into_iter();
        others
            .chain(seconds::of(text).map(Self::PaysAfter))
            .find(|buyer| buyer.to_string() == text)
            .ok_or(ParseBuyerError)
    }
}

/// A text that names no [`Buyer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseBuyerError;

impl fmt::Display for ParseBuyerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "there is no such buyer, only pays, pays-after:SECONDS, never-pays, wrong-password, invalid-code and \
             balance-too-low",
        )
    }
}

impl std::error::Error for ParseBuyerError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buyers_are_words() {
        for text in ["pays", "pays-after:0", "pays-after:0.5", "never-pays", "wrong-password", "invalid-code"] {
            assert_eq!(text.parse::<Buyer>().unwrap().to_string(), text);
        }
        for text in ["", "Pays", "pays-after", "pays-after:", "pays-after:-1", "pays-after:NaN", "never-pays:1"] {
            assert_eq!(text.parse::<Buyer>(), Err(ParseBuyerError), "{text}");
        }
    }
}
