//! Every kind of value in every container, and rules over nested paths.

use alipay_core::record::Declared;
use alipay_core::{Amount, DateTime, Record, WireEnum};

macro_rules! values {
    ($($plain:ident $optional:ident $list:ident $both:ident: $kind:ty),* $(,)?) => {
        /// Each kind of value alone, perhaps, many, and perhaps many.
        #[derive(Record)]
        pub struct Values {$(
            /// Always.
            pub $plain: $kind,
            /// Perhaps.
            pub $optional: Option<$kind>,
            /// Many.
            pub $list: Vec<$kind>,
            /// Perhaps many.
            pub $both: std::option::Option<std::vec::Vec<$kind>>,
        )*}
    };
}

values! {
    text1 text2 text3 text4: String,
    small1 small2 small3 small4: i32,
    whole1 whole2 whole3 whole4: i64,
    count1 count2 count3 count4: u32,
    large1 large2 large3 large4: u64,
    amount1 amount2 amount3 amount4: Amount,
    time1 time2 time3 time4: DateTime,
    truth1 truth2 truth3 truth4: bool,
    word1 word2 word3 word4: Word,
    object1 object2 object3 object4: Inner,
}

/// Words.
#[derive(WireEnum)]
pub enum Word {
    /// The first.
    First,
    /// Not in the document.
    Unknown(String),
}

/// Contains itself.
#[derive(Record)]
pub struct Inner {
    /// Text.
    pub name: Option<String>,
    /// Word.
    pub word: Option<Word>,
    /// Amount.
    #[alipay(at_least(root.least))]
    pub amount: Option<Amount>,
    /// Itself.
    pub inner: Vec<Inner>,
}

/// Rules over paths.
#[derive(Record)]
#[alipay(at_least_one(inner.name, other.name, memo))]
#[alipay(when(inner.word == Word::First || !(other.amount > 0.5), all_or_none(memo, count)))]
pub struct Outer {
    /// Always there.
    pub inner: Inner,
    /// Perhaps.
    pub other: Option<Inner>,
    /// Text.
    #[alipay(requires(other.name), required_if(coalesce(inner.word, other.word) in [Word::First]))]
    pub memo: Option<String>,
    /// Compared with an amount inside.
    #[alipay(greater_than(coalesce(other.amount, inner.amount)))]
    pub count: Option<i64>,
}

#[test]
fn every_kind_is_declared() {
    let fields = Values::declaration().fields;
    assert_eq!(fields.len(), 40);
    assert_eq!(fields.iter().filter(|field| field.required).count(), 10);
    assert_eq!(Outer::declaration().rules.len(), 2);
}
