//! What a declared type does through its schema or its word: one template a derive. Here and not in
//! `alipay-macros`, because rustc fills in a template for a fraction of what a macro takes to write
//! the same tokens.

/// For a declared struct.
#[doc(hidden)]
#[macro_export]
macro_rules! __forward_record {
    ($ident:ident) => {
        #[automatically_derived]
        impl __p::Clone for $ident {
            #[inline]
            fn clone(&self) -> Self {
                __p::copy(self)
            }
        }
        #[automatically_derived]
        impl __p::PartialEq for $ident {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                __p::equal(self, other)
            }
        }
        #[automatically_derived]
        impl __p::Debug for $ident {
            #[inline]
            fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                __p::debug(self, f)
            }
        }
        #[automatically_derived]
        impl __p::Serialize for $ident {
            #[inline]
            fn serialize<S: __p::Serializer>(&self, serializer: S) -> __p::Result<S::Ok, S::Error> {
                __p::serialize(self, serializer)
            }
        }
        #[automatically_derived]
        impl<'de> __p::Deserialize<'de> for $ident {
            #[inline]
            fn deserialize<D: __p::Deserializer<'de>>(deserializer: D) -> __p::Result<Self, D::Error> {
                __p::deserialize(deserializer)
            }
        }
    };
}

/// For a wire enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __forward_word {
    ($ident:ident) => {
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
        impl __p::Scalar for $ident {
            #[inline]
            fn read(&mut self, token: __p::Token<'_>) -> __p::Result<(), __p::Mismatch> {
                __p::read_word(self, token)
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
        #[automatically_derived]
        impl __p::Serialize for $ident {
            #[inline]
            fn serialize<S: __p::Serializer>(&self, serializer: S) -> __p::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        #[automatically_derived]
        impl<'de> __p::Deserialize<'de> for $ident {
            #[inline]
            fn deserialize<D: __p::Deserializer<'de>>(deserializer: D) -> __p::Result<Self, D::Error> {
                __p::deserialize_word(deserializer)
            }
        }
    };
}

/// For an enum of error codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __forward_code {
    ($ident:ident) => {
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
}
