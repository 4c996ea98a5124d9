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
    let required = fields.iter().filter(|field| !field.container.is_optional()).map(|field| &field.ty);
    let (plain, named): (Vec<_>, Vec<_>) = fields.iter().enumerate().partition(|(_, field)| is_plain(field));
    let last = plain.last().or(named.last()).map(|(index, _)| *index);
    let number =
        |index| if Some(index) == last { quote!(_) } else { Literal::usize_unsuffixed(index).into_token_stream() };
    let named = named.into_iter().map(|(index, Field { ident, inner, container, .. })| {
        let held = match container {
            Container::Plain => quote!(plain plain_mut),
            Container::Option => quote!(option option_mut),
            Container::List => quote!(list list_mut),
            Container::OptionList => quote!(option_list option_list_mut),
        };
        let index = number(index);
        quote!(#index #ident #held #inner;)
    });
    let plain = plain.into_iter().map(|(index, Field { ident, .. })| {
        let index = number(index);
        quote!(#index #ident)
    });
    let empty = fields.is_empty().then(|| quote!(_));
    quote! {
        #krate::__private::record! {
            #ident { #table }
            required { #(#required),* }
            named { #(#named)* }
            plain { #(#plain)* }
            empty { #empty }
        }
    }
}

/// Whether the type is seen from its tokens to be one that a field may have.
fn is_plain(field: &Field) -> bool {
    field.is_one_of(PLAIN)
}
