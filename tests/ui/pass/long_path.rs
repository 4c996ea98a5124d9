//! A path through many objects: what is generated for it grows with its steps and does not double with each.

use alipay_core::{Record, WireEnum};

macro_rules! chain {
    ($last:ident) => {
        /// The innermost object.
        #[derive(Record)]
        pub struct $last {
            /// What the path leads to.
            pub next: Option<Kind>,
        }
    };
    ($outer:ident $inner:ident $($rest:ident)*) => {
        /// An object around another.
        #[derive(Record)]
        pub struct $outer {
            /// The next one.
            pub next: Option<$inner>,
        }
        chain!($inner $($rest)*);
    };
}

chain!(A B C D E F G H I J K L M N O P Q R S T);

/// Words.
#[derive(WireEnum)]
pub enum Kind {
    /// The only one.
    Fix,
    /// Not in the document.
    Unknown(String),
}

/// Far away from what it depends on.
#[derive(Record)]
pub struct Far {
    /// The outermost object.
    pub a: Option<A>,
    /// Depends on the innermost.
    #[alipay(required_if(
        a.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next.next == Kind::Fix
    ))]
    pub note: Option<String>,
}
