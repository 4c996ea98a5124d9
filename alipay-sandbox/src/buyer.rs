//! The buyers of trades, as a test or the command line scripts them.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// What the buyer of a trade does; see [`Gateway::buyer`](crate::Gateway::buyer).
///
/// As text, such as on the command line, each is its name in small letters: `pays`, `never-pays`,
/// `pays-after:30` with its seconds.
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

impl Buyer {
    const WITHOUT_TIME: [(&str, Self); 5] = [
        ("pays", Self::Pays),
        ("never-pays", Self::NeverPays),
        ("wrong-password", Self::WrongPassword),
        ("invalid-code", Self::InvalidCode),
        ("balance-too-low", Self::BalanceTooLow),
    ];
}

impl fmt::Display for Buyer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, Self::WITHOUT_TIME.iter().find(|(_, buyer)| buyer == self)) {
            (Self::PaysAfter(time), _) => write!(f, "pays-after:{}", time.as_secs_f64()),
            (_, Some((name, _))) => f.write_str(name),
            (_, None) => f.write_str("?"),
        }
    }
}

impl FromStr for Buyer {
    type Err = ParseBuyerError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(seconds) = text.strip_prefix("pays-after:") {
            return seconds
                .parse()
                .map(|seconds| Self::PaysAfter(Duration::from_secs(seconds)))
                .map_err(|_| ParseBuyerError);
        }
        Self::WITHOUT_TIME.iter().find(|(name, _)| *name == text).map(|(_, buyer)| *buyer).ok_or(ParseBuyerError)
    }
}

/// A text that names no [`Buyer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseBuyerError;

impl fmt::Display for ParseBuyerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no buyer is called so: pays, pays-after:SECONDS, never-pays, wrong-password, invalid-code, balance-too-low")
    }
}

impl std::error::Error for ParseBuyerError {}
