//! `#[alipay_api(…)]` and `#[alipay_message(…)]`: each leaves the struct as it is and hands its arguments to a derive, which sees
//! the fields after `#[cfg]` was resolved.

use std::iter;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Path, Token, parse_quote};

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
    /// A value that nobody uses is a mistake.
    must_be_used: bool,
}

pub(crate) const REQUEST: Attributed =
    Attributed { name: "alipay_api", what: "the request of a method", derive: "AlipayRequest", must_be_used: true };

pub(crate) const MESSAGE: Attributed = Attributed {
    name: "alipay_message",
    what: "the contents of a message",
    derive: "AlipayMessage",
    must_be_used: false,
};

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
    let is_there = |name: &str| attributes.iter().any(|attribute| attribute.path().is_ident(name));
    // On a union the derive's own error is enough.
    let non_exhaustive = (!is_there("non_exhaustive") && !is_union).then(|| quote!(#[non_exhaustive]));
    // Of the type and not of each setter, which would be an attribute for each field.
    let must_use = (this.must_be_used && !is_there("must_use")).then(|| quote!(#[must_use]));
    quote! {
        #errors
        #[derive(#krate::__private::#derive)]
        #[alipay(#arguments)]
        #non_exhaustive
        #must_use
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
        let mut tokens = item.clone().into_iter().peekable();
        let mut front = TokenStream::new();
        while let Some(hash) = tokens.next_if(|token| is_punct(token, '#')) {
            front.extend(iter::once(hash).chain(tokens.next()));
        }
        let attributes = Attribute::parse_outer.parse2(front).ok()?;
        let rest: Vec<TokenTree> = tokens.collect();
        let mut words = rest.iter().filter_map(|token| match token {
            TokenTree::Ident(word) => Some(word.to_string()),
            _ => None,
        });
        let keyword = words.find(|word| word != "pub")?;
        let is_type = ["struct", "enum", "union"].contains(&keyword.as_str());
        is_type.then(|| Self { attributes, rest: rest.iter().cloned().collect(), is_union: keyword == "union" })
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

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// What to point at: the item up to its braces.
fn first_line(item: &TokenStream) -> TokenStream {
    item.clone().into_iter().take_while(|token| !matches!(token, TokenTree::Group(_))).collect()
}
