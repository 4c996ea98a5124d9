//! What a declared enum is: one `match` each way, and everything else through the word.

/// For a wire enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __word {
    ($vis:vis enum $ident:ident $name:literal $open:literal $($variant:ident $word:literal)*) => {
        #[allow(deprecated, clippy::all, clippy::pedantic)]
        const _: () = {
            use $crate::__private as __p;
            #[automatically_derived]
            impl __p::WireEnum for $ident {
                const ENUM: &'static __p::EnumSchema =
                    &__p::EnumSchema { name: $name, values: &[$($word),*], open: $open };
                #[inline]
                fn from_wire(word: &str) -> Self {
                    match word {
                        $($word => Self::$variant,)*
                        _ => Self::Unknown(<__p::String as __p::From<&str>>::from(word)),
                    }
                }
                #[inline]
                fn as_str(&self) -> &str {
                    $ident::as_str(self)
                }
                #[inline]
                fn is_known(&self) -> bool {
                    match self {
                        Self::Unknown(_) => false,
                        _ => true,
                    }
                }
            }
            #[automatically_derived]
            impl __p::FieldValue for $ident {
                type Kind = __p::kind::WordKind<Self>;
                const SHAPE: __p::Shape = __p::Shape::Enum(<Self as __p::WireEnum>::ENUM);
                #[inline]
                fn blank() -> Self {
                    Self::Unknown(__p::String::new())
                }
                #[inline]
                fn value(&self) -> __p::Value<'_> {
                    __p::word(self)
                }
                #[inline]
                fn slot(&mut self) -> __p::Slot<'_> {
                    __p::Slot::Scalar(self)
                }
            }
            #[automatically_derived]
            impl __p::Clone for $ident {
                #[inline]
                fn clone(&self) -> Self {
                    match self {
                        Self::Unknown(word) => Self::Unknown(__p::Clone::clone(word)),
                        known => __p::WireEnum::from_wire(known.as_str()),
                    }
                }
            }
            #[automatically_derived]
            impl __p::PartialEq for $ident {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __p::word(self) == __p::word(other)
                }
            }
            #[automatically_derived]
            impl __p::Eq for $ident {}
            #[automatically_derived]
            impl __p::Debug for $ident {
                #[inline]
                fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                    __p::debug_value(__p::word(self), f)
                }
            }
            #[automatically_derived]
            impl __p::Display for $ident {
                #[inline]
                fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                    f.pad(self.as_str())
                }
            }
            #[automatically_derived]
            impl __p::From<&str> for $ident {
                #[inline]
                fn from(word: &str) -> Self {
                    __p::WireEnum::from_wire(word)
                }
            }
            #[automatically_derived]
            impl __p::From<__p::String> for $ident {
                #[inline]
                fn from(word: __p::String) -> Self {
                    __p::WireEnum::from_wire(&word)
                }
            }
            $crate::__serde! { $ident serialize_word deserialize_word }
        };
        #[allow(dead_code)]
        impl $ident {
            /// The word on the wire.
            #[inline]
            #[must_use]
            $vis const fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)*
                    Self::Unknown(word) => word.as_str(),
                }
            }
        }
    };
}

/// For an enum of error codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __code {
    ($ident:ident $name:literal $($variant:ident $code:literal $meaning:literal $remedy:literal $retry:ident)*) => {
        #[allow(deprecated, clippy::all, clippy::pedantic)]
        const _: () = {
            use $crate::__private as __p;
            #[automatically_derived]
            impl __p::ErrorCode for $ident {
                const TABLE: &'static __p::ErrorTable = &__p::ErrorTable {
                    name: $name,
                    entries: &[$(__p::ErrorEntry {
                        code: $code,
                        meaning: $meaning,
                        remedy: $remedy,
                        retry: __p::Retry::$retry,
                    }),*],
                };
                #[inline]
                fn from_code(code: &str) -> Self {
                    match code {
                        $($code => Self::$variant,)*
                        _ => Self::Unknown(<__p::String as __p::From<&str>>::from(code)),
                    }
                }
                #[inline]
                fn as_str(&self) -> &str {
                    match self {
                        $(Self::$variant => $code,)*
                        Self::Unknown(code) => code.as_str(),
                    }
                }
            }
            #[automatically_derived]
            impl __p::Clone for $ident {
                #[inline]
                fn clone(&self) -> Self {
                    match self {
                        Self::Unknown(code) => Self::Unknown(__p::Clone::clone(code)),
                        known => __p::ErrorCode::from_code(__p::ErrorCode::as_str(known)),
                    }
                }
            }
            #[automatically_derived]
            impl __p::PartialEq for $ident {
                #[inline]
                fn eq(&self, other: &Self) -> bool {
                    __p::ErrorCode::as_str(self) == __p::ErrorCode::as_str(other)
                }
            }
            #[automatically_derived]
            impl __p::Eq for $ident {}
            #[automatically_derived]
            impl __p::Debug for $ident {
                #[inline]
                fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                    __p::debug_code(self, f)
                }
            }
            #[automatically_derived]
            impl __p::Display for $ident {
                #[inline]
                fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                    f.pad(__p::ErrorCode::as_str(self))
                }
            }
        };
    };
}
