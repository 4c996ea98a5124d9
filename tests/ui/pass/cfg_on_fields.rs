//! Fields that are not always there.

use alipay_core::record::Declared;
use alipay_core::{Record, alipay_api};

/// What is left out does not reach the schema, nor do its rules.
#[alipay_api(method = "alipay.trade.query", response = Answer)]
#[cfg_attr(not(test), alipay(exactly_one(nothing)))]
pub struct Query {
    /// Always there.
    #[cfg(test)]
    pub trade_no: Option<String>,
    /// Never there.
    #[cfg(not(test))]
    #[alipay(no_such_rule = 5)]
    pub nothing: NoSuchType,
    /// There, with a rule that is there.
    #[cfg_attr(test, alipay(max_len = 8))]
    #[cfg_attr(not(test), alipay(max_len = 16))]
    pub memo: Option<String>,
}

/// An answer.
#[derive(Record)]
pub struct Answer {
    /// Never there.
    #[cfg(not(test))]
    pub nothing: NoSuchType,
}

#[test]
fn only_what_is_there_is_declared() {
    let names = |fields: &[alipay_core::schema::Field]| fields.iter().map(|field| field.name).collect::<Vec<_>>();
    assert_eq!(names(Query::declaration().fields), ["trade_no", "memo"]);
    assert_eq!(names(Answer::declaration().fields), [""; 0]);
    assert_eq!(Query::declaration().fields.iter().map(|field| field.max_len).collect::<Vec<_>>(), [None, Some(8)]);
}
