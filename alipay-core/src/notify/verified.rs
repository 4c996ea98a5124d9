//! A typed value that Alipay signed, and that nobody has compared yet.

use std::fmt;

use super::{Expected, Mismatch, Notification};
use crate::record::Declared;

/// A notification of a declared type: Alipay signed it, for this application. Comes from
/// [`Client::receive`](crate::Client::receive).
///
/// What it says is handed out by [`expect`](Self::expect), which compares it with what you have stored.
/// `Debug` shows names alone.
#[derive(Clone, PartialEq)]
pub struct Verified<T> {
    value: T,
    notification: Notification,
}

impl<T> Verified<T> {
    pub(super) fn new(value: T, notification: Notification) -> Self {
        Self { value, notification }
    }

    /// Compares it with what was expected, and gives it out if it is that.
    ///
    /// # Errors
    /// The first field that is missing or differs. Answer such a notification with
    /// [`Reply::Fail`](super::Reply::Fail), and have somebody look at it: Alipay says that something was
    /// paid which you do not know so.
    ///
    /// ```
    /// use alipay_core::notify::{Expected, Mismatch, Verified};
    /// use alipay_core::{Amount, Record};
    ///
    /// #[derive(Record)]
    /// struct Paid {
    ///     trade_status: String,
    /// }
    ///
    /// /// As it was stored when the order was made.
    /// struct Order {
    ///     number: String,
    ///     amount: Amount,
    /// }
    ///
    /// fn is_over(notice: &Verified<Paid>, order: &Order) -> Result<bool, Mismatch> {
    ///     let expected = Expected::new(&order.number, order.amount).seller_id("2088102147948060");
    ///     Ok(notice.expect(&expected)?.trade_status == "TRADE_FINISHED")
    /// }
    /// ```
    pub fn expect(&self, expected: &Expected) -> Result<&T, Mismatch> {
        expected.compare(&self.notification)?;
        Ok(&self.value)
    }

    /// The value, with nothing compared: to find out which order it speaks of, and for types in which
    /// there is nothing to compare. Before anything is given out for money, [`expect`](Self::expect) it.
    pub fn unchecked(&self) -> &T {
        &self.value
    }

    /// The value by itself, with nothing compared; see [`unchecked`](Self::unchecked).
    pub fn into_unchecked(self) -> T {
        self.value
    }

    /// The notification's number, by which repeats are known. A `return_url` has none.
    pub fn notify_id(&self) -> Option<&str> {
        self.notification.notify_id()
    }

    /// All fields as they came.
    pub fn notification(&self) -> &Notification {
        &self.notification
    }
}

impl<T: Declared> Verified<T> {
    /// The fields that the type does not have: the platform adds some at any time.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, &str)> {
        self.notification.fields().filter(|(name, _)| T::declaration().index_of_wire(name).is_none())
    }
}

impl<T> fmt::Debug for Verified<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified").field("notification", &self.notification).finish_non_exhaustive()
    }
}
