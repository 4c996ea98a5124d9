//! serde's two traits, for who wants them of what is declared: the feature `serde`.

/// They go through the code that writes requests and reads answers.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($ident:ident $serialize:ident $deserialize:ident) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::Serialize for $ident {
            #[inline]
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> $crate::__private::Result<S::Ok, S::Error> {
                $crate::__private::$serialize(self, serializer)
            }
        }
        #[automatically_derived]
        #[allow(deprecated)]
        impl<'de> $crate::__private::Deserialize<'de> for $ident {
            #[inline]
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> $crate::__private::Result<Self, D::Error> {
                $crate::__private::$deserialize(deserializer)
            }
        }
    };
}

/// Nobody wants them.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($ident:ident $serialize:ident $deserialize:ident) => {};
}
