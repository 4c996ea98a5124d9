//! Numbers and tokens that must not be mixed up, each a type of its own.
//!
//! They are texts to the declaration language (`max_len` and the other rules for texts fit them), and
//! none of them is made from another.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::record::{FieldValue, Slot, Value, kind};
use crate::schema::Shape;

/// Declares identifiers: what every one of them can do.
macro_rules! identifiers {
    ($($(#[$attribute:meta])* $name:ident;)*) => {$(
        $(#[$attribute])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text, as it stands on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<Cow<'_, str>> for $name {
            fn from(text: Cow<'_, str>) -> Self {
                Self(text.into_owned())
            }
        }

        impl From<&String> for $name {
            fn from(text: &String) -> Self {
                Self(text.clone())
            }
        }

        impl From<&Self> for $name {
            fn from(other: &Self) -> Self {
                other.clone()
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self)
            }
        }

        // Whoever has another type for a field is told of `String`.
        #[diagnostic::do_not_recommend]
        impl FieldValue for $name {
            type Kind = kind::TextKind;
            const SHAPE: Shape = Shape::Text;

            fn blank() -> Self {
                Self(String::new())
            }

            fn value(&self) -> Value<'_> {
                Value::Text(&self.0)
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::Scalar(&mut self.0)
            }
        }
    )*};
}

/// Has identifiers that are no secret used like the texts that they are.
macro_rules! shown {
    ($($name:ident)*) => {$(
        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<$name> for String {
            fn from(identifier: $name) -> Self {
                identifier.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        shown!(equals: $name, str);
        shown!(equals: $name, &str);
        shown!(equals: $name, String);
    )*};
    (equals: $name:ident, $text:ty) => {
        impl PartialEq<$text> for $name {
            fn eq(&self, other: &$text) -> bool {
                self.0 == *other
            }
        }

        impl PartialEq<$name> for $text {
            fn eq(&self, other: &$name) -> bool {
                *self == other.0
            }
        }
    };
}

/// Numbers of trades and orders: a log has to name them.
macro_rules! debug_as_text {
    ($($name:ident)*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )*};
}

/// People: who wants them in a log asks for it by `Display`.
macro_rules! debug_by_length {
    ($($name:ident)*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "<{} characters>", self.0.chars().count())
            }
        }
    )*};
}

identifiers! {
    /// Alipay's number of a trade: 28 digits, `trade_no` on the wire.
    ///
    /// It is made from a text and compared with one, and is none of the other identifiers:
    ///
    /// ```
    /// use alipay_core::{OutTradeNo, TradeNo};
    ///
    /// let trade_no = TradeNo::from("2013112011001004330000121536");
    /// assert_eq!(trade_no, "2013112011001004330000121536");
    /// assert_eq!(format!("trade {trade_no}, {} digits", trade_no.len()), "trade 2013112011001004330000121536, 28 digits");
    /// ```
    ///
    /// ```compile_fail
    /// # use alipay_core::{OutTradeNo, TradeNo};
    /// # let order = OutTradeNo::from("70501111111S001111119");
    /// let trade_no = TradeNo::from(order); // your number of the order is not Alipay's of the trade
    /// ```
    TradeNo;

    /// Your number of an order, up to 64 letters, digits and `_`: `out_trade_no` on the wire. One number
    /// is one trade.
    ///
    /// ```
    /// use alipay_core::OutTradeNo;
    ///
    /// let order = OutTradeNo::from(format!("{}-{:03}", "20261123", 7));
    /// assert_eq!(order.as_str(), "20261123-007");
    /// ```
    OutTradeNo;

    /// An Alipay account: 16 digits that begin with `2088`, `user_id`, `buyer_id` or `seller_id` on the
    /// wire. Newer applications are told [`OpenId`]s of users instead.
    ///
    /// `Debug` shows its length alone; `Display` is the text.
    UserId;

    /// A user as one application knows the account: `open_id` on the wire. Another application has
    /// another for the same user.
    ///
    /// `Debug` shows its length alone; `Display` is the text.
    OpenId;

    /// With which an application acts for a merchant: `app_auth_token` on the wire.
    ///
    /// Never printed, and turned into a text only by [`as_str`](Self::as_str):
    ///
    /// ```
    /// use alipay_core::AppAuthToken;
    ///
    /// let token = AppAuthToken::from("201510BBaabdb44d8fd04607abf8d5931ec75D84");
    /// assert_eq!(format!("{token:?}"), "<secret>");
    /// assert!(token.as_str().starts_with("201510BB"));
    /// ```
    AppAuthToken;
}

