//! Walks specification tables and declared schemas against each other, field by field.

use std::collections::BTreeSet;

use alipay_apis::schema::{Bound, Check, Field, Rule, Schema, Severity, Shape};
use alipay_apis::{Amount, Api, Retry};

use crate::catalogue;
use crate::neighbour::Neighbour;
use crate::spec::{self, Spec};

/// One declared field with its path from the root of the object.
struct Declared {
    path: String,
    field: &'static Field,
}

#[test]
fn every_declared_method_is_as_its_specification_says() {
    for api in alipay_apis::catalogue() {
        let spec = Spec::of(api.method);
        method(api, &spec);
        fields(api, &spec, Side::Request);
        fields(api, &spec, Side::Response);
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
    assert_eq!(api.encrypts, spec.method.encrypts, "{}", api.method);
    let mut beside = api.parameters.to_vec();
    if spec.is_catalogue {
        beside.retain(|field| !catalogue::is_common_parameter(api.method, field));
        beside.sort_unstable();
    }
    assert_eq!(beside, spec.method.parameters, "{}: parameters beside biz_content", api.method);
    let idempotency = catalogue::idempotency(api.method).unwrap_or(&spec.method.idempotency);
    assert_eq!(api.idempotent_by.unwrap_or_default(), idempotency, "{}", api.method);
}

/// Which of a method's two objects is looked at.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Request,
    Response,
}

