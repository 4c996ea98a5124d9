//! Finds in a set of declared methods what neither the macros nor rustc can see, because it takes
//! more than one struct to see it. Meant for a test.

mod rules;

use std::collections::HashSet;

use crate::api::Api;
use crate::error_code::ErrorTable;
use crate::schema::{Schema, Shape};

/// Walks the requests, the responses and all objects inside them, and describes each mistake.
///
/// Reported are: a method declared twice or without a link to its document, a `response_key` that
/// does not belong to the method, an `idempotent_by` that names no field, two fields of an object
/// with one name on the wire, a rule's path that names no field or goes through a list, a value
/// that the field at its path can never have, a comparison of kinds that do not compare, a file that
/// is not a field of a request itself, and an error code that stands twice or is not explained. An object that several methods share is
/// reported once.
///
/// A library of declarations has one test of this form:
///
/// ```
/// use alipay_core::{Api, ApiRequest, Record, alipay_api, lint};
///
/// #[alipay_api(method = "alipay.trade.query", response = TradeQueryResponse)]
/// pub struct TradeQuery {
///     pub goods: Vec<Goods>,
/// }
///
/// #[derive(Record)]
/// pub struct Goods {
///     #[alipay(requires(root.buyer_id))]
///     pub discount: Option<String>,
/// }
///
/// #[derive(Record)]
/// pub struct TradeQueryResponse {}
///
/// let methods: &[&Api] = &[TradeQuery::api()];
/// assert_eq!(
///     lint(methods),
///     [
///         "`alipay.trade.query` has no `docs`: link the page that documents it",
///         "`Goods.discount`: `root.buyer_id` leads nowhere: `TradeQuery` has no field `buyer_id`",
///     ]
/// );
/// ```
pub fn lint(apis: &[&Api]) -> Vec<String> {
    let mut findings = Findings::default();
    let mut methods = HashSet::new();
    for api in apis {
        if !methods.insert(api.method) {
            findings.add(format!("`{}` is declared twice", api.method));
        }
        facts(api, &mut findings);
        error_codes(api.errors, &mut findings);
        for root in [(api.request)(), (api.response)()] {
            for schema in records_within(root) {
                names(schema, &mut findings);
                files(schema, std::ptr::eq(schema, (api.request)()), &mut findings);
                rules::check(schema, root, &mut findings);
            }
        }
    }
    findings.0
}

/// What was found, each once.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    fn add(&mut self, finding: String) {
        if !self.0.contains(&finding) {
            self.0.push(finding);
        }
    }
}

fn facts(api: &Api, findings: &mut Findings) {
    let method = api.method;
    let key = format!("{}_response", method.replace('.', "_"));
    if api.response_key != key {
        findings.add(format!("`{method}` is answered under `{key}`, not `{}`", api.response_key));
    }
    if api.docs.is_none_or(str::is_empty) {
        findings.add(format!("`{method}` has no `docs`: link the page that documents it"));
    }
    if let Some(field) = api.idempotent_by
        && (api.request)().index_of_wire(field).is_none()
    {
        findings.add(format!("`{method}` is idempotent by `{field}`, which its request does not have"));
    }
}

fn error_codes(table: &ErrorTable, findings: &mut Findings) {
    for (position, entry) in table.entries.iter().enumerate() {
        let (name, code) = (table.name, entry.code);
        if table.entries.iter().take(position).any(|earlier| earlier.code == code) {
            findings.add(format!("`{name}`: the code `{code}` stands twice"));
        }
        for (part, text) in [("meaning", entry.meaning), ("remedy", entry.remedy)] {
            if text.trim().is_empty() {
                findings.add(format!("`{name}`: the code `{code}` has no {part}"));
            }
        }
    }
}

fn names(schema: &Schema, findings: &mut Findings) {
    for (position, field) in schema.fields.iter().enumerate() {
        if let Some(earlier) = schema.fields.iter().take(position).find(|earlier| earlier.wire == field.wire) {
            let (schema, wire) = (schema.name, field.wire);
            findings.add(format!(
                "`{schema}`: `{}` and `{}` are both called `{wire}` on the wire",
                earlier.name, field.name
            ));
        }
    }
}

/// A file travels beside the JSON, under the name of its field: so only a request has one.
fn files(schema: &Schema, is_request: bool, findings: &mut Findings) {
    for field in schema.fields {
        let is_one = matches!(field.shape, Shape::File);
        if matches!(innermost(field.shape), Shape::File) && !(is_request && is_one) {
            findings.add(format!("`{}.{}`: a file is sent by a field of the request itself", schema.name, field.name));
        }
    }
}

/// The record itself and every record inside it, each once: records may contain themselves.
fn records_within(root: &'static Schema) -> Vec<&'static Schema> {
    let mut records = vec![root];
    let mut next = 0;
    while let Some(record) = records.get(next).copied() {
        next += 1;
        for field in record.fields {
            if let Shape::Record(schema) = innermost(field.shape)
                && !records.iter().any(|known| std::ptr::eq(*known, schema()))
            {
                records.push(schema());
            }
        }
    }
    records
}

/// The kind of a value, or of the items of a list.
fn innermost(shape: Shape) -> Shape {
    match shape {
        Shape::List(item) => innermost(*item),
        other => other,
    }
}

#[cfg(test)]
mod tests;