shown!(TradeNo OutTradeNo UserId OpenId);
debug_as_text!(TradeNo OutTradeNo);
debug_by_length!(UserId OpenId);

impl AppAuthToken {
    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Debug for AppAuthToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<secret>")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::Record;

    #[derive(Record)]
    struct Paid {
        out_trade_no: OutTradeNo,
        #[alipay(max_len = 4, digits)]
        trade_no: Option<TradeNo>,
        buyers: Vec<OpenId>,
        #[alipay(secret)]
        app_auth_token: Option<AppAuthToken>,
    }

    #[test]
    fn identifiers_are_texts_in_a_declaration() {
        let json = r#"{"out_trade_no":"7","trade_no":"2013x","buyers":["a","b"],"app_auth_token":"hidden"}"#;
        let trade: Paid = serde_json::from_str(json).unwrap();
        assert_eq!(trade, Paid::new("7").trade_no("2013x").buyers(["a", "b"]).app_auth_token("hidden"));
        assert_eq!(serde_json::to_string(&trade).unwrap(), json);
        assert_eq!(
            crate::validate::review(&trade).iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "trade_no: has 5 characters, at most 4 are allowed (max_len)",
                "trade_no: must be made of the digits 0 to 9 and nothing else (digits)",
            ],
        );
        assert!(
            trade.schema().fields.iter().all(|field| matches!(field.shape, Shape::Text | Shape::List(Shape::Text)))
        );
    }

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let trade: Paid = serde_json::from_str(r#"{"out_trade_no":20150320010101001}"#).unwrap();
        assert_eq!(trade.out_trade_no, "20150320010101001");
    }

    #[test]
    fn they_compare_and_are_found_like_texts() {
        let number = OutTradeNo::from("7");
        let (text, owned) = ("7", "7".to_owned());
        assert!(number == text && number == *text && number == owned);
        assert!(text == number && *text == number && owned == number);
        assert_ne!(number, "8");
        assert_ne!("8", number);
        assert_eq!(Some(number.clone()).as_deref(), Some("7"));
        assert_eq!(HashMap::from([(number.clone(), 1)]).get("7"), Some(&1));
        assert_eq!((format!("{number} {number:?}"), String::from(number)), ("7 \"7\"".to_owned(), "7".to_owned()));
    }

    #[test]
    fn they_are_stored_as_the_text() {
        let token = AppAuthToken::from("hidden");
        assert_eq!(serde_json::to_string(&token).unwrap(), r#""hidden""#);
        assert_eq!(serde_json::from_str::<AppAuthToken>(r#""hidden""#).unwrap(), token);
        assert_eq!(serde_json::from_str::<UserId>(r#""2088""#).unwrap(), UserId::from(&"2088".to_owned()));
    }

    #[test]
    fn a_token_is_never_printed() {
        let trade = Paid::new("7").app_auth_token("hidden");
        assert!(!format!("{trade:?} {:?}", trade.app_auth_token).contains("hidden"));
    }

    #[test]
    fn people_are_not_printed_by_debug() {
        let (user, open) = (UserId::from("2088102146225135"), OpenId::from("隐藏"));
        assert_eq!(format!("{user:?} {open:?}"), "<16 characters> <2 characters>");
        assert_eq!(format!("{user} {open}"), "2088102146225135 隐藏");
    }
}
