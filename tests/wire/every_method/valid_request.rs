//! A request that no rule refuses, found from its declaration alone: what must be there, then one change
//! after the other, each the one that leaves the fewest rules broken.

use alipay_apis::ApiRequest;
use alipay_apis::schema::{EnumSchema, Field, Schema, Shape};
use alipay_apis::validate::validate;
use alipay_core::json;
use serde_json::{Map, Value};

/// More changes than any declared method needs.
const CHANGES: usize = 30;

pub(super) fn valid_request<R: ApiRequest>() -> Result<R, String> {
    let schema = (R::api().request)();
    let full = alipay_sandbox::plausible(schema);
    let mut content = required(schema, &full);
    for _ in 0..CHANGES {
        let broken = broken::<R>(&content)?;
        if broken.is_empty() {
            return read(&content);
        }
        let changed = changes(schema, &full, &content)
            .into_iter()
            .filter_map(|changed| Some((broken_count::<R>(&changed)?, changed)))
            .min_by_key(|(count, _)| *count)
            .filter(|(count, _)| *count < broken.len());
        match changed {
            Some((_, changed)) => content = changed,
            None => return Err(format!("no valid request was found: {}", broken.join(", "))),
        }
    }
    Err("no valid request was found in time".to_owned())
}

fn read<R: ApiRequest>(content: &Value) -> Result<R, String> {
    json::from_str(&content.to_string()).map_err(|error| error.to_string())
}

fn broken<R: ApiRequest>(content: &Value) -> Result<Vec<String>, String> {
    match validate(&read::<R>(content)?) {
        Ok(()) => Ok(Vec::new()),
        Err(violations) => Ok(violations.iter().map(ToString::to_string).collect()),
    }
}

fn broken_count<R: ApiRequest>(content: &Value) -> Option<usize> {
    broken::<R>(content).ok().map(|broken| broken.len())
}

/// The object with its required fields only.
fn required(schema: &'static Schema, full: &Value) -> Value {
    let fields = schema.fields.iter().filter(|field| field.required);
    fields.filter_map(|field| Some((field.wire.to_owned(), lean(field.shape, full.get(field.wire)?)))).collect()
}

fn lean(shape: Shape, full: &Value) -> Value {
    match (shape, full) {
        (Shape::Record(schema), full) => required(schema(), full),
        (Shape::List(item), Value::Array(items)) => items.iter().map(|full| lean(*item, full)).collect(),
        (_, full) => full.clone(),
    }
}

/// The object with one field more, one less, or with another word, at any depth.
fn changes(schema: &'static Schema, full: &Value, content: &Value) -> Vec<Value> {
    let Value::Object(object) = content else { return Vec::new() };
    let with = |field: &Field, value: Value| {
        let mut object: Map<_, _> = object.clone();
        object.insert(field.wire.to_owned(), value);
        Value::Object(object)
    };
    let mut all = Vec::new();
    for field in schema.fields {
        let Some(full) = full.get(field.wire) else { continue };
        let Some(present) = object.get(field.wire) else {
            all.push(with(field, lean(field.shape, full)));
            continue;
        };
        if !field.required {
            let mut object = object.clone();
            object.remove(field.wire);
            all.push(Value::Object(object));
        }
        match field.shape {
            Shape::Enum(EnumSchema { values, .. }) => {
                all.extend(values.iter().map(|word| with(field, (*word).into())));
            }
            Shape::Record(schema) => {
                all.extend(changes(schema(), full, present).into_iter().map(|inner| with(field, inner)));
            }
            Shape::List(Shape::Record(schema)) => {
                let Some((full, present)) = full.get(0).zip(present.get(0)) else { continue };
                let inner = changes(schema(), full, present);
                all.extend(inner.into_iter().map(|inner| with(field, Value::Array(vec![inner]))));
            }
            _ => {}
        }
    }
    all
}
