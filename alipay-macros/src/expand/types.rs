//! What only rustc can judge: that a rule fits its field's type and that nested paths lead
//! somewhere. Written as a closure that never runs; its errors point at the author's tokens. No local
//! variables: their names would not meet across tokens of different macros.
//!
//! Most of a declaration is plain from its tokens (a length rule on a `String`) and costs rustc
//! nothing.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use crate::model::{Check, Condition, Container, Declaration, Field, Literal, Operand, Path};

pub(super) fn checks(declaration: &Declaration) -> Option<TokenStream> {
    let mut types = Types { declaration, checks: Vec::new() };
    for field in &declaration.fields {
        types.facts(field);
        for rule in &field.rules {
            rule.when.iter().for_each(|condition| types.condition(condition));
            types.field_rule(field, &rule.check);
        }
    }
    for rule in &declaration.rules {
        rule.when.iter().for_each(|condition| types.condition(condition));
        if let Check::AllOrNone(paths) | Check::ExactlyOne(paths) | Check::AtLeastOne(paths) | Check::AtMostOne(paths) =
            &rule.check
        {
            types.paths(paths);
        }
    }
    let checks = types.checks;
    (!checks.is_empty()).then(|| quote!(const _: fn() = || { #(#checks)* };))
}

struct Types<'a> {
    declaration: &'a Declaration,
    checks: Vec<TokenStream>,
}

/// The words of the types that need no help of rustc's.
const NUMBERS: &[&str] = &["Amount", "i32", "i64", "u32", "u64"];
pub(super) const PLAIN: &[&str] = &["String", "bool", "Amount", "DateTime", "i32", "i64", "u32", "u64"];

impl Types<'_> {
    fn facts(&mut self, field: &Field) {
        if field.allow_empty.is_some() {
            self.value_fits(&quote!(TakesEmpty), field, &["String"]);
        }
    }

    fn field_rule(&mut self, field: &Field, check: &Check) {
        match check {
            Check::MinLen(_) | Check::MaxLen(_) => self.value_fits(&quote!(TakesLength), field, &["String"]),
            Check::MaxBytes(_) => self.value_fits(&quote!(TakesBytes), field, &["String", "Upload"]),
            Check::MinItems(_) | Check::MaxItems(_) if !field.container.is_list() => {
                let ty = &field.ty;
                self.fits(&quote!(TakesItems), ty, &quote_spanned!(ty.span()=> <#ty as __p::FieldValue>::Kind));
            }
            Check::Range { min, max } if [min, max].into_iter().flatten().any(|end| end.is_decimal) => {
                self.value_fits(&quote!(TakesDecimalRange), field, &["Amount"]);
            }
            Check::Range { .. } => self.value_fits(&quote!(TakesRange), field, NUMBERS),
            Check::Decimals(_) => self.value_fits(&quote!(TakesDecimals), field, &["Amount"]),
            Check::Digits | Check::Positive => self.value_fits(&quote!(TakesDigits), field, &["String"]),
            Check::Excludes(_) => self.value_fits(&quote!(TakesPart), field, &["String"]),
            Check::Requires(paths) => self.paths(paths),
            Check::RequiredIf(when) | Check::ForbiddenIf(when) => self.condition(when),
            Check::GreaterThan(other) | Check::AtLeast(other) => self.order(field, other),
            Check::SameAs(other) => self.same(field, other),
            Check::ValueIf { condition, values } => {
                self.condition(condition);
                for value in values {
                    self.own_value(field, value);
                }
            }
            Check::AllowedIf { value, condition } => {
                self.condition(condition);
                self.own_value(field, value);
            }
            Check::Required
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::Custom(_)
            | Check::AllOrNone(_)
            | Check::ExactlyOne(_)
            | Check::AtLeastOne(_)
            | Check::AtMostOne(_) => {}
        }
    }

    /// That a field's value, or each of its items, takes a sort of rule; `known` are the types that
    /// plainly do.
    fn value_fits(&mut self, rule: &TokenStream, field: &Field, known: &[&str]) {
        let Field { ty, inner, .. } = field;
        // A float is an error of its own already.
        if field.is_one_of(known) || field.is_one_of(&["f32", "f64"]) {
            return;
        }
        let whole = quote_spanned!(inner.span()=> <#ty as __p::FieldValue>::Kind);
        if field.container.is_list() {
            self.fits(rule, inner, &quote_spanned!(inner.span()=> <#whole as __p::Items>::Kind));
        } else {
            self.fits(rule, inner, &whole);
        }
    }

    fn fits(&mut self, rule: &TokenStream, ty: &Type, kind: &TokenStream) {
        let check = quote_spanned!(ty.span()=> let _: () = <#kind as __p::#rule<#ty>>::FITS;);
        // The same for `min_len` and `max_len`.
        if !self.checks.iter().any(|other| other.to_string() == check.to_string()) {
            self.checks.push(check);
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Equal(operand, value)
            | Condition::NotEqual(operand, value)
            | Condition::Greater(operand, value) => {
                self.comparison(operand, std::slice::from_ref(value));
            }
            Condition::In(operand, values) => self.comparison(operand, values),
            Condition::Present(operand) | Condition::Absent(operand) => self.paths(members(operand)),
            Condition::Not(inner) => self.condition(inner),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part)),
        }
    }

    /// That the paths lead somewhere. Whether a field of this struct exists was checked before.
    fn paths(&mut self, paths: &[Path]) {
        for path in paths.iter().filter(|path| path.steps.len() > 1) {
            if let Some(walk) = self.walk(path) {
                self.checks.push(quote!(let _ = #walk;));
            }
        }
    }

    fn comparison(&mut self, operand: &Operand, values: &[Literal]) {
        self.one_kind(operand);
        let Some(first) = members(operand).first() else { return };
        let is_plain = |value: &&Literal| !self.own_field(first).is_some_and(|field| is_plainly_equal(field, value));
        let open: Vec<&Literal> = values.iter().filter(is_plain).collect();
        let Some(walk) = self.walk(first).filter(|_| !open.is_empty()) else { return };
        self.checks.extend(open.into_iter().map(|value| equal(&quote!(__p::of(#walk)), value)));
    }

    /// That a value which a rule names is one that the field itself may have.
    fn own_value(&mut self, field: &Field, value: &Literal) {
        if !is_plain_value(field, value) {
            let inner = &field.inner;
            self.checks.push(equal(&quote!(__p::PhantomData::<#inner>), value));
        }
    }

    /// That the members of a `coalesce` are of one kind.
    fn one_kind(&mut self, operand: &Operand) {
        let Some((first, others)) = members(operand).split_first() else { return };
        for other in others {
            let is_plain = match (self.own_field(first), self.own_field(other)) {
                (Some(left), Some(right)) => {
                    left.inner.to_token_stream().to_string() == right.inner.to_token_stream().to_string()
                        && left.container.is_list() == right.container.is_list()
                }
                _ => false,
            };
            if let (false, Some(left), Some(right)) = (is_plain, self.walk(first), self.walk(other)) {
                self.pair(&quote!(OfOneKind), &quote!(__p::of(#left)), &quote!(__p::of(#right)), last_span(other));
            }
        }
    }

    fn order(&mut self, field: &Field, other: &Operand) {
        self.one_kind(other);
        let Some(first) = members(other).first() else { return };
        let is_plain = self.own_field(first).is_some_and(|other| {
            let are_all = |words: &[&str]| {
                [field, other].iter().all(|field| !field.container.is_list() && field.is_one_of(words))
            };
            are_all(NUMBERS) || are_all(&["DateTime"])
        });
        if let (false, Some(right)) = (is_plain, self.walk(first)) {
            let ty = &field.ty;
            self.pair(&quote!(Ordered), &quote!(__p::PhantomData::<#ty>), &quote!(__p::of(#right)), last_span(first));
        }
    }

    fn same(&mut self, field: &Field, other: &Operand) {
        self.one_kind(other);
        let Some(first) = members(other).first() else { return };
        let text = |field: &Field| field.ty.to_token_stream().to_string();
        let is_plain = self.own_field(first).is_some_and(|other| text(field) == text(other))
            && !field.container.is_list()
            && field.is_one_of(PLAIN);
        if let (false, Some(right)) = (is_plain, self.walk(first)) {
            let ty = &field.ty;
            self.pair(&quote!(Same), &quote!(__p::PhantomData::<#ty>), &quote!(__p::of(#right)), last_span(first));
        }
    }

    fn pair(&mut self, fits: &TokenStream, left: &TokenStream, right: &TokenStream, span: Span) {
        self.checks.push(quote_spanned!(span=> __p::#fits::fits(#left, #right, __p::kinds(#left, #right));));
    }

    /// A reference to what stands at the path, by real field accesses; `None` for the `root.…` of an
    /// object, which is a matter of the request around it.
    fn walk(&self, path: &Path) -> Option<TokenStream> {
        if !self.starts_here(path) {
            return None;
        }
        let ident = &self.declaration.ident;
        let (first, inner) = path.steps.split_first()?;
        let start = quote_spanned!(first.span()=> &__p::value(__p::PhantomData::<#ident>).#first);
        let walk = inner.iter().fold((start, first), |(outer, before), step| {
            // What is written once for each step: written twice, its length would double with each.
            let inside = quote_spanned!(before.span()=> __p::value(__p::Step::step(__p::with_kind(#outer))));
            (quote_spanned!(step.span()=> &#inside.#step), step)
        });
        Some(walk.0)
    }

    /// In a request, `root` is the struct itself.
    fn starts_here(&self, path: &Path) -> bool {
        path.root.is_none() || self.declaration.method.is_some()
    }

    /// The field of this struct that a path of one step names.
    fn own_field(&self, path: &Path) -> Option<&Field> {
        match path.steps.as_slice() {
            [only] if self.starts_here(path) => self.declaration.fields.iter().find(|field| field.ident == *only),
            _ => None,
        }
    }
}

fn members(operand: &Operand) -> &[Path] {
    match operand {
        Operand::Path(path) => std::slice::from_ref(path),
        Operand::Coalesce(_, paths) => paths,
    }
}

/// That `value`, an expression of type `PhantomData<T>`, may be compared with the literal.
fn equal(value: &TokenStream, literal: &Literal) -> TokenStream {
    let (fits, span) = match literal {
        Literal::Text(text) => (quote!(EqualsText), text.span()),
        Literal::Bool(truth) => (quote!(EqualsBool), truth.span()),
        Literal::Number(number) if number.is_decimal => (quote!(EqualsDecimal), number.span),
        Literal::Number(number) => (quote!(EqualsInteger), number.span),
        Literal::Variant(path) => {
            let variant = quote_spanned!(path.span()=> __p::of(&#path));
            return quote_spanned!(path.span()=>
                __p::EqualsVariant::fits(#value, #variant, __p::with_word(#value, #variant));
            );
        }
    };
    quote_spanned!(span=> __p::#fits::fits(#value, __p::kind(#value));)
}

fn last_span(path: &Path) -> Span {
    path.steps.last().map_or_else(Span::call_site, syn::Ident::span)
}

/// Whether the tokens alone show that the field may be compared with the value.
fn is_plainly_equal(field: &Field, value: &Literal) -> bool {
    matches!(field.container, Container::Plain | Container::Option) && is_plain_value(field, value)
}

fn is_plain_value(field: &Field, value: &Literal) -> bool {
    match value {
        Literal::Text(_) => field.is_one_of(&["String"]),
        Literal::Bool(_) => field.is_one_of(&["bool"]),
        Literal::Number(number) if number.is_decimal => field.is_one_of(&["Amount"]),
        Literal::Number(_) => field.is_one_of(NUMBERS),
        Literal::Variant(path) => {
            let last = path.segments.last().map(|last| format!(":: {}", last.to_token_stream()));
            let whole = path.to_token_stream().to_string();
            last.and_then(|last| {
                whole.strip_suffix(&last).map(|owner| owner.trim() == field.inner.to_token_stream().to_string())
            })
            .unwrap_or(false)
        }
    }
}
