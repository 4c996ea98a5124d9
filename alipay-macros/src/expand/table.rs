//! The declaration as one text, which `alipay_core::schema::table` reads when it is first needed.
//! What only rustc can say stands beside the text: the words of enum variants and the author's
//! functions.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::model::{Check, Condition, Container, Declaration, Field, Literal, Number, Operand, Path, Rule};

/// The call of a `Table` that reads the text.
pub(super) fn table(declaration: &Declaration) -> TokenStream {
    let mut table = Table { declaration, text: String::new(), words: Vec::new(), functions: Vec::new() };
    table.string(&declaration.ident.unraw().to_string());
    table.list(&declaration.fields, Table::field);
    table.list(&declaration.rules, Table::rule);
    let Table { text, words, functions, .. } = table;
    if words.is_empty() && functions.is_empty() {
        return quote!(schema #text);
    }
    let krate = &declaration.krate;
    // An alias, so that an error in a function points at the function alone.
    let functions = listed(functions, |functions| quote!(use #krate::__private as __p; &[#(#functions),*]));
    let words = listed(words, |words| quote!(&[#(#words),*]));
    quote!(naming #text, #words, #functions)
}

/// What nothing but rustc can make of the items; none cost less without a constant of their own.
fn listed(items: Vec<TokenStream>, list: impl FnOnce(Vec<TokenStream>) -> TokenStream) -> TokenStream {
    if items.is_empty() {
        return quote!(&[]);
    }
    let list = list(items);
    quote!(const { #list })
}

struct Table<'a> {
    declaration: &'a Declaration,
    text: String,
    words: Vec<TokenStream>,
    functions: Vec<TokenStream>,
}

impl Table<'_> {
    fn field(&mut self, field: &Field) {
        self.string(&field.name);
        self.string(if field.wire == field.name { "" } else { &field.wire });
        if field.container == Container::Plain {
            self.string("always");
        }
        if field.secret {
            self.string("secret");
        }
        if field.allow_empty.is_some() {
            self.string("allow_empty");
        }
        self.list(&field.rules, Table::rule);
    }

    fn rule(&mut self, rule: &Rule) {
        if rule.advise {
            self.string("advise");
        }
        // Conditions around a rule hold all together.
        match rule.when.as_slice() {
            [] => {}
            [only] => {
                self.string("when");
                self.condition(only);
            }
            several => {
                self.string("when");
                self.string("&&");
                self.list(several, Table::condition);
            }
        }
        self.check(&rule.check);
    }

    fn check(&mut self, check: &Check) {
        match check {
            Check::Required => self.string("required"),
            Check::MinLen(limit) => self.limit("min_len", limit.value),
            Check::MaxLen(limit) => self.limit("max_len", limit.value),
            Check::MaxBytes(limit) => self.limit("max_bytes", limit.value),
            Check::MinItems(limit) => self.limit("min_items", limit.value),
            Check::MaxItems(limit) => self.limit("max_items", limit.value),
            Check::Decimals(limit) => self.limit("decimals", limit.value),
            Check::Range { min, max } => {
                self.string("range");
                self.list(min.as_slice(), Table::number);
                self.list(max.as_slice(), Table::number);
            }
            Check::Digits => self.string("digits"),
            Check::Positive => self.string("positive"),
            Check::Excludes(part) => {
                self.string("excludes");
                self.string(&part.value());
            }
            Check::Requires(paths) => self.paths("requires", paths),
            Check::RequiredIf(when) => self.under("required_if", when),
            Check::ForbiddenIf(when) => self.under("forbidden_if", when),
            Check::GreaterThan(other) => self.beside("greater_than", other),
            Check::AtLeast(other) => self.beside("at_least", other),
            Check::SameAs(other) => self.beside("same_as", other),
            Check::ValueIf { condition, values } => {
                self.under("value_if", condition);
                self.list(values, Table::literal);
            }
            Check::AllowedIf { value, condition } => {
                self.string("allowed_if");
                self.literal(value);
                self.condition(condition);
            }
            Check::Custom(function) => {
                self.limit("check", self.functions.len());
                let ident = &self.declaration.ident;
                let custom = quote_spanned!(function.span()=> |record| __p::custom::<#ident>(record, #function));
                self.functions.push(custom);
            }
            Check::AllOrNone(paths) => self.paths("all_or_none", paths),
            Check::ExactlyOne(paths) => self.paths("exactly_one", paths),
            Check::AtLeastOne(paths) => self.paths("at_least_one", paths),
            Check::AtMostOne(paths) => self.paths("at_most_one", paths),
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Equal(left, right) => self.comparison("==", left, right),
            Condition::NotEqual(left, right) => self.comparison("!=", left, right),
            Condition::Greater(left, right) => self.comparison(">", left, right),
            Condition::In(left, values) => {
                self.beside("in", left);
                self.list(values, Table::literal);
            }
            Condition::Present(operand) => self.beside("present", operand),
            Condition::Absent(operand) => self.beside("absent", operand),
            Condition::Not(inner) => self.under("!", inner),
            Condition::All(parts) => {
                self.string("&&");
                self.list(parts, Table::condition);
            }
            Condition::Any(parts) => {
                self.string("||");
                self.list(parts, Table::condition);
            }
        }
    }

    fn comparison(&mut self, sign: &str, left: &Operand, right: &Literal) {
        self.beside(sign, left);
        self.literal(right);
    }

    fn limit(&mut self, keyword: &str, limit: usize) {
        self.string(keyword);
        self.digits(limit);
    }

    fn under(&mut self, keyword: &str, condition: &Condition) {
        self.string(keyword);
        self.condition(condition);
    }

    fn beside(&mut self, keyword: &str, operand: &Operand) {
        self.string(keyword);
        match operand {
            Operand::Path(path) => {
                self.string("path");
                self.path(path);
            }
            Operand::Coalesce(_, paths) => self.paths("coalesce", paths),
        }
    }

    fn paths(&mut self, keyword: &str, paths: &[Path]) {
        self.string(keyword);
        self.list(paths, Table::path);
    }

    fn path(&mut self, path: &Path) {
        self.string(if path.root.is_some() { "root" } else { "here" });
        self.list(&path.steps, |table, step| table.string(&step.unraw().to_string()));
    }

    fn literal(&mut self, literal: &Literal) {
        match literal {
            Literal::Variant(path) => {
                self.limit("word", self.words.len());
                self.words.push(quote_spanned!(path.span()=> #path.as_str()));
            }
            Literal::Text(text) => {
                self.string("text");
                self.string(&text.value());
            }
            Literal::Bool(truth) => self.string(if truth.value { "true" } else { "false" }),
            Literal::Number(number) => {
                self.string("number");
                self.number(number);
            }
        }
    }

    fn number(&mut self, number: &Number) {
        self.digits(number.mantissa);
        self.digits(number.scale);
    }

    fn list<T>(&mut self, items: &[T], write: fn(&mut Self, &T)) {
        for item in items {
            write(self, item);
        }
        self.text.push('.');
    }

    /// Writing to a `String` cannot fail.
    fn string(&mut self, string: &str) {
        let _ = write!(self.text, "{}:{string}", string.len());
    }

    fn digits(&mut self, number: impl std::fmt::Display) {
        let _ = write!(self.text, "{number};");
    }
}
