//! Conditions, operands, paths and literals as constants.

use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::model::{Condition, Literal, Number, Operand, Path};

pub(super) fn condition(condition: &Condition) -> TokenStream {
    match condition {
        Condition::Equal(left, right) => comparison(&quote!(Equal), left, &literal(right)),
        Condition::NotEqual(left, right) => comparison(&quote!(NotEqual), left, &literal(right)),
        Condition::Greater(left, right) => comparison(&quote!(Greater), left, &literal(right)),
        Condition::In(left, values) => {
            let values = literals(values);
            comparison(&quote!(In), left, &values)
        }
        Condition::Present(of) => {
            let of = operand(of);
            quote!(__p::Condition::Present(#of))
        }
        Condition::Absent(of) => {
            let of = operand(of);
            quote!(__p::Condition::Absent(#of))
        }
        Condition::Not(inner) => {
            let inner = self::condition(inner);
            quote!(__p::Condition::Not(&#inner))
        }
        Condition::All(parts) => {
            let parts = parts.iter().map(self::condition);
            quote!(__p::Condition::All(&[#(#parts),*]))
        }
        Condition::Any(parts) => {
            let parts = parts.iter().map(self::condition);
            quote!(__p::Condition::Any(&[#(#parts),*]))
        }
    }
}

fn comparison(kind: &TokenStream, left: &Operand, right: &TokenStream) -> TokenStream {
    let left = operand(left);
    quote!(__p::Condition::#kind(#left, #right))
}

pub(super) fn operand(operand: &Operand) -> TokenStream {
    match operand {
        Operand::Path(path) => {
            let path = self::path(path);
            quote!(__p::Operand::Path(#path))
        }
        Operand::Coalesce(_, paths) => {
            let paths = self::paths(paths);
            quote!(__p::Operand::Coalesce(#paths))
        }
    }
}

pub(super) fn paths(paths: &[Path]) -> TokenStream {
    let paths = paths.iter().map(path);
    quote!(&[#(#paths),*])
}

fn path(path: &Path) -> TokenStream {
    let root = path.root.is_some();
    let steps = path.steps.iter().map(name);
    quote!(__p::Path { root: #root, steps: &[#(#steps),*] })
}

/// The name of a field as schemas know it.
fn name(field: &Ident) -> String {
    field.unraw().to_string()
}

pub(super) fn literals(values: &[Literal]) -> TokenStream {
    let values = values.iter().map(literal);
    quote!(&[#(#values),*])
}

pub(super) fn literal(value: &Literal) -> TokenStream {
    match value {
        // A constant block, so that the call may stand behind a reference in a `static`.
        Literal::Variant(path) => quote_spanned!(path.span()=> __p::Literal::Text(const { #path.as_str() })),
        Literal::Text(text) => quote!(__p::Literal::Text(#text)),
        Literal::Bool(truth) => quote!(__p::Literal::Bool(#truth)),
        Literal::Number(number) => {
            let bound = bound(*number);
            quote!(__p::Literal::Number(#bound))
        }
    }
}

pub(super) fn bound(number: Number) -> TokenStream {
    let (mantissa, scale) = (Token::i64_unsuffixed(number.mantissa), Token::u32_unsuffixed(number.scale));
    quote!(__p::Bound { mantissa: #mantissa, scale: #scale })
}
