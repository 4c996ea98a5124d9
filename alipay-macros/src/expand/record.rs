//! What a declared struct is to the runtime: its table, and access to field *i*. All else about a
//! record follows from that, and stands in the runtime.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::table::table;
use super::types::{PLAIN, word};
use crate::model::{Container, Declaration, Field};

pub(super) fn impls(declaration: &Declaration) -> TokenStream {
    let ident = &declaration.ident;
    let table = table(declaration);
    // Errors about a field point at its type; `self` must be the one of the functions below, which
    // is not so where the type comes from another macro.
    let this = quote!(self);
    let field = declaration.fields.iter().enumerate().map(|(index, field)| {
        let (index, Field { ident, ty, inner, .. }) = (Literal::usize_unsuffixed(index), field);
        if is_plain(field) {
            return quote!(#index => &self.#ident,);
        }
        let container = match field.container {
            Container::Plain => quote!(plain),
            Container::Option => quote!(option),
            Container::List => quote!(list),
            Container::OptionList => quote!(option_list),
        };
        quote_spanned!(ty.span()=> #index => <#inner as __p::FieldValue>::#container(&#this.#ident),)
    });
    let field_mut = declaration.fields.iter().enumerate().map(|(index, field)| {
        let (index, Field { ident, ty, inner, .. }) = (Literal::usize_unsuffixed(index), field);
        if is_plain(field) {
            return quote!(#index => &mut self.#ident,);
        }
        let container = match field.container {
            Container::Plain => quote!(plain_mut),
            Container::Option => quote!(option_mut),
            Container::List => quote!(list_mut),
            Container::OptionList => quote!(option_list_mut),
        };
        quote_spanned!(ty.span()=> #index => <#inner as __p::FieldValue>::#container(&mut #this.#ident),)
    });
    let blank = declaration.fields.iter().map(|field| {
        let (ident, ty) = (&field.ident, &field.ty);
        match field.container {
            Container::Plain => quote_spanned!(ty.span()=> #ident: <#ty as __p::FieldValue>::blank(),),
            Container::List => quote!(#ident: __p::Vec::new(),),
            Container::Option | Container::OptionList => quote!(#ident: __p::None,),
        }
    });
    let (field, field_mut) = if declaration.fields.is_empty() {
        (quote!(__p::None), quote!(__p::None))
    } else {
        (
            quote!(__p::Some(match index { #(#field)* _ => return __p::None })),
            quote!(__p::Some(match index { #(#field_mut)* _ => return __p::None })),
        )
    };
    quote! {
        #[automatically_derived]
        impl __p::Declared for #ident {
            #[inline]
            fn declaration() -> &'static __p::Schema {
                static TABLE: __p::Table = #table;
                TABLE.schema::<Self>()
            }
            #[inline]
            fn unread() -> Self {
                #ident { #(#blank)* }
            }
            #[inline]
            fn field(&self, index: usize) -> __p::Option<&dyn __p::Place> {
                #field
            }
            #[inline]
            fn field_mut(&mut self, index: usize) -> __p::Option<&mut dyn __p::Place> {
                #field_mut
            }
        }
        __p::forward_record!(#ident);
    }
}

/// Whether the type is seen from its tokens to be one that a field may have. That is cheaper for rustc
/// than to name the type and the trait, which is done for the message where it may not be one.
fn is_plain(field: &Field) -> bool {
    word(&field.inner).is_some_and(|word| PLAIN.contains(&word.as_str()))
}
