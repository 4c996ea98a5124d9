//! serde's two traits, for who wants them of what is declared: the feature `serde`.

/// They go through the code that writes requests and reads answers.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($ident:ident $serialize:ident $deserialize:ident) => {
        #[automatically_derived]
        impl __p::Serialize for $ident {
            #[inline]
            fn serialize<S: __p::Serializer>(&self, serializer: S) -> __p::Result<S::Ok, S::Error> {
                __p::$serialize(self, serializer)
            }
        }
        #[automatically_derived]
        impl<'de> __p::Deserialize<'de> for $ident {
            #[inline]
            fn deserialize<D: __p::Deserializer<'de>>(deserializer: D) -> __p::Result<Self, D::Error> {
                __p::$deserialize(deserializer)
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
