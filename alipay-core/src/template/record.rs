//! What a declared struct is to the runtime.

/// Its table and access to field *i*, from which all else follows; and the traits of others, which go
/// through these.
///
/// A field whose type is not plain from its tokens comes with that type and with how it is held: named,
/// so that a type which no field may have is an error at that type. It costs rustc less not to name it.
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    (
        $ident:ident { $table:expr }
        absent { $($absent:ident)* }
        lists { $($list:ident)* }
        always { $($always:ident { $always_ty:ty })* }
        fields { $($index:literal $($field:ident)? $({ $ty:ty } $held:ident $held_mut:ident $named:ident)?;)* }
        $($more:item)*
    ) => {
        // A struct may have no fields at all.
        #[allow(deprecated, unreachable_code, unused_qualifications, clippy::all, clippy::pedantic)]
        const _: () = {
            use $crate::__private as __p;
            #[automatically_derived]
            impl __p::Declared for $ident {
                #[inline]
                fn declaration() -> &'static __p::Schema {
                    static TABLE: __p::Table = $table;
                    TABLE.schema::<Self>()
                }
                #[inline]
                fn unread() -> Self {
                    $ident {
                        $($absent: __p::None,)*
                        $($list: __p::Vec::new(),)*
                        $($always: <$always_ty as __p::FieldValue>::blank(),)*
                    }
                }
                #[inline]
                fn field(&self, index: usize) -> __p::Option<&dyn __p::Place> {
                    __p::Some(match index {
                        $($index => $(&self.$field)? $(<$ty as __p::FieldValue>::$held(&self.$named))?,)*
                        _ => return __p::None,
                    })
                }
                #[inline]
                fn field_mut(&mut self, index: usize) -> __p::Option<&mut dyn __p::Place> {
                    __p::Some(match index {
                        $($index => $(&mut self.$field)? $(<$ty as __p::FieldValue>::$held_mut(&mut self.$named))?,)*
                        _ => return __p::None,
                    })
                }
            }
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
            $crate::__serde! { $ident serialize deserialize }
            $($more)*
        };
    };
}
