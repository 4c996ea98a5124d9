//! Declarations that another macro writes.

use alipay_core::record::Declared;
use alipay_core::schema::Shape;
use alipay_core::{Record, WireEnum};

macro_rules! declare {
    ($name:ident { $($field:ident: $kind:ty),* } where $known:ident == $value:path, at most $most:literal) => {
        /// Declared by a macro.
        #[derive(Record)]
        pub struct $name {
            $(
                /// A field.
                pub $field: $kind,
            )*
            /// A field of the macro's own.
            #[alipay(max_len = $most, required_if($known == $value && present($known)))]
            pub own: Option<String>,
        }
    };
}

/// Words.
#[derive(WireEnum)]
pub enum Kind {
    /// The first.
    Fix,
    /// Not in the document.
    Unknown(String),
}

declare!(Voucher { kind: Option<Kind>, names: Option<Vec<String>>, amount: alipay_core::Amount } where kind == Kind::Fix, at most 5);

#[test]
fn types_and_names_are_seen_through_the_macro() {
    let fields = Voucher::declaration().fields;
    let kinds: Vec<_> = fields.iter().map(|field| (field.name, field.required)).collect();
    assert_eq!(kinds, [("kind", false), ("names", false), ("amount", true), ("own", false)]);
    assert!(matches!(fields.get(1).map(|field| field.shape), Some(Shape::List(Shape::Text))));
}
