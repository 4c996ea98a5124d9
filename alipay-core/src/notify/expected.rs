//! What a merchant knows of an order, and what of it a notification says otherwise.

use std::error::Error;
use std::fmt;

use super::Notification;
use crate::amount::Amount;
use crate::identifier::{OutTradeNo, UserId};

/// What a notification has to say, as you have stored it. [`Verified::expect`](super::Verified::expect)
/// and [`Notification::expect`] compare.
///
/// Whatever else is expected, `app_id` has to be there: [`Client`](crate::Client) made sure that it is
/// its own if it is there.
///
/// ```
/// use alipay_core::Amount;
/// use alipay_core::notify::Expected;
///
/// let payment = Expected::new("20261123-1", Amount::fen(8880)).seller_id("2088102147948060");
/// let deposit = Expected::text("out_order_no", "20261123-2").and_amount("amount", Amount::yuan(200));
/// ```
#[derive(Clone)]
pub struct Expected {
    fields: Vec<(&'static str, Wanted)>,
}

#[derive(Clone)]
enum Wanted {
    Text(String),
    Amount(Amount),
}

impl Expected {
    /// A payment: your number of the order (`out_trade_no`), and how much was to be paid
    /// (`total_amount`), in yuan.
    pub fn new(out_trade_no: impl Into<OutTradeNo>, total_amount: Amount) -> Self {
        Self::text("out_trade_no", out_trade_no.into()).and_amount("total_amount", total_amount)
    }

    /// Something else: any field with this text.
    pub fn text(field: &'static str, text: impl Into<String>) -> Self {
        Self { fields: Vec::new() }.and_text(field, text)
    }

    /// And the seller: your Alipay user id (`2088…`), or that of the merchant you act for.
    #[must_use]
    pub fn seller_id(self, seller_id: impl Into<UserId>) -> Self {
        self.and_text("seller_id", seller_id.into())
    }

    /// And the merchant's application, where you act for merchants (`app_auth_token`).
    #[must_use]
    pub fn auth_app_id(self, auth_app_id: impl Into<String>) -> Self {
        self.and_text("auth_app_id", auth_app_id)
    }

    /// And any field with this text.
    #[must_use]
    pub fn and_text(mut self, field: &'static str, text: impl Into<String>) -> Self {
        self.fields.push((field, Wanted::Text(text.into())));
        self
    }

    /// And any field with this amount: `88.8` equals `88.80`.
    #[must_use]
    pub fn and_amount(mut self, field: &'static str, amount: Amount) -> Self {
        self.fields.push((field, Wanted::Amount(amount)));
        self
    }

    pub(super) fn compare(&self, notification: &Notification) -> Result<(), Mismatch> {
        let mismatch = |field, is_missing| Err(Mismatch { field, is_missing });
        if notification.app_id().is_none_or(str::is_empty) {
            return mismatch("app_id", true);
        }
        for (field, wanted) in &self.fields {
            match notification.get(field) {
                None | Some("") => return mismatch(field, true),
                Some(text) if !wanted.is(text) => return mismatch(field, false),
                Some(_) => {}
            }
        }
        Ok(())
    }
}

impl Wanted {
    fn is(&self, found: &str) -> bool {
        match self {
            Self::Text(wanted) => found == wanted,
            Self::Amount(wanted) => found.parse::<Amount>().is_ok_and(|found| found == *wanted),
        }
    }
}

impl fmt::Debug for Expected {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expected").field(&self.fields.iter().map(|(field, _)| field).collect::<Vec<_>>()).finish()
    }
}

/// A notification does not say what was expected. It is Alipay's, but not for this order as you know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mismatch {
    field: &'static str,
    is_missing: bool,
}

impl Mismatch {
    /// The name of the field, never what it holds.
    pub fn field(&self) -> &'static str {
        self.field
    }

    /// Whether the field is missing, or holds something else.
    pub fn is_missing(&self) -> bool {
        self.is_missing
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (field, how) = (self.field, if self.is_missing { "is missing" } else { "is not what was expected" });
        write!(f, "the notification does not fit the order: its `{field}` {how}")
    }
}

impl Error for Mismatch {}
