//! Walks specification tables and declared schemas against each other, field by field.

use std::collections::BTreeSet;

use alipay_apis::schema::{Check, Field, Schema, Shape};
use alipay_apis::{Api, Retry};

use crate::spec::{self, Spec};

/// One declared field with its path from the root of the object.
struct Declared {
    path: String,
    field: &'static Field,
}

#[test]
fn every_declared_method_is_as_its_specification_says() {
    let apis = alipay_apis::catalogue();
    assert_eq!(apis.len(), 3, "a method was added: give it a table in tests/data/specs");
    for api in apis {
        let spec = Spec::of(api.method);
        method(api, &spec);
        fields(api.method, (api.request)(), &spec.request);
        fields(api.method, (api.response)(), &spec.response);
        errors(api, &spec);
    }
}

#[test]
fn the_declarations_have_no_lint() {
    assert_eq!(alipay_apis::lint(&alipay_apis::catalogue()), Vec::<String>::new());
}

fn method(api: &Api, spec: &Spec) {
    assert_eq!(api.method, spec.method.name);
    assert_eq!(api.response_key, spec.method.response_node);
    assert_eq!(api.retired, spec.method.retired_on.as_deref(), "{}", api.method);
    assert_eq!(api.idempotent_by.unwrap_or_default(), spec.method.idempotency, "{}", api.method);
}

fn fields(method: &str, schema: &'static Schema, spec: &[spec::Field]) {
    let mut declared = Vec::new();
    flatten(schema, "", &mut declared);
    let paths = |it: &[Declared]| it.iter().map(|it| it.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&declared), spec.iter().map(|it| it.path.clone()).collect::<Vec<_>>(), "{method}");
    for (declared, spec) in declared.iter().zip(spec) {
        field(method, declared.field, spec);
    }
}

/// All fields in the order of the document: an object, then what is in it.
fn flatten(schema: &'static Schema, prefix: &str, into: &mut Vec<Declared>) {
    for field in schema.fields {
        let path = format!("{prefix}{}", field.wire);
        let inside = format!("{path}.");
        into.push(Declared { path, field });
        let mut shape = &field.shape;
        while let Shape::List(item) = shape {
            shape = item;
        }
        if let Shape::Record(schema) = shape {
            flatten(schema(), &inside, into);
        }
    }
}

fn field(method: &str, field: &Field, spec: &spec::Field) {
    let at = format!("{method}: {}", spec.path);

    assert!(type_fits(&field.shape, &spec.r#type), "{at}: {:?} is not {}", field.shape, spec.r#type);

    // A field that the platform calls obsolete may be missing although the table demands it.
    let required = spec.must == "required" && !spec.deprecated;
    assert_eq!(field.required, required, "{at}: must");

    // The printed lengths of numbers, dates, amounts and truth values are storage widths: a date is
    // always 19 long, under limits of 19 and 20. Only texts are held to theirs.
    if is_text(&field.shape) {
        let max_len = field.rules.iter().find_map(|rule| match rule.check {
            Check::MaxLen(limit) => Some(limit),
            _ => None,
        });
        assert_eq!(max_len, spec.max_len, "{at}: max_len");
    }

    match (&field.shape, &spec.r#enum) {
        (Shape::Enum(declared), Some(words)) => {
            assert_eq!(declared.values, words, "{at}: enum");
            assert_eq!(declared.open, spec.open, "{at}: open enum");
        }
        (Shape::Enum(_), None) | (_, Some(_)) => panic!("{at}: the value list is only on one side"),
        (_, None) => {}
    }
}

fn type_fits(shape: &Shape, spec: &str) -> bool {
    match (shape, spec) {
        (Shape::List(item), _) => spec.strip_suffix("[]").is_some_and(|spec| type_fits(item, spec)),
        (Shape::Text | Shape::Enum(_), "string")
        | (Shape::Integer, "number")
        | (Shape::Amount, "price")
        | (Shape::DateTime, "date")
        | (Shape::Bool, "boolean")
        | (Shape::Record(_), "object") => true,
        _ => false,
    }
}

fn is_text(shape: &Shape) -> bool {
    match shape {
        Shape::Text | Shape::Enum(_) => true,
        Shape::List(item) => is_text(item),
        _ => false,
    }
}

fn errors(api: &Api, spec: &Spec) {
    let declared: BTreeSet<_> = api.errors.entries.iter().map(|entry| entry.code).collect();
    let listed: BTreeSet<_> = spec.method.error_codes.iter().map(String::as_str).collect();
    assert_eq!(declared, listed, "{}: error codes", api.method);
    for row in &spec.error {
        let entry = api.errors.find(&row.code).unwrap_or_else(|| panic!("{}: {}", api.method, row.code));
        let retry = match entry.retry {
            Retry::SameRequest => "same-request",
            Retry::Later => "later",
            Retry::FixInput => "fix-input",
            Retry::Never => "never",
            other => panic!("{}: {}: {other:?}", api.method, row.code),
        };
        assert_eq!(retry, row.retry, "{}: {}", api.method, row.code);
    }
}
