//! Tokens to model. A part that cannot be read is noted and left out; reading goes on with the next.

mod condition;
mod container;
mod declaration;
mod item;
mod key;
mod literal;
mod rule;
mod words;

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Token, Type, token};

pub(crate) use declaration::{Kind, declaration};
pub(crate) use item::Item;
pub(crate) use words::{error_code, wire_enum};

use crate::context::Context;

/// How deep conditions and rules may be nested; far more than anybody can read.
const MAX_DEPTH: usize = 32;

/// Calls `item` for each comma-separated `key …` of each `#[alipay(…)]`.
fn items(
    attributes: &[Attribute],
    context: &mut Context,
    mut item: impl FnMut(Ident, ParseStream<'_>, &mut Context) -> syn::Result<()>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("alipay")) {
        let known = context.len();
        let result = attribute.parse_args_with(|input: ParseStream<'_>| {
            while !input.is_empty() {
                let read = word(input, "expected a word of the declaration language")
                    .and_then(|key| item(key, input, context));
                let read = read.and_then(|()| if input.is_empty() { Ok(()) } else { comma(input) });
                if let Err(error) = read {
                    context.syn_error(error);
                    skip_item(input);
                }
            }
            Ok(())
        });
        // What is left unread of a faulty item is no second mistake.
        if let Err(error) = result
            && context.len() == known
        {
            context.syn_error(error);
        }
    }
}

/// Any word, also one that Rust keeps for itself.
fn word(input: ParseStream<'_>, otherwise: &str) -> syn::Result<Ident> {
    if input.peek(Ident::peek_any) { input.call(Ident::parse_any) } else { Err(input.error(otherwise)) }
}

fn comma(input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![=]) || input.peek(token::Paren) {
        return Err(input.error("the word before this stands alone: remove this"));
    }
    if !input.peek(Token![,]) {
        return Err(input.error("expected `,` before this"));
    }
    input.parse::<Token![,]>().map(drop)
}

/// Skips to the item after the next comma.
fn skip_item(input: ParseStream<'_>) {
    while let Ok(token) = input.parse::<TokenTree>() {
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            break;
        }
    }
}

/// Fills a place that may be filled once.
fn set_once<T>(place: &mut Option<T>, value: T, key: &Ident) -> syn::Result<()> {
    if place.is_some() {
        return Err(twice(key));
    }
    *place = Some(value);
    Ok(())
}

fn twice(key: &Ident) -> syn::Error {
    syn::Error::new(key.span(), format!("`{key}` stands here twice: remove one"))
}

/// `= value` after a key
fn value<T: Parse>(input: ParseStream<'_>) -> syn::Result<T> {
    value_with(input, T::parse)
}

fn value_with<T>(input: ParseStream<'_>, parse: fn(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    if !input.peek(Token![=]) {
        return Err(input.error("expected `= …` here"));
    }
    input.parse::<Token![=]>()?;
    parse(input)
}

/// A type or a path, which authors of other macros are used to write as a text.
fn unquoted<T>(input: ParseStream<'_>, parse: fn(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    if input.peek(LitStr) { Err(input.error("write this without quotes")) } else { parse(input) }
}

fn type_value(input: ParseStream<'_>) -> syn::Result<Type> {
    value_with(input, |input| unquoted(input, Type::parse))
}

fn path_value(input: ParseStream<'_>) -> syn::Result<syn::Path> {
    value_with(input, |input| unquoted(input, syn::Path::parse_mod_style))
}

/// `::alipay_core`, found wherever the macro is used.
fn default_crate() -> syn::Path {
    let segment = syn::PathSegment::from(Ident::new("alipay_core", Span::call_site()));
    syn::Path { leading_colon: Some(Token![::](Span::call_site())), segments: std::iter::once(segment).collect() }
}

/// Serde's attributes have no effect on our types, which serialise through their schema.
fn refuse_serde(attributes: &[Attribute], context: &mut Context) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        context.error_at(
            attribute.path(),
            "`#[serde(…)]` has no effect on a declared type: say it with `#[alipay(…)]`, such as `#[alipay(rename = \"…\")]`",
        );
    }
}
