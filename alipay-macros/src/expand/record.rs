//! What a declared struct is to the runtime: its table, and access to field *i*. All else about a
//! record follows from that, and stands in the runtime.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::table::table;
use super::types::PLAIN;
use crate::model::{Container, Declaration, Field};

pub(super) fn record(declaration: &Declaration) -> TokenStream {
    let Declaration { ident, krate, fields, .. } = declaration;
    let table = table(declaration);
    let unfilled = unfilled(declaration);
    let empty = fields.is_empty().then(|| quote!(_));
    let always = fields.iter().filter(|field| !field.container.is_optional());
    let always = always.map(|Field { ident, ty, .. }| quote!(#ident { #ty }));
    let field = fields.iter().enumerate().map(|(index, field)| {
        let Field { ident, inner, .. } = field;
        let index =
            if index + 1 == fields.len() { quote!(_) } else { Literal::usize_unsuffixed(index).to_token_stream() };
        if is_plain(field) {
            return quote!(#index #ident;);
        }
        let held = match field.container {
            Container::Plain => quote!(plain plain_mut),
            Container::Option => quote!(option option_mut),
            Container::List => quote!(list list_mut),
            Container::OptionList => quote!(option_list option_list_mut),
        };
        quote!(#index { #inner } #held #ident;)
    });
    quote! {
        #krate::__private::record! {
            #ident { #table }
            #unfilled
            always { #(#always)* }
            fields { #(#field)* }
            empty { #empty }
        }
    }
}

/// The fields that need no value, by what stands in them then.
fn unfilled(declaration: &Declaration) -> TokenStream {
    let fields = declaration.fields.iter();
    let list = fields.clone().filter(|field| field.container == Container::List).map(|field| &field.ident);
    let absent = fields.filter(|field| matches!(field.container, Container::Option | Container::OptionList));
    let absent = absent.map(|field| &field.ident);
    quote! {
        absent { #(#absent)* }
        lists { #(#list)* }
    }
}

/// Whether the type is seen from its tokens to be one that a field may have.
fn is_plain(field: &Field) -> bool {
    field.is_one_of(PLAIN)
}
