//! The declaration as one `static`.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::condition::{bound, condition, literal, literals, operand, paths};
use crate::model::{Check, Condition, Container, Count, Declaration, Field, Number, Rule};

pub(super) fn schema(declaration: &Declaration) -> TokenStream {
    let name = declaration.ident.unraw().to_string();
    let fields = declaration.fields.iter().map(|one| field(one, declaration));
    let rules = declaration.rules.iter().map(|one| rule(one, declaration));
    quote! {
        static SCHEMA: __p::Schema = __p::Schema { name: #name, fields: &[#(#fields),*], rules: &[#(#rules),*] };
    }
}

fn field(field: &Field, declaration: &Declaration) -> TokenStream {
    let Field { name, wire, ty, secret, .. } = field;
    let required = field.container == Container::Plain;
    let allow_empty = field.allow_empty.is_some();
    let shape = quote_spanned!(ty.span()=> <#ty as __p::FieldValue>::SHAPE);
    let (max_len, rules): (Vec<_>, Vec<_>) = field.rules.iter().partition(|rule| is_plain_max_len(rule));
    let max_len = if let Some(Rule { check: Check::MaxLen(limit), .. }) = max_len.first() {
        count(&quote!(__p::Some), *limit)
    } else {
        quote!(__p::None)
    };
    let rules = if rules.is_empty() {
        quote!(__p::NO_RULES)
    } else {
        let rules = rules.iter().map(|one| rule(one, declaration));
        quote!(&[#(#rules),*])
    };
    quote! {
        __p::Field {
            name: #name,
            wire: #wire,
            shape: #shape,
            required: #required,
            secret: #secret,
            allow_empty: #allow_empty,
            max_len: #max_len,
            rules: #rules,
        }
    }
}

/// A `max_len` without `advise` and `when` has a place of its own in the table.
fn is_plain_max_len(rule: &Rule) -> bool {
    matches!(rule.check, Check::MaxLen(_)) && !rule.advise && rule.when.is_empty()
}

fn rule(rule: &Rule, declaration: &Declaration) -> TokenStream {
    let check = check(&rule.check, declaration);
    let advise = rule.advise.then(|| quote!(.advise()));
    let when = when(&rule.when).map(|condition| quote!(.when(#condition)));
    quote!(__p::Rule::new(__p::Check::#check) #advise #when)
}

/// Conditions around a rule hold all together.
fn when(conditions: &[Condition]) -> Option<TokenStream> {
    match conditions {
        [] => None,
        [only] => Some(condition(only)),
        several => {
            let parts = several.iter().map(condition);
            Some(quote!(__p::Condition::All(&[#(#parts),*])))
        }
    }
}

fn check(check: &Check, declaration: &Declaration) -> TokenStream {
    match check {
        Check::Required => quote!(Required),
        Check::MinLen(limit) => count(&quote!(MinLen), *limit),
        Check::MaxLen(limit) => count(&quote!(MaxLen), *limit),
        Check::MaxBytes(limit) => count(&quote!(MaxBytes), *limit),
        Check::MinItems(limit) => count(&quote!(MinItems), *limit),
        Check::MaxItems(limit) => count(&quote!(MaxItems), *limit),
        Check::Decimals(limit) => count(&quote!(Decimals), *limit),
        Check::Range { min, max } => {
            let end = |end: Option<Number>| {
                end.map(bound).map_or_else(|| quote!(__p::None), |bound| quote!(__p::Some(#bound)))
            };
            let (min, max) = (end(*min), end(*max));
            quote!(Range { min: #min, max: #max })
        }
        Check::Digits => quote!(Digits),
        Check::Positive => quote!(Positive),
        Check::Excludes(part) => group(&quote!(Excludes), &quote!(#part)),
        Check::Requires(fields) => group(&quote!(Requires), &paths(fields)),
        Check::RequiredIf(when) => group(&quote!(RequiredIf), &condition(when)),
        Check::ForbiddenIf(when) => group(&quote!(ForbiddenIf), &condition(when)),
        Check::GreaterThan(other) => group(&quote!(GreaterThan), &operand(other)),
        Check::AtLeast(other) => group(&quote!(AtLeast), &operand(other)),
        Check::SameAs(other) => group(&quote!(SameAs), &operand(other)),
        Check::ValueIf { condition: when, values } => {
            let (when, values) = (condition(when), literals(values));
            quote!(ValueIf { condition: #when, values: #values })
        }
        Check::AllowedIf { value, condition: when } => {
            let (value, when) = (literal(value), condition(when));
            quote!(AllowedIf { value: #value, condition: #when })
        }
        Check::Custom(function) => {
            let ident = &declaration.ident;
            quote_spanned!(function.span()=> Custom(|record| __p::custom::<#ident>(record, #function)))
        }
        Check::AllOrNone(fields) => group(&quote!(AllOrNone), &paths(fields)),
        Check::ExactlyOne(fields) => group(&quote!(ExactlyOne), &paths(fields)),
        Check::AtLeastOne(fields) => group(&quote!(AtLeastOne), &paths(fields)),
        Check::AtMostOne(fields) => group(&quote!(AtMostOne), &paths(fields)),
    }
}

fn group(kind: &TokenStream, what: &TokenStream) -> TokenStream {
    quote!(#kind(#what))
}

/// Unsuffixed and at the author's token, so that rustc points there if the number does not fit.
fn count(kind: &TokenStream, limit: Count) -> TokenStream {
    let mut number = Literal::usize_unsuffixed(limit.value);
    number.set_span(limit.span);
    quote!(#kind(#number))
}
