//! `alipay.open.request.batch.send`: several calls in one, each answered as if it had come alone.

use serde_json::{Map, Value, json};

use crate::checks::invalid_parameter;
use crate::reply::Content;
use crate::{Call, Reply, envelope};

pub(crate) const METHOD: &str = "alipay.open.request.batch.send";

/// What stands between two calls and between two answers.
const SEPARATOR: &str = "#S#";

/// Hands each call of the batch to `single` and joins the answers in the same order, each an object
/// with its node under its key. A reply that is no node, such as a disconnect, is the reply to the
/// whole batch.
pub(crate) fn answer(batch: &Call, single: impl Fn(&Call) -> Reply) -> Reply {
    let mut answers = Vec::new();
    for part in batch.content().unwrap_or_default().split(SEPARATOR) {
        let Ok(Value::Object(parameters)) = serde_json::from_str(part) else {
            return invalid_parameter("biz_content must be JSON objects joined by #S#");
        };
        let call = within(batch, parameters);
        let reply = single(&call);
        let Content::Node { text, key, .. } = &reply.content else { return reply };
        let key = key.clone().unwrap_or_else(|| envelope::response_key(Some(&call)));
        answers.push(format!("{{{}:{text}}}", Value::from(key)));
    }
    Reply::success(json!({ "response_body": answers.join(SEPARATOR) }))
}

/// The batch's parameters, with the part's own in their place.
fn within(batch: &Call, parameters: Map<String, Value>) -> Call {
    let mut call = batch.clone();
    call.content = None;
    call.parameters.retain(|(name, _)| name != "biz_content" && !parameters.contains_key(name));
    call.parameters.extend(parameters.into_iter().map(|(name, value)| match value {
        Value::String(text) => (name, text),
        other => (name, other.to_string()),
    }));
    call
}
