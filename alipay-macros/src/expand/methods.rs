//! What the author's type is called by: `new` and setters.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::model::{Container, Declaration, Field, Route};

pub(super) fn methods(declaration: &Declaration) -> TokenStream {
    let Declaration { ident, vis, krate, fields, .. } = declaration;
    let doc = format!("A `{ident}` with its required fields; the others are absent.");
    let must_use = must_use(declaration);
    let is_held = |container| fields.iter().filter(move |field| field.container == container);
    let required = is_held(Container::Plain).map(parameter);
    let absent = fields.iter().filter(|field| matches!(field.container, Container::Option | Container::OptionList));
    let absent = absent.map(|field| &field.ident);
    let lists = is_held(Container::List).map(|field| &field.ident);
    let setters = fields.iter().filter(|field| field.container.is_optional()).map(|field| setter(declaration, field));
    quote! {
        #krate::__private::methods! {
            #vis struct #ident
            new { #[doc = #doc] #must_use }
            required { #(#required)* }
            absent { #(#absent)* }
            lists { #(#lists)* }
            setters { #(#setters)* }
        }
    }
}

/// Of `new`.
fn parameter(field: &Field) -> TokenStream {
    let Field { ident, inner, .. } = field;
    if is_exact(field) { quote!(#ident () (#inner)) } else { quote!(#ident (#inner) ()) }
}

fn setter(declaration: &Declaration, field: &Field) -> TokenStream {
    let Field { ident, vis, inner, docs, wire, .. } = field;
    let name = setter_name(declaration, field);
    let is_exact = is_exact(field);
    let (one, exact) = if is_exact { (None, Some(inner)) } else { (Some(inner), None) };
    let p = &declaration.krate;
    let item = || if is_exact { quote!(#inner) } else { quote!(impl #p::__private::Into<#inner>) };
    let inline = is_exact.then(|| quote!(#[inline]));
    let must_use = must_use(declaration);
    let doc = docs.is_empty().then(|| format!("Sets `{wire}`.")).map(|doc| quote!(#[doc = #doc]));
    let about = quote!({ #doc #(#docs)* #inline #must_use });
    match field.container {
        Container::Plain | Container::Option => quote!(set #vis #name #ident (#one) () (#exact) #about),
        Container::List => {
            let item = item();
            quote!(set_list #vis #name #ident () (#item) () #about)
        }
        Container::OptionList => {
            let item = item();
            quote!(set_some_list #vis #name #ident () (#item) () #about)
        }
    }
}

/// A request says it of the whole type.
fn must_use(declaration: &Declaration) -> Option<TokenStream> {
    declaration.method.is_none().then(|| quote!(#[must_use]))
}

/// The field's name, unless a generated method has it already.
fn setter_name(declaration: &Declaration, field: &Field) -> Ident {
    let taken: &[&str] = match declaration.method.as_ref().map(|method| method.route) {
        None => &["new"],
        Some(Route::Call) => &["new", "METHOD", "validate", "review", "call"],
        Some(Route::Page) => &["new", "METHOD", "validate", "review", "call", "page"],
        Some(Route::App) => &["new", "METHOD", "validate", "review", "call", "order_string"],
    };
    let Field { ident, name, .. } = field;
    if taken.contains(&name.as_str()) { format_ident!("with_{ident}", span = ident.span()) } else { ident.clone() }
}

/// Whether a caller has to give exactly the type, and not what becomes it: nothing else becomes a `bool`, and
/// for an unsigned integer a literal such as `7` would be taken for an `i32`, which is no `u64`.
fn is_exact(field: &Field) -> bool {
    field.is_one_of(&["bool", "u32", "u64"])
}