fn fields(api: &Api, spec: &Spec, side: Side) {
    let (schema, table, beyond) = match side {
        Side::Request => ((api.request)(), &spec.request, Spec::beyond_the_page(api.method)),
        Side::Response => ((api.response)(), &spec.response, Vec::new()),
    };
    let mut declared = Vec::new();
    flatten(schema, "", &mut declared);
    let is_beyond = |it: &Declared| beyond.iter().any(|beyond| beyond.path == it.path);
    let (added, mut declared): (Vec<_>, Vec<_>) = declared.into_iter().partition(is_beyond);
    let mut table: Vec<_> = table.iter().collect();
    if spec.is_catalogue {
        // The SDKs sort their fields by name, which says nothing.
        table.sort_unstable_by_key(|row| &row.path);
        declared.retain(|it| !catalogue::is_common_parameter(api.method, &it.path));
        declared.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    }

    let paths = |it: &[Declared]| it.iter().map(|it| it.path.clone()).collect::<Vec<_>>();
    let listed: Vec<_> = table.iter().map(|it| it.path.clone()).collect();
    assert_eq!(paths(&declared), listed, "{}", api.method);
    for (declared, row) in declared.iter().zip(table) {
        field(api.method, declared.field, row, spec, side);
    }

    assert_eq!(added.len(), beyond.len(), "{}: not every field beyond the page is declared", api.method);
    for added in added {
        let known = beyond.iter().find(|beyond| beyond.path == added.path).expect("it was found above");
        added_field(api.method, &added, &known.r#type);
    }
}

/// Nothing is known of such a field but its type: it is optional and has no rule.
fn added_field(method: &str, Declared { path, field }: &Declared, r#type: &str) {
    assert!(type_fits(&field.shape, r#type), "{method}: {path}: {:?} is not {type}", field.shape);
    assert!(!field.required, "{method}: {path} is not on the page and is required");
    assert!(field.rules.is_empty() && field.max_len.is_none(), "{method}: {path} is not on the page and has a rule");
}

/// All fields in the order of the document: an object, then what is in it.
fn flatten(schema: &'static Schema, prefix: &str, into: &mut Vec<Declared>) {
    for field in schema.fields {
        let path = format!("{prefix}{}", field.wire);
        let inside = format!("{path}.");
        into.push(Declared { path, field });
        if let Shape::Record(schema) = innermost(&field.shape) {
            flatten(schema(), &inside, into);
        }
    }
}

fn field(method: &str, field: &Field, row: &spec::Field, spec: &Spec, side: Side) {
    let at = format!("{method}: {}", row.path);

    // Of an object that another method's page has too.
    let neighbour = Neighbour::of(method, side == Side::Request, &row.path).filter(|_| spec.is_catalogue);
    let known = neighbour.as_ref().and_then(Neighbour::row).unwrap_or(row);

    let is_amount = matches!(field.shape, Shape::Amount) && row.r#type == "string" && spec.is_number(&row.path);
    let fits = if let Some(neighbour) = &neighbour {
        neighbour.type_fits(&field.shape)
    } else if spec.is_catalogue {
        catalogue::type_fits(method, &field.shape, row)
    } else {
        is_amount || type_fits(&field.shape, &row.r#type)
    };
    assert!(fits, "{at}: {:?} is not {}", field.shape, row.r#type);

    let must = neighbour.as_ref().and_then(Neighbour::must).filter(|_| row.must.is_empty()).unwrap_or(&row.must);

    // A field that the platform calls obsolete may be missing although the table demands it, and so
    // may one of which the page says in another place that it may be left out.
    let decided = catalogue::must(method, side == Side::Request, &row.path).filter(|_| spec.is_catalogue);
    let is_softened = row.enforce == "warn" || decided == Some(catalogue::Must::Advised);
    let required = match decided {
        Some(decided) => decided == catalogue::Must::Required,
        None => must == "required" && !row.deprecated && !is_softened,
    };
    assert_eq!(is_required(field), required, "{at}: must");
    let is_advised = field
        .rules
        .iter()
        .any(|rule| rule.when.is_none() && rule.severity == Severity::Advise && matches!(rule.check, Check::Required));
    assert_eq!(is_advised, is_softened, "{at}: must, as advice");

    // The printed lengths of numbers, dates, amounts and truth values are storage widths: a date is
    // always 19 long, under limits of 19 and 20. Only texts are held to theirs.
    if is_text(&field.shape) {
        let decided = catalogue::max_len(method, &row.path).filter(|_| spec.is_catalogue);
        let max_len = decided.or(known.max_len);
        assert_eq!(field.max_len, max_len, "{at}: max_len");
    }
    let [min, max] = range(field);
    let bounds = match catalogue::bounds(method, &row.path).filter(|_| spec.is_catalogue) {
        Some(known) => known.map(|bound| bound.parse().ok()),
        None => [&row.min, &row.max].map(|bound| bound.as_ref().and_then(|bound| bound.parse().ok())),
    };
    assert!(!spec.is_catalogue || neighbour.is_some() || [min, max] == bounds, "{at}: range");
    let max_items = limit(field, |check| if let Check::MaxItems(limit) = check { Some(*limit) } else { None });
    assert_eq!(max_items, known.max_items, "{at}: max_items");

    match (innermost(&field.shape), &known.r#enum) {
        (Shape::Enum(declared), Some(words)) => {
            assert_eq!(declared.values, words, "{at}: enum");
            // Whatever word an answer holds is read: only in a request does it matter.
            assert!(side == Side::Response || declared.open == known.open, "{at}: open enum");
        }
        (Shape::Enum(_), None) if spec.is_catalogue && catalogue::has_words_elsewhere(method, &row.path) => {}
        (Shape::Enum(_), None) | (_, Some(_)) => panic!("{at}: the value list is only on one side"),
        (_, None) => {}
    }
}

/// Not an `Option`; and a list has at least one item.
fn is_required(field: &Field) -> bool {
    let has_items = |rule: &Rule| rule.severity == Severity::Refuse && matches!(rule.check, Check::MinItems(1..));
    field.required || field.rules.iter().any(has_items)
}

/// The limit of the rule of one kind that refuses, under no condition.
fn limit<T>(field: &Field, of: impl Fn(&Check) -> Option<T>) -> Option<T> {
    let rules = field.rules.iter().filter(|rule| rule.when.is_none() && rule.severity == Severity::Refuse);
    rules.map(|rule| &rule.check).find_map(of)
}

/// The bounds that refuse, under no condition.
fn range(field: &Field) -> [Option<Amount>; 2] {
    let bounds = |check: &Check| if let Check::Range { min, max } = check { Some([*min, *max]) } else { None };
    let amount = |bound: Bound| Amount::from(bound.to_decimal());
    limit(field, bounds).unwrap_or_default().map(|bound| bound.map(amount))
}

pub(crate) fn innermost(shape: &Shape) -> &Shape {
    match shape {
        Shape::List(item) => innermost(item),
        other => other,
    }
}

pub(crate) fn type_fits(shape: &Shape, spec: &str) -> bool {
    match (shape, spec) {
        (Shape::List(item), _) => spec.strip_suffix("[]").is_some_and(|spec| type_fits(item, spec)),
        (Shape::Text | Shape::Enum(_), "string")
        | (Shape::Integer, "number")
        | (Shape::Amount, "price")
        | (Shape::DateTime, "date")
        | (Shape::Bool, "boolean")
        | (Shape::File, "file")
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
    let mut listed: BTreeSet<_> = spec.method.error_codes.iter().map(String::as_str).collect();
    listed.extend(catalogue::error_codes(api.method));
    assert_eq!(declared, listed, "{}: error codes", api.method);
    if spec.is_catalogue {
        return;
    }
    for entry in api.errors.entries {
        let retry = match entry.retry {
            Retry::SameRequest => "same-request",
            Retry::Later => "later",
            Retry::FixInput => "fix-input",
            Retry::Never => "never",
            other => panic!("{}: {}: {other:?}", api.method, entry.code),
        };
        // A page may list a code more than once, with advice for each of its causes.
        let mut rows = spec.error.iter().filter(|row| row.code == entry.code);
        assert!(rows.any(|row| row.retry == retry), "{}: {}: {retry}", api.method, entry.code);
    }
}
