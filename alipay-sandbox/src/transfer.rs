//! What becomes of transfers, as a test or the command line scripts them.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::seconds;

/// What becomes of a transfer; see [`Gateway::transfer`](crate::Gateway::transfer).
///
/// As text each is its name in small letters, with its seconds if it has any: `succeeds-after:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Transfer {
    /// It is carried out at once: `SUCCESS`.
    Succeeds,
    /// It is `DEALING` at first, and `SUCCESS` when the time has passed.
    SucceedsAfter(Duration),
    /// It is `DEALING` and stays so.
    StaysInProgress,
    /// It is `DEALING` at first; when the time has passed it is `FAIL`, and the money is back.
    FailsAfter(Duration),
    /// It is refused with `PAYEE_NOT_EXIST`, and no transfer is kept.
    PayeeUnknown,
    /// It is refused with `PAYER_BALANCE_NOT_ENOUGH`, and no transfer is kept. That happens by itself where
    /// the account holds [too little](crate::Gateway::set_balance).
    BalanceTooLow,
}

impl fmt::Display for Transfer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Succeeds => f.write_str("succeeds"),
            Self::SucceedsAfter(time) => write!(f, "succeeds-after:{}", time.as_secs_f64()),
            Self::StaysInProgress => f.write_str("stays-in-progress"),
            Self::FailsAfter(time) => write!(f, "fails-after:{}", time.as_secs_f64()),
            Self::PayeeUnknown => f.write_str("payee-unknown"),
            Self::BalanceTooLow => f.write_str("balance-too-low"),
        }
    }
}

impl FromStr for Transfer {
    type Err = ParseTransferError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let others = [Self::Succeeds, Self::StaysInProgress, Self::PayeeUnknown, Self::BalanceTooLow].into_iter();
        let timed = seconds::of(text).map(|time| [Self::SucceedsAfter(time), Self::FailsAfter(time)]);
        others
            .chain(timed.into_iter().flatten())
            .find(|transfer| transfer.to_string() == text)
            .ok_or(ParseTransferError)
    }
}

/// A text that names no [`Transfer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseTransferError;

impl fmt::Display for ParseTransferError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "there is no such transfer, only succeeds, succeeds-after:SECONDS, stays-in-progress, fails-after:SECONDS, \
             payee-unknown and balance-too-low",
        )
    }
}

impl std::error::Error for ParseTransferError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfers_are_words() {
        for text in ["succeeds", "succeeds-after:30", "stays-in-progress", "fails-after:0", "payee-unknown"] {
            assert_eq!(text.parse::<Transfer>().unwrap().to_string(), text);
        }
        for text in ["", "fails", "fails-after:", "succeeds:1"] {
            assert_eq!(text.parse::<Transfer>(), Err(ParseTransferError), "{text}");
        }
    }
}
