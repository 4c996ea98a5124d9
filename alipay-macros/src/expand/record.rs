//! Access to field *i*, and the traits that forward to the runtime's one implementation.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::model::{Container, Declaration};

pub(super) fn impls(declaration: &Declaration) -> TokenStream {
    let ident = &declaration.ident;
    // Errors about a field point at its type; `self` must be the one of the functions below, which
    // is not so where the type comes from another macro.
    let this = quote!(self);
    let get = declaration.fields.iter().enumerate().map(|(index, field)| {
        let (index, ident, ty) = (Literal::usize_unsuffixed(index), &field.ident, &field.ty);
        quote_spanned!(ty.span()=> #index => <#ty as __p::FieldValue>::value(&#this.#ident),)
    });
    let slot = declaration.fields.iter().enumerate().map(|(index, field)| {
        let (index, ident, ty) = (Literal::usize_unsuffixed(index), &field.ident, &field.ty);
        quote_spanned!(ty.span()=> #index => <#ty as __p::FieldValue>::slot(&mut #this.#ident),)
    });
    let blank = declaration.fields.iter().map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        match field.container {
            Container::Plain => quote_spanned!(ty.span()=> #ident: <#ty as __p::FieldValue>::blank(),),
            Container::List => quote!(#ident: __p::Vec::new(),),
            Container::Option | Container::OptionList => quote!(#ident: __p::None,),
        }
    });
    let slot = if declaration.fields.is_empty() {
        quote!(__p::None)
    } else {
        quote!(__p::Some(match index { #(#slot)* _ => return __p::None }))
    };
    let forwarded = forwarded(declaration);
    quote! {
        #[automatically_derived]
        impl __p::Record for #ident {
            #[inline]
            fn schema(&self) -> &'static __p::Schema {
                &SCHEMA
            }
            #[inline]
            fn get(&self, index: usize) -> __p::Value<'_> {
                match index {
                    #(#get)*
                    _ => __p::Value::Absent,
                }
            }
            #[inline]
            fn slot(&mut self, index: usize) -> __p::Option<__p::Slot<'_>> {
                #slot
            }
        }
        #[automatically_derived]
        impl __p::Declared for #ident {
            #[inline]
            fn declaration() -> &'static __p::Schema {
                &SCHEMA
            }
        }
        #[automatically_derived]
        impl __p::FieldValue for #ident {
            type Kind = __p::kind::ObjectKind<Self>;
            const SHAPE: __p::Shape = __p::Shape::Record(<#ident as __p::Declared>::declaration);
            #[inline]
            fn blank() -> Self {
                #ident { #(#blank)* }
            }
            #[inline]
            fn value(&self) -> __p::Value<'_> {
                __p::Value::Record(self)
            }
            #[inline]
            fn slot(&mut self) -> __p::Slot<'_> {
                __p::Slot::Record(self)
            }
        }
        #forwarded
    }
}

/// `Debug` redacts, and serde's traits go through the schema.
fn forwarded(declaration: &Declaration) -> TokenStream {
    let ident = &declaration.ident;
    quote! {
        #[automatically_derived]
        impl __p::Debug for #ident {
            #[inline]
            fn fmt(&self, f: &mut __p::Formatter<'_>) -> __p::fmt::Result {
                __p::debug(self, f)
            }
        }
        #[automatically_derived]
        impl __p::Serialize for #ident {
            #[inline]
            fn serialize<S: __p::Serializer>(&self, serializer: S) -> __p::Result<S::Ok, S::Error> {
                __p::serialize(self, serializer)
            }
        }
        #[automatically_derived]
        impl<'de> __p::Deserialize<'de> for #ident {
            #[inline]
            fn deserialize<D: __p::Deserializer<'de>>(deserializer: D) -> __p::Result<Self, D::Error> {
                __p::deserialize(deserializer)
            }
        }
    }
}
