//! `#[alipay_api(…)]` and `#[alipay_message(…)]`: each leaves the struct as it is and hands its arguments to a derive, which sees
//! the fields after `#[cfg]` was resolved.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Path, Token, Visibility, parse_quote};

use crate::context::Context;

/// What the author need not derive.
const WRITTEN: &[&str] = &["Clone", "PartialEq", "Debug", "Serialize", "Deserialize"];

/// One of the two attributes.
pub(crate) struct Attributed {
    name: &'static str,
    /// What it declares.
    what: &'static str,
    /// The derive that does the work.
    derive: &'static str,
}

pub(crate) const REQUEST: Attributed =
    Attributed { name: "alipay_api", what: "the request of a method", derive: "AlipayRequest" };

pub(crate) const MESSAGE: Attributed =
    Attributed { name: "alipay_message", what: "the contents of a message", derive: "AlipayMessage" };

/// The struct under its derives, or one error if it is no type at all.
///
/// Of the struct only what stands in front of it is looked at: the derive reads the rest, and reading
/// it twice is a good part of what a declaration costs to compile.
pub(crate) fn attribute(this: &Attributed, arguments: &TokenStream, item: &TokenStream) -> TokenStream {
    let Some(Item { mut attributes, rest, is_union }) = Item::read(item) else {
        let message = format!("`#[{}]` declares {}: put it on a struct with named fields", this.name, this.what);
        let error = syn::Error::new_spanned(first_line(item), message).to_compile_error();
        return quote!(#error #item);
    };
    let mut context = Context::new();
    refuse_derives(this, &mut attributes, &mut context);
    let derive = format_ident!("{}", this.derive);
    let errors = context.finish();
    let krate = krate(arguments).unwrap_or_else(|| quote!(::alipay_core));
    let is_exhaustive = |attribute: &Attribute| !attribute.path().is_ident("non_exhaustive");
    // On a union the derive's own error is enough.
    let non_exhaustive = (attributes.iter().all(is_exhaustive) && !is_union).then(|| quote!(#[non_exhaustive]));
    quote! {
        #errors
        #[derive(#krate::__private::#derive)]
        #[alipay(#arguments)]
        #non_exhaustive
        #(#attributes)*
        #rest
    }
}

/// A type, as far as it has to be known here.
struct Item {
    attributes: Vec<Attribute>,
    /// From the visibility to the end.
    rest: TokenStream,
    is_union: bool,
}

impl Item {
    /// `None` for what is no struct, enum or union.
    fn read(item: &TokenStream) -> Option<Self> {
        let read = |input: ParseStream<'_>| {
            let attributes = input.call(Attribute::parse_outer)?;
            let ahead = input.fork();
            ahead.parse::<Visibility>()?;
            let keyword: Ident = ahead.call(Ident::parse_any)?;
            Ok((attributes, keyword, input.parse()?))
        };
        let (attributes, keyword, rest) = read.parse2(item.clone()).ok()?;
        let is_type = ["struct", "enum", "union"].iter().any(|known| keyword == known);
        is_type.then(|| Self { attributes, rest, is_union: keyword == "union" })
    }
}

/// Takes away what would be there twice, so that rustc does not say it once more.
fn refuse_derives(this: &Attributed, attributes: &mut [Attribute], context: &mut Context) {
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let Ok(derives) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else {
            continue;
        };
        let is_written = |derive: &Path| {
            derive.segments.last().is_some_and(|last| WRITTEN.iter().any(|written| last.ident == written))
        };
        let (written, others): (Vec<Path>, Vec<Path>) = derives.into_iter().partition(is_written);
        for derive in written {
            let message = format!("`#[{}]` writes this itself: remove it from the derives", this.name);
            context.error_at(&derive, message);
        }
        *attribute = parse_quote!(#[derive(#(#others),*)]);
    }
}

/// The path of `crate = path`; `None` for what is no path, of which the derive speaks.
pub(super) fn krate(arguments: &TokenStream) -> Option<TokenStream> {
    let is_punct = |token: &TokenTree, sign: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let mut tokens = arguments.clone().into_iter().peekable();
    let mut starts_item = true;
    while let Some(token) = tokens.next() {
        let is_key = starts_item && matches!(&token, TokenTree::Ident(ident) if ident == "crate");
        if is_key && tokens.next_if(|next| is_punct(next, '=')).is_some() {
            let path = tokens.take_while(|token| !is_punct(token, ',')).collect();
            return Path::parse_mod_style.parse2(path).ok().map(Path::into_token_stream);
        }
        starts_item = is_punct(&token, ',');
    }
    None
}

/// What to point at: the item up to its braces.
fn first_line(item: &TokenStream) -> TokenStream {
    item.clone().into_iter().take_while(|token| !matches!(token, TokenTree::Group(_))).collect()
}
