//! What a declared struct is to the runtime.

/// Its table and access to field *i*, from which all else follows; and the traits of others, which go
/// through these.
///
/// A field whose type is not plain from its tokens is `named`, with that type and with how it is held, so that a
/// type which no field may have is an error at that type. It costs rustc less not to name it. The
/// last field has `_` for its number, and a struct without fields has itself in that place.
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    (
        $ident:ident { $read:ident $($table:expr),* }
        required { $($required:ty),* }
        named { $($number:tt $named:ident $held:ident $held_mut:ident $ty:ty;)* }
        plain { $($index:tt $field:ident)* }
        empty { $($empty:tt)? }
    ) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::Declared for $ident {
            #[inline]
            fn declaration() -> &'static $crate::__private::Schema {
                static TABLE: $crate::__private::Table = $crate::__private::Table::UNREAD;
                TABLE.$read::<Self>($($table),*)
            }
            #[inline]
            fn unread() -> Self {
                Self::new($(<$required as $crate::__private::FieldValue>::blank()),*)
            }
            #[inline]
            fn field(&self, index: usize) -> &dyn $crate::__private::Place {
                match index {
                    $($number => <$ty as $crate::__private::FieldValue>::$held(&self.$named),)*
                    $($index => &self.$field,)*
                    $($empty => self,)?
                }
            }
            #[inline]
            fn field_mut(&mut self, index: usize) -> &mut dyn $crate::__private::Place {
                match index {
                    $($number => <$ty as $crate::__private::FieldValue>::$held_mut(&mut self.$named),)*
                    $($index => &mut self.$field,)*
                    $($empty => self,)?
                }
            }
        }
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::Clone for $ident {
            #[inline]
            fn clone(&self) -> Self {
                $crate::__private::copy(self)
            }
        }
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::PartialEq for $ident {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::equal(self, other)
            }
        }
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::Debug for $ident {
            #[inline]
            fn fmt(&self, f: &mut $crate::__private::Formatter<'_>) -> $crate::__private::fmt::Result {
                $crate::__private::debug(self, f)
            }
        }
        $crate::__serde! { $ident serialize deserialize }
    };
}
