//! What a declaration written as text is told, for the tables of the tests beside the checks.

use proc_macro2::{TokenStream, TokenTree};
use syn::{DeriveInput, LitStr};

use super::check;
use crate::attr::{Kind, declaration};
use crate::context::Context;

/// Fails with the source of the first row whose messages are not exactly these.
pub(crate) fn assert_messages(table: &[(&str, &[&str])]) {
    for (source, expected) in table {
        assert_eq!(messages(source), *expected, "{source}");
    }
}

/// The messages for one struct, in order.
pub(super) fn messages(source: &str) -> Vec<String> {
    let mut context = Context::new();
    match syn::parse_str::<DeriveInput>(source) {
        Ok(input) => {
            // The tables say the method in an `#[alipay(…)]`, as the attribute macro hands it on.
            let kind = if source.contains("method = ") { Kind::Request } else { Kind::Object };
            if let Some(declaration) = declaration(&input, kind, &mut context) {
                check(&declaration, &mut context);
            }
        }
        Err(error) => context.syn_error(error),
    }
    let mut texts = Vec::new();
    collect_texts(context.finish(), &mut texts);
    texts
}

fn collect_texts(tokens: TokenStream, texts: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect_texts(group.stream(), texts),
            TokenTree::Literal(literal) => {
                texts.extend(syn::parse_str::<LitStr>(&literal.to_string()).map(|text| text.value()));
            }
            _ => {}
        }
    }
}
