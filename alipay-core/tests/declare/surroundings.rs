//! Declarations under another name of the crate, from a macro, within a function, with fields that
//! are configured away, and under strict lints.
#![deny(warnings, missing_docs, clippy::pedantic, unused_qualifications)]

use alipay_core::record::Declared;
use alipay_core::{Record, WireEnum, alipay_api};

mod sdk {
    pub(super) use alipay_core as renamed;
}

/// Under another name of the crate, with fields named like generated methods.
#[alipay_api(method = "alipay.test.renamed", crate = crate::surroundings::sdk::renamed, response = Made)]
#[derive(Eq)]
pub(crate) struct Renamed {
    /// A plain one.
    pub(crate) id: String,
    /// Named like a method.
    pub(crate) new: Option<String>,
    /// Named like a method, and deprecated.
    #[deprecated = "only to see that generated code does not mind"]
    pub(crate) call: Option<String>,
    #[cfg(any())]
    #[alipay(no_rule_at_all)]
    pub(crate) gone: Missing,
}

/// A word.
#[derive(WireEnum)]
#[alipay(crate = crate::surroundings::sdk::renamed)]
pub(crate) enum Word {
    /// The first.
    A,
    /// Any other.
    Unknown(String),
}

macro_rules! declare {
    ($name:ident, $text:ty, $second:ident, $third:ident) => {
        /// From a macro.
        #[derive(Record)]
        pub(crate) struct $name {
            /// Its type comes from outside.
            #[alipay(required_if($second == Word::A && $third.$second == Word::A))]
            pub(crate) first: Option<$text>,
            /// Its name comes from outside.
            pub(crate) $second: Option<Word>,
            /// An object.
            pub(crate) $third: Option<Inner>,
        }
    };
}

/// An object.
#[derive(Eq, Record)]
pub(crate) struct Inner {
    /// A word.
    pub(crate) second: Option<Word>,
}

declare!(Made, String, second, third);

pub(crate) fn within_a_function() -> String {
    #[derive(Record)]
    struct Local {
        list: Vec<Local>,
    }

    super::schema::text(<Local as Declared>::declaration())
}
